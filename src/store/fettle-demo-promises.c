/* fettle-demo-promises.c: what the demonstration shop publishes, and promises that need something.
 *
 * One published commitment that a carrier broke, so that something is owed and claimed; a part that nobody has ordered
 * yet, and one that was; and somebody who is away from tomorrow on.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-demo-promises.h"

#include "fettle-demo-text.h"

#include "fettle-absence-store.h"
#include "fettle-clock.h"
#include "fettle-commitment-store.h"
#include "fettle-compensation-store.h"
#include "fettle-job-store.h"
#include "fettle-promise-store.h"
#include "fettle-setup-store.h"
#include "fettle-statement.h"

/* The oldest or the newest job in a stage that was here at @before already; 0 where there is none. */
static gint64
find_job (FettleConnection *connection, const char *stage, gint64 before, int nth)
{
  g_autoptr (FettleStatement) row = fettle_connection_prepare (
      connection, "SELECT id FROM job WHERE stage = :stage AND received_at < :before ORDER BY received_at"
                  " LIMIT 1 OFFSET :nth");

  fettle_statement_bind_text (row, ":stage", stage);
  fettle_statement_bind_int (row, ":before", before);
  fettle_statement_bind_int (row, ":nth", nth);
  return fettle_statement_step (row, NULL) == FETTLE_STEP_ROW ? fettle_statement_int (row, 0) : 0;
}

static gint64
publish (FettleConnection *connection, GError **error)
{
  g_autoptr (FettleShop) shop = fettle_setup_store_load (connection, error);
  g_autoptr (FettleCommitment) commitment = fettle_commitment_new ();

  if (shop == NULL)
    return 0;
  commitment->text = g_strdup (fettle_demo_text ("Ready in 3 working days or the express fee back"));
  commitment->kind = g_strdup ("ready");
  commitment->days = 3;
  commitment->compensation = g_strdup (fettle_demo_text ("the express fee"));
  commitment->amount = 1500;
  commitment->currency = g_strdup (shop->service_point->currency);
  commitment->active = TRUE;
  return fettle_commitment_store_save (connection, commitment, error);
}

/* A camera that came by post a week ago, with what is published. */
static gint64
take_in (FettleConnection *connection, gint64 commitment_id, gint64 at, GError **error)
{
  g_autoptr (FettleIntake) intake = fettle_intake_new ();
  g_autoptr (FettleMove) move = fettle_move_new ();
  g_autoptr (FettleJob) job = NULL;

  fettle_clock_set_of_thread (at);
  intake->customer_name = g_strdup (fettle_demo_text ("Nora Whitfield"));
  intake->phones = g_strsplit ("07700 900177", ",", -1);
  intake->category = g_strdup ("Digital compact camera");
  intake->brand = g_strdup ("Lumen");
  intake->model = g_strdup ("L30");
  intake->kind = FETTLE_KIND_MAIL_IN;
  intake->fault = g_strdup (fettle_demo_text ("The shutter sticks now and then"));
  intake->taken_by = g_strdup (fettle_demo_text ("Ines"));
  intake->received_at = at;
  intake->commitment = g_strdup_printf ("%" G_GINT64_FORMAT, commitment_id);
  job = fettle_job_store_intake (connection, intake, fettle_demo_text ("Counter 1"), error);
  if (job == NULL)
    return 0;
  fettle_clock_set_of_thread (at + FETTLE_HOUR);
  move->job_id = job->summary->id;
  move->to = FETTLE_STAGE_WAITING_PARTS;
  move->by = g_strdup (fettle_demo_text ("Jonas"));
  move->note = g_strdup (fettle_demo_text ("Shutter ordered"));
  return fettle_job_store_move (connection, move, error) ? ((FettlePromise *) job->promises->pdata[0])->id : 0;
}

static gboolean
break_one (FettleConnection *connection, FettleCalendar *calendar, gint64 commitment_id, gint64 now, GError **error)
{
  g_autoptr (FettlePromiseChange) change = fettle_promise_change_new ();

  change->promise_id = take_in (connection, commitment_id, now - 7 * FETTLE_DAY, error);
  fettle_clock_set_of_thread (now);
  if (change->promise_id == 0 || fettle_compensation_store_sweep (connection, error) < 0)
    return FALSE;
  change->due = fettle_calendar_due_in_working_days (calendar, now, 2);
  change->reason = g_strdup ("carrier");
  change->whom = g_strdup (fettle_demo_text ("Parcel Express"));
  change->note = g_strdup (fettle_demo_text ("The shutter lies in a depot"));
  change->told_how = g_strdup ("phone");
  change->by = g_strdup (fettle_demo_text ("Tom"));
  change->desk = g_strdup (fettle_demo_text ("Counter 1"));
  return change->due == 0 || fettle_promise_store_change (connection, change, error);
}

static gboolean
await_part (FettleConnection *connection, gint64 job_id, gint64 due, const char *backing, GError **error)
{
  g_autoptr (FettlePromise) promise = fettle_promise_new ();

  if (job_id == 0 || due == 0)
    return TRUE;
  promise->job_id = job_id;
  promise->kind = g_strdup ("part");
  promise->text = g_strdup (fettle_demo_text ("The part is here"));
  promise->told_how = g_strdup ("phone");
  promise->backing = g_strdup (backing);
  promise->due = due;
  return fettle_promise_store_add (connection, promise, fettle_demo_text ("Ines"), fettle_demo_text ("Counter 1"),
                                   error)
         != 0;
}

static gboolean
go_away (FettleConnection *connection, FettleCalendar *calendar, gint64 now, GError **error)
{
  g_autoptr (FettleAbsence) absence = fettle_absence_new ();

  absence->staff_id = fettle_setup_store_staff_id (connection, fettle_demo_text ("Ines"), error);
  absence->deputy_id = fettle_setup_store_staff_id (connection, fettle_demo_text ("Tom"), error);
  absence->first_day = fettle_calendar_local_day (calendar, now + FETTLE_DAY);
  absence->last_day = fettle_calendar_local_day (calendar, now + 5 * FETTLE_DAY);
  absence->reason = g_strdup ("holiday");
  return absence->staff_id != 0 && absence->deputy_id != 0
         && fettle_absence_store_add (connection, absence, error) != 0;
}

/**
 * fettle_demo_fill_promises:
 * @now: moment at which the demonstration begins
 */
gboolean
fettle_demo_fill_promises (FettleConnection *connection, FettleCalendar *calendar, gint64 now, GError **error)
{
  const gint64 commitment_id = publish (connection, error);
  gboolean done;

  /* A shop that is never open cannot be late. */
  done = commitment_id != 0
         && (!fettle_calendar_has_hours (calendar) || break_one (connection, calendar, commitment_id, now, error));
  fettle_clock_set_of_thread (now);
  done = done
         && await_part (connection, find_job (connection, "waiting-parts", now, 1),
                        fettle_calendar_due_in_working_days (calendar, now, 3), NULL, error)
         && await_part (connection, find_job (connection, "waiting-parts", now, 2),
                        fettle_calendar_due_in_working_days (calendar, now, 2), "PO 2417", error)
         && go_away (connection, calendar, now, error);
  fettle_clock_set_of_thread (0);
  return done;
}
