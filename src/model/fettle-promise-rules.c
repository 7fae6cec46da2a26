/* fettle-promise-rules.c: how a promise stands, and by how much it was missed.
 *
 * Source: rules/service.md, "Promises and time": on time is what is kept by the first date; a range counts by its far
 * end; a warning comes before the time and not after. Pure; any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-promise-rules.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "fettle-clock.h"
#include "fettle-event-words.h"

static const struct
{
  const char *id;
  const char *words;
} statuses[FETTLE_N_PROMISE_STATUSES] = {
  [FETTLE_PROMISE_STATUS_NONE] = { "", "" },
  [FETTLE_PROMISE_STATUS_OPEN] = { "open", NC_ ("how a promise stands", "Open") },
  [FETTLE_PROMISE_STATUS_DUE_SOON] = { "due-soon", NC_ ("how a promise stands", "Due soon") },
  [FETTLE_PROMISE_STATUS_DUE_TODAY] = { "due-today", NC_ ("how a promise stands", "Due today") },
  [FETTLE_PROMISE_STATUS_NOTHING_BEHIND] = { "nothing-behind", NC_ ("how a promise stands", "Nothing behind it") },
  [FETTLE_PROMISE_STATUS_OVERDUE] = { "overdue", NC_ ("how a promise stands", "Overdue") },
  [FETTLE_PROMISE_STATUS_KEPT] = { "kept", NC_ ("how a promise stands", "Kept") },
  [FETTLE_PROMISE_STATUS_KEPT_LATE] = { "kept-late", NC_ ("how a promise stands", "Kept late") },
  [FETTLE_PROMISE_STATUS_BROKEN] = { "broken", NC_ ("how a promise stands", "Broken") },
  [FETTLE_PROMISE_STATUS_WITHDRAWN] = { "withdrawn", NC_ ("how a promise stands", "Withdrawn") },
};

static const char *const requirements[] = { "order", "visit", "task", NULL };
static const char *const requirement_words[] = {
  NC_ ("what a promise requires", "An order"),
  NC_ ("what a promise requires", "A visit"),
  NC_ ("what a promise requires", "A task"),
};

/**
 * fettle_promise_status_id:
 *
 * Returns: as the command line writes it
 */
const char *
fettle_promise_status_id (FettlePromiseStatus status)
{
  return statuses[status].id;
}

/**
 * fettle_promise_status_words:
 *
 * Returns: as a heading: "Nothing behind it"
 */
const char *
fettle_promise_status_words (FettleLanguage *language, FettlePromiseStatus status)
{
  if (status == FETTLE_PROMISE_STATUS_NONE)
    return "";
  return fettle_language_text_context (language, "how a promise stands", statuses[status].words);
}

/**
 * fettle_promise_require_ids:
 *
 * Returns: what a promise may require to stand behind it
 */
const char *const *
fettle_promise_require_ids (void)
{
  return requirements;
}

/**
 * fettle_promise_require_words:
 *
 * Returns: as a heading: "An order"; @id itself where it is not known, empty for none
 */
const char *
fettle_promise_require_words (FettleLanguage *language, const char *id)
{
  for (guint i = 0; id != NULL && requirements[i] != NULL; i++)
    if (g_str_equal (requirements[i], id))
      return fettle_language_text_context (language, "what a promise requires", requirement_words[i]);
  return id != NULL ? id : "";
}

/**
 * fettle_promise_default_requires:
 *
 * Returns: (nullable): what a promise of a ready kind requires unless it says otherwise: a part must be ordered
 */
const char *
fettle_promise_default_requires (const char *kind)
{
  return g_strcmp0 (kind, "part") == 0 ? "order" : NULL;
}

/**
 * fettle_promise_has_nothing_behind:
 *
 * Returns: whether it is open and requires something that was not linked yet
 */
gboolean
fettle_promise_has_nothing_behind (FettlePromise *self)
{
  return self->state == FETTLE_PROMISE_OPEN && self->backed_at == 0 && self->requires != NULL && *self->requires != '\0'
         && !g_str_equal (self->requires, "none");
}

/**
 * fettle_promise_is_done:
 *
 * Returns: whether nothing is left to do for an open one: the device that was to be ready is ready
 */
gboolean
fettle_promise_is_done (FettlePromise *self)
{
  return self->state == FETTLE_PROMISE_OPEN && self->stage == FETTLE_STAGE_READY
         && g_strcmp0 (self->kind, "ready") == 0;
}

/**
 * fettle_promise_brings_back:
 *
 * Returns: whether the customer has the device again when it is kept: neither a part that comes nor a call is that.
 *   FETTLE_JOB_BACK_DUE of the store asks the same.
 */
gboolean
fettle_promise_brings_back (FettlePromise *self)
{
  static const char *const kinds[] = { "ready", "visit", "delivery", NULL };

  return self->kind != NULL && g_strv_contains (kinds, self->kind);
}

