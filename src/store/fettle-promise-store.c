/* fettle-promise-store.c: how promises are kept, in both senses.
 *
 * The first date is written once and guarded by a trigger; every new date is a row of its own with its reason.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-promise-store.h"

#include <glib/gi18n-lib.h>

#include "fettle-clock.h"
#include "fettle-commitment-store.h"
#include "fettle-compensation-store.h"
#include "fettle-event-words.h"
#include "fettle-plain-text.h"
#include "fettle-promise-rows.h"
#include "fettle-promise-rules.h"
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

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_CONSTRAINT, sentence);
  return FALSE;
}

/* NULL where nothing is required: "none" is only the way to say so where the kind would want something. */
static const char *
what_is_required (FettlePromise *promise)
{
  if (promise->requires == NULL)
    return fettle_promise_default_requires (promise->kind);
  return *promise->requires == '\0' || g_str_equal (promise->requires, "none") ? NULL : promise->requires;
}

/* A promise that is on its way into its row. */
typedef struct
{
  FettlePromise *promise;
  gint64 id;
  gint64 made_at;
} NewPromise;

static void
new_promise_free (NewPromise *self)
{
  g_object_unref (self->promise);
  g_free (self);
}

static gboolean
insert_promise (FettleConnection *connection, gint64 job_id, gpointer data, GError **error)
{
  g_autoptr (FettleStatement) insert = fettle_connection_prepare (
      connection,
      "INSERT INTO promise (id, job_id, kind, text, owner_id, deputy_id, made_at, told_how, told_at, told_by_id, state,"
      " due_from, due, first_due, requires, backing, backed_at, commitment_id)"
      " VALUES (:id, :job, :kind, :text, :owner, :deputy, :made_at, :told_how, :told_at, :told_by, 'open', :due_from,"
      " :due, :due, :requires, :backing, :backed_at, :commitment)");
  NewPromise *self = data;
  FettlePromise *promise = self->promise;
  const gboolean is_backed = !fettle_plain_text_is_blank (promise->backing);

  fettle_statement_bind_int (insert, ":id", self->id);
  fettle_statement_bind_int (insert, ":job", job_id);
  fettle_statement_bind_text (insert, ":kind", promise->kind != NULL ? promise->kind : "ready");
  fettle_statement_bind_text (insert, ":text", promise->text != NULL ? promise->text : "");
  fettle_statement_bind_id (insert, ":owner", promise->owner_id);
  fettle_statement_bind_id (insert, ":deputy", promise->deputy_id);
  fettle_statement_bind_int (insert, ":made_at", self->made_at);
  fettle_statement_bind_text (insert, ":told_how", promise->told_how);
  fettle_statement_bind_int (insert, ":told_at", promise->told_at != 0 ? promise->told_at : self->made_at);
  fettle_statement_bind_id (insert, ":told_by", promise->told_by_id);
  fettle_statement_bind_int (insert, ":due_from", promise->due_from);
  fettle_statement_bind_int (insert, ":due", promise->due);
  fettle_statement_bind_text (insert, ":requires", what_is_required (promise));
  fettle_statement_bind_text (insert, ":backing", is_backed ? promise->backing : NULL);
  fettle_statement_bind_int (insert, ":backed_at", is_backed ? self->made_at : 0);
  fettle_statement_bind_id (insert, ":commitment", promise->commitment_id);
  return fettle_statement_run (insert, error);
}

/* Writes the row, or has it written with that of a new job. Its id goes into the event and so into the job's row, which
 * is why it is drawn ahead; the transaction keeps others from it. */
static gint64
add_promise (FettleTimeline *timeline, FettlePromise *promise, GError **error)
{
  FettleConnection *connection = fettle_timeline_connection (timeline);
  NewPromise new = { promise, 0, fettle_timeline_at (timeline) };

  if (!fettle_connection_get_int (connection, "SELECT coalesce (max (id), 0) + 1 FROM promise", &new.id, error))
    return 0;
  if (fettle_timeline_job_id (timeline) != 0)
    return insert_promise (connection, fettle_timeline_job_id (timeline), &new, error) ? new.id : 0;
  new.id += fettle_timeline_n_deferred (timeline);
  g_object_ref (promise);
  fettle_timeline_defer (timeline, insert_promise, g_memdup2 (&new, sizeof new), (GDestroyNotify) new_promise_free);
  return new.id;
}

