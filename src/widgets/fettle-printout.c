/* fettle-printout.c: one document, of one job or of something else, laid out and ready to be looked at or printed.
 *
 * It asks the desk for the job and the logo, and lays the document out on the paper that the shop has chosen for its
 * kind, in the customer's language. It knows which printer the shop has chosen, too, and writes on the timeline that
 * the paper was printed. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-printout.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "fettle-clock.h"
#include "fettle-desk-contacts.h"
#include "fettle-phrase-facts.h"

struct _FettlePrintout
{
  GObject parent_instance;
  FettleDesk *desk;
  FettleDocumentKind kind;
  FettleJob *job;
  GObject *subject;
  char *number;
  GBytes *logo;
  FettleDocument *document;

  /* Of a letter: what it says, and in which language; NULL is the customer's. */
  char *heading;
  char *body;
  char *language;
};

G_DEFINE_FINAL_TYPE (FettlePrintout, fettle_printout, G_TYPE_OBJECT)

static guint refused_signal;

static void
fettle_printout_finalize (GObject *object)
{
  FettlePrintout *self = FETTLE_PRINTOUT (object);

  g_clear_pointer (&self->document, fettle_document_free);
  g_clear_pointer (&self->logo, g_bytes_unref);
  g_free (self->heading);
  g_free (self->body);
  g_free (self->language);
  g_clear_object (&self->job);
  g_clear_object (&self->subject);
  g_clear_pointer (&self->number, g_free);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (fettle_printout_parent_class)->finalize (object);
}

