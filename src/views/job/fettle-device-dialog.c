/* fettle-device-dialog.c: writes down what was found out about a device or done to it.
 *
 * One small window for all of it: a table says which rows an entry has and what they are called. It stays, with all
 * that was typed, until the file has it, and what was typed is a draft until then. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-device-dialog.h"

#include <glib/gi18n.h>

#include "fettle-clock.h"
#include "fettle-desk-device.h"
#include "fettle-details.h"
#include "fettle-device-words.h"
#include "fettle-draft-keeper.h"
#include "fettle-entry-text.h"
#include "fettle-form-row.h"
#include "fettle-symptoms.h"
#include "fettle-time-entry.h"

#define MOST 12

struct _FettleDeviceDialog
{
  AdwWindow parent_instance;

  /* Of the template. */
  GtkLabel *message;
  GtkWidget *form;
  FettleFormRow *choice_row;
  GtkDropDown *choice;
  FettleFormRow *pick_row;
  GtkDropDown *pick;
  FettleFormRow *name_row;
  GtkEditable *name;
  FettleFormRow *second_row;
  GtkEditable *second;
  FettleFormRow *third_row;
  GtkEditable *third;
  FettleFormRow *due_row;
  FettleTimeEntry *due;
  FettleFormRow *note_row;
  GtkEditable *note;
  GtkCheckButton *mark;
  GtkCheckButton *other;
  GtkWidget *save;

  FettleDesk *desk;
  FettleJob *job;
  FettleDraftKeeper *keeper;
  FettleDeviceEntry entry;
  gint64 part_id;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (FettleDeviceDialog, fettle_device_dialog, ADW_TYPE_WINDOW)

typedef const char *(*Words) (FettleLanguage *language, const char *id);

/* Which rows an entry has; a row without a label is not there. */
typedef struct
{
  const char *title;
  const char *choice;
  const char *choices[MOST + 1];
  Words choice_words;
  const char *pick;
  const char *picks[MOST + 1];
  Words pick_words;
  const char *name;
  const char *second;
  const char *third;
  const char *due;
  const char *note;
  const char *mark;
} Rows;

static const char *
moment_words (FettleLanguage *language, const char *id)
{
  return g_str_equal (id, "in")
             ? fettle_language_text_context (language, "when it was measured", "As it came")
             : fettle_language_text_context (language, "when it was measured", "Before it goes back");
}

static const char *
direction_words (FettleLanguage *language, const char *id)
{
  return g_str_equal (id, "in") ? fettle_language_text_context (language, "direction of a parcel", "To us")
                                : fettle_language_text_context (language, "direction of a parcel", "To the customer");
}

static const char *
result_words (FettleLanguage *language, const char *id)
{
  return g_str_equal (id, "passed") ? fettle_language_text_context (language, "result of a test", "Passed")
                                    : fettle_language_text_context (language, "result of a test", "Failed");
}

static const char *
condition_words (FettleLanguage *language, const char *id)
{
  return *id != '\0' ? fettle_device_words_condition (language, id)
                     : fettle_language_text_context (language, "condition of a part", "not known");
}

