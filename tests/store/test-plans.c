/* test-plans.c: no statement of the day reads a whole table, however large the shop has grown.
 *
 * The work of a day is done by the store's own functions; then every statement that was prepared is explained.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "fettle-after-store.h"
#include "fettle-attention-store.h"
#include "fettle-commitment-store.h"
#include "fettle-compensation-store.h"
#include "fettle-cost-store.h"
#include "fettle-customer-figures-store.h"
#include "fettle-draft-store.h"
#include "fettle-follow-up-store.h"
#include "fettle-forecast-store.h"
#include "fettle-ords-store.h"
#include "fettle-queue-store.h"
#include "fettle-suggestion-store.h"
#include "shop.h"

/* Tables that grow with the years, by their names in statements. */
static const char *const growing[] = { "job",
                                       "j",
                                       "event",
                                       "e",
                                       "customer",
                                       "c",
                                       "unit",
                                       "u",
                                       "promise",
                                       "p",
                                       "me",
                                       "other",
                                       "r",
                                       "payment",
                                       "o",
                                       "customer_phone",
                                       "t",
                                       "mine",
                                       "job_text",
                                       "same",
                                       "job_accessory",
                                       "ords_record",
                                       "promise_revision",
                                       "n",
                                       "d",
                                       "compensation",
                                       "claim",
                                       "x",
                                       "f",
                                       "follow_up",
                                       "suggestion",
                                       "k",
                                       "ticket" };

/* Statements that may sort, since what they sort is small whatever the shop: how they begin and why. */
static const struct
{
  const char *part;
  const char *why;
} sorted[] = {
  { "AND j.stage = :stage ORDER BY j.id DESC", "what lies in one stage" },
  { "AND j.stage IN ('received'", "what is open" },
  { "WHERE p.phone_key = :key", "who has one phone number" },
  { "WHERE u.owner_id = :owner", "the things of one customer" },
  { "ORDER BY c.last_job_at DESC LIMIT 50", "others with one phone or one name" },
  { "ORDER BY u.last_job_at DESC", "units of one serial, or of one page of found jobs" },
  { "ORDER BY 11 DESC, 1 DESC LIMIT :limit", "customers of one page of found jobs" },
  { "FROM staff", "the people who work here" },
  { "FROM draft", "forms that somebody has not finished" },
  { "FROM queue_class", "the letters of the alphabet" },
  { "FROM queue_counter", "the counters of a shop" },
  { "FROM ticket WHERE day > :since", "what was served in two weeks" },
  { "WHERE x.job_id = :job ORDER BY x.due_at", "what one job owes" },
  { "FROM commitment", "what a shop publishes" },
  { "FROM opening_hours", "a week" },
  { "FROM closed_day", "the days of a year" },
  { "FROM absence a", "who is away" },
  { "FROM follow_up_rule", "the shop's few rules" },
  { "FROM customer_word", "the shop's few words" },
  { "WHERE j.customer_id = :customer AND k.taken_back_at = 0", "what it cost one customer" },
  { "kind = 'line' AND owner_id IS NOT NULL", "the lines of one job" },
  { "AND working_since <> 0", "what one person holds" },
  { "SELECT DISTINCT job_id FROM event WHERE id > :last", "what was written since the last look" },
};

static FettleJob *
take_promised (Shop *shop, const char *name, const char *phone, const char *serial)
{
  g_autoptr (FettleIntake) intake = shop_intake (name, phone, "Book", "屏幕碎裂, the screen is cracked");

  intake->serial = g_strdup (serial);
  intake->technician = g_strdup ("Bo");
  intake->accessories = g_strsplit ("Charger,Bag", ",", -1);
  intake->promised_due = SHOP_NOW + DAY;
  return shop_take (shop, intake);
}