static void
set_name (FettleConnection *connection, FettleDetails *details, const char *key, gint64 staff_id)
{
  g_autoptr (FettleStatement) row = NULL;

  if (staff_id == 0)
    return;
  row = fettle_connection_prepare (connection, "SELECT name FROM staff WHERE id = :id");
  fettle_statement_bind_int (row, ":id", staff_id);
  if (fettle_statement_step (row, NULL) == FETTLE_STEP_ROW)
    fettle_details_set (details, key, fettle_statement_text (row, 0));
}

static void
describe_promise (FettleConnection *connection, FettlePromise *promise, FettleDetails *details)
{
  fettle_details_set (details, "kind", promise->kind != NULL ? promise->kind : "ready");
  if (promise->kind_name != NULL)
    fettle_details_set (details, "kind_name", promise->kind_name);
  fettle_details_set_int (details, "due", promise->due);
  if (promise->due_from != 0)
    fettle_details_set_int (details, "due_from", promise->due_from);
  if (promise->owner_id != 0)
    fettle_details_set_int (details, "owner", promise->owner_id);
  if (promise->owner_id != promise->told_by_id)
    set_name (connection, details, "owner_name", promise->owner_id);
  if (promise->deputy_id != 0)
    fettle_details_set_int (details, "deputy", promise->deputy_id);
  set_name (connection, details, "deputy_name", promise->deputy_id);
  if (promise->told_how != NULL)
    fettle_details_set (details, "told_how", promise->told_how);
  if (what_is_required (promise) != NULL)
    fettle_details_set (details, "requires", what_is_required (promise));
  if (promise->commitment_id != 0)
    fettle_details_set_int (details, "commitment", promise->commitment_id);
}

/**
 * fettle_promise_store_append:
 *
 * Writes a promise and its event on an open timeline, within the caller's transaction. On the timeline of a new job the
 * promise gets its row when the timeline is saved; nobody may change it before.
 *
 * Returns: the row, or 0 with an error
 */
gint64
fettle_promise_store_append (FettleConnection *connection,
                             FettleTimeline *timeline,
                             FettlePromise *promise,
                             GError **error)
{
  gint64 id = add_promise (timeline, promise, error);
  g_autoptr (FettleDetails) details = fettle_details_new ();
  g_autoptr (FettleDetails) words = fettle_details_new ();

  if (id == 0)
    return 0;
  fettle_details_set_int (details, "promise", id);
  describe_promise (connection, promise, details);
  fettle_details_set (words, "text", promise->text != NULL && *promise->text != '\0' ? promise->text : NULL);
  if (!fettle_plain_text_is_blank (promise->backing))
    fettle_details_set (words, "backing", promise->backing);
  return fettle_timeline_append (timeline, FETTLE_EVENT_PROMISED, TRUE, details, words, error) ? id : 0;
}

static gboolean
check_promise (FettlePromise *promise, FettleTimeline *timeline, GError **error)
{
  const gint64 now = fettle_timeline_at (timeline);

  if (!fettle_stage_is_open (fettle_timeline_state (timeline)->stage) || promise->due <= now)
    return refuse (error, _ ("A promise needs an open job and a time that is still to come."));
  if (promise->due_from > promise->due)
    return refuse (error, _ ("The near end of the range lies behind its far end."));
  if (promise->told_at > now)
    return refuse (error, _ ("The customer cannot have been told later than now."));
  if (what_is_required (promise) != NULL
      && !g_strv_contains (fettle_promise_require_ids (), what_is_required (promise)))
    return refuse (error, _ ("A promise can require an order, a visit or a task."));
  if (promise->told_how != NULL && !g_strv_contains (fettle_event_words_told_ids (), promise->told_how))
    return refuse (error, _ ("Choose how the customer was told: by phone, message, mail or at the counter."));
  return TRUE;
}

