/* test-promise-lists.c: which promises a list shows, to whom, how they usually end, and what jobs like one took.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-absence-store.h"
#include "fettle-forecast-store.h"

#include "shop.h"

static FettleCalendar *
load_calendar (Shop *shop)
{
  g_autoptr (FettleShop) settings = fettle_setup_store_load (shop->connection, NULL);

  return fettle_shop_make_calendar (settings);
}

static gint64
add (Shop *shop, gint64 job_id, const char *kind, gint64 due, const char *by)
{
  g_autoptr (FettlePromise) promise = fettle_promise_new ();
  g_autoptr (GError) error = NULL;
  gint64 id;

  promise->job_id = job_id;
  promise->kind = g_strdup (kind);
  promise->due = due;
  id = fettle_promise_store_add (shop->connection, promise, by, NULL, &error);
  g_assert_no_error (error);
  return id;
}

static GPtrArray *
list (Shop *shop, FettlePromiseView view, FettlePromiseState state, gint64 acting_id)
{
  g_autoptr (FettlePromiseFilter) filter = fettle_promise_filter_new ();
  g_autoptr (FettleCalendar) calendar = load_calendar (shop);
  g_autoptr (GError) error = NULL;
  GPtrArray *promises;

  filter->view = view;
  filter->state = state;
  filter->acting_id = acting_id;
  promises = fettle_promise_store_list (shop->connection, filter, calendar, &error);
  g_assert_no_error (error);
  return promises;
}

static char *
ids_of (GPtrArray *promises)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < promises->len; i++)
    g_string_append_printf (ids, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "", ((FettlePromise *) promises->pdata[i])->id);
  return g_string_free (g_steal_pointer (&ids), FALSE);
}

static void
test_views (Shop *shop, gconstpointer data)
{
  static const struct
  {
    FettlePromiseView view;
    FettlePromiseState state;
    const char *ids;
  } cases[] = {
    { FETTLE_PROMISE_VIEW_OPEN, FETTLE_PROMISE_NONE, "1 2 3 4" },
    { FETTLE_PROMISE_VIEW_OVERDUE, FETTLE_PROMISE_NONE, "1" },
    { FETTLE_PROMISE_VIEW_TODAY, FETTLE_PROMISE_NONE, "2" },
    { FETTLE_PROMISE_VIEW_SOON, FETTLE_PROMISE_NONE, "3" },
    { FETTLE_PROMISE_VIEW_UNBACKED, FETTLE_PROMISE_NONE, "4" },
    { FETTLE_PROMISE_VIEW_ENDED, FETTLE_PROMISE_NONE, "6 5" },
    { FETTLE_PROMISE_VIEW_ENDED, FETTLE_PROMISE_WITHDRAWN, "6" },
    { FETTLE_PROMISE_VIEW_ENDED, FETTLE_PROMISE_KEPT, "5" },
    { FETTLE_PROMISE_VIEW_ALL, FETTLE_PROMISE_NONE, "1 2 3 4 6 5" },
  };
  g_autoptr (FettleJob) job = shop_take_in (shop, "Grace", NULL, "Book", "fault");
  gint64 job_id = job->summary->id;
  g_autoptr (GPtrArray) all = NULL;

  add (shop, job_id, "reply", SHOP_NOW + HOUR, "Ada");
  add (shop, job_id, "reply", SHOP_NOW + 5 * HOUR, "Ada");
  add (shop, job_id, "reply", SHOP_NOW + DAY, "Bo");
  add (shop, job_id, "part", SHOP_NOW + 7 * DAY, "Bo");
  g_assert_true (fettle_promise_store_end (shop->connection, add (shop, job_id, "visit", SHOP_NOW + DAY, "Ada"),
                                           FETTLE_PROMISE_KEPT, NULL, "Ada", NULL, NULL));
  fettle_clock_set (SHOP_NOW + 2 * HOUR);
  g_assert_true (fettle_promise_store_end (shop->connection, add (shop, job_id, "visit", SHOP_NOW + DAY, "Ada"),
                                           FETTLE_PROMISE_WITHDRAWN, NULL, "Ada", NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) found = list (shop, cases[i].view, cases[i].state, 0);
      g_autofree char *ids = ids_of (found);

      g_test_message ("case %u", i);
      g_assert_cmpstr (ids, ==, cases[i].ids);
    }
  all = list (shop, FETTLE_PROMISE_VIEW_OPEN, FETTLE_PROMISE_NONE, 0);
  g_assert_cmpstr (((FettlePromise *) all->pdata[0])->customer_name, ==, "Grace");
  g_assert_cmpstr (((FettlePromise *) all->pdata[0])->unit_title, ==, "Tessera Book");
}

static void
test_acting (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) job = shop_take_in (shop, "Grace", NULL, "Book", "fault");
  g_autoptr (FettleAbsence) absence = fettle_absence_new ();
  gint64 ada = fettle_setup_store_staff_id (shop->connection, "Ada", NULL);
  gint64 bo = fettle_setup_store_staff_id (shop->connection, "Bo", NULL);
  g_autoptr (GPtrArray) adas = NULL;
  g_autoptr (GPtrArray) bos = NULL;
  g_autoptr (FettleJob) after = NULL;
  FettlePromise *promise;

  add (shop, job->summary->id, "reply", SHOP_NOW + DAY, "Ada");
  absence->staff_id = ada;
  absence->deputy_id = bo;
  absence->first_day = g_strdup ("2026-03-02");
  absence->last_day = g_strdup ("2026-03-02");
  g_assert_cmpint (fettle_absence_store_add (shop->connection, absence, NULL), !=, 0);
  adas = list (shop, FETTLE_PROMISE_VIEW_OPEN, FETTLE_PROMISE_NONE, ada);
  bos = list (shop, FETTLE_PROMISE_VIEW_OPEN, FETTLE_PROMISE_NONE, bo);
  g_assert_cmpuint (adas->len, ==, 0);
  g_assert_cmpuint (bos->len, ==, 1);
  promise = bos->pdata[0];
  g_assert_cmpstr (promise->owner_name, ==, "Ada");
  g_assert_cmpstr (promise->acting_name, ==, "Bo");
  after = shop_load (shop, job->summary->id);
  g_assert_cmpstr (((FettlePromise *) after->promises->pdata[0])->acting_name, ==, "Bo");
}

static void
test_habits (Shop *shop, gconstpointer data)
{
  /* By how many days each is late; -1 withdrawn, which says nothing. */
  static const int late[] = { 0, 0, 1, 3, 4, -1 };
  g_autoptr (FettleJob) job = shop_take_in (shop, "Grace", NULL, "Book", "fault");
  g_autoptr (FettleCalendar) calendar = load_calendar (shop);
  g_autoptr (GPtrArray) habits = NULL;
  g_autofree char *text = NULL;
  FettlePromiseHabit *habit;

  for (guint i = 0; i < G_N_ELEMENTS (late); i++)
    {
      gint64 id = add (shop, job->summary->id, "call-back", SHOP_NOW + HOUR, "Ada");

      fettle_clock_set (SHOP_NOW + MAX (late[i], 0) * DAY + (late[i] > 0 ? 2 * HOUR : 0));
      g_assert_true (fettle_promise_store_end (shop->connection, id,
                                               late[i] < 0 ? FETTLE_PROMISE_WITHDRAWN : FETTLE_PROMISE_KEPT, NULL,
                                               "Ada", NULL, NULL));
      fettle_clock_set (SHOP_NOW);
    }
  habits = fettle_promise_store_list_habits (shop->connection, calendar, NULL);
  g_assert_cmpuint (habits->len, ==, 1);
  habit = habits->pdata[0];
  g_assert_cmpint (habit->n, ==, 5);
  g_assert_cmpint (habit->n_missed, ==, 3);
  g_assert_cmpint (habit->days, ==, 3);
  text = fettle_promise_habit_text (habit, fettle_language_get ("en"));
  g_assert_cmpstr (text, ==, "Call back: 3 of 5 missed, usually by 3 working days");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  shop_add ("/promise-lists/views", test_views);
  shop_add ("/promise-lists/acting", test_acting);
  shop_add ("/promise-lists/habits", test_habits);
  return g_test_run ();
}