static void
change_job (Shop *shop, FettleJob *job)
{
  FettleConnection *connection = shop->connection;
  const gint64 id = job->summary->id;
  g_autoptr (FettleJobEdit) edit = fettle_job_edit_new ();

  shop_move (shop, id, FETTLE_STAGE_DIAGNOSING);
  shop_move (shop, id, FETTLE_STAGE_REPAIRING);
  g_assert_true (fettle_job_store_undo_move (connection, id, "Bo", NULL, NULL));
  g_assert_true (fettle_job_store_add_note (connection, id, "looked at", TRUE, "Bo", NULL, NULL));
  g_assert_true (fettle_job_store_assign (connection, id, "Ada", "Bo", NULL, NULL));
  g_assert_true (fettle_job_store_set_clock (connection, id, FETTLE_CLOCK_PART, "Bo", NULL, NULL));
  g_assert_true (fettle_job_store_set_working (connection, id, TRUE, "Ada", NULL, NULL));
  g_assert_true (fettle_job_store_say_printed (connection, id, "job-sheet", "Bo", NULL, NULL));
  g_assert_true (fettle_job_store_say_told (connection, id, "phone", "ready soon", "Bo", NULL, NULL));
  edit->job_id = id;
  edit->kind = FETTLE_KIND_REPAIR;
  edit->fault = g_strdup ("the screen and the hinge");
  edit->accessories = g_strsplit ("Charger,Bag", ",", -1);
  edit->by = g_strdup ("Bo");
  g_assert_true (fettle_job_store_edit (connection, edit, NULL));
}

static void
keep_promises (Shop *shop, FettleJob *job)
{
  FettleConnection *connection = shop->connection;
  g_autoptr (FettlePromise) promise = fettle_promise_new ();
  g_autoptr (GPtrArray) open = fettle_promise_store_list_open (connection, SHOP_NOW + 3 * DAY, 50, NULL);
  gint64 id;

  g_assert_cmpuint (open->len, >, 0);
  promise->job_id = job->summary->id;
  promise->kind = g_strdup ("call-back");
  promise->due = SHOP_NOW + 2 * DAY;
  id = fettle_promise_store_add (connection, promise, "Bo", NULL, NULL);
  g_assert_cmpint (id, !=, 0);
  g_assert_true (fettle_promise_store_revise (connection, id, SHOP_NOW + 3 * DAY, "part", NULL, "Bo", NULL, NULL));
  g_assert_true (fettle_promise_store_end (connection, id, FETTLE_PROMISE_KEPT, NULL, "Bo", NULL, NULL));
}

#define READ(call)                                                                                                     \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autoptr (GError) error = NULL;                                                                                   \
    g_autoptr (GPtrArray) list = call;                                                                                 \
    g_assert_no_error (error);                                                                                         \
    g_assert_nonnull (list);                                                                                           \
  }                                                                                                                    \
  G_STMT_END

/* What it cost the customer, and who came. */
static void
note_costs (Shop *shop, FettleJob *job)
{
  FettleConnection *connection = shop->connection;
  FettlePeriod period = { 20513, 20543 };
  g_autoptr (FettleCost) cost = fettle_cost_new ();
  g_autoptr (FettleCustomerFigures) figures = NULL;
  guint n_all = 0;
  gint64 id;

  cost->job_id = job->summary->id;
  cost->minutes = 30;
  id = fettle_cost_store_add (connection, cost, NULL, NULL);
  g_assert_cmpint (id, !=, 0);
  READ (fettle_cost_store_list (connection, job->summary->customer_id, 50, &error));
  g_assert_true (fettle_cost_store_take_back (connection, id, "Bo", NULL, NULL));
  READ (fettle_customer_store_list_of_word (connection, "segment", "private", 50, &error));
  READ (fettle_customer_store_list_of_word (connection, "referral", "friend", 50, &error));
  figures = fettle_customer_figures_store_compute (connection, period, NULL);
  g_assert_nonnull (figures);
  READ (fettle_customer_figures_store_behind (connection, period, figures->all, 50, &n_all, &error));
}

