/* test-search-store.c: anybody and anything from one box, and by which way the database goes to find it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "shop.h"

#include <string.h>

typedef struct
{
  const char *asked;
  const char *found; /* the models of the jobs, newest first */
} Case;

static const Case cases[] = {
  { "Müller", "A" },      { "muller", "A" },
  { "MULLER", "A" },      { "ülle", "A" },
  { "138 0013", "B" },    { "13800138000", "B" },
  { "+86 138", "B" },     { "0013", "B" },
  { "李", "B" },          { "李雷", "B" },
  { "雷", "B" },          { "屏幕", "B" },
  { "屏幕碎裂", "B" },    { "幕碎", "B" },
  { "裂屏", "" },         { "tb-140", "C A" },
  { "TB 14000", "A" },    { "4000", "A" },
  { "B7", "C" },          { "x", "D" },
  { "seven beeps", "C" }, { "beeps seven", "C" },
  { "seven boops", "" },  { "2026-000003", "C" },
  { "000003", "C" },      { "100%", "D" },
  { "a_b", "D" },         { "50% off", "" },
  { "  ", "" },           { "'; DROP TABLE job", "" },
  { "\"", "" },           { "490154203237518", "D" },
  { "4901 5420", "D" },   { "laptop", "D C B A" },
  { "Ivy", "D" },         { "ivy x", "D" },
};

static void
take (Shop *shop, const char *name, const char *phone, const char *model, const char *serial, const char *fault)
{
  g_autoptr (FettleIntake) intake = shop_intake (name, phone, model, fault);
  g_autoptr (FettleJob) job = NULL;

  intake->serial = g_strdup (serial);
  if (g_str_equal (model, "D"))
    intake->imei = g_strdup ("490154203237518");
  job = shop_take (shop, intake);
}

static void
fill (Shop *shop)
{
  take (shop, "Jörg Müller", "07700 900123", "A", "TB-14000", "Does not start");
  take (shop, "李雷", "+86 138-0013-8000", "B", NULL, "屏幕碎裂");
  take (shop, "Grace", NULL, "C", "TB-140 B7", "Seven   beeps");
  take (shop, "Ivy X", NULL, "D", NULL, "battery at 100% a_b");
}

static char *
find (Shop *shop, const char *asked)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) jobs = fettle_search_store_find (shop->connection, asked, 0, 50, &error);
  g_autoptr (GString) found = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < jobs->len; i++)
    {
      const char *title = ((FettleJobSummary *) jobs->pdata[i])->unit_title;

      g_string_append_printf (found, "%s%s", i > 0 ? " " : "", strrchr (title, ' ') + 1);
    }
  return g_strdup (found->str);
}

static void
test_finds (Shop *shop, gconstpointer data)
{
  fill (shop);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = find (shop, cases[i].asked);

      if (!g_str_equal (found, cases[i].found))
        g_test_fail_printf ("“%s” found “%s”, not “%s”", cases[i].asked, found, cases[i].found);
    }
}

/* What is corrected is found by its new words and no more by the old ones. */
static void
test_follows_changes (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJobEdit) edit = fettle_job_edit_new ();
  g_autoptr (FettleCustomer) grace = NULL;
  g_autoptr (FettleCustomer) renamed = NULL;
  g_autofree char *found = NULL;

  fill (shop);
  found = find (shop, "beeps");
  g_assert_cmpstr (found, ==, "C");
  edit->job_id = 3;
  edit->kind = FETTLE_KIND_REPAIR;
  edit->fault = g_strdup ("風扇很吵");
  g_assert_true (fettle_job_store_edit (shop->connection, edit, NULL));
  g_clear_pointer (&found, g_free);
  found = find (shop, "beeps");
  g_assert_cmpstr (found, ==, "");
  g_clear_pointer (&found, g_free);
  found = find (shop, "扇");
  g_assert_cmpstr (found, ==, "C");

  grace = fettle_customer_store_load (shop->connection, 3, NULL);
  renamed = fettle_record_copy (grace);
  g_free (renamed->name);
  renamed->name = g_strdup ("Hopper");
  g_assert_cmpint (fettle_customer_store_save (shop->connection, renamed, NULL), ==, 3);
  g_clear_pointer (&found, g_free);
  found = find (shop, "hopper");
  g_assert_cmpstr (found, ==, "C");
  g_clear_pointer (&found, g_free);
  found = find (shop, "grace");
  g_assert_cmpstr (found, ==, "");
}

static void
test_pages (Shop *shop, gconstpointer data)
{
  gint64 before = 0;
  guint n = 0;

  for (int i = 0; i < 25; i++)
    take (shop, "Grace", NULL, "Book", NULL, "the same fault");
  for (;;)
    {
      g_autoptr (GPtrArray) page = fettle_search_store_find (shop->connection, "same fault", before, 10, NULL);

      if (page->len == 0)
        break;
      for (guint i = 0; i < page->len; i++)
        {
          FettleJobSummary *job = page->pdata[i];

          g_assert_true (before == 0 || job->id < before);
          before = job->id;
          n++;
        }
    }
  g_assert_cmpuint (n, ==, 25);
}

static void
test_rebuild (Shop *shop, gconstpointer data)
{
  g_autofree char *found = NULL;
  gboolean more = TRUE;

  fill (shop);
  while (more)
    g_assert_true (fettle_search_store_drain (shop->connection, 1, &more, NULL));
  g_assert_true (fettle_search_store_rebuild (shop->connection, NULL));
  found = find (shop, "李");
  g_assert_cmpstr (found, ==, "B");
  g_clear_pointer (&found, g_free);
  found = find (shop, "4000");
  g_assert_cmpstr (found, ==, "A");
  shop_assert_sound (shop);
}

static void
test_plans (Shop *shop, gconstpointer data)
{
  static const char *const asked[] = { "0013", "李", "B7", "seven beeps", "screen 屏", "屏幕 碎" };

  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    {
      g_autofree char *sql = fettle_search_store_make_sql (asked[i]);
      g_autofree char *plan = fettle_connection_explain (shop->connection, sql);

      g_test_message ("%s: %s", asked[i], plan);
      g_assert_nonnull (strstr (plan, "VIRTUAL TABLE INDEX"));
      g_assert_null (strstr (plan, "SCAN job"));
      g_assert_null (strstr (plan, "TEMP B-TREE"));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  shop_add ("/search-store/finds", test_finds);
  shop_add ("/search-store/follows-changes", test_follows_changes);
  shop_add ("/search-store/pages", test_pages);
  shop_add ("/search-store/rebuild", test_rebuild);
  shop_add ("/search-store/plans", test_plans);
  return g_test_run ();
}
