/* test-measures.c: every measure against cases computed by hand.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-measures.h"

#include "fettle-clock.h"
#include "fettle-details.h"
#include "fettle-job-state.h"
#include "fettle-measures-csv.h"
#include "fettle-measures-text.h"

/* Everything happens in March 2026 in London, whose clocks go forward on the 29th; it is read on 30 June. */
#define NOW "2026-06-30T12:00:00Z"

static gint64
at (const char *text)
{
  gint64 moment = 0;
  g_autoptr (GError) error = NULL;

  g_assert_true (fettle_moment_from_rfc3339 (text, &moment, &error));
  return moment;
}

static FettlePeriod
period (const char *from, const char *to)
{
  FettlePeriod value;
  g_autoptr (GError) error = NULL;

  g_assert_true (fettle_period_parse (from, to, &value, &error));
  return value;
}

static FettlePeriod
march (void)
{
  return period ("2026-03-01", "2026-03-31");
}

static FettleMeasureFacts *
facts_new (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/London");

  return fettle_measure_facts_new (zone, at (NOW));
}

static FettleClosedFact *
add_closed (FettleMeasureFacts *facts, const char *received, const char *handed_over)
{
  FettleClosedFact job = { .job_id = facts->closed->len + 1, .unit_id = facts->closed->len + 1 };

  job.received_at = at (received);
  job.handed_over_at = at (handed_over);
  job.outcome = FETTLE_OUTCOME_REPAIRED;
  g_array_append_val (facts->closed, job);
  return &g_array_index (facts->closed, FettleClosedFact, facts->closed->len - 1);
}

static FettleClosedFact *
add_day_long (FettleMeasureFacts *facts, int day)
{
  g_autofree char *received = g_strdup_printf ("2026-03-%02dT10:00:00Z", day);
  g_autofree char *handed_over = g_strdup_printf ("2026-03-%02dT10:00:00Z", day + 1);

  return add_closed (facts, received, handed_over);
}

static void
add_received (FettleMeasureFacts *facts, const char *received, gboolean complaint)
{
  FettleReceivedFact job = { facts->received->len + 100, at (received), complaint };

  g_array_append_val (facts->received, job);
}

static void
add_answer (FettleMeasureFacts *facts, const char *due, const char *answered, int csat, int nps)
{
  FettleAskedFact asked = { 1, at (due), answered != NULL ? at (answered) : 0, TRUE, csat, nps };

  g_array_append_val (facts->asked, asked);
}

static void
assert_figure (FettleMeasures *measures,
               FettleMeasure measure,
               gint64 numerator,
               gint64 denominator,
               gint64 value,
               gint64 n)
{
  FettleFigure *figure = fettle_measures_figure (measures, measure);

  g_assert_cmpint (figure->measure, ==, measure);
  g_assert_true (figure->has_value);
  g_assert_cmpint (figure->numerator, ==, numerator);
  g_assert_cmpint (figure->denominator, ==, denominator);
  g_assert_cmpint (figure->value, ==, value);
  g_assert_cmpint (figure->n, ==, n);
}

static void
assert_no_data (FettleMeasures *measures, FettleMeasure measure)
{
  FettleFigure *figure = fettle_measures_figure (measures, measure);
  g_autofree char *text = fettle_figure_value_text (figure, NULL);

  g_assert_false (figure->has_value);
  g_assert_true (g_str_has_prefix (text, "no data"));
}

/* A shop without anything: not a single rate is 0 %. */
static void
test_empty (void)
{
  g_autoptr (FettleMeasureFacts) facts = facts_new ();
  g_autoptr (FettleMeasures) measures = fettle_measures_compute (facts, march ());

  g_assert_cmpuint (measures->figures->len, ==, FETTLE_N_MEASURES - 1);
  for (FettleMeasure measure = FETTLE_MEASURE_NONE + 1; measure < FETTLE_N_MEASURES; measure++)
    if (measure == FETTLE_MEASURE_AGEING)
      assert_figure (measures, measure, 0, 0, 0, 0);
    else
      assert_no_data (measures, measure);
  g_assert_cmpuint (measures->trend->len, ==, 31);
}

