/* fettle-measures.h: how a shop did in a period, computed from the raw facts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-measure-facts.h"
#include "fettle-measure.h"
#include "fettle-period.h"
#include "fettle-record.h"

G_BEGIN_DECLS

/* Open jobs by age: 0 to 2, 3 to 7, 8 to 14, 15 to 30, 31 to 60, 61 to 90 and over 90 days. */
#define FETTLE_N_AGES 7

/* Turnarounds by length: within 4 hours, a day, 3, 7, 14, 30 and 60 days, and longer. */
#define FETTLE_N_LENGTHS 8

#define FETTLE_TYPE_FIGURE (fettle_figure_get_type ())
FETTLE_DECLARE_RECORD (FettleFigure, fettle_figure, FETTLE, FIGURE)

/**
 * FettleFigure:
 * @has_value: FALSE is "no data": there was nothing to divide by, or no stable period
 * @value: in the unit of the measure
 * @numerator: what was counted; of the net promoter score promoters minus detractors, of work in progress the sum of
 *   the turnarounds in seconds, of a time 0
 * @denominator: by what it was divided; of work in progress the seconds of the period, of a time 0
 * @n: from how many jobs or answers
 * @unstable: there is no value because more came in than went out, or the other way round
 * @has_before: whether there is a value for the period before
 * @ages: of open jobs by age, how many in each class
 */
struct _FettleFigure
{
  FettleRecord parent_instance;
  FettleMeasure measure;
  gboolean has_value;
  gint64 value;
  gint64 numerator;
  gint64 denominator;
  gint64 n;
  gboolean unstable;
  gboolean has_before;
  gint64 before_value;
  gint64 before_n;
  gint64 ages[FETTLE_N_AGES];
};

#define FETTLE_TYPE_TREND_POINT (fettle_trend_point_get_type ())
FETTLE_DECLARE_RECORD (FettleTrendPoint, fettle_trend_point, FETTLE, TREND_POINT)

/**
 * FettleTrendPoint:
 * One day, week or month of a curve. @from and @to are days; @median is in microseconds and means nothing where
 * @n_closed is 0.
 */
struct _FettleTrendPoint
{
  FettleRecord parent_instance;
  gint64 from;
  gint64 to;
  gint64 n_received;
  gint64 n_closed;
  gint64 n_complaints;
  gint64 n_promised;
  gint64 n_on_time;
  gint64 median;
};

#define FETTLE_TYPE_MEASURES (fettle_measures_get_type ())
FETTLE_DECLARE_RECORD (FettleMeasures, fettle_measures, FETTLE, MEASURES)

/**
 * FettleMeasures:
 * @from, @to: days of the period; @before_from, @before_to those of the one it is compared with
 * @now: moment at which they were read
 * @figures: of FettleFigure, every measure in the order of the page
 * @trend: of FettleTrendPoint, the earliest first, without what lies ahead
 * @lengths: how many turnarounds of each length
 */
struct _FettleMeasures
{
  FettleRecord parent_instance;
  gint64 from;
  gint64 to;
  gint64 before_from;
  gint64 before_to;
  gint64 now;
  int fix_days;
  gboolean part_is_not_ours;
  GPtrArray *figures;
  GPtrArray *trend;
  gint64 lengths[FETTLE_N_LENGTHS];
};

/**
 * FettleBehind:
 * One entry behind a figure. @weight is what it adds to the numerator, @counts what it adds to the denominator;
 * @value is its time in microseconds, its answer, or its age in days; @at is the moment by which it is in the period.
 */
typedef struct
{
  gint64 job_id;
  gint64 at;
  gint64 value;
  int weight;
  int counts;
} FettleBehind;

FettleMeasures *fettle_measures_compute (FettleMeasureFacts *facts, FettlePeriod period);
GArray *fettle_measures_behind (FettleMeasureFacts *facts, FettlePeriod period, FettleMeasure measure);
FettleFigure *fettle_measures_figure (FettleMeasures *self, FettleMeasure measure);
void fettle_measures_span (FettleMeasureFacts *facts, FettlePeriod period, gint64 *begins, gint64 *ends);
void fettle_measures_age_bounds (guint age, gint64 *from, gint64 *to);

G_END_DECLS
