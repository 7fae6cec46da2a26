/* test-intake.c: taking a job in: numbers, known customers and units, mistakes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "shop.h"

static void
test_whole (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleIntake) intake = shop_intake ("Grace", "07700 900123, 01632 960001", "Book 14", "屏幕碎裂 broken");
  g_autoptr (FettleJob) job = NULL;
  FettlePromise *promise;
  FettleEvent *first;

  intake->accessories = g_strsplit ("Charger|  |Sleeve", "|", -1);
  intake->condition = g_strdup ("dent");
  intake->serial = g_strdup ("tb-14 0001");
  intake->promised_due = SHOP_NOW + DAY;
  intake->promised_text = g_strdup ("Ready on Tuesday");
  intake->consent = g_strsplit ("diagnose,back-up", ",", -1);
  intake->backup = FETTLE_BACKUP_WANTED;
  intake->need_by = SHOP_NOW + 3 * DAY;
  job = shop_take (shop, intake);

  g_assert_cmpstr (job->summary->number, ==, "2026-000001");
  g_assert_cmpint (job->summary->stage, ==, FETTLE_STAGE_RECEIVED);
  g_assert_cmpint (job->summary->clock, ==, FETTLE_CLOCK_US);
  g_assert_cmpstr (job->summary->unit_title, ==, "Tessera Book 14");
  g_assert_cmpint (job->summary->received_at, ==, SHOP_NOW);
  g_assert_cmpint (job->summary->promised_due, ==, SHOP_NOW + DAY);
  g_assert_cmpint (job->summary->first_due, ==, SHOP_NOW + DAY);
  g_assert_cmpint (job->summary->need_by, ==, SHOP_NOW + 3 * DAY);
  g_assert_cmpuint (job->accessories->len, ==, 2);
  g_assert_cmpstr (job->condition, ==, "dent");
  g_assert_cmpint (job->backup, ==, FETTLE_BACKUP_WANTED);
  g_assert_cmpuint (g_strv_length (job->consent), ==, 2);
  g_assert_cmpstr (job->taken_by, ==, "Ada");
  g_assert_cmpstr (job->customer->name, ==, "Grace");
  g_assert_cmpuint (g_strv_length (job->customer->phones), ==, 2);
  g_assert_cmpstr (job->unit->serial, ==, "tb-14 0001");

  g_assert_cmpuint (job->promises->len, ==, 1);
  promise = job->promises->pdata[0];
  g_assert_cmpstr (promise->text, ==, "Ready on Tuesday");
  g_assert_cmpint (promise->state, ==, FETTLE_PROMISE_OPEN);

  g_assert_cmpuint (job->events->len, ==, 2);
  first = job->events->pdata[0];
  g_assert_cmpint (first->kind, ==, FETTLE_EVENT_RECEIVED);
  g_assert_true (first->customer_may_read);
  g_assert_cmpstr (first->by_name, ==, "Ada");
  g_assert_cmpstr (first->desk, ==, "Counter 1");
  g_assert_null (g_strstr_len (first->details, -1, "Grace"));
  g_assert_null (g_strstr_len (first->details, -1, "broken"));
  g_assert_cmpstr (shop_last_event (job)->hash, ==, job->head_hash);
  shop_assert_sound (shop);
}

static void
test_numbers_of_years (Shop *shop, gconstpointer data)
{
  static const struct
  {
    gint64 at;
    const char *number;
  } cases[] = {
    /* 2025-12-31 23:59:59 and 2026-01-01 00:00:00 in London, which is UTC in winter. */
    { G_GINT64_CONSTANT (1767225599), "2025-000001" },
    { G_GINT64_CONSTANT (1767225600), "2026-000001" },
    { G_GINT64_CONSTANT (1767225601), "2026-000002" },
    { G_GINT64_CONSTANT (1767225598), "2025-000002" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FettleIntake) intake = shop_intake ("Grace", NULL, "Book", "fault");
      g_autoptr (FettleJob) job = NULL;

      intake->received_at = cases[i].at * G_USEC_PER_SEC;
      job = shop_take (shop, intake);
      g_assert_cmpstr (job->summary->number, ==, cases[i].number);
    }
  shop_assert_sound (shop);
}

static void
test_returning_customer (Shop *shop, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *phone;
    gboolean same;
  } cases[] = {
    { "Grace Hopper", "07700900123", TRUE },   { "grace hopper ", "+44 7700 900123", TRUE },
    { NULL, "07700 900 123", TRUE },           { "Vincent Hopper", "07700 900123", FALSE },
    { "Grace Hopper", "07700 900124", FALSE }, { "Grace Hopper", NULL, FALSE },
  };
  g_autoptr (FettleJob) first = shop_take_in (shop, "Grace Hopper", "07700 900123", "Book", "fault");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FettleJob) job = shop_take_in (shop, cases[i].name, cases[i].phone, "Book", "fault");

      if (cases[i].same)
        g_assert_cmpint (job->customer->id, ==, first->customer->id);
      else
        g_assert_cmpint (job->customer->id, !=, first->customer->id);
    }
  {
    g_autoptr (FettleCustomer) grace = fettle_customer_store_load (shop->connection, first->customer->id, NULL);

    g_assert_cmpint (grace->n_jobs, ==, 4);
    g_assert_cmpuint (g_strv_length (grace->phones), ==, 1);
  }
  shop_assert_sound (shop);
}

