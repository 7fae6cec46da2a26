/* test-contacts.c: telling a customer something, writing down what they said, and what waits for an answer.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-shop.h"

#include "fettle-contact-row.h"
#include "fettle-contact-store.h"
#include "fettle-expect-dialog.h"
#include "fettle-hand-over-dialog.h"
#include "fettle-hear-dialog.h"
#include "fettle-job-arrival.h"
#include "fettle-job-contacts.h"
#include "fettle-job-options.h"
#include "fettle-job-page.h"
#include "fettle-phrase-hint.h"
#include "fettle-setup-phrases.h"
#include "fettle-tell-dialog.h"
#include "fettle-time-entry.h"

#include <string.h>

typedef struct
{
  GtkWidget *page;
  GtkWidget *window;
} Opened;

static Opened
open_job (UiShop *shop, gint64 job_id)
{
  Opened opened = { fettle_job_page_new (shop->desk) };

  opened.window = ui_window_new (opened.page, 1366, 768);
  fettle_job_page_show (FETTLE_JOB_PAGE (opened.page), job_id);
  ui_wait_until (fettle_job_page_get_job (FETTLE_JOB_PAGE (opened.page)) != NULL);
  return opened;
}

static void
close_job (Opened *opened)
{
  g_object_add_weak_pointer (G_OBJECT (opened->page), (gpointer *) &opened->page);
  gtk_window_destroy (GTK_WINDOW (opened->window));
  ui_wait_until (opened->page == NULL);
}

static FettleJob *
shown (Opened *opened)
{
  return fettle_job_page_get_job (FETTLE_JOB_PAGE (opened->page));
}

/* The dialog of that type that is open, or NULL. */
static GtkWidget *
find_dialog (GType type)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *item = windows; item != NULL; item = item->next)
    if (G_TYPE_CHECK_INSTANCE_TYPE (item->data, type))
      return item->data;
  return NULL;
}

static char *
typed (GtkWidget *dialog)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (ui_find (dialog, GTK_TYPE_TEXT_VIEW, 0)));
  GtkTextIter begin, end;

  gtk_text_buffer_get_bounds (buffer, &begin, &end);
  return gtk_text_buffer_get_text (buffer, &begin, &end, FALSE);
}

static void
type (GtkWidget *dialog, const char *text)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (ui_find (dialog, GTK_TYPE_TEXT_VIEW, 0))), text,
                            -1);
}

static gboolean
is_filled (GtkWidget *dialog)
{
  g_autofree char *text = typed (dialog);

  return *text != '\0';
}

/* The button with that accessible label is the last that was given it in the template: found by its label. */
static void
click (GtkWidget *dialog, const char *label)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *button = ui_find (dialog, GTK_TYPE_BUTTON, i);

      g_assert_nonnull (button);
      if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), label) == 0)
        {
          gtk_widget_activate (button);
          return;
        }
    }
}

/* The nth of the keys that save, before the field of several lines sees them. */
static void
press_save (GtkWidget *dialog, guint nth)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (dialog);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      g_autoptr (GtkShortcut) shortcut = NULL;

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller)
          || gtk_event_controller_get_propagation_phase (controller) != GTK_PHASE_CAPTURE)
        continue;
      shortcut = g_list_model_get_item (G_LIST_MODEL (controller), nth);
      g_assert_nonnull (shortcut);
      g_assert_true (gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, dialog, NULL));
      return;
    }
  g_assert_not_reached ();
}

static void
test_tell (UiShop *shop, gconstpointer n_jobs)
{
  Opened opened = open_job (shop, 1);
  guint n = shown (&opened)->events->len;
  GtkWidget *dialog;
  FettleContact *contact;

  gtk_widget_activate_action (opened.page, "job.tell", NULL);
  dialog = find_dialog (FETTLE_TYPE_TELL_DIALOG);
  g_assert_nonnull (dialog);
  /* The words of the situation stand there, with the names filled in. */
  ui_wait_until (is_filled (dialog));
  {
    g_autofree char *text = typed (dialog);

    g_assert_null (strchr (text, '{'));
  }
  click (dialog, "_Write Down");
  ui_wait_until (find_dialog (FETTLE_TYPE_TELL_DIALOG) == NULL);
  ui_wait_until (shown (&opened)->events->len == n + 1);
  contact = shown (&opened)->contacts->pdata[0];
  g_assert_cmpstr (contact->direction, ==, "out");
  g_assert_cmpint (shown (&opened)->contacts->len, ==, 1);
  close_job (&opened);
}