/**
 * fettle_promise_soon_until:
 * @lead: minutes of opening time
 *
 * Returns: the moment up to which what is due is due soon: @lead from now, at least to the end of the next working day,
 *   so that nobody hears on the day itself for the first time
 */
gint64
fettle_promise_soon_until (FettleCalendar *calendar, gint64 now, int lead)
{
  gint64 led = fettle_calendar_due_in_working_hours (calendar, now, MAX (lead, 0));
  gint64 next = fettle_calendar_due_in_working_days (calendar, now, 1);

  return MAX (MAX (led, next), fettle_calendar_day_end (calendar, now));
}

/**
 * fettle_promise_status:
 * @now: moment
 *
 * Returns: how it stands; a promise with nothing behind it says so until its time has passed, and one whose device is
 *   ready waits for its customer
 */
FettlePromiseStatus
fettle_promise_status (FettlePromise *self, FettleCalendar *calendar, gint64 now)
{
  switch (self->state)
    {
    case FETTLE_PROMISE_OPEN:
      break;
    case FETTLE_PROMISE_KEPT:
      return FETTLE_PROMISE_STATUS_KEPT;
    case FETTLE_PROMISE_KEPT_LATE:
      return FETTLE_PROMISE_STATUS_KEPT_LATE;
    case FETTLE_PROMISE_BROKEN:
      return FETTLE_PROMISE_STATUS_BROKEN;
    case FETTLE_PROMISE_WITHDRAWN:
      return FETTLE_PROMISE_STATUS_WITHDRAWN;
    case FETTLE_PROMISE_NONE:
    default:
      return FETTLE_PROMISE_STATUS_NONE;
    }
  if (fettle_promise_is_done (self))
    return FETTLE_PROMISE_STATUS_OPEN;
  if (self->due < now)
    return FETTLE_PROMISE_STATUS_OVERDUE;
  if (fettle_promise_has_nothing_behind (self))
    return FETTLE_PROMISE_STATUS_NOTHING_BEHIND;
  if (self->due < fettle_calendar_day_end (calendar, now))
    return FETTLE_PROMISE_STATUS_DUE_TODAY;
  return self->due <= fettle_promise_soon_until (calendar, now, self->lead) ? FETTLE_PROMISE_STATUS_DUE_SOON
                                                                            : FETTLE_PROMISE_STATUS_OPEN;
}

/**
 * fettle_promise_missed_by:
 * @now: moment; what is still open counts up to it
 * @days: (out): working days after the day of the first date
 * @working_time: (out): opening time after the first date, in microseconds
 *
 * By how much the first date was missed, whatever was said later.
 *
 * Returns: whether it was missed
 */
gboolean
fettle_promise_missed_by (FettlePromise *self, FettleCalendar *calendar, gint64 now, int *days, gint64 *working_time)
{
  gint64 end
      = self->state == FETTLE_PROMISE_OPEN ? (fettle_promise_is_done (self) ? self->stage_since : now) : self->ended_at;

  *days = 0;
  *working_time = 0;
  if (self->state == FETTLE_PROMISE_WITHDRAWN || self->state == FETTLE_PROMISE_KEPT
      || self->state == FETTLE_PROMISE_NONE)
    return FALSE;
  if (end <= self->first_due)
    return self->state == FETTLE_PROMISE_BROKEN;
  *days = fettle_calendar_working_days_between (calendar, self->first_due, end);
  *working_time = fettle_calendar_working_time_between (calendar, self->first_due, end);
  return TRUE;
}

/**
 * fettle_promise_missed_text:
 *
 * Returns: (transfer full): a piece of a sentence: "broken by 3 working days", "broken by 2 working hours"
 */
char *
fettle_promise_missed_text (FettleLanguage *language, int days, gint64 working_time)
{
  guint64 hours = (guint64) ((working_time + FETTLE_HOUR / 2) / FETTLE_HOUR);
  guint64 minutes = (guint64) MAX ((working_time + FETTLE_MINUTE / 2) / FETTLE_MINUTE, 1);

  if (days > 0)
    return g_strdup_printf (fettle_language_text_plural (language, "broken by %d working day",
                                                         "broken by %d working days", (guint64) days),
                            days);
  if (working_time <= 0)
    return g_strdup (fettle_language_text (language, "broken"));
  if (working_time < FETTLE_HOUR)
    return g_strdup_printf (fettle_language_text_plural (language, "broken by %d minute", "broken by %d minutes",
                                                         minutes),
                            (int) minutes);
  return g_strdup_printf (fettle_language_text_plural (language, "broken by %d working hour",
                                                       "broken by %d working hours", hours),
                          (int) hours);
}

/**
 * fettle_promise_binding_due:
 *
 * The time by which what the shop owes is judged: the first date, unless the customer themselves asked for a later one
 * before it had passed. Wants the revisions.
 *
 * Returns: moment
 */
