/* test-contact-store.c: contacts, what waits for an answer, devices that are not here yet, and options.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-arrival-store.h"
#include "fettle-contact-store.h"
#include "shop.h"

#include <string.h>

static gint64
write_down (Shop *shop, gint64 job_id, gint64 customer_id, const char *direction, const char *channel, const char *text)
{
  g_autoptr (FettleContact) contact = fettle_contact_new ();
  g_autoptr (GError) error = NULL;
  gint64 id;

  contact->job_id = job_id;
  contact->customer_id = customer_id;
  contact->direction = g_strdup (direction);
  contact->channel = g_strdup (channel);
  contact->text = g_strdup (text);
  contact->by_name = g_strdup ("Ada");
  id = fettle_contact_store_add (shop->connection, contact, "Counter 1", &error);
  g_assert_no_error (error);
  return id;
}

static GPtrArray *
list (Shop *shop, gint64 job_id, gint64 customer_id, gboolean waiting)
{
  g_autoptr (FettleContactFilter) filter = fettle_contact_filter_new ();
  g_autoptr (GError) error = NULL;
  GPtrArray *contacts;

  filter->job_id = job_id;
  filter->customer_id = customer_id;
  filter->waiting = waiting;
  contacts = fettle_contact_store_list (shop->connection, filter, &error);
  g_assert_no_error (error);
  return contacts;
}

static void
test_stays_until_answered (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) job = shop_take_in (shop, "Grace", "030 123456", "Book", "fault");
  g_autoptr (GPtrArray) waiting = NULL;
  g_autoptr (GPtrArray) later = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (FettleJob) told = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = write_down (shop, job->summary->id, 0, "in", "mail", "Is it ready?");

  waiting = list (shop, 0, 0, TRUE);
  g_assert_cmpuint (waiting->len, ==, 1);
  g_assert_cmpint (((FettleContact *) waiting->pdata[0])->customer_id, ==, job->customer->id);
  g_assert_cmpstr (((FettleContact *) waiting->pdata[0])->owner_name, ==, "Ada");
  /* Nothing but an answer takes it off the list: not time, not a closed job, not another word. */
  fettle_clock_set (SHOP_NOW + 400 * DAY);
  shop_move (shop, job->summary->id, FETTLE_STAGE_DIAGNOSING);
  write_down (shop, job->summary->id, 0, "out", "call", "We look at it");
  later = list (shop, 0, 0, TRUE);
  g_assert_cmpuint (later->len, ==, 1);
  g_assert_cmpint (fettle_contact_store_answer (shop->connection, id, "On Friday", NULL, "Bo", NULL, &error), >, 0);
  after = list (shop, 0, 0, TRUE);
  g_assert_cmpuint (after->len, ==, 0);
  told = shop_load (shop, job->summary->id);
  g_assert_cmpuint (told->contacts->len, ==, 3);
  g_assert_cmpstr (((FettleContact *) told->contacts->pdata[0])->answer, ==, "On Friday");
  g_assert_cmpint (shop_last_event (told)->kind, ==, FETTLE_EVENT_CONTACT_ANSWERED);
  g_assert_cmpint (fettle_contact_store_answer (shop->connection, id, "twice", NULL, NULL, NULL, &error), ==, 0);
  shop_file_expect (error, FETTLE_STORE_ERROR_CONFLICT);
  shop_assert_sound (shop);
}

/* The last word to the customer is what went out; what came in is none. */
static void
test_told_at (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) job = shop_take_in (shop, "Grace", NULL, "Book", "fault");
  gint64 id = job->summary->id;
  gint64 asked;

  fettle_clock_set (SHOP_NOW + HOUR);
  asked = write_down (shop, id, 0, "in", "message", "Well?");
  g_assert_cmpint (shop_file_number (shop->connection, "SELECT told_at FROM job"), ==, SHOP_NOW);
  fettle_clock_set (SHOP_NOW + 2 * HOUR);
  write_down (shop, id, 0, "out", "message", "Soon");
  g_assert_cmpint (shop_file_number (shop->connection, "SELECT told_at FROM job"), ==, SHOP_NOW + 2 * HOUR);
  fettle_clock_set (SHOP_NOW + 3 * HOUR);
  g_assert_cmpint (fettle_contact_store_answer (shop->connection, asked, "Today", "call", "Bo", NULL, NULL), >, 0);
  g_assert_cmpint (shop_file_number (shop->connection, "SELECT told_at FROM job"), ==, SHOP_NOW + 3 * HOUR);
  shop_assert_sound (shop);
}

