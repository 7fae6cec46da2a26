/* fettle-snooze-dialog.c: puts something that waits off, with a reason.
 *
 * A small window that stays, with all that was typed, until the file has it. It suggests the next opening of the shop
 * after today. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-snooze-dialog.h"

#include <glib/gi18n.h>

#include "fettle-clock.h"
#include "fettle-desk-attention.h"
#include "fettle-form-row.h"
#include "fettle-plain-text.h"
#include "fettle-sentence.h"
#include "fettle-time-entry.h"

struct _FettleSnoozeDialog
{
  AdwWindow parent_instance;

  /* Of the template. */
  GtkLabel *message;
  GtkLabel *sentence;
  FettleFormRow *until_row;
  FettleTimeEntry *until;
  FettleFormRow *reason_row;
  GtkEditable *reason;
  GtkWidget *save;

  FettleDesk *desk;
  char *key;
};

G_DEFINE_FINAL_TYPE (FettleSnoozeDialog, fettle_snooze_dialog, ADW_TYPE_WINDOW)

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettleSnoozeDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  gboolean done = fettle_desk_finish_done (FETTLE_DESK (source), result, &error);

  if (self->desk == NULL)
    return;
  gtk_widget_set_sensitive (self->save, TRUE);
  if (done)
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  sentence = fettle_sentence (error);
  gtk_label_set_label (self->message, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->message), TRUE);
}

static void
on_save (FettleSnoozeDialog *self)
{
  const char *reason = gtk_editable_get_text (self->reason);
  gint64 until = 0;
  g_autoptr (GError) error = NULL;

  if (!fettle_time_entry_get_moment (self->until, &until, &error))
    fettle_form_row_set_mistake (self->until_row, error->message);
  else if (until <= fettle_clock_now ())
    fettle_form_row_set_mistake (self->until_row, _ ("Say until when; it must be still to come."));
  if (fettle_plain_text_is_blank (reason))
    fettle_form_row_set_mistake (self->reason_row, _ ("Say why it can wait."));
  if (fettle_form_row_get_mistake (self->until_row) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->until));
  else if (fettle_form_row_get_mistake (self->reason_row) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->reason));
  else
    {
      gtk_widget_set_sensitive (self->save, FALSE);
      fettle_desk_snooze_async (self->desk, self->key, until, reason, NULL, on_saved, g_object_ref (self));
    }
}

static void
on_until_changed (FettleSnoozeDialog *self)
{
  fettle_form_row_set_mistake (self->until_row, NULL);
}

static void
on_reason_changed (FettleSnoozeDialog *self)
{
  fettle_form_row_set_mistake (self->reason_row, NULL);
}

static void
fettle_snooze_dialog_dispose (GObject *object)
{
  FettleSnoozeDialog *self = FETTLE_SNOOZE_DIALOG (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->key, g_free);
  G_OBJECT_CLASS (fettle_snooze_dialog_parent_class)->dispose (object);
}

static void
fettle_snooze_dialog_class_init (FettleSnoozeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fettle_snooze_dialog_dispose;
  g_type_ensure (FETTLE_TYPE_FORM_ROW);
  g_type_ensure (FETTLE_TYPE_TIME_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-snooze-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleSnoozeDialog, message);
  gtk_widget_class_bind_template_child (widget_class, FettleSnoozeDialog, sentence);
  gtk_widget_class_bind_template_child (widget_class, FettleSnoozeDialog, until_row);
  gtk_widget_class_bind_template_child (widget_class, FettleSnoozeDialog, until);
  gtk_widget_class_bind_template_child (widget_class, FettleSnoozeDialog, reason_row);
  gtk_widget_class_bind_template_child (widget_class, FettleSnoozeDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, FettleSnoozeDialog, save);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_bind_template_callback (widget_class, on_until_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_reason_changed);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
fettle_snooze_dialog_init (FettleSnoozeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * fettle_snooze_dialog_new:
 * @from: any widget; the dialog stands before its window
 * @item: what is to be put off
 *
 * Returns: the dialog, on the screen
 */
GtkWidget *
fettle_snooze_dialog_new (GtkWidget *from, FettleDesk *desk, FettleAttention *item)
{
  FettleSnoozeDialog *self = g_object_new (FETTLE_TYPE_SNOOZE_DIALOG, NULL);
  FettleCalendar *calendar = fettle_desk_get_calendar (desk);
  GtkRoot *root = gtk_widget_get_root (from);
  gint64 now = fettle_clock_now ();
  gint64 tomorrow = fettle_calendar_day_end (calendar, now);
  gint64 opens = fettle_calendar_next_opening (calendar, tomorrow);
  g_autofree char *sentence = fettle_attention_sentence (item, NULL, now, calendar);

  self->desk = g_object_ref (desk);
  self->key = g_strdup (item->key);
  gtk_label_set_label (self->sentence, sentence);
  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL);
  fettle_time_entry_set_zone (self->until, fettle_desk_get_zone (desk));
  fettle_time_entry_set_moment (self->until, opens != 0 ? opens : tomorrow + 9 * FETTLE_HOUR);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->reason));
  return GTK_WIDGET (self);
}
