/* fettle-promise-dialog.c: makes a promise, gives one a new date or other hands, puts something behind it, or ends it.
 *
 * A small window that stays, with all that was typed, until the file has it; what is typed is kept as a draft, so that
 * a crash loses nothing. It also holds the group of actions ("promise.…") which rows of promises activate, for the
 * pages that show such rows. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-promise-dialog.h"

#include <glib/gi18n.h>

#include "fettle-clock.h"
#include "fettle-desk-promises.h"
#include "fettle-details.h"
#include "fettle-draft-keeper.h"
#include "fettle-event-words.h"
#include "fettle-form-row.h"
#include "fettle-promise-rules.h"
#include "fettle-phrase-hint.h"
#include "fettle-sentence.h"
#include "fettle-staff-choice.h"
#include "fettle-time-entry.h"
#include "fettle-words.h"

typedef enum
{
  ADD,
  REVISE,
  END,
  LINK,
  ASSIGN,
} Mode;

struct _FettlePromiseDialog
{
  AdwWindow parent_instance;

  /* Of the template. */
  GtkLabel *message;
  GtkWidget *kind_row;
  GtkDropDown *kind;
  FettleFormRow *days_row;
  GtkEditable *days;
  GtkWidget *from_row;
  FettleTimeEntry *from;
  FettleFormRow *due_row;
  FettleTimeEntry *due;
  GtkLabel *calendar_note;
  GtkWidget *text_row;
  GtkEditable *text;
  GtkWidget *owner_row;
  FettleStaffChoice *owner;
  GtkWidget *deputy_row;
  FettleStaffChoice *deputy;
  GtkWidget *told_row;
  GtkDropDown *told;
  GtkWidget *requires_row;
  GtkDropDown *requires;
  FettleFormRow *backing_row;
  GtkEditable *backing;
  FettlePhraseHint *words;
  GtkWidget *reason_row;
  GtkDropDown *reason;
  GtkWidget *whom_row;
  GtkEditable *whom;
  FettleFormRow *note_row;
  GtkEditable *note;
  GtkWidget *save;

  FettleDesk *desk;
  FettleDraftKeeper *keeper;
  GPtrArray *kinds;
  Mode mode;
  gint64 job_id;
  gint64 promise_id;
  FettlePromiseState state;
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (FettlePromiseDialog, fettle_promise_dialog, ADW_TYPE_WINDOW)

static void
say (FettlePromiseDialog *self, const char *sentence)
{
  gtk_label_set_label (self->message, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->message), *sentence != '\0');
}

static FettlePromiseKind *
chosen_kind (FettlePromiseDialog *self)
{
  guint position = gtk_drop_down_get_selected (self->kind);

  return self->kinds != NULL && position < self->kinds->len ? self->kinds->pdata[position] : NULL;
}

/* The chosen one of a list whose first row stands for none. */
static const char *
chosen (GtkDropDown *list, const char *const *ids)
{
  guint position = gtk_drop_down_get_selected (list);

  return position == 0 || position == GTK_INVALID_LIST_POSITION ? NULL : ids[position - 1];
}

static const char *
typed (GtkEditable *entry)
{
  const char *text = gtk_editable_get_text (entry);

  return *text != '\0' ? text : NULL;
}

static void
keep_draft (FettlePromiseDialog *self)
{
  g_autoptr (FettleDetails) draft = NULL;
  g_autofree char *content = NULL;
  FettlePromiseKind *kind = chosen_kind (self);

  if (self->is_filling || self->keeper == NULL)
    return;
  draft = fettle_details_new ();
  if (kind != NULL && self->mode == ADD)
    fettle_details_set (draft, "kind", kind->id);
  fettle_details_set (draft, "from", fettle_time_entry_get_typed (self->from));
  fettle_details_set (draft, "due", fettle_time_entry_get_typed (self->due));
  fettle_details_set (draft, "text", typed (self->text));
  fettle_details_set_int (draft, "owner", fettle_staff_choice_get_id (self->owner));
  fettle_details_set_int (draft, "deputy", fettle_staff_choice_get_id (self->deputy));
  fettle_details_set_int (draft, "told", gtk_drop_down_get_selected (self->told));
  fettle_details_set_int (draft, "requires", gtk_drop_down_get_selected (self->requires));
  fettle_details_set (draft, "backing", typed (self->backing));
  fettle_details_set_int (draft, "reason", gtk_drop_down_get_selected (self->reason));
  fettle_details_set (draft, "whom", typed (self->whom));
  fettle_details_set (draft, "note", typed (self->note));
  content = fettle_details_to_text (draft);
  fettle_draft_keeper_keep (self->keeper, content);
}

