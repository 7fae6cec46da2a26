/* fettle-event-text.c: an event of a timeline as sentences.
 *
 * One function a kind, found in a table. Each writes a sentence from the event's details and, on lines of their own,
 * what was quoted; where the words were erased, the sentence stands alone. Pure; any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-event-text.h"

#include <glib/gi18n-lib.h>

#include "fettle-clock.h"
#include "fettle-event-text-private.h"
#include "fettle-event-words.h"
#include "fettle-words.h"

const char *
fettle_tell_detail (FettleTelling *t, const char *key)
{
  return fettle_details_get (t->details, key);
}

const char *
fettle_tell_word (FettleTelling *t, const char *key)
{
  const char *value = fettle_details_get (t->words, key);

  return value != NULL && *value != '\0' ? value : NULL;
}

void
fettle_tell_add (FettleTelling *t, const char *sentence)
{
  if (t->text->len > 0)
    g_string_append_c (t->text, '\n');
  g_string_append (t->text, sentence);
}

void
fettle_tell_with (FettleTelling *t, const char *format, ...)
{
  va_list arguments;

  if (t->text->len > 0)
    g_string_append_c (t->text, '\n');
  va_start (arguments, format);
  g_string_append_vprintf (t->text, format, arguments);
  va_end (arguments);
}

void
fettle_tell_quote (FettleTelling *t, const char *words)
{
  if (words != NULL)
    /* Translators: what somebody said or wrote, in the quotation marks of your language. */
    fettle_tell_with (t, fettle_language_text_context (t->language, "quotation", "“%s”"), words);
}

void
fettle_tell_plain (FettleTelling *t)
{
  const char *words = t->for_customer ? fettle_words_event_public (t->language, t->event->kind)
                                      : fettle_words_event (t->language, t->event->kind);

  /* Translators: what happened, as a sentence of its own. */
  fettle_tell_with (t, fettle_language_text_context (t->language, "sentence", "%s."), words);
}

const char *
fettle_tell_stage (FettleTelling *t, const char *key)
{
  FettleStage stage = fettle_stage_from_id (fettle_tell_detail (t, key));

  if (t->for_customer)
    return fettle_words_stage_public (t->language, stage);
  if (t->stage_names != NULL && t->stage_names[stage] != NULL)
    return t->stage_names[stage];
  return fettle_words_stage (t->language, stage);
}

/* NULL where there is no such moment. */
char *
fettle_tell_moment (FettleTelling *t, const char *key)
{
  gint64 moment = fettle_details_get_int (t->details, key);

  return moment != 0 ? fettle_language_format_date_time (t->language, moment, t->zone) : NULL;
}

/* A job that was opened before its device came. */
static void
tell_expected (FettleTelling *t, const char *kind)
{
  g_autofree char *expected = fettle_tell_moment (t, "expected_at");

  if (t->for_customer || *kind == '\0')
    fettle_tell_add (t, fettle_language_text (t->language, "We wait for your device."));
  else
    /* Translators: the text is the kind of a job, such as Repair. */
    fettle_tell_with (t, fettle_language_text (t->language, "Opened before the device is here: %s."), kind);
  if (expected != NULL)
    fettle_tell_with (t, fettle_language_text (t->language, "The device is expected on %s."), expected);
}

static void
tell_received (FettleTelling *t)
{
  const char *kind = fettle_words_kind (t->language, fettle_kind_from_id (fettle_tell_detail (t, "kind")));
  g_autofree char *need_by = fettle_tell_moment (t, "need_by");

  if (g_strcmp0 (fettle_tell_detail (t, "device"), "expected") == 0)
    tell_expected (t, kind);
  else if (t->for_customer || *kind == '\0')
    fettle_tell_plain (t);
  else
    /* Translators: the text is the kind of a job, such as Repair. */
    fettle_tell_with (t, fettle_language_text (t->language, "Taken in: %s."), kind);
  fettle_tell_quote (t, fettle_tell_word (t, "fault"));
  if (fettle_details_get_int (t->details, "intermittent") != 0)
    fettle_tell_add (t, fettle_language_text (t->language, "The fault comes and goes."));
  if (fettle_tell_word (t, "accessories") != NULL)
    fettle_tell_with (t, fettle_language_text (t->language, "With it: %s."), fettle_tell_word (t, "accessories"));
  if (fettle_tell_word (t, "condition") != NULL)
    fettle_tell_with (t, fettle_language_text (t->language, "Condition: %s."), fettle_tell_word (t, "condition"));
  if (need_by != NULL)
    fettle_tell_with (t, fettle_language_text (t->language, "Needed by %s."), need_by);
}

