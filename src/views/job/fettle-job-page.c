/* fettle-job-page.c: one job: what it is, its timeline, what was promised.
 *
 * Loads the job when it is shown and whenever anybody changes it, and hands it to the parts of the page. While the
 * details are being corrected the form is left alone; a change by somebody else is told when it is saved, and what was
 * typed stays. The commands are in fettle-job-page-actions.c. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-job-page-private.h"

#include <glib/gi18n.h>

#include "fettle-after-actions.h"
#include "fettle-event-text.h"
#include "fettle-promise-dialog.h"
#include "fettle-promise-row.h"
#include "fettle-say.h"
#include "fettle-stack-sight.h"
#include "fettle-store-error.h"

G_DEFINE_FINAL_TYPE (FettleJobPage, fettle_job_page, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_DESK,
};

static gboolean
is_editing (FettleJobPage *self)
{
  return g_str_equal (gtk_stack_get_visible_child_name (self->details), "form");
}

static void
show_promises (FettleJobPage *self)
{
  FettleCalendar *calendar = fettle_desk_get_calendar (self->desk);
  GPtrArray *promises = self->job->promises;
  guint n = 0;

  /* Few of them: rows are used again, and only their number changes. */
  while (gtk_list_box_get_row_at_index (self->promises, (int) n) != NULL)
    n++;
  for (; n < promises->len; n++)
    gtk_list_box_append (self->promises, fettle_promise_row_new ());
  for (; n > promises->len; n--)
    gtk_list_box_remove (self->promises, GTK_WIDGET (gtk_list_box_get_row_at_index (self->promises, (int) n - 1)));
  for (guint i = 0; i < promises->len; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->promises, (int) i);

      gtk_list_box_row_set_activatable (row, FALSE);
      fettle_promise_row_set (FETTLE_PROMISE_ROW (gtk_list_box_row_get_child (row)), promises->pdata[i], calendar,
                              FALSE);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->promises), promises->len > 0);
}

/* While a job is loaded nothing on the page can have the keyboard; it comes to the page with the job. */
static void
take_focus (FettleJobPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root != NULL && gtk_root_get_focus (root) == NULL)
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
show_job (FettleJobPage *self, FettleJob *job)
{
  if (self->job == NULL)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->left), 0);
  g_set_object (&self->job, job);
  fettle_job_page_update_actions (self);
  fettle_job_head_set (self->head, job, self->desk);
  fettle_job_facts_set (self->facts, job, self->desk);
  fettle_job_arrival_set (self->arrival, job, self->desk);
  show_promises (self);
  fettle_job_word_set (self->word, job, self->desk);
  fettle_job_device_set (self->device, job, self->desk);
  fettle_job_contacts_set (self->contacts, job, self->desk);
  fettle_job_options_set (self->options, job, self->desk);
  fettle_job_costs_set (self->costs, job, self->desk);
  fettle_job_after_set (self->after, job, self->desk);
  fettle_timeline_view_set_shop (self->timeline, fettle_desk_get_shop (self->desk));
  fettle_timeline_view_set (self->timeline, job->events, fettle_desk_get_zone (self->desk));
  fettle_note_bar_set_job (self->note, self->desk, job->summary->id, job->summary->number);
  fettle_draft_keeper_set_subject (self->keeper, job->summary->number);
  gtk_stack_set_visible_child_name (self->stack, "job");
  take_focus (self);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettleJobPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleJob) job = fettle_desk_finish (FETTLE_DESK (source), result, &error);

  self->is_loading = FALSE;
  if (self->desk == NULL)
    return;
  if (job == NULL)
    fettle_say_error (GTK_WIDGET (self), error);
  else if (job->summary->id == self->job_id)
    show_job (self, job);
  if (self->is_stale)
    fettle_job_page_load (self);
}

/**
 * fettle_job_page_load:
 *
 * Reads the job again; not more than one more time, however often it is asked.
 */