static void
put_text (GtkEditable *entry, FettleDetails *draft, const char *key)
{
  if (fettle_details_get (draft, key) != NULL)
    gtk_editable_set_text (entry, fettle_details_get (draft, key));
}

static void
put_choice (GtkDropDown *list, FettleDetails *draft, const char *key)
{
  GListModel *model = gtk_drop_down_get_model (list);
  gint64 position = fettle_details_get_int (draft, key);

  if (fettle_details_has (draft, key) && model != NULL && position >= 0
      && position < (gint64) g_list_model_get_n_items (model))
    gtk_drop_down_set_selected (list, (guint) position);
}

static void
choose_kind (FettlePromiseDialog *self, const char *id)
{
  for (guint i = 0; self->kinds != NULL && id != NULL && i < self->kinds->len; i++)
    if (g_str_equal (((FettlePromiseKind *) self->kinds->pdata[i])->id, id))
      gtk_drop_down_set_selected (self->kind, i);
}

static void
on_draft (const char *content, gpointer data)
{
  FettlePromiseDialog *self = data;
  g_autoptr (FettleDetails) draft = fettle_details_parse (content);

  self->is_filling = TRUE;
  choose_kind (self, fettle_details_get (draft, "kind"));
  if (fettle_details_get (draft, "from") != NULL)
    fettle_time_entry_set_typed (self->from, fettle_details_get (draft, "from"));
  if (fettle_details_get (draft, "due") != NULL)
    fettle_time_entry_set_typed (self->due, fettle_details_get (draft, "due"));
  put_text (self->text, draft, "text");
  fettle_staff_choice_set_id (self->owner, fettle_details_get_int (draft, "owner"));
  fettle_staff_choice_set_id (self->deputy, fettle_details_get_int (draft, "deputy"));
  put_choice (self->told, draft, "told");
  put_choice (self->requires, draft, "requires");
  put_text (self->backing, draft, "backing");
  put_choice (self->reason, draft, "reason");
  put_text (self->whom, draft, "whom");
  put_text (self->note, draft, "note");
  self->is_filling = FALSE;
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettlePromiseDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleJob) job = fettle_desk_finish (FETTLE_DESK (source), result, &error);
  g_autofree char *sentence = NULL;

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
  say (self, sentence);
}

static void
send_new (FettlePromiseDialog *self, gint64 from, gint64 due)
{
  g_autoptr (FettlePromise) promise = fettle_promise_new ();
  FettlePromiseKind *kind = chosen_kind (self);
  const char *requires = chosen (self->requires, fettle_promise_require_ids ());

  promise->job_id = self->job_id;
  promise->kind = g_strdup (kind != NULL ? kind->id : "ready");
  promise->text = g_strdup (typed (self->text));
  promise->owner_id = fettle_staff_choice_get_id (self->owner);
  promise->deputy_id = fettle_staff_choice_get_id (self->deputy);
  promise->told_how = g_strdup (chosen (self->told, fettle_event_words_told_ids ()));
  promise->requires = g_strdup (requires != NULL ? requires : "none");
  promise->backing = g_strdup (typed (self->backing));
  promise->due_from = from;
  promise->due = due;
  fettle_desk_add_promise_async (self->desk, promise, NULL, on_saved, g_object_ref (self));
}

static void
send_change (FettlePromiseDialog *self, gint64 from, gint64 due)
{
  g_autoptr (FettlePromiseChange) change = fettle_promise_change_new ();

  change->promise_id = self->promise_id;
  change->due_from = from;
  change->due = due;
  change->state = self->mode == END ? self->state : FETTLE_PROMISE_NONE;
  change->reason = g_strdup (chosen (self->reason, fettle_event_words_reason_ids ()));
  change->whom = g_strdup (fettle_claim_is_against (change->reason) ? typed (self->whom) : NULL);
  change->note = g_strdup (typed (self->note));
  change->told_how = g_strdup (chosen (self->told, fettle_event_words_told_ids ()));
  fettle_desk_change_promise_async (self->desk, change, NULL, on_saved, g_object_ref (self));
}

