/* fettle-follow-up-changes.c: what happens to return visits, lines and requests.
 *
 * Every change has one shape: a transaction, the row, and an event on the timeline of the job it belongs to.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-follow-up-private.h"
#include "fettle-follow-up-store.h"

#include <glib/gi18n-lib.h>

#include "fettle-error.h"
#include "fettle-job-change.h"
#include "fettle-plain-text.h"
#include "fettle-setup-store.h"
#include "fettle-statement.h"
#include "fettle-store-error.h"

typedef struct
{
  FettleJobChange job;
  FettleFollowUp *follow_up;
} Change;

static void
change_clear (Change *change)
{
  g_clear_object (&change->follow_up);
  fettle_job_change_clear (&change->job);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Change, change_clear)

static gboolean
staff_or_nobody (FettleConnection *connection, const char *name, gint64 *id, GError **error)
{
  *id = fettle_plain_text_is_blank (name) ? 0 : fettle_setup_store_staff_id (connection, name, error);
  return *id != 0 || fettle_plain_text_is_blank (name);
}

/* The change of one that is there: a return visit, or else a line or a request on one. */
static gboolean
change_begin_one (Change *change,
                  FettleConnection *connection,
                  gint64 follow_up_id,
                  gboolean visit,
                  const char *by,
                  const char *desk,
                  GError **error)
{
  change->job.transaction = fettle_transaction_begin (connection, G_STRFUNC, error);
  if (change->job.transaction == NULL
      || (change->follow_up = fettle_follow_up_store_load (connection, follow_up_id, error)) == NULL)
    return FALSE;
  if (g_str_equal (change->follow_up->kind, FETTLE_FOLLOW_UP_VISIT) != visit)
    {
      g_set_error_literal (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_CONSTRAINT,
                           visit ? _ ("This is a line or a request on one: close it with what came of it.")
                                 : _ ("This is a return visit: write down the answer, or that they were not reached."));
      return FALSE;
    }
  return fettle_job_change_begin (&change->job, connection, change->follow_up->job_id, by, desk, 0, error);
}

static FettleCalendar *
load_calendar (FettleConnection *connection, GError **error)
{
  g_autoptr (FettleShop) shop = fettle_setup_store_load (connection, error);

  return shop != NULL ? fettle_shop_make_calendar (shop) : NULL;
}

static char *
name_of (FettleConnection *connection, gint64 staff_id)
{
  g_autoptr (FettleStatement) row = fettle_connection_prepare (connection, "SELECT name FROM staff WHERE id = :id");

  fettle_statement_bind_int (row, ":id", staff_id);
  return fettle_statement_step (row, NULL) == FETTLE_STEP_ROW ? fettle_statement_dup (row, 0) : NULL;
}

/* A new one with its event; what is asked names the customer's wish and is words. */
static gint64
insert (FettleTimeline *timeline,
        const char *kind,
        gint64 due,
        gint64 until,
        gint64 owner_id,
        const char *asked,
        GError **error)
{
  FettleConnection *connection = fettle_timeline_connection (timeline);
  g_autoptr (FettleStatement) row
      = fettle_connection_prepare (connection,
                                   "INSERT INTO follow_up (job_id, kind, due, until, owner_id, state, set_at, asked)"
                                   " VALUES (:job, :kind, :due, :until, :owner, 'open', :at, :asked)");
  g_autoptr (FettleDetails) details = fettle_details_new ();
  g_autoptr (FettleDetails) words = fettle_details_new ();
  g_autofree char *name = owner_id != 0 ? name_of (connection, owner_id) : NULL;
  gint64 id;

  fettle_statement_bind_int (row, ":job", fettle_timeline_job_id (timeline));
  fettle_statement_bind_text (row, ":kind", kind);
  fettle_statement_bind_int (row, ":due", due);
  fettle_statement_bind_int (row, ":until", until);
  fettle_statement_bind_id (row, ":owner", owner_id);
  fettle_statement_bind_int (row, ":at", fettle_timeline_at (timeline));
  fettle_statement_bind_text (row, ":asked", asked);
  if (!fettle_statement_run (row, error))
    return 0;
  id = fettle_connection_last_id (connection);
  fettle_details_set_int (details, "follow_up", id);
  fettle_details_set (details, "kind", kind);
  fettle_details_set_int (details, "due", due);
  if (until != 0)
    fettle_details_set_int (details, "until", until);
  if (owner_id != 0)
    fettle_details_set_int (details, "owner", owner_id);
  fettle_details_set (details, "name", name);
  fettle_details_set (words, "asked", asked);
  return fettle_timeline_append (timeline, FETTLE_EVENT_FOLLOW_UP_SET, asked == NULL, details, words, error) ? id : 0;
}

