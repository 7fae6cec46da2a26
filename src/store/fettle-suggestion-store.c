/* fettle-suggestion-store.c: what people would have us do better, as kept.
 *
 * The same opinion is not heard twice: one that says what another said is a row of its own, with its own giver, that
 * names the first; the decision stands at the first, and each giver is told.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-suggestion-store.h"

#include <glib/gi18n-lib.h>

#include "fettle-clock.h"
#include "fettle-error.h"
#include "fettle-event-store.h"
#include "fettle-plain-text.h"
#include "fettle-setup-store.h"
#include "fettle-statement.h"
#include "fettle-store-error.h"
#include "fettle-transaction.h"

#define SUGGESTION_COLUMNS                                                                                             \
  "s.id, s.job_id, j.number, s.customer_id, coalesce (s.giver, c.name),"                                               \
  " (SELECT p.phone FROM customer_phone p WHERE p.customer_id = c.id AND p.position = 0), s.at, s.text,"               \
  " coalesce (s.heard, 0), (SELECT count(*) + 1 FROM suggestion k WHERE k.heard = f.id), b.name, f.owner_id, o.name,"  \
  " f.decision, f.decided_at, s.told_at, t.name"
/* `f` is the first that says so, where the decision stands. */
#define SUGGESTION_TABLES                                                                                              \
  " FROM suggestion s JOIN suggestion f ON f.id = coalesce (s.heard, s.id) LEFT JOIN job j ON j.id = s.job_id"         \
  " LEFT JOIN customer g ON g.id = s.customer_id LEFT JOIN customer c ON c.id = coalesce (g.merged_into, g.id)"        \
  " LEFT JOIN staff b ON b.id = s.by_id LEFT JOIN staff o ON o.id = f.owner_id"                                        \
  " LEFT JOIN staff t ON t.id = s.told_by_id "

static FettleSuggestion *
read_suggestion (FettleStatement *row)
{
  FettleSuggestion *self = fettle_suggestion_new ();
  int i = 0;

  self->id = fettle_statement_int (row, i++);
  self->job_id = fettle_statement_int (row, i++);
  self->job_number = fettle_statement_dup (row, i++);
  self->customer_id = fettle_statement_int (row, i++);
  self->giver = fettle_statement_dup (row, i++);
  self->phone = fettle_statement_dup (row, i++);
  self->at = fettle_statement_int (row, i++);
  self->text = fettle_statement_dup (row, i++);
  self->heard_id = fettle_statement_int (row, i++);
  self->n_heard = (int) fettle_statement_int (row, i++);
  self->by_name = fettle_statement_dup (row, i++);
  self->owner_id = fettle_statement_int (row, i++);
  self->owner_name = fettle_statement_dup (row, i++);
  self->decision = fettle_statement_dup (row, i++);
  self->decided_at = fettle_statement_int (row, i++);
  self->told_at = fettle_statement_int (row, i++);
  self->told_by_name = fettle_statement_dup (row, i++);
  return self;
}

/**
 * fettle_suggestion_store_load:
 *
 * Returns: (transfer full) (nullable): %NULL with %FETTLE_STORE_ERROR_NOT_FOUND where there is no such suggestion
 */
FettleSuggestion *
fettle_suggestion_store_load (FettleConnection *connection, gint64 suggestion_id, GError **error)
{
  g_autoptr (FettleStatement) row
      = fettle_connection_prepare (connection, "SELECT " SUGGESTION_COLUMNS SUGGESTION_TABLES "WHERE s.id = :id");
  FettleStep step;

  fettle_statement_bind_int (row, ":id", suggestion_id);
  step = fettle_statement_step (row, error);
  if (step == FETTLE_STEP_DONE)
    g_set_error_literal (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_NOT_FOUND,
                         _ ("There is no such suggestion. Look at the list of them."));
  return step == FETTLE_STEP_ROW ? read_suggestion (row) : NULL;
}

