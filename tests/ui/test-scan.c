/* test-scan.c: a scanner is told from a person, and a step back leads where one was.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-history.h"
#include "fettle-scan.h"

static const struct
{
  const char *what;
  const char *keys;
  gint64 pause;
  const char *number;
} scans[] = {
  { "a number", "2026-000123\r", 8, "2026-000123" },
  { "the slowest scanner", "2026-000123\r", 60, "2026-000123" },
  { "a person", "2026-000123\r", 61, NULL },
  { "an address", "https://fix.example/s/2026-000123\r", 8, "2026-000123" },
  { "an address with a question", "https://fix.example/?n=2026-000123\r", 8, "2026-000123" },
  { "a serial", "C02XG0FDH7JY\r", 8, NULL },
  { "an IMEI", "490154203237518\r", 8, NULL },
  { "a serial that ends alike", "X2026-000123\r", 8, NULL },
  { "too short", "2026-00012\r", 8, NULL },
  { "letters in it", "2026-00O123\r", 8, NULL },
  { "only Return", "\r", 8, NULL },
  { "no Return", "2026-000123", 8, NULL },
};

static void
test_scans (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (scans); i++)
    {
      g_autoptr (FettleScan) scan = fettle_scan_new ();
      FettleScanStep step = FETTLE_SCAN_NOTHING;
      gint64 at = 1000000;

      g_test_message ("%s", scans[i].what);
      for (const char *key = scans[i].keys; *key != '\0'; key++, at += scans[i].pause)
        {
          step = fettle_scan_key (scan, (gunichar) *key, at, 60);
          if (key == scans[i].keys && *key != '\r')
            g_assert_cmpint (step, ==, FETTLE_SCAN_BEGINS);
          /* A scanner that types a capital presses Shift before it. */
          g_assert_cmpint (fettle_scan_key (scan, 0, at, 60), ==, FETTLE_SCAN_NOTHING);
        }
      g_assert_cmpint (step == FETTLE_SCAN_ENDS, ==, scans[i].number != NULL);
      g_assert_cmpstr (fettle_scan_get_number (scan), ==, scans[i].number);
    }
}

/* Where tickets are taken, their numbers as printed are scans, too; nowhere else, and nothing that only resembles one.
 */
static void
test_tickets (void)
{
  static const struct
  {
    const char *keys;
    gboolean takes;
    const char *number;
  } rows[] = {
    { "A001\r", TRUE, "A001" },          { "a017\r", TRUE, "A017" },   { "A1234\r", TRUE, "A1234" },
    { "A001\r", FALSE, NULL },           { "A1\r", TRUE, NULL },       { "A0001\r", TRUE, NULL },
    { "AB001\r", TRUE, NULL },           { "001\r", TRUE, NULL },      { "A000\r", TRUE, NULL },
    { "C02XG0FDH7JY\r", TRUE, NULL },    { "A-001\r", TRUE, NULL },    { "2026-000123\r", TRUE, "2026-000123" },
    { "490154203237518\r", TRUE, NULL }, { "A001 Ann\r", TRUE, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (FettleScan) scan = fettle_scan_new ();
      FettleScanStep step = FETTLE_SCAN_NOTHING;
      gint64 at = 1000000;

      g_test_message ("%s", rows[i].keys);
      fettle_scan_take_tickets (scan, rows[i].takes);
      for (const char *key = rows[i].keys; *key != '\0'; key++, at += 8)
        step = fettle_scan_key (scan, (gunichar) *key, at, 60);
      g_assert_cmpint (step == FETTLE_SCAN_ENDS, ==, rows[i].number != NULL);
      g_assert_cmpstr (fettle_scan_get_number (scan), ==, rows[i].number);
    }
}

/* What was typed by hand before a scan does not spoil it, and one scan does not run into the next. */
static void
test_after_typing (void)
{
  g_autoptr (FettleScan) scan = fettle_scan_new ();
  gint64 at = 1000000;

  for (const char *key = "Ann"; *key != '\0'; key++, at += 200)
    g_assert_cmpint (fettle_scan_key (scan, (gunichar) *key, at, 60), ==, FETTLE_SCAN_BEGINS);
  for (int n = 0; n < 2; n++)
    {
      FettleScanStep step = FETTLE_SCAN_NOTHING;

      for (const char *key = "2026-000124\r"; *key != '\0'; key++, at += 5)
        step = fettle_scan_key (scan, (gunichar) *key, at, 60);
      g_assert_cmpint (step, ==, FETTLE_SCAN_ENDS);
      g_assert_cmpstr (fettle_scan_get_number (scan), ==, "2026-000124");
    }
}

static void
assert_at (const FettleVisit *visit, const char *place, gint64 id)
{
  g_assert_nonnull (visit);
  g_assert_cmpstr (visit->place, ==, place);
  g_assert_cmpint (visit->id, ==, id);
}

static void
test_history (void)
{
  g_autoptr (FettleHistory) history = fettle_history_new ();

  g_assert_null (fettle_history_now (history));
  g_assert_null (fettle_history_back (history));
  fettle_history_visit (history, "counter", 0);
  g_assert_false (fettle_history_can_back (history));
  fettle_history_visit (history, "job", 1);
  fettle_history_visit (history, "job", 1);
  fettle_history_visit (history, "job", 2);
  assert_at (fettle_history_now (history), "job", 2);
  assert_at (fettle_history_back (history), "job", 1);
  assert_at (fettle_history_back (history), "counter", 0);
  g_assert_null (fettle_history_back (history));
  assert_at (fettle_history_now (history), "counter", 0);
}

/* A day of jumping about does not grow for ever, and the last steps are kept. */
static void
test_long_history (void)
{
  g_autoptr (FettleHistory) history = fettle_history_new ();
  int n = 0;

  for (gint64 id = 1; id <= 1000; id++)
    fettle_history_visit (history, "job", id);
  for (gint64 id = 999; fettle_history_can_back (history); id--, n++)
    assert_at (fettle_history_back (history), "job", id);
  g_assert_cmpint (n, >, 20);
  g_assert_cmpint (n, <, 100);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scan/scans", test_scans);
  g_test_add_func ("/scan/tickets", test_tickets);
  g_test_add_func ("/scan/after-typing", test_after_typing);
  g_test_add_func ("/history/steps", test_history);
  g_test_add_func ("/history/long", test_long_history);
  return g_test_run ();
}
