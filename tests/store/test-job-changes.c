/* test-job-changes.c: moves, their undoing, hand-over, corrections and who was first.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "shop.h"

static const char *
word (FettleEvent *event, const char *key)
{
  static char text[200];
  g_autoptr (FettleDetails) words = fettle_details_parse (event->words);

  g_strlcpy (text, fettle_details_get (words, key) != NULL ? fettle_details_get (words, key) : "", sizeof text);
  return text;
}

static void
test_moves (Shop *shop, gconstpointer data)
{
  static const struct
  {
    FettleStage to;
    FettleClockHolder clock;
  } way[] = {
    { FETTLE_STAGE_DIAGNOSING, FETTLE_CLOCK_US },      { FETTLE_STAGE_WAITING_APPROVAL, FETTLE_CLOCK_CUSTOMER },
    { FETTLE_STAGE_WAITING_PARTS, FETTLE_CLOCK_PART }, { FETTLE_STAGE_REPAIRING, FETTLE_CLOCK_US },
    { FETTLE_STAGE_CHECKING, FETTLE_CLOCK_US },        { FETTLE_STAGE_READY, FETTLE_CLOCK_CUSTOMER },
    { FETTLE_STAGE_REPAIRING, FETTLE_CLOCK_US },       { FETTLE_STAGE_CANCELLED, FETTLE_CLOCK_NONE },
    { FETTLE_STAGE_RECEIVED, FETTLE_CLOCK_US },
  };
  g_autoptr (FettleJob) job = shop_take_in (shop, "Grace", NULL, "Book", "fault");
  gint64 id = job->summary->id;

  for (guint i = 0; i < G_N_ELEMENTS (way); i++)
    {
      fettle_clock_set (SHOP_NOW + (i + 1) * HOUR);
      shop_move (shop, id, way[i].to);
      g_set_object (&job, NULL);
      job = shop_load (shop, id);
      g_assert_cmpint (job->summary->stage, ==, way[i].to);
      g_assert_cmpint (job->summary->clock, ==, way[i].clock);
      g_assert_cmpint (job->summary->stage_since, ==, SHOP_NOW + (gint64) (i + 1) * HOUR);
    }
  /* received 1, diagnosing 1, repairing 1 + 1, checking 1 with us; one hour each for the part; two for the customer */
  g_assert_cmpint (job->time_us, ==, 5 * HOUR);
  g_assert_cmpint (job->time_part, ==, HOUR);
  g_assert_cmpint (job->time_customer, ==, 2 * HOUR);
  shop_assert_sound (shop);
}

static void
test_moves_refused (Shop *shop, gconstpointer data)
{
  static const FettleStage refused[] = { FETTLE_STAGE_NONE, FETTLE_STAGE_RECEIVED, FETTLE_STAGE_HANDED_OVER };
  g_autoptr (FettleJob) job = shop_take_in (shop, "Grace", NULL, "Book", "fault");

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (FettleMove) move = fettle_move_new ();
      g_autoptr (GError) error = NULL;

      move->job_id = job->summary->id;
      move->to = refused[i];
      g_assert_false (fettle_job_store_move (shop->connection, move, &error));
      g_assert_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_NOT_ALLOWED);
    }
  g_assert_cmpint (shop_file_number (shop->connection, "SELECT count(*) FROM event"), ==, 1);
}

static void
test_undo (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleIntake) intake = shop_intake ("Grace", NULL, "Book", "fault");
  g_autoptr (FettleJob) job = NULL;
  g_autoptr (FettleJob) after = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  intake->promised_due = SHOP_NOW + DAY;
  job = shop_take (shop, intake);
  id = job->summary->id;
  fettle_clock_set (SHOP_NOW + HOUR);
  shop_move (shop, id, FETTLE_STAGE_CANCELLED);
  g_assert_cmpint (shop_file_number (shop->connection, "SELECT count(*) FROM promise WHERE state = 'withdrawn'"), ==,
                   1);

  fettle_clock_set (SHOP_NOW + HOUR + 9 * G_USEC_PER_SEC);
  g_assert_true (fettle_job_store_undo_move (shop->connection, id, "Bo", NULL, &error));
  after = shop_load (shop, id);
  g_assert_cmpint (after->summary->stage, ==, FETTLE_STAGE_RECEIVED);
  g_assert_cmpint (after->summary->stage_since, ==, SHOP_NOW);
  g_assert_cmpint (after->summary->promised_due, ==, SHOP_NOW + DAY);
  g_assert_cmpint (((FettlePromise *) after->promises->pdata[0])->state, ==, FETTLE_PROMISE_OPEN);
  g_assert_cmpint (shop_last_event (after)->seq, >, 3);

  g_assert_false (fettle_job_store_undo_move (shop->connection, id, "Bo", NULL, &error));
  shop_file_expect (error, FETTLE_STORE_ERROR_NOT_FOUND);
  shop_move (shop, id, FETTLE_STAGE_DIAGNOSING);
  fettle_clock_set (SHOP_NOW + 2 * HOUR);
  g_assert_false (fettle_job_store_undo_move (shop->connection, id, "Bo", NULL, &error));
  shop_file_expect (error, FETTLE_STORE_ERROR_NOT_FOUND);
  shop_assert_sound (shop);
}