/* The kind as the shop has it: its own name, and what it wants behind a promise. */
static gboolean
take_kind (FettleConnection *connection, FettlePromise *promise, GError **error)
{
  g_autoptr (GPtrArray) kinds = fettle_commitment_store_list_kinds (connection, error);
  FettlePromiseKind *kind = NULL;

  if (kinds == NULL)
    return FALSE;
  kind = fettle_promise_kinds_find (kinds, promise->kind != NULL ? promise->kind : "ready");
  if (kind == NULL)
    {
      g_set_error (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_CONSTRAINT, _ ("“%s” is not a kind of promise here."),
                   promise->kind);
      return FALSE;
    }
  if (promise->kind_name == NULL)
    promise->kind_name = g_strdup (kind->name);
  if (promise->requires == NULL)
  promise->requires = g_strdup (kind->requires != NULL ? kind->requires : "none");
  return TRUE;
}

/**
 * fettle_promise_store_add:
 * @promise: its job, kind, text, owner and due time; whose owner is not named is of who promises it
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
  g_autoptr (FettlePromise) whole = NULL;
  gint64 id, by_id = 0;

  if (transaction == NULL || (timeline = open_timeline (connection, promise->job_id, by, desk, error)) == NULL
      || !check_promise (promise, timeline, error))
    return 0;
  whole = fettle_record_copy (promise);
  if (!take_kind (connection, whole, error))
    return 0;
  if (by != NULL && *by != '\0' && (by_id = fettle_setup_store_staff_id (connection, by, error)) == 0)
    return 0;
  whole->owner_id = whole->owner_id != 0 ? whole->owner_id : by_id;
  whole->told_by_id = whole->told_by_id != 0 ? whole->told_by_id : by_id;
  id = fettle_promise_store_append (connection, timeline, whole, error);
  if (id == 0 || !fettle_timeline_save (timeline, error) || !fettle_transaction_commit (transaction, error))
    return 0;
  return id;
}

/**
 * fettle_promise_store_load_of_job:
 *
 * Returns: (transfer full) (element-type FettlePromise) (nullable): a job's promises with their revisions, oldest first
 */
GPtrArray *
fettle_promise_store_load_of_job (FettleConnection *connection, gint64 job_id, GError **error)
{
  g_autoptr (FettleStatement) rows
      = fettle_connection_prepare (connection, "SELECT " FETTLE_PROMISE_COLUMNS FETTLE_PROMISE_TABLES
                                               "WHERE p.job_id = :job ORDER BY p.id");
  g_autoptr (GPtrArray) promises = NULL;

  fettle_statement_bind_int (rows, ":job", job_id);
  promises = fettle_promise_rows_read_all (rows, error);
  for (guint i = 0; promises != NULL && i < promises->len; i++)
    if (!fettle_promise_rows_read_revisions (connection, promises->pdata[i], error))
      return NULL;
  if (promises != NULL && !fettle_promise_rows_find_acting (connection, promises, error))
    return NULL;
  return g_steal_pointer (&promises);
}

/**
 * fettle_promise_store_load:
 *
 * Returns: (transfer full) (nullable): one promise with its revisions; %FETTLE_STORE_ERROR_NOT_FOUND
 */
FettlePromise *
fettle_promise_store_load (FettleConnection *connection, gint64 promise_id, GError **error)
{
  g_autoptr (FettleStatement) row
      = fettle_connection_prepare (connection,
                                   "SELECT " FETTLE_PROMISE_COLUMNS FETTLE_PROMISE_TABLES "WHERE p.id = :id");
  g_autoptr (FettlePromise) promise = NULL;
  FettleStep step;

  fettle_statement_bind_int (row, ":id", promise_id);
  step = fettle_statement_step (row, error);
  if (step == FETTLE_STEP_DONE)
    g_set_error_literal (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_NOT_FOUND, _ ("There is no such promise."));
  if (step != FETTLE_STEP_ROW)
    return NULL;
  promise = fettle_promise_rows_read (row);
  return fettle_promise_rows_read_revisions (connection, promise, error) ? g_steal_pointer (&promise) : NULL;
}

