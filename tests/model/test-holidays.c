/* test-holidays.c: public holidays against the lists that governments published, and files that are wrong.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-calendar.h"
#include "fettle-clock.h"
#include "fettle-error.h"
#include "fettle-holiday-rule.h"
#include "fettle-holidays.h"

#include <glib/gstdio.h>
#include <string.h>

static gint64
day_of (const char *text)
{
  gint64 day = 0;

  g_assert_true (fettle_day_parse (text, &day));
  return day;
}

static FettleHolidays *
load (const char *region)
{
  g_autoptr (GError) error = NULL;
  FettleHolidays *holidays = fettle_holidays_load (region, &error);

  g_assert_no_error (error);
  g_assert_null (fettle_holidays_get_complaint (holidays));
  g_assert_cmpstr (fettle_holidays_get_region (holidays), ==, region);
  return holidays;
}

/* Easter by another way of computing it: Gauss's, with Lichtenberg's supplement (PTB, Physik-Didaktik 1997). */
static int
easter_in_march (int year)
{
  const int k = year / 100;
  const int m = 15 + (3 * k + 3) / 4 - (8 * k + 13) / 25;
  const int s = 2 - (3 * k + 3) / 4;
  const int a = year % 19;
  const int d = (19 * a + m) % 30;
  const int r = (d + a / 11) / 29;
  const int og = 21 + d - r;
  const int sz = 7 - (year + year / 4 + s) % 7;

  return og + 7 - (og - sz) % 7;
}

static void
test_easter (void)
{
  static const struct
  {
    int year;
    const char *day;
  } known[] = {
    { 1995, "1995-04-16" }, { 2000, "2000-04-23" }, { 2008, "2008-03-23" }, { 2011, "2011-04-24" },
    { 2013, "2013-03-31" }, { 2016, "2016-03-27" }, { 2019, "2019-04-21" }, { 2024, "2024-03-31" },
    { 2025, "2025-04-20" }, { 2026, "2026-04-05" }, { 2027, "2027-03-28" }, { 2035, "2035-03-25" },
    { 2038, "2038-04-25" }, { 2285, "2285-03-22" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    g_assert_cmpint (fettle_holiday_easter (known[i].year), ==, day_of (known[i].day));
  for (int year = 1583; year < 4000; year++)
    {
      g_autofree char *text = g_strdup_printf ("%04d-03-01", year);

      g_assert_cmpint (fettle_holiday_easter (year), ==, day_of (text) + easter_in_march (year) - 1);
    }
}

static const struct
{
  const char *rule;
  int year;
  const char *day; /* NULL: not in that year */
} rules[] = {
  { "10-03", 2026, "2026-10-03" },
  { "02-29", 2024, "2024-02-29" },
  { "02-29", 2026, NULL },
  { "2017-10-31", 2017, "2017-10-31" },
  { "2017-10-31", 2018, NULL },
  { "easter", 2026, "2026-04-05" },
  { "easter-2", 2026, "2026-04-03" },
  { "easter+60", 2026, "2026-06-04" },
  { "first monday of may", 2026, "2026-05-04" },
  { "first friday of may", 2026, "2026-05-01" },
  { "third monday of january", 2026, "2026-01-19" },
  { "fourth thursday of november", 2023, "2023-11-23" },
  { "last monday of may", 2021, "2021-05-31" },
  { "last monday of august", 2026, "2026-08-31" },
  { "last sunday of february", 2024, "2024-02-25" },
  { "wednesday before 11-23", 2026, "2026-11-18" },
  { "wednesday before 11-23", 2022, "2022-11-16" }, /* the 23rd is a Wednesday itself */
  { "wednesday before 11-23", 2023, "2023-11-22" },
};

static void
test_rules (void)
{
  static const char *const wrong[] = { "",
                                       "13-01",
                                       "02-30",
                                       "2-3",
                                       "easter+",
                                       "easter*2",
                                       "easter+1x",
                                       "easter+1000",
                                       "2017-02-29",
                                       "monday",
                                       "fifth monday of may",
                                       "first monday in may",
                                       "of of of of",
                                       "first day of may",
                                       "monday before 13-01",
                                       "before monday 11-23" };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      FettleHolidayRule rule;
      gint64 day = 0;

      g_test_message ("%s %d", rules[i].rule, rules[i].year);
      g_assert_true (fettle_holiday_rule_parse (&rule, rules[i].rule));
      g_assert_cmpint (fettle_holiday_rule_apply (&rule, rules[i].year, &day), ==, rules[i].day != NULL);
      if (rules[i].day != NULL)
        g_assert_cmpint (day, ==, day_of (rules[i].day));
    }
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      FettleHolidayRule rule;

      g_test_message ("%s", wrong[i]);
      g_assert_false (fettle_holiday_rule_parse (&rule, wrong[i]));
    }
}

