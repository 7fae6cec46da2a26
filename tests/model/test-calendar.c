/* test-calendar.c: opening hours against an independent count of minutes, and the due times people expect.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-calendar.h"
#include "fettle-clock.h"

#define NINE     540
#define NOON     720
#define ONE      780
#define FIVE     1020
#define SIX      1080
#define MIDNIGHT 1440

static gint64
at (const char *text)
{
  g_autoptr (GError) error = NULL;
  gint64 moment = 0;

  fettle_moment_from_rfc3339 (text, &moment, &error);
  g_assert_no_error (error);
  return moment;
}

static void
assert_moment (gint64 moment, const char *zone_name, const char *expected)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zone_name);
  g_autofree char *text = fettle_moment_to_rfc3339 (moment, zone);

  g_assert_cmpstr (text, ==, expected);
}

static FettleCalendar *
make_empty (const char *zone_name)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zone_name);

  g_assert_nonnull (zone);
  return fettle_calendar_new (zone);
}

/* Monday to Friday 9 to 18. */
static FettleCalendar *
make_office (const char *zone_name)
{
  FettleCalendar *calendar = make_empty (zone_name);

  for (int weekday = 1; weekday <= 5; weekday++)
    g_assert_true (fettle_calendar_add_hours (calendar, weekday, NINE, SIX));
  return calendar;
}

/* The shop of the laptop's diary: working days Monday to Friday, the Dragon Boat holiday from 2013-06-10 to 06-12. */
static FettleCalendar *
make_shanghai (void)
{
  FettleCalendar *calendar = make_office ("Asia/Shanghai");

  g_assert_true (fettle_calendar_add_closed_day (calendar, "2013-06-10", "Dragon Boat"));
  g_assert_true (fettle_calendar_add_closed_day (calendar, "2013-06-11", "Dragon Boat"));
  g_assert_true (fettle_calendar_add_closed_day (calendar, "2013-06-12", "Dragon Boat"));
  return calendar;
}

static const struct
{
  const char *from;
  int days;
  const char *due; /* NULL: none */
} day_rows[] = {
  { "2013-06-16T11:00:00+08:00", 6, "2013-06-24T18:00:00+08:00" }, /* a Sunday; as the diary has it */
  { "2013-06-26T15:00:00+08:00", 6, "2013-07-04T18:00:00+08:00" },
  { "2013-06-07T10:00:00+08:00", 1, "2013-06-13T18:00:00+08:00" }, /* over the holiday */
  { "2013-06-11T10:00:00+08:00", 1, "2013-06-13T18:00:00+08:00" },
  { "2013-06-03T08:00:00+08:00", 1, "2013-06-04T18:00:00+08:00" }, /* before opening: still the next day */
  { "2013-06-03T23:59:59+08:00", 1, "2013-06-04T18:00:00+08:00" },
  { "2013-06-03T17:30:00Z", 1, "2013-06-05T18:00:00+08:00" }, /* already the 4th in Shanghai */
  { "2013-06-03T10:00:00+08:00", 0, "2013-06-03T18:00:00+08:00" },
  { "2013-06-03T18:00:00+08:00", 0, "2013-06-04T18:00:00+08:00" },
  { "2013-06-08T10:00:00+08:00", 0, "2013-06-13T18:00:00+08:00" },
  { "2013-06-03T10:00:00+08:00", 250, "2014-05-22T18:00:00+08:00" },
  { "2013-06-03T10:00:00+08:00", -1, NULL },
  { "2013-06-03T10:00:00+08:00", G_MAXINT, NULL },
};

static void
test_working_days (void)
{
  g_autoptr (FettleCalendar) calendar = make_shanghai ();

  for (guint i = 0; i < G_N_ELEMENTS (day_rows); i++)
    {
      g_test_message ("row %u", i);
      assert_moment (fettle_calendar_due_in_working_days (calendar, at (day_rows[i].from), day_rows[i].days),
                     "Asia/Shanghai", day_rows[i].due);
    }
}

