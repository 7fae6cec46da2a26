/* test-promises.c: every open promise stands in the list of its urgency, and leaves it when it ends.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-shop.h"

#include "fettle-clock.h"
#include "fettle-promise-list.h"
#include "fettle-promises-page.h"
#include "fettle-record-list.h"
#include "fettle-staff-choice.h"

typedef struct
{
  GtkWidget *page;
  GtkWidget *window;
} Opened;

static GListModel *
list (Opened *opened, guint nth)
{
  return fettle_promise_list_get_model (FETTLE_PROMISE_LIST (ui_find (opened->page, FETTLE_TYPE_PROMISE_LIST, nth)));
}

static guint
count (Opened *opened, guint nth)
{
  return g_list_model_get_n_items (list (opened, nth));
}

static Opened
open_page (UiShop *shop)
{
  Opened opened = { fettle_promises_page_new (shop->desk) };

  opened.window = ui_window_new (opened.page, 1024, 700);
  ui_wait_until (count (&opened, 0) + count (&opened, 1) + count (&opened, 2) > 0);
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

static void
test_lists (UiShop *shop, gconstpointer n_jobs)
{
  Opened opened = open_page (shop);
  /* The shop is in Berlin: its day ends an hour before midnight UTC. */
  gint64 ends = UI_SHOP_NOW + 13 * FETTLE_HOUR;
  gint64 bounds[] = { 0, UI_SHOP_NOW, ends, G_MAXINT64 };

  for (guint nth = 0; nth < 3; nth++)
    {
      gint64 last = 0;

      g_assert_cmpuint (count (&opened, nth), >, 0);
      for (guint i = 0; i < count (&opened, nth); i++)
        {
          g_autoptr (FettleRecordItem) item = g_list_model_get_item (list (&opened, nth), i);
          FettlePromise *promise = fettle_record_item_get_record (item);

          g_assert_cmpint (promise->due, >=, bounds[nth]);
          g_assert_cmpint (promise->due, <, bounds[nth + 1]);
          g_assert_cmpint (promise->due, >=, last);
          last = promise->due;
        }
    }
  g_assert_nonnull (ui_find_label (opened.page, "Overdue ("));
  close_page (&opened);
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer done)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleJob) job = fettle_desk_finish (FETTLE_DESK (source), result, &error);

  g_assert_no_error (error);
  *(gboolean *) done = TRUE;
}

static void
test_ends (UiShop *shop, gconstpointer n_jobs)
{
  Opened opened = open_page (shop);
  guint before = count (&opened, 0);
  g_autoptr (FettleRecordItem) item = g_list_model_get_item (list (&opened, 0), 0);
  FettlePromise *promise = fettle_record_item_get_record (item);
  gboolean done = FALSE;

  fettle_desk_end_promise_async (shop->desk, promise->job_id, promise->id, FETTLE_PROMISE_KEPT, NULL, NULL, on_done,
                                 &done);
  ui_wait_until (done);
  ui_wait_until (count (&opened, 0) == before - 1);
  close_page (&opened);
}

static void
test_owner (UiShop *shop, gconstpointer n_jobs)
{
  Opened opened = open_page (shop);
  FettleStaffChoice *owner = FETTLE_STAFF_CHOICE (ui_find (opened.page, FETTLE_TYPE_STAFF_CHOICE, 0));
  guint all = count (&opened, 0) + count (&opened, 1) + count (&opened, 2);
  guint found = 0;

  for (guint i = 0; i < fettle_desk_get_shop (shop->desk)->staff->len; i++)
    {
      FettleStaff *staff = fettle_desk_get_shop (shop->desk)->staff->pdata[i];

      fettle_staff_choice_set_id (owner, staff->id);
      ui_settle ();
      found += count (&opened, 0) + count (&opened, 1) + count (&opened, 2);
      for (guint k = 0; k < count (&opened, 2); k++)
        {
          g_autoptr (FettleRecordItem) item = g_list_model_get_item (list (&opened, 2), k);

          g_assert_cmpint (((FettlePromise *) fettle_record_item_get_record (item))->owner_id, ==, staff->id);
        }
    }
  /* Each belongs to one of them. */
  g_assert_cmpuint (found, ==, all);
  close_page (&opened);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ui_shop_add ("/promises/lists", 30, test_lists);
  ui_shop_add ("/promises/ends", 30, test_ends);
  ui_shop_add ("/promises/owner", 30, test_owner);
  return g_test_run ();
}