/* A period that has not begun has no data either, not even of what is open. */
static void
test_ahead (void)
{
  g_autoptr (FettleMeasureFacts) facts = facts_new ();
  g_autoptr (FettleMeasures) measures = fettle_measures_compute (facts, period ("2026-07-01", "2026-07-31"));

  for (FettleMeasure measure = FETTLE_MEASURE_NONE + 1; measure < FETTLE_N_MEASURES; measure++)
    assert_no_data (measures, measure);
  g_assert_cmpuint (measures->trend->len, ==, 0);
}

/* Answers 10 9 9 8 7 6 3 0: three promoters, two passives, three detractors. Then one more promoter. */
static void
test_nps (void)
{
  static const int answers[] = { 10, 9, 9, 8, 7, 6, 3, 0 };
  g_autoptr (FettleMeasureFacts) facts = facts_new ();
  g_autoptr (FettleMeasures) measures = NULL;
  g_autoptr (FettleMeasures) more = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    add_answer (facts, "2026-03-05T10:00:00Z", "2026-03-06T10:00:00Z", -1, answers[i]);
  add_answer (facts, "2026-03-05T10:00:00Z", NULL, -1, -1);
  add_answer (facts, "2026-03-05T10:00:00Z", "2026-03-06T10:00:00Z", 5, -1);
  measures = fettle_measures_compute (facts, march ());
  assert_figure (measures, FETTLE_MEASURE_NPS, 0, 8, 0, 8);
  add_answer (facts, "2026-03-05T10:00:00Z", "2026-03-31T22:59:59Z", -1, 10);
  /* In London it is the first of April by then. */
  add_answer (facts, "2026-03-05T10:00:00Z", "2026-03-31T23:00:00Z", -1, 0);
  more = fettle_measures_compute (facts, march ());
  assert_figure (more, FETTLE_MEASURE_NPS, 1, 9, 111, 9);
}

static void
test_nps_below_nothing (void)
{
  g_autoptr (FettleMeasureFacts) facts = facts_new ();
  g_autoptr (FettleMeasures) measures = NULL;
  g_autofree char *text = NULL;

  add_answer (facts, "2026-03-05T10:00:00Z", "2026-03-06T10:00:00Z", -1, 6);
  add_answer (facts, "2026-03-05T10:00:00Z", "2026-03-06T10:00:00Z", -1, 2);
  add_answer (facts, "2026-03-05T10:00:00Z", "2026-03-06T10:00:00Z", -1, 8);
  measures = fettle_measures_compute (facts, march ());
  assert_figure (measures, FETTLE_MEASURE_NPS, -2, 3, -667, 3);
  text = fettle_figure_value_to_text (FETTLE_MEASURE_NPS, -667);
  g_assert_cmpstr (text, ==, "-66.7");
}

/* 5 4 3 2 1 and one who did not answer: satisfied 2 of 5, dissatisfied 2 of 5, answered 5 of 6. */
static void
test_answers (void)
{
  g_autoptr (FettleMeasureFacts) facts = facts_new ();
  g_autoptr (FettleMeasures) measures = NULL;

  for (int csat = 1; csat <= 5; csat++)
    add_answer (facts, "2026-03-05T10:00:00Z", "2026-03-06T10:00:00Z", csat, -1);
  add_answer (facts, "2026-03-05T10:00:00Z", NULL, -1, -1);
  /* The line to a named person is no return visit: it counts as an answer, not among the dissatisfied. */
  add_answer (facts, "2026-03-05T10:00:00Z", "2026-03-07T10:00:00Z", 1, -1);
  g_array_index (facts->asked, FettleAskedFact, 6).is_return_visit = FALSE;
  measures = fettle_measures_compute (facts, march ());
  assert_figure (measures, FETTLE_MEASURE_CSAT, 2, 6, 333, 6);
  assert_figure (measures, FETTLE_MEASURE_DISSATISFACTION_RATE, 2, 5, 400, 5);
  assert_figure (measures, FETTLE_MEASURE_REPLY_RATE, 5, 6, 833, 6);
  assert_no_data (measures, FETTLE_MEASURE_NPS);
}

