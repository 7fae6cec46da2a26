/* test-flow.c: blocks break into pages as a reader expects, and nothing leaves its column.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-flow.h"

#include <string.h>

#define WIDTH 300.0

static FettleFlow *
new_flow (void)
{
  return fettle_flow_new ("en", FALSE, FALSE, 1);
}

static char *
lines (int n)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i < n; i++)
    g_string_append_printf (text, "%sline %d", i > 0 ? "\n" : "", i + 1);
  return g_string_free (text, FALSE);
}

static void
add_lines (FettleFlow *flow, int n)
{
  g_autofree char *text = lines (n);

  fettle_flow_text (flow, FETTLE_TEXT_BODY, FETTLE_ALIGN_START, text);
}

static double
line_height (void)
{
  g_autoptr (FettleFlow) flow = new_flow ();

  add_lines (flow, 10);
  return fettle_flow_measure (flow, WIDTH) / 10;
}

/* Where the ink of a page is: x, y, width, height. */
static void
ink (FettleFlow *flow, int page, int copy, double *box)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);

  fettle_flow_draw (flow, cr, page, copy);
  cairo_destroy (cr);
  cairo_recording_surface_ink_extents (surface, &box[0], &box[1], &box[2], &box[3]);
  cairo_surface_destroy (surface);
}

static void
assert_inside (FettleFlow *flow, int pages, double height)
{
  for (int page = 0; page < pages; page++)
    {
      double box[4];

      ink (flow, page, 1, box);
      g_assert_cmpfloat (box[0], >=, -2);
      g_assert_cmpfloat (box[1], >=, -2);
      g_assert_cmpfloat (box[0] + box[2], <=, WIDTH + 2);
      g_assert_cmpfloat (box[1] + box[3], <=, height + 2);
      g_assert_cmpfloat (fettle_flow_page_height (flow, page), <=, height + 0.1);
    }
}

/* How many lines of a paragraph stand on each page: no page has a single one of several. */
static void
test_paragraphs_break (void)
{
  const double line = line_height ();
  static const struct
  {
    int lines, room, pages, on_first;
  } cases[] = {
    { 1, 10, 1, 1 },   { 10, 10, 1, 10 }, { 11, 10, 2, 9 },  { 12, 10, 2, 10 },
    { 20, 10, 2, 10 }, { 21, 10, 3, 10 }, { 40, 10, 4, 10 }, { 3, 2, 2, 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FettleFlow) flow = new_flow ();
      const double room = cases[i].room * line + 0.5;

      add_lines (flow, cases[i].lines);
      fettle_flow_measure (flow, WIDTH);
      g_assert_cmpint (fettle_flow_paginate (flow, room, room), ==, cases[i].pages);
      g_assert_cmpfloat_with_epsilon (fettle_flow_page_height (flow, 0), cases[i].on_first * line, 0.5);
      assert_inside (flow, cases[i].pages, room);
    }
}

/* A page with room for one line only of a paragraph leaves it to the next. */
static void
test_no_orphans (void)
{
  const double line = line_height ();
  g_autoptr (FettleFlow) flow = new_flow ();
  const double room = 5 * line + 4;

  add_lines (flow, 4);
  add_lines (flow, 6);
  fettle_flow_measure (flow, WIDTH);
  g_assert_cmpint (fettle_flow_paginate (flow, room, 10 * line), ==, 2);
  g_assert_cmpfloat_with_epsilon (fettle_flow_page_height (flow, 0), 4 * line, 0.5);
  g_assert_cmpfloat_with_epsilon (fettle_flow_page_height (flow, 1), 6 * line, 0.5);
}

static void
test_headings_stay (void)
{
  const double line = line_height ();
  g_autoptr (FettleFlow) flow = new_flow ();
  const double room = 6.9 * line;

  add_lines (flow, 5);
  fettle_flow_heading (flow, "Heading");
  add_lines (flow, 4);
  fettle_flow_measure (flow, WIDTH);
  g_assert_cmpint (fettle_flow_paginate (flow, room, room), ==, 2);
  g_assert_cmpfloat_with_epsilon (fettle_flow_page_height (flow, 0), 5 * line, 0.5);
}

