/* test-follow-ups.c: whom to call stands in a list; what they answer is written down, and what they do not say is not.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-actions.h"
#include "ui-shop.h"

#include "fettle-answer-dialog.h"
#include "fettle-clock.h"
#include "fettle-desk-after.h"
#include "fettle-follow-up-list.h"
#include "fettle-follow-up-row.h"
#include "fettle-follow-ups-page.h"
#include "fettle-intake-page.h"
#include "fettle-job-after.h"
#include "fettle-job-page.h"
#include "fettle-job-store.h"
#include "fettle-record-list.h"
#include "fettle-scale.h"

#define PART(page, name) (gtk_widget_get_template_child (page, FETTLE_TYPE_FOLLOW_UPS_PAGE, name))
#define ANSWER(name)     (gtk_widget_get_template_child (dialog, FETTLE_TYPE_ANSWER_DIALOG, name))
#define SOME_JOBS        8

typedef struct
{
  GtkWidget *page;
  GtkWidget *window;
} Opened;

static void
on_done (GObject *source, GAsyncResult *result, gpointer done)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GObject) answer = NULL;

  answer = fettle_desk_finish (FETTLE_DESK (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) done = TRUE;
}

static void
on_id (GObject *source, GAsyncResult *result, gpointer id)
{
  g_autoptr (GError) error = NULL;

  *(gint64 *) id = fettle_desk_finish_id (FETTLE_DESK (source), result, &error);
  g_assert_no_error (error);
}

static void
hand_over (UiShop *shop, gint64 job_id)
{
  g_autoptr (FettleHandOver) form = fettle_hand_over_new ();
  gboolean done = FALSE;

  form->job_id = job_id;
  form->outcome = FETTLE_OUTCOME_REPAIRED;
  form->all_returned = TRUE;
  form->override = g_strdup ("for the test");
  form->by = g_strdup ("Mia");
  fettle_desk_hand_over_async (shop->desk, form, NULL, on_done, &done);
  ui_wait_until (done);
}

static FettleFollowUpList *
list_of (Opened *opened, const char *name)
{
  return FETTLE_FOLLOW_UP_LIST (PART (opened->page, name));
}

static guint
count (Opened *opened, const char *name)
{
  return g_list_model_get_n_items (fettle_follow_up_list_get_model (list_of (opened, name)));
}

/* Four days later two customers are to be called. */
static Opened
open_page (UiShop *shop)
{
  Opened opened = { NULL };

  hand_over (shop, ui_shop_take_in (shop, 101));
  hand_over (shop, ui_shop_take_in (shop, 102));
  fettle_clock_set (UI_SHOP_NOW + 4 * FETTLE_DAY);
  opened.page = fettle_follow_ups_page_new (shop->desk);
  opened.window = ui_window_new (opened.page, 1024, 700);
  ui_actions_watch (opened.window);
  ui_wait_until (count (&opened, "to_call") == 2);
  ui_settle ();
  return opened;
}

static void
close_page (Opened *opened)
{
  g_object_add_weak_pointer (G_OBJECT (opened->page), (gpointer *) &opened->page);
  gtk_window_destroy (GTK_WINDOW (opened->window));
  ui_wait_until (opened->page == NULL);
  fettle_clock_set (UI_SHOP_NOW);
}

static gpointer
take_another (FettleConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  gint64 *id = data;
  g_autoptr (FettleJob) job = fettle_job_store_load (connection, *id, error);
  g_autoptr (FettleIntake) intake = fettle_intake_new ();
  g_autoptr (FettleJob) another = NULL;

  intake->kind = FETTLE_KIND_REPAIR;
  intake->customer_id = job->customer->id;
  intake->customer_name = g_strdup (job->customer->name);
  intake->brand = g_strdup ("Tessera");
  intake->model = g_strdup ("Camera 7");
  intake->fault = g_strdup ("lens sticks");
  another = fettle_job_store_intake (connection, intake, "counter", error);
  *id = another != NULL ? another->summary->id : 0;
  return GINT_TO_POINTER (another != NULL);
}