static void
test_reply_days (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) job = shop_take_in (shop, "Grace", NULL, "Book", "fault");
  g_autoptr (GPtrArray) waiting = NULL;
  gint64 first, second;

  g_assert_cmpint (fettle_contact_store_reply_days (shop->connection), ==, 1);
  write_down (shop, job->summary->id, 0, "in", "mail", "one");
  g_assert_true (fettle_contact_store_set_reply_days (shop->connection, 3, NULL));
  g_assert_cmpint (fettle_contact_store_reply_days (shop->connection), ==, 3);
  write_down (shop, job->summary->id, 0, "in", "mail", "two");
  waiting = list (shop, job->summary->id, 0, TRUE);
  g_assert_cmpuint (waiting->len, ==, 2);
  first = ((FettleContact *) waiting->pdata[0])->reply_by;
  second = ((FettleContact *) waiting->pdata[1])->reply_by;
  g_assert_cmpint (first, >, SHOP_NOW);
  g_assert_cmpint (second - first, ==, 2 * DAY);
}

static void
test_without_a_job (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) one = shop_take_in (shop, "Grace Hopper", "030 123456", "Book", "fault");
  g_autoptr (FettleJob) two = shop_take_in (shop, "Alan", "030 777777", "Book", "fault");
  g_autoptr (GPtrArray) of_grace = NULL;
  g_autoptr (GPtrArray) merged = NULL;
  g_autoptr (GError) error = NULL;
  gint64 grace = fettle_contact_store_find_customer (shop->connection, "grace  hopper", &error);

  g_assert_cmpint (grace, ==, one->customer->id);
  g_assert_cmpint (fettle_contact_store_find_customer (shop->connection, "(030) 12 34 56", NULL), ==, grace);
  g_assert_cmpint (fettle_contact_store_find_customer (shop->connection, "Grace", &error), ==, 0);
  shop_file_expect (error, FETTLE_STORE_ERROR_NOT_FOUND);
  write_down (shop, 0, grace, "in", "letter", "Do you buy old machines?");
  write_down (shop, one->summary->id, 0, "out", "call", "ordered");
  write_down (shop, two->summary->id, 0, "out", "call", "ordered, too");
  of_grace = list (shop, 0, grace, FALSE);
  g_assert_cmpuint (of_grace->len, ==, 2);
  /* When two turn out to be one, their contacts are one's. */
  g_assert_true (fettle_customer_store_merge (shop->connection, two->customer->id, grace, "Ada", NULL, &error));
  merged = list (shop, 0, two->customer->id, FALSE);
  g_assert_cmpuint (merged->len, ==, 3);
  shop_assert_sound (shop);
}

static void
test_details_confirmed (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) job = shop_take_in (shop, "Grace", "030 123456", "Book", "fault");
  g_autoptr (FettleContact) contact = fettle_contact_new ();
  g_autoptr (FettleJob) after = NULL;
  g_autoptr (FettleDetails) words = NULL;
  g_autoptr (GError) error = NULL;

  contact->job_id = job->summary->id;
  contact->direction = g_strdup ("in");
  contact->channel = g_strdup ("call");
  contact->text = g_strdup ("asks");
  contact->confirmed = g_strsplit ("email", ",", -1);
  g_assert_cmpint (fettle_contact_store_add (shop->connection, contact, NULL, &error), ==, 0);
  shop_file_expect (error, FETTLE_STORE_ERROR_CONSTRAINT);
  g_assert_cmpint (shop_file_number (shop->connection, "SELECT count (*) FROM contact"), ==, 0);
  g_strfreev (contact->confirmed);
  contact->confirmed = g_strsplit ("phone", ",", -1);
  g_assert_cmpint (fettle_contact_store_add (shop->connection, contact, NULL, &error), >, 0);
  after = shop_load (shop, job->summary->id);
  g_assert_cmpint (shop_last_event (after)->kind, ==, FETTLE_EVENT_DETAILS_CONFIRMED);
  words = fettle_details_parse (shop_last_event (after)->words);
  g_assert_cmpstr (fettle_details_get (words, "phone"), ==, "030 123456");
  shop_assert_sound (shop);
}

static FettleJob *
take_expected (Shop *shop)
{
  g_autoptr (FettleIntake) intake = shop_intake ("Grace", NULL, "Book", "fault");
  FettleNeed *need = fettle_need_new ();

  intake->device_expected = TRUE;
  intake->expected_at = SHOP_NOW + 5 * DAY;
  need->text = g_strdup ("Mainboard");
  need->due = SHOP_NOW + 4 * DAY;
  need->owner_name = g_strdup ("Bo");
  g_ptr_array_add (intake->needs, need);
  return shop_take (shop, intake);
}

