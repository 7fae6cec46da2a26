/* fettle-compensation-store.c: what is owed for a broken commitment, and claims on who caused it, as kept.
 *
 * A compensation falls due at the moment at which the promise breaks, whenever somebody looks: the sweep writes it with
 * that moment, so that it is the same whichever desk comes first and however late. Who caused it may be known before or
 * after; the claim opens when both are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-compensation-store.h"

#include <glib/gi18n-lib.h>

#include "fettle-clock.h"
#include "fettle-commitment-store.h"
#include "fettle-plain-text.h"
#include "fettle-promise-rows.h"
#include "fettle-promise-rules.h"
#include "fettle-promise-store.h"
#include "fettle-setup-store.h"
#include "fettle-statement.h"
#include "fettle-store-error.h"
#include "fettle-transaction.h"
#include "fettle-unit.h"

static gint64
find_compensation (FettleConnection *connection, gint64 promise_id)
{
  g_autoptr (FettleStatement) row
      = fettle_connection_prepare (connection, "SELECT id FROM compensation WHERE promise_id = :promise");

  fettle_statement_bind_int (row, ":promise", promise_id);
  return fettle_statement_step (row, NULL) == FETTLE_STEP_ROW ? fettle_statement_int (row, 0) : 0;
}

static gint64
insert_compensation (FettleConnection *connection,
                     FettlePromise *promise,
                     FettleCommitment *commitment,
                     gint64 due_at,
                     GError **error)
{
  g_autoptr (FettleStatement) insert = fettle_connection_prepare (
      connection, "INSERT INTO compensation (job_id, promise_id, commitment_id, due_at, text, amount, currency)"
                  " VALUES (:job, :promise, :commitment, :due, :text, :amount, :currency)");

  fettle_statement_bind_int (insert, ":job", promise->job_id);
  fettle_statement_bind_int (insert, ":promise", promise->id);
  fettle_statement_bind_int (insert, ":commitment", commitment->id);
  fettle_statement_bind_int (insert, ":due", due_at);
  fettle_statement_bind_text (insert, ":text", commitment->compensation != NULL ? commitment->compensation : "");
  fettle_statement_bind_int (insert, ":amount", commitment->amount);
  fettle_statement_bind_text (insert, ":currency", commitment->currency);
  return fettle_statement_run (insert, error) ? fettle_connection_last_id (connection) : 0;
}

/* What was promised for the case is the shop's own words, not the customer's: it stays when those are erased. */
static void
describe (FettleDetails *details, const char *text, gint64 amount, const char *currency)
{
  if (!fettle_plain_text_is_blank (text))
    fettle_details_set (details, "text", text);
  if (amount == 0 || currency == NULL)
    return;
  fettle_details_set_int (details, "amount", amount);
  fettle_details_set (details, "currency", currency);
}

static const char *
caused_by (FettlePromise *promise, const char **whom)
{
  for (guint i = promise->revisions->len; i > 0; i--)
    {
      FettlePromiseRevision *revision = promise->revisions->pdata[i - 1];

      *whom = revision->whom;
      if (fettle_claim_is_against (revision->reason))
        return revision->reason;
    }
  return NULL;
}

/* Both are known: the compensation, and who caused it. */
static gboolean
open_claim (FettleConnection *connection,
            FettleTimeline *timeline,
            FettlePromise *promise,
            const char *against,
            const char *whom,
            gint64 at,
            GError **error)
{
  g_autoptr (FettleStatement) insert = fettle_connection_prepare (
      connection, "INSERT INTO claim (job_id, promise_id, against, whom, text, amount, currency, opened_at, owner_id)"
                  " SELECT c.job_id, c.promise_id, :against, :whom, c.text, c.amount, c.currency, :at, p.owner_id"
                  " FROM compensation c JOIN promise p ON p.id = c.promise_id WHERE c.promise_id = :promise"
                  " AND NOT EXISTS (SELECT 1 FROM claim o WHERE o.job_id = c.job_id AND o.promise_id = c.promise_id)");
  g_autoptr (FettleDetails) details = NULL;
  g_autoptr (FettleDetails) words = NULL;

  fettle_statement_bind_text (insert, ":against", against);
  fettle_statement_bind_text (insert, ":whom", fettle_plain_text_is_blank (whom) ? NULL : whom);
  fettle_statement_bind_int (insert, ":at", at);
  fettle_statement_bind_int (insert, ":promise", promise->id);
  if (!fettle_statement_run (insert, error))
    return FALSE;
  if (fettle_connection_changes (connection) == 0)
    return TRUE;
  details = fettle_details_new ();
  words = fettle_details_new ();
  fettle_details_set_int (details, "claim", fettle_connection_last_id (connection));
  fettle_details_set_int (details, "promise", promise->id);
  fettle_details_set (details, "against", against);
  fettle_details_set (words, "whom", fettle_plain_text_is_blank (whom) ? NULL : whom);
  if (at != fettle_timeline_at (timeline))
    return fettle_timeline_append_at (timeline, at, FETTLE_EVENT_CLAIM_OPENED, FALSE, details, words, error);
  return fettle_timeline_append (timeline, FETTLE_EVENT_CLAIM_OPENED, FALSE, details, words, error);
}