/* What is better not said gets a hint, and can be said all the same. */
static void
test_hint (UiShop *shop, gconstpointer n_jobs)
{
  Opened opened = open_job (shop, 1);
  GtkWidget *dialog;

  gtk_widget_activate_action (opened.page, "job.tell", NULL);
  dialog = find_dialog (FETTLE_TYPE_TELL_DIALOG);
  ui_wait_until (is_filled (dialog));
  g_assert_null (ui_find_label (dialog, "Rather:"));
  type (dialog, "Would you like others to jump the queue?");
  g_assert_nonnull (ui_find_label (dialog, "Rather:"));
  type (dialog, "We call you by six.");
  g_assert_null (ui_find_label (dialog, "Rather:"));
  type (dialog, "Please calm down.");
  click (dialog, "_Write Down");
  ui_wait_until (find_dialog (FETTLE_TYPE_TELL_DIALOG) == NULL);
  ui_wait_until (shown (&opened)->contacts->len == 1);
  close_job (&opened);
}

/* What was typed and not written down stands there again, and what was written down does not. */
static void
test_draft (UiShop *shop, gconstpointer n_jobs)
{
  Opened opened = open_job (shop, 1);
  GtkWidget *dialog;

  gtk_widget_activate_action (opened.page, "job.tell", NULL);
  dialog = find_dialog (FETTLE_TYPE_TELL_DIALOG);
  ui_wait_until (is_filled (dialog));
  type (dialog, "Half a sentence");
  gtk_window_destroy (GTK_WINDOW (dialog));
  ui_settle ();
  gtk_widget_activate_action (opened.page, "job.tell", NULL);
  dialog = find_dialog (FETTLE_TYPE_TELL_DIALOG);
  ui_wait_until (ui_find_label (dialog, "typed earlier") != NULL);
  {
    g_autofree char *text = typed (dialog);

    g_assert_cmpstr (text, ==, "Half a sentence");
  }
  click (dialog, "_Write Down");
  ui_wait_until (find_dialog (FETTLE_TYPE_TELL_DIALOG) == NULL);
  ui_wait_until (shown (&opened)->contacts->len == 1);
  close_job (&opened);
}

static GtkDropDown *
list_of (GtkWidget *dialog, const char *id)
{
  return GTK_DROP_DOWN (gtk_widget_get_template_child (dialog, FETTLE_TYPE_TELL_DIALOG, id));
}

static char *
chosen_words (GtkDropDown *list)
{
  return g_strdup (gtk_string_object_get_string (GTK_STRING_OBJECT (gtk_drop_down_get_selected_item (list))));
}

/* Another situation and another language, chosen by hand, are there again with what was typed. */
static void
test_choices_of_draft (UiShop *shop, gconstpointer n_jobs)
{
  Opened opened = open_job (shop, 1);
  GtkWidget *dialog;
  g_autofree char *situation = NULL;
  g_autofree char *language = NULL;
  g_autofree char *again = NULL;
  g_autofree char *language_again = NULL;
  g_autofree char *text = NULL;

  gtk_widget_activate_action (opened.page, "job.tell", NULL);
  dialog = find_dialog (FETTLE_TYPE_TELL_DIALOG);
  ui_wait_until (is_filled (dialog));
  gtk_drop_down_set_selected (list_of (dialog, "language"),
                              1 - gtk_drop_down_get_selected (list_of (dialog, "language")));
  gtk_drop_down_set_selected (list_of (dialog, "situation"),
                              gtk_drop_down_get_selected (list_of (dialog, "situation")) == 3 ? 4 : 3);
  situation = chosen_words (list_of (dialog, "situation"));
  language = chosen_words (list_of (dialog, "language"));
  type (dialog, "Half a sentence");
  gtk_window_destroy (GTK_WINDOW (dialog));
  ui_settle ();
  gtk_widget_activate_action (opened.page, "job.tell", NULL);
  dialog = find_dialog (FETTLE_TYPE_TELL_DIALOG);
  ui_wait_until (ui_find_label (dialog, "typed earlier") != NULL);
  again = chosen_words (list_of (dialog, "situation"));
  language_again = chosen_words (list_of (dialog, "language"));
  text = typed (dialog);
  g_assert_cmpstr (again, ==, situation);
  g_assert_cmpstr (language_again, ==, language);
  g_assert_cmpstr (text, ==, "Half a sentence");
  click (dialog, "_Write Down");
  ui_wait_until (find_dialog (FETTLE_TYPE_TELL_DIALOG) == NULL);
  close_job (&opened);
}

