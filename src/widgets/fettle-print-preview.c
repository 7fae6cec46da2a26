/* fettle-print-preview.c: the pages of a document on the screen, and the ways to paper.
 *
 * The pages are drawn by the same function that prints them. From here a document goes to the shop's own printer for
 * its kind, through the ordinary print dialog, or into a PDF; what fails is said in the window, which stays. Where more
 * papers of the job wait, the next one follows in the same window. Owned by itself until it is closed; main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-print-preview.h"

#include <glib/gi18n.h>

#include "fettle-event-words.h"
#include "fettle-file-chooser.h"
#include "fettle-print.h"
#include "fettle-print-queue.h"
#include "fettle-sentence.h"

/* A page on the screen is about this wide. */
#define PAGE_WIDTH   620.0
#define LARGEST_ZOOM 2.6

struct _FettlePrintPreview
{
  AdwWindow parent_instance;

  /* Of the template. */
  AdwToastOverlay *toasts;
  GtkBox *pages;
  GtkDropDown *paper;
  GtkButton *print;
  GtkWidget *with_dialog;
  GtkButton *next;

  FettlePrintout *printout;
  /* Papers of the same job that are looked at after this one: ids of documents. */
  GPtrArray *waiting;
  GArray *papers;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (FettlePrintPreview, fettle_print_preview, ADW_TYPE_WINDOW)

static void
draw_page (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  FettlePrintPreview *self = data;
  FettleDocument *document = fettle_printout_get_document (self->printout);
  int page = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (area), "page"));
  double page_width, page_height;

  fettle_document_page_size (document, &page_width, &page_height);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, width / page_width, width / page_width);
  fettle_document_draw_page (document, cr, page);
}

static void
show_pages (FettlePrintPreview *self)
{
  FettleDocument *document = fettle_printout_get_document (self->printout);
  int n_pages = fettle_document_n_pages (document);
  GtkWidget *child;
  double width, height, zoom;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->pages))) != NULL)
    gtk_box_remove (self->pages, child);
  fettle_document_page_size (document, &width, &height);
  zoom = MIN (PAGE_WIDTH / width, LARGEST_ZOOM);
  for (int page = 0; page < n_pages; page++)
    {
      GtkWidget *area = gtk_drawing_area_new ();
      /* Translators: of a paper that is looked at: "Page 1 of 2". */
      g_autofree char *name = g_strdup_printf (_ ("Page %d of %d"), page + 1, n_pages);

      g_object_set_data (G_OBJECT (area), "page", GINT_TO_POINTER (page));
      gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), (int) (width * zoom));
      gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), (int) (height * zoom));
      gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_page, self, NULL);
      gtk_widget_set_halign (area, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (area, "fettle-paper");
      gtk_accessible_update_property (GTK_ACCESSIBLE (area), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      gtk_box_append (self->pages, area);
    }
}

static const char *
paper_words (FettlePaper paper)
{
  switch (paper)
    {
    case FETTLE_PAPER_A4:
      return C_ ("paper", "A4");
    case FETTLE_PAPER_A5:
      return C_ ("paper", "A5");
    case FETTLE_PAPER_80MM:
      return C_ ("paper", "Roll of 80 mm");
    case FETTLE_PAPER_58MM:
      return C_ ("paper", "Roll of 58 mm");
    case FETTLE_PAPER_LABEL:
      return C_ ("paper", "Label");
    case FETTLE_PAPER_NONE:
    default:
      return "";
    }
}

static void
fill_papers (FettlePrintPreview *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  FettlePaper now = fettle_document_get_paper (fettle_printout_get_document (self->printout));
  guint selected = 0;

  g_array_set_size (self->papers, 0);
  for (FettlePaper paper = FETTLE_PAPER_A4; paper < FETTLE_N_PAPERS; paper++)
    if (fettle_document_kind_takes (fettle_printout_get_kind (self->printout), paper))
      {
        if (paper == now)
          selected = self->papers->len;
        g_array_append_val (self->papers, paper);
        gtk_string_list_append (names, paper_words (paper));
      }
  gtk_drop_down_set_model (self->paper, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->paper, selected);
}

