/* fettle-measures-read.c: the queries behind fettle-measures-store.c.
 *
 * Jobs that were handed over come in the order of their hand-over, and their events and promises in the same order, so
 * that each list is walked beside the other once. On the thread that owns the connection.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-measures-read.h"

#include "fettle-clock.h"
#include "fettle-four-leaks.h"
#include "fettle-statement.h"

/* The longest window after a hand-over in which a device counts as back. */
#define BACK_DAYS 90

#define N_STEPS 8

/* The same words in three queries: they must give the same jobs in the same order. */
#define CLOSED_WHERE                                                                                                   \
  " j.handed_over_at >= :from AND j.handed_over_at < :to AND j.handed_over_at <> 0"                                    \
  " AND NOT EXISTS (SELECT 1 FROM ords_record o WHERE o.job_id = j.id)"
#define CLOSED_ORDER " ORDER BY j.handed_over_at, j.received_at, j.id"

static void
bind_span (FettleStatement *rows, FettleMeasuresReading *reading)
{
  fettle_statement_bind_int (rows, ":from", reading->begins);
  fettle_statement_bind_int (rows, ":to", reading->ends);
}

static void
say_progress (FettleMeasuresReading *reading)
{
  reading->done++;
  if (reading->progress != NULL)
    reading->progress (reading->done * 100 / N_STEPS, reading->data);
}

static guint
find_leaks (FettleStatement *row, int column, FettleStage stage, FettleOutcome outcome)
{
  const FettleLeakFacts facts = {
    .stage = stage,
    .outcome = outcome,
    .has_customer = !fettle_statement_is_null (row, column),
    .has_fault = fettle_statement_boolean (row, column + 1),
    .rechecked_by_id = fettle_statement_int (row, column + 2),
    .fed_back_at = fettle_statement_int (row, column + 3),
  };

  return fettle_four_leaks_missing (&facts);
}

#define LEAK_COLUMNS " j.customer_id, j.fault <> '', j.rechecked_by_id, j.fed_back_at"

static gboolean
read_closed (FettleMeasuresReading *reading, FettleMeasureFacts *facts, GError **error)
{
  g_autoptr (FettleStatement) rows
      = fettle_connection_prepare (reading->connection,
                                   "SELECT j.id, j.unit_id, j.received_at, j.handed_over_at, j.outcome," LEAK_COLUMNS
                                   " FROM job j WHERE" CLOSED_WHERE CLOSED_ORDER);
  FettleStep step;

  bind_span (rows, reading);
  while ((step = fettle_statement_step (rows, error)) == FETTLE_STEP_ROW)
    {
      FettleClosedFact job = { 0 };

      job.job_id = fettle_statement_int (rows, 0);
      job.unit_id = fettle_statement_int (rows, 1);
      job.received_at = fettle_statement_int (rows, 2);
      job.handed_over_at = fettle_statement_int (rows, 3);
      job.outcome = fettle_outcome_from_id (fettle_statement_text (rows, 4));
      job.leaks = find_leaks (rows, 5, FETTLE_STAGE_HANDED_OVER, job.outcome);
      g_array_append_val (facts->closed, job);
    }
  say_progress (reading);
  return step == FETTLE_STEP_DONE;
}

/* Finds the job of a row in the list of closed jobs, of which both go in the same order; NULL where it is none. */
static FettleClosedFact *
walk_to (FettleMeasureFacts *facts, guint *position, gint64 job_id)
{
  while (*position < facts->closed->len && g_array_index (facts->closed, FettleClosedFact, *position).job_id != job_id)
    (*position)++;
  return *position < facts->closed->len ? &g_array_index (facts->closed, FettleClosedFact, *position) : NULL;
}

