/* test-cost-store.c: what it cost customers is kept on the timeline, taken back, added up, and nothing of it is lost.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-cost-store.h"
#include "fettle-store-error.h"
#include "fettle-transaction.h"
#include "shop.h"

#include <string.h>

static FettleCost *
make (gint64 job_id, gint64 travel, int minutes, const char *note)
{
  FettleCost *cost = fettle_cost_new ();

  cost->job_id = job_id;
  cost->travel = travel;
  cost->minutes = minutes;
  cost->note = g_strdup (note);
  cost->by_name = g_strdup ("Bo");
  return cost;
}

static gint64
add (Shop *shop, gint64 job_id, gint64 travel, int minutes, const char *note)
{
  g_autoptr (FettleCost) cost = make (job_id, travel, minutes, note);
  g_autoptr (GError) error = NULL;
  gint64 id = fettle_cost_store_add (shop->connection, cost, "Counter 1", &error);

  g_assert_no_error (error);
  g_assert_cmpint (id, !=, 0);
  return id;
}

static void
test_add (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) job = shop_take_in (shop, "Ann", "0170 1", "Book", "dead");
  g_autoptr (FettleJob) after = NULL;
  gint64 id;
  FettleCost *cost;
  FettleEvent *event;

  fettle_clock_set (SHOP_NOW + HOUR);
  id = add (shop, job->summary->id, 1250, 95, "took the train");
  after = shop_load (shop, job->summary->id);
  g_assert_cmpuint (after->costs->len, ==, 1);
  cost = after->costs->pdata[0];
  g_assert_cmpint (cost->id, ==, id);
  g_assert_cmpint (cost->job_id, ==, job->summary->id);
  g_assert_cmpstr (cost->job_number, ==, job->summary->number);
  g_assert_cmpint (cost->at, ==, SHOP_NOW + HOUR);
  g_assert_cmpint (cost->travel, ==, 1250);
  g_assert_cmpint (cost->minutes, ==, 95);
  g_assert_cmpstr (cost->currency, ==, "GBP");
  g_assert_cmpstr (cost->note, ==, "took the train");
  g_assert_cmpstr (cost->by_name, ==, "Bo");
  g_assert_cmpint (cost->taken_back_at, ==, 0);

  event = shop_last_event (after);
  g_assert_cmpint (event->kind, ==, FETTLE_EVENT_COST_NOTED);
  g_assert_true (event->customer_may_read);
  /* What was said in words can be erased without breaking the chain; it is nowhere else. */
  g_assert_null (strstr (event->details, "train"));
  g_assert_nonnull (strstr (event->words, "train"));
  g_assert_nonnull (event->words_hash);
  g_assert_cmpstr (event->desk, ==, "Counter 1");
  shop_assert_sound (shop);
}

/* Nothing about the job itself changes: not its stage, its clock, nor the last word to the customer. */
static void
test_changes_nothing_else (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) job = shop_take_in (shop, "Ann", "0170 1", "Book", "dead");
  g_autoptr (FettleJob) after = NULL;

  fettle_clock_set (SHOP_NOW + HOUR);
  add (shop, job->summary->id, 0, 20, NULL);
  after = shop_load (shop, job->summary->id);
  g_assert_cmpint (after->summary->stage, ==, job->summary->stage);
  g_assert_cmpint (after->summary->clock, ==, job->summary->clock);
  g_assert_cmpint (after->summary->stage_since, ==, job->summary->stage_since);
  g_assert_cmpuint (after->payments->len, ==, 0);
  g_assert_cmpstr (((FettleCost *) after->costs->pdata[0])->currency, ==, NULL);
  g_assert_cmpstr (((FettleCost *) after->costs->pdata[0])->note, ==, NULL);
}