/**
 * fettle_compensation_store_fall_due:
 * @promise: with its revisions
 * @ended_at: moment at which it ended, or now while it is open
 * @is_broken: whether it was broken, also before its time
 *
 * Writes what is owed for a promise of a published commitment that was not kept in time, once, within the caller's
 * transaction. Nothing happens for any other promise.
 */
gboolean
fettle_compensation_store_fall_due (FettleConnection *connection,
                                    FettleTimeline *timeline,
                                    FettlePromise *promise,
                                    gint64 ended_at,
                                    gboolean is_broken,
                                    GError **error)
{
  const gint64 due = fettle_promise_binding_due (promise);
  g_autoptr (FettleCommitment) commitment = NULL;
  g_autoptr (FettleDetails) details = NULL;
  const char *against = NULL, *whom = NULL;
  gint64 id;

  if (promise->commitment_id == 0 || (ended_at <= due && !is_broken))
    return TRUE;
  if (find_compensation (connection, promise->id) != 0)
    return TRUE;
  commitment = fettle_commitment_store_load (connection, promise->commitment_id, error);
  if (commitment == NULL)
    return FALSE;
  if (fettle_plain_text_is_blank (commitment->compensation) && commitment->amount == 0)
    return TRUE;
  id = insert_compensation (connection, promise, commitment, MIN (due, ended_at), error);
  if (id == 0)
    return FALSE;
  details = fettle_details_new ();
  fettle_details_set_int (details, "compensation", id);
  fettle_details_set_int (details, "promise", promise->id);
  fettle_details_set (details, "commitment", commitment->text);
  describe (details, commitment->compensation, commitment->amount, commitment->currency);
  if (!fettle_timeline_append_at (timeline, MIN (due, ended_at), FETTLE_EVENT_COMPENSATION_DUE, TRUE, details, NULL,
                                  error))
    return FALSE;
  against = caused_by (promise, &whom);
  return against == NULL || open_claim (connection, timeline, promise, against, whom, MIN (due, ended_at), error);
}

/**
 * fettle_compensation_store_blame:
 * @reason: (nullable): whose doing it was
 * @whom: (nullable): their name
 *
 * Opens a claim where something is owed already and now it is known that others caused it, within the caller's
 * transaction.
 */
gboolean
fettle_compensation_store_blame (FettleConnection *connection,
                                 FettleTimeline *timeline,
                                 FettlePromise *promise,
                                 const char *reason,
                                 const char *whom,
                                 GError **error)
{
  if (promise->commitment_id == 0 || !fettle_claim_is_against (reason))
    return TRUE;
  return open_claim (connection, timeline, promise, reason, whom, fettle_timeline_at (timeline), error);
}

/* Open promises of commitments whose first time has passed and for which nothing is owed yet, with their revisions. */
static GPtrArray *
list_broken (FettleConnection *connection, gint64 now, GError **error)
{
  g_autoptr (FettleStatement) rows
      = fettle_connection_prepare (connection,
                                   "SELECT " FETTLE_PROMISE_COLUMNS FETTLE_PROMISE_TABLES
                                   "WHERE p.state = 'open' AND p.commitment_id IS NOT NULL AND p.first_due < :now"
                                   " AND NOT EXISTS (SELECT 1 FROM compensation x WHERE x.promise_id = p.id)"
                                   " ORDER BY p.first_due LIMIT :limit");
  g_autoptr (GPtrArray) promises = NULL;

  fettle_statement_bind_int (rows, ":now", now);
  fettle_statement_bind_int (rows, ":limit", 1000);
  promises = fettle_promise_rows_read_all (rows, error);
  for (guint i = promises != NULL ? promises->len : 0; i > 0; i--)
    {
      FettlePromise *promise = promises->pdata[i - 1];

      if (!fettle_promise_rows_read_revisions (connection, promise, error))
        return NULL;
      if (fettle_promise_binding_due (promise) >= (fettle_promise_is_done (promise) ? promise->stage_since : now))
        g_ptr_array_remove_index (promises, i - 1);
    }
  return g_steal_pointer (&promises);
}

