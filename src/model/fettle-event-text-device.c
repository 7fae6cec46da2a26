/* fettle-event-text-device.c: what was found out about a device and done to it, as sentences.
 *
 * Pure; any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-device-words.h"
#include "fettle-event-text-private.h"

void
fettle_tell_diagnosed (FettleTelling *t)
{
  const char *cause = fettle_tell_detail (t, "cause");
  const char *code = fettle_tell_detail (t, "code");
  const char *was = fettle_tell_detail (t, "was");

  /* Looking closer is no fault of who looked before: both findings stand, nobody is named for the first. */
  if (cause != NULL && was != NULL)
    /* Translators: what is at fault, and what was thought to be before. */
    fettle_tell_with (t,
                      t->for_customer
                          ? fettle_language_text (t->language,
                                                  "On a closer look we found: %s. Before, we thought of: %s.")
                          : fettle_language_text (t->language, "Diagnosis on a closer look: %s. Before: %s."),
                      cause, was);
  else if (cause != NULL)
    fettle_tell_with (t,
                      t->for_customer ? fettle_language_text (t->language, "We found: %s.")
                                      : fettle_language_text (t->language, "Diagnosis: %s."),
                      cause);
  if (code != NULL)
    /* Translators: as the device gives it: a beep code, the number of an error. */
    fettle_tell_with (t, fettle_language_text (t->language, "Code: %s."), code);
  if (fettle_details_get_int (t->details, "intermittent") != 0)
    fettle_tell_add (t, fettle_language_text (t->language, "The fault comes and goes."));
  if (t->text->len == 0)
    fettle_tell_plain (t);
  fettle_tell_quote (t, fettle_tell_word (t, "text"));
}

static void
tell_serials (FettleTelling *t)
{
  if (fettle_tell_detail (t, "serial_out") != NULL)
    fettle_tell_with (t, fettle_language_text (t->language, "Taken out: %s."), fettle_tell_detail (t, "serial_out"));
  if (fettle_tell_detail (t, "serial_in") != NULL)
    fettle_tell_with (t, fettle_language_text (t->language, "Put in: %s."), fettle_tell_detail (t, "serial_in"));
  if (!t->for_customer && fettle_tell_detail (t, "source") != NULL)
    /* Translators: where a part came from. */
    fettle_tell_with (t, fettle_language_text (t->language, "From: %s."),
                      fettle_device_words_source (t->language, fettle_tell_detail (t, "source")));
}

void
fettle_tell_part_ordered (FettleTelling *t)
{
  if (fettle_tell_detail (t, "name") == NULL)
    fettle_tell_plain (t);
  else
    fettle_tell_with (t,
                      t->for_customer ? fettle_language_text (t->language, "We ordered: %s.")
                                      : fettle_language_text (t->language, "Part ordered: %s."),
                      fettle_tell_detail (t, "name"));
  tell_serials (t);
}

void
fettle_tell_part_fitted (FettleTelling *t)
{
  if (fettle_tell_detail (t, "name") == NULL)
    fettle_tell_plain (t);
  else
    fettle_tell_with (t, fettle_language_text (t->language, "Part changed: %s."), fettle_tell_detail (t, "name"));
  tell_serials (t);
}

void
fettle_tell_part_sent (FettleTelling *t)
{
  g_autofree char *due = fettle_tell_moment (t, "return_due");

  if (fettle_tell_detail (t, "name") == NULL)
    fettle_tell_plain (t);
  else
    fettle_tell_with (t,
                      t->for_customer ? fettle_language_text (t->language, "We sent you ahead: %s.")
                                      : fettle_language_text (t->language, "Sent ahead: %s."),
                      fettle_tell_detail (t, "name"));
  if (fettle_tell_detail (t, "serial_in") != NULL)
    fettle_tell_with (t, fettle_language_text (t->language, "Serial number: %s."), fettle_tell_detail (t, "serial_in"));
  if (due != NULL)
    fettle_tell_with (t,
                      t->for_customer ? fettle_language_text (t->language, "Please send the old part back by %s.")
                                      : fettle_language_text (t->language, "The old part is to come back by %s."),
                      due);
}

