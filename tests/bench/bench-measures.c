/* bench-measures.c: what the figures of a month and of a year cost, against reading the same rows with bare SQL.
 *
 * A month's figures are what the page shows when it is opened, so they have a bound: no more than four times the bare
 * reading of the rows they are made from. Both read through the same indexes in the same file, in turns.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bench.h"

#include "fettle-clock.h"
#include "fettle-measures-store.h"
#include "fettle-statement.h"

#define ROUNDS 9

static FettleConnection *
open_shop (const char *path)
{
  GError *error = NULL;
  FettleConnection *connection = fettle_connection_open (path, FETTLE_OPEN_EXISTING, &error);

  bench_check (connection != NULL, error);
  return connection;
}

/* The last whole month or year of the shop's book. */
static FettlePeriod
last_period (FettleConnection *connection, FettleSpan span)
{
  gint64 last = 0;
  GError *error = NULL;
  gboolean done
      = fettle_connection_get_int (connection, "SELECT max (handed_over_at) FROM job WHERE handed_over_at <> 0", &last,
                                   &error);

  bench_check (done, error);
  return fettle_period_before (fettle_period_of (span, last / FETTLE_DAY));
}

static double
compute_once (FettleConnection *connection, FettlePeriod period, gint64 *n)
{
  double begins = bench_ms ();
  GError *error = NULL;
  g_autoptr (FettleMeasures) measures = fettle_measures_store_compute (connection, period, NULL, NULL, &error);

  bench_check (measures != NULL, error);
  *n = fettle_measures_figure (measures, FETTLE_MEASURE_TURNAROUND_MEDIAN)->n;
  return bench_ms () - begins;
}

/* The events of what was handed over in both periods, and what came in them: stepped through and not looked at. */
static double
read_once (FettleConnection *connection, FettlePeriod period)
{
  static const char *const queries[] = {
    "SELECT e.* FROM job j CROSS JOIN event e ON e.job_id = j.id WHERE j.handed_over_at >= :from"
    " AND j.handed_over_at < :to AND j.handed_over_at <> 0",
    "SELECT * FROM job WHERE received_at >= :from AND received_at < :to",
  };
  gint64 from = fettle_period_before (period).from * FETTLE_DAY;
  double begins = bench_ms ();

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (FettleStatement) rows = fettle_connection_prepare (connection, queries[i]);
      GError *error = NULL;
      FettleStep step;

      fettle_statement_bind_int (rows, ":from", from);
      fettle_statement_bind_int (rows, ":to", (period.to + 1) * FETTLE_DAY);
      while ((step = fettle_statement_step (rows, &error)) == FETTLE_STEP_ROW)
        continue;
      bench_check (step == FETTLE_STEP_DONE, error);
    }
  return bench_ms () - begins;
}

static void
measure (Bench *bench, FettleConnection *connection, FettleSpan span, const char *budget, double bound)
{
  FettlePeriod period = last_period (connection, span);
  g_autoptr (GArray) ours = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) theirs = g_array_new (FALSE, FALSE, sizeof (double));
  gint64 n = 0;

  for (int round = 0; round < ROUNDS; round++)
    {
      double bare = read_once (connection, period);
      double whole = compute_once (connection, period, &n);

      g_array_append_val (theirs, bare);
      g_array_append_val (ours, whole);
    }
  bench_row (bench, budget, bench_median (ours) / bench_median (theirs), bound, "x",
             "%.0f ms for %" G_GINT64_FORMAT " jobs and those of the period before, bare SQL %.0f ms; %d jobs in all",
             bench_median (ours), n, bench_median (theirs), bench->n_jobs);
}

void
bench_measures (Bench *bench)
{
  g_autoptr (FettleConnection) connection = open_shop (bench->large);

  measure (bench, connection, FETTLE_SPAN_MONTH, "measures of a month, against bare SQL", 4.0);
  measure (bench, connection, FETTLE_SPAN_YEAR, "measures of a year, against bare SQL", 4.0);
}
