/* test-demo.c: the demonstration shop has everything there is to see, and is the same each time.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-demo.h"
#include "shop.h"

static void
test_everything_occurs (Shop *shop, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (fettle_demo_fill (shop->connection, &error));
  g_assert_no_error (error);
  for (FettleStage stage = FETTLE_STAGE_RECEIVED; stage <= FETTLE_STAGE_CANCELLED; stage++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM job WHERE stage = '%s'", fettle_stage_id (stage));

      g_assert_cmpint (shop_file_number (shop->connection, sql), >, 0);
    }
  for (FettlePromiseState state = FETTLE_PROMISE_OPEN; state <= FETTLE_PROMISE_WITHDRAWN; state++)
    {
      g_autofree char *sql
          = g_strdup_printf ("SELECT count(*) FROM promise WHERE state = '%s'", fettle_promise_state_id (state));

      g_assert_cmpint (shop_file_number (shop->connection, sql), >, 0);
    }
  g_assert_cmpint (shop_file_number (shop->connection, "SELECT count(*) FROM promise_revision"), >, 0);
  g_assert_cmpint (shop_file_number (shop->connection, "SELECT count(*) FROM customer WHERE n_jobs > 1"), >, 5);
  g_assert_cmpint (shop_file_number (shop->connection, "SELECT count(*) FROM unit WHERE n_jobs > 1"), >, 0);
  g_assert_cmpint (shop_file_number (shop->connection, "SELECT count(*) FROM search_queue"), ==, 0);
  g_assert_cmpint (shop_file_number (shop->connection, "SELECT count(*) FROM contact WHERE answered_at = 0"
                                                       " AND reply_by <> 0"),
                   >=, 2);
  g_assert_cmpint (shop_file_number (shop->connection, "SELECT count(*) FROM job WHERE device_here = 0"), >=, 1);
  g_assert_cmpint (shop_file_number (shop->connection, "SELECT count(*) FROM job_option WHERE chosen_at <> 0"), ==, 1);
  g_assert_cmpint (shop_file_number (shop->connection, "SELECT count(*) FROM job_cost"), >=, 15);
  g_assert_cmpint (shop_file_number (shop->connection, "SELECT count(DISTINCT segment) FROM customer"), ==, 3);
  g_assert_cmpint (shop_file_number (shop->connection, "SELECT count(*) FROM customer WHERE referral IS NULL"), >, 5);
  shop_assert_sound (shop);
  g_assert_false (fettle_demo_fill (shop->connection, &error));
  shop_file_expect (error, FETTLE_STORE_ERROR_ALREADY);
}

/* Nothing happens after now, nor before its job came in; and what was entered was entered when it happened. */
static void
test_times_are_believable (Shop *shop, gconstpointer data)
{
  g_autofree char *future = g_strdup_printf ("SELECT count(*) FROM event WHERE at > %" G_GINT64_FORMAT, SHOP_NOW);

  g_assert_true (fettle_demo_fill (shop->connection, NULL));
  g_assert_cmpint (shop_file_number (shop->connection, future), ==, 0);
  g_assert_cmpint (shop_file_number (shop->connection, "SELECT count(*) FROM event e JOIN job j ON j.id = e.job_id"
                                                       " WHERE e.at < j.received_at"),
                   ==, 0);
  g_assert_cmpint (
      shop_file_number (shop->connection,
                        "SELECT count(*) FROM event WHERE entered_at <> at AND what <> 'compensation-due'"),
      ==, 0);
  g_assert_cmpint (fettle_clock_now (), ==, SHOP_NOW);
}

static void
test_same_each_time (Shop *shop, gconstpointer data)
{
  static const char *const sums[] = {
    "SELECT count(*) FROM event",
    "SELECT sum(at % 1000003) FROM event",
    "SELECT sum(length(fault) * id) FROM job",
    "SELECT sum(due % 1000003) FROM promise",
  };
  gint64 first[G_N_ELEMENTS (sums)];

  g_assert_true (fettle_demo_fill (shop->connection, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (sums); i++)
    first[i] = shop_file_number (shop->connection, sums[i]);
  shop_tear_down (shop, NULL);
  shop_set_up (shop, NULL);
  g_assert_true (fettle_demo_fill (shop->connection, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (sums); i++)
    g_assert_cmpint (shop_file_number (shop->connection, sums[i]), ==, first[i]);
}

/* On a Sunday night at the turn of the year, and without any opening hours. */
static void
test_odd_moments (Shop *shop, gconstpointer data)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  fettle_clock_set (G_GINT64_CONSTANT (1767225601) * G_USEC_PER_SEC);
  g_assert_true (fettle_demo_fill (shop->connection, &error));
  g_assert_no_error (error);
  shop_assert_sound (shop);

  shop_tear_down (shop, NULL);
  shop_set_up (shop, NULL);
  g_assert_true (fettle_setup_store_save_hours (shop->connection, none, none, NULL));
  g_assert_true (fettle_demo_fill (shop->connection, &error));
  g_assert_no_error (error);
  shop_assert_sound (shop);
}

static gboolean
has_chinese (const char *text)
{
  for (const char *at = text; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_get_script (g_utf8_get_char (at)) == G_UNICODE_SCRIPT_HAN)
      return TRUE;
  return FALSE;
}

static void
expect_chinese (Shop *shop, const char *sql)
{
  g_autoptr (FettleStatement) rows = fettle_connection_prepare (shop->connection, sql);
  guint n_rows = 0;

  for (; fettle_statement_step (rows, NULL) == FETTLE_STEP_ROW; n_rows++)
    if (!has_chinese (fettle_statement_text (rows, 0)))
      g_error ("%s: %s", sql, fettle_statement_text (rows, 0));
  g_assert_cmpuint (n_rows, >, 0);
}

/* A Chinese shop has Chinese people, faults and accessories, whatever the computer speaks, and the same month. */
static void
test_chinese (Shop *shop, gconstpointer data)
{
  static const char *const spoken[] = {
    "SELECT fault FROM job",
    "SELECT name FROM job_accessory WHERE name <> 'HDMI 线'",
    "SELECT name FROM customer",
    "SELECT name FROM staff WHERE name NOT IN ('Ada', 'Bo')",
    "SELECT text FROM follow_up WHERE text IS NOT NULL",
    "SELECT text FROM suggestion",
    "SELECT text FROM commitment",
    "SELECT text FROM job_need",
    "SELECT condition FROM job WHERE condition IS NOT NULL",
  };
  gint64 n_jobs;

  g_assert_true (fettle_connection_execute (shop->connection, "UPDATE service_point SET language = 'zh_CN'", NULL));
  g_assert_true (fettle_demo_fill (shop->connection, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (spoken); i++)
    expect_chinese (shop, spoken[i]);
  n_jobs = shop_file_number (shop->connection, "SELECT count(*) FROM job");
  shop_assert_sound (shop);
  shop_tear_down (shop, data);
  shop_set_up (shop, data);
  g_assert_true (fettle_demo_fill (shop->connection, NULL));
  g_assert_cmpint (shop_file_number (shop->connection, "SELECT count(*) FROM job"), ==, n_jobs);
  g_assert_cmpint (shop_file_number (shop->connection, "SELECT count(*) FROM job WHERE fault = 'Screen cracked'"), >,
                   0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  shop_add ("/demo/everything-occurs", test_everything_occurs);
  shop_add ("/demo/times-are-believable", test_times_are_believable);
  shop_add ("/demo/same-each-time", test_same_each_time);
  shop_add ("/demo/chinese", test_chinese);
  shop_add ("/demo/odd-moments", test_odd_moments);
  return g_test_run ();
}