static const struct
{
  const char *from;
  int minutes;
  const char *due;
} hour_rows[] = {
  { "2013-06-03T10:00:00+08:00", 60, "2013-06-03T11:00:00+08:00" },
  { "2013-06-03T17:30:00+08:00", 60, "2013-06-04T09:30:00+08:00" },
  { "2013-06-03T17:00:00+08:00", 60, "2013-06-03T18:00:00+08:00" }, /* ends with closing time */
  { "2013-06-03T07:00:00+08:00", 60, "2013-06-03T10:00:00+08:00" },
  { "2013-06-07T17:59:00+08:00", 2, "2013-06-13T09:01:00+08:00" },
  { "2013-06-03T10:00:30.5+08:00", 60, "2013-06-03T11:00:30.500+08:00" },
  { "2013-06-03T10:00:00+08:00", 0, "2013-06-03T10:00:00+08:00" },
  { "2013-06-03T18:00:00+08:00", 0, "2013-06-04T09:00:00+08:00" },
  { "2013-06-03T09:00:00+08:00", 540, "2013-06-03T18:00:00+08:00" },
  { "2013-06-03T09:00:00+08:00", 541, "2013-06-04T09:01:00+08:00" },
  { "2013-06-03T10:00:00+08:00", -1, NULL },
  { "2013-06-03T10:00:00+08:00", G_MAXINT, NULL },
};

static void
test_working_hours (void)
{
  g_autoptr (FettleCalendar) calendar = make_shanghai ();

  for (guint i = 0; i < G_N_ELEMENTS (hour_rows); i++)
    {
      g_test_message ("row %u", i);
      assert_moment (fettle_calendar_due_in_working_hours (calendar, at (hour_rows[i].from), hour_rows[i].minutes),
                     "Asia/Shanghai", hour_rows[i].due);
    }
}

static void
test_days (void)
{
  g_autoptr (FettleCalendar) calendar = make_shanghai ();
  g_autofree char *day = fettle_calendar_local_day (calendar, at ("2013-06-03T17:30:00Z"));
  g_autofree char *far = fettle_calendar_local_day (calendar, G_MAXINT64);
  GDate date = { 0 };

  g_assert_cmpstr (day, ==, "2013-06-04");
  g_assert_null (far);
  g_date_set_dmy (&date, 7, 6, 2013);
  g_assert_true (fettle_calendar_is_working_day (calendar, &date));
  g_date_set_dmy (&date, 8, 6, 2013);
  g_assert_false (fettle_calendar_is_working_day (calendar, &date));
  g_date_set_dmy (&date, 10, 6, 2013);
  g_assert_false (fettle_calendar_is_working_day (calendar, &date));
  g_assert_cmpstr (fettle_calendar_get_day_name (calendar, "2013-06-10"), ==, "Dragon Boat");
  g_assert_null (fettle_calendar_get_day_name (calendar, "2013-06-13"));
  g_assert_null (fettle_calendar_get_day_name (calendar, "nonsense"));
  assert_moment (fettle_calendar_day_start (calendar, at ("2013-06-03T17:30:00Z")), "Asia/Shanghai",
                 "2013-06-04T00:00:00+08:00");
  assert_moment (fettle_calendar_day_end (calendar, at ("2013-06-03T17:30:00Z")), "Asia/Shanghai",
                 "2013-06-05T00:00:00+08:00");
  assert_moment (fettle_calendar_closing_time (calendar, at ("2013-06-03T20:00:00+08:00")), "Asia/Shanghai",
                 "2013-06-03T18:00:00+08:00");
  g_assert_cmpint (fettle_calendar_closing_time (calendar, at ("2013-06-10T12:00:00+08:00")), ==, 0);
  assert_moment (fettle_calendar_next_opening (calendar, at ("2013-06-07T18:00:00+08:00")), "Asia/Shanghai",
                 "2013-06-13T09:00:00+08:00");
  assert_moment (fettle_calendar_next_opening (calendar, at ("2013-06-07T17:59:59+08:00")), "Asia/Shanghai",
                 "2013-06-07T17:59:59+08:00");
  g_assert_true (fettle_calendar_is_open (calendar, at ("2013-06-07T09:00:00+08:00")));
  g_assert_false (fettle_calendar_is_open (calendar, at ("2013-06-07T18:00:00+08:00")));
}

static const struct
{
  const char *from;
  const char *to;
  int days;
} late_rows[] = {
  { "2013-07-04T18:00:00+08:00", "2013-07-09T10:00:00+08:00", 3 }, /* the diary: "broken by 3 working days" */
  { "2013-07-04T18:00:00+08:00", "2013-07-04T19:00:00+08:00", 0 },
  { "2013-07-04T18:00:00+08:00", "2013-07-05T09:00:00+08:00", 1 },
  { "2013-07-05T18:00:00+08:00", "2013-07-07T09:00:00+08:00", 0 },
  { "2013-06-07T18:00:00+08:00", "2013-06-13T09:00:00+08:00", 1 },
  { "2013-07-09T10:00:00+08:00", "2013-07-04T18:00:00+08:00", 0 },
};

