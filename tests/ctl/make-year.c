/* make-year.c: a shop with a year of jobs, always the same for the same number, made by the store's own functions.
 *
 * make-year FILE JOBS. Every job lives on its own clock: it is taken in, moved, undone, promised, put off, edited,
 * cancelled, taken up again, handed over, comes back, is complained of, as chance has it. Parts and tickets are
 * written as rows. What comes of it is for others to compute.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>

#include "fettle-clock.h"
#include "fettle-connection.h"
#include "fettle-event-store.h"
#include "fettle-follow-up-store.h"
#include "fettle-job-store.h"
#include "fettle-migration.h"
#include "fettle-promise-store.h"
#include "fettle-setup-store.h"
#include "fettle-statement.h"
#include "fettle-transaction.h"

#define SEED 20250101

/* 1 January 2025, midnight in Berlin; the year has 365 days and both changes of the clocks. */
#define BEGINS (G_GINT64_CONSTANT (1735686000) * G_USEC_PER_SEC)
#define YEAR   (365 * FETTLE_DAY)

typedef struct
{
  FettleConnection *connection;
  GRand *rand;
  int n_jobs;
  int n_units;
  gint64 at;
  FettleJob *waiting;
} Maker;

static void
check (gboolean done, GError *error)
{
  if (done)
    return;
  g_printerr ("make-year: %s\n", error != NULL ? error->message : "failed");
  exit (1);
}

static gboolean
chance (Maker *maker, int percent)
{
  return g_rand_int_range (maker->rand, 0, 100) < percent;
}

/* The call comes first: what it says in @error is read after it. */
#define CHECK(done)                                                                                                    \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    gboolean is_done = (done);                                                                                         \
                                                                                                                       \
    check (is_done, error);                                                                                            \
  }                                                                                                                    \
  G_STMT_END

/* Time goes by: short stretches often, long ones now and then, down to the microsecond. */
static void
pass (Maker *maker, gint64 most)
{
  gint64 share = g_rand_int_range (maker->rand, 1, 1000);

  maker->at += most / 1000 * share * share / 1000 + g_rand_int_range (maker->rand, 1, 1000000);
  fettle_clock_set_of_thread (maker->at);
}

static FettleKind
choose_kind (Maker *maker)
{
  int roll = g_rand_int_range (maker->rand, 0, 100);

  return roll < 6    ? FETTLE_KIND_COMPLAINT
         : roll < 12 ? FETTLE_KIND_ENQUIRY
         : roll < 16 ? FETTLE_KIND_RETURN
                     : FETTLE_KIND_REPAIR;
}

static FettleJob *
take_in (Maker *maker, int position)
{
  g_autoptr (FettleIntake) intake = fettle_intake_new ();
  gboolean known = maker->n_units > 0 && chance (maker, 25);
  int unit = known ? g_rand_int_range (maker->rand, MAX (0, maker->n_units - 200), maker->n_units) : maker->n_units++;
  FettleJob *job;
  GError *error = NULL;

  intake->kind = choose_kind (maker);
  if (maker->waiting != NULL)
    intake->customer_id = maker->waiting->customer->id;
  intake->customer_name = g_strdup_printf ("Customer %d", unit);
  if (intake->kind != FETTLE_KIND_ENQUIRY || chance (maker, 50))
    {
      intake->category = g_strdup ("Laptop");
      intake->brand = g_strdup ("Tessera");
      intake->model = g_strdup ("Book 14");
      intake->serial = g_strdup_printf ("SN%08d", unit);
    }
  intake->fault = g_strdup_printf ("Fault %d", position);
  intake->taken_by = g_strdup (position % 2 == 0 ? "Ada" : "Bo");
  if (chance (maker, 60))
    intake->promised_due = maker->at + g_rand_int_range (maker->rand, 1, 12) * FETTLE_DAY / 2;
  job = fettle_job_store_intake (maker->connection, intake, "Counter 1", &error);
  CHECK (job != NULL);
  return job;
}

static void
move (Maker *maker, gint64 job_id, FettleStage to)
{
  g_autoptr (FettleMove) form = fettle_move_new ();
  GError *error = NULL;

  form->job_id = job_id;
  form->to = to;
  form->by = g_strdup ("Bo");
  form->note = g_strdup ("so it is");
  CHECK (fettle_job_store_move (maker->connection, form, &error));
}

