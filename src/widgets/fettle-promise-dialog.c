/* fettle-promise-dialog.c: makes a promise, or gives one a new date with a reason.
 *
 * A small window that stays, with all that was typed, until the file has it. It also holds the group of actions
 * ("promise.…") which rows of promises activate, for the pages that show such rows. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-promise-dialog.h"

#include <glib/gi18n.h>

#include "fettle-clock.h"
#include "fettle-event-words.h"
#include "fettle-form-row.h"
#include "fettle-question.h"
#include "fettle-say.h"
#include "fettle-staff-choice.h"
#include "fettle-time-entry.h"
#include "fettle-words.h"

struct _FettlePromiseDialog
{
  AdwWindow parent_instance;

  /* Of the template. */
  GtkLabel *message;
  GtkWidget *kind_row;
  GtkDropDown *kind;
  GtkWidget *text_row;
  GtkEditable *text;
  FettleFormRow *due_row;
  FettleTimeEntry *due;
  GtkWidget *owner_row;
  FettleStaffChoice *owner;
  GtkWidget *reason_row;
  GtkDropDown *reason;
  GtkWidget *note_row;
  GtkEditable *note;
  GtkWidget *save;

  FettleDesk *desk;
  gint64 job_id;
  gint64 promise_id;
};

G_DEFINE_FINAL_TYPE (FettlePromiseDialog, fettle_promise_dialog, ADW_TYPE_WINDOW)

static void
say (FettlePromiseDialog *self, const char *sentence)
{
  gtk_label_set_label (self->message, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->message), *sentence != '\0');
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettlePromiseDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleJob) job = fettle_desk_finish (FETTLE_DESK (source), result, &error);

  if (self->desk == NULL)
    return;
  gtk_widget_set_sensitive (self->save, TRUE);
  if (job == NULL)
    say (self, error->message);
  else
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
send_new (FettlePromiseDialog *self, gint64 due)
{
  g_autoptr (FettlePromise) promise = fettle_promise_new ();
  const char *const *kinds = fettle_event_words_promise_ids ();
  const char *text = gtk_editable_get_text (self->text);

  promise->job_id = self->job_id;
  promise->kind = g_strdup (kinds[gtk_drop_down_get_selected (self->kind)]);
  promise->text = *text != '\0' ? g_strdup (text) : NULL;
  promise->owner_id = fettle_staff_choice_get_id (self->owner);
  promise->due = due;
  fettle_desk_add_promise_async (self->desk, promise, NULL, on_saved, g_object_ref (self));
}

static void
send_revision (FettlePromiseDialog *self, gint64 due)
{
  const char *const *reasons = fettle_event_words_reason_ids ();
  const char *note = gtk_editable_get_text (self->note);

  fettle_desk_revise_promise_async (self->desk, self->job_id, self->promise_id, due,
                                    reasons[gtk_drop_down_get_selected (self->reason)], *note != '\0' ? note : NULL,
                                    NULL, on_saved, g_object_ref (self));
}

static void
on_save (FettlePromiseDialog *self)
{
  gint64 due = 0;
  g_autoptr (GError) error = NULL;

  if (!fettle_time_entry_get_moment (self->due, &due, &error))
    fettle_form_row_set_mistake (self->due_row, error->message);
  else if (due == 0)
    fettle_form_row_set_mistake (self->due_row, _ ("Say until when."));
  else if (due <= fettle_clock_now ())
    fettle_form_row_set_mistake (self->due_row, _ ("This moment is past; choose a later one."));
  if (fettle_form_row_get_mistake (self->due_row) != NULL)
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->due));
      return;
    }
  gtk_widget_set_sensitive (self->save, FALSE);
  if (self->promise_id != 0)
    send_revision (self, due);
  else
    send_new (self, due);
}

static void
on_due_changed (FettlePromiseDialog *self)
{
  fettle_form_row_set_mistake (self->due_row, NULL);
}

static gint64
closing_time (gint64 day_begins, gpointer data)
{
  FettlePromiseDialog *self = data;
  FettleCalendar *calendar = fettle_desk_get_calendar (self->desk);

  gint64 closes = calendar != NULL ? fettle_calendar_closing_time (calendar, day_begins) : 0;

  return closes != 0 ? closes : day_begins + 18 * FETTLE_HOUR;
}

static void
fettle_promise_dialog_dispose (GObject *object)
{
  g_clear_object (&FETTLE_PROMISE_DIALOG (object)->desk);
  G_OBJECT_CLASS (fettle_promise_dialog_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, FettlePromiseDialog, message);
  gtk_widget_class_bind_template_child (widget_class, FettlePromiseDialog, kind_row);
  gtk_widget_class_bind_template_child (widget_class, FettlePromiseDialog, kind);
  gtk_widget_class_bind_template_child (widget_class, FettlePromiseDialog, text_row);
  gtk_widget_class_bind_template_child (widget_class, FettlePromiseDialog, text);
  gtk_widget_class_bind_template_child (widget_class, FettlePromiseDialog, due_row);
  gtk_widget_class_bind_template_child (widget_class, FettlePromiseDialog, due);
  gtk_widget_class_bind_template_child (widget_class, FettlePromiseDialog, owner_row);
  gtk_widget_class_bind_template_child (widget_class, FettlePromiseDialog, owner);
  gtk_widget_class_bind_template_child (widget_class, FettlePromiseDialog, reason_row);
  gtk_widget_class_bind_template_child (widget_class, FettlePromiseDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, FettlePromiseDialog, note_row);
  gtk_widget_class_bind_template_child (widget_class, FettlePromiseDialog, note);
  gtk_widget_class_bind_template_child (widget_class, FettlePromiseDialog, save);
}

