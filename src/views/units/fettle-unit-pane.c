/* fettle-unit-pane.c: one device: details to edit, its jobs, its doubles.
 *
 * What is typed is kept as a draft. Where somebody else changed the same device, what they changed is told and what
 * was typed here stays. Main thread; owned by the units page.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-unit-pane.h"

#include <glib/gi18n.h>

#include "fettle-category-choice.h"
#include "fettle-clock.h"
#include "fettle-columns-layout.h"
#include "fettle-desk-device.h"
#include "fettle-device-words.h"
#include "fettle-direction.h"
#include "fettle-draft-keeper.h"
#include "fettle-form-row.h"
#include "fettle-job-row.h"
#include "fettle-owner-choice.h"
#include "fettle-plain-text.h"
#include "fettle-question.h"
#include "fettle-record-form.h"
#include "fettle-record-list.h"
#include "fettle-say.h"
#include "fettle-serial.h"
#include "fettle-stack-sight.h"
#include "fettle-store-error.h"
#include "fettle-typed-time.h"

#define MOST_JOBS 500

struct _FettleUnitPane
{
  AdwBin parent_instance;

  /* Template */
  GtkStack *stack;
  GtkLabel *title;
  GtkLabel *about;
  GtkRevealer *conflict;
  GtkLabel *conflict_text;
  GtkWidget *form_box;
  GtkDropDown *category;
  GtkEditable *brand;
  GtkEditable *model;
  GtkEditable *serial;
  GtkEditable *imei;
  GtkEditable *sold_on;
  GtkEditable *term_months;
  GtkEditable *term_text;
  GtkLabel *term;
  GtkWidget *parts_box;
  GtkLabel *parts;
  GtkEditable *batch;
  GtkButton *owner;
  GtkWidget *change_owner;
  FettleOwnerChoice *owner_choice;
  GtkEditable *note;
  GtkRevealer *doubles_revealer;
  GtkListBox *doubles;
  GtkListView *jobs;

  FettleDesk *desk;
  FettleRecordForm *form;
  FettleDraftKeeper *keeper;
  FettleRecordList *job_list;
  GPtrArray *found_doubles;
  GCancellable *cancellable;
  gint64 id;
  gint64 dropping;
  gboolean saving;
};

G_DEFINE_FINAL_TYPE (FettleUnitPane, fettle_unit_pane, ADW_TYPE_BIN)

static FettleUnit *
current (FettleUnitPane *self)
{
  return fettle_record_form_get_record (self->form);
}

static void
show_state (FettleUnitPane *self)
{
  gboolean changed = fettle_record_form_is_changed (self->form);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "unit.save", changed && !self->saving);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "unit.revert", changed && !self->saving);
}

static void
on_form_changed (FettleUnitPane *self)
{
  g_autofree char *content = fettle_record_form_to_json (self->form);

  fettle_draft_keeper_keep (self->keeper, content);
  fettle_form_show_mistakes (self->form_box, NULL);
  show_state (self);
}

static void
on_draft_found (const char *content, gpointer user_data)
{
  FettleUnitPane *self = user_data;

  if (current (self) == NULL)
    return;
  fettle_record_form_take_json (self->form, content);
  show_state (self);
  if (fettle_record_form_is_changed (self->form))
    fettle_say (GTK_WIDGET (self), _ ("What was typed here and not saved is back."));
}

static void
show_head (FettleUnitPane *self)
{
  FettleUnit *unit = current (self);
  g_autofree char *title = fettle_unit_title (unit);
  g_autofree char *about = g_strdup_printf (ngettext ("%d job", "%d jobs", unit->n_jobs), (int) unit->n_jobs);

  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->about, about);
  gtk_button_set_label (self->owner, unit->owner_name != NULL ? unit->owner_name
                                     : unit->owner_id != 0    ? _ ("No name")
                                                              : _ ("Nobody"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "unit.open-owner", unit->owner_id != 0);
}

static void
tell_conflict (FettleUnitPane *self, const char *sentence)
{
  gtk_label_set_text (self->conflict_text, sentence != NULL ? sentence : "");
  gtk_revealer_set_reveal_child (self->conflict, sentence != NULL);
}