static gboolean
write_due (FettleConnection *connection, FettlePromise *promise, gint64 due_from, gint64 due, GError **error)
{
  g_autoptr (FettleStatement) update = fettle_connection_prepare (
      connection, "UPDATE promise SET due = :due, due_from = :from, state = 'open', ended_at = 0 WHERE id = :id");

  fettle_statement_bind_int (update, ":due", due);
  fettle_statement_bind_int (update, ":from", due_from);
  fettle_statement_bind_int (update, ":id", promise->id);
  return fettle_statement_run (update, error);
}

static void
name_promise (FettlePromise *promise, FettleDetails *details)
{
  fettle_details_set_int (details, "promise", promise->id);
  fettle_details_set (details, "kind", promise->kind);
  if (promise->kind_name != NULL)
    fettle_details_set (details, "kind_name", promise->kind_name);
}

static gboolean
append_revised (FettleTimeline *timeline, FettlePromise *promise, FettlePromiseChange *change, GError **error)
{
  g_autoptr (FettleDetails) details = fettle_details_new ();
  g_autoptr (FettleDetails) words = fettle_details_new ();

  name_promise (promise, details);
  fettle_details_set_int (details, "due", change->due);
  if (change->due_from != 0)
    fettle_details_set_int (details, "due_from", change->due_from);
  fettle_details_set_int (details, "was", promise->due);
  fettle_details_set (details, "reason", change->reason);
  if (change->told_how != NULL)
    fettle_details_set (details, "told_how", change->told_how);
  if (!fettle_plain_text_is_blank (change->whom))
    fettle_details_set (words, "whom", change->whom);
  fettle_details_set (words, "note", fettle_plain_text_is_blank (change->note) ? NULL : change->note);
  return fettle_timeline_append (timeline, FETTLE_EVENT_PROMISE_REVISED, TRUE, details, words, error);
}

static gboolean
insert_revision (FettleConnection *connection,
                 FettleTimeline *timeline,
                 FettlePromise *promise,
                 FettlePromiseChange *change,
                 GError **error)
{
  g_autoptr (FettleStatement) insert = fettle_connection_prepare (
      connection, "INSERT INTO promise_revision (promise_id, at, due_from, due, reason, whom, note, by_id)"
                  " VALUES (:promise, :at, :from, :due, :reason, :whom, :note, :by)");
  gint64 by_id = 0;

  if (change->by != NULL && *change->by != '\0'
      && (by_id = fettle_setup_store_staff_id (connection, change->by, error)) == 0)
    return FALSE;
  fettle_statement_bind_int (insert, ":promise", promise->id);
  fettle_statement_bind_int (insert, ":at", fettle_timeline_at (timeline));
  fettle_statement_bind_int (insert, ":from", change->due_from);
  fettle_statement_bind_int (insert, ":due", change->due);
  fettle_statement_bind_text (insert, ":reason", change->reason);
  fettle_statement_bind_text (insert, ":whom", fettle_plain_text_is_blank (change->whom) ? NULL : change->whom);
  fettle_statement_bind_text (insert, ":note", fettle_plain_text_is_blank (change->note) ? NULL : change->note);
  fettle_statement_bind_id (insert, ":by", by_id);
  return fettle_statement_run (insert, error);
}

