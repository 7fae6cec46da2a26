/* fettle-follow-up-call.c: one customer, one day, one call, about however many jobs.
 *
 * A return visit belongs to the first job that it was planned for; those that join it stand in follow_up_job. It is
 * asked once and answered once, so it counts once, and each of its jobs' timelines tells of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-follow-up-private.h"

#include "fettle-follow-up-store.h"
#include "fettle-statement.h"

/* The open visit of this customer that is due at that moment, if there is one. */
static gboolean
find_visit (FettleTimeline *timeline, gint64 due, FettleFollowUp **visit, GError **error)
{
  FettleConnection *connection = fettle_timeline_connection (timeline);
  g_autoptr (FettleStatement) row = fettle_connection_prepare (
      connection, "SELECT f.id FROM follow_up f JOIN job j ON j.id = f.job_id WHERE f.state = 'open' AND f.due = :due"
                  " AND f.kind = 'return-visit' AND j.customer_id = :customer ORDER BY f.id LIMIT 1");
  FettleStep step;

  fettle_statement_bind_int (row, ":due", due);
  fettle_statement_bind_int (row, ":customer", fettle_timeline_state (timeline)->customer_id);
  step = fettle_statement_step (row, error);
  if (step == FETTLE_STEP_ROW)
    *visit = fettle_follow_up_store_load (connection, fettle_statement_int (row, 0), error);
  return step == FETTLE_STEP_DONE || *visit != NULL;
}

static gboolean
add_job (FettleConnection *connection, FettleFollowUp *visit, gint64 job_id, GError **error)
{
  g_autoptr (FettleStatement) row = fettle_connection_prepare (
      connection, "INSERT INTO follow_up_job (follow_up_id, job_id) VALUES (:visit, :job) ON CONFLICT DO NOTHING");

  fettle_statement_bind_int (row, ":visit", visit->id);
  fettle_statement_bind_int (row, ":job", job_id);
  return fettle_statement_run (row, error);
}

static gboolean
tell_joined (FettleTimeline *timeline, FettleFollowUp *visit, GError **error)
{
  g_autoptr (FettleDetails) details = fettle_details_new ();

  fettle_details_set_int (details, "follow_up", visit->id);
  fettle_details_set (details, "kind", visit->kind);
  fettle_details_set_int (details, "due", visit->due);
  if (visit->owner_id != 0)
    fettle_details_set_int (details, "owner", visit->owner_id);
  fettle_details_set (details, "name", visit->owner_name);
  fettle_details_set (details, "with", visit->job_number);
  return fettle_timeline_append (timeline, FETTLE_EVENT_FOLLOW_UP_SET, TRUE, details, NULL, error);
}

/**
 * fettle_follow_up_call_join:
 * @timeline: of a job that a return visit is to be planned for
 * @due: moment, which is the closing time of its day
 * @joined: set where the customer is to be called on that day already: then that visit is about this job, too
 *
 * Nobody is called twice on one day. Within the caller's transaction.
 */
gboolean
fettle_follow_up_call_join (FettleTimeline *timeline, gint64 due, gboolean *joined, GError **error)
{
  FettleConnection *connection = fettle_timeline_connection (timeline);
  gint64 job_id = fettle_timeline_job_id (timeline);
  g_autoptr (FettleFollowUp) visit = NULL;

  if (!find_visit (timeline, due, &visit, error))
    return FALSE;
  *joined = visit != NULL;
  /* Two rules may name one day for one job. */
  if (visit == NULL || visit->job_id == job_id)
    return TRUE;
  if (!add_job (connection, visit, job_id, error))
    return FALSE;
  return fettle_connection_changes (connection) == 0 || tell_joined (timeline, visit, error);
}

static GArray *
list_others (FettleConnection *connection, FettleFollowUp *visit, GError **error)
{
  g_autoptr (FettleStatement) rows
      = fettle_connection_prepare (connection,
                                   "SELECT job_id FROM follow_up_job WHERE follow_up_id = :visit ORDER BY job_id");
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  FettleStep step;

  fettle_statement_bind_int (rows, ":visit", visit->id);
  while ((step = fettle_statement_step (rows, error)) == FETTLE_STEP_ROW)
    {
      gint64 id = fettle_statement_int (rows, 0);

      g_array_append_val (ids, id);
    }
  return step == FETTLE_STEP_DONE ? g_steal_pointer (&ids) : NULL;
}

/**
 * fettle_follow_up_call_tell_others:
 * @timeline: of the visit's own job, which was told
 * @details: of that event; "with" is added
 * @words: (nullable): of that event
 * @by_id: staff, 0 for nobody
 *
 * Tells the timelines of the other jobs that the visit is about what happened to it. Within the caller's transaction.
 */
gboolean
fettle_follow_up_call_tell_others (FettleTimeline *timeline,
                                   FettleFollowUp *visit,
                                   FettleDetails *details,
                                   FettleDetails *words,
                                   gint64 by_id,
                                   const char *desk,
                                   GError **error)
{
  FettleConnection *connection = fettle_timeline_connection (timeline);
  g_autoptr (GArray) others = list_others (connection, visit, error);

  fettle_details_set (details, "with", visit->job_number);
  for (guint i = 0; others != NULL && i < others->len; i++)
    {
      g_autoptr (FettleTimeline) other = fettle_timeline_open (connection, g_array_index (others, gint64, i), error);

      if (other == NULL)
        return FALSE;
      fettle_timeline_set_author (other, by_id, desk, fettle_timeline_at (timeline));
      if (!fettle_timeline_append (other, FETTLE_EVENT_FOLLOWED_UP, FALSE, details, words, error)
          || !fettle_timeline_save (other, error))
        return FALSE;
    }
  return others != NULL;
}
