/* fettle-board-store.c: the jobs of the day as the boards, the counter and the bench show them.
 *
 * Every list here is of open jobs and comes out of an index in its order, so that it costs what it shows and not what
 * the shop has ever done.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-board-store.h"

#include "fettle-clock.h"
#include "fettle-job-rows.h"
#include "fettle-job-store.h"
#include "fettle-promise-store.h"
#include "fettle-search-text.h"
#include "fettle-statement.h"
#include "fettle-transaction.h"

/* A filtered column is sieved out of this many of its jobs, the first in fair order. */
#define SIEVED_PER_COLUMN 5000

static const FettleField fettle_board_column_fields[] = {
  FETTLE_FIELD (FettleBoardColumn, stage, "stage", INT),
  FETTLE_FIELD (FettleBoardColumn, n_jobs, "n-jobs", INT),
  FETTLE_FIELD (FettleBoardColumn, jobs, "jobs", LIST),
};

FETTLE_DEFINE_RECORD (FettleBoardColumn, fettle_board_column)

static const FettleField fettle_bench_fields[] = {
  FETTLE_FIELD (FettleBench, mine, "mine", LIST),
  FETTLE_FIELD (FettleBench, next, "next", LIST),
  FETTLE_FIELD (FettleBench, current, "current", RECORD),
};

FETTLE_DEFINE_RECORD (FettleBench, fettle_bench)

static const FettleField fettle_today_fields[] = {
  FETTLE_FIELD (FettleToday, waiting, "waiting", LIST),
  FETTLE_FIELD (FettleToday, due, "due", LIST),
  FETTLE_FIELD (FettleToday, ready, "ready", LIST),
  FETTLE_FIELD (FettleToday, n_open, "n-open", INT),
  FETTLE_FIELD (FettleToday, n_late, "n-late", INT),
  FETTLE_FIELD (FettleToday, n_due, "n-due", INT),
  FETTLE_FIELD (FettleToday, n_ready, "n-ready", INT),
  FETTLE_FIELD (FettleToday, n_received, "n-received", INT),
  FETTLE_FIELD (FettleToday, n_taken_in, "n-taken-in", INT),
  FETTLE_FIELD (FettleToday, n_to_follow, "n-to-follow", INT),
  FETTLE_FIELD (FettleToday, n_follow_late, "n-follow-late", INT),
};

FETTLE_DEFINE_RECORD (FettleToday, fettle_today)

/* The plus before the stage: SQLite would otherwise plan anew for each stage that is bound, looking for an index of
   that stage alone. */
static GPtrArray *
load_stage (FettleConnection *connection, FettleStage stage, int limit, GError **error)
{
  g_autoptr (FettleStatement) rows
      = fettle_connection_prepare (connection,
                                   "SELECT " FETTLE_JOB_SUMMARY_COLUMNS FETTLE_JOB_SUMMARY_TABLES
                                   "WHERE j.stage = +:stage ORDER BY j.sort_due, j.received_at, j.id LIMIT :limit");
  g_autoptr (GPtrArray) jobs = NULL;

  fettle_statement_bind_text (rows, ":stage", fettle_stage_id (stage));
  fettle_statement_bind_int (rows, ":limit", limit);
  jobs = fettle_job_rows_read_summaries (rows, error);
  for (guint i = 0; jobs != NULL && i < jobs->len; i++)
    ((FettleJobSummary *) jobs->pdata[i])->position = i + 1;
  return g_steal_pointer (&jobs);
}

static gboolean
count_stage (FettleConnection *connection, FettleStage stage, gint64 due_before, int *count, GError **error)
{
  g_autoptr (FettleStatement) row
      = fettle_connection_prepare (connection,
                                   "SELECT count(*) FROM job WHERE stage = +:stage AND sort_due <= :before");

  fettle_statement_bind_text (row, ":stage", fettle_stage_id (stage));
  fettle_statement_bind_int (row, ":before", due_before);
  if (fettle_statement_step (row, error) != FETTLE_STEP_ROW)
    return FALSE;
  *count = fettle_statement_int (row, 0);
  return TRUE;
}

static gboolean
is_wanted (FettleJobSummary *job, gint64 technician_id, FettleSearchQuery *query)
{
  g_autofree char *text = NULL;
  g_autofree char *normalised = NULL;

  if (technician_id != 0 && job->technician_id != technician_id)
    return FALSE;
  if (query == NULL || fettle_search_query_get_n_terms (query) == 0)
    return TRUE;
  text = g_strdup_printf ("%s\n%s\n%s\n%s\n%s\n%s", job->number, job->unit_title,
                          job->customer_name != NULL ? job->customer_name : "", job->phone != NULL ? job->phone : "",
                          job->serial != NULL ? job->serial : "", job->fault);
  normalised = fettle_search_normalise (text);
  return fettle_search_query_matches (query, normalised);
}

