/* test-promise-forms.c: a promise made, given a new date, linked and ended in its window; what is published; what is
 * owed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-shop.h"

#include <string.h>

#include "fettle-clock.h"
#include "fettle-commitment-store.h"
#include "fettle-compensation-store.h"
#include "fettle-desk-promises.h"
#include "fettle-desk-setup.h"
#include "fettle-form-row.h"
#include "fettle-intake-word.h"
#include "fettle-job-word.h"
#include "fettle-promise-dialog.h"
#include "fettle-setup-promises.h"
#include "fettle-staff-choice.h"
#include "fettle-time-entry.h"

/* Only a page for the dialog to stand before. */
typedef struct
{
  GtkWidget *page;
  GtkWidget *window;
  gint64 job_id;
} Before;

static Before
open_before (UiShop *shop)
{
  Before before = { gtk_label_new ("page"), NULL, ui_shop_take_in (shop, 14) };

  before.window = ui_window_new (before.page, 700, 500);
  fettle_promise_dialog_install_actions (before.page, shop->desk);
  return before;
}

static GtkWidget *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (FETTLE_IS_PROMISE_DIALOG (window) && !gtk_widget_in_destruction (window))
        return window;
    }
  return NULL;
}

static GtkWidget *
child (GtkWidget *dialog, const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (dialog, FETTLE_TYPE_PROMISE_DIALOG, name));
}

static void
type (GtkWidget *dialog, const char *name, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (child (dialog, name)), text);
}

static FettlePromise *
last_promise (FettleJob *job)
{
  return job->promises->len > 0 ? job->promises->pdata[job->promises->len - 1] : NULL;
}

static void
save (GtkWidget *dialog)
{
  gtk_widget_activate_action (dialog, "promise-dialog.save", NULL);
  ui_wait_until (find_dialog () == NULL);
}

static GtkWidget *
act (Before *before, const char *action, GVariant *target)
{
  gtk_widget_activate_action_variant (before->page, action, target);
  ui_settle ();
  g_assert_nonnull (find_dialog ());
  return find_dialog ();
}

/* Anybody but this one. */
static void
choose_other (GtkWidget *dialog, const char *name, gint64 not_id)
{
  FettleStaffChoice *choice = FETTLE_STAFF_CHOICE (child (dialog, name));

  for (gint64 id = 1; id < 20; id++)
    {
      fettle_staff_choice_set_id (choice, id);
      if (id != not_id && fettle_staff_choice_get_id (choice) == id)
        return;
    }
  g_assert_not_reached ();
}

