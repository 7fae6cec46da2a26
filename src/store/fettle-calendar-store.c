/* fettle-calendar-store.c: single changes of the shop's calendar.
 *
 * What was promised and what happened is never touched: due times stay as they were said, and whatever is counted in
 * working time is counted anew by the calendar of the moment.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-calendar-store.h"

#include <glib/gi18n-lib.h>

#include "fettle-error.h"
#include "fettle-statement.h"
#include "fettle-store-error.h"
#include "fettle-transaction.h"
#include "fettle-week-text.h"
#include "fettle-zone.h"

static gboolean
insert_span (FettleConnection *connection, const FettleWeekSpan *span, GError **error)
{
  g_autoptr (FettleStatement) insert
      = fettle_connection_prepare (connection, "INSERT INTO opening_hours (weekday, opens, closes, counts)"
                                               " VALUES (:weekday, :opens, :closes, :counts)");

  fettle_statement_bind_int (insert, ":weekday", span->weekday);
  fettle_statement_bind_int (insert, ":opens", span->span.opens);
  fettle_statement_bind_int (insert, ":closes", span->span.closes);
  fettle_statement_bind_boolean (insert, ":counts", !span->reception);
  return fettle_statement_run (insert, error);
}

/**
 * fettle_calendar_store_set_week:
 * @week: (element-type FettleWeekSpan): the hours of all weekdays
 *
 * Replaces the hours of the week; single days stay as they are.
 */
gboolean
fettle_calendar_store_set_week (FettleConnection *connection, GArray *week, GError **error)
{
  g_autoptr (FettleTransaction) transaction = fettle_transaction_begin (connection, G_STRFUNC, error);

  if (transaction == NULL || !fettle_connection_execute (connection, "DELETE FROM opening_hours", error))
    return FALSE;
  for (guint i = 0; i < week->len; i++)
    if (!insert_span (connection, &g_array_index (week, FettleWeekSpan, i), error))
      return FALSE;
  return fettle_transaction_commit (transaction, error);
}

static gboolean
check_day (const char *day, GError **error)
{
  gint64 number = 0;

  if (fettle_day_parse (day, &number))
    return TRUE;
  g_set_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID,
               _ ("“%s” is not a day; write it as year-month-day, such as 2026-12-25."), day);
  return FALSE;
}

/**
 * fettle_calendar_store_save_day:
 * @day: with its hours as people write them
 *
 * Says of one day that it is closed or has hours of its own, in place of what was said of it before.
 *
 * Returns: %FALSE with a sentence where @day is no day or its hours are none
 */
gboolean
fettle_calendar_store_save_day (FettleConnection *connection, FettleClosedDay *day, GError **error)
{
  g_autoptr (GArray) spans = NULL;
  g_autofree char *hours = NULL;
  g_autoptr (FettleStatement) save = fettle_connection_prepare (
      connection, "INSERT INTO closed_day (day, name, hours, counts, source)"
                  " VALUES (:day, :name, :hours, nullif (:counts, -1), :source) ON CONFLICT (day) DO UPDATE SET"
                  " name = excluded.name, hours = excluded.hours, counts = excluded.counts, source = excluded.source");

  if (!check_day (day->day, error))
    return FALSE;
  if (day->hours != NULL)
    {
      spans = fettle_hours_text_parse (day->hours, error);
      if (spans == NULL)
        return FALSE;
      hours = fettle_hours_text_write (spans);
    }
  fettle_statement_bind_text (save, ":day", day->day);
  fettle_statement_bind_text (save, ":name", day->name);
  fettle_statement_bind_text (save, ":hours", hours);
  fettle_statement_bind_int (save, ":counts", day->counts);
  fettle_statement_bind_text (save, ":source", day->source);
  return fettle_statement_run (save, error);
}

/**
 * fettle_calendar_store_forget_day:
 * @day: "YYYY-MM-DD"
 *
 * Takes back what was said of one day, so that it is as its weekday again, or a public holiday.
 *
 * Returns: %FALSE with %FETTLE_STORE_ERROR_NOT_FOUND where nothing was said of it
 */
gboolean
fettle_calendar_store_forget_day (FettleConnection *connection, const char *day, GError **error)
{
  g_autoptr (FettleStatement) forget
      = fettle_connection_prepare (connection, "DELETE FROM closed_day WHERE day = :day");

  if (!check_day (day, error))
    return FALSE;
  fettle_statement_bind_text (forget, ":day", day);
  if (!fettle_statement_run (forget, error))
    return FALSE;
  if (fettle_connection_changes (connection) > 0)
    return TRUE;
  g_set_error (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_NOT_FOUND,
               _ ("Nothing was said of %s, so there is nothing to take back."), day);
  return FALSE;
}

/**
 * fettle_calendar_store_set_holidays:
 * @region: (nullable): such as "de-by"; %NULL or "none" keeps no public holidays
 *
 * Chooses whose public holidays close the shop.
 *
 * Returns: %FALSE with %FETTLE_MODEL_ERROR_UNKNOWN where the region is not known
 */
gboolean
fettle_calendar_store_set_holidays (FettleConnection *connection, const char *region, GError **error)
{
  const gboolean none = region == NULL || g_str_equal (region, "none");
  g_autoptr (FettleHolidays) holidays = none ? NULL : fettle_holidays_load (region, error);

  return (none || holidays != NULL) && fettle_setup_store_set (connection, "holidays", none ? NULL : region, error);
}
