/* fettle-print-queue.c: sends a document straight to a queue of CUPS.
 *
 * GtkPrintOperation cannot be trusted with a printer's name alone (it crashes with a known one and takes another queue
 * for an unknown one), so the queue is looked for among the printers and is given the PDF as it is. One task: find the
 * queue, ask it for its details, hand over the file, and look for some seconds what becomes of it: a queue may take a
 * file that its printer then refuses. It succeeds when the file was printed or still waits its turn. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-print-queue.h"

#include <glib/gi18n.h>
#include <gtk/gtkunixprint.h>

/* A server that does not answer is not waited for longer than this. */
#define PATIENCE_SECONDS 20

/* How long the printer has to refuse what its queue has taken. */
#define AFTERWARDS_SECONDS 3

typedef struct
{
  FettlePrintout *printout;
  char *queue;
  GtkPrinter *printer;
  GtkPrintJob *job;
  char *path;
  guint patience;
  gulong details_handler;
  gulong status_handler;
  gboolean is_over;
} Sending;

static void
sending_free (Sending *sending)
{
  if (sending->path != NULL)
    fettle_printout_remove_temporary (sending->path);
  g_clear_handle_id (&sending->patience, g_source_remove);
  g_free (sending->path);
  g_free (sending->queue);
  g_clear_signal_handler (&sending->details_handler, sending->printer);
  g_clear_signal_handler (&sending->status_handler, sending->job);
  g_clear_object (&sending->printer);
  g_clear_object (&sending->job);
  g_object_unref (sending->printout);
  g_free (sending);
}

/* The task is answered once; what the printing system says later is not listened to. FALSE where it is over already. */
static gboolean
end (Sending *sending)
{
  if (sending->is_over)
    return FALSE;
  sending->is_over = TRUE;
  g_clear_handle_id (&sending->patience, g_source_remove);
  g_clear_signal_handler (&sending->details_handler, sending->printer);
  g_clear_signal_handler (&sending->status_handler, sending->job);
  return TRUE;
}

static void
fail (GTask *task, char *sentence)
{
  if (end (g_task_get_task_data (task)))
    g_task_return_new_error (task, FETTLE_PRINT_ERROR, FETTLE_PRINT_ERROR_FAILED, "%s", sentence);
  g_free (sentence);
}

static void
fail_silent (GTask *task)
{
  Sending *sending = g_task_get_task_data (task);

  fail (task, g_strdup_printf (_ ("The printer “%s” does not answer. Nothing is lost; print it again when it does."),
                               sending->queue));
}

static char *
make_refusal (const char *queue)
{
  return g_strdup_printf (
      _ ("The printer “%s” could not print it: look whether it has the right paper. Nothing is lost; "
         "print it again."),
      queue);
}

/* What is still listened to when the task is over; it keeps nobody alive, as a printer may take its time. */
typedef struct
{
  GWeakRef printout;
  char *queue;
} Watch;

static void
watch_free (gpointer data, GClosure *closure)
{
  Watch *watch = data;

  g_weak_ref_clear (&watch->printout);
  g_free (watch->queue);
  g_free (watch);
}

static void
on_late_status (GtkPrintJob *job, gpointer data)
{
  Watch *watch = data;
  g_autoptr (FettlePrintout) printout = g_weak_ref_get (&watch->printout);
  g_autofree char *sentence = make_refusal (watch->queue);

  if (printout != NULL && gtk_print_job_get_status (job) == GTK_PRINT_STATUS_FINISHED_ABORTED)
    fettle_printout_say_refused (printout, sentence);
}

static void
succeed (GTask *task)
{
  Sending *sending = g_task_get_task_data (task);
  Watch *watch;

  if (!end (sending))
    return;
  watch = g_new0 (Watch, 1);
  g_weak_ref_init (&watch->printout, sending->printout);
  watch->queue = g_strdup (sending->queue);
  g_signal_connect_data (sending->job, "status-changed", G_CALLBACK (on_late_status), watch, watch_free, 0);
  g_task_return_boolean (task, TRUE);
}

static gboolean
on_afterwards_over (gpointer data)
{
  ((Sending *) g_task_get_task_data (data))->patience = 0;
  succeed (data);
  return G_SOURCE_REMOVE;
}

static void
on_status (GtkPrintJob *job, gpointer data)
{
  g_autoptr (GTask) task = g_object_ref (data);
  Sending *sending = g_task_get_task_data (task);

  if (gtk_print_job_get_status (job) == GTK_PRINT_STATUS_FINISHED)
    succeed (task);
  else if (gtk_print_job_get_status (job) == GTK_PRINT_STATUS_FINISHED_ABORTED)
    fail (task, make_refusal (sending->queue));
}

static void
on_sent (GtkPrintJob *job, gpointer data, const GError *error)
{
  g_autoptr (GTask) task = data;
  Sending *sending = g_task_get_task_data (task);

  if (sending->is_over)
    return;
  if (error != NULL)
    {
      /* Translators: a printer, and what the printing system says. */
      fail (task, g_strdup_printf (_ ("The printer “%s” did not take it (%s). Nothing is lost; print it again."),
                                   sending->queue, error->message));
      return;
    }
  g_clear_handle_id (&sending->patience, g_source_remove);
  sending->patience = g_timeout_add_seconds_full (G_PRIORITY_DEFAULT, AFTERWARDS_SECONDS, on_afterwards_over,
                                                  g_object_ref (task), g_object_unref);
}

