/* test-hours-text.c: opening hours as people type them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-error.h"
#include "fettle-hours-text.h"

static const struct
{
  const char *typed;
  const char *written;
} understood[] = {
  { NULL, "" },
  { "", "" },
  { "   ", "" },
  { "9-18", "09:00–18:00" },
  { "9–18", "09:00–18:00" },
  { " 09:00 – 18:00 ", "09:00–18:00" },
  { "9.30-17.45", "09:30–17:45" },
  { "9:00—18:00", "09:00–18:00" },
  { "9h-12h30", "09:00–12:30" },
  { "9:-18:", "09:00–18:00" },
  { "9-12, 13-18", "09:00–12:00, 13:00–18:00" },
  { "13-18; 9-12", "09:00–12:00, 13:00–18:00" },
  { "9-12 13-18", "09:00–12:00, 13:00–18:00" },
  { "9-12，13-18", "09:00–12:00, 13:00–18:00" },
  { "9点至18点", "09:00–18:00" },
  { "9点30分到18点", "09:30–18:00" },
  { "9：30～18：00", "09:30–18:00" },
  { "0-24", "00:00–24:00" },
  { "22-2", "22:00–02:00" },
  { "18-0", "18:00–24:00" },
  { "٩-١٨", "09:00–18:00" },
  { "8-10,10-12", "08:00–10:00, 10:00–12:00" },
};

static void
test_understood (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (understood); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) spans = fettle_hours_text_parse (understood[i].typed, &error);
      g_autoptr (GArray) again = NULL;
      g_autofree char *written = NULL;
      g_autofree char *twice = NULL;

      g_test_message ("%s", understood[i].typed);
      g_assert_no_error (error);
      written = fettle_hours_text_write (spans);
      g_assert_cmpstr (written, ==, understood[i].written);
      again = fettle_hours_text_parse (written, &error);
      g_assert_no_error (error);
      twice = fettle_hours_text_write (again);
      g_assert_cmpstr (twice, ==, written);
    }
}

static const char *const refused[] = {
  "closed",   "9",           "9-",          "-18",  "9-18x", "25-26", "9-18:60", "24-25",          "9:60-18",
  "999-1000", "9-12, 11-18", "22-2, 23-24", "9 18", "9--18", ",",     "a-b",     "9-18 and 19-20",
};

static void
test_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) spans = fettle_hours_text_parse (refused[i], &error);

      g_test_message ("%s", refused[i]);
      g_assert_null (spans);
      g_assert_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID);
    }
}

static void
test_past_midnight (void)
{
  g_autoptr (GArray) spans = fettle_hours_text_parse ("22:30-1:15", NULL);

  g_assert_cmpuint (spans->len, ==, 1);
  g_assert_cmpint (g_array_index (spans, FettleHoursSpan, 0).opens, ==, 22 * 60 + 30);
  g_assert_cmpint (g_array_index (spans, FettleHoursSpan, 0).closes, ==, 25 * 60 + 15);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hours-text/understood", test_understood);
  g_test_add_func ("/hours-text/refused", test_refused);
  g_test_add_func ("/hours-text/past-midnight", test_past_midnight);
  return g_test_run ();
}