static void
test_expected (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) job = take_expected (shop);
  g_autoptr (FettleJob) after = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = job->summary->id;

  g_assert_true (job->summary->device_expected);
  g_assert_cmpint (job->summary->expected_at, ==, SHOP_NOW + 5 * DAY);
  g_assert_cmpint (job->summary->clock, ==, FETTLE_CLOCK_CUSTOMER);
  g_assert_cmpuint (job->needs->len, ==, 1);
  fettle_clock_set (SHOP_NOW + 5 * DAY);
  shop_move (shop, id, FETTLE_STAGE_DIAGNOSING);
  fettle_clock_set (SHOP_NOW + 6 * DAY);
  g_assert_true (fettle_arrival_store_arrive (shop->connection, id, NULL, "Ada", NULL, &error));
  g_assert_no_error (error);
  fettle_clock_set (SHOP_NOW + 8 * DAY);
  after = shop_load (shop, id);
  g_assert_false (after->summary->device_expected);
  g_assert_cmpint (after->summary->clock, ==, FETTLE_CLOCK_US);
  /* Six days it was theirs, two it is ours. */
  g_assert_cmpint (after->time_customer, ==, 6 * DAY);
  g_assert_cmpint (after->time_us, ==, 2 * DAY);
  g_assert_false (fettle_arrival_store_arrive (shop->connection, id, NULL, "Ada", NULL, &error));
  shop_file_expect (error, FETTLE_STORE_ERROR_ALREADY);
  shop_assert_sound (shop);
}

/* Another day with its reason; the day that was stands in the event. */
static void
test_another_day (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) job = take_expected (shop);
  g_autoptr (FettleJob) after = NULL;
  g_autoptr (FettleJob) unknown = NULL;
  g_autoptr (FettleDetails) details = NULL;
  g_autoptr (FettleDetails) words = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = job->summary->id;

  g_assert_true (
      fettle_arrival_store_expect (shop->connection, id, SHOP_NOW + 9 * DAY, "no flight", "Ada", NULL, &error));
  g_assert_no_error (error);
  after = shop_load (shop, id);
  g_assert_cmpint (after->summary->expected_at, ==, SHOP_NOW + 9 * DAY);
  g_assert_true (after->summary->device_expected);
  g_assert_cmpint (shop_last_event (after)->kind, ==, FETTLE_EVENT_DEVICE_EXPECTED);
  g_assert_true (shop_last_event (after)->customer_may_read);
  details = fettle_details_parse (shop_last_event (after)->details);
  words = fettle_details_parse (shop_last_event (after)->words);
  g_assert_cmpint (fettle_details_get_int (details, "was"), ==, SHOP_NOW + 5 * DAY);
  g_assert_cmpstr (fettle_details_get (words, "reason"), ==, "no flight");
  g_assert_true (fettle_arrival_store_expect (shop->connection, id, 0, "will ring", "Ada", NULL, &error));
  unknown = shop_load (shop, id);
  g_assert_cmpint (unknown->summary->expected_at, ==, 0);
  shop_assert_sound (shop);
}

static void
test_days_refused (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) job = take_expected (shop);
  g_autoptr (FettleJob) here = shop_take_in (shop, "Max", NULL, "Book", "fault");
  g_autoptr (FettleJob) cancelled = take_expected (shop);
  const struct
  {
    gint64 job;
    gint64 at;
    const char *reason;
    FettleStoreError code;
  } cases[] = {
    { job->summary->id, SHOP_NOW, "late", FETTLE_STORE_ERROR_CONSTRAINT },
    { job->summary->id, SHOP_NOW + 5 * DAY, "same", FETTLE_STORE_ERROR_CONSTRAINT },
    { job->summary->id, SHOP_NOW + 6 * DAY, " ", FETTLE_STORE_ERROR_CONSTRAINT },
    { job->summary->id, SHOP_NOW + 6 * DAY, NULL, FETTLE_STORE_ERROR_CONSTRAINT },
    { here->summary->id, SHOP_NOW + 6 * DAY, "why", FETTLE_STORE_ERROR_ALREADY },
    { cancelled->summary->id, SHOP_NOW + 6 * DAY, "why", FETTLE_STORE_ERROR_CONSTRAINT },
    { 4711, SHOP_NOW + 6 * DAY, "why", FETTLE_STORE_ERROR_NOT_FOUND },
  };

  shop_move (shop, cancelled->summary->id, FETTLE_STAGE_CANCELLED);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("case %u", i);
      g_assert_false (fettle_arrival_store_expect (shop->connection, cases[i].job, cases[i].at, cases[i].reason, "Ada",
                                                   NULL, &error));
      shop_file_expect (error, cases[i].code);
    }
}

