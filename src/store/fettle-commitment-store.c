/* fettle-commitment-store.c: kinds of promises, and what the shop publishes, as kept.
 *
 * What is no longer published, or has another wording by now, stays as it was for the promises that were made of it,
 * and is not offered any more.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-commitment-store.h"

#include <glib/gi18n-lib.h>

#include "fettle-error.h"
#include "fettle-plain-text.h"
#include "fettle-promise-store.h"
#include "fettle-setup-store.h"
#include "fettle-statement.h"
#include "fettle-store-error.h"
#include "fettle-transaction.h"

/**
 * fettle_commitment_store_list_kinds:
 *
 * Returns: (transfer full) (element-type FettlePromiseKind) (nullable): the ready kinds as the shop has them, then its
 *   own
 */
GPtrArray *
fettle_commitment_store_list_kinds (FettleConnection *connection, GError **error)
{
  g_autoptr (FettleStatement) rows
      = fettle_connection_prepare (connection, "SELECT id, name, requires, lead, active FROM promise_kind ORDER BY id");
  g_autoptr (GPtrArray) own = g_ptr_array_new_with_free_func (g_object_unref);
  FettleStep step;

  while ((step = fettle_statement_step (rows, error)) == FETTLE_STEP_ROW)
    {
      FettlePromiseKind *kind = fettle_promise_kind_new ();

      kind->id = fettle_statement_dup (rows, 0);
      kind->name = fettle_statement_dup (rows, 1);
      kind->requires = fettle_statement_dup (rows, 2);
      kind->lead = fettle_statement_int (rows, 3);
      kind->active = fettle_statement_boolean (rows, 4);
      g_ptr_array_add (own, kind);
    }
  return step == FETTLE_STEP_DONE ? fettle_promise_kinds_merge (own) : NULL;
}

/**
 * fettle_commitment_store_save_kind:
 * @kind: one of the shop's own, or a ready one that it has changed
 */
gboolean
fettle_commitment_store_save_kind (FettleConnection *connection, FettlePromiseKind *kind, GError **error)
{
  g_autoptr (FettleStatement) save = NULL;

  if (!fettle_promise_kind_validate (kind, error))
    return FALSE;
  save = fettle_connection_prepare (
      connection, "INSERT INTO promise_kind (id, name, requires, lead, active)"
                  " VALUES (:id, :name, :requires, :lead, :active) ON CONFLICT (id) DO UPDATE SET name = excluded.name,"
                  " requires = excluded.requires, lead = excluded.lead, active = excluded.active");
  fettle_statement_bind_text (save, ":id", kind->id);
  fettle_statement_bind_text (save, ":name", fettle_plain_text_is_blank (kind->name) ? NULL : kind->name);
  fettle_statement_bind_text (save, ":requires", kind->requires);
  fettle_statement_bind_int (save, ":lead", kind->lead);
  fettle_statement_bind_boolean (save, ":active", kind->active);
  return fettle_statement_run (save, error);
}

static gboolean
check_kind (FettleConnection *connection, const char *kind, GError **error)
{
  g_autoptr (GPtrArray) kinds = fettle_commitment_store_list_kinds (connection, error);

  if (kinds == NULL)
    return FALSE;
  if (fettle_promise_kinds_find (kinds, kind) != NULL)
    return TRUE;
  g_set_error (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_CONSTRAINT, _ ("“%s” is not a kind of promise here."),
               kind);
  return FALSE;
}

static void
bind_commitment (FettleStatement *save, FettleCommitment *commitment)
{
  g_autofree char *condition = fettle_commitment_condition (commitment);
  const gboolean has_text = !fettle_plain_text_is_blank (commitment->compensation);

  fettle_statement_bind_text (save, ":text", commitment->text);
  fettle_statement_bind_text (save, ":kind", commitment->kind);
  fettle_statement_bind_text (save, ":condition", condition);
  fettle_statement_bind_int (save, ":days", commitment->days);
  fettle_statement_bind_int (save, ":minutes", commitment->minutes);
  fettle_statement_bind_text (save, ":compensation", has_text ? commitment->compensation : NULL);
  fettle_statement_bind_int (save, ":amount", commitment->amount);
  fettle_statement_bind_text (save, ":currency", commitment->amount != 0 ? commitment->currency : NULL);
  fettle_statement_bind_boolean (save, ":automatic", commitment->automatic);
  fettle_statement_bind_boolean (save, ":active", commitment->active);
}