static void
test_newest_word_counts (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) first = shop_take_in (shop, "Grace", "07700 900123", "Book", "fault");
  g_autoptr (FettleIntake) intake = shop_intake ("Grace", "07700 900123,01632 960002", "Book", "fault");
  g_autoptr (FettleJob) second = NULL;

  intake->email = g_strdup ("grace@example.org");
  intake->customer_id = first->customer->id;
  second = shop_take (shop, intake);
  g_assert_cmpint (second->customer->id, ==, first->customer->id);
  g_assert_cmpstr (second->customer->email, ==, "grace@example.org");
  g_assert_cmpuint (g_strv_length (second->customer->phones), ==, 2);
}

static void
test_known_unit (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleIntake) one = shop_intake ("Grace", NULL, "Book 14", "fault");
  g_autoptr (FettleIntake) two = shop_intake ("Linus", NULL, NULL, "other fault");
  g_autoptr (FettleIntake) three = shop_intake ("Linus", NULL, NULL, "fault");
  g_autoptr (FettleJob) first = NULL;
  g_autoptr (FettleJob) second = NULL;
  g_autoptr (FettleJob) third = NULL;

  one->serial = g_strdup ("PF-1234 ab");
  two->serial = g_strdup ("pf1234AB");
  three->serial = g_strdup ("PF1234AB");
  g_free (three->brand);
  three->brand = g_strdup ("Nimbus");
  first = shop_take (shop, one);
  second = shop_take (shop, two);
  third = shop_take (shop, three);

  g_assert_cmpint (second->unit->id, ==, first->unit->id);
  g_assert_cmpstr (second->unit->model, ==, "Book 14");
  g_assert_cmpint (second->unit->owner_id, ==, second->customer->id);
  g_assert_cmpint (second->unit->n_jobs, ==, 2);
  /* Another maker's thing with the same serial is another thing. */
  g_assert_cmpint (third->unit->id, !=, first->unit->id);
  shop_assert_sound (shop);
}

static void
test_mistakes (Shop *shop, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *phone;
    const char *fault;
    const char *imei;
    gint64 promised;
    gint64 received;
    const char *field;
  } cases[] = {
    { "", NULL, "fault", NULL, 0, 0, "customer.name" },
    { "Grace", "no digits", "fault", NULL, 0, 0, "customer.phones" },
    { "Grace", NULL, "  ", NULL, 0, 0, "fault" },
    { "Grace", NULL, "fault", "490154203237519", 0, 0, "unit.imei" },
    { "Grace", NULL, "fault", NULL, SHOP_NOW - 1, 0, "promised.due" },
    { "Grace", NULL, "fault", NULL, 0, SHOP_NOW + HOUR, "received_at" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FettleIntake) intake = shop_intake (cases[i].name, cases[i].phone, "Book", cases[i].fault);
      g_autoptr (GError) error = NULL;

      intake->imei = g_strdup (cases[i].imei);
      intake->promised_due = cases[i].promised;
      intake->received_at = cases[i].received;
      g_assert_null (fettle_job_store_intake (shop->connection, intake, NULL, &error));
      g_assert_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID);
      g_assert_true (g_str_has_prefix (error->message, cases[i].field));
    }
  g_assert_cmpint (shop_file_number (shop->connection, "SELECT count(*) FROM job"), ==, 0);
  g_assert_cmpint (shop_file_number (shop->connection, "SELECT count(*) FROM customer"), ==, 0);
  g_assert_cmpint (shop_file_number (shop->connection, "SELECT count(*) FROM number_series"), ==, 0);
}

/* A number that was drawn for a job that failed is given to the next. */
static void
test_no_gap_after_failure (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) first = shop_take_in (shop, "Grace", NULL, "Book", "fault");
  g_autoptr (FettleIntake) intake = shop_intake ("Grace", NULL, "Book", "fault");
  g_autoptr (FettleJob) second = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (fettle_connection_execute (shop->connection,
                                            "CREATE TRIGGER broken BEFORE INSERT ON event BEGIN"
                                            " SELECT raise (ABORT, 'no'); END",
                                            NULL));
  g_assert_null (fettle_job_store_intake (shop->connection, intake, NULL, &error));
  g_assert_nonnull (error);
  g_assert_true (fettle_connection_execute (shop->connection, "DROP TRIGGER broken", NULL));
  second = shop_take (shop, intake);
  g_assert_cmpstr (second->summary->number, ==, "2026-000002");
  shop_assert_sound (shop);
}

