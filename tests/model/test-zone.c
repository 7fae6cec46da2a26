/* test-zone.c: days as text, and the clock on the wall of zones that change it in every way.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-clock.h"
#include "fettle-zone.h"

static const struct
{
  const char *text;
  gint64 day;
  int weekday;
} days[] = {
  { "1970-01-01", 0, 4 },     { "1970-01-05", 4, 1 },       { "1969-12-31", -1, 3 },      { "2000-02-29", 11016, 2 },
  { "2026-03-01", 20513, 7 }, { "9999-12-31", 2932896, 5 }, { "0001-01-01", -719162, 1 },
};

static void
test_days (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *text = fettle_day_to_string (days[i].day);
      gint64 day = 77;
      GDate date = { 0 };

      g_assert_true (fettle_day_parse (days[i].text, &day));
      g_assert_cmpint (day, ==, days[i].day);
      g_assert_cmpstr (text, ==, days[i].text);
      g_assert_cmpint (fettle_day_weekday (day), ==, days[i].weekday);
      g_date_set_dmy (&date, (GDateDay) atoi (days[i].text + 8), atoi (days[i].text + 5),
                      (GDateYear) atoi (days[i].text));
      g_assert_cmpint (fettle_day_from_date (&date), ==, day);
      g_assert_cmpint (g_date_get_weekday (&date), ==, days[i].weekday);
    }
  g_assert_null (fettle_day_to_string (2932897));
  g_assert_null (fettle_day_to_string (-719163));
  g_assert_null (fettle_day_to_string (G_MAXINT64));
}

static void
test_no_days (void)
{
  static const char *const rows[] = {
    "",           "2026-3-01", "2026-03-1",  "2026-13-01", "2026-00-01",  "2026-02-29",  "2026-04-31",  "2026-04-00",
    "0000-01-01", "26-03-01",  "2026/03/01", "20260301",   "2026-03-01 ", " 2026-03-01", "2026-03-01T", "2026-03-0a",
    "-026-03-01", NULL,
  };
  gint64 day = 77;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_false (fettle_day_parse (rows[i], &day));
  g_assert_cmpint (day, ==, 77);
}

/* Offsets and changes as the tz database has them. */
static const struct
{
  const char *zone;
  const char *day;
  int minute;
  const char *start;
  const char *end;
} walls[] = {
  { "Europe/Berlin", "2026-07-01", 540, "2026-07-01T09:00:00+02:00", "2026-07-01T09:00:00+02:00" },
  { "Europe/Berlin", "2026-07-01", 1440 + 60, "2026-07-02T01:00:00+02:00", "2026-07-02T01:00:00+02:00" },
  /* skipped: 02:00 to 03:00 */
  { "Europe/Berlin", "2026-03-29", 119, "2026-03-29T01:59:00+01:00", "2026-03-29T01:59:00+01:00" },
  { "Europe/Berlin", "2026-03-29", 120, "2026-03-29T03:00:00+02:00", "2026-03-29T03:00:00+02:00" },
  { "Europe/Berlin", "2026-03-29", 150, "2026-03-29T03:00:00+02:00", "2026-03-29T03:00:00+02:00" },
  { "Europe/Berlin", "2026-03-29", 180, "2026-03-29T03:00:00+02:00", "2026-03-29T03:00:00+02:00" },
  /* twice: 02:00 to 03:00 */
  { "Europe/Berlin", "2026-10-25", 120, "2026-10-25T02:00:00+02:00", "2026-10-25T02:00:00+02:00" },
  { "Europe/Berlin", "2026-10-25", 121, "2026-10-25T02:01:00+02:00", "2026-10-25T02:01:00+01:00" },
  { "Europe/Berlin", "2026-10-25", 179, "2026-10-25T02:59:00+02:00", "2026-10-25T02:59:00+01:00" },
  { "Europe/Berlin", "2026-10-25", 180, "2026-10-25T03:00:00+01:00", "2026-10-25T03:00:00+01:00" },
  /* half an hour: 02:00 to 02:30 skipped, 01:30 to 02:00 twice */
  { "Australia/Lord_Howe", "2026-10-04", 135, "2026-10-04T02:30:00+11:00", "2026-10-04T02:30:00+11:00" },
  { "Australia/Lord_Howe", "2026-04-05", 90, "2026-04-05T01:30:00+11:00", "2026-04-05T01:30:00+11:00" },
  { "Australia/Lord_Howe", "2026-04-05", 105, "2026-04-05T01:45:00+11:00", "2026-04-05T01:45:00+10:30" },
  /* midnight itself skipped, and an hour before midnight twice */
  { "America/Sao_Paulo", "2018-11-04", 0, "2018-11-04T01:00:00-02:00", "2018-11-04T01:00:00-02:00" },
  { "America/Sao_Paulo", "2018-02-17", 1410, "2018-02-17T23:30:00-02:00", "2018-02-17T23:30:00-03:00" },
  { "America/Sao_Paulo", "2018-02-18", 0, "2018-02-18T00:00:00-03:00", "2018-02-18T00:00:00-03:00" },
  /* a day that was not: begins and ends where the next one begins */
  { "Pacific/Apia", "2011-12-30", 0, "2011-12-31T00:00:00+14:00", "2011-12-31T00:00:00+14:00" },
  { "Pacific/Apia", "2011-12-30", 540, "2011-12-31T00:00:00+14:00", "2011-12-31T00:00:00+14:00" },
  { "Asia/Shanghai", "2026-03-29", 120, "2026-03-29T02:00:00+08:00", "2026-03-29T02:00:00+08:00" },
  { "Asia/Kathmandu", "2026-03-29", 120, "2026-03-29T02:00:00+05:45", "2026-03-29T02:00:00+05:45" },
};