/**
 * fettle_suggestion_store_find_same:
 * @text: as given
 *
 * Returns: (transfer full) (nullable): the first that says the same in all but capitals, accents, marks and spaces;
 *   %NULL without an error where there is none
 */
FettleSuggestion *
fettle_suggestion_store_find_same (FettleConnection *connection, const char *text, GError **error)
{
  g_autofree char *key = fettle_suggestion_make_key (text);
  g_autoptr (FettleStatement) row = fettle_connection_prepare (
      connection,
      "SELECT " SUGGESTION_COLUMNS SUGGESTION_TABLES
      "WHERE s.id = (SELECT coalesce (k.heard, k.id) FROM suggestion k WHERE k.text_key = :key ORDER BY k.id LIMIT 1)");

  fettle_statement_bind_text (row, ":key", key);
  return *key != '\0' && fettle_statement_step (row, error) == FETTLE_STEP_ROW ? read_suggestion (row) : NULL;
}

/**
 * fettle_suggestion_store_list:
 * @open_only: only those whose giver was not told yet
 *
 * Returns: (transfer full) (element-type FettleSuggestion) (nullable): the open ones oldest first, or all newest first
 */
GPtrArray *
fettle_suggestion_store_list (FettleConnection *connection, gboolean open_only, int limit, GError **error)
{
  g_autoptr (FettleStatement) rows
      = fettle_connection_prepare (connection, open_only ? "SELECT " SUGGESTION_COLUMNS SUGGESTION_TABLES
                                                           "WHERE s.told_at = 0 ORDER BY s.at, s.id LIMIT :limit"
                                                         : "SELECT " SUGGESTION_COLUMNS SUGGESTION_TABLES
                                                           "ORDER BY s.id DESC LIMIT :limit");
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_object_unref);
  FettleStep step;

  fettle_statement_bind_int (rows, ":limit", limit);
  while ((step = fettle_statement_step (rows, error)) == FETTLE_STEP_ROW)
    g_ptr_array_add (list, read_suggestion (rows));
  return step == FETTLE_STEP_DONE ? g_steal_pointer (&list) : NULL;
}

static gboolean
staff_or_nobody (FettleConnection *connection, const char *name, gint64 *id, GError **error)
{
  *id = fettle_plain_text_is_blank (name) ? 0 : fettle_setup_store_staff_id (connection, name, error);
  return *id != 0 || fettle_plain_text_is_blank (name);
}

/* The first of those that say what this row says; 0 with an error where there is no such row. */
static gint64
first_of (FettleConnection *connection, gint64 suggestion_id, GError **error)
{
  g_autoptr (FettleSuggestion) suggestion = fettle_suggestion_store_load (connection, suggestion_id, error);

  if (suggestion == NULL)
    return 0;
  return suggestion->heard_id != 0 ? suggestion->heard_id : suggestion->id;
}

static gint64
insert (FettleConnection *connection,
        FettleSuggestion *self,
        gint64 first_id,
        gint64 by_id,
        gint64 owner_id,
        GError **error)
{
  g_autoptr (FettleStatement) row = fettle_connection_prepare (
      connection, "INSERT INTO suggestion (job_id, customer_id, giver, at, text, text_key, heard, by_id, owner_id)"
                  " VALUES (:job, coalesce (:customer, (SELECT customer_id FROM job WHERE id = :job)), :giver, :at,"
                  " :text, :key, :heard, :by, :owner)");
  g_autofree char *key = fettle_suggestion_make_key (self->text);

  fettle_statement_bind_id (row, ":job", self->job_id);
  fettle_statement_bind_id (row, ":customer", self->customer_id);
  fettle_statement_bind_text (row, ":giver", fettle_plain_text_is_blank (self->giver) ? NULL : self->giver);
  fettle_statement_bind_int (row, ":at", self->at != 0 ? self->at : fettle_clock_now ());
  fettle_statement_bind_text (row, ":text", self->text);
  fettle_statement_bind_text (row, ":key", key);
  fettle_statement_bind_id (row, ":heard", first_id);
  fettle_statement_bind_id (row, ":by", by_id);
  fettle_statement_bind_id (row, ":owner", owner_id);
  return fettle_statement_run (row, error) ? fettle_connection_last_id (connection) : 0;
}