static void
test_late (void)
{
  g_autoptr (FettleCalendar) calendar = make_shanghai ();

  for (guint i = 0; i < G_N_ELEMENTS (late_rows); i++)
    g_assert_cmpint (fettle_calendar_working_days_between (calendar, at (late_rows[i].from), at (late_rows[i].to)), ==,
                     late_rows[i].days);
}

/* A shop that never opens, or only once, must not keep anybody waiting. */
static void
test_no_hours (void)
{
  g_autoptr (FettleCalendar) calendar = make_empty ("Europe/Berlin");
  const gint64 now = at ("2026-03-01T10:00:00Z");

  g_assert_false (fettle_calendar_has_hours (calendar));
  g_assert_false (fettle_calendar_is_open (calendar, now));
  g_assert_cmpint (fettle_calendar_next_opening (calendar, now), ==, 0);
  g_assert_cmpint (fettle_calendar_closing_time (calendar, now), ==, 0);
  g_assert_cmpint (fettle_calendar_due_in_working_days (calendar, now, 1), ==, 0);
  g_assert_cmpint (fettle_calendar_due_in_working_days (calendar, now, 0), ==, 0);
  g_assert_cmpint (fettle_calendar_due_in_working_hours (calendar, now, 1), ==, 0);
  g_assert_cmpint (fettle_calendar_due_in_working_hours (calendar, now, 0), ==, 0);
  g_assert_cmpint (fettle_calendar_working_time_between (calendar, now, now + 9000 * FETTLE_DAY), ==, 0);
  g_assert_cmpint (fettle_calendar_working_days_between (calendar, 1, G_MAXINT64), ==, 0);

  g_assert_true (fettle_calendar_add_special_hours (calendar, "2026-03-20", "Fair", NINE, FIVE));
  g_assert_false (fettle_calendar_has_hours (calendar));
  assert_moment (fettle_calendar_due_in_working_days (calendar, now, 1), "Europe/Berlin", "2026-03-20T17:00:00+01:00");
  g_assert_cmpint (fettle_calendar_due_in_working_days (calendar, now, 2), ==, 0);
  g_assert_cmpint (fettle_calendar_due_in_working_hours (calendar, now, 8 * 60 + 1), ==, 0);
  g_assert_cmpint (fettle_calendar_working_time_between (calendar, now, now + 60 * FETTLE_DAY), ==, 8 * FETTLE_HOUR);
}

static void
test_refused_hours (void)
{
  g_autoptr (FettleCalendar) calendar = make_empty ("Europe/Berlin");

  g_assert_false (fettle_calendar_add_hours (calendar, 0, NINE, FIVE));
  g_assert_false (fettle_calendar_add_hours (calendar, 8, NINE, FIVE));
  g_assert_false (fettle_calendar_add_hours (calendar, 1, -1, FIVE));
  g_assert_false (fettle_calendar_add_hours (calendar, 1, MIDNIGHT, MIDNIGHT + 60));
  g_assert_false (fettle_calendar_add_hours (calendar, 1, NINE, NINE));
  g_assert_false (fettle_calendar_add_hours (calendar, 1, FIVE, NINE));
  g_assert_false (fettle_calendar_add_hours (calendar, 1, NINE, NINE + MIDNIGHT + 1));
  g_assert_false (fettle_calendar_add_closed_day (calendar, "2026-02-30", NULL));
  g_assert_false (fettle_calendar_add_closed_day (calendar, "2026-2-3", NULL));
  g_assert_false (fettle_calendar_add_closed_day (calendar, "0000-01-01", NULL));
  g_assert_false (fettle_calendar_add_closed_day (calendar, "", NULL));
  g_assert_false (fettle_calendar_add_closed_day (calendar, NULL, NULL));
  g_assert_false (fettle_calendar_add_special_hours (calendar, "2026-02-03", NULL, FIVE, NINE));
  g_assert_false (fettle_calendar_add_special_hours (calendar, "03.02.2026", NULL, NINE, FIVE));
  g_assert_false (fettle_calendar_has_hours (calendar));
  g_assert_cmpint (fettle_calendar_next_opening (calendar, at ("2026-02-01T00:00:00Z")), ==, 0);
}