/* Who is to ask: whoever handed it over and was seen last; else who did the work; else who took it in. */
static gint64
owner_of_visit (FettleTimeline *timeline, gint64 by_id)
{
  FettleJobState *state = fettle_timeline_state (timeline);

  if (by_id != 0)
    return by_id;
  return state->technician_id != 0 ? state->technician_id : state->taken_by_id;
}

static gboolean
plan_visit (FettleTimeline *timeline, gint64 due, gint64 owner_id, GError **error)
{
  gboolean joined = FALSE;

  if (!fettle_follow_up_call_join (timeline, due, &joined, error))
    return FALSE;
  return joined || insert (timeline, FETTLE_FOLLOW_UP_VISIT, due, 0, owner_id, NULL, error) != 0;
}

static gint64
open_line_within (FettleTimeline *timeline, FettleCalendar *calendar, const char *owner, int days, GError **error)
{
  gint64 until, owner_id = 0;

  if (fettle_plain_text_is_blank (owner))
    {
      g_set_error_literal (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_MISSING,
                           _ ("Name the person who is there for the customer."));
      return 0;
    }
  if (days < 1 || days > FETTLE_FOLLOW_UP_MOST_DAYS)
    {
      g_set_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID, _ ("A line is open from 1 to %d days."),
                   FETTLE_FOLLOW_UP_MOST_DAYS);
      return 0;
    }
  if (!staff_or_nobody (fettle_timeline_connection (timeline), owner, &owner_id, error))
    return 0;
  until = fettle_follow_up_line_until (calendar, fettle_timeline_at (timeline), days);
  return insert (timeline, FETTLE_FOLLOW_UP_LINE, until, until, owner_id, NULL, error);
}

/**
 * fettle_follow_up_store_plan:
 * @by_id: who hands it over, 0 for nobody
 *
 * Plans what the shop's rules ask for after a hand-over, and opens the line that the form asks for, within the caller's
 * transaction. A customer is called once a day: what is due for several of their jobs on one day is one visit. A job
 * without a customer plans nothing: there is nobody to ask.
 */
gboolean
fettle_follow_up_store_plan (FettleConnection *connection,
                             FettleTimeline *timeline,
                             FettleHandOver *hand_over,
                             gint64 by_id,
                             GError **error)
{
  FettleJobState *state = fettle_timeline_state (timeline);
  g_autoptr (GPtrArray) rules = fettle_follow_up_store_list_rules (connection, error);
  g_autoptr (FettleCalendar) calendar = rules != NULL ? load_calendar (connection, error) : NULL;
  gint64 at = fettle_timeline_at (timeline);

  if (calendar == NULL)
    return FALSE;
  for (guint i = 0; state->customer_id != 0 && i < rules->len; i++)
    {
      FettleFollowUpRule *rule = rules->pdata[i];

      if (fettle_follow_up_rule_applies (rule, state->kind, hand_over->outcome)
          && !plan_visit (timeline, fettle_follow_up_due (calendar, at, rule->days), owner_of_visit (timeline, by_id),
                          error))
        return FALSE;
    }
  return fettle_plain_text_is_blank (hand_over->line_owner)
         || open_line_within (timeline, calendar, hand_over->line_owner,
                              hand_over->line_days != 0 ? hand_over->line_days : FETTLE_FOLLOW_UP_LINE_DAYS, error)
                != 0;
}