static void
test_life (UiShop *shop, gconstpointer n_jobs)
{
  Before before = open_before (shop);
  GtkWidget *dialog = NULL;
  g_autoptr (FettleJob) made = NULL;
  g_autoptr (FettleJob) linked = NULL;
  g_autoptr (FettleJob) assigned = NULL;
  g_autoptr (FettleJob) moved = NULL;
  g_autoptr (FettleJob) ended = NULL;
  gint64 id;

  fettle_promise_dialog_add (before.page, shop->desk, before.job_id);
  dialog = find_dialog ();
  ui_settle ();
  /* Nothing is saved without a time. */
  gtk_widget_activate_action (dialog, "promise-dialog.save", NULL);
  g_assert_nonnull (find_dialog ());
  /* What is no number of days is said beside the days. */
  type (dialog, "days", "soon");
  gtk_widget_activate_action (dialog, "promise-dialog.save", NULL);
  g_assert_nonnull (fettle_form_row_get_mistake (FETTLE_FORM_ROW (child (dialog, "days_row"))));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (child (dialog, "kind")), 2);
  g_assert_cmpint (gtk_drop_down_get_selected (GTK_DROP_DOWN (child (dialog, "requires"))), ==, 1);
  type (dialog, "days", "3-6");
  type (dialog, "text", "The board is here by then");
  save (dialog);
  made = ui_shop_load (shop, before.job_id);
  id = last_promise (made)->id;
  g_assert_cmpstr (last_promise (made)->kind, ==, "part");
  g_assert_cmpstr (last_promise (made)->requires, ==, "order");
  g_assert_cmpint (last_promise (made)->due_from, >, UI_SHOP_NOW);
  g_assert_cmpint (last_promise (made)->due, >, last_promise (made)->due_from);
  g_assert_cmpstr (last_promise (made)->owner_name, ==, "Mia");

  dialog = act (&before, "promise.link", g_variant_new ("(xx)", before.job_id, id));
  type (dialog, "backing", "PO-7");
  /* Return is enough. */
  gtk_widget_activate_default (child (dialog, "backing"));
  ui_wait_until (find_dialog () == NULL);
  linked = ui_shop_load (shop, before.job_id);
  g_assert_cmpstr (last_promise (linked)->backing, ==, "PO-7");

  dialog = act (&before, "promise.assign",
                g_variant_new ("(xxxx)", before.job_id, id, last_promise (linked)->owner_id, G_GINT64_CONSTANT (0)));
  g_assert_cmpint (fettle_staff_choice_get_id (FETTLE_STAFF_CHOICE (child (dialog, "owner"))), ==,
                   last_promise (linked)->owner_id);
  g_assert_false (gtk_widget_get_visible (child (dialog, "due_row")));
  choose_other (dialog, "owner", last_promise (linked)->owner_id);
  type (dialog, "note", "On holiday");
  save (dialog);
  assigned = ui_shop_load (shop, before.job_id);
  g_assert_cmpint (last_promise (assigned)->owner_id, !=, last_promise (linked)->owner_id);
  g_assert_cmpint (last_promise (assigned)->owner_id, !=, 0);

  dialog = act (&before, "promise.revise", g_variant_new ("(xx)", before.job_id, id));
  type (dialog, "days", "9");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (child (dialog, "reason")), 4);
  g_assert_true (gtk_widget_get_visible (child (dialog, "whom_row")));
  type (dialog, "whom", "Parcel Ltd");
  save (dialog);
  moved = ui_shop_load (shop, before.job_id);
  g_assert_cmpuint (last_promise (moved)->revisions->len, ==, 1);
  g_assert_cmpstr (((FettlePromiseRevision *) last_promise (moved)->revisions->pdata[0])->reason, ==, "carrier");

  dialog = act (&before, "promise.end", g_variant_new ("(xxs)", before.job_id, id, "broken"));
  /* Who breaks one says a word about it. */
  gtk_widget_activate_action (dialog, "promise-dialog.save", NULL);
  g_assert_nonnull (find_dialog ());
  type (dialog, "note", "It never came");
  save (dialog);
  ended = ui_shop_load (shop, before.job_id);
  g_assert_cmpint (last_promise (ended)->state, ==, FETTLE_PROMISE_BROKEN);
  gtk_window_destroy (GTK_WINDOW (before.window));
}

static void
on_listed (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GPtrArray **) data = fettle_desk_finish (FETTLE_DESK (source), result, NULL);
}

static guint
count_drafts (UiShop *shop)
{
  g_autoptr (GPtrArray) drafts = NULL;

  fettle_desk_list_drafts_async (shop->desk, "promise", NULL, on_listed, &drafts);
  ui_wait_until (drafts != NULL);
  return drafts->len;
}

/* What is typed survives the window; closing it gives it up. */
static void
test_draft (UiShop *shop, gconstpointer n_jobs)
{
  Before before = open_before (shop);
  GtkWidget *dialog = NULL;

  fettle_promise_dialog_add (before.page, shop->desk, before.job_id);
  dialog = find_dialog ();
  ui_settle ();
  type (dialog, "text", "half a sentence");
  ui_wait_until (count_drafts (shop) == 1);
  /* As if the program had ended here. */
  gtk_window_destroy (GTK_WINDOW (dialog));
  ui_wait_until (find_dialog () == NULL);
  fettle_promise_dialog_add (before.page, shop->desk, before.job_id);
  dialog = find_dialog ();
  ui_wait_until (g_str_equal (gtk_editable_get_text (GTK_EDITABLE (child (dialog, "text"))), "half a sentence"));
  gtk_window_close (GTK_WINDOW (dialog));
  ui_wait_until (find_dialog () == NULL);
  ui_wait_until (count_drafts (shop) == 0);
  gtk_window_destroy (GTK_WINDOW (before.window));
}

static GtkWidget *
of_setup (GtkWidget *group, const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (group, FETTLE_TYPE_SETUP_PROMISES, name));
}

static guint
count_published (UiShop *shop)
{
  g_autoptr (GPtrArray) list = NULL;

  fettle_desk_list_commitments_async (shop->desk, NULL, on_listed, &list);
  ui_wait_until (list != NULL);
  return list->len;
}

