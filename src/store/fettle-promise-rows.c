/* fettle-promise-rows.c: what the files of the promise store share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-promise-rows.h"

#include "fettle-absence-store.h"
#include "fettle-clock.h"
#include "fettle-unit.h"
#include "fettle-zone.h"

/* What was usual before a shop could say otherwise; see fettle-commitment.c. */
#define USUAL_LEAD 120

/**
 * fettle_promise_rows_read:
 * @row: at a row of %FETTLE_PROMISE_COLUMNS
 *
 * Returns: (transfer full): the promise without its revisions
 */
FettlePromise *
fettle_promise_rows_read (FettleStatement *row)
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
  promise->customer_name = fettle_statement_dup (row, 14);
  promise->unit_title = fettle_unit_make_title (fettle_statement_text (row, 15), fettle_statement_text (row, 16),
                                                fettle_statement_text (row, 17));
  promise->stage = fettle_stage_from_id (fettle_statement_text (row, 18));
  promise->stage_since = fettle_statement_int (row, 19);
  promise->kind_name = fettle_statement_dup (row, 20);
  promise->lead = fettle_statement_is_null (row, 21) ? USUAL_LEAD : (int) fettle_statement_int (row, 21);
  promise->deputy_id = fettle_statement_int (row, 22);
  promise->deputy_name = fettle_statement_dup (row, 23);
  promise->told_at = fettle_statement_int (row, 24);
  promise->told_by_id = fettle_statement_int (row, 25);
  promise->told_by_name = fettle_statement_dup (row, 26);
  promise->requires = fettle_statement_dup (row, 27);
  promise->backing = fettle_statement_dup (row, 28);
  promise->backed_at = fettle_statement_int (row, 29);
  promise->commitment_id = fettle_statement_int (row, 30);
  promise->acting_id = promise->owner_id;
  promise->acting_name = g_strdup (promise->owner_name);
  return promise;
}

/**
 * fettle_promise_rows_read_all:
 *
 * Returns: (transfer full) (element-type FettlePromise) (nullable): all the rows that are left
 */
GPtrArray *
fettle_promise_rows_read_all (FettleStatement *rows, GError **error)
{
  g_autoptr (GPtrArray) promises = g_ptr_array_new_with_free_func (g_object_unref);
  FettleStep step;

  while ((step = fettle_statement_step (rows, error)) == FETTLE_STEP_ROW)
    g_ptr_array_add (promises, fettle_promise_rows_read (rows));
  return step == FETTLE_STEP_DONE ? g_steal_pointer (&promises) : NULL;
}

/**
 * fettle_promise_rows_read_revisions:
 *
 * Fills in every new date that the promise was given.
 */
gboolean
fettle_promise_rows_read_revisions (FettleConnection *connection, FettlePromise *promise, GError **error)
{
  g_autoptr (FettleStatement) rows = fettle_connection_prepare (
      connection, "SELECT r.at, r.due_from, r.due, r.reason, r.note, s.name, r.whom FROM promise_revision r"
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
      revision->whom = fettle_statement_dup (rows, 6);
      g_ptr_array_add (promise->revisions, revision);
    }
  return step == FETTLE_STEP_DONE;
}

static char *
today_in_shop (FettleConnection *connection)
{
  g_autoptr (FettleStatement) row
      = fettle_connection_prepare (connection, "SELECT timezone FROM service_point WHERE id = 1");
  g_autoptr (GTimeZone) zone = NULL;
  FettleZoneView view = { 0 };

  if (fettle_statement_step (row, NULL) == FETTLE_STEP_ROW)
    zone = g_time_zone_new_identifier (fettle_statement_text (row, 0));
  if (zone == NULL)
    zone = g_time_zone_new_utc ();
  fettle_zone_view_init (&view, zone);
  return fettle_day_to_string (fettle_zone_view_day (&view, fettle_clock_now ()));
}

static char *
name_of (FettleConnection *connection, gint64 staff_id)
{
  g_autoptr (FettleStatement) row = fettle_connection_prepare (connection, "SELECT name FROM staff WHERE id = :id");

  fettle_statement_bind_int (row, ":id", staff_id);
  return fettle_statement_step (row, NULL) == FETTLE_STEP_ROW ? fettle_statement_dup (row, 0) : NULL;
}

/**
 * fettle_promise_rows_find_acting:
 * @promises: (element-type FettlePromise): fresh from their rows
 *
 * Fills in who has each of them today, by the absence calendar; nobody where its owner has left the shop.
 */
gboolean
fettle_promise_rows_find_acting (FettleConnection *connection, GPtrArray *promises, GError **error)
{
  g_autofree char *day = promises->len > 0 ? today_in_shop (connection) : NULL;
  g_autoptr (GPtrArray) absences = NULL;

  if (day == NULL)
    return TRUE;
  absences = fettle_absence_store_list_away (connection, day, error);
  if (absences == NULL)
    return FALSE;
  for (guint i = 0; i < promises->len; i++)
    {
      FettlePromise *promise = promises->pdata[i];
      gint64 acting = fettle_absence_stand_in (absences, promise->owner_id, promise->deputy_id, day);

      if (acting == promise->acting_id)
        continue;
      promise->acting_id = acting;
      g_free (promise->acting_name);
      promise->acting_name = name_of (connection, acting);
    }
  return TRUE;
}
