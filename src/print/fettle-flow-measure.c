/* fettle-flow-measure.c: the width and height of every block of a flow.
 *
 * Pango sets each text once for its width. A text that was measured without a width and fits is left so, since setting
 * a width makes Pango shape it again; that is why alignment is done here and not by Pango.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-flow-measure.h"

#define KEY_SHARE  0.42
#define KEY_GAP    7.0
#define ROW_GAP    8.0
#define TICK_GAP   8.0
#define MOST_TICKS 4

static double
natural_width (Box *text)
{
  int width;

  pango_layout_get_size (text->layout, &width, NULL);
  return (double) width / PANGO_SCALE;
}

static void
take_lines (Box *box)
{
  PangoLayoutIter *iter = pango_layout_get_iter (box->layout);

  box->lines = g_array_new (FALSE, FALSE, sizeof (TextLine));
  do
    {
      int top, bottom;
      TextLine line = { .line = pango_layout_iter_get_line_readonly (iter) };

      pango_layout_iter_get_line_yrange (iter, &top, &bottom);
      line.top = (double) top / PANGO_SCALE;
      line.bottom = (double) bottom / PANGO_SCALE;
      line.baseline = (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE;
      g_array_append_val (box->lines, line);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

static void
measure_text (Box *box, double width, gboolean known_to_fit)
{
  if (!known_to_fit)
    pango_layout_set_width (box->layout, (int) (width * PANGO_SCALE));
  if (box->other != NULL)
    pango_layout_set_width (box->other, (int) (width * PANGO_SCALE));
  g_clear_pointer (&box->lines, g_array_unref);
  take_lines (box);
  box->width = width;
  box->height = g_array_index (box->lines, TextLine, box->lines->len - 1).bottom;
  if (box->other != NULL)
    {
      int height;

      pango_layout_get_size (box->other, NULL, &height);
      box->height = MAX (box->height, (double) height / PANGO_SCALE);
    }
}

/* The ascents of both first lines, so that they stand on one baseline. */
void
fettle_flow_pair_shifts (Box *pair, double *first, double *second)
{
  Box *key = pair->children->pdata[0];
  Box *value = pair->children->pdata[1];
  const double a = g_array_index (key->lines, TextLine, 0).baseline;
  const double b = g_array_index (value->lines, TextLine, 0).baseline;

  *first = MAX (b - a, 0);
  *second = MAX (a - b, 0);
}

/* @column: width of what stands first; @natural: of the text that was measured without a width, or -1 */
static void
measure_pair (Box *pair, double width, double column, double gap, double natural_first, double natural_second)
{
  Box *key = pair->children->pdata[0];
  Box *value = pair->children->pdata[1];
  double shift_key, shift_value;

  measure_text (key, column, natural_first >= 0 && natural_first <= column);
  measure_text (value, width - column - gap, natural_second >= 0 && natural_second <= width - column - gap);
  fettle_flow_pair_shifts (pair, &shift_key, &shift_value);
  pair->x = column + gap;
  pair->width = width;
  pair->height = MAX (shift_key + key->height, shift_value + value->height);
}

static void
measure_row (Box *row, double width)
{
  const double natural = natural_width (row->children->pdata[1]);
  const double amount = MIN (natural, width / 2);

  measure_pair (row, width, width - amount - ROW_GAP, ROW_GAP, -1, amount == natural ? natural : -1);
}

static void
measure_pairs (Box *pairs, double width)
{
  g_autofree double *natural = g_new (double, pairs->children->len);
  double column = 0;

  for (guint i = 0; i < pairs->children->len; i++)
    {
      natural[i] = natural_width (((Box *) pairs->children->pdata[i])->children->pdata[0]);
      column = MAX (column, natural[i]);
    }
  column = MIN (column, width * KEY_SHARE);
  pairs->height = 0;
  for (guint i = 0; i < pairs->children->len; i++)
    {
      Box *pair = pairs->children->pdata[i];

      measure_pair (pair, width, column, KEY_GAP, natural[i], -1);
      pairs->height += pair->height + (i > 0 ? pair->before : 0);
    }
}