static gboolean
read_events (FettleMeasuresReading *reading, FettleMeasureFacts *facts, GError **error)
{
  g_autoptr (FettleStatement) rows
      = fettle_connection_prepare (reading->connection,
                                   "SELECT e.job_id, e.what, e.at, e.details ->> '$.clock', e.details ->> '$.to'"
                                   " FROM job j CROSS JOIN event e ON e.job_id = j.id WHERE" CLOSED_WHERE
                                   " AND e.what IN ('received', 'imported', 'moved', 'move-undone', 'clock-set', "
                                   "'diagnosed', 'handed-over')" CLOSED_ORDER ", e.seq");
  guint position = 0;
  FettleStep step;

  bind_span (rows, reading);
  while ((step = fettle_statement_step (rows, error)) == FETTLE_STEP_ROW)
    {
      FettleClosedFact *job = walk_to (facts, &position, fettle_statement_int (rows, 0));

      if (job != NULL)
        fettle_stay_apply (&job->stay, fettle_event_kind_from_id (fettle_statement_text (rows, 1)),
                           fettle_statement_int (rows, 2), fettle_statement_text (rows, 3),
                           fettle_statement_text (rows, 4));
    }
  say_progress (reading);
  return step == FETTLE_STEP_DONE;
}

/* The first promise that a job would be ready is the one that counts, and beside it the last date that was given.
 * Work is done when the job was ready, which is when the store ended the promise. */
static gboolean
read_promises (FettleMeasuresReading *reading, FettleMeasureFacts *facts, GError **error)
{
  g_autoptr (FettleStatement) rows
      = fettle_connection_prepare (reading->connection,
                                   "SELECT p.job_id, p.state, p.ended_at, p.first_due, p.due"
                                   " FROM job j CROSS JOIN promise p ON p.job_id = j.id WHERE" CLOSED_WHERE
                                   " AND p.kind = 'ready' AND p.state IN ('kept', 'kept-late', 'broken')" CLOSED_ORDER
                                   ", p.id");
  guint position = 0;
  FettleStep step;

  bind_span (rows, reading);
  while ((step = fettle_statement_step (rows, error)) == FETTLE_STEP_ROW)
    {
      FettleClosedFact *job = walk_to (facts, &position, fettle_statement_int (rows, 0));
      gboolean broken = fettle_promise_state_from_id (fettle_statement_text (rows, 1)) == FETTLE_PROMISE_BROKEN;
      gint64 done_at = fettle_statement_int (rows, 2);

      if (job == NULL)
        continue;
      if (job->first_promise == FETTLE_KEPT_NOTHING_PROMISED)
        job->first_promise = !broken && done_at <= fettle_statement_int (rows, 3) ? FETTLE_KEPT : FETTLE_KEPT_NOT;
      job->last_promise = !broken && done_at <= fettle_statement_int (rows, 4) ? FETTLE_KEPT : FETTLE_KEPT_NOT;
    }
  say_progress (reading);
  return step == FETTLE_STEP_DONE;
}

static gboolean
read_cancelled (FettleMeasuresReading *reading, FettleMeasureFacts *facts, GError **error)
{
  g_autoptr (FettleStatement) rows
      = fettle_connection_prepare (reading->connection,
                                   "SELECT j.id, j.stage_since," LEAK_COLUMNS " FROM job j WHERE j.stage = 'cancelled'"
                                   " AND j.stage_since >= :from AND j.stage_since < :to"
                                   " AND NOT EXISTS (SELECT 1 FROM ords_record o WHERE o.job_id = j.id) ORDER BY "
                                   "j.stage_since, j.received_at, j.id");
  FettleStep step;

  bind_span (rows, reading);
  while ((step = fettle_statement_step (rows, error)) == FETTLE_STEP_ROW)
    {
      FettleCancelledFact job = { fettle_statement_int (rows, 0), fettle_statement_int (rows, 1),
                                  find_leaks (rows, 2, FETTLE_STAGE_CANCELLED, FETTLE_OUTCOME_NONE) };

      g_array_append_val (facts->cancelled, job);
    }
  say_progress (reading);
  return step == FETTLE_STEP_DONE;
}