static GtkWidget *
find_button (GtkWidget *top, const char *label)
{
  GtkWidget *button;

  for (guint nth = 0; (button = ui_find (top, GTK_TYPE_BUTTON, nth)) != NULL; nth++)
    if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), label) == 0)
      return button;
  return NULL;
}

static void
keep_holidays (UiShop *shop, const char *region)
{
  g_autoptr (FettleSetting) none = fettle_setting_make (NULL);
  g_autoptr (FettleSetting) kept = fettle_setting_make (region);

  fettle_desk_edit_setup_async (shop->desk, FETTLE_TOPIC_HOLIDAYS, kept, none, NULL, NULL, NULL);
  ui_wait_until (g_strcmp0 (fettle_desk_get_shop (shop->desk)->holidays, region) == 0);
}

/* A date in a year whose holidays nobody has published yet says that they are not counted. */
static void
test_unpublished_year (UiShop *shop, gconstpointer n_jobs)
{
  Before before = open_before (shop);
  GtkWidget *dialog, *note;

  keep_holidays (shop, "cn");
  fettle_promise_dialog_add (before.page, shop->desk, before.job_id);
  dialog = find_dialog ();
  note = child (dialog, "calendar_note");
  ui_settle ();
  g_assert_false (gtk_widget_get_visible (note));
  fettle_time_entry_set_moment (FETTLE_TIME_ENTRY (child (dialog, "due")), UI_SHOP_NOW + 3 * 365 * G_TIME_SPAN_DAY);
  g_assert_true (gtk_widget_get_visible (note));
  g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (note)), "no published schedule"));
  fettle_time_entry_set_moment (FETTLE_TIME_ENTRY (child (dialog, "due")), UI_SHOP_NOW + 2 * G_TIME_SPAN_DAY);
  g_assert_false (gtk_widget_get_visible (note));
  gtk_window_close (GTK_WINDOW (dialog));
  ui_wait_until (find_dialog () == NULL);
  gtk_window_destroy (GTK_WINDOW (before.window));
}

/* The button of a row, by its tooltip. */
static GtkWidget *
find_by_tooltip (GtkWidget *top, const char *tooltip)
{
  GtkWidget *button;

  for (guint nth = 0; (button = ui_find (top, GTK_TYPE_BUTTON, nth)) != NULL; nth++)
    if (g_strcmp0 (gtk_widget_get_tooltip_text (button), tooltip) == 0)
      return button;
  return NULL;
}

/* The form comes up with what was published, and publishes it anew in its place. */
static void
new_wording (UiShop *shop, GtkWidget *group, GtkWidget *publish)
{
  g_signal_emit_by_name (find_by_tooltip (group, "New Wording"), "clicked");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (of_setup (group, "text"))), ==,
                   "Ready in 3 working days or the fee back");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (of_setup (group, "amount"))), ==, "15.00");
  g_assert_true (gtk_widget_get_visible (of_setup (group, "cancel")));
  g_signal_emit_by_name (of_setup (group, "cancel"), "clicked");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (of_setup (group, "text"))), ==, "");
  g_assert_false (gtk_widget_get_visible (of_setup (group, "cancel")));
  g_signal_emit_by_name (find_by_tooltip (group, "New Wording"), "clicked");
  gtk_editable_set_text (GTK_EDITABLE (of_setup (group, "text")), "Ready in 4 working days or the fee back");
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (of_setup (group, "time")), 4);
  g_signal_emit_by_name (publish, "clicked");
  ui_wait_until (ui_find_label (group, "Ready in 4 working days or the fee back") != NULL);
  ui_wait_until (ui_find_label (group, "Ready in 3 working days or the fee back") == NULL);
  g_assert_nonnull (ui_find_label (group, "4 working days · the express fee · €15.00"));
  g_assert_cmpuint (count_published (shop), ==, 1);
  g_assert_false (gtk_widget_get_visible (of_setup (group, "cancel")));
}

static int
lead_of (UiShop *shop, const char *id)
{
  g_autoptr (GPtrArray) kinds = NULL;

  fettle_desk_list_promise_kinds_async (shop->desk, NULL, on_listed, &kinds);
  ui_wait_until (kinds != NULL);
  return fettle_promise_kinds_find (kinds, id)->lead;
}

