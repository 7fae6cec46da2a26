/* test-paper.c: the papers have names, sizes and room to print on.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-paper.h"

static const struct
{
  const char *id;
  FettlePaper paper;
  double width_mm, height_mm, printable_mm;
} papers[] = {
  { "a4", FETTLE_PAPER_A4, 210, 297, 180 },    { "a5", FETTLE_PAPER_A5, 148, 210, 126 },
  { "80mm", FETTLE_PAPER_80MM, 80, 0, 72 },    { "58mm", FETTLE_PAPER_58MM, 58, 0, 48 },
  { "label", FETTLE_PAPER_LABEL, 62, 29, 58 },
};

static void
test_ids (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_assert_cmpstr (fettle_paper_id (papers[i].paper), ==, papers[i].id);
      g_assert_cmpint (fettle_paper_from_id (papers[i].id), ==, papers[i].paper);
      g_assert_cmpstr (fettle_paper_size (papers[i].paper)->id, ==, papers[i].id);
    }
  g_assert_null (fettle_paper_id (FETTLE_PAPER_NONE));
}

static void
test_unknown_ids (void)
{
  static const char *const unknown[] = { "", "A4", "a3", "80", "letter", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (unknown); i++)
    g_assert_cmpint (fettle_paper_from_id (unknown[i]), ==, FETTLE_PAPER_NONE);
}

static void
test_sizes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      const FettlePaperSize *size = fettle_paper_size (papers[i].paper);

      g_assert_cmpfloat_with_epsilon (size->width / FETTLE_POINTS_PER_MM, papers[i].width_mm, 0.01);
      g_assert_cmpfloat_with_epsilon (size->height / FETTLE_POINTS_PER_MM, papers[i].height_mm, 0.01);
      g_assert_cmpfloat_with_epsilon ((size->width - 2 * size->margin_x) / FETTLE_POINTS_PER_MM, papers[i].printable_mm,
                                      0.01);
      g_assert_cmpfloat (size->margin_top, >, 0);
      g_assert_cmpfloat (size->margin_bottom, >, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paper/ids", test_ids);
  g_test_add_func ("/paper/unknown-ids", test_unknown_ids);
  g_test_add_func ("/paper/sizes", test_sizes);
  return g_test_run ();
}
