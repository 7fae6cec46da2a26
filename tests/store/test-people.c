/* test-people.c: customers and units: found, corrected by two desks at once, made one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "shop.h"

static FettleCustomer *
load_customer (Shop *shop, gint64 id)
{
  g_autoptr (GError) error = NULL;
  FettleCustomer *customer = fettle_customer_store_load (shop->connection, id, &error);

  g_assert_no_error (error);
  return customer;
}

static void
test_find_by_phone (Shop *shop, gconstpointer data)
{
  static const struct
  {
    const char *phone;
    guint found;
  } cases[] = {
    { "07700900123", 2 },  { "+44 7700 900123", 2 }, { "0044 (0)7700-900123", 2 },
    { "07700 900124", 0 }, { "900123", 0 },          { "", 0 },
    { "nonsense", 0 },     { "13800138000", 1 },
  };
  g_autoptr (FettleJob) one = shop_take_in (shop, "Grace", "07700 900123", "Book", "fault");
  g_autoptr (FettleJob) two = shop_take_in (shop, "Vincent", "07700 900123", "Book", "fault");
  g_autoptr (FettleJob) three = shop_take_in (shop, "李雷", "+86 138 0013 8000", "Book", "fault");
  g_autoptr (FettleJob) four = shop_take_in (shop, "韩梅梅", "158 0013 8000", "Book", "fault");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) found = fettle_customer_store_find_by_phone (shop->connection, cases[i].phone, &error);

      g_assert_no_error (error);
      if (found->len != cases[i].found)
        g_test_fail_printf ("%s found %u", cases[i].phone, found->len);
    }
}

static void
test_second_desk_is_told (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) job = shop_take_in (shop, "Grace", "07700 900123", "Book", "fault");
  g_autoptr (FettleCustomer) seen = load_customer (shop, job->customer->id);
  g_autoptr (FettleCustomer) mine = fettle_record_copy (seen);
  g_autoptr (FettleCustomer) theirs = fettle_record_copy (seen);
  g_autoptr (FettleUnit) unit = fettle_record_copy (job->unit);
  g_autoptr (GError) error = NULL;

  theirs->email = g_strdup ("grace@example.org");
  g_assert_cmpint (fettle_customer_store_save (shop->connection, theirs, &error), ==, seen->id);
  mine->note = g_strdup ("rings in the evening");
  g_assert_cmpint (fettle_customer_store_save (shop->connection, mine, &error), ==, 0);
  shop_file_expect (error, FETTLE_STORE_ERROR_CONFLICT);

  unit->batch = g_strdup ("B-1");
  g_assert_cmpint (fettle_unit_store_save (shop->connection, unit, &error), ==, unit->id);
  g_assert_cmpint (fettle_unit_store_save (shop->connection, unit, &error), ==, 0);
  shop_file_expect (error, FETTLE_STORE_ERROR_CONFLICT);
}

static void
test_merge_customers (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) one = shop_take_in (shop, "Grace", "07700 900123", "Book", "fault");
  g_autoptr (FettleJob) two = shop_take_in (shop, "G. Hopper", "07700900123,01632 960001", "Slate", "fault");
  g_autoptr (GPtrArray) duplicates = fettle_customer_store_find_duplicates (shop->connection, one->customer->id, NULL);
  g_autoptr (FettleCustomer) kept = NULL;
  g_autoptr (FettleCustomer) gone = NULL;
  g_autoptr (FettleJob) after = NULL;
  g_autoptr (GPtrArray) units = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (duplicates->len, ==, 1);
  g_assert_true (
      fettle_customer_store_merge (shop->connection, one->customer->id, two->customer->id, "Ada", NULL, &error));
  g_assert_no_error (error);
  kept = load_customer (shop, one->customer->id);
  gone = load_customer (shop, two->customer->id);
  g_assert_cmpint (gone->id, ==, kept->id);
  g_assert_cmpint (kept->n_jobs, ==, 2);
  g_assert_cmpuint (g_strv_length (kept->phones), ==, 2);
  after = shop_load (shop, two->summary->id);
  g_assert_cmpint (after->customer->id, ==, kept->id);
  g_assert_cmpint (shop_last_event (after)->kind, ==, FETTLE_EVENT_MERGED);
  units = fettle_unit_store_list_of_owner (shop->connection, kept->id, NULL);
  g_assert_cmpuint (units->len, ==, 2);

  g_assert_false (
      fettle_customer_store_merge (shop->connection, one->customer->id, two->customer->id, "Ada", NULL, &error));
  shop_file_expect (error, FETTLE_STORE_ERROR_ALREADY);
  shop_assert_sound (shop);
}

static void
test_merge_units (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleIntake) first = shop_intake ("Grace", NULL, "Book", "fault");
  g_autoptr (FettleIntake) second = shop_intake ("Grace", NULL, "Book", "fault");
  g_autoptr (FettleJob) one = NULL;
  g_autoptr (FettleJob) two = NULL;
  g_autoptr (FettleJob) after = NULL;
  g_autoptr (GError) error = NULL;

  second->serial = g_strdup ("S-77");
  one = shop_take (shop, first);
  two = shop_take (shop, second);
  g_assert_true (fettle_unit_store_merge (shop->connection, one->unit->id, two->unit->id, "Ada", NULL, &error));
  after = shop_load (shop, two->summary->id);
  g_assert_cmpint (after->unit->id, ==, one->unit->id);
  g_assert_cmpstr (after->unit->serial, ==, "S-77");
  g_assert_cmpint (after->unit->n_jobs, ==, 2);
  shop_assert_sound (shop);
}

/* Another owner: the second desk is told, the jobs stay whose they were and say so to the staff alone. */
static void
test_owner (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) grace = shop_take_in (shop, "Grace", NULL, "Book", "fault");
  g_autoptr (FettleJob) alan = shop_take_in (shop, "Alan", NULL, "Other", "fault");
  g_autoptr (FettleJob) after = NULL;
  g_autoptr (FettleUnit) unit = NULL;
  g_autoptr (GError) error = NULL;
  FettleEvent *event;
  const gint64 from = grace->customer->id;
  const gint64 to = alan->customer->id;

  g_assert_true (fettle_unit_store_set_owner (shop->connection, grace->unit->id, to, from, "Bo", "Counter 2", &error));
  g_assert_no_error (error);
  g_assert_false (fettle_unit_store_set_owner (shop->connection, grace->unit->id, 0, from, "Ada", NULL, &error));
  g_assert_nonnull (strstr (error->message, "Alan"));
  shop_file_expect (error, FETTLE_STORE_ERROR_CONFLICT);
  g_assert_false (fettle_unit_store_set_owner (shop->connection, grace->unit->id, 77, to, "Ada", NULL, &error));
  shop_file_expect (error, FETTLE_STORE_ERROR_NOT_FOUND);
  unit = fettle_unit_store_load (shop->connection, grace->unit->id, NULL);
  g_assert_cmpint (unit->owner_id, ==, to);
  after = shop_load (shop, grace->summary->id);
  g_assert_cmpint (after->customer->id, ==, from);
  event = shop_last_event (after);
  g_assert_cmpint (event->kind, ==, FETTLE_EVENT_OWNER_CHANGED);
  g_assert_false (event->customer_may_read);
  g_assert_cmpstr (event->by_name, ==, "Bo");
  g_assert_true (fettle_unit_store_set_owner (shop->connection, grace->unit->id, 0, to, NULL, NULL, &error));
  g_assert_true (fettle_unit_store_set_owner (shop->connection, grace->unit->id, 0, 0, NULL, NULL, &error));
  shop_assert_sound (shop);
}

