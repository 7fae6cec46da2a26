/* fettle-ctl-print.c: the commands that draw: print and board.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "fettle-attention-store.h"
#include "fettle-board-picture.h"
#include "fettle-board-store.h"
#include "fettle-clock.h"
#include "fettle-ctl.h"
#include "fettle-day-paper.h"
#include "fettle-document.h"
#include "fettle-job-store.h"
#include "fettle-language.h"
#include "fettle-phrase-facts.h"
#include "fettle-phrase-store.h"
#include "fettle-queue-store.h"

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
  char *situation;
  char *by;
} PrintOptions;

static void
print_options_clear (PrintOptions *options)
{
  g_free (options->output);
  g_free (options->paper_id);
  g_free (options->language);
  g_free (options->situation);
  g_free (options->by);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PrintOptions, print_options_clear)

/**
 * fettle_ctl_check_output:
 * @output: (nullable): a file's name
 *
 * Returns: %FALSE after a sentence where a document cannot be written to a file of that name
 */
gboolean
fettle_ctl_check_output (const char *command, const char *output)
{
  if (output == NULL)
    fettle_ctl_misuse (_ ("%s: say where to: --output FILE.pdf or FILE.png."), command);
  else if (!g_str_has_suffix (output, ".pdf") && !g_str_has_suffix (output, ".png"))
    fettle_ctl_misuse (_ ("%s: the name of the file ends in .pdf or .png."), command);
  else
    return TRUE;
  return FALSE;
}

static gboolean
check_print_options (PrintOptions *options, const char *kind)
{
  g_auto (GStrv) languages = fettle_language_list_codes ();

  options->kind = fettle_document_kind_from_id (kind);
  options->paper = fettle_paper_from_id (options->paper_id);
  if (options->kind == FETTLE_DOCUMENT_NONE)
    fettle_ctl_misuse (
        _ ("print: “%s” is not a document; there are job-sheet, label, receipt, letter, ticket, queue-day, "
           "measures and day."),
        kind);
  else if (!fettle_ctl_check_output ("print", options->output))
    return FALSE;
  else if (options->paper_id != NULL && options->paper == FETTLE_PAPER_NONE)
    fettle_ctl_misuse (_ ("print: “%s” is not a paper; there are a4, a5, 80mm, 58mm and label."), options->paper_id);
  else if (options->paper != FETTLE_PAPER_NONE && !fettle_document_kind_takes (options->kind, options->paper))
    fettle_ctl_misuse (_ ("print: a %s is not printed on %s."), kind, options->paper_id);
  else if (options->language != NULL && !g_strv_contains ((const char *const *) languages, options->language))
    fettle_ctl_misuse (_ ("print: “%s” is not a language of Fettle; choose en or zh_CN."), options->language);
  else if (options->situation != NULL && !g_strv_contains (fettle_phrase_situation_ids (), options->situation))
    fettle_ctl_misuse (_ ("print: “%s” is not a situation; phrase list shows them."), options->situation);
  else
    return TRUE;
  return FALSE;
}

static FettlePaper
paper_of (FettleCtl *ctl, FettleDocumentKind kind, FettlePaper paper)
{
  FettlePaperStyle *style = fettle_shop_paper (ctl->shop, fettle_document_kind_id (kind));

  if (paper == FETTLE_PAPER_NONE && style != NULL)
    paper = fettle_paper_from_id (style->paper);
  return paper != FETTLE_PAPER_NONE ? paper : fettle_document_kind_paper (kind);
}

static const char *
footer_of (FettleCtl *ctl, FettleDocumentKind kind)
{
  FettlePaperStyle *style = fettle_shop_paper (ctl->shop, fettle_document_kind_id (kind));

  return style != NULL ? style->footer : NULL;
}