static gint64
insert_commitment (FettleConnection *connection, FettleCommitment *commitment, GError **error)
{
  g_autoptr (FettleStatement) insert = fettle_connection_prepare (
      connection,
      "INSERT INTO commitment (text, kind, condition, days, minutes, compensation, amount, currency, automatic, active,"
      " revision, first_id) VALUES (:text, :kind, :condition, :days, :minutes, :compensation, :amount, :currency,"
      " :automatic, :active, :revision, :first)");

  bind_commitment (insert, commitment);
  fettle_statement_bind_int (insert, ":revision", commitment->id == 0 ? 1 : commitment->revision + 1);
  fettle_statement_bind_id (insert, ":first", commitment->first_id);
  return fettle_statement_run (insert, error) ? fettle_connection_last_id (connection) : 0;
}

/* It is not offered any more, as long as it still is as it was seen. */
static gboolean
retire (FettleConnection *connection, FettleCommitment *commitment, GError **error)
{
  g_autoptr (FettleStatement) update = fettle_connection_prepare (
      connection, "UPDATE commitment SET active = 0 WHERE id = :id AND revision = :revision AND active = 1");

  fettle_statement_bind_int (update, ":id", commitment->id);
  fettle_statement_bind_int (update, ":revision", commitment->revision);
  if (!fettle_statement_run (update, error))
    return FALSE;
  if (fettle_connection_changes (connection) == 1)
    return TRUE;
  g_set_error_literal (
      error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_CONFLICT,
      _ ("Somebody else changed this meanwhile. Look at it as it is now, and make your change again."));
  return FALSE;
}

/* The wording that was stays, for the promises that were made of it. */
static gint64
save_again (FettleConnection *connection, FettleCommitment *commitment, GError **error)
{
  g_autoptr (FettleTransaction) transaction = fettle_transaction_begin (connection, G_STRFUNC, error);
  g_autoptr (FettleCommitment) before
      = transaction != NULL ? fettle_commitment_store_load (connection, commitment->id, error) : NULL;
  g_autoptr (FettleCommitment) next = NULL;
  gint64 id;

  if (before == NULL)
    return 0;
  if (before->revision == commitment->revision && fettle_commitment_is_same (before, commitment))
    return commitment->id;
  next = fettle_record_copy (commitment);
  next->first_id = before->first_id;
  if (!retire (connection, commitment, error))
    return 0;
  id = insert_commitment (connection, next, error);
  return id != 0 && fettle_transaction_commit (transaction, error) ? id : 0;
}

/**
 * fettle_commitment_store_save:
 * @commitment: with @id 0 for a new one
 *
 * Publishes it. A change to one that is published is a new wording with a row of its own; jobs that were given the
 * former keep it.
 *
 * Returns: the row, or 0 with an error; %FETTLE_STORE_ERROR_CONFLICT where it is no longer the wording that was seen
 */
gint64
fettle_commitment_store_save (FettleConnection *connection, FettleCommitment *commitment, GError **error)
{
  if (!fettle_commitment_validate (commitment, error) || !check_kind (connection, commitment->kind, error))
    return 0;
  return commitment->id == 0 ? insert_commitment (connection, commitment, error)
                             : save_again (connection, commitment, error);
}

static gboolean
no_such (GError **error)
{
  g_set_error_literal (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_NOT_FOUND,
                       _ ("There is no such published commitment."));
  return FALSE;
}

/**
 * fettle_commitment_store_remove:
 *
 * It is not published any more. Promises that were made of it are held to it as before.
 */
gboolean
fettle_commitment_store_remove (FettleConnection *connection, gint64 commitment_id, GError **error)
{
  g_autoptr (FettleStatement) update
      = fettle_connection_prepare (connection, "UPDATE commitment SET active = 0 WHERE id = :id AND active = 1");

  fettle_statement_bind_int (update, ":id", commitment_id);
  if (!fettle_statement_run (update, error))
    return FALSE;
  return fettle_connection_changes (connection) == 1 || no_such (error);
}

#define COMMITMENT_COLUMNS                                                                                             \
  "id, revision, text, kind, condition, days, minutes, compensation, amount, currency, automatic, active,"             \
  " coalesce (first_id, id)"