/* What the shop publishes breaks and is settled, and every list of promises is looked at. */
static void
keep_its_word (Shop *shop, FettleJob *job)
{
  FettleConnection *connection = shop->connection;
  g_autoptr (FettleShop) settings = fettle_setup_store_load (connection, NULL);
  g_autoptr (FettleCalendar) calendar = fettle_shop_make_calendar (settings);
  g_autoptr (FettleCommitment) commitment = fettle_commitment_new ();
  g_autoptr (FettlePromise) promise = NULL;
  g_autoptr (FettleForecast) forecast = NULL;

  commitment->text = g_strdup ("In an hour");
  commitment->kind = g_strdup ("reply");
  commitment->minutes = 60;
  commitment->compensation = g_strdup ("a coffee");
  commitment->active = TRUE;
  commitment->id = fettle_commitment_store_save (connection, commitment, NULL);
  promise = fettle_commitment_store_make_promise (connection, commitment, SHOP_NOW, NULL);
  promise->job_id = job->summary->id;
  promise->id = fettle_promise_store_add (connection, promise, "Bo", NULL, NULL);
  g_assert_cmpint (promise->id, !=, 0);
  g_assert_true (fettle_promise_store_back (connection, promise->id, "PO-1", "Bo", NULL, NULL));
  fettle_clock_set (SHOP_NOW + 3 * HOUR);
  g_assert_cmpint (fettle_compensation_store_sweep (connection, NULL), ==, 1);
  g_assert_true (
      fettle_promise_store_revise (connection, promise->id, SHOP_NOW + 9 * DAY, "carrier", NULL, "Bo", NULL, NULL));
  g_assert_true (fettle_compensation_store_end (connection, 1, NULL, "Bo", NULL, NULL));
  g_assert_true (fettle_claim_store_end (connection, 1, "paid", "Bo", NULL, NULL));
  for (guint view = 0; view < FETTLE_N_PROMISE_VIEWS; view++)
    {
      g_autoptr (FettlePromiseFilter) filter = fettle_promise_filter_new ();

      filter->view = view;
      READ (fettle_promise_store_list (connection, filter, calendar, &error));
    }
  READ (fettle_promise_store_list_habits (connection, calendar, &error));
  for (guint i = 0; i < 4; i++)
    {
      READ (fettle_compensation_store_list (connection, i / 2 * job->summary->id, i % 2, &error));
      READ (fettle_claim_store_list (connection, i / 2 * job->summary->id, i % 2, &error));
    }
  forecast = fettle_forecast_store_suggest (connection, "Laptop", "screen", calendar, SHOP_NOW, NULL);
  g_assert_nonnull (forecast);
  fettle_clock_set (SHOP_NOW);
}

static void
hand_over (Shop *shop, FettleJob *job)
{
  g_autoptr (FettleHandOver) form = fettle_hand_over_new ();
  g_autoptr (GError) error = NULL;

  form->job_id = job->summary->id;
  form->outcome = FETTLE_OUTCOME_REPAIRED;
  form->by = g_strdup ("Ada");
  form->all_returned = TRUE;
  form->paid = 4900;
  form->method = FETTLE_METHOD_CARD;
  fettle_job_store_hand_over (shop->connection, form, &error);
  g_assert_no_error (error);
}

static void
list_jobs (Shop *shop, FettleJob *job)
{
  for (guint i = 0; i < 8; i++)
    {
      g_autoptr (FettleJobFilter) filter = fettle_job_filter_new ();
      g_autoptr (GPtrArray) jobs = NULL;

      filter->stage = i == 1 ? FETTLE_STAGE_READY : i == 7 ? FETTLE_STAGE_HANDED_OVER : FETTLE_STAGE_NONE;
      filter->open_only = i == 2;
      filter->customer_id = i == 3 ? job->customer->id : 0;
      filter->unit_id = i == 4 ? job->unit->id : 0;
      filter->technician_id = i == 5 ? 1 : 0;
      filter->search = i == 6 ? g_strdup ("screen") : NULL;
      jobs = fettle_job_store_list (shop->connection, filter, NULL);
      g_assert_nonnull (jobs);
    }
}