static void
test_refused (Shop *shop, gconstpointer data)
{
  static const struct
  {
    gint64 job_id;
    gint64 travel;
    int minutes;
  } cases[] = { { 1, 0, 0 }, { 1, -5, 10 }, { 1, 0, 99999 }, { 77, 0, 10 } };
  g_autoptr (FettleJob) job = shop_take_in (shop, "Ann", "0170 1", "Book", "dead");
  g_autoptr (FettleJob) after = NULL;
  gint64 n_staff = 0;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FettleCost) cost = make (cases[i].job_id, cases[i].travel, cases[i].minutes, "words");
      g_autoptr (GError) error = NULL;

      g_free (cost->by_name);
      cost->by_name = g_strdup ("Somebody New");
      g_assert_cmpint (fettle_cost_store_add (shop->connection, cost, NULL, &error), ==, 0);
      g_assert_nonnull (error);
    }
  after = shop_load (shop, job->summary->id);
  g_assert_cmpuint (after->events->len, ==, job->events->len);
  g_assert_cmpuint (after->costs->len, ==, 0);
  g_assert_true (fettle_connection_get_int (shop->connection, "SELECT count(*) FROM staff", &n_staff, NULL));
  g_assert_cmpint (n_staff, ==, 2);
  shop_assert_sound (shop);
}

static void
test_take_back (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) job = shop_take_in (shop, "Ann", "0170 1", "Book", "dead");
  g_autoptr (FettleJob) after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) counted = NULL;
  gint64 wrong = add (shop, job->summary->id, 125000, 0, "typed wrong");
  gint64 right = add (shop, job->summary->id, 1250, 0, NULL);

  fettle_clock_set (SHOP_NOW + DAY);
  g_assert_true (fettle_cost_store_take_back (shop->connection, wrong, "Ada", NULL, &error));
  g_assert_no_error (error);
  after = shop_load (shop, job->summary->id);
  g_assert_cmpuint (after->costs->len, ==, 2);
  g_assert_cmpint (((FettleCost *) after->costs->pdata[0])->taken_back_at, ==, SHOP_NOW + DAY);
  g_assert_cmpint (((FettleCost *) after->costs->pdata[1])->taken_back_at, ==, 0);
  g_assert_cmpint (shop_last_event (after)->kind, ==, FETTLE_EVENT_COST_TAKEN_BACK);
  g_assert_cmpstr (shop_last_event (after)->by_name, ==, "Ada");
  counted = fettle_cost_store_list (shop->connection, 0, 50, NULL);
  g_assert_cmpuint (counted->len, ==, 1);
  g_assert_cmpint (((FettleCost *) counted->pdata[0])->id, ==, right);

  g_assert_false (fettle_cost_store_take_back (shop->connection, wrong, "Ada", NULL, &error));
  g_assert_error (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_ALREADY);
  g_clear_error (&error);
  g_assert_false (fettle_cost_store_take_back (shop->connection, 4711, "Ada", NULL, &error));
  g_assert_error (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_NOT_FOUND);
  shop_assert_sound (shop);
}

/* Each customer's own, the newest first; also what was noted after the hand-over, and after two became one. */
static void
test_of_customer (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) first = shop_take_in (shop, "Ann", "0170 1", "Book", "dead");
  g_autoptr (FettleJob) second = shop_take_in (shop, "Ann", "0170 1", "Slate", "dead");
  g_autoptr (FettleJob) other = shop_take_in (shop, "Anne", "0170 2", "Book", "dead");
  g_autoptr (GPtrArray) costs = NULL;

  shop_move (shop, first->summary->id, FETTLE_STAGE_CANCELLED);
  add (shop, first->summary->id, 100, 0, NULL);
  add (shop, second->summary->id, 200, 0, NULL);
  add (shop, other->summary->id, 300, 0, NULL);
  costs = fettle_cost_store_list (shop->connection, first->customer->id, 50, NULL);
  g_assert_cmpuint (costs->len, ==, 2);
  g_assert_cmpint (((FettleCost *) costs->pdata[0])->travel, ==, 200);
  g_assert_cmpint (((FettleCost *) costs->pdata[1])->travel, ==, 100);
  g_clear_pointer (&costs, g_ptr_array_unref);
  costs = fettle_cost_store_list (shop->connection, first->customer->id, 1, NULL);
  g_assert_cmpuint (costs->len, ==, 1);

  g_assert_true (
      fettle_customer_store_merge (shop->connection, first->customer->id, other->customer->id, "Ada", NULL, NULL));
  g_clear_pointer (&costs, g_ptr_array_unref);
  costs = fettle_cost_store_list (shop->connection, first->customer->id, 50, NULL);
  g_assert_cmpuint (costs->len, ==, 3);
  shop_assert_sound (shop);
}