static void
test_hear_and_answer (UiShop *shop, gconstpointer n_jobs)
{
  Opened opened = open_job (shop, 1);
  GtkWidget *dialog, *row;
  FettleContact *contact;
  gint64 offered = 0;

  gtk_widget_activate_action (opened.page, "job.hear", NULL);
  dialog = find_dialog (FETTLE_TYPE_HEAR_DIALOG);
  g_assert_nonnull (dialog);
  /* A call waits for nothing; a mail does. */
  g_assert_true (
      fettle_time_entry_get_moment (FETTLE_TIME_ENTRY (ui_find (dialog, FETTLE_TYPE_TIME_ENTRY, 0)), &offered, NULL));
  g_assert_cmpint (offered, ==, 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (ui_find (dialog, GTK_TYPE_DROP_DOWN, 0)), 1);
  g_assert_true (
      fettle_time_entry_get_moment (FETTLE_TIME_ENTRY (ui_find (dialog, FETTLE_TYPE_TIME_ENTRY, 0)), &offered, NULL));
  g_assert_cmpint (offered, >, UI_SHOP_NOW);
  /* Nothing was said yet, and nothing is written down. */
  press_save (dialog, 0);
  g_assert_nonnull (find_dialog (FETTLE_TYPE_HEAR_DIALOG));
  type (dialog, "Is it ready?");
  press_save (dialog, 0);
  ui_wait_until (find_dialog (FETTLE_TYPE_HEAR_DIALOG) == NULL);
  ui_wait_until (shown (&opened)->contacts->len == 1);
  contact = shown (&opened)->contacts->pdata[0];
  g_assert_true (fettle_contact_is_waiting (contact));
  g_assert_cmpint (contact->reply_by, ==, offered);
  row = ui_find (ui_find (opened.page, FETTLE_TYPE_JOB_CONTACTS, 0), FETTLE_TYPE_CONTACT_ROW, 0);
  g_assert_nonnull (row);
  gtk_widget_activate_action (row, "contact.answer", "x", contact->id);
  dialog = find_dialog (FETTLE_TYPE_TELL_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_nonnull (ui_find_label (dialog, "Is it ready?"));
  ui_wait_until (is_filled (dialog));
  type (dialog, "On Friday at five");
  press_save (dialog, 1);
  ui_wait_until (find_dialog (FETTLE_TYPE_TELL_DIALOG) == NULL);
  ui_wait_until (shown (&opened)->contacts->len == 2);
  g_assert_false (fettle_contact_is_waiting (shown (&opened)->contacts->pdata[0]));
  close_job (&opened);
}

static void
on_taken (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettleTakenIn) taken = fettle_desk_finish (FETTLE_DESK (source), result, NULL);

  g_assert_nonnull (taken);
  *(gint64 *) data = taken->job_id;
}

static GtkWidget *
find_expect_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (FETTLE_IS_EXPECT_DIALOG (window) && !gtk_widget_in_destruction (window))
        return window;
    }
  return NULL;
}