static void
test_exceptions (void)
{
  g_autoptr (FettleCalendar) calendar = make_office ("Europe/Berlin");

  g_assert_true (fettle_calendar_add_special_hours (calendar, "2026-12-24", "Christmas Eve", NINE, ONE));
  g_assert_true (fettle_calendar_add_closed_day (calendar, "2026-12-25", "Christmas"));
  g_assert_true (fettle_calendar_add_special_hours (calendar, "2026-12-26", NULL, NINE, NOON)); /* a Saturday */
  g_assert_true (fettle_calendar_add_special_hours (calendar, "2026-12-26", NULL, ONE, FIVE));
  assert_moment (fettle_calendar_due_in_working_days (calendar, at ("2026-12-23T12:00:00+01:00"), 1), "Europe/Berlin",
                 "2026-12-24T13:00:00+01:00");
  assert_moment (fettle_calendar_due_in_working_days (calendar, at ("2026-12-24T12:00:00+01:00"), 1), "Europe/Berlin",
                 "2026-12-26T17:00:00+01:00");
  assert_moment (fettle_calendar_due_in_working_hours (calendar, at ("2026-12-24T12:00:00+01:00"), 4 * 60 + 30),
                 "Europe/Berlin", "2026-12-26T13:30:00+01:00");
  g_assert_cmpstr (fettle_calendar_get_day_name (calendar, "2026-12-24"), ==, "Christmas Eve");

  /* The last word counts: the shop opens on Christmas after all, and closes on the 26th. */
  g_assert_true (fettle_calendar_add_special_hours (calendar, "2026-12-25", NULL, NINE, NOON));
  g_assert_true (fettle_calendar_add_closed_day (calendar, "2026-12-26", "Boxing Day"));
  assert_moment (fettle_calendar_due_in_working_days (calendar, at ("2026-12-24T12:00:00+01:00"), 2), "Europe/Berlin",
                 "2026-12-28T18:00:00+01:00");
  g_assert_cmpstr (fettle_calendar_get_day_name (calendar, "2026-12-25"), ==, "Christmas");
}

/* Friday and Saturday from 18:00 to 02:00, and Sunday already from 01:00: the hour is not counted twice. */
static void
test_past_midnight (void)
{
  g_autoptr (FettleCalendar) calendar = make_empty ("Europe/Berlin");

  g_assert_true (fettle_calendar_add_hours (calendar, 5, SIX, MIDNIGHT + 120));
  g_assert_true (fettle_calendar_add_hours (calendar, 6, SIX, MIDNIGHT + 120));
  g_assert_true (fettle_calendar_add_hours (calendar, 7, 60, 240));
  g_assert_true (fettle_calendar_is_open (calendar, at ("2026-01-10T01:59:00+01:00")));
  g_assert_false (fettle_calendar_is_open (calendar, at ("2026-01-10T02:00:00+01:00")));
  assert_moment (fettle_calendar_closing_time (calendar, at ("2026-01-10T01:00:00+01:00")), "Europe/Berlin",
                 "2026-01-10T02:00:00+01:00");
  assert_moment (fettle_calendar_closing_time (calendar, at ("2026-01-10T03:00:00+01:00")), "Europe/Berlin",
                 "2026-01-11T02:00:00+01:00");
  /* Promised in Friday's night: the next working day is Saturday. */
  assert_moment (fettle_calendar_due_in_working_days (calendar, at ("2026-01-10T01:00:00+01:00"), 1), "Europe/Berlin",
                 "2026-01-11T02:00:00+01:00");
  g_assert_cmpint (fettle_calendar_working_time_between (calendar, at ("2026-01-09T00:00:00+01:00"),
                                                         at ("2026-01-12T00:00:00+01:00")),
                   ==, (8 + 10) * FETTLE_HOUR);
  /* Saturday is called off: Friday's night still ends at two. */
  g_assert_true (fettle_calendar_add_closed_day (calendar, "2026-01-10", NULL));
  g_assert_cmpint (fettle_calendar_working_time_between (calendar, at ("2026-01-09T00:00:00+01:00"),
                                                         at ("2026-01-12T00:00:00+01:00")),
                   ==, (8 + 3) * FETTLE_HOUR);
}