static void
maybe_undo (Maker *maker, gint64 job_id, FettleStage to)
{
  GError *error = NULL;

  if (!chance (maker, 5))
    return;
  maker->at += FETTLE_SECOND * 20;
  fettle_clock_set_of_thread (maker->at);
  CHECK (fettle_job_store_undo_move (maker->connection, job_id, "Bo", NULL, &error));
  pass (maker, FETTLE_HOUR);
  move (maker, job_id, to);
}

static void
maybe_revise (Maker *maker, FettleJob *job)
{
  FettlePromise *promise = job->promises->len > 0 ? job->promises->pdata[0] : NULL;
  GError *error = NULL;

  if (promise == NULL || !chance (maker, 30))
    return;
  CHECK (fettle_promise_store_revise (maker->connection, promise->id,
                                      maker->at + g_rand_int_range (maker->rand, 1, 8) * FETTLE_DAY, "part", NULL,
                                      "Ada", NULL, &error));
}

/* Some promises are ended before the job is, some are added, and some of those are not about being ready. */
static void
maybe_promise (Maker *maker, FettleJob *job)
{
  static const FettlePromiseState states[] = { FETTLE_PROMISE_KEPT, FETTLE_PROMISE_BROKEN, FETTLE_PROMISE_WITHDRAWN };
  GError *error = NULL;

  if (job->promises->len > 0 && chance (maker, 12))
    CHECK (fettle_promise_store_end (maker->connection, ((FettlePromise *) job->promises->pdata[0])->id,
                                     states[g_rand_int_range (maker->rand, 0, 3)], NULL, "Ada", NULL, &error));
  if (chance (maker, 20))
    {
      g_autoptr (FettlePromise) promise = fettle_promise_new ();

      promise->job_id = job->summary->id;
      promise->kind = g_strdup (chance (maker, 50) ? "call-back" : "ready");
      promise->text = g_strdup ("as said");
      promise->due = maker->at + g_rand_int_range (maker->rand, 1, 6) * FETTLE_DAY;
      CHECK (fettle_promise_store_add (maker->connection, promise, "Ada", NULL, &error) != 0);
    }
}

static void
append (Maker *maker, gint64 job_id, FettleEventKind kind, gint64 by, const char *key, gint64 id, const char *as)
{
  GError *error = NULL;
  g_autoptr (FettleTransaction) transaction = fettle_transaction_begin (maker->connection, G_STRFUNC, &error);
  g_autoptr (FettleTimeline) timeline = fettle_timeline_open (maker->connection, job_id, &error);
  g_autoptr (FettleDetails) details = fettle_details_new ();

  CHECK (timeline != NULL);
  fettle_timeline_set_author (timeline, by, NULL, maker->at);
  if (key != NULL)
    fettle_details_set_int (details, key, id);
  if (as != NULL)
    fettle_details_set (details, "as", as);
  CHECK (fettle_timeline_append (timeline, kind, FALSE, details, NULL, &error));
  CHECK (fettle_timeline_save (timeline, &error) && fettle_transaction_commit (transaction, &error));
}

static void
work (Maker *maker, FettleJob *job)
{
  gint64 id = job->summary->id;
  GError *error = NULL;

  if (chance (maker, 70))
    {
      pass (maker, FETTLE_DAY);
      move (maker, id, FETTLE_STAGE_DIAGNOSING);
      maybe_undo (maker, id, FETTLE_STAGE_DIAGNOSING);
    }
  else if (chance (maker, 30))
    append (maker, id, FETTLE_EVENT_DIAGNOSED, 1, NULL, 0, NULL);
  if (chance (maker, 35))
    {
      pass (maker, FETTLE_DAY);
      move (maker, id, FETTLE_STAGE_WAITING_APPROVAL);
      maybe_revise (maker, job);
      pass (maker, 6 * FETTLE_DAY);
    }
  if (chance (maker, 30))
    {
      pass (maker, FETTLE_DAY);
      move (maker, id, FETTLE_STAGE_WAITING_PARTS);
      pass (maker, 20 * FETTLE_DAY);
      if (chance (maker, 20))
        CHECK (fettle_job_store_set_clock (maker->connection, id, FETTLE_CLOCK_US, "Bo", NULL, &error));
      pass (maker, 3 * FETTLE_DAY);
    }
  maybe_promise (maker, job);
  pass (maker, 2 * FETTLE_DAY);
  move (maker, id, FETTLE_STAGE_REPAIRING);
  maybe_undo (maker, id, FETTLE_STAGE_REPAIRING);
  if (chance (maker, 60))
    append (maker, id, FETTLE_EVENT_RECHECKED, 2, NULL, 0, NULL);
}