/* The moment by which it is due, 0 after saying what is wrong. */
static gint64
read_due (FettlePromiseDialog *self, gint64 *from)
{
  gint64 due = 0;
  g_autoptr (GError) error = NULL;

  if (!fettle_time_entry_get_moment (self->due, &due, &error)
      || !fettle_time_entry_get_moment (self->from, from, &error))
    fettle_form_row_set_mistake (self->due_row, error->message);
  else if (due == 0 && typed (self->days) != NULL)
    {
      fettle_form_row_set_mistake (self->days_row, _ ("3, or 3-6 for a range: its far end counts"));
      gtk_widget_grab_focus (GTK_WIDGET (self->days));
      return 0;
    }
  else if (due == 0)
    fettle_form_row_set_mistake (self->due_row, _ ("Say until when."));
  else if (due <= fettle_clock_now ())
    fettle_form_row_set_mistake (self->due_row, _ ("This moment is past; choose a later one."));
  else if (*from > due)
    fettle_form_row_set_mistake (self->due_row, _ ("The range ends before it begins."));
  if (fettle_form_row_get_mistake (self->due_row) == NULL)
    return due;
  gtk_widget_grab_focus (GTK_WIDGET (self->due));
  return 0;
}

static gboolean
has_words (FettleFormRow *row, GtkEditable *entry, const char *sentence)
{
  if (typed (entry) != NULL)
    return TRUE;
  fettle_form_row_set_mistake (row, sentence);
  gtk_widget_grab_focus (GTK_WIDGET (entry));
  return FALSE;
}

static void
on_save (FettlePromiseDialog *self)
{
  gint64 from = 0, due = 0;

  if ((self->mode == ADD || self->mode == REVISE) && (due = read_due (self, &from)) == 0)
    return;
  if (self->mode == LINK
      && !has_words (self->backing_row, self->backing, _ ("Write what stands behind it, such as an order’s number.")))
    return;
  /* Who keeps a promise need not explain it. */
  if (self->mode == END && self->state != FETTLE_PROMISE_KEPT
      && !has_words (self->note_row, self->note, _ ("Write a word about it, for the timeline.")))
    return;
  gtk_widget_set_sensitive (self->save, FALSE);
  if (self->mode == ADD)
    send_new (self, from, due);
  else if (self->mode == LINK)
    fettle_desk_back_promise_async (self->desk, self->promise_id, typed (self->backing), NULL, on_saved,
                                    g_object_ref (self));
  else if (self->mode == ASSIGN)
    fettle_desk_assign_promise_async (self->desk, self->promise_id, fettle_staff_choice_get_id (self->owner),
                                      fettle_staff_choice_get_id (self->deputy), typed (self->note), NULL, on_saved,
                                      g_object_ref (self));
  else
    send_change (self, from, due);
}

/* How to say it, apology first, with the new time in it as soon as it is typed. */
static void
show_words (FettlePromiseDialog *self, const char *reason)
{
  gint64 due = 0;

  if (self->mode == REVISE && self->desk != NULL && fettle_time_entry_get_moment (self->due, &due, NULL))
    fettle_phrase_hint_set_new_due (self->words, self->promise_id, due, reason);
}

/* A date in a year whose holidays nobody has published is counted without them, and says so. */
static void
show_calendar_note (FettlePromiseDialog *self)
{
  FettleCalendar *calendar = self->desk != NULL ? fettle_desk_get_calendar (self->desk) : NULL;
  gint64 due = 0;
  g_autofree char *note = NULL;

  if ((self->mode == ADD || self->mode == REVISE) && fettle_time_entry_get_moment (self->due, &due, NULL))
    note = fettle_promise_calendar_note (calendar, fettle_clock_now (), due);
  gtk_label_set_label (self->calendar_note, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->calendar_note), note != NULL);
}

static void
on_edited (FettlePromiseDialog *self)
{
  const char *reason = chosen (self->reason, fettle_event_words_reason_ids ());

  fettle_form_row_set_mistake (self->due_row, NULL);
  fettle_form_row_set_mistake (self->backing_row, NULL);
  fettle_form_row_set_mistake (self->note_row, NULL);
  gtk_widget_set_visible (self->whom_row,
                          (self->mode == REVISE || self->mode == END) && fettle_claim_is_against (reason));
  show_words (self, reason);
  show_calendar_note (self);
  keep_draft (self);
}

