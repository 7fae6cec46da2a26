/* test-board-store.c: the lists of the day: their order, their counts, and what belongs to whom.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-follow-up-store.h"
#include "shop.h"

#include <string.h>

static FettleJob *
take (Shop *shop, const char *model, gint64 due)
{
  g_autoptr (FettleIntake) intake = shop_intake (model, NULL, model, "fault");

  intake->promised_due = due;
  return shop_take (shop, intake);
}

static char *
names (GPtrArray *jobs)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < jobs->len; i++)
    g_string_append (text, ((FettleJobSummary *) jobs->pdata[i])->customer_name);
  return g_strdup (text->str);
}

static FettleBoardColumn *
column (GPtrArray *columns, FettleStage stage)
{
  return columns->pdata[stage - FETTLE_STAGE_RECEIVED];
}

/* A is late, B due, C due later, D and E without a promise in the order in which they came. */
static void
fill (Shop *shop)
{
  static const struct
  {
    const char *model;
    gint64 due;
  } jobs[] = { { "C", SHOP_NOW + 3 * DAY }, { "D", 0 }, { "B", SHOP_NOW + DAY }, { "E", 0 }, { "A", SHOP_NOW + HOUR } };

  for (guint i = 0; i < G_N_ELEMENTS (jobs); i++)
    {
      g_autoptr (FettleJob) job = NULL;

      fettle_clock_set (SHOP_NOW + i);
      job = take (shop, jobs[i].model, jobs[i].due);
    }
  fettle_clock_set (SHOP_NOW + 2 * HOUR);
}

static void
test_fair_order (Shop *shop, gconstpointer data)
{
  g_autoptr (GPtrArray) columns = NULL;
  g_autofree char *order = NULL;

  fill (shop);
  columns = fettle_board_store_load (shop->connection, 0, NULL, 100, NULL);
  g_assert_cmpuint (columns->len, ==, 7);
  for (guint i = 0; i < columns->len; i++)
    g_assert_cmpint (((FettleBoardColumn *) columns->pdata[i])->stage, ==, FETTLE_STAGE_RECEIVED + i);
  order = names (column (columns, FETTLE_STAGE_RECEIVED)->jobs);
  g_assert_cmpstr (order, ==, "ABCDE");
  for (guint i = 0; i < 5; i++)
    g_assert_cmpint (((FettleJobSummary *) column (columns, FETTLE_STAGE_RECEIVED)->jobs->pdata[i])->position, ==,
                     i + 1);
}

static void
test_counts_go_on (Shop *shop, gconstpointer data)
{
  g_autoptr (GPtrArray) columns = NULL;

  fill (shop);
  columns = fettle_board_store_load (shop->connection, 0, NULL, 2, NULL);
  g_assert_cmpuint (column (columns, FETTLE_STAGE_RECEIVED)->jobs->len, ==, 2);
  g_assert_cmpint (column (columns, FETTLE_STAGE_RECEIVED)->n_jobs, ==, 5);
  g_assert_cmpint (column (columns, FETTLE_STAGE_READY)->n_jobs, ==, 0);
}

static void
test_filters (Shop *shop, gconstpointer data)
{
  gint64 bo = fettle_setup_store_staff_id (shop->connection, "Bo", NULL);
  static const struct
  {
    const char *text;
    gboolean of_bo;
    const char *order;
  } cases[] = {
    { NULL, FALSE, "ABCDE" },    { "", FALSE, "ABCDE" },        { "tessera b", FALSE, "B" },
    { "fault", FALSE, "ABCDE" }, { "2026-000003", FALSE, "B" }, { "nothing", FALSE, "" },
    { NULL, TRUE, "CE" },        { "tessera c", TRUE, "C" },    { "tessera a", TRUE, "" },
  };

  fill (shop);
  g_assert_true (fettle_job_store_assign (shop->connection, 1, "Bo", NULL, NULL, NULL));
  g_assert_true (fettle_job_store_assign (shop->connection, 4, "Bo", NULL, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) columns
          = fettle_board_store_load (shop->connection, cases[i].of_bo ? bo : 0, cases[i].text, 100, NULL);
      g_autofree char *order = names (column (columns, FETTLE_STAGE_RECEIVED)->jobs);

      g_assert_cmpstr (order, ==, cases[i].order);
      g_assert_cmpint (column (columns, FETTLE_STAGE_RECEIVED)->n_jobs, ==, (int) strlen (cases[i].order));
    }
}