static void
test_walls (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (walls); i++)
    for (guint edge = 0; edge < 2; edge++)
      {
        g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (walls[i].zone);
        g_autofree char *text = NULL;
        FettleZoneView view = { 0 };
        gint64 day = 0;

        g_assert_true (fettle_day_parse (walls[i].day, &day));
        fettle_zone_view_init (&view, zone);
        text = fettle_moment_to_rfc3339 (fettle_zone_view_moment (&view, day, walls[i].minute, edge), zone);
        g_test_message ("row %u", i);
        g_assert_cmpstr (text, ==, edge == FETTLE_ZONE_START ? walls[i].start : walls[i].end);
      }
}

/* A view that has walked through years says the same as a new one, in either direction. */
static void
test_view_remembers_nothing_wrong (void)
{
  static const char *const zones[]
      = { "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca" };

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zones[i]);
      FettleZoneView old = { 0 };

      fettle_zone_view_init (&old, zone);
      for (int j = 0; j < 4000; j++)
        {
          FettleZoneView fresh = { 0 };
          const gint64 day = j % 4 == 0 ? g_test_rand_int_range (10000, 25000) : 18000 + j;
          const int minute = g_test_rand_int_range (0, 2880);
          const gint64 moment = fettle_zone_view_moment (&old, day, minute, j % 2);

          fettle_zone_view_init (&fresh, zone);
          g_assert_cmpint (moment, ==, fettle_zone_view_moment (&fresh, day, minute, j % 2));
          g_assert_cmpint (fettle_zone_view_day (&old, moment), ==, fettle_zone_view_day (&fresh, moment));
        }
    }
}

/* Numbers of a damaged file give some moment, and no overflow. */
static void
test_far_away (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  FettleZoneView view = { 0 };

  fettle_zone_view_init (&view, zone);
  g_assert_cmpint (fettle_zone_view_moment (&view, G_MAXINT64, 0, FETTLE_ZONE_START), >, 0);
  g_assert_cmpint (fettle_zone_view_moment (&view, G_MININT64, 0, FETTLE_ZONE_START), <, 0);
  g_assert_cmpint (fettle_zone_view_day (&view, G_MAXINT64), >, 100000000);
  g_assert_cmpint (fettle_zone_view_day (&view, G_MININT64), <, -100000000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/zone/days", test_days);
  g_test_add_func ("/zone/no-days", test_no_days);
  g_test_add_func ("/zone/walls", test_walls);
  g_test_add_func ("/zone/view-remembers-nothing-wrong", test_view_remembers_nothing_wrong);
  g_test_add_func ("/zone/far-away", test_far_away);
  return g_test_run ();
}