static void
fettle_printout_class_init (FettlePrintoutClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fettle_printout_finalize;
  refused_signal = g_signal_new ("refused", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
fettle_printout_init (FettlePrintout *self)
{
}

static FettlePaperStyle *
get_style (FettlePrintout *self)
{
  FettleShop *shop = fettle_desk_get_shop (self->desk);

  return shop != NULL ? fettle_shop_paper (shop, fettle_document_kind_id (self->kind)) : NULL;
}

static FettlePaper
choose_paper (FettlePrintout *self)
{
  FettlePaperStyle *style = get_style (self);
  FettlePaper paper = style != NULL ? fettle_paper_from_id (style->paper) : FETTLE_PAPER_NONE;

  return paper != FETTLE_PAPER_NONE && fettle_document_kind_takes (self->kind, paper)
             ? paper
             : fettle_document_kind_paper (self->kind);
}

static const char *
choose_language (FettlePrintout *self)
{
  if (self->language != NULL)
    return self->language;
  if (self->job != NULL && self->job->customer != NULL && self->job->customer->language != NULL)
    return self->job->customer->language;
  return fettle_desk_get_shop (self->desk)->service_point->language;
}

/**
 * fettle_printout_set_paper:
 *
 * Lays the document out anew on another paper, which its kind must take.
 */
void
fettle_printout_set_paper (FettlePrintout *self, FettlePaper paper)
{
  FettleShop *shop = fettle_desk_get_shop (self->desk);
  FettlePaperStyle *style = get_style (self);
  const char *footer = style != NULL ? style->footer : NULL;
  FettleLanguage *language = fettle_language_get (choose_language (self));
  GTimeZone *zone = fettle_desk_get_zone (self->desk);

  g_return_if_fail (fettle_document_kind_takes (self->kind, paper));
  g_clear_pointer (&self->document, fettle_document_free);
  if (self->kind == FETTLE_DOCUMENT_LETTER)
    self->document = fettle_document_new_letter (shop->service_point, self->job, self->heading, self->body, self->logo,
                                                 footer, language, fettle_clock_now (), zone);
  else if (self->job != NULL)
    self->document = fettle_document_new (self->kind, shop->service_point, self->job, self->logo, footer, language,
                                          paper, fettle_clock_now (), zone);
  else
    self->document = fettle_document_new_about (self->kind, shop->service_point, self->number, self->subject,
                                                self->logo, footer, language, paper, fettle_clock_now (), zone);
}

static void
on_logo (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  FettlePrintout *self = g_task_get_task_data (task);

  /* A paper without its logo is still a paper. */
  self->logo = fettle_desk_load_logo_finish (FETTLE_DESK (source), result, NULL);
  if (g_task_return_error_if_cancelled (task))
    return;
  fettle_printout_set_paper (self, choose_paper (self));
  g_task_return_pointer (task, g_object_ref (self), g_object_unref);
}

/* A letter that nobody has written yet says what there most likely is to tell. */
static void
on_phrases (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  FettlePrintout *self = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) books = fettle_desk_finish (FETTLE_DESK (source), result, &error);
  FettlePhraseBook *book = books != NULL ? fettle_desk_pick_phrases (books, choose_language (self)) : NULL;
  g_autoptr (FettleDetails) facts = NULL;

  if (book != NULL)
    {
      facts = fettle_phrase_facts_new (fettle_desk_get_shop (self->desk)->service_point,
                                       fettle_desk_get_person (self->desk));
      fettle_phrase_facts_add_job (facts, self->job, fettle_language_get (book->language),
                                   fettle_desk_get_zone (self->desk));
      self->body = fettle_phrase_book_letter (book, fettle_phrase_situation_of_job (self->job, fettle_clock_now ()),
                                              facts, &self->heading, &error);
    }
  if (self->body == NULL)
    g_task_return_error (task, error);
  else
    fettle_desk_load_logo_async (self->desk, g_task_get_cancellable (task), on_logo, g_object_ref (task));
}

static void
on_job (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  FettlePrintout *self = g_task_get_task_data (task);
  GError *error = NULL;

  self->job = fettle_desk_finish (FETTLE_DESK (source), result, &error);
  if (self->job == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  self->number = g_strdup (self->job->summary->number);
  if (self->kind == FETTLE_DOCUMENT_LETTER && self->body == NULL)
    {
      fettle_desk_load_phrases_async (self->desk, g_task_get_cancellable (task), on_phrases, g_object_ref (task));
      return;
    }
  fettle_desk_load_logo_async (self->desk, g_task_get_cancellable (task), on_logo, g_object_ref (task));
}

/* A task that has the printout as its data, or %NULL where it has failed already. */
static GTask *
begin (FettleDesk *desk,
       const char *document,
       gboolean of_job,
       GCancellable *cancellable,
       GAsyncReadyCallback callback,
       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (desk, cancellable, callback, user_data);
  FettlePrintout *self = g_object_new (FETTLE_TYPE_PRINTOUT, NULL);

  self->desk = g_object_ref (desk);
  self->kind = fettle_document_kind_from_id (document);
  g_task_set_task_data (task, self, g_object_unref);
  if (self->kind != FETTLE_DOCUMENT_NONE && fettle_document_kind_is_of_job (self->kind) == of_job
      && fettle_desk_get_shop (desk) != NULL)
    return g_steal_pointer (&task);
  g_task_return_new_error (task, FETTLE_PRINT_ERROR, FETTLE_PRINT_ERROR_FAILED,
                           _ ("There is no such document to print."));
  return NULL;
}

/**
 * fettle_printout_load_async:
 * @document: of a job: job-sheet, label, receipt, or letter with what there most likely is to tell
 */
void
fettle_printout_load_async (FettleDesk *desk,
                            gint64 job_id,
                            const char *document,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  GTask *task = begin (desk, document, TRUE, cancellable, callback, user_data);

  if (task != NULL)
    fettle_desk_load_job_async (desk, job_id, cancellable, on_job, task);
}

/**
 * fettle_printout_load_letter_async:
 * @heading: (nullable): what it is about
 * @body: what it says
 * @language: (nullable): in which; %NULL is the customer's
 *
 * A letter that somebody wrote.
 */
void
fettle_printout_load_letter_async (FettleDesk *desk,
                                   gint64 job_id,
                                   const char *heading,
                                   const char *body,
                                   const char *language,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  GTask *task = begin (desk, "letter", TRUE, cancellable, callback, user_data);
  FettlePrintout *self;

  if (task == NULL)
    return;
  self = g_task_get_task_data (task);
  self->heading = g_strdup (heading);
  self->body = g_strdup (body);
  self->language = g_strdup (language);
  fettle_desk_load_job_async (desk, job_id, cancellable, on_job, task);
}

/**
 * fettle_printout_load_about_async:
 * @document: one that is of no job
 * @number: what it is named after
 * @subject: what it is made from, of the type that the document asks for
 */
void
fettle_printout_load_about_async (FettleDesk *desk,
                                  const char *document,
                                  const char *number,
                                  gpointer subject,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  GTask *task = begin (desk, document, FALSE, cancellable, callback, user_data);
  FettlePrintout *self;

  if (task == NULL)
    return;
  self = g_task_get_task_data (task);
  self->number = g_strdup (number);
  self->subject = g_object_ref (G_OBJECT (subject));
  fettle_desk_load_logo_async (desk, cancellable, on_logo, task);
}

/**
 * fettle_printout_load_finish:
 *
 * Returns: (transfer full) (nullable): the document
 */
FettlePrintout *
fettle_printout_load_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

FettleDesk *
fettle_printout_get_desk (FettlePrintout *self)
{
  return self->desk;
}

/**
 * fettle_printout_get_document:
 *
 * Returns: (transfer none): the pages; until another paper is set
 */
FettleDocument *
fettle_printout_get_document (FettlePrintout *self)
{
  return self->document;
}

FettleDocumentKind
fettle_printout_get_kind (FettlePrintout *self)
{
  return self->kind;
}

/**
 * fettle_printout_get_job_id:
 *
 * Returns: the row, 0 where it is of no job
 */
gint64
fettle_printout_get_job_id (FettlePrintout *self)
{
  return self->job != NULL ? self->job->summary->id : 0;
}

const char *
fettle_printout_get_number (FettlePrintout *self)
{
  return self->number;
}

/**
 * fettle_printout_get_printer:
 *
 * Returns: (transfer none) (nullable): the queue that the shop has chosen for this kind; %NULL asks with the dialog
 */
const char *
fettle_printout_get_printer (FettlePrintout *self)
{
  FettlePaperStyle *style = get_style (self);

  return style != NULL && style->printer != NULL && *style->printer != '\0' ? style->printer : NULL;
}

int
fettle_printout_get_copies (FettlePrintout *self)
{
  FettlePaperStyle *style = get_style (self);

  return style != NULL ? CLAMP (style->copies, 1, 9) : 1;
}

/**
 * fettle_printout_make_title:
 *
 * Returns: (transfer full): "Job sheet 2026-000017", in the user's language
 */
char *
fettle_printout_make_title (FettlePrintout *self)
{
  return g_strdup_printf ("%s %s", fettle_document_kind_title (self->kind, NULL), self->number);
}

/**
 * fettle_printout_make_file_name:
 *
 * Returns: (transfer full): "job-sheet-2026-000017": what a file of it is called, without its ending
 */
char *
fettle_printout_make_file_name (FettlePrintout *self)
{
  return g_strdup_printf ("%s-%s", fettle_document_kind_id (self->kind), self->number);
}

/**
 * fettle_printout_write_temporary:
 *
 * Returns: (transfer full) (nullable): path of the document as PDF, in a folder of its own
 */
char *
fettle_printout_write_temporary (FettlePrintout *self, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("fettle-print-XXXXXX", error);
  g_autofree char *name = g_strdup_printf ("%s.pdf", self->number);
  g_autofree char *path = folder != NULL ? g_build_filename (folder, name, NULL) : NULL;

  if (path == NULL)
    return NULL;
  if (!fettle_document_write_pdf (self->document, path, error))
    {
      fettle_printout_remove_temporary (path);
      return NULL;
    }
  return g_steal_pointer (&path);
}

/**
 * fettle_printout_remove_temporary:
 * @path: of fettle_printout_write_temporary()
 */
void
fettle_printout_remove_temporary (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_unlink (path);
  g_rmdir (folder);
}

/**
 * fettle_printout_say_printed:
 *
 * Writes on the job's timeline, where there is a job, that a printer has taken the paper.
 */
void
fettle_printout_say_printed (FettlePrintout *self)
{
  if (self->job == NULL)
    return;
  fettle_desk_say_printed_async (self->desk, self->job->summary->id, fettle_document_kind_id (self->kind), NULL, NULL,
                                 NULL);
}

/**
 * fettle_printout_say_refused:
 * @sentence: what to tell the person
 */
void
fettle_printout_say_refused (FettlePrintout *self, const char *sentence)
{
  g_signal_emit (self, refused_signal, 0, sentence);
}