static void
test_lead (UiShop *shop, gconstpointer n_jobs)
{
  GtkWidget *group = g_object_new (FETTLE_TYPE_SETUP_PROMISES, "desk", shop->desk, NULL);
  GtkWidget *window = ui_window_new (group, 760, 900);
  GtkWidget *spin = NULL;

  ui_wait_until (ui_find_label (group, "Call back") != NULL);
  for (guint nth = 0; spin == NULL; nth++)
    {
      GtkWidget *row = ui_find (group, ADW_TYPE_ACTION_ROW, nth);

      g_assert_nonnull (row);
      if (g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), "Call back") == 0)
        spin = ui_find (row, GTK_TYPE_SPIN_BUTTON, 0);
    }
  g_assert_cmpint (gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (spin)), ==, 120);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), 480);
  ui_wait_until (lead_of (shop, "call-back") == 480);
  g_assert_nonnull (ui_find_label (group, "Due soon 8 hours of opening time before"));
  g_assert_cmpint (lead_of (shop, "ready"), ==, 120);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_publish (UiShop *shop, gconstpointer n_jobs)
{
  GtkWidget *group = g_object_new (FETTLE_TYPE_SETUP_PROMISES, "desk", shop->desk, NULL);
  GtkWidget *window = ui_window_new (group, 760, 900);
  GtkWidget *publish = find_button (group, "_Publish");

  ui_settle ();
  g_signal_emit_by_name (publish, "clicked");
  ui_settle ();
  g_assert_cmpuint (count_published (shop), ==, 0);
  gtk_editable_set_text (GTK_EDITABLE (of_setup (group, "text")), "Ready in 3 working days or the fee back");
  gtk_editable_set_text (GTK_EDITABLE (of_setup (group, "compensation")), "the express fee");
  gtk_editable_set_text (GTK_EDITABLE (of_setup (group, "amount")), "15");
  g_signal_emit_by_name (publish, "clicked");
  ui_wait_until (ui_find_label (group, "Ready in 3 working days or the fee back") != NULL);
  g_assert_cmpuint (count_published (shop), ==, 1);
  g_assert_nonnull (ui_find_label (group, "3 working days · the express fee · €15.00"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (of_setup (group, "text"))), ==, "");
  new_wording (shop, group, publish);
  gtk_editable_set_text (GTK_EDITABLE (of_setup (group, "new_kind")), "Loaner back");
  g_signal_emit_by_name (of_setup (group, "new_kind"), "apply");
  ui_wait_until (ui_find_label (group, "Loaner back") != NULL);
  gtk_window_destroy (GTK_WINDOW (window));
}

static gpointer
break_one (FettleConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (FettleCommitment) commitment = fettle_commitment_new ();
  g_autoptr (FettlePromise) promise = NULL;
  gint64 job_id = *(gint64 *) data;

  commitment->text = g_strdup ("In an hour");
  commitment->kind = g_strdup ("reply");
  commitment->minutes = 60;
  commitment->compensation = g_strdup ("a coffee");
  commitment->active = TRUE;
  commitment->id = fettle_commitment_store_save (connection, commitment, error);
  fettle_clock_set (UI_SHOP_NOW - FETTLE_DAY);
  promise = fettle_commitment_store_make_promise (connection, commitment, fettle_clock_now (), error);
  promise->job_id = job_id;
  promise->id = fettle_promise_store_add (connection, promise, "Mia", NULL, error);
  fettle_clock_set (UI_SHOP_NOW);
  return GINT_TO_POINTER (fettle_compensation_store_sweep (connection, error)
                          && fettle_promise_store_revise (connection, promise->id, UI_SHOP_NOW + FETTLE_DAY, "carrier",
                                                          NULL, "Mia", NULL, error));
}

static void
test_owed (UiShop *shop, gconstpointer n_jobs)
{
  gint64 job_id = ui_shop_take_in (shop, 14);
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleJob) job = NULL;
  GtkWidget *word = g_object_new (FETTLE_TYPE_JOB_WORD, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *window = NULL;

  g_assert_nonnull (fettle_store_call (shop->store, break_one, &job_id, &error));
  g_assert_no_error (error);
  gtk_box_append (GTK_BOX (box), word);
  window = ui_window_new (box, 360, 500);
  job = ui_shop_load (shop, job_id);
  fettle_job_word_set (FETTLE_JOB_WORD (word), job, shop->desk);
  ui_wait_until (ui_find_label (word, "Owed to the customer: a coffee") != NULL);
  ui_wait_until (ui_find_label (word, "Claim against the carrier") != NULL);
  g_assert_true (gtk_widget_get_visible (word));
  gtk_widget_activate_action (word, "word.give", "x", G_GINT64_CONSTANT (1));
  ui_settle ();
  fettle_job_word_set (FETTLE_JOB_WORD (word), job, shop->desk);
  ui_wait_until (ui_find_label (word, "Given: a coffee") != NULL);
  gtk_window_destroy (GTK_WINDOW (window));
}