static void
tell_moved (FettleTelling *t)
{
  if (t->for_customer)
    /* Translators: the text is a stage, as customers read it. */
    fettle_tell_with (t, fettle_language_text (t->language, "Your repair is now: %s."), fettle_tell_stage (t, "to"));
  else
    /* Translators: both texts are stages. */
    fettle_tell_with (t, fettle_language_text (t->language, "Moved from “%s” to “%s”."), fettle_tell_stage (t, "from"),
                      fettle_tell_stage (t, "to"));
  if (!t->for_customer && fettle_tell_word (t, "reason") != NULL)
    fettle_tell_with (t, fettle_language_text (t->language, "A rule was passed, because: %s"),
                      fettle_tell_word (t, "reason"));
  fettle_tell_quote (t, fettle_tell_word (t, "note"));
}

static void
tell_move_undone (FettleTelling *t)
{
  if (t->for_customer)
    fettle_tell_with (t, fettle_language_text (t->language, "Corrected: your repair is in “%s”."),
                      fettle_tell_stage (t, "to"));
  else
    fettle_tell_with (t, fettle_language_text (t->language, "The move was undone; back in “%s”."),
                      fettle_tell_stage (t, "to"));
}

static void
tell_noted (FettleTelling *t)
{
  if (fettle_tell_word (t, "note") != NULL)
    fettle_tell_add (t, fettle_tell_word (t, "note"));
  else
    fettle_tell_plain (t);
}

/* What a field of a job said or says, in words; NULL where it is empty. */
static char *
field_value (FettleTelling *t, const char *field, const char *key)
{
  const char *value = fettle_tell_detail (t, key) != NULL ? fettle_tell_detail (t, key) : fettle_tell_word (t, key);

  if (value == NULL || *value == '\0')
    return NULL;
  if (g_str_equal (field, "kind"))
    return g_strdup (fettle_words_kind (t->language, fettle_kind_from_id (value)));
  if (g_str_equal (field, "backup"))
    return g_strdup (fettle_words_backup_state (t->language, fettle_backup_state_from_id (value)));
  if (g_str_equal (field, "need_by"))
    return fettle_tell_moment (t, key);
  if (g_str_equal (field, "consent"))
    {
      g_auto (GStrv) ids = g_strsplit (value, ",", -1);
      g_autoptr (GPtrArray) words = g_ptr_array_new ();

      for (guint i = 0; ids[i] != NULL; i++)
        g_ptr_array_add (words, (char *) fettle_words_consent (t->language, ids[i]));
      g_ptr_array_add (words, NULL);
      return g_strjoinv (fettle_language_text_context (t->language, "between the members of a list", ", "),
                         (char **) words->pdata);
    }
  return g_strdup (value);
}

static void
tell_edited (FettleTelling *t)
{
  g_auto (GStrv) fields
      = g_strsplit (fettle_tell_detail (t, "fields") != NULL ? fettle_tell_detail (t, "fields") : "", ",", -1);

  if (fields[0] == NULL || t->for_customer)
    fettle_tell_plain (t);
  for (guint i = 0; fields[i] != NULL; i++)
    {
      const char *name = fettle_event_words_field (t->language, fields[i]);
      const char *nothing = fettle_language_text_context (t->language, "value of a field", "nothing");
      g_autofree char *key_was = g_strconcat (fields[i], ".was", NULL);
      g_autofree char *was = field_value (t, fields[i], key_was);
      g_autofree char *is = field_value (t, fields[i], fields[i]);

      /* The words of both were erased, or were of another program. */
      if (was == NULL && is == NULL)
        fettle_tell_with (t, fettle_language_text (t->language, "%s was changed."), name);
      else
        /* Translators: a field of the job, what it says now, and what it said before. */
        fettle_tell_with (t, fettle_language_text (t->language, "%s: “%s”, before: “%s”."), name,
                          is != NULL ? is : nothing, was != NULL ? was : nothing);
    }
}

