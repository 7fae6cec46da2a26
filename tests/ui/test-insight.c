/* test-insight.c: the figures of the days that are chosen, and the jobs behind each.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-shop.h"

#include <string.h>

#include "fettle-behind-window.h"
#include "fettle-chart-view.h"
#include "fettle-clock.h"
#include "fettle-cost-store.h"
#include "fettle-customer-store.h"
#include "fettle-figure-card.h"
#include "fettle-figure-row.h"
#include "fettle-insight-customers.h"
#include "fettle-insight-page.h"
#include "fettle-insight-period.h"
#include "fettle-insight-rules.h"

typedef struct
{
  GtkWidget *page;
  GtkWidget *window;
} Opened;

static gboolean
is_shown (Opened *opened)
{
  GtkWidget *card = ui_find (opened->page, FETTLE_TYPE_FIGURE_CARD, 0);

  return card != NULL && fettle_figure_card_get_measure (FETTLE_FIGURE_CARD (card)) == FETTLE_MEASURE_COMPLAINT_RATE;
}

static Opened
open_page (UiShop *shop, int width)
{
  Opened opened = { fettle_insight_page_new (shop->desk) };

  opened.window = ui_window_new (opened.page, width, 700);
  ui_wait_until (is_shown (&opened));
  ui_settle ();
  return opened;
}

static void
close_page (Opened *opened)
{
  g_object_add_weak_pointer (G_OBJECT (opened->page), (gpointer *) &opened->page);
  gtk_window_destroy (GTK_WINDOW (opened->window));
  ui_wait_until (opened->page == NULL);
}

static guint
count (GtkWidget *top, GType type)
{
  guint n = 0;

  while (ui_find (top, type, n) != NULL)
    n++;
  return n;
}

/* Three controls come first, then every other measure, then the charts, and nothing needs to be scrolled sideways. */
static void
test_whole (UiShop *shop, gconstpointer n_jobs)
{
  static const int widths[] = { 1366, 1024, 800 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      Opened opened = open_page (shop, widths[i]);
      int minimum, natural;

      g_assert_cmpuint (count (opened.page, FETTLE_TYPE_FIGURE_CARD), ==, 3);
      g_assert_cmpuint (count (opened.page, FETTLE_TYPE_FIGURE_ROW), ==, FETTLE_N_MEASURES - 4);
      g_assert_cmpuint (count (opened.page, FETTLE_TYPE_CHART_VIEW), ==, FETTLE_N_CHARTS);
      gtk_widget_measure (opened.page, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
      g_assert_cmpint (minimum, <=, 800);
      close_page (&opened);
    }
}

/* An empty shop is told so, and no rate is a good one. */
static void
test_empty (UiShop *shop, gconstpointer n_jobs)
{
  Opened opened = open_page (shop, 1024);

  g_assert_nonnull (ui_find_label (opened.page, "Nothing was taken in or handed over"));
  g_assert_nonnull (ui_find_label (opened.page, "no data"));
  g_assert_null (ui_find_label (opened.page, "0.0 %"));
  g_assert_null (ui_find_label (opened.page, "100.0 %"));
  close_page (&opened);
}

static void
test_period (UiShop *shop, gconstpointer n_jobs)
{
  Opened opened = open_page (shop, 1024);
  FettleInsightPeriod *period = FETTLE_INSIGHT_PERIOD (ui_find (opened.page, FETTLE_TYPE_INSIGHT_PERIOD, 0));
  FettlePeriod month = fettle_insight_period_get (period);
  FettlePeriod chosen;

  g_assert_cmpint (fettle_period_span (month), ==, FETTLE_SPAN_MONTH);
  /* What lies ahead cannot be looked at. */
  fettle_insight_period_move (period, 1);
  g_assert_cmpint (fettle_insight_period_get (period).from, ==, month.from);
  gtk_widget_activate_action (opened.page, "insight.back", NULL);
  chosen = fettle_insight_period_get (period);
  g_assert_cmpint (chosen.to, ==, month.from - 1);
  gtk_widget_activate_action (opened.page, "insight.forward", NULL);
  g_assert_cmpint (fettle_insight_period_get (period).from, ==, month.from);
  ui_settle ();
  close_page (&opened);
}

static GtkWidget *
find_behind (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *window = windows; window != NULL; window = window->next)
    if (FETTLE_IS_BEHIND_WINDOW (window->data))
      return window->data;
  return NULL;
}

static GtkWidget *
find_row (Opened *opened, FettleMeasure measure)
{
  for (guint i = 0; i < FETTLE_N_MEASURES; i++)
    {
      GtkWidget *row = ui_find (opened->page, FETTLE_TYPE_FIGURE_ROW, i);

      if (row != NULL && fettle_figure_row_get_measure (FETTLE_FIGURE_ROW (row)) == measure)
        return row;
    }
  g_assert_not_reached ();
}

static GListModel *
jobs_of (GtkWidget *behind)
{
  GtkWidget *list = ui_find (behind, GTK_TYPE_LIST_VIEW, 0);

  return G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
}