/* Not without a reason. */
static void
move_day (UiShop *shop, GtkWidget *arrival)
{
  GtkWidget *dialog, *on, *reason;

  click (arrival, "Another Da_y…");
  ui_wait_until (find_expect_dialog () != NULL);
  dialog = find_expect_dialog ();
  on = GTK_WIDGET (gtk_widget_get_template_child (dialog, FETTLE_TYPE_EXPECT_DIALOG, "on"));
  reason = GTK_WIDGET (gtk_widget_get_template_child (dialog, FETTLE_TYPE_EXPECT_DIALOG, "reason"));
  fettle_time_entry_set_moment (FETTLE_TIME_ENTRY (on), UI_SHOP_NOW + 3 * G_TIME_SPAN_DAY);
  gtk_widget_activate_action (dialog, "expect-dialog.save", NULL);
  ui_settle ();
  g_assert_true (find_expect_dialog () == dialog);
  gtk_editable_set_text (GTK_EDITABLE (reason), "no flight");
  gtk_widget_activate_action (dialog, "expect-dialog.save", NULL);
  ui_wait_until (find_expect_dialog () == NULL);
}

static void
test_arrival (UiShop *shop, gconstpointer n_jobs)
{
  g_autoptr (FettleIntake) intake = fettle_intake_new ();
  gint64 id = 0;
  Opened opened;
  GtkWidget *arrival;

  intake->customer_name = g_strdup ("Grace");
  intake->category = g_strdup ("Laptop");
  intake->kind = FETTLE_KIND_REPAIR;
  intake->fault = g_strdup ("seven beeps");
  intake->device_expected = TRUE;
  fettle_desk_intake_async (shop->desk, intake, NULL, on_taken, &id);
  ui_wait_until (id != 0);
  opened = open_job (shop, id);
  arrival = ui_find (opened.page, FETTLE_TYPE_JOB_ARRIVAL, 0);
  g_assert_true (gtk_widget_get_visible (arrival));
  gtk_editable_set_text (GTK_EDITABLE (ui_find (arrival, GTK_TYPE_ENTRY, 0)), "Mainboard");
  fettle_time_entry_set_moment (FETTLE_TIME_ENTRY (ui_find (arrival, FETTLE_TYPE_TIME_ENTRY, 0)),
                                UI_SHOP_NOW + 2 * G_TIME_SPAN_DAY);
  g_signal_emit_by_name (ui_find (arrival, GTK_TYPE_ENTRY, 0), "activate");
  ui_wait_until (shown (&opened)->needs->len == 1);
  g_assert_cmpint (((FettleNeed *) shown (&opened)->needs->pdata[0])->due, ==, UI_SHOP_NOW + 2 * G_TIME_SPAN_DAY);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (ui_find (arrival, GTK_TYPE_CHECK_BUTTON, 0)), TRUE);
  ui_wait_until (((FettleNeed *) shown (&opened)->needs->pdata[0])->done_at != 0);
  move_day (shop, arrival);
  ui_wait_until (shown (&opened)->summary->expected_at == UI_SHOP_NOW + 3 * G_TIME_SPAN_DAY);
  click (arrival, "It _Is Here");
  ui_wait_until (!shown (&opened)->summary->device_expected);
  g_assert_cmpint (shown (&opened)->summary->clock, ==, FETTLE_CLOCK_US);
  close_job (&opened);
  opened = open_job (shop, 1);
  g_assert_false (gtk_widget_get_visible (ui_find (opened.page, FETTLE_TYPE_JOB_ARRIVAL, 0)));
  close_job (&opened);
}

static void
test_options (UiShop *shop, gconstpointer n_jobs)
{
  Opened opened = open_job (shop, 1);
  GtkWidget *options = ui_find (opened.page, FETTLE_TYPE_JOB_OPTIONS, 0);
  static const char *const texts[] = { "Take the disk home", "Repair it here" };

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (ui_find (options, GTK_TYPE_TOGGLE_BUTTON, 0)), TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (ui_find (options, GTK_TYPE_ENTRY, 0)), texts[i]);
      g_signal_emit_by_name (ui_find (options, GTK_TYPE_ENTRY, 0), "activate");
      ui_wait_until (shown (&opened)->options->len == i + 1);
    }
  gtk_check_button_set_active (GTK_CHECK_BUTTON (ui_find (options, GTK_TYPE_CHECK_BUTTON, 1)), TRUE);
  ui_wait_until (((FettleOption *) shown (&opened)->options->pdata[1])->chosen_at != 0);
  g_assert_cmpint (((FettleOption *) shown (&opened)->options->pdata[0])->chosen_at, ==, 0);
  close_job (&opened);
}