static void
tell_assigned (FettleTelling *t)
{
  const char *name = fettle_tell_detail (t, "name");

  if (name == NULL || *name == '\0')
    fettle_tell_add (t, fettle_language_text (t->language, "Nobody has it now."));
  else if (t->for_customer)
    fettle_tell_plain (t);
  else
    fettle_tell_with (t, fettle_language_text (t->language, "Given to %s."), name);
}

static void
tell_clock_set (FettleTelling *t)
{
  FettleClockHolder holder = fettle_clock_holder_from_id (fettle_tell_detail (t, "clock"));

  /* Translators: the text says whose time runs: "waiting for a part". */
  fettle_tell_with (t, fettle_language_text (t->language, "The time now counts as: %s."),
                    t->for_customer ? fettle_words_clock_holder_public (t->language, holder)
                                    : fettle_words_clock_holder (t->language, holder));
}

static void
tell_printed (FettleTelling *t)
{
  /* Translators: the text is a document: Job sheet, Label, Receipt. */
  fettle_tell_with (t, fettle_language_text (t->language, "Printed: %s."),
                    fettle_event_words_document (t->language, fettle_tell_detail (t, "document")));
}

static void
tell_customer_told (FettleTelling *t)
{
  const char *how = fettle_event_words_told (t->language, fettle_tell_detail (t, "how"));

  if (t->for_customer)
    /* Translators: the text says how: "by phone". */
    fettle_tell_with (t, fettle_language_text (t->language, "We told you %s."), how);
  else
    /* Translators: the text says how: "by phone". */
    fettle_tell_with (t, fettle_language_text (t->language, "The customer was told %s."), how);
  fettle_tell_quote (t, fettle_tell_word (t, "note"));
}

static void
tell_accessory_returned (FettleTelling *t)
{
  if (fettle_tell_word (t, "name") != NULL)
    fettle_tell_with (t, fettle_language_text (t->language, "Given back: %s."), fettle_tell_word (t, "name"));
  else
    fettle_tell_plain (t);
}

static void
tell_paid (FettleTelling *t)
{
  const char *currency = fettle_tell_detail (t, "currency");
  const char *method
      = fettle_words_payment_method (t->language, fettle_payment_method_from_id (fettle_tell_detail (t, "method")));
  g_autofree char *amount = NULL;

  if (currency == NULL)
    {
      fettle_tell_plain (t);
      return;
    }
  amount = fettle_language_format_money (t->language, fettle_details_get_int (t->details, "amount"), currency);
  if (*method == '\0')
    fettle_tell_with (t, fettle_language_text (t->language, "Paid: %s."), amount);
  else
    /* Translators: an amount of money and how it was paid: "Paid: €20.00 (Cash)." */
    fettle_tell_with (t, fettle_language_text (t->language, "Paid: %s (%s)."), amount, method);
}

static void
tell_handed_over (FettleTelling *t)
{
  const char *outcome = fettle_words_outcome (t->language, fettle_outcome_from_id (fettle_tell_detail (t, "outcome")));

  if (*outcome == '\0')
    fettle_tell_plain (t);
  else if (t->for_customer)
    /* Translators: the text is what came of the job: Repaired. */
    fettle_tell_with (t, fettle_language_text (t->language, "You have your device back: %s."), outcome);
  else
    /* Translators: the text is what came of the job: Repaired. */
    fettle_tell_with (t, fettle_language_text (t->language, "Handed over: %s."), outcome);
  if (fettle_tell_word (t, "collected_by") != NULL)
    fettle_tell_with (t, fettle_language_text (t->language, "Collected by %s."), fettle_tell_word (t, "collected_by"));
  if (fettle_tell_word (t, "missing") != NULL)
    fettle_tell_with (t, fettle_language_text (t->language, "Not given back: %s."), fettle_tell_word (t, "missing"));
  if (!t->for_customer && fettle_tell_word (t, "reason") != NULL)
    fettle_tell_with (t, fettle_language_text (t->language, "A rule was passed, because: %s"),
                      fettle_tell_word (t, "reason"));
  fettle_tell_quote (t, fettle_tell_word (t, "note"));
}

