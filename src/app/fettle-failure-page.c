/* fettle-failure-page.c: why the shop's file cannot be opened, and what can be done.
 *
 * It stands where the shop would be, so that a damaged or newer file ends in a sentence and three buttons. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-failure-page.h"

#include <glib/gi18n.h>

#include "fettle-sentence.h"

struct _FettleFailurePage
{
  AdwBin parent_instance;
  AdwStatusPage *status;
  GtkLabel *path;
  GtkWidget *again;
};

G_DEFINE_FINAL_TYPE (FettleFailurePage, fettle_failure_page, ADW_TYPE_BIN)

static gboolean
fettle_failure_page_focus (GtkWidget *widget, GtkDirectionType direction)
{
  FettleFailurePage *self = FETTLE_FAILURE_PAGE (widget);

  if (gtk_widget_get_focus_child (widget) == NULL && direction == GTK_DIR_TAB_FORWARD)
    return gtk_widget_grab_focus (self->again);
  return GTK_WIDGET_CLASS (fettle_failure_page_parent_class)->focus (widget, direction);
}

static void
fettle_failure_page_class_init (FettleFailurePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->focus = fettle_failure_page_focus;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-failure-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleFailurePage, status);
  gtk_widget_class_bind_template_child (widget_class, FettleFailurePage, path);
  gtk_widget_class_bind_template_child (widget_class, FettleFailurePage, again);
}

static void
fettle_failure_page_init (FettleFailurePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * fettle_failure_page_new:
 * @path: of the file
 * @error: why
 */
GtkWidget *
fettle_failure_page_new (const char *path, const GError *error)
{
  FettleFailurePage *self = g_object_new (FETTLE_TYPE_FAILURE_PAGE, NULL);
  g_autofree char *sentence = fettle_sentence (error);
  g_autofree char *escaped = g_markup_escape_text (sentence, -1);
  g_autofree char *shown = g_filename_display_name (path);

  adw_status_page_set_description (self->status, escaped);
  gtk_label_set_label (self->path, shown);
  return GTK_WIDGET (self);
}
