/* test-calendar-store.c: single changes of the calendar, kept and read back as a calendar.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-calendar-store.h"
#include "fettle-clock.h"
#include "fettle-error.h"
#include "fettle-week-text.h"
#include "shop-file.h"
#include "shop.h"

#include <string.h>

static FettleCalendar *
calendar_of (Shop *shop)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleShop) settings = fettle_setup_store_load (shop->connection, &error);

  g_assert_no_error (error);
  return fettle_shop_make_calendar (settings);
}

/* "kind counts hours name" of one day. */
static char *
describe (Shop *shop, const char *text)
{
  static const char *const kinds[] = { "ordinary", "holiday", "make-up", "closed", "special" };
  g_autoptr (FettleCalendar) calendar = calendar_of (shop);
  FettleCalendarDay about = { 0 };
  g_autofree char *hours = NULL;
  gint64 day = 0;

  g_assert_true (fettle_day_parse (text, &day));
  fettle_calendar_describe (calendar, day, &about);
  hours = fettle_hours_text_write (about.spans);
  return g_strdup_printf ("%s %d %s %s", kinds[about.kind], about.counts, hours, about.name != NULL ? about.name : "-");
}

static void
expect_day (Shop *shop, const char *day, const char *expected)
{
  g_autofree char *described = describe (shop, day);

  g_assert_cmpstr (described, ==, expected);
}

static void
set_week (Shop *shop, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) week = fettle_week_text_parse (text, &error);

  g_assert_no_error (error);
  g_assert_true (fettle_calendar_store_set_week (shop->connection, week, &error));
  g_assert_no_error (error);
}

static void
save_day (Shop *shop, const char *day, const char *hours, const char *name, int counts)
{
  g_autoptr (FettleClosedDay) closed = fettle_closed_day_make (day, hours, name);
  g_autoptr (GError) error = NULL;

  closed->counts = counts;
  g_assert_true (fettle_calendar_store_save_day (shop->connection, closed, &error));
  g_assert_no_error (error);
}

static void
test_week (Shop *shop, gconstpointer data)
{
  set_week (shop, "mon-fri 9-12, 13-18; sat 10-16 reception");
  expect_day (shop, "2026-03-02", "ordinary 1 09:00–12:00, 13:00–18:00 -");
  expect_day (shop, "2026-03-07", "ordinary 0 10:00–16:00 -");
  expect_day (shop, "2026-03-08", "ordinary 0  -");
  /* A new week takes the place of the old one and leaves single days alone. */
  save_day (shop, "2026-03-02", NULL, "Stock-taking", -1);
  set_week (shop, "sun 9-12");
  expect_day (shop, "2026-03-02", "closed 0  Stock-taking");
  expect_day (shop, "2026-03-03", "ordinary 0  -");
  expect_day (shop, "2026-03-08", "ordinary 1 09:00–12:00 -");
}

static void
test_days (Shop *shop, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  set_week (shop, "mon-fri 9-18; sat 10-16 reception");
  save_day (shop, "2026-03-03", "10-12,14-16", NULL, -1);
  expect_day (shop, "2026-03-03", "special 1 10:00–12:00, 14:00–16:00 -");
  save_day (shop, "2026-03-03", NULL, "Flood", -1);
  expect_day (shop, "2026-03-03", "closed 0  Flood");
  save_day (shop, "2026-03-03", "", "open after all", -1);
  expect_day (shop, "2026-03-03", "special 1 09:00–18:00 open after all");
  save_day (shop, "2026-03-07", "9-20", NULL, -1);
  expect_day (shop, "2026-03-07", "special 0 09:00–20:00 -");
  save_day (shop, "2026-03-07", "9-20", NULL, 1);
  expect_day (shop, "2026-03-07", "special 1 09:00–20:00 -");
  save_day (shop, "2026-03-08", "9-12", NULL, -1);
  expect_day (shop, "2026-03-08", "special 1 09:00–12:00 -");
  save_day (shop, "2026-03-08", "9-12", NULL, 0);
  expect_day (shop, "2026-03-08", "special 0 09:00–12:00 -");
  g_assert_true (fettle_calendar_store_forget_day (shop->connection, "2026-03-03", &error));
  expect_day (shop, "2026-03-03", "ordinary 1 09:00–18:00 -");
  g_assert_false (fettle_calendar_store_forget_day (shop->connection, "2026-03-03", &error));
  g_assert_nonnull (error);
}