/* When a device, or a job, was seen again: moments in order under the id of the unit or of the job it is about. */
typedef struct
{
  GHashTable *units;
  GHashTable *comebacks;
  GHashTable *complaints;
} Again;

static GHashTable *
moments_new (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_array_unref);
}

static void
note_moment (GHashTable *table, gint64 id, gint64 at)
{
  GArray *moments = g_hash_table_lookup (table, &id);

  if (moments == NULL)
    {
      gint64 *key = g_new (gint64, 1);

      *key = id;
      moments = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_hash_table_insert (table, key, moments);
    }
  g_array_append_val (moments, at);
}

/* The first moment after another, or 0. */
static gint64
moment_after (GHashTable *table, gint64 id, gint64 after)
{
  GArray *moments = id != 0 ? g_hash_table_lookup (table, &id) : NULL;

  for (guint i = 0; moments != NULL && i < moments->len; i++)
    if (g_array_index (moments, gint64, i) > after)
      return g_array_index (moments, gint64, i);
  return 0;
}

static gint64
earlier (gint64 a, gint64 b)
{
  return a == 0 ? b : b == 0 ? a : MIN (a, b);
}

static void
note_again (Again *again, FettleStatement *row, FettleKind kind, gint64 received_at)
{
  gint64 unit_id = fettle_statement_int (row, 3);
  gint64 about_id = fettle_statement_int (row, 4);
  const char *about_as = fettle_statement_text (row, 5);

  /* Somebody who asks does not bring the device. */
  if (unit_id != 0 && kind != FETTLE_KIND_ENQUIRY)
    note_moment (again->units, unit_id, received_at);
  if (about_id != 0 && g_strcmp0 (about_as, "comeback") == 0)
    note_moment (again->comebacks, about_id, received_at);
  if (about_id != 0 && g_strcmp0 (about_as, "complaint") == 0)
    note_moment (again->complaints, about_id, received_at);
}

static gboolean
read_received (FettleMeasuresReading *reading, FettleMeasureFacts *facts, Again *again, GError **error)
{
  g_autoptr (FettleStatement) rows
      = fettle_connection_prepare (reading->connection,
                                   "SELECT j.id, j.received_at, j.kind, j.unit_id, j.about_id, j.about_as FROM job j"
                                   " WHERE j.received_at >= :from AND j.received_at < :to"
                                   " AND NOT EXISTS (SELECT 1 FROM ords_record o WHERE o.job_id = j.id)"
                                   " ORDER BY j.received_at, j.id");
  gint64 reach = reading->ends + MAX (BACK_DAYS, facts->rules.fix_days) * FETTLE_DAY + 1;
  FettleStep step;

  fettle_statement_bind_int (rows, ":from", reading->begins);
  fettle_statement_bind_int (rows, ":to", MIN (reach, facts->now + 1));
  while ((step = fettle_statement_step (rows, error)) == FETTLE_STEP_ROW)
    {
      FettleKind kind = fettle_kind_from_id (fettle_statement_text (rows, 2));
      FettleReceivedFact job = { fettle_statement_int (rows, 0), fettle_statement_int (rows, 1), FALSE };

      job.is_complaint = kind == FETTLE_KIND_COMPLAINT || g_strcmp0 (fettle_statement_text (rows, 5), "complaint") == 0;
      note_again (again, rows, kind, job.received_at);
      g_array_append_val (facts->received, job);
    }
  say_progress (reading);
  return step == FETTLE_STEP_DONE;
}

static void
match_again (FettleMeasureFacts *facts, Again *again)
{
  for (guint i = 0; i < facts->closed->len; i++)
    {
      FettleClosedFact *job = &g_array_index (facts->closed, FettleClosedFact, i);

      job->back_at = earlier (moment_after (again->units, job->unit_id, job->handed_over_at),
                              moment_after (again->comebacks, job->job_id, job->handed_over_at));
      job->reopened_at = earlier (job->back_at, moment_after (again->complaints, job->job_id, job->handed_over_at));
    }
}

