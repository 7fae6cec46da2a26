/* test-after-store.c: comebacks and complaints are linked to what they are about, and nobody checks their own work.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-after-store.h"
#include "fettle-contact-store.h"
#include "shop.h"

static FettleJob *
take_unit (Shop *shop, const char *serial)
{
  g_autoptr (FettleIntake) intake = shop_intake ("Grace", "07700 900123", "Book", "fault");

  intake->serial = g_strdup (serial);
  return shop_take (shop, intake);
}

static void
hand_over (Shop *shop, FettleJob *job)
{
  g_autoptr (FettleHandOver) form = fettle_hand_over_new ();
  g_autoptr (GError) error = NULL;

  form->job_id = job->summary->id;
  form->outcome = FETTLE_OUTCOME_REPAIRED;
  form->by = g_strdup ("Ada");
  fettle_job_store_hand_over (shop->connection, form, &error);
  g_assert_no_error (error);
}

static void
test_comeback (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) first = take_unit (shop, "SN-1");
  g_autoptr (FettleJob) open_again = NULL;
  g_autoptr (FettleJob) back = NULL;
  g_autoptr (FettleJob) other = NULL;
  g_autoptr (FettleJob) seen = NULL;

  /* It is still here: this is no comeback. */
  open_again = take_unit (shop, "SN-1");
  g_assert_cmpint (open_again->summary->about_id, ==, 0);
  hand_over (shop, first);
  fettle_clock_set (SHOP_NOW + 20 * DAY);
  back = take_unit (shop, "sn 1");
  other = take_unit (shop, "SN-2");
  g_assert_cmpint (back->summary->about_id, ==, first->summary->id);
  g_assert_cmpstr (back->summary->about_as, ==, "comeback");
  g_assert_cmpstr (back->summary->about_number, ==, first->summary->number);
  g_assert_cmpint (shop_last_event (back)->kind, ==, FETTLE_EVENT_LINKED);
  g_assert_cmpint (other->summary->about_id, ==, 0);
  seen = shop_load (shop, first->summary->id);
  g_assert_cmpuint (seen->about_this->len, ==, 1);
  g_assert_cmpint (((FettleJobSummary *) seen->about_this->pdata[0])->id, ==, back->summary->id);
  shop_assert_sound (shop);
}

/* The last moment of the window is in it, and the shop sets its length. */
static void
test_comeback_days (Shop *shop, gconstpointer data)
{
  static const struct
  {
    int days;
    gint64 after;
    gboolean is_comeback;
  } cases[] = {
    { 90, 90 * DAY, TRUE },  { 90, 90 * DAY + 1, FALSE }, { 30, 30 * DAY, TRUE },
    { 30, 31 * DAY, FALSE }, { 0, HOUR, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *serial = g_strdup_printf ("SN-%u", i);
      g_autoptr (FettleJob) first = NULL;
      g_autoptr (FettleJob) back = NULL;

      fettle_clock_set (SHOP_NOW);
      g_assert_true (fettle_after_store_save_comeback_days (shop->connection, cases[i].days, NULL));
      g_assert_cmpint (fettle_after_store_comeback_days (shop->connection), ==, cases[i].days);
      first = take_unit (shop, serial);
      hand_over (shop, first);
      fettle_clock_set (SHOP_NOW + cases[i].after);
      back = take_unit (shop, serial);
      g_test_message ("case %u", i);
      g_assert_cmpint (back->summary->about_id != 0, ==, cases[i].is_comeback);
    }
  g_assert_false (fettle_after_store_save_comeback_days (shop->connection, -1, NULL));
  g_assert_false (fettle_after_store_save_comeback_days (shop->connection, FETTLE_MOST_COMEBACK_DAYS + 1, NULL));
}

static void
test_said_at_intake (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) first = take_unit (shop, "SN-1");
  g_autoptr (FettleIntake) none = shop_intake ("Grace", "07700 900123", "Book", "fault");
  g_autoptr (FettleIntake) complaint = shop_intake ("Grace", "07700 900123", NULL, "rude");
  g_autoptr (FettleIntake) wrong = shop_intake ("Grace", "07700 900123", NULL, "rude");
  g_autoptr (FettleJob) unlinked = NULL;
  g_autoptr (FettleJob) complained = NULL;
  g_autoptr (GError) error = NULL;

  hand_over (shop, first);
  fettle_clock_set (SHOP_NOW + DAY);
  none->serial = g_strdup ("SN-1");
  none->about = g_strdup ("none");
  unlinked = shop_take (shop, none);
  g_assert_cmpint (unlinked->summary->about_id, ==, 0);
  complaint->kind = FETTLE_KIND_COMPLAINT;
  complaint->about = g_strdup (first->summary->number);
  complained = shop_take (shop, complaint);
  g_assert_cmpstr (complained->summary->about_as, ==, "complaint");
  wrong->about = g_strdup ("2026-009999");
  g_assert_null (fettle_job_store_intake (shop->connection, wrong, NULL, &error));
  shop_file_expect (error, FETTLE_STORE_ERROR_NOT_FOUND);
  shop_assert_sound (shop);
}

