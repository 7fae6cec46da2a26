/* test-check.c: whatever is changed behind the program's back is found.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "shop.h"

#include <string.h>

typedef struct
{
  const char *done;
  const char *what;
} Case;

static const Case cases[] = {
  { "UPDATE job SET stage = 'ready' WHERE id = 2", "state" },
  { "UPDATE job SET fault = 'other' WHERE id = 2", "state" },
  { "UPDATE job SET customer_id = 1 WHERE id = 2", "state" },
  { "UPDATE job SET promised_due = promised_due + 1 WHERE id = 2", "state" },
  { "UPDATE job SET stage_since = stage_since - 1 WHERE id = 2", "state" },
  { "UPDATE job SET technician_id = 1 WHERE id = 2", "state" },
  { "UPDATE job SET outcome = 'repaired' WHERE id = 3", "state" },
  { "UPDATE job SET head_hash = '' WHERE id = 2", "chain" },
  { "UPDATE event SET at = at + 1 WHERE job_id = 2 AND seq = 1", "chain" },
  { "UPDATE event SET words = replace (words, 'fault', 'fauLt') WHERE job_id = 2 AND seq = 1", "chain" },
  { "UPDATE event SET details = replace (details, 'repair', 'return') WHERE job_id = 2 AND seq = 1", "chain" },
  { "UPDATE event SET by_id = 2 WHERE job_id = 2 AND seq = 1", "chain" },
  { "DELETE FROM event WHERE job_id = 2 AND seq = 1", "chain" },
  { "DELETE FROM event WHERE job_id = 2 AND seq = 2", "chain" },
  { "UPDATE job SET number = '2026-000009' WHERE id = 2", "gap" },
  { "UPDATE promise SET due = due + 1 WHERE job_id = 2", "promise" },
  { "UPDATE promise SET state = 'kept' WHERE job_id = 2", "promise" },
  { "INSERT INTO job_cost (job_id, seq, at, travel, currency) VALUES (2, 1, 0, 500, 'GBP')", "cost" },
  { "UPDATE number_series SET last = 9", "gap" },
  { "UPDATE job SET number = 'nonsense' WHERE id = 3", "gap" },
  { "DELETE FROM search_queue; DELETE FROM job_text", "search" },
};

static void
fill (Shop *shop)
{
  for (int i = 0; i < 3; i++)
    {
      g_autofree char *name = g_strdup_printf ("Customer %d", i);
      g_autoptr (FettleIntake) intake = shop_intake (name, NULL, "Book", "a fault");
      g_autoptr (FettleJob) job = NULL;

      intake->promised_due = SHOP_NOW + DAY;
      job = shop_take (shop, intake);
    }
}

static void
test_tampering (Shop *shop, gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  gint64 n_jobs = 0, n_events = 0;
  gboolean found = FALSE;

  fill (shop);
  shop_assert_sound (shop);
  fettle_connection_execute (shop->connection, "DROP TRIGGER event_is_kept; DROP TRIGGER event_is_not_changed", &error);
  g_assert_no_error (error);
  fettle_connection_execute (shop->connection, c->done, &error);
  g_assert_no_error (error);
  findings = fettle_check_store_run (shop->connection, NULL, NULL, &n_jobs, &n_events, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    {
      FettleFinding *finding = findings->pdata[i];

      g_test_message ("%s: %s", finding->what, finding->sentence);
      g_assert_cmpint (strlen (finding->sentence), >, 10);
      found |= g_str_equal (finding->what, c->what);
    }
  g_assert_true (found);
}

static void
test_counts (Shop *shop, gconstpointer data)
{
  g_autoptr (GPtrArray) findings = NULL;
  gint64 n_jobs = 0, n_events = 0;

  fill (shop);
  findings = fettle_check_store_run (shop->connection, NULL, NULL, &n_jobs, &n_events, NULL);
  g_assert_cmpuint (findings->len, ==, 0);
  g_assert_cmpint (n_jobs, ==, 3);
  g_assert_cmpint (n_events, ==, 6);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("/check/tampering/%u", i);

      g_test_add (name, Shop, &cases[i], shop_set_up, test_tampering, shop_tear_down);
    }
  shop_add ("/check/counts", test_counts);
  return g_test_run ();
}