static gboolean
read_again (FettleMeasuresReading *reading, FettleMeasureFacts *facts, GError **error)
{
  Again again = { moments_new (), moments_new (), moments_new () };
  gboolean done = read_received (reading, facts, &again, error);

  if (done)
    match_again (facts, &again);
  g_hash_table_unref (again.units);
  g_hash_table_unref (again.comebacks);
  g_hash_table_unref (again.complaints);
  return done;
}

static gboolean
read_asked (FettleMeasuresReading *reading, FettleMeasureFacts *facts, const char *sql, GError **error)
{
  g_autoptr (FettleStatement) rows = fettle_connection_prepare (reading->connection, sql);
  FettleStep step;

  bind_span (rows, reading);
  while ((step = fettle_statement_step (rows, error)) == FETTLE_STEP_ROW)
    {
      FettleAskedFact asked = { 0 };

      asked.job_id = fettle_statement_int (rows, 0);
      asked.due = fettle_statement_int (rows, 1);
      asked.answered_at = fettle_statement_int (rows, 2);
      asked.is_return_visit = g_strcmp0 (fettle_statement_text (rows, 3), "return-visit") == 0;
      asked.csat = fettle_statement_is_null (rows, 4) ? -1 : (int) fettle_statement_int (rows, 4);
      asked.nps = fettle_statement_is_null (rows, 5) ? -1 : (int) fettle_statement_int (rows, 5);
      g_array_append_val (facts->asked, asked);
    }
  return step == FETTLE_STEP_DONE;
}

#define ASKED_COLUMNS "SELECT job_id, due, answered_at, kind, csat, nps FROM follow_up WHERE"

/* What was answered in the period, and what fell due in it without being among that. */
static gboolean
read_answers (FettleMeasuresReading *reading, FettleMeasureFacts *facts, GError **error)
{
  gboolean done = read_asked (reading, facts,
                              ASKED_COLUMNS " answered_at >= :from AND answered_at < :to AND answered_at <> 0"
                                            " ORDER BY answered_at, id",
                              error)
                  && read_asked (reading, facts,
                                 ASKED_COLUMNS " due >= :from AND due < :to"
                                               " AND NOT (answered_at >= :from AND answered_at < :to) ORDER BY due, id",
                                 error);

  say_progress (reading);
  return done;
}

/* A line is asked for when it is ordered, else when it is fitted or sent; it was at hand if it came from stock without
 * an order. As long as nobody marks what came from stock or what is ordered, that none is says nothing: no data. */
static gboolean
read_parts (FettleMeasuresReading *reading, FettleMeasureFacts *facts, GError **error)
{
  g_autoptr (FettleStatement) rows
      = fettle_connection_prepare (reading->connection,
                                   "SELECT job_id, at, lower (trim (source)) IN ('stock', '库存'), 0 FROM job_part"
                                   " WHERE ordered_at = 0 AND at >= :from AND at < :to"
                                   " UNION ALL SELECT job_id, ordered_at, 0, 1 FROM job_part"
                                   " WHERE ordered_at <> 0 AND ordered_at >= :from AND ordered_at < :to");
  gboolean marked = FALSE;
  FettleStep step;

  bind_span (rows, reading);
  while ((step = fettle_statement_step (rows, error)) == FETTLE_STEP_ROW)
    {
      FettlePartFact part
          = { fettle_statement_int (rows, 0), fettle_statement_int (rows, 1), fettle_statement_boolean (rows, 2) };

      marked |= part.from_stock || fettle_statement_boolean (rows, 3);
      g_array_append_val (facts->parts, part);
    }
  if (!marked)
    g_array_set_size (facts->parts, 0);
  return step == FETTLE_STEP_DONE;
}

