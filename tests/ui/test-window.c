/* test-window.c: the shop's window opens every place, obeys every command, and lets go of everything at the end.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-shop.h"

#include <string.h>

#include "fettle-clock.h"
#include "fettle-failure-page.h"
#include "fettle-first-start-page.h"
#include "fettle-follow-up-store.h"
#include "fettle-hand-over.h"
#include "fettle-job-store.h"
#include "fettle-mistake.h"
#include "fettle-place.h"
#include "fettle-say.h"
#include "fettle-sidebar-row.h"
#include "fettle-statement.h"
#include "fettle-window.h"

static FettleWindow *
open_window (UiShop *shop)
{
  GtkWidget *window = fettle_window_new (NULL);

  ui_still ();
  gtk_window_present (GTK_WINDOW (window));
  if (shop != NULL)
    fettle_window_set_desk (FETTLE_WINDOW (window), shop->desk);
  ui_wait_until (gtk_widget_get_mapped (window));
  if (shop != NULL)
    ui_settle ();
  return FETTLE_WINDOW (window);
}

static void
close_window (FettleWindow *window)
{
  ui_settle ();
  g_object_ref (window);
  gtk_window_destroy (GTK_WINDOW (window));
  ui_settle ();
  g_assert_finalize_object (window);
}

static gboolean
shows (FettleWindow *window, const char *place)
{
  GtkWidget *page = fettle_window_get_page (window, place);

  return page != NULL && gtk_widget_get_mapped (page);
}

static void
test_places (UiShop *shop, gconstpointer data)
{
  FettleWindow *window = open_window (shop);
  const FettlePlace *places;
  guint n_places;

  places = fettle_places (&n_places);
  g_assert_cmpuint (n_places, >, 0);
  /* Those of the sidebar; the others want to be told what to show. */
  while (n_places > 0 && places[n_places - 1].icon == NULL)
    n_places--;
  for (guint i = 0; i < n_places; i++)
    {
      g_test_message ("%s", places[i].name);
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.show-place", "s", places[i].name));
      ui_settle ();
      g_assert_true (shows (window, places[i].name));
    }
  /* And back through all of them. */
  for (guint i = n_places; i-- > 1;)
    {
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL));
      ui_settle ();
      g_assert_true (shows (window, places[i - 1].name));
    }
  close_window (window);
}

