/* fettle-notice.c: what ought to be said to the staff now: what comes due or is overdue, a job ready to call about.
 *
 * Only decided here, from what waits and the moment: who has said it already is the store's to know, and how it is said
 * the notifier's. A promise is said at its lead, when it is due, and on each day after on which the shop is open
 * (rules/service.md). While the shop is closed nothing is said but what comes due then.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-notice.h"

#include <glib/gi18n-lib.h>

#include "fettle-clock.h"

/* What has been overdue for longer is in the list and said with the morning's count. */
#define OVERDUE_FOR (31 * FETTLE_DAY)
#define READY_FOR   FETTLE_DAY
/* While the shop is closed a thing is said to have come due for so long. */
#define AT_DUE FETTLE_HOUR
/* The morning is over so long after the shop has opened. */
#define MORNING (3 * FETTLE_HOUR)

static const FettleField fettle_notice_fields[] = {
  FETTLE_FIELD (FettleNotice, kind, "kind", INT),        FETTLE_FIELD (FettleNotice, what, "what", INT),
  FETTLE_FIELD (FettleNotice, key, "key", STRING),       FETTLE_FIELD (FettleNotice, job_id, "job-id", INT64),
  FETTLE_FIELD (FettleNotice, number, "number", STRING), FETTLE_FIELD (FettleNotice, unit_title, "unit-title", STRING),
  FETTLE_FIELD (FettleNotice, text, "text", STRING),     FETTLE_FIELD (FettleNotice, due, "due", INT64),
  FETTLE_FIELD (FettleNotice, count, "count", INT),      FETTLE_FIELD (FettleNotice, n_now, "n-now", INT),
};

FETTLE_DEFINE_RECORD (FettleNotice, fettle_notice)

/* The moment as the shop's clock on the wall has it. */
typedef struct
{
  FettleCalendar *calendar;
  gint64 now;
  gboolean is_open;
  char *today;
} Moment;

static FettleNotice *
make_notice (FettleNoticeKind kind, FettleAttention *item)
{
  FettleNotice *notice = fettle_notice_new ();

  notice->kind = kind;
  notice->what = item->kind;
  notice->job_id = item->job_id;
  notice->number = g_strdup (item->job_number);
  notice->unit_title = g_strdup (item->unit_title);
  notice->text = g_strdup (item->text);
  notice->due = item->due;
  return notice;
}

static FettleNotice *
due_soon_notice (FettleAttention *item, const Moment *moment)
{
  FettleNotice *notice;

  if (!moment->is_open || !fettle_attention_is_within_lead (item, moment->calendar, moment->now))
    return NULL;
  notice = make_notice (FETTLE_NOTICE_DUE_SOON, item);
  notice->key = g_strdup_printf ("due-soon:%s:%" G_GINT64_FORMAT, item->key, item->due);
  return notice;
}

/* When it comes due, at any hour; else once a day while the shop is open. */
static FettleNotice *
overdue_notice (FettleAttention *item, const Moment *moment)
{
  g_autofree char *due_day = fettle_calendar_local_day (moment->calendar, item->due);
  gboolean is_first_day = g_strcmp0 (due_day, moment->today) == 0;
  FettleNotice *notice;

  if (item->due < moment->now - OVERDUE_FOR || (!moment->is_open && item->due < moment->now - AT_DUE))
    return NULL;
  notice = make_notice (FETTLE_NOTICE_OVERDUE, item);
  notice->key = is_first_day
                    ? g_strdup_printf ("overdue:%s:%" G_GINT64_FORMAT, item->key, item->due)
                    : g_strdup_printf ("overdue:%s:%" G_GINT64_FORMAT ":%s", item->key, item->due, moment->today);
  return notice;
}