static gboolean
check_change (FettlePromise *promise, FettlePromiseChange *change, gint64 now, GError **error)
{
  if (change->reason != NULL && !g_strv_contains (fettle_event_words_reason_ids (), change->reason))
    return refuse (error, _ ("A reason is one of: ours, part, customer, carrier, system."));
  if (change->told_how != NULL && !g_strv_contains (fettle_event_words_told_ids (), change->told_how))
    return refuse (error, _ ("Choose how the customer was told: by phone, message, mail or at the counter."));
  if (change->state != FETTLE_PROMISE_NONE)
    return TRUE;
  if (promise->state != FETTLE_PROMISE_OPEN || change->due <= now)
    return refuse (error, _ ("Only an open promise can get a new time, and one that is still to come."));
  if (change->reason == NULL)
    return refuse (error, _ ("Say why there is a new time: ours, part, customer, carrier or system."));
  return change->due_from <= change->due || refuse (error, _ ("The near end of the range lies behind its far end."));
}

/**
 * fettle_promise_store_change:
 * @change: a new date with its reason, beside the first, which stays; or the end. Kept after the first date is kept
 * late
 *
 * Where a published commitment breaks, or who caused it becomes known, what follows from that is written with it.
 */
gboolean
fettle_promise_store_change (FettleConnection *connection, FettlePromiseChange *change, GError **error)
{
  g_autoptr (FettleTransaction) transaction = fettle_transaction_begin (connection, G_STRFUNC, error);
  g_autoptr (FettlePromise) promise = NULL;
  g_autoptr (FettleTimeline) timeline = NULL;
  gint64 now;

  if (transaction == NULL || (promise = fettle_promise_store_load (connection, change->promise_id, error)) == NULL
      || (timeline = open_timeline (connection, promise->job_id, change->by, change->desk, error)) == NULL)
    return FALSE;
  now = fettle_timeline_at (timeline);
  if (!check_change (promise, change, now, error))
    return FALSE;
  if (change->state == FETTLE_PROMISE_NONE)
    {
      if (!insert_revision (connection, timeline, promise, change, error)
          || !write_due (connection, promise, change->due_from, change->due, error)
          || !append_revised (timeline, promise, change, error)
          || !fettle_compensation_store_blame (connection, timeline, promise, change->reason, change->whom, error))
        return FALSE;
    }
  else if (promise->state != FETTLE_PROMISE_OPEN)
    {
      g_set_error_literal (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_CONFLICT,
                           _ ("This promise has ended already."));
      return FALSE;
    }
  else if (!fettle_promise_store_append_end (connection, timeline, promise, change, now, error))
    return FALSE;
  return fettle_timeline_save (timeline, error) && fettle_transaction_commit (transaction, error);
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
  g_autoptr (FettlePromiseChange) change = fettle_promise_change_new ();

  change->promise_id = promise_id;
  change->due = due;
  change->reason = g_strdup (reason);
  change->note = g_strdup (note);
  change->by = g_strdup (by);
  change->desk = g_strdup (desk);
  return fettle_promise_store_change (connection, change, error);
}

/* By how much it was missed, as the calendar stands today, for the sentence on the timeline. */
static void
count_missed (FettleConnection *connection, FettlePromise *promise, gint64 ended_at, FettleDetails *details)
{
  g_autoptr (FettleShop) shop = NULL;
  g_autoptr (FettleCalendar) calendar = NULL;
  g_autoptr (FettlePromise) ended = fettle_record_copy (promise);
  gint64 working_time = 0;
  int days = 0;

  ended->state = FETTLE_PROMISE_KEPT_LATE;
  ended->ended_at = ended_at;
  if (ended_at <= promise->first_due || (shop = fettle_setup_store_load (connection, NULL)) == NULL)
    return;
  calendar = fettle_shop_make_calendar (shop);
  if (!fettle_promise_missed_by (ended, calendar, ended_at, &days, &working_time))
    return;
  fettle_details_set_int (details, "late_days", days);
  fettle_details_set_int (details, "late_minutes", working_time / FETTLE_MINUTE);
}

