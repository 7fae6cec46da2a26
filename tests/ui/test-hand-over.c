/* test-hand-over.c: a device goes out; what stays behind needs a reason and a name.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-actions.h"
#include "ui-shop.h"

#include "fettle-form-row.h"
#include "fettle-hand-over-dialog.h"

#define PART(dialog, name)    (gtk_widget_get_template_child (dialog, FETTLE_TYPE_HAND_OVER_DIALOG, name))
#define MISTAKE(dialog, name) (fettle_form_row_get_mistake (FETTLE_FORM_ROW (PART (dialog, name))))

static gpointer
take_in (FettleConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  const char *accessories[] = { "Charger", "Bag", NULL };
  g_autoptr (FettleIntake) intake = fettle_intake_new ();

  intake->customer_name = g_strdup ("Anna Schmidt");
  intake->category = g_strdup ("Laptop");
  intake->kind = FETTLE_KIND_REPAIR;
  intake->fault = g_strdup ("No picture");
  intake->accessories = g_strdupv ((char **) accessories);
  return fettle_job_store_intake (connection, intake, "counter", error);
}

static GtkWidget *
find_dialog (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (toplevels, i);

      if (FETTLE_IS_HAND_OVER_DIALOG (window))
        return window;
    }
  return NULL;
}

static gboolean
is_ready (GtkWidget *dialog)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (PART (dialog, "stack"))), "form") == 0;
}

static GtkWidget *
open_dialog (UiShop *shop, GtkWidget *window, gint64 job_id)
{
  GtkWidget *dialog;

  fettle_hand_over_dialog_present (window, shop->desk, job_id);
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  ui_wait_until (is_ready (dialog));
  return dialog;
}

static GtkWidget *
tick (GtkWidget *dialog, guint nth)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (PART (dialog, "accessories")));

  for (; nth > 0 && child != NULL; nth--)
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static void
choose_outcome (GtkWidget *dialog, FettleOutcome outcome)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (PART (dialog, "outcome")), outcome);
}

static void
hand_over (GtkWidget *dialog)
{
  g_assert_true (gtk_widget_activate_action (dialog, "hand-over.do", NULL));
}

static void
test_whole (UiShop *shop, gconstpointer data)
{
  GtkWidget *window = ui_window_new (gtk_label_new ("counter"), 800, 600);
  g_autoptr (FettleJob) taken = fettle_store_call (shop->store, take_in, NULL, NULL);
  g_autoptr (FettleJob) job = NULL;
  GtkWidget *dialog;

  ui_actions_watch (window);
  dialog = open_dialog (shop, window, taken->summary->id);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (PART (dialog, "collected_by"))), ==, "Anna Schmidt");
  hand_over (dialog);
  g_assert_nonnull (MISTAKE (dialog, "outcome_row"));
  choose_outcome (dialog, FETTLE_OUTCOME_REPAIRED);
  g_assert_null (MISTAKE (dialog, "outcome_row"));

  gtk_editable_set_text (GTK_EDITABLE (PART (dialog, "paid")), "a lot");
  hand_over (dialog);
  g_assert_nonnull (MISTAKE (dialog, "paid_row"));
  gtk_editable_set_text (GTK_EDITABLE (PART (dialog, "paid")), "79.50");
  hand_over (dialog);
  g_assert_nonnull (MISTAKE (dialog, "paid_row"));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (PART (dialog, "method")), FETTLE_METHOD_CARD);

  g_signal_emit_by_name (PART (dialog, "all"), "clicked");
  hand_over (dialog);
  ui_wait_until (find_dialog () == NULL);
  job = ui_shop_load (shop, taken->summary->id);
  g_assert_cmpint (job->summary->stage, ==, FETTLE_STAGE_HANDED_OVER);
  g_assert_cmpint (job->summary->outcome, ==, FETTLE_OUTCOME_REPAIRED);
  g_assert_cmpstr (job->collected_by, ==, "Anna Schmidt");
  g_assert_cmpuint (job->payments->len, ==, 1);
  g_assert_cmpint (((FettlePayment *) job->payments->pdata[0])->amount, ==, 7950);
  for (guint i = 0; i < job->accessories->len; i++)
    g_assert_cmpint (((FettleAccessory *) job->accessories->pdata[i])->returned_at, !=, 0);
  g_assert_nonnull (strstr (ui_actions_last ("preview"), "receipt"));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_left_behind (UiShop *shop, gconstpointer data)
{
  GtkWidget *window = ui_window_new (gtk_label_new ("counter"), 800, 600);
  g_autoptr (FettleJob) taken = fettle_store_call (shop->store, take_in, NULL, NULL);
  g_autoptr (FettleJob) job = NULL;
  GtkWidget *dialog;
  GtkRevealer *reason;

  ui_actions_watch (window);
  dialog = open_dialog (shop, window, taken->summary->id);
  reason = GTK_REVEALER (PART (dialog, "override_revealer"));
  choose_outcome (dialog, FETTLE_OUTCOME_NOT_REPAIRABLE);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (tick (dialog, 0)), TRUE);
  hand_over (dialog);
  g_assert_true (gtk_revealer_get_reveal_child (reason));
  g_assert_nonnull (ui_find_label (dialog, "Bag"));
  g_assert_nonnull (find_dialog ());

  gtk_editable_set_text (GTK_EDITABLE (PART (dialog, "override")), "They said to keep it");
  hand_over (dialog);
  ui_wait_until (find_dialog () == NULL);
  job = ui_shop_load (shop, taken->summary->id);
  g_assert_cmpint (job->summary->stage, ==, FETTLE_STAGE_HANDED_OVER);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Closed in the middle and opened again: the ticks and words are back. */
static void
test_draft (UiShop *shop, gconstpointer data)
{
  GtkWidget *window = ui_window_new (gtk_label_new ("counter"), 800, 600);
  g_autoptr (FettleJob) taken = fettle_store_call (shop->store, take_in, NULL, NULL);
  GtkWidget *dialog;

  dialog = open_dialog (shop, window, taken->summary->id);
  choose_outcome (dialog, FETTLE_OUTCOME_DECLINED);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (tick (dialog, 1)), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (PART (dialog, "paid")), "12,");
  gtk_editable_set_text (GTK_EDITABLE (PART (dialog, "note")), "will come ag");
  gtk_window_close (GTK_WINDOW (dialog));
  ui_wait_until (find_dialog () == NULL);

  dialog = open_dialog (shop, window, taken->summary->id);
  ui_wait_until (gtk_drop_down_get_selected (GTK_DROP_DOWN (PART (dialog, "outcome"))) == FETTLE_OUTCOME_DECLINED);
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (tick (dialog, 0))));
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (tick (dialog, 1))));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (PART (dialog, "paid"))), ==, "12,");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (PART (dialog, "note"))), ==, "will come ag");
  gtk_window_close (GTK_WINDOW (dialog));
  ui_wait_until (find_dialog () == NULL);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ui_shop_add ("/hand-over/whole", 0, test_whole);
  ui_shop_add ("/hand-over/left-behind", 0, test_left_behind);
  ui_shop_add ("/hand-over/draft", 0, test_draft);
  return g_test_run ();
}
