/* fettle-barcode.h: barcodes as black rectangles.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  FETTLE_BARCODE_CODE_128,
  FETTLE_BARCODE_QR,
  FETTLE_BARCODE_DATA_MATRIX,
} FettleBarcodeKind;

typedef struct _FettleBarcode FettleBarcode;

FettleBarcode *fettle_barcode_new (FettleBarcodeKind kind, const char *text, GError **error);
void fettle_barcode_free (FettleBarcode *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FettleBarcode, fettle_barcode_free)

gboolean fettle_barcode_is_square (FettleBarcode *self);
int fettle_barcode_n_modules (FettleBarcode *self);
double fettle_barcode_fit (FettleBarcode *self, double width, double module);
double fettle_barcode_width (FettleBarcode *self, double module);
double fettle_barcode_height (FettleBarcode *self, double module, double height);
double fettle_barcode_border (FettleBarcode *self, double module);
void fettle_barcode_draw (FettleBarcode *self, cairo_t *cr, double x, double y, double module, double height);

G_END_DECLS