/* Handed over in the last minute of March and in the first of April, as London has it: British Summer Time. */
static void
test_day_boundaries (void)
{
  g_autoptr (FettleMeasureFacts) facts = facts_new ();
  g_autoptr (FettleMeasures) measures = NULL;
  g_autoptr (FettleMeasures) april = NULL;

  add_closed (facts, "2026-02-20T10:00:00Z", "2026-02-28T23:59:59Z");
  add_closed (facts, "2026-02-20T10:00:00Z", "2026-03-01T00:00:00Z");
  add_closed (facts, "2026-02-20T10:00:00Z", "2026-03-31T22:59:59Z");
  add_closed (facts, "2026-02-20T10:00:00Z", "2026-03-31T23:00:00Z");
  measures = fettle_measures_compute (facts, march ());
  g_assert_cmpint (fettle_measures_figure (measures, FETTLE_MEASURE_TURNAROUND_MEDIAN)->n, ==, 2);
  g_assert_cmpint (fettle_measures_figure (measures, FETTLE_MEASURE_TURNAROUND_MEDIAN)->before_n, ==, 1);
  april = fettle_measures_compute (facts, period ("2026-04-01", "2026-04-30"));
  g_assert_cmpint (fettle_measures_figure (april, FETTLE_MEASURE_TURNAROUND_MEDIAN)->n, ==, 1);
}

/* Ten jobs that took 1 to 10 days; the customer had half of each, a part a tenth of a day. */
static void
test_turnaround (void)
{
  g_autoptr (FettleMeasureFacts) facts = facts_new ();
  g_autoptr (FettleMeasures) measures = NULL;
  g_autoptr (FettleMeasures) net = NULL;

  for (int days = 10; days >= 1; days--)
    {
      g_autofree char *received = g_strdup_printf ("2026-03-%02dT10:00:00Z", 20 - days);
      FettleClosedFact *job = add_closed (facts, received, "2026-03-20T10:00:00Z");

      job->stay.time_customer = days * FETTLE_DAY / 2;
      job->stay.time_part = FETTLE_DAY / 10;
    }
  measures = fettle_measures_compute (facts, march ());
  assert_figure (measures, FETTLE_MEASURE_TURNAROUND_MEDIAN, 0, 0, 11 * FETTLE_DAY / 2, 10);
  assert_figure (measures, FETTLE_MEASURE_TURNAROUND_90, 0, 0, 9 * FETTLE_DAY, 10);
  assert_figure (measures, FETTLE_MEASURE_TURNAROUND_95, 0, 0, 10 * FETTLE_DAY, 10);
  assert_figure (measures, FETTLE_MEASURE_NET_MEDIAN, 0, 0, 11 * FETTLE_DAY / 4, 10);
  assert_figure (measures, FETTLE_MEASURE_NET_90, 0, 0, 9 * FETTLE_DAY / 2, 10);
  assert_figure (measures, FETTLE_MEASURE_NET_95, 0, 0, 5 * FETTLE_DAY, 10);
  /* To 1, 3, 7 and 14 days: 1, 2, 4 and 3 jobs. */
  g_assert_cmpint (measures->lengths[0], ==, 0);
  g_assert_cmpint (measures->lengths[1], ==, 1);
  g_assert_cmpint (measures->lengths[2], ==, 2);
  g_assert_cmpint (measures->lengths[3], ==, 4);
  g_assert_cmpint (measures->lengths[4], ==, 3);
  facts->rules.part_is_not_ours = TRUE;
  net = fettle_measures_compute (facts, march ());
  assert_figure (net, FETTLE_MEASURE_NET_95, 0, 0, 5 * FETTLE_DAY - FETTLE_DAY / 10, 10);
  assert_figure (net, FETTLE_MEASURE_TURNAROUND_95, 0, 0, 10 * FETTLE_DAY, 10);
}