static gboolean
write_state (FettleConnection *connection,
             FettlePromise *promise,
             FettlePromiseState state,
             gint64 ended_at,
             GError **error)
{
  g_autoptr (FettleStatement) update
      = fettle_connection_prepare (connection, "UPDATE promise SET state = :state, ended_at = :at WHERE id = :id");

  fettle_statement_bind_text (update, ":state", fettle_promise_state_id (state));
  fettle_statement_bind_int (update, ":at", ended_at);
  fettle_statement_bind_int (update, ":id", promise->id);
  return fettle_statement_run (update, error);
}

/**
 * fettle_promise_store_append_end:
 * @change: how it ends and why; kept after the first date is kept late
 * @ended_at: moment
 *
 * Ends an open promise on an open timeline, within the caller's transaction.
 */
gboolean
fettle_promise_store_append_end (FettleConnection *connection,
                                 FettleTimeline *timeline,
                                 FettlePromise *promise,
                                 FettlePromiseChange *change,
                                 gint64 ended_at,
                                 GError **error)
{
  const FettlePromiseState state = change->state == FETTLE_PROMISE_KEPT && ended_at > promise->first_due
                                       ? FETTLE_PROMISE_KEPT_LATE
                                       : change->state;
  g_autoptr (FettleDetails) details = fettle_details_new ();
  g_autoptr (FettleDetails) words = fettle_details_new ();

  name_promise (promise, details);
  fettle_details_set (details, "state", fettle_promise_state_id (state));
  if (change->reason != NULL)
    fettle_details_set (details, "reason", change->reason);
  if (state == FETTLE_PROMISE_KEPT_LATE || state == FETTLE_PROMISE_BROKEN)
    count_missed (connection, promise, ended_at, details);
  if (change->told_how != NULL)
    fettle_details_set (details, "told_how", change->told_how);
  if (!fettle_plain_text_is_blank (change->whom))
    fettle_details_set (words, "whom", change->whom);
  fettle_details_set (words, "note", fettle_plain_text_is_blank (change->note) ? NULL : change->note);
  if (!write_state (connection, promise, state, ended_at, error))
    return FALSE;
  /* What was owed from the due time on stands on the timeline before the end that came later. */
  if (state == FETTLE_PROMISE_KEPT_LATE || state == FETTLE_PROMISE_BROKEN)
    if (!fettle_compensation_store_fall_due (connection, timeline, promise, ended_at, state == FETTLE_PROMISE_BROKEN,
                                             error))
      return FALSE;
  return fettle_timeline_append (timeline, FETTLE_EVENT_PROMISE_ENDED, TRUE, details, words, error)
         && (state == FETTLE_PROMISE_WITHDRAWN
             || fettle_compensation_store_blame (connection, timeline, promise, change->reason, change->whom, error));
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
  g_autoptr (FettlePromiseChange) change = fettle_promise_change_new ();

  change->promise_id = promise_id;
  change->state = state;
  change->note = g_strdup (note);
  change->by = g_strdup (by);
  change->desk = g_strdup (desk);
  return fettle_promise_store_change (connection, change, error);
}

/**
 * fettle_promise_store_back:
 * @backing: what stands behind it now, such as the number of an order
 *
 * Puts something behind an open promise.
 */
gboolean
fettle_promise_store_back (FettleConnection *connection,
                           gint64 promise_id,
                           const char *backing,
                           const char *by,
                           const char *desk,
                           GError **error)
{
  g_autoptr (FettleTransaction) transaction = fettle_transaction_begin (connection, G_STRFUNC, error);
  g_autoptr (FettlePromise) promise = NULL;
  g_autoptr (FettleTimeline) timeline = NULL;
  g_autoptr (FettleStatement) update = NULL;
  g_autoptr (FettleDetails) details = fettle_details_new ();
  g_autoptr (FettleDetails) words = fettle_details_new ();

  if (transaction == NULL || (promise = fettle_promise_store_load (connection, promise_id, error)) == NULL
      || (timeline = open_timeline (connection, promise->job_id, by, desk, error)) == NULL)
    return FALSE;
  if (promise->state != FETTLE_PROMISE_OPEN)
    return refuse (error, _ ("This promise has ended already."));
  if (fettle_plain_text_is_blank (backing))
    return refuse (error, _ ("Write what stands behind the promise, such as the number of the order."));
  update
      = fettle_connection_prepare (connection, "UPDATE promise SET backing = :backing, backed_at = :at WHERE id = :id");
  fettle_statement_bind_text (update, ":backing", backing);
  fettle_statement_bind_int (update, ":at", fettle_timeline_at (timeline));
  fettle_statement_bind_int (update, ":id", promise_id);
  name_promise (promise, details);
  if (promise->requires != NULL)
    fettle_details_set (details, "requires", promise->requires);
  fettle_details_set (words, "backing", backing);
  return fettle_statement_run (update, error)
         && fettle_timeline_append (timeline, FETTLE_EVENT_PROMISE_BACKED, TRUE, details, words, error)
         && fettle_timeline_save (timeline, error) && fettle_transaction_commit (transaction, error);
}