/* Two desks have the same card before them: the second is told, and nothing is lost. */
static void
test_second_desk_is_told (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) job = shop_take_in (shop, "Grace", NULL, "Book", "fault");
  g_autoptr (FettleMove) move = fettle_move_new ();
  g_autoptr (FettleJobEdit) edit = fettle_job_edit_new ();
  g_autoptr (GError) error = NULL;

  shop_move (shop, job->summary->id, FETTLE_STAGE_DIAGNOSING);
  move->job_id = job->summary->id;
  move->revision = job->summary->revision;
  move->to = FETTLE_STAGE_READY;
  g_assert_false (fettle_job_store_move (shop->connection, move, &error));
  shop_file_expect (error, FETTLE_STORE_ERROR_CONFLICT);

  edit->job_id = job->summary->id;
  edit->revision = job->summary->revision;
  edit->kind = FETTLE_KIND_REPAIR;
  edit->fault = g_strdup ("another");
  g_assert_false (fettle_job_store_edit (shop->connection, edit, &error));
  shop_file_expect (error, FETTLE_STORE_ERROR_CONFLICT);
  shop_assert_sound (shop);
}

static FettleJob *
take_with_accessories (Shop *shop)
{
  g_autoptr (FettleIntake) intake = shop_intake ("Grace", NULL, "Book", "fault");

  intake->accessories = g_strsplit ("Charger,Sleeve", ",", -1);
  intake->promised_due = SHOP_NOW + 2 * HOUR;
  return shop_take (shop, intake);
}

typedef struct
{
  const char *what;
  FettleOutcome outcome;
  gboolean all;
  const char *returned;
  const char *override;
  const char *by;
  gint64 paid;
  FettlePaymentMethod method;
  gboolean passes;
} HandOverCase;

static const HandOverCase hand_over_cases[] = {
  { "no outcome", FETTLE_OUTCOME_NONE, TRUE, NULL, NULL, "Ada", 0, 0, FALSE },
  { "accessories forgotten", FETTLE_OUTCOME_REPAIRED, FALSE, NULL, NULL, "Ada", 0, 0, FALSE },
  { "one forgotten", FETTLE_OUTCOME_REPAIRED, FALSE, "Charger", NULL, "Ada", 0, 0, FALSE },
  { "what did not come", FETTLE_OUTCOME_REPAIRED, FALSE, "Charger,Sleeve,Mouse", NULL, "Ada", 0, 0, FALSE },
  { "a reason of nobody", FETTLE_OUTCOME_REPAIRED, FALSE, "Charger", "lost", NULL, 0, 0, FALSE },
  { "no method", FETTLE_OUTCOME_REPAIRED, TRUE, NULL, NULL, "Ada", 100, 0, FALSE },
  { "less than nothing", FETTLE_OUTCOME_REPAIRED, TRUE, NULL, NULL, "Ada", -1, FETTLE_METHOD_CASH, FALSE },
  { "all back", FETTLE_OUTCOME_REPAIRED, TRUE, NULL, NULL, "Ada", 0, 0, TRUE },
  { "by name", FETTLE_OUTCOME_DECLINED, FALSE, "charger, SLEEVE ", NULL, "Ada", 0, 0, TRUE },
  { "a named reason", FETTLE_OUTCOME_REPAIRED, FALSE, "Charger", "Sleeve comes by post", "Ada", 0, 0, TRUE },
  { "paid", FETTLE_OUTCOME_PARTLY_REPAIRED, TRUE, NULL, NULL, "Ada", 12345, FETTLE_METHOD_CARD, TRUE },
};