/* A new line takes the place of the one before it. */
static gboolean
close_lines (Change *change, GError **error)
{
  g_autoptr (FettleStatement) update
      = fettle_connection_prepare (change->job.connection,
                                   "UPDATE follow_up SET state = 'closed', ended_at = :at, by_id = :by"
                                   " WHERE job_id = :job AND kind = 'line' AND state = 'open'");

  fettle_statement_bind_int (update, ":at", fettle_timeline_at (change->job.timeline));
  fettle_statement_bind_id (update, ":by", change->job.by_id);
  fettle_statement_bind_int (update, ":job", fettle_timeline_job_id (change->job.timeline));
  return fettle_statement_run (update, error);
}

/**
 * fettle_follow_up_store_open_line:
 * @owner: name of staff who is there for the customer
 * @days: for how many days; 0 is the ordinary seven
 *
 * Gives a job a named person, at any time from the first call on. One that is open passes to the new one.
 *
 * Returns: the row, or 0 with an error
 */
gint64
fettle_follow_up_store_open_line (FettleConnection *connection,
                                  gint64 job_id,
                                  const char *owner,
                                  int days,
                                  const char *by,
                                  const char *desk,
                                  GError **error)
{
  g_auto (Change) change = { { NULL } };
  g_autoptr (FettleCalendar) calendar = NULL;
  gint64 id;

  if (!fettle_job_change_begin (&change.job, connection, job_id, by, desk, 0, error)
      || (calendar = load_calendar (connection, error)) == NULL || !close_lines (&change, error))
    return 0;
  id = open_line_within (change.job.timeline, calendar, owner, days != 0 ? days : FETTLE_FOLLOW_UP_LINE_DAYS, error);
  return id != 0 && fettle_job_change_end (&change.job, error) ? id : 0;
}

/* Whoever has the line, else whoever has the job. */
static gint64
owner_of_request (Change *change, GError **error)
{
  g_autoptr (FettleStatement) row = fettle_connection_prepare (
      change->job.connection,
      "SELECT owner_id FROM follow_up WHERE job_id = :job AND kind = 'line' AND owner_id IS NOT NULL"
      " ORDER BY state = 'open' DESC, id DESC LIMIT 1");

  fettle_statement_bind_int (row, ":job", fettle_timeline_job_id (change->job.timeline));
  if (fettle_statement_step (row, error) == FETTLE_STEP_ROW)
    return fettle_statement_int (row, 0);
  return owner_of_visit (change->job.timeline, change->job.by_id);
}

/**
 * fettle_follow_up_store_request:
 * @asked: in the customer's words
 * @owner: (nullable): name of who sees to it; %NULL is whoever has the line
 * @due: moment; 0 is the end of the next working day
 *
 * Writes down what was asked on the line, so that it has an owner and gets an outcome.
 *
 * Returns: the row, or 0 with an error
 */
gint64
fettle_follow_up_store_request (FettleConnection *connection,
                                gint64 job_id,
                                const char *asked,
                                const char *owner,
                                gint64 due,
                                const char *by,
                                const char *desk,
                                GError **error)
{
  g_auto (Change) change = { { NULL } };
  g_autoptr (FettleCalendar) calendar = NULL;
  gint64 owner_id = 0, id;

  if (fettle_plain_text_is_blank (asked))
    {
      g_set_error_literal (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_MISSING, _ ("Write down what was asked."));
      return 0;
    }
  if (!fettle_job_change_begin (&change.job, connection, job_id, by, desk, 0, error)
      || (calendar = load_calendar (connection, error)) == NULL
      || !staff_or_nobody (connection, owner, &owner_id, error))
    return 0;
  if (due != 0 && due <= fettle_timeline_at (change.job.timeline))
    {
      g_set_error_literal (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID,
                           _ ("The time by which it is seen to is already past; choose a later one."));
      return 0;
    }
  if (due == 0)
    due = fettle_follow_up_next_attempt (calendar, fettle_timeline_at (change.job.timeline));
  if (owner_id == 0)
    owner_id = owner_of_request (&change, error);
  id = insert (change.job.timeline, FETTLE_FOLLOW_UP_REQUEST, due, 0, owner_id, asked, error);
  return id != 0 && fettle_job_change_end (&change.job, error) ? id : 0;
}