static const Rows rows[FETTLE_N_DEVICE_ENTRIES] = {
  [FETTLE_ENTRY_DIAGNOSIS] = { .title = N_ ("Diagnosis"),
                               .name = N_ ("_At fault"),
                               .second = N_ ("C_ode"),
                               .note = N_ ("I_n words"),
                               .mark = N_ ("The fault _comes and goes") },
  [FETTLE_ENTRY_PART_ORDERED] = { .title = N_ ("Part Ordered"), .name = N_ ("_Part"), .note = N_ ("_From") },
  [FETTLE_ENTRY_PART_FITTED] = { .title = N_ ("Part Changed"),
                                 .name = N_ ("_Part"),
                                 .second = N_ ("Serial _out"),
                                 .third = N_ ("Serial _in"),
                                 .note = N_ ("_From"),
                                 .mark = N_ ("From our sto_ck") },
  [FETTLE_ENTRY_PART_SENT] = { .title = N_ ("Part Sent Ahead"),
                               .name = N_ ("_Part"),
                               .third = N_ ("_Serial"),
                               .due = N_ ("Old one _back by"),
                               .note = N_ ("_From") },
  [FETTLE_ENTRY_READING]
  = { .title = N_ ("Reading"),
      .choice = N_ ("_When"),
      .choices = { "in", "out" },
      .choice_words = moment_words,
      .pick = N_ ("W_hat"),
      .picks = { "battery-runtime", "battery-capacity", "battery-cycles", "charge-time", "temperature", "noise",
                 "boot-time", "brightness", "signal", "disk-speed", "bad-sectors" },
      .pick_words = fettle_device_words_measure,
      .second = N_ ("_Value"),
      .third = N_ ("_Unit") },
  [FETTLE_ENTRY_TEST] = { .title = N_ ("Test"),
                          .choice = N_ ("_Test"),
                          .choices = { "soak", "final", "hand-over" },
                          .choice_words = fettle_device_words_test,
                          .pick = N_ ("_Result"),
                          .picks = { "passed", "failed" },
                          .pick_words = result_words,
                          .note = N_ ("_Note") },
  [FETTLE_ENTRY_PARCEL_SENT] = { .title = N_ ("Parcel on Its Way"),
                                 .choice = N_ ("_Where to"),
                                 .choices = { "out", "in" },
                                 .choice_words = direction_words,
                                 .name = N_ ("_Carrier"),
                                 .second = N_ ("_Number"),
                                 .third = N_ ("In _it"),
                                 .due = N_ ("Arrives _by"),
                                 .mark = N_ ("The device is not in i_t") },
  [FETTLE_ENTRY_PARCEL_ARRIVED] = { .title = N_ ("Parcel Arrived"),
                                    .choice = N_ ("_Where"),
                                    .choices = { "in", "out" },
                                    .choice_words = direction_words,
                                    .name = N_ ("_Carrier"),
                                    .second = N_ ("_Number"),
                                    .third = N_ ("In _it"),
                                    .mark = N_ ("The device is not in i_t") },
  [FETTLE_ENTRY_PART_RETURNED] = { .title = N_ ("Part Came Back"),
                                   .choice = N_ ("_How it is"),
                                   .choices = { "faulty", "not-faulty", "" },
                                   .choice_words = condition_words,
                                   .note = N_ ("_Note") },
};

static void
say (FettleDeviceDialog *self, const char *sentence)
{
  gtk_label_set_label (self->message, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->message), *sentence != '\0');
}

static const char *
chosen (FettleDeviceDialog *self)
{
  const char *id = rows[self->entry].choices[gtk_drop_down_get_selected (self->choice)];

  return id != NULL && *id != '\0' ? id : NULL;
}

static const char *
picked (FettleDeviceDialog *self)
{
  return rows[self->entry].picks[gtk_drop_down_get_selected (self->pick)];
}

/* What was at hand is from nowhere else; an ordered part was not at hand. */
static void
update_source (FettleDeviceDialog *self)
{
  if (self->entry != FETTLE_ENTRY_PART_FITTED)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->note_row), !gtk_check_button_get_active (self->mark));
  gtk_widget_set_visible (GTK_WIDGET (self->mark), self->part_id == 0);
}

/* Drafts. */

static void
on_part_changed (FettleDeviceDialog *self)
{
  g_autoptr (FettleDetails) draft = NULL;
  g_autofree char *content = NULL;

  update_source (self);
  if (self->filling || self->keeper == NULL)
    return;
  draft = fettle_details_new ();
  fettle_details_set_int (draft, "choice", gtk_drop_down_get_selected (self->choice));
  fettle_details_set_int (draft, "pick", gtk_drop_down_get_selected (self->pick));
  fettle_details_set (draft, "name", gtk_editable_get_text (self->name));
  fettle_details_set (draft, "second", gtk_editable_get_text (self->second));
  fettle_details_set (draft, "third", gtk_editable_get_text (self->third));
  fettle_details_set (draft, "due", fettle_time_entry_get_typed (self->due));
  fettle_details_set (draft, "note", gtk_editable_get_text (self->note));
  fettle_details_set_int (draft, "mark", gtk_check_button_get_active (self->mark));
  fettle_details_set_int (draft, "other", gtk_check_button_get_active (self->other));
  content = fettle_details_to_text (draft);
  fettle_draft_keeper_keep (self->keeper, content);
  fettle_form_show_mistakes (self->form, NULL);
}