static void
hand_over_case (Shop *shop, const HandOverCase *c)
{
  g_autoptr (FettleJob) job = take_with_accessories (shop);
  g_autoptr (FettleJob) after = NULL;
  g_autoptr (FettleHandOver) form = fettle_hand_over_new ();
  g_autoptr (GError) error = NULL;
  gboolean done;

  form->job_id = job->summary->id;
  form->outcome = c->outcome;
  form->all_returned = c->all;
  form->returned = c->returned != NULL ? g_strsplit (c->returned, ",", -1) : NULL;
  form->override = g_strdup (c->override);
  form->by = g_strdup (c->by);
  form->paid = c->paid;
  form->method = c->method;
  done = fettle_job_store_hand_over (shop->connection, form, &error);
  g_test_message ("%s: %s", c->what, error != NULL ? error->message : "done");
  g_assert_cmpint (done, ==, c->passes);
  after = shop_load (shop, job->summary->id);
  if (!c->passes)
    {
      g_assert_true (fettle_record_equal (job->summary, after->summary));
      g_assert_cmpuint (after->events->len, ==, job->events->len);
      return;
    }
  g_assert_cmpint (after->summary->stage, ==, FETTLE_STAGE_HANDED_OVER);
  g_assert_cmpint (after->summary->outcome, ==, c->outcome);
  g_assert_cmpint (after->summary->clock, ==, FETTLE_CLOCK_NONE);
  g_assert_cmpstr (after->collected_by, ==, "Grace");
  g_assert_cmpuint (after->payments->len, ==, c->paid > 0 ? 1 : 0);
  g_assert_cmpint (((FettlePromise *) after->promises->pdata[0])->state, ==, FETTLE_PROMISE_KEPT);
  if (c->override != NULL)
    {
      g_assert_cmpstr (word (shop_last_event (after), "reason"), ==, c->override);
      g_assert_cmpstr (shop_last_event (after)->by_name, ==, c->by);
    }
}

static void
test_hand_over (Shop *shop, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (hand_over_cases); i++)
    hand_over_case (shop, &hand_over_cases[i]);
  shop_assert_sound (shop);
}

static void
test_not_twice (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) job = shop_take_in (shop, "Grace", NULL, "Book", "fault");
  g_autoptr (FettleHandOver) form = fettle_hand_over_new ();
  g_autoptr (GError) error = NULL;

  form->job_id = job->summary->id;
  form->outcome = FETTLE_OUTCOME_ADVISED;
  g_assert_true (fettle_job_store_hand_over (shop->connection, form, &error));
  g_assert_false (fettle_job_store_hand_over (shop->connection, form, &error));
  g_assert_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_NOT_ALLOWED);
}

static void
test_edit_keeps_history (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) job = take_with_accessories (shop);
  g_autoptr (FettleJobEdit) edit = fettle_job_edit_new ();
  g_autoptr (FettleJob) after = NULL;
  g_autoptr (GError) error = NULL;

  edit->job_id = job->summary->id;
  edit->revision = job->summary->revision;
  edit->kind = FETTLE_KIND_EXCHANGE;
  edit->fault = g_strdup ("It was the fan");
  edit->condition = g_strdup ("opened before");
  edit->accessories = g_strsplit ("Charger,Mouse", ",", -1);
  edit->by = g_strdup ("Bo");
  fettle_job_store_edit (shop->connection, edit, &error);
  g_assert_no_error (error);
  after = shop_load (shop, job->summary->id);
  g_assert_cmpstr (after->summary->fault, ==, "It was the fan");
  g_assert_cmpint (after->summary->kind, ==, FETTLE_KIND_EXCHANGE);
  g_assert_cmpstr (after->condition, ==, "opened before");
  g_assert_cmpuint (after->accessories->len, ==, 2);
  g_assert_cmpstr (((FettleAccessory *) after->accessories->pdata[1])->name, ==, "Mouse");
  g_assert_cmpstr (word (shop_last_event (after), "fault.was"), ==, "fault");
  g_assert_cmpstr (word (shop_last_event (after), "accessories.was"), ==, "Charger, Sleeve");

  /* The same again changes nothing and says nothing. */
  edit->revision = after->summary->revision;
  fettle_job_store_edit (shop->connection, edit, &error);
  g_assert_no_error (error);
  g_assert_cmpint (shop_file_number (shop->connection, "SELECT count(*) FROM event WHERE what = 'edited'"), ==, 1);
  shop_assert_sound (shop);
}

