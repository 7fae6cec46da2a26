/* fettle-attention-text.c: what waits for somebody here, in words.
 *
 * Days are counted as people count them: from one date on the wall of the shop to another, whatever the hour. What is
 * overdue is counted in working days once one has begun since. Any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-attention.h"

#include <glib/gi18n-lib.h>

#include "fettle-clock.h"
#include "fettle-event-words.h"
#include "fettle-words.h"
#include "fettle-zone.h"

#define CONTEXT "what waits"

static const char *const kind_words[FETTLE_N_ATTENTION_KINDS] = {
  [FETTLE_ATTENTION_NONE] = "",
  [FETTLE_ATTENTION_PROMISE] = NC_ ("what waits", "Promise"),
  [FETTLE_ATTENTION_GREETING] = NC_ ("what waits", "Greeting"),
  [FETTLE_ATTENTION_COMPENSATION] = NC_ ("what waits", "Compensation"),
  [FETTLE_ATTENTION_REPLY] = NC_ ("what waits", "Reply"),
  [FETTLE_ATTENTION_NEED] = NC_ ("what waits", "Before it arrives"),
  [FETTLE_ATTENTION_NEED_BY] = NC_ ("what waits", "Needed sooner"),
  [FETTLE_ATTENTION_TELL] = NC_ ("what waits", "Tell the customer"),
  [FETTLE_ATTENTION_UPDATE] = NC_ ("what waits", "Next update"),
  [FETTLE_ATTENTION_FOLLOW_UP] = NC_ ("what waits", "Follow-up"),
  [FETTLE_ATTENTION_APPROVAL] = NC_ ("what waits", "Approval"),
  [FETTLE_ATTENTION_STILL] = NC_ ("what waits", "Stands still"),
  [FETTLE_ATTENTION_PART_RETURN] = NC_ ("what waits", "Part to come back"),
  [FETTLE_ATTENTION_UNCOLLECTED] = NC_ ("what waits", "Not collected"),
  [FETTLE_ATTENTION_CLAIM] = NC_ ("what waits", "Claim"),
  [FETTLE_ATTENTION_LINE] = NC_ ("what waits", "Named person"),
  [FETTLE_ATTENTION_SUGGESTION] = NC_ ("what waits", "Suggestion"),
  [FETTLE_ATTENTION_PARCEL] = NC_ ("what waits", "Parcel"),
  [FETTLE_ATTENTION_ARRIVAL] = NC_ ("what waits", "Expected device"),
};

static const char *const severity_words[FETTLE_N_SEVERITIES] = {
  [FETTLE_SEVERITY_NONE] = "",
  [FETTLE_SEVERITY_NOW] = NC_ ("how much it hurts", "Now"),
  [FETTLE_SEVERITY_TODAY] = NC_ ("how much it hurts", "Today"),
  [FETTLE_SEVERITY_SOON] = NC_ ("how much it hurts", "Soon"),
  [FETTLE_SEVERITY_LATER] = NC_ ("how much it hurts", "Later"),
};

/**
 * fettle_attention_kind_words:
 *
 * Returns: what waits, in a word or two; "" for none
 */
const char *
fettle_attention_kind_words (FettleLanguage *language, FettleAttentionKind kind)
{
  g_return_val_if_fail (kind < FETTLE_N_ATTENTION_KINDS, "");
  return kind == FETTLE_ATTENTION_NONE ? "" : fettle_language_text_context (language, CONTEXT, kind_words[kind]);
}

/**
 * fettle_severity_words:
 *
 * Returns: a heading for all that hurts that much; "" for none
 */
const char *
fettle_severity_words (FettleLanguage *language, FettleSeverity severity)
{
  g_return_val_if_fail (severity < FETTLE_N_SEVERITIES, "");
  return severity == FETTLE_SEVERITY_NONE
             ? ""
             : fettle_language_text_context (language, "how much it hurts", severity_words[severity]);
}

/* From one date on the shop's wall to another. */
static gint64
days_between (FettleCalendar *calendar, gint64 from, gint64 to)
{
  FettleZoneView view = { 0 };
  gint64 first;

  fettle_zone_view_init (&view, fettle_calendar_get_zone (calendar));
  first = fettle_zone_view_day (&view, from);
  return fettle_zone_view_day (&view, to) - first;
}

static char *
overdue_words (FettleLanguage *language, gint64 due, gint64 now, FettleCalendar *calendar)
{
  int working_days = fettle_calendar_working_days_between (calendar, due, now);
  g_autofree char *text = NULL;

  if (working_days > 0)
    return g_strdup_printf (fettle_language_text_plural (language, "overdue by %d working day",
                                                         "overdue by %d working days", (guint64) working_days),
                            working_days);
  if (days_between (calendar, due, now) > 0)
    {
      text = fettle_language_format_day_short (language, due, fettle_calendar_get_zone (calendar));
      /* Translators: the text is a day: "overdue since Fri 5 Jun". */
      return g_strdup_printf (fettle_language_text (language, "overdue since %s"), text);
    }
  text = fettle_language_format_span (language, now - due);
  /* Translators: the text is a length of time: "overdue by 2 hours". */
  return g_strdup_printf (fettle_language_text (language, "overdue by %s"), text);
}