/* Five devices handed over on 10 March: back after exactly 30 days, a microsecond later, after 90, after 91, never. A
 * sixth job was about no device, and somebody complained about it. */
static void
test_comebacks (void)
{
  static const gint64 after[] = { 30 * FETTLE_DAY, 30 * FETTLE_DAY + 1, 90 * FETTLE_DAY, 91 * FETTLE_DAY, 0 };
  g_autoptr (FettleMeasureFacts) facts = facts_new ();
  g_autoptr (FettleMeasures) measures = NULL;
  g_autoptr (FettleMeasures) wide = NULL;
  FettleClosedFact *last;

  for (guint i = 0; i < G_N_ELEMENTS (after); i++)
    {
      FettleClosedFact *job = add_closed (facts, "2026-03-09T10:00:00Z", "2026-03-10T10:00:00Z");

      job->back_at = after[i] != 0 ? job->handed_over_at + after[i] : 0;
      job->reopened_at = job->back_at;
    }
  last = add_closed (facts, "2026-03-09T10:00:00Z", "2026-03-10T10:00:00Z");
  last->unit_id = 0;
  last->reopened_at = last->handed_over_at + FETTLE_DAY;
  measures = fettle_measures_compute (facts, march ());
  assert_figure (measures, FETTLE_MEASURE_COMEBACK_30, 1, 5, 200, 5);
  assert_figure (measures, FETTLE_MEASURE_COMEBACK_90, 3, 5, 600, 5);
  assert_figure (measures, FETTLE_MEASURE_FIRST_TIME_FIX, 4, 6, 667, 6);
  facts->rules.fix_days = 91;
  wide = fettle_measures_compute (facts, march ());
  assert_figure (wide, FETTLE_MEASURE_FIRST_TIME_FIX, 1, 6, 167, 6);
}

/* Only what is old enough for the whole window is asked, although the period is longer. */
static void
test_old_enough (void)
{
  g_autoptr (FettleMeasureFacts) facts = facts_new ();
  g_autoptr (FettleMeasures) measures = NULL;

  add_closed (facts, "2026-03-09T10:00:00Z", "2026-04-01T12:00:00Z");
  add_closed (facts, "2026-03-09T10:00:00Z", "2026-04-01T12:00:01Z");
  add_closed (facts, "2026-03-09T10:00:00Z", "2026-05-31T12:00:00Z");
  add_closed (facts, "2026-03-09T10:00:00Z", "2026-05-31T12:00:01Z")->back_at = at ("2026-06-01T12:00:00Z");
  measures = fettle_measures_compute (facts, period ("2026-04-01", "2026-06-30"));
  assert_figure (measures, FETTLE_MEASURE_COMEBACK_90, 0, 1, 0, 1);
  assert_figure (measures, FETTLE_MEASURE_COMEBACK_30, 0, 3, 0, 3);
}

static void
test_promises (void)
{
  static const FettleKept kept[][2] = { { FETTLE_KEPT, FETTLE_KEPT },
                                        { FETTLE_KEPT, FETTLE_KEPT },
                                        { FETTLE_KEPT_NOT, FETTLE_KEPT },
                                        { FETTLE_KEPT_NOT, FETTLE_KEPT_NOT },
                                        { FETTLE_KEPT_NOTHING_PROMISED, FETTLE_KEPT_NOTHING_PROMISED } };
  g_autoptr (FettleMeasureFacts) facts = facts_new ();
  g_autoptr (FettleMeasures) measures = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      FettleClosedFact *job = add_day_long (facts, 2);

      job->first_promise = kept[i][0];
      job->last_promise = kept[i][1];
    }
  measures = fettle_measures_compute (facts, march ());
  assert_figure (measures, FETTLE_MEASURE_ON_TIME, 2, 4, 500, 4);
  assert_figure (measures, FETTLE_MEASURE_ON_TIME_REVISED, 3, 4, 750, 4);
}