static gboolean
sweep_one (FettleConnection *connection, gint64 promise_id, gint64 now, GError **error)
{
  g_autoptr (FettleTransaction) transaction = fettle_transaction_begin (connection, G_STRFUNC, error);
  g_autoptr (FettlePromise) promise = NULL;
  g_autoptr (FettleTimeline) timeline = NULL;

  /* Read again under the lock: another desk may have kept it, or swept it, since. */
  if (transaction == NULL || (promise = fettle_promise_store_load (connection, promise_id, error)) == NULL)
    return FALSE;
  if (promise->state != FETTLE_PROMISE_OPEN)
    return TRUE;
  timeline = fettle_timeline_open (connection, promise->job_id, error);
  if (timeline == NULL)
    return FALSE;
  fettle_timeline_set_author (timeline, 0, NULL, now);
  return fettle_compensation_store_fall_due (connection, timeline, promise,
                                             fettle_promise_is_done (promise) ? promise->stage_since : now, FALSE,
                                             error)
         && fettle_timeline_save (timeline, error) && fettle_transaction_commit (transaction, error);
}

/**
 * fettle_compensation_store_sweep:
 *
 * Writes what has fallen due by itself since somebody last looked. Called when a shop is opened, each minute, and
 * before every change from the command line; asks one small index where there is nothing.
 *
 * Returns: how many compensations fell due; -1 with an error
 */
int
fettle_compensation_store_sweep (FettleConnection *connection, GError **error)
{
  const gint64 now = fettle_clock_now ();
  g_autoptr (GPtrArray) broken = list_broken (connection, now, error);
  int count = 0;

  if (broken == NULL)
    return -1;
  for (guint i = 0; i < broken->len; i++)
    {
      FettlePromise *promise = broken->pdata[i];

      if (!sweep_one (connection, promise->id, now, error))
        return -1;
      count += find_compensation (connection, promise->id) != 0 ? 1 : 0;
    }
  return count;
}

#define COMPENSATION_COLUMNS                                                                                           \
  "SELECT x.id, x.job_id, j.number, c.name, c.language, m.category, m.brand, m.name, x.promise_id, x.commitment_id,"   \
  " o.text, x.due_at, x.text, x.amount, x.currency, x.given_at, x.waived, s.name FROM compensation x"                  \
  " JOIN job j ON j.id = x.job_id JOIN commitment o ON o.id = x.commitment_id"                                         \
  " LEFT JOIN customer c ON c.id = j.customer_id LEFT JOIN unit u ON u.id = j.unit_id"                                 \
  " LEFT JOIN model m ON m.id = u.model_id LEFT JOIN staff s ON s.id = x.by_id "

static FettleCompensation *
read_compensation (FettleStatement *row)
{
  FettleCompensation *compensation = fettle_compensation_new ();

  compensation->id = fettle_statement_int (row, 0);
  compensation->job_id = fettle_statement_int (row, 1);
  compensation->job_number = fettle_statement_dup (row, 2);
  compensation->customer_name = fettle_statement_dup (row, 3);
  compensation->language = fettle_statement_dup (row, 4);
  compensation->unit_title = fettle_unit_make_title (fettle_statement_text (row, 5), fettle_statement_text (row, 6),
                                                     fettle_statement_text (row, 7));
  compensation->promise_id = fettle_statement_int (row, 8);
  compensation->commitment_id = fettle_statement_int (row, 9);
  compensation->commitment = fettle_statement_dup (row, 10);
  compensation->due_at = fettle_statement_int (row, 11);
  compensation->text = fettle_statement_dup (row, 12);
  compensation->amount = fettle_statement_int (row, 13);
  compensation->currency = fettle_statement_dup (row, 14);
  compensation->given_at = fettle_statement_int (row, 15);
  compensation->waived = fettle_statement_dup (row, 16);
  compensation->by_name = fettle_statement_dup (row, 17);
  return compensation;
}