static void
test_lists (Shop *shop, gconstpointer data)
{
  static const char *const names[] = { "Zoë", "adam", "Bert", "Ábel", "李雷" };
  g_autoptr (GPtrArray) page = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) units = NULL;
  g_auto (GStrv) brands = NULL;
  g_auto (GStrv) models = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (FettleJob) job = shop_take_in (shop, names[i], NULL, "Book", "fault");
    }
  page = fettle_customer_store_list (shop->connection, NULL, NULL, 0, 3, NULL);
  g_assert_cmpuint (page->len, ==, 3);
  g_assert_cmpstr (((FettleCustomer *) page->pdata[0])->name, ==, "Ábel");
  g_assert_cmpstr (((FettleCustomer *) page->pdata[1])->name, ==, "adam");
  found = fettle_customer_store_list (shop->connection, "李", NULL, 0, 10, NULL);
  g_assert_cmpuint (found->len, ==, 1);
  units = fettle_unit_store_list (shop->connection, NULL, 0, 3, NULL);
  g_assert_cmpuint (units->len, ==, 3);
  brands = fettle_unit_store_list_brands (shop->connection, "Laptop", NULL);
  models = fettle_unit_store_list_models (shop->connection, "Laptop", "Tessera", NULL);
  g_assert_cmpuint (g_strv_length (brands), ==, 1);
  g_assert_cmpuint (g_strv_length (models), ==, 1);
}

static void
test_titles (void)
{
  static const struct
  {
    const char *category;
    const char *brand;
    const char *model;
    const char *title;
  } cases[] = {
    { "Laptop", "Tessera", "Book", "Tessera Book" },
    { "Laptop", "Tessera", "Tessera Book", "Tessera Book" },
    { "Laptop", "tessera", "Tessera", "Tessera" },
    { "Laptop", "Tess", "Tessera", "Tess Tessera" },
    { "Laptop", "Unknown", NULL, "Laptop" },
    { "Laptop", "Tessera", "", "Tessera Laptop" },
    { NULL, NULL, "Book", "Book" },
    { NULL, NULL, NULL, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *title = fettle_unit_make_title (cases[i].category, cases[i].brand, cases[i].model);

      g_assert_cmpstr (title, ==, cases[i].title);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  shop_add ("/people/find-by-phone", test_find_by_phone);
  shop_add ("/people/second-desk-is-told", test_second_desk_is_told);
  shop_add ("/people/merge-customers", test_merge_customers);
  shop_add ("/people/merge-units", test_merge_units);
  shop_add ("/people/owner", test_owner);
  shop_add ("/people/lists", test_lists);
  g_test_add_func ("/people/titles", test_titles);
  return g_test_run ();
}
