/* test-clock.c: the clock obeys who sets it, and moments survive being text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-clock.h"
#include "fettle-error.h"

static gint64
count_up (gpointer data)
{
  gint64 *count = data;

  return ++*count;
}

static void
test_set (void)
{
  const gint64 before = g_get_real_time ();
  gint64 count = 41;

  g_assert_cmpint (fettle_clock_now (), >=, before);
  fettle_clock_set_source (count_up, &count);
  g_assert_cmpint (fettle_clock_now (), ==, 42);
  g_assert_cmpint (fettle_clock_now (), ==, 43);
  fettle_clock_set (7);
  g_assert_cmpint (fettle_clock_now (), ==, 7);
  fettle_clock_set (0);
  g_assert_cmpint (fettle_clock_now (), ==, 44);
  fettle_clock_set_source (NULL, NULL);
  g_assert_cmpint (fettle_clock_now (), >=, before);
}

/* A source that reads the clock's setting itself must not wait for its own lock. */
static gint64
set_and_answer (gpointer data)
{
  fettle_clock_set (5);
  return 99;
}

static gpointer
read_often (gpointer data)
{
  for (guint i = 0; i < 10000; i++)
    {
      const gint64 now = fettle_clock_now ();

      if (now != 1000 && now != 2000)
        return GINT_TO_POINTER (1);
    }
  return NULL;
}

static void
test_threads (void)
{
  GThread *readers[4] = { NULL };

  fettle_clock_set_source (set_and_answer, NULL);
  g_assert_cmpint (fettle_clock_now (), ==, 99);
  g_assert_cmpint (fettle_clock_now (), ==, 5);
  fettle_clock_set_source (NULL, NULL);

  fettle_clock_set (1000);
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    readers[i] = g_thread_new ("reader", read_often, NULL);
  for (guint i = 0; i < 10000; i++)
    fettle_clock_set (i % 2 == 0 ? 2000 : 1000);
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    g_assert_null (g_thread_join (readers[i]));
  fettle_clock_set (0);
}

/* Seconds from `date -u -d TEXT +%s`. */
static const struct
{
  const char *text;
  gint64 moment;
} readable[] = {
  { "2026-03-01T09:30:00+08:00", 1772328600 * FETTLE_SECOND },
  { "2026-03-01T01:30:00Z", 1772328600 * FETTLE_SECOND },
  { "2026-03-01t01:30:00z", 1772328600 * FETTLE_SECOND },
  { "2026-02-28T20:30:00-05:00", 1772328600 * FETTLE_SECOND },
  { "2026-03-01T01:30:00-00:00", 1772328600 * FETTLE_SECOND },
  { "2026-03-01T01:30:00.5Z", 1772328600 * FETTLE_SECOND + 500000 },
  { "2026-03-01T01:30:00.123456789Z", 1772328600 * FETTLE_SECOND + 123456 },
  { "2026-03-01T01:30:00.000001Z", 1772328600 * FETTLE_SECOND + 1 },
  { "1970-01-01T00:00:01Z", FETTLE_SECOND },
  { "1969-12-31T23:59:59.5Z", -500000 },
  { "2024-02-29T12:00:00Z", 1709208000 * FETTLE_SECOND },
  { "2000-02-29T00:00:00Z", 951782400 * FETTLE_SECOND },
  { "9999-12-31T23:59:59.999999Z", 253402300799 * FETTLE_SECOND + 999999 },
  { "0000-01-01T00:00:00Z", -62167219200 * FETTLE_SECOND },
  /* RFC 3339, section 5.8 */
  { "1985-04-12T23:20:50.52Z", 482196050 * FETTLE_SECOND + 520000 },
  { "1996-12-19T16:39:57-08:00", 851042397 * FETTLE_SECOND },
  { "1990-12-31T23:59:60Z", 662688000 * FETTLE_SECOND },
  { "1990-12-31T15:59:60-08:00", 662688000 * FETTLE_SECOND },
  { "1937-01-01T12:00:27.87+00:20", -1041337172 * FETTLE_SECOND - 130000 },
};

static void
test_read (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (readable); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 moment = 0;

      g_assert_true (fettle_moment_from_rfc3339 (readable[i].text, &moment, &error));
      g_assert_no_error (error);
      g_assert_cmpint (moment, ==, readable[i].moment);
    }
}

static const char *const unreadable[] = {
  "2026-03-01",
  "2026-03-01T09:30:00",
  "2026-03-01T09:30Z",
  "2026-03-01 09:30:00Z",
  "2026-03-01T09:30:00+0800",
  "2026-03-01T09:30:00+08",
  "2026-03-01T09:30:00+24:00",
  "2026-03-01T09:30:00+08:60",
  "2026-03-01T09:30:00Z ",
  " 2026-03-01T09:30:00Z",
  "2026-03-01T09:30:00ZZ",
  "2026-03-01T09:30:00.Z",
  "2026-03-01T09:30:00,5Z",
  "2026-3-1T09:30:00Z",
  "26-03-01T09:30:00Z",
  "+2026-03-01T09:30:00Z",
  "-026-03-01T09:30:00Z",
  "2026-13-01T09:30:00Z",
  "2026-00-01T09:30:00Z",
  "2026-02-29T09:30:00Z",
  "1900-02-29T09:30:00Z",
  "2026-04-31T09:30:00Z",
  "2026-04-00T09:30:00Z",
  "2026-03-01T24:00:00Z",
  "2026-03-01T09:60:00Z",
  "2026-03-01T09:30:61Z",
  "2026-03-01T09:30:60Z",
  "1970-01-01T00:00:00Z",
  "1970-01-01T08:00:00+08:00",
  "20260301T093000Z",
  "tomorrow",
  "２０２６-03-01T09:30:00Z",
  "2026-03-01T09:30:00\xff",
};