static const struct
{
  const char *day;
  const char *hours;
} wrong[] = {
  { "2026-02-30", NULL }, { "2026-3-1", NULL }, { "", NULL }, { "2026-03-03", "9" }, { "2026-03-03", "9-12, 11-13" },
};

static void
test_wrong (Shop *shop, gconstpointer data)
{
  set_week (shop, "mon-fri 9-18");
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (FettleClosedDay) day = fettle_closed_day_make (wrong[i].day, wrong[i].hours, NULL);
      g_autoptr (GError) error = NULL;

      g_assert_false (fettle_calendar_store_save_day (shop->connection, day, &error));
      g_assert_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID);
      expect_day (shop, "2026-03-03", "ordinary 1 09:00–18:00 -");
    }
}

#define ICS(lines) "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n" lines "END:VEVENT\r\nEND:VCALENDAR\r\n"

static gboolean
import (Shop *shop, const char *text, FettleCalendarImport *report, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return fettle_calendar_store_import (shop->connection, bytes, "town.ics", report, error);
}

static void
test_import (Shop *shop, gconstpointer data)
{
  static const char *const text = ICS ("DTSTART;VALUE=DATE:20260305\r\nRRULE:FREQ=YEARLY\r\nSUMMARY:Founding Day\r\n");
  FettleCalendarImport report;
  g_autoptr (GError) error = NULL;

  set_week (shop, "mon-fri 9-18");
  save_day (shop, "2027-03-05", "9-12", "Short", -1);
  g_assert_true (import (shop, text, &report, &error));
  g_assert_no_error (error);
  /* Ten years ahead of the clock of the test, and this one; 2027 was the shop's already. */
  g_assert_cmpint (report.n_events, ==, 1);
  g_assert_cmpint (report.n_imported, ==, 10);
  g_assert_cmpint (report.n_present, ==, 1);
  expect_day (shop, "2026-03-05", "closed 0  Founding Day");
  expect_day (shop, "2027-03-05", "special 1 09:00–12:00 Short");
  g_assert_true (import (shop, text, &report, &error));
  g_assert_cmpint (report.n_imported, ==, 0);
  g_assert_cmpint (report.n_present, ==, 11);
  g_assert_true (fettle_calendar_store_forget_file (shop->connection, "town.ics", &error));
  expect_day (shop, "2026-03-05", "ordinary 1 09:00–18:00 -");
  expect_day (shop, "2027-03-05", "special 1 09:00–12:00 Short");
  g_assert_false (fettle_calendar_store_forget_file (shop->connection, "town.ics", &error));
  g_assert_nonnull (error);
}

static void
test_wrong_import (Shop *shop, gconstpointer data)
{
  FettleCalendarImport report;
  g_autoptr (GError) error = NULL;

  set_week (shop, "mon-fri 9-18");
  g_assert_false (import (shop,
                          "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260305\nEND:VEVENT\nBEGIN:VEVENT\nDTSTART:x\n"
                          "END:VEVENT\nEND:VCALENDAR\n",
                          &report, &error));
  g_assert_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID);
  g_assert_cmpint (report.line, ==, 6);
  g_assert_cmpint (report.n_imported, ==, 0);
  expect_day (shop, "2026-03-05", "ordinary 1 09:00–18:00 -");
}

