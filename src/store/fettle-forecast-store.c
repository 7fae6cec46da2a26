/* fettle-forecast-store.c: what jobs like one took, from the shop's own file.
 *
 * The newest jobs say how the shop works today, and reading only those keeps the answer as quick after a million jobs
 * as after a thousand.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-forecast-store.h"

#include "fettle-category.h"
#include "fettle-clock.h"
#include "fettle-details.h"
#include "fettle-statement.h"

/* How many of the newest finished jobs are looked at for those of one category, and how many of those are used. */
#define LOOKED_AT 20000
#define USED      300

/* What was finished in so many days shows how quickly such jobs leave. */
#define PERIOD (28 * FETTLE_DAY)

typedef struct
{
  gint64 time;
  gint64 finished_at;
  gboolean by_fault;
} Sample;

typedef struct
{
  FettleCalendar *calendar;
  FettleClockHolder holder;
  gint64 since;
  gint64 received_at;
  gint64 ready_at;
  gint64 time;     /* up to the last move */
  gint64 at_ready; /* up to the last time it became ready */
} Reading;

static void
pass_to (Reading *reading, const char *holder, gint64 at)
{
  if (reading->received_at != 0 && reading->holder != FETTLE_CLOCK_CUSTOMER)
    reading->time += fettle_calendar_working_time_between (reading->calendar, reading->since, at);
  reading->since = at;
  reading->holder = fettle_clock_holder_from_id (holder);
}

static void
read_event (Reading *reading, const char *what, gint64 at, FettleDetails *details)
{
  const char *to = fettle_details_get (details, "to");

  if (g_str_equal (what, "received"))
    {
      reading->received_at = at;
      reading->since = at;
      reading->holder = fettle_clock_holder_from_id (fettle_details_get (details, "clock"));
      return;
    }
  pass_to (reading, fettle_details_get (details, "clock"), at);
  if (g_strcmp0 (to, "ready") == 0 || (g_str_equal (what, "handed-over") && reading->ready_at == 0))
    {
      reading->ready_at = at;
      reading->at_ready = reading->time;
    }
  else if (to != NULL)
    reading->ready_at = 0;
}

/* Working time from received to ready, the customer's own excluded; FALSE where the job was not taken in here. */
static gboolean
read_time (FettleConnection *connection, FettleCalendar *calendar, gint64 job_id, Sample *sample, GError **error)
{
  g_autoptr (FettleStatement) rows = fettle_connection_prepare (
      connection, "SELECT at, what, details FROM event WHERE job_id = :job"
                  " AND what IN ('received', 'moved', 'move-undone', 'clock-set', 'device-arrived', 'handed-over')"
                  " ORDER BY seq");
  Reading reading = { calendar, FETTLE_CLOCK_NONE, 0, 0, 0, 0, 0 };

  fettle_statement_bind_int (rows, ":job", job_id);
  while (fettle_statement_step (rows, error) == FETTLE_STEP_ROW)
    {
      g_autoptr (FettleDetails) details = fettle_details_parse (fettle_statement_text (rows, 2));
      const char *what = fettle_statement_text (rows, 1);

      /* Only what passes the clock on counts; a device that came starts it where it says so. */
      if (fettle_details_has (details, "clock") || g_str_equal (what, "handed-over"))
        read_event (&reading, what, fettle_statement_int (rows, 0), details);
    }
  sample->time = reading.at_ready;
  sample->finished_at = reading.ready_at;
  return reading.received_at != 0 && reading.ready_at > reading.received_at;
}