static void
on_paper (FettlePrintPreview *self)
{
  guint selected = gtk_drop_down_get_selected (self->paper);
  FettlePaper paper;

  if (self->printout == NULL || selected >= self->papers->len)
    return;
  paper = g_array_index (self->papers, FettlePaper, selected);
  if (paper == fettle_document_get_paper (fettle_printout_get_document (self->printout)))
    return;
  fettle_printout_set_paper (self->printout, paper);
  show_pages (self);
}

static void
show_next_button (FettlePrintPreview *self)
{
  g_autofree char *label = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->next), self->waiting->len > 0);
  if (self->waiting->len == 0)
    return;
  /* Translators: on a button; the text is the paper that is looked at next: "Next: Label". */
  label = g_strdup_printf (_ ("Next: %s"), fettle_event_words_document (NULL, self->waiting->pdata[0]));
  gtk_button_set_label (self->next, label);
}

static void
take_printout (FettlePrintPreview *self, FettlePrintout *printout)
{
  g_autofree char *title = fettle_printout_make_title (printout);
  const char *printer = fettle_printout_get_printer (printout);
  g_autofree char *tooltip = printer != NULL ? g_strdup_printf (_ ("On “%s” (Ctrl+P)"), printer) : NULL;

  g_set_object (&self->printout, printout);
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->print), tooltip != NULL ? tooltip : _ ("Ctrl+P"));
  gtk_widget_set_visible (self->with_dialog, printer != NULL);
  fill_papers (self);
  show_pages (self);
  show_next_button (self);
}

static void
on_next_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettlePrintPreview) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FettlePrintout) printout = fettle_printout_load_finish (result, &error);
  g_autofree char *sentence = NULL;

  if (self->cancellable == NULL)
    return;
  if (printout != NULL)
    {
      take_printout (self, printout);
      return;
    }
  sentence = fettle_sentence (error);
  fettle_print_preview_say (self, sentence);
}

static void
show_next (GtkWidget *widget, const char *action, GVariant *nothing)
{
  FettlePrintPreview *self = FETTLE_PRINT_PREVIEW (widget);
  g_autofree char *document = NULL;

  if (self->waiting->len == 0)
    return;
  document = g_ptr_array_steal_index (self->waiting, 0);
  fettle_printout_load_async (fettle_printout_get_desk (self->printout), fettle_printout_get_job_id (self->printout),
                              document, self->cancellable, on_next_loaded, g_object_ref (self));
}

static void
say_printed (FettlePrintPreview *self)
{
  fettle_printout_say_printed (self->printout);
  if (self->waiting->len > 0)
    show_next (GTK_WIDGET (self), NULL, NULL);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
on_queue_done (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettlePrintPreview) self = data;
  g_autoptr (GError) error = NULL;
  gboolean done = fettle_print_queue_send_finish (result, &error);

  if (self->cancellable == NULL)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->print), TRUE);
  if (done)
    say_printed (self);
  else
    fettle_print_preview_say (self, error->message);
}

static void
on_dialog_done (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettlePrintPreview) self = data;
  g_autoptr (GError) error = NULL;
  gboolean done = fettle_print_dialog_run_finish (result, &error);

  if (self->cancellable == NULL)
    return;
  if (done)
    say_printed (self);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    fettle_print_preview_say (self, error->message);
}

static void
print_with_dialog (GtkWidget *widget, const char *action, GVariant *nothing)
{
  FettlePrintPreview *self = FETTLE_PRINT_PREVIEW (widget);

  fettle_print_dialog_run_async (GTK_WINDOW (self), self->printout, on_dialog_done, g_object_ref (self));
}

static void
print (GtkWidget *widget, const char *action, GVariant *nothing)
{
  FettlePrintPreview *self = FETTLE_PRINT_PREVIEW (widget);
  const char *printer = fettle_printout_get_printer (self->printout);

  if (printer == NULL)
    {
      print_with_dialog (widget, action, nothing);
      return;
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->print), FALSE);
  fettle_print_queue_send_async (self->printout, printer, self->cancellable, on_queue_done, g_object_ref (self));
}