/* Three complaints came in March, seven jobs went: two of them in the last week, one was February's. */
static void
test_complaints (void)
{
  g_autoptr (FettleMeasureFacts) facts = facts_new ();
  g_autoptr (FettleMeasures) measures = NULL;
  FettleTrendPoint *point;

  add_closed (facts, "2026-02-09T10:00:00Z", "2026-02-10T10:00:00Z");
  for (int day = 10; day < 17; day++)
    add_day_long (facts, day);
  add_received (facts, "2026-02-28T23:59:59Z", TRUE);
  add_received (facts, "2026-03-01T00:00:00Z", TRUE);
  add_received (facts, "2026-03-01T09:00:00Z", FALSE);
  add_received (facts, "2026-03-12T00:00:00Z", TRUE);
  add_received (facts, "2026-03-31T22:59:59Z", TRUE);
  measures = fettle_measures_compute (facts, march ());
  assert_figure (measures, FETTLE_MEASURE_COMPLAINT_RATE, 3, 7, 429, 7);
  g_assert_true (fettle_measures_figure (measures, FETTLE_MEASURE_COMPLAINT_RATE)->has_before);
  g_assert_cmpint (fettle_measures_figure (measures, FETTLE_MEASURE_COMPLAINT_RATE)->before_value, ==, 1000);
  point = measures->trend->pdata[0];
  g_assert_cmpint (point->n_received, ==, 2);
  g_assert_cmpint (point->n_complaints, ==, 1);
  g_assert_cmpint (point->n_closed, ==, 0);
  point = measures->trend->pdata[10];
  g_assert_cmpint (point->n_closed, ==, 1);
  g_assert_cmpint (point->median, ==, FETTLE_DAY);
}

/* Complaints without a single job that went out are no rate. */
static void
test_complaints_alone (void)
{
  g_autoptr (FettleMeasureFacts) facts = facts_new ();
  g_autoptr (FettleMeasures) measures = NULL;

  add_received (facts, "2026-03-12T00:00:00Z", TRUE);
  measures = fettle_measures_compute (facts, march ());
  assert_no_data (measures, FETTLE_MEASURE_COMPLAINT_RATE);
}

static void
test_omissions (void)
{
  g_autoptr (FettleMeasureFacts) facts = facts_new ();
  FettleCancelledFact cancelled = { 9, at ("2026-03-09T10:00:00Z"), 0 };
  g_autoptr (FettleMeasures) measures = NULL;

  add_day_long (facts, 2)->leaks = 4;
  add_day_long (facts, 3)->leaks = 12;
  add_day_long (facts, 4)->leaks = 0;
  g_array_append_val (facts->cancelled, cancelled);
  measures = fettle_measures_compute (facts, march ());
  assert_figure (measures, FETTLE_MEASURE_OMISSION_RATE, 2, 4, 500, 4);
}

static void
test_no_fault_found (void)
{
  g_autoptr (FettleMeasureFacts) facts = facts_new ();
  g_autoptr (FettleMeasures) measures = NULL;

  add_day_long (facts, 2)->stay.diagnosed = TRUE;
  add_day_long (facts, 3)->stay.diagnosed = TRUE;
  add_day_long (facts, 4)->outcome = FETTLE_OUTCOME_NO_FAULT_FOUND;
  add_day_long (facts, 5);
  measures = fettle_measures_compute (facts, march ());
  assert_figure (measures, FETTLE_MEASURE_NO_FAULT_FOUND, 1, 3, 333, 3);
}

static void
test_parts_and_queue (void)
{
  g_autoptr (FettleMeasureFacts) facts = facts_new ();
  g_autoptr (FettleMeasures) measures = NULL;

  for (int i = 0; i < 3; i++)
    {
      FettlePartFact part = { 1, at ("2026-03-09T10:00:00Z"), i > 0 };
      FettleTicketFact ticket = { 0, at ("2026-03-09T10:00:00Z"), (i + 1) * FETTLE_MINUTE };

      g_array_append_val (facts->parts, part);
      g_array_append_val (facts->tickets, ticket);
    }
  measures = fettle_measures_compute (facts, march ());
  assert_figure (measures, FETTLE_MEASURE_PARTS_FILL_RATE, 2, 3, 667, 3);
  assert_figure (measures, FETTLE_MEASURE_QUEUE_WAIT, 0, 0, 2 * FETTLE_MINUTE, 3);
}