/* Good words stand in the form where a device goes out. */
static void
test_words_at_hand_over (UiShop *shop, gconstpointer n_jobs)
{
  GtkWidget *from = ui_window_new (gtk_label_new ("from"), 400, 300);
  GtkWidget *dialog, *hint;

  fettle_hand_over_dialog_present (gtk_window_get_child (GTK_WINDOW (from)), shop->desk, 1);
  dialog = find_dialog (FETTLE_TYPE_HAND_OVER_DIALOG);
  g_assert_nonnull (dialog);
  hint = ui_find (dialog, FETTLE_TYPE_PHRASE_HINT, 0);
  ui_wait_until (gtk_widget_get_visible (hint));
  g_assert_nonnull (ui_find_label (hint, "Let us try it out together"));
  gtk_widget_activate (ui_find (hint, GTK_TYPE_BUTTON, 0));
  ui_wait_until (ui_find_label (hint, "Let us try it out together") == NULL);
  gtk_window_destroy (GTK_WINDOW (dialog));
  gtk_window_destroy (GTK_WINDOW (from));
  ui_settle ();
}

static gboolean
has_field (GtkWidget *group, const char *text)
{
  GtkWidget *view;

  for (guint i = 0; (view = ui_find (group, GTK_TYPE_TEXT_VIEW, i)) != NULL; i++)
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
      GtkTextIter begin, end;
      g_autofree char *now = NULL;

      gtk_text_buffer_get_bounds (buffer, &begin, &end);
      now = gtk_text_buffer_get_text (buffer, &begin, &end, FALSE);
      if (g_str_equal (now, text))
        return TRUE;
    }
  return FALSE;
}

/* What takes back a phrase of the shop's own, once it is kept. */
static GtkWidget *
find_undo (GtkWidget *group)
{
  GtkWidget *button;

  for (guint i = 0; (button = ui_find (group, GTK_TYPE_BUTTON, i)) != NULL; i++)
    if (g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (button)), "edit-undo-symbolic") == 0
        && gtk_widget_get_sensitive (button))
      return button;
  return NULL;
}

/* A shop says it in its own words, and takes them back. */
static void
test_setup (UiShop *shop, gconstpointer n_jobs)
{
  GtkWidget *group = g_object_new (FETTLE_TYPE_SETUP_PHRASES, "desk", shop->desk, NULL);
  GtkWidget *window = ui_window_new (group, 900, 700);
  GtkWidget *view;

  ui_wait_until (ui_find (group, GTK_TYPE_TEXT_VIEW, 0) != NULL);
  view = ui_find (group, GTK_TYPE_TEXT_VIEW, 0);
  gtk_widget_grab_focus (view);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "Moin, {customer}!", -1);
  gtk_widget_grab_focus (ui_find (group, GTK_TYPE_TEXT_VIEW, 1));
  ui_wait_until (has_field (group, "Moin, {customer}!") && find_undo (group) != NULL);
  gtk_widget_activate (find_undo (group));
  ui_wait_until (!has_field (group, "Moin, {customer}!"));
  gtk_window_destroy (GTK_WINDOW (window));
  ui_settle ();
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ui_shop_add ("/contacts/tell", 3, test_tell);
  ui_shop_add ("/contacts/hint", 3, test_hint);
  ui_shop_add ("/contacts/draft", 3, test_draft);
  ui_shop_add ("/contacts/choices-of-draft", 3, test_choices_of_draft);
  ui_shop_add ("/contacts/hear-and-answer", 3, test_hear_and_answer);
  ui_shop_add ("/contacts/arrival", 3, test_arrival);
  ui_shop_add ("/contacts/options", 3, test_options);
  ui_shop_add ("/contacts/words-at-hand-over", 3, test_words_at_hand_over);
  ui_shop_add ("/contacts/setup", 3, test_setup);
  return g_test_run ();
}
