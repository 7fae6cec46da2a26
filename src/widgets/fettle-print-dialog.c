/* fettle-print-dialog.c: prints a document through the ordinary print dialog.
 *
 * The one file that knows GtkPrintOperation. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-print.h"

#include <glib/gi18n.h>

#include "fettle-file-chooser.h"
#include "fettle-print-queue.h"

/* Without this handler GTK 4.8 takes a document to be one page, whatever the class says. */
static gboolean
on_paginate (GtkPrintOperation *operation, GtkPrintContext *context, FettlePrintout *printout)
{
  gtk_print_operation_set_n_pages (operation, fettle_document_n_pages (fettle_printout_get_document (printout)));
  return TRUE;
}

static void
on_draw_page (GtkPrintOperation *operation, GtkPrintContext *context, int page, FettlePrintout *printout)
{
  FettleDocument *document = fettle_printout_get_document (printout);
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double width, height, fit;

  /* On a smaller paper than it was made for it is drawn smaller, not cut. */
  fettle_document_page_size (document, &width, &height);
  fit = MIN (gtk_print_context_get_width (context) / width, gtk_print_context_get_height (context) / height);
  if (fit < 0.995)
    cairo_scale (cr, fit, fit);
  fettle_document_draw_page (document, cr, page);
}

static void
answer (GTask *task, GtkPrintOperation *operation, GtkPrintOperationResult result)
{
  g_autoptr (GError) error = NULL;

  if (g_object_get_data (G_OBJECT (task), "answered") != NULL)
    return;
  g_object_set_data (G_OBJECT (task), "answered", task);
  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    g_task_return_boolean (task, TRUE);
  else if (result == GTK_PRINT_OPERATION_RESULT_CANCEL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "The dialog was closed");
  else
    {
      gtk_print_operation_get_error (operation, &error);
      g_task_return_new_error (task, FETTLE_PRINT_ERROR, FETTLE_PRINT_ERROR_FAILED,
                               /* Translators: what the printing system says. */
                               _ ("It was not printed (%s). Nothing is lost; print it again."),
                               error != NULL ? error->message : "?");
    }
}

static void
on_done (GtkPrintOperation *operation, GtkPrintOperationResult result, GTask *task)
{
  answer (task, operation, result);
}

/* How many, and what "Print to File" calls its file and where it puts it, if it is not told otherwise. */
static GtkPrintSettings *
make_settings (FettlePrintout *printout)
{
  GtkPrintSettings *settings = gtk_print_settings_new ();
  g_autofree char *name = fettle_printout_make_file_name (printout);

  gtk_print_settings_set_n_copies (settings, fettle_printout_get_copies (printout));
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, name);
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_DIR, fettle_file_chooser_folder ());
  return settings;
}

/**
 * fettle_print_dialog_run_async:
 * @parent: the dialog stands before it
 */
void
fettle_print_dialog_run_async (GtkWindow *parent,
                               FettlePrintout *printout,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = fettle_print_queue_make_page_setup (fettle_printout_get_document (printout));
  g_autoptr (GtkPrintSettings) settings = make_settings (printout);
  g_autofree char *title = fettle_printout_make_title (printout);
  g_autoptr (GTask) task = g_task_new (printout, NULL, callback, user_data);
  g_autoptr (GError) error = NULL;
  GtkPrintOperationResult result;

  gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, title);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  g_signal_connect_object (operation, "paginate", G_CALLBACK (on_paginate), printout, 0);
  g_signal_connect_object (operation, "draw-page", G_CALLBACK (on_draw_page), printout, 0);
  g_signal_connect_object (operation, "done", G_CALLBACK (on_done), task, 0);
  /* The operation lives until it is done, and with it the task. */
  g_object_set_data_full (G_OBJECT (operation), "task", g_object_ref (task), g_object_unref);
  result = gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, &error);
  if (result != GTK_PRINT_OPERATION_RESULT_IN_PROGRESS)
    answer (task, operation, result);
}

/**
 * fettle_print_dialog_run_finish:
 *
 * Returns: whether it was printed; %G_IO_ERROR_CANCELLED where the dialog was closed
 */
gboolean
fettle_print_dialog_run_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
