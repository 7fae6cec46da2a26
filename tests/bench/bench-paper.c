/* bench-paper.c: the job sheet as a PDF against Pango and Cairo drawing the same text with nothing around them.
 *
 * The texts, their fonts, widths and places are taken from a laid-out sheet; what is measured on the other side begins
 * with new layouts of these texts, as ours does.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bench.h"

#include <cairo-pdf.h>
#include <glib/gstdio.h>
#include <string.h>

#include "fettle-clock.h"
#include "fettle-document-private.h"
#include "fettle-flow-private.h"
#include "fettle-job-store.h"
#include "fettle-setup-store.h"

#define ROUNDS 60
#define WARM   5

typedef struct
{
  char *text;
  PangoFontDescription *font;
  PangoAttrList *attributes;
  int width;
} Text;

typedef struct
{
  guint text;
  int page;
  double x, y;
} Place;

typedef struct
{
  GArray *texts;
  GArray *places;
  double width, height;
  int n_pages;
} Bare;

static void
text_clear (gpointer data)
{
  Text *text = data;

  g_free (text->text);
  g_clear_pointer (&text->font, pango_font_description_free);
  g_clear_pointer (&text->attributes, pango_attr_list_unref);
}

static guint
take_text (Bare *bare, GHashTable *known, PangoLayout *layout)
{
  Text text = { 0 };
  guint index;

  if (g_hash_table_contains (known, layout))
    return GPOINTER_TO_UINT (g_hash_table_lookup (known, layout));
  text.text = g_strdup (pango_layout_get_text (layout));
  text.font
      = pango_layout_get_font_description (layout) != NULL
            ? pango_font_description_copy (pango_layout_get_font_description (layout))
            : pango_font_description_copy (pango_context_get_font_description (pango_layout_get_context (layout)));
  if (pango_layout_get_attributes (layout) != NULL)
    text.attributes = pango_attr_list_ref (pango_layout_get_attributes (layout));
  text.width = pango_layout_get_width (layout);
  index = bare->texts->len;
  g_array_append_val (bare->texts, text);
  g_hash_table_insert (known, layout, GUINT_TO_POINTER (index));
  return index;
}

/* Where the first line of each text stands on each page and copy. */
static void
take_part (Bare *bare, GHashTable *known, FettleDocument *document, Part *part)
{
  Page *page = document->flow->pages->pdata[part->flow_page];

  for (guint i = 0; i < page->marks->len; i++)
    {
      Mark *mark = &g_array_index (page->marks, Mark, i);
      PangoLayout *layout = mark->kind == MARK_LINE ? mark->line->layout : NULL;
      Place place = { 0 };

      if (layout == NULL || pango_layout_get_line_readonly (layout, 0) != mark->line
          || (mark->copy != 0 && mark->copy != part->copy))
        continue;
      place.text = take_text (bare, known, layout);
      place.page = part->page;
      place.x = document->margin + mark->x;
      place.y = part->y + mark->y - (double) pango_layout_get_baseline (layout) / PANGO_SCALE;
      g_array_append_val (bare->places, place);
    }
}

static void
take_texts (Bare *bare, FettleDocument *document)
{
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);

  bare->texts = g_array_new (FALSE, FALSE, sizeof (Text));
  bare->places = g_array_new (FALSE, FALSE, sizeof (Place));
  g_array_set_clear_func (bare->texts, text_clear);
  fettle_document_page_size (document, &bare->width, &bare->height);
  bare->n_pages = fettle_document_n_pages (document);
  for (guint i = 0; i < document->parts->len; i++)
    take_part (bare, known, document, &g_array_index (document->parts, Part, i));
}

static PangoLayout *
set_text (PangoContext *context, Text *text)
{
  PangoLayout *layout = pango_layout_new (context);

  pango_layout_set_font_description (layout, text->font);
  pango_layout_set_attributes (layout, text->attributes);
  pango_layout_set_width (layout, text->width);
  pango_layout_set_text (layout, text->text, -1);
  return layout;
}

static void
draw_bare (Bare *bare, const char *path)
{
  cairo_surface_t *surface = cairo_pdf_surface_create (path, bare->width, bare->height);
  cairo_t *cr = cairo_create (surface);
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr (GPtrArray) layouts = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < bare->texts->len; i++)
    g_ptr_array_add (layouts, set_text (context, &g_array_index (bare->texts, Text, i)));
  for (int page = 0; page < bare->n_pages; page++)
    {
      for (guint i = 0; i < bare->places->len; i++)
        {
          Place *place = &g_array_index (bare->places, Place, i);

          if (place->page != page)
            continue;
          cairo_move_to (cr, place->x, place->y);
          pango_cairo_show_layout (cr, layouts->pdata[place->text]);
        }
      cairo_show_page (cr);
    }
  g_object_unref (context);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  bench_check (cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS, NULL);
  cairo_surface_destroy (surface);
}

/* From the job to the file, as printing does it. */
static FettleDocument *
make_document (FettleShop *shop, FettleJob *job, GTimeZone *zone)
{
  return fettle_document_new (FETTLE_DOCUMENT_JOB_SHEET, shop->service_point, job, NULL, NULL,
                              fettle_language_get ("en"), FETTLE_PAPER_A4, fettle_clock_now (), zone);
}

static void
measure (Bench *bench, FettleShop *shop, FettleJob *job, const char *path)
{
  g_autoptr (GTimeZone) zone = fettle_shop_make_zone (shop);
  g_autoptr (FettleDocument) sample = make_document (shop, job, zone);
  g_autoptr (GArray) ours = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) theirs = g_array_new (FALSE, FALSE, sizeof (double));
  Bare bare = { NULL };

  take_texts (&bare, sample);
  for (int i = 0; i < ROUNDS + WARM; i++)
    {
      g_autoptr (FettleDocument) document = NULL;
      GError *error = NULL;
      double begins = bench_ms (), time;

      document = make_document (shop, job, zone);
      bench_check (fettle_document_write_pdf (document, path, &error), error);
      time = bench_ms () - begins;
      if (i >= WARM)
        g_array_append_val (ours, time);
      begins = bench_ms ();
      draw_bare (&bare, path);
      time = bench_ms () - begins;
      if (i >= WARM)
        g_array_append_val (theirs, time);
    }
  bench_row (bench, "job sheet to PDF, against bare", bench_median (ours) / bench_median (theirs), 1.5, "x",
             "%.2f ms, bare Pango and Cairo %.2f ms; %u texts in %u places", bench_median (ours), bench_median (theirs),
             bare.texts->len, bare.places->len);
  g_array_unref (bare.texts);
  g_array_unref (bare.places);
}

void
bench_paper (Bench *bench)
{
  g_autofree char *path = g_build_filename (bench->folder, "sheet.pdf", NULL);
  g_autofree char *file = bench_scratch (bench, bench->small);
  g_autoptr (BenchWords) words = bench_words_new (NULL, 11);
  g_autoptr (FettleIntake) intake = bench_words_intake (words);
  GError *error = NULL;
  g_autoptr (FettleConnection) connection = fettle_connection_open (file, FETTLE_OPEN_EXISTING, &error);
  g_autoptr (FettleShop) shop = NULL;
  g_autoptr (FettleJob) job = NULL;

  bench_check (connection != NULL, error);
  shop = fettle_setup_store_load (connection, &error);
  bench_check (shop != NULL, error);
  job = fettle_job_store_intake (connection, intake, "Counter 1", &error);
  bench_check (job != NULL, error);
  measure (bench, shop, job, path);
  g_unlink (path);
  g_clear_pointer (&connection, fettle_connection_unref);
  bench_scratch_remove (file);
}