/* Whoever has left the shop keeps no promise, and nobody stands in for themselves. */
static gboolean
check_keepers (FettleConnection *connection, FettlePromise *promise, gint64 owner_id, gint64 deputy_id, GError **error)
{
  const gint64 keepers[] = { owner_id, deputy_id };
  const gint64 before[] = { promise->owner_id, promise->deputy_id };

  if (promise->state != FETTLE_PROMISE_OPEN)
    return refuse (error, _ ("This promise has ended already."));
  if (owner_id == promise->owner_id && deputy_id == promise->deputy_id)
    return refuse (error, _ ("Choose somebody else: these two have the promise already."));
  if (deputy_id != 0 && deputy_id == owner_id)
    return refuse (error, _ ("Nobody is their own deputy."));
  for (guint i = 0; i < G_N_ELEMENTS (keepers); i++)
    {
      g_autoptr (FettleStatement) row = NULL;

      if (keepers[i] == 0 || keepers[i] == before[i])
        continue;
      row = fettle_connection_prepare (connection, "SELECT 1 FROM staff WHERE id = :id AND active = 1");
      fettle_statement_bind_int (row, ":id", keepers[i]);
      switch (fettle_statement_step (row, error))
        {
        case FETTLE_STEP_ROW:
          break;
        case FETTLE_STEP_DONE:
          return refuse (error, _ ("Choose somebody who works here."));
        case FETTLE_STEP_ERROR:
        default:
          return FALSE;
        }
    }
  return TRUE;
}

/**
 * fettle_promise_store_assign:
 * @owner_id: who keeps it from now on, 0 for nobody in particular
 * @deputy_id: who stands in for them with this one, 0 for whoever does
 * @note: (nullable): why, for the shop alone
 *
 * Passes an open promise into other hands. Who acts today follows from it by the absence calendar.
 */
gboolean
fettle_promise_store_assign (FettleConnection *connection,
                             gint64 promise_id,
                             gint64 owner_id,
                             gint64 deputy_id,
                             const char *note,
                             const char *by,
                             const char *desk,
                             GError **error)
{
  g_autoptr (FettleTransaction) transaction = fettle_transaction_begin (connection, G_STRFUNC, error);
  g_autoptr (FettlePromise) promise = NULL;
  g_autoptr (FettleTimeline) timeline = NULL;
  g_autoptr (FettleStatement) update = NULL;
  g_autoptr (FettleDetails) details = fettle_details_new ();
  g_autoptr (FettleDetails) words = fettle_details_new ();

  if (transaction == NULL || (promise = fettle_promise_store_load (connection, promise_id, error)) == NULL
      || (timeline = open_timeline (connection, promise->job_id, by, desk, error)) == NULL
      || !check_keepers (connection, promise, owner_id, deputy_id, error))
    return FALSE;
  update = fettle_connection_prepare (connection,
                                      "UPDATE promise SET owner_id = :owner, deputy_id = :deputy WHERE id = :id");
  fettle_statement_bind_id (update, ":owner", owner_id);
  fettle_statement_bind_id (update, ":deputy", deputy_id);
  fettle_statement_bind_int (update, ":id", promise_id);
  name_promise (promise, details);
  fettle_details_set_int (details, "owner", owner_id);
  set_name (connection, details, "owner_name", owner_id);
  fettle_details_set_int (details, "deputy", deputy_id);
  set_name (connection, details, "deputy_name", deputy_id);
  fettle_details_set (words, "note", fettle_plain_text_is_blank (note) ? NULL : note);
  return fettle_statement_run (update, error)
         && fettle_timeline_append (timeline, FETTLE_EVENT_PROMISE_ASSIGNED, FALSE, details, words, error)
         && fettle_timeline_save (timeline, error) && fettle_transaction_commit (transaction, error);
}