static FettleCommitment *
read_commitment (FettleStatement *row)
{
  FettleCommitment *commitment = fettle_commitment_new ();

  commitment->id = fettle_statement_int (row, 0);
  commitment->revision = fettle_statement_int (row, 1);
  commitment->text = fettle_statement_dup (row, 2);
  commitment->kind = fettle_statement_dup (row, 3);
  fettle_commitment_take_condition (commitment, fettle_statement_text (row, 4));
  commitment->days = fettle_statement_int (row, 5);
  commitment->minutes = fettle_statement_int (row, 6);
  commitment->compensation = fettle_statement_dup (row, 7);
  commitment->amount = fettle_statement_int (row, 8);
  commitment->currency = fettle_statement_dup (row, 9);
  commitment->automatic = fettle_statement_boolean (row, 10);
  commitment->active = fettle_statement_boolean (row, 11);
  commitment->first_id = fettle_statement_int (row, 12);
  return commitment;
}

/**
 * fettle_commitment_store_load:
 *
 * Returns: (transfer full) (nullable): it, published or not; %FETTLE_STORE_ERROR_NOT_FOUND
 */
FettleCommitment *
fettle_commitment_store_load (FettleConnection *connection, gint64 commitment_id, GError **error)
{
  g_autoptr (FettleStatement) row
      = fettle_connection_prepare (connection, "SELECT " COMMITMENT_COLUMNS " FROM commitment WHERE id = :id");
  FettleStep step;

  fettle_statement_bind_int (row, ":id", commitment_id);
  step = fettle_statement_step (row, error);
  if (step == FETTLE_STEP_DONE)
    no_such (error);
  return step == FETTLE_STEP_ROW ? read_commitment (row) : NULL;
}

/**
 * fettle_commitment_store_list:
 * @with_former: whether those that are no longer published are wanted, too
 *
 * Returns: (transfer full) (element-type FettleCommitment) (nullable): in the order in which they were first published
 */
GPtrArray *
fettle_commitment_store_list (FettleConnection *connection, gboolean with_former, GError **error)
{
  g_autoptr (FettleStatement) rows
      = fettle_connection_prepare (connection, "SELECT " COMMITMENT_COLUMNS
                                               " FROM commitment WHERE active >= :active ORDER BY 13, id");
  g_autoptr (GPtrArray) commitments = g_ptr_array_new_with_free_func (g_object_unref);
  FettleStep step;

  fettle_statement_bind_boolean (rows, ":active", !with_former);
  while ((step = fettle_statement_step (rows, error)) == FETTLE_STEP_ROW)
    g_ptr_array_add (commitments, read_commitment (rows));
  return step == FETTLE_STEP_DONE ? g_steal_pointer (&commitments) : NULL;
}

/**
 * fettle_commitment_store_find:
 * @name: its number, or its text in any case
 *
 * Returns: (transfer full) (nullable): the published one that is meant; %FETTLE_STORE_ERROR_NOT_FOUND
 */
FettleCommitment *
fettle_commitment_store_find (FettleConnection *connection, const char *name, GError **error)
{
  g_autoptr (GPtrArray) commitments = fettle_commitment_store_list (connection, FALSE, error);
  g_autofree char *wanted = g_utf8_casefold (name, -1);
  guint64 id = 0;

  if (commitments == NULL)
    return NULL;
  g_ascii_string_to_unsigned (name, 10, 1, G_MAXINT64, &id, NULL);
  g_strstrip (wanted);
  for (guint i = 0; i < commitments->len; i++)
    {
      FettleCommitment *commitment = commitments->pdata[i];
      g_autofree char *text = g_utf8_casefold (commitment->text, -1);

      if (commitment->id == (gint64) id || g_str_equal (g_strstrip (text), wanted))
        return g_object_ref (commitment);
    }
  no_such (error);
  return NULL;
}

/**
 * fettle_commitment_store_make_promise:
 * @from: moment from which its time counts
 *
 * Returns: (transfer full) (nullable): the promise that the commitment makes, with its time and its words, of no job
 * yet
 */