/* The days of a year as published, month and day; those on a weekend that have a substitute are there beside it. */
static const struct
{
  const char *region;
  int year;
  const char *days;
} lists[] = {
  { "de", 2026, "01-01 04-03 04-06 05-01 05-14 05-25 10-03 12-25 12-26" },
  { "de", 2017, "01-01 04-14 04-17 05-01 05-25 06-05 10-03 10-31 12-25 12-26" },
  { "de-by", 2026, "01-01 01-06 04-03 04-06 05-01 05-14 05-25 06-04 10-03 11-01 12-25 12-26" },
  { "de-be", 2018, "01-01 03-30 04-02 05-01 05-10 05-21 10-03 12-25 12-26" },
  { "de-be", 2019, "01-01 03-08 04-19 04-22 05-01 05-30 06-10 10-03 12-25 12-26" },
  { "de-be", 2020, "01-01 03-08 04-10 04-13 05-01 05-08 05-21 06-01 10-03 12-25 12-26" },
  { "de-be", 2025, "01-01 03-08 04-18 04-21 05-01 05-08 05-29 06-09 10-03 12-25 12-26" },
  { "de-be", 2026, "01-01 03-08 04-03 04-06 05-01 05-14 05-25 10-03 12-25 12-26" },
  { "de-mv", 2022, "01-01 04-15 04-18 05-01 05-26 06-06 10-03 10-31 12-25 12-26" },
  { "de-mv", 2023, "01-01 03-08 04-07 04-10 05-01 05-18 05-29 10-03 10-31 12-25 12-26" },
  { "de-hh", 2016, "01-01 03-25 03-28 05-01 05-05 05-16 10-03 12-25 12-26" },
  { "de-hh", 2018, "01-01 03-30 04-02 05-01 05-10 05-21 10-03 10-31 12-25 12-26" },
  { "de-bb", 2026, "01-01 04-03 04-05 04-06 05-01 05-14 05-24 05-25 10-03 10-31 12-25 12-26" },
  { "de-sn", 2026, "01-01 04-03 04-06 05-01 05-14 05-25 10-03 10-31 11-18 12-25 12-26" },
  { "de-th", 2019, "01-01 04-19 04-22 05-01 05-30 06-10 09-20 10-03 10-31 12-25 12-26" },
  { "de-sl", 2026, "01-01 04-03 04-06 05-01 05-14 05-25 06-04 08-15 10-03 11-01 12-25 12-26" },
  { "de-nw", 2008, "01-01 03-21 03-24 05-01 05-12 05-22 10-03 11-01 12-25 12-26" }, /* Ascension on the 1st of May */
  { "gb-eng", 2002, "01-01 03-29 04-01 05-06 06-03 06-04 08-26 12-25 12-26" },
  { "gb-eng", 2011, "01-01 01-03 04-22 04-25 04-29 05-02 05-30 08-29 12-25 12-26 12-27" },
  { "gb-eng", 2012, "01-01 01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26" },
  { "gb-eng", 2020, "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-26 12-28" },
  { "gb-eng", 2021, "01-01 04-02 04-05 05-03 05-31 08-30 12-25 12-26 12-27 12-28" },
  { "gb-eng", 2022, "01-01 01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-25 12-26 12-27" },
  { "gb-eng", 2023, "01-01 01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26" },
  { "gb-sct", 2022, "01-01 01-02 01-03 01-04 04-15 05-02 06-02 06-03 08-01 09-19 11-30 12-25 12-26 12-27" },
  { "gb-sct", 2023, "01-01 01-02 01-03 04-07 05-01 05-08 05-29 08-07 11-30 12-25 12-26" },
  { "gb-sct", 2026, "01-01 01-02 04-03 05-04 05-25 06-15 08-03 11-30 12-25 12-26 12-28" },
  { "gb-sct", 2024, "01-01 01-02 03-29 05-06 05-27 08-05 11-30 12-02 12-25 12-26" },
  { "gb-nir", 2026, "01-01 03-17 04-03 04-06 05-04 05-25 07-12 07-13 08-31 12-25 12-26 12-28" },
  { "gb-nir", 2024, "01-01 03-17 03-18 03-29 04-01 05-06 05-27 07-12 08-26 12-25 12-26" },
  { "us", 2020, "01-01 01-20 02-17 05-25 07-03 07-04 09-07 10-12 11-11 11-26 12-25" },
  { "us", 2021, "01-01 01-18 02-15 05-31 06-18 06-19 07-04 07-05 09-06 10-11 11-11 11-25 12-24 12-25 12-31" },
  { "us", 2022, "01-01 01-17 02-21 05-30 06-19 06-20 07-04 09-05 10-10 11-11 11-24 12-25 12-26" },
  { "us", 2026, "01-01 01-19 02-16 05-25 06-19 07-03 07-04 09-07 10-12 11-11 11-26 12-25" },
};