static void
test_holidays (Shop *shop, gconstpointer data)
{
  static const char *const regions[] = { "de-by", "gb-eng", "us", "cn" };
  static const char *const expected[] = { "holiday 0  Heilige Drei Könige", "ordinary 1 09:00–18:00 -",
                                          "ordinary 1 09:00–18:00 -", "ordinary 1 09:00–18:00 -" };
  g_autoptr (GError) error = NULL;

  set_week (shop, "mon-fri 9-18");
  for (guint i = 0; i < G_N_ELEMENTS (regions); i++)
    {
      g_assert_true (fettle_calendar_store_set_holidays (shop->connection, regions[i], &error));
      expect_day (shop, "2026-01-06", expected[i]);
    }
  expect_day (shop, "2026-02-14", "make-up 1 09:00–18:00 -");
  expect_day (shop, "2026-02-16", "holiday 0  春节");
  save_day (shop, "2026-02-16", "", NULL, -1);
  expect_day (shop, "2026-02-16", "special 1 09:00–18:00 春节");
  g_assert_false (fettle_calendar_store_set_holidays (shop->connection, "atlantis", &error));
  g_assert_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_UNKNOWN);
  expect_day (shop, "2026-02-17", "holiday 0  春节");
  g_assert_true (fettle_calendar_store_set_holidays (shop->connection, "none", NULL));
  expect_day (shop, "2026-02-17", "ordinary 1 09:00–18:00 -");
}

/* That none are kept is a choice, too. */
static void
test_holidays_chosen (Shop *shop, gconstpointer data)
{
  static const struct
  {
    const char *region;
    const char *kept;
  } cases[] = { { "de-by", "de-by" }, { "none", NULL }, { "cn", "cn" }, { NULL, NULL } };
  g_autoptr (FettleShop) first = fettle_setup_store_load (shop->connection, NULL);

  g_assert_null (first->holidays);
  g_assert_false (first->holidays_chosen);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FettleShop) settings = NULL;

      g_assert_true (fettle_calendar_store_set_holidays (shop->connection, cases[i].region, NULL));
      settings = fettle_setup_store_load (shop->connection, NULL);
      g_assert_cmpstr (settings->holidays, ==, cases[i].kept);
      g_assert_true (settings->holidays_chosen);
    }
}

/* The shop moves to another zone: its hours are those of the new wall, and what was promised stays that moment. */
static void
test_another_zone (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleIntake) intake = shop_intake ("Grace", NULL, "Book", "fault");
  g_autoptr (FettleCalendar) london = NULL;
  g_autoptr (FettleCalendar) tokyo = NULL;
  g_autoptr (FettleShop) settings = NULL;
  g_autoptr (FettleJob) job = NULL;
  g_autoptr (FettleJob) after = NULL;

  set_week (shop, "mon-fri 9-18");
  london = calendar_of (shop);
  g_assert_cmpint (fettle_calendar_due_in_working_days (london, SHOP_NOW, 1), ==, SHOP_NOW + DAY + 8 * HOUR);
  intake->promised_due = fettle_calendar_due_in_working_days (london, SHOP_NOW, 1);
  job = shop_take (shop, intake);
  settings = fettle_setup_store_load (shop->connection, NULL);
  g_free (settings->service_point->timezone);
  settings->service_point->timezone = g_strdup ("Asia/Tokyo");
  g_assert_true (fettle_setup_store_save_service_point (shop->connection, settings->service_point, NULL));
  tokyo = calendar_of (shop);
  /* Ten in London is seven in the evening in Tokyo; six of the next day there is nine in the morning in London. */
  g_assert_false (fettle_calendar_is_open (tokyo, SHOP_NOW));
  g_assert_cmpint (fettle_calendar_due_in_working_days (tokyo, SHOP_NOW, 1), ==, SHOP_NOW + 23 * HOUR);
  after = shop_load (shop, job->summary->id);
  g_assert_cmpint (after->summary->promised_due, ==, job->summary->promised_due);
  g_assert_cmpint (after->summary->first_due, ==, SHOP_NOW + DAY + 8 * HOUR);
  shop_assert_sound (shop);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  shop_add ("/calendar-store/week", test_week);
  shop_add ("/calendar-store/days", test_days);
  shop_add ("/calendar-store/wrong", test_wrong);
  shop_add ("/calendar-store/import", test_import);
  shop_add ("/calendar-store/wrong-import", test_wrong_import);
  shop_add ("/calendar-store/holidays", test_holidays);
  shop_add ("/calendar-store/holidays-chosen", test_holidays_chosen);
  shop_add ("/calendar-store/another-zone", test_another_zone);
  return g_test_run ();
}