static void
take_unit (FettleUnitPane *self, FettleUnit *unit)
{
  FettleUnit *before = current (self);

  if (before == NULL || before->id != unit->id)
    {
      g_autofree char *subject = g_strdup_printf ("%" G_GINT64_FORMAT, unit->id);

      tell_conflict (self, NULL);
      fettle_form_show_mistakes (self->form_box, NULL);
      fettle_record_form_show (self->form, unit);
      gtk_stack_set_visible_child_name (self->stack, "unit");
      fettle_draft_keeper_set_subject (self->keeper, subject);
    }
  else
    {
      g_autofree char *differs = fettle_record_form_renew (self->form, unit);

      if (differs != NULL)
        tell_conflict (self, differs);
    }
  show_head (self);
  show_state (self);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleUnitPane) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleUnit) unit = fettle_desk_finish (FETTLE_DESK (source), result, &error);

  if (unit != NULL)
    {
      self->id = unit->id;
      take_unit (self, unit);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    fettle_say_error (GTK_WIDGET (self), error);
}

static void
on_jobs_listed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleUnitPane) self = user_data;
  g_autoptr (GPtrArray) jobs = fettle_desk_finish (FETTLE_DESK (source), result, NULL);

  if (jobs != NULL)
    fettle_record_list_update (self->job_list, jobs);
}

static void
on_merge_clicked (FettleUnitPane *self, GtkWidget *button)
{
  gint64 *id = g_object_get_data (G_OBJECT (button), "fettle-id");

  gtk_widget_activate_action (GTK_WIDGET (self), "unit.merge", "x", *id);
}

static void
add_double (FettleUnitPane *self, FettleUnit *unit)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Merge…"));
  g_autofree char *title = fettle_unit_title (unit);
  g_autofree char *about
      = g_strdup_printf (ngettext ("%s · %d job", "%s · %d jobs", unit->n_jobs),
                         unit->owner_name != NULL ? unit->owner_name : _ ("Nobody’s"), (int) unit->n_jobs);
  g_autofree char *label = g_strdup_printf (_ ("Merge %s"), title);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), about);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (button), "fettle-id", g_memdup2 (&unit->id, sizeof unit->id), g_free);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_merge_clicked), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_list_box_append (self->doubles, row);
}

static void
on_doubles_found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleUnitPane) self = user_data;
  g_autoptr (GPtrArray) found = fettle_desk_finish (FETTLE_DESK (source), result, NULL);
  GtkListBoxRow *row;

  if (found == NULL)
    return;
  while ((row = gtk_list_box_get_row_at_index (self->doubles, 0)) != NULL)
    gtk_list_box_remove (self->doubles, GTK_WIDGET (row));
  for (guint i = 0; i < found->len; i++)
    add_double (self, found->pdata[i]);
  gtk_revealer_set_reveal_child (self->doubles_revealer, found->len > 0);
  g_clear_pointer (&self->found_doubles, g_ptr_array_unref);
  self->found_doubles = g_ptr_array_ref (found);
}

static void
on_device_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleUnitPane) self = user_data;
  g_autoptr (FettleDevice) device = fettle_desk_finish (FETTLE_DESK (source), result, NULL);
  g_autoptr (GString) parts = g_string_new (NULL);
  g_autofree char *term = NULL;

  if (device == NULL || self->desk == NULL)
    return;
  term = device->term != NULL ? fettle_term_sentence (device->term, NULL) : NULL;
  gtk_label_set_text (self->term, term != NULL ? term : "");
  gtk_widget_set_visible (GTK_WIDGET (self->term), term != NULL);
  for (guint i = 0; i < device->parts->len; i++)
    {
      FettlePart *part = device->parts->pdata[i];
      g_autofree char *day = fettle_language_format_date (NULL, part->at, fettle_desk_get_zone (self->desk));
      g_autofree char *words = fettle_device_words_part (NULL, part);

      g_string_append_printf (parts, "%s%s · %s · %s: %s", i > 0 ? "\n" : "", day, part->job_number,
                              fettle_device_words_part_state (NULL, part->state), words);
    }
  gtk_label_set_text (self->parts, parts->str);
  gtk_widget_set_visible (self->parts_box, parts->len > 0);
}