gint64
fettle_promise_binding_due (FettlePromise *self)
{
  gint64 due = self->first_due;

  for (guint i = 0; i < self->revisions->len; i++)
    {
      FettlePromiseRevision *revision = self->revisions->pdata[i];

      if (g_strcmp0 (revision->reason, "customer") == 0 && revision->at <= due)
        due = MAX (due, revision->due);
    }
  return due;
}

/**
 * fettle_promise_kind_words:
 *
 * Returns: the kind as a heading: the shop's own name for it, or the ready one
 */
const char *
fettle_promise_kind_words (FettlePromise *self, FettleLanguage *language)
{
  if (self->kind_name != NULL && *self->kind_name != '\0')
    return self->kind_name;
  return fettle_event_words_promise (language, self->kind);
}

#define AROUND_WORDS " \t\n,.;:!?()[]\"'/"

/* Shorter words are "the" and "for"; a Chinese one says something with two characters already. */
static gboolean
is_telling (const char *word)
{
  return g_utf8_strlen (word, -1) >= (g_utf8_get_char (word) >= 0x2e80 ? 2 : 4);
}

/* Whether one of the words of @a, without what stands around them, occurs in @b, or is all of it, as "fan" is; both
 * folded. */
static gboolean
shares_word (const char *a, const char *b)
{
  g_auto (GStrv) words = g_strsplit_set (a, AROUND_WORDS, -1);

  for (guint i = 0; words[i] != NULL; i++)
    if ((is_telling (words[i]) && strstr (b, words[i]) != NULL) || (*b != '\0' && g_str_equal (words[i], b)))
      return TRUE;
  return FALSE;
}

/* "Mainboard" in "the board is here by Friday", "PO-4711" in "order PO-4711". */
static gboolean
speaks_of (const char *said, const char *part)
{
  g_autofree char *a = said != NULL ? g_utf8_casefold (said, -1) : NULL;
  g_autofree char *b = part != NULL ? g_utf8_casefold (part, -1) : NULL;

  return a != NULL && b != NULL && (shares_word (a, b) || shares_word (b, a));
}

static gboolean
is_about_part (FettlePromise *self, const char *name, const char *source, const char *serial)
{
  return speaks_of (self->text, name) || speaks_of (self->backing, name) || speaks_of (self->backing, source)
         || speaks_of (self->backing, serial);
}

/* Something was ordered for it, or it says nothing of what it is: then any part will be the one. */
static gboolean
may_be_any_part (FettlePromise *self)
{
  return !fettle_promise_has_nothing_behind (self) || self->text == NULL || *self->text == '\0';
}

/**
 * fettle_promise_kept_by_part:
 * @promises: (element-type FettlePromise): of one job
 * @name: (nullable): what the part is
 * @source: (nullable): where it came from, such as the number of an order
 * @serial: (nullable): of the part
 *
 * Which promise of a part is kept when that part is here: the one whose words or order speak of it, the earliest of
 * several; else the only open one, unless it is about something that nobody has ordered.
 *
 * Returns: (transfer none) (nullable): an open promise of the kind "part"
 */
FettlePromise *
fettle_promise_kept_by_part (GPtrArray *promises, const char *name, const char *source, const char *serial)
{
  FettlePromise *about = NULL, *only = NULL;
  guint n_open = 0;

  for (guint i = 0; i < promises->len; i++)
    {
      FettlePromise *promise = promises->pdata[i];

      if (promise->state != FETTLE_PROMISE_OPEN || g_strcmp0 (promise->kind, "part") != 0)
        continue;
      n_open++;
      only = promise;
      if (is_about_part (promise, name, source, serial) && (about == NULL || promise->due < about->due))
        about = promise;
    }
  if (about != NULL)
    return about;
  return n_open == 1 && may_be_any_part (only) ? only : NULL;
}

static int
year_of (FettleCalendar *calendar, gint64 moment)
{
  g_autofree char *day = fettle_calendar_local_day (calendar, moment);

  return day != NULL ? atoi (day) : 0;
}

/**
 * fettle_promise_calendar_note:
 * @calendar: (nullable): the shop's
 * @now: moment
 * @due: moment, 0 for none
 *
 * Returns: (transfer full) (nullable): a sentence in the user's language where the public holidays of a year up to
 *   @due are not known, so that they are not counted
 */
char *
fettle_promise_calendar_note (FettleCalendar *calendar, gint64 now, gint64 due)
{
  FettleHolidays *holidays = calendar != NULL ? fettle_calendar_get_holidays (calendar) : NULL;
  char *note = NULL;

  if (holidays == NULL || due <= now)
    return NULL;
  for (int year = year_of (calendar, now), last = year_of (calendar, due); note == NULL && year <= last; year++)
    note = fettle_holidays_note (holidays, year);
  return note;
}