static void
measure_ticks (FettleFlow *self, Box *ticks, double width)
{
  const guint n = ticks->children->len;
  g_autofree double *natural = g_new (double, n);
  double widest = 1;
  guint columns;

  for (guint i = 0; i < n; i++)
    {
      natural[i] = natural_width (((Box *) ticks->children->pdata[i])->children->pdata[0]);
      widest = MAX (widest, natural[i]);
    }
  columns = CLAMP ((guint) ((width + TICK_GAP) / (widest + TICK_INDENT (self) + TICK_GAP)), 1, MIN (n, MOST_TICKS));
  /* Squares stand close to each other rather than spread over the whole line. */
  ticks->fixed = MIN ((width + TICK_GAP) / columns, widest + TICK_INDENT (self) + 2 * TICK_GAP);
  if (columns == 1)
    ticks->fixed = width + TICK_GAP;
  ticks->share = columns;
  ticks->height = 0;
  for (guint i = 0; i < n; i++)
    {
      Box *tick = ticks->children->pdata[i];
      const double room = ticks->fixed - TICK_GAP - TICK_INDENT (self);
      Box *text = tick->children->pdata[0];

      measure_text (text, room, natural[i] <= room);
      tick->width = ticks->fixed - TICK_GAP;
      tick->height = text->height;
    }
  for (guint i = 0; i < n; i += columns)
    ticks->height += fettle_flow_tick_row_height (ticks, i) + (i > 0 ? 1 : 0);
}

/* Height of the row of ticks that begins with the @first. */
double
fettle_flow_tick_row_height (Box *ticks, guint first)
{
  double height = 0;

  for (guint i = first; i < ticks->children->len && i < first + (guint) ticks->share; i++)
    height = MAX (height, ((Box *) ticks->children->pdata[i])->height);
  return height;
}

static void
measure_columns (FettleFlow *self, Box *columns, double width)
{
  double fixed = columns->fixed * (columns->children->len - 1);
  double shares = 0;
  double x = 0;

  for (guint i = 0; i < columns->children->len; i++)
    {
      Box *column = columns->children->pdata[i];

      shares += column->share;
      fixed += column->share > 0 ? 0 : column->fixed;
    }
  columns->height = 0;
  for (guint i = 0; i < columns->children->len; i++)
    {
      Box *column = columns->children->pdata[i];
      const double its = column->share > 0 ? (width - fixed) * column->share / shares : column->fixed;

      fettle_flow_measure_box (self, column, its);
      column->x = x;
      x += its + columns->fixed;
      columns->height = MAX (columns->height, column->height);
    }
}

static void
measure_stack (FettleFlow *self, Box *box, double width)
{
  box->height = 0;
  for (guint i = 0; i < box->children->len; i++)
    {
      Box *child = box->children->pdata[i];

      fettle_flow_measure_box (self, child, width);
      box->height += child->height + (i > 0 ? fettle_flow_space_above (child) : 0);
    }
}

/* Space above @box where something stands above it: its own, or its first block's. */
double
fettle_flow_space_above (Box *box)
{
  double space = box->before;

  if (box->kind != BOX_TOGETHER && box->kind != BOX_COLUMNS && box->kind != BOX_STACK)
    return space;
  for (guint i = 0; i < box->children->len && (i == 0 || box->kind == BOX_COLUMNS); i++)
    space = MAX (space, fettle_flow_space_above (box->children->pdata[i]));
  return space;
}

void
fettle_flow_measure_box (FettleFlow *self, Box *box, double width)
{
  box->width = width;
  switch (box->kind)
    {
    case BOX_STACK:
    case BOX_TOGETHER:
      measure_stack (self, box, width);
      break;
    case BOX_PANEL:
      measure_stack (self, box, width - 2 * PANEL_PADDING);
      box->height += 2 * PANEL_PADDING;
      break;
    case BOX_COLUMNS:
      measure_columns (self, box, width);
      break;
    case BOX_PAIRS:
      measure_pairs (box, width);
      break;
    case BOX_PAIR:
      measure_row (box, width);
      break;
    case BOX_TICKS:
      measure_ticks (self, box, width);
      break;
    case BOX_TEXT:
      measure_text (box, width, FALSE);
      break;
    case BOX_SIGNATURE:
      measure_text (box->children->pdata[0], width, FALSE);
      box->height = SIGNATURE_SPACE * self->scale + ((Box *) box->children->pdata[0])->height;
      break;
    case BOX_RULE:
      box->height = 9 * self->scale;
      break;
    case BOX_TICK:
    case BOX_CODE:
    case BOX_IMAGE:
    case BOX_GAP:
    default:
      break;
    }
}

/**
 * fettle_flow_measure:
 * @width: of the column of text, in points
 *
 * Sets every text. Needed once, before fettle_flow_paginate().
 *
 * Returns: the height in points, were it all on one page
 */
double
fettle_flow_measure (FettleFlow *self, double width)
{
  self->width = width;
  fettle_flow_measure_box (self, self->root, width);
  return self->root->height;
}