static void
on_file_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettlePrintPreview) self = data;
  g_autoptr (GFile) file = fettle_file_chooser_choose_finish (result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *sentence = NULL;
  g_autoptr (GError) error = NULL;

  if (path == NULL || self->cancellable == NULL)
    return;
  if (fettle_document_write_pdf (fettle_printout_get_document (self->printout), path, &error))
    sentence = g_strdup_printf (_ ("Saved as %s."), path);
  fettle_print_preview_say (self, sentence != NULL ? sentence : error->message);
}

static void
save_pdf (GtkWidget *widget, const char *action, GVariant *nothing)
{
  FettlePrintPreview *self = FETTLE_PRINT_PREVIEW (widget);
  g_autofree char *stem = fettle_printout_make_file_name (self->printout);
  g_autofree char *name = g_strdup_printf ("%s.pdf", stem);
  const char *patterns[] = { "*.pdf", NULL };
  FettleFileWish wish = {
    .action = GTK_FILE_CHOOSER_ACTION_SAVE,
    .title = _ ("Save as PDF"),
    .name = name,
    .filter_name = C_ ("kind of file", "PDF documents"),
    .patterns = patterns,
  };

  fettle_file_chooser_choose_async (widget, &wish, self->cancellable, on_file_chosen, g_object_ref (self));
}

static void
fettle_print_preview_dispose (GObject *object)
{
  FettlePrintPreview *self = FETTLE_PRINT_PREVIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (fettle_print_preview_parent_class)->dispose (object);
}

static void
fettle_print_preview_finalize (GObject *object)
{
  FettlePrintPreview *self = FETTLE_PRINT_PREVIEW (object);

  g_clear_object (&self->printout);
  g_array_unref (self->papers);
  g_ptr_array_unref (self->waiting);
  G_OBJECT_CLASS (fettle_print_preview_parent_class)->finalize (object);
}

static void
fettle_print_preview_class_init (FettlePrintPreviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = fettle_print_preview_dispose;
  object_class->finalize = fettle_print_preview_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-print-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, FettlePrintPreview, toasts);
  gtk_widget_class_bind_template_child (widget_class, FettlePrintPreview, pages);
  gtk_widget_class_bind_template_child (widget_class, FettlePrintPreview, paper);
  gtk_widget_class_bind_template_child (widget_class, FettlePrintPreview, print);
  gtk_widget_class_bind_template_child (widget_class, FettlePrintPreview, with_dialog);
  gtk_widget_class_bind_template_child (widget_class, FettlePrintPreview, next);
  gtk_widget_class_bind_template_callback (widget_class, on_paper);
  gtk_widget_class_install_action (widget_class, "paper.print", NULL, print);
  gtk_widget_class_install_action (widget_class, "paper.dialog", NULL, print_with_dialog);
  gtk_widget_class_install_action (widget_class, "paper.save", NULL, save_pdf);
  gtk_widget_class_install_action (widget_class, "paper.next", NULL, show_next);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "paper.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "paper.print", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "paper.print", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "paper.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
fettle_print_preview_init (FettlePrintPreview *self)
{
  self->papers = g_array_new (FALSE, FALSE, sizeof (FettlePaper));
  self->waiting = g_ptr_array_new_with_free_func (g_free);
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * fettle_print_preview_new:
 * @printout: what to look at
 */
GtkWidget *
fettle_print_preview_new (FettlePrintout *printout)
{
  FettlePrintPreview *self = g_object_new (FETTLE_TYPE_PRINT_PREVIEW, NULL);

  take_printout (self, printout);
  return GTK_WIDGET (self);
}

/**
 * fettle_print_preview_add_next:
 * @document: another paper of the same job, looked at once this one was printed or passed over
 */
void
fettle_print_preview_add_next (FettlePrintPreview *self, const char *document)
{
  g_ptr_array_add (self->waiting, g_strdup (document));
  show_next_button (self);
}

/**
 * fettle_print_preview_say:
 * @sentence: shown in the window
 */
void
fettle_print_preview_say (FettlePrintPreview *self, const char *sentence)
{
  AdwToast *toast = adw_toast_new (sentence);

  adw_toast_set_timeout (toast, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}
