/* fettle-measures.c: how a shop did in a period, computed from the raw facts.
 *
 * Every measure is first a list of what is behind it; the figure is added up from that list and from nothing else, so
 * that the jobs which a figure opens are those it was made of. All of it is in whole numbers. Pure functions; any
 * thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-measures.h"

#include "fettle-clock.h"
#include "fettle-percentile.h"

/* A period is stable if it is a week or longer, this many jobs went out, about as many came in (within a tenth of the
 * larger number), and about as many were open at its end as at its beginning (within a fifth). */
#define STABLE_DAYS     7
#define STABLE_JOBS     30
#define STABLE_FLOW     10
#define STABLE_STANDING 5

static const FettleField fettle_figure_fields[] = {
  FETTLE_FIELD (FettleFigure, measure, "measure", INT),
  FETTLE_FIELD (FettleFigure, has_value, "has-value", BOOLEAN),
  FETTLE_FIELD (FettleFigure, value, "value", INT64),
  FETTLE_FIELD (FettleFigure, numerator, "numerator", INT64),
  FETTLE_FIELD (FettleFigure, denominator, "denominator", INT64),
  FETTLE_FIELD (FettleFigure, n, "n", INT64),
  FETTLE_FIELD (FettleFigure, unstable, "unstable", BOOLEAN),
  FETTLE_FIELD (FettleFigure, has_before, "has-before", BOOLEAN),
  FETTLE_FIELD (FettleFigure, before_value, "before-value", INT64),
  FETTLE_FIELD (FettleFigure, before_n, "before-n", INT64),
};

FETTLE_DEFINE_RECORD (FettleFigure, fettle_figure)

static const FettleField fettle_trend_point_fields[] = {
  FETTLE_FIELD (FettleTrendPoint, from, "from", INT64),
  FETTLE_FIELD (FettleTrendPoint, to, "to", INT64),
  FETTLE_FIELD (FettleTrendPoint, n_received, "n-received", INT64),
  FETTLE_FIELD (FettleTrendPoint, n_closed, "n-closed", INT64),
  FETTLE_FIELD (FettleTrendPoint, n_complaints, "n-complaints", INT64),
  FETTLE_FIELD (FettleTrendPoint, n_promised, "n-promised", INT64),
  FETTLE_FIELD (FettleTrendPoint, n_on_time, "n-on-time", INT64),
  FETTLE_FIELD (FettleTrendPoint, median, "median", INT64),
};

FETTLE_DEFINE_RECORD (FettleTrendPoint, fettle_trend_point)

static const FettleField fettle_measures_fields[] = {
  FETTLE_FIELD (FettleMeasures, from, "from", INT64),
  FETTLE_FIELD (FettleMeasures, to, "to", INT64),
  FETTLE_FIELD (FettleMeasures, before_from, "before-from", INT64),
  FETTLE_FIELD (FettleMeasures, before_to, "before-to", INT64),
  FETTLE_FIELD (FettleMeasures, now, "now", INT64),
  FETTLE_FIELD (FettleMeasures, fix_days, "fix-days", INT),
  FETTLE_FIELD (FettleMeasures, part_is_not_ours, "part-is-not-ours", BOOLEAN),
  FETTLE_FIELD (FettleMeasures, figures, "figures", LIST),
  FETTLE_FIELD (FettleMeasures, trend, "trend", LIST),
};

FETTLE_DEFINE_RECORD (FettleMeasures, fettle_measures)

/**
 * fettle_measures_span:
 * @begins: (out): the first moment of the period
 * @ends: (out): the moment at which it is over, or just after now where it is not over yet
 */
void
fettle_measures_span (FettleMeasureFacts *facts, FettlePeriod period, gint64 *begins, gint64 *ends)
{
  fettle_period_moments (period, facts->zone, begins, ends);
  *ends = MIN (*ends, facts->now + 1);
}

typedef struct
{
  FettleMeasureFacts *facts;
  FettlePeriod period;
  gint64 begins;
  gint64 ends;
  GArray *list;
} Search;

static gboolean
is_within (Search *search, gint64 at)
{
  return at >= search->begins && at < search->ends;
}