/* "3", or "3-6" for a range, in working days from now. */
static void
on_days_changed (FettlePromiseDialog *self)
{
  FettleCalendar *calendar = fettle_desk_get_calendar (self->desk);
  g_auto (GStrv) ends = g_strsplit_set (gtk_editable_get_text (self->days), "-–", 2);
  guint64 near = 0, far = 0;
  gboolean is_range = g_strv_length (ends) == 2;

  fettle_form_row_set_mistake (self->days_row, NULL);
  if (calendar == NULL || ends[0] == NULL
      || !g_ascii_string_to_unsigned (g_strstrip (ends[0]), 10, 1, 1000, &near, NULL)
      || (is_range && !g_ascii_string_to_unsigned (g_strstrip (ends[1]), 10, 1, 1000, &far, NULL)))
    return;
  far = is_range ? far : near;
  if (near > far)
    return;
  fettle_time_entry_set_moment (
      self->from, is_range ? fettle_calendar_due_in_working_days (calendar, fettle_clock_now (), (int) near) : 0);
  fettle_time_entry_set_moment (self->due,
                                fettle_calendar_due_in_working_days (calendar, fettle_clock_now (), (int) far));
}

/* What the kind wants behind a promise stands there until the person says otherwise. */
static void
on_kind_changed (FettlePromiseDialog *self)
{
  const char *const *ids = fettle_promise_require_ids ();
  FettlePromiseKind *kind = chosen_kind (self);

  for (guint i = 0; !self->is_filling && kind != NULL && ids[i] != NULL; i++)
    if (g_strcmp0 (kind->requires, ids[i]) == 0)
      gtk_drop_down_set_selected (self->requires, i + 1);
  if (!self->is_filling && kind != NULL && kind->requires == NULL)
    gtk_drop_down_set_selected (self->requires, 0);
  on_edited (self);
}

static gint64
closing_time (gint64 day_begins, gpointer data)
{
  FettlePromiseDialog *self = data;
  FettleCalendar *calendar = fettle_desk_get_calendar (self->desk);

  gint64 closes = calendar != NULL ? fettle_calendar_closing_time (calendar, day_begins) : 0;

  return closes != 0 ? closes : day_begins + 18 * FETTLE_HOUR;
}

/* Closed without saving: given up, and so is the draft. A crash does not come here. */
static gboolean
on_close_request (FettlePromiseDialog *self)
{
  if (self->keeper != NULL)
    fettle_draft_keeper_drop (self->keeper);
  return GDK_EVENT_PROPAGATE;
}

static void
fettle_promise_dialog_dispose (GObject *object)
{
  FettlePromiseDialog *self = FETTLE_PROMISE_DIALOG (object);

  g_clear_object (&self->keeper);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->kinds, g_ptr_array_unref);
  G_OBJECT_CLASS (fettle_promise_dialog_parent_class)->dispose (object);
}

#define BIND(child) gtk_widget_class_bind_template_child (widget_class, FettlePromiseDialog, child)

static void
bind_children (GtkWidgetClass *widget_class)
{
  BIND (message);
  BIND (kind_row);
  BIND (kind);
  BIND (days_row);
  BIND (days);
  BIND (from_row);
  BIND (from);
  BIND (due_row);
  BIND (due);
  BIND (calendar_note);
  BIND (text_row);
  BIND (text);
  BIND (owner_row);
  BIND (owner);
  BIND (deputy_row);
  BIND (deputy);
  BIND (told_row);
  BIND (told);
  BIND (requires_row);
  BIND (requires);
  BIND (backing_row);
  BIND (backing);
  BIND (reason_row);
  BIND (reason);
  BIND (whom_row);
  BIND (whom);
  BIND (note_row);
  BIND (note);
  BIND (save);
}

static void
fettle_promise_dialog_class_init (FettlePromiseDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fettle_promise_dialog_dispose;
  g_type_ensure (FETTLE_TYPE_FORM_ROW);
  g_type_ensure (FETTLE_TYPE_STAFF_CHOICE);
  g_type_ensure (FETTLE_TYPE_TIME_ENTRY);
  g_type_ensure (FETTLE_TYPE_PHRASE_HINT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-promise-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_child (widget_class, FettlePromiseDialog, words);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_bind_template_callback (widget_class, on_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_days_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_kind_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_close_request);
  gtk_widget_class_install_action (widget_class, "promise-dialog.save", NULL, (GtkWidgetActionActivateFunc) on_save);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "promise-dialog.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "promise-dialog.save", NULL);
}

/* The words of a closed list, after a first row that stands for none. */
static void
fill_words (GtkDropDown *list,
            const char *none,
            const char *const *ids,
            const char *(*words) (FettleLanguage *language, const char *id))
{
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);

  gtk_string_list_append (model, none);
  for (guint i = 0; ids[i] != NULL; i++)
    gtk_string_list_append (model, words (NULL, ids[i]));
  gtk_drop_down_set_model (list, G_LIST_MODEL (model));
}

