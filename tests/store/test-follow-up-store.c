/* test-follow-up-store.c: return visits are planned by rule and answered once; a line has a name, and what is asked on
 * it an outcome.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-follow-up-store.h"
#include "shop.h"

/* Thursday 5 March 2026, 18:00 in London: three days after the hand-over, at closing time. */
#define FIRST_DUE (SHOP_NOW + 3 * DAY + 8 * HOUR)

static FettleJob *
hand_over (Shop *shop, const char *by, const char *line_owner)
{
  g_autoptr (FettleJob) job = shop_take_in (shop, "Grace", "07700 900123", "Book", "fault");
  g_autoptr (FettleHandOver) form = fettle_hand_over_new ();
  g_autoptr (GError) error = NULL;

  form->job_id = job->summary->id;
  form->outcome = FETTLE_OUTCOME_REPAIRED;
  form->by = g_strdup (by);
  form->line_owner = g_strdup (line_owner);
  fettle_job_store_hand_over (shop->connection, form, &error);
  g_assert_no_error (error);
  return shop_load (shop, job->summary->id);
}

static FettleFollowUp *
nth (FettleJob *job, guint i)
{
  g_assert_cmpuint (job->follow_ups->len, >, i);
  return job->follow_ups->pdata[i];
}

static FettleFollowUpAnswer *
make_answer (gint64 id, int csat, int nps, const char *text)
{
  FettleFollowUpAnswer *answer = fettle_follow_up_answer_new ();

  answer->follow_up_id = id;
  answer->csat = csat;
  answer->nps = nps;
  answer->text = g_strdup (text);
  answer->by = g_strdup ("Bo");
  return answer;
}

static void
test_planned (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) job = hand_over (shop, "Bo", NULL);
  FettleFollowUp *visit = nth (job, 0);

  g_assert_cmpuint (job->follow_ups->len, ==, 1);
  g_assert_cmpstr (visit->kind, ==, FETTLE_FOLLOW_UP_VISIT);
  g_assert_cmpstr (visit->state, ==, FETTLE_FOLLOW_UP_OPEN);
  g_assert_cmpstr (visit->owner_name, ==, "Bo");
  g_assert_cmpint (visit->due, ==, FIRST_DUE);
  g_assert_cmpint (visit->set_at, ==, SHOP_NOW);
  g_assert_cmpint (visit->csat, ==, FETTLE_NOT_SAID);
  g_assert_cmpint (visit->nps, ==, FETTLE_NOT_SAID);
  g_assert_null (visit->channel);
  g_assert_null (visit->text);
  g_assert_cmpint (shop_last_event (job)->kind, ==, FETTLE_EVENT_HANDED_OVER);
  shop_assert_sound (shop);
}

/* Who asks: who handed it over, else who did the work, else who took it in. */
static void
test_owner (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) nobody = hand_over (shop, NULL, NULL);
  g_autoptr (FettleJob) job = shop_take_in (shop, "Jo", NULL, "Book", "fault");
  g_autoptr (FettleJob) after = NULL;
  g_autoptr (FettleHandOver) form = fettle_hand_over_new ();

  g_assert_cmpstr (nth (nobody, 0)->owner_name, ==, "Ada");
  g_assert_true (fettle_job_store_assign (shop->connection, job->summary->id, "Cai", "Ada", NULL, NULL));
  form->job_id = job->summary->id;
  form->outcome = FETTLE_OUTCOME_REPAIRED;
  g_assert_true (fettle_job_store_hand_over (shop->connection, form, NULL));
  after = shop_load (shop, job->summary->id);
  g_assert_cmpstr (nth (after, 0)->owner_name, ==, "Cai");
}

