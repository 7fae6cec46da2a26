/* test-counter.c: the box finds, the lists of today tell, and Return opens what is meant.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-actions.h"
#include "ui-shop.h"

#include "fettle-counter-list.h"
#include "fettle-counter-page.h"
#include "fettle-counter-results.h"

typedef struct
{
  GtkWidget *page;
  GtkWidget *window;
  GtkEditable *search;
  GtkStack *stack;
  FettleCounterResults *results;
} Counter;

#define PART(counter, name) (gtk_widget_get_template_child ((counter)->page, FETTLE_TYPE_COUNTER_PAGE, name))

static Counter
open_counter (UiShop *shop)
{
  Counter counter = { fettle_counter_page_new (shop->desk) };

  counter.window = ui_window_new (counter.page, 1366, 768);
  ui_actions_watch (counter.window);
  counter.search = GTK_EDITABLE (PART (&counter, "search"));
  counter.stack = GTK_STACK (PART (&counter, "stack"));
  counter.results = FETTLE_COUNTER_RESULTS (PART (&counter, "results"));
  return counter;
}

static void
close_counter (Counter *counter)
{
  g_object_add_weak_pointer (G_OBJECT (counter->page), (gpointer *) &counter->page);
  gtk_window_destroy (GTK_WINDOW (counter->window));
  ui_wait_until (counter->page == NULL);
}

static guint
rows_of (Counter *counter, const char *list)
{
  GObject *widget = PART (counter, list);
  GtkListView *view
      = GTK_LIST_VIEW (gtk_widget_get_template_child (GTK_WIDGET (widget), FETTLE_TYPE_COUNTER_LIST, "view"));

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (view)));
}

static gboolean
shows (Counter *counter, const char *name)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (counter->stack), name) == 0;
}

/* Types a letter at a time, as fast as the loop turns. */
static void
type (Counter *counter, const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      g_autofree char *part = g_strndup (text, g_utf8_next_char (at) - text);

      gtk_editable_set_text (counter->search, part);
      g_main_context_iteration (NULL, FALSE);
    }
}

static void
test_empty (UiShop *shop, gconstpointer data)
{
  Counter counter = open_counter (shop);

  ui_wait_until (shows (&counter, "empty"));
  g_assert_nonnull (ui_find_label (counter.page, "Ctrl+N"));
  ui_shop_take_in (shop, 7);
  ui_wait_until (shows (&counter, "today"));
  close_counter (&counter);
}

static void
test_today (UiShop *shop, gconstpointer data)
{
  Counter counter = open_counter (shop);
  guint waiting = 0;

  ui_wait_until (rows_of (&counter, "waiting") > 0 && rows_of (&counter, "due") > 0 && rows_of (&counter, "ready") > 0);
  waiting = rows_of (&counter, "waiting");

  /* Another desk takes something in; it comes by itself. */
  ui_shop_take_in (shop, 49);
  ui_wait_until (rows_of (&counter, "waiting") == waiting + 1);
  close_counter (&counter);
}

static void
test_search (UiShop *shop, gconstpointer data)
{
  static const struct
  {
    const char *text;
    guint rows;
  } table[] = {
    { "屏幕", 5 },        { "王", 5 },          { "schmidt", 5 },       { "SCHMIDT", 5 },
    { "01705500013", 1 }, { "2026-000014", 1 }, { "nobody at all", 0 }, { "stefan", 5 },
  };
  Counter counter = open_counter (shop);

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_test_message ("%s", table[i].text);
      type (&counter, table[i].text);
      g_assert_true (shows (&counter, "results"));
      ui_wait_until (fettle_counter_results_count (counter.results) == table[i].rows);
      ui_settle ();
      g_assert_cmpuint (fettle_counter_results_count (counter.results), ==, table[i].rows);
    }
  gtk_editable_set_text (counter.search, "");
  g_assert_true (shows (&counter, "today"));
  close_counter (&counter);
}

static void
activate (Counter *counter)
{
  g_signal_emit_by_name (counter->search, "activate");
}

static void
test_open (UiShop *shop, gconstpointer data)
{
  Counter counter = open_counter (shop);

  /* A number, typed or scanned, opens its job whatever is below. */
  type (&counter, "2026-000003");
  activate (&counter);
  g_assert_cmpstr (ui_actions_last ("open-number"), ==, "'2026-000003'");

  /* Return before the answer means the answer. */
  type (&counter, "schmidt");
  activate (&counter);
  ui_wait_until (ui_actions_last ("open-job") != NULL);
  g_assert_cmpstr (ui_actions_last ("open-job"), ==, "33");

  /* The arrows walk without leaving the box, and stop at both ends. */
  fettle_counter_results_move (counter.results, 2);
  activate (&counter);
  g_assert_cmpstr (ui_actions_last ("open-job"), ==, "17");
  fettle_counter_results_move (counter.results, 100);
  activate (&counter);
  g_assert_cmpstr (ui_actions_last ("open-job"), ==, "1");
  fettle_counter_results_move (counter.results, -100);
  activate (&counter);
  g_assert_cmpstr (ui_actions_last ("open-job"), ==, "33");
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (counter.window)), GTK_WIDGET (counter.search)));
  close_counter (&counter);
}

/* People leave the year and the noughts out; digits that are no number of a job are looked for as any text. */
static void
test_short_number (UiShop *shop, gconstpointer data)
{
  Counter counter = open_counter (shop);

  type (&counter, "7");
  activate (&counter);
  ui_wait_until (ui_actions_last ("open-job") != NULL);
  g_assert_cmpstr (ui_actions_last ("open-job"), ==, "7");

  type (&counter, "5500");
  ui_wait_until (fettle_counter_results_count (counter.results) > 0);
  activate (&counter);
  ui_wait_until (g_strcmp0 (ui_actions_last ("open-job"), "7") != 0);

  /* The number of a job and a piece of every phone, but a row was chosen. */
  type (&counter, "nobody at all");
  ui_wait_until (fettle_counter_results_count (counter.results) == 0);
  type (&counter, "017");
  ui_wait_until (fettle_counter_results_count (counter.results) > 1);
  ui_settle ();
  fettle_counter_results_move (counter.results, 1);
  activate (&counter);
  g_assert_nonnull (ui_actions_last ("open-job"));
  g_assert_cmpstr (ui_actions_last ("open-job"), !=, "17");
  close_counter (&counter);
}

/* More than a page is fetched when the end comes near. */
static void
test_pages (UiShop *shop, gconstpointer data)
{
  Counter counter = open_counter (shop);

  type (&counter, "0170");
  ui_wait_until (fettle_counter_results_count (counter.results) >= 50);
  fettle_counter_results_move (counter.results, 49);
  ui_wait_until (fettle_counter_results_count (counter.results) == 130);
  ui_settle ();
  g_assert_cmpuint (fettle_counter_results_count (counter.results), ==, 130);
  close_counter (&counter);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ui_shop_add ("/counter/empty", 0, test_empty);
  ui_shop_add ("/counter/today", 40, test_today);
  ui_shop_add ("/counter/search", 40, test_search);
  ui_shop_add ("/counter/open", 40, test_open);
  ui_shop_add ("/counter/short-number", 40, test_short_number);
  ui_shop_add ("/counter/pages", 130, test_pages);
  return g_test_run ();
}
