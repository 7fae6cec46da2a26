/* test-typed-time.c: days and times as people type them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <locale.h>
#include <string.h>

#include "fettle-clock.h"
#include "fettle-error.h"
#include "fettle-typed-time.h"

/* Now is Wednesday, 4 March 2026, 10:00 in Shanghai. */
static const struct
{
  const char *text;
  const char *moment;
  gboolean has_time;
} good[] = {
  { "today", "2026-03-04T00:00:00+08:00", FALSE },
  { "Today 16:30", "2026-03-04T16:30:00+08:00", TRUE },
  { "16:30", "2026-03-04T16:30:00+08:00", TRUE },
  { "4pm", "2026-03-04T16:00:00+08:00", TRUE },
  { "4:15 p.m.", "2026-03-04T16:15:00+08:00", TRUE },
  { "12 am tomorrow", "2026-03-05T00:00:00+08:00", TRUE },
  { "12pm", "2026-03-04T12:00:00+08:00", TRUE },
  { "16h", "2026-03-04T16:00:00+08:00", TRUE },
  { "16h30", "2026-03-04T16:30:00+08:00", TRUE },
  { "24:00", "2026-03-05T00:00:00+08:00", TRUE },
  { "tomorrow", "2026-03-05T00:00:00+08:00", FALSE },
  { "tomorrow at 9:05", "2026-03-05T09:05:00+08:00", TRUE },
  { "9:05 tomorrow", "2026-03-05T09:05:00+08:00", TRUE },
  { "the day after tomorrow", "2026-03-06T00:00:00+08:00", FALSE },
  { "in a week", "2026-03-11T00:00:00+08:00", FALSE },
  { "friday", "2026-03-06T00:00:00+08:00", FALSE },
  { "Fri 14:00", "2026-03-06T14:00:00+08:00", TRUE },
  { "wednesday", "2026-03-11T00:00:00+08:00", FALSE },
  { "tue", "2026-03-10T00:00:00+08:00", FALSE },
  { "+3", "2026-03-07T00:00:00+08:00", FALSE },
  { "in 3 days", "2026-03-07T00:00:00+08:00", FALSE },
  { "3d", "2026-03-07T00:00:00+08:00", FALSE },
  { "2 weeks", "2026-03-18T00:00:00+08:00", FALSE },
  { "+0", "2026-03-04T00:00:00+08:00", FALSE },
  { "2026-03-31", "2026-03-31T00:00:00+08:00", FALSE },
  { "2026-03-31 18:00", "2026-03-31T18:00:00+08:00", TRUE },
  { "2026-03-31 18:00:59", "2026-03-31T18:00:00+08:00", TRUE },
  { "2026/3/1", "2026-03-01T00:00:00+08:00", FALSE },
  { "31.3.2026", "2026-03-31T00:00:00+08:00", FALSE },
  { "31.3.", "2026-03-31T00:00:00+08:00", FALSE },
  { "31.3.27", "2027-03-31T00:00:00+08:00", FALSE },
  { "3.3.", "2027-03-03T00:00:00+08:00", FALSE },
  { "4.3.", "2026-03-04T00:00:00+08:00", FALSE },
  { "3/31", "2026-03-31T00:00:00+08:00", FALSE },
  { "5 March", "2026-03-05T00:00:00+08:00", FALSE },
  { "March 5th, 4pm", "2026-03-05T16:00:00+08:00", TRUE },
  { "5 mar 2027 8:00", "2027-03-05T08:00:00+08:00", TRUE },
  { "29 February 2028", "2028-02-29T00:00:00+08:00", FALSE },
  { "1 Jan", "2027-01-01T00:00:00+08:00", FALSE },
  { "今天", "2026-03-04T00:00:00+08:00", FALSE },
  { "明天下午3点", "2026-03-05T15:00:00+08:00", TRUE },
  { "明天 上午9点半", "2026-03-05T09:30:00+08:00", TRUE },
  { "后天", "2026-03-06T00:00:00+08:00", FALSE },
  { "周五", "2026-03-06T00:00:00+08:00", FALSE },
  { "星期一 10点05分", "2026-03-09T10:05:00+08:00", TRUE },
  { "3月31日", "2026-03-31T00:00:00+08:00", FALSE },
  { "2026年3月31日 18:00", "2026-03-31T18:00:00+08:00", TRUE },
  { "３月３１号", "2026-03-31T00:00:00+08:00", FALSE },
  { "3天后", "2026-03-07T00:00:00+08:00", FALSE },
};

static const char *const bad[] = {
  "",
  " ",
  "soon",
  "25:00",
  "12:60",
  "13pm",
  "0 am",
  "30 February",
  "31.4.",
  "2026-02-29",
  "2026-13-01",
  "32/1/2026",
  "1/2/3/4",
  "5",
  "12345",
  "+9999",
  "+",
  "-3",
  "march",
  "march may 5",
  "tomorrow friday",
  "99999999999999999999",
  "2026-03-05 5",
  "a b c d e f g h i j k l m n o p",
  "\xff",
  "3 bananas",
  ".",
  "10:",
  ":30",
};

static gint64
moment_of (const char *text)
{
  gint64 moment = 0;

  g_assert_true (fettle_moment_from_rfc3339 (text, &moment, NULL));
  return moment;
}

static void
test_good (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Asia/Shanghai");
  gint64 now = moment_of ("2026-03-04T10:00:00+08:00");

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *shown = NULL;
      gint64 moment = 0;
      gboolean has_time = FALSE;

      g_test_message ("%s", good[i].text);
      fettle_typed_time_parse (good[i].text, now, zone, &moment, &has_time, &error);
      g_assert_no_error (error);
      shown = fettle_moment_to_rfc3339 (moment, zone);
      g_assert_cmpstr (shown, ==, good[i].moment);
      g_assert_cmpint (has_time, ==, good[i].has_time);
    }
}

static void
test_bad (void)
{
  gint64 now = moment_of ("2026-03-04T10:00:00+08:00");

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 moment = 7;
      gboolean has_time = FALSE;

      g_test_message ("%u", i);
      g_assert_false (fettle_typed_time_parse (bad[i], now, NULL, &moment, &has_time, &error));
      g_assert_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID);
      g_assert_cmpint (moment, ==, 7);
    }
}

static void
test_there_and_back (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  gint64 begin = moment_of ("2026-01-01T00:00:00Z");

  for (int i = 0; i < 400; i++)
    {
      gint64 moment = begin + i * (25 * FETTLE_HOUR + FETTLE_MINUTE);
      g_autofree char *text = fettle_typed_time_format (moment, zone);
      g_autofree char *again = NULL;
      gint64 back = 0;
      gboolean has_time = FALSE;

      g_assert_true (fettle_typed_time_parse (text, begin, zone, &back, &has_time, NULL));
      g_assert_true (has_time);
      again = fettle_typed_time_format (back, zone);
      g_assert_cmpstr (text, ==, again);
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typed-time/good", test_good);
  g_test_add_func ("/typed-time/bad", test_bad);
  g_test_add_func ("/typed-time/there-and-back", test_there_and_back);
  return g_test_run ();
}