static void
test_bench (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) job = shop_take_in (shop, "Grace", NULL, "Book", "fault");
  g_autoptr (FettleJob) after = NULL;
  g_autoptr (FettleBench) bench = NULL;
  gint64 id = job->summary->id;
  gint64 bo = fettle_setup_store_staff_id (shop->connection, "Bo", NULL);

  g_assert_true (fettle_job_store_assign (shop->connection, id, "Bo", "Bo", NULL, NULL));
  g_assert_true (fettle_job_store_assign (shop->connection, id, "bo", "Bo", NULL, NULL));
  g_assert_true (fettle_job_store_set_working (shop->connection, id, TRUE, "Bo", NULL, NULL));
  g_assert_true (fettle_job_store_set_working (shop->connection, id, TRUE, "Bo", NULL, NULL));
  bench = fettle_board_store_load_bench (shop->connection, bo, NULL);
  g_assert_cmpuint (bench->mine->len, ==, 1);
  g_assert_cmpuint (bench->next->len, ==, 0);
  g_assert_nonnull (bench->current);
  fettle_clock_set (SHOP_NOW + HOUR / 2);
  g_assert_true (fettle_job_store_set_working (shop->connection, id, FALSE, "Bo", NULL, NULL));
  fettle_clock_set (SHOP_NOW + HOUR);
  g_assert_true (fettle_job_store_set_working (shop->connection, id, TRUE, "Bo", NULL, NULL));
  fettle_clock_set (SHOP_NOW + HOUR + HOUR / 4);
  /* Closing a job ends the work on it. */
  shop_move (shop, id, FETTLE_STAGE_CANCELLED);
  after = shop_load (shop, id);
  g_assert_cmpint (after->work_time, ==, HOUR * 3 / 4);
  g_assert_cmpint (after->working_since, ==, 0);
  g_assert_cmpint (shop_file_number (shop->connection, "SELECT count(*) FROM event WHERE what = 'assigned'"), ==, 1);
  shop_assert_sound (shop);
}

static void
test_small_entries (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) job = shop_take_in (shop, "Grace", NULL, "Book", "fault");
  g_autoptr (FettleJob) after = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = job->summary->id;
  guint told = 0, secret = 0;

  g_assert_true (fettle_job_store_add_note (shop->connection, id, "only for us", FALSE, "Bo", NULL, NULL));
  g_assert_true (fettle_job_store_add_note (shop->connection, id, "for you", TRUE, "Bo", NULL, NULL));
  g_assert_true (fettle_job_store_say_printed (shop->connection, id, "job-sheet", "Ada", NULL, NULL));
  g_assert_true (fettle_job_store_say_told (shop->connection, id, "phone", "is ready", "Ada", NULL, NULL));
  g_assert_true (fettle_job_store_set_clock (shop->connection, id, FETTLE_CLOCK_CUSTOMER, "Ada", NULL, NULL));
  g_assert_false (fettle_job_store_add_note (shop->connection, id, " ", TRUE, "Bo", NULL, &error));
  g_assert_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_MISSING);
  after = shop_load (shop, id);
  for (guint i = 0; i < after->events->len; i++)
    {
      FettleEvent *event = after->events->pdata[i];

      told += event->kind == FETTLE_EVENT_CUSTOMER_TOLD;
      secret += event->kind == FETTLE_EVENT_NOTED && !event->customer_may_read;
    }
  g_assert_cmpuint (told, ==, 1);
  g_assert_cmpuint (secret, ==, 1);
  g_assert_cmpint (after->summary->clock, ==, FETTLE_CLOCK_CUSTOMER);
  shop_assert_sound (shop);
}

static void
test_timeline_is_only_appended_to (Shop *shop, gconstpointer data)
{
  static const char *const refused[] = {
    "DELETE FROM event",
    "UPDATE event SET at = at + 1",
    "UPDATE event SET words = '{\"fault\":\"other\"}'",
    "UPDATE event SET details = '{}', hash = 'x'",
    "UPDATE event SET customer_may_read = 0",
  };
  g_autoptr (FettleJob) job = shop_take_in (shop, "Grace", NULL, "Book", "fault");

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (fettle_connection_execute (shop->connection, refused[i], &error));
      shop_file_expect (error, FETTLE_STORE_ERROR_CONSTRAINT);
    }
  /* Erasing words is the one thing that is allowed, and the chain holds. */
  g_assert_true (fettle_connection_execute (shop->connection, "UPDATE event SET words = NULL, salt = NULL", NULL));
  shop_assert_sound (shop);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  shop_add ("/job-changes/moves", test_moves);
  shop_add ("/job-changes/moves-refused", test_moves_refused);
  shop_add ("/job-changes/undo", test_undo);
  shop_add ("/job-changes/second-desk-is-told", test_second_desk_is_told);
  shop_add ("/job-changes/hand-over", test_hand_over);
  shop_add ("/job-changes/not-twice", test_not_twice);
  shop_add ("/job-changes/edit-keeps-history", test_edit_keeps_history);
  shop_add ("/job-changes/bench", test_bench);
  shop_add ("/job-changes/small-entries", test_small_entries);
  shop_add ("/job-changes/timeline-is-only-appended-to", test_timeline_is_only_appended_to);
  return g_test_run ();
}
