/* test-period.c: whole days, weeks, months, quarters and years, and the ranks of values.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-clock.h"
#include "fettle-error.h"
#include "fettle-percentile.h"
#include "fettle-period.h"

static gint64
day (const char *text)
{
  gint64 value = 0;

  g_assert_true (fettle_day_parse (text, &value));
  return value;
}

static void
assert_period (FettlePeriod period, const char *from, const char *to)
{
  g_autofree char *first = fettle_day_to_string (period.from);
  g_autofree char *last = fettle_day_to_string (period.to);

  g_assert_cmpstr (first, ==, from);
  g_assert_cmpstr (last, ==, to);
}

static void
test_whole (void)
{
  static const struct
  {
    const char *day;
    FettleSpan span;
    const char *from;
    const char *to;
  } rows[] = {
    { "2026-03-04", FETTLE_SPAN_DAY, "2026-03-04", "2026-03-04" },
    { "2026-03-02", FETTLE_SPAN_WEEK, "2026-03-02", "2026-03-08" },
    { "2026-03-08", FETTLE_SPAN_WEEK, "2026-03-02", "2026-03-08" },
    { "2026-01-01", FETTLE_SPAN_WEEK, "2025-12-29", "2026-01-04" },
    { "2024-02-29", FETTLE_SPAN_MONTH, "2024-02-01", "2024-02-29" },
    { "2026-02-28", FETTLE_SPAN_MONTH, "2026-02-01", "2026-02-28" },
    { "2026-12-31", FETTLE_SPAN_MONTH, "2026-12-01", "2026-12-31" },
    { "2026-06-30", FETTLE_SPAN_QUARTER, "2026-04-01", "2026-06-30" },
    { "2026-11-22", FETTLE_SPAN_QUARTER, "2026-10-01", "2026-12-31" },
    { "2024-07-01", FETTLE_SPAN_YEAR, "2024-01-01", "2024-12-31" },
    { "1969-12-31", FETTLE_SPAN_MONTH, "1969-12-01", "1969-12-31" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      FettlePeriod period = fettle_period_of (rows[i].span, day (rows[i].day));

      assert_period (period, rows[i].from, rows[i].to);
      g_assert_cmpint (fettle_period_span (period), ==, rows[i].span);
    }
}

static void
test_before_and_after (void)
{
  static const struct
  {
    const char *from;
    const char *to;
    const char *before_from;
    const char *before_to;
    const char *after_from;
    const char *after_to;
  } rows[] = {
    { "2026-03-01", "2026-03-31", "2026-02-01", "2026-02-28", "2026-04-01", "2026-04-30" },
    { "2024-03-01", "2024-03-31", "2024-02-01", "2024-02-29", "2024-04-01", "2024-04-30" },
    { "2026-01-01", "2026-01-31", "2025-12-01", "2025-12-31", "2026-02-01", "2026-02-28" },
    { "2026-01-01", "2026-03-31", "2025-10-01", "2025-12-31", "2026-04-01", "2026-06-30" },
    { "2025-01-01", "2025-12-31", "2024-01-01", "2024-12-31", "2026-01-01", "2026-12-31" },
    { "2026-03-02", "2026-03-08", "2026-02-23", "2026-03-01", "2026-03-09", "2026-03-15" },
    { "2026-03-02", "2026-03-02", "2026-03-01", "2026-03-01", "2026-03-03", "2026-03-03" },
    { "2026-03-03", "2026-03-12", "2026-02-21", "2026-03-02", "2026-03-13", "2026-03-22" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      FettlePeriod period = { day (rows[i].from), day (rows[i].to) };

      assert_period (fettle_period_before (period), rows[i].before_from, rows[i].before_to);
      assert_period (fettle_period_after (period), rows[i].after_from, rows[i].after_to);
    }
}

static void
test_parse (void)
{
  static const char *const wrong[][2]
      = { { "2026-03-02", "2026-03-01" }, { "2026-02-30", "2026-03-01" }, { "today", "2026-03-01" },
          { NULL, "2026-03-01" },         { "2026-03-01", NULL },         { "0001-01-01", "2026-03-01" },
          { "1900-01-01", "2026-03-01" }, { "2026-3-1", "2026-03-02" } };
  FettlePeriod period;
  g_autoptr (GError) error = NULL;

  g_assert_true (fettle_period_parse ("2026-02-01", "2026-02-28", &period, &error));
  g_assert_no_error (error);
  g_assert_cmpint (fettle_period_n_days (period), ==, 28);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_assert_false (fettle_period_parse (wrong[i][0], wrong[i][1], &period, &error));
      g_assert_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID);
      g_clear_error (&error);
    }
}

/* A day is as long as the clocks of the shop make it. */
static void
test_moments (void)
{
  static const struct
  {
    const char *zone;
    const char *from;
    const char *to;
    const char *begins;
    const char *ends;
  } rows[] = {
    { "UTC", "2026-03-29", "2026-03-29", "2026-03-29T00:00:00Z", "2026-03-30T00:00:00Z" },
    { "Europe/London", "2026-03-29", "2026-03-29", "2026-03-29T00:00:00Z", "2026-03-29T23:00:00Z" },
    { "Europe/London", "2026-10-25", "2026-10-25", "2026-10-24T23:00:00Z", "2026-10-26T00:00:00Z" },
    { "America/New_York", "2026-03-01", "2026-03-31", "2026-03-01T05:00:00Z", "2026-04-01T04:00:00Z" },
    { "Asia/Shanghai", "2026-01-01", "2026-12-31", "2025-12-31T16:00:00Z", "2026-12-31T16:00:00Z" },
    { "America/Sao_Paulo", "2018-11-04", "2018-11-04", "2018-11-04T03:00:00Z", "2018-11-05T02:00:00Z" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (rows[i].zone);
      FettlePeriod period = { day (rows[i].from), day (rows[i].to) };
      gint64 begins, ends;
      g_autofree char *first = NULL;
      g_autofree char *last = NULL;

      g_assert_nonnull (zone);
      fettle_period_moments (period, zone, &begins, &ends);
      first = fettle_moment_to_rfc3339 (begins, NULL);
      last = fettle_moment_to_rfc3339 (ends, NULL);
      g_assert_cmpstr (first, ==, rows[i].begins);
      g_assert_cmpstr (last, ==, rows[i].ends);
    }
}

static void
test_steps (void)
{
  static const struct
  {
    gint64 days;
    FettleSpan step;
  } rows[] = { { 1, FETTLE_SPAN_DAY },   { 31, FETTLE_SPAN_DAY },    { 36, FETTLE_SPAN_WEEK },
               { 92, FETTLE_SPAN_WEEK }, { 191, FETTLE_SPAN_MONTH }, { 366, FETTLE_SPAN_MONTH } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (fettle_period_step ((FettlePeriod){ 1000, 1000 + rows[i].days - 1 }), ==, rows[i].step);
}

static void
test_ranks (void)
{
  static const struct
  {
    gint64 values[10];
    guint n;
    gint64 median;
    gint64 p80;
    gint64 p90;
    gint64 p95;
  } rows[] = {
    { { 7 }, 1, 7, 7, 7, 7 },
    { { 9, 4 }, 2, 6, 9, 9, 9 },
    { { 3, 1, 2 }, 3, 2, 3, 3, 3 },
    { { 40, 10, 30, 20 }, 4, 25, 40, 40, 40 },
    { { 15, 20, 35, 40, 50 }, 5, 35, 40, 50, 50 },
    { { 10, 9, 8, 7, 6, 5, 4, 3, 2, 1 }, 10, 5, 8, 9, 10 },
    { { 5, 5, 5, 5, 5, 5, 5, 5, 5, 100 }, 10, 5, 5, 5, 100 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree gint64 *values = g_memdup2 (rows[i].values, sizeof (gint64) * rows[i].n);

      fettle_percentile_sort (values, rows[i].n);
      g_assert_cmpint (fettle_median_of_sorted (values, rows[i].n), ==, rows[i].median);
      g_assert_cmpint (fettle_percentile_of_sorted (values, rows[i].n, 80), ==, rows[i].p80);
      g_assert_cmpint (fettle_percentile_of_sorted (values, rows[i].n, 90), ==, rows[i].p90);
      g_assert_cmpint (fettle_percentile_of_sorted (values, rows[i].n, 95), ==, rows[i].p95);
      g_assert_cmpint (fettle_percentile_of_sorted (values, rows[i].n, 100), ==, values[rows[i].n - 1]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/period/whole", test_whole);
  g_test_add_func ("/period/before-and-after", test_before_and_after);
  g_test_add_func ("/period/parse", test_parse);
  g_test_add_func ("/period/moments", test_moments);
  g_test_add_func ("/period/steps", test_steps);
  g_test_add_func ("/percentile/ranks", test_ranks);
  return g_test_run ();
}
