/* test-week-text.c: the hours of a week as one line.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-week-text.h"

#include "fettle-error.h"

static const struct
{
  const char *typed;
  const char *written;
} right[] = {
  { "", "" },
  { " ; ", "" },
  { "mon-fri 09:00-18:00; sat 10:00-16:00 reception", "mon-fri 09:00–18:00; sat 10:00–16:00 reception" },
  { "mon-fri 09:00-18:00; sat 9-18 reception; sun 10-17 reception",
    "mon-fri 09:00–18:00; sat 09:00–18:00 reception; sun 10:00–17:00 reception" },
  { "Monday 9-12, 13-17:30", "mon 09:00–12:00, 13:00–17:30" },
  { "MON,WED,fri 9-12", "mon 09:00–12:00; wed 09:00–12:00; fri 09:00–12:00" },
  { "mon,tue 9-12;wed 9-12", "mon-wed 09:00–12:00" },
  { "fri-mon 18:00-02:00", "mon 18:00–02:00; fri-sun 18:00–02:00" },
  { "mon-sun 0:00-24:00", "mon-sun 00:00–24:00" },
  { "sat 9-18; sun closed", "sat 09:00–18:00" },
  { "sun-sun 9-18  RECEPTION ", "sun 09:00–18:00 reception" },
  { "tues 9-18; thurs 9-18", "tue 09:00–18:00; thu 09:00–18:00" },
};

static void
test_right (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (right); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) week = fettle_week_text_parse (right[i].typed, &error);
      g_autofree char *written = NULL;
      g_autoptr (GArray) again = NULL;
      g_autofree char *written_again = NULL;

      g_test_message ("%s", right[i].typed);
      g_assert_no_error (error);
      written = fettle_week_text_write (week);
      g_assert_cmpstr (written, ==, right[i].written);
      again = fettle_week_text_parse (written, &error);
      g_assert_no_error (error);
      written_again = fettle_week_text_write (again);
      g_assert_cmpstr (written_again, ==, written);
    }
}

static const char *const wrong[] = {
  "mon",
  "mo 9-18",
  "mon 9",
  "mon 9-18 receptions",
  "mon 9-18; mon 19-20",
  "mon-fri 9-18; wed 10-12",
  "9-18",
  "mon-fri-sat 9-18",
  "mon- 9-18",
  "-mon 9-18",
  "mon,,tue 9-18",
  "reception",
  "mon reception 9-18",
  "mon 9-18, 10-12",
  "mon 25-26",
  "montag 9-18",
};

static void
test_wrong (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) week = fettle_week_text_parse (wrong[i], &error);

      g_test_message ("%s", wrong[i]);
      g_assert_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID);
      g_assert_null (week);
      g_assert_true (g_str_has_suffix (error->message, "."));
    }
}

/* Spans of one day are apart and in order, whatever the order of the parts. */
static void
test_order (void)
{
  g_autoptr (GArray) week = fettle_week_text_parse ("sun 10-12; mon 13-18, 9-12 reception", NULL);
  const FettleWeekSpan *first = NULL;

  g_assert_nonnull (week);
  g_assert_cmpuint (week->len, ==, 3);
  first = &g_array_index (week, FettleWeekSpan, 0);
  g_assert_cmpint (first->weekday, ==, 1);
  g_assert_cmpint (first->span.opens, ==, 540);
  g_assert_true (first->reception);
  g_assert_cmpint (g_array_index (week, FettleWeekSpan, 1).span.opens, ==, 780);
  g_assert_cmpint (g_array_index (week, FettleWeekSpan, 2).weekday, ==, 7);
  g_assert_false (g_array_index (week, FettleWeekSpan, 2).reception);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/week-text/right", test_right);
  g_test_add_func ("/week-text/wrong", test_wrong);
  g_test_add_func ("/week-text/order", test_order);
  return g_test_run ();
}