static void
test_lists (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (FettleHolidays) holidays = load (lists[i].region);
      const GArray *days = fettle_holidays_list_year (holidays, lists[i].year);
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint j = 0; j < days->len; j++)
        {
          const FettleHoliday *holiday = &g_array_index (days, FettleHoliday, j);
          g_autofree char *day = fettle_day_to_string (holiday->day);

          g_string_append_printf (text, "%s%s", j > 0 ? " " : "", day + strlen ("2026-"));
          g_assert_false (holiday->working);
          g_assert_nonnull (holiday->source);
          g_assert_true (fettle_holidays_look_up (holidays, holiday->day) == holiday);
        }
      g_test_message ("%s %d", lists[i].region, lists[i].year);
      g_assert_cmpstr (text->str, ==, lists[i].days);
    }
}

static void
test_names (void)
{
  g_autoptr (FettleHolidays) scotland = load ("gb-sct");
  g_autoptr (FettleHolidays) westphalia = load ("de-nw");

  g_assert_cmpstr (fettle_holidays_look_up (scotland, day_of ("2022-01-04"))->name, ==, "2nd January (substitute day)");
  g_assert_cmpstr (fettle_holidays_look_up (scotland, day_of ("2024-12-02"))->source, ==,
                   "St Andrew’s Day Bank Holiday (Scotland) Act 2007");
  g_assert_cmpstr (fettle_holidays_look_up (westphalia, day_of ("2008-05-01"))->name, ==,
                   "Tag der Arbeit, Christi Himmelfahrt");
  g_assert_cmpstr (fettle_holidays_look_up (westphalia, day_of ("2017-10-31"))->name, ==, "Reformationstag");
  g_assert_cmpstr (fettle_holidays_get_source (westphalia), ==, "Feiertagsgesetz NW § 2");
  g_assert_null (fettle_holidays_look_up (westphalia, day_of ("2026-11-02")));
}

/* As counted in the notices themselves; and what the law gives: eleven days, thirteen since 2025. Days off in the
 * middle of the week, less the weekend days worked for them, are the statutory days of the year. */
static const struct
{
  int year;
  int off;
  int worked;
  int net;
} schedules[] = {
  { 2008, 27, 5, 11 },  { 2009, 27, 6, 11 }, { 2010, 29, 8, 11 }, { 2011, 29, 5, 11 }, { 2012, 27, 7, 11 },
  { 2013, 29, 12, 11 }, { 2014, 22, 5, 11 }, { 2015, 26, 5, 12 }, { 2016, 24, 6, 11 }, { 2017, 24, 5, 11 },
  { 2018, 23, 6, 11 },  { 2019, 24, 7, 11 }, { 2020, 30, 6, 13 }, { 2021, 31, 7, 11 }, { 2022, 31, 7, 11 },
  { 2023, 27, 7, 11 },  { 2024, 28, 8, 11 }, { 2025, 28, 5, 13 }, { 2026, 33, 6, 13 },
};