static void
add (Search *search, gint64 job_id, gint64 at, gint64 value, int weight, int counts)
{
  FettleBehind entry = { job_id, at, value, weight, counts };

  g_array_append_val (search->list, entry);
}

/* The first closed job that was handed over at that moment or later. */
static guint
find_closed (GArray *closed, gint64 at)
{
  guint from = 0, to = closed->len;

  while (from < to)
    {
      guint middle = from + (to - from) / 2;

      if (g_array_index (closed, FettleClosedFact, middle).handed_over_at < at)
        from = middle + 1;
      else
        to = middle;
    }
  return from;
}

typedef void (*ClosedFunc) (Search *search, FettleClosedFact *job, FettleMeasure measure);

static void
each_closed (Search *search, FettleMeasure measure, ClosedFunc func)
{
  guint to = find_closed (search->facts->closed, search->ends);

  for (guint i = find_closed (search->facts->closed, search->begins); i < to; i++)
    func (search, &g_array_index (search->facts->closed, FettleClosedFact, i), measure);
}

static void
add_closed (Search *search, FettleClosedFact *job, gint64 value, gboolean counted)
{
  add (search, job->job_id, job->handed_over_at, value, counted ? 1 : 0, 1);
}

/* Complaints are counted when they come, jobs when they go. */
static void
take_complaint (Search *search, FettleClosedFact *job, FettleMeasure measure)
{
  add (search, job->job_id, job->handed_over_at, 0, 0, 1);
}

static void
take_omission (Search *search, FettleClosedFact *job, FettleMeasure measure)
{
  add_closed (search, job, job->leaks, job->leaks != 0);
}

static void
take_comeback (Search *search, FettleClosedFact *job, FettleMeasure measure)
{
  gint64 days = measure == FETTLE_MEASURE_COMEBACK_30   ? 30
                : measure == FETTLE_MEASURE_COMEBACK_90 ? 90
                                                        : search->facts->rules.fix_days;
  gint64 window = days * FETTLE_DAY;
  gboolean fix = measure == FETTLE_MEASURE_FIRST_TIME_FIX;
  gint64 again = fix ? job->reopened_at : job->back_at;
  gboolean came;

  if (job->handed_over_at + window > search->facts->now || (!fix && job->unit_id == 0))
    return;
  came = again != 0 && again - job->handed_over_at <= window;
  add_closed (search, job, came ? again - job->handed_over_at : 0, fix ? !came : came);
}

static void
take_promise (Search *search, FettleClosedFact *job, FettleMeasure measure)
{
  FettleKept kept = measure == FETTLE_MEASURE_ON_TIME ? job->first_promise : job->last_promise;

  if (kept != FETTLE_KEPT_NOTHING_PROMISED)
    add_closed (search, job, 0, kept == FETTLE_KEPT);
}

static gint64
gross (FettleClosedFact *job)
{
  return MAX (job->handed_over_at - job->received_at, 0);
}

static void
take_turnaround (Search *search, FettleClosedFact *job, FettleMeasure measure)
{
  add (search, job->job_id, job->handed_over_at, gross (job), 0, 0);
}

static void
take_net (Search *search, FettleClosedFact *job, FettleMeasure measure)
{
  gint64 not_ours = job->stay.time_customer + (search->facts->rules.part_is_not_ours ? job->stay.time_part : 0);

  add (search, job->job_id, job->handed_over_at, MAX (gross (job) - not_ours, 0), 0, 0);
}

static void
take_no_fault (Search *search, FettleClosedFact *job, FettleMeasure measure)
{
  gboolean none = job->outcome == FETTLE_OUTCOME_NO_FAULT_FOUND;

  if (none || job->stay.diagnosed)
    add_closed (search, job, 0, none);
}

/* What was cancelled is closed, too, and owes the same. */
static void
add_cancelled (Search *search)
{
  for (guint i = 0; i < search->facts->cancelled->len; i++)
    {
      FettleCancelledFact *job = &g_array_index (search->facts->cancelled, FettleCancelledFact, i);

      if (is_within (search, job->cancelled_at))
        add (search, job->job_id, job->cancelled_at, job->leaks, job->leaks != 0, 1);
    }
}