static void
fettle_promise_dialog_init (FettlePromiseDialog *self)
{
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_words (self->told, C_ ("how the customer was told", "not told yet"), fettle_event_words_told_ids (),
              fettle_event_words_told);
  fill_words (self->requires, C_ ("what a promise requires", "Nothing"), fettle_promise_require_ids (),
              fettle_promise_require_words);
  fill_words (self->reason, C_ ("reason", "choose one"), fettle_event_words_reason_ids (), fettle_event_words_reason);
}

static void
on_kinds (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettlePromiseDialog) self = data;
  g_autoptr (GPtrArray) kinds = fettle_desk_finish (FETTLE_DESK (source), result, NULL);
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);
  g_autofree char *subject = NULL;

  if (self->desk == NULL || kinds == NULL)
    return;
  self->kinds = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < kinds->len; i++)
    {
      FettlePromiseKind *kind = kinds->pdata[i];

      if (!kind->active)
        continue;
      g_ptr_array_add (self->kinds, g_object_ref (kind));
      gtk_string_list_append (model, kind->name != NULL ? kind->name : fettle_event_words_promise (NULL, kind->id));
    }
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (model));
  self->is_filling = FALSE;
  subject = g_strdup_printf ("%d:%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT, self->mode, self->job_id, self->promise_id);
  self->keeper = fettle_draft_keeper_new (self->desk, "promise", on_draft, self);
  fettle_draft_keeper_set_subject (self->keeper, subject);
}

static const char *
title_of (FettlePromiseDialog *self)
{
  switch (self->mode)
    {
    case ADD:
      return _ ("A Promise");
    case REVISE:
      return _ ("A New Date");
    case LINK:
      return _ ("What Stands Behind It");
    case ASSIGN:
      return _ ("Who Keeps It");
    case END:
    default:
      return fettle_words_promise_state (NULL, self->state);
    }
}

static void
show_rows (FettlePromiseDialog *self)
{
  const gboolean is_new = self->mode == ADD, has_date = self->mode == ADD || self->mode == REVISE;
  const gboolean is_change = self->mode == REVISE || self->mode == END;

  gtk_widget_set_visible (self->kind_row, is_new);
  gtk_widget_set_visible (GTK_WIDGET (self->days_row), has_date);
  gtk_widget_set_visible (self->from_row, has_date);
  gtk_widget_set_visible (GTK_WIDGET (self->due_row), has_date);
  gtk_widget_set_visible (self->text_row, is_new);
  gtk_widget_set_visible (self->owner_row, is_new || self->mode == ASSIGN);
  gtk_widget_set_visible (self->deputy_row, is_new || self->mode == ASSIGN);
  gtk_widget_set_visible (self->told_row, is_new || is_change);
  gtk_widget_set_visible (self->requires_row, is_new);
  gtk_widget_set_visible (GTK_WIDGET (self->backing_row), is_new || self->mode == LINK);
  gtk_widget_set_visible (self->reason_row, is_change);
  gtk_widget_set_visible (GTK_WIDGET (self->note_row), is_change || self->mode == ASSIGN);
  if (self->mode == END && self->state == FETTLE_PROMISE_KEPT)
    g_object_set (self->reason_row, "hint", _ ("Only where it was late"), NULL);
  if (self->mode == ASSIGN)
    g_object_set (self->note_row, "hint", _ ("For the shop alone"), NULL);
  gtk_widget_set_visible (self->whom_row, FALSE);
}