static void
test_china (void)
{
  g_autoptr (FettleHolidays) china = load ("cn");
  int off = 0, worked = 0, net = 0;
  int expected_off = 0, expected_worked = 0, expected_net = 0;

  for (guint i = 0; i < G_N_ELEMENTS (schedules); i++)
    {
      const GArray *days = fettle_holidays_list_year (china, schedules[i].year);

      g_assert_true (fettle_holidays_knows (china, schedules[i].year));
      expected_off += schedules[i].off;
      expected_worked += schedules[i].worked;
      expected_net += schedules[i].net;
      for (guint j = 0; j < days->len; j++)
        {
          const FettleHoliday *day = &g_array_index (days, FettleHoliday, j);
          const gboolean weekend = fettle_day_weekday (day->day) >= 6;

          off += !day->working;
          worked += day->working;
          net += !day->working && !weekend;
          net -= day->working;
          /* Only days of a weekend are made up for. */
          g_assert_true (!day->working || weekend);
        }
    }
  /* What the schedule of 2008 says of 2007, which has none of its own, is not counted on either side: two days off, of
   * them one in the week, and one worked. In 2015 there was a day more, in 2020 two. */
  g_assert_cmpint (off, ==, expected_off);
  g_assert_cmpint (worked, ==, expected_worked);
  g_assert_cmpint (net, ==, expected_net);
}

static void
test_china_without_a_schedule (void)
{
  g_autoptr (FettleHolidays) china = load ("cn");
  g_autofree char *note = fettle_holidays_note (china, 2027);
  g_autofree char *none = fettle_holidays_note (china, 2026);

  g_assert_false (fettle_holidays_knows (china, 2027));
  g_assert_false (fettle_holidays_knows (china, 2007));
  g_assert_nonnull (strstr (note, "China has no published schedule for 2027"));
  g_assert_null (none);
  g_assert_cmpuint (fettle_holidays_list_year (china, 2027)->len, ==, 0);
  g_assert_cmpstr (fettle_holidays_look_up (china, day_of ("2026-02-16"))->source, ==, "国办发明电〔2025〕7号");
}

static FettleCalendar *
shanghai (const char *region)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Asia/Shanghai");
  FettleCalendar *calendar = fettle_calendar_new (zone);
  g_autoptr (FettleHolidays) holidays = load (region);

  for (int weekday = 1; weekday <= 5; weekday++)
    g_assert_true (fettle_calendar_add_hours (calendar, weekday, 540, 1080));
  g_assert_true (fettle_calendar_add_hours (calendar, 6, 600, 960));
  fettle_calendar_set_counts (calendar, 6, FALSE);
  fettle_calendar_set_holidays (calendar, holidays);
  return calendar;
}

static void
assert_day (FettleCalendar *calendar, const char *day, FettleDayKind kind, gboolean counts, const char *hours)
{
  FettleCalendarDay about = { 0 };
  g_autofree char *shown = NULL;

  fettle_calendar_describe (calendar, day_of (day), &about);
  shown = fettle_hours_text_write (about.spans);
  g_test_message ("%s", day);
  g_assert_cmpint (about.kind, ==, kind);
  g_assert_cmpint (about.counts, ==, counts);
  g_assert_cmpstr (shown, ==, hours);
}