static void
test_together (void)
{
  const double line = line_height ();
  g_autoptr (FettleFlow) flow = new_flow ();

  add_lines (flow, 5);
  fettle_flow_begin_together (flow);
  add_lines (flow, 4);
  add_lines (flow, 4);
  fettle_flow_end (flow);
  fettle_flow_measure (flow, WIDTH);
  g_assert_cmpint (fettle_flow_paginate (flow, 10 * line, 10 * line), ==, 2);
  g_assert_cmpfloat_with_epsilon (fettle_flow_page_height (flow, 0), 5 * line, 0.5);
  /* Where no page could hold it, it breaks as anything else. */
  g_assert_cmpint (fettle_flow_paginate (flow, 7 * line + 2, 7 * line + 2), ==, 2);
  g_assert_cmpfloat (fettle_flow_page_height (flow, 0), >, 6 * line);
}

/* What follows two columns begins under the longer, even if that one ends a page later. */
static void
test_columns_run_on (void)
{
  const double line = line_height ();
  g_autoptr (FettleFlow) flow = new_flow ();

  fettle_flow_begin_columns (flow, 10);
  fettle_flow_begin_column (flow, 1);
  add_lines (flow, 14);
  fettle_flow_end (flow);
  fettle_flow_begin_column (flow, 1);
  add_lines (flow, 3);
  fettle_flow_end (flow);
  fettle_flow_end (flow);
  add_lines (flow, 3);
  fettle_flow_measure (flow, WIDTH);
  g_assert_cmpint (fettle_flow_paginate (flow, 10 * line + 0.5, 10 * line + 0.5), ==, 2);
  g_assert_cmpfloat_with_epsilon (fettle_flow_page_height (flow, 1), 7 * line, 2);
  assert_inside (flow, 2, 10 * line + 1);
}

/* Every kind of block, its text far too long for its place. */
static void
fill (FettleFlow *flow, const char *text)
{
  fettle_flow_text (flow, FETTLE_TEXT_NUMBER, FETTLE_ALIGN_CENTER, text);
  fettle_flow_text (flow, FETTLE_TEXT_BODY, FETTLE_ALIGN_NATURAL, text);
  fettle_flow_pair (flow, text, text);
  fettle_flow_strong_pair (flow, "key", text);
  fettle_flow_row (flow, FETTLE_TEXT_BODY, text, text);
  fettle_flow_tick (flow, text, TRUE);
  fettle_flow_tick (flow, "short", FALSE);
  fettle_flow_signature (flow, text);
  fettle_flow_rule (flow);
  fettle_flow_begin_panel (flow);
  fettle_flow_heading (flow, text);
  fettle_flow_text (flow, FETTLE_TEXT_SMALL, FETTLE_ALIGN_END, text);
  fettle_flow_end (flow);
}

static void
test_nothing_leaves (void)
{
  static const char *const texts[] = {
    "x",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftssekretariatsvorsitzender",
    "SN0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789ABCDEFGHIJKLMNOPQR",
    "手机掉进水里以后屏幕左边不亮充电的时候会发热扬声器声音很小里面的照片没有备份请不要清除数据手机掉进水里以后",
    "الشاشة مكسورة بعد أن سقط الجهاز من الطاولة على الأرض ولا يعمل الزر الرئيسي منذ ذلك الحين",
    "骨 after it fell 从桌子上掉下来 الشاشة مكسورة and nothing works 直",
    "a\tb\001c \xe2\x80\xae reversed",
  };

  for (int rtl = 0; rtl <= 1; rtl++)
    for (int thermal = 0; thermal <= 1; thermal++)
      for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        {
          g_autoptr (FettleFlow) flow = fettle_flow_new (rtl ? "ar" : "zh-cn", rtl, thermal, 1);
          int pages;

          fill (flow, texts[i]);
          fettle_flow_measure (flow, WIDTH);
          pages = fettle_flow_paginate (flow, 200, 180);
          assert_inside (flow, pages, 200);
        }
}

/* What is not UTF-8 is printed with marks in its place, and does not stop the print. */
static void
test_no_utf8 (void)
{
  g_autoptr (FettleFlow) flow = new_flow ();

  fettle_flow_text (flow, FETTLE_TEXT_BODY, FETTLE_ALIGN_START, "caf\xe9 \xff\xfe and on");
  g_assert_cmpfloat (fettle_flow_measure (flow, WIDTH), >, 0);
  g_assert_cmpint (fettle_flow_paginate (flow, 100, 100), ==, 1);
}

/* A page that begins its lines at the right is the mirror of one that does not. */
static void
test_mirror (void)
{
  double box[2][4];

  for (int rtl = 0; rtl <= 1; rtl++)
    {
      g_autoptr (FettleFlow) flow = fettle_flow_new ("en", rtl, FALSE, 1);

      fettle_flow_text (flow, FETTLE_TEXT_BODY, FETTLE_ALIGN_START, "short");
      fettle_flow_measure (flow, WIDTH);
      fettle_flow_paginate (flow, 100, 100);
      ink (flow, 0, 1, box[rtl]);
    }
  g_assert_cmpfloat (box[0][0], <, 5);
  g_assert_cmpfloat (box[1][0] + box[1][2], >, WIDTH - 5);
  g_assert_cmpfloat_with_epsilon (box[0][2], box[1][2], 2);
}