/* What the next sweep will write, for those who only look. */
static gboolean
add_unwritten (FettleConnection *connection, gint64 job_id, GPtrArray *into, GError **error)
{
  g_autoptr (GPtrArray) broken = list_broken (connection, fettle_clock_now (), error);

  for (guint i = 0; broken != NULL && i < broken->len; i++)
    {
      FettlePromise *promise = broken->pdata[i];
      g_autoptr (FettleCommitment) commitment = NULL;
      FettleCompensation *compensation = NULL;

      if (job_id != 0 && promise->job_id != job_id)
        continue;
      commitment = fettle_commitment_store_load (connection, promise->commitment_id, error);
      if (commitment == NULL)
        return FALSE;
      if (fettle_plain_text_is_blank (commitment->compensation) && commitment->amount == 0)
        continue;
      compensation = fettle_compensation_new ();
      compensation->job_id = promise->job_id;
      compensation->job_number = g_strdup (promise->job_number);
      compensation->customer_name = g_strdup (promise->customer_name);
      compensation->unit_title = g_strdup (promise->unit_title);
      compensation->promise_id = promise->id;
      compensation->commitment_id = commitment->id;
      compensation->commitment = g_strdup (commitment->text);
      compensation->due_at = fettle_promise_binding_due (promise);
      compensation->text = g_strdup (commitment->compensation != NULL ? commitment->compensation : "");
      compensation->amount = commitment->amount;
      compensation->currency = g_strdup (commitment->currency);
      g_ptr_array_add (into, compensation);
    }
  return broken != NULL;
}

/**
 * fettle_compensation_store_list:
 * @job_id: of this job, 0 for all
 * @with_ended: whether those that were given or waived are wanted, too
 *
 * Returns: (transfer full) (element-type FettleCompensation) (nullable): the earliest owed first
 */
GPtrArray *
fettle_compensation_store_list (FettleConnection *connection, gint64 job_id, gboolean with_ended, GError **error)
{
  g_autoptr (FettleStatement) rows
      = fettle_connection_prepare (connection,
                                   job_id != 0  ? COMPENSATION_COLUMNS "WHERE x.job_id = :job ORDER BY x.due_at, x.id"
                                   : with_ended ? COMPENSATION_COLUMNS "WHERE x.id > :job ORDER BY x.id DESC LIMIT 1000"
                                                : COMPENSATION_COLUMNS
                                       "WHERE x.given_at = 0 AND x.due_at > :job ORDER BY x.due_at, x.id");
  g_autoptr (GPtrArray) compensations = g_ptr_array_new_with_free_func (g_object_unref);
  FettleStep step;

  fettle_statement_bind_int (rows, ":job", job_id);
  while ((step = fettle_statement_step (rows, error)) == FETTLE_STEP_ROW)
    if (with_ended || fettle_statement_int (rows, 15) == 0)
      g_ptr_array_add (compensations, read_compensation (rows));
  if (step == FETTLE_STEP_ERROR || !add_unwritten (connection, job_id, compensations, error))
    return NULL;
  return g_steal_pointer (&compensations);
}

static gboolean
refuse (GError **error, FettleStoreError code, const char *sentence)
{
  g_set_error_literal (error, FETTLE_STORE_ERROR, code, sentence);
  return FALSE;
}

static FettleCompensation *
load_owed (FettleConnection *connection, gint64 id, GError **error)
{
  g_autoptr (FettleStatement) row = fettle_connection_prepare (connection, COMPENSATION_COLUMNS "WHERE x.id = :id");
  g_autoptr (FettleCompensation) compensation = NULL;
  FettleStep step;

  fettle_statement_bind_int (row, ":id", id);
  step = fettle_statement_step (row, error);
  if (step == FETTLE_STEP_DONE)
    refuse (error, FETTLE_STORE_ERROR_NOT_FOUND, _ ("There is no such compensation."));
  if (step != FETTLE_STEP_ROW)
    return NULL;
  compensation = read_compensation (row);
  if (compensation->given_at != 0)
    {
      refuse (error, FETTLE_STORE_ERROR_CONFLICT, _ ("This compensation was settled already."));
      return NULL;
    }
  return g_steal_pointer (&compensation);
}