static void
note_number (FettleDetails *details, const char *key, int number)
{
  if (number != FETTLE_NOT_SAID)
    fettle_details_set_int (details, key, number);
}

static void
bind_number (FettleStatement *update, const char *name, int number)
{
  if (number != FETTLE_NOT_SAID)
    fettle_statement_bind_int (update, name, number);
  else
    fettle_statement_bind_null (update, name);
}

/* The head of every event that ends or puts off one. */
static FettleDetails *
begin_details (Change *change, const char *result)
{
  FettleDetails *details = fettle_details_new ();

  fettle_details_set_int (details, "follow_up", change->follow_up->id);
  fettle_details_set (details, "kind", change->follow_up->kind);
  fettle_details_set (details, "result", result);
  return details;
}

/* What happened is told on every job that the call was about, and the change ends. */
static gboolean
tell_and_end (Change *change, FettleDetails *details, FettleDetails *words, const char *desk, GError **error)
{
  return fettle_timeline_append (change->job.timeline, FETTLE_EVENT_FOLLOWED_UP, FALSE, details, words, error)
         && fettle_follow_up_call_tell_others (change->job.timeline, change->follow_up, details, words,
                                               change->job.by_id, desk, error)
         && fettle_job_change_end (&change->job, error);
}

static gboolean
may_answer (Change *change, FettleFollowUpAnswer *answer, GError **error)
{
  gboolean answered = change->follow_up->answered_at != 0;

  if (answered && !answer->correct)
    g_set_error_literal (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_ALREADY,
                         _ ("This was answered already. An answer is not written down twice; correct it if it is "
                            "wrong."));
  else if (!answered && answer->correct)
    g_set_error_literal (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_CONSTRAINT,
                         _ ("There is no answer to correct yet."));
  else
    return TRUE;
  return FALSE;
}

/* The answer as it is kept: a correction changes what it says and leaves the rest as it was. */
static FettleFollowUpAnswer *
complete (FettleFollowUp *was, FettleFollowUpAnswer *answer)
{
  FettleFollowUpAnswer *self = fettle_record_copy (answer);

  if (fettle_plain_text_is_blank (self->text))
    g_clear_pointer (&self->text, g_free);
  if (self->channel != NULL)
    {
      g_free (self->channel);
      self->channel = g_strdup (fettle_follow_up_channel (answer->channel));
    }
  if (!answer->correct)
    return self;
  self->csat = self->csat != FETTLE_NOT_SAID ? self->csat : was->csat;
  self->nps = self->nps != FETTLE_NOT_SAID ? self->nps : was->nps;
  self->text = self->text != NULL ? self->text : g_strdup (was->text);
  self->channel = self->channel != NULL ? self->channel : g_strdup (was->channel);
  return self;
}

static gboolean
write_answer (Change *change, FettleFollowUpAnswer *answer, GError **error)
{
  g_autoptr (FettleStatement) update = fettle_connection_prepare (
      change->job.connection,
      "UPDATE follow_up SET state = 'answered', answered_at = :at, ended_at = :ended, channel = :channel,"
      " csat = :csat, nps = :nps, text = :text, by_id = :by WHERE id = :id");
  gint64 now = fettle_timeline_at (change->job.timeline);

  fettle_statement_bind_int (update, ":at", change->follow_up->answered_at != 0 ? change->follow_up->answered_at : now);
  fettle_statement_bind_int (update, ":ended", now);
  fettle_statement_bind_text (update, ":channel", answer->channel);
  bind_number (update, ":csat", answer->csat);
  bind_number (update, ":nps", answer->nps);
  fettle_statement_bind_text (update, ":text", answer->text);
  fettle_statement_bind_id (update, ":by", change->job.by_id);
  fettle_statement_bind_int (update, ":id", change->follow_up->id);
  return fettle_statement_run (update, error);
}