static void
test_in_a_calendar (void)
{
  g_autoptr (FettleCalendar) calendar = shanghai ("cn");
  gint64 from = 0, due = 0;

  /* A day off on a reception day, make-up days on a day of reception and on a closed one. */
  assert_day (calendar, "2026-01-03", FETTLE_DAY_HOLIDAY, FALSE, "");
  assert_day (calendar, "2026-02-14", FETTLE_DAY_MAKE_UP, TRUE, "09:00–18:00");
  assert_day (calendar, "2026-01-04", FETTLE_DAY_MAKE_UP, TRUE, "09:00–18:00");
  assert_day (calendar, "2026-02-07", FETTLE_DAY_ORDINARY, FALSE, "10:00–16:00");
  /* The shop's own word goes first. */
  g_assert_true (fettle_calendar_add_ordinary_day (calendar, "2026-02-16", NULL));
  g_assert_true (fettle_calendar_add_closed_day (calendar, "2026-01-04", NULL));
  assert_day (calendar, "2026-02-16", FETTLE_DAY_SPECIAL, TRUE, "09:00–18:00");
  assert_day (calendar, "2026-01-04", FETTLE_DAY_CLOSED, FALSE, "");
  g_assert_cmpstr (fettle_calendar_get_day_name (calendar, "2026-02-16"), ==, "春节");
  g_assert_cmpstr (fettle_calendar_get_day_name (calendar, "2026-02-18"), ==, "春节");
  g_assert_null (fettle_calendar_get_day_name (calendar, "2026-03-18"));
  /* From Friday the 13th, the next working day is the make-up Saturday. */
  g_assert_true (fettle_moment_from_rfc3339 ("2026-02-13T10:00:00+08:00", &from, NULL));
  g_assert_true (fettle_moment_from_rfc3339 ("2026-02-14T18:00:00+08:00", &due, NULL));
  g_assert_cmpint (fettle_calendar_due_in_working_days (calendar, from, 1), ==, due);
  /* A Saturday that is a working day anyway keeps its own hours. */
  fettle_calendar_set_counts (calendar, 6, TRUE);
  assert_day (calendar, "2026-02-14", FETTLE_DAY_MAKE_UP, TRUE, "10:00–16:00");
  fettle_calendar_set_holidays (calendar, NULL);
  assert_day (calendar, "2026-02-18", FETTLE_DAY_ORDINARY, TRUE, "09:00–18:00");
}

static void
test_regions (void)
{
  g_autoptr (GPtrArray) english = fettle_holidays_list_regions ("en");
  g_autoptr (GPtrArray) chinese = fettle_holidays_list_regions ("zh_CN");
  guint n_german = 0;

  g_assert_cmpuint (english->len, ==, chinese->len);
  g_assert_cmpuint (english->len, ==, 1 + 17 + 3 + 1);
  for (guint i = 0; i < english->len; i++)
    {
      const FettleHolidayRegion *region = g_ptr_array_index (english, i);
      const FettleHolidayRegion *other = g_ptr_array_index (chinese, i);
      g_autoptr (FettleHolidays) holidays = load (region->id);

      g_assert_cmpstr (region->id, ==, other->id);
      g_assert_cmpstr (region->name, !=, other->name);
      g_assert_cmpuint (strlen (fettle_holidays_get_source (holidays)), >, 10);
      n_german += g_str_has_prefix (region->id, "de");
      for (int year = 1985; year < 2060; year++)
        if (fettle_holidays_knows (holidays, year))
          g_assert_cmpuint (fettle_holidays_list_year (holidays, year)->len, >=, 8);
    }
  g_assert_cmpuint (n_german, ==, 17);
}

static void
test_far_away (void)
{
  static const char *const unknown[] = { "", "none", "xx", "de-xx", "DE-BY", "../de", "de/by", "gb", "-", "cn-sh" };
  g_autoptr (FettleHolidays) us = load ("us");
  g_autoptr (FettleHolidays) germany = load ("de");
  g_autofree char *note = fettle_holidays_note (germany, 1990);

  g_assert_null (fettle_holidays_look_up (us, G_MAXINT64));
  g_assert_null (fettle_holidays_look_up (us, G_MININT64 + 1));
  g_assert_null (fettle_holidays_list_year (us, 99999));
  g_assert_null (fettle_holidays_look_up (us, day_of ("1900-07-04")));
  g_assert_nonnull (fettle_holidays_look_up (us, day_of ("2299-12-25")));
  g_assert_false (fettle_holidays_knows (us, 1985));
  g_assert_nonnull (strstr (note, "1990"));
  for (guint i = 0; i < G_N_ELEMENTS (unknown); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (fettle_holidays_load (unknown[i], &error));
      g_assert_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_UNKNOWN);
    }
}

#define RULES(lines)                                                                                                   \
  "{\"country\": \"xx\", \"name\": {\"en\": \"X\"}, \"source\": \"law\", \"regions\": [{\"id\": \"xx\", \"name\":"     \
  " {\"en\": \"X\"}}], \"holidays\": [" lines "]}"