static void
test_open_job (UiShop *shop, gconstpointer data)
{
  FettleWindow *window = open_window (shop);
  g_autoptr (FettleJob) job = ui_shop_load (shop, 1);

  fettle_window_open_number (window, "2001-000001");
  ui_wait_until (ui_find_label (GTK_WIDGET (window), "no job") != NULL);
  g_assert_false (shows (window, "job"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-number", "s", job->summary->number);
  ui_wait_until (shows (window, "job"));
  ui_wait_until (ui_find_label (fettle_window_get_page (window, "job"), job->summary->number) != NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
  ui_settle ();
  g_assert_false (shows (window, "job"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-job", "x", (gint64) 2);
  ui_wait_until (shows (window, "job"));
  close_window (window);
}

static void
test_unknown_place (UiShop *shop, gconstpointer data)
{
  FettleWindow *window = open_window (shop);

  g_assert_false (fettle_window_show_place (window, "attic", 0));
  g_assert_null (fettle_window_get_page (window, "attic"));
  close_window (window);
}

static FettleSidebarRow *
row_of (FettleWindow *window, const char *name)
{
  GtkWidget *row;

  for (guint nth = 0; (row = ui_find (GTK_WIDGET (window), FETTLE_TYPE_SIDEBAR_ROW, nth)) != NULL; nth++)
    if (g_str_equal (fettle_sidebar_row_get_name (FETTLE_SIDEBAR_ROW (row)), name))
      return FETTLE_SIDEBAR_ROW (row);
  return NULL;
}

/* The count beside the board follows what anybody does. */
static void
test_counts (UiShop *shop, gconstpointer data)
{
  FettleWindow *window = open_window (shop);
  GtkWidget *board = GTK_WIDGET (row_of (window, "board"));

  g_assert_nonnull (board);
  ui_wait_until (ui_find_label (board, "12") != NULL);
  ui_shop_take_in (shop, 12);
  ui_wait_until (ui_find_label (board, "13") != NULL);
  close_window (window);
}

static gpointer
need_much (FettleConnection *connection, gpointer job_id, GCancellable *cancellable, GError **error)
{
  g_autoptr (FettleStatement) row = fettle_connection_prepare (
      connection, "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 400)"
                  " INSERT INTO job_need (job_id, text, due) SELECT :job, 'Need ' || i, :now - i * 60000000 FROM n");

  fettle_statement_bind_int (row, ":job", *(gint64 *) job_id);
  fettle_statement_bind_int (row, ":now", UI_SHOP_NOW);
  return GINT_TO_POINTER (fettle_statement_run (row, error));
}

/* A list that is cut has no count, and what stands beside it says so. */
static void
test_cut_count (UiShop *shop, gconstpointer data)
{
  gint64 job_id = ui_shop_take_in (shop, 101);
  FettleWindow *window;

  g_assert_nonnull (fettle_store_call (shop->store, need_much, &job_id, NULL));
  window = open_window (shop);
  ui_wait_until (ui_find_label (GTK_WIDGET (row_of (window, "attention")), "+") != NULL);
  g_assert_nonnull (strstr (gtk_window_get_title (GTK_WINDOW (window)), "+) "));
  close_window (window);
}

static gpointer
hand_over (FettleConnection *connection, gpointer job_id, GCancellable *cancellable, GError **error)
{
  g_autoptr (FettleHandOver) form = fettle_hand_over_new ();

  form->job_id = *(gint64 *) job_id;
  form->outcome = FETTLE_OUTCOME_REPAIRED;
  form->all_returned = TRUE;
  form->override = g_strdup ("for the test");
  form->by = g_strdup ("Mia");
  return GINT_TO_POINTER (fettle_job_store_hand_over (connection, form, error));
}

static gpointer
ask (FettleConnection *connection, gpointer job_id, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (
      fettle_follow_up_store_request (connection, *(gint64 *) job_id, "Ask the maker", NULL, 0, "Mia", NULL, error)
      != 0);
}

static gpointer
decline (FettleConnection *connection, gpointer job_id, GCancellable *cancellable, GError **error)
{
  gint64 id = fettle_follow_up_store_find_visit (connection, *(gint64 *) job_id, error);

  return GINT_TO_POINTER (id != 0 && fettle_follow_up_store_decline (connection, id, "Mia", NULL, error));
}

/* Whom to call is counted from the day on which they are to be called until they were. */
static void
test_follow_up_count (UiShop *shop, gconstpointer data)
{
  gint64 job_id = ui_shop_take_in (shop, 101);
  FettleWindow *window;
  GtkWidget *row;

  g_assert_nonnull (fettle_store_call (shop->store, hand_over, &job_id, NULL));
  window = open_window (shop);
  row = GTK_WIDGET (row_of (window, "followups"));
  ui_settle ();
  g_assert_null (ui_find_label (row, "1"));
  fettle_clock_set (UI_SHOP_NOW + 3 * FETTLE_DAY);
  ui_wait_until (ui_find_label (row, "1") != NULL);
  g_assert_null (ui_find_label (row, "1 !"));
  g_assert_nonnull (fettle_store_call (shop->store, ask, &job_id, NULL));
  fettle_clock_set (UI_SHOP_NOW + 5 * FETTLE_DAY);
  ui_wait_until (ui_find_label (row, "2 !") != NULL);
  g_assert_nonnull (fettle_store_call (shop->store, decline, &job_id, NULL));
  ui_wait_until (ui_find_label (row, "2 !") == NULL && ui_find_label (row, "1") != NULL);
  close_window (window);
}

static void
test_person (UiShop *shop, gconstpointer data)
{
  FettleWindow *window = open_window (shop);

  g_assert_nonnull (ui_find_label (GTK_WIDGET (window), "Mia"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.person", "s", "Noor"));
  g_assert_cmpstr (fettle_desk_get_person (shop->desk), ==, "Noor");
  ui_settle ();
  g_assert_nonnull (ui_find_label (GTK_WIDGET (window), "Noor"));
  close_window (window);
}

static void
test_say (UiShop *shop, gconstpointer data)
{
  FettleWindow *window = open_window (shop);
  GtkWidget *dialog = gtk_window_new ();
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "Cancelled, not said");

  fettle_say (GTK_WIDGET (window), "Saved & <well>.");
  ui_wait_until (ui_find_label (GTK_WIDGET (window), "Saved") != NULL);
  /* From a dialog, too, though the action is the window's. */
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (window));
  fettle_say (dialog, "Told from a dialog.");
  ui_wait_until (ui_find_label (GTK_WIDGET (window), "Told from a dialog") != NULL);
  fettle_say_error (GTK_WIDGET (window), error);
  ui_settle ();
  g_assert_null (ui_find_label (GTK_WIDGET (window), "Cancelled"));
  gtk_window_destroy (GTK_WINDOW (dialog));
  close_window (window);
}

static void
test_commands_without_a_shop (void)
{
  FettleWindow *window = open_window (NULL);
  static const char *const commands[]
      = { "win.back", "win.search", "win.refresh", "win.public-board", "win.begin-intake" };

  /* Known, and not to be had now: nothing happens. */
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    gtk_widget_activate_action (GTK_WIDGET (window), commands[i], NULL);
  fettle_window_open_number (window, "2026-000001");
  g_assert_false (fettle_window_show_place (window, "counter", 0));
  /* A spinner turns in it and never settles. */
  g_object_ref (window);
  gtk_window_destroy (GTK_WINDOW (window));
  ui_settle ();
  g_assert_finalize_object (window);
}

static void
test_failure (void)
{
  FettleWindow *window = open_window (NULL);
  g_autoptr (GError) error
      = g_error_new_literal (FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_NEWER, "A newer Fettle wrote <this> file.");

  fettle_window_show_state (window, fettle_failure_page_new ("/tmp/a & b.db", error));
  ui_settle ();
  g_assert_nonnull (ui_find_label (GTK_WIDGET (window), "a & b.db"));
  g_assert_nonnull (ui_find (GTK_WIDGET (window), FETTLE_TYPE_FAILURE_PAGE, 0));
  close_window (window);
}

typedef struct
{
  FettleServicePoint *service_point;
  GStrv staff;
} Begun;

static void
on_begin (FettleFirstStartPage *page, FettleServicePoint *service_point, GStrv staff, Begun *begun)
{
  g_set_object (&begun->service_point, service_point);
  g_strfreev (begun->staff);
  begun->staff = g_strdupv (staff);
}

/* A name for the shop and one for a person are enough; without them it says what is missing. */
static void
test_first_start (void)
{
  FettleWindow *window = open_window (NULL);
  GtkWidget *page = fettle_first_start_page_new ();
  Begun begun = { 0 };
  GtkWidget *name;
  GtkWidget *person;

  g_signal_connect (page, "begin", G_CALLBACK (on_begin), &begun);
  fettle_window_show_state (window, page);
  ui_settle ();
  name = ui_find (page, ADW_TYPE_ENTRY_ROW, 0);
  person = ui_find (page, ADW_TYPE_ENTRY_ROW, 1);
  g_assert_true (gtk_widget_activate_action (page, "first-start.begin", NULL));
  g_assert_null (begun.service_point);
  g_assert_true (fettle_mistake_is_shown (name));
  g_assert_true (fettle_mistake_is_shown (person));
  gtk_editable_set_text (GTK_EDITABLE (name), "  Mend & Co ");
  g_assert_false (fettle_mistake_is_shown (name));
  gtk_editable_set_text (GTK_EDITABLE (person), "Mia");
  gtk_editable_set_text (GTK_EDITABLE (ui_find (page, ADW_TYPE_ENTRY_ROW, 2)), "陈师傅");
  gtk_widget_activate_action (page, "first-start.begin", NULL);
  g_assert_nonnull (begun.service_point);
  g_assert_cmpstr (begun.service_point->name, ==, "Mend & Co");
  g_assert_nonnull (begun.service_point->timezone);
  g_assert_cmpuint (strlen (begun.service_point->currency), ==, 3);
  g_assert_nonnull (begun.service_point->language);
  g_assert_cmpuint (g_strv_length (begun.staff), ==, 2);
  g_assert_cmpstr (begun.staff[1], ==, "陈师傅");
  g_clear_object (&begun.service_point);
  g_clear_pointer (&begun.staff, g_strfreev);
  close_window (window);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ui_shop_add ("/window/places", 12, test_places);
  ui_shop_add ("/window/open-job", 3, test_open_job);
  ui_shop_add ("/window/unknown-place", 0, test_unknown_place);
  ui_shop_add ("/window/counts", 12, test_counts);
  ui_shop_add ("/window/cut-count", 0, test_cut_count);
  ui_shop_add ("/window/follow-up-count", 0, test_follow_up_count);
  ui_shop_add ("/window/person", 1, test_person);
  ui_shop_add ("/window/say", 1, test_say);
  g_test_add_func ("/window/without-a-shop", test_commands_without_a_shop);
  g_test_add_func ("/window/failure", test_failure);
  g_test_add_func ("/window/first-start", test_first_start);
  return g_test_run ();
}
