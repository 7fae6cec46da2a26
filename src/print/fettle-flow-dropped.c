/* fettle-flow-dropped.c: characters that Cairo loses on the way into a PDF.
 *
 * Cairo 1.16 puts only the needed part of a font into a PDF. Where a glyph's first hint mask stands behind a part of
 * its outline, it takes the outline's operands for hints, skips what follows, and leaves a subroutine out: the
 * character is then blank on paper. Of the 6,763 characters of GB 2312 in Noto Sans CJK that happens to 如 and 瘃, in
 * bold to 忉. They are drawn as outlines, over an ideographic space that carries their text, so that they can be seen,
 * found and copied.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-flow-dropped.h"

#include <string.h>

static const char *const dropped[] = { "如", "瘃", "忉" };

#define IDEOGRAPHIC_SPACE "　"

static PangoGlyphItem *
first_run (PangoLayout *layout)
{
  PangoLayoutLine *line = pango_layout_get_line_readonly (layout, 0);

  return line->runs != NULL ? line->runs->data : NULL;
}

/* The text, on a glyph without ink: the wide space of the same font, which it has if it stands in one run with it. */
static void
show_blank (cairo_t *cr, PangoLayout *layout, double x, double y)
{
  const char *text = pango_layout_get_text (layout);
  g_autofree char *with_space = g_strconcat (text, IDEOGRAPHIC_SPACE, NULL);
  g_autoptr (PangoLayout) blank = pango_layout_copy (layout);
  PangoGlyphItem *run;

  pango_layout_set_text (blank, with_space, -1);
  run = first_run (blank);
  if (run == NULL || run->glyphs->num_glyphs != 2)
    return;
  const cairo_glyph_t glyph = { run->glyphs->glyphs[1].glyph, x, y };
  const cairo_text_cluster_t cluster = { (int) strlen (text), 1 };

  cairo_set_scaled_font (cr, pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (run->item->analysis.font)));
  cairo_show_text_glyphs (cr, text, (int) strlen (text), &glyph, 1, &cluster, 1, 0);
}

static void
draw_dropped (cairo_t *cr, PangoAttrShape *shape, gboolean do_path, gpointer nothing)
{
  PangoLayout *layout = shape->data;
  double x, y;

  cairo_get_current_point (cr, &x, &y);
  cairo_save (cr);
  if (!do_path)
    show_blank (cr, layout, x, y);
  cairo_new_path (cr);
  cairo_move_to (cr, x, y);
  pango_cairo_layout_line_path (cr, pango_layout_get_line_readonly (layout, 0));
  if (!do_path)
    cairo_fill (cr);
  cairo_restore (cr);
}

/* PangoAttrDataCopyFunc */
static gpointer
copy_layout (gconstpointer layout)
{
  return g_object_ref ((gpointer) layout);
}

static void
mark (PangoLayout *layout, PangoAttrList *attributes, const char *character, gsize at)
{
  PangoLayout *alone = pango_layout_copy (layout);
  PangoAttribute *shape;
  PangoRectangle ink, logical;

  pango_layout_set_attributes (alone, NULL);
  pango_layout_set_text (alone, character, -1);
  pango_layout_line_get_extents (pango_layout_get_line_readonly (alone, 0), &ink, &logical);
  shape = pango_attr_shape_new_with_data (&ink, &logical, alone, copy_layout, g_object_unref);
  shape->start_index = (guint) at;
  shape->end_index = (guint) (at + strlen (character));
  pango_attr_list_insert (attributes, shape);
}

/**
 * fettle_flow_dropped_prepare:
 *
 * Makes layouts of @context draw what fettle_flow_dropped_mark() marked.
 */
void
fettle_flow_dropped_prepare (PangoContext *context)
{
  pango_cairo_context_set_shape_renderer (context, draw_dropped, NULL, NULL);
}

/**
 * fettle_flow_dropped_mark:
 * @layout: with its font and text
 * @attributes: to become the layout's
 *
 * Marks each character of the text that would be lost.
 */
void
fettle_flow_dropped_mark (PangoLayout *layout, PangoAttrList *attributes)
{
  const char *text = pango_layout_get_text (layout);

  for (guint i = 0; i < G_N_ELEMENTS (dropped); i++)
    for (const char *at = strstr (text, dropped[i]); at != NULL; at = strstr (at + 1, dropped[i]))
      mark (layout, attributes, dropped[i], (gsize) (at - text));
}
