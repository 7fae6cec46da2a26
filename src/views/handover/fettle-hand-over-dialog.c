/* fettle-hand-over-dialog.c: what is asked when a device goes out.
 *
 * The outcome, who collects it, each accessory ticked off, what was paid. An accessory that stays behind, or a device
 * that is worse than it came, is stopped with a sentence, and passes only with a named person's reason. Saved with
 * Ctrl+Return, then the receipt goes to the printer or the preview. Main thread; owned by itself, above the window it
 * was called from.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-hand-over-dialog.h"

#include <glib/gi18n.h>

#include "fettle-chips.h"
#include "fettle-device-rules.h"
#include "fettle-direction.h"
#include "fettle-draft-keeper.h"
#include "fettle-due-label.h"
#include "fettle-entry-text.h"
#include "fettle-form-row.h"
#include "fettle-hand-over-draft.h"
#include "fettle-money.h"
#include "fettle-phrase-hint.h"
#include "fettle-say.h"
#include "fettle-stack-sight.h"
#include "fettle-staff-choice.h"
#include "fettle-stage-chip.h"
#include "fettle-words.h"

struct _FettleHandOverDialog
{
  AdwWindow parent_instance;

  /* Template */
  AdwToastOverlay *toasts;
  AdwWindowTitle *title;
  GtkStack *stack;
  GtkLabel *unit;
  GtkLabel *customer;
  GtkLabel *fault;
  FettleStageChip *stage;
  FettleDueLabel *due;
  GtkWidget *form;
  FettlePhraseHint *words;
  FettleFormRow *outcome_row;
  GtkDropDown *outcome;
  GtkEditable *collected_by;
  FettleFormRow *accessories_row;
  FettleChips *accessories;
  GtkWidget *all;
  FettleFormRow *paid_row;
  GtkEditable *paid;
  GtkLabel *currency;
  GtkDropDown *method;
  GtkEditable *note;
  FettleStaffChoice *line;
  GtkRevealer *override_revealer;
  GtkLabel *missing;
  FettleFormRow *override_row;
  GtkEditable *override;
  GtkDropDown *by;

  FettleDesk *desk;
  FettleJob *job;
  FettleDraftKeeper *keeper;
  gint64 job_id;
  gboolean filling;
  gboolean saving;
};

G_DEFINE_FINAL_TYPE (FettleHandOverDialog, fettle_hand_over_dialog, ADW_TYPE_WINDOW)

static const char *
currency (FettleHandOverDialog *self)
{
  return fettle_desk_get_shop (self->desk)->service_point->currency;
}

static const char *
chosen_person (FettleHandOverDialog *self)
{
  GtkStringObject *item = gtk_drop_down_get_selected_item (self->by);

  return item != NULL ? gtk_string_object_get_string (item) : NULL;
}

static GStrv
ticked_accessories (FettleHandOverDialog *self)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (GtkWidget *tick = gtk_widget_get_first_child (GTK_WIDGET (self->accessories)); tick != NULL;
       tick = gtk_widget_get_next_sibling (tick))
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (tick)))
      g_strv_builder_add (names, gtk_check_button_get_label (GTK_CHECK_BUTTON (tick)));
  return g_strv_builder_end (names);
}

/* What stands in the form. An amount that cannot be read is left out and told by the row. */
static FettleHandOver *
read_form (FettleHandOverDialog *self, GError **error)
{
  FettleHandOver *hand_over = fettle_hand_over_new ();
  g_autofree char *paid = fettle_entry_dup_text (self->paid);

  hand_over->job_id = self->job_id;
  hand_over->revision = self->job->summary->revision;
  hand_over->outcome = gtk_drop_down_get_selected (self->outcome);
  hand_over->by = g_strdup (chosen_person (self));
  hand_over->collected_by = fettle_entry_dup_text (self->collected_by);
  hand_over->returned = ticked_accessories (self);
  hand_over->method = gtk_drop_down_get_selected (self->method);
  hand_over->note = fettle_entry_dup_text (self->note);
  hand_over->override = fettle_entry_dup_text (self->override);
  if (fettle_staff_choice_get_id (self->line) != 0)
    hand_over->line_owner = g_strdup (fettle_staff_choice_get_name (self->line));
  if (paid != NULL)
    fettle_money_parse (paid, currency (self), &hand_over->paid, error);
  return hand_over;
}

