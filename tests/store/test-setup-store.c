/* test-setup-store.c: the shop's settings: kept, told apart by revision, used.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "shop.h"

static FettleShop *
load (Shop *shop)
{
  g_autoptr (GError) error = NULL;
  FettleShop *settings = fettle_setup_store_load (shop->connection, &error);

  g_assert_no_error (error);
  return settings;
}

static void
test_first_settings (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleShop) settings = load (shop);
  g_autoptr (FettleServicePoint) again = fettle_record_copy (settings->service_point);
  g_autoptr (GError) error = NULL;

  g_assert_true (fettle_setup_store_exists (shop->connection));
  g_assert_cmpstr (settings->service_point->name, ==, "Corner Repairs");
  g_assert_cmpuint (settings->staff->len, ==, 2);
  g_assert_cmpuint (settings->stages->len, ==, 9);
  g_assert_cmpint (((FettleStageStyle *) settings->stages->pdata[0])->stage, ==, FETTLE_STAGE_RECEIVED);
  g_assert_cmpint (((FettleStageStyle *) settings->stages->pdata[8])->stage, ==, FETTLE_STAGE_CANCELLED);
  g_assert_cmpuint (settings->hours->len, ==, 6);
  g_assert_nonnull (fettle_shop_paper (settings, "receipt"));
  g_assert_null (fettle_shop_paper (settings, "poster"));
  g_assert_false (fettle_setup_store_begin (shop->connection, again, NULL, &error));
  shop_file_expect (error, FETTLE_STORE_ERROR_ALREADY);
}

static void
test_service_point (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleShop) before = load (shop);
  g_autoptr (FettleServicePoint) mine = fettle_record_copy (before->service_point);
  g_autoptr (FettleServicePoint) theirs = fettle_record_copy (before->service_point);
  g_autoptr (FettleShop) after = NULL;
  g_autoptr (GError) error = NULL;

  theirs->phone = g_strdup ("01632 960000");
  g_assert_true (fettle_setup_store_save_service_point (shop->connection, theirs, &error));
  mine->phone = g_strdup ("01632 960001");
  g_assert_false (fettle_setup_store_save_service_point (shop->connection, mine, &error));
  shop_file_expect (error, FETTLE_STORE_ERROR_CONFLICT);
  after = load (shop);
  g_assert_cmpstr (after->service_point->phone, ==, "01632 960000");
  g_assert_cmpint (after->service_point->revision, ==, before->service_point->revision + 1);
}

static void
test_staff (Shop *shop, gconstpointer data)
{
  static const struct
  {
    const char *name;
    gboolean taken;
  } cases[] = { { "Cleo", FALSE }, { "ADA", TRUE }, { " bo ", TRUE }, { "Ádá", FALSE }, { "李雷", FALSE } };
  g_autoptr (FettleShop) settings = NULL;
  g_autoptr (FettleStaff) left = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FettleStaff) staff = fettle_staff_new ();
      gint64 id;

      staff->name = g_strdup (cases[i].name);
      staff->role = FETTLE_ROLE_TECHNICIAN;
      staff->active = TRUE;
      id = fettle_setup_store_save_staff (shop->connection, staff, &error);
      g_assert_cmpint (id == 0, ==, cases[i].taken);
      if (cases[i].taken)
        shop_file_expect (error, FETTLE_STORE_ERROR_ALREADY);
    }
  settings = load (shop);
  g_assert_cmpuint (settings->staff->len, ==, 5);
  left = fettle_record_copy (settings->staff->pdata[0]);
  left->active = FALSE;
  g_assert_cmpint (fettle_setup_store_save_staff (shop->connection, left, &error), ==, left->id);
  g_clear_object (&settings);
  settings = load (shop);
  g_assert_cmpint (((FettleStaff *) settings->staff->pdata[4])->id, ==, left->id);
}

static void
test_stage_clock_is_used (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleShop) settings = load (shop);
  g_autoptr (FettleStageStyle) style = fettle_record_copy (fettle_shop_stage (settings, FETTLE_STAGE_WAITING_PARTS));
  g_autoptr (FettleJob) job = shop_take_in (shop, "Grace", NULL, "Book", "fault");
  g_autoptr (FettleJob) after = NULL;
  g_autoptr (FettleShop) kept = NULL;

  style->clock = FETTLE_CLOCK_US;
  style->name = g_strdup ("At the maker's");
  g_free (style->colour);
  style->colour = g_strdup ("#112233");
  g_assert_true (fettle_setup_store_save_stage (shop->connection, style, NULL));
  shop_move (shop, job->summary->id, FETTLE_STAGE_WAITING_PARTS);
  after = shop_load (shop, job->summary->id);
  g_assert_cmpint (after->summary->clock, ==, FETTLE_CLOCK_US);
  kept = load (shop);
  g_assert_true (fettle_record_equal (fettle_shop_stage (kept, FETTLE_STAGE_WAITING_PARTS), style));
}

static void
test_papers (Shop *shop, gconstpointer data)
{
  static const struct
  {
    int copies;
    int kept;
  } cases[] = { { 0, 1 }, { 1, 1 }, { 9, 9 }, { 99, 9 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FettlePaperStyle) style = fettle_paper_style_new ();
      g_autoptr (FettleShop) settings = NULL;

      style->document = g_strdup ("receipt");
      style->paper = g_strdup ("58mm");
      style->printer = g_strdup ("Till");
      style->at_once = TRUE;
      style->copies = cases[i].copies;
      style->footer = g_strdup ("See you");
      g_assert_true (fettle_setup_store_save_paper (shop->connection, style, NULL));
      settings = load (shop);
      style->copies = cases[i].kept;
      g_assert_true (fettle_record_equal (fettle_shop_paper (settings, "receipt"), style));
    }
}

static void
add_hours (GPtrArray *hours, int weekday, int opens, int closes)
{
  FettleOpeningHours *span = fettle_opening_hours_new ();

  span->weekday = weekday;
  span->opens = opens;
  span->closes = closes;
  g_ptr_array_add (hours, span);
}

static void
test_hours_make_a_calendar (Shop *shop, gconstpointer data)
{
  g_autoptr (GPtrArray) hours = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) days = g_ptr_array_new_with_free_func (g_object_unref);
  FettleClosedDay *closed = fettle_closed_day_new ();
  g_autoptr (FettleShop) settings = NULL;
  g_autoptr (FettleCalendar) calendar = NULL;
  g_autoptr (GError) error = NULL;

  add_hours (hours, 1, 600, 720);
  add_hours (hours, 1, 780, 1080);
  add_hours (hours, 2, 600, 1080);
  closed->day = g_strdup ("2026-03-03");
  closed->name = g_strdup ("Stock-taking");
  g_ptr_array_add (days, closed);
  g_assert_true (fettle_setup_store_save_hours (shop->connection, hours, days, NULL));
  settings = load (shop);
  g_assert_cmpuint (settings->hours->len, ==, 3);
  calendar = fettle_shop_make_calendar (settings);
  /* Monday 2 March 10:00; Tuesday is closed; two working days on is Tuesday of the week after, at closing time. */
  g_assert_cmpint (fettle_calendar_due_in_working_days (calendar, SHOP_NOW, 2), ==, SHOP_NOW + 8 * DAY + 8 * HOUR);

  /* Nonsense changes nothing. */
  add_hours (hours, 3, 900, 800);
  g_assert_false (fettle_setup_store_save_hours (shop->connection, hours, days, &error));
  shop_file_expect (error, FETTLE_STORE_ERROR_CONSTRAINT);
  g_clear_object (&settings);
  settings = load (shop);
  g_assert_cmpuint (settings->hours->len, ==, 3);
}