static gpointer
publish_two (FettleConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  gint64 id = 1;

  for (guint i = 0; i < 2 && id != 0; i++)
    {
      g_autoptr (FettleCommitment) commitment = fettle_commitment_new ();

      commitment->text = g_strdup (i == 0 ? "In two days" : "In five days");
      commitment->kind = g_strdup ("ready");
      commitment->days = i == 0 ? 2 : 5;
      commitment->categories = g_strsplit (i == 0 ? "Mobile" : "Mobile,Laptop", ",", -1);
      commitment->automatic = i == 1;
      commitment->active = TRUE;
      id = fettle_commitment_store_save (connection, commitment, error);
    }
  return GINT_TO_POINTER (id != 0);
}

static void
on_word_changed (GtkWidget *word, guint *n)
{
  (*n)++;
}

/* What is published for such a job is offered, and what goes by itself stands there until another is chosen. */
static void
test_word (UiShop *shop, gconstpointer n_jobs)
{
  g_autoptr (FettleIntake) intake = fettle_intake_new ();
  g_autoptr (GError) error = NULL;
  FettleIntakeWord *word = g_object_new (FETTLE_TYPE_INTAKE_WORD, NULL);
  GtkWidget *window = NULL;
  GtkDropDown *choice = NULL;
  guint changed = 0;

  g_assert_nonnull (fettle_store_call (shop->store, publish_two, NULL, &error));
  g_assert_no_error (error);
  window = ui_window_new (GTK_WIDGET (word), 500, 400);
  g_signal_connect (word, "changed", G_CALLBACK (on_word_changed), &changed);
  fettle_intake_word_set_desk (word, shop->desk);
  intake->category = g_strdup ("Mobile");
  intake->kind = FETTLE_KIND_REPAIR;
  fettle_intake_word_show (word, intake);
  ui_wait_until (changed > 0);
  choice = GTK_DROP_DOWN (gtk_widget_get_template_child (GTK_WIDGET (word), FETTLE_TYPE_INTAKE_WORD, "commitment"));
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (choice)), ==, 3);
  g_assert_cmpuint (gtk_drop_down_get_selected (choice), ==, 2);
  g_assert_cmpint (fettle_intake_word_get_due (word), >, UI_SHOP_NOW);
  fettle_intake_word_fill (word, intake);
  g_assert_null (intake->commitment);
  ui_wait_until (ui_find_label (GTK_WIDGET (word), "Too few to say") != NULL);

  gtk_drop_down_set_selected (choice, 1);
  fettle_intake_word_fill (word, intake);
  g_assert_cmpstr (intake->commitment, ==, "1");
  gtk_drop_down_set_selected (choice, 0);
  fettle_intake_word_fill (word, intake);
  g_assert_cmpstr (intake->commitment, ==, "none");
  g_assert_cmpint (fettle_intake_word_get_due (word), ==, 0);
  /* Another device: what is not for it is not offered. */
  g_free (intake->category);
  intake->category = g_strdup ("Laptop");
  fettle_intake_word_look (word, intake);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (choice)), ==, 2);
  /* What was published while another place was on the screen is offered when this one is back. */
  gtk_widget_set_visible (GTK_WIDGET (word), FALSE);
  g_assert_nonnull (fettle_store_call (shop->store, publish_two, NULL, &error));
  gtk_widget_set_visible (GTK_WIDGET (word), TRUE);
  ui_wait_until (g_list_model_get_n_items (gtk_drop_down_get_model (choice)) == 3);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ui_shop_add ("/promise-forms/life", 1, test_life);
  ui_shop_add ("/promise-forms/draft", 1, test_draft);
  ui_shop_add ("/promise-forms/publish", 1, test_publish);
  ui_shop_add ("/promise-forms/lead", 1, test_lead);
  ui_shop_add ("/promise-forms/unpublished-year", 1, test_unpublished_year);
  ui_shop_add ("/promise-forms/owed", 1, test_owed);
  ui_shop_add ("/promise-forms/word", 1, test_word);
  return g_test_run ();
}