static void
test_enquiry_has_no_unit (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleIntake) intake = shop_intake ("Grace", NULL, NULL, "Do you repair kettles?");
  g_autoptr (FettleJob) job = NULL;

  g_clear_pointer (&intake->category, g_free);
  g_clear_pointer (&intake->brand, g_free);
  intake->kind = FETTLE_KIND_ENQUIRY;
  job = shop_take (shop, intake);
  g_assert_null (job->unit);
  g_assert_cmpint (job->summary->unit_id, ==, 0);
  g_assert_cmpstr (job->summary->unit_title, ==, "");
  shop_assert_sound (shop);
}

static void
test_unknown_staff_are_added (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleIntake) intake = shop_intake ("Grace", NULL, "Book", "fault");
  g_autoptr (FettleJob) first = NULL;
  g_autoptr (FettleJob) second = NULL;

  g_free (intake->taken_by);
  intake->taken_by = g_strdup ("Zoë");
  first = shop_take (shop, intake);
  g_free (intake->taken_by);
  intake->taken_by = g_strdup (" ZOË ");
  second = shop_take (shop, intake);
  g_assert_cmpint (first->taken_by_id, ==, second->taken_by_id);
  g_assert_cmpint (shop_file_number (shop->connection, "SELECT count(*) FROM staff"), ==, 3);
}

/* The row of a new job is written once, with its promise in it, so it has been saved once. */
static void
test_one_save (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleIntake) intake = shop_intake ("Grace", "07700 900123", "Book 14", "fault");
  g_autoptr (FettleJob) job = NULL;

  intake->promised_due = SHOP_NOW + DAY;
  job = shop_take (shop, intake);
  g_assert_cmpint (job->summary->revision, ==, 1);
  g_assert_cmpuint (job->events->len, ==, 2);
  g_assert_cmpint (job->customer->n_jobs, ==, 1);
  g_assert_cmpint (job->customer->last_job_at, ==, SHOP_NOW);
  g_assert_cmpint (job->unit->n_jobs, ==, 1);
  g_assert_cmpint (job->unit->last_job_at, ==, SHOP_NOW);
  shop_assert_sound (shop);
}

static void
test_number_alone (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleIntake) intake = shop_intake ("Grace", "07700 900123", "Book 14", "fault");
  g_autoptr (FettleIntake) wrong = shop_intake ("Grace", "12", "Book 14", "fault");
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleTakenIn) taken = fettle_job_store_take_in (shop->connection, intake, "Counter 1", &error);
  g_autoptr (FettleJob) job = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (taken->number, ==, "2026-000001");
  job = shop_load (shop, taken->job_id);
  g_assert_cmpstr (job->summary->number, ==, taken->number);
  g_assert_null (fettle_job_store_take_in (shop->connection, wrong, NULL, &error));
  g_assert_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID);
  g_assert_cmpint (shop_file_number (shop->connection, "SELECT count(*) FROM job"), ==, 1);
}

/* Two phones that end alike lead to one customer, and to no second row of theirs. */
static void
test_phones_of_one_key (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleIntake) intake = shop_intake ("Grace", "07700 900123, +44 7700 900123", "Book 14", "fault");
  g_autoptr (FettleJob) first = shop_take (shop, intake);
  g_autoptr (FettleJob) second = shop_take_in (shop, "Grace", "07700900123", "Book 14", "again");
  g_autoptr (GPtrArray) found = fettle_customer_store_find_by_phone (shop->connection, "07700 900123", NULL);

  g_assert_cmpint (first->customer->id, ==, second->customer->id);
  g_assert_cmpint (second->customer->n_jobs, ==, 2);
  g_assert_cmpuint (found->len, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  shop_add ("/intake/whole", test_whole);
  shop_add ("/intake/numbers-of-years", test_numbers_of_years);
  shop_add ("/intake/returning-customer", test_returning_customer);
  shop_add ("/intake/newest-word-counts", test_newest_word_counts);
  shop_add ("/intake/known-unit", test_known_unit);
  shop_add ("/intake/mistakes", test_mistakes);
  shop_add ("/intake/no-gap-after-failure", test_no_gap_after_failure);
  shop_add ("/intake/enquiry-has-no-unit", test_enquiry_has_no_unit);
  shop_add ("/intake/one-save", test_one_save);
  shop_add ("/intake/number-alone", test_number_alone);
  shop_add ("/intake/phones-of-one-key", test_phones_of_one_key);
  shop_add ("/intake/unknown-staff-are-added", test_unknown_staff_are_added);
  return g_test_run ();
}
