/* bench-growth.c: what costs more in a shop that has a hundred times the history.
 *
 * The same work is done in turns in a small and in a large shop; the work at hand is the same in both.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bench.h"

#include "fettle-board-store.h"
#include "fettle-clock.h"
#include "fettle-customer-store.h"
#include "fettle-job-store.h"
#include "fettle-search-store.h"
#include "fettle-statement.h"

#define ROUNDS     120
#define WARM       20
#define PER_COLUMN 100

typedef struct
{
  FettleConnection *connection;
  BenchWords *words;
  GArray *jobs;
  guint turn;
} Side;

typedef struct
{
  const char *budget;
  double bound;
  void (*act) (Side *side);
} Act;

static gint64
next_job (Side *side)
{
  return g_array_index (side->jobs, gint64, side->turn % side->jobs->len);
}

static void
take_in (Side *side)
{
  g_autoptr (FettleIntake) intake = bench_words_intake (side->words);
  GError *error = NULL;
  g_autoptr (FettleTakenIn) taken = fettle_job_store_take_in (side->connection, intake, "Counter 1", &error);

  bench_check (taken != NULL, error);
}

static void
move (Side *side)
{
  g_autoptr (FettleMove) form = fettle_move_new ();
  GError *error = NULL;

  form->job_id = next_job (side);
  form->to = side->turn / side->jobs->len % 2 == 0 ? FETTLE_STAGE_CHECKING : FETTLE_STAGE_REPAIRING;
  form->by = g_strdup ("Bo");
  form->note = g_strdup ("next");
  bench_check (fettle_job_store_move (side->connection, form, &error), error);
}

static void
load_board (Side *side)
{
  GError *error = NULL;
  g_autoptr (GPtrArray) columns = fettle_board_store_load (side->connection, 0, NULL, PER_COLUMN, &error);

  bench_check (columns != NULL, error);
}

static void
load_today (Side *side)
{
  gint64 now = fettle_clock_now ();
  GError *error = NULL;
  g_autoptr (FettleToday) today
      = fettle_board_store_load_today (side->connection, now - FETTLE_HOUR, now + FETTLE_HOUR, 100, &error);

  bench_check (today != NULL, error);
}

static void
load_bench (Side *side)
{
  GError *error = NULL;
  g_autoptr (FettleBench) bench = fettle_board_store_load_bench (side->connection, 2, &error);

  bench_check (bench != NULL, error);
}

static void
load_page (Side *side)
{
  GError *error = NULL;
  g_autoptr (FettleJob) job = fettle_job_store_load (side->connection, next_job (side), &error);

  bench_check (job != NULL, error);
}

static void
list_open (Side *side)
{
  g_autoptr (FettleJobFilter) filter = fettle_job_filter_new ();
  GError *error = NULL;
  g_autoptr (GPtrArray) jobs = NULL;

  filter->open_only = TRUE;
  filter->stage = side->turn % 2 == 0 ? FETTLE_STAGE_NONE : FETTLE_STAGE_REPAIRING;
  filter->limit = 100;
  jobs = fettle_job_store_list (side->connection, filter, &error);
  bench_check (jobs != NULL, error);
}

static void
list_customers (Side *side)
{
  GError *error = NULL;
  g_autoptr (GPtrArray) customers = fettle_customer_store_list (side->connection, NULL, "m", 0, 100, &error);

  bench_check (customers != NULL, error);
}

/* A serial's middle finds as many in both: one or none. */
static void
search (Side *side)
{
  g_autofree char *serial = bench_words_serial (side->words);
  GError *error = NULL;
  g_autoptr (GPtrArray) jobs = NULL;

  serial[8] = '\0';
  jobs = fettle_search_store_find (side->connection, serial + 2, 0, 50, &error);
  bench_check (jobs != NULL, error);
}

static const Act acts[] = {
  { "growth of intake", 1.3, take_in },          { "growth of a move", 1.3, move },
  { "growth of the board", 1.3, load_board },    { "growth of the job page", 1.3, load_page },
  { "growth of today", 0.0, load_today },        { "growth of the bench", 0.0, load_bench },
  { "growth of lists of jobs", 0.0, list_open }, { "growth of customers", 0.0, list_customers },
  { "growth of search", 0.0, search },
};

/* Jobs in repair, so that both sides move the same. */
static void
open_side (Side *side, const char *path)
{
  g_autoptr (FettleStatement) rows = NULL;
  GError *error = NULL;
  FettleStep step;

  side->connection = fettle_connection_open (path, FETTLE_OPEN_EXISTING, &error);
  bench_check (side->connection != NULL, error);
  side->words = bench_words_new (NULL, 13);
  side->jobs = g_array_new (FALSE, FALSE, sizeof (gint64));
  rows = fettle_connection_prepare (side->connection, "SELECT id FROM job WHERE stage = 'repairing' LIMIT 40");
  while ((step = fettle_statement_step (rows, &error)) == FETTLE_STEP_ROW)
    {
      gint64 id = fettle_statement_int (rows, 0);

      g_array_append_val (side->jobs, id);
    }
  bench_check (step == FETTLE_STEP_DONE && side->jobs->len > 0, error);
}

static void
close_side (Side *side)
{
  g_clear_pointer (&side->connection, fettle_connection_unref);
  bench_words_free (side->words);
  g_array_unref (side->jobs);
}

static void
act_once (Side *side, const Act *act, guint turn, GArray *times)
{
  double begins = bench_ms (), time;

  side->turn = turn;
  act->act (side);
  time = bench_ms () - begins;
  if (turn >= WARM)
    g_array_append_val (times, time);
}

static void
compare (Bench *bench, Side *small, Side *large, const Act *act)
{
  g_autoptr (GArray) few = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) many = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint turn = 0; turn < ROUNDS + WARM; turn++)
    {
      act_once (small, act, turn, few);
      act_once (large, act, turn, many);
    }
  bench_row (bench, act->budget, bench_median (many) / bench_median (few), act->bound, "x",
             "%.2f ms with %d jobs, %.2f ms with %d", bench_median (many), bench->n_jobs, bench_median (few),
             bench->n_few);
}

void
bench_growth (Bench *bench)
{
  g_autofree char *small_path = bench_scratch (bench, bench->small);
  g_autofree char *large_path = bench_scratch (bench, bench->large);
  Side small = { NULL }, large = { NULL };

  open_side (&small, small_path);
  open_side (&large, large_path);
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    compare (bench, &small, &large, &acts[i]);
  close_side (&small);
  close_side (&large);
  bench_scratch_remove (small_path);
  bench_scratch_remove (large_path);
}