static void
send_file (GTask *task)
{
  Sending *sending = g_task_get_task_data (task);
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();
  g_autoptr (GtkPageSetup) setup
      = fettle_print_queue_make_page_setup (fettle_printout_get_document (sending->printout));
  g_autofree char *title = fettle_printout_make_title (sending->printout);
  GError *error = NULL;

  if (sending->is_over)
    return;
  sending->path = fettle_printout_write_temporary (sending->printout, &error);
  gtk_print_settings_set_n_copies (settings, fettle_printout_get_copies (sending->printout));
  gtk_print_settings_set_paper_size (settings, gtk_page_setup_get_paper_size (setup));
  sending->job = gtk_print_job_new (title, sending->printer, settings, setup);
  if (sending->path == NULL || !gtk_print_job_set_source_file (sending->job, sending->path, &error))
    {
      end (sending);
      g_task_return_error (task, error);
      return;
    }
  gtk_print_job_set_track_print_status (sending->job, TRUE);
  sending->status_handler = g_signal_connect_data (sending->job, "status-changed", G_CALLBACK (on_status),
                                                   g_object_ref (task), (GClosureNotify) (void *) g_object_unref, 0);
  gtk_print_job_send (sending->job, on_sent, g_object_ref (task), NULL);
}

static void
on_details (GtkPrinter *printer, gboolean success, gpointer data)
{
  g_autoptr (GTask) task = g_object_ref (data);
  Sending *sending = g_task_get_task_data (task);

  g_clear_signal_handler (&sending->details_handler, printer);
  if (success)
    send_file (task);
  else
    fail_silent (task);
}

static void
use_printer (GTask *task)
{
  Sending *sending = g_task_get_task_data (task);

  if (!gtk_printer_is_accepting_jobs (sending->printer))
    fail (task,
          g_strdup_printf (_ ("The printer “%s” takes no work at the moment. Nothing is lost; print it again when "
                              "it does."),
                           sending->queue));
  else if (gtk_printer_has_details (sending->printer))
    send_file (task);
  else
    {
      sending->details_handler
          = g_signal_connect_data (sending->printer, "details-acquired", G_CALLBACK (on_details), g_object_ref (task),
                                   (GClosureNotify) (void *) g_object_unref, 0);
      gtk_printer_request_details (sending->printer);
    }
}

static gboolean
on_printer (GtkPrinter *printer, gpointer data)
{
  Sending *sending = g_task_get_task_data (data);

  if (sending->printer == NULL && g_strcmp0 (gtk_printer_get_name (printer), sending->queue) == 0)
    sending->printer = g_object_ref (printer);
  /* Looking on to the end: a search that is stopped halfway is torn down while it is still in use. */
  return FALSE;
}

static gboolean
on_listed (gpointer data)
{
  GTask *task = data;
  Sending *sending = g_task_get_task_data (task);

  if (!sending->is_over && sending->printer == NULL)
    fail (task,
          g_strdup_printf (_ ("There is no printer “%s” here. Choose another in Setup, or print with the dialog."),
                           sending->queue));
  else if (!sending->is_over)
    use_printer (task);
  return G_SOURCE_REMOVE;
}

/* The search is over. It is left before anything else is asked of the printing system. */
static void
on_search_over (gpointer data)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, on_listed, data, g_object_unref);
}

static gboolean
on_patience_over (gpointer data)
{
  ((Sending *) g_task_get_task_data (data))->patience = 0;
  fail_silent (data);
  return G_SOURCE_REMOVE;
}

/**
 * fettle_print_queue_make_page_setup:
 *
 * Returns: (transfer full): the document's own paper, without margins: they are in the pages
 */
GtkPageSetup *
fettle_print_queue_make_page_setup (FettleDocument *document)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  FettlePaper paper = fettle_document_get_paper (document);
  GtkPaperSize *size;
  double width, height;

  fettle_document_page_size (document, &width, &height);
  if (paper == FETTLE_PAPER_A4)
    size = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  else if (paper == FETTLE_PAPER_A5)
    size = gtk_paper_size_new (GTK_PAPER_NAME_A5);
  else
    size = gtk_paper_size_new_custom (fettle_paper_id (paper), fettle_paper_id (paper), width, height, GTK_UNIT_POINTS);
  gtk_page_setup_set_paper_size (setup, size);
  gtk_page_setup_set_top_margin (setup, 0, GTK_UNIT_POINTS);
  gtk_page_setup_set_bottom_margin (setup, 0, GTK_UNIT_POINTS);
  gtk_page_setup_set_left_margin (setup, 0, GTK_UNIT_POINTS);
  gtk_page_setup_set_right_margin (setup, 0, GTK_UNIT_POINTS);
  gtk_paper_size_free (size);
  return setup;
}

/**
 * fettle_print_queue_send_async:
 * @queue: its name
 */
void
fettle_print_queue_send_async (FettlePrintout *printout,
                               const char *queue,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (printout, cancellable, callback, user_data);
  Sending *sending = g_new0 (Sending, 1);

  sending->printout = g_object_ref (printout);
  sending->queue = g_strdup (queue);
  sending->patience = g_timeout_add_seconds_full (G_PRIORITY_DEFAULT, PATIENCE_SECONDS, on_patience_over,
                                                  g_object_ref (task), g_object_unref);
  g_task_set_task_data (task, sending, (GDestroyNotify) sending_free);
  gtk_enumerate_printers (on_printer, g_object_ref (task), on_search_over, FALSE);
}

/**
 * fettle_print_queue_send_finish:
 *
 * Returns: whether the queue has taken the document; otherwise @error has a sentence
 */
gboolean
fettle_print_queue_send_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