static FettlePromiseDialog *
make_dialog (GtkWidget *from, FettleDesk *desk, Mode mode, gint64 job_id, gint64 promise_id, FettlePromiseState state)
{
  FettlePromiseDialog *self = g_object_new (FETTLE_TYPE_PROMISE_DIALOG, NULL);
  GtkRoot *root = gtk_widget_get_root (from);

  self->desk = g_object_ref (desk);
  self->mode = mode;
  self->job_id = job_id;
  self->promise_id = promise_id;
  self->state = state;
  gtk_window_set_title (GTK_WINDOW (self), title_of (self));
  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL);
  show_rows (self);
  fettle_staff_choice_set_shop (self->owner, fettle_desk_get_shop (desk));
  fettle_staff_choice_set_id (self->owner, fettle_desk_get_person_id (desk));
  fettle_staff_choice_set_shop (self->deputy, fettle_desk_get_shop (desk));
  fettle_time_entry_set_zone (self->from, fettle_desk_get_zone (desk));
  fettle_time_entry_set_zone (self->due, fettle_desk_get_zone (desk));
  fettle_time_entry_set_closing_time (self->due, closing_time, self);
  fettle_time_entry_set_closing_time (self->from, closing_time, self);
  /* Most things that are promised are said to somebody's face. */
  gtk_drop_down_set_selected (self->told, 0);
  if (mode == REVISE)
    {
      gtk_drop_down_set_selected (self->reason, 1);
      fettle_phrase_hint_show (self->words, desk, job_id, "delay");
    }
  fettle_desk_list_promise_kinds_async (desk, NULL, on_kinds, g_object_ref (self));
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (mode == END      ? GTK_WIDGET (self->note)
                         : mode == LINK   ? GTK_WIDGET (self->backing)
                         : mode == ASSIGN ? GTK_WIDGET (self->owner)
                                          : GTK_WIDGET (self->due));
  return self;
}

/**
 * fettle_promise_dialog_add:
 * @from: any widget; the dialog stands before its window
 */
void
fettle_promise_dialog_add (GtkWidget *from, FettleDesk *desk, gint64 job_id)
{
  make_dialog (from, desk, ADD, job_id, 0, FETTLE_PROMISE_NONE);
}

/**
 * fettle_promise_dialog_revise:
 * @from: any widget; the dialog stands before its window
 */
void
fettle_promise_dialog_revise (GtkWidget *from, FettleDesk *desk, gint64 job_id, gint64 promise_id)
{
  make_dialog (from, desk, REVISE, job_id, promise_id, FETTLE_PROMISE_NONE);
}

static FettleDesk *
desk_of (GSimpleAction *action)
{
  return g_object_get_data (G_OBJECT (action), "desk");
}

static void
end_promise (GSimpleAction *action, GVariant *target, gpointer data)
{
  gint64 job_id, promise_id;
  const char *state;

  g_variant_get (target, "(xx&s)", &job_id, &promise_id, &state);
  make_dialog (GTK_WIDGET (data), desk_of (action), END, job_id, promise_id, fettle_promise_state_from_id (state));
}

static void
link_promise (GSimpleAction *action, GVariant *target, gpointer data)
{
  gint64 job_id, promise_id;

  g_variant_get (target, "(xx)", &job_id, &promise_id);
  make_dialog (GTK_WIDGET (data), desk_of (action), LINK, job_id, promise_id, FETTLE_PROMISE_NONE);
}

static void
assign_promise (GSimpleAction *action, GVariant *target, gpointer data)
{
  gint64 job_id, promise_id, owner_id, deputy_id;
  FettlePromiseDialog *self;

  g_variant_get (target, "(xxxx)", &job_id, &promise_id, &owner_id, &deputy_id);
  self = make_dialog (GTK_WIDGET (data), desk_of (action), ASSIGN, job_id, promise_id, FETTLE_PROMISE_NONE);
  fettle_staff_choice_set_id (self->owner, owner_id);
  fettle_staff_choice_set_id (self->deputy, deputy_id);
}

static void
revise_promise (GSimpleAction *action, GVariant *target, gpointer data)
{
  gint64 job_id, promise_id;

  g_variant_get (target, "(xx)", &job_id, &promise_id);
  fettle_promise_dialog_revise (GTK_WIDGET (data), desk_of (action), job_id, promise_id);
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
    { .name = "link", .activate = link_promise, .parameter_type = "(xx)" },
    { .name = "assign", .activate = assign_promise, .parameter_type = "(xxxx)" },
    { .name = "end", .activate = end_promise, .parameter_type = "(xxs)" },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), actions, G_N_ELEMENTS (actions), page);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    g_object_set_data_full (G_OBJECT (g_action_map_lookup_action (G_ACTION_MAP (group), actions[i].name)), "desk",
                            g_object_ref (desk), g_object_unref);
  gtk_widget_insert_action_group (page, "promise", G_ACTION_GROUP (group));
}