static void
test_links (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) first = take_unit (shop, "SN-1");
  g_autoptr (FettleJob) second = NULL;
  g_autoptr (FettleJob) third = NULL;
  g_autoptr (FettleJob) after = NULL;
  g_autoptr (GError) error = NULL;
  FettleConnection *connection = shop->connection;

  fettle_clock_set (SHOP_NOW + HOUR);
  second = take_unit (shop, "SN-2");
  third = take_unit (shop, "SN-3");
#define REFUSED(a, b, as)                                                                                              \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_assert_false (                                                                                                   \
        fettle_after_store_link (connection, (a)->summary->id, (b)->summary->id, as, "Ada", NULL, &error));            \
    g_assert_true (error->domain == FETTLE_MODEL_ERROR);                                                               \
    g_clear_error (&error);                                                                                            \
  }                                                                                                                    \
  G_STMT_END
  REFUSED (first, first, "comeback");
  REFUSED (first, second, "complaint");
  REFUSED (second, first, "comeback");
  REFUSED (second, first, "cousin");
  REFUSED (second, first, NULL);
  g_assert_true (
      fettle_after_store_link (connection, second->summary->id, first->summary->id, "complaint", "Ada", NULL, NULL));
  g_assert_true (
      fettle_after_store_link (connection, third->summary->id, second->summary->id, "visit", "Ada", NULL, NULL));
  REFUSED (second, third, "visit");
  /* Said twice, it is written once. */
  after = shop_load (shop, second->summary->id);
  g_assert_true (
      fettle_after_store_link (connection, second->summary->id, first->summary->id, "complaint", "Ada", NULL, NULL));
  {
    g_autoptr (FettleJob) again = shop_load (shop, second->summary->id);

    g_assert_cmpuint (again->events->len, ==, after->events->len);
  }
  g_assert_true (fettle_after_store_unlink (connection, second->summary->id, "Ada", NULL, NULL));
  g_assert_false (fettle_after_store_unlink (connection, second->summary->id, "Ada", NULL, &error));
  g_assert_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_NOT_ALLOWED);
  shop_assert_sound (shop);
}

static FettleJob *
take_complaint (Shop *shop)
{
  g_autoptr (FettleIntake) intake = shop_intake ("Grace", "07700 900123", NULL, "nobody spoke to me");

  intake->kind = FETTLE_KIND_COMPLAINT;
  return shop_take (shop, intake);
}

static void
test_complaint_is_told (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) told = take_complaint (shop);
  g_autoptr (FettleJob) passed = take_complaint (shop);
  g_autoptr (FettleJob) cancelled = take_complaint (shop);
  g_autoptr (FettleHandOver) form = fettle_hand_over_new ();
  g_autoptr (FettleMove) move = fettle_move_new ();
  g_autoptr (GError) error = NULL;

  form->job_id = told->summary->id;
  form->outcome = FETTLE_OUTCOME_ADVISED;
  form->by = g_strdup ("Ada");
  g_assert_false (fettle_job_store_hand_over (shop->connection, form, &error));
  g_assert_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_NOT_ALLOWED);
  g_clear_error (&error);
  g_assert_true (fettle_job_store_say_told (shop->connection, form->job_id, "phone", "sorry", "Ada", NULL, NULL));
  g_assert_true (fettle_job_store_hand_over (shop->connection, form, NULL));

  form->job_id = passed->summary->id;
  form->override = g_strdup ("moved away");
  g_assert_true (fettle_job_store_hand_over (shop->connection, form, NULL));

  move->job_id = cancelled->summary->id;
  move->to = FETTLE_STAGE_CANCELLED;
  move->note = g_strdup ("no reply");
  g_assert_false (fettle_job_store_move (shop->connection, move, &error));
  g_assert_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_NOT_ALLOWED);
  g_clear_error (&error);
  move->override = g_strdup ("left no number");
  g_assert_false (fettle_job_store_move (shop->connection, move, &error));
  g_assert_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_MISSING);
  move->by = g_strdup ("Ada");
  g_assert_true (fettle_job_store_move (shop->connection, move, NULL));
  shop_assert_sound (shop);
}