static void
on_part_changed (FettleHandOverDialog *self)
{
  g_autoptr (FettleHandOver) hand_over = NULL;
  g_autofree char *content = NULL;

  if (self->filling || self->job == NULL)
    return;
  hand_over = read_form (self, NULL);
  content = fettle_hand_over_draft_to_json (hand_over, gtk_editable_get_text (self->paid));
  fettle_draft_keeper_keep (self->keeper, content);
  fettle_form_show_mistakes (self->form, NULL);
}

static void
set_all_ticks (FettleHandOverDialog *self, GStrv names)
{
  for (GtkWidget *tick = gtk_widget_get_first_child (GTK_WIDGET (self->accessories)); tick != NULL;
       tick = gtk_widget_get_next_sibling (tick))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (tick),
                                 names == NULL
                                     || g_strv_contains ((const char *const *) names,
                                                         gtk_check_button_get_label (GTK_CHECK_BUTTON (tick))));
}

static void
on_all_clicked (FettleHandOverDialog *self)
{
  set_all_ticks (self, NULL);
}

/* Whom the draft names, if they are still here. */
static void
choose_line (FettleHandOverDialog *self, const char *name)
{
  GPtrArray *staff = fettle_desk_get_shop (self->desk)->staff;
  gint64 id = 0;

  for (guint i = 0; name != NULL && i < staff->len; i++)
    if (g_str_equal (((FettleStaff *) staff->pdata[i])->name, name))
      id = ((FettleStaff *) staff->pdata[i])->id;
  fettle_staff_choice_set_id (self->line, id);
}

static void
on_draft_found (const char *content, gpointer user_data)
{
  FettleHandOverDialog *self = user_data;
  g_autofree char *paid = NULL;
  g_autoptr (FettleHandOver) draft = fettle_hand_over_draft_from_json (content, &paid);

  if (draft == NULL || self->job == NULL)
    return;
  self->filling = TRUE;
  gtk_drop_down_set_selected (self->outcome, draft->outcome);
  gtk_drop_down_set_selected (self->method, draft->method);
  fettle_entry_set_text (self->collected_by, draft->collected_by);
  fettle_entry_set_text (self->paid, paid);
  fettle_entry_set_text (self->note, draft->note);
  fettle_entry_set_text (self->override, draft->override);
  choose_line (self, draft->line_owner);
  set_all_ticks (self, draft->returned);
  gtk_revealer_set_reveal_child (self->override_revealer, draft->override != NULL);
  self->filling = FALSE;
}

static void
add_accessories (FettleHandOverDialog *self)
{
  guint n = 0;

  for (guint i = 0; i < self->job->accessories->len; i++)
    {
      FettleAccessory *accessory = self->job->accessories->pdata[i];
      GtkWidget *tick;

      if (accessory->returned_at != 0)
        continue;
      n++;
      tick = gtk_check_button_new_with_label (accessory->name);
      g_signal_connect_swapped (tick, "toggled", G_CALLBACK (on_part_changed), self);
      fettle_chips_add (self->accessories, tick);
    }
  g_object_set (self->accessories_row, "hint", n == 0 ? _ ("Nothing came with it.") : NULL, NULL);
  gtk_widget_set_visible (self->all, n > 1);
}