#define SCHEDULE(days, working)                                                                                        \
  "{\"country\": \"xx\", \"name\": {\"en\": \"X\"}, \"source\": \"law\", \"regions\": [{\"id\": \"xx\", \"name\":"     \
  " {\"en\": \"X\"}}], \"schedules\": [{\"year\": 2026, \"source\": \"notice\", \"holidays\": [" days                  \
  "], \"working\": [" working "]}]}"

/* What is said of a wrong file names the place. */
static const struct
{
  const char *text;
  const char *place;
} wrong[] = {
  { "", "" },
  { "[]", "" },
  { "{}", "country" },
  { "{\"country\": \"xx\", \"name\": {\"en\": \"X\"}, \"source\": \"law\", \"regions\": [{\"id\": \"xx\", \"name\":"
    " {\"en\": \"X\"}, \"colour\": 1}], \"holidays\": []}",
    "regions 1" },
  { RULES ("{\"name\": \"A\", \"on\": \"13-01\"}"), "holidays 1" },
  { RULES ("{\"name\": \"A\", \"on\": \"12-01\"}, {\"name\": \"B\"}"), "holidays 2" },
  { RULES ("{\"on\": \"12-01\"}"), "name" },
  { RULES ("{\"name\": \"\", \"on\": \"12-01\"}"), "name" },
  { RULES ("{\"name\": \"A\", \"on\": \"12-01\", \"colour\": \"red\"}"), "colour" },
  { RULES ("{\"name\": \"A\", \"on\": \"12-01\", \"in\": [\"xx-no\"]}"), "in" },
  { RULES ("{\"name\": \"A\", \"on\": \"12-01\", \"in\": \"xx\"}"), "in" },
  { RULES ("{\"name\": \"A\", \"on\": \"12-01\", \"from\": \"2020\"}"), "from" },
  { RULES ("{\"name\": \"A\", \"on\": \"12-01\", \"from\": 20}"), "from" },
  { RULES ("{\"name\": \"A\", \"on\": \"12-01\", \"except\": [true]}"), "except" },
  { RULES ("7"), "holidays 1" },
  { SCHEDULE ("{\"name\": \"A\", \"from\": \"2026-01-01\", \"to\": \"2026-01-32\"}", ""), "2026-01-32" },
  { SCHEDULE ("{\"name\": \"A\", \"from\": \"2026-01-03\", \"to\": \"2026-01-01\"}", ""), "2026-01-01" },
  { SCHEDULE ("{\"name\": \"A\", \"from\": \"2026-01-01\", \"to\": \"2026-02-01\"}", ""), "2026-02-01" },
  { SCHEDULE ("{\"name\": \"A\", \"from\": \"2026-01-01\", \"to\": \"2026-01-02\"},"
              " {\"name\": \"B\", \"from\": \"2026-01-02\", \"to\": \"2026-01-02\"}",
              ""),
    "2026-01-02" },
  { SCHEDULE ("", "\"2026-01-05\""), "2026-01-05" }, /* a Monday */
  { SCHEDULE ("{\"name\": \"A\", \"from\": \"2026-01-03\", \"to\": \"2026-01-03\"}", "\"2026-01-03\""), "2026-01-03" },
  { SCHEDULE ("", "7"), "schedules 1" },
  { SCHEDULE ("{\"name\": \"A\"}", ""), "from" },
};

static void
test_wrong_files (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (FettleHolidays) holidays = fettle_holidays_parse ("xx", wrong[i].text, -1, &error);

      g_test_message ("%s: %s", wrong[i].text, error != NULL ? error->message : "taken");
      g_assert_null (holidays);
      g_assert_nonnull (error);
      g_assert_nonnull (strstr (error->message, wrong[i].place));
    }
}

