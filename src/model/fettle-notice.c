/* fettle-notice.c: what ought to be said to the staff now: a promise due soon or overdue, a job ready to call about.
 *
 * Only decided here, from plain data and the moment: who has said it already is the store's to know, and how it is said
 * the notifier's. What is older than some days is not said any more; it stands in the list of promises.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-notice.h"

#include <glib/gi18n-lib.h>

#include "fettle-clock.h"

/* After a week shut, what was overdue long ago would be a storm that nobody reads. */
#define OVERDUE_FOR (3 * FETTLE_DAY)
#define READY_FOR   FETTLE_DAY

static const FettleField fettle_notice_fields[] = {
  FETTLE_FIELD (FettleNotice, kind, "kind", INT),       FETTLE_FIELD (FettleNotice, key, "key", STRING),
  FETTLE_FIELD (FettleNotice, job_id, "job-id", INT64), FETTLE_FIELD (FettleNotice, number, "number", STRING),
  FETTLE_FIELD (FettleNotice, text, "text", STRING),    FETTLE_FIELD (FettleNotice, due, "due", INT64),
};

FETTLE_DEFINE_RECORD (FettleNotice, fettle_notice)

static FettleNotice *
promise_notice (FettlePromise *promise, gint64 now, gint64 lead)
{
  FettleNotice *notice;
  gboolean is_overdue = promise->due < now;

  if (promise->state != FETTLE_PROMISE_OPEN || promise->due > now + lead || promise->due < now - OVERDUE_FOR)
    return NULL;
  notice = fettle_notice_new ();
  notice->kind = is_overdue ? FETTLE_NOTICE_OVERDUE : FETTLE_NOTICE_DUE_SOON;
  notice->key = g_strdup_printf ("%s:%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT, is_overdue ? "overdue" : "due-soon",
                                 promise->id, promise->due);
  notice->job_id = promise->job_id;
  notice->number = g_strdup (promise->job_number);
  notice->text = g_strdup (promise->text);
  notice->due = promise->due;
  return notice;
}

static FettleNotice *
ready_notice (FettleJobSummary *job, gint64 now)
{
  FettleNotice *notice;

  if (job->stage != FETTLE_STAGE_READY || job->stage_since < now - READY_FOR)
    return NULL;
  notice = fettle_notice_new ();
  notice->kind = FETTLE_NOTICE_READY;
  notice->key = g_strdup_printf ("ready:%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT, job->id, job->stage_since);
  notice->job_id = job->id;
  notice->number = g_strdup (job->number);
  return notice;
}

/**
 * fettle_notice_list:
 * @promises: (element-type FettlePromise): open ones, at least those due by @now + @lead
 * @ready: (element-type FettleJobSummary): jobs that are ready to collect
 * @now: moment
 * @lead: microseconds before a promise is due that it is told of
 *
 * Returns: (transfer full) (element-type FettleNotice): what is to be said, the most urgent first
 */
GPtrArray *
fettle_notice_list (GPtrArray *promises, GPtrArray *ready, gint64 now, gint64 lead)
{
  GPtrArray *notices = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < promises->len; i++)
    {
      FettleNotice *notice = promise_notice (g_ptr_array_index (promises, i), now, lead);

      if (notice != NULL)
        g_ptr_array_add (notices, notice);
    }
  for (guint i = 0; i < ready->len; i++)
    {
      FettleNotice *notice = ready_notice (g_ptr_array_index (ready, i), now);

      if (notice != NULL)
        g_ptr_array_add (notices, notice);
    }
  return notices;
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
  if (!fettle_stage_is_open (job->summary->stage))
    return FALSE;
  if (self->kind == FETTLE_NOTICE_READY)
    return job->summary->stage == FETTLE_STAGE_READY;
  for (guint i = 0; i < job->promises->len; i++)
    {
      FettlePromise *promise = g_ptr_array_index (job->promises, i);

      if (promise->state == FETTLE_PROMISE_OPEN && promise->due == self->due)
        return TRUE;
    }
  return FALSE;
}

/**
 * fettle_notice_title:
 *
 * Returns: (transfer full): one line, with the job's number
 */
char *
fettle_notice_title (FettleNotice *self)
{
  switch (self->kind)
    {
    case FETTLE_NOTICE_DUE_SOON:
      return g_strdup_printf (_ ("%s: a promise is due soon"), self->number);
    case FETTLE_NOTICE_OVERDUE:
      return g_strdup_printf (_ ("%s: a promise is overdue"), self->number);
    case FETTLE_NOTICE_READY:
      return g_strdup_printf (_ ("%s is ready: call the customer"), self->number);
    case FETTLE_NOTICE_NONE:
    default:
      return g_strdup (self->number);
    }
}

/**
 * fettle_notice_body:
 * @job: its job
 * @now: moment
 * @zone: the shop's
 *
 * A notification may be read by anybody who passes the desk, so the customer is not named.
 *
 * Returns: (transfer full): the device and what was promised
 */
char *
fettle_notice_body (FettleNotice *self, FettleJobSummary *job, gint64 now, GTimeZone *zone)
{
  g_autofree char *due = self->due != 0 ? fettle_language_format_due (NULL, self->due, now, zone) : NULL;
  g_autofree char *promised
      = self->text != NULL && due != NULL ? g_strdup_printf ("%s: %s", self->text, due) : g_strdup (due);

  if (job->unit_title == NULL)
    return promised != NULL ? g_steal_pointer (&promised) : g_strdup ("");
  return promised != NULL ? g_strdup_printf ("%s\n%s", job->unit_title, promised) : g_strdup (job->unit_title);
}