static void
test_rules (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleFollowUpRule) rule = fettle_follow_up_rule_new ();
  g_autoptr (GPtrArray) rules = fettle_follow_up_store_list_rules (shop->connection, NULL);
  g_autoptr (GPtrArray) changed = NULL;
  g_autoptr (FettleJob) job = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (rules->len, ==, 1);
  rule->days = 1;
  rule->kinds = g_strsplit ("repair,mail-in", ",", -1);
  rule->outcomes = g_strsplit ("repaired", ",", -1);
  rule->active = TRUE;
  rule->id = fettle_follow_up_store_save_rule (shop->connection, rule, &error);
  g_assert_no_error (error);
  changed = fettle_follow_up_store_list_rules (shop->connection, NULL);
  g_assert_cmpuint (changed->len, ==, 2);
  g_assert_true (fettle_record_equal (changed->pdata[0], rule));
  job = hand_over (shop, "Bo", NULL);
  g_assert_cmpuint (job->follow_ups->len, ==, 2);
  g_assert_cmpint (nth (job, 0)->due, ==, SHOP_NOW + DAY + 8 * HOUR);
  rule->days = 400;
  g_assert_cmpint (fettle_follow_up_store_save_rule (shop->connection, rule, &error), ==, 0);
  g_assert_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID);
  g_clear_error (&error);
  rule->days = 2;
  rule->active = FALSE;
  g_assert_cmpint (fettle_follow_up_store_save_rule (shop->connection, rule, NULL), ==, rule->id);
  g_assert_true (
      fettle_follow_up_store_remove_rule (shop->connection, ((FettleFollowUpRule *) rules->pdata[0])->id, NULL));
  g_assert_false (fettle_follow_up_store_remove_rule (shop->connection, 4711, &error));
  shop_file_expect (error, FETTLE_STORE_ERROR_NOT_FOUND);
  {
    g_autoptr (FettleJob) quiet = hand_over (shop, "Bo", NULL);

    g_assert_cmpuint (quiet->follow_ups->len, ==, 0);
  }
}

static void
test_answer_once (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) job = hand_over (shop, "Bo", NULL);
  g_autoptr (FettleJob) after = NULL;
  g_autoptr (FettleJob) corrected = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = nth (job, 0)->id;
  g_autoptr (FettleFollowUpAnswer) answer = make_answer (id, 4, 0, "fine");
  g_autoptr (FettleFollowUpAnswer) better = make_answer (id, 5, FETTLE_NOT_SAID, NULL);
  g_autoptr (FettleDetails) details = NULL;

  fettle_clock_set (FIRST_DUE);
  better->correct = TRUE;
  g_assert_false (fettle_follow_up_store_answer (shop->connection, better, &error));
  shop_file_expect (error, FETTLE_STORE_ERROR_CONSTRAINT);
  g_assert_true (fettle_follow_up_store_answer (shop->connection, answer, NULL));
  g_assert_false (fettle_follow_up_store_answer (shop->connection, answer, &error));
  shop_file_expect (error, FETTLE_STORE_ERROR_ALREADY);
  after = shop_load (shop, job->summary->id);
  g_assert_cmpint (nth (after, 0)->csat, ==, 4);
  g_assert_cmpint (nth (after, 0)->nps, ==, 0);
  g_assert_cmpint (nth (after, 0)->answered_at, ==, FIRST_DUE);
  g_assert_false (shop_last_event (after)->customer_may_read);

  fettle_clock_set (FIRST_DUE + DAY);
  g_assert_true (fettle_follow_up_store_answer (shop->connection, better, NULL));
  corrected = shop_load (shop, job->summary->id);
  g_assert_cmpint (nth (corrected, 0)->csat, ==, 5);
  g_assert_cmpint (nth (corrected, 0)->nps, ==, 0);
  g_assert_cmpstr (nth (corrected, 0)->text, ==, "fine");
  g_assert_cmpint (nth (corrected, 0)->answered_at, ==, FIRST_DUE);
  details = fettle_details_parse (shop_last_event (corrected)->details);
  g_assert_cmpstr (fettle_details_get (details, "corrected"), ==, "1");
  g_assert_cmpuint (corrected->events->len, ==, after->events->len + 1);
  shop_assert_sound (shop);
}