static void
fettle_promise_dialog_class_init (FettlePromiseDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fettle_promise_dialog_dispose;
  g_type_ensure (FETTLE_TYPE_FORM_ROW);
  g_type_ensure (FETTLE_TYPE_STAFF_CHOICE);
  g_type_ensure (FETTLE_TYPE_TIME_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-promise-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_bind_template_callback (widget_class, on_due_changed);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
fill_words (GtkDropDown *list, const char *const *ids, const char *(*words) (FettleLanguage *language, const char *id))
{
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    gtk_string_list_append (model, words (NULL, ids[i]));
  gtk_drop_down_set_model (list, G_LIST_MODEL (model));
}

static void
fettle_promise_dialog_init (FettlePromiseDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_words (self->kind, fettle_event_words_promise_ids (), fettle_event_words_promise);
  fill_words (self->reason, fettle_event_words_reason_ids (), fettle_event_words_reason);
}

static FettlePromiseDialog *
make_dialog (GtkWidget *from, FettleDesk *desk, gint64 job_id, gint64 promise_id)
{
  FettlePromiseDialog *self = g_object_new (FETTLE_TYPE_PROMISE_DIALOG, NULL);
  GtkRoot *root = gtk_widget_get_root (from);
  gboolean is_new = promise_id == 0;

  self->desk = g_object_ref (desk);
  self->job_id = job_id;
  self->promise_id = promise_id;
  gtk_window_set_title (GTK_WINDOW (self), is_new ? _ ("A Promise") : _ ("A New Date"));
  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL);
  gtk_widget_set_visible (self->kind_row, is_new);
  gtk_widget_set_visible (self->text_row, is_new);
  gtk_widget_set_visible (self->owner_row, is_new);
  gtk_widget_set_visible (self->reason_row, !is_new);
  gtk_widget_set_visible (self->note_row, !is_new);
  fettle_staff_choice_set_shop (self->owner, fettle_desk_get_shop (desk));
  fettle_staff_choice_set_id (self->owner, fettle_desk_get_person_id (desk));
  fettle_time_entry_set_zone (self->due, fettle_desk_get_zone (desk));
  fettle_time_entry_set_closing_time (self->due, closing_time, self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->due));
  return self;
}

/**
 * fettle_promise_dialog_add:
 * @from: any widget; the dialog stands before its window
 */
void
fettle_promise_dialog_add (GtkWidget *from, FettleDesk *desk, gint64 job_id)
{
  make_dialog (from, desk, job_id, 0);
}

/**
 * fettle_promise_dialog_revise:
 * @from: any widget; the dialog stands before its window
 */
void
fettle_promise_dialog_revise (GtkWidget *from, FettleDesk *desk, gint64 job_id, gint64 promise_id)
{
  make_dialog (from, desk, job_id, promise_id);
}

/* The end of a promise that waits for its note. */
typedef struct
{
  GtkWidget *page;
  FettleDesk *desk;
  gint64 job_id;
  gint64 promise_id;
  FettlePromiseState state;
} Ending;

static void
ending_free (Ending *ending)
{
  g_object_unref (ending->page);
  g_object_unref (ending->desk);
  g_free (ending);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ending, ending_free)

static void
on_ended (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Ending) ending = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleJob) job = fettle_desk_finish (FETTLE_DESK (source), result, &error);

  if (job == NULL)
    fettle_say_error (ending->page, error);
}

static void
on_end_asked (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Ending) ending = data;
  g_autofree char *note = NULL;

  if (fettle_question_ask_finish (result, &note, NULL) != FETTLE_ANSWER_YES)
    return;
  fettle_desk_end_promise_async (ending->desk, ending->job_id, ending->promise_id, ending->state,
                                 note != NULL && *note != '\0' ? note : NULL, NULL, on_ended, ending);
  g_steal_pointer (&ending);
}

static void
end_promise (GSimpleAction *action, GVariant *target, gpointer data)
{
  GtkWidget *page = data;
  Ending *ending = g_new0 (Ending, 1);
  const char *state;
  FettleQuestion question = {
    .heading = _ ("What Became of This Promise?"),
    .yes = _ ("_End It"),
    .words_label = _ ("A word about it, for the timeline"),
  };

  ending->page = g_object_ref (page);
  ending->desk = g_object_ref (g_object_get_data (G_OBJECT (action), "desk"));
  g_variant_get (target, "(xx&s)", &ending->job_id, &ending->promise_id, &state);
  ending->state = fettle_promise_state_from_id (state);
  question.body = fettle_words_promise_state (NULL, ending->state);
  /* Who keeps a promise need not explain it. */
  question.words_needed = ending->state != FETTLE_PROMISE_KEPT;
  fettle_question_ask_async (page, &question, NULL, on_end_asked, ending);
}

static void
revise_promise (GSimpleAction *action, GVariant *target, gpointer data)
{
  gint64 job_id, promise_id;

  g_variant_get (target, "(xx)", &job_id, &promise_id);
  fettle_promise_dialog_revise (GTK_WIDGET (data), g_object_get_data (G_OBJECT (action), "desk"), job_id, promise_id);
}

/**
 * fettle_promise_dialog_install_actions:
 * @page: shows rows of promises
 */
void
fettle_promise_dialog_install_actions (GtkWidget *page, FettleDesk *desk)
{
  static const GActionEntry actions[] = {
    { .name = "revise", .activate = revise_promise, .parameter_type = "(xx)" },
    { .name = "end", .activate = end_promise, .parameter_type = "(xxs)" },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), actions, G_N_ELEMENTS (actions), page);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    g_object_set_data_full (G_OBJECT (g_action_map_lookup_action (G_ACTION_MAP (group), actions[i].name)), "desk",
                            g_object_ref (desk), g_object_unref);
  gtk_widget_insert_action_group (page, "promise", G_ACTION_GROUP (group));
}