static FettleDocument *
make_of_job (FettleCtl *ctl, PrintOptions *options, const char *number)
{
  g_autoptr (GBytes) logo = fettle_setup_store_load_logo (ctl->connection, NULL);
  g_autoptr (GError) error = NULL;
  gint64 job_id = fettle_ctl_find_job (ctl, number);
  g_autoptr (FettleJob) job = job_id != 0 ? fettle_job_store_load (ctl->connection, job_id, &error) : NULL;
  const char *code = options->language;

  if (error != NULL)
    fettle_ctl_fail (error);
  if (job == NULL)
    return NULL;
  if (code == NULL && job->customer != NULL)
    code = job->customer->language;
  return fettle_document_new (options->kind, ctl->shop->service_point, job, logo, footer_of (ctl, options->kind),
                              fettle_language_get (code != NULL ? code : ctl->shop->service_point->language),
                              paper_of (ctl, options->kind, options->paper), fettle_clock_now (), ctl->zone);
}

/* What there is to tell about the job, or what was asked for, in the customer's language. */
static FettleDocument *
make_letter (FettleCtl *ctl, PrintOptions *options, const char *number)
{
  g_autoptr (GBytes) logo = fettle_setup_store_load_logo (ctl->connection, NULL);
  g_autoptr (GError) error = NULL;
  gint64 job_id = fettle_ctl_find_job (ctl, number);
  g_autoptr (FettleJob) job = job_id != 0 ? fettle_job_store_load (ctl->connection, job_id, &error) : NULL;
  FettleServicePoint *shop = ctl->shop->service_point;
  const char *code = options->language;
  g_autoptr (FettlePhraseBook) book = NULL;
  g_autoptr (FettleDetails) facts = NULL;
  g_autofree char *heading = NULL;
  g_autofree char *body = NULL;

  if (code == NULL && job != NULL && job->customer != NULL)
    code = job->customer->language;
  if (job != NULL)
    book = fettle_phrase_store_load (ctl->connection, code != NULL ? code : shop->language, &error);
  if (book != NULL)
    {
      facts = fettle_phrase_facts_new (shop, options->by != NULL ? options->by : job->summary->technician_name);
      fettle_phrase_facts_add_job (facts, job, fettle_language_get (book->language), ctl->zone);
      body = fettle_phrase_book_letter (book,
                                        options->situation != NULL
                                            ? options->situation
                                            : fettle_phrase_situation_of_job (job, fettle_clock_now ()),
                                        facts, &heading, &error);
    }
  if (error != NULL)
    fettle_ctl_fail (error);
  if (body == NULL)
    return NULL;
  return fettle_document_new_letter (shop, job, heading, body, logo, footer_of (ctl, options->kind),
                                     fettle_language_get (book->language), fettle_clock_now (), ctl->zone);
}

static int
write_document (FettleDocument *document, const char *output)
{
  g_autoptr (GError) error = NULL;
  gboolean written;

  if (g_str_has_suffix (output, ".pdf"))
    written = fettle_document_write_pdf (document, output, &error);
  else
    written = fettle_document_write_png (document, output, DOTS_PER_INCH, &error);
  return written ? FETTLE_CTL_OK : fettle_ctl_fail (error);
}

static FettleDocument *
make_about (FettleCtl *ctl, FettleDocumentKind kind, const char *number, gpointer subject, PrintOptions *options)
{
  g_autoptr (GBytes) logo = fettle_setup_store_load_logo (ctl->connection, NULL);
  const char *code = options->language != NULL ? options->language : ctl->shop->service_point->language;

  return fettle_document_new_about (kind, ctl->shop->service_point, number, subject, logo, footer_of (ctl, kind),
                                    fettle_language_get (code), paper_of (ctl, kind, options->paper),
                                    fettle_clock_now (), ctl->zone);
}

/**
 * fettle_ctl_draw_about:
 * @number: what it is named after
 * @subject: what it is made from
 * @output: a name that fettle_ctl_check_output() has seen
 *
 * Draws a document that is of no job, on the shop's paper and in its language.
 *
 * Returns: the exit code
 */
int
fettle_ctl_draw_about (FettleCtl *ctl,
                       FettleDocumentKind kind,
                       const char *number,
                       gpointer subject,
                       const char *output)
{
  PrintOptions options = { kind };
  g_autoptr (FettleDocument) document = make_about (ctl, kind, number, subject, &options);

  return write_document (document, output);
}