static void
load (FettleUnitPane *self, gint64 id)
{
  g_autoptr (FettleJobFilter) filter = fettle_job_filter_new ();

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  filter->unit_id = id;
  filter->limit = MOST_JOBS;
  fettle_desk_load_unit_async (self->desk, id, self->cancellable, on_loaded, g_object_ref (self));
  fettle_desk_list_jobs_async (self->desk, filter, self->cancellable, on_jobs_listed, g_object_ref (self));
  fettle_desk_find_duplicate_units_async (self->desk, id, self->cancellable, on_doubles_found, g_object_ref (self));
  fettle_desk_load_unit_device_async (self->desk, id, self->cancellable, on_device_loaded, g_object_ref (self));
}

static void
add_mistake (GPtrArray *mistakes, const char *field, const char *sentence)
{
  FettleMistake *mistake = fettle_mistake_new ();

  mistake->field = g_strdup (field);
  mistake->sentence = g_strdup (sentence);
  g_ptr_array_add (mistakes, mistake);
}

/* A day typed in any way is kept as year-month-day. */
static char *
read_day (FettleUnitPane *self, GPtrArray *mistakes)
{
  g_autofree char *typed = fettle_record_form_get (self->form, "sold-on");
  g_autoptr (GError) error = NULL;
  g_autofree char *day = NULL;
  gint64 moment = 0;
  gboolean has_time = FALSE;

  if (typed == NULL)
    return NULL;
  if (fettle_typed_time_parse (typed, fettle_clock_now (), fettle_desk_get_zone (self->desk), &moment, &has_time,
                               &error))
    {
      day = fettle_typed_time_format (moment, fettle_desk_get_zone (self->desk));
      return g_strndup (day, strlen ("2026-03-31"));
    }
  add_mistake (mistakes, "sold_on", error->message);
  return NULL;
}

static int
read_months (FettleUnitPane *self, GPtrArray *mistakes)
{
  g_autofree char *typed = fettle_record_form_get (self->form, "term-months");
  g_autofree char *plain = typed != NULL ? fettle_plain_text (typed) : NULL;
  g_autoptr (GError) error = NULL;
  guint64 months = 0;

  if (plain != NULL
      && !g_ascii_string_to_unsigned (g_strstrip (plain), 10, 0, FETTLE_TERM_MOST_MONTHS, &months, &error))
    add_mistake (mistakes, "term_months", _ ("Write the term as a number of months, such as 24."));
  return (int) months;
}

static char *
read_imei (FettleUnitPane *self, GPtrArray *mistakes)
{
  g_autofree char *typed = fettle_record_form_get (self->form, "imei");
  g_autoptr (GError) error = NULL;
  char *imei = typed != NULL ? fettle_imei_normalise (typed, &error) : NULL;

  if (error != NULL)
    add_mistake (mistakes, "imei", error->message);
  return imei;
}

static void
take (FettleUnitPane *self, char **field, const char *property)
{
  g_free (*field);
  *field = fettle_record_form_get (self->form, property);
}

/* The unit as typed, or NULL where a field cannot be read; its row says why. */
static FettleUnit *
read_form (FettleUnitPane *self)
{
  g_autoptr (GPtrArray) mistakes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (FettleUnit) unit = fettle_record_copy (current (self));

  take (self, &unit->category, "category");
  take (self, &unit->brand, "brand");
  take (self, &unit->model, "model");
  take (self, &unit->serial, "serial");
  take (self, &unit->batch, "batch");
  take (self, &unit->note, "note");
  g_free (unit->imei);
  unit->imei = read_imei (self, mistakes);
  g_free (unit->sold_on);
  unit->sold_on = read_day (self, mistakes);
  unit->term_months = read_months (self, mistakes);
  take (self, &unit->term_text, "term-text");
  if (unit->category == NULL && unit->brand == NULL && unit->model == NULL && unit->serial == NULL
      && unit->imei == NULL)
    add_mistake (mistakes, "category",
                 _ ("What is it? Choose a category, or write the brand, model or serial number."));
  fettle_form_show_mistakes (self->form_box, mistakes);
  fettle_form_focus_first_mistake (self->form_box);
  return mistakes->len == 0 ? g_steal_pointer (&unit) : NULL;
}

