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

#include "fettle-clock.h"
#include "fettle-error.h"
#include "fettle-ical.h"
#include "fettle-statement.h"
#include "fettle-store-error.h"
#include "fettle-transaction.h"
#include "fettle-week-text.h"
#include "fettle-zone.h"

/* How far a holiday that comes every year is written down. */
#define YEARS_AHEAD 10

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
  g_autoptr (FettleTransaction) transaction = fettle_transaction_join (connection, G_STRFUNC, error);

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
 * fettle_calendar_store_forget_file:
 * @source: name of a file that was imported
 *
 * Takes back all the days that came from it.
 *
 * Returns: %FALSE with %FETTLE_STORE_ERROR_NOT_FOUND where none did
 */
gboolean
fettle_calendar_store_forget_file (FettleConnection *connection, const char *source, GError **error)
{
  g_autoptr (FettleStatement) forget
      = fettle_connection_prepare (connection, "DELETE FROM closed_day WHERE source = :source");

  fettle_statement_bind_text (forget, ":source", source);
  if (!fettle_statement_run (forget, error))
    return FALSE;
  if (fettle_connection_changes (connection) > 0)
    return TRUE;
  g_set_error (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_NOT_FOUND,
               _ ("No day of the calendar came from %s, so there is nothing to take back."), source);
  return FALSE;
}

static gboolean
import_day (FettleConnection *connection,
            const FettleIcalDay *day,
            const char *source,
            FettleCalendarImport *report,
            GError **error)
{
  g_autoptr (FettleStatement) insert = fettle_connection_prepare (
      connection,
      "INSERT INTO closed_day (day, name, source) VALUES (:day, :name, :source) ON CONFLICT (day) DO NOTHING");
  g_autofree char *text = fettle_day_to_string (day->day);

  fettle_statement_bind_text (insert, ":day", text);
  fettle_statement_bind_text (insert, ":name", day->name);
  fettle_statement_bind_text (insert, ":source", source);
  if (!fettle_statement_run (insert, error))
    return FALSE;
  if (fettle_connection_changes (connection) > 0)
    report->n_imported++;
  else
    report->n_present++;
  return TRUE;
}

/**
 * fettle_calendar_store_import:
 * @text: an iCalendar file
 * @source: its name, to be shown beside each day
 * @report: (out caller-allocates): what came of it
 *
 * Closes the shop on the days of a file, in one transaction. A day of which something was said before is left as it is;
 * what comes again without an end is followed for ten years from now.
 *
 * Returns: %FALSE, and nothing is changed, where the file is wrong: %FETTLE_MODEL_ERROR_INVALID with the sentence, and
 *   its line in @report
 */
gboolean
fettle_calendar_store_import (FettleConnection *connection,
                              GBytes *text,
                              const char *source,
                              FettleCalendarImport *report,
                              GError **error)
{
  const gint64 last_day = fettle_clock_now () / FETTLE_DAY + YEARS_AHEAD * 366;
  g_autoptr (FettleTransaction) transaction = NULL;
  g_autoptr (FettleIcal) ical = NULL;
  gsize length = 0;
  const char *data = g_bytes_get_data (text, &length);

  *report = (FettleCalendarImport){ 0 };
  ical = fettle_ical_read (data != NULL ? data : "", length, last_day, &report->line, error);
  if (ical == NULL)
    return FALSE;
  report->n_events = ical->n_events;
  report->n_skipped = ical->n_skipped;
  transaction = fettle_transaction_begin (connection, G_STRFUNC, error);
  if (transaction == NULL)
    return FALSE;
  for (guint i = 0; i < ical->days->len; i++)
    if (!import_day (connection, &g_array_index (ical->days, FettleIcalDay, i), source, report, error))
      return FALSE;
  return fettle_transaction_commit (transaction, error);
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

  return (none || holidays != NULL) && fettle_setup_store_set (connection, "holidays", none ? "none" : region, error);
}
