/* test-forecast.c: until when a shop can promise a job, by what jobs like it took.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-forecast.h"

#include "fettle-clock.h"

#define H FETTLE_HOUR

/* Monday 2 March 2026, 09:00 in Berlin; open from nine to five on every day, eight hours. */
#define NOW (G_GINT64_CONSTANT (1772438400) * G_USEC_PER_SEC)

static FettleCalendar *
make_calendar (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  FettleCalendar *calendar = fettle_calendar_new (zone);

  for (int weekday = 1; weekday <= 7; weekday++)
    g_assert_true (fettle_calendar_add_hours (calendar, weekday, 9 * 60, 17 * 60));
  return calendar;
}

static void
test_make (void)
{
  static const struct
  {
    int hours[12];
    guint n;
    FettleForecastLoad load;
    gboolean enough;
    gint64 median;
    gint64 p80;
    gint64 shift;
    gint64 due;
  } cases[] = {
    /* Nine are too few, whatever they say. */
    { { 1, 1, 1, 1, 1, 1, 1, 1, 1 }, 9, { 0, 0, 0 }, FALSE, 0, 0, 0, 0 },
    { { 0 }, 0, { 3, 0, 0 }, FALSE, 0, 0, 0, 0 },
    /* The nearest rank: eight of ten are no longer than the eighth; order does not matter. */
    { { 9, 1, 2, 3, 4, 5, 6, 7, 8, 10 }, 10, { 0, 0, 0 }, TRUE, 11 * H / 2, 8 * H, 0, NOW + 8 * H },
    /* Nine hours are the next morning's first. */
    { { 9, 9, 9, 9, 9, 9, 9, 9, 9, 9 }, 10, { 0, 0, 0 }, TRUE, 9 * H, 9 * H, 0, NOW + FETTLE_DAY + H },
    /* Too few finished lately: today's load moves nothing. */
    { { 4, 4, 4, 4, 4, 4, 4, 4, 4, 4 }, 10, { 50, 9, 160 * H }, TRUE, 4 * H, 4 * H, 0, NOW + 4 * H },
    /* One leaves every four hours and takes four: one is usual. Two are one too many, which take four hours more. */
    { { 4, 4, 4, 4, 4, 4, 4, 4, 4, 4 }, 10, { 2, 40, 160 * H }, TRUE, 4 * H, 4 * H, 4 * H, NOW + 8 * H },
    { { 4, 4, 4, 4, 4, 4, 4, 4, 4, 4 }, 10, { 1, 40, 160 * H }, TRUE, 4 * H, 4 * H, 0, NOW + 4 * H },
    /* With nothing else to do it goes faster, but not faster than half of the usual. */
    { { 4, 4, 4, 4, 4, 4, 4, 4, 4, 4 }, 10, { 0, 40, 160 * H }, TRUE, 4 * H, 4 * H, -2 * H, NOW + 2 * H },
    /* A flood is not reckoned to its end. */
    { { 4, 4, 4, 4, 4, 4, 4, 4, 4, 4 },
      10,
      { 400, 40, 160 * H },
      TRUE,
      4 * H,
      4 * H,
      12 * H,
      NOW + FETTLE_DAY + 8 * H },
  };
  g_autoptr (FettleCalendar) calendar = make_calendar ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FettleForecast) forecast = NULL;
      gint64 samples[12];

      for (guint k = 0; k < cases[i].n; k++)
        samples[k] = cases[i].hours[k] * H;
      forecast = fettle_forecast_make (samples, cases[i].n, &cases[i].load, calendar, NOW);
      g_test_message ("case %u", i);
      g_assert_cmpint (forecast->n, ==, cases[i].n);
      g_assert_cmpint (forecast->enough, ==, cases[i].enough);
      g_assert_cmpint (forecast->median, ==, cases[i].median);
      g_assert_cmpint (forecast->p80, ==, cases[i].p80);
      g_assert_cmpint (forecast->shift, ==, cases[i].shift);
      g_assert_cmpint (forecast->due, ==, cases[i].due);
      g_assert_cmpint (forecast->due_median, <=, forecast->due);
    }
}

static void
test_need (void)
{
  g_autoptr (FettleForecast) forecast = fettle_forecast_new ();

  forecast->due = NOW + FETTLE_DAY;
  g_assert_false (fettle_forecast_passes (forecast, NOW));
  forecast->enough = TRUE;
  g_assert_true (fettle_forecast_passes (forecast, NOW));
  g_assert_false (fettle_forecast_passes (forecast, NOW + FETTLE_DAY));
  g_assert_false (fettle_forecast_passes (forecast, 0));
}

static void
test_fault_words (void)
{
  static const struct
  {
    const char *one;
    const char *other;
    gboolean shared;
  } cases[] = {
    { "The screen stays dark", "Screen is cracked", TRUE },
    { "SCREEN", "écran; screen", TRUE },
    { "does not work any more", "it does not charge any longer", FALSE },
    { "Battery empty", "Screen dark", FALSE },
    { "屏幕碎裂", "新的屏幕", TRUE },
    { "屏幕碎裂", "电池不耐用", FALSE },
    { "换屏幕 battery", "battery 电池", TRUE },
    { "no", "no", FALSE },
    { "", "screen", FALSE },
    { "screen", NULL, FALSE },
    { "لا يعمل الصوت", "الصوت ضعيف", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GHashTable) words = fettle_forecast_fault_words (cases[i].one);

      g_test_message ("%s, %s", cases[i].one, cases[i].other);
      g_assert_cmpint (fettle_forecast_shares_word (words, cases[i].other), ==, cases[i].shared);
    }
}

static void
test_text (void)
{
  g_autoptr (FettleCalendar) calendar = make_calendar ();
  FettleLanguage *english = fettle_language_get ("en");
  gint64 samples[] = { H, H, H, H, H, H, H, H, H, H };
  FettleForecastLoad load = { 0 };
  g_autoptr (FettleForecast) few = fettle_forecast_make (samples, 1, &load, calendar, NOW);
  g_autoptr (FettleForecast) enough = fettle_forecast_make (samples, 10, &load, calendar, NOW);
  g_autofree char *said_few = fettle_forecast_text (few, english, fettle_calendar_get_zone (calendar));
  g_autofree char *said = fettle_forecast_text (enough, english, fettle_calendar_get_zone (calendar));

  g_assert_cmpstr (said_few, ==, "Too few to say: 1 job like it so far.");
  g_assert_nonnull (strstr (said, "10:00"));
  g_assert_nonnull (strstr (said, "n = 10"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/forecast/make", test_make);
  g_test_add_func ("/forecast/need", test_need);
  g_test_add_func ("/forecast/fault-words", test_fault_words);
  g_test_add_func ("/forecast/text", test_text);
  return g_test_run ();
}