static void
look_at_lists (Shop *shop, FettleJob *job)
{
  FettleConnection *connection = shop->connection;
  g_autoptr (FettleToday) today
      = fettle_board_store_load_today (connection, SHOP_NOW - DAY / 2, SHOP_NOW + DAY / 2, 20, NULL);
  g_autoptr (FettleBench) bench = fettle_board_store_load_bench (connection, 1, NULL);

  g_assert_nonnull (today);
  g_assert_nonnull (bench);
  READ (fettle_board_store_load (connection, 0, NULL, 50, &error));
  READ (fettle_board_store_load (connection, 1, "screen", 50, &error));
  READ (fettle_customer_store_list (connection, NULL, NULL, 0, 50, &error));
  READ (fettle_customer_store_list (connection, "grace", NULL, 0, 50, &error));
  READ (fettle_customer_store_find_duplicates (connection, job->customer->id, &error));
  READ (fettle_unit_store_list (connection, NULL, 0, 50, &error));
  READ (fettle_unit_store_list (connection, "SN-1", 0, 50, &error));
  READ (fettle_unit_store_list_of_owner (connection, job->customer->id, &error));
  READ (fettle_unit_store_find_duplicates (connection, job->unit->id, &error));
  READ (fettle_search_store_find (connection, "屏幕", 0, 50, &error));
  READ (fettle_search_store_find (connection, "cracked 屏", 0, 50, &error));
  READ (fettle_draft_store_list (connection, "intake", &error));
  g_assert_cmpint (fettle_job_store_find (connection, job->summary->number, NULL), ==, job->summary->id);
}

static void
look_at_attention (Shop *shop, FettleJob *job)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleAttentionList) list = fettle_attention_store_list (shop->connection, 0, TRUE, 0, &error);
  gboolean done;

  g_assert_no_error (error);
  g_assert_cmpuint (list->items->len, >, 0);
  done = fettle_attention_store_snooze (shop->connection, ((FettleAttention *) list->items->pdata[0])->key,
                                        SHOP_NOW + HOUR, "later", "Bo", &error);
  g_assert_no_error (error);
  g_assert_true (done);
}

static void
merge (Shop *shop, FettleJob *keep, FettleJob *drop)
{
  g_assert_true (
      fettle_customer_store_merge (shop->connection, keep->customer->id, drop->customer->id, "Ada", NULL, NULL));
  g_assert_true (fettle_unit_store_merge (shop->connection, keep->unit->id, drop->unit->id, "Ada", NULL, NULL));
}

static void
keep_forms (Shop *shop)
{
  FettleConnection *connection = shop->connection;
  gboolean claimed = FALSE;

  g_assert_true (fettle_draft_store_save (connection, "intake", "desk 1", "desk 1", "{}", NULL));
  g_assert_true (fettle_notice_store_claim (connection, "ready:1", SHOP_NOW, &claimed, NULL));
  g_assert_true (fettle_notice_store_later (connection, "ready:1", SHOP_NOW + HOUR, NULL));
  g_assert_true (fettle_draft_store_remove (connection, "intake", "desk 1", NULL));
}