static void
add_complaints (Search *search)
{
  for (guint i = 0; i < search->facts->received->len; i++)
    {
      FettleReceivedFact *job = &g_array_index (search->facts->received, FettleReceivedFact, i);

      if (job->is_complaint && is_within (search, job->received_at))
        add (search, job->job_id, job->received_at, 0, 1, 0);
    }
}

static void
add_answer (Search *search, FettleAskedFact *asked, FettleMeasure measure)
{
  switch (measure)
    {
    case FETTLE_MEASURE_NPS:
      if (asked->nps >= 0)
        add (search, asked->job_id, asked->answered_at, asked->nps, asked->nps >= 9 ? 1 : asked->nps <= 6 ? -1 : 0, 1);
      break;
    case FETTLE_MEASURE_CSAT:
      if (asked->csat > 0)
        add (search, asked->job_id, asked->answered_at, asked->csat, asked->csat >= 4, 1);
      break;
    default:
      if (asked->csat > 0 && asked->is_return_visit)
        add (search, asked->job_id, asked->answered_at, asked->csat, asked->csat <= 2, 1);
      break;
    }
}

/* An answer is counted when it is given, a question when it fell due. Who did not answer is not in the list. */
static void
add_answers (Search *search, FettleMeasure measure)
{
  for (guint i = 0; i < search->facts->asked->len; i++)
    {
      FettleAskedFact *asked = &g_array_index (search->facts->asked, FettleAskedFact, i);
      gboolean answered = asked->answered_at != 0 && asked->answered_at <= search->facts->now;

      if (measure == FETTLE_MEASURE_REPLY_RATE)
        {
          if (asked->is_return_visit && is_within (search, asked->due))
            add (search, asked->job_id, asked->due, 0, answered, 1);
        }
      else if (answered && is_within (search, asked->answered_at))
        add_answer (search, asked, measure);
    }
}

static void
add_parts (Search *search)
{
  for (guint i = 0; i < search->facts->parts->len; i++)
    {
      FettlePartFact *part = &g_array_index (search->facts->parts, FettlePartFact, i);

      if (is_within (search, part->at))
        add (search, part->job_id, part->at, 0, part->from_stock, 1);
    }
}

static void
add_tickets (Search *search)
{
  for (guint i = 0; i < search->facts->tickets->len; i++)
    {
      FettleTicketFact *ticket = &g_array_index (search->facts->tickets, FettleTicketFact, i);

      if (is_within (search, ticket->issued_at))
        add (search, ticket->job_id, ticket->issued_at, ticket->waited, 0, 0);
    }
}

static void
add_open (Search *search)
{
  GArray *open = fettle_measure_facts_find_open (search->facts, search->ends);
  FettleZoneView view;
  gint64 today;

  fettle_zone_view_init (&view, search->facts->zone);
  today = fettle_zone_view_day (&view, search->ends - 1);
  for (guint i = 0; open != NULL && i < open->len; i++)
    {
      FettleOpenFact *job = &g_array_index (open, FettleOpenFact, i);

      add (search, job->job_id, job->received_at, MAX (today - fettle_zone_view_day (&view, job->received_at), 0), 1,
           0);
    }
}

static void
search_begin (Search *search, FettleMeasureFacts *facts, FettlePeriod period)
{
  search->facts = facts;
  search->period = period;
  fettle_measures_span (facts, period, &search->begins, &search->ends);
  search->list = g_array_new (FALSE, FALSE, sizeof (FettleBehind));
}

