/* fettle-number-series.c: the numbers that jobs are given, in a row and without gaps.
 *
 * A series is begun and ended inside one transaction that writes, so that nobody else draws meanwhile: the shop's zone
 * and the last number of a year are read once, and what was drawn is written at the end. Taken back, nothing of it
 * happened.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-number-series.h"

#include <glib/gi18n-lib.h>

#include "fettle-number.h"
#include "fettle-statement.h"
#include "fettle-store-error.h"

/* The last number given out in a year, and whether the file says so already. */
typedef struct
{
  int year;
  gint64 last;
  gboolean is_written;
} Year;

struct _FettleNumberSeries
{
  FettleConnection *connection;
  GTimeZone *zone;
  GArray *years;

  /* Of which year the last one was: a file of old records has many of one day. */
  gint64 received_at;
  int year;
};

/**
 * fettle_number_series_begin:
 *
 * To be called inside the transaction of the jobs. fettle_number_series_end() must follow in it.
 *
 * Returns: (transfer full) (nullable): the series; %FETTLE_STORE_ERROR_NOT_FOUND where there is no shop in the file
 */
FettleNumberSeries *
fettle_number_series_begin (FettleConnection *connection, GError **error)
{
  g_autoptr (FettleStatement) point = fettle_connection_prepare (connection, "SELECT timezone FROM service_point");
  FettleNumberSeries *self;
  FettleStep step = fettle_statement_step (point, error);

  if (step == FETTLE_STEP_DONE)
    g_set_error_literal (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_NOT_FOUND,
                         _ ("This file has no shop yet. Set one up first."));
  if (step != FETTLE_STEP_ROW)
    return NULL;
  self = g_new0 (FettleNumberSeries, 1);
  self->connection = connection;
  self->zone = g_time_zone_new_identifier (fettle_statement_text (point, 0));
  if (self->zone == NULL)
    self->zone = g_time_zone_new_utc ();
  self->years = g_array_new (FALSE, FALSE, sizeof (Year));
  return self;
}

void
fettle_number_series_free (FettleNumberSeries *self)
{
  g_time_zone_unref (self->zone);
  g_array_unref (self->years);
  g_free (self);
}

/* The year in the shop's zone. */
static int
year_of (FettleNumberSeries *self, gint64 received_at)
{
  if (self->year == 0 || received_at != self->received_at)
    {
      g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (received_at / G_USEC_PER_SEC);
      g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, self->zone);

      self->received_at = received_at;
      self->year = g_date_time_get_year (local);
    }
  return self->year;
}

static gboolean
read_year (FettleNumberSeries *self, int year, GError **error)
{
  g_autoptr (FettleStatement) row
      = fettle_connection_prepare (self->connection, "SELECT last FROM number_series WHERE year = :year");
  Year read = { year, 0, TRUE };
  FettleStep step;

  fettle_statement_bind_int (row, ":year", year);
  step = fettle_statement_step (row, error);
  if (step == FETTLE_STEP_ROW)
    read.last = fettle_statement_int (row, 0);
  if (step != FETTLE_STEP_ERROR)
    g_array_append_val (self->years, read);
  return step != FETTLE_STEP_ERROR;
}

static Year *
find_year (FettleNumberSeries *self, int year, GError **error)
{
  for (guint i = 0; i < self->years->len; i++)
    if (g_array_index (self->years, Year, i).year == year)
      return &g_array_index (self->years, Year, i);
  return read_year (self, year, error) ? &g_array_index (self->years, Year, self->years->len - 1) : NULL;
}

/**
 * fettle_number_series_draw:
 * @received_at: moment, whose year in the shop's zone the number is of
 *
 * Returns: (transfer full) (nullable): the next number
 */
char *
fettle_number_series_draw (FettleNumberSeries *self, gint64 received_at, GError **error)
{
  Year *year = find_year (self, year_of (self, received_at), error);

  if (year == NULL)
    return NULL;
  year->last++;
  year->is_written = FALSE;
  return fettle_number_format (year->year, year->last);
}

/**
 * fettle_number_series_end:
 *
 * Writes what was drawn, before the end of the transaction.
 */
gboolean
fettle_number_series_end (FettleNumberSeries *self, GError **error)
{
  g_autoptr (FettleStatement) write
      = fettle_connection_prepare (self->connection, "INSERT INTO number_series (year, last) VALUES (:year, :last)"
                                                     " ON CONFLICT (year) DO UPDATE SET last = :last");

  for (guint i = 0; i < self->years->len; i++)
    {
      Year *year = &g_array_index (self->years, Year, i);

      if (year->is_written)
        continue;
      fettle_statement_bind_int (write, ":year", year->year);
      fettle_statement_bind_int (write, ":last", year->last);
      if (!fettle_statement_run (write, error))
        return FALSE;
      fettle_statement_reset (write);
      year->is_written = TRUE;
    }
  return TRUE;
}