/* What was saved is now what the form begins with. */
static void
on_saved_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleUnitPane) self = user_data;
  g_autoptr (FettleUnit) unit = fettle_desk_finish (FETTLE_DESK (source), result, NULL);

  if (unit == NULL || unit->id != self->id)
    return;
  fettle_record_form_show (self->form, unit);
  show_head (self);
  show_state (self);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleUnitPane) self = user_data;
  g_autoptr (GError) error = NULL;
  gint64 id = fettle_desk_finish_id (FETTLE_DESK (source), result, &error);

  self->saving = FALSE;
  show_state (self);
  if (id != 0)
    {
      fettle_draft_keeper_drop (self->keeper);
      tell_conflict (self, NULL);
      fettle_say (GTK_WIDGET (self), _ ("Saved."));
      fettle_desk_load_unit_async (self->desk, id, NULL, on_saved_loaded, g_object_ref (self));
    }
  else if (g_error_matches (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_CONFLICT))
    load (self, self->id);
  else
    fettle_say_error (GTK_WIDGET (self), error);
}

static void
save (GtkWidget *widget, const char *action, GVariant *argument)
{
  FettleUnitPane *self = FETTLE_UNIT_PANE (widget);
  g_autoptr (FettleUnit) unit = NULL;

  if (current (self) == NULL || self->saving)
    return;
  unit = read_form (self);
  if (unit == NULL)
    return;
  self->saving = TRUE;
  show_state (self);
  fettle_desk_save_unit_async (self->desk, unit, NULL, on_saved, g_object_ref (self));
}

static void
revert (GtkWidget *widget, const char *action, GVariant *argument)
{
  FettleUnitPane *self = FETTLE_UNIT_PANE (widget);

  if (current (self) == NULL)
    return;
  fettle_record_form_show (self->form, current (self));
  fettle_draft_keeper_drop (self->keeper);
  fettle_form_show_mistakes (self->form_box, NULL);
  tell_conflict (self, NULL);
  show_state (self);
}

static void
on_merged (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleUnitPane) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!fettle_desk_finish_done (FETTLE_DESK (source), result, &error))
    {
      fettle_say_error (GTK_WIDGET (self), error);
      return;
    }
  fettle_say (GTK_WIDGET (self), _ ("The two are one now."));
  load (self, self->id);
}

static void
on_merge_answered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleUnitPane) self = user_data;

  if (fettle_question_ask_finish (result, NULL, NULL) == FETTLE_ANSWER_YES && self->dropping != 0)
    fettle_desk_merge_units_async (self->desk, self->id, self->dropping, NULL, on_merged, g_object_ref (self));
}

static char *
describe_merge (FettleUnit *keep, FettleUnit *drop)
{
  g_autofree char *kept = fettle_unit_title (keep);
  g_autofree char *dropped = fettle_unit_title (drop);
  g_autofree char *jobs = g_strdup_printf (ngettext ("%d job", "%d jobs", drop->n_jobs), (int) drop->n_jobs);

  return g_strdup_printf (_ ("%s of “%s” (%s) go to “%s” (%s). The first then stands in no list any more; every job’s "
                             "timeline says so."),
                          jobs, dropped, drop->owner_name != NULL ? drop->owner_name : _ ("Nobody’s"), kept,
                          keep->owner_name != NULL ? keep->owner_name : _ ("Nobody’s"));
}

static void
merge (GtkWidget *widget, const char *action, GVariant *argument)
{
  FettleUnitPane *self = FETTLE_UNIT_PANE (widget);
  gint64 id = g_variant_get_int64 (argument);
  FettleUnit *drop = NULL;
  g_autofree char *body = NULL;
  FettleQuestion question = { .heading = _ ("Are These Two the Same?"), .yes = _ ("_Merge"), .is_destructive = TRUE };

  for (guint i = 0; self->found_doubles != NULL && i < self->found_doubles->len; i++)
    if (((FettleUnit *) self->found_doubles->pdata[i])->id == id)
      drop = self->found_doubles->pdata[i];
  if (drop == NULL || current (self) == NULL)
    return;
  body = describe_merge (current (self), drop);
  question.body = body;
  self->dropping = drop->id;
  fettle_question_ask_async (widget, &question, NULL, on_merge_answered, g_object_ref (self));
}