static void
test_refuse (void)
{
  gint64 moment = 77;

  for (guint i = 0; i < G_N_ELEMENTS (unreadable); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("row %u", i);
      g_assert_false (fettle_moment_from_rfc3339 (unreadable[i], &moment, &error));
      g_assert_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_cmpint (moment, ==, 77);
    }
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (fettle_moment_from_rfc3339 (i == 0 ? "" : NULL, &moment, &error));
      g_assert_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_MISSING);
    }
}

static const struct
{
  gint64 moment;
  const char *zone;
  const char *text;
} writable[] = {
  { 1772328600 * FETTLE_SECOND, NULL, "2026-03-01T01:30:00Z" },
  { 1772328600 * FETTLE_SECOND, "Asia/Shanghai", "2026-03-01T09:30:00+08:00" },
  { 1772328600 * FETTLE_SECOND, "America/New_York", "2026-02-28T20:30:00-05:00" },
  { 1772328600 * FETTLE_SECOND, "Asia/Kathmandu", "2026-03-01T07:15:00+05:45" },
  { 1772328600 * FETTLE_SECOND, "America/St_Johns", "2026-02-28T22:00:00-03:30" },
  { 1772328600 * FETTLE_SECOND, "UTC", "2026-03-01T01:30:00+00:00" },
  { 1772328600 * FETTLE_SECOND + 120000, NULL, "2026-03-01T01:30:00.120Z" },
  { 1772328600 * FETTLE_SECOND + 7, NULL, "2026-03-01T01:30:00.000007Z" },
  { -1, NULL, "1969-12-31T23:59:59.999999Z" },
  { -62167219200 * FETTLE_SECOND, NULL, "0000-01-01T00:00:00Z" },
  { -62167219200 * FETTLE_SECOND - 1, NULL, NULL },
  { 253402300800 * FETTLE_SECOND, NULL, NULL },
  { 253402300799 * FETTLE_SECOND, "Asia/Shanghai", NULL },
  { G_MAXINT64, NULL, NULL },
  { G_MININT64, NULL, NULL },
  { 0, NULL, NULL },
};

static void
test_write (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (writable); i++)
    {
      g_autoptr (GTimeZone) zone = writable[i].zone != NULL ? g_time_zone_new_identifier (writable[i].zone) : NULL;
      g_autofree char *text = fettle_moment_to_rfc3339 (writable[i].moment, zone);
      gint64 back = 0;

      g_assert_cmpstr (text, ==, writable[i].text);
      if (text != NULL)
        {
          g_assert_true (fettle_moment_from_rfc3339 (text, &back, NULL));
          g_assert_cmpint (back, ==, writable[i].moment);
        }
    }
}

/* Against GLib's own calendar, over random moments of two centuries and zones with odd offsets; before 1901 the local
 * mean time of Amsterdam has seconds, which the text cannot carry, and the moment must come back all the same. */
static void
test_round_trip (void)
{
  static const char *const zones[] = { "Europe/Amsterdam", "Australia/Lord_Howe", "Asia/Kolkata", "Pacific/Apia" };

  for (guint i = 0; i < 4000; i++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zones[i % G_N_ELEMENTS (zones)]);
      const gint64 seconds = (gint64) (g_test_rand_double () * 6.3e9) - G_GINT64_CONSTANT (3155760000);
      const gint64 moment = seconds * FETTLE_SECOND + g_test_rand_int_range (0, 1000000);
      g_autofree char *text = fettle_moment_to_rfc3339 (moment, zone);
      g_autofree char *utc = fettle_moment_to_rfc3339 (seconds * FETTLE_SECOND, NULL);
      g_autoptr (GDateTime) theirs = g_date_time_new_from_unix_utc (seconds);
      g_autofree char *expected = g_date_time_format (theirs, "%Y-%m-%dT%H:%M:%SZ");
      gint64 back = 0;

      g_assert_cmpstr (utc, ==, expected);
      g_assert_true (fettle_moment_from_rfc3339 (text, &back, NULL));
      g_assert_cmpint (back, ==, moment);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clock/set", test_set);
  g_test_add_func ("/clock/threads", test_threads);
  g_test_add_func ("/clock/read", test_read);
  g_test_add_func ("/clock/refuse", test_refuse);
  g_test_add_func ("/clock/write", test_write);
  g_test_add_func ("/clock/round-trip", test_round_trip);
  return g_test_run ();
}