static void
on_draft_found (const char *content, gpointer data)
{
  FettleDeviceDialog *self = data;
  g_autoptr (FettleDetails) draft = fettle_details_parse (content);
  const char *due = fettle_details_get (draft, "due");

  self->filling = TRUE;
  gtk_drop_down_set_selected (self->choice, (guint) fettle_details_get_int (draft, "choice"));
  gtk_drop_down_set_selected (self->pick, (guint) fettle_details_get_int (draft, "pick"));
  fettle_entry_set_text (self->name, fettle_details_get (draft, "name"));
  fettle_entry_set_text (self->second, fettle_details_get (draft, "second"));
  fettle_entry_set_text (self->third, fettle_details_get (draft, "third"));
  fettle_entry_set_text (self->note, fettle_details_get (draft, "note"));
  if (due != NULL)
    fettle_time_entry_set_typed (self->due, due);
  gtk_check_button_set_active (self->mark, fettle_details_get_int (draft, "mark") != 0);
  gtk_check_button_set_active (self->other, fettle_details_get_int (draft, "other") != 0);
  self->filling = FALSE;
}

/* Reading the form: each entry as its record. */

static FettleRecord *
read_diagnosis (FettleDeviceDialog *self)
{
  FettleDiagnosis *form = fettle_diagnosis_new ();

  form->cause = fettle_entry_dup_text (self->name);
  form->code = fettle_entry_dup_text (self->second);
  form->text = fettle_entry_dup_text (self->note);
  form->intermittent = gtk_check_button_get_active (self->mark);
  form->by_name = g_strdup (fettle_desk_get_person (self->desk));
  form->job_id = self->job->summary->id;
  return FETTLE_RECORD (form);
}

static FettleRecord *
read_part (FettleDeviceDialog *self, gint64 due)
{
  FettlePart *form = fettle_part_new ();

  form->id = self->part_id;
  form->name = fettle_entry_dup_text (self->name);
  form->serial_out = fettle_entry_dup_text (self->second);
  form->serial_in = fettle_entry_dup_text (self->third);
  if (self->entry == FETTLE_ENTRY_PART_FITTED && self->part_id == 0 && gtk_check_button_get_active (self->mark))
    form->source = g_strdup (FETTLE_PART_STOCK);
  else
    form->source = fettle_entry_dup_text (self->note);
  form->return_due = due;
  form->state = g_strdup (self->entry == FETTLE_ENTRY_PART_RETURNED  ? "returned"
                          : self->entry == FETTLE_ENTRY_PART_SENT    ? "sent"
                          : self->entry == FETTLE_ENTRY_PART_ORDERED ? "ordered"
                                                                     : "fitted");
  form->condition = self->entry == FETTLE_ENTRY_PART_RETURNED ? g_strdup (chosen (self)) : NULL;
  form->not_promised = gtk_check_button_get_active (self->other);
  form->by_name = g_strdup (fettle_desk_get_person (self->desk));
  form->job_id = self->job->summary->id;
  return FETTLE_RECORD (form);
}

static FettleRecord *
read_reading (FettleDeviceDialog *self, GError **error)
{
  g_autoptr (FettleReading) form = fettle_reading_new ();

  if (!fettle_reading_parse_value (gtk_editable_get_text (self->second), &form->value, error))
    return NULL;
  form->measure = g_strdup (picked (self));
  form->moment = g_strdup (chosen (self));
  form->unit = fettle_entry_dup_text (self->third);
  form->lower_is_better = fettle_measure_lower_is_better (form->measure);
  form->by_name = g_strdup (fettle_desk_get_person (self->desk));
  form->job_id = self->job->summary->id;
  return FETTLE_RECORD (g_steal_pointer (&form));
}