static FettleDocument *
make_ticket (FettleCtl *ctl, PrintOptions *options, const char *number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleQueue) queue = NULL;
  gint64 id = fettle_queue_store_find (ctl->connection, number, NULL, &error);
  FettleTicket *ticket = NULL;

  if (id != 0)
    queue = fettle_queue_store_load (ctl->connection, NULL, &error);
  if (queue != NULL)
    ticket = fettle_queue_find (queue, id);
  if (ticket != NULL)
    return make_about (ctl, options->kind, ticket->number, ticket, options);
  fettle_ctl_fail (error);
  return NULL;
}

static FettleDocument *
make_queue_day (FettleCtl *ctl, PrintOptions *options, const char *day)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleQueueReport) report
      = fettle_queue_store_report (ctl->connection, g_str_equal (day, "today") ? NULL : day, &error);

  if (report != NULL)
    return make_about (ctl, options->kind, report->day, report, options);
  fettle_ctl_fail (error);
  return NULL;
}

/* What waits at this moment. */
static FettleDocument *
make_day (FettleCtl *ctl, PrintOptions *options)
{
  const char *code = options->language != NULL ? options->language : ctl->shop->service_point->language;
  g_autoptr (FettleCalendar) calendar = fettle_shop_make_calendar (ctl->shop);
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleAttentionList) list = fettle_attention_store_list (ctl->connection, 0, FALSE, 0, &error);
  g_autoptr (FettleDayPaper) page = NULL;

  if (list == NULL)
    {
      fettle_ctl_fail (error);
      return NULL;
    }
  page = fettle_day_paper_make (list->items, list->n_snoozed, fettle_language_get (code), list->made_at, calendar);
  return make_about (ctl, options->kind, page->day, page, options);
}

/* What the kind is named after: a job's number, a ticket's of today, a day; nothing for the page of this moment. */
static FettleDocument *
make_document (FettleCtl *ctl, PrintOptions *options, const char *number)
{
  if (options->kind == FETTLE_DOCUMENT_DAY)
    return make_day (ctl, options);
  if (options->kind == FETTLE_DOCUMENT_TICKET)
    return make_ticket (ctl, options, number);
  if (options->kind == FETTLE_DOCUMENT_LETTER)
    return make_letter (ctl, options, number);
  if (options->kind == FETTLE_DOCUMENT_QUEUE_DAY)
    return make_queue_day (ctl, options, number);
  return make_of_job (ctl, options, number);
}

/* A page about no single thing has no number. */
static gboolean
is_about (int argc, char **argv, const char *kind)
{
  for (int i = 1; i < argc; i++)
    if (g_str_equal (argv[i], kind))
      return TRUE;
  return FALSE;
}

int
fettle_ctl_print (FettleCtl *ctl, int argc, char **argv)
{
  g_auto (PrintOptions) options = { FETTLE_DOCUMENT_NONE };
  const GOptionEntry entries[] = {
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &options.output, NULL, NULL },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &options.paper_id, NULL, NULL },
    { "language", 0, 0, G_OPTION_ARG_STRING, &options.language, NULL, NULL },
    { "situation", 0, 0, G_OPTION_ARG_STRING, &options.situation, NULL, NULL },
    { "by", 0, 0, G_OPTION_ARG_STRING, &options.by, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleDocument) document = NULL;

  if (is_about (argc, argv, "measures"))
    return fettle_ctl_print_measures (ctl, argc, argv);
  if (!fettle_ctl_parse (ctl, "print", entries, &argc, &argv, 1, 2) || !check_print_options (&options, argv[1]))
    return FETTLE_CTL_USAGE;
  if (options.kind != FETTLE_DOCUMENT_DAY && argc < 3)
    return fettle_ctl_misuse (_ ("print: say of which job, ticket or day."));
  if (options.kind == FETTLE_DOCUMENT_DAY && argc > 2)
    return fettle_ctl_misuse (_ ("print: the day is that of --at, or today; no number is needed."));
  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING) || (document = make_document (ctl, &options, argv[2])) == NULL)
    return FETTLE_CTL_FAILED;
  return write_document (document, options.output);
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