static void
collect (Search *search, FettleMeasure measure)
{
  static const ClosedFunc of_closed[FETTLE_N_MEASURES] = {
    [FETTLE_MEASURE_COMPLAINT_RATE] = take_complaint,
    [FETTLE_MEASURE_OMISSION_RATE] = take_omission,
    [FETTLE_MEASURE_FIRST_TIME_FIX] = take_comeback,
    [FETTLE_MEASURE_COMEBACK_30] = take_comeback,
    [FETTLE_MEASURE_COMEBACK_90] = take_comeback,
    [FETTLE_MEASURE_ON_TIME] = take_promise,
    [FETTLE_MEASURE_ON_TIME_REVISED] = take_promise,
    [FETTLE_MEASURE_TURNAROUND_MEDIAN] = take_turnaround,
    [FETTLE_MEASURE_TURNAROUND_90] = take_turnaround,
    [FETTLE_MEASURE_TURNAROUND_95] = take_turnaround,
    [FETTLE_MEASURE_NET_MEDIAN] = take_net,
    [FETTLE_MEASURE_NET_90] = take_net,
    [FETTLE_MEASURE_NET_95] = take_net,
    [FETTLE_MEASURE_NO_FAULT_FOUND] = take_no_fault,
    [FETTLE_MEASURE_WORK_IN_PROGRESS] = take_turnaround,
  };

  if (search->ends <= search->begins)
    return;
  if (measure == FETTLE_MEASURE_COMPLAINT_RATE)
    add_complaints (search);
  if (measure == FETTLE_MEASURE_OMISSION_RATE)
    add_cancelled (search);
  if (of_closed[measure] != NULL)
    each_closed (search, measure, of_closed[measure]);
  else if (measure == FETTLE_MEASURE_PARTS_FILL_RATE)
    add_parts (search);
  else if (measure == FETTLE_MEASURE_QUEUE_WAIT)
    add_tickets (search);
  else if (measure == FETTLE_MEASURE_AGEING)
    add_open (search);
  else
    add_answers (search, measure);
}

/**
 * fettle_measures_behind:
 *
 * Returns: (transfer full) (element-type FettleBehind): what the figure of a period is added up from
 */
GArray *
fettle_measures_behind (FettleMeasureFacts *facts, FettlePeriod period, FettleMeasure measure)
{
  Search search;

  g_return_val_if_fail (measure > FETTLE_MEASURE_NONE && measure < FETTLE_N_MEASURES, NULL);
  search_begin (&search, facts, period);
  collect (&search, measure);
  return search.list;
}

/* In tenths, to the nearest, half away from nothing. */
static gint64
divide_rounded (gint64 numerator, gint64 denominator)
{
  gint64 twice = 2 * ABS (numerator) + denominator;
  gint64 quotient = twice / (2 * denominator);

  return numerator < 0 ? -quotient : quotient;
}

static void
set_share (FettleFigure *figure, GArray *list)
{
  for (guint i = 0; i < list->len; i++)
    {
      FettleBehind *entry = &g_array_index (list, FettleBehind, i);

      figure->numerator += entry->weight;
      figure->denominator += entry->counts;
    }
  figure->n = figure->denominator;
  figure->has_value = figure->denominator > 0;
  if (figure->has_value)
    figure->value = divide_rounded (figure->numerator * 1000, figure->denominator);
}

static gint64 *
sort_values (GArray *list)
{
  gint64 *values = g_new (gint64, MAX (list->len, 1));

  for (guint i = 0; i < list->len; i++)
    values[i] = g_array_index (list, FettleBehind, i).value;
  fettle_percentile_sort (values, list->len);
  return values;
}

static void
set_time (FettleFigure *figure, GArray *list)
{
  g_autofree gint64 *sorted = sort_values (list);
  FettleMeasure measure = figure->measure;

  figure->n = list->len;
  figure->has_value = list->len > 0;
  if (!figure->has_value)
    return;
  if (measure == FETTLE_MEASURE_TURNAROUND_90 || measure == FETTLE_MEASURE_NET_90)
    figure->value = fettle_percentile_of_sorted (sorted, list->len, 90);
  else if (measure == FETTLE_MEASURE_TURNAROUND_95 || measure == FETTLE_MEASURE_NET_95)
    figure->value = fettle_percentile_of_sorted (sorted, list->len, 95);
  else
    figure->value = fettle_median_of_sorted (sorted, list->len);
}

static const gint64 age_ends[FETTLE_N_AGES] = { 2, 7, 14, 30, 60, 90, G_MAXINT64 };

/**
 * fettle_measures_age_bounds:
 * @age: a class of FettleFigure.ages
 * @from: (out): days, the least
 * @to: (out): days, the most; -1 where there is no most
 */