static void
test_right_files (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleHolidays) rule
      = fettle_holidays_parse ("xx", RULES ("{\"name\": \"A\", \"on\": \"12-01\", \"from\": 2020, \"to\": 2022}"), -1,
                               &error);
  g_autoptr (FettleHolidays) schedule
      = fettle_holidays_parse ("xx",
                               SCHEDULE ("{\"name\": \"A\", \"from\": \"2026-01-01\", \"to\": \"2026-01-02\"}",
                                         "\"2026-01-04\""),
                               -1, &error);

  g_assert_no_error (error);
  g_assert_null (fettle_holidays_look_up (rule, day_of ("2019-12-01")));
  g_assert_nonnull (fettle_holidays_look_up (rule, day_of ("2022-12-01")));
  g_assert_null (fettle_holidays_look_up (rule, day_of ("2023-12-01")));
  g_assert_true (fettle_holidays_look_up (schedule, day_of ("2026-01-04"))->working);
  g_assert_false (fettle_holidays_look_up (schedule, day_of ("2026-01-02"))->working);
}

/* The shop's own file goes before the program's; a broken one is told of and left. */
static void
test_own_file (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "fettle", "holidays", NULL);
  g_autofree char *own = g_build_filename (folder, "xx.json", NULL);
  g_autofree char *us = g_build_filename (folder, "us.json", NULL);
  g_autoptr (FettleHolidays) added = NULL;
  g_autoptr (FettleHolidays) shipped = NULL;
  g_autoptr (GPtrArray) regions = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (own, RULES ("{\"name\": \"Our Day\", \"on\": \"03-09\"}"), -1, NULL));
  g_assert_true (g_file_set_contents (us, "{\"country\": 7}", -1, NULL));
  added = load ("xx");
  g_assert_cmpstr (fettle_holidays_look_up (added, day_of ("2026-03-09"))->name, ==, "Our Day");
  shipped = fettle_holidays_load ("us", NULL);
  g_assert_nonnull (strstr (fettle_holidays_get_complaint (shipped), "us.json"));
  g_assert_nonnull (fettle_holidays_look_up (shipped, day_of ("2026-07-04")));
  regions = fettle_holidays_list_regions ("en");
  g_assert_cmpuint (regions->len, ==, 23);
  g_assert_cmpint (g_unlink (own), ==, 0);
  g_assert_cmpint (g_unlink (us), ==, 0);
}

static gpointer
ask_all (gpointer data)
{
  gint64 sum = 0;

  for (gint64 day = day_of ("1990-01-01"); day < day_of ("2090-01-01"); day++)
    sum += fettle_holidays_look_up (data, day) != NULL ? day : 0;
  return GSIZE_TO_POINTER ((gsize) sum);
}

static void
test_threads (void)
{
  g_autoptr (FettleHolidays) holidays = load ("de-by");
  GThread *threads[4];
  gpointer answers[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("asker", ask_all, holidays);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    answers[i] = g_thread_join (threads[i]);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_true (answers[i] == ask_all (holidays));
}

static void
remove_folders (const char *data)
{
  static const char *const inside[] = { "fettle/holidays", "fettle", "." };

  for (guint i = 0; i < G_N_ELEMENTS (inside); i++)
    {
      g_autofree char *folder = g_build_filename (data, inside[i], NULL);

      g_rmdir (i + 1 < G_N_ELEMENTS (inside) ? folder : data);
    }
}

int
main (int argc, char *argv[])
{
  g_autofree char *data = g_dir_make_tmp ("fettle-holidays-XXXXXX", NULL);
  int code;

  /* A shop's own files are looked for in the user's data folder; GLib's own way to set one apart loses memory. */
  g_assert_nonnull (data);
  g_setenv ("XDG_DATA_HOME", data, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/holidays/easter", test_easter);
  g_test_add_func ("/holidays/rules", test_rules);
  g_test_add_func ("/holidays/lists", test_lists);
  g_test_add_func ("/holidays/names", test_names);
  g_test_add_func ("/holidays/china", test_china);
  g_test_add_func ("/holidays/china-without-a-schedule", test_china_without_a_schedule);
  g_test_add_func ("/holidays/in-a-calendar", test_in_a_calendar);
  g_test_add_func ("/holidays/regions", test_regions);
  g_test_add_func ("/holidays/far-away", test_far_away);
  g_test_add_func ("/holidays/wrong-files", test_wrong_files);
  g_test_add_func ("/holidays/right-files", test_right_files);
  g_test_add_func ("/holidays/own-file", test_own_file);
  g_test_add_func ("/holidays/threads", test_threads);
  code = g_test_run ();
  remove_folders (data);
  return code;
}
