/* test-day-text.c: one day as people write it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-day-text.h"

#include "fettle-error.h"

static const struct
{
  const char *text;
  const char *day;
  const char *hours;
  int counts;
  const char *name;
} right[] = {
  { "2026-12-25", "2026-12-25", NULL, -1, NULL },
  { "  2026-12-25   Christmas  ", "2026-12-25", NULL, -1, "Christmas" },
  { "2026-1-5 Snow", "2026-01-05", NULL, -1, "Snow" },
  { "2026-12-24 9-12", "2026-12-24", "9-12", -1, NULL },
  { "2026-12-24 9–12 Christmas Eve", "2026-12-24", "9–12", -1, "Christmas Eve" },
  { "2026-12-24 9-12, 13-15 Christmas Eve", "2026-12-24", "9-12, 13-15", -1, "Christmas Eve" },
  { "2026-12-24 9 - 12 Short", "2026-12-24", "9 - 12", -1, "Short" },
  { "2026-12-27 9-12 reception", "2026-12-27", "9-12", 0, NULL },
  { "2026-12-27 9-12 Reception Sale", "2026-12-27", "9-12", 0, "Sale" },
  { "2026-12-27 9-12 working", "2026-12-27", "9-12", 1, NULL },
  { "2026-12-27 9-12 workings", "2026-12-27", "9-12", -1, "workings" },
  { "2026-12-27 reception", "2026-12-27", NULL, -1, "reception" },
  { "2026-12-27 12 monkeys", "2026-12-27", NULL, -1, "12 monkeys" },
  { "2026-12-25 圣诞节", "2026-12-25", NULL, -1, "圣诞节" },
};

static void
test_right (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (right); i++)
    {
      g_auto (FettleDayText) day = { NULL };
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", right[i].text);
      g_assert_true (fettle_day_text_parse (&day, right[i].text, &error));
      g_assert_no_error (error);
      g_assert_cmpstr (day.day, ==, right[i].day);
      g_assert_cmpstr (day.hours, ==, right[i].hours);
      g_assert_cmpint (day.counts, ==, right[i].counts);
      g_assert_cmpstr (day.name, ==, right[i].name);
    }
}

static void
test_wrong (void)
{
  static const char *const wrong[]
      = { "", "at Christmas", "2026-02-30", "2026-13-01", "0-1-1", "2026-12-25x", "25.12.2026", "2026-12", "-1-1-1" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_auto (FettleDayText) day = { NULL };
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", wrong[i]);
      g_assert_false (fettle_day_text_parse (&day, wrong[i], &error));
      g_assert_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID);
      g_assert_null (day.day);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/day-text/right", test_right);
  g_test_add_func ("/day-text/wrong", test_wrong);
  return g_test_run ();
}
