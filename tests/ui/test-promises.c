/* test-promises.c: every open promise stands in the list of its urgency, and leaves it when it ends.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-shop.h"

#include "fettle-clock.h"
#include "fettle-desk-promises.h"
#include "fettle-promise-list.h"
#include "fettle-promise-rules.h"
#include "fettle-promises-page.h"
#include "fettle-record-list.h"
#include "fettle-staff-choice.h"

/* The lists of the page, in their order. */
enum
{
  OVERDUE,
  TODAY,
  SOON,
  UNBACKED,
  LATER,
  ENDED,
};

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
  ui_wait_until (count (&opened, OVERDUE) + count (&opened, TODAY) + count (&opened, LATER) > 0);
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
  FettleCalendar *calendar = fettle_desk_get_calendar (shop->desk);
  /* The shop is in Berlin: its day ends an hour before midnight UTC. */
  gint64 ends = UI_SHOP_NOW + 13 * FETTLE_HOUR;
  gint64 soon = fettle_promise_soon_until (calendar, UI_SHOP_NOW, 0);
  const struct
  {
    guint list;
    gint64 from;
    gint64 to;
  } bounds[] = {
    { OVERDUE, 0, UI_SHOP_NOW - 1 },
    { TODAY, UI_SHOP_NOW, ends - 1 },
    { SOON, ends, soon },
    { LATER, soon + 1, G_MAXINT64 },
  };
  guint all = 0;

  for (guint nth = 0; nth < G_N_ELEMENTS (bounds); nth++)
    {
      gint64 last = 0;

      all += count (&opened, bounds[nth].list);
      for (guint i = 0; i < count (&opened, bounds[nth].list); i++)
        {
          g_autoptr (FettleRecordItem) item = g_list_model_get_item (list (&opened, bounds[nth].list), i);
          FettlePromise *promise = fettle_record_item_get_record (item);

          g_assert_cmpint (promise->due, >=, bounds[nth].from);
          g_assert_cmpint (promise->due, <=, bounds[nth].to);
          g_assert_cmpint (promise->due, >=, last);
          last = promise->due;
        }
    }
  g_assert_cmpuint (count (&opened, OVERDUE), >, 0);
  g_assert_cmpuint (count (&opened, TODAY), >, 0);
  g_assert_cmpuint (all, >, 10);
  g_assert_cmpuint (count (&opened, UNBACKED), ==, 0);
  g_assert_nonnull (ui_find_label (opened.page, "Overdue ("));
  /* A row says whose device it is. */
  g_assert_nonnull (ui_find_label (opened.page, " · "));
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
on_listed (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GPtrArray **) data = fettle_desk_finish (FETTLE_DESK (source), result, NULL);
}

/* A part that nobody has ordered stands in a list of its own until it is linked. */
static void
test_unbacked (UiShop *shop, gconstpointer n_jobs)
{
  Opened opened = open_page (shop);
  g_autoptr (FettlePromise) promise = fettle_promise_new ();
  g_autoptr (GPtrArray) open = NULL;
  g_autoptr (FettlePromiseFilter) filter = fettle_promise_filter_new ();
  gboolean done = FALSE;

  filter->view = FETTLE_PROMISE_VIEW_UNBACKED;
  promise->job_id = ui_shop_take_in (shop, 100);
  promise->kind = g_strdup ("part");
  promise->due = UI_SHOP_NOW + 2 * FETTLE_DAY;
  fettle_desk_add_promise_async (shop->desk, promise, NULL, on_done, &done);
  ui_wait_until (done && count (&opened, UNBACKED) == 1);
  ui_settle ();
  g_assert_nonnull (ui_find_label (opened.page, "Nothing Behind It (1)"));
  fettle_desk_list_promises_of_async (shop->desk, filter, NULL, on_listed, &open);
  ui_wait_until (open != NULL);
  done = FALSE;
  fettle_desk_back_promise_async (shop->desk, ((FettlePromise *) open->pdata[0])->id, "PO-1", NULL, on_done, &done);
  ui_wait_until (done && count (&opened, UNBACKED) == 0);
  close_page (&opened);
}

