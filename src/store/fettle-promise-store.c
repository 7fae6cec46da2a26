/* fettle-promise-store.c: how promises are kept, in both senses.
 *
 * The first date is written once and guarded by a trigger; every new date is a row of its own with its reason.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-promise-store.h"

#include <glib/gi18n-lib.h>

#include "fettle-clock.h"
#include "fettle-setup-store.h"
#include "fettle-statement.h"
#include "fettle-store-error.h"
#include "fettle-transaction.h"

/* A timeline inside a transaction, opened for the job of a promise, or for a job. */
static FettleTimeline *
open_timeline (FettleConnection *connection, gint64 job_id, const char *by, const char *desk, GError **error)
{
  g_autoptr (FettleTimeline) timeline = fettle_timeline_open (connection, job_id, error);
  gint64 by_id = 0;

  if (timeline == NULL)
    return NULL;
  if (by != NULL && *by != '\0' && (by_id = fettle_setup_store_staff_id (connection, by, error)) == 0)
    return NULL;
  fettle_timeline_set_author (timeline, by_id, desk, 0);
  return g_steal_pointer (&timeline);
}

static gint64
insert_promise (FettleConnection *connection, FettlePromise *promise, gint64 job_id, gint64 made_at, GError **error)
{
  g_autoptr (FettleStatement) insert = fettle_connection_prepare (
      connection,
      "INSERT INTO promise (job_id, kind, text, owner_id, made_at, told_how, state, due_from, due, first_due)"
      " VALUES (:job, :kind, :text, :owner, :made_at, :told_how, 'open', :due_from, :due, :due)");

  fettle_statement_bind_int (insert, ":job", job_id);
  fettle_statement_bind_text (insert, ":kind", promise->kind != NULL ? promise->kind : "ready");
  fettle_statement_bind_text (insert, ":text", promise->text != NULL ? promise->text : "");
  fettle_statement_bind_id (insert, ":owner", promise->owner_id);
  fettle_statement_bind_int (insert, ":made_at", made_at);
  fettle_statement_bind_text (insert, ":told_how", promise->told_how);
  fettle_statement_bind_int (insert, ":due_from", promise->due_from);
  fettle_statement_bind_int (insert, ":due", promise->due);
  return fettle_statement_run (insert, error) ? fettle_connection_last_id (connection) : 0;
}

/**
 * fettle_promise_store_append:
 *
 * Writes a promise and its event on an open timeline, within the caller's transaction.
 *
 * Returns: the row, or 0 with an error
 */
gint64
fettle_promise_store_append (FettleConnection *connection,
                             FettleTimeline *timeline,
                             FettlePromise *promise,
                             GError **error)
{
  gint64 id
      = insert_promise (connection, promise, fettle_timeline_job_id (timeline), fettle_timeline_at (timeline), error);
  g_autoptr (FettleDetails) details = fettle_details_new ();
  g_autoptr (FettleDetails) words = fettle_details_new ();

  if (id == 0)
    return 0;
  fettle_details_set_int (details, "promise", id);
  fettle_details_set (details, "kind", promise->kind != NULL ? promise->kind : "ready");
  fettle_details_set_int (details, "due", promise->due);
  if (promise->due_from != 0)
    fettle_details_set_int (details, "due_from", promise->due_from);
  if (promise->owner_id != 0)
    fettle_details_set_int (details, "owner", promise->owner_id);
  fettle_details_set (words, "text", promise->text != NULL && *promise->text != '\0' ? promise->text : NULL);
  return fettle_timeline_append (timeline, FETTLE_EVENT_PROMISED, TRUE, details, words, error) ? id : 0;
}

/**
 * fettle_promise_store_add:
 * @promise: its job, kind, text, owner and due time
 *
 * Returns: the row, or 0 with an error; %FETTLE_STORE_ERROR_CONSTRAINT where the job is closed or the time is past
 */
gint64
fettle_promise_store_add (FettleConnection *connection,
                          FettlePromise *promise,
                          const char *by,
                          const char *desk,
                          GError **error)
{
  g_autoptr (FettleTransaction) transaction = fettle_transaction_begin (connection, G_STRFUNC, error);
  g_autoptr (FettleTimeline) timeline = NULL;
  gint64 id;

  if (transaction == NULL || (timeline = open_timeline (connection, promise->job_id, by, desk, error)) == NULL)
    return 0;
  if (!fettle_stage_is_open (fettle_timeline_state (timeline)->stage) || promise->due <= fettle_timeline_at (timeline))
    {
      g_set_error_literal (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_CONSTRAINT,
                           _ ("A promise needs an open job and a time that is still to come."));
      return 0;
    }
  id = fettle_promise_store_append (connection, timeline, promise, error);
  if (id == 0 || !fettle_timeline_save (timeline, error) || !fettle_transaction_commit (transaction, error))
    return 0;
  return id;
}