/* The age is counted in days of the shop: what came at half past eleven at night is a day old half an hour later. */
static void
test_ages (void)
{
  static const struct
  {
    const char *received;
    guint age;
  } rows[] = {
    { "2026-03-31T22:30:00Z", 0 }, { "2026-03-29T08:00:00Z", 0 }, { "2026-03-28T23:59:59Z", 1 },
    { "2026-03-24T00:00:00Z", 1 }, { "2026-03-23T23:59:59Z", 2 }, { "2026-03-17T00:00:00Z", 2 },
    { "2026-03-16T12:00:00Z", 3 }, { "2026-03-01T00:00:00Z", 3 }, { "2026-02-28T23:59:59Z", 4 },
    { "2026-01-30T00:00:00Z", 4 }, { "2026-01-29T23:59:59Z", 5 }, { "2025-12-31T00:00:00Z", 5 },
    { "2025-12-30T23:59:59Z", 6 }, { "2001-01-01T00:00:00Z", 6 },
  };
  g_autoptr (FettleMeasureFacts) facts = facts_new ();
  GArray *open = fettle_measure_facts_add_open (facts, at ("2026-03-31T23:00:00Z"));
  g_autoptr (FettleMeasures) measures = NULL;
  g_autoptr (GArray) behind = NULL;
  gint64 expected[FETTLE_N_AGES] = { 0 };
  FettleFigure *figure;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      FettleOpenFact job = { i, at (rows[i].received) };

      g_array_append_val (open, job);
      expected[rows[i].age]++;
    }
  measures = fettle_measures_compute (facts, march ());
  figure = fettle_measures_figure (measures, FETTLE_MEASURE_AGEING);
  for (guint age = 0; age < FETTLE_N_AGES; age++)
    g_assert_cmpint (figure->ages[age], ==, expected[age]);
  g_assert_cmpint (figure->n, ==, G_N_ELEMENTS (rows));
  behind = fettle_measures_behind (facts, march (), FETTLE_MEASURE_AGEING);
  g_assert_cmpuint (behind->len, ==, G_N_ELEMENTS (rows));
  g_assert_cmpint (g_array_index (behind, FettleBehind, 2).value, ==, 3);
}

/* Sixty jobs of two days each in a month of thirty: four at a time, while as many come as go. */
static void
test_work_in_progress (void)
{
  g_autoptr (FettleMeasureFacts) facts = facts_new ();
  g_autoptr (FettleMeasures) measures = NULL;
  g_autoptr (FettleMeasures) unstable = NULL;
  FettlePeriod june = period ("2026-06-01", "2026-06-30");
  gint64 begins, ends;

  facts->now = at ("2026-08-01T00:00:00Z");
  fettle_measures_span (facts, june, &begins, &ends);
  for (guint i = 0; i < 60; i++)
    {
      FettleClosedFact job = { .job_id = i, .handed_over_at = begins + i * FETTLE_DAY / 2 };
      FettleReceivedFact in = { i, begins + i * FETTLE_DAY / 2, FALSE };

      job.received_at = job.handed_over_at - 2 * FETTLE_DAY;
      g_array_append_val (facts->closed, job);
      g_array_append_val (facts->received, in);
    }
  for (guint i = 0; i < 4; i++)
    {
      FettleOpenFact job = { i, begins };

      if (i == 0)
        {
          fettle_measure_facts_add_open (facts, begins);
          fettle_measure_facts_add_open (facts, ends);
        }
      g_array_append_val (fettle_measure_facts_find_open (facts, begins), job);
      g_array_append_val (fettle_measure_facts_find_open (facts, ends), job);
    }
  measures = fettle_measures_compute (facts, june);
  assert_figure (measures, FETTLE_MEASURE_WORK_IN_PROGRESS, 60 * 2 * 86400, 30 * 86400, 40, 60);
  /* One job more at the end than a fifth allows. */
  for (guint i = 0; i < 2; i++)
    {
      FettleOpenFact job = { i, begins };

      g_array_append_val (fettle_measure_facts_find_open (facts, ends), job);
    }
  unstable = fettle_measures_compute (facts, june);
  assert_no_data (unstable, FETTLE_MEASURE_WORK_IN_PROGRESS);
  g_assert_true (fettle_measures_figure (unstable, FETTLE_MEASURE_WORK_IN_PROGRESS)->unstable);
}