static void
test_today (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleToday) today = NULL;
  g_autofree char *ready = NULL;
  gint64 midnight = SHOP_NOW - 10 * HOUR;

  fill (shop);
  shop_move (shop, 3, FETTLE_STAGE_READY);
  shop_move (shop, 4, FETTLE_STAGE_CANCELLED);
  today = fettle_board_store_load_today (shop->connection, midnight, midnight + DAY, 10, NULL);
  g_assert_cmpint (today->n_open, ==, 4);
  g_assert_cmpint (today->n_late, ==, 1);
  g_assert_cmpint (today->n_ready, ==, 1);
  g_assert_cmpint (today->n_received, ==, 3);
  g_assert_cmpint (today->n_taken_in, ==, 5);
  g_assert_cmpint (today->n_due, ==, 1);
  g_assert_cmpuint (today->due->len, ==, 1);
  g_assert_cmpstr (((FettlePromise *) today->due->pdata[0])->job_number, ==, "2026-000005");
  ready = names (today->ready);
  g_assert_cmpstr (ready, ==, "B");
}

/* A visit three days after the hand-over, and what is asked on the way: until the day it is nobody's work. */
static void
test_follow_ups (Shop *shop, gconstpointer data)
{
  static const struct
  {
    gint64 now;
    int n_to_follow;
    int n_late;
  } cases[] = {
    { SHOP_NOW + HOUR, 0, 0 },    { SHOP_NOW + DAY, 1, 0 },     { SHOP_NOW + 2 * DAY, 1, 1 },
    { SHOP_NOW + 3 * DAY, 2, 1 }, { SHOP_NOW + 4 * DAY, 2, 2 },
  };
  g_autoptr (FettleJob) job = shop_take_in (shop, "Grace", "07700 900123", "Book", "fault");
  g_autoptr (FettleHandOver) form = fettle_hand_over_new ();

  form->job_id = job->summary->id;
  form->outcome = FETTLE_OUTCOME_REPAIRED;
  g_assert_true (fettle_job_store_hand_over (shop->connection, form, NULL));
  g_assert_cmpint (fettle_follow_up_store_request (shop->connection, job->summary->id, "Ask the maker", "Bo", 0, "Bo",
                                                   NULL, NULL),
                   !=, 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FettleToday) today = NULL;
      gint64 midnight = SHOP_NOW - 10 * HOUR + (cases[i].now - SHOP_NOW) / DAY * DAY;

      fettle_clock_set (cases[i].now);
      today = fettle_board_store_load_today (shop->connection, midnight, midnight + DAY, 10, NULL);
      g_assert_cmpint (today->n_to_follow, ==, cases[i].n_to_follow);
      g_assert_cmpint (today->n_follow_late, ==, cases[i].n_late);
    }
}

/* What is ready waits for its customer: it is not late, whatever was promised. */
static void
test_ready_is_not_late (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleToday) today = NULL;
  g_autoptr (FettleJob) job = take (shop, "A", SHOP_NOW + HOUR);

  shop_move (shop, job->summary->id, FETTLE_STAGE_READY);
  fettle_clock_set (SHOP_NOW + 9 * DAY);
  today = fettle_board_store_load_today (shop->connection, SHOP_NOW, SHOP_NOW + 10 * DAY, 10, NULL);
  g_assert_cmpint (today->n_late, ==, 0);
  g_assert_cmpint (today->n_due, ==, 0);
}

static void
test_bench (Shop *shop, gconstpointer data)
{
  gint64 bo = fettle_setup_store_staff_id (shop->connection, "Bo", NULL);
  g_autoptr (FettleBench) bench = NULL;
  g_autofree char *mine = NULL;
  g_autofree char *next = NULL;

  fill (shop);
  g_assert_true (fettle_job_store_assign (shop->connection, 1, "Bo", NULL, NULL, NULL));
  g_assert_true (fettle_job_store_assign (shop->connection, 3, "Bo", NULL, NULL, NULL));
  shop_move (shop, 2, FETTLE_STAGE_WAITING_PARTS);
  shop_move (shop, 4, FETTLE_STAGE_REPAIRING);
  bench = fettle_board_store_load_bench (shop->connection, bo, NULL);
  mine = names (bench->mine);
  next = names (bench->next);
  g_assert_cmpstr (mine, ==, "BC");
  /* D waits for its part and not for hands. */
  g_assert_cmpstr (next, ==, "AE");
  g_assert_null (bench->current);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  shop_add ("/board-store/fair-order", test_fair_order);
  shop_add ("/board-store/counts-go-on", test_counts_go_on);
  shop_add ("/board-store/filters", test_filters);
  shop_add ("/board-store/today", test_today);
  shop_add ("/board-store/follow-ups", test_follow_ups);
  shop_add ("/board-store/ready-is-not-late", test_ready_is_not_late);
  shop_add ("/board-store/bench", test_bench);
  return g_test_run ();
}