static gboolean
append_settled (FettleTimeline *timeline, FettleCompensation *compensation, const char *waived, GError **error)
{
  g_autoptr (FettleDetails) details = fettle_details_new ();
  g_autoptr (FettleDetails) words = fettle_details_new ();

  fettle_details_set_int (details, "compensation", compensation->id);
  fettle_details_set_int (details, "promise", compensation->promise_id);
  fettle_details_set (details, "how", waived != NULL ? "waived" : "given");
  describe (details, compensation->text, compensation->amount, compensation->currency);
  fettle_details_set (words, "reason", waived);
  /* What the customer was not given is explained to them by a person, not by a line. */
  return fettle_timeline_append (timeline, FETTLE_EVENT_COMPENSATION_ENDED, waived == NULL, details, words, error);
}

/**
 * fettle_compensation_store_end:
 * @waived: (nullable): why it is not given; %NULL where it was given
 * @by: (nullable): who gave it; whoever waives one is named
 *
 * Settles what is owed.
 */
gboolean
fettle_compensation_store_end (FettleConnection *connection,
                               gint64 compensation_id,
                               const char *waived,
                               const char *by,
                               const char *desk,
                               GError **error)
{
  g_autoptr (FettleTransaction) transaction = fettle_transaction_begin (connection, G_STRFUNC, error);
  g_autoptr (FettleCompensation) compensation = NULL;
  g_autoptr (FettleTimeline) timeline = NULL;
  g_autoptr (FettleStatement) update = NULL;
  gint64 by_id = 0;

  if (waived != NULL && (fettle_plain_text_is_blank (waived) || fettle_plain_text_is_blank (by)))
    return refuse (error, FETTLE_STORE_ERROR_CONSTRAINT, _ ("Say why the compensation is not given, and who says so."));
  if (transaction == NULL || (compensation = load_owed (connection, compensation_id, error)) == NULL
      || (timeline = fettle_timeline_open (connection, compensation->job_id, error)) == NULL)
    return FALSE;
  if (!fettle_plain_text_is_blank (by) && (by_id = fettle_setup_store_staff_id (connection, by, error)) == 0)
    return FALSE;
  fettle_timeline_set_author (timeline, by_id, desk, 0);
  update = fettle_connection_prepare (
      connection, "UPDATE compensation SET given_at = :at, waived = :waived, by_id = :by WHERE id = :id");
  fettle_statement_bind_int (update, ":at", fettle_timeline_at (timeline));
  fettle_statement_bind_text (update, ":waived", waived);
  fettle_statement_bind_id (update, ":by", by_id);
  fettle_statement_bind_int (update, ":id", compensation_id);
  return fettle_statement_run (update, error) && append_settled (timeline, compensation, waived, error)
         && fettle_timeline_save (timeline, error) && fettle_transaction_commit (transaction, error);
}

#define CLAIM_COLUMNS                                                                                                  \
  "SELECT x.id, x.job_id, j.number, x.promise_id, x.against, x.whom, x.text, x.amount, x.currency, x.opened_at,"       \
  " x.ended_at, x.outcome, x.owner_id, s.name FROM claim x JOIN job j ON j.id = x.job_id"                              \
  " LEFT JOIN staff s ON s.id = x.owner_id "

static FettleClaim *
read_claim (FettleStatement *row)
{
  FettleClaim *claim = fettle_claim_new ();

  claim->id = fettle_statement_int (row, 0);
  claim->job_id = fettle_statement_int (row, 1);
  claim->job_number = fettle_statement_dup (row, 2);
  claim->promise_id = fettle_statement_int (row, 3);
  claim->against = fettle_statement_dup (row, 4);
  claim->whom = fettle_statement_dup (row, 5);
  claim->text = fettle_statement_dup (row, 6);
  claim->amount = fettle_statement_int (row, 7);
  claim->currency = fettle_statement_dup (row, 8);
  claim->opened_at = fettle_statement_int (row, 9);
  claim->ended_at = fettle_statement_int (row, 10);
  claim->outcome = fettle_statement_dup (row, 11);
  claim->owner_id = fettle_statement_int (row, 12);
  claim->owner_name = fettle_statement_dup (row, 13);
  return claim;
}

/**
 * fettle_claim_store_list:
 * @job_id: of this job, 0 for all
 * @with_ended: whether those that have ended are wanted, too
 *
 * Returns: (transfer full) (element-type FettleClaim) (nullable): the oldest open ones first; all of them, the newest
 *   first
 */