/* An Arabic paragraph stands at the right of an English page, and at the right of an Arabic one. */
static void
test_natural_alignment (void)
{
  for (int rtl = 0; rtl <= 1; rtl++)
    {
      g_autoptr (FettleFlow) flow = fettle_flow_new (rtl ? "ar" : "en", rtl, FALSE, 1);
      double box[4];

      fettle_flow_text (flow, FETTLE_TEXT_BODY, FETTLE_ALIGN_NATURAL, "مكسورة");
      fettle_flow_measure (flow, WIDTH);
      fettle_flow_paginate (flow, 100, 100);
      ink (flow, 0, 1, box);
      g_assert_cmpfloat (box[0] + box[2], >, WIDTH - 5);
    }
}

static void
test_copies_differ (void)
{
  g_autoptr (FettleFlow) flow = new_flow ();
  double first[4], second[4];

  fettle_flow_text_of_copies (flow, FETTLE_TEXT_BODY, FETTLE_ALIGN_START, "a", "very much longer");
  fettle_flow_measure (flow, WIDTH);
  fettle_flow_paginate (flow, 100, 100);
  ink (flow, 0, 1, first);
  ink (flow, 0, 2, second);
  g_assert_cmpfloat (second[2], >, 5 * first[2]);
}

/* The second copy's words may be longer than the line; what follows stands under the longer of both. */
static void
test_copies_wrap (void)
{
  g_autoptr (FettleFlow) flow = new_flow ();
  g_autofree char *words = g_strnfill (300, 'w');

  fettle_flow_text_of_copies (flow, FETTLE_TEXT_BODY, FETTLE_ALIGN_START, "a", words);
  fettle_flow_rule (flow);
  fettle_flow_measure (flow, WIDTH);
  g_assert_cmpint (fettle_flow_paginate (flow, 200, 200), ==, 1);
  g_assert_cmpfloat (fettle_flow_page_height (flow, 0), >, 5 * line_height ());
  for (int copy = 1; copy <= 2; copy++)
    {
      double box[4];

      ink (flow, 0, copy, box);
      g_assert_cmpfloat (box[0] + box[2], <=, WIDTH + 2);
      g_assert_cmpfloat (box[1] + box[3], >, 5 * line_height ());
    }
}

/* "骨" is drawn otherwise in Chinese and in Japanese; on an English page it is the Chinese one. */
static guint
picture_of (const char *tag, const char *text)
{
  g_autoptr (FettleFlow) flow = fettle_flow_new (tag, FALSE, FALSE, 4);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 64, 64);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;
  guint hash;

  fettle_flow_text (flow, FETTLE_TEXT_BODY, FETTLE_ALIGN_START, text);
  fettle_flow_measure (flow, 64);
  fettle_flow_paginate (flow, 64, 64);
  fettle_flow_draw (flow, cr, 0, 1);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface), (gsize) cairo_image_surface_get_stride (surface) * 64);
  hash = g_bytes_hash (bytes);
  cairo_surface_destroy (surface);
  return hash;
}

static void
test_chinese_forms (void)
{
  if (picture_of ("ja", "骨") == picture_of ("zh-cn", "骨"))
    {
      g_test_skip ("no fonts that tell Chinese from Japanese");
      return;
    }
  g_assert_cmpuint (picture_of ("en", "骨"), ==, picture_of ("zh-cn", "骨"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/flow/paragraphs-break", test_paragraphs_break);
  g_test_add_func ("/flow/no-orphans", test_no_orphans);
  g_test_add_func ("/flow/headings-stay", test_headings_stay);
  g_test_add_func ("/flow/together", test_together);
  g_test_add_func ("/flow/columns-run-on", test_columns_run_on);
  g_test_add_func ("/flow/nothing-leaves", test_nothing_leaves);
  g_test_add_func ("/flow/no-utf8", test_no_utf8);
  g_test_add_func ("/flow/mirror", test_mirror);
  g_test_add_func ("/flow/natural-alignment", test_natural_alignment);
  g_test_add_func ("/flow/copies-differ", test_copies_differ);
  g_test_add_func ("/flow/copies-wrap", test_copies_wrap);
  g_test_add_func ("/flow/chinese-forms", test_chinese_forms);
  return g_test_run ();
}
