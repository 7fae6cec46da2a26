/* fettle-print.c: what the window's commands "print" and "preview" do.
 *
 * Where the shop has chosen a printer for the kind of document, printing is one step; otherwise, and whenever that
 * printer fails, the person looks at the pages and prints from there. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-print.h"

#include <glib/gi18n.h>

#include "fettle-print-preview.h"
#include "fettle-print-queue.h"
#include "fettle-say.h"

/* A wish to print that is under way. */
typedef struct
{
  GtkWidget *from;
  FettlePrintout *printout;
  char **documents;
  gboolean only_look;
} Printing;

static void
printing_free (Printing *printing)
{
  g_clear_weak_pointer (&printing->from);
  g_clear_object (&printing->printout);
  g_strfreev (printing->documents);
  g_free (printing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Printing, printing_free)

static void
look (Printing *printing, const char *sentence)
{
  GtkRoot *root = gtk_widget_get_root (printing->from);
  GtkWidget *preview = fettle_print_preview_new (printing->printout);

  gtk_window_set_transient_for (GTK_WINDOW (preview), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (preview), TRUE);
  for (guint i = 1; printing->documents[0] != NULL && printing->documents[i] != NULL; i++)
    fettle_print_preview_add_next (FETTLE_PRINT_PREVIEW (preview), printing->documents[i]);
  gtk_window_present (GTK_WINDOW (preview));
  if (sentence != NULL)
    fettle_print_preview_say (FETTLE_PRINT_PREVIEW (preview), sentence);
}

static void
on_refused (GtkWidget *from, const char *sentence)
{
  fettle_say (from, sentence);
}

static void
on_sent (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Printing) printing = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = fettle_printout_make_title (printing->printout);
  g_autofree char *sentence = NULL;

  if (!fettle_print_queue_send_finish (result, &error))
    {
      if (printing->from != NULL)
        look (printing, error->message);
      return;
    }
  fettle_printout_say_printed (printing->printout);
  if (printing->from == NULL)
    return;
  /* Kept with the window, which is to hear of it if the printer gives up later. */
  g_object_set_data_full (G_OBJECT (printing->from), "fettle-printout", g_object_ref (printing->printout),
                          g_object_unref);
  g_signal_connect_object (printing->printout, "refused", G_CALLBACK (on_refused), printing->from, G_CONNECT_SWAPPED);
  /* Translators: a document with its number, and a printer. */
  sentence = g_strdup_printf (_ ("%s goes to “%s”."), title, fettle_printout_get_printer (printing->printout));
  fettle_say (printing->from, sentence);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Printing) printing = data;
  g_autoptr (GError) error = NULL;
  const char *printer;

  printing->printout = fettle_printout_load_finish (result, &error);
  if (printing->from == NULL)
    return;
  if (printing->printout == NULL)
    {
      fettle_say_error (printing->from, error);
      return;
    }
  printer = fettle_printout_get_printer (printing->printout);
  if (printing->only_look || printer == NULL)
    {
      look (printing, NULL);
      return;
    }
  fettle_print_queue_send_async (printing->printout, printer, NULL, on_sent, printing);
  g_steal_pointer (&printing);
}

static void
begin (GtkWidget *from, FettleDesk *desk, gint64 job_id, const char *document, gboolean only_look)
{
  Printing *printing = g_new0 (Printing, 1);

  g_set_weak_pointer (&printing->from, from);
  printing->only_look = only_look;
  printing->documents = g_strsplit (document, ",", -1);
  fettle_printout_load_async (desk, job_id, printing->documents[0], NULL, on_loaded, printing);
}

/**
 * fettle_print:
 * @from: any widget of the window
 * @document: job-sheet, label or receipt
 *
 * Prints on the shop's printer for this kind of document, and shows the pages where there is none or it fails.
 */
void
fettle_print (GtkWidget *from, FettleDesk *desk, gint64 job_id, const char *document)
{
  begin (from, desk, job_id, document, FALSE);
}

/**
 * fettle_print_look:
 * @from: any widget of the window
 * @document: job-sheet, label or receipt; several with commas between them are looked at one after the other
 *
 * Shows the pages.
 */
void
fettle_print_look (GtkWidget *from, FettleDesk *desk, gint64 job_id, const char *document)
{
  begin (from, desk, job_id, document, TRUE);
}

/**
 * fettle_print_about:
 * @document: one that is of no job, such as a ticket
 * @number: what it is named after
 * @subject: what it is made from
 * @only_look: shows the pages even where the shop has a printer for them
 */
void
fettle_print_about (GtkWidget *from,
                    FettleDesk *desk,
                    const char *document,
                    const char *number,
                    gpointer subject,
                    gboolean only_look)
{
  Printing *printing = g_new0 (Printing, 1);

  g_set_weak_pointer (&printing->from, from);
  printing->only_look = only_look;
  printing->documents = g_strsplit (document, ",", -1);
  fettle_printout_load_about_async (desk, document, number, subject, NULL, on_loaded, printing);
}

/**
 * fettle_print_letter:
 * @from: any widget of the window
 * @heading: (nullable): what it is about
 * @body: what it says
 * @language: (nullable): in which
 *
 * Shows the pages of a letter, to be printed from there.
 */
void
fettle_print_letter (GtkWidget *from,
                     FettleDesk *desk,
                     gint64 job_id,
                     const char *heading,
                     const char *body,
                     const char *language)
{
  Printing *printing = g_new0 (Printing, 1);

  g_set_weak_pointer (&printing->from, from);
  printing->only_look = TRUE;
  printing->documents = g_strsplit ("letter", ",", -1);
  fettle_printout_load_letter_async (desk, job_id, heading, body, language, NULL, on_loaded, printing);
}