static gboolean
sieve_column (FettleConnection *connection,
              FettleBoardColumn *column,
              gint64 technician_id,
              FettleSearchQuery *query,
              int per_column,
              GError **error)
{
  g_autoptr (GPtrArray) jobs = load_stage (connection, column->stage, SIEVED_PER_COLUMN, error);

  for (guint i = 0; jobs != NULL && i < jobs->len; i++)
    {
      if (!is_wanted (jobs->pdata[i], technician_id, query))
        continue;
      if (column->n_jobs++ < per_column)
        g_ptr_array_add (column->jobs, g_object_ref (jobs->pdata[i]));
    }
  return jobs != NULL;
}

static gboolean
fill_column (FettleConnection *connection, FettleBoardColumn *column, int per_column, GError **error)
{
  g_autoptr (GPtrArray) jobs = load_stage (connection, column->stage, per_column, error);

  if (jobs == NULL || !count_stage (connection, column->stage, G_MAXINT64, &column->n_jobs, error))
    return FALSE;
  g_ptr_array_unref (column->jobs);
  column->jobs = g_steal_pointer (&jobs);
  return TRUE;
}

/**
 * fettle_board_store_load:
 * @technician_id: only this person's jobs, or 0
 * @text: (nullable): only jobs with these words
 * @per_column: how many cards a column holds at the most; its count goes on
 *
 * Returns: (transfer full) (element-type FettleBoardColumn) (nullable): the open stages in order, read in one moment
 */
GPtrArray *
fettle_board_store_load (FettleConnection *connection,
                         gint64 technician_id,
                         const char *text,
                         int per_column,
                         GError **error)
{
  g_autoptr (FettleTransaction) moment = fettle_transaction_begin_read (connection, G_STRFUNC, error);
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (FettleSearchQuery) query = text != NULL && *text != '\0' ? fettle_search_query_new (text) : NULL;

  if (moment == NULL)
    return NULL;
  for (FettleStage stage = FETTLE_STAGE_RECEIVED; stage <= FETTLE_STAGE_READY; stage++)
    {
      FettleBoardColumn *column = fettle_board_column_new ();
      gboolean done;

      g_ptr_array_add (columns, column);
      column->stage = stage;
      if (technician_id != 0 || query != NULL)
        done = sieve_column (connection, column, technician_id, query, per_column, error);
      else
        done = fill_column (connection, column, per_column, error);
      if (!done)
        return NULL;
    }
  return g_steal_pointer (&columns);
}

static GPtrArray *
load_held (FettleConnection *connection, gint64 staff_id, GError **error)
{
  g_autoptr (FettleStatement) rows
      = fettle_connection_prepare (connection,
                                   "SELECT " FETTLE_JOB_SUMMARY_COLUMNS FETTLE_JOB_SUMMARY_TABLES
                                   "WHERE j.technician_id = :staff AND j.stage NOT IN ('handed-over', 'cancelled')"
                                   " ORDER BY j.sort_due, j.received_at LIMIT 200");

  fettle_statement_bind_int (rows, ":staff", staff_id);
  return fettle_job_rows_read_summaries (rows, error);
}

static int
compare_fair (gconstpointer a, gconstpointer b)
{
  return fettle_job_summary_compare_fair (*(FettleJobSummary *const *) a, *(FettleJobSummary *const *) b);
}

/* What waits for hands: in a stage where the time is ours, and nobody holds it. */
static GPtrArray *
load_unheld (FettleConnection *connection, GError **error)
{
  static const FettleStage stages[]
      = { FETTLE_STAGE_RECEIVED, FETTLE_STAGE_DIAGNOSING, FETTLE_STAGE_REPAIRING, FETTLE_STAGE_CHECKING };
  g_autoptr (GPtrArray) next = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint s = 0; s < G_N_ELEMENTS (stages); s++)
    {
      g_autoptr (GPtrArray) jobs = load_stage (connection, stages[s], 200, error);

      if (jobs == NULL)
        return NULL;
      for (guint i = 0; i < jobs->len; i++)
        if (((FettleJobSummary *) jobs->pdata[i])->technician_id == 0)
          g_ptr_array_add (next, g_object_ref (jobs->pdata[i]));
    }
  g_ptr_array_sort (next, compare_fair);
  return g_steal_pointer (&next);
}

static gboolean
find_current (FettleConnection *connection, FettleBench *bench, gint64 staff_id, GError **error)
{
  g_autoptr (FettleStatement) row = fettle_connection_prepare (
      connection, "SELECT id FROM job WHERE technician_id = :staff AND stage NOT IN ('handed-over', 'cancelled')"
                  " AND working_since <> 0 ORDER BY working_since DESC LIMIT 1");
  FettleStep step;

  fettle_statement_bind_int (row, ":staff", staff_id);
  step = fettle_statement_step (row, error);
  if (step == FETTLE_STEP_ROW)
    bench->current = fettle_job_store_load (connection, fettle_statement_int (row, 0), error);
  return step == FETTLE_STEP_DONE || bench->current != NULL;
}

