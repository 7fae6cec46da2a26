/* fettle-logo.c: the shop's logo on paper.
 *
 * PNG is the one format that Cairo itself reads; the window that takes a logo in turns others into it. What is in the
 * file came from outside: its size is looked at before Cairo makes room for it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-logo.h"

#include "fettle-print-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_DOTS 8000

/* More than 600 dots an inch at the size of a logo on paper: finer only makes every PDF larger. */
#define WIDE_ENOUGH 1200
#define HIGH_ENOUGH 400

typedef struct
{
  const guint8 *data;
  gsize left;
} Reader;

static cairo_status_t
read_some (void *closure, unsigned char *into, unsigned int length)
{
  Reader *reader = closure;

  if (length > reader->left)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (into, reader->data, length);
  reader->data += length;
  reader->left -= length;
  return CAIRO_STATUS_SUCCESS;
}

static guint32
number_at (const guint8 *data)
{
  return (guint32) data[0] << 24 | (guint32) data[1] << 16 | (guint32) data[2] << 8 | data[3];
}

/* A PNG begins with its signature and a first chunk that holds width and height. */
static gboolean
is_sane (const guint8 *data, gsize length)
{
  static const guint8 begin[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };

  return length > 24 && memcmp (data, begin, sizeof begin) == 0 && number_at (data + 16) - 1 < MOST_DOTS
         && number_at (data + 20) - 1 < MOST_DOTS;
}

static cairo_surface_t *
make_smaller (cairo_surface_t *large)
{
  const double wide = cairo_image_surface_get_width (large);
  const double high = cairo_image_surface_get_height (large);
  const double scale = MIN (WIDE_ENOUGH / wide, HIGH_ENOUGH / high);
  cairo_surface_t *small;
  cairo_t *cr;

  if (scale >= 1)
    return large;
  small
      = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, MAX ((int) (wide * scale), 1), MAX ((int) (high * scale), 1));
  cr = cairo_create (small);
  cairo_scale (cr, cairo_image_surface_get_width (small) / wide, cairo_image_surface_get_height (small) / high);
  cairo_set_source_surface (cr, large, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BEST);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (large);
  return small;
}

/**
 * fettle_logo_read:
 * @png: a PNG picture, at most 8000 dots wide and high
 *
 * A picture larger than paper shows is made smaller.
 *
 * Returns: (transfer full): the picture, or %NULL with %FETTLE_PRINT_ERROR_PICTURE
 */
cairo_surface_t *
fettle_logo_read (GBytes *png, GError **error)
{
  Reader reader;

  reader.data = g_bytes_get_data (png, &reader.left);
  if (is_sane (reader.data, reader.left))
    {
      cairo_surface_t *surface = cairo_image_surface_create_from_png_stream (read_some, &reader);

      if (cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS)
        return make_smaller (surface);
      cairo_surface_destroy (surface);
    }
  g_set_error_literal (error, FETTLE_PRINT_ERROR, FETTLE_PRINT_ERROR_PICTURE,
                       _ ("The logo is not a picture that can be printed. Choose a PNG file of at most 8000 dots."));
  return NULL;
}