GPtrArray *
fettle_claim_store_list (FettleConnection *connection, gint64 job_id, gboolean with_ended, GError **error)
{
  g_autoptr (FettleStatement) rows
      = fettle_connection_prepare (connection,
                                   job_id != 0  ? CLAIM_COLUMNS "WHERE x.job_id = :job ORDER BY x.id"
                                   : with_ended ? CLAIM_COLUMNS "WHERE x.id > :job ORDER BY x.id DESC LIMIT 1000"
                                                : CLAIM_COLUMNS
                                       "WHERE x.ended_at = 0 AND x.opened_at > :job ORDER BY x.opened_at, x.id");
  g_autoptr (GPtrArray) claims = g_ptr_array_new_with_free_func (g_object_unref);
  FettleStep step;

  fettle_statement_bind_int (rows, ":job", job_id);
  while ((step = fettle_statement_step (rows, error)) == FETTLE_STEP_ROW)
    if (with_ended || fettle_statement_int (rows, 10) == 0)
      g_ptr_array_add (claims, read_claim (rows));
  return step == FETTLE_STEP_DONE ? g_steal_pointer (&claims) : NULL;
}

static FettleClaim *
load_open_claim (FettleConnection *connection, gint64 id, GError **error)
{
  g_autoptr (FettleStatement) row = fettle_connection_prepare (connection, CLAIM_COLUMNS "WHERE x.id = :id");
  g_autoptr (FettleClaim) claim = NULL;
  FettleStep step;

  fettle_statement_bind_int (row, ":id", id);
  step = fettle_statement_step (row, error);
  if (step == FETTLE_STEP_DONE)
    refuse (error, FETTLE_STORE_ERROR_NOT_FOUND, _ ("There is no such claim."));
  if (step != FETTLE_STEP_ROW)
    return NULL;
  claim = read_claim (row);
  if (claim->ended_at != 0)
    {
      refuse (error, FETTLE_STORE_ERROR_CONFLICT, _ ("This claim has ended already."));
      return NULL;
    }
  return g_steal_pointer (&claim);
}

/**
 * fettle_claim_store_end:
 * @outcome: what came of it, in words
 */
gboolean
fettle_claim_store_end (FettleConnection *connection,
                        gint64 claim_id,
                        const char *outcome,
                        const char *by,
                        const char *desk,
                        GError **error)
{
  g_autoptr (FettleTransaction) transaction = fettle_transaction_begin (connection, G_STRFUNC, error);
  g_autoptr (FettleClaim) claim = NULL;
  g_autoptr (FettleTimeline) timeline = NULL;
  g_autoptr (FettleStatement) update = NULL;
  g_autoptr (FettleDetails) details = fettle_details_new ();
  g_autoptr (FettleDetails) words = fettle_details_new ();
  gint64 by_id = 0;

  if (fettle_plain_text_is_blank (outcome))
    return refuse (error, FETTLE_STORE_ERROR_CONSTRAINT, _ ("Write what came of the claim."));
  if (transaction == NULL || (claim = load_open_claim (connection, claim_id, error)) == NULL
      || (timeline = fettle_timeline_open (connection, claim->job_id, error)) == NULL)
    return FALSE;
  if (!fettle_plain_text_is_blank (by) && (by_id = fettle_setup_store_staff_id (connection, by, error)) == 0)
    return FALSE;
  fettle_timeline_set_author (timeline, by_id, desk, 0);
  update = fettle_connection_prepare (connection, "UPDATE claim SET ended_at = :at, outcome = :outcome WHERE id = :id");
  fettle_statement_bind_int (update, ":at", fettle_timeline_at (timeline));
  fettle_statement_bind_text (update, ":outcome", outcome);
  fettle_statement_bind_int (update, ":id", claim_id);
  fettle_details_set_int (details, "claim", claim_id);
  fettle_details_set (details, "against", claim->against);
  fettle_details_set (words, "whom", claim->whom);
  fettle_details_set (words, "outcome", outcome);
  return fettle_statement_run (update, error)
         && fettle_timeline_append (timeline, FETTLE_EVENT_CLAIM_ENDED, FALSE, details, words, error)
         && fettle_timeline_save (timeline, error) && fettle_transaction_commit (transaction, error);
}