/**
 * fettle_attention_due_words:
 * @language: (nullable): the user's
 * @due: moment
 * @now: moment
 * @calendar: the shop's
 *
 * Returns: (transfer full): "due in 3 days", "due tomorrow by 18:00", "due today by 18:00", "due now", "overdue by 2
 * hours", "overdue since Fri 5 Jun" before a working day has begun since, "overdue by 3 working days"
 */
char *
fettle_attention_due_words (FettleLanguage *language, gint64 due, gint64 now, FettleCalendar *calendar)
{
  g_autofree char *time = fettle_language_format_time (language, due, fettle_calendar_get_zone (calendar));
  gint64 days = days_between (calendar, now, due);

  if (ABS (due - now) < FETTLE_MINUTE)
    return g_strdup (fettle_language_text (language, "due now"));
  if (due < now)
    return overdue_words (language, due, now, calendar);
  if (days == 0)
    /* Translators: the text is a time. */
    return g_strdup_printf (fettle_language_text (language, "due today by %s"), time);
  if (days == 1)
    /* Translators: the text is a time. */
    return g_strdup_printf (fettle_language_text (language, "due tomorrow by %s"), time);
  return g_strdup_printf (fettle_language_text_plural (language, "due in %d day", "due in %d days", (guint64) days),
                          (int) days);
}

/* For how long already: "3 days", or "2 hours" on the first day. */
static char *
since_words (FettleLanguage *language, gint64 since, gint64 now, FettleCalendar *calendar)
{
  gint64 days = days_between (calendar, since, now);

  if (days <= 0)
    return fettle_language_format_span (language, MAX (now - since, 0));
  return g_strdup_printf (fettle_language_text_plural (language, "%d day", "%d days", (guint64) days), (int) days);
}

static char *
promise_phrase (FettleAttention *self, FettleLanguage *language, gint64 now, FettleCalendar *calendar)
{
  g_autofree char *due = fettle_attention_due_words (language, self->due, now, calendar);

  /* Translators: a promise that needs an order, a visit or a task behind it; the text is "due in 3 days". */
  return self->unbacked ? g_strdup_printf (fettle_language_text (language, "%s, nothing behind it"), due)
                        : g_steal_pointer (&due);
}

static char *
need_by_phrase (FettleAttention *self, FettleLanguage *language, FettleCalendar *calendar)
{
  GTimeZone *zone = fettle_calendar_get_zone (calendar);
  g_autofree char *needed = fettle_language_format_day_short (language, self->due, zone);
  g_autofree char *promised
      = self->other_due != 0 ? fettle_language_format_day_short (language, self->other_due, zone) : NULL;

  if (g_strcmp0 (needed, promised) == 0)
    {
      /* On one day it is the hours that do not meet. */
      g_free (needed);
      g_free (promised);
      needed = fettle_language_format_date_time (language, self->due, zone);
      promised = fettle_language_format_date_time (language, self->other_due, zone);
    }

  return promised != NULL
             /* Translators: both texts are days, with hours where it is one day. */
             ? g_strdup_printf (fettle_language_text (language, "needed by %s, promised for %s"), needed, promised)
             : g_strdup_printf (fettle_language_text (language, "needed by %s, and nothing is promised"), needed);
}

static char *
line_phrase (FettleAttention *self, FettleLanguage *language, gint64 now, FettleCalendar *calendar)
{
  g_autofree char *until = fettle_language_format_day_short (language, self->due, fettle_calendar_get_zone (calendar));

  if (self->due <= now)
    /* Translators: a customer could ask a named person until a day that is past. */
    return g_strdup_printf (fettle_language_text (language, "was there until %s; ask once more, then close the line"),
                            until);
  /* Translators: a customer may ask a named person until a day. */
  return g_strdup_printf (fettle_language_text (language, "there to be asked until %s"), until);
}

