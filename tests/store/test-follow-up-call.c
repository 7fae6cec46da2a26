/* test-follow-up-call.c: whoever is handed several devices back is called about them once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-after-store.h"
#include "fettle-event-text.h"
#include "fettle-follow-up-store.h"
#include "shop.h"

/* Thursday 5 March 2026, 18:00 in London: three days after the hand-over, at closing time. */
#define FIRST_DUE (SHOP_NOW + 3 * DAY + 8 * HOUR)
#define GRACE     "07700 900123"
#define JO        "07700 900124"

static gint64
take_and_hand_over (Shop *shop, const char *phone, const char *model, gint64 at)
{
  g_autoptr (FettleJob) job = NULL;
  g_autoptr (FettleHandOver) form = fettle_hand_over_new ();
  g_autoptr (GError) error = NULL;

  fettle_clock_set (at);
  job = shop_take_in (shop, g_str_equal (phone, GRACE) ? "Grace" : "Jo", phone, model, "fault");
  form->job_id = job->summary->id;
  form->outcome = FETTLE_OUTCOME_REPAIRED;
  form->by = g_strdup ("Bo");
  fettle_job_store_hand_over (shop->connection, form, &error);
  g_assert_no_error (error);
  return job->summary->id;
}

static FettleFollowUp *
visit_of (Shop *shop, gint64 job_id)
{
  g_autoptr (GPtrArray) all = fettle_follow_up_store_load_of_job (shop->connection, job_id, NULL);

  g_assert_cmpuint (all->len, ==, 1);
  return g_object_ref (all->pdata[0]);
}

static gint64
count (Shop *shop, const char *sql)
{
  gint64 n = -1;

  g_assert_true (fettle_connection_get_int (shop->connection, sql, &n, NULL));
  return n;
}

static FettleEvent *
last_of (FettleJob *job, FettleEventKind kind)
{
  for (guint i = job->events->len; i > 0; i--)
    if (((FettleEvent *) job->events->pdata[i - 1])->kind == kind)
      return job->events->pdata[i - 1];
  return NULL;
}

static const char *
told (FettleJob *job, FettleEventKind kind, const char *key, FettleDetails **details)
{
  FettleEvent *event = last_of (job, kind);

  g_assert_nonnull (event);
  *details = fettle_details_parse (event->details);
  return fettle_details_get (*details, key);
}

/* Three devices within an hour: one call that says all three, and each timeline tells of it. */
static void
test_one_call (Shop *shop, gconstpointer data)
{
  gint64 jobs[3];
  g_autoptr (FettleFollowUpFilter) filter = fettle_follow_up_filter_new ();
  g_autoptr (GPtrArray) list = NULL;
  FettleFollowUp *listed;

  for (int i = 0; i < 3; i++)
    jobs[i] = take_and_hand_over (shop, GRACE, i == 0 ? "Book" : i == 1 ? "Phone" : "Kettle", SHOP_NOW + i * HOUR);
  list = fettle_follow_up_store_list (shop->connection, filter, NULL);
  g_assert_cmpuint (list->len, ==, 1);
  listed = list->pdata[0];
  g_assert_cmpint (listed->job_id, ==, jobs[0]);
  g_assert_cmpint (listed->due, ==, FIRST_DUE);
  g_assert_cmpuint (g_strv_length (listed->others), ==, 2);
  g_assert_cmpstr (listed->others[0], ==, "2026-000002");
  g_assert_cmpstr (listed->others[1], ==, "2026-000003");
  g_assert_nonnull (strstr (listed->other_titles[0], "Phone"));
  g_assert_nonnull (strstr (listed->other_titles[1], "Kettle"));
  for (int i = 0; i < 3; i++)
    {
      g_autoptr (FettleFollowUp) visit = visit_of (shop, jobs[i]);
      g_autoptr (FettleJob) job = shop_load (shop, jobs[i]);
      g_autoptr (FettleDetails) details = NULL;
      g_autofree char *sentence
          = fettle_event_text_for_staff (last_of (job, FETTLE_EVENT_FOLLOW_UP_SET), g_time_zone_new_utc (), NULL);

      g_assert_cmpint (visit->id, ==, listed->id);
      g_assert_cmpint (fettle_follow_up_store_find_visit (shop->connection, jobs[i], NULL), ==, listed->id);
      g_assert_cmpstr (told (job, FETTLE_EVENT_FOLLOW_UP_SET, "with", &details), ==, i == 0 ? NULL : "2026-000001");
      g_assert_cmpint (fettle_details_get_int (details, "due"), ==, FIRST_DUE);
      g_assert_true ((strstr (sentence, "together with job 2026-000001") != NULL) == (i > 0));
    }
  shop_assert_sound (shop);
}