/**
 * fettle_follow_up_store_answer:
 *
 * Writes down what the customer answered, once. A correction changes what it says, keeps the rest and the moment of the
 * answer, and what was written before stays on the timeline. Somebody who was not reached, or did not want to be asked,
 * may still answer.
 *
 * Returns: %FALSE with a %FETTLE_MODEL_ERROR where it is no answer, or %FETTLE_STORE_ERROR_ALREADY where there is one
 */
gboolean
fettle_follow_up_store_answer (FettleConnection *connection, FettleFollowUpAnswer *answer, GError **error)
{
  g_auto (Change) change = { { NULL } };
  g_autoptr (FettleFollowUpAnswer) whole = NULL;
  g_autoptr (FettleDetails) details = NULL;
  g_autoptr (FettleDetails) words = fettle_details_new ();

  if (!fettle_follow_up_answer_check (answer, error)
      || !change_begin_one (&change, connection, answer->follow_up_id, TRUE, answer->by, answer->desk, error)
      || !may_answer (&change, answer, error))
    return FALSE;
  whole = complete (change.follow_up, answer);
  details = begin_details (&change, FETTLE_FOLLOW_UP_ANSWERED);
  note_number (details, "csat", whole->csat);
  note_number (details, "nps", whole->nps);
  fettle_details_set (details, "channel", whole->channel);
  if (answer->correct)
    fettle_details_set (details, "corrected", "1");
  fettle_details_set (words, "text", whole->text);
  return write_answer (&change, whole, error) && tell_and_end (&change, details, words, answer->desk, error);
}

static gboolean
must_be_open (Change *change, GError **error)
{
  if (fettle_follow_up_is_open (change->follow_up))
    return TRUE;
  g_set_error_literal (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_CONSTRAINT,
                       _ ("This has ended already. Look at it as it is now."));
  return FALSE;
}

static gboolean
write_attempt (Change *change, gint64 again, GError **error)
{
  g_autoptr (FettleStatement) update = fettle_connection_prepare (
      change->job.connection, "UPDATE follow_up SET n_attempts = n_attempts + 1, state = :state, ended_at = :ended,"
                              " due = :due, by_id = :by WHERE id = :id");

  fettle_statement_bind_text (update, ":state", again != 0 ? FETTLE_FOLLOW_UP_OPEN : FETTLE_FOLLOW_UP_NOT_REACHED);
  fettle_statement_bind_int (update, ":ended", again != 0 ? 0 : fettle_timeline_at (change->job.timeline));
  fettle_statement_bind_int (update, ":due", again != 0 ? again : change->follow_up->due);
  fettle_statement_bind_id (update, ":by", change->job.by_id);
  fettle_statement_bind_int (update, ":id", change->follow_up->id);
  return fettle_statement_run (update, error);
}

/**
 * fettle_follow_up_store_attempt:
 *
 * Writes down that the customer was called and not reached: they are called again on the next working day, and after
 * %FETTLE_FOLLOW_UP_MOST_ATTEMPTS times no more. That is no answer, and stays none.
 */
gboolean
fettle_follow_up_store_attempt (FettleConnection *connection,
                                gint64 follow_up_id,
                                const char *by,
                                const char *desk,
                                GError **error)
{
  g_auto (Change) change = { { NULL } };
  g_autoptr (FettleCalendar) calendar = NULL;
  g_autoptr (FettleDetails) details = NULL;
  gint64 again = 0;

  if (!change_begin_one (&change, connection, follow_up_id, TRUE, by, desk, error) || !must_be_open (&change, error)
      || (calendar = load_calendar (connection, error)) == NULL)
    return FALSE;
  if (change.follow_up->n_attempts + 1 < FETTLE_FOLLOW_UP_MOST_ATTEMPTS)
    again = fettle_follow_up_next_attempt (calendar, fettle_timeline_at (change.job.timeline));
  details = begin_details (&change, FETTLE_FOLLOW_UP_NOT_REACHED);
  fettle_details_set_int (details, "attempt", change.follow_up->n_attempts + 1);
  if (again != 0)
    fettle_details_set_int (details, "due", again);
  return write_attempt (&change, again, error) && tell_and_end (&change, details, NULL, desk, error);
}