static FettleNotice *
ready_notice (FettleAttention *item, const Moment *moment)
{
  FettleNotice *notice;

  if (!moment->is_open || item->since < moment->now - READY_FOR)
    return NULL;
  notice = make_notice (FETTLE_NOTICE_READY, item);
  notice->key = g_strdup_printf ("ready:%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT, item->job_id, item->since);
  g_clear_pointer (&notice->text, g_free);
  return notice;
}

static FettleNotice *
notice_of (FettleAttention *item, const Moment *moment)
{
  FettleNotice *notice;

  switch ((int) item->kind)
    {
    case FETTLE_ATTENTION_PROMISE:
    case FETTLE_ATTENTION_REPLY:
      return item->due > moment->now ? due_soon_notice (item, moment) : overdue_notice (item, moment);
    case FETTLE_ATTENTION_TELL:
      return ready_notice (item, moment);
    case FETTLE_ATTENTION_GREETING:
      notice = make_notice (FETTLE_NOTICE_GREETING, item);
      notice->key = g_strdup (item->key);
      return notice;
    default:
      return NULL;
    }
}

/* How much waits, in the first hours of the day. */
static FettleNotice *
morning_notice (GPtrArray *items, const Moment *moment)
{
  gint64 opened
      = fettle_calendar_next_opening (moment->calendar, fettle_calendar_day_start (moment->calendar, moment->now));
  FettleNotice *notice;

  if (items->len == 0 || opened == 0 || !moment->is_open || moment->now < opened || moment->now >= opened + MORNING)
    return NULL;
  notice = fettle_notice_new ();
  notice->kind = FETTLE_NOTICE_MORNING;
  notice->key = g_strdup_printf ("morning:%s", moment->today);
  notice->count = (int) items->len;
  for (guint i = 0; i < items->len; i++)
    notice->n_now += ((FettleAttention *) items->pdata[i])->severity == FETTLE_SEVERITY_NOW ? 1 : 0;
  return notice;
}

/**
 * fettle_notice_list:
 * @items: (element-type FettleAttention): all that waits, what hurts first in front
 * @calendar: the shop's; one without hours is taken for always open
 * @now: moment
 *
 * Returns: (transfer full) (element-type FettleNotice): what is to be said: the morning's count, then the most urgent
 *   first
 */
GPtrArray *
fettle_notice_list (GPtrArray *items, FettleCalendar *calendar, gint64 now)
{
  GPtrArray *notices = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *today = fettle_calendar_local_day (calendar, now);
  const Moment moment
      = { calendar, now, !fettle_calendar_has_hours (calendar) || fettle_calendar_is_open (calendar, now), today };
  FettleNotice *morning = morning_notice (items, &moment);

  if (morning != NULL)
    g_ptr_array_add (notices, morning);
  for (guint i = 0; i < items->len; i++)
    {
      FettleNotice *notice = notice_of (items->pdata[i], &moment);

      if (notice != NULL)
        g_ptr_array_add (notices, notice);
    }
  return notices;
}

static gboolean
has_open_promise (FettleJob *job, gint64 due)
{
  for (guint i = 0; i < job->promises->len; i++)
    {
      FettlePromise *promise = g_ptr_array_index (job->promises, i);

      if (promise->state == FETTLE_PROMISE_OPEN && promise->due == due)
        return TRUE;
    }
  return FALSE;
}

/**
 * fettle_notice_still_holds:
 * @job: as it is this moment
 *
 * Asked just before it is said: the job may have been handed over, or its promise kept or moved, a second ago.
 *
 * Returns: whether it is still worth saying
 */
gboolean
fettle_notice_still_holds (FettleNotice *self, FettleJob *job)
{
  if (self->kind == FETTLE_NOTICE_READY)
    return job->summary->stage == FETTLE_STAGE_READY;
  if (self->what == FETTLE_ATTENTION_PROMISE)
    return fettle_stage_is_open (job->summary->stage) && has_open_promise (job, self->due);
  return TRUE;
}

static char *
due_soon_title (const char *number, gboolean is_reply)
{
  if (number == NULL)
    return g_strdup (is_reply ? _ ("A reply is due soon") : _ ("A promise is due soon"));
  return is_reply ? g_strdup_printf (_ ("%s: a reply is due soon"), number)
                  : g_strdup_printf (_ ("%s: a promise is due soon"), number);
}

static char *
overdue_title (const char *number, gboolean is_reply)
{
  if (number == NULL)
    return g_strdup (is_reply ? _ ("A reply is overdue") : _ ("A promise is overdue"));
  return is_reply ? g_strdup_printf (_ ("%s: a reply is overdue"), number)
                  : g_strdup_printf (_ ("%s: a promise is overdue"), number);
}

/**
 * fettle_notice_title:
 *
 * Returns: (transfer full): one line, with the job's number
 */
char *
fettle_notice_title (FettleNotice *self)
{
  gboolean is_reply = self->what == FETTLE_ATTENTION_REPLY;

  switch (self->kind)
    {
    case FETTLE_NOTICE_DUE_SOON:
      return due_soon_title (self->number, is_reply);
    case FETTLE_NOTICE_OVERDUE:
      return overdue_title (self->number, is_reply);
    case FETTLE_NOTICE_READY:
      return g_strdup_printf (_ ("%s is ready: call the customer"), self->number);
    case FETTLE_NOTICE_GREETING:
      return g_strdup_printf (_ ("Ticket %s: nobody has greeted them"), self->text);
    case FETTLE_NOTICE_MORNING:
      return g_strdup_printf (ngettext ("%d thing waits for somebody here", "%d things wait for somebody here",
                                        (gulong) self->count),
                              self->count);
    case FETTLE_NOTICE_NONE:
    default:
      return g_strdup (self->number != NULL ? self->number : "");
    }
}

/**
 * fettle_notice_body:
 * @now: moment
 * @zone: the shop's
 *
 * A notification may be read by anybody who passes the desk, so the customer is not named, nor is a message read out.
 *
 * Returns: (transfer full): the device and what was promised
 */
char *
fettle_notice_body (FettleNotice *self, gint64 now, GTimeZone *zone)
{
  g_autofree char *due = self->due != 0 ? fettle_language_format_due (NULL, self->due, now, zone) : NULL;
  gboolean may_read_out = self->text != NULL && *self->text != '\0' && self->what == FETTLE_ATTENTION_PROMISE;
  g_autofree char *promised
      = may_read_out && due != NULL ? g_strdup_printf ("%s: %s", self->text, due) : g_strdup (due);

  if (self->kind == FETTLE_NOTICE_MORNING)
    return self->n_now == 0 ? g_strdup (_ ("Nothing of it is overdue."))
                            : g_strdup_printf (ngettext ("%d of it hurts already.", "%d of them hurt already.",
                                                         (gulong) self->n_now),
                                               self->n_now);
  if (self->kind == FETTLE_NOTICE_GREETING)
    return g_strdup ("");
  if (self->unit_title == NULL)
    return promised != NULL ? g_steal_pointer (&promised) : g_strdup ("");
  return promised != NULL ? g_strdup_printf ("%s\n%s", self->unit_title, promised) : g_strdup (self->unit_title);
}
