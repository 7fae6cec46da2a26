/* test-promise-store.c: the first date stays, new ones stand beside it, and how a promise ends.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "shop.h"

static FettleJob *
take_with_promise (Shop *shop, gint64 due)
{
  g_autoptr (FettleIntake) intake = shop_intake ("Grace", NULL, "Book", "fault");

  intake->promised_due = due;
  return shop_take (shop, intake);
}

static FettlePromise *
first_promise (FettleJob *job)
{
  return job->promises->pdata[0];
}

static void
test_revision_stands_beside (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) job = take_with_promise (shop, SHOP_NOW + DAY);
  g_autoptr (FettleJob) after = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = first_promise (job)->id;
  FettlePromiseRevision *revision;

  fettle_clock_set (SHOP_NOW + HOUR);
  g_assert_true (fettle_promise_store_revise (shop->connection, id, SHOP_NOW + 3 * DAY, "part", "two days more", "Ada",
                                              NULL, &error));
  g_assert_true (
      fettle_promise_store_revise (shop->connection, id, SHOP_NOW + 2 * DAY, "ours", NULL, NULL, NULL, &error));
  after = shop_load (shop, job->summary->id);
  g_assert_cmpint (first_promise (after)->first_due, ==, SHOP_NOW + DAY);
  g_assert_cmpint (first_promise (after)->due, ==, SHOP_NOW + 2 * DAY);
  g_assert_cmpint (after->summary->promised_due, ==, SHOP_NOW + 2 * DAY);
  g_assert_cmpint (after->summary->first_due, ==, SHOP_NOW + DAY);
  g_assert_cmpuint (first_promise (after)->revisions->len, ==, 2);
  revision = first_promise (after)->revisions->pdata[0];
  g_assert_cmpstr (revision->reason, ==, "part");
  g_assert_cmpstr (revision->note, ==, "two days more");
  g_assert_cmpstr (revision->by_name, ==, "Ada");

  g_assert_false (fettle_connection_execute (shop->connection, "UPDATE promise SET first_due = 1", &error));
  shop_file_expect (error, FETTLE_STORE_ERROR_CONSTRAINT);
  shop_assert_sound (shop);
}

static void
test_revisions_refused (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) job = take_with_promise (shop, SHOP_NOW + DAY);
  g_autoptr (GError) error = NULL;
  gint64 id = first_promise (job)->id;

  g_assert_false (fettle_promise_store_revise (shop->connection, id, SHOP_NOW - 1, "ours", NULL, NULL, NULL, &error));
  shop_file_expect (error, FETTLE_STORE_ERROR_CONSTRAINT);
  g_assert_false (
      fettle_promise_store_revise (shop->connection, 4711, SHOP_NOW + DAY, "ours", NULL, NULL, NULL, &error));
  shop_file_expect (error, FETTLE_STORE_ERROR_NOT_FOUND);
  g_assert_true (fettle_promise_store_end (shop->connection, id, FETTLE_PROMISE_WITHDRAWN, NULL, NULL, NULL, &error));
  g_assert_false (fettle_promise_store_revise (shop->connection, id, SHOP_NOW + DAY, "ours", NULL, NULL, NULL, &error));
  shop_file_expect (error, FETTLE_STORE_ERROR_CONSTRAINT);
  g_assert_false (fettle_promise_store_end (shop->connection, id, FETTLE_PROMISE_KEPT, NULL, NULL, NULL, &error));
  shop_file_expect (error, FETTLE_STORE_ERROR_CONFLICT);
}

static void
test_endings (Shop *shop, gconstpointer data)
{
  static const struct
  {
    gint64 at;
    FettlePromiseState asked;
    FettlePromiseState state;
  } cases[] = {
    { SHOP_NOW + DAY, FETTLE_PROMISE_KEPT, FETTLE_PROMISE_KEPT },
    { SHOP_NOW + DAY + 1, FETTLE_PROMISE_KEPT, FETTLE_PROMISE_KEPT_LATE },
    { SHOP_NOW + DAY + 1, FETTLE_PROMISE_BROKEN, FETTLE_PROMISE_BROKEN },
    { SHOP_NOW + HOUR, FETTLE_PROMISE_WITHDRAWN, FETTLE_PROMISE_WITHDRAWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FettleJob) job = NULL;
      g_autoptr (FettleJob) after = NULL;

      fettle_clock_set (SHOP_NOW);
      job = take_with_promise (shop, SHOP_NOW + DAY);
      fettle_clock_set (cases[i].at);
      g_assert_true (fettle_promise_store_end (shop->connection, first_promise (job)->id, cases[i].asked, NULL, "Ada",
                                               NULL, NULL));
      after = shop_load (shop, job->summary->id);
      g_assert_cmpint (first_promise (after)->state, ==, cases[i].state);
      g_assert_cmpint (after->summary->promised_due, ==, 0);
      g_assert_cmpint (after->summary->first_due, ==, SHOP_NOW + DAY);
    }
  shop_assert_sound (shop);
}

/* What counts is when the work was done, not when somebody came for it; and a new date does not make it on time. */
static void
test_kept_by_first_date (Shop *shop, gconstpointer data)
{
  static const struct
  {
    gint64 ready_at;
    gint64 collected_at;
    gboolean revised;
    FettlePromiseState state;
  } cases[] = {
    { SHOP_NOW + DAY - 1, SHOP_NOW + 9 * DAY, FALSE, FETTLE_PROMISE_KEPT },
    { SHOP_NOW + DAY + 1, SHOP_NOW + 2 * DAY, FALSE, FETTLE_PROMISE_KEPT_LATE },
    { SHOP_NOW + 2 * DAY, SHOP_NOW + 2 * DAY, TRUE, FETTLE_PROMISE_KEPT_LATE },
    { 0, SHOP_NOW + HOUR, FALSE, FETTLE_PROMISE_KEPT },
    { 0, SHOP_NOW + 2 * DAY, FALSE, FETTLE_PROMISE_KEPT_LATE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FettleJob) job = NULL;
      g_autoptr (FettleJob) after = NULL;
      g_autoptr (FettleHandOver) form = fettle_hand_over_new ();

      fettle_clock_set (SHOP_NOW);
      job = take_with_promise (shop, SHOP_NOW + DAY);
      if (cases[i].revised)
        g_assert_true (fettle_promise_store_revise (shop->connection, first_promise (job)->id, SHOP_NOW + 5 * DAY,
                                                    "ours", NULL, NULL, NULL, NULL));
      if (cases[i].ready_at != 0)
        {
          fettle_clock_set (cases[i].ready_at);
          shop_move (shop, job->summary->id, FETTLE_STAGE_READY);
        }
      fettle_clock_set (cases[i].collected_at);
      form->job_id = job->summary->id;
      form->outcome = FETTLE_OUTCOME_REPAIRED;
      g_assert_true (fettle_job_store_hand_over (shop->connection, form, NULL));
      after = shop_load (shop, job->summary->id);
      g_assert_cmpint (first_promise (after)->state, ==, cases[i].state);
    }
  shop_assert_sound (shop);
}