FettlePromise *
fettle_commitment_store_make_promise (FettleConnection *connection,
                                      FettleCommitment *commitment,
                                      gint64 from,
                                      GError **error)
{
  g_autoptr (FettleShop) shop = fettle_setup_store_load (connection, error);
  g_autoptr (FettleCalendar) calendar = shop != NULL ? fettle_shop_make_calendar (shop) : NULL;
  FettlePromise *promise = NULL;
  gint64 due = calendar != NULL ? fettle_commitment_due (commitment, calendar, from) : 0;

  if (due == 0)
    {
      if (calendar != NULL)
        g_set_error_literal (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_CONSTRAINT,
                             _ ("The shop is not open often enough for that. Look at its opening hours."));
      return NULL;
    }
  promise = fettle_promise_new ();
  promise->kind = g_strdup (commitment->kind);
  promise->text = g_strdup (commitment->text);
  promise->commitment_id = commitment->id;
  promise->due = due;
  return promise;
}

static gboolean
attach_one (FettleConnection *connection,
            FettleTimeline *timeline,
            FettleCommitment *commitment,
            gint64 owner_id,
            GError **error)
{
  g_autoptr (FettlePromise) promise
      = fettle_commitment_store_make_promise (connection, commitment, fettle_timeline_at (timeline), error);

  if (promise == NULL)
    return FALSE;
  promise->owner_id = owner_id;
  promise->told_by_id = owner_id;
  promise->told_how = g_strdup ("counter");
  return fettle_promise_store_append (connection, timeline, promise, error) != 0;
}

static char *
category_of (FettleConnection *connection, FettleTimeline *timeline, FettleIntake *intake)
{
  g_autoptr (FettleStatement) row = NULL;

  if (!fettle_plain_text_is_blank (intake->category))
    return g_strdup (intake->category);
  row = fettle_connection_prepare (
      connection, "SELECT m.category FROM unit u JOIN model m ON m.id = u.model_id WHERE u.id = :unit");
  fettle_statement_bind_int (row, ":unit", fettle_timeline_state (timeline)->unit_id);
  return fettle_statement_step (row, NULL) == FETTLE_STEP_ROW ? fettle_statement_dup (row, 0) : NULL;
}

static gboolean
attach_chosen (FettleConnection *connection,
               FettleTimeline *timeline,
               FettleIntake *intake,
               gint64 owner_id,
               GError **error)
{
  g_autoptr (FettleCommitment) commitment = fettle_commitment_store_find (connection, intake->commitment, error);
  g_autofree char *category = commitment != NULL ? category_of (connection, timeline, intake) : NULL;

  if (commitment == NULL)
    return FALSE;
  if (fettle_commitment_is_for (commitment, intake->kind, category, intake->need_by))
    return attach_one (connection, timeline, commitment, owner_id, error);
  g_set_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_NOT_ALLOWED, _ ("“%s” is not for a job like this one."),
               commitment->text);
  return FALSE;
}

/**
 * fettle_commitment_store_attach:
 * @owner_id: who keeps it
 *
 * Makes a promise of the commitment that was chosen at the intake, or of each that goes with such a job by itself,
 * within the caller's transaction.
 *
 * Returns: %FALSE with an error; %FETTLE_MODEL_ERROR_NOT_ALLOWED where the chosen one is not for such a job
 */
gboolean
fettle_commitment_store_attach (FettleConnection *connection,
                                FettleTimeline *timeline,
                                FettleIntake *intake,
                                gint64 owner_id,
                                GError **error)
{
  g_autoptr (GPtrArray) commitments = NULL;
  g_autofree char *category = NULL;

  if (g_strcmp0 (intake->commitment, "none") == 0)
    return TRUE;
  if (!fettle_plain_text_is_blank (intake->commitment))
    return attach_chosen (connection, timeline, intake, owner_id, error);
  commitments = fettle_commitment_store_list (connection, FALSE, error);
  if (commitments == NULL || commitments->len == 0)
    return commitments != NULL;
  category = category_of (connection, timeline, intake);
  for (guint i = 0; i < commitments->len; i++)
    {
      FettleCommitment *commitment = commitments->pdata[i];
      g_autoptr (GError) reason = NULL;

      if (!commitment->automatic || !fettle_commitment_is_for (commitment, intake->kind, category, intake->need_by))
        continue;
      if (!attach_one (connection, timeline, commitment, owner_id, &reason)
          && !g_error_matches (reason, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_CONSTRAINT))
        {
          g_propagate_error (error, g_steal_pointer (&reason));
          return FALSE;
        }
      /* What goes by itself stops nobody from being taken in by a shop that has not entered its hours yet. */
    }
  return TRUE;
}