static void
test_logo_and_words (Shop *shop, gconstpointer data)
{
  g_autoptr (GBytes) logo = g_bytes_new_static ("\x89PNG", 4);
  g_autoptr (GBytes) none = fettle_setup_store_load_logo (shop->connection, NULL);
  g_autoptr (GBytes) kept = NULL;
  g_autofree char *unset = fettle_setup_store_get (shop->connection, "greeting", NULL);
  g_autofree char *set = NULL;

  g_assert_null (none);
  g_assert_true (fettle_setup_store_save_logo (shop->connection, logo, NULL));
  kept = fettle_setup_store_load_logo (shop->connection, NULL);
  g_assert_true (g_bytes_equal (kept, logo));
  g_assert_true (fettle_setup_store_save_logo (shop->connection, NULL, NULL));
  g_assert_null (fettle_setup_store_load_logo (shop->connection, NULL));

  g_assert_null (unset);
  g_assert_true (fettle_setup_store_set (shop->connection, "greeting", "Hello", NULL));
  g_assert_true (fettle_setup_store_set (shop->connection, "greeting", "Good day", NULL));
  set = fettle_setup_store_get (shop->connection, "greeting", NULL);
  g_assert_cmpstr (set, ==, "Good day");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  shop_add ("/setup-store/first-settings", test_first_settings);
  shop_add ("/setup-store/service-point", test_service_point);
  shop_add ("/setup-store/staff", test_staff);
  shop_add ("/setup-store/stage-clock-is-used", test_stage_clock_is_used);
  shop_add ("/setup-store/papers", test_papers);
  shop_add ("/setup-store/hours-make-a-calendar", test_hours_make_a_calendar);
  shop_add ("/setup-store/logo-and-words", test_logo_and_words);
  return g_test_run ();
}