static void
test_needs (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) job = take_expected (shop);
  g_autoptr (FettleNeed) another = fettle_need_new ();
  g_autoptr (GPtrArray) open = NULL;
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GError) error = NULL;
  gint64 first = ((FettleNeed *) job->needs->pdata[0])->id;

  another->job_id = job->summary->id;
  another->text = g_strdup ("Invoice");
  g_assert_cmpint (fettle_arrival_store_add_need (shop->connection, another, "Ada", NULL, &error), >, 0);
  open = fettle_arrival_store_list_needs (shop->connection, 0, &error);
  g_assert_cmpuint (open->len, ==, 2);
  g_assert_cmpstr (((FettleNeed *) open->pdata[0])->owner_name, ==, "Bo");
  g_assert_cmpint (fettle_arrival_store_end_need (shop->connection, first, "Bo", NULL, &error), ==, job->summary->id);
  g_assert_cmpint (fettle_arrival_store_end_need (shop->connection, first, "Bo", NULL, &error), ==, 0);
  shop_file_expect (error, FETTLE_STORE_ERROR_CONFLICT);
  g_assert_cmpint (fettle_arrival_store_end_need (shop->connection, 4711, "Bo", NULL, &error), ==, 0);
  shop_file_expect (error, FETTLE_STORE_ERROR_NOT_FOUND);
  left = fettle_arrival_store_list_needs (shop->connection, 0, &error);
  g_assert_cmpuint (left->len, ==, 1);
  shop_assert_sound (shop);
}

static void
test_options (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) job = shop_take_in (shop, "Grace", NULL, "Book", "fault");
  g_autoptr (FettleJob) after = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = job->summary->id;
  gint64 one = fettle_arrival_store_offer (shop->connection, id, "Take the disk home", "Ada", NULL, &error);
  gint64 two = fettle_arrival_store_offer (shop->connection, id, "Repair here", "Ada", NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (fettle_arrival_store_find_option (shop->connection, id, "REPAIR HERE", NULL), ==, two);
  g_assert_cmpint (fettle_arrival_store_choose (shop->connection, one, "Ada", NULL, &error), ==, id);
  g_assert_cmpint (fettle_arrival_store_choose (shop->connection, two, "Ada", NULL, &error), ==, id);
  g_assert_cmpint (fettle_arrival_store_choose (shop->connection, two, "Ada", NULL, &error), ==, id);
  after = shop_load (shop, id);
  g_assert_cmpuint (after->options->len, ==, 2);
  g_assert_cmpint (((FettleOption *) after->options->pdata[0])->chosen_at, ==, 0);
  g_assert_cmpint (((FettleOption *) after->options->pdata[1])->chosen_at, ==, SHOP_NOW);
  /* Offered twice and chosen twice; the third choice changed nothing. */
  g_assert_cmpuint (after->events->len, ==, 5);
  g_assert_cmpint (fettle_arrival_store_choose (shop->connection, 4711, "Ada", NULL, &error), ==, 0);
  shop_file_expect (error, FETTLE_STORE_ERROR_NOT_FOUND);
  shop_assert_sound (shop);
}

/* Each list is found by an index. */
static void
test_plans (Shop *shop, gconstpointer data)
{
  static const char *const queries[] = {
    "SELECT id FROM contact k WHERE k.job_id = 1 ORDER BY k.at, k.id",
    "SELECT id FROM contact k WHERE k.customer_id = 1 ORDER BY k.at DESC, k.id DESC",
    "SELECT id FROM contact k WHERE k.reply_by <> 0 AND k.answered_at = 0 ORDER BY k.reply_by, k.id LIMIT 10",
    "SELECT id FROM job_need n WHERE n.job_id = 1 ORDER BY n.id",
    "SELECT id FROM job_option WHERE job_id = 1 ORDER BY id",
  };

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autofree char *plan = fettle_connection_explain (shop->connection, queries[i]);

      g_test_message ("%s", plan);
      g_assert_nonnull (strstr (plan, "USING"));
      g_assert_null (strstr (plan, "TEMP B-TREE FOR ORDER BY"));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  shop_add ("/contact-store/stays-until-answered", test_stays_until_answered);
  shop_add ("/contact-store/told-at", test_told_at);
  shop_add ("/contact-store/reply-days", test_reply_days);
  shop_add ("/contact-store/without-a-job", test_without_a_job);
  shop_add ("/contact-store/details-confirmed", test_details_confirmed);
  shop_add ("/contact-store/expected", test_expected);
  shop_add ("/contact-store/another-day", test_another_day);
  shop_add ("/contact-store/days-refused", test_days_refused);
  shop_add ("/contact-store/needs", test_needs);
  shop_add ("/contact-store/options", test_options);
  shop_add ("/contact-store/plans", test_plans);
  return g_test_run ();
}