static void
list_staff (FettleHandOverDialog *self)
{
  FettleShop *shop = fettle_desk_get_shop (self->desk);
  const char *person = fettle_desk_get_person (self->desk);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  for (guint i = 0; i < shop->staff->len; i++)
    {
      FettleStaff *staff = shop->staff->pdata[i];

      if (!staff->active)
        continue;
      if (g_strcmp0 (staff->name, person) == 0)
        selected = g_list_model_get_n_items (G_LIST_MODEL (names));
      gtk_string_list_append (names, staff->name);
    }
  fettle_staff_choice_set_shop (self->line, shop);
  gtk_drop_down_set_model (self->by, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->by, selected);
}

/* What stands against the device as it is can be read before anything is chosen. */
static void
show_obstacles (FettleHandOverDialog *self)
{
  g_autoptr (GPtrArray) obstacles = fettle_device_obstacles (self->job->device, FETTLE_OUTCOME_NONE);
  g_autofree char *text = NULL;

  if (obstacles->len == 0)
    return;
  g_ptr_array_add (obstacles, NULL);
  text = g_strjoinv ("\n", (char **) obstacles->pdata);
  gtk_label_set_text (self->missing, text);
  gtk_revealer_set_reveal_child (self->override_revealer, TRUE);
}

static void
show_job (FettleHandOverDialog *self)
{
  FettleJobSummary *job = self->job->summary;
  g_autofree char *customer
      = g_strjoin ("  ", job->customer_name != NULL ? job->customer_name : _ ("No name"), job->phone, NULL);

  self->filling = TRUE;
  adw_window_title_set_subtitle (self->title, job->number);
  gtk_label_set_text (self->unit, job->unit_title);
  gtk_label_set_text (self->customer, customer);
  gtk_label_set_text (self->fault, job->fault);
  fettle_stage_chip_set (self->stage, fettle_desk_get_shop (self->desk), job->stage);
  fettle_due_label_set_of_job (self->due, job, fettle_desk_get_zone (self->desk));
  gtk_drop_down_set_selected (self->outcome, job->outcome);
  fettle_entry_set_text (self->collected_by, job->customer_name);
  add_accessories (self);
  show_obstacles (self);
  self->filling = FALSE;
  gtk_stack_set_visible_child_name (self->stack, "form");
  gtk_widget_grab_focus (GTK_WIDGET (self->outcome));
  fettle_draft_keeper_set_subject (self->keeper, job->number);
}

static void
on_job_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleHandOverDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleJob) job = fettle_desk_finish (FETTLE_DESK (source), result, &error);

  if (job == NULL)
    {
      GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

      if (parent != NULL)
        fettle_say_error (GTK_WIDGET (parent), error);
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  self->job = g_steal_pointer (&job);
  show_job (self);
}

static void
say (FettleHandOverDialog *self, const char *sentence)
{
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (sentence));
}

static void
send_receipt (FettleHandOverDialog *self, GtkWidget *parent)
{
  FettlePaperStyle *receipt = fettle_shop_paper (fettle_desk_get_shop (self->desk), "receipt");
  gboolean at_once = receipt != NULL && receipt->at_once;

  gtk_widget_activate_action (parent, at_once ? "win.print" : "win.preview", "(xs)", self->job_id, "receipt");
}

static void
on_handed_over (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleHandOverDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleJob) job = fettle_desk_finish (FETTLE_DESK (source), result, &error);
  g_autoptr (GtkWidget) parent = NULL;
  g_autofree char *sentence = NULL;

  self->saving = FALSE;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "hand-over.do", TRUE);
  if (job == NULL)
    {
      fettle_say_error (GTK_WIDGET (self->toasts), error);
      return;
    }
  fettle_draft_keeper_drop (self->keeper);
  parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));
  if (parent != NULL)
    g_object_ref (parent);
  gtk_window_close (GTK_WINDOW (self));
  if (parent == NULL)
    return;
  sentence = g_strdup_printf (_ ("Handed over: %s"), job->summary->number);
  fettle_say (parent, sentence);
  send_receipt (self, parent);
}