static GtkWidget *
find_dialog (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (toplevels, i);

      if (FETTLE_IS_ANSWER_DIALOG (window))
        return window;
    }
  return NULL;
}

static FettleFollowUp *
first (Opened *opened, const char *name)
{
  g_autoptr (FettleRecordItem) item
      = g_list_model_get_item (fettle_follow_up_list_get_model (list_of (opened, name)), 0);

  return fettle_record_item_get_record (item);
}

static void
test_lists (UiShop *shop, gconstpointer n_jobs)
{
  Opened opened = open_page (shop);
  FettleFollowUp *visit = first (&opened, "to_call");

  g_assert_cmpstr (visit->kind, ==, FETTLE_FOLLOW_UP_VISIT);
  g_assert_cmpint (visit->due, <, UI_SHOP_NOW + 4 * FETTLE_DAY + 14 * FETTLE_HOUR);
  g_assert_cmpuint (count (&opened, "planned"), ==, 0);
  g_assert_nonnull (ui_find_label (opened.page, "To Call Today (2)"));
  close_page (&opened);
}

static void
test_answer (UiShop *shop, gconstpointer n_jobs)
{
  Opened opened = open_page (shop);
  GtkWidget *dialog = NULL;
  g_autoptr (FettleFollowUp) visit = g_object_ref (first (&opened, "to_call"));
  g_autoptr (FettleJob) job = NULL;
  FettleFollowUp *kept;

  g_signal_emit_by_name (list_of (&opened, "to_call"), "activated", visit);
  ui_wait_until ((dialog = find_dialog ()) != NULL);
  /* Nothing is down at first, and nothing is not an answer. */
  g_assert_cmpint (fettle_scale_get_number (FETTLE_SCALE (ANSWER ("csat"))), ==, FETTLE_NOT_SAID);
  gtk_widget_activate_action (dialog, "answer.save", NULL);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (ANSWER ("message"))));
  fettle_scale_set_number (FETTLE_SCALE (ANSWER ("csat")), 5);
  gtk_editable_set_text (GTK_EDITABLE (ANSWER ("text")), "all well");
  gtk_widget_activate_action (dialog, "answer.save", NULL);
  ui_wait_until (find_dialog () == NULL);
  ui_wait_until (count (&opened, "to_call") == 1);
  job = ui_shop_load (shop, visit->job_id);
  kept = job->follow_ups->pdata[0];
  g_assert_cmpint (kept->csat, ==, 5);
  g_assert_cmpint (kept->nps, ==, FETTLE_NOT_SAID);
  g_assert_cmpstr (kept->text, ==, "all well");
  g_assert_null (kept->channel);
  g_assert_cmpstr (kept->by_name, ==, "Mia");
  close_page (&opened);
}

/* A digit on a row begins with the satisfaction; N says that nobody was reached. */
static void
test_keys (UiShop *shop, gconstpointer n_jobs)
{
  Opened opened = open_page (shop);
  GtkWidget *dialog = NULL;
  g_autoptr (FettleFollowUp) visit = g_object_ref (first (&opened, "to_call"));

  g_signal_emit_by_name (list_of (&opened, "to_call"), "rated", visit, 2);
  ui_wait_until ((dialog = find_dialog ()) != NULL);
  g_assert_cmpint (fettle_scale_get_number (FETTLE_SCALE (ANSWER ("csat"))), ==, 2);
  gtk_window_close (GTK_WINDOW (dialog));
  ui_wait_until (find_dialog () == NULL);
  g_signal_emit_by_name (list_of (&opened, "to_call"), "not-reached", visit);
  ui_wait_until (count (&opened, "to_call") == 1);
  g_assert_cmpuint (count (&opened, "planned"), ==, 1);
  g_assert_cmpint (first (&opened, "planned")->n_attempts, ==, 1);
  close_page (&opened);
}