static FettleRecord *
read_test (FettleDeviceDialog *self)
{
  FettleDeviceTest *form = fettle_device_test_new ();

  form->name = g_strdup (chosen (self));
  form->passed = g_strcmp0 (picked (self), "passed") == 0;
  form->note = fettle_entry_dup_text (self->note);
  form->by_name = g_strdup (fettle_desk_get_person (self->desk));
  form->job_id = self->job->summary->id;
  return FETTLE_RECORD (form);
}

static FettleRecord *
read_parcel (FettleDeviceDialog *self, gint64 due)
{
  FettleParcel *form = fettle_parcel_new ();

  form->direction = g_strdup (chosen (self));
  form->carrier = fettle_entry_dup_text (self->name);
  form->number = fettle_entry_dup_text (self->second);
  form->content = fettle_entry_dup_text (self->third);
  form->without_device = gtk_check_button_get_active (self->mark);
  form->due = due;
  form->arrived_at = self->entry == FETTLE_ENTRY_PARCEL_ARRIVED ? fettle_clock_now () : 0;
  form->by_name = g_strdup (fettle_desk_get_person (self->desk));
  form->job_id = self->job->summary->id;
  return FETTLE_RECORD (form);
}

static FettleRecord *
read_form (FettleDeviceDialog *self, GError **error)
{
  gint64 due = 0;

  if (rows[self->entry].due != NULL && !fettle_time_entry_get_moment (self->due, &due, error))
    return NULL;
  switch (self->entry)
    {
    case FETTLE_ENTRY_DIAGNOSIS:
      return read_diagnosis (self);
    case FETTLE_ENTRY_READING:
      return read_reading (self, error);
    case FETTLE_ENTRY_TEST:
      return read_test (self);
    case FETTLE_ENTRY_PARCEL_SENT:
    case FETTLE_ENTRY_PARCEL_ARRIVED:
      return read_parcel (self, due);
    case FETTLE_ENTRY_PART_ORDERED:
    case FETTLE_ENTRY_PART_FITTED:
    case FETTLE_ENTRY_PART_SENT:
    case FETTLE_ENTRY_PART_RETURNED:
    default:
      return read_part (self, due);
    }
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettleDeviceDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleJob) job = fettle_desk_finish (FETTLE_DESK (source), result, &error);

  if (self->desk == NULL)
    return;
  gtk_widget_set_sensitive (self->save, TRUE);
  if (job == NULL)
    {
      say (self, error->message);
      return;
    }
  fettle_draft_keeper_drop (self->keeper);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
save (GtkWidget *widget, const char *action, GVariant *argument)
{
  FettleDeviceDialog *self = FETTLE_DEVICE_DIALOG (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleRecord) form = read_form (self, &error);

  if (form == NULL)
    {
      say (self, error->message);
      return;
    }
  gtk_widget_set_sensitive (self->save, FALSE);
  fettle_desk_change_device_async (self->desk, form, NULL, on_saved, g_object_ref (self));
}

static gint64
closing_time (gint64 day_begins, gpointer data)
{
  FettleDeviceDialog *self = data;
  FettleCalendar *calendar = fettle_desk_get_calendar (self->desk);
  gint64 closes = calendar != NULL ? fettle_calendar_closing_time (calendar, day_begins) : 0;

  return closes != 0 ? closes : day_begins + 18 * FETTLE_HOUR;
}