/* Brings what the check found to the row it is about. */
static gboolean
judge (FettleHandOverDialog *self, FettleHandOver *hand_over, GError *unreadable)
{
  g_autoptr (GPtrArray) obstacles = fettle_hand_over_obstacles (hand_over, self->job);
  g_autoptr (GError) error = NULL;
  FettleFormRow *row = NULL;

  fettle_form_show_mistakes (self->form, NULL);
  if (unreadable != NULL)
    {
      fettle_form_row_set_mistake (self->paid_row, unreadable->message);
      fettle_form_focus_first_mistake (self->form);
      return FALSE;
    }
  if (fettle_hand_over_check (hand_over, self->job, &error))
    return TRUE;
  if (hand_over->outcome == FETTLE_OUTCOME_NONE)
    row = self->outcome_row;
  else if (hand_over->paid < 0 || (hand_over->paid > 0 && hand_over->method == FETTLE_METHOD_NONE))
    row = self->paid_row;
  else if (obstacles->len > 0)
    {
      gtk_label_set_text (self->missing, error->message);
      gtk_revealer_set_reveal_child (self->override_revealer, TRUE);
      row = self->override_row;
    }
  if (row == NULL)
    {
      say (self, error->message);
      return FALSE;
    }
  fettle_form_row_set_mistake (row, row == self->override_row
                                        ? _ ("Put it right, or write why it goes out all the same.")
                                        : error->message);
  if (row == self->paid_row && hand_over->paid > 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->method));
  else
    fettle_form_focus_first_mistake (self->form);
  return FALSE;
}

static void
hand_over (GtkWidget *widget, const char *action, GVariant *argument)
{
  FettleHandOverDialog *self = FETTLE_HAND_OVER_DIALOG (widget);
  g_autoptr (FettleHandOver) asked = NULL;
  g_autoptr (GError) unreadable = NULL;

  if (self->job == NULL || self->saving)
    return;
  asked = read_form (self, &unreadable);
  if (!judge (self, asked, unreadable))
    return;
  self->saving = TRUE;
  gtk_widget_action_set_enabled (widget, "hand-over.do", FALSE);
  fettle_desk_hand_over_async (self->desk, asked, NULL, on_handed_over, g_object_ref (self));
}

static void
fettle_hand_over_dialog_dispose (GObject *object)
{
  FettleHandOverDialog *self = FETTLE_HAND_OVER_DIALOG (object);

  g_clear_object (&self->keeper);
  g_clear_object (&self->job);
  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (self), FETTLE_TYPE_HAND_OVER_DIALOG);
  G_OBJECT_CLASS (fettle_hand_over_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (FETTLE_TYPE_PHRASE_HINT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-hand-over-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleHandOverDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, FettleHandOverDialog, title);
  gtk_widget_class_bind_template_child (widget_class, FettleHandOverDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, FettleHandOverDialog, unit);
  gtk_widget_class_bind_template_child (widget_class, FettleHandOverDialog, customer);
  gtk_widget_class_bind_template_child (widget_class, FettleHandOverDialog, fault);
  gtk_widget_class_bind_template_child (widget_class, FettleHandOverDialog, stage);
  gtk_widget_class_bind_template_child (widget_class, FettleHandOverDialog, due);
  gtk_widget_class_bind_template_child (widget_class, FettleHandOverDialog, form);
  gtk_widget_class_bind_template_child (widget_class, FettleHandOverDialog, words);
  gtk_widget_class_bind_template_child (widget_class, FettleHandOverDialog, outcome_row);
  gtk_widget_class_bind_template_child (widget_class, FettleHandOverDialog, outcome);
  gtk_widget_class_bind_template_child (widget_class, FettleHandOverDialog, collected_by);
  gtk_widget_class_bind_template_child (widget_class, FettleHandOverDialog, accessories_row);
  gtk_widget_class_bind_template_child (widget_class, FettleHandOverDialog, accessories);
  gtk_widget_class_bind_template_child (widget_class, FettleHandOverDialog, all);
  gtk_widget_class_bind_template_child (widget_class, FettleHandOverDialog, paid_row);
  gtk_widget_class_bind_template_child (widget_class, FettleHandOverDialog, paid);
  gtk_widget_class_bind_template_child (widget_class, FettleHandOverDialog, currency);
  gtk_widget_class_bind_template_child (widget_class, FettleHandOverDialog, method);
  gtk_widget_class_bind_template_child (widget_class, FettleHandOverDialog, note);
  gtk_widget_class_bind_template_child (widget_class, FettleHandOverDialog, line);
  gtk_widget_class_bind_template_child (widget_class, FettleHandOverDialog, override_revealer);
  gtk_widget_class_bind_template_child (widget_class, FettleHandOverDialog, missing);
  gtk_widget_class_bind_template_child (widget_class, FettleHandOverDialog, override_row);
  gtk_widget_class_bind_template_child (widget_class, FettleHandOverDialog, override);
  gtk_widget_class_bind_template_child (widget_class, FettleHandOverDialog, by);
  gtk_widget_class_bind_template_callback (widget_class, on_part_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_all_clicked);
}