static void
test_suggestions (UiShop *shop, gconstpointer n_jobs)
{
  Opened opened = open_page (shop);
  g_autoptr (FettleSuggestion) suggestion = fettle_suggestion_new ();
  gint64 id = 0;

  suggestion->text = g_strdup ("A chair, please");
  suggestion->giver = g_strdup ("Jan");
  fettle_desk_add_suggestion_async (shop->desk, suggestion, NULL, on_id, &id);
  ui_wait_until (id != 0);
  ui_wait_until (count (&opened, "suggestions") == 1);
  g_assert_nonnull (ui_find_label (opened.page, "Suggestions (1)"));
  close_page (&opened);
}

static AdwMessageDialog *
find_question (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *at = windows; at != NULL; at = at->next)
    if (ADW_IS_MESSAGE_DIALOG (at->data) && gtk_widget_get_mapped (at->data))
      return at->data;
  return NULL;
}

/* Written down with its giver, who is to be told. */
static void
test_suggestion_giver (UiShop *shop, gconstpointer n_jobs)
{
  Opened opened = open_page (shop);
  AdwMessageDialog *question;

  gtk_widget_activate_action (GTK_WIDGET (list_of (&opened, "suggestions")), "after.suggest", "x", (gint64) 0);
  ui_wait_until (find_question () != NULL);
  question = find_question ();
  gtk_editable_set_text (GTK_EDITABLE (ui_find (GTK_WIDGET (question), ADW_TYPE_ENTRY_ROW, 1)), " Jan ");
  g_assert_false (adw_message_dialog_get_response_enabled (question, "yes"));
  gtk_editable_set_text (GTK_EDITABLE (ui_find (GTK_WIDGET (question), ADW_TYPE_ENTRY_ROW, 0)), "A chair, please");
  adw_message_dialog_response (question, "yes");
  ui_wait_until (count (&opened, "suggestions") == 1);
  g_assert_cmpstr (((FettleSuggestion *) first (&opened, "suggestions"))->giver, ==, "Jan");
  g_assert_cmpstr (((FettleSuggestion *) first (&opened, "suggestions"))->text, ==, "A chair, please");
  close_page (&opened);
}

