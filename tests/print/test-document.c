/* test-document.c: every document on every paper, and what happens when it cannot be written.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "samples.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const FettleDocumentKind kinds[] = { FETTLE_DOCUMENT_JOB_SHEET, FETTLE_DOCUMENT_LABEL, FETTLE_DOCUMENT_RECEIPT };

static void
test_kinds (void)
{
  static const struct
  {
    const char *id;
    FettleDocumentKind kind;
    FettlePaper paper;
  } cases[] = {
    { "job-sheet", FETTLE_DOCUMENT_JOB_SHEET, FETTLE_PAPER_A4 },
    { "label", FETTLE_DOCUMENT_LABEL, FETTLE_PAPER_LABEL },
    { "receipt", FETTLE_DOCUMENT_RECEIPT, FETTLE_PAPER_80MM },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpstr (fettle_document_kind_id (cases[i].kind), ==, cases[i].id);
      g_assert_cmpint (fettle_document_kind_from_id (cases[i].id), ==, cases[i].kind);
      g_assert_cmpint (fettle_document_kind_paper (cases[i].kind), ==, cases[i].paper);
      g_assert_true (fettle_document_kind_takes (cases[i].kind, cases[i].paper));
      g_assert_cmpstr (fettle_document_kind_title (cases[i].kind, fettle_language_get ("en")), !=, "");
    }
  g_assert_cmpint (fettle_document_kind_from_id ("invoice"), ==, FETTLE_DOCUMENT_NONE);
  g_assert_cmpint (fettle_document_kind_from_id (NULL), ==, FETTLE_DOCUMENT_NONE);
  g_assert_false (fettle_document_kind_takes (FETTLE_DOCUMENT_JOB_SHEET, FETTLE_PAPER_LABEL));
}

typedef void (*Check) (FettleDocument *document, FettleDocumentKind kind, SampleKind sample, FettlePaper paper);

static void
for_each (Check check)
{
  for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    for (int paper = FETTLE_PAPER_NONE + 1; paper < FETTLE_N_PAPERS; paper++)
      for (int sample = 0; sample < N_SAMPLES; sample++)
        if (fettle_document_kind_takes (kinds[kind], paper))
          {
            g_autoptr (FettleDocument) document = sample_document (kinds[kind], sample, paper);

            g_test_message ("%s on %s: %s", fettle_document_kind_id (kinds[kind]), fettle_paper_id (paper),
                            sample_name (sample));
            check (document, kinds[kind], sample, paper);
          }
}

/* The ink of each page, by a surface that records it, against the paper less what no printer reaches. */
static void
check_inside (FettleDocument *document, FettleDocumentKind kind, SampleKind sample, FettlePaper paper)
{
  const double edge = paper == FETTLE_PAPER_LABEL ? 3 : 8;
  double width, height;

  fettle_document_page_size (document, &width, &height);
  for (int page = 0; page < fettle_document_n_pages (document); page++)
    {
      cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
      cairo_t *cr = cairo_create (surface);
      double x, y, ink_width, ink_height;

      fettle_document_draw_page (document, cr, page);
      cairo_destroy (cr);
      cairo_recording_surface_ink_extents (surface, &x, &y, &ink_width, &ink_height);
      cairo_surface_destroy (surface);
      g_assert_cmpfloat (ink_width, >, 30);
      g_assert_cmpfloat (x, >=, edge - 1);
      g_assert_cmpfloat (y, >=, edge - 1);
      g_assert_cmpfloat (x + ink_width, <=, width - edge + 1);
      g_assert_cmpfloat (y + ink_height, <=, height - edge + 1);
    }
}

static void
test_inside (void)
{
  for_each (check_inside);
}

static void
check_pages (FettleDocument *document, FettleDocumentKind kind, SampleKind sample, FettlePaper paper)
{
  const int n = fettle_document_n_pages (document);
  const gboolean two_copies = kind == FETTLE_DOCUMENT_JOB_SHEET;

  g_assert_cmpint (fettle_document_get_paper (document), ==, paper);
  if (fettle_paper_size (paper)->height <= 0 || kind == FETTLE_DOCUMENT_LABEL)
    g_assert_cmpint (n, ==, 1);
  else if (sample == SAMPLE_LONG)
    g_assert_cmpint (n, >=, two_copies ? 4 : 2);
  else
    g_assert_cmpint (n, ==, two_copies && paper == FETTLE_PAPER_A5 ? 2 : 1);
  if (two_copies && sample == SAMPLE_LONG && n > 1)
    g_assert_cmpint (n % 2, ==, 0);
}

