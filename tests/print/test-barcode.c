/* test-barcode.c: barcodes are wide enough, have their empty border, and say no to what they cannot hold.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-barcode.h"

#include "fettle-paper.h"
#include "fettle-print-error.h"

#define MM FETTLE_POINTS_PER_MM

static const struct
{
  FettleBarcodeKind kind;
  const char *text;
  int quiet;
  gboolean square;
} codes[] = {
  { FETTLE_BARCODE_CODE_128, "2026-000001", 10, FALSE },
  { FETTLE_BARCODE_CODE_128, "2026-1234567", 10, FALSE },
  { FETTLE_BARCODE_QR, "https://fettle.example/s/2026-000001", 4, TRUE },
  { FETTLE_BARCODE_QR, "状态 2026-000001", 4, TRUE },
  { FETTLE_BARCODE_DATA_MATRIX, "2026-000001", 1, TRUE },
};

/* Draws at four dots a module, and says whether any dot of the column or row is not white. */
#define DOTS 4

static cairo_surface_t *
draw (FettleBarcode *code)
{
  const int width = fettle_barcode_n_modules (code) * DOTS;
  const int height = fettle_barcode_is_square (code) ? width : 40;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  fettle_barcode_draw (code, cr, 0, 0, DOTS, 40);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static gboolean
column_has_ink (cairo_surface_t *surface, int column)
{
  const guchar *data = cairo_image_surface_get_data (surface);
  const int stride = cairo_image_surface_get_stride (surface);

  for (int row = 0; row < cairo_image_surface_get_height (surface); row++)
    if (data[row * stride + column * 4] != 0xff)
      return TRUE;
  return FALSE;
}

static gboolean
row_has_ink (cairo_surface_t *surface, int row)
{
  const guchar *data = cairo_image_surface_get_data (surface) + row * cairo_image_surface_get_stride (surface);

  for (int column = 0; column < cairo_image_surface_get_width (surface); column++)
    if (data[column * 4] != 0xff)
      return TRUE;
  return FALSE;
}

static void
test_border (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (FettleBarcode) code = fettle_barcode_new (codes[i].kind, codes[i].text, &error);
      cairo_surface_t *surface;
      int last;

      g_assert_no_error (error);
      g_assert_cmpint (fettle_barcode_is_square (code), ==, codes[i].square);
      g_assert_cmpfloat_with_epsilon (fettle_barcode_border (code, 1), codes[i].quiet, 0.001);
      surface = draw (code);
      last = cairo_image_surface_get_width (surface) - 1;
      for (int column = 0; column < codes[i].quiet * DOTS; column++)
        {
          g_assert_false (column_has_ink (surface, column));
          g_assert_false (column_has_ink (surface, last - column));
          if (codes[i].square)
            {
              g_assert_false (row_has_ink (surface, column));
              g_assert_false (row_has_ink (surface, last - column));
            }
        }
      /* And right behind the border the code begins and ends. */
      g_assert_true (column_has_ink (surface, codes[i].quiet * DOTS));
      g_assert_true (column_has_ink (surface, last - codes[i].quiet * DOTS));
      cairo_surface_destroy (surface);
    }
}

/* Every dot is wholly black or wholly white where a module is a whole number of dots: no seams between rectangles. */
static void
test_sharp (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr (FettleBarcode) code = fettle_barcode_new (codes[i].kind, codes[i].text, NULL);
      cairo_surface_t *surface = draw (code);
      const guchar *data = cairo_image_surface_get_data (surface);
      const int length = cairo_image_surface_get_stride (surface) * cairo_image_surface_get_height (surface);

      for (int at = 0; at < length; at += 4)
        g_assert_true (data[at] == 0 || data[at] == 0xff);
      cairo_surface_destroy (surface);
    }
}

static void
test_widths (void)
{
  g_autoptr (FettleBarcode) code = fettle_barcode_new (FETTLE_BARCODE_CODE_128, "2026-000001", NULL);
  static const struct
  {
    double width_mm, wanted_mm, module_mm;
  } cases[] = {
    { 180, 0.5, 0.5 },    { 180, 0.375, 0.375 }, { 72, 0.5, 0.5 },
    { 58, 0.375, 0.375 }, { 48, 0.375, 0.25 },   { 10, 0.5, 0.25 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpfloat_with_epsilon (fettle_barcode_fit (code, cases[i].width_mm * MM, cases[i].wanted_mm) / MM,
                                    cases[i].module_mm, 0.0001);
}

/* The number of a job fits every paper that a shop prints on. */
static void
test_number_fits (void)
{
  g_autoptr (FettleBarcode) code = fettle_barcode_new (FETTLE_BARCODE_CODE_128, "2026-000001", NULL);

  for (int i = FETTLE_PAPER_NONE + 1; i < FETTLE_N_PAPERS; i++)
    {
      const FettlePaperSize *size = fettle_paper_size (i);
      const double room = size->width - 2 * size->margin_x;
      const double module = fettle_barcode_fit (code, room, 0.375);

      g_assert_cmpfloat (module / MM, >=, 0.2499);
      g_assert_cmpfloat (fettle_barcode_width (code, module), <=, room);
    }
}

static void
test_heights (void)
{
  g_autoptr (FettleBarcode) bars = fettle_barcode_new (FETTLE_BARCODE_CODE_128, "2026-000001", NULL);
  g_autoptr (FettleBarcode) square = fettle_barcode_new (FETTLE_BARCODE_QR, "2026-000001", NULL);

  g_assert_cmpfloat_with_epsilon (fettle_barcode_height (bars, 1, 30), 30, 0.001);
  g_assert_cmpfloat_with_epsilon (fettle_barcode_height (square, 1, 30), fettle_barcode_width (square, 1), 0.001);
}

static void
test_refused (void)
{
  g_autofree char *long_text = g_strnfill (5000, 'x');
  const struct
  {
    FettleBarcodeKind kind;
    const char *text;
  } refused[] = {
    { FETTLE_BARCODE_CODE_128, "" }, { FETTLE_BARCODE_CODE_128, "编号" }, { FETTLE_BARCODE_CODE_128, long_text },
    { FETTLE_BARCODE_QR, "" },       { FETTLE_BARCODE_QR, long_text },    { FETTLE_BARCODE_DATA_MATRIX, long_text },
  };

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (fettle_barcode_new (refused[i].kind, refused[i].text, &error));
      g_assert_error (error, FETTLE_PRINT_ERROR, FETTLE_PRINT_ERROR_BARCODE);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/barcode/border", test_border);
  g_test_add_func ("/barcode/sharp", test_sharp);
  g_test_add_func ("/barcode/widths", test_widths);
  g_test_add_func ("/barcode/number-fits", test_number_fits);
  g_test_add_func ("/barcode/heights", test_heights);
  g_test_add_func ("/barcode/refused", test_refused);
  return g_test_run ();
}
