/* fettle-cost-dialog.c: what it cost a customer to come, asked in one small window.
 *
 * It stays, with all that was typed, until the file has it. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-cost-dialog.h"

#include <glib/gi18n.h>

#include "fettle-desk-customers.h"
#include "fettle-direction.h"
#include "fettle-entry-text.h"
#include "fettle-form-row.h"
#include "fettle-money.h"
#include "fettle-sentence.h"

struct _FettleCostDialog
{
  AdwWindow parent_instance;

  /* Of the template. */
  GtkLabel *message;
  GtkWidget *travel_row;
  GtkEditable *travel;
  GtkWidget *parking_row;
  GtkEditable *parking;
  GtkSpinButton *minutes;
  GtkEditable *note;
  GtkWidget *save;

  FettleDesk *desk;
  gint64 job_id;
};

G_DEFINE_FINAL_TYPE (FettleCostDialog, fettle_cost_dialog, ADW_TYPE_WINDOW)

static void
say (FettleCostDialog *self, const char *sentence)
{
  gtk_label_set_label (self->message, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->message), *sentence != '\0');
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettleCostDialog) self = data;
  g_autoptr (GError) error = NULL;
  gint64 id = fettle_desk_finish_id (FETTLE_DESK (source), result, &error);
  g_autofree char *sentence = NULL;

  if (self->desk == NULL)
    return;
  gtk_widget_set_sensitive (self->save, TRUE);
  if (id != 0)
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  sentence = fettle_sentence (error);
  say (self, sentence);
}

/* What is wrong with a sum stands beside it. */
static gboolean
take_money (FettleCostDialog *self, GtkWidget *row, GtkEditable *entry, gint64 *minor)
{
  g_autofree char *text = fettle_entry_dup_text (entry);
  g_autoptr (GError) error = NULL;
  const char *currency = fettle_desk_get_shop (self->desk)->service_point->currency;

  *minor = 0;
  if (text == NULL || fettle_money_parse (text, currency, minor, &error))
    {
      fettle_form_row_set_mistake (FETTLE_FORM_ROW (row), NULL);
      return TRUE;
    }
  fettle_form_row_set_mistake (FETTLE_FORM_ROW (row), error->message);
  gtk_widget_grab_focus (GTK_WIDGET (entry));
  return FALSE;
}

static void
on_save (FettleCostDialog *self)
{
  g_autoptr (FettleCost) cost = fettle_cost_new ();
  g_autoptr (GError) error = NULL;

  say (self, "");
  gtk_spin_button_update (self->minutes);
  if (!take_money (self, self->travel_row, self->travel, &cost->travel)
      || !take_money (self, self->parking_row, self->parking, &cost->parking))
    return;
  cost->job_id = self->job_id;
  cost->minutes = gtk_spin_button_get_value_as_int (self->minutes);
  cost->note = fettle_entry_dup_text (self->note);
  cost->currency = g_strdup (fettle_desk_get_shop (self->desk)->service_point->currency);
  if (!fettle_cost_check (cost, &error))
    {
      say (self, error->message);
      gtk_widget_grab_focus (GTK_WIDGET (self->travel));
      return;
    }
  gtk_widget_set_sensitive (self->save, FALSE);
  fettle_desk_add_cost_async (self->desk, cost, NULL, on_saved, g_object_ref (self));
}

static void
save (GtkWidget *widget, const char *action, GVariant *argument)
{
  if (gtk_widget_get_sensitive (FETTLE_COST_DIALOG (widget)->save))
    on_save (FETTLE_COST_DIALOG (widget));
}

static void
fettle_cost_dialog_dispose (GObject *object)
{
  g_clear_object (&FETTLE_COST_DIALOG (object)->desk);
  G_OBJECT_CLASS (fettle_cost_dialog_parent_class)->dispose (object);
}

static void
fettle_cost_dialog_class_init (FettleCostDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fettle_cost_dialog_dispose;
  g_type_ensure (FETTLE_TYPE_FORM_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-cost-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleCostDialog, message);
  gtk_widget_class_bind_template_child (widget_class, FettleCostDialog, travel_row);
  gtk_widget_class_bind_template_child (widget_class, FettleCostDialog, travel);
  gtk_widget_class_bind_template_child (widget_class, FettleCostDialog, parking_row);
  gtk_widget_class_bind_template_child (widget_class, FettleCostDialog, parking);
  gtk_widget_class_bind_template_child (widget_class, FettleCostDialog, minutes);
  gtk_widget_class_bind_template_child (widget_class, FettleCostDialog, note);
  gtk_widget_class_bind_template_child (widget_class, FettleCostDialog, save);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_install_action (widget_class, "cost.save", NULL, save);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "cost.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "cost.save", NULL);
}

static void
fettle_cost_dialog_init (FettleCostDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fettle_keep_ltr (self->travel);
  fettle_keep_ltr (self->parking);
}

/**
 * fettle_cost_dialog_present:
 * @from: any widget; the dialog stands before its window
 *
 * Returns: (transfer none): the window, which belongs to itself
 */
FettleCostDialog *
fettle_cost_dialog_present (GtkWidget *from, FettleDesk *desk, gint64 job_id)
{
  FettleCostDialog *self = g_object_new (FETTLE_TYPE_COST_DIALOG, NULL);
  GtkRoot *root = gtk_widget_get_root (from);
  const char *currency = fettle_desk_get_shop (desk)->service_point->currency;

  self->desk = g_object_ref (desk);
  self->job_id = job_id;
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->travel), currency);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->parking), currency);
  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->travel));
  return self;
}