/**
 * fettle_board_store_load_bench:
 * @staff_id: whose bench
 *
 * Returns: (transfer full) (nullable): what this person holds, what is next, what they work on
 */
FettleBench *
fettle_board_store_load_bench (FettleConnection *connection, gint64 staff_id, GError **error)
{
  g_autoptr (FettleBench) bench = fettle_bench_new ();
  g_autoptr (GPtrArray) mine = load_held (connection, staff_id, error);
  g_autoptr (GPtrArray) next = mine != NULL ? load_unheld (connection, error) : NULL;

  if (next == NULL || !find_current (connection, bench, staff_id, error))
    return NULL;
  g_ptr_array_unref (bench->mine);
  g_ptr_array_unref (bench->next);
  bench->mine = g_steal_pointer (&mine);
  bench->next = g_steal_pointer (&next);
  return g_steal_pointer (&bench);
}

static gboolean
count_open (FettleConnection *connection, FettleToday *today, GError **error)
{
  for (FettleStage stage = FETTLE_STAGE_RECEIVED; stage <= FETTLE_STAGE_READY; stage++)
    {
      int count = 0, late = 0;

      if (!count_stage (connection, stage, G_MAXINT64, &count, error)
          || (stage != FETTLE_STAGE_READY && !count_stage (connection, stage, fettle_clock_now () - 1, &late, error)))
        return FALSE;
      today->n_open += count;
      today->n_late += late;
      if (stage == FETTLE_STAGE_RECEIVED)
        today->n_received = count;
      if (stage == FETTLE_STAGE_READY)
        today->n_ready = count;
    }
  return TRUE;
}

static gboolean
count_day (FettleConnection *connection, FettleToday *today, gint64 begins, gint64 ends, GError **error)
{
  g_autoptr (FettleStatement) taken
      = fettle_connection_prepare (connection,
                                   "SELECT count(*) FROM job WHERE received_at >= :begins AND received_at < :ends");
  g_autoptr (FettleStatement) due = fettle_connection_prepare (
      connection,
      "SELECT count(*) FROM promise p JOIN job j ON j.id = p.job_id WHERE p.state = 'open' AND p.due < :ends"
      " AND NOT (p.kind = 'ready' AND j.stage = 'ready')");

  fettle_statement_bind_int (taken, ":begins", begins);
  fettle_statement_bind_int (taken, ":ends", ends);
  fettle_statement_bind_int (due, ":ends", ends);
  if (fettle_statement_step (taken, error) != FETTLE_STEP_ROW || fettle_statement_step (due, error) != FETTLE_STEP_ROW)
    return FALSE;
  today->n_taken_in = fettle_statement_int (taken, 0);
  today->n_due = fettle_statement_int (due, 0);
  return TRUE;
}

static gboolean
count_follow_ups (FettleConnection *connection, FettleToday *today, gint64 ends, GError **error)
{
  g_autoptr (FettleStatement) row
      = fettle_connection_prepare (connection, "SELECT count(*), coalesce (sum (due < :now), 0) FROM follow_up"
                                               " WHERE state = 'open' AND due < :ends");

  fettle_statement_bind_int (row, ":now", fettle_clock_now ());
  fettle_statement_bind_int (row, ":ends", ends);
  if (fettle_statement_step (row, error) != FETTLE_STEP_ROW)
    return FALSE;
  today->n_to_follow = (int) fettle_statement_int (row, 0);
  today->n_follow_late = (int) fettle_statement_int (row, 1);
  return TRUE;
}

/**
 * fettle_board_store_load_today:
 * @day_begins: moment of the shop's last midnight
 * @day_ends: moment of its next
 * @limit: how many of each list
 *
 * Returns: (transfer full) (nullable): what the counter shows below its search box, and the counts beside the places
 */
FettleToday *
fettle_board_store_load_today (FettleConnection *connection,
                               gint64 day_begins,
                               gint64 day_ends,
                               int limit,
                               GError **error)
{
  g_autoptr (FettleToday) today = fettle_today_new ();
  g_autoptr (GPtrArray) waiting = load_stage (connection, FETTLE_STAGE_RECEIVED, limit, error);
  g_autoptr (GPtrArray) ready = waiting != NULL ? load_stage (connection, FETTLE_STAGE_READY, limit, error) : NULL;
  g_autoptr (GPtrArray) due
      = ready != NULL ? fettle_promise_store_list_open (connection, day_ends, limit, error) : NULL;

  if (due == NULL || !count_open (connection, today, error)
      || !count_day (connection, today, day_begins, day_ends, error)
      || !count_follow_ups (connection, today, day_ends, error))
    return NULL;
  g_ptr_array_unref (today->waiting);
  g_ptr_array_unref (today->ready);
  g_ptr_array_unref (today->due);
  today->waiting = g_steal_pointer (&waiting);
  today->ready = g_steal_pointer (&ready);
  today->due = g_steal_pointer (&due);
  return g_steal_pointer (&today);
}