static void
tell_imported (FettleTelling *t)
{
  if (t->for_customer || fettle_tell_detail (t, "source") == NULL)
    fettle_tell_plain (t);
  else
    fettle_tell_with (t, fettle_language_text (t->language, "Brought in from %s."), fettle_tell_detail (t, "source"));
  fettle_tell_quote (t, fettle_tell_word (t, "fault"));
}

typedef void (*TellFunc) (FettleTelling *t);

static const TellFunc tell[FETTLE_N_EVENT_KINDS] = {
  [FETTLE_EVENT_RECEIVED] = tell_received,
  [FETTLE_EVENT_MOVED] = tell_moved,
  [FETTLE_EVENT_MOVE_UNDONE] = tell_move_undone,
  [FETTLE_EVENT_NOTED] = tell_noted,
  [FETTLE_EVENT_EDITED] = tell_edited,
  [FETTLE_EVENT_ASSIGNED] = tell_assigned,
  [FETTLE_EVENT_CLOCK_SET] = tell_clock_set,
  [FETTLE_EVENT_PROMISED] = fettle_tell_promised,
  [FETTLE_EVENT_PROMISE_REVISED] = fettle_tell_promise_revised,
  [FETTLE_EVENT_PROMISE_ENDED] = fettle_tell_promise_ended,
  [FETTLE_EVENT_PROMISE_BACKED] = fettle_tell_promise_backed,
  [FETTLE_EVENT_COMPENSATION_DUE] = fettle_tell_compensation_due,
  [FETTLE_EVENT_COMPENSATION_ENDED] = fettle_tell_compensation_ended,
  [FETTLE_EVENT_CLAIM_OPENED] = fettle_tell_claim_opened,
  [FETTLE_EVENT_CLAIM_ENDED] = fettle_tell_claim_ended,
  [FETTLE_EVENT_PRINTED] = tell_printed,
  [FETTLE_EVENT_CUSTOMER_TOLD] = tell_customer_told,
  [FETTLE_EVENT_ACCESSORY_RETURNED] = tell_accessory_returned,
  [FETTLE_EVENT_PAID] = tell_paid,
  [FETTLE_EVENT_HANDED_OVER] = tell_handed_over,
  [FETTLE_EVENT_IMPORTED] = tell_imported,
  [FETTLE_EVENT_CONTACTED] = fettle_tell_contacted,
  [FETTLE_EVENT_CONTACT_ANSWERED] = fettle_tell_contact_answered,
  [FETTLE_EVENT_DETAILS_CONFIRMED] = fettle_tell_details_confirmed,
  [FETTLE_EVENT_DEVICE_ARRIVED] = fettle_tell_device_arrived,
  [FETTLE_EVENT_NEED_SET] = fettle_tell_need_set,
  [FETTLE_EVENT_NEED_DONE] = fettle_tell_need_done,
  [FETTLE_EVENT_OPTION_OFFERED] = fettle_tell_option,
  [FETTLE_EVENT_OPTION_CHOSEN] = fettle_tell_option,
  [FETTLE_EVENT_DIAGNOSED] = fettle_tell_diagnosed,
  [FETTLE_EVENT_PART_FITTED] = fettle_tell_part_fitted,
  [FETTLE_EVENT_PART_SENT] = fettle_tell_part_sent,
  [FETTLE_EVENT_PART_ORDERED] = fettle_tell_part_ordered,
  [FETTLE_EVENT_PROMISE_ASSIGNED] = fettle_tell_promise_assigned,
  [FETTLE_EVENT_DEVICE_EXPECTED] = fettle_tell_device_expected,
  [FETTLE_EVENT_PART_RETURNED] = fettle_tell_part_returned,
  [FETTLE_EVENT_MEASURED] = fettle_tell_measured,
  [FETTLE_EVENT_TESTED] = fettle_tell_tested,
  [FETTLE_EVENT_PARCEL_SENT] = fettle_tell_parcel_sent,
  [FETTLE_EVENT_PARCEL_ARRIVED] = fettle_tell_parcel_arrived,
  [FETTLE_EVENT_LINKED] = fettle_tell_linked,
  [FETTLE_EVENT_RECHECKED] = fettle_tell_rechecked,
  [FETTLE_EVENT_FED_BACK] = fettle_tell_fed_back,
  [FETTLE_EVENT_FOLLOW_UP_SET] = fettle_tell_follow_up_set,
  [FETTLE_EVENT_FOLLOWED_UP] = fettle_tell_followed_up,
  [FETTLE_EVENT_COST_NOTED] = fettle_tell_cost_noted,
  [FETTLE_EVENT_COST_TAKEN_BACK] = fettle_tell_cost_taken_back,
  [FETTLE_EVENT_OWNER_CHANGED] = fettle_tell_owner_changed,
};

