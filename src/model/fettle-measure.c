/* fettle-measure.c: what a shop is measured by: the list of measures, their names and their rules.
 *
 * One table holds it all. The ids are on the command line and in files and never change. Constant data; any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-measure.h"

#include <glib/gi18n-lib.h>

#include "fettle-clock.h"

#define NAME "measure"
#define RULE "rule of a measure"

typedef struct
{
  const char *id;
  FettleUnitOfMeasure unit;
  FettleMeasureSense sense;
  const char *name;
  const char *rule;
} Row;

static const Row rows[FETTLE_N_MEASURES] = {
  [FETTLE_MEASURE_COMPLAINT_RATE]
  = { "complaint-rate", FETTLE_MEASURED_PERCENT, FETTLE_MORE_IS_WORSE, NC_ ("measure", "Complaints"),
      NC_ ("rule of a measure", "complaints received ÷ jobs handed over") },
  [FETTLE_MEASURE_OMISSION_RATE]
  = { "omission-rate", FETTLE_MEASURED_PERCENT, FETTLE_MORE_IS_WORSE, NC_ ("measure", "Something left out"),
      NC_ ("rule of a measure",
           "jobs that miss any of recorded, handled, re-checked by another, fed back ÷ jobs handed over or "
           "cancelled") },
  [FETTLE_MEASURE_DISSATISFACTION_RATE]
  = { "dissatisfaction-rate", FETTLE_MEASURED_PERCENT, FETTLE_MORE_IS_WORSE, NC_ ("measure", "Dissatisfied"),
      NC_ ("rule of a measure", "1 or 2 of 5 ÷ answers to return visits") },
  [FETTLE_MEASURE_NPS]
  = { "nps", FETTLE_MEASURED_POINTS, FETTLE_MORE_IS_BETTER, NC_ ("measure", "Would recommend us (NPS)"),
      NC_ ("rule of a measure", "share of 9 and 10 minus share of 0 to 6, of all answers from 0 to 10") },
  [FETTLE_MEASURE_CSAT] = { "csat", FETTLE_MEASURED_PERCENT, FETTLE_MORE_IS_BETTER, NC_ ("measure", "Satisfied (CSAT)"),
                            NC_ ("rule of a measure", "4 or 5 of 5 ÷ answers") },
  [FETTLE_MEASURE_REPLY_RATE]
  = { "reply-rate", FETTLE_MEASURED_PERCENT, FETTLE_MORE_IS_BETTER, NC_ ("measure", "Answered when asked"),
      NC_ ("rule of a measure", "return visits answered ÷ return visits that fell due") },
  [FETTLE_MEASURE_FIRST_TIME_FIX]
  = { "first-time-fix", FETTLE_MEASURED_PERCENT, FETTLE_MORE_IS_BETTER, NC_ ("measure", "Right the first time"),
      NC_ ("rule of a measure",
           "not opened again within the shop’s window ÷ jobs handed over that are older than the window") },
  [FETTLE_MEASURE_COMEBACK_30]
  = { "comeback-30", FETTLE_MEASURED_PERCENT, FETTLE_MORE_IS_WORSE, NC_ ("measure", "Back within 30 days"),
      NC_ ("rule of a measure", "devices back within 30 days ÷ devices handed over at least 30 days ago") },
  [FETTLE_MEASURE_COMEBACK_90]
  = { "comeback-90", FETTLE_MEASURED_PERCENT, FETTLE_MORE_IS_WORSE, NC_ ("measure", "Back within 90 days"),
      NC_ ("rule of a measure", "devices back within 90 days ÷ devices handed over at least 90 days ago") },
  [FETTLE_MEASURE_ON_TIME]
  = { "on-time", FETTLE_MEASURED_PERCENT, FETTLE_MORE_IS_BETTER, NC_ ("measure", "On time by the first promise"),
      NC_ ("rule of a measure", "done by the first promise ÷ jobs handed over that had a promise") },
  [FETTLE_MEASURE_ON_TIME_REVISED]
  = { "on-time-revised", FETTLE_MEASURED_PERCENT, FETTLE_MORE_IS_BETTER, NC_ ("measure", "On time by the last promise"),
      NC_ ("rule of a measure", "done by the last date given ÷ jobs handed over that had a promise") },
  [FETTLE_MEASURE_TURNAROUND_MEDIAN]
  = { "turnaround-median", FETTLE_MEASURED_TIME, FETTLE_MORE_IS_WORSE, NC_ ("measure", "Turnaround, median"),
      NC_ ("rule of a measure", "from reception to hand-over: half took no longer") },
  [FETTLE_MEASURE_TURNAROUND_90]
  = { "turnaround-90", FETTLE_MEASURED_TIME, FETTLE_MORE_IS_WORSE, NC_ ("measure", "Turnaround, 90 in 100"),
      NC_ ("rule of a measure", "from reception to hand-over: 90 in 100 took no longer") },
  [FETTLE_MEASURE_TURNAROUND_95]
  = { "turnaround-95", FETTLE_MEASURED_TIME, FETTLE_MORE_IS_WORSE, NC_ ("measure", "Turnaround, 95 in 100"),
      NC_ ("rule of a measure", "from reception to hand-over: 95 in 100 took no longer") },
  [FETTLE_MEASURE_NET_MEDIAN]
  = { "turnaround-net-median", FETTLE_MEASURED_TIME, FETTLE_MORE_IS_WORSE, NC_ ("measure", "Net turnaround, median"),
      NC_ ("rule of a measure", "turnaround without the customer’s time: half took no longer") },
  [FETTLE_MEASURE_NET_90]
  = { "turnaround-net-90", FETTLE_MEASURED_TIME, FETTLE_MORE_IS_WORSE, NC_ ("measure", "Net turnaround, 90 in 100"),
      NC_ ("rule of a measure", "turnaround without the customer’s time: 90 in 100 took no longer") },
  [FETTLE_MEASURE_NET_95]
  = { "turnaround-net-95", FETTLE_MEASURED_TIME, FETTLE_MORE_IS_WORSE, NC_ ("measure", "Net turnaround, 95 in 100"),
      NC_ ("rule of a measure", "turnaround without the customer’s time: 95 in 100 took no longer") },
  [FETTLE_MEASURE_PARTS_FILL_RATE]
  = { "parts-fill-rate", FETTLE_MEASURED_PERCENT, FETTLE_MORE_IS_BETTER, NC_ ("measure", "Parts at hand"),
      NC_ ("rule of a measure", "parts taken from stock without an order ÷ parts asked for") },
  [FETTLE_MEASURE_NO_FAULT_FOUND]
  = { "no-fault-found", FETTLE_MEASURED_PERCENT, FETTLE_MORE_IS_WORSE, NC_ ("measure", "No fault found"),
      NC_ ("rule of a measure", "no fault found ÷ jobs handed over that were diagnosed") },
  [FETTLE_MEASURE_AGEING]
  = { "ageing", FETTLE_MEASURED_JOBS, FETTLE_MORE_IS_WORSE, NC_ ("measure", "Open jobs by age"),
      NC_ ("rule of a measure", "jobs open at the end of the period, by days since reception") },
  [FETTLE_MEASURE_WORK_IN_PROGRESS]
  = { "work-in-progress", FETTLE_MEASURED_JOBS, FETTLE_MORE_IS_NEITHER, NC_ ("measure", "Work in progress"),
      NC_ ("rule of a measure", "throughput × mean turnaround, in a stable period only") },
  [FETTLE_MEASURE_QUEUE_WAIT]
  = { "queue-wait-median", FETTLE_MEASURED_TIME, FETTLE_MORE_IS_WORSE, NC_ ("measure", "Waiting at the counter"),
      NC_ ("rule of a measure", "from the ticket to the first call: half waited no longer") },
};

/**
 * fettle_measure_id:
 *
 * Returns: (nullable): "complaint-rate"; %NULL for none
 */