void
fettle_measures_age_bounds (guint age, gint64 *from, gint64 *to)
{
  g_return_if_fail (age < FETTLE_N_AGES);
  *from = age == 0 ? 0 : age_ends[age - 1] + 1;
  *to = age == FETTLE_N_AGES - 1 ? -1 : age_ends[age];
}

static void
set_ages (FettleFigure *figure, GArray *list, gboolean known)
{
  for (guint i = 0; i < list->len; i++)
    {
      gint64 days = g_array_index (list, FettleBehind, i).value;
      guint age = 0;

      while (days > age_ends[age])
        age++;
      figure->ages[age]++;
    }
  figure->n = list->len;
  figure->numerator = list->len;
  /* Nothing open is an answer; a period that has not begun is none. */
  figure->has_value = known;
  figure->value = figure->n * 10;
}

static gint64
count_received (Search *search)
{
  gint64 n = 0;

  for (guint i = 0; i < search->facts->received->len; i++)
    n += is_within (search, g_array_index (search->facts->received, FettleReceivedFact, i).received_at);
  return n;
}

static gboolean
is_stable (Search *search, gint64 n_closed)
{
  GArray *at_start = fettle_measure_facts_find_open (search->facts, search->begins);
  GArray *at_end = fettle_measure_facts_find_open (search->facts, search->ends);
  gint64 n_received = count_received (search);
  gint64 standing;

  if (at_start == NULL || at_end == NULL || search->ends - search->begins < STABLE_DAYS * FETTLE_DAY - FETTLE_HOUR
      || n_closed < STABLE_JOBS)
    return FALSE;
  standing = ABS ((gint64) at_start->len - (gint64) at_end->len);
  return ABS (n_received - n_closed) * STABLE_FLOW <= MAX (n_received, n_closed)
         && standing * STABLE_STANDING <= (gint64) MAX (at_start->len, at_end->len);
}

/* Little's law: jobs in the shop = jobs going out in a time × mean time of a job. It says nothing about a shop that is
 * filling up or running empty. */
static void
set_work_in_progress (FettleFigure *figure, Search *search)
{
  figure->n = search->list->len;
  figure->unstable = figure->n > 0 && !is_stable (search, figure->n);
  figure->has_value = figure->n > 0 && !figure->unstable;
  if (!figure->has_value)
    return;
  for (guint i = 0; i < search->list->len; i++)
    figure->numerator += g_array_index (search->list, FettleBehind, i).value / FETTLE_SECOND;
  figure->denominator = (search->ends - search->begins) / FETTLE_SECOND;
  figure->value = divide_rounded (figure->numerator * 10, figure->denominator);
}

static FettleFigure *
compute_figure (FettleMeasureFacts *facts, FettlePeriod period, FettleMeasure measure)
{
  FettleFigure *figure = fettle_figure_new ();
  Search search;

  search_begin (&search, facts, period);
  collect (&search, measure);
  figure->measure = measure;
  if (measure == FETTLE_MEASURE_AGEING)
    set_ages (figure, search.list, search.ends > search.begins);
  else if (measure == FETTLE_MEASURE_WORK_IN_PROGRESS)
    set_work_in_progress (figure, &search);
  else if (fettle_measure_unit (measure) == FETTLE_MEASURED_TIME)
    set_time (figure, search.list);
  else
    set_share (figure, search.list);
  g_array_unref (search.list);
  return figure;
}

static FettleTrendPoint *
compute_point (FettleMeasureFacts *facts, FettlePeriod period)
{
  FettleTrendPoint *point = fettle_trend_point_new ();
  g_autoptr (FettleFigure) median = compute_figure (facts, period, FETTLE_MEASURE_TURNAROUND_MEDIAN);
  g_autoptr (FettleFigure) on_time = compute_figure (facts, period, FETTLE_MEASURE_ON_TIME);

  point->from = period.from;
  point->to = period.to;
  point->n_closed = median->n;
  point->median = median->value;
  point->n_promised = on_time->denominator;
  point->n_on_time = on_time->numerator;
  return point;
}