static void
import (Shop *shop)
{
  static const char csv[]
      = "id,data_provider,country,partner_product_category,product_category,product_category_id,brand,"
        "year_of_manufacture,product_age,repair_status,repair_barrier_if_end_of_life,"
        "group_identifier,event_date,problem\n"
        "a_1,A,GBR,Toaster,Toaster,30,Acme,2015,8,Fixed,,G,2023-05-01,no heat\n";
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (csv, -1, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleImportReport) report = fettle_ords_store_import (shop->connection, stream, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (report->imported, ==, 1);
}

/* The customer is asked, complains, and comes back. */
static void
come_after (Shop *shop, FettleJob *job)
{
  FettleConnection *connection = shop->connection;
  g_autoptr (FettleFollowUpFilter) filter = fettle_follow_up_filter_new ();
  g_autoptr (FettleFollowUpAnswer) answer = fettle_follow_up_answer_new ();
  g_autoptr (FettleSuggestion) suggestion = fettle_suggestion_new ();
  g_autoptr (FettleJob) again = NULL;
  const gint64 id = job->summary->id;
  gint64 line, request, idea;

  READ (fettle_follow_up_store_list (connection, filter, &error));
  filter->due_before = SHOP_NOW + 9 * DAY;
  filter->owner_id = 1;
  READ (fettle_follow_up_store_list (connection, filter, &error));
  filter->all = TRUE;
  filter->kind = g_strdup (FETTLE_FOLLOW_UP_VISIT);
  READ (fettle_follow_up_store_list (connection, filter, &error));
  answer->follow_up_id = fettle_follow_up_store_find_visit (connection, id, NULL);
  answer->csat = 2;
  g_assert_true (fettle_follow_up_store_attempt (connection, answer->follow_up_id, "Ada", NULL, NULL));
  g_assert_true (fettle_follow_up_store_answer (connection, answer, NULL));
  line = fettle_follow_up_store_open_line (connection, id, "Ada", 0, NULL, NULL, NULL);
  request = fettle_follow_up_store_request (connection, id, "hurry", NULL, 0, NULL, NULL, NULL);
  g_assert_true (fettle_follow_up_store_close (connection, request, "done", NULL, NULL, NULL));
  g_assert_true (fettle_follow_up_store_close (connection, line, NULL, NULL, NULL, NULL));
  again = take_promised (shop, "李雷", "138 0013 8000", "SN-3");
  g_assert_cmpint (again->summary->about_id, ==, id);
  g_assert_true (fettle_after_store_unlink (connection, again->summary->id, NULL, NULL, NULL));
  g_assert_true (fettle_after_store_link (connection, again->summary->id, id, "visit", NULL, NULL, NULL));
  g_assert_true (fettle_after_store_recheck (connection, id, NULL, "Ada", NULL, NULL));
  g_assert_true (fettle_after_store_feed_back (connection, id, "design", "the hinge", NULL, NULL, NULL));
  suggestion->text = g_strdup ("A chair, please");
  suggestion->job_id = id;
  g_assert_cmpint ((idea = fettle_suggestion_store_add (connection, suggestion, "Ada", NULL, NULL)), >, 0);
  g_assert_cmpint (fettle_suggestion_store_add (connection, suggestion, "Ada", NULL, NULL), >, idea);
  g_assert_true (fettle_suggestion_store_decide (connection, idea, "bought", "Ada", NULL));
  g_assert_true (fettle_suggestion_store_tell (connection, idea, "phone", "Ada", NULL, NULL));
  READ (fettle_suggestion_store_list (connection, TRUE, 50, &error));
  READ (fettle_suggestion_store_list (connection, FALSE, 50, &error));
}

static void
serve_queue (Shop *shop, FettleJob *job)
{
  FettleConnection *connection = shop->connection;
  g_autoptr (FettleTicket) first = fettle_queue_store_take (connection, "A", NULL, NULL, NULL);
  g_autoptr (FettleTicket) second = fettle_queue_store_take (connection, "B", "ill", "Ada", NULL);
  g_autoptr (FettleTicket) called = fettle_queue_store_call (connection, "1", NULL, "Ada", NULL);
  g_autoptr (FettleTicket) parked
      = fettle_queue_store_step (connection, called->id, FETTLE_TICKET_STEP_PARK, NULL, "Ada", NULL);
  g_autoptr (FettleTicket) back
      = fettle_queue_store_step (connection, called->id, FETTLE_TICKET_STEP_RETURN, NULL, "Ada", NULL);
  g_autoptr (FettleTicket) linked = fettle_queue_store_link (connection, called->id, job->summary->id, NULL);
  g_autoptr (FettleTicket) let = fettle_queue_store_give_priority (connection, first->id, "ill", "Ada", NULL);
  g_autoptr (FettleQueueReport) report = fettle_queue_store_report (connection, NULL, NULL);

  g_assert_nonnull (parked);
  g_assert_nonnull (back);
  g_assert_nonnull (linked);
  g_assert_nonnull (let);
  g_assert_cmpint (report->n_taken, ==, 2);
  g_assert_cmpint (fettle_queue_store_find (connection, "B1", NULL, NULL), ==, second->id);
  g_assert_true (fettle_queue_store_close_counter (connection, "1", NULL));
}

static void
work_a_day (Shop *shop)
{
  g_autoptr (FettleJob) one = take_promised (shop, "Grace Hopper", "07700 900123", "SN-1");
  g_autoptr (FettleJob) two = take_promised (shop, "G. Hopper", "07700 900124", "SN-2");
  g_autoptr (FettleJob) three = take_promised (shop, "李雷", "138 0013 8000", "SN-3");

  change_job (shop, one);
  keep_promises (shop, one);
  keep_forms (shop);
  list_jobs (shop, one);
  look_at_lists (shop, one);
  look_at_attention (shop, one);
  shop_move (shop, three->summary->id, FETTLE_STAGE_READY);
  hand_over (shop, three);
  keep_its_word (shop, one);
  note_costs (shop, one);
  come_after (shop, three);
  shop_move (shop, two->summary->id, FETTLE_STAGE_CANCELLED);
  shop_move (shop, two->summary->id, FETTLE_STAGE_RECEIVED);
  merge (shop, one, two);
  import (shop);
  serve_queue (shop, one);
}

/* A walk along an index that a limit ends is as good as a search. */
static gboolean
is_scan (const char *step, const char *sql)
{
  g_auto (GStrv) words = g_strsplit (step, " ", 4);

  if (g_strv_length (words) < 2 || !g_str_equal (words[0], "SCAN") || strstr (step, "VIRTUAL TABLE") != NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (growing); i++)
    if (g_str_equal (words[1], growing[i]))
      return strstr (sql, "LIMIT :limit") == NULL || strstr (step, "USING") == NULL;
  return FALSE;
}

static gboolean
may_sort (const char *sql)
{
  for (guint i = 0; i < G_N_ELEMENTS (sorted); i++)
    if (strstr (sql, sorted[i].part) != NULL)
      return TRUE;
  return FALSE;
}

static void
complain (const char *what, const char *step, const char *sql)
{
  g_test_message ("%s (%s): %s", what, step, sql);
  g_test_fail ();
}

static void
check_plan (Shop *shop, const char *sql)
{
  g_autofree char *plan = fettle_connection_explain (shop->connection, sql);
  g_auto (GStrv) steps = g_strsplit (plan, "\n", -1);

  for (guint i = 0; steps[i] != NULL; i++)
    {
      if (is_scan (steps[i], sql))
        complain ("reads a whole table", steps[i], sql);
      if (strstr (steps[i], "TEMP B-TREE") != NULL && !may_sort (sql))
        complain ("sorts", steps[i], sql);
      if (strstr (steps[i], "AUTOMATIC") != NULL)
        complain ("wants an index", steps[i], sql);
    }
}

static void
test_no_scans (Shop *shop, gconstpointer data)
{
  g_auto (GStrv) asked = NULL;
  guint n_checked = 0;

  work_a_day (shop);
  asked = fettle_connection_list_statements (shop->connection);
  for (guint i = 0; asked[i] != NULL; i++)
    {
      if (strstr (asked[i], "PRAGMA") != NULL || g_str_has_prefix (asked[i], "BEGIN")
          || g_str_equal (asked[i], "COMMIT"))
        continue;
      check_plan (shop, asked[i]);
      n_checked++;
    }
  shop_assert_sound (shop);
  g_test_message ("%u statements", n_checked);
  g_assert_cmpuint (n_checked, >, 60);
}

/* The test itself would see one. */
static void
test_sees_scans (Shop *shop, gconstpointer data)
{
  static const struct
  {
    const char *sql;
    gboolean is_scan;
  } cases[] = {
    { "SELECT fault FROM job WHERE fault = :fault", TRUE },
    { "SELECT j.id FROM job j WHERE j.number = :number", FALSE },
    { "SELECT count(*) FROM event WHERE what = :what", TRUE },
    { "SELECT id FROM job ORDER BY id DESC LIMIT :limit", TRUE },
    { "SELECT id FROM job ORDER BY received_at, id LIMIT :limit", FALSE },
    { "SELECT name FROM staff", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *plan = fettle_connection_explain (shop->connection, cases[i].sql);

      g_test_message ("%s: %s", cases[i].sql, plan);
      g_assert_cmpint (is_scan (plan, cases[i].sql), ==, cases[i].is_scan);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  shop_add ("/plans/no-scans", test_no_scans);
  shop_add ("/plans/sees-scans", test_sees_scans);
  return g_test_run ();
}