/* Return on a figure opens its jobs: as many as stand open in the shop. */
static void
test_behind (UiShop *shop, gconstpointer n_jobs)
{
  Opened opened = open_page (shop, 1024);
  GtkWidget *behind;

  g_signal_emit_by_name (find_row (&opened, FETTLE_MEASURE_AGEING), "activate");
  ui_wait_until ((behind = find_behind ()) != NULL && g_list_model_get_n_items (jobs_of (behind)) > 0);
  ui_settle ();
  g_assert_nonnull (ui_find_label (opened.page, "Open jobs by age"));
  for (guint i = 0; i < g_list_model_get_n_items (jobs_of (behind)); i++)
    {
      g_autoptr (FettleBehindJob) job = g_list_model_get_item (jobs_of (behind), i);

      g_assert_nonnull (job->number);
      g_assert_cmpint (job->at, <=, UI_SHOP_NOW);
    }
  gtk_window_destroy (GTK_WINDOW (behind));
  close_page (&opened);
}

/* Somebody's segment is known, and what one of their ways cost. */
static gpointer
tell_cost (FettleConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (FettleCustomer) now = fettle_customer_store_load (connection, 1, error);
  g_autoptr (FettleCustomer) customer = fettle_record_copy (now);
  g_autoptr (FettleCost) cost = fettle_cost_new ();

  customer->segment = g_strdup ("business");
  g_assert_cmpint (fettle_customer_store_save (connection, customer, NULL), !=, 0);
  cost->job_id = 1;
  cost->travel = 1250;
  cost->minutes = 40;
  g_assert_cmpint (fettle_cost_store_add (connection, cost, NULL, NULL), !=, 0);
  return GINT_TO_POINTER (1);
}

/* Of the same days: who came, what it cost them, and their jobs behind the line. */
static void
test_customers (UiShop *shop, gconstpointer n_jobs)
{
  Opened opened;
  GtkWidget *customers, *behind, *row, *list;
  g_autoptr (FettleJob) job = ui_shop_load (shop, 1);

  g_assert_nonnull (fettle_store_call (shop->store, tell_cost, NULL, NULL));
  opened = open_page (shop, 1024);
  customers = ui_find (opened.page, FETTLE_TYPE_INSIGHT_CUSTOMERS, 0);
  /* Job 1 came in in one of these months. */
  for (int months = 0; months < 12 && ui_find_label (customers, "Business") == NULL; months++)
    {
      GtkWidget *period = ui_find (opened.page, FETTLE_TYPE_INSIGHT_PERIOD, 0);
      gint64 begins, ends;

      fettle_period_moments (fettle_insight_period_get (FETTLE_INSIGHT_PERIOD (period)),
                             fettle_desk_get_zone (shop->desk), &begins, &ends);
      if (job->summary->received_at >= begins && job->summary->received_at < ends)
        ui_wait_until (ui_find_label (customers, "Business") != NULL);
      else
        gtk_widget_activate_action (opened.page, "insight.back", NULL);
    }
  g_assert_nonnull (ui_find_label (customers, "12.50, 40 minutes; n = 1"));
  g_assert_nonnull (ui_find_label (customers, "nobody said what it cost them"));
  list = GTK_WIDGET (gtk_widget_get_template_child (customers, FETTLE_TYPE_INSIGHT_CUSTOMERS, "segments"));
  row = GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
  g_signal_emit_by_name (list, "row-activated", row);
  ui_wait_until ((behind = find_behind ()) != NULL && g_list_model_get_n_items (jobs_of (behind)) == 1);
  g_assert_nonnull (ui_find_label (behind, "Business"));
  ui_settle ();
  gtk_window_destroy (GTK_WINDOW (behind));
  close_page (&opened);
}

static int
kept_days (UiShop *shop)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleConnection) connection = fettle_connection_open (shop->path, FETTLE_OPEN_READ_ONLY, &error);

  g_assert_no_error (error);
  return fettle_measures_store_load_rules (connection, &error).fix_days;
}

/* Rules that are closed as they were change nothing; others are kept, and hold for the whole shop. */
static void
test_rules (UiShop *shop, gconstpointer n_jobs)
{
  Opened opened = open_page (shop, 1024);
  GtkWidget *rules = ui_find (opened.page, FETTLE_TYPE_INSIGHT_RULES, 0);
  GtkWidget *days = ui_find (rules, GTK_TYPE_SPIN_BUTTON, 0);
  guint n_changed = 0;

  g_assert_cmpint (gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (days)), ==, 30);
  g_signal_connect_swapped (rules, "changed", G_CALLBACK (g_atomic_int_inc), &n_changed);
  g_signal_emit_by_name (rules, "closed");
  g_assert_cmpuint (n_changed, ==, 0);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (days), 7);
  g_signal_emit_by_name (rules, "closed");
  g_assert_cmpuint (n_changed, ==, 1);
  ui_wait_until (kept_days (shop) == 7);
  ui_settle ();
  close_page (&opened);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ui_shop_add ("/insight/whole", 40, test_whole);
  ui_shop_add ("/insight/empty", 0, test_empty);
  ui_shop_add ("/insight/period", 40, test_period);
  ui_shop_add ("/insight/behind", 40, test_behind);
  ui_shop_add ("/insight/customers", 10, test_customers);
  ui_shop_add ("/insight/rules", 10, test_rules);
  return g_test_run ();
}