void
fettle_job_page_load (FettleJobPage *self)
{
  self->is_stale = self->job_id != 0;
  if (!self->is_stale || self->is_loading || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->is_stale = FALSE;
  self->is_loading = TRUE;
  fettle_desk_load_job_async (self->desk, self->job_id, self->cancellable, on_loaded, g_object_ref (self));
}

static void
on_changed (FettleDesk *desk, GArray *ids, FettleJobPage *self)
{
  gboolean is_ours = ids == NULL || ids->len == 0;

  for (guint i = 0; !is_ours && i < ids->len; i++)
    is_ours = g_array_index (ids, gint64, i) == self->job_id;
  if (is_ours)
    fettle_job_page_load (self);
}

static void
on_shop (FettleDesk *desk, GParamSpec *pspec, FettleJobPage *self)
{
  fettle_job_page_load (self);
}

/* The details as a form. */

static void
end_edit (FettleJobPage *self)
{
  gtk_stack_set_visible_child_name (self->details, "facts");
}

static void
on_form_changed (FettleJobPage *self)
{
  g_autofree char *draft = fettle_job_form_to_draft (self->form);

  fettle_draft_keeper_keep (self->keeper, draft);
}

static void
on_form_cancel (FettleJobPage *self)
{
  fettle_draft_keeper_drop (self->keeper);
  end_edit (self);
}

/* Tells what somebody else wrote meanwhile, and takes note of it: to save again is then a decision. */
static void
tell_conflict (FettleJobPage *self, FettleJob *now)
{
  FettleEvent *last = now->events->len > 0 ? now->events->pdata[now->events->len - 1] : NULL;
  g_autofree char *what
      = last != NULL ? fettle_event_text (last, NULL, fettle_desk_get_zone (self->desk), FALSE) : g_strdup ("");
  g_autofree char *sentence = g_strdup_printf (
      /* Translators: a name, and what they did as sentences. */
      _ ("%s changed this job meanwhile: %s\nWhat you typed is still here. Save again to keep yours, or cancel to keep "
         "theirs."),
      last != NULL && last->by_name != NULL ? last->by_name : _ ("Somebody"), what);

  fettle_job_form_say (self->form, sentence);
  fettle_job_form_take_revision (self->form, now->summary->revision);
}

static void
on_conflict_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettleJobPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleJob) job = fettle_desk_finish (FETTLE_DESK (source), result, &error);

  if (self->desk == NULL || !is_editing (self))
    return;
  if (job == NULL)
    fettle_job_form_say (self->form, error->message);
  else if (job->summary->id == self->job_id)
    tell_conflict (self, job);
}

static void
on_edited (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettleJobPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleJob) job = fettle_desk_finish (FETTLE_DESK (source), result, &error);

  if (self->desk == NULL)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->form), TRUE);
  if (g_error_matches (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_CONFLICT))
    fettle_desk_load_job_async (self->desk, self->job_id, self->cancellable, on_conflict_loaded, g_object_ref (self));
  else if (job == NULL)
    fettle_job_form_say (self->form, error->message);
  else if (job->summary->id == self->job_id)
    {
      fettle_draft_keeper_drop (self->keeper);
      end_edit (self);
      show_job (self, job);
    }
}

static void
on_form_save (FettleJobPage *self)
{
  g_autoptr (FettleJobEdit) edit = fettle_job_form_read (self->form);

  if (edit == NULL)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->form), FALSE);
  fettle_desk_edit_job_async (self->desk, edit, NULL, on_edited, g_object_ref (self));
}

/* Something was typed here and not saved: it stands in the form again. */
static void
on_draft (const char *content, gpointer data)
{
  FettleJobPage *self = data;

  if (is_editing (self) || self->job == NULL)
    return;
  fettle_job_page_edit (self);
  fettle_job_form_take_draft (self->form, content);
  fettle_job_form_say (self->form, _ ("These changes were typed earlier and not saved yet."));
}

/**
 * fettle_job_page_edit:
 *
 * Turns the details into a form.
 */
void
fettle_job_page_edit (FettleJobPage *self)
{
  if (self->job == NULL || is_editing (self))
    return;
  gtk_stack_set_visible_child_name (self->details, "form");
  fettle_job_form_begin (self->form, self->job, fettle_desk_get_zone (self->desk));
}

static void
fettle_job_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (fettle_job_page_parent_class)->map (widget);
  fettle_job_page_load (FETTLE_JOB_PAGE (widget));
}

static void
fettle_job_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_DESK)
    FETTLE_JOB_PAGE (object)->desk = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
fettle_job_page_constructed (GObject *object)
{
  FettleJobPage *self = FETTLE_JOB_PAGE (object);

  G_OBJECT_CLASS (fettle_job_page_parent_class)->constructed (object);
  self->cancellable = g_cancellable_new ();
  self->mover = fettle_mover_new (GTK_WIDGET (self), self->desk);
  self->keeper = fettle_draft_keeper_new (self->desk, "job-edit", on_draft, self);
  fettle_job_page_add_actions (self);
  fettle_promise_dialog_install_actions (GTK_WIDGET (self), self->desk);
  fettle_after_actions_install (GTK_WIDGET (self), self->desk);
  g_signal_connect_object (self->desk, "changed", G_CALLBACK (on_changed), self, 0);
  g_signal_connect_object (self->desk, "notify::shop", G_CALLBACK (on_shop), self, 0);
}