static void
fettle_hand_over_dialog_class_init (FettleHandOverDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fettle_hand_over_dialog_dispose;
  g_type_ensure (FETTLE_TYPE_CHIPS);
  g_type_ensure (FETTLE_TYPE_DUE_LABEL);
  g_type_ensure (FETTLE_TYPE_FORM_ROW);
  g_type_ensure (FETTLE_TYPE_STAFF_CHOICE);
  g_type_ensure (FETTLE_TYPE_STAGE_CHIP);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "hand-over.do", NULL, hand_over);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "hand-over.do", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "hand-over.do", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "hand-over.do", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
fettle_hand_over_dialog_init (FettleHandOverDialog *self)
{
  g_autoptr (GtkStringList) outcomes = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) methods = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  fettle_keep_ltr (self->paid);
  fettle_stack_sight_follow (self->stack);
  gtk_string_list_append (outcomes, _ ("Choose"));
  for (int outcome = FETTLE_OUTCOME_NONE + 1; outcome < FETTLE_N_OUTCOMES; outcome++)
    gtk_string_list_append (outcomes, fettle_words_outcome (NULL, outcome));
  gtk_drop_down_set_model (self->outcome, G_LIST_MODEL (outcomes));
  gtk_string_list_append (methods, _ ("How?"));
  for (int method = FETTLE_METHOD_NONE + 1; method < FETTLE_N_PAYMENT_METHODS; method++)
    gtk_string_list_append (methods, fettle_words_payment_method (NULL, method));
  gtk_drop_down_set_model (self->method, G_LIST_MODEL (methods));
  g_signal_connect_swapped (self->outcome, "notify::selected", G_CALLBACK (on_part_changed), self);
  g_signal_connect_swapped (self->method, "notify::selected", G_CALLBACK (on_part_changed), self);
}

/**
 * fettle_hand_over_dialog_present:
 * @parent: whatever it is called from
 * @job_id: which job goes out
 *
 * Asks what is asked when a device goes out.
 */
void
fettle_hand_over_dialog_present (GtkWidget *parent, FettleDesk *desk, gint64 job_id)
{
  FettleHandOverDialog *self = g_object_new (FETTLE_TYPE_HAND_OVER_DIALOG, NULL);
  GtkRoot *root = gtk_widget_get_root (parent);

  self->desk = g_object_ref (desk);
  self->job_id = job_id;
  self->keeper = fettle_draft_keeper_new (desk, "hand-over", on_draft_found, self);
  gtk_label_set_text (self->currency, currency (self));
  list_staff (self);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (self));
  fettle_desk_load_job_async (desk, job_id, NULL, on_job_loaded, g_object_ref (self));
  fettle_phrase_hint_show (self->words, desk, job_id, "hand-over");
}