/* What a figure opens adds up to the figure. */
static void
test_behind (void)
{
  g_autoptr (FettleMeasureFacts) facts = facts_new ();
  g_autoptr (FettleMeasures) measures = NULL;

  for (int day = 1; day < 28; day++)
    {
      FettleClosedFact *job = add_day_long (facts, day);

      job->back_at = job->reopened_at = day % 3 == 0 ? job->handed_over_at + day * FETTLE_DAY : 0;
      job->first_promise = day % 4 == 0 ? FETTLE_KEPT_NOT : FETTLE_KEPT;
      job->last_promise = job->first_promise;
      job->stay.diagnosed = day % 2 == 0;
      job->leaks = (guint) day % 5;
      add_answer (facts, "2026-03-05T10:00:00Z", "2026-03-06T10:00:00Z", day % 5 + 1, day % 11);
    }
  add_received (facts, "2026-03-12T00:00:00Z", TRUE);
  measures = fettle_measures_compute (facts, march ());
  for (FettleMeasure measure = FETTLE_MEASURE_NONE + 1; measure < FETTLE_N_MEASURES; measure++)
    {
      FettleFigure *figure = fettle_measures_figure (measures, measure);
      g_autoptr (GArray) behind = fettle_measures_behind (facts, march (), measure);
      gint64 numerator = 0, denominator = 0;

      for (guint i = 0; i < behind->len; i++)
        {
          numerator += g_array_index (behind, FettleBehind, i).weight;
          denominator += g_array_index (behind, FettleBehind, i).counts;
        }
      if (fettle_measure_unit (measure) != FETTLE_MEASURED_PERCENT && measure != FETTLE_MEASURE_NPS)
        continue;
      g_assert_cmpint (figure->numerator, ==, numerator);
      g_assert_cmpint (figure->denominator, ==, denominator);
    }
}

/* Whose time it was is counted as the job's own state counts it. */
static void
test_stay (void)
{
  static const struct
  {
    FettleEventKind what;
    gint64 minute;
    const char *clock;
    const char *to;
  } events[] = {
    { FETTLE_EVENT_RECEIVED, 0, "us", NULL },
    { FETTLE_EVENT_NOTED, 5, NULL, NULL },
    { FETTLE_EVENT_MOVED, 10, "customer", "waiting-approval" },
    { FETTLE_EVENT_MOVE_UNDONE, 11, "us", "received" },
    { FETTLE_EVENT_MOVED, 30, "us", "diagnosing" },
    { FETTLE_EVENT_MOVED, 70, "part", "waiting-parts" },
    { FETTLE_EVENT_CLOCK_SET, 100, "customer", NULL },
    /* Entered for an earlier time than what stands before it. */
    { FETTLE_EVENT_MOVED, 90, "us", "repairing" },
    { FETTLE_EVENT_MOVED, 200, "customer", "ready" },
    { FETTLE_EVENT_HANDED_OVER, 260, NULL, NULL },
  };
  g_autoptr (FettleJobState) state = fettle_job_state_new ();
  FettleStay stay = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    {
      g_autoptr (FettleEvent) event = fettle_event_new ();
      g_autoptr (FettleDetails) details = fettle_details_new ();
      g_autoptr (FettleDetails) words = fettle_details_new ();

      event->kind = events[i].what;
      event->at = FETTLE_DAY + events[i].minute * FETTLE_MINUTE;
      fettle_details_set (details, "clock", events[i].clock);
      fettle_details_set (details, "to", events[i].to);
      fettle_details_set (details, "stage", "received");
      fettle_job_state_apply_parsed (state, event, details, words);
      fettle_stay_apply (&stay, event->kind, event->at, events[i].clock, events[i].to);
    }
  g_assert_true (stay.diagnosed);
  g_assert_cmpint (stay.time_customer, ==, 61 * FETTLE_MINUTE);
  g_assert_cmpint (stay.time_us, ==, state->time_us);
  g_assert_cmpint (stay.time_part, ==, state->time_part);
  g_assert_cmpint (stay.time_customer, ==, state->time_customer);
}