void
fettle_tell_part_returned (FettleTelling *t)
{
  const char *name = fettle_tell_detail (t, "name");
  const char *condition = fettle_device_words_condition (t->language, fettle_tell_detail (t, "condition"));

  if (name == NULL)
    fettle_tell_plain (t);
  else if (*condition != '\0')
    /* Translators: a part, and how it is: "faulty", "not faulty". */
    fettle_tell_with (t, fettle_language_text (t->language, "Came back: %s, %s."), name, condition);
  else
    fettle_tell_with (t, fettle_language_text (t->language, "Came back: %s."), name);
  fettle_tell_quote (t, fettle_tell_word (t, "note"));
}

void
fettle_tell_measured (FettleTelling *t)
{
  const char *measure = fettle_tell_detail (t, "measure");
  g_autofree char *reading = NULL;

  if (measure == NULL)
    {
      fettle_tell_plain (t);
      return;
    }
  reading = fettle_device_words_reading (t->language, measure, fettle_details_get_int (t->details, "value"),
                                         fettle_tell_detail (t, "unit"));
  fettle_tell_with (t,
                    g_strcmp0 (fettle_tell_detail (t, "moment"), "in") == 0
                        /* Translators: a reading such as "Battery runtime: 4 h". */
                        ? fettle_language_text (t->language, "Measured as it came: %s.")
                        : fettle_language_text (t->language, "Measured before it goes back: %s."),
                    reading);
}

void
fettle_tell_tested (FettleTelling *t)
{
  const char *test = fettle_device_words_test (t->language, fettle_tell_detail (t, "test"));
  gboolean passed = g_strcmp0 (fettle_tell_detail (t, "result"), "passed") == 0;

  if (*test == '\0')
    fettle_tell_plain (t);
  else
    fettle_tell_with (t,
                      /* Translators: the name of a test: "Soak test". */
                      passed ? fettle_language_text (t->language, "%s: passed.")
                             : fettle_language_text (t->language, "%s: failed."),
                      test);
  if (!passed && t->for_customer && g_strcmp0 (fettle_tell_detail (t, "test"), "hand-over") == 0)
    fettle_tell_add (t, fettle_language_text (t->language, "You saw it with us; we go on looking."));
  fettle_tell_quote (t, fettle_tell_word (t, "note"));
}

static void
tell_parcel (FettleTelling *t, const char *sentence)
{
  const char *carrier = fettle_tell_detail (t, "carrier");
  const char *number = fettle_tell_detail (t, "number");

  fettle_tell_add (t, sentence);
  if (carrier != NULL && number != NULL)
    /* Translators: who carries a parcel, and its number. */
    fettle_tell_with (t, fettle_language_text (t->language, "%s, number %s."), carrier, number);
  if (fettle_tell_word (t, "content") != NULL)
    fettle_tell_with (t, fettle_language_text (t->language, "In it: %s."), fettle_tell_word (t, "content"));
}

void
fettle_tell_parcel_sent (FettleTelling *t)
{
  gboolean in = g_strcmp0 (fettle_tell_detail (t, "direction"), "in") == 0;
  g_autofree char *due = fettle_tell_moment (t, "due");

  tell_parcel (t, in ? fettle_language_text (t->language, "A parcel is on its way to us.")
                     : fettle_language_text (t->language, "A parcel was sent."));
  if (due != NULL)
    fettle_tell_with (t, fettle_language_text (t->language, "It is to arrive by %s."), due);
}

void
fettle_tell_parcel_arrived (FettleTelling *t)
{
  gboolean in = g_strcmp0 (fettle_tell_detail (t, "direction"), "in") == 0;
  g_autofree char *due = fettle_tell_moment (t, "due");

  tell_parcel (t, in ? fettle_language_text (t->language, "A parcel arrived with us.")
                     : fettle_language_text (t->language, "The parcel arrived."));
  if (due != NULL && fettle_details_get_int (t->details, "due") < t->event->at)
    fettle_tell_with (t, fettle_language_text (t->language, "It was to arrive by %s and came late."), due);
}