/* What was not said is NULL in the file, where averages pass it over. */
static void
test_not_said_is_null (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) job = hand_over (shop, "Bo", NULL);
  g_autoptr (FettleFollowUpAnswer) answer = make_answer (nth (job, 0)->id, FETTLE_NOT_SAID, FETTLE_NOT_SAID, "well");
  gint64 n = 0;

  g_assert_true (fettle_follow_up_store_answer (shop->connection, answer, NULL));
  g_assert_true (fettle_connection_get_int (
      shop->connection, "SELECT count(*) FROM follow_up WHERE csat IS NULL AND nps IS NULL AND answered_at <> 0", &n,
      NULL));
  g_assert_cmpint (n, ==, 1);
  g_assert_false (fettle_connection_execute (shop->connection, "UPDATE follow_up SET csat = 0", NULL));
}

static void
test_attempts (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) job = hand_over (shop, "Bo", NULL);
  g_autoptr (FettleFollowUpFilter) filter = fettle_follow_up_filter_new ();
  g_autoptr (GError) error = NULL;
  gint64 id = nth (job, 0)->id;

  for (int i = 1; i <= FETTLE_FOLLOW_UP_MOST_ATTEMPTS; i++)
    {
      g_autoptr (FettleFollowUp) visit = NULL;

      fettle_clock_set (FIRST_DUE + (i - 1) * DAY - HOUR);
      g_assert_true (fettle_follow_up_store_attempt (shop->connection, id, "Bo", NULL, NULL));
      visit = fettle_follow_up_store_load (shop->connection, id, NULL);
      g_assert_cmpint (visit->n_attempts, ==, i);
      g_assert_cmpint (visit->answered_at, ==, 0);
      g_assert_cmpint (visit->csat, ==, FETTLE_NOT_SAID);
      g_assert_cmpint (fettle_follow_up_is_open (visit), ==, i < FETTLE_FOLLOW_UP_MOST_ATTEMPTS);
    }
  g_assert_false (fettle_follow_up_store_attempt (shop->connection, id, "Bo", NULL, &error));
  shop_file_expect (error, FETTLE_STORE_ERROR_CONSTRAINT);
  g_assert_false (fettle_follow_up_store_decline (shop->connection, id, "Bo", NULL, &error));
  shop_file_expect (error, FETTLE_STORE_ERROR_CONSTRAINT);
  {
    g_autoptr (GPtrArray) open = fettle_follow_up_store_list (shop->connection, filter, NULL);

    g_assert_cmpuint (open->len, ==, 0);
  }
  shop_assert_sound (shop);
}

static void
test_decline (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) job = hand_over (shop, "Bo", NULL);
  g_autoptr (FettleJob) after = NULL;
  g_autoptr (FettleFollowUpAnswer) late = make_answer (nth (job, 0)->id, 5, 10, NULL);

  g_assert_true (fettle_follow_up_store_decline (shop->connection, nth (job, 0)->id, "Bo", NULL, NULL));
  after = shop_load (shop, job->summary->id);
  g_assert_cmpstr (nth (after, 0)->state, ==, FETTLE_FOLLOW_UP_DECLINED);
  g_assert_cmpint (nth (after, 0)->answered_at, ==, 0);
  /* Whoever did not want to may still change their mind. */
  g_assert_true (fettle_follow_up_store_answer (shop->connection, late, NULL));
}

