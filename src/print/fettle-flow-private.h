/* fettle-flow-private.h: the boxes inside a flow.
 *
 * A flow is a tree of boxes. Building makes it, measuring gives each box its width and height, placing walks it with a
 * cursor (page, height on the page) and leaves marks on pages, drawing walks the marks. Lengths are points.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-flow.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

typedef enum
{
  BOX_STACK,
  BOX_TOGETHER,
  BOX_PANEL,
  BOX_COLUMNS,
  BOX_PAIRS,
  BOX_PAIR,
  BOX_TICKS,
  BOX_TICK,
  BOX_TEXT,
  BOX_CODE,
  BOX_IMAGE,
  BOX_SIGNATURE,
  BOX_RULE,
  BOX_GAP,
} BoxKind;

/* One line of a text: where it begins, ends and stands below the top of its layout. */
typedef struct
{
  PangoLayoutLine *line;
  double top, bottom, baseline;
} TextLine;

/**
 * Box:
 * @before: empty space above it, not kept at the top of a page
 * @share: of the columns' width; 0 takes @fixed points
 * @x: of a column, from the start of its columns
 * @layout: of a text
 * @other: the same text on the second copy, or NULL
 * @lines: of @layout, once measured
 * @ink: 0 black to 1 white
 */
typedef struct _Box
{
  BoxKind kind;
  GPtrArray *children;
  double before;
  double width, height;
  double share, fixed, x;
  FettleAlign align;

  PangoLayout *layout;
  PangoLayout *other;
  GArray *lines;
  double ink;
  gboolean with_next;

  FettleBarcode *code;
  double module;
  cairo_surface_t *image;
  gboolean ticked;
} Box;

typedef enum
{
  MARK_LINE,
  MARK_FILL,
  MARK_FRAME,
  MARK_TICK,
  MARK_CODE,
  MARK_IMAGE,
} MarkKind;

/**
 * Mark:
 * @copy: 0 is on both copies, 1 and 2 on one
 * @y: top; of a line of text its baseline
 *
 * Something to draw.
 */
typedef struct
{
  MarkKind kind;
  int copy;
  double x, y, width, height;
  double ink;
  Box *box;
  PangoLayoutLine *line;
} Mark;

typedef struct
{
  GArray *behind;
  GArray *marks;
  double used;
} Page;

struct _FettleFlow
{
  PangoContext *context;
  PangoContext *numbers;
  gboolean rtl;
  gboolean thermal;
  gboolean han;
  double scale;

  Box *root;
  GPtrArray *open;

  double width;
  double first_height, next_height;
  GPtrArray *pages;
};

#define PANEL_PADDING     5.0
#define TICK_SIZE(flow)   (7.5 * (flow)->scale)
#define TICK_INDENT(flow) (12.0 * (flow)->scale)
#define SIGNATURE_SPACE   24.0

void fettle_flow_mark_free_page (Page *page);
void fettle_flow_image_size (cairo_surface_t *image, double *width, double *height);

G_END_DECLS