/* Each of these wants a call of its own. */
static void
test_own_calls (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleFollowUp) first = NULL;
  g_autoptr (FettleFollowUp) jos = NULL;
  g_autoptr (FettleFollowUp) next_day = NULL;
  g_autoptr (FettleFollowUp) after_call = NULL;
  gint64 job = take_and_hand_over (shop, GRACE, "Book", SHOP_NOW);

  first = visit_of (shop, job);
  jos = visit_of (shop, take_and_hand_over (shop, JO, "Book", SHOP_NOW));
  g_assert_cmpint (jos->id, !=, first->id);
  next_day = visit_of (shop, take_and_hand_over (shop, GRACE, "Phone", SHOP_NOW + DAY));
  g_assert_cmpint (next_day->id, !=, first->id);
  g_assert_cmpint (next_day->due, ==, FIRST_DUE + DAY);
  g_assert_null (next_day->others);
  /* They said before the day that they do not want to be asked about the first. */
  g_assert_true (fettle_follow_up_store_decline (shop->connection, first->id, "Bo", NULL, NULL));
  after_call = visit_of (shop, take_and_hand_over (shop, GRACE, "Kettle", SHOP_NOW + HOUR));
  g_assert_cmpint (after_call->id, !=, first->id);
  g_assert_cmpint (after_call->due, ==, FIRST_DUE);
}

/* A Thursday's hand-over would be asked about on the Sunday, so on the Monday: with the Friday's. */
static void
test_same_due_day (Shop *shop, gconstpointer data)
{
  gint64 thursday = take_and_hand_over (shop, GRACE, "Book", SHOP_NOW + 3 * DAY);
  gint64 friday = take_and_hand_over (shop, GRACE, "Phone", SHOP_NOW + 4 * DAY);
  g_autoptr (FettleFollowUp) first = visit_of (shop, thursday);
  g_autoptr (FettleFollowUp) second = visit_of (shop, friday);

  g_assert_cmpint (first->due, ==, SHOP_NOW + 7 * DAY + 8 * HOUR);
  g_assert_cmpint (second->id, ==, first->id);
}

/* Two rules that name one day for one job are one call, alone and beside another job. */
static void
test_two_rules (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleFollowUpRule) rule = fettle_follow_up_rule_new ();

  rule->days = 3;
  rule->active = TRUE;
  g_assert_cmpint (fettle_follow_up_store_save_rule (shop->connection, rule, NULL), !=, 0);
  for (int i = 0; i < 2; i++)
    {
      gint64 job_id = take_and_hand_over (shop, GRACE, i == 0 ? "Book" : "Phone", SHOP_NOW);
      g_autoptr (FettleFollowUp) visit = visit_of (shop, job_id);
      g_autoptr (FettleJob) job = shop_load (shop, job_id);
      guint n = 0;

      for (guint k = 0; k < job->events->len; k++)
        n += ((FettleEvent *) job->events->pdata[k])->kind == FETTLE_EVENT_FOLLOW_UP_SET;
      g_assert_cmpuint (n, ==, 1);
      g_assert_cmpint (visit->due, ==, FIRST_DUE);
    }
  g_assert_cmpint (count (shop, "SELECT count(*) FROM follow_up"), ==, 1);
  g_assert_cmpint (count (shop, "SELECT count(*) FROM follow_up_job"), ==, 1);
}

