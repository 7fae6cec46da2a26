/* fettle-board-picture.c: the board as a picture, for a screen without a window.
 *
 * 1920 by 1080 dots. The staff's board has a column a stage with its cards; the public one has large rows of nothing
 * but what fettle_public_board_rows() lets through, as many as fit, and says how many more there are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-board-picture.h"

#include <cairo.h>
#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>

#include "fettle-print-error.h"
#include "fettle-public-board.h"
#include "fettle-words.h"

#define WIDTH       1920
#define HEIGHT      1080
#define MARGIN      36
#define HEADER      110
#define CARD_HEIGHT 128
#define ROW_HEIGHT  84

typedef struct
{
  cairo_t *cr;
  FettleLanguage *language;
  gint64 now;
  GTimeZone *zone;
} Picture;

static void
set_colour (Picture *picture, guint32 rgb)
{
  cairo_set_source_rgb (picture->cr, ((rgb >> 16) & 0xff) / 255.0, ((rgb >> 8) & 0xff) / 255.0, (rgb & 0xff) / 255.0);
}

/* One line of text, ended with an ellipsis where it does not fit. */
static void
write_line (Picture *picture,
            double x,
            double y,
            double width,
            int size,
            gboolean bold,
            PangoAlignment align,
            const char *text)
{
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (picture->cr);
  PangoFontDescription *font = pango_font_description_from_string (bold ? "Sans Bold" : "Sans");

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text != NULL ? text : "", -1);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (layout, align);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  cairo_move_to (picture->cr, x, y);
  pango_cairo_show_layout (picture->cr, layout);
  pango_font_description_free (font);
}

static void
fill_box (Picture *picture, double x, double y, double width, double height, guint32 rgb)
{
  set_colour (picture, rgb);
  cairo_rectangle (picture->cr, x, y, width, height);
  cairo_fill (picture->cr);
}

static void
draw_header (Picture *picture, FettleServicePoint *shop, guint32 ink)
{
  g_autofree char *now = fettle_language_format_date_time (picture->language, picture->now, picture->zone);

  set_colour (picture, ink);
  write_line (picture, MARGIN, 28, WIDTH * 0.6, 48, TRUE, PANGO_ALIGN_LEFT, shop->name);
  write_line (picture, WIDTH * 0.6, 40, WIDTH * 0.4 - MARGIN, 32, FALSE, PANGO_ALIGN_RIGHT, now);
}

static char *
due_words (Picture *picture, gint64 due)
{
  return due != 0 ? fettle_language_format_due (picture->language, due, picture->now, picture->zone) : g_strdup ("");
}

static void
draw_card (Picture *picture, FettleJobSummary *job, double x, double y, double width)
{
  gboolean late = fettle_job_summary_is_late (job, picture->now);
  g_autofree char *due = due_words (picture, job->promised_due);

  fill_box (picture, x, y, width, CARD_HEIGHT - 10, 0xffffff);
  fill_box (picture, x, y, 6, CARD_HEIGHT - 10, late ? 0xc01c28 : 0x3584e4);
  set_colour (picture, 0x1e1e1e);
  write_line (picture, x + 16, y + 8, width - 24, 20, TRUE, PANGO_ALIGN_LEFT, job->number);
  write_line (picture, x + 16, y + 34, width - 24, 20, FALSE, PANGO_ALIGN_LEFT, job->unit_title);
  set_colour (picture, 0x5e5c64);
  write_line (picture, x + 16, y + 60, width - 24, 18, FALSE, PANGO_ALIGN_LEFT,
              job->technician_name != NULL ? job->technician_name : job->customer_name);
  set_colour (picture, late ? 0xc01c28 : 0x1e1e1e);
  write_line (picture, x + 16, y + 86, width - 24, 18, late, PANGO_ALIGN_LEFT, due);
}

static void
draw_column (Picture *picture, GPtrArray *jobs, FettleStage stage, double x, double width)
{
  const guint fit = (HEIGHT - HEADER - 70 - 40) / CARD_HEIGHT;
  g_autofree char *title = g_strdup_printf ("%s  %u", fettle_words_stage (picture->language, stage), jobs->len);

  set_colour (picture, 0x1e1e1e);
  write_line (picture, x, HEADER, width, 24, TRUE, PANGO_ALIGN_LEFT, title);
  for (guint i = 0; i < jobs->len && i < fit; i++)
    draw_card (picture, jobs->pdata[i], x, HEADER + 44 + i * CARD_HEIGHT, width);
  if (jobs->len > fit)
    {
      g_autofree char *more = g_strdup_printf ("+ %u", jobs->len - fit);

      set_colour (picture, 0x5e5c64);
      write_line (picture, x, HEADER + 44 + fit * CARD_HEIGHT, width, 22, FALSE, PANGO_ALIGN_LEFT, more);
    }
}