static FettlePromise *
read_promise (FettleStatement *row)
{
  FettlePromise *promise = fettle_promise_new ();

  promise->id = fettle_statement_int (row, 0);
  promise->job_id = fettle_statement_int (row, 1);
  promise->job_number = fettle_statement_dup (row, 2);
  promise->kind = fettle_statement_dup (row, 3);
  promise->text = fettle_statement_dup (row, 4);
  promise->owner_id = fettle_statement_int (row, 5);
  promise->owner_name = fettle_statement_dup (row, 6);
  promise->made_at = fettle_statement_int (row, 7);
  promise->told_how = fettle_statement_dup (row, 8);
  promise->state = fettle_promise_state_from_id (fettle_statement_text (row, 9));
  promise->ended_at = fettle_statement_int (row, 10);
  promise->due_from = fettle_statement_int (row, 11);
  promise->due = fettle_statement_int (row, 12);
  promise->first_due = fettle_statement_int (row, 13);
  return promise;
}

#define PROMISE_COLUMNS                                                                                                \
  "p.id, p.job_id, j.number, p.kind, p.text, p.owner_id, s.name, p.made_at, p.told_how, p.state, p.ended_at,"          \
  " p.due_from, p.due, p.first_due"
#define PROMISE_TABLES " FROM promise p JOIN job j ON j.id = p.job_id LEFT JOIN staff s ON s.id = p.owner_id "

static GPtrArray *
read_promises (FettleStatement *rows, GError **error)
{
  g_autoptr (GPtrArray) promises = g_ptr_array_new_with_free_func (g_object_unref);
  FettleStep step;

  while ((step = fettle_statement_step (rows, error)) == FETTLE_STEP_ROW)
    g_ptr_array_add (promises, read_promise (rows));
  return step == FETTLE_STEP_DONE ? g_steal_pointer (&promises) : NULL;
}

static gboolean
read_revisions (FettleConnection *connection, FettlePromise *promise, GError **error)
{
  g_autoptr (FettleStatement) rows
      = fettle_connection_prepare (connection,
                                   "SELECT r.at, r.due_from, r.due, r.reason, r.note, s.name FROM promise_revision r"
                                   " LEFT JOIN staff s ON s.id = r.by_id WHERE r.promise_id = :id ORDER BY r.id");
  FettleStep step;

  fettle_statement_bind_int (rows, ":id", promise->id);
  while ((step = fettle_statement_step (rows, error)) == FETTLE_STEP_ROW)
    {
      FettlePromiseRevision *revision = fettle_promise_revision_new ();

      revision->at = fettle_statement_int (rows, 0);
      revision->due_from = fettle_statement_int (rows, 1);
      revision->due = fettle_statement_int (rows, 2);
      revision->reason = fettle_statement_dup (rows, 3);
      revision->note = fettle_statement_dup (rows, 4);
      revision->by_name = fettle_statement_dup (rows, 5);
      g_ptr_array_add (promise->revisions, revision);
    }
  return step == FETTLE_STEP_DONE;
}

/**
 * fettle_promise_store_load_of_job:
 *
 * Returns: (transfer full) (element-type FettlePromise) (nullable): a job's promises with their revisions, oldest first
 */
GPtrArray *
fettle_promise_store_load_of_job (FettleConnection *connection, gint64 job_id, GError **error)
{
  g_autoptr (FettleStatement) rows = fettle_connection_prepare (connection, "SELECT " PROMISE_COLUMNS PROMISE_TABLES
                                                                            "WHERE p.job_id = :job ORDER BY p.id");
  g_autoptr (GPtrArray) promises = NULL;

  fettle_statement_bind_int (rows, ":job", job_id);
  promises = read_promises (rows, error);
  for (guint i = 0; promises != NULL && i < promises->len; i++)
    if (!read_revisions (connection, promises->pdata[i], error))
      return NULL;
  return g_steal_pointer (&promises);
}

/**
 * fettle_promise_store_list_open:
 * @due_before: moment
 *
 * Returns: (transfer full) (element-type FettlePromise) (nullable): what is still to be kept and due before that
 * moment, the earliest first; a job that is ready waits for its customer, so its "ready by" is not in the list
 */
GPtrArray *
fettle_promise_store_list_open (FettleConnection *connection, gint64 due_before, int limit, GError **error)
{
  g_autoptr (FettleStatement) rows
      = fettle_connection_prepare (connection,
                                   "SELECT " PROMISE_COLUMNS PROMISE_TABLES "WHERE p.state = 'open' AND p.due < :before"
                                   " AND NOT (p.kind = 'ready' AND j.stage = 'ready')"
                                   " ORDER BY p.due, p.id LIMIT :limit");

  fettle_statement_bind_int (rows, ":before", due_before);
  fettle_statement_bind_int (rows, ":limit", limit);
  return read_promises (rows, error);
}