static void
test_line (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) job = shop_take_in (shop, "Grace", "07700 900123", "Book", "fault");
  g_autoptr (FettleJob) with = NULL;
  g_autoptr (FettleJob) passed = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = job->summary->id, line, request;

  g_assert_null (fettle_job_line (job));
  g_assert_cmpint (fettle_follow_up_store_open_line (shop->connection, id, " ", 0, NULL, NULL, &error), ==, 0);
  g_assert_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_MISSING);
  g_clear_error (&error);
  g_assert_cmpint (fettle_follow_up_store_open_line (shop->connection, id, "Cai", -1, NULL, NULL, NULL), ==, 0);
  line = fettle_follow_up_store_open_line (shop->connection, id, "Cai", 0, "Ada", NULL, &error);
  g_assert_no_error (error);
  request = fettle_follow_up_store_request (shop->connection, id, "hurry", NULL, 0, "Bo", NULL, &error);
  g_assert_no_error (error);
  with = shop_load (shop, id);
  g_assert_cmpint (fettle_job_line (with)->id, ==, line);
  g_assert_cmpstr (fettle_job_line (with)->owner_name, ==, "Cai");
  g_assert_cmpint (fettle_job_line (with)->until, ==, SHOP_NOW + 7 * DAY + 14 * HOUR - HOUR / 60);
  g_assert_cmpstr (nth (with, 1)->owner_name, ==, "Cai");
  g_assert_cmpint (nth (with, 1)->due, ==, SHOP_NOW + DAY + 8 * HOUR);
  g_assert_cmpstr (nth (with, 1)->asked, ==, "hurry");

  g_assert_false (fettle_follow_up_store_close (shop->connection, line, NULL, "Cai", NULL, &error));
  g_assert_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_NOT_ALLOWED);
  g_clear_error (&error);
  g_assert_false (fettle_follow_up_store_close (shop->connection, request, "", "Cai", NULL, &error));
  g_assert_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_MISSING);
  g_clear_error (&error);
  g_assert_true (fettle_follow_up_store_close (shop->connection, request, "by courier", "Cai", NULL, NULL));

  /* The line passes to another; the first is closed by that. */
  g_assert_cmpint (fettle_follow_up_store_open_line (shop->connection, id, "Bo", 2, NULL, NULL, NULL), >, line);
  passed = shop_load (shop, id);
  g_assert_cmpstr (fettle_job_line (passed)->owner_name, ==, "Bo");
  g_assert_cmpstr (nth (passed, 0)->state, ==, FETTLE_FOLLOW_UP_CLOSED);
  shop_assert_sound (shop);
}

static void
test_line_at_hand_over (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) job = hand_over (shop, "Bo", "Ada");

  g_assert_cmpuint (job->follow_ups->len, ==, 2);
  g_assert_cmpstr (fettle_job_line (job)->owner_name, ==, "Ada");
  g_assert_cmpint (shop_last_event (job)->kind, ==, FETTLE_EVENT_HANDED_OVER);
}

/* One is not ended as if it were the other. */
static void
test_kinds_are_kept_apart (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) job = hand_over (shop, "Bo", "Ada");
  gint64 visit = nth (job, 0)->id, line = nth (job, 1)->id;
  g_autoptr (FettleFollowUpAnswer) answer = make_answer (line, 5, 10, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (fettle_follow_up_store_answer (shop->connection, answer, &error));
  shop_file_expect (error, FETTLE_STORE_ERROR_CONSTRAINT);
  g_assert_false (fettle_follow_up_store_attempt (shop->connection, line, NULL, NULL, &error));
  shop_file_expect (error, FETTLE_STORE_ERROR_CONSTRAINT);
  g_assert_false (fettle_follow_up_store_close (shop->connection, visit, "x", NULL, NULL, &error));
  shop_file_expect (error, FETTLE_STORE_ERROR_CONSTRAINT);
  g_assert_false (fettle_follow_up_store_close (shop->connection, 4711, "x", NULL, NULL, &error));
  shop_file_expect (error, FETTLE_STORE_ERROR_NOT_FOUND);
}

