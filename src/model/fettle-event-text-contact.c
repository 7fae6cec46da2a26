/* fettle-event-text-contact.c: contacts, an arrival and what was offered, as sentences.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n-lib.h>

#include "fettle-event-text-private.h"
#include "fettle-event-words.h"

void
fettle_tell_contacted (FettleTelling *t)
{
  const char *how = fettle_event_words_channel (t->language, fettle_tell_detail (t, "channel"));
  gboolean in = g_strcmp0 (fettle_tell_detail (t, "direction"), "in") == 0;
  g_autofree char *reply_by = fettle_tell_moment (t, "reply_by");

  if (*how == '\0')
    fettle_tell_plain (t);
  else if (in)
    /* Translators: the text says how: "by phone". */
    fettle_tell_with (t,
                      t->for_customer ? fettle_language_text (t->language, "You turned to us %s.")
                                      : fettle_language_text (t->language, "The customer turned to us %s."),
                      how);
  else
    /* Translators: the text says how: "by phone". */
    fettle_tell_with (t,
                      t->for_customer ? fettle_language_text (t->language, "We told you %s.")
                                      : fettle_language_text (t->language, "The customer was told %s."),
                      how);
  fettle_tell_quote (t, fettle_tell_word (t, "text"));
  if (reply_by != NULL)
    fettle_tell_with (t,
                      t->for_customer ? fettle_language_text (t->language, "We answer by %s.")
                                      : fettle_language_text (t->language, "To be answered by %s."),
                      reply_by);
}

void
fettle_tell_contact_answered (FettleTelling *t)
{
  const char *how = fettle_event_words_channel (t->language, fettle_tell_detail (t, "channel"));

  if (*how == '\0')
    fettle_tell_plain (t);
  else
    /* Translators: the text says how: "by phone". */
    fettle_tell_with (t,
                      t->for_customer ? fettle_language_text (t->language, "We answered you %s.")
                                      : fettle_language_text (t->language, "The customer was answered %s."),
                      how);
  fettle_tell_quote (t, fettle_tell_word (t, "text"));
}

void
fettle_tell_details_confirmed (FettleTelling *t)
{
  g_auto (GStrv) ids
      = g_strsplit (fettle_tell_detail (t, "confirmed") != NULL ? fettle_tell_detail (t, "confirmed") : "", ",", -1);

  if (ids[0] == NULL || t->for_customer)
    fettle_tell_plain (t);
  for (guint i = 0; !t->for_customer && ids[i] != NULL; i++)
    {
      const char *name = fettle_event_words_contact_detail (t->language, ids[i]);

      if (fettle_tell_word (t, ids[i]) != NULL)
        /* Translators: what was confirmed, and its value: "Phone confirmed: 030 1234." */
        fettle_tell_with (t, fettle_language_text (t->language, "%s confirmed: %s."), name,
                          fettle_tell_word (t, ids[i]));
      else
        fettle_tell_with (t, fettle_language_text (t->language, "%s confirmed."), name);
    }
}

void
fettle_tell_device_arrived (FettleTelling *t)
{
  fettle_tell_plain (t);
  fettle_tell_quote (t, fettle_tell_word (t, "note"));
}

/* device-expected {expected_at, was}, reason in words; without a day it is expected some time. */
void
fettle_tell_device_expected (FettleTelling *t)
{
  g_autofree char *at = fettle_tell_moment (t, "expected_at");
  g_autofree char *was = fettle_tell_moment (t, "was");

  if (at == NULL)
    fettle_tell_plain (t);
  else if (was != NULL)
    /* Translators: two moments. */
    fettle_tell_with (t, fettle_language_text (t->language, "The device is expected on %s instead of %s."), at, was);
  else
    fettle_tell_with (t, fettle_language_text (t->language, "The device is expected on %s."), at);
  if (!t->for_customer && fettle_tell_word (t, "reason") != NULL)
    fettle_tell_with (t, fettle_language_text (t->language, "Because: %s"), fettle_tell_word (t, "reason"));
}

void
fettle_tell_need_set (FettleTelling *t)
{
  g_autofree char *due = fettle_tell_moment (t, "due");

  if (t->for_customer || fettle_tell_word (t, "text") == NULL)
    fettle_tell_plain (t);
  else if (due != NULL)
    /* Translators: something to prepare, and a moment. */
    fettle_tell_with (t, fettle_language_text (t->language, "To be ready by %s: %s."), due,
                      fettle_tell_word (t, "text"));
  else
    fettle_tell_with (t, fettle_language_text (t->language, "To be ready when the device comes: %s."),
                      fettle_tell_word (t, "text"));
}

void
fettle_tell_need_done (FettleTelling *t)
{
  if (t->for_customer || fettle_tell_word (t, "text") == NULL)
    fettle_tell_plain (t);
  else
    fettle_tell_with (t, fettle_language_text (t->language, "Ready for the device: %s."), fettle_tell_word (t, "text"));
}

void
fettle_tell_option (FettleTelling *t)
{
  gboolean chosen = t->event->kind == FETTLE_EVENT_OPTION_CHOSEN;
  const char *text = fettle_tell_word (t, "text");

  if (text == NULL)
    fettle_tell_plain (t);
  else if (t->for_customer)
    fettle_tell_with (t,
                      chosen ? fettle_language_text (t->language, "You chose: %s")
                             : fettle_language_text (t->language, "We offered you: %s"),
                      text);
  else
    fettle_tell_with (t,
                      chosen ? fettle_language_text (t->language, "The customer chose: %s")
                             : fettle_language_text (t->language, "The customer was offered: %s"),
                      text);
}