static void
new_intake (GtkWidget *widget, const char *action, GVariant *argument)
{
  FettleUnitPane *self = FETTLE_UNIT_PANE (widget);
  FettleUnit *unit = current (self);

  if (unit != NULL)
    gtk_widget_activate_action (widget, "win.new-intake", "(xx)", unit->owner_id, unit->id);
}

static void
open_owner (GtkWidget *widget, const char *action, GVariant *argument)
{
  FettleUnit *unit = current (FETTLE_UNIT_PANE (widget));

  if (unit != NULL && unit->owner_id != 0)
    gtk_widget_activate_action (widget, "win.open-customer", "x", unit->owner_id);
}

static void
on_owner_set (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleUnitPane) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!fettle_desk_finish_done (FETTLE_DESK (source), result, &error))
    fettle_say_error (GTK_WIDGET (self), error);
  if (self->desk != NULL)
    load (self, self->id);
}

/* What is typed in the form stays: the owner is changed by itself, and every job of the device says so. */
static void
on_owner_chosen (FettleUnitPane *self, gint64 customer_id)
{
  FettleUnit *unit = current (self);

  if (unit != NULL && unit->owner_id != customer_id)
    fettle_desk_set_unit_owner_async (self->desk, unit->id, customer_id, unit->owner_id, NULL, on_owner_set,
                                      g_object_ref (self));
}

static void
on_job_activated (FettleUnitPane *self, guint position)
{
  FettleJobSummary *job = fettle_record_list_get_record (self->job_list, position);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-job", "x", job->id);
}