static void
test_open_list (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) late = take_with_promise (shop, SHOP_NOW + HOUR);
  g_autoptr (FettleJob) soon = take_with_promise (shop, SHOP_NOW + 2 * HOUR);
  g_autoptr (FettleJob) ready = take_with_promise (shop, SHOP_NOW + 3 * HOUR);
  g_autoptr (FettleJob) far = take_with_promise (shop, SHOP_NOW + 9 * DAY);
  g_autoptr (GPtrArray) open = NULL;

  shop_move (shop, ready->summary->id, FETTLE_STAGE_READY);
  open = fettle_promise_store_list_open (shop->connection, SHOP_NOW + DAY, 10, NULL);
  g_assert_cmpuint (open->len, ==, 2);
  g_assert_cmpstr (((FettlePromise *) open->pdata[0])->job_number, ==, late->summary->number);
  g_assert_cmpstr (((FettlePromise *) open->pdata[1])->job_number, ==, soon->summary->number);
  g_assert_nonnull (far);
}

static void
test_second_promise (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) job = take_with_promise (shop, SHOP_NOW + DAY);
  g_autoptr (FettlePromise) call = fettle_promise_new ();
  g_autoptr (FettleJob) after = NULL;
  g_autoptr (GError) error = NULL;

  call->job_id = job->summary->id;
  call->kind = g_strdup ("call-back");
  call->text = g_strdup ("We ring you");
  call->due = SHOP_NOW + HOUR;
  g_assert_cmpint (fettle_promise_store_add (shop->connection, call, "Ada", NULL, &error), >, 0);
  after = shop_load (shop, job->summary->id);
  g_assert_cmpint (after->summary->promised_due, ==, SHOP_NOW + HOUR);
  g_assert_cmpint (after->summary->first_due, ==, SHOP_NOW + DAY);
  call->due = SHOP_NOW;
  g_assert_cmpint (fettle_promise_store_add (shop->connection, call, "Ada", NULL, &error), ==, 0);
  shop_file_expect (error, FETTLE_STORE_ERROR_CONSTRAINT);
  shop_assert_sound (shop);
}

