/* fettle-ctl-print.c: the commands that draw: print and board.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "fettle-board-picture.h"
#include "fettle-board-store.h"
#include "fettle-clock.h"
#include "fettle-ctl.h"
#include "fettle-document.h"
#include "fettle-job-store.h"
#include "fettle-language.h"

/* Of a picture of a page: fine enough for a barcode reader. */
#define DOTS_PER_INCH 150

/* As many cards as a board of any use can show. */
#define PER_COLUMN 1000

typedef struct
{
  FettleDocumentKind kind;
  FettlePaper paper;
  char *output;
  char *paper_id;
  char *language;
} PrintOptions;

static void
print_options_clear (PrintOptions *options)
{
  g_free (options->output);
  g_free (options->paper_id);
  g_free (options->language);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PrintOptions, print_options_clear)

static gboolean
check_print_options (PrintOptions *options, const char *kind)
{
  g_auto (GStrv) languages = fettle_language_list_codes ();

  options->kind = fettle_document_kind_from_id (kind);
  options->paper = fettle_paper_from_id (options->paper_id);
  if (options->kind == FETTLE_DOCUMENT_NONE)
    fettle_ctl_misuse (_ ("print: “%s” is not a document; there are job-sheet, label and receipt."), kind);
  else if (options->output == NULL)
    fettle_ctl_misuse (_ ("print: say where to: --output FILE.pdf or FILE.png."));
  else if (!g_str_has_suffix (options->output, ".pdf") && !g_str_has_suffix (options->output, ".png"))
    fettle_ctl_misuse (_ ("print: the name of the file ends in .pdf or .png."));
  else if (options->paper_id != NULL && options->paper == FETTLE_PAPER_NONE)
    fettle_ctl_misuse (_ ("print: “%s” is not a paper; there are a4, a5, 80mm, 58mm and label."), options->paper_id);
  else if (options->paper != FETTLE_PAPER_NONE && !fettle_document_kind_takes (options->kind, options->paper))
    fettle_ctl_misuse (_ ("print: a %s is not printed on %s."), kind, options->paper_id);
  else if (options->language != NULL && !g_strv_contains ((const char *const *) languages, options->language))
    fettle_ctl_misuse (_ ("print: “%s” is not a language of Fettle; choose en or zh_CN."), options->language);
  else
    return TRUE;
  return FALSE;
}

static FettleLanguage *
language_of (FettleCtl *ctl, PrintOptions *options, FettleJob *job)
{
  const char *code = options->language;

  if (code == NULL && job->customer != NULL)
    code = job->customer->language;
  return fettle_language_get (code != NULL ? code : ctl->shop->service_point->language);
}

static FettleDocument *
make_document (FettleCtl *ctl, PrintOptions *options, FettleJob *job, GError **error)
{
  FettlePaperStyle *style = fettle_shop_paper (ctl->shop, fettle_document_kind_id (options->kind));
  FettlePaper paper = options->paper;
  g_autoptr (GBytes) logo = fettle_setup_store_load_logo (ctl->connection, NULL);

  if (paper == FETTLE_PAPER_NONE && style != NULL)
    paper = fettle_paper_from_id (style->paper);
  if (paper == FETTLE_PAPER_NONE)
    paper = fettle_document_kind_paper (options->kind);
  return fettle_document_new (options->kind, ctl->shop->service_point, job, logo, style != NULL ? style->footer : NULL,
                              language_of (ctl, options, job), paper, fettle_clock_now (), ctl->zone);
}

int
fettle_ctl_print (FettleCtl *ctl, int argc, char **argv)
{
  g_auto (PrintOptions) options = { FETTLE_DOCUMENT_NONE };
  const GOptionEntry entries[] = {
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &options.output, NULL, NULL },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &options.paper_id, NULL, NULL },
    { "language", 0, 0, G_OPTION_ARG_STRING, &options.language, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleJob) job = NULL;
  g_autoptr (FettleDocument) document = NULL;
  gint64 job_id;
  gboolean written;

  if (!fettle_ctl_parse (ctl, "print", entries, &argc, &argv, 2, 2) || !check_print_options (&options, argv[1]))
    return FETTLE_CTL_USAGE;
  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING) || (job_id = fettle_ctl_find_job (ctl, argv[2])) == 0)
    return FETTLE_CTL_FAILED;
  job = fettle_job_store_load (ctl->connection, job_id, &error);
  if (job == NULL)
    return fettle_ctl_fail (error);
  document = make_document (ctl, &options, job, &error);
  if (g_str_has_suffix (options.output, ".pdf"))
    written = fettle_document_write_pdf (document, options.output, &error);
  else
    written = fettle_document_write_png (document, options.output, DOTS_PER_INCH, &error);
  return written ? FETTLE_CTL_OK : fettle_ctl_fail (error);
}

static gboolean
write_board_json (FettleCtl *ctl, GPtrArray *columns, const char *path, gboolean public_only, GError **error)
{
  g_autoptr (JsonNode) node = fettle_ctl_board_to_json (ctl, columns, public_only);
  g_autofree char *text = json_to_string (node, FALSE);
  g_autofree char *line = g_strconcat (text, "\n", NULL);

  return g_file_set_contents (path, line, -1, error);
}

static gboolean
write_board_picture (FettleCtl *ctl, GPtrArray *columns, const char *path, gboolean public_only, GError **error)
{
  FettleServicePoint *point = ctl->shop->service_point;
  const char *code = public_only && point->public_language != NULL ? point->public_language : point->language;
  g_autoptr (GPtrArray) stages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < columns->len; i++)
    g_ptr_array_add (stages, g_ptr_array_ref (((FettleBoardColumn *) columns->pdata[i])->jobs));
  return fettle_board_picture_write (point, stages, public_only, fettle_language_get (code), fettle_clock_now (),
                                     ctl->zone, path, error);
}

int
fettle_ctl_board (FettleCtl *ctl, int argc, char **argv)
{
  g_autofree char *output = NULL;
  gboolean public_only = FALSE;
  const GOptionEntry entries[] = {
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &output, NULL, NULL },
    { "public", 0, 0, G_OPTION_ARG_NONE, &public_only, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) columns = NULL;
  gboolean written;

  if (!fettle_ctl_parse (ctl, "board", entries, &argc, &argv, 0, 0))
    return FETTLE_CTL_USAGE;
  if (output == NULL || (!g_str_has_suffix (output, ".png") && !g_str_has_suffix (output, ".json")))
    return fettle_ctl_misuse (_ ("board: say where to: --output FILE.png or FILE.json."));
  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING))
    return FETTLE_CTL_FAILED;
  columns = fettle_board_store_load (ctl->connection, 0, NULL, PER_COLUMN, &error);
  if (columns == NULL)
    return fettle_ctl_fail (error);
  if (g_str_has_suffix (output, ".json"))
    written = write_board_json (ctl, columns, output, public_only, &error);
  else
    written = write_board_picture (ctl, columns, output, public_only, &error);
  return written ? FETTLE_CTL_OK : fettle_ctl_fail (error);
}
