/* test-number-series.c: numbers in a row, by the year in the shop's zone, and none lost or given twice.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-number-series.h"
#include "fettle-transaction.h"
#include "shop.h"

/* 2025-12-31 23:59:59 in London, which is UTC in winter. */
#define LAST_OF_2025 (G_GINT64_CONSTANT (1767225599) * G_USEC_PER_SEC)

static void
expect_next (FettleNumberSeries *series, gint64 received_at, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *number = fettle_number_series_draw (series, received_at, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (number, ==, expected);
}

static void
test_several_years (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) before = shop_take_in (shop, "Grace", NULL, "Book", "fault");
  g_autoptr (FettleJob) after = NULL;

  {
    g_autoptr (FettleTransaction) transaction = fettle_transaction_begin (shop->connection, G_STRFUNC, NULL);
    g_autoptr (FettleNumberSeries) series = fettle_number_series_begin (shop->connection, NULL);

    expect_next (series, SHOP_NOW, "2026-000002");
    expect_next (series, LAST_OF_2025, "2025-000001");
    expect_next (series, LAST_OF_2025, "2025-000002");
    expect_next (series, LAST_OF_2025 + G_USEC_PER_SEC, "2026-000003");
    g_assert_true (fettle_number_series_end (series, NULL));
    expect_next (series, SHOP_NOW, "2026-000004");
    g_assert_true (fettle_number_series_end (series, NULL));
    g_assert_true (fettle_transaction_commit (transaction, NULL));
  }
  after = shop_take_in (shop, "Grace", NULL, "Book", "fault");
  g_assert_cmpstr (after->summary->number, ==, "2026-000005");
  g_assert_cmpint (shop_file_number (shop->connection, "SELECT last FROM number_series WHERE year = 2025"), ==, 2);
}

static void
test_taken_back (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) job = NULL;

  {
    g_autoptr (FettleTransaction) transaction = fettle_transaction_begin (shop->connection, G_STRFUNC, NULL);
    g_autoptr (FettleNumberSeries) series = fettle_number_series_begin (shop->connection, NULL);

    expect_next (series, SHOP_NOW, "2026-000001");
    g_assert_true (fettle_number_series_end (series, NULL));
  }
  job = shop_take_in (shop, "Grace", NULL, "Book", "fault");
  g_assert_cmpstr (job->summary->number, ==, "2026-000001");
}

static void
test_no_shop (Shop *shop, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (fettle_connection_execute (shop->connection, "DELETE FROM service_point", NULL));
  g_assert_null (fettle_number_series_begin (shop->connection, &error));
  shop_file_expect (error, FETTLE_STORE_ERROR_NOT_FOUND);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  shop_add ("/number-series/several-years", test_several_years);
  shop_add ("/number-series/taken-back", test_taken_back);
  shop_add ("/number-series/no-shop", test_no_shop);
  return g_test_run ();
}