static void
test_intake (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleIntake) intake = shop_intake ("Ann", "0170 1", "Book", "dead");
  g_autoptr (FettleIntake) wrong = shop_intake ("Ben", "0170 2", "Book", "dead");
  g_autoptr (FettleJob) job = NULL;
  g_autoptr (FettleJob) refused = NULL;
  g_autoptr (GError) error = NULL;
  FettleCost *cost;
  gint64 n_jobs = 0;

  intake->cost_travel = g_strdup ("12.50");
  intake->cost_parking = g_strdup ("£4");
  intake->cost_minutes = 30;
  intake->cost_note = g_strdup ("by bus");
  intake->received_at = SHOP_NOW - DAY;
  job = shop_take (shop, intake);
  g_assert_cmpuint (job->costs->len, ==, 1);
  cost = job->costs->pdata[0];
  g_assert_cmpint (cost->travel, ==, 1250);
  g_assert_cmpint (cost->parking, ==, 400);
  g_assert_cmpstr (cost->currency, ==, "GBP");
  g_assert_cmpstr (cost->by_name, ==, "Ada");
  /* It was said when they came. */
  g_assert_cmpint (cost->at, ==, SHOP_NOW - DAY);

  /* A sum that is not understood keeps the whole intake from being half written. */
  wrong->cost_parking = g_strdup ("30 €");
  refused = fettle_job_store_intake (shop->connection, wrong, NULL, &error);
  g_assert_null (refused);
  g_assert_nonnull (error);
  g_assert_true (g_str_has_prefix (error->message, "cost: "));
  g_assert_true (fettle_connection_get_int (shop->connection, "SELECT count(*) FROM job", &n_jobs, NULL));
  g_assert_cmpint (n_jobs, ==, 1);
  shop_assert_sound (shop);
}

/* A row without its event, or with other figures, is found. */
static void
test_agrees (Shop *shop, gconstpointer data)
{
  static const char *const changes[] = {
    "UPDATE job_cost SET travel = travel + 1",
    "UPDATE job_cost SET minutes = 0",
    "UPDATE job_cost SET taken_back_at = 5",
    "DELETE FROM job_cost",
    "INSERT INTO job_cost (job_id, seq, at, parking) VALUES (1, 9, 0, 5)",
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (FettleJob) job = shop_take_in (shop, "Ann", "0170 1", "Book", "dead");
      g_autoptr (FettleTransaction) transaction = NULL;
      g_autoptr (FettleJob) loaded = NULL;
      gboolean agrees = FALSE;

      add (shop, job->summary->id, 100, 10, NULL);
      loaded = shop_load (shop, 1);
      g_assert_true (fettle_cost_store_agrees (shop->connection, 1, loaded->events, &agrees, NULL));
      g_assert_true (agrees);
      transaction = fettle_transaction_begin (shop->connection, G_STRFUNC, NULL);
      g_assert_true (fettle_connection_execute (shop->connection, changes[i], NULL));
      g_assert_true (fettle_cost_store_agrees (shop->connection, 1, loaded->events, &agrees, NULL));
      g_assert_false (agrees);
      /* Freed without a commit: undone. */
    }
  shop_assert_sound (shop);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  shop_add ("/cost-store/add", test_add);
  shop_add ("/cost-store/changes-nothing-else", test_changes_nothing_else);
  shop_add ("/cost-store/refused", test_refused);
  shop_add ("/cost-store/take-back", test_take_back);
  shop_add ("/cost-store/of-customer", test_of_customer);
  shop_add ("/cost-store/intake", test_intake);
  shop_add ("/cost-store/agrees", test_agrees);
  return g_test_run ();
}