/* When the promise of a job that closes was kept: a device is ready when the work is done, a part was there when the
 * last one since was put in, everything else ends as the job does. 0 after an error. */
static gint64
kept_at (FettleConnection *connection, FettleTimeline *timeline, FettlePromise *promise, gint64 done_at, GError **error)
{
  g_autoptr (FettleStatement) row = NULL;
  gint64 fitted_at;

  if (done_at != 0 && g_str_equal (promise->kind, "ready"))
    return done_at;
  if (done_at == 0 || !g_str_equal (promise->kind, "part"))
    return fettle_timeline_at (timeline);
  row = fettle_connection_prepare (connection, "SELECT coalesce (max (at), 0) FROM job_part"
                                               " WHERE job_id = :job AND state = 'fitted' AND at >= :made");
  fettle_statement_bind_int (row, ":job", promise->job_id);
  fettle_statement_bind_int (row, ":made", promise->made_at);
  if (fettle_statement_step (row, error) != FETTLE_STEP_ROW)
    return 0;
  fitted_at = fettle_statement_int (row, 0);
  return fitted_at != 0 ? MIN (fitted_at, fettle_timeline_at (timeline)) : fettle_timeline_at (timeline);
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
      = fettle_connection_prepare (connection, "SELECT " FETTLE_PROMISE_COLUMNS FETTLE_PROMISE_TABLES
                                               "WHERE p.job_id = :job AND p.state = 'open' ORDER BY p.id");
  g_autoptr (FettlePromiseChange) change = fettle_promise_change_new ();
  g_autoptr (GPtrArray) promises = NULL;

  fettle_statement_bind_int (rows, ":job", fettle_timeline_job_id (timeline));
  promises = fettle_promise_rows_read_all (rows, error);
  change->state = done_at == 0 ? FETTLE_PROMISE_WITHDRAWN : FETTLE_PROMISE_KEPT;
  for (guint i = 0; promises != NULL && i < promises->len; i++)
    {
      FettlePromise *promise = promises->pdata[i];
      gint64 ended_at = kept_at (connection, timeline, promise, done_at, error);

      if (ended_at == 0 || !fettle_promise_rows_read_revisions (connection, promise, error)
          || !fettle_promise_store_append_end (connection, timeline, promise, change, ended_at, error))
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
      = fettle_connection_prepare (connection, "SELECT " FETTLE_PROMISE_COLUMNS FETTLE_PROMISE_TABLES
                                               "WHERE p.job_id = :job AND p.state = 'withdrawn' AND p.ended_at = :at");
  g_autoptr (GPtrArray) promises = NULL;

  fettle_statement_bind_int (rows, ":job", fettle_timeline_job_id (timeline));
  fettle_statement_bind_int (rows, ":at", withdrawn_at);
  promises = fettle_promise_rows_read_all (rows, error);
  for (guint i = 0; promises != NULL && i < promises->len; i++)
    {
      FettlePromise *promise = promises->pdata[i];
      g_autoptr (FettlePromiseChange) change = fettle_promise_change_new ();

      change->due = promise->due;
      change->due_from = promise->due_from;
      change->reason = g_strdup ("ours");
      if (!write_due (connection, promise, promise->due_from, promise->due, error)
          || !append_revised (timeline, promise, change, error))
        return FALSE;
    }
  return promises != NULL;
}
