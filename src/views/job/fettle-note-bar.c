/* fettle-note-bar.c: adds a note to a job's timeline.
 *
 * A few lines to type in, whether the customer may read it, and a button. What is typed is kept as a draft of its job
 * until it is on the timeline. Used by the job's page and the bench; main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-note-bar.h"

#include <glib/gi18n.h>

#include "fettle-details.h"
#include "fettle-draft-keeper.h"
#include "fettle-say.h"

struct _FettleNoteBar
{
  GtkBox parent_instance;

  /* Of the template. */
  GtkTextView *view;
  GtkTextBuffer *text;
  GtkCheckButton *is_public;
  GtkWidget *add;
  GtkWidget *hint;

  FettleDesk *desk;
  FettleDraftKeeper *keeper;
  gint64 job_id;
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (FettleNoteBar, fettle_note_bar, GTK_TYPE_BOX)

static char *
get_text (FettleNoteBar *self)
{
  GtkTextIter begin, end;

  gtk_text_buffer_get_bounds (self->text, &begin, &end);
  return g_strstrip (gtk_text_buffer_get_text (self->text, &begin, &end, FALSE));
}

static void
set_text (FettleNoteBar *self, const char *text)
{
  self->is_filling = TRUE;
  gtk_text_buffer_set_text (self->text, text, -1);
  self->is_filling = FALSE;
}

static void
on_changed (FettleNoteBar *self)
{
  g_autofree char *text = get_text (self);
  g_autoptr (FettleDetails) draft = fettle_details_new ();
  g_autofree char *content = NULL;

  gtk_widget_set_sensitive (self->add, *text != '\0' && self->job_id != 0);
  gtk_widget_set_visible (self->hint, gtk_text_buffer_get_char_count (self->text) == 0);
  if (self->is_filling || self->keeper == NULL)
    return;
  fettle_details_set (draft, "note", text);
  fettle_details_set (draft, "customer_may_read", gtk_check_button_get_active (self->is_public) ? "1" : NULL);
  content = fettle_details_to_text (draft);
  if (*text != '\0')
    fettle_draft_keeper_keep (self->keeper, content);
  else
    fettle_draft_keeper_drop (self->keeper);
}

static void
on_draft (const char *content, gpointer data)
{
  FettleNoteBar *self = data;
  g_autoptr (FettleDetails) draft = fettle_details_parse (content);
  const char *note = fettle_details_get (draft, "note");

  if (note == NULL || gtk_text_buffer_get_char_count (self->text) > 0)
    return;
  set_text (self, note);
  gtk_check_button_set_active (self->is_public, fettle_details_has (draft, "customer_may_read"));
}

static void
on_added (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettleNoteBar) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleJob) job = fettle_desk_finish (FETTLE_DESK (source), result, &error);

  if (self->desk == NULL)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
  if (job == NULL)
    {
      fettle_say_error (GTK_WIDGET (self), error);
      return;
    }
  if (job->summary->id == self->job_id)
    {
      set_text (self, "");
      gtk_check_button_set_active (self->is_public, FALSE);
      fettle_draft_keeper_drop (self->keeper);
    }
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
on_add (FettleNoteBar *self)
{
  g_autofree char *text = get_text (self);

  if (*text == '\0' || self->job_id == 0)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
  fettle_desk_add_note_async (self->desk, self->job_id, text, gtk_check_button_get_active (self->is_public), NULL,
                              on_added, g_object_ref (self));
}

static gboolean
on_key (FettleNoteBar *self, guint key, guint code, GdkModifierType state)
{
  if ((key != GDK_KEY_Return && key != GDK_KEY_KP_Enter) || (state & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;
  on_add (self);
  return GDK_EVENT_STOP;
}

static gboolean
fettle_note_bar_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (FETTLE_NOTE_BAR (widget)->view));
}

static void
fettle_note_bar_dispose (GObject *object)
{
  FettleNoteBar *self = FETTLE_NOTE_BAR (object);

  g_clear_object (&self->keeper);
  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (self), FETTLE_TYPE_NOTE_BAR);
  G_OBJECT_CLASS (fettle_note_bar_parent_class)->dispose (object);
}

static void
fettle_note_bar_class_init (FettleNoteBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fettle_note_bar_dispose;
  widget_class->grab_focus = fettle_note_bar_grab_focus;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-note-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleNoteBar, view);
  gtk_widget_class_bind_template_child (widget_class, FettleNoteBar, text);
  gtk_widget_class_bind_template_child (widget_class, FettleNoteBar, is_public);
  gtk_widget_class_bind_template_child (widget_class, FettleNoteBar, add);
  gtk_widget_class_bind_template_child (widget_class, FettleNoteBar, hint);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
  gtk_widget_class_bind_template_callback (widget_class, on_key);
}

static void
fettle_note_bar_init (FettleNoteBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  on_changed (self);
}

/**
 * fettle_note_bar_set_job:
 * @job_id: row, 0 for none
 * @number: (nullable): of the job
 *
 * What was typed for another job is kept there.
 */
void
fettle_note_bar_set_job (FettleNoteBar *self, FettleDesk *desk, gint64 job_id, const char *number)
{
  if (self->keeper == NULL)
    {
      self->desk = g_object_ref (desk);
      self->keeper = fettle_draft_keeper_new (desk, "note", on_draft, self);
    }
  if (job_id == self->job_id)
    return;
  fettle_draft_keeper_flush (self->keeper);
  self->job_id = job_id;
  set_text (self, "");
  gtk_check_button_set_active (self->is_public, FALSE);
  fettle_draft_keeper_set_subject (self->keeper, number);
}