/* A note on the timeline of the job that it was given with. */
static gboolean
note_on_job (FettleConnection *connection,
             gint64 job_id,
             FettleEventKind kind,
             const char *how,
             const char *words_of_it,
             gint64 by_id,
             const char *desk,
             GError **error)
{
  g_autoptr (FettleTimeline) timeline = NULL;
  g_autoptr (FettleDetails) details = fettle_details_new ();
  g_autoptr (FettleDetails) words = fettle_details_new ();

  if (job_id == 0)
    return TRUE;
  if ((timeline = fettle_timeline_open (connection, job_id, error)) == NULL)
    return FALSE;
  fettle_timeline_set_author (timeline, by_id, desk, 0);
  fettle_details_set (details, "how", how);
  fettle_details_set (words, "note", words_of_it);
  return fettle_timeline_append (timeline, kind, how != NULL, details, words, error)
         && fettle_timeline_save (timeline, error);
}

/**
 * fettle_suggestion_store_add:
 * @suggestion: its text, and its job, customer or giver; @heard_id names one that says the same, else it is looked for;
 *   @owner_name sees to it
 * @by: (nullable): who writes it down
 *
 * Returns: the row, or 0 with an error
 */
gint64
fettle_suggestion_store_add (FettleConnection *connection,
                             FettleSuggestion *suggestion,
                             const char *by,
                             const char *desk,
                             GError **error)
{
  g_autoptr (FettleTransaction) transaction = NULL;
  g_autoptr (FettleSuggestion) same = NULL;
  g_autofree char *note = NULL;
  gint64 by_id, owner_id, first_id = 0, id;
  GError *local = NULL;

  if (!fettle_suggestion_check (suggestion, error)
      || (transaction = fettle_transaction_begin (connection, G_STRFUNC, error)) == NULL
      || !staff_or_nobody (connection, by, &by_id, error)
      || !staff_or_nobody (connection, suggestion->owner_name, &owner_id, error))
    return 0;
  if (suggestion->heard_id != 0 && (first_id = first_of (connection, suggestion->heard_id, error)) == 0)
    return 0;
  if (first_id == 0)
    same = fettle_suggestion_store_find_same (connection, suggestion->text, &local);
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return 0;
    }
  if (same != NULL)
    first_id = same->id;
  id = insert (connection, suggestion, first_id, by_id, owner_id != 0 ? owner_id : by_id, error);
  /* Translators: what a customer suggested, as a note on a job. */
  note = g_strdup_printf (_ ("Suggested: %s"), suggestion->text);
  if (id == 0 || !note_on_job (connection, suggestion->job_id, FETTLE_EVENT_NOTED, NULL, note, by_id, desk, error)
      || !fettle_transaction_commit (transaction, error))
    return 0;
  return id;
}

/**
 * fettle_suggestion_store_same_as:
 * @first_id: one that says the same; 0 says that it is its own after all
 *
 * Staff know better than letters whether two say the same.
 */
gboolean
fettle_suggestion_store_same_as (FettleConnection *connection, gint64 suggestion_id, gint64 first_id, GError **error)
{
  g_autoptr (FettleTransaction) transaction = fettle_transaction_begin (connection, G_STRFUNC, error);
  g_autoptr (FettleSuggestion) suggestion = NULL;
  g_autoptr (FettleStatement) update = NULL;

  if (transaction == NULL || (suggestion = fettle_suggestion_store_load (connection, suggestion_id, error)) == NULL)
    return FALSE;
  if (first_id != 0 && (first_id = first_of (connection, first_id, error)) == 0)
    return FALSE;
  if (first_id == suggestion->id)
    {
      g_set_error_literal (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_NOT_ALLOWED,
                           _ ("These two are one already. Choose another suggestion."));
      return FALSE;
    }
  /* Those that named it as the first go with it. */
  update = fettle_connection_prepare (connection, "UPDATE suggestion SET heard = :first WHERE id = :id"
                                                  " OR (heard = :id AND :first IS NOT NULL)");
  fettle_statement_bind_id (update, ":first", first_id);
  fettle_statement_bind_int (update, ":id", suggestion->id);
  return fettle_statement_run (update, error) && fettle_transaction_commit (transaction, error);
}