static void
fettle_job_page_dispose (GObject *object)
{
  FettleJobPage *self = FETTLE_JOB_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->mover);
  g_clear_object (&self->keeper);
  g_clear_object (&self->job);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (fettle_job_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  g_type_ensure (FETTLE_TYPE_JOB_DEVICE);
  g_type_ensure (FETTLE_TYPE_JOB_ARRIVAL);
  g_type_ensure (FETTLE_TYPE_JOB_CONTACTS);
  g_type_ensure (FETTLE_TYPE_JOB_COSTS);
  g_type_ensure (FETTLE_TYPE_JOB_AFTER);
  g_type_ensure (FETTLE_TYPE_JOB_FACTS);
  g_type_ensure (FETTLE_TYPE_JOB_FORM);
  g_type_ensure (FETTLE_TYPE_JOB_WORD);
  g_type_ensure (FETTLE_TYPE_JOB_HEAD);
  g_type_ensure (FETTLE_TYPE_JOB_OPTIONS);
  g_type_ensure (FETTLE_TYPE_NOTE_BAR);
  g_type_ensure (FETTLE_TYPE_TIMELINE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-job-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleJobPage, stack);
  gtk_widget_class_bind_template_child (widget_class, FettleJobPage, left);
  gtk_widget_class_bind_template_child (widget_class, FettleJobPage, head);
  gtk_widget_class_bind_template_child (widget_class, FettleJobPage, details);
  gtk_widget_class_bind_template_child (widget_class, FettleJobPage, facts);
  gtk_widget_class_bind_template_child (widget_class, FettleJobPage, form);
  gtk_widget_class_bind_template_child (widget_class, FettleJobPage, arrival);
  gtk_widget_class_bind_template_child (widget_class, FettleJobPage, promises);
  gtk_widget_class_bind_template_child (widget_class, FettleJobPage, word);
  gtk_widget_class_bind_template_child (widget_class, FettleJobPage, device);
  gtk_widget_class_bind_template_child (widget_class, FettleJobPage, contacts);
  gtk_widget_class_bind_template_child (widget_class, FettleJobPage, options);
  gtk_widget_class_bind_template_child (widget_class, FettleJobPage, costs);
  gtk_widget_class_bind_template_child (widget_class, FettleJobPage, after);
  gtk_widget_class_bind_template_child (widget_class, FettleJobPage, timeline);
  gtk_widget_class_bind_template_child (widget_class, FettleJobPage, note);
  gtk_widget_class_bind_template_callback (widget_class, on_form_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_form_save);
  gtk_widget_class_bind_template_callback (widget_class, on_form_cancel);
}

static void
fettle_job_page_class_init (FettleJobPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = fettle_job_page_set_property;
  object_class->constructed = fettle_job_page_constructed;
  object_class->dispose = fettle_job_page_dispose;
  GTK_WIDGET_CLASS (klass)->map = fettle_job_page_map;
  g_object_class_install_property (object_class, PROP_DESK,
                                   g_param_spec_object ("desk", NULL, NULL, FETTLE_TYPE_DESK,
                                                        G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY
                                                            | G_PARAM_STATIC_STRINGS));
  bind_children (GTK_WIDGET_CLASS (klass));
}

static void
fettle_job_page_init (FettleJobPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fettle_stack_sight_follow (self->stack);
  fettle_stack_sight_follow (self->details);
}

GtkWidget *
fettle_job_page_new (FettleDesk *desk)
{
  return g_object_new (FETTLE_TYPE_JOB_PAGE, "desk", desk, NULL);
}

/**
 * fettle_job_page_show:
 * @job_id: row
 *
 * Turns to a job. A form that is open keeps what was typed as a draft of its own job.
 */
void
fettle_job_page_show (FettleJobPage *self, gint64 job_id)
{
  g_return_if_fail (FETTLE_IS_JOB_PAGE (self));
  if (job_id == self->job_id && self->job != NULL)
    {
      fettle_job_page_load (self);
      return;
    }
  fettle_draft_keeper_flush (self->keeper);
  end_edit (self);
  g_clear_object (&self->job);
  self->job_id = job_id;
  gtk_stack_set_visible_child_name (self->stack, "loading");
  fettle_job_page_load (self);
}

/**
 * fettle_job_page_get_job:
 *
 * Returns: (transfer none) (nullable): the job shown; %NULL while it is loaded
 */
FettleJob *
fettle_job_page_get_job (FettleJobPage *self)
{
  return self->job;
}
