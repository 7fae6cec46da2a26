/* fettle-cost-store.c: what it cost customers to come, as kept.
 *
 * Each is an event of the job's timeline, and a row to add up from. What was said of it in words is in the event alone,
 * where it can be erased. One noted by mistake is taken back by another event; both stay.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-cost-store.h"

#include <glib/gi18n-lib.h>

#include "fettle-plain-text.h"
#include "fettle-setup-store.h"
#include "fettle-statement.h"
#include "fettle-store-error.h"
#include "fettle-transaction.h"

static FettleDetails *
make_details (gint64 id, FettleCost *cost)
{
  FettleDetails *details = fettle_details_new ();

  fettle_details_set_int (details, "cost", id);
  if (cost->travel != 0)
    fettle_details_set_int (details, "travel", cost->travel);
  if (cost->parking != 0)
    fettle_details_set_int (details, "parking", cost->parking);
  if (cost->travel != 0 || cost->parking != 0)
    fettle_details_set (details, "currency", cost->currency);
  if (cost->minutes != 0)
    fettle_details_set_int (details, "minutes", cost->minutes);
  return details;
}

/* Its event is the next of the timeline. */
static gint64
insert_row (FettleTimeline *timeline, FettleCost *cost, gint64 by_id, GError **error)
{
  FettleConnection *connection = fettle_timeline_connection (timeline);
  g_autoptr (FettleStatement) insert = fettle_connection_prepare (
      connection, "INSERT INTO job_cost (job_id, seq, at, travel, parking, currency, minutes, by_id)"
                  " VALUES (:job, (SELECT coalesce (max (seq), 0) + 1 FROM event WHERE job_id = :job), :at, :travel,"
                  " :parking, :currency, :minutes, :by)");
  gboolean has_money = cost->travel != 0 || cost->parking != 0;

  fettle_statement_bind_int (insert, ":job", fettle_timeline_job_id (timeline));
  fettle_statement_bind_int (insert, ":at", fettle_timeline_at (timeline));
  fettle_statement_bind_int (insert, ":travel", cost->travel);
  fettle_statement_bind_int (insert, ":parking", cost->parking);
  fettle_statement_bind_text (insert, ":currency", has_money ? cost->currency : NULL);
  fettle_statement_bind_int (insert, ":minutes", cost->minutes);
  fettle_statement_bind_id (insert, ":by", by_id);
  return fettle_statement_run (insert, error) ? fettle_connection_last_id (connection) : 0;
}

/**
 * fettle_cost_store_append:
 * @by_id: who notes it, or 0
 *
 * Writes a cost and its event on an open timeline, within the caller's transaction.
 *
 * Returns: the row, or 0 with an error
 */
gint64
fettle_cost_store_append (FettleTimeline *timeline, FettleCost *cost, gint64 by_id, GError **error)
{
  g_autoptr (FettleDetails) details = NULL;
  g_autoptr (FettleDetails) words = fettle_details_new ();
  gint64 id;

  if (!fettle_cost_check (cost, error) || (id = insert_row (timeline, cost, by_id, error)) == 0)
    return 0;
  details = make_details (id, cost);
  fettle_details_set (words, "note", fettle_plain_text_is_blank (cost->note) ? NULL : cost->note);
  return fettle_timeline_append (timeline, FETTLE_EVENT_COST_NOTED, TRUE, details, words, error) ? id : 0;
}

static char *
load_currency (FettleConnection *connection, GError **error)
{
  g_autoptr (FettleStatement) row = fettle_connection_prepare (connection, "SELECT currency FROM service_point");

  if (fettle_statement_step (row, error) == FETTLE_STEP_ROW)
    return fettle_statement_dup (row, 0);
  if (error != NULL && *error == NULL)
    g_set_error_literal (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_NOT_FOUND,
                         _ ("The shop has no currency yet. Write it in Setup."));
  return NULL;
}

/**
 * fettle_cost_store_append_intake:
 * @by_id: who takes the job in, or 0
 *
 * Writes what the customer said at the counter that it cost them; nothing where they said nothing.
 */
gboolean
fettle_cost_store_append_intake (FettleTimeline *timeline, FettleIntake *intake, gint64 by_id, GError **error)
{
  g_autoptr (FettleCost) cost = NULL;
  g_autofree char *currency = NULL;

  if (!fettle_intake_has_cost (intake))
    return TRUE;
  cost = fettle_cost_new ();
  currency = load_currency (fettle_timeline_connection (timeline), error);
  if (currency == NULL)
    return FALSE;
  if (!fettle_cost_take_typed (cost, intake->cost_travel, intake->cost_parking, currency, error))
    {
      g_prefix_error (error, "cost: ");
      return FALSE;
    }
  cost->minutes = intake->cost_minutes;
  cost->note = g_strdup (intake->cost_note);
  return fettle_cost_store_append (timeline, cost, by_id, error) != 0 && fettle_timeline_save (timeline, error);
}

typedef struct
{
  FettleTransaction *transaction;
  FettleTimeline *timeline;
  gint64 by_id;
} Change;