static void
draw_staff_board (Picture *picture, FettleServicePoint *shop, GPtrArray *stages)
{
  double width = (WIDTH - 2.0 * MARGIN) / MAX (stages->len, 1);

  fill_box (picture, 0, 0, WIDTH, HEIGHT, 0xf0f0f0);
  draw_header (picture, shop, 0x1e1e1e);
  for (guint i = 0; i < stages->len; i++)
    draw_column (picture, stages->pdata[i], FETTLE_STAGE_RECEIVED + i, MARGIN + i * width, width - 14);
}

static void
draw_public_row (Picture *picture, FettlePublicRow *row, double y)
{
  g_autofree char *position = g_strdup_printf ("%d", row->position);
  g_autofree char *due = row->stage == FETTLE_STAGE_READY ? g_strdup ("") : due_words (picture, row->promised_due);
  guint32 ink = row->stage == FETTLE_STAGE_READY ? 0x8ff0a4 : 0xffffff;

  set_colour (picture, ink);
  write_line (picture, MARGIN, y, 300, 40, TRUE, PANGO_ALIGN_LEFT, row->number);
  write_line (picture, 350, y, 560, 40, FALSE, PANGO_ALIGN_LEFT, row->model);
  write_line (picture, 930, y, 380, 40, FALSE, PANGO_ALIGN_LEFT,
              fettle_words_stage_public (picture->language, row->stage));
  write_line (picture, 1320, y, 80, 40, FALSE, PANGO_ALIGN_RIGHT, position);
  write_line (picture, 1430, y, WIDTH - 1430 - MARGIN, 36, FALSE, PANGO_ALIGN_LEFT, due);
}

static void
draw_titles (Picture *picture)
{
  set_colour (picture, 0xdeddda);
  write_line (picture, MARGIN, HEADER + 8, 300, 26, FALSE, PANGO_ALIGN_LEFT,
              fettle_language_text (picture->language, N_ ("Number")));
  write_line (picture, 350, HEADER + 8, 560, 26, FALSE, PANGO_ALIGN_LEFT,
              fettle_language_text (picture->language, N_ ("Device")));
  write_line (picture, 930, HEADER + 8, 380, 26, FALSE, PANGO_ALIGN_LEFT,
              fettle_language_text (picture->language, N_ ("Where it is")));
  write_line (picture, 1300, HEADER + 8, 100, 26, FALSE, PANGO_ALIGN_RIGHT,
              fettle_language_text (picture->language, N_ ("In line")));
  write_line (picture, 1430, HEADER + 8, WIDTH - 1430 - MARGIN, 26, FALSE, PANGO_ALIGN_LEFT,
              fettle_language_text_context (picture->language, "public board", "Promised"));
}

/* What is ready comes first: somebody may be standing there for it. */
static void
draw_public_board (Picture *picture, FettleServicePoint *shop, GPtrArray *stages)
{
  const guint fit = (HEIGHT - HEADER - 130) / ROW_HEIGHT;
  guint drawn = 0, all = 0;

  fill_box (picture, 0, 0, WIDTH, HEIGHT, 0x000000);
  draw_header (picture, shop, 0xffffff);
  draw_titles (picture);
  for (guint s = stages->len; s > 0; s--)
    {
      g_autoptr (GPtrArray) rows = fettle_public_board_rows (stages->pdata[s - 1]);

      for (guint i = 0; i < rows->len; i++, all++)
        if (drawn < fit)
          draw_public_row (picture, rows->pdata[i], HEADER + 60 + drawn++ * ROW_HEIGHT);
    }
  if (all > drawn)
    {
      g_autofree char *more = g_strdup_printf ("+ %u", all - drawn);

      set_colour (picture, 0xdeddda);
      write_line (picture, MARGIN, HEIGHT - 60, 400, 32, FALSE, PANGO_ALIGN_LEFT, more);
    }
}

/**
 * fettle_board_picture_write:
 * @stages: (element-type GPtrArray): for each open stage in order its jobs, of FettleJobSummary in fair order
 * @public_only: whether only what any customer may see is drawn
 * @path: a PNG
 *
 * Returns: %FALSE with a %FETTLE_PRINT_ERROR where it cannot be written
 */
gboolean
fettle_board_picture_write (FettleServicePoint *shop,
                            GPtrArray *stages,
                            gboolean public_only,
                            FettleLanguage *language,
                            gint64 now,
                            GTimeZone *zone,
                            const char *path,
                            GError **error)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  Picture picture = { cairo_create (surface), language, now, zone };
  cairo_status_t status;

  if (public_only)
    draw_public_board (&picture, shop, stages);
  else
    draw_staff_board (&picture, shop, stages);
  cairo_destroy (picture.cr);
  status = cairo_surface_write_to_png (surface, path);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, FETTLE_PRINT_ERROR, FETTLE_PRINT_ERROR_FAILED, _ ("“%s” could not be written: %s."), path,
               cairo_status_to_string (status));
  return FALSE;
}
