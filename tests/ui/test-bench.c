/* test-bench.c: a device is taken on the bench by its number, worked on, and passed to the next stage.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-shop.h"

#include "fettle-bench-list.h"
#include "fettle-bench-page.h"
#include "fettle-clock.h"
#include "fettle-record-list.h"

typedef struct
{
  GtkWidget *page;
  GtkWidget *window;
} Opened;

static Opened
open_bench (UiShop *shop, const char *person)
{
  Opened opened = { fettle_bench_page_new (shop->desk) };

  fettle_desk_set_person (shop->desk, person);
  opened.window = ui_window_new (opened.page, 1366, 768);
  ui_settle ();
  return opened;
}

static void
close_bench (Opened *opened)
{
  g_object_add_weak_pointer (G_OBJECT (opened->page), (gpointer *) &opened->page);
  gtk_window_destroy (GTK_WINDOW (opened->window));
  ui_wait_until (opened->page == NULL);
}

static gint64
current_id (Opened *opened)
{
  FettleJob *job = fettle_bench_page_get_current (FETTLE_BENCH_PAGE (opened->page));

  return job != NULL ? job->summary->id : 0;
}

static GListModel *
list (Opened *opened, guint nth)
{
  return fettle_bench_list_get_model (FETTLE_BENCH_LIST (ui_find (opened->page, FETTLE_TYPE_BENCH_LIST, nth)));
}

/* Each list in fair order; what nobody holds is next, what others hold is nowhere. */
static void
test_lists (UiShop *shop, gconstpointer n_jobs)
{
  Opened opened = open_bench (shop, "Noor");

  ui_wait_until (g_list_model_get_n_items (list (&opened, 0)) > 0);
  for (guint nth = 0; nth < 2; nth++)
    {
      FettleJobSummary *last = NULL;

      g_assert_cmpuint (g_list_model_get_n_items (list (&opened, nth)), >, 1);
      for (guint i = 0; i < g_list_model_get_n_items (list (&opened, nth)); i++)
        {
          g_autoptr (FettleRecordItem) item = g_list_model_get_item (list (&opened, nth), i);
          FettleJobSummary *job = fettle_record_item_get_record (item);

          g_assert_cmpstr (job->technician_name, ==, nth == 0 ? "Noor" : NULL);
          if (last != NULL)
            g_assert_cmpint (fettle_job_summary_compare_fair (last, job), <=, 0);
          last = job;
        }
    }
  g_assert_cmpint (current_id (&opened), ==, 0);
  g_assert_nonnull (ui_find_label (opened.page, "The Bench Is Free"));
  close_bench (&opened);
}

static void
test_claim (UiShop *shop, gconstpointer n_jobs)
{
  Opened opened = open_bench (shop, "Noor");
  g_autoptr (FettleJob) first = NULL;
  g_autoptr (FettleJob) second = NULL;

  /* Nobody holds it. */
  fettle_bench_page_claim (FETTLE_BENCH_PAGE (opened.page), "2026-000001");
  ui_wait_until (current_id (&opened) == 1);
  first = ui_shop_load (shop, 1);
  g_assert_cmpstr (first->summary->technician_name, ==, "Noor");
  g_assert_cmpint (first->working_since, !=, 0);
  g_clear_object (&first);

  /* Another is taken: the first is put aside and stays with this person. As a short number, too. */
  fettle_clock_set (UI_SHOP_NOW + 20 * FETTLE_MINUTE);
  fettle_bench_page_claim (FETTLE_BENCH_PAGE (opened.page), "4");
  ui_wait_until (current_id (&opened) == 4);
  first = ui_shop_load (shop, 1);
  second = ui_shop_load (shop, 4);
  g_assert_cmpint (first->working_since, ==, 0);
  g_assert_cmpint (first->work_time, ==, 20 * FETTLE_MINUTE);
  g_assert_cmpstr (first->summary->technician_name, ==, "Noor");
  g_assert_cmpstr (second->summary->technician_name, ==, "Noor");

  /* Time goes on. */
  fettle_clock_set (UI_SHOP_NOW + 21 * FETTLE_MINUTE);
  ui_wait_until (ui_find_label (opened.page, "0:01:00") != NULL);
  close_bench (&opened);
}

static void
test_next_stage (UiShop *shop, gconstpointer n_jobs)
{
  Opened opened = open_bench (shop, "Noor");

  fettle_bench_page_claim (FETTLE_BENCH_PAGE (opened.page), "2026-000001");
  ui_wait_until (current_id (&opened) == 1);
  gtk_widget_activate_action (opened.page, "bench.next", NULL);
  ui_wait_until (fettle_bench_page_get_current (FETTLE_BENCH_PAGE (opened.page))->summary->stage
                 == FETTLE_STAGE_DIAGNOSING);
  gtk_widget_activate_action (opened.page, "bench.undo", NULL);
  ui_wait_until (fettle_bench_page_get_current (FETTLE_BENCH_PAGE (opened.page))->summary->stage
                 == FETTLE_STAGE_RECEIVED);
  gtk_widget_activate_action (opened.page, "bench.put-aside", NULL);
  ui_wait_until (current_id (&opened) == 0);
  close_bench (&opened);
}

/* A number that is none, and one that nobody has: said, and nothing happens. */
static void
test_wrong_number (UiShop *shop, gconstpointer n_jobs)
{
  const char *wrong[] = { "hello", "2026-000999" };
  Opened opened = open_bench (shop, "Noor");

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_test_expect_message ("fettle", G_LOG_LEVEL_MESSAGE, "*");
      fettle_bench_page_claim (FETTLE_BENCH_PAGE (opened.page), wrong[i]);
      ui_settle ();
      g_test_assert_expected_messages ();
      g_assert_cmpint (current_id (&opened), ==, 0);
    }
  close_bench (&opened);
}

static void
test_nobody (UiShop *shop, gconstpointer n_jobs)
{
  Opened opened = open_bench (shop, NULL);

  ui_settle ();
  g_assert_nonnull (ui_find_label (opened.page, "Whose Bench Is This?"));
  g_assert_cmpuint (g_list_model_get_n_items (list (&opened, 0)), ==, 0);
  fettle_desk_set_person (shop->desk, "Noor");
  ui_wait_until (g_list_model_get_n_items (list (&opened, 0)) > 0);
  close_bench (&opened);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ui_shop_add ("/bench/lists", 20, test_lists);
  ui_shop_add ("/bench/claim", 6, test_claim);
  ui_shop_add ("/bench/next-stage", 3, test_next_stage);
  ui_shop_add ("/bench/wrong-number", 3, test_wrong_number);
  ui_shop_add ("/bench/nobody", 6, test_nobody);
  return g_test_run ();
}