/* Known nights, worked out by hand. */
static void
test_clock_changes (void)
{
  g_autoptr (FettleCalendar) berlin = make_empty ("Europe/Berlin");
  g_autoptr (FettleCalendar) samoa = make_empty ("Pacific/Apia");

  for (int weekday = 1; weekday <= 7; weekday++)
    {
      g_assert_true (fettle_calendar_add_hours (berlin, weekday, 0, MIDNIGHT));
      g_assert_true (fettle_calendar_add_hours (samoa, weekday, NINE, FIVE));
    }
  /* Days of 23, 25 and 24 hours. */
  g_assert_cmpint (fettle_calendar_working_time_between (berlin, at ("2026-03-29T00:00:00+01:00"),
                                                         at ("2026-03-30T00:00:00+02:00")),
                   ==, 23 * FETTLE_HOUR);
  g_assert_cmpint (fettle_calendar_working_time_between (berlin, at ("2026-10-25T00:00:00+02:00"),
                                                         at ("2026-10-26T00:00:00+01:00")),
                   ==, 25 * FETTLE_HOUR);
  assert_moment (fettle_calendar_due_in_working_hours (berlin, at ("2026-03-29T01:30:00+01:00"), 60), "Europe/Berlin",
                 "2026-03-29T03:30:00+02:00");
  assert_moment (fettle_calendar_due_in_working_hours (berlin, at ("2026-10-25T02:30:00+02:00"), 60), "Europe/Berlin",
                 "2026-10-25T02:30:00+01:00");
  /* Samoa had no 30th of December 2011: an hour of Thursday's last, and the next working day was the 31st. */
  assert_moment (fettle_calendar_due_in_working_hours (samoa, at ("2011-12-29T16:30:00-10:00"), 60), "Pacific/Apia",
                 "2011-12-31T09:30:00+14:00");
  g_assert_cmpint (fettle_calendar_working_time_between (samoa, at ("2011-12-29T00:00:00-10:00"),
                                                         at ("2012-01-01T00:00:00+14:00")),
                   ==, 16 * FETTLE_HOUR);
}

/* An open minute of the independent count: 1 in @open for each minute from @start. A span of a day is from the first to
 * the last minute of which GLib's calendar says that the clock is within it. */
static void
count_span (guint8 *open, int n_minutes, const gint64 *wall, gint64 day, int opens, int closes)
{
  int first = -1;
  int last = -1;

  for (int i = 0; i < n_minutes; i++)
    if (wall[i] >= day * MIDNIGHT + opens && wall[i] < day * MIDNIGHT + closes)
      {
        first = first < 0 ? i : first;
        last = i;
      }
  for (int i = first; first >= 0 && i <= last; i++)
    open[i] = 1;
}

static const struct
{
  const char *zone;
  const char *day; /* in the middle of the stretch, UTC */
} nights[] = {
  { "Europe/Berlin", "2026-03-29T00:00:00Z" },       { "Europe/Berlin", "2026-10-25T00:00:00Z" },
  { "America/New_York", "2026-03-08T00:00:00Z" },    { "America/New_York", "2026-11-01T00:00:00Z" },
  { "Asia/Shanghai", "2026-02-17T00:00:00Z" },       { "Asia/Shanghai", "1991-09-15T00:00:00Z" },
  { "Australia/Lord_Howe", "2026-04-04T00:00:00Z" }, { "Australia/Lord_Howe", "2026-10-03T00:00:00Z" },
  { "America/Sao_Paulo", "2018-11-04T00:00:00Z" },   { "America/Sao_Paulo", "2018-02-18T00:00:00Z" },
  { "Asia/Kathmandu", "2026-01-01T00:00:00Z" },      { "Pacific/Apia", "2011-12-30T00:00:00Z" },
};

/* Hours chosen to begin, end and lie within the skipped and the repeated hours. */
static const struct
{
  int opens;
  int closes;
} hours[][3] = {
  { { 540, 1080 } },
  { { 540, 720 }, { 780, 1080 } },
  { { 0, 1440 } },
  { { 60, 120 } },
  { { 120, 180 } },
  { { 90, 150 } },
  { { 0, 60 }, { 120, 240 } },
  { { 90, 120 }, { 125, 200 } },
  { { 1200, 1560 } },
  { { 1380, 1530 } },
  { { 1400, 1440 } },
  { { 0, 90 } },
  { { 105, 115 } },
  { { 60, 61 } },
  { { 1080, 1740 }, { 540, 600 } },
  { { 0, 1440 }, { 30, 90 } },
  { { 1439, 2879 } },
};