static void
change_clear (Change *change)
{
  g_clear_pointer (&change->timeline, fettle_timeline_free);
  g_clear_pointer (&change->transaction, fettle_transaction_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Change, change_clear)

static gboolean
change_begin (Change *change,
              FettleConnection *connection,
              gint64 job_id,
              const char *by,
              const char *desk,
              GError **error)
{
  change->timeline = fettle_timeline_open (connection, job_id, error);
  if (change->timeline == NULL)
    return FALSE;
  if (!fettle_plain_text_is_blank (by) && (change->by_id = fettle_setup_store_staff_id (connection, by, error)) == 0)
    return FALSE;
  fettle_timeline_set_author (change->timeline, change->by_id, desk, 0);
  return TRUE;
}

static gboolean
change_end (Change *change, GError **error)
{
  return fettle_timeline_save (change->timeline, error) && fettle_transaction_commit (change->transaction, error);
}

/**
 * fettle_cost_store_add:
 * @cost: its job, what it cost, and perhaps note and by_name; without a currency it is the shop's
 *
 * Notes what it cost a customer, whatever stage the job is in: they may say so when they have their device back.
 *
 * Returns: the row, or 0 with an error
 */
gint64
fettle_cost_store_add (FettleConnection *connection, FettleCost *cost, const char *desk, GError **error)
{
  g_auto (Change) change = { NULL };
  g_autoptr (FettleCost) copy = fettle_record_copy (cost);
  gint64 id;

  change.transaction = fettle_transaction_begin (connection, G_STRFUNC, error);
  if (change.transaction == NULL)
    return 0;
  if (copy->currency == NULL && (copy->currency = load_currency (connection, error)) == NULL)
    return 0;
  /* What makes no sense adds nobody to the staff. */
  if (!fettle_cost_check (copy, error) || !change_begin (&change, connection, copy->job_id, copy->by_name, desk, error))
    return 0;
  id = fettle_cost_store_append (change.timeline, copy, change.by_id, error);
  return id != 0 && change_end (&change, error) ? id : 0;
}

#define COST_QUERY                                                                                                     \
  "SELECT k.id, k.job_id, j.number, k.at, k.travel, k.parking, k.currency, k.minutes, e.words, s.name,"                \
  " k.taken_back_at FROM job_cost k JOIN job j ON j.id = k.job_id"                                                     \
  " LEFT JOIN event e ON e.job_id = k.job_id AND e.seq = k.seq LEFT JOIN staff s ON s.id = k.by_id "

static FettleCost *
read_cost (FettleStatement *row)
{
  FettleCost *cost = fettle_cost_new ();
  g_autoptr (FettleDetails) words = fettle_details_parse (fettle_statement_text (row, 8));

  cost->id = fettle_statement_int (row, 0);
  cost->job_id = fettle_statement_int (row, 1);
  cost->job_number = fettle_statement_dup (row, 2);
  cost->at = fettle_statement_int (row, 3);
  cost->travel = fettle_statement_int (row, 4);
  cost->parking = fettle_statement_int (row, 5);
  cost->currency = fettle_statement_dup (row, 6);
  cost->minutes = (int) fettle_statement_int (row, 7);
  cost->note = g_strdup (fettle_details_get (words, "note"));
  cost->by_name = fettle_statement_dup (row, 9);
  cost->taken_back_at = fettle_statement_int (row, 10);
  return cost;
}

static GPtrArray *
read_costs (FettleStatement *rows, GError **error)
{
  g_autoptr (GPtrArray) costs = g_ptr_array_new_with_free_func (g_object_unref);
  FettleStep step;

  while ((step = fettle_statement_step (rows, error)) == FETTLE_STEP_ROW)
    g_ptr_array_add (costs, read_cost (rows));
  return step == FETTLE_STEP_DONE ? g_steal_pointer (&costs) : NULL;
}

static FettleCost *
load_cost (FettleConnection *connection, gint64 cost_id, GError **error)
{
  g_autoptr (FettleStatement) row = fettle_connection_prepare (connection, COST_QUERY "WHERE k.id = :id");
  FettleStep step;

  fettle_statement_bind_int (row, ":id", cost_id);
  step = fettle_statement_step (row, error);
  if (step == FETTLE_STEP_DONE)
    g_set_error_literal (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_NOT_FOUND, _ ("There is no such cost."));
  return step == FETTLE_STEP_ROW ? read_cost (row) : NULL;
}

static gboolean
mark_taken_back (FettleConnection *connection, gint64 cost_id, gint64 at, GError **error)
{
  g_autoptr (FettleStatement) update
      = fettle_connection_prepare (connection, "UPDATE job_cost SET taken_back_at = :at WHERE id = :id");

  fettle_statement_bind_int (update, ":at", at);
  fettle_statement_bind_int (update, ":id", cost_id);
  return fettle_statement_run (update, error);
}

/**
 * fettle_cost_store_take_back:
 *
 * Says that a cost was noted by mistake. It stays on the timeline and is added up no more.
 *
 * Returns: %FALSE with %FETTLE_STORE_ERROR_NOT_FOUND or %FETTLE_STORE_ERROR_ALREADY
 */
gboolean
fettle_cost_store_take_back (FettleConnection *connection,
                             gint64 cost_id,
                             const char *by,
                             const char *desk,
                             GError **error)
{
  g_auto (Change) change = { NULL };
  g_autoptr (FettleCost) cost = NULL;
  g_autoptr (FettleDetails) details = NULL;

  change.transaction = fettle_transaction_begin (connection, G_STRFUNC, error);
  if (change.transaction == NULL || (cost = load_cost (connection, cost_id, error)) == NULL)
    return FALSE;
  if (cost->taken_back_at != 0)
    {
      g_set_error_literal (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_ALREADY,
                           _ ("This cost was taken back already."));
      return FALSE;
    }
  if (!change_begin (&change, connection, cost->job_id, by, desk, error))
    return FALSE;
  details = make_details (cost->id, cost);
  return mark_taken_back (connection, cost->id, fettle_timeline_at (change.timeline), error)
         && fettle_timeline_append (change.timeline, FETTLE_EVENT_COST_TAKEN_BACK, TRUE, details, NULL, error)
         && change_end (&change, error);
}

/**
 * fettle_cost_store_list_of_job:
 *
 * Returns: (transfer full) (element-type FettleCost) (nullable): oldest first, with those that were taken back
 */
GPtrArray *
fettle_cost_store_list_of_job (FettleConnection *connection, gint64 job_id, GError **error)
{
  g_autoptr (FettleStatement) rows
      = fettle_connection_prepare (connection, COST_QUERY "WHERE k.job_id = :job ORDER BY k.id");

  fettle_statement_bind_int (rows, ":job", job_id);
  return read_costs (rows, error);
}

/**
 * fettle_cost_store_list:
 * @customer_id: whose, or 0 for everybody's
 * @limit: at most so many
 *
 * Returns: (transfer full) (element-type FettleCost) (nullable): what was not taken back, the newest first
 */
GPtrArray *
fettle_cost_store_list (FettleConnection *connection, gint64 customer_id, int limit, GError **error)
{
  g_autoptr (FettleStatement) rows
      = fettle_connection_prepare (connection, customer_id != 0 ? COST_QUERY
                                                   "WHERE j.customer_id = :customer AND k.taken_back_at = 0"
                                                   " ORDER BY k.id DESC LIMIT :limit"
                                                                : COST_QUERY
                                                   "WHERE k.taken_back_at = 0 ORDER BY k.id DESC LIMIT :limit");

  if (customer_id != 0)
    fettle_statement_bind_int (rows, ":customer", customer_id);
  fettle_statement_bind_int (rows, ":limit", limit);
  return read_costs (rows, error);
}

/**
 * fettle_cost_store_fill_job:
 * @job: whose costs are filled
 */
gboolean
fettle_cost_store_fill_job (FettleConnection *connection, FettleJob *job, GError **error)
{
  GPtrArray *costs = fettle_cost_store_list_of_job (connection, job->summary->id, error);

  if (costs == NULL)
    return FALSE;
  g_ptr_array_unref (job->costs);
  job->costs = costs;
  return TRUE;
}

/**
 * fettle_cost_store_agrees:
 * @events: (element-type FettleEvent): all of the job's
 * @agrees: (out): whether the rows say what the timeline says
 */
gboolean
fettle_cost_store_agrees (FettleConnection *connection,
                          gint64 job_id,
                          GPtrArray *events,
                          gboolean *agrees,
                          GError **error)
{
  g_autoptr (FettleStatement) row = fettle_connection_prepare (
      connection, "SELECT coalesce (sum (travel), 0), coalesce (sum (parking), 0), coalesce (sum (minutes), 0)"
                  " FROM job_cost WHERE job_id = :job AND taken_back_at = 0");
  static const char *const keys[] = { "travel", "parking", "minutes" };
  gint64 sums[G_N_ELEMENTS (keys)] = { 0 };

  for (guint i = 0; i < events->len; i++)
    {
      FettleEvent *event = events->pdata[i];
      int sign = event->kind == FETTLE_EVENT_COST_NOTED ? 1 : event->kind == FETTLE_EVENT_COST_TAKEN_BACK ? -1 : 0;
      g_autoptr (FettleDetails) details = sign != 0 ? fettle_details_parse (event->details) : NULL;

      for (guint k = 0; details != NULL && k < G_N_ELEMENTS (keys); k++)
        sums[k] += sign * fettle_details_get_int (details, keys[k]);
    }
  fettle_statement_bind_int (row, ":job", job_id);
  if (fettle_statement_step (row, error) != FETTLE_STEP_ROW)
    return FALSE;
  *agrees = TRUE;
  for (guint k = 0; k < G_N_ELEMENTS (keys); k++)
    *agrees &= fettle_statement_int (row, (int) k) == sums[k];
  return TRUE;
}