static void
test_words (void)
{
  g_autoptr (FettleFigure) figure = fettle_figure_new ();
  g_autofree char *up = NULL;
  g_autofree char *down = NULL;
  g_autofree char *same = NULL;
  g_autofree char *none = NULL;

  figure->measure = FETTLE_MEASURE_ON_TIME;
  figure->has_value = figure->has_before = TRUE;
  figure->value = 825;
  figure->before_value = 800;
  up = fettle_figure_before_text (figure, NULL);
  g_assert_cmpstr (up, ==, "▲ up from 80.0 %");
  g_assert_cmpstr (fettle_figure_judgement (figure, NULL), ==, "better");
  figure->measure = FETTLE_MEASURE_COMEBACK_30;
  g_assert_cmpstr (fettle_figure_judgement (figure, NULL), ==, "worse");
  figure->before_value = 900;
  down = fettle_figure_before_text (figure, NULL);
  g_assert_cmpstr (down, ==, "▼ down from 90.0 %");
  figure->before_value = 825;
  same = fettle_figure_before_text (figure, NULL);
  g_assert_cmpstr (same, ==, "= as before: 82.5 %");
  g_assert_null (fettle_figure_judgement (figure, NULL));
  figure->has_before = FALSE;
  none = fettle_figure_before_text (figure, NULL);
  g_assert_cmpstr (none, ==, "no data before");
  g_assert_null (fettle_figure_judgement (figure, NULL));
}

static void
test_list (void)
{
  for (FettleMeasure measure = FETTLE_MEASURE_NONE + 1; measure < FETTLE_N_MEASURES; measure++)
    {
      const char *id = fettle_measure_id (measure);

      g_assert_nonnull (id);
      g_assert_cmpint (fettle_measure_from_id (id), ==, measure);
      g_assert_cmpstr (fettle_measure_name (measure, NULL), !=, "");
      g_assert_cmpstr (fettle_measure_rule (measure, NULL), !=, "");
    }
  g_assert_cmpint (fettle_measure_from_id ("luck"), ==, FETTLE_MEASURE_NONE);
  g_assert_cmpint (fettle_measure_from_id (NULL), ==, FETTLE_MEASURE_NONE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measures/empty", test_empty);
  g_test_add_func ("/measures/ahead", test_ahead);
  g_test_add_func ("/measures/nps", test_nps);
  g_test_add_func ("/measures/nps-below-nothing", test_nps_below_nothing);
  g_test_add_func ("/measures/answers", test_answers);
  g_test_add_func ("/measures/day-boundaries", test_day_boundaries);
  g_test_add_func ("/measures/turnaround", test_turnaround);
  g_test_add_func ("/measures/comebacks", test_comebacks);
  g_test_add_func ("/measures/old-enough", test_old_enough);
  g_test_add_func ("/measures/promises", test_promises);
  g_test_add_func ("/measures/complaints", test_complaints);
  g_test_add_func ("/measures/complaints-alone", test_complaints_alone);
  g_test_add_func ("/measures/omissions", test_omissions);
  g_test_add_func ("/measures/no-fault-found", test_no_fault_found);
  g_test_add_func ("/measures/parts-and-queue", test_parts_and_queue);
  g_test_add_func ("/measures/ages", test_ages);
  g_test_add_func ("/measures/work-in-progress", test_work_in_progress);
  g_test_add_func ("/measures/behind", test_behind);
  g_test_add_func ("/measures/stay", test_stay);
  g_test_add_func ("/measures/words", test_words);
  g_test_add_func ("/measures/list", test_list);
  return g_test_run ();
}