#define STRETCH_DAYS    8
#define STRETCH_MINUTES (STRETCH_DAYS * MIDNIGHT)

/* What the clock shows in each minute, in minutes since 1970-01-01 on the wall, by GDateTime. */
static void
read_wall (gint64 *wall, gint64 start, GTimeZone *zone)
{
  for (int i = 0; i < STRETCH_MINUTES; i++)
    {
      g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (start / FETTLE_SECOND + i * 60);
      g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, zone);
      g_autoptr (GDateTime) shown
          = g_date_time_new_utc (g_date_time_get_year (local), g_date_time_get_month (local),
                                 g_date_time_get_day_of_month (local), g_date_time_get_hour (local),
                                 g_date_time_get_minute (local), 0);

      wall[i] = g_date_time_to_unix (shown) / 60;
    }
}

/* Random questions about the middle of the stretch, answered by adding up minutes. */
static void
compare_with_minutes (FettleCalendar *calendar, const guint8 *open, gint64 start)
{
  for (guint i = 0; i < 60; i++)
    {
      const int from = g_test_rand_int_range (2 * MIDNIGHT, 6 * MIDNIGHT);
      const int to = g_test_rand_int_range (from, 6 * MIDNIGHT);
      const gint64 moment = start + from * FETTLE_MINUTE;
      int sum = 0;
      int next = from;
      int due = from;
      int left = i == 0 ? 0 : g_test_rand_int_range (1, 300);
      const int wanted = left;

      for (int j = from; j < to; j++)
        sum += open[j];
      while (next < STRETCH_MINUTES && !open[next])
        next++;
      for (; due < STRETCH_MINUTES && left > 0; due++)
        left -= open[due];
      g_assert_cmpint (fettle_calendar_working_time_between (calendar, moment, start + to * FETTLE_MINUTE), ==,
                       sum * FETTLE_MINUTE);
      g_assert_cmpint (fettle_calendar_is_open (calendar, moment), ==, open[from]);
      if (next < 6 * MIDNIGHT)
        g_assert_cmpint (fettle_calendar_next_opening (calendar, moment), ==, start + next * FETTLE_MINUTE);
      if (wanted > 0 && left == 0 && due < 6 * MIDNIGHT)
        g_assert_cmpint (fettle_calendar_due_in_working_hours (calendar, moment, wanted), ==,
                         start + due * FETTLE_MINUTE);
    }
}

static void
test_minute_by_minute (void)
{
  g_autofree gint64 *wall = g_new (gint64, STRETCH_MINUTES);
  g_autofree guint8 *open = g_new (guint8, STRETCH_MINUTES);

  for (guint i = 0; i < G_N_ELEMENTS (nights); i++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (nights[i].zone);
      const gint64 start = at (nights[i].day) - STRETCH_DAYS / 2 * FETTLE_DAY;
      const gint64 first_day = start / FETTLE_DAY - 2;

      read_wall (wall, start, zone);
      for (guint j = 0; j < G_N_ELEMENTS (hours); j++)
        {
          g_autoptr (FettleCalendar) calendar = fettle_calendar_new (zone);

          memset (open, 0, STRETCH_MINUTES);
          for (guint k = 0; k < G_N_ELEMENTS (hours[j]) && hours[j][k].closes > 0; k++)
            {
              for (int weekday = 1; weekday <= 7; weekday++)
                g_assert_true (fettle_calendar_add_hours (calendar, weekday, hours[j][k].opens, hours[j][k].closes));
              for (gint64 day = first_day; day < first_day + STRETCH_DAYS + 4; day++)
                count_span (open, STRETCH_MINUTES, wall, day, hours[j][k].opens, hours[j][k].closes);
            }
          g_test_message ("%s %s, hours %u", nights[i].zone, nights[i].day, j);
          compare_with_minutes (calendar, open, start);
        }
    }
}

