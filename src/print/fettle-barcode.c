/* fettle-barcode.c: barcodes as black rectangles.
 *
 * libzint encodes and gives rectangles; they are kept in modules (the width of the thinnest bar) and drawn as one Cairo
 * path, so that paper, PDF and picture all get true edges. The empty border that a reader needs belongs to the width
 * and height given here: 10 modules beside a Code 128, 4 around a QR, 1 around a Data Matrix, and it stays empty.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-barcode.h"

#include "fettle-paper.h"
#include "fettle-print-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <zint.h>

typedef struct
{
  double x, y, width, height;
} Bar;

struct _FettleBarcode
{
  FettleBarcodeKind kind;
  int modules;
  int quiet;
  GArray *bars;
};

/* A dot of a 203 dpi head is 0.125 mm: widths of whole dots print with even bars. 0.25 mm is the least that any reader
 * at a counter takes from paper. */
static const double module_widths[] = { 0.5, 0.375, 0.25 };

typedef struct
{
  int symbology;
  int quiet;
  int level;
  int shape;
} KindOfCode;

static const KindOfCode kinds[] = {
  [FETTLE_BARCODE_CODE_128] = { BARCODE_CODE128, 10, -1, 0 },
  [FETTLE_BARCODE_QR] = { BARCODE_QRCODE, 4, 2, 0 },
  [FETTLE_BARCODE_DATA_MATRIX] = { BARCODE_DATAMATRIX, 1, -1, DM_SQUARE },
};

/* A run of dark modules right under one of the same width becomes part of it: a PDF has fewer corners to write. */
static void
add_bar (GArray *bars, const Bar *bar)
{
  const double nearly = 0.01;

  for (guint i = bars->len; i > 0; i--)
    {
      Bar *above = &g_array_index (bars, Bar, i - 1);

      if (ABS (above->x - bar->x) < nearly && ABS (above->width - bar->width) < nearly
          && ABS (above->y + above->height - bar->y) < nearly)
        {
          above->height += bar->height;
          return;
        }
    }
  g_array_append_vals (bars, bar, 1);
}

static void
take_bars (FettleBarcode *self, struct zint_symbol *symbol)
{
  double from = G_MAXDOUBLE;
  double to = 0;
  double top = G_MAXDOUBLE;

  for (struct zint_vector_rect *rect = symbol->vector->rectangles; rect != NULL; rect = rect->next)
    {
      from = MIN (from, rect->x);
      to = MAX (to, rect->x + rect->width);
      top = MIN (top, rect->y);
    }
  /* The first and the last column of all three codes have ink, so the ink's extent is the code's. */
  const double scale = self->modules / (to - from);

  for (struct zint_vector_rect *rect = symbol->vector->rectangles; rect != NULL; rect = rect->next)
    {
      const Bar bar = { (rect->x - from) * scale, (rect->y - top) * scale, rect->width * scale, rect->height * scale };

      add_bar (self->bars, &bar);
    }
}

/**
 * fettle_barcode_new:
 * @text: UTF-8; ASCII for a Code 128
 *
 * Encodes @text. QR takes the second level of correction (15 of 100 may be lost).
 *
 * Returns: (transfer full): the code, or %NULL with %FETTLE_PRINT_ERROR_BARCODE where the text does not fit the kind
 */
FettleBarcode *
fettle_barcode_new (FettleBarcodeKind kind, const char *text, GError **error)
{
  FettleBarcode *self = NULL;
  struct zint_symbol *symbol = ZBarcode_Create ();
  int answer;

  symbol->symbology = kinds[kind].symbology;
  symbol->option_1 = kinds[kind].level;
  symbol->option_3 = kinds[kind].shape;
  symbol->input_mode = UNICODE_MODE;
  symbol->output_options |= BARCODE_NO_QUIET_ZONES;
  symbol->show_hrt = 0;
  answer = ZBarcode_Encode_and_Buffer_Vector (symbol, (const unsigned char *) text, (int) strlen (text), 0);
  if (answer < ZINT_ERROR && symbol->vector != NULL && symbol->vector->rectangles != NULL)
    {
      self = g_new0 (FettleBarcode, 1);
      self->kind = kind;
      self->modules = symbol->width;
      self->quiet = kinds[kind].quiet;
      self->bars = g_array_new (FALSE, FALSE, sizeof (Bar));
      take_bars (self, symbol);
    }
  else
    g_set_error (error, FETTLE_PRINT_ERROR, FETTLE_PRINT_ERROR_BARCODE,
                 _ ("“%s” cannot be written as a barcode. Shorten it, or use plain letters and digits."), text);
  ZBarcode_Delete (symbol);
  return self;
}

void
fettle_barcode_free (FettleBarcode *self)
{
  g_array_unref (self->bars);
  g_free (self);
}

/**
 * fettle_barcode_is_square:
 *
 * Returns: whether it is a matrix, as high as it is wide, rather than bars of any height
 */
gboolean
fettle_barcode_is_square (FettleBarcode *self)
{
  return self->kind != FETTLE_BARCODE_CODE_128;
}

/**
 * fettle_barcode_n_modules:
 *
 * Returns: how many modules wide it is, the empty border included
 */
int
fettle_barcode_n_modules (FettleBarcode *self)
{
  return self->modules + 2 * self->quiet;
}

/**
 * fettle_barcode_fit:
 * @width: there is, in points
 * @module: the widest wanted, in millimetres
 *
 * Chooses the width of a module: whole dots of a thermal head and never under 0.25 mm, even where @width is too small.
 *
 * Returns: width of a module in points
 */
double
fettle_barcode_fit (FettleBarcode *self, double width, double module)
{
  double chosen = 0;

  for (guint i = 0; i < G_N_ELEMENTS (module_widths); i++)
    {
      chosen = module_widths[i] * FETTLE_POINTS_PER_MM;
      if (module_widths[i] <= module && chosen * fettle_barcode_n_modules (self) <= width)
        break;
    }
  return chosen;
}

/**
 * fettle_barcode_width:
 * @module: in points
 *
 * Returns: the whole width in points, the empty border included
 */
double
fettle_barcode_width (FettleBarcode *self, double module)
{
  return fettle_barcode_n_modules (self) * module;
}

/**
 * fettle_barcode_height:
 * @module: in points
 * @height: of the bars, in points; a matrix has its own
 *
 * Returns: the whole height in points
 */
double
fettle_barcode_height (FettleBarcode *self, double module, double height)
{
  return fettle_barcode_is_square (self) ? fettle_barcode_width (self, module) : height;
}

/**
 * fettle_barcode_border:
 * @module: in points
 *
 * Returns: width of the empty border on one side, in points
 */
double
fettle_barcode_border (FettleBarcode *self, double module)
{
  return self->quiet * module;
}

/**
 * fettle_barcode_draw:
 * @x: start of the empty border, in points
 * @y: top
 * @module: width of a module, in points
 * @height: of the bars, in points; a matrix has its own
 *
 * Fills the bars with black.
 */
void
fettle_barcode_draw (FettleBarcode *self, cairo_t *cr, double x, double y, double module, double height)
{
  const gboolean square = fettle_barcode_is_square (self);

  cairo_save (cr);
  cairo_translate (cr, x + self->quiet * module, square ? y + self->quiet * module : y);
  for (guint i = 0; i < self->bars->len; i++)
    {
      const Bar *bar = &g_array_index (self->bars, Bar, i);

      cairo_rectangle (cr, bar->x * module, square ? bar->y * module : 0, bar->width * module,
                       square ? bar->height * module : height);
    }
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_fill (cr);
  cairo_restore (cr);
}