/* Receptions are in no order that a point could be found by, so each goes to its point in one pass. */
static void
spread_received (FettleMeasureFacts *facts, GPtrArray *trend)
{
  FettleZoneView view;

  fettle_zone_view_init (&view, facts->zone);
  for (guint i = 0; trend->len > 0 && i < facts->received->len; i++)
    {
      FettleReceivedFact *job = &g_array_index (facts->received, FettleReceivedFact, i);
      gint64 day = fettle_zone_view_day (&view, job->received_at);
      guint from = 0, to = trend->len;

      while (to - from > 1)
        {
          guint middle = from + (to - from) / 2;

          if (((FettleTrendPoint *) trend->pdata[middle])->from <= day)
            from = middle;
          else
            to = middle;
        }
      {
        FettleTrendPoint *point = trend->pdata[from];

        if (day < point->from || day > point->to || job->received_at > facts->now)
          continue;
        point->n_received++;
        point->n_complaints += job->is_complaint;
      }
    }
}

static void
compute_trend (FettleMeasureFacts *facts, FettlePeriod period, GPtrArray *trend)
{
  FettleSpan step = fettle_period_step (period);
  FettleZoneView view;
  gint64 today;

  fettle_zone_view_init (&view, facts->zone);
  today = fettle_zone_view_day (&view, facts->now);
  for (gint64 day = period.from; day <= MIN (period.to, today);)
    {
      FettlePeriod part = fettle_period_of (step, day);

      part.from = MAX (part.from, period.from);
      part.to = MIN (part.to, period.to);
      g_ptr_array_add (trend, compute_point (facts, part));
      day = part.to + 1;
    }
  spread_received (facts, trend);
}

static const gint64 length_ends[FETTLE_N_LENGTHS - 1] = { 4 * FETTLE_HOUR, FETTLE_DAY,      3 * FETTLE_DAY,
                                                          7 * FETTLE_DAY,  14 * FETTLE_DAY, 30 * FETTLE_DAY,
                                                          60 * FETTLE_DAY };

static void
count_lengths (FettleMeasureFacts *facts, FettlePeriod period, gint64 *lengths)
{
  g_autoptr (GArray) list = fettle_measures_behind (facts, period, FETTLE_MEASURE_TURNAROUND_MEDIAN);

  for (guint i = 0; i < list->len; i++)
    {
      gint64 value = g_array_index (list, FettleBehind, i).value;
      guint length = 0;

      while (length < FETTLE_N_LENGTHS - 1 && value > length_ends[length])
        length++;
      lengths[length]++;
    }
}

/**
 * fettle_measures_compute:
 * @facts: that reach from the beginning of the period before to the end of this one
 *
 * Returns: (transfer full): every measure of the period, beside its value in fettle_period_before()
 */
FettleMeasures *
fettle_measures_compute (FettleMeasureFacts *facts, FettlePeriod period)
{
  FettleMeasures *self = fettle_measures_new ();
  FettlePeriod before = fettle_period_before (period);

  self->from = period.from;
  self->to = period.to;
  self->before_from = before.from;
  self->before_to = before.to;
  self->now = facts->now;
  self->fix_days = facts->rules.fix_days;
  self->part_is_not_ours = facts->rules.part_is_not_ours;
  for (FettleMeasure measure = FETTLE_MEASURE_NONE + 1; measure < FETTLE_N_MEASURES; measure++)
    {
      FettleFigure *figure = compute_figure (facts, period, measure);
      g_autoptr (FettleFigure) then = compute_figure (facts, before, measure);

      figure->has_before = then->has_value;
      figure->before_value = then->value;
      figure->before_n = then->n;
      g_ptr_array_add (self->figures, figure);
    }
  compute_trend (facts, period, self->trend);
  count_lengths (facts, period, self->lengths);
  return self;
}

/**
 * fettle_measures_figure:
 *
 * Returns: (transfer none): the figure of one measure
 */
FettleFigure *
fettle_measures_figure (FettleMeasures *self, FettleMeasure measure)
{
  g_return_val_if_fail (measure > FETTLE_MEASURE_NONE && measure < FETTLE_N_MEASURES, NULL);
  return self->figures->pdata[measure - 1];
}