static void
fettle_device_dialog_dispose (GObject *object)
{
  FettleDeviceDialog *self = FETTLE_DEVICE_DIALOG (object);

  g_clear_object (&self->keeper);
  g_clear_object (&self->job);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (fettle_device_dialog_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, FettleDeviceDialog, message);
  gtk_widget_class_bind_template_child (widget_class, FettleDeviceDialog, form);
  gtk_widget_class_bind_template_child (widget_class, FettleDeviceDialog, choice_row);
  gtk_widget_class_bind_template_child (widget_class, FettleDeviceDialog, choice);
  gtk_widget_class_bind_template_child (widget_class, FettleDeviceDialog, pick_row);
  gtk_widget_class_bind_template_child (widget_class, FettleDeviceDialog, pick);
  gtk_widget_class_bind_template_child (widget_class, FettleDeviceDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, FettleDeviceDialog, name);
  gtk_widget_class_bind_template_child (widget_class, FettleDeviceDialog, second_row);
  gtk_widget_class_bind_template_child (widget_class, FettleDeviceDialog, second);
  gtk_widget_class_bind_template_child (widget_class, FettleDeviceDialog, third_row);
  gtk_widget_class_bind_template_child (widget_class, FettleDeviceDialog, third);
  gtk_widget_class_bind_template_child (widget_class, FettleDeviceDialog, due_row);
  gtk_widget_class_bind_template_child (widget_class, FettleDeviceDialog, due);
  gtk_widget_class_bind_template_child (widget_class, FettleDeviceDialog, note_row);
  gtk_widget_class_bind_template_child (widget_class, FettleDeviceDialog, note);
  gtk_widget_class_bind_template_child (widget_class, FettleDeviceDialog, mark);
  gtk_widget_class_bind_template_child (widget_class, FettleDeviceDialog, other);
  gtk_widget_class_bind_template_child (widget_class, FettleDeviceDialog, save);
}

static void
fettle_device_dialog_class_init (FettleDeviceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fettle_device_dialog_dispose;
  g_type_ensure (FETTLE_TYPE_FORM_ROW);
  g_type_ensure (FETTLE_TYPE_TIME_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-device-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_part_changed);
  gtk_widget_class_install_action (widget_class, "device.save", NULL, save);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "device.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "device.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "device.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
fettle_device_dialog_init (FettleDeviceDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_row (FettleFormRow *row, const char *label)
{
  g_object_set (row, "label", label != NULL ? _ (label) : "", "visible", label != NULL, NULL);
}

static void
fill_words (GtkDropDown *list, const char *const *ids, Words words)
{
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    gtk_string_list_append (model, words (NULL, ids[i]));
  gtk_drop_down_set_model (list, G_LIST_MODEL (model));
}

/* Whether this may be the part that was promised is only asked where one was. */
static gboolean
has_promised_part (FettleDeviceDialog *self)
{
  if (self->entry != FETTLE_ENTRY_PART_FITTED)
    return FALSE;
  for (guint i = 0; i < self->job->promises->len; i++)
    {
      FettlePromise *promise = self->job->promises->pdata[i];

      if (promise->state == FETTLE_PROMISE_OPEN && g_strcmp0 (promise->kind, "part") == 0)
        return TRUE;
    }
  return FALSE;
}

static void
show_rows (FettleDeviceDialog *self)
{
  const Rows *shown = &rows[self->entry];

  gtk_window_set_title (GTK_WINDOW (self), _ (shown->title));
  show_row (self->choice_row, shown->choice);
  show_row (self->pick_row, shown->pick);
  show_row (self->name_row, shown->name);
  show_row (self->second_row, shown->second);
  show_row (self->third_row, shown->third);
  show_row (self->due_row, shown->due);
  show_row (self->note_row, shown->note);
  gtk_widget_set_visible (GTK_WIDGET (self->mark), shown->mark != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->other), has_promised_part (self));
  if (shown->mark != NULL)
    gtk_check_button_set_label (self->mark, _ (shown->mark));
  if (shown->choice != NULL)
    fill_words (self->choice, shown->choices, shown->choice_words);
  if (shown->pick != NULL)
    fill_words (self->pick, shown->picks, shown->pick_words);
}

/* What the words of the fault point to stands there to be taken or replaced. */
static void
fill_proposal (FettleDeviceDialog *self)
{
  FettleProposal proposal;

  gtk_check_button_set_active (self->mark, self->job->device->intermittent);
  if (fettle_device_diagnosis (self->job->device) != NULL
      || !fettle_symptoms_propose (fettle_symptoms_get (), self->job->summary->fault,
                                   self->job->unit != NULL ? self->job->unit->brand : NULL, NULL, &proposal))
    return;
  fettle_entry_set_text (self->name, proposal.cause_word);
  fettle_entry_set_text (self->second, proposal.code);
  gtk_check_button_set_active (self->mark, self->job->device->intermittent || proposal.intermittent);
}

static FettleDeviceDialog *
make_dialog (GtkWidget *from, FettleDesk *desk, FettleJob *job, FettleDeviceEntry entry)
{
  FettleDeviceDialog *self = g_object_new (FETTLE_TYPE_DEVICE_DIALOG, NULL);
  GtkRoot *root = gtk_widget_get_root (from);

  self->desk = g_object_ref (desk);
  self->job = g_object_ref (job);
  self->entry = entry;
  self->filling = TRUE;
  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL);
  fettle_time_entry_set_zone (self->due, fettle_desk_get_zone (desk));
  fettle_time_entry_set_closing_time (self->due, closing_time, self);
  show_rows (self);
  if (entry == FETTLE_ENTRY_DIAGNOSIS)
    fill_proposal (self);
  return self;
}

