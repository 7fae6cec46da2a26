/* fettle-period.c: a stretch of whole days of a shop: a day, a week, a month, a quarter, a year, or as typed.
 *
 * Days are those of the shop's zone, so one of them may have 23 or 25 hours. Pure functions; any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-period.h"

#include <glib/gi18n-lib.h>

#include "fettle-error.h"

/* Longer than any shop's book, short enough that nothing overflows. */
#define LONGEST_DAYS 36600
#define EARLIEST_DAY (G_GINT64_CONSTANT (-25567))  /* 1900-01-01 */
#define LATEST_DAY   (G_GINT64_CONSTANT (2932896)) /* 9999-12-31 */
#define JULIAN_EPOCH 719163                        /* the GDate of 1970-01-01 */

/**
 * fettle_period_parse:
 * @from: YYYY-MM-DD
 * @to: YYYY-MM-DD, which still counts
 * @period: (out):
 *
 * Returns: %FALSE with %FETTLE_MODEL_ERROR_INVALID where one is not a day, or the last comes before the first
 */
gboolean
fettle_period_parse (const char *from, const char *to, FettlePeriod *period, GError **error)
{
  if (from == NULL || to == NULL || !fettle_day_parse (from, &period->from) || !fettle_day_parse (to, &period->to)
      || period->from < EARLIEST_DAY)
    g_set_error_literal (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID,
                         _ ("Write both days as year, month and day, like 2026-03-02."));
  else if (period->to < period->from)
    g_set_error_literal (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID,
                         _ ("The last day comes before the first."));
  else if (fettle_period_n_days (*period) > LONGEST_DAYS)
    g_set_error_literal (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID,
                         _ ("This is longer than a hundred years."));
  else
    return TRUE;
  return FALSE;
}

static void
get_date (gint64 day, GDate *date)
{
  g_date_clear (date, 1);
  g_date_set_julian (date, (guint32) (day + JULIAN_EPOCH));
}

static gint64
make_day (int year, int month)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, (GDateMonth) month, (GDateYear) year);
  return fettle_day_from_date (&date);
}

static FettlePeriod
months_of (gint64 day, int n_months)
{
  GDate date;
  FettlePeriod period;
  int year, month, next;

  get_date (day, &date);
  year = g_date_get_year (&date);
  month = (g_date_get_month (&date) - 1) / n_months * n_months + 1;
  next = month + n_months;
  period.from = make_day (year, month);
  period.to = make_day (next > 12 ? year + 1 : year, next > 12 ? next - 12 : next) - 1;
  return period;
}

/**
 * fettle_period_of:
 * @span: %FETTLE_SPAN_CUSTOM gives the day alone
 * @day: a day of it
 *
 * Returns: the whole day, week from Monday, month, quarter or year in which the day lies
 */
FettlePeriod
fettle_period_of (FettleSpan span, gint64 day)
{
  FettlePeriod period = { day, day };

  switch (span)
    {
    case FETTLE_SPAN_WEEK:
      period.from = day - (fettle_day_weekday (day) - 1);
      period.to = period.from + 6;
      return period;
    case FETTLE_SPAN_MONTH:
      return months_of (day, 1);
    case FETTLE_SPAN_QUARTER:
      return months_of (day, 3);
    case FETTLE_SPAN_YEAR:
      return months_of (day, 12);
    case FETTLE_SPAN_DAY:
    case FETTLE_SPAN_CUSTOM:
    default:
      return period;
    }
}

/**
 * fettle_period_span:
 *
 * Returns: which whole day, week, month, quarter or year the period is, or %FETTLE_SPAN_CUSTOM
 */
FettleSpan
fettle_period_span (FettlePeriod period)
{
  for (FettleSpan span = FETTLE_SPAN_DAY; span <= FETTLE_SPAN_YEAR; span++)
    {
      FettlePeriod whole = fettle_period_of (span, period.from);

      if (whole.from == period.from && whole.to == period.to)
        return span;
    }
  return FETTLE_SPAN_CUSTOM;
}

/**
 * fettle_period_before:
 *
 * Returns: the whole month, quarter or year before a whole one; else as many days just before
 */
FettlePeriod
fettle_period_before (FettlePeriod period)
{
  FettleSpan span = fettle_period_span (period);
  FettlePeriod before = { period.from - fettle_period_n_days (period), period.from - 1 };

  return span != FETTLE_SPAN_CUSTOM ? fettle_period_of (span, period.from - 1) : before;
}

/**
 * fettle_period_after:
 *
 * Returns: the whole month, quarter or year after a whole one; else as many days just after
 */
FettlePeriod
fettle_period_after (FettlePeriod period)
{
  FettleSpan span = fettle_period_span (period);
  FettlePeriod after = { period.to + 1, period.to + fettle_period_n_days (period) };

  if (after.to > LATEST_DAY)
    return period;
  return span != FETTLE_SPAN_CUSTOM ? fettle_period_of (span, period.to + 1) : after;
}

gint64
fettle_period_n_days (FettlePeriod period)
{
  return period.to - period.from + 1;
}

/**
 * fettle_period_step:
 *
 * Returns: by what a curve over the period goes: days up to a month or so, weeks up to half a year, then months
 */
FettleSpan
fettle_period_step (FettlePeriod period)
{
  gint64 n_days = fettle_period_n_days (period);

  return n_days <= 35 ? FETTLE_SPAN_DAY : n_days <= 190 ? FETTLE_SPAN_WEEK : FETTLE_SPAN_MONTH;
}

/**
 * fettle_period_moments:
 * @begins: (out): the moment at which the first day begins
 * @ends: (out): the moment at which the last day is over, and which no longer counts
 */
void
fettle_period_moments (FettlePeriod period, GTimeZone *zone, gint64 *begins, gint64 *ends)
{
  FettleZoneView view;

  fettle_zone_view_init (&view, zone);
  *begins = fettle_zone_view_moment (&view, period.from, 0, FETTLE_ZONE_START);
  *ends = fettle_zone_view_moment (&view, period.to + 1, 0, FETTLE_ZONE_START);
}