static void
test_ends (UiShop *shop, gconstpointer n_jobs)
{
  Opened opened = open_page (shop);
  guint before = count (&opened, OVERDUE);
  g_autoptr (FettleRecordItem) item = g_list_model_get_item (list (&opened, OVERDUE), 0);
  FettlePromise *promise = fettle_record_item_get_record (item);
  gboolean done = FALSE;

  g_assert_cmpuint (count (&opened, ENDED), ==, 0);
  fettle_desk_end_promise_async (shop->desk, promise->job_id, promise->id, FETTLE_PROMISE_KEPT, NULL, NULL, on_done,
                                 &done);
  ui_wait_until (done);
  ui_wait_until (count (&opened, OVERDUE) == before - 1);
  /* What has ended is read when it is looked at, with how such promises usually end. */
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (ui_find (opened.page, GTK_TYPE_TOGGLE_BUTTON, ENDED)), TRUE);
  ui_wait_until (count (&opened, ENDED) == 1);
  ui_wait_until (ui_find_label (opened.page, "1 of 1 missed") != NULL);
  ui_settle ();
  g_assert_nonnull (ui_find_label (opened.page, "broken by"));
  close_page (&opened);
}

static guint
count_open (Opened *opened)
{
  return count (opened, OVERDUE) + count (opened, TODAY) + count (opened, SOON) + count (opened, LATER);
}

static void
test_owner (UiShop *shop, gconstpointer n_jobs)
{
  Opened opened = open_page (shop);
  FettleStaffChoice *owner = FETTLE_STAFF_CHOICE (ui_find (opened.page, FETTLE_TYPE_STAFF_CHOICE, 0));
  guint all = count_open (&opened);
  guint found = 0;

  for (guint i = 0; i < fettle_desk_get_shop (shop->desk)->staff->len; i++)
    {
      FettleStaff *staff = fettle_desk_get_shop (shop->desk)->staff->pdata[i];

      fettle_staff_choice_set_id (owner, staff->id);
      ui_settle ();
      found += count_open (&opened);
      for (guint k = 0; k < count (&opened, LATER); k++)
        {
          g_autoptr (FettleRecordItem) item = g_list_model_get_item (list (&opened, LATER), k);

          g_assert_cmpint (((FettlePromise *) fettle_record_item_get_record (item))->owner_id, ==, staff->id);
        }
    }
  /* Each belongs to one of them. */
  g_assert_cmpuint (found, ==, all);
  close_page (&opened);
}

static void
on_absent (GObject *source, GAsyncResult *result, gpointer done)
{
  *(gboolean *) done = fettle_desk_finish_id (FETTLE_DESK (source), result, NULL) != 0;
}

static gint64
staff_id (UiShop *shop, const char *name)
{
  for (guint i = 0; i < fettle_desk_get_shop (shop->desk)->staff->len; i++)
    {
      FettleStaff *staff = fettle_desk_get_shop (shop->desk)->staff->pdata[i];

      if (g_str_equal (staff->name, name))
        return staff->id;
    }
  g_assert_not_reached ();
}

/* While Mia is away, what she promised is Noor's. */
static void
test_deputy (UiShop *shop, gconstpointer n_jobs)
{
  g_autoptr (FettleAbsence) absence = fettle_absence_new ();
  gboolean done = FALSE;
  Opened opened = { NULL };
  guint all;

  absence->staff_id = staff_id (shop, "Mia");
  absence->deputy_id = staff_id (shop, "Noor");
  absence->first_day = fettle_calendar_local_day (fettle_desk_get_calendar (shop->desk), UI_SHOP_NOW);
  absence->last_day = g_strdup (absence->first_day);
  fettle_desk_add_absence_async (shop->desk, absence, NULL, on_absent, &done);
  ui_wait_until (done);
  opened = open_page (shop);
  all = count_open (&opened);
  fettle_staff_choice_set_id (FETTLE_STAFF_CHOICE (ui_find (opened.page, FETTLE_TYPE_STAFF_CHOICE, 0)),
                              absence->deputy_id);
  ui_settle ();
  g_assert_cmpuint (count_open (&opened), ==, all);
  g_assert_nonnull (ui_find_label (opened.page, "Noor for Mia"));
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
  ui_shop_add ("/promises/deputy", 30, test_deputy);
  ui_shop_add ("/promises/unbacked", 30, test_unbacked);
  return g_test_run ();
}