static void
test_lists (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) one = hand_over (shop, "Bo", "Ada");
  g_autoptr (FettleJob) two = NULL;
  g_autoptr (FettleFollowUpFilter) filter = fettle_follow_up_filter_new ();
  g_autoptr (GPtrArray) all_open = NULL;
  g_autoptr (GPtrArray) due = NULL;
  g_autoptr (GPtrArray) adas = NULL;
  g_autoptr (GPtrArray) visits = NULL;
  FettleFollowUp *first;

  fettle_clock_set (SHOP_NOW + DAY);
  two = hand_over (shop, "Ada", NULL);
  all_open = fettle_follow_up_store_list (shop->connection, filter, NULL);
  g_assert_cmpuint (all_open->len, ==, 3);
  first = all_open->pdata[0];
  g_assert_cmpint (first->job_id, ==, one->summary->id);
  g_assert_cmpstr (first->customer_name, ==, "Grace");
  g_assert_cmpstr (first->phone, ==, "07700 900123");
  g_assert_cmpstr (first->unit_title, ==, "Tessera Book");
  g_assert_cmpint (first->job_outcome, ==, FETTLE_OUTCOME_REPAIRED);
  filter->due_before = FIRST_DUE + 1;
  due = fettle_follow_up_store_list (shop->connection, filter, NULL);
  g_assert_cmpuint (due->len, ==, 1);
  filter->due_before = 0;
  filter->owner_id = fettle_setup_store_staff_id (shop->connection, "Ada", NULL);
  adas = fettle_follow_up_store_list (shop->connection, filter, NULL);
  g_assert_cmpuint (adas->len, ==, 2);
  filter->kind = g_strdup (FETTLE_FOLLOW_UP_VISIT);
  visits = fettle_follow_up_store_list (shop->connection, filter, NULL);
  g_assert_cmpuint (visits->len, ==, 1);
  g_assert_cmpint (((FettleFollowUp *) visits->pdata[0])->job_id, ==, two->summary->id);
}

/* Of several, the open one that is due first is meant. */
static void
test_find_visit (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleFollowUpRule) rule = fettle_follow_up_rule_new ();
  g_autoptr (FettleJob) open_job = shop_take_in (shop, "Jo", NULL, "Book", "fault");
  g_autoptr (FettleJob) job = NULL;
  g_autoptr (FettleFollowUpAnswer) answer = NULL;
  g_autoptr (GError) error = NULL;

  rule->days = 30;
  rule->active = TRUE;
  g_assert_cmpint (fettle_follow_up_store_save_rule (shop->connection, rule, NULL), >, 0);
  g_assert_cmpint (fettle_follow_up_store_find_visit (shop->connection, open_job->summary->id, &error), ==, 0);
  shop_file_expect (error, FETTLE_STORE_ERROR_NOT_FOUND);
  job = hand_over (shop, "Bo", "Ada");
  g_assert_cmpint (fettle_follow_up_store_find_visit (shop->connection, job->summary->id, NULL), ==, nth (job, 0)->id);
  answer = make_answer (nth (job, 0)->id, 5, 10, NULL);
  g_assert_true (fettle_follow_up_store_answer (shop->connection, answer, NULL));
  g_assert_cmpint (fettle_follow_up_store_find_visit (shop->connection, job->summary->id, NULL), ==, nth (job, 1)->id);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  shop_add ("/follow-up-store/planned", test_planned);
  shop_add ("/follow-up-store/owner", test_owner);
  shop_add ("/follow-up-store/rules", test_rules);
  shop_add ("/follow-up-store/answer-once", test_answer_once);
  shop_add ("/follow-up-store/not-said-is-null", test_not_said_is_null);
  shop_add ("/follow-up-store/attempts", test_attempts);
  shop_add ("/follow-up-store/decline", test_decline);
  shop_add ("/follow-up-store/line", test_line);
  shop_add ("/follow-up-store/line-at-hand-over", test_line_at_hand_over);
  shop_add ("/follow-up-store/kinds-are-kept-apart", test_kinds_are_kept_apart);
  shop_add ("/follow-up-store/lists", test_lists);
  shop_add ("/follow-up-store/find-visit", test_find_visit);
  return g_test_run ();
}