/* What has waited since a moment; the sentences say for how long. */
static char *
waiting_phrase (FettleAttention *self, FettleLanguage *language, gint64 now, FettleCalendar *calendar)
{
  g_autofree char *span = since_words (language, self->since, now, calendar);

  switch ((int) self->kind)
    {
    case FETTLE_ATTENTION_GREETING:
      return g_strdup_printf (fettle_language_text (language, "here for %s, and nobody has greeted them"), span);
    case FETTLE_ATTENTION_TELL:
      return g_strdup_printf (fettle_language_text (language, "ready for %s, and the customer does not know"), span);
    case FETTLE_ATTENTION_UPDATE:
      return g_strdup_printf (fettle_language_text (language, "no word to the customer for %s"), span);
    case FETTLE_ATTENTION_APPROVAL:
      return g_strdup_printf (fettle_language_text (language, "waiting for the customer’s approval for %s"), span);
    case FETTLE_ATTENTION_STILL:
      /* Translators: a job that stands still; the texts are a stage and a length of time: "“Repairing” for 6 days". */
      return g_strdup_printf (fettle_language_text (language, "“%s” for %s"),
                              fettle_words_stage (language, self->stage), span);
    case FETTLE_ATTENTION_UNCOLLECTED:
      return g_strdup_printf (fettle_language_text (language, "ready for %s and not collected"), span);
    case FETTLE_ATTENTION_SUGGESTION:
      return g_strdup_printf (fettle_language_text (language,
                                                    "given %s ago, and the giver was not told what came of it"),
                              span);
    default:
      return g_strdup_printf (fettle_language_text (language, "open for %s"), span);
    }
}

/**
 * fettle_attention_phrase:
 * @self: judged
 * @language: (nullable): the user's
 * @now: moment
 * @calendar: the shop's
 *
 * Returns: (transfer full): how it stands: "due in 3 days, nothing behind it", "no word to the customer for 4 days"
 */
char *
fettle_attention_phrase (FettleAttention *self, FettleLanguage *language, gint64 now, FettleCalendar *calendar)
{
  switch ((int) self->kind)
    {
    case FETTLE_ATTENTION_PROMISE:
      return promise_phrase (self, language, now, calendar);
    case FETTLE_ATTENTION_NEED_BY:
      return need_by_phrase (self, language, calendar);
    case FETTLE_ATTENTION_LINE:
      return line_phrase (self, language, now, calendar);
    case FETTLE_ATTENTION_COMPENSATION:
    case FETTLE_ATTENTION_REPLY:
    case FETTLE_ATTENTION_NEED:
    case FETTLE_ATTENTION_FOLLOW_UP:
    case FETTLE_ATTENTION_PART_RETURN:
    case FETTLE_ATTENTION_PARCEL:
    case FETTLE_ATTENTION_ARRIVAL:
      return self->due != 0 ? fettle_attention_due_words (language, self->due, now, calendar)
                            : waiting_phrase (self, language, now, calendar);
    default:
      return waiting_phrase (self, language, now, calendar);
    }
}

/* What it is about; a promise that was made without words is about its kind and its device. */
static char *
make_subject (FettleAttention *self, FettleLanguage *language)
{
  const char *kind;

  if (self->text != NULL && *self->text != '\0')
    return g_strdup (self->text);
  kind = self->promise_kind != NULL ? fettle_event_words_promise (language, self->promise_kind)
                                    : fettle_attention_kind_words (language, self->kind);
  if (self->unit_title == NULL)
    return g_strdup (kind);
  /* Translators: a device, and what was promised: "Nimbus Air 13, ready to collect". */
  return g_strdup_printf (fettle_language_text_context (language, "what waits", "%s, %s"), self->unit_title, kind);
}

/* How it stands says of what kind it is; where it is only due, the kind is said with the words. */
static gboolean
speaks_for_itself (FettleAttention *self)
{
  switch ((int) self->kind)
    {
    case FETTLE_ATTENTION_COMPENSATION:
    case FETTLE_ATTENTION_REPLY:
    case FETTLE_ATTENTION_NEED:
    case FETTLE_ATTENTION_FOLLOW_UP:
    case FETTLE_ATTENTION_PART_RETURN:
    case FETTLE_ATTENTION_PARCEL:
    case FETTLE_ATTENTION_ARRIVAL:
    case FETTLE_ATTENTION_CLAIM:
    case FETTLE_ATTENTION_LINE:
    case FETTLE_ATTENTION_SUGGESTION:
      return FALSE;
    default:
      return TRUE;
    }
}

/**
 * fettle_attention_sentence:
 *
 * As fettle_attention_phrase(), with what it is about before it.
 *
 * Returns: (transfer full): "Mainboard in the shop: due in 3 days, nothing behind it", "Reply “Where is it?”: due now"
 */
char *
fettle_attention_sentence (FettleAttention *self, FettleLanguage *language, gint64 now, FettleCalendar *calendar)
{
  g_autofree char *phrase = fettle_attention_phrase (self, language, now, calendar);
  g_autofree char *subject = make_subject (self, language);

  if (!speaks_for_itself (self))
    /* Translators: a kind of thing that waits, what it is about, and how it stands: "Reply “Where is it?”: due now". */
    return g_strdup_printf (fettle_language_text_context (language, "what waits", "%s “%s”: %s"),
                            fettle_attention_kind_words (language, self->kind), subject, phrase);
  /* Translators: what waits, and how it stands: "Mainboard in the shop: due in 3 days". */
  return g_strdup_printf (fettle_language_text_context (language, "what waits", "%s: %s"), subject, phrase);
}