static void
show_dialog (FettleDeviceDialog *self)
{
  g_autofree char *form = g_strdup_printf ("device-%d", (int) self->entry);
  /* What was typed of one part is not another's. */
  g_autofree char *subject = self->part_id != 0
                                 ? g_strdup_printf ("%s/%" G_GINT64_FORMAT, self->job->summary->number, self->part_id)
                                 : g_strdup (self->job->summary->number);

  update_source (self);
  self->filling = FALSE;
  self->keeper = fettle_draft_keeper_new (self->desk, form, on_draft_found, self);
  fettle_draft_keeper_set_subject (self->keeper, subject);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_child_focus (self->form, GTK_DIR_TAB_FORWARD);
}

/**
 * fettle_device_dialog_title:
 *
 * Returns: what the entry is called in a menu
 */
const char *
fettle_device_dialog_title (FettleDeviceEntry entry)
{
  return _ (rows[entry].title);
}

/**
 * fettle_device_dialog_present:
 * @from: any widget; the dialog stands before its window
 */
void
fettle_device_dialog_present (GtkWidget *from, FettleDesk *desk, FettleJob *job, FettleDeviceEntry entry)
{
  show_dialog (make_dialog (from, desk, job, entry));
}

/**
 * fettle_device_dialog_present_fitting:
 * @part: that was ordered
 */
void
fettle_device_dialog_present_fitting (GtkWidget *from, FettleDesk *desk, FettleJob *job, FettlePart *part)
{
  FettleDeviceDialog *self = make_dialog (from, desk, job, FETTLE_ENTRY_PART_FITTED);

  self->part_id = part->id;
  fettle_entry_set_text (self->name, part->name);
  fettle_entry_set_text (self->note, part->source);
  show_dialog (self);
}

/**
 * fettle_device_dialog_present_return:
 * @part: that is owed
 */
void
fettle_device_dialog_present_return (GtkWidget *from, FettleDesk *desk, FettleJob *job, FettlePart *part)
{
  FettleDeviceDialog *self = make_dialog (from, desk, job, FETTLE_ENTRY_PART_RETURNED);

  self->part_id = part->id;
  show_dialog (self);
}

/**
 * fettle_device_dialog_present_arrival:
 * @parcel: that is under way
 */
void
fettle_device_dialog_present_arrival (GtkWidget *from, FettleDesk *desk, FettleJob *job, FettleParcel *parcel)
{
  FettleDeviceDialog *self = make_dialog (from, desk, job, FETTLE_ENTRY_PARCEL_ARRIVED);

  gtk_drop_down_set_selected (self->choice, g_strcmp0 (parcel->direction, "in") == 0 ? 0 : 1);
  fettle_entry_set_text (self->name, parcel->carrier);
  fettle_entry_set_text (self->second, parcel->number);
  fettle_entry_set_text (self->third, parcel->content);
  gtk_check_button_set_active (self->mark, parcel->without_device);
  show_dialog (self);
}