static char *
tell_event (FettleEvent *event,
            FettleLanguage *language,
            GTimeZone *zone,
            gboolean for_customer,
            const char *const *stage_names)
{
  g_autoptr (FettleDetails) details = fettle_details_parse (event->details);
  g_autoptr (FettleDetails) words = fettle_details_parse (event->words);
  FettleTelling telling = { event, language, zone, for_customer, stage_names, details, words, g_string_new (NULL) };

  if (event->kind < FETTLE_N_EVENT_KINDS && tell[event->kind] != NULL)
    tell[event->kind](&telling);
  else
    fettle_tell_plain (&telling);
  return g_string_free (telling.text, FALSE);
}

/**
 * fettle_event_text:
 * @language: (nullable): %NULL is the user's
 * @zone: (nullable): of the service point; %NULL is UTC
 * @for_customer: in the words that a customer reads: without the names of staff and the shop's reasons. Whether they
 * may read the event at all says #FettleEvent.customer_may_read.
 *
 * Returns: (transfer full): the event as one or more lines of plain sentences, never empty for a known kind
 */
char *
fettle_event_text (FettleEvent *event, FettleLanguage *language, GTimeZone *zone, gboolean for_customer)
{
  return tell_event (event, language, zone, for_customer, NULL);
}

/**
 * fettle_event_text_for_staff:
 * @zone: (nullable): of the service point; %NULL is UTC
 * @stage_names: (nullable) (array fixed-size=10): what the shop calls its stages, a %NULL for each that has its ready
 * name
 *
 * Returns: (transfer full): the event in the user's language and in the shop's own words
 */
char *
fettle_event_text_for_staff (FettleEvent *event, GTimeZone *zone, const char *const *stage_names)
{
  return tell_event (event, NULL, zone, FALSE, stage_names);
}

/**
 * fettle_event_text_entered:
 * @language: (nullable): the user's
 * @zone: (nullable): of the service point
 *
 * Returns: (transfer full) (nullable): when it was written down, where that was at another time than it happened:
 *   "entered later, Thu 13 Jun 2013, 09:30"
 */
char *
fettle_event_text_entered (FettleEvent *event, FettleLanguage *language, GTimeZone *zone)
{
  g_autofree char *moment = NULL;

  if (ABS (event->entered_at - event->at) < FETTLE_MINUTE)
    return NULL;
  moment = fettle_language_format_date_time (language, event->entered_at, zone);
  return event->entered_at > event->at
             /* Translators: an event that was written down after it had happened; the text is a time. */
             ? g_strdup_printf (fettle_language_text (language, "entered later, %s"), moment)
             /* Translators: an event that was written down before its time, in a rehearsal; the text is a time. */
             : g_strdup_printf (fettle_language_text (language, "entered ahead of its time, %s"), moment);
}
