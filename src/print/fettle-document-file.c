/* fettle-document-file.c: a document as a PDF or a picture in a file.
 *
 * The file is made in memory and then written beside its place and moved there, so that there is never half a PDF under
 * the name. It is not forced to the disk: a paper can be made again, and a desk should not wait. What is no ordinary
 * file (a device, a pipe) is written to as it is: moving a file over it would replace it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-document-private.h"

#include <cairo-pdf.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <math.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* Cairo makes no picture wider or higher. */
#define MOST_DOTS 32000

/* Between the pages of one picture. */
#define SEAM 8

static cairo_status_t
collect (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
set_error (GError **error, const char *path, int number)
{
  g_autofree char *name = g_filename_display_name (path);

  if (number == ENOSPC || number == EDQUOT || number == EFBIG)
    g_set_error (error, FETTLE_PRINT_ERROR, FETTLE_PRINT_ERROR_DISK_FULL,
                 _ ("“%s” could not be written: the disk is full. Make room and try again."), name);
  else if (number == EACCES || number == EPERM || number == EROFS || number == ENOENT || number == ENOTDIR
           || number == EISDIR)
    g_set_error (error, FETTLE_PRINT_ERROR, FETTLE_PRINT_ERROR_NOT_WRITABLE,
                 _ ("“%s” could not be written: %s. Choose another place."), name, g_strerror (number));
  else
    g_set_error (error, FETTLE_PRINT_ERROR, FETTLE_PRINT_ERROR_FAILED, _ ("“%s” could not be written: %s."), name,
                 g_strerror (number));
}

static gboolean
write_all (int file, const guint8 *data, gsize length)
{
  while (length > 0)
    {
      const gssize written = write (file, data, length);

      if (written < 0 && errno == EINTR)
        continue;
      if (written <= 0)
        return FALSE;
      data += written;
      length -= (gsize) written;
    }
  return TRUE;
}

static gboolean
write_and_close (int file, GByteArray *content)
{
  const gboolean written = write_all (file, content->data, content->len);
  const int number = errno;

  if (close (file) != 0 && written)
    return FALSE;
  errno = number;
  return written;
}

static gboolean
write_to_device (const char *path, GByteArray *content, GError **error)
{
  const int file = g_open (path, O_WRONLY | O_CLOEXEC, 0);

  if (file >= 0 && write_and_close (file, content))
    return TRUE;
  set_error (error, path, errno);
  return FALSE;
}

static gboolean
write_beside_and_move (const char *path, GByteArray *content, GError **error)
{
  g_autofree char *beside = g_strconcat (path, ".XXXXXX", NULL);
  const int file = g_mkstemp_full (beside, O_WRONLY | O_CLOEXEC, 0666);

  if (file >= 0 && write_and_close (file, content) && g_rename (beside, path) == 0)
    return TRUE;
  set_error (error, path, errno);
  if (file >= 0)
    g_unlink (beside);
  return FALSE;
}

static gboolean
write_content (const char *path, GByteArray *content, GError **error)
{
  GStatBuf about;
  g_autofree char *target = NULL;
  char *real;

  if (g_stat (path, &about) != 0)
    return write_beside_and_move (path, content, error);
  if (!S_ISREG (about.st_mode))
    return write_to_device (path, content, error);
  /* The file that a link names, not the link. */
  real = realpath (path, NULL);
  target = g_strdup (real != NULL ? real : path);
  free (real);
  return write_beside_and_move (target, content, error);
}

static char *
pdf_date (FettleDocument *self)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (self->now / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_timezone (utc, self->zone) : NULL;

  return local != NULL ? g_date_time_format (local, "%Y-%m-%dT%H:%M:%S%:z") : NULL;
}

static gboolean
finish_surface (cairo_surface_t *surface, const char *path, GError **error)
{
  cairo_status_t status;

  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, FETTLE_PRINT_ERROR, FETTLE_PRINT_ERROR_FAILED, _ ("“%s” could not be drawn: %s."), path,
               cairo_status_to_string (status));
  return FALSE;
}

/**
 * fettle_document_write_pdf:
 * @path: an existing file is replaced
 *
 * Writes the document as PDF with its fonts inside, the shop as author and now as its date.
 *
 * Returns: whether it was written; else an error of %FETTLE_PRINT_ERROR, and what was at @path is as it was
 */
gboolean
fettle_document_write_pdf (FettleDocument *self, const char *path, GError **error)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();
  g_autofree char *date = pdf_date (self);
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (collect, content, self->width, self->height);
  cairo_t *cr = cairo_create (surface);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, self->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, self->author);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Fettle");
  if (date != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
  for (int page = 0; page < self->n_pages; page++)
    {
      fettle_document_draw_page (self, cr, page);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  return finish_surface (surface, path, error) && write_content (path, content, error);
}

/**
 * fettle_document_write_png:
 * @path: an existing file is replaced
 * @dpi: dots to an inch; fewer where the picture would be larger than Cairo can make
 *
 * Writes the document as one picture, its pages one under the other with a grey seam between.
 *
 * Returns: whether it was written; else an error of %FETTLE_PRINT_ERROR, and what was at @path is as it was
 */
gboolean
fettle_document_write_png (FettleDocument *self, const char *path, double dpi, GError **error)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();
  const double seams = (self->n_pages - 1) * SEAM;
  const double scale = MIN (dpi / 72, (MOST_DOTS - seams) / (self->height * self->n_pages));
  const double page_height = ceil (self->height * scale);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (self->width * scale),
                                                         (int) (page_height * self->n_pages + seams));
  cairo_t *cr = cairo_create (surface);
  gboolean done;

  cairo_set_source_rgb (cr, 0.6, 0.6, 0.6);
  cairo_paint (cr);
  for (int page = 0; page < self->n_pages; page++)
    {
      cairo_save (cr);
      cairo_translate (cr, 0, page * (page_height + SEAM));
      cairo_rectangle (cr, 0, 0, ceil (self->width * scale), page_height);
      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_fill (cr);
      cairo_scale (cr, scale, scale);
      fettle_document_draw_page (self, cr, page);
      cairo_restore (cr);
    }
  cairo_destroy (cr);
  done = cairo_surface_write_to_png_stream (surface, collect, content) == CAIRO_STATUS_SUCCESS;
  if (!done)
    g_set_error (error, FETTLE_PRINT_ERROR, FETTLE_PRINT_ERROR_TOO_LARGE,
                 _ ("A picture with %.0f dots to an inch cannot be made. Choose fewer."), dpi);
  cairo_surface_destroy (surface);
  return done && write_content (path, content, error);
}
