/* fettle-flow-draw.c: the marks of a page drawn with Cairo.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-flow-private.h"

static void
draw_tick (cairo_t *cr, const Mark *mark)
{
  const double size = mark->width;

  cairo_set_line_width (cr, 0.7);
  cairo_rectangle (cr, mark->x + 0.35, mark->y + 0.35, size - 0.7, size - 0.7);
  cairo_stroke (cr);
  if (!mark->box->ticked)
    return;
  cairo_set_line_width (cr, 1.3);
  cairo_move_to (cr, mark->x + size * 0.2, mark->y + size * 0.5);
  cairo_line_to (cr, mark->x + size * 0.42, mark->y + size * 0.75);
  cairo_line_to (cr, mark->x + size * 0.82, mark->y + size * 0.24);
  cairo_stroke (cr);
}

/* A picture is of dots, or a recording of what was drawn, which stays sharp at any size. */
void
fettle_flow_image_size (cairo_surface_t *image, double *width, double *height)
{
  cairo_rectangle_t extents = { 0, 0, 1, 1 };

  if (cairo_surface_get_type (image) == CAIRO_SURFACE_TYPE_RECORDING)
    cairo_recording_surface_get_extents (image, &extents);
  else
    {
      extents.width = cairo_image_surface_get_width (image);
      extents.height = cairo_image_surface_get_height (image);
    }
  *width = extents.width;
  *height = extents.height;
}

static void
draw_image (cairo_t *cr, const Mark *mark)
{
  cairo_surface_t *image = mark->box->image;
  double wide, high;

  fettle_flow_image_size (image, &wide, &high);
  cairo_save (cr);
  cairo_translate (cr, mark->x, mark->y);
  cairo_scale (cr, mark->width / wide, mark->height / high);
  cairo_set_source_surface (cr, image, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_GOOD);
  cairo_paint (cr);
  cairo_restore (cr);
}

static void
draw_mark (cairo_t *cr, const Mark *mark)
{
  cairo_set_source_rgb (cr, mark->ink, mark->ink, mark->ink);
  switch (mark->kind)
    {
    case MARK_LINE:
      cairo_move_to (cr, mark->x, mark->y);
      pango_cairo_show_layout_line (cr, mark->line);
      break;
    case MARK_FILL:
      cairo_rectangle (cr, mark->x, mark->y, mark->width, mark->height);
      cairo_fill (cr);
      break;
    case MARK_FRAME:
      cairo_set_line_width (cr, 0.8);
      cairo_rectangle (cr, mark->x + 0.4, mark->y + 0.4, mark->width - 0.8, mark->height - 0.8);
      cairo_stroke (cr);
      break;
    case MARK_TICK:
      draw_tick (cr, mark);
      break;
    case MARK_CODE:
      fettle_barcode_draw (mark->box->code, cr, mark->x, mark->y, mark->box->module, mark->height);
      break;
    case MARK_IMAGE:
      draw_image (cr, mark);
      break;
    default:
      break;
    }
}

static void
draw_marks (cairo_t *cr, GArray *marks, int copy)
{
  for (guint i = 0; i < marks->len; i++)
    {
      const Mark *mark = &g_array_index (marks, Mark, i);

      if (mark->copy == 0 || mark->copy == copy)
        draw_mark (cr, mark);
    }
}

/**
 * fettle_flow_draw:
 * @page: from 0, of those that fettle_flow_paginate() made
 * @copy: 1 or 2
 *
 * Draws one page with its top start at 0, 0.
 */
void
fettle_flow_draw (FettleFlow *self, cairo_t *cr, int page, int copy)
{
  Page *its;

  g_return_if_fail (page >= 0 && page < (int) self->pages->len);
  its = self->pages->pdata[page];
  cairo_save (cr);
  draw_marks (cr, its->behind, copy);
  draw_marks (cr, its->marks, copy);
  cairo_restore (cr);
}

static void
draw_scissors (cairo_t *cr, double x, double y)
{
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + 1.8, y - 2.2, 1.5, 0, 2 * G_PI);
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + 1.8, y + 2.2, 1.5, 0, 2 * G_PI);
  cairo_stroke (cr);
  cairo_move_to (cr, x + 3.0, y - 1.3);
  cairo_line_to (cr, x + 10, y + 1.6);
  cairo_move_to (cr, x + 3.0, y + 1.3);
  cairo_line_to (cr, x + 10, y - 1.6);
  cairo_stroke (cr);
}

/**
 * fettle_flow_draw_cut:
 * @y: where to cut, in points
 *
 * A dashed line with a pair of scissors.
 */
void
fettle_flow_draw_cut (cairo_t *cr, double x, double y, double width)
{
  const double dashes[] = { 3, 3 };

  cairo_save (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_set_line_width (cr, 0.6);
  draw_scissors (cr, x, y);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_move_to (cr, x + 14, y);
  cairo_line_to (cr, x + width, y);
  cairo_stroke (cr);
  cairo_restore (cr);
}
