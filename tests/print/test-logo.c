/* test-logo.c: a logo that is no picture, or a bomb, is refused.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "samples.h"

#include "fettle-logo.h"

static void
test_read (void)
{
  g_autoptr (GBytes) png = sample_logo ();
  g_autoptr (GError) error = NULL;
  cairo_surface_t *surface = fettle_logo_read (png, &error);

  g_assert_no_error (error);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 240);
  g_assert_cmpint (cairo_image_surface_get_height (surface), ==, 120);
  cairo_surface_destroy (surface);
}

/* However large the file, what goes into a PDF is no larger than paper can show, in the same proportions. */
static void
test_made_smaller (void)
{
  static const struct
  {
    int width, height, to_width, to_height;
  } cases[] = {
    { 1200, 400, 1200, 400 },
    { 2400, 400, 1200, 200 },
    { 3000, 3000, 400, 400 },
    { 100, 4000, 10, 400 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) png = sample_logo_of (cases[i].width, cases[i].height);
      cairo_surface_t *surface = fettle_logo_read (png, NULL);

      g_assert_cmpint (cairo_image_surface_get_width (surface), ==, cases[i].to_width);
      g_assert_cmpint (cairo_image_surface_get_height (surface), ==, cases[i].to_height);
      cairo_surface_destroy (surface);
    }
}

static void
refuse (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (fettle_logo_read (bytes, &error));
  g_assert_error (error, FETTLE_PRINT_ERROR, FETTLE_PRINT_ERROR_PICTURE);
}

static void
test_no_picture (void)
{
  static const char *const texts[] = { "", "GIF89a", "\x89PNG\r\n\x1a\n", "\xff\xd8\xff\xe0 JPEG JPEG JPEG JPEG" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i], strlen (texts[i]));

      refuse (bytes);
    }
}

/* A file that was cut off anywhere is refused, or read where only its end mark is missing; it is never read past. */
static void
test_cut_off (void)
{
  g_autoptr (GBytes) png = sample_logo ();
  const gsize length = g_bytes_get_size (png);

  for (gsize end = 0; end < length / 2; end += 7)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (png, 0, end);

      refuse (part);
    }
}

static void
test_too_large (void)
{
  static const guint8 sizes[][8] = {
    { 0x00, 0x01, 0x00, 0x00, 0x00, 0x01, 0x00, 0x00 },
    { 0x7f, 0xff, 0xff, 0xff, 0x00, 0x00, 0x00, 0x01 },
    { 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x10 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GBytes) png = sample_logo ();
      gsize length;
      g_autofree guint8 *data = g_memdup2 (g_bytes_get_data (png, &length), g_bytes_get_size (png));
      g_autoptr (GBytes) changed = NULL;

      memcpy (data + 16, sizes[i], 8);
      changed = g_bytes_new (data, length);
      refuse (changed);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/logo/read", test_read);
  g_test_add_func ("/logo/made-smaller", test_made_smaller);
  g_test_add_func ("/logo/no-picture", test_no_picture);
  g_test_add_func ("/logo/cut-off", test_cut_off);
  g_test_add_func ("/logo/too-large", test_too_large);
  return g_test_run ();
}