static gboolean
write_end (Change *change, const char *state, const char *outcome, GError **error)
{
  g_autoptr (FettleStatement) update
      = fettle_connection_prepare (change->job.connection,
                                   "UPDATE follow_up SET state = :state, ended_at = :at, by_id = :by,"
                                   " outcome = :outcome WHERE id = :id");

  fettle_statement_bind_text (update, ":state", state);
  fettle_statement_bind_int (update, ":at", fettle_timeline_at (change->job.timeline));
  fettle_statement_bind_id (update, ":by", change->job.by_id);
  fettle_statement_bind_text (update, ":outcome", outcome);
  fettle_statement_bind_int (update, ":id", change->follow_up->id);
  return fettle_statement_run (update, error);
}

/**
 * fettle_follow_up_store_decline:
 *
 * Writes down that the customer does not want to be asked.
 */
gboolean
fettle_follow_up_store_decline (FettleConnection *connection,
                                gint64 follow_up_id,
                                const char *by,
                                const char *desk,
                                GError **error)
{
  g_auto (Change) change = { { NULL } };
  g_autoptr (FettleDetails) details = NULL;

  if (!change_begin_one (&change, connection, follow_up_id, TRUE, by, desk, error) || !must_be_open (&change, error)
      || !write_end (&change, FETTLE_FOLLOW_UP_DECLINED, NULL, error))
    return FALSE;
  details = begin_details (&change, FETTLE_FOLLOW_UP_DECLINED);
  return tell_and_end (&change, details, NULL, desk, error);
}

/* A line is not closed over the head of somebody who still waits. */
static gboolean
may_close (Change *change, const char *outcome, GError **error)
{
  g_autoptr (FettleStatement) waiting = NULL;

  if (!g_str_equal (change->follow_up->kind, FETTLE_FOLLOW_UP_LINE))
    {
      if (!fettle_plain_text_is_blank (outcome))
        return TRUE;
      g_set_error_literal (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_MISSING, _ ("Write down what came of it."));
      return FALSE;
    }
  waiting = fettle_connection_prepare (change->job.connection, "SELECT count(*) FROM follow_up WHERE job_id = :job"
                                                               " AND kind = 'request' AND state = 'open'");
  fettle_statement_bind_int (waiting, ":job", change->follow_up->job_id);
  if (fettle_statement_step (waiting, error) != FETTLE_STEP_ROW)
    return FALSE;
  if (fettle_statement_int (waiting, 0) == 0)
    return TRUE;
  g_set_error_literal (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_NOT_ALLOWED,
                       _ ("Something that was asked on this line is still open. See to it first."));
  return FALSE;
}

/**
 * fettle_follow_up_store_close:
 * @outcome: (nullable): what came of it; wanted for a request
 *
 * Closes a request with its outcome, or a line on which nothing is open.
 */
gboolean
fettle_follow_up_store_close (FettleConnection *connection,
                              gint64 follow_up_id,
                              const char *outcome,
                              const char *by,
                              const char *desk,
                              GError **error)
{
  g_auto (Change) change = { { NULL } };
  g_autoptr (FettleDetails) details = NULL;
  g_autoptr (FettleDetails) words = fettle_details_new ();

  if (!change_begin_one (&change, connection, follow_up_id, FALSE, by, desk, error) || !must_be_open (&change, error)
      || !may_close (&change, outcome, error))
    return FALSE;
  if (fettle_plain_text_is_blank (outcome))
    outcome = NULL;
  details = begin_details (&change, FETTLE_FOLLOW_UP_CLOSED);
  fettle_details_set (words, "outcome", outcome);
  return write_end (&change, FETTLE_FOLLOW_UP_CLOSED, outcome, error)
         && fettle_timeline_append (change.job.timeline, FETTLE_EVENT_FOLLOWED_UP, FALSE, details, words, error)
         && fettle_job_change_end (&change.job, error);
}