/* Ten years at once are the sum of their pieces, wherever they are cut. */
static void
test_ten_years (void)
{
  static const char *const zones[] = { "Europe/Berlin", "America/New_York", "Asia/Shanghai", "Australia/Lord_Howe" };

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autoptr (FettleCalendar) calendar = make_office (zones[i]);
      const gint64 from = at ("2016-01-01T00:00:00Z");
      const gint64 to = at ("2026-01-01T00:00:00Z");
      gint64 sum = 0;

      g_assert_true (fettle_calendar_add_closed_day (calendar, "2020-02-03", NULL));
      for (gint64 cut = from; cut < to;)
        {
          const gint64 step = g_test_rand_int_range (1, 1000000) * 37 * FETTLE_SECOND / 10;
          const gint64 next = MIN (to, cut + step);

          sum += fettle_calendar_working_time_between (calendar, cut, next);
          cut = next;
        }
      g_assert_cmpint (fettle_calendar_working_time_between (calendar, from, to), ==, sum);
      g_assert_cmpint (sum / FETTLE_HOUR, >, 2600 * 9);
      g_assert_cmpint (sum / FETTLE_HOUR, <, 2615 * 9);
    }
}

/* A due time in working hours is as far away as was asked for. */
static void
test_due_and_between_agree (void)
{
  g_autoptr (FettleCalendar) calendar = make_shanghai ();

  for (guint i = 0; i < 500; i++)
    {
      const gint64 from = at ("2013-01-01T00:00:00Z") + g_test_rand_int_range (0, 500000) * FETTLE_MINUTE;
      const int minutes = g_test_rand_int_range (1, 100000);
      const gint64 due = fettle_calendar_due_in_working_hours (calendar, from, minutes);

      g_assert_cmpint (fettle_calendar_working_time_between (calendar, from, due), ==, minutes * FETTLE_MINUTE);
      g_assert_cmpint (fettle_calendar_working_time_between (calendar, from, due - 1), ==, minutes * FETTLE_MINUTE - 1);
    }
}

/* The diary's shop whole: open on Saturday and Sunday for reception, which are no working days. */
static FettleCalendar *
make_diary (void)
{
  FettleCalendar *calendar = make_shanghai ();

  g_assert_true (fettle_calendar_add_hours (calendar, 6, NINE, SIX));
  g_assert_true (fettle_calendar_add_hours (calendar, 7, 600, FIVE));
  fettle_calendar_set_counts (calendar, 6, FALSE);
  fettle_calendar_set_counts (calendar, 7, FALSE);
  return calendar;
}

static void
assert_day (FettleCalendar *calendar, const char *text, FettleDayKind kind, gboolean counts, const char *expected)
{
  FettleCalendarDay about = { 0 };
  g_autofree char *shown = NULL;
  gint64 day = 0;

  g_assert_true (fettle_day_parse (text, &day));
  fettle_calendar_describe (calendar, day, &about);
  shown = fettle_hours_text_write (about.spans);
  g_test_message ("%s", text);
  g_assert_cmpint (about.kind, ==, kind);
  g_assert_cmpint (about.counts, ==, counts);
  g_assert_cmpstr (shown, ==, expected);
}

static void
test_reception (void)
{
  g_autoptr (FettleCalendar) calendar = make_diary ();

  /* The same answers as without reception. */
  for (guint i = 0; i < G_N_ELEMENTS (day_rows); i++)
    if (day_rows[i].days > 0)
      assert_moment (fettle_calendar_due_in_working_days (calendar, at (day_rows[i].from), day_rows[i].days),
                     "Asia/Shanghai", day_rows[i].due);
  g_assert_cmpint (fettle_calendar_working_days_between (calendar, at ("2013-07-04T18:00:00+08:00"),
                                                         at ("2013-07-09T12:00:00+08:00")),
                   ==, 3);
  /* Working hours are opening hours: two and a half from Friday at five end on Saturday. */
  assert_moment (fettle_calendar_due_in_working_hours (calendar, at ("2013-06-14T17:00:00+08:00"), 150),
                 "Asia/Shanghai", "2013-06-15T10:30:00+08:00");
  /* While it is open on a Sunday, "today" is Sunday's closing time. */
  assert_moment (fettle_calendar_due_in_working_days (calendar, at ("2013-06-16T11:00:00+08:00"), 0), "Asia/Shanghai",
                 "2013-06-16T17:00:00+08:00");
  assert_day (calendar, "2013-06-14", FETTLE_DAY_ORDINARY, TRUE, "09:00–18:00");
  assert_day (calendar, "2013-06-15", FETTLE_DAY_ORDINARY, FALSE, "09:00–18:00");
  assert_day (calendar, "2013-06-10", FETTLE_DAY_CLOSED, FALSE, "");
  /* A shop that is open for reception only never has a working day. */
  for (int weekday = 1; weekday <= 5; weekday++)
    fettle_calendar_set_counts (calendar, weekday, FALSE);
  g_assert_cmpint (fettle_calendar_due_in_working_days (calendar, at ("2013-06-16T11:00:00+08:00"), 1), ==, 0);
}