static void
test_scale (UiShop *shop, gconstpointer n_jobs)
{
  GtkWidget *scale = g_object_new (FETTLE_TYPE_SCALE, "first", 0, "last", 10, "label", "Recommend", NULL);
  GtkWidget *window = ui_window_new (scale, 600, 100);
  GtkWidget *three;

  g_assert_cmpint (fettle_scale_get_number (FETTLE_SCALE (scale)), ==, FETTLE_NOT_SAID);
  fettle_scale_set_number (FETTLE_SCALE (scale), 7);
  g_assert_cmpint (fettle_scale_get_number (FETTLE_SCALE (scale)), ==, 7);
  three = ui_find (scale, GTK_TYPE_TOGGLE_BUTTON, 3);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (three), TRUE);
  g_assert_cmpint (fettle_scale_get_number (FETTLE_SCALE (scale)), ==, 3);
  /* Pressed again it is taken back: nobody said anything. */
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (three), FALSE);
  g_assert_cmpint (fettle_scale_get_number (FETTLE_SCALE (scale)), ==, FETTLE_NOT_SAID);
  fettle_scale_set_number (FETTLE_SCALE (scale), 0);
  g_assert_cmpint (fettle_scale_get_number (FETTLE_SCALE (scale)), ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The job's page has what comes after it, and what is missing. */
static void
test_job_page (UiShop *shop, gconstpointer n_jobs)
{
  gint64 job_id = ui_shop_take_in (shop, 103);
  GtkWidget *page = fettle_job_page_new (shop->desk);
  GtkWidget *window;

  hand_over (shop, job_id);
  fettle_job_page_show (FETTLE_JOB_PAGE (page), job_id);
  window = ui_window_new (page, 1024, 900);
  ui_wait_until (ui_find (page, FETTLE_TYPE_FOLLOW_UP_ROW, 0) != NULL);
  g_assert_nonnull (ui_find_label (page, "Fed back: missing"));
  g_assert_nonnull (ui_find_label (page, "Recorded"));
  g_assert_nonnull (ui_find_label (page, "Return visit"));
  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  gtk_window_destroy (GTK_WINDOW (window));
  ui_wait_until (page == NULL);
}

/* A complaint begins with whose it is and what it is about. */
static void
test_complaint (UiShop *shop, gconstpointer n_jobs)
{
  gint64 job_id = ui_shop_take_in (shop, 104);
  g_autoptr (FettleJob) job = NULL;
  GtkWidget *page;
  GtkWidget *window;
  g_autofree char *sentence = NULL;

  hand_over (shop, job_id);
  job = ui_shop_load (shop, job_id);
  sentence = g_strdup_printf ("Complaint about %s", job->summary->number);
  page = fettle_intake_page_new (shop->desk);
  window = ui_window_new (page, 1024, 700);
  ui_actions_watch (window);
  fettle_intake_page_begin_complaint (FETTLE_INTAKE_PAGE (page), job_id);
  ui_wait_until (ui_find_label (page, sentence) != NULL);
  gtk_widget_activate_action (page, "intake.unlink", NULL);
  g_assert_false (gtk_revealer_get_reveal_child (
      GTK_REVEALER (gtk_widget_get_template_child (page, FETTLE_TYPE_INTAKE_PAGE, "about"))));
  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  gtk_window_destroy (GTK_WINDOW (window));
  ui_wait_until (page == NULL);
}

/* One row and one answer for a customer who was handed two devices back; each job's page says that it is one call. */
static void
test_one_call (UiShop *shop, gconstpointer n_jobs)
{
  gint64 jobs[2] = { ui_shop_take_in (shop, 101) };
  g_autoptr (FettleJob) another = NULL;
  g_autofree char *also = NULL;
  Opened opened = { NULL };
  FettleFollowUp *visit;
  GtkWidget *dialog;

  jobs[1] = jobs[0];
  g_assert_nonnull (fettle_store_call (shop->store, take_another, &jobs[1], NULL));
  hand_over (shop, jobs[0]);
  hand_over (shop, jobs[1]);
  another = ui_shop_load (shop, jobs[1]);
  fettle_clock_set (UI_SHOP_NOW + 4 * FETTLE_DAY);
  opened.page = fettle_follow_ups_page_new (shop->desk);
  opened.window = ui_window_new (opened.page, 1024, 700);
  ui_actions_watch (opened.window);
  ui_wait_until (count (&opened, "to_call") == 1);
  visit = first (&opened, "to_call");
  also = g_strdup_printf ("also %s Tessera Camera 7", another->summary->number);
  ui_wait_until (ui_find_label (opened.page, also) != NULL);

  gtk_widget_activate_action (GTK_WIDGET (list_of (&opened, "to_call")), "after.answer", "x", visit->id);
  ui_wait_until (find_dialog () != NULL);
  dialog = find_dialog ();
  g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (ANSWER ("what"))), another->summary->number));
  g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (ANSWER ("what"))), visit->job_number));
  fettle_scale_set_number (FETTLE_SCALE (ANSWER ("csat")), 5);
  gtk_widget_activate_action (dialog, "answer.save", NULL);
  ui_wait_until (count (&opened, "to_call") == 0);
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (FettleJob) job = ui_shop_load (shop, jobs[i]);

      g_assert_cmpuint (job->follow_ups->len, ==, 1);
      g_assert_cmpint (((FettleFollowUp *) job->follow_ups->pdata[0])->csat, ==, 5);
    }
  close_page (&opened);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ui_shop_add ("/follow-ups/lists", SOME_JOBS, test_lists);
  ui_shop_add ("/follow-ups/answer", SOME_JOBS, test_answer);
  ui_shop_add ("/follow-ups/keys", SOME_JOBS, test_keys);
  ui_shop_add ("/follow-ups/suggestions", SOME_JOBS, test_suggestions);
  ui_shop_add ("/follow-ups/suggestion-giver", SOME_JOBS, test_suggestion_giver);
  ui_shop_add ("/follow-ups/scale", SOME_JOBS, test_scale);
  ui_shop_add ("/follow-ups/job-page", SOME_JOBS, test_job_page);
  ui_shop_add ("/follow-ups/complaint", SOME_JOBS, test_complaint);
  ui_shop_add ("/follow-ups/one-call", SOME_JOBS, test_one_call);
  return g_test_run ();
}