static FettlePromise *
load_promise (FettleConnection *connection, gint64 promise_id, GError **error)
{
  g_autoptr (FettleStatement) row
      = fettle_connection_prepare (connection, "SELECT " PROMISE_COLUMNS PROMISE_TABLES "WHERE p.id = :id");
  FettleStep step;

  fettle_statement_bind_int (row, ":id", promise_id);
  step = fettle_statement_step (row, error);
  if (step == FETTLE_STEP_DONE)
    g_set_error_literal (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_NOT_FOUND, _ ("There is no such promise."));
  return step == FETTLE_STEP_ROW ? read_promise (row) : NULL;
}

static gboolean
write_due (FettleConnection *connection, FettlePromise *promise, gint64 due, GError **error)
{
  g_autoptr (FettleStatement) update = fettle_connection_prepare (
      connection, "UPDATE promise SET due = :due, due_from = 0, state = 'open', ended_at = 0 WHERE id = :id");

  fettle_statement_bind_int (update, ":due", due);
  fettle_statement_bind_int (update, ":id", promise->id);
  return fettle_statement_run (update, error);
}

static gboolean
append_revised (FettleTimeline *timeline,
                FettlePromise *promise,
                gint64 due,
                const char *reason,
                const char *note,
                GError **error)
{
  g_autoptr (FettleDetails) details = fettle_details_new ();
  g_autoptr (FettleDetails) words = fettle_details_new ();

  fettle_details_set_int (details, "promise", promise->id);
  fettle_details_set_int (details, "due", due);
  fettle_details_set_int (details, "was", promise->due);
  fettle_details_set (details, "reason", reason);
  fettle_details_set (words, "note", note);
  return fettle_timeline_append (timeline, FETTLE_EVENT_PROMISE_REVISED, TRUE, details, words, error);
}

static gboolean
insert_revision (FettleConnection *connection,
                 FettleTimeline *timeline,
                 FettlePromise *promise,
                 gint64 due,
                 const char *reason,
                 const char *note,
                 const char *by,
                 GError **error)
{
  g_autoptr (FettleStatement) insert
      = fettle_connection_prepare (connection, "INSERT INTO promise_revision (promise_id, at, due, reason, note, by_id)"
                                               " VALUES (:promise, :at, :due, :reason, :note, :by)");
  gint64 by_id = 0;

  if (by != NULL && *by != '\0' && (by_id = fettle_setup_store_staff_id (connection, by, error)) == 0)
    return FALSE;
  fettle_statement_bind_int (insert, ":promise", promise->id);
  fettle_statement_bind_int (insert, ":at", fettle_timeline_at (timeline));
  fettle_statement_bind_int (insert, ":due", due);
  fettle_statement_bind_text (insert, ":reason", reason);
  fettle_statement_bind_text (insert, ":note", note);
  fettle_statement_bind_id (insert, ":by", by_id);
  return fettle_statement_run (insert, error);
}

/**
 * fettle_promise_store_revise:
 * @due: the new time
 * @reason: ours, part, customer, carrier or system
 *
 * Gives an open promise a new time, beside the first, which stays.
 */
gboolean
fettle_promise_store_revise (FettleConnection *connection,
                             gint64 promise_id,
                             gint64 due,
                             const char *reason,
                             const char *note,
                             const char *by,
                             const char *desk,
                             GError **error)
{
  g_autoptr (FettleTransaction) transaction = fettle_transaction_begin (connection, G_STRFUNC, error);
  g_autoptr (FettlePromise) promise = NULL;
  g_autoptr (FettleTimeline) timeline = NULL;

  if (transaction == NULL || (promise = load_promise (connection, promise_id, error)) == NULL
      || (timeline = open_timeline (connection, promise->job_id, by, desk, error)) == NULL)
    return FALSE;
  if (promise->state != FETTLE_PROMISE_OPEN || due <= fettle_timeline_at (timeline))
    {
      g_set_error_literal (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_CONSTRAINT,
                           _ ("Only an open promise can get a new time, and one that is still to come."));
      return FALSE;
    }
  return insert_revision (connection, timeline, promise, due, reason, note, by, error)
         && write_due (connection, promise, due, error) && append_revised (timeline, promise, due, reason, note, error)
         && fettle_timeline_save (timeline, error) && fettle_transaction_commit (transaction, error);
}