static GArray *
read_samples (FettleConnection *connection,
              const char *category,
              GHashTable *words,
              FettleCalendar *calendar,
              GError **error)
{
  g_autoptr (FettleStatement) rows = fettle_connection_prepare (
      connection, "SELECT newest.id, newest.fault FROM (SELECT id, unit_id, fault FROM job WHERE handed_over_at <> 0"
                  " ORDER BY handed_over_at DESC LIMIT :looked) newest CROSS JOIN unit u ON u.id = newest.unit_id"
                  " JOIN model m ON m.id = u.model_id WHERE m.category = :category LIMIT :limit");
  g_autoptr (GArray) samples = g_array_new (FALSE, TRUE, sizeof (Sample));
  FettleStep step;

  fettle_statement_bind_int (rows, ":looked", LOOKED_AT);
  fettle_statement_bind_text (rows, ":category", category);
  fettle_statement_bind_int (rows, ":limit", USED);
  while ((step = fettle_statement_step (rows, error)) == FETTLE_STEP_ROW)
    {
      Sample sample = { 0 };

      if (!read_time (connection, calendar, fettle_statement_int (rows, 0), &sample, error))
        continue;
      sample.by_fault = fettle_forecast_shares_word (words, fettle_statement_text (rows, 1));
      g_array_append_val (samples, sample);
    }
  return step == FETTLE_STEP_DONE ? g_steal_pointer (&samples) : NULL;
}

static gboolean
count_open (FettleConnection *connection, const char *category, int *open, GError **error)
{
  g_autoptr (FettleStatement) row = fettle_connection_prepare (
      connection, "SELECT count(*) FROM job j JOIN unit u ON u.id = j.unit_id JOIN model m ON m.id = u.model_id"
                  " WHERE j.stage IN ('received', 'diagnosing', 'waiting-approval', 'waiting-parts', 'repairing',"
                  " 'checking') AND m.category = :category");

  fettle_statement_bind_text (row, ":category", category);
  if (fettle_statement_step (row, error) != FETTLE_STEP_ROW)
    return FALSE;
  *open = (int) fettle_statement_int (row, 0);
  return TRUE;
}

static FettleForecast *
make_forecast (GArray *samples, FettleForecastLoad *load, FettleCalendar *calendar, gint64 from)
{
  g_autofree gint64 *times = g_new0 (gint64, MAX (samples->len, 1));
  FettleForecast *forecast = NULL;
  guint n = 0, n_fault = 0;
  gboolean by_fault;

  for (guint i = 0; i < samples->len; i++)
    n_fault += g_array_index (samples, Sample, i).by_fault ? 1 : 0;
  by_fault = n_fault >= FETTLE_FORECAST_LEAST;
  for (guint i = 0; i < samples->len; i++)
    {
      Sample *sample = &g_array_index (samples, Sample, i);

      load->finished += sample->finished_at >= from - PERIOD ? 1 : 0;
      if (!by_fault || sample->by_fault)
        times[n++] = sample->time;
    }
  load->period = fettle_calendar_working_time_between (calendar, from - PERIOD, from);
  forecast = fettle_forecast_make (times, n, load, calendar, from);
  forecast->by_fault = by_fault;
  forecast->n_fault = (int) n_fault;
  return forecast;
}

/**
 * fettle_forecast_store_suggest:
 * @category: of the device
 * @fault: (nullable): as the customer said it; jobs that share its words are asked where there are ten of them
 * @from: moment from which the time counts
 *
 * Returns: (transfer full) (nullable): until when it can be promised, by this shop's own newest jobs
 */
FettleForecast *
fettle_forecast_store_suggest (FettleConnection *connection,
                               const char *category,
                               const char *fault,
                               FettleCalendar *calendar,
                               gint64 from,
                               GError **error)
{
  const int known = fettle_category_id (category);
  const char *name = known > 0 ? fettle_category_name (known) : category;
  g_autoptr (GHashTable) words = fettle_forecast_fault_words (fault);
  g_autoptr (GArray) samples = NULL;
  FettleForecastLoad load = { 0 };
  FettleForecast *forecast = NULL;

  if (name == NULL)
    name = category;
  samples = read_samples (connection, name, words, calendar, error);
  if (samples == NULL || !count_open (connection, name, &load.open, error))
    return NULL;
  forecast = make_forecast (samples, &load, calendar, from);
  forecast->category = g_strdup (name);
  return forecast;
}