static void
run_row (Maker *maker, const char *sql, gint64 job_id, gint64 at, gint64 other, const char *text, gint64 a, gint64 b)
{
  g_autoptr (FettleStatement) insert = fettle_connection_prepare (maker->connection, sql);
  GError *error = NULL;

  fettle_statement_bind_id (insert, ":job", job_id);
  fettle_statement_bind_int (insert, ":at", at);
  fettle_statement_bind_int (insert, ":other", other);
  fettle_statement_bind_text (insert, ":text", text);
  if (a < 0)
    fettle_statement_bind_null (insert, ":a");
  else
    fettle_statement_bind_int (insert, ":a", a);
  if (b < 0)
    fettle_statement_bind_null (insert, ":b");
  else
    fettle_statement_bind_int (insert, ":b", b);
  CHECK (fettle_statement_run (insert, &error));
}

/* Asked of everyone who was handed something over; not everyone answers, and not everything. */
static void
ask (Maker *maker, gint64 job_id)
{
  g_autoptr (FettleFollowUpAnswer) answer = fettle_follow_up_answer_new ();
  gint64 handed_over_at = maker->at;
  GError *error = NULL;

  answer->follow_up_id = fettle_follow_up_store_find_visit (maker->connection, job_id, &error);
  CHECK (answer->follow_up_id != 0);
  maker->at += g_rand_int_range (maker->rand, 20, 200) * FETTLE_HOUR;
  fettle_clock_set_of_thread (maker->at);
  answer->csat = chance (maker, 80) ? g_rand_int_range (maker->rand, 1, 6) : FETTLE_NOT_SAID;
  answer->nps
      = answer->csat == FETTLE_NOT_SAID || chance (maker, 75) ? g_rand_int_range (maker->rand, 0, 11) : FETTLE_NOT_SAID;
  answer->channel = g_strdup ("phone");
  answer->by = g_strdup ("Ada");
  if (chance (maker, 45))
    CHECK (fettle_follow_up_store_answer (maker->connection, answer, &error));
  else if (chance (maker, 20))
    CHECK (fettle_follow_up_store_decline (maker->connection, answer->follow_up_id, "Ada", NULL, &error));
  maker->at = handed_over_at;
  fettle_clock_set_of_thread (maker->at);
}

static void
hand_over (Maker *maker, gint64 job_id)
{
  static const FettleOutcome outcomes[]
      = { FETTLE_OUTCOME_REPAIRED,       FETTLE_OUTCOME_REPAIRED,       FETTLE_OUTCOME_REPAIRED,
          FETTLE_OUTCOME_NO_FAULT_FOUND, FETTLE_OUTCOME_NOT_REPAIRABLE, FETTLE_OUTCOME_DECLINED };
  g_autoptr (FettleHandOver) form = fettle_hand_over_new ();
  GError *error = NULL;

  form->job_id = job_id;
  form->outcome = outcomes[g_rand_int_range (maker->rand, 0, G_N_ELEMENTS (outcomes))];
  form->by = g_strdup ("Ada");
  form->all_returned = TRUE;
  CHECK (fettle_job_store_hand_over (maker->connection, form, &error));
}

/* Some wait until their next device is ready, and take both. */
static gboolean
waits_for_next (Maker *maker, FettleJob *job)
{
  if (maker->waiting != NULL || !chance (maker, 8))
    return FALSE;
  maker->waiting = g_object_ref (job);
  return TRUE;
}

static void
hand_over_all (Maker *maker, FettleJob *job)
{
  if (maker->waiting != NULL)
    hand_over (maker, maker->waiting->summary->id);
  g_clear_object (&maker->waiting);
  hand_over (maker, job->summary->id);
  ask (maker, job->summary->id);
}