/**
 * fettle_suggestion_store_decide:
 * @decision: what the shop does about it, and why
 * @by: (nullable): who decides; sees to it from now on where nobody did
 *
 * Decides at once for everybody who says the same.
 */
gboolean
fettle_suggestion_store_decide (FettleConnection *connection,
                                gint64 suggestion_id,
                                const char *decision,
                                const char *by,
                                GError **error)
{
  g_autoptr (FettleTransaction) transaction = NULL;
  g_autoptr (FettleStatement) update = NULL;
  gint64 first_id, by_id;

  if (fettle_plain_text_is_blank (decision))
    {
      g_set_error_literal (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_MISSING,
                           _ ("Write down what was decided, and why."));
      return FALSE;
    }
  transaction = fettle_transaction_begin (connection, G_STRFUNC, error);
  if (transaction == NULL || (first_id = first_of (connection, suggestion_id, error)) == 0
      || !staff_or_nobody (connection, by, &by_id, error))
    return FALSE;
  update = fettle_connection_prepare (connection, "UPDATE suggestion SET decision = :decision, decided_at = :at,"
                                                  " owner_id = coalesce (owner_id, :by) WHERE id = :id");
  fettle_statement_bind_text (update, ":decision", decision);
  fettle_statement_bind_int (update, ":at", fettle_clock_now ());
  fettle_statement_bind_id (update, ":by", by_id);
  fettle_statement_bind_int (update, ":id", first_id);
  return fettle_statement_run (update, error) && fettle_transaction_commit (transaction, error);
}

static gboolean
may_tell (FettleSuggestion *suggestion, GError **error)
{
  if (suggestion->decided_at == 0)
    g_set_error_literal (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_NOT_ALLOWED,
                         _ ("Nothing was decided yet, so there is nothing to tell. Decide first."));
  else if (suggestion->told_at != 0)
    g_set_error_literal (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_ALREADY,
                         _ ("The giver of this suggestion was told already."));
  else
    return TRUE;
  return FALSE;
}

/**
 * fettle_suggestion_store_tell:
 * @how: (nullable): phone, message, mail or counter; %NULL is at the counter
 *
 * Writes down that the giver was told what was decided; on the job that it was given with, too.
 */
gboolean
fettle_suggestion_store_tell (FettleConnection *connection,
                              gint64 suggestion_id,
                              const char *how,
                              const char *by,
                              const char *desk,
                              GError **error)
{
  g_autoptr (FettleTransaction) transaction = fettle_transaction_begin (connection, G_STRFUNC, error);
  g_autoptr (FettleSuggestion) suggestion = NULL;
  g_autoptr (FettleStatement) update = NULL;
  gint64 by_id;

  if (transaction == NULL || (suggestion = fettle_suggestion_store_load (connection, suggestion_id, error)) == NULL
      || !may_tell (suggestion, error) || !staff_or_nobody (connection, by, &by_id, error))
    return FALSE;
  update
      = fettle_connection_prepare (connection, "UPDATE suggestion SET told_at = :at, told_by_id = :by WHERE id = :id");
  fettle_statement_bind_int (update, ":at", fettle_clock_now ());
  fettle_statement_bind_id (update, ":by", by_id);
  fettle_statement_bind_int (update, ":id", suggestion_id);
  return fettle_statement_run (update, error)
         && note_on_job (connection, suggestion->job_id, FETTLE_EVENT_CUSTOMER_TOLD, how != NULL ? how : "counter",
                         suggestion->decision, by_id, desk, error)
         && fettle_transaction_commit (transaction, error);
}