static gboolean
recheck (Shop *shop, FettleJob *job, const char *by)
{
  return fettle_after_store_recheck (shop->connection, job->summary->id, "looks good", by, NULL, NULL);
}

/* Whose work it is: the technician, whoever worked at the bench, or else whoever took it to be repaired. */
static void
test_recheck (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) job = shop_take_in (shop, "Grace", NULL, "Book", "fault");
  g_autoptr (FettleJob) bench = shop_take_in (shop, "Grace", NULL, "Book", "fault");
  g_autoptr (FettleJob) after = NULL;
  FettleLeaks missing = FETTLE_LEAK_NONE;

  g_assert_false (recheck (shop, job, "Ada"));
  shop_move (shop, job->summary->id, FETTLE_STAGE_REPAIRING);
  g_assert_false (recheck (shop, job, "bo"));
  g_assert_true (recheck (shop, job, "Ada"));
  hand_over (shop, job);
  after = shop_load (shop, job->summary->id);
  g_assert_cmpstr (after->rechecked_by, ==, "Ada");
  g_assert_cmpint (fettle_job_leaks (after, &missing) & FETTLE_LEAK_RECHECKED, !=, 0);
  g_assert_cmpint (missing, ==, FETTLE_LEAK_FED_BACK);

  g_assert_true (fettle_job_store_assign (shop->connection, bench->summary->id, "Ada", "Ada", NULL, NULL));
  shop_move (shop, bench->summary->id, FETTLE_STAGE_REPAIRING);
  g_assert_true (fettle_job_store_set_working (shop->connection, bench->summary->id, TRUE, "Cai", NULL, NULL));
  g_assert_false (recheck (shop, bench, "Ada"));
  g_assert_false (recheck (shop, bench, "Cai"));
  g_assert_false (recheck (shop, bench, NULL));
  g_assert_true (recheck (shop, bench, "Bo"));
  shop_assert_sound (shop);
}

static void
test_feed_back (Shop *shop, gconstpointer data)
{
  static const struct
  {
    const char *whom;
    const char *text;
    gboolean done;
  } cases[] = {
    { "design", "the hinge", TRUE }, { "Tessera", "the hinge", TRUE },
    { "", "the hinge", FALSE },      { "design", " ", FALSE },
    { NULL, NULL, FALSE },
  };
  g_autoptr (FettleJob) job = shop_take_in (shop, "Grace", NULL, "Book", "fault");
  g_autoptr (FettleJob) after = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (fettle_after_store_feed_back (shop->connection, job->summary->id, cases[i].whom, cases[i].text,
                                                   "Ada", NULL, NULL),
                     ==, cases[i].done);
  after = shop_load (shop, job->summary->id);
  g_assert_cmpint (after->fed_back_at, ==, SHOP_NOW);
  g_assert_cmpuint (after->events->len, ==, job->events->len + 2);
  g_assert_false (shop_last_event (after)->customer_may_read);
  shop_assert_sound (shop);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  shop_add ("/after-store/comeback", test_comeback);
  shop_add ("/after-store/comeback-days", test_comeback_days);
  shop_add ("/after-store/said-at-intake", test_said_at_intake);
  shop_add ("/after-store/links", test_links);
  shop_add ("/after-store/complaint-is-told", test_complaint_is_told);
  shop_add ("/after-store/recheck", test_recheck);
  shop_add ("/after-store/feed-back", test_feed_back);
  return g_test_run ();
}
