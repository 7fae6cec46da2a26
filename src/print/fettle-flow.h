/* fettle-flow.h: blocks of text set one under the other, and cut into pages.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-barcode.h"

G_BEGIN_DECLS

/**
 * FettleTextStyle:
 * What a piece of text is; the sizes and weights of each stand in one table.
 */
typedef enum
{
  FETTLE_TEXT_BODY,
  FETTLE_TEXT_STRONG,
  FETTLE_TEXT_SMALL,
  FETTLE_TEXT_FINE,
  FETTLE_TEXT_KEY,
  FETTLE_TEXT_HEADING,
  FETTLE_TEXT_LARGE,
  FETTLE_TEXT_SHOP,
  FETTLE_TEXT_TITLE,
  FETTLE_TEXT_NUMBER,
  FETTLE_TEXT_HUGE,
  FETTLE_TEXT_MONO,
} FettleTextStyle;
#define FETTLE_N_TEXT_STYLES (FETTLE_TEXT_MONO + 1)

/**
 * FettleAlign:
 * @FETTLE_ALIGN_START: where the page's language begins its lines
 * @FETTLE_ALIGN_CENTER: in the middle
 * @FETTLE_ALIGN_END: where the page's language ends its lines
 * @FETTLE_ALIGN_NATURAL: where each line's own script begins: an Arabic paragraph on an English page at the right
 */
typedef enum
{
  FETTLE_ALIGN_START,
  FETTLE_ALIGN_CENTER,
  FETTLE_ALIGN_END,
  FETTLE_ALIGN_NATURAL,
} FettleAlign;

typedef struct _FettleFlow FettleFlow;

FettleFlow *fettle_flow_new (const char *tag, gboolean rtl, gboolean thermal, double scale);
void fettle_flow_free (FettleFlow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FettleFlow, fettle_flow_free)

/* Blocks, in reading order. */
void fettle_flow_text (FettleFlow *self, FettleTextStyle style, FettleAlign align, const char *text);
void
fettle_flow_text_of_copies (FettleFlow *self, FettleTextStyle style, FettleAlign align, const char *a, const char *b);
void fettle_flow_text_lines (FettleFlow *self, FettleTextStyle style, const char *text, int lines);
void fettle_flow_heading (FettleFlow *self, const char *text);
void fettle_flow_pair (FettleFlow *self, const char *key, const char *value);
void fettle_flow_strong_pair (FettleFlow *self, const char *key, const char *value);
void fettle_flow_row (FettleFlow *self, FettleTextStyle style, const char *text, const char *amount);
void fettle_flow_tick (FettleFlow *self, const char *text, gboolean ticked);
void fettle_flow_barcode (FettleFlow *self, FettleBarcode *code, double module, double height, FettleAlign align);
void fettle_flow_image (FettleFlow *self, cairo_surface_t *image, double width, double height, FettleAlign align);
void fettle_flow_signature (FettleFlow *self, const char *text);
void fettle_flow_rule (FettleFlow *self);
void fettle_flow_gap (FettleFlow *self, double height);

/* Containers; each is ended by fettle_flow_end(). */
void fettle_flow_begin_columns (FettleFlow *self, double gap);
void fettle_flow_begin_column (FettleFlow *self, double share);
void fettle_flow_begin_fixed_column (FettleFlow *self, double width);
void fettle_flow_begin_together (FettleFlow *self);
void fettle_flow_begin_panel (FettleFlow *self);
void fettle_flow_end (FettleFlow *self);

/* Layout: once measured, a flow can be cut into pages of several heights without being set anew. */
double fettle_flow_measure (FettleFlow *self, double width);
int fettle_flow_paginate (FettleFlow *self, double first_height, double next_height);
double fettle_flow_page_height (FettleFlow *self, int page);
void fettle_flow_draw (FettleFlow *self, cairo_t *cr, int page, int copy);
void fettle_flow_draw_cut (cairo_t *cr, double x, double y, double width);

G_END_DECLS
