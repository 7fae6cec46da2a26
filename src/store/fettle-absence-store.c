/* fettle-absence-store.c: the absence calendar as kept.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-absence-store.h"

#include <glib/gi18n-lib.h>

#include "fettle-plain-text.h"
#include "fettle-statement.h"
#include "fettle-store-error.h"

/**
 * fettle_absence_store_add:
 * @absence: who, from when to when, and who stands in; the rows of both are known
 *
 * Returns: the row, or 0 with an error
 */
gint64
fettle_absence_store_add (FettleConnection *connection, FettleAbsence *absence, GError **error)
{
  g_autoptr (FettleStatement) insert = NULL;

  if (!fettle_absence_validate (absence, error))
    return 0;
  insert
      = fettle_connection_prepare (connection, "INSERT INTO absence (staff_id, first_day, last_day, deputy_id, reason)"
                                               " VALUES (:staff, :first, :last, :deputy, :reason)");
  fettle_statement_bind_int (insert, ":staff", absence->staff_id);
  fettle_statement_bind_text (insert, ":first", absence->first_day);
  fettle_statement_bind_text (insert, ":last", absence->last_day);
  fettle_statement_bind_id (insert, ":deputy", absence->deputy_id);
  fettle_statement_bind_text (insert, ":reason", fettle_plain_text_is_blank (absence->reason) ? NULL : absence->reason);
  return fettle_statement_run (insert, error) ? fettle_connection_last_id (connection) : 0;
}

/**
 * fettle_absence_store_remove:
 *
 * Returns: %FALSE with %FETTLE_STORE_ERROR_NOT_FOUND where there is no such absence
 */
gboolean
fettle_absence_store_remove (FettleConnection *connection, gint64 absence_id, GError **error)
{
  g_autoptr (FettleStatement) remove = fettle_connection_prepare (connection, "DELETE FROM absence WHERE id = :id");

  fettle_statement_bind_int (remove, ":id", absence_id);
  if (!fettle_statement_run (remove, error))
    return FALSE;
  if (fettle_connection_changes (connection) == 1)
    return TRUE;
  g_set_error_literal (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_NOT_FOUND, _ ("There is no such absence."));
  return FALSE;
}

/**
 * fettle_absence_store_list:
 * @from_day: (nullable): "YYYY-MM-DD"; absences that ended before it are left out
 *
 * Returns: (transfer full) (element-type FettleAbsence) (nullable): the earliest first
 */
GPtrArray *
fettle_absence_store_list (FettleConnection *connection, const char *from_day, GError **error)
{
  g_autoptr (FettleStatement) rows = fettle_connection_prepare (
      connection, "SELECT a.id, a.staff_id, s.name, a.first_day, a.last_day, a.deputy_id, d.name, a.reason"
                  " FROM absence a JOIN staff s ON s.id = a.staff_id LEFT JOIN staff d ON d.id = a.deputy_id"
                  " WHERE a.last_day >= :day ORDER BY a.first_day, a.id");
  g_autoptr (GPtrArray) absences = g_ptr_array_new_with_free_func (g_object_unref);
  FettleStep step;

  fettle_statement_bind_text (rows, ":day", from_day != NULL ? from_day : "");
  while ((step = fettle_statement_step (rows, error)) == FETTLE_STEP_ROW)
    {
      FettleAbsence *absence = fettle_absence_new ();

      absence->id = fettle_statement_int (rows, 0);
      absence->staff_id = fettle_statement_int (rows, 1);
      absence->staff_name = fettle_statement_dup (rows, 2);
      absence->first_day = fettle_statement_dup (rows, 3);
      absence->last_day = fettle_statement_dup (rows, 4);
      absence->deputy_id = fettle_statement_int (rows, 5);
      absence->deputy_name = fettle_statement_dup (rows, 6);
      absence->reason = fettle_statement_dup (rows, 7);
      g_ptr_array_add (absences, absence);
    }
  return step == FETTLE_STEP_DONE ? g_steal_pointer (&absences) : NULL;
}

/**
 * fettle_absence_store_list_away:
 * @day: "YYYY-MM-DD" on the wall of the shop
 *
 * Whom fettle_absence_stand_in() is to pass over on that day: who is away, and who has left the shop for good.
 *
 * Returns: (transfer full) (element-type FettleAbsence) (nullable): for every list of what somebody has to do, so that
 *   all of them name the same person
 */
GPtrArray *
fettle_absence_store_list_away (FettleConnection *connection, const char *day, GError **error)
{
  g_autoptr (GPtrArray) absences = fettle_absence_store_list (connection, day, error);
  g_autoptr (FettleStatement) rows
      = fettle_connection_prepare (connection, "SELECT id, name FROM staff WHERE active = 0 ORDER BY id");
  FettleStep step;

  if (absences == NULL)
    return NULL;
  while ((step = fettle_statement_step (rows, error)) == FETTLE_STEP_ROW)
    {
      FettleAbsence *absence = fettle_absence_new ();

      absence->staff_id = fettle_statement_int (rows, 0);
      absence->staff_name = fettle_statement_dup (rows, 1);
      g_ptr_array_add (absences, absence);
    }
  return step == FETTLE_STEP_DONE ? g_steal_pointer (&absences) : NULL;
}

/**
 * fettle_absence_store_stand_in:
 * @staff_id: whose it is
 * @deputy_id: who stands in for this one thing, 0 where nobody was named for it
 * @day: "YYYY-MM-DD" on the wall of the shop
 *
 * fettle_absence_stand_in() over the calendar as it is kept. For many at once, load the list and ask it.
 *
 * Returns: who has it on that day, 0 for nobody; -1 with an error
 */
gint64
fettle_absence_store_stand_in (FettleConnection *connection,
                               gint64 staff_id,
                               gint64 deputy_id,
                               const char *day,
                               GError **error)
{
  g_autoptr (GPtrArray) absences = fettle_absence_store_list_away (connection, day, error);

  return absences != NULL ? fettle_absence_stand_in (absences, staff_id, deputy_id, day) : -1;
}