static void
test_pages (void)
{
  for_each (check_pages);
}

static void
test_other_paper (void)
{
  g_autoptr (FettleDocument) document = sample_document (FETTLE_DOCUMENT_JOB_SHEET, SAMPLE_SHORT, FETTLE_PAPER_LABEL);

  g_assert_cmpint (fettle_document_get_paper (document), ==, FETTLE_PAPER_A4);
  g_assert_cmpstr (fettle_document_get_title (document), ==, "Job sheet 2026-000041");
}

static char *
new_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("fettle-print-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

static int
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  int n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
test_pdf (void)
{
  g_autoptr (FettleDocument) document = sample_document (FETTLE_DOCUMENT_JOB_SHEET, SAMPLE_PLAIN, FETTLE_PAPER_A4);
  g_autofree char *folder = new_folder ();
  g_autofree char *path = g_build_filename (folder, "sheet.pdf", NULL);
  g_autofree char *again = g_build_filename (folder, "link.pdf", NULL);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (fettle_document_write_pdf (document, path, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &content, NULL, &error));
  g_assert_true (g_str_has_prefix (content, "%PDF-"));

  /* Over itself, and through a link, which stays one. */
  g_assert_cmpint (symlink (path, again), ==, 0);
  g_assert_true (fettle_document_write_pdf (document, again, &error));
  g_assert_true (g_file_test (again, G_FILE_TEST_IS_SYMLINK));
  g_assert_cmpint (count_files (folder), ==, 2);
  g_unlink (again);
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_png (void)
{
  static const struct
  {
    SampleKind sample;
    FettlePaper paper;
    double dpi;
    int width, height;
  } cases[] = {
    { SAMPLE_SHORT, FETTLE_PAPER_A4, 96, 794, 1123 },
    { SAMPLE_SHORT, FETTLE_PAPER_A5, 72, 420, 2 * 596 + 8 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FettleDocument) document
          = sample_document (FETTLE_DOCUMENT_JOB_SHEET, cases[i].sample, cases[i].paper);
      g_autofree char *folder = new_folder ();
      g_autofree char *path = g_build_filename (folder, "sheet.png", NULL);
      g_autoptr (GError) error = NULL;
      cairo_surface_t *surface;

      g_assert_true (fettle_document_write_png (document, path, cases[i].dpi, &error));
      g_assert_no_error (error);
      surface = cairo_image_surface_create_from_png (path);
      g_assert_cmpint (cairo_image_surface_get_width (surface), ==, cases[i].width);
      g_assert_cmpint (cairo_image_surface_get_height (surface), ==, cases[i].height);
      cairo_surface_destroy (surface);
      g_unlink (path);
      g_rmdir (folder);
    }
}

/* Forty lines on a roll at 600 dots an inch are higher than any picture may be: it gets fewer dots. */
static void
test_png_too_high (void)
{
  g_autoptr (FettleDocument) document = sample_document (FETTLE_DOCUMENT_JOB_SHEET, SAMPLE_LONG, FETTLE_PAPER_58MM);
  g_autofree char *folder = new_folder ();
  g_autofree char *path = g_build_filename (folder, "sheet.png", NULL);
  g_autoptr (GError) error = NULL;
  cairo_surface_t *surface;

  g_assert_true (fettle_document_write_png (document, path, 1200, &error));
  g_assert_no_error (error);
  surface = cairo_image_surface_create_from_png (path);
  g_assert_cmpint (cairo_image_surface_get_height (surface), <=, 32767);
  g_assert_cmpint (cairo_image_surface_get_height (surface), >, 20000);
  cairo_surface_destroy (surface);
  g_unlink (path);
  g_rmdir (folder);
}

typedef gboolean (*Write) (FettleDocument *document, const char *path, GError **error);

static gboolean
write_png (FettleDocument *document, const char *path, GError **error)
{
  return fettle_document_write_png (document, path, 96, error);
}

static void
test_not_writable (void)
{
  static const Write writes[] = { fettle_document_write_pdf, write_png };
  static const struct
  {
    const char *path;
    FettlePrintError code;
  } cases[] = {
    { "/dev/full", FETTLE_PRINT_ERROR_DISK_FULL },
    { "/nowhere/at/all.pdf", FETTLE_PRINT_ERROR_NOT_WRITABLE },
    { "/proc/fettle.pdf", FETTLE_PRINT_ERROR_NOT_WRITABLE },
    { "/tmp", FETTLE_PRINT_ERROR_NOT_WRITABLE },
    { "/dev/null/sheet.pdf", FETTLE_PRINT_ERROR_NOT_WRITABLE },
  };
  g_autoptr (FettleDocument) document = sample_document (FETTLE_DOCUMENT_RECEIPT, SAMPLE_PLAIN, FETTLE_PAPER_80MM);

  for (guint write = 0; write < G_N_ELEMENTS (writes); write++)
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
      {
        g_autoptr (GError) error = NULL;

        g_assert_false (writes[write](document, cases[i].path, &error));
        g_assert_error (error, FETTLE_PRINT_ERROR, (int) cases[i].code);
        g_assert_nonnull (strstr (error->message, cases[i].path));
      }
  /* The device is still a device. */
  g_assert_false (g_file_test ("/dev/full", G_FILE_TEST_IS_REGULAR));
}

/* A write that fails leaves what was there, and no rest of its own. */
static void
test_failure_leaves_the_old (void)
{
  g_autoptr (FettleDocument) document = sample_document (FETTLE_DOCUMENT_RECEIPT, SAMPLE_PLAIN, FETTLE_PAPER_80MM);
  g_autofree char *folder = new_folder ();
  g_autofree char *path = g_build_filename (folder, "taken.pdf", NULL);
  g_autofree char *inside = g_build_filename (path, "file", NULL);
  g_autoptr (GError) error = NULL;

  /* A folder under the name cannot be moved over, not even by root. */
  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  g_assert_true (g_file_set_contents (inside, "old", -1, NULL));
  g_assert_false (fettle_document_write_pdf (document, path, &error));
  g_assert_error (error, FETTLE_PRINT_ERROR, FETTLE_PRINT_ERROR_NOT_WRITABLE);
  g_assert_true (g_file_test (inside, G_FILE_TEST_EXISTS));
  g_assert_cmpint (count_files (folder), ==, 1);
  g_unlink (inside);
  g_rmdir (path);
  g_rmdir (folder);
}

/* The same data give the same pages: a PDF can be compared byte for byte. */
static void
test_repeatable (void)
{
  g_autofree char *folder = new_folder ();
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  gsize lengths[2];

  for (int i = 0; i < 2; i++)
    {
      g_autoptr (FettleDocument) document
          = sample_document (FETTLE_DOCUMENT_JOB_SHEET, SAMPLE_CHINESE, FETTLE_PAPER_A4);
      g_autofree char *path = g_build_filename (folder, "sheet.pdf", NULL);

      g_assert_true (fettle_document_write_pdf (document, path, NULL));
      g_assert_true (g_file_get_contents (path, i == 0 ? &first : &second, &lengths[i], NULL));
      g_unlink (path);
    }
  g_assert_cmpmem (first, lengths[0], second, lengths[1]);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/kinds", test_kinds);
  g_test_add_func ("/document/inside", test_inside);
  g_test_add_func ("/document/pages", test_pages);
  g_test_add_func ("/document/other-paper", test_other_paper);
  g_test_add_func ("/document/pdf", test_pdf);
  g_test_add_func ("/document/png", test_png);
  g_test_add_func ("/document/png-too-high", test_png_too_high);
  g_test_add_func ("/document/not-writable", test_not_writable);
  g_test_add_func ("/document/failure-leaves-the-old", test_failure_leaves_the_old);
  g_test_add_func ("/document/repeatable", test_repeatable);
  return g_test_run ();
}