static void
fettle_unit_pane_dispose (GObject *object)
{
  FettleUnitPane *self = FETTLE_UNIT_PANE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->keeper);
  g_clear_object (&self->form);
  g_clear_object (&self->job_list);
  g_clear_pointer (&self->found_doubles, g_ptr_array_unref);
  /* The bin would unparent its child a second time. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FETTLE_TYPE_UNIT_PANE);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (fettle_unit_pane_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-unit-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleUnitPane, stack);
  gtk_widget_class_bind_template_child (widget_class, FettleUnitPane, title);
  gtk_widget_class_bind_template_child (widget_class, FettleUnitPane, about);
  gtk_widget_class_bind_template_child (widget_class, FettleUnitPane, conflict);
  gtk_widget_class_bind_template_child (widget_class, FettleUnitPane, conflict_text);
  gtk_widget_class_bind_template_child (widget_class, FettleUnitPane, form_box);
  gtk_widget_class_bind_template_child (widget_class, FettleUnitPane, category);
  gtk_widget_class_bind_template_child (widget_class, FettleUnitPane, brand);
  gtk_widget_class_bind_template_child (widget_class, FettleUnitPane, model);
  gtk_widget_class_bind_template_child (widget_class, FettleUnitPane, serial);
  gtk_widget_class_bind_template_child (widget_class, FettleUnitPane, imei);
  gtk_widget_class_bind_template_child (widget_class, FettleUnitPane, sold_on);
  gtk_widget_class_bind_template_child (widget_class, FettleUnitPane, term_months);
  gtk_widget_class_bind_template_child (widget_class, FettleUnitPane, term_text);
  gtk_widget_class_bind_template_child (widget_class, FettleUnitPane, term);
  gtk_widget_class_bind_template_child (widget_class, FettleUnitPane, parts_box);
  gtk_widget_class_bind_template_child (widget_class, FettleUnitPane, parts);
  gtk_widget_class_bind_template_child (widget_class, FettleUnitPane, batch);
  gtk_widget_class_bind_template_child (widget_class, FettleUnitPane, owner);
  gtk_widget_class_bind_template_child (widget_class, FettleUnitPane, change_owner);
  gtk_widget_class_bind_template_child (widget_class, FettleUnitPane, owner_choice);
  gtk_widget_class_bind_template_child (widget_class, FettleUnitPane, note);
  gtk_widget_class_bind_template_child (widget_class, FettleUnitPane, doubles_revealer);
  gtk_widget_class_bind_template_child (widget_class, FettleUnitPane, doubles);
  gtk_widget_class_bind_template_child (widget_class, FettleUnitPane, jobs);
  gtk_widget_class_bind_template_callback (widget_class, on_job_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_owner_chosen);
}

static void
fettle_unit_pane_class_init (FettleUnitPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fettle_unit_pane_dispose;
  g_type_ensure (FETTLE_TYPE_FORM_ROW);
  g_type_ensure (FETTLE_TYPE_OWNER_CHOICE);
  g_type_ensure (FETTLE_TYPE_COLUMNS_LAYOUT);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "unit.save", NULL, save);
  gtk_widget_class_install_action (widget_class, "unit.revert", NULL, revert);
  gtk_widget_class_install_action (widget_class, "unit.merge", "x", merge);
  gtk_widget_class_install_action (widget_class, "unit.new-intake", NULL, new_intake);
  gtk_widget_class_install_action (widget_class, "unit.open-owner", NULL, open_owner);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "unit.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "unit.save", NULL);
}

static GtkSelectionModel *
make_rows (FettleRecordList *list)
{
  return GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (list))));
}

static void
fettle_unit_pane_init (FettleUnitPane *self)
{
  g_autoptr (GtkSelectionModel) rows = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  fettle_keep_ltr (self->serial);
  fettle_keep_ltr (self->imei);
  fettle_keep_ltr (self->sold_on);
  fettle_stack_sight_follow (self->stack);
  fettle_category_choice_fill (self->category);
  self->form = fettle_record_form_new ();
  fettle_record_form_add_category (self->form, "category", _ ("Category"), self->category);
  fettle_record_form_add (self->form, "brand", _ ("Brand"), self->brand);
  fettle_record_form_add (self->form, "model", _ ("Model"), self->model);
  fettle_record_form_add (self->form, "serial", _ ("Serial number"), self->serial);
  fettle_record_form_add (self->form, "imei", _ ("IMEI"), self->imei);
  fettle_record_form_add (self->form, "sold-on", _ ("Sold on"), self->sold_on);
  fettle_record_form_add (self->form, "term-months", _ ("Term in months"), self->term_months);
  fettle_record_form_add (self->form, "term-text", _ ("Term of"), self->term_text);
  fettle_record_form_add (self->form, "batch", _ ("Batch"), self->batch);
  fettle_record_form_add (self->form, "note", _ ("Note"), self->note);
  g_signal_connect_swapped (self->form, "changed", G_CALLBACK (on_form_changed), self);
  self->job_list = fettle_record_list_new ();
  rows = make_rows (self->job_list);
  gtk_list_view_set_model (self->jobs, rows);
  show_state (self);
}

/**
 * fettle_unit_pane_set_desk:
 * @desk: asked for units
 */
void
fettle_unit_pane_set_desk (FettleUnitPane *self, FettleDesk *desk)
{
  g_autoptr (GtkListItemFactory) factory = fettle_job_row_factory_new (FETTLE_JOB_ROW_HISTORY, desk);

  g_set_object (&self->desk, desk);
  fettle_owner_choice_set_desk (self->owner_choice, desk);
  self->keeper = fettle_draft_keeper_new (desk, "unit-edit", on_draft_found, self);
  gtk_list_view_set_factory (self->jobs, factory);
}

/**
 * fettle_unit_pane_show:
 * @unit_id: what to show
 */
void
fettle_unit_pane_show (FettleUnitPane *self, gint64 unit_id)
{
  load (self, unit_id);
}

/**
 * fettle_unit_pane_refresh:
 *
 * Reads what is shown again; what is typed stays.
 */
void
fettle_unit_pane_refresh (FettleUnitPane *self)
{
  if (self->id != 0 && !self->saving)
    load (self, self->id);
}

/**
 * fettle_unit_pane_get_id:
 *
 * Returns: what is shown, or 0
 */
gint64
fettle_unit_pane_get_id (FettleUnitPane *self)
{
  return self->id;
}