/* Not reached, then answered, then put right: written down once, told on each timeline, counted once. */
static void
test_one_answer (Shop *shop, gconstpointer data)
{
  gint64 first = take_and_hand_over (shop, GRACE, "Book", SHOP_NOW);
  gint64 second = take_and_hand_over (shop, GRACE, "Phone", SHOP_NOW + HOUR);
  gint64 id = fettle_follow_up_store_find_visit (shop->connection, second, NULL);
  const char *results[] = { "not-reached", "answered", "answered" };

  fettle_clock_set (FIRST_DUE);
  for (guint step = 0; step < G_N_ELEMENTS (results); step++)
    {
      g_autoptr (FettleFollowUpAnswer) answer = fettle_follow_up_answer_new ();

      answer->follow_up_id = id;
      answer->csat = step == 1 ? 2 : 4;
      answer->text = g_strdup ("the phone is fine");
      answer->by = g_strdup ("Bo");
      answer->correct = step == 2;
      if (step == 0)
        g_assert_true (fettle_follow_up_store_attempt (shop->connection, id, "Bo", "counter", NULL));
      else
        g_assert_true (fettle_follow_up_store_answer (shop->connection, answer, NULL));
      for (int i = 0; i < 2; i++)
        {
          g_autoptr (FettleJob) job = shop_load (shop, i == 0 ? first : second);
          g_autoptr (FettleDetails) details = NULL;
          FettleEvent *event = last_of (job, FETTLE_EVENT_FOLLOWED_UP);

          g_assert_true (event == shop_last_event (job));
          g_assert_cmpstr (told (job, FETTLE_EVENT_FOLLOWED_UP, "result", &details), ==, results[step]);
          g_assert_cmpstr (fettle_details_get (details, "with"), ==, i == 0 ? NULL : "2026-000001");
          g_assert_cmpint (fettle_details_get_int (details, "follow_up"), ==, id);
          g_assert_cmpint (event->at, ==, FIRST_DUE);
          g_assert_cmpstr (event->by_name, ==, "Bo");
        }
    }
  g_assert_cmpint (count (shop, "SELECT count(*) FROM follow_up WHERE answered_at <> 0 AND csat = 4"), ==, 1);
  shop_assert_sound (shop);
}

/* Whether any of them is back already is said before the customer is called. */
static void
test_came_back (Shop *shop, gconstpointer data)
{
  gint64 first = take_and_hand_over (shop, GRACE, "Book", SHOP_NOW);
  gint64 second = take_and_hand_over (shop, GRACE, "Phone", SHOP_NOW);
  g_autoptr (FettleJob) back = NULL;
  g_autoptr (FettleFollowUp) before
      = fettle_follow_up_store_load (shop->connection,
                                     fettle_follow_up_store_find_visit (shop->connection, first, NULL), NULL);
  g_autoptr (FettleFollowUp) after = NULL;

  g_assert_null (before->came_back);
  fettle_clock_set (SHOP_NOW + DAY);
  back = shop_take_in (shop, "Grace", GRACE, "Phone", "fault");
  if (back->summary->about_id == 0)
    g_assert_true (fettle_after_store_link (shop->connection, back->summary->id, second, "comeback", "Bo", NULL, NULL));
  after = fettle_follow_up_store_load (shop->connection, before->id, NULL);
  g_assert_cmpstr (after->came_back, ==, back->summary->number);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  shop_add ("/follow-up-call/one-call", test_one_call);
  shop_add ("/follow-up-call/own-calls", test_own_calls);
  shop_add ("/follow-up-call/same-due-day", test_same_due_day);
  shop_add ("/follow-up-call/two-rules", test_two_rules);
  shop_add ("/follow-up-call/one-answer", test_one_answer);
  shop_add ("/follow-up-call/came-back", test_came_back);
  return g_test_run ();
}