static void
finish (Maker *maker, FettleJob *job)
{
  gint64 id = job->summary->id;
  GError *error = NULL;

  /* Whoever complained is told before it is closed. */
  CHECK (fettle_job_store_say_told (maker->connection, id, "phone", "we look at it", "Ada", NULL, &error));
  if (chance (maker, 6))
    {
      pass (maker, FETTLE_DAY);
      move (maker, id, FETTLE_STAGE_CANCELLED);
      if (chance (maker, 70))
        return;
      pass (maker, 5 * FETTLE_DAY);
      move (maker, id, FETTLE_STAGE_RECEIVED);
    }
  work (maker, job);
  /* Some stay where they are. */
  if (chance (maker, 2))
    return;
  if (chance (maker, 80))
    {
      pass (maker, FETTLE_DAY);
      move (maker, id, FETTLE_STAGE_READY);
      maybe_undo (maker, id, FETTLE_STAGE_READY);
    }
  pass (maker, 10 * FETTLE_DAY);
  if (waits_for_next (maker, job))
    return;
  hand_over_all (maker, job);
  if (chance (maker, 60))
    append (maker, id, FETTLE_EVENT_FED_BACK, 1, NULL, 0, NULL);
}

static void
play_job (Maker *maker, int position)
{
  g_autoptr (FettleJob) job = NULL;

  maker->at = BEGINS + YEAR / maker->n_jobs * position;
  pass (maker, FETTLE_HOUR);
  job = take_in (maker, position);
  if (position > 50 && chance (maker, 3))
    append (maker, job->summary->id, FETTLE_EVENT_LINKED, 1, "job", position - g_rand_int_range (maker->rand, 0, 50),
            chance (maker, 50) ? "comeback" : "complaint");
  finish (maker, job);
  if (chance (maker, 20))
    run_row (maker,
             "INSERT INTO job_part (job_id, name, source, state, at, ordered_at)"
             " SELECT :job, 'Screen', :text, 'fitted', :at, :other WHERE :a IS NULL AND :b IS NULL",
             job->summary->id, maker->at,
             chance (maker, 30) ? maker->at - g_rand_int_range (maker->rand, 1, 20) * FETTLE_DAY : 0,
             chance (maker, 60)   ? "stock"
             : chance (maker, 50) ? "the maker"
                                  : NULL,
             -1, -1);
}

static void
add_tickets (Maker *maker)
{
  GError *error = NULL;

  CHECK (fettle_connection_execute (maker->connection,
                                    "INSERT OR IGNORE INTO queue_class (id, letter, name) VALUES (91, 'Z', 'Test')",
                                    &error));
  for (int i = 0; i < maker->n_jobs / 4; i++)
    {
      gint64 at = BEGINS + YEAR / (maker->n_jobs / 4) * i + 9 * FETTLE_HOUR;

      run_row (maker,
               "INSERT INTO ticket (day, class_id, number, state, issued_at, place, first_called_at, called_at)"
               " SELECT strftime ('%Y-%m-%d', :at / 1000000 + 3600, 'unixepoch'), 91, :a, 'served', :at, :a,"
               " iif (:b < 90, :at + :other, 0), 0 WHERE :job IS NULL AND :text IS NULL",
               0, at, g_rand_int_range (maker->rand, 1, 1800) * FETTLE_SECOND, NULL, i + 1,
               g_rand_int_range (maker->rand, 0, 100));
    }
}

static void
begin_shop (Maker *maker)
{
  static const char *const staff[] = { "Ada", "Bo", NULL };
  g_autoptr (FettleServicePoint) point = fettle_service_point_new ();
  GError *error = NULL;

  fettle_clock_set_of_thread (BEGINS);
  point->name = g_strdup ("A Year");
  point->timezone = g_strdup ("Europe/Berlin");
  point->currency = g_strdup ("EUR");
  point->language = g_strdup ("en");
  CHECK (fettle_setup_store_begin (maker->connection, point, staff, &error));
  CHECK (fettle_connection_execute (maker->connection, "PRAGMA synchronous = OFF", &error));
}

int
main (int argc, char *argv[])
{
  Maker maker = { NULL };
  GError *error = NULL;

  if (argc != 3 || (maker.n_jobs = atoi (argv[2])) < 8)
    return 2;
  maker.connection = fettle_connection_open (argv[1], FETTLE_OPEN_CREATE, &error);
  CHECK (maker.connection != NULL);
  CHECK (fettle_migration_run (maker.connection, &error));
  maker.rand = g_rand_new_with_seed (SEED);
  begin_shop (&maker);
  for (int i = 0; i < maker.n_jobs; i++)
    play_job (&maker, i);
  add_tickets (&maker);
  g_clear_object (&maker.waiting);
  g_rand_free (maker.rand);
  fettle_connection_unref (maker.connection);
  return 0;
}
