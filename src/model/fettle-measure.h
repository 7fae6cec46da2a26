/* fettle-measure.h: what a shop is measured by: the list of measures, their names and their rules.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-language.h"

G_BEGIN_DECLS

/* In the order of the page: the three controls come first. */
typedef enum
{
  FETTLE_MEASURE_NONE,
  FETTLE_MEASURE_COMPLAINT_RATE,
  FETTLE_MEASURE_OMISSION_RATE,
  FETTLE_MEASURE_DISSATISFACTION_RATE,
  FETTLE_MEASURE_NPS,
  FETTLE_MEASURE_CSAT,
  FETTLE_MEASURE_REPLY_RATE,
  FETTLE_MEASURE_FIRST_TIME_FIX,
  FETTLE_MEASURE_COMEBACK_30,
  FETTLE_MEASURE_COMEBACK_90,
  FETTLE_MEASURE_ON_TIME,
  FETTLE_MEASURE_ON_TIME_REVISED,
  FETTLE_MEASURE_TURNAROUND_MEDIAN,
  FETTLE_MEASURE_TURNAROUND_90,
  FETTLE_MEASURE_TURNAROUND_95,
  FETTLE_MEASURE_NET_MEDIAN,
  FETTLE_MEASURE_NET_90,
  FETTLE_MEASURE_NET_95,
  FETTLE_MEASURE_PARTS_FILL_RATE,
  FETTLE_MEASURE_NO_FAULT_FOUND,
  FETTLE_MEASURE_AGEING,
  FETTLE_MEASURE_WORK_IN_PROGRESS,
  FETTLE_MEASURE_QUEUE_WAIT,
} FettleMeasure;
#define FETTLE_N_MEASURES (FETTLE_MEASURE_QUEUE_WAIT + 1)

/**
 * FettleUnitOfMeasure:
 * @FETTLE_MEASURED_PERCENT: the value is in tenths of a percent
 * @FETTLE_MEASURED_POINTS: the value is in tenths of a point, -1000 to 1000
 * @FETTLE_MEASURED_TIME: the value is in microseconds
 * @FETTLE_MEASURED_JOBS: the value is in tenths of a job
 */
typedef enum
{
  FETTLE_MEASURED_PERCENT,
  FETTLE_MEASURED_POINTS,
  FETTLE_MEASURED_TIME,
  FETTLE_MEASURED_JOBS,
} FettleUnitOfMeasure;

/**
 * FettleMeasureSense:
 * Whether more of it is better for the customer, worse, or neither.
 */
typedef enum
{
  FETTLE_MORE_IS_NEITHER,
  FETTLE_MORE_IS_BETTER,
  FETTLE_MORE_IS_WORSE,
} FettleMeasureSense;

const char *fettle_measure_id (FettleMeasure measure);
FettleMeasure fettle_measure_from_id (const char *id);
FettleUnitOfMeasure fettle_measure_unit (FettleMeasure measure);
const char *fettle_measure_unit_id (FettleMeasure measure);
FettleMeasureSense fettle_measure_sense (FettleMeasure measure);

const char *fettle_measure_name (FettleMeasure measure, FettleLanguage *language);
const char *fettle_measure_rule (FettleMeasure measure, FettleLanguage *language);
char *fettle_measure_format (FettleMeasure measure, gint64 value, FettleLanguage *language);

G_END_DECLS
