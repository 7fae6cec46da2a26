/* fettle-expect-dialog.c: a device that is not here yet comes on another day, and why.
 *
 * A small window that stays, with all that was typed, until the file has it; what is typed is kept as a draft, so that
 * a crash loses nothing. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-expect-dialog.h"

#include <glib/gi18n.h>

#include "fettle-clock.h"
#include "fettle-desk-contacts.h"
#include "fettle-details.h"
#include "fettle-draft-keeper.h"
#include "fettle-form-row.h"
#include "fettle-language.h"
#include "fettle-plain-text.h"
#include "fettle-sentence.h"
#include "fettle-time-entry.h"

struct _FettleExpectDialog
{
  AdwWindow parent_instance;

  /* Of the template. */
  GtkLabel *message;
  GtkLabel *was;
  FettleFormRow *on_row;
  FettleTimeEntry *on;
  FettleFormRow *reason_row;
  GtkEditable *reason;
  GtkWidget *save;

  FettleDesk *desk;
  FettleDraftKeeper *keeper;
  gint64 job_id;
};

G_DEFINE_FINAL_TYPE (FettleExpectDialog, fettle_expect_dialog, ADW_TYPE_WINDOW)

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettleExpectDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  g_autoptr (FettleJob) job = fettle_desk_finish (FETTLE_DESK (source), result, &error);

  if (self->desk == NULL)
    return;
  gtk_widget_set_sensitive (self->save, TRUE);
  if (job != NULL)
    {
      fettle_draft_keeper_drop (self->keeper);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  sentence = fettle_sentence (error);
  gtk_label_set_label (self->message, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->message), TRUE);
}

static void
on_save (FettleExpectDialog *self)
{
  const char *reason = gtk_editable_get_text (self->reason);
  gint64 at = 0;
  g_autoptr (GError) error = NULL;

  if (!fettle_time_entry_get_moment (self->on, &at, &error))
    fettle_form_row_set_mistake (self->on_row, error->message);
  else if (at != 0 && at <= fettle_clock_now ())
    fettle_form_row_set_mistake (self->on_row, _ ("This moment is past; choose a later one."));
  if (fettle_plain_text_is_blank (reason))
    fettle_form_row_set_mistake (self->reason_row, _ ("Say why it comes on another day."));
  if (fettle_form_row_get_mistake (self->on_row) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->on));
  else if (fettle_form_row_get_mistake (self->reason_row) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->reason));
  else
    {
      gtk_widget_set_sensitive (self->save, FALSE);
      fettle_desk_expect_async (self->desk, self->job_id, at, reason, NULL, on_saved, g_object_ref (self));
    }
}

static void
on_edited (FettleExpectDialog *self)
{
  g_autoptr (FettleDetails) draft = NULL;
  g_autofree char *content = NULL;

  fettle_form_row_set_mistake (self->on_row, NULL);
  fettle_form_row_set_mistake (self->reason_row, NULL);
  if (self->keeper == NULL)
    return;
  draft = fettle_details_new ();
  fettle_details_set (draft, "on", fettle_time_entry_get_typed (self->on));
  fettle_details_set (draft, "reason", gtk_editable_get_text (self->reason));
  content = fettle_details_to_text (draft);
  fettle_draft_keeper_keep (self->keeper, content);
}

static void
on_draft (const char *content, gpointer data)
{
  FettleExpectDialog *self = data;
  g_autoptr (FettleDetails) draft = fettle_details_parse (content);

  if (fettle_details_get (draft, "on") != NULL)
    fettle_time_entry_set_typed (self->on, fettle_details_get (draft, "on"));
  if (fettle_details_get (draft, "reason") != NULL)
    gtk_editable_set_text (self->reason, fettle_details_get (draft, "reason"));
}

/* Closed without saving: given up, and so is the draft. A crash does not come here. */
static gboolean
on_close_request (FettleExpectDialog *self)
{
  if (self->keeper != NULL)
    fettle_draft_keeper_drop (self->keeper);
  return GDK_EVENT_PROPAGATE;
}

static gint64
closing_time (gint64 day_begins, gpointer data)
{
  FettleCalendar *calendar = fettle_desk_get_calendar (FETTLE_EXPECT_DIALOG (data)->desk);
  gint64 closes = calendar != NULL ? fettle_calendar_closing_time (calendar, day_begins) : 0;

  return closes != 0 ? closes : day_begins + 18 * FETTLE_HOUR;
}

static void
fettle_expect_dialog_dispose (GObject *object)
{
  FettleExpectDialog *self = FETTLE_EXPECT_DIALOG (object);

  g_clear_object (&self->keeper);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (fettle_expect_dialog_parent_class)->dispose (object);
}

static void
fettle_expect_dialog_class_init (FettleExpectDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fettle_expect_dialog_dispose;
  g_type_ensure (FETTLE_TYPE_FORM_ROW);
  g_type_ensure (FETTLE_TYPE_TIME_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-expect-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleExpectDialog, message);
  gtk_widget_class_bind_template_child (widget_class, FettleExpectDialog, was);
  gtk_widget_class_bind_template_child (widget_class, FettleExpectDialog, on_row);
  gtk_widget_class_bind_template_child (widget_class, FettleExpectDialog, on);
  gtk_widget_class_bind_template_child (widget_class, FettleExpectDialog, reason_row);
  gtk_widget_class_bind_template_child (widget_class, FettleExpectDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, FettleExpectDialog, save);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_bind_template_callback (widget_class, on_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_close_request);
  gtk_widget_class_install_action (widget_class, "expect-dialog.save", NULL, (GtkWidgetActionActivateFunc) on_save);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "expect-dialog.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "expect-dialog.save", NULL);
}

static void
fettle_expect_dialog_init (FettleExpectDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * fettle_expect_dialog_new:
 * @from: any widget; the dialog stands before its window
 * @expected_at: moment by which it was expected so far, 0 for unknown
 *
 * Returns: the dialog, on the screen
 */
GtkWidget *
fettle_expect_dialog_new (GtkWidget *from, FettleDesk *desk, gint64 job_id, gint64 expected_at)
{
  FettleExpectDialog *self = g_object_new (FETTLE_TYPE_EXPECT_DIALOG, NULL);
  GtkRoot *root = gtk_widget_get_root (from);
  g_autofree char *subject = g_strdup_printf ("%" G_GINT64_FORMAT, job_id);

  self->desk = g_object_ref (desk);
  self->job_id = job_id;
  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL);
  fettle_time_entry_set_zone (self->on, fettle_desk_get_zone (desk));
  fettle_time_entry_set_closing_time (self->on, closing_time, self);
  if (expected_at != 0)
    {
      g_autofree char *at = fettle_language_format_date_time (NULL, expected_at, fettle_desk_get_zone (desk));
      g_autofree char *was = g_strdup_printf (_ ("It was expected on %s."), at);

      gtk_label_set_label (self->was, was);
      gtk_widget_set_visible (GTK_WIDGET (self->was), TRUE);
    }
  self->keeper = fettle_draft_keeper_new (desk, "expect", on_draft, self);
  fettle_draft_keeper_set_subject (self->keeper, subject);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->on));
  return GTK_WIDGET (self);
}