static gboolean
write_end (FettleConnection *connection,
           FettleTimeline *timeline,
           FettlePromise *promise,
           FettlePromiseState state,
           gint64 ended_at,
           const char *note,
           GError **error)
{
  g_autoptr (FettleStatement) update
      = fettle_connection_prepare (connection, "UPDATE promise SET state = :state, ended_at = :at WHERE id = :id");
  g_autoptr (FettleDetails) details = fettle_details_new ();
  g_autoptr (FettleDetails) words = fettle_details_new ();

  fettle_statement_bind_text (update, ":state", fettle_promise_state_id (state));
  fettle_statement_bind_int (update, ":at", ended_at);
  fettle_statement_bind_int (update, ":id", promise->id);
  fettle_details_set_int (details, "promise", promise->id);
  fettle_details_set (details, "state", fettle_promise_state_id (state));
  fettle_details_set (words, "note", note);
  return fettle_statement_run (update, error)
         && fettle_timeline_append (timeline, FETTLE_EVENT_PROMISE_ENDED, TRUE, details, words, error);
}

/**
 * fettle_promise_store_end:
 * @state: kept, broken or withdrawn; kept after the first due time becomes kept late
 *
 * Ends an open promise.
 */
gboolean
fettle_promise_store_end (FettleConnection *connection,
                          gint64 promise_id,
                          FettlePromiseState state,
                          const char *note,
                          const char *by,
                          const char *desk,
                          GError **error)
{
  g_autoptr (FettleTransaction) transaction = fettle_transaction_begin (connection, G_STRFUNC, error);
  g_autoptr (FettlePromise) promise = NULL;
  g_autoptr (FettleTimeline) timeline = NULL;

  if (transaction == NULL || (promise = load_promise (connection, promise_id, error)) == NULL
      || (timeline = open_timeline (connection, promise->job_id, by, desk, error)) == NULL)
    return FALSE;
  if (promise->state != FETTLE_PROMISE_OPEN)
    {
      g_set_error_literal (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_CONFLICT,
                           _ ("This promise has ended already."));
      return FALSE;
    }
  if (state == FETTLE_PROMISE_KEPT && fettle_timeline_at (timeline) > promise->first_due)
    state = FETTLE_PROMISE_KEPT_LATE;
  return write_end (connection, timeline, promise, state, fettle_timeline_at (timeline), note, error)
         && fettle_timeline_save (timeline, error) && fettle_transaction_commit (transaction, error);
}

/**
 * fettle_promise_store_close_all:
 * @done_at: moment at which the work was done, or 0 where the job is cancelled
 *
 * Ends every open promise of a job that closes, within the caller's transaction: kept by the first due time, kept late,
 * or withdrawn with a cancelled job.
 */
gboolean
fettle_promise_store_close_all (FettleConnection *connection, FettleTimeline *timeline, gint64 done_at, GError **error)
{
  g_autoptr (FettleStatement) rows
      = fettle_connection_prepare (connection, "SELECT " PROMISE_COLUMNS PROMISE_TABLES
                                               "WHERE p.job_id = :job AND p.state = 'open' ORDER BY p.id");
  g_autoptr (GPtrArray) promises = NULL;

  fettle_statement_bind_int (rows, ":job", fettle_timeline_job_id (timeline));
  promises = read_promises (rows, error);
  for (guint i = 0; promises != NULL && i < promises->len; i++)
    {
      FettlePromise *promise = promises->pdata[i];
      FettlePromiseState state = done_at == 0                    ? FETTLE_PROMISE_WITHDRAWN
                                 : done_at <= promise->first_due ? FETTLE_PROMISE_KEPT
                                                                 : FETTLE_PROMISE_KEPT_LATE;

      if (!write_end (connection, timeline, promise, state, done_at != 0 ? done_at : fettle_timeline_at (timeline),
                      NULL, error))
        return FALSE;
    }
  return promises != NULL;
}

/**
 * fettle_promise_store_reopen:
 * @withdrawn_at: moment at which the job was cancelled
 *
 * Opens again what was withdrawn only because the job was cancelled, within the caller's transaction.
 */
gboolean
fettle_promise_store_reopen (FettleConnection *connection,
                             FettleTimeline *timeline,
                             gint64 withdrawn_at,
                             GError **error)
{
  g_autoptr (FettleStatement) rows
      = fettle_connection_prepare (connection, "SELECT " PROMISE_COLUMNS PROMISE_TABLES
                                               "WHERE p.job_id = :job AND p.state = 'withdrawn' AND p.ended_at = :at");
  g_autoptr (GPtrArray) promises = NULL;

  fettle_statement_bind_int (rows, ":job", fettle_timeline_job_id (timeline));
  fettle_statement_bind_int (rows, ":at", withdrawn_at);
  promises = read_promises (rows, error);
  for (guint i = 0; promises != NULL && i < promises->len; i++)
    {
      FettlePromise *promise = promises->pdata[i];

      if (!write_due (connection, promise, promise->due, error)
          || !append_revised (timeline, promise, promise->due, "ours", NULL, error))
        return FALSE;
    }
  return promises != NULL;
}
