/* test-absence-store.c: the absence calendar comes back as it was written.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-absence-store.h"

#include "shop.h"

static gint64
add (Shop *shop, const char *staff, const char *first, const char *last, const char *deputy)
{
  g_autoptr (FettleAbsence) absence = fettle_absence_new ();
  g_autoptr (GError) error = NULL;
  gint64 id;

  absence->staff_id = fettle_setup_store_staff_id (shop->connection, staff, NULL);
  absence->first_day = g_strdup (first);
  absence->last_day = g_strdup (last);
  absence->deputy_id = deputy != NULL ? fettle_setup_store_staff_id (shop->connection, deputy, NULL) : 0;
  absence->reason = g_strdup (deputy != NULL ? "holiday" : "  ");
  id = fettle_absence_store_add (shop->connection, absence, &error);
  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);
  return id;
}

static void
test_list (Shop *shop, gconstpointer data)
{
  gint64 later = add (shop, "Bo", "2026-04-01", "2026-04-03", NULL);
  gint64 first = add (shop, "Ada", "2026-03-09", "2026-03-13", "Bo");
  g_autoptr (GPtrArray) all = fettle_absence_store_list (shop->connection, NULL, NULL);
  g_autoptr (GPtrArray) still = fettle_absence_store_list (shop->connection, "2026-03-13", NULL);
  g_autoptr (GPtrArray) coming = fettle_absence_store_list (shop->connection, "2026-03-14", NULL);
  FettleAbsence *ada, *bo;

  g_assert_cmpuint (all->len, ==, 2);
  ada = all->pdata[0];
  bo = all->pdata[1];
  g_assert_cmpint (ada->id, ==, first);
  g_assert_cmpstr (ada->staff_name, ==, "Ada");
  g_assert_cmpstr (ada->deputy_name, ==, "Bo");
  g_assert_cmpstr (ada->first_day, ==, "2026-03-09");
  g_assert_cmpstr (ada->last_day, ==, "2026-03-13");
  g_assert_cmpstr (ada->reason, ==, "holiday");
  g_assert_cmpint (bo->id, ==, later);
  g_assert_null (bo->deputy_name);
  g_assert_null (bo->reason);
  g_assert_cmpuint (still->len, ==, 2);
  g_assert_cmpuint (coming->len, ==, 1);
}

static void
test_stand_in (Shop *shop, gconstpointer data)
{
  gint64 ada = fettle_setup_store_staff_id (shop->connection, "Ada", NULL);
  gint64 bo = fettle_setup_store_staff_id (shop->connection, "Bo", NULL);
  gint64 cai = fettle_setup_store_staff_id (shop->connection, "Cai", NULL);
  gint64 id = add (shop, "Ada", "2026-03-09", "2026-03-13", "Bo");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (fettle_absence_store_stand_in (shop->connection, ada, 0, "2026-03-10", NULL), ==, bo);
  g_assert_cmpint (fettle_absence_store_stand_in (shop->connection, ada, cai, "2026-03-10", NULL), ==, cai);
  g_assert_cmpint (fettle_absence_store_stand_in (shop->connection, ada, cai, "2026-03-14", NULL), ==, ada);
  g_assert_true (fettle_absence_store_remove (shop->connection, id, &error));
  g_assert_no_error (error);
  g_assert_cmpint (fettle_absence_store_stand_in (shop->connection, ada, 0, "2026-03-10", NULL), ==, ada);
  g_assert_false (fettle_absence_store_remove (shop->connection, id, &error));
  shop_file_expect (error, FETTLE_STORE_ERROR_NOT_FOUND);
}

static void
test_refused (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleAbsence) absence = fettle_absence_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = NULL;

  absence->staff_id = 1;
  absence->first_day = g_strdup ("2026-03-09");
  absence->last_day = g_strdup ("2026-03-01");
  g_assert_cmpint (fettle_absence_store_add (shop->connection, absence, &error), ==, 0);
  g_assert_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID);
  all = fettle_absence_store_list (shop->connection, NULL, NULL);
  g_assert_cmpuint (all->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  shop_add ("/absence-store/list", test_list);
  shop_add ("/absence-store/stand-in", test_stand_in);
  shop_add ("/absence-store/refused", test_refused);
  return g_test_run ();
}