static gint64
staff (Shop *shop, const char *name)
{
  g_autoptr (GError) error = NULL;
  gint64 id = fettle_setup_store_staff_id (shop->connection, name, &error);

  g_assert_no_error (error);
  return id;
}

/* Other hands, on the timeline and for the shop alone; the dates stay. */
static void
test_assigned (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) job = take_with_promise (shop, SHOP_NOW + DAY);
  g_autoptr (FettleJob) after = NULL;
  g_autoptr (FettleJob) nobody = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = first_promise (job)->id, bo = staff (shop, "Bo"), cai = staff (shop, "Cai");

  g_assert_true (
      fettle_promise_store_assign (shop->connection, id, bo, cai, "Ada is in Rome", "Ada", "counter", &error));
  g_assert_no_error (error);
  after = shop_load (shop, job->summary->id);
  g_assert_cmpstr (first_promise (after)->owner_name, ==, "Bo");
  g_assert_cmpstr (first_promise (after)->deputy_name, ==, "Cai");
  g_assert_cmpstr (first_promise (after)->acting_name, ==, "Bo");
  g_assert_cmpint (first_promise (after)->due, ==, SHOP_NOW + DAY);
  g_assert_cmpint (first_promise (after)->first_due, ==, SHOP_NOW + DAY);
  g_assert_cmpint (after->summary->promised_due, ==, SHOP_NOW + DAY);
  g_assert_cmpint (shop_last_event (after)->kind, ==, FETTLE_EVENT_PROMISE_ASSIGNED);
  g_assert_cmpstr (shop_last_event (after)->by_name, ==, "Ada");
  g_assert_false (shop_last_event (after)->customer_may_read);
  g_assert_nonnull (strstr (shop_last_event (after)->words, "Ada is in Rome"));

  g_assert_true (fettle_promise_store_assign (shop->connection, id, 0, 0, NULL, NULL, NULL, &error));
  nobody = shop_load (shop, job->summary->id);
  g_assert_null (first_promise (nobody)->owner_name);
  g_assert_cmpint (first_promise (nobody)->acting_id, ==, 0);
  shop_assert_sound (shop);
}

static void
test_assignments_refused (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) job = take_with_promise (shop, SHOP_NOW + DAY);
  g_autoptr (FettleJob) after = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = first_promise (job)->id, owner = first_promise (job)->owner_id;
  gint64 bo = staff (shop, "Bo"), gone = staff (shop, "Zoe");
  const struct
  {
    gint64 promise;
    gint64 owner;
    gint64 deputy;
    FettleStoreError code;
  } cases[] = {
    { 4711, bo, 0, FETTLE_STORE_ERROR_NOT_FOUND },   { id, owner, 0, FETTLE_STORE_ERROR_CONSTRAINT },
    { id, bo, bo, FETTLE_STORE_ERROR_CONSTRAINT },   { id, gone, 0, FETTLE_STORE_ERROR_CONSTRAINT },
    { id, bo, gone, FETTLE_STORE_ERROR_CONSTRAINT }, { id, 4711, 0, FETTLE_STORE_ERROR_CONSTRAINT },
  };

  g_assert_true (fettle_connection_execute (shop->connection, "UPDATE staff SET active = 0 WHERE name = 'Zoe'", NULL));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_false (fettle_promise_store_assign (shop->connection, cases[i].promise, cases[i].owner, cases[i].deputy,
                                                   NULL, NULL, NULL, &error));
      shop_file_expect (error, cases[i].code);
      g_clear_error (&error);
    }
  g_assert_true (fettle_promise_store_end (shop->connection, id, FETTLE_PROMISE_KEPT, NULL, NULL, NULL, NULL));
  g_assert_false (fettle_promise_store_assign (shop->connection, id, bo, 0, NULL, NULL, NULL, &error));
  shop_file_expect (error, FETTLE_STORE_ERROR_CONSTRAINT);
  after = shop_load (shop, job->summary->id);
  g_assert_cmpint (first_promise (after)->owner_id, ==, owner);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  shop_add ("/promise-store/revision-stands-beside", test_revision_stands_beside);
  shop_add ("/promise-store/revisions-refused", test_revisions_refused);
  shop_add ("/promise-store/endings", test_endings);
  shop_add ("/promise-store/kept-by-first-date", test_kept_by_first_date);
  shop_add ("/promise-store/open-list", test_open_list);
  shop_add ("/promise-store/second-promise", test_second_promise);
  shop_add ("/promise-store/assigned", test_assigned);
  shop_add ("/promise-store/assignments-refused", test_assignments_refused);
  return g_test_run ();
}