static gboolean
read_tickets (FettleMeasuresReading *reading, FettleMeasureFacts *facts, GError **error)
{
  FettlePeriod before = fettle_period_before (reading->period);
  /* The day of a ticket finds it; the moment it was issued decides. */
  g_autofree char *from = fettle_day_to_string (before.from - 1);
  g_autofree char *to = fettle_day_to_string (reading->period.to + 1);
  g_autoptr (FettleStatement) rows = fettle_connection_prepare (
      reading->connection, "SELECT job_id, issued_at, first_called_at - issued_at FROM ticket"
                           " WHERE day >= :first AND day <= :last AND first_called_at <> 0 ORDER BY day, issued_at");
  FettleStep step;

  fettle_statement_bind_text (rows, ":first", from);
  fettle_statement_bind_text (rows, ":last", to);
  while ((step = fettle_statement_step (rows, error)) == FETTLE_STEP_ROW)
    {
      FettleTicketFact ticket
          = { fettle_statement_int (rows, 0), fettle_statement_int (rows, 1), MAX (fettle_statement_int (rows, 2), 0) };

      g_array_append_val (facts->tickets, ticket);
    }
  say_progress (reading);
  return step == FETTLE_STEP_DONE;
}

static gboolean
read_open_by (FettleMeasuresReading *reading, GArray *open, gint64 at, const char *sql, GError **error)
{
  g_autoptr (FettleStatement) rows = fettle_connection_prepare (reading->connection, sql);
  FettleStep step;

  fettle_statement_bind_int (rows, ":at", at);
  while ((step = fettle_statement_step (rows, error)) == FETTLE_STEP_ROW)
    {
      FettleOpenFact job = { fettle_statement_int (rows, 0), fettle_statement_int (rows, 1) };

      g_array_append_val (open, job);
    }
  return step == FETTLE_STEP_DONE;
}

/* A job was open at a moment if it had come before and is open now, or was closed at that moment or later. One that was
 * cancelled and taken up again counts as open all the time. */
static gboolean
read_open (FettleMeasuresReading *reading, FettleMeasureFacts *facts, gint64 at, GError **error)
{
  GArray *open;

  if (fettle_measure_facts_find_open (facts, at) != NULL)
    return TRUE;
  open = fettle_measure_facts_add_open (facts, at);
  return read_open_by (reading, open, at,
                       "SELECT id, received_at FROM job WHERE stage IN ('received', 'diagnosing', 'waiting-approval',"
                       " 'waiting-parts', 'repairing', 'checking', 'ready') AND received_at < :at",
                       error)
         && read_open_by (reading, open, at,
                          "SELECT id, received_at FROM job WHERE handed_over_at >= :at AND handed_over_at <> 0"
                          " AND received_at < :at",
                          error)
         && read_open_by (reading, open, at,
                          "SELECT id, received_at FROM job WHERE stage = 'cancelled' AND stage_since >= :at"
                          " AND received_at < :at",
                          error);
}

static gboolean
read_standing (FettleMeasuresReading *reading, FettleMeasureFacts *facts, GError **error)
{
  FettlePeriod periods[] = { reading->period, fettle_period_before (reading->period) };

  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    {
      gint64 begins, ends;

      fettle_measures_span (facts, periods[i], &begins, &ends);
      if (ends > begins && (!read_open (reading, facts, begins, error) || !read_open (reading, facts, ends, error)))
        return FALSE;
    }
  say_progress (reading);
  return TRUE;
}

/**
 * fettle_measures_read_all:
 *
 * Fills the facts of the period and of the one before. A cancellable of the connection stops it between any two rows.
 */
gboolean
fettle_measures_read_all (FettleMeasuresReading *reading, FettleMeasureFacts *facts, GError **error)
{
  gint64 unused;

  fettle_measures_span (facts, fettle_period_before (reading->period), &reading->begins, &unused);
  fettle_measures_span (facts, reading->period, &unused, &reading->ends);
  return read_closed (reading, facts, error) && read_events (reading, facts, error)
         && read_promises (reading, facts, error) && read_cancelled (reading, facts, error)
         && read_again (reading, facts, error) && read_answers (reading, facts, error)
         && read_parts (reading, facts, error) && read_tickets (reading, facts, error)
         && read_standing (reading, facts, error);
}