static void
test_days_of_their_own (void)
{
  g_autoptr (FettleCalendar) calendar = make_diary ();

  /* Open as usual although it was closed; with hours of its own as its weekday counts; and told otherwise. */
  g_assert_true (fettle_calendar_add_ordinary_day (calendar, "2013-06-10", NULL));
  assert_day (calendar, "2013-06-10", FETTLE_DAY_SPECIAL, TRUE, "09:00–18:00");
  g_assert_true (fettle_calendar_add_special_hours (calendar, "2013-06-15", "Fair", NINE, NOON));
  fettle_calendar_set_day (calendar, "2013-06-15", "town.ics", -1);
  assert_day (calendar, "2013-06-15", FETTLE_DAY_SPECIAL, FALSE, "09:00–12:00");
  fettle_calendar_set_day (calendar, "2013-06-15", "town.ics", 1);
  assert_day (calendar, "2013-06-15", FETTLE_DAY_SPECIAL, TRUE, "09:00–12:00");
  fettle_calendar_set_day (calendar, "2013-06-10", NULL, 0);
  assert_day (calendar, "2013-06-10", FETTLE_DAY_SPECIAL, FALSE, "09:00–18:00");
  assert_moment (fettle_calendar_due_in_working_days (calendar, at ("2013-06-14T11:00:00+08:00"), 1), "Asia/Shanghai",
                 "2013-06-15T12:00:00+08:00");
  /* The last word counts. */
  g_assert_true (fettle_calendar_add_closed_day (calendar, "2013-06-10", "Flood"));
  assert_day (calendar, "2013-06-10", FETTLE_DAY_CLOSED, FALSE, "");
  g_assert_false (fettle_calendar_add_ordinary_day (calendar, "2013-6-1", NULL));
}

static void
test_counted_days (void)
{
  static const char *const days[]
      = { "2013-06-17", "2013-06-18", "2013-06-19", "2013-06-20", "2013-06-21", "2013-06-24" };
  g_autoptr (FettleCalendar) calendar = make_diary ();
  g_autoptr (FettleCalendar) never = make_empty ("Asia/Shanghai");
  g_autoptr (GArray) counted = fettle_calendar_list_working_days (calendar, at ("2013-06-16T11:00:00+08:00"), 6);
  g_autoptr (GArray) none = fettle_calendar_list_working_days (calendar, at ("2013-06-16T11:00:00+08:00"), 0);
  g_autoptr (GArray) closed = fettle_calendar_list_working_days (never, at ("2013-06-16T11:00:00+08:00"), 3);

  g_assert_cmpuint (counted->len, ==, G_N_ELEMENTS (days));
  for (guint i = 0; i < counted->len; i++)
    {
      g_autofree char *day = fettle_day_to_string (g_array_index (counted, gint64, i));

      g_assert_cmpstr (day, ==, days[i]);
    }
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (closed->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calendar/working-days", test_working_days);
  g_test_add_func ("/calendar/working-hours", test_working_hours);
  g_test_add_func ("/calendar/days", test_days);
  g_test_add_func ("/calendar/late", test_late);
  g_test_add_func ("/calendar/no-hours", test_no_hours);
  g_test_add_func ("/calendar/refused-hours", test_refused_hours);
  g_test_add_func ("/calendar/exceptions", test_exceptions);
  g_test_add_func ("/calendar/past-midnight", test_past_midnight);
  g_test_add_func ("/calendar/clock-changes", test_clock_changes);
  g_test_add_func ("/calendar/minute-by-minute", test_minute_by_minute);
  g_test_add_func ("/calendar/ten-years", test_ten_years);
  g_test_add_func ("/calendar/reception", test_reception);
  g_test_add_func ("/calendar/days-of-their-own", test_days_of_their_own);
  g_test_add_func ("/calendar/counted-days", test_counted_days);
  g_test_add_func ("/calendar/due-and-between-agree", test_due_and_between_agree);
  return g_test_run ();
}