const char *
fettle_measure_id (FettleMeasure measure)
{
  g_return_val_if_fail (measure < FETTLE_N_MEASURES, NULL);
  return rows[measure].id;
}

FettleMeasure
fettle_measure_from_id (const char *id)
{
  for (guint i = FETTLE_MEASURE_NONE + 1; id != NULL && i < FETTLE_N_MEASURES; i++)
    if (g_str_equal (rows[i].id, id))
      return (FettleMeasure) i;
  return FETTLE_MEASURE_NONE;
}

FettleUnitOfMeasure
fettle_measure_unit (FettleMeasure measure)
{
  g_return_val_if_fail (measure < FETTLE_N_MEASURES, FETTLE_MEASURED_PERCENT);
  return rows[measure].unit;
}

/**
 * fettle_measure_unit_id:
 *
 * Returns: "percent", "points", "seconds" or "jobs", as files say it
 */
const char *
fettle_measure_unit_id (FettleMeasure measure)
{
  static const char *const ids[] = { "percent", "points", "seconds", "jobs" };

  return ids[fettle_measure_unit (measure)];
}

FettleMeasureSense
fettle_measure_sense (FettleMeasure measure)
{
  g_return_val_if_fail (measure < FETTLE_N_MEASURES, FETTLE_MORE_IS_NEITHER);
  return rows[measure].sense;
}

/**
 * fettle_measure_name:
 *
 * Returns: as a heading: "Back within 30 days"
 */
const char *
fettle_measure_name (FettleMeasure measure, FettleLanguage *language)
{
  g_return_val_if_fail (measure > FETTLE_MEASURE_NONE && measure < FETTLE_N_MEASURES, "");
  return fettle_language_text_context (language, NAME, rows[measure].name);
}

/**
 * fettle_measure_rule:
 *
 * Returns: what is counted and by what it is divided: "4 or 5 of 5 ÷ answers"
 */
const char *
fettle_measure_rule (FettleMeasure measure, FettleLanguage *language)
{
  g_return_val_if_fail (measure > FETTLE_MEASURE_NONE && measure < FETTLE_N_MEASURES, "");
  return fettle_language_text_context (language, RULE, rows[measure].rule);
}

/**
 * fettle_measure_format:
 * @value: in the measure's unit
 *
 * Returns: (transfer full): for people: "12.5 %", "+31.0", "3 days", "14.2"
 */
char *
fettle_measure_format (FettleMeasure measure, gint64 value, FettleLanguage *language)
{
  const char *sign = value < 0 ? "−" : "";
  gint64 whole = ABS (value) / 10;
  int tenth = (int) (ABS (value) % 10);

  switch (fettle_measure_unit (measure))
    {
    case FETTLE_MEASURED_TIME:
      return fettle_language_format_span (language, value);
    case FETTLE_MEASURED_PERCENT:
      /* Translators: a share; the parts are the sign, the whole and the tenths: 12.5 % */
      return g_strdup_printf (fettle_language_text_context (language, NAME, NC_ ("measure", "%s%d.%d %%")), sign,
                              (int) whole, tenth);
    case FETTLE_MEASURED_POINTS:
      return g_strdup_printf ("%s%d.%d", value > 0 ? "+" : sign, (int) whole, tenth);
    case FETTLE_MEASURED_JOBS:
    default:
      return tenth == 0 ? fettle_language_format_number (language, value / 10)
                        : g_strdup_printf ("%s%d.%d", sign, (int) whole, tenth);
    }
}
