/* fettle-period.h: a stretch of whole days of a shop.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-zone.h"

G_BEGIN_DECLS

/**
 * FettlePeriod:
 * @from: the first day, as in fettle-zone.h
 * @to: the last day, which still counts
 */
typedef struct
{
  gint64 from;
  gint64 to;
} FettlePeriod;

typedef enum
{
  FETTLE_SPAN_DAY,
  FETTLE_SPAN_WEEK,
  FETTLE_SPAN_MONTH,
  FETTLE_SPAN_QUARTER,
  FETTLE_SPAN_YEAR,
  FETTLE_SPAN_CUSTOM,
} FettleSpan;
#define FETTLE_N_SPANS (FETTLE_SPAN_CUSTOM + 1)

gboolean fettle_period_parse (const char *from, const char *to, FettlePeriod *period, GError **error);
FettlePeriod fettle_period_of (FettleSpan span, gint64 day);
FettlePeriod fettle_period_before (FettlePeriod period);
FettlePeriod fettle_period_after (FettlePeriod period);
FettleSpan fettle_period_span (FettlePeriod period);
FettleSpan fettle_period_step (FettlePeriod period);
gint64 fettle_period_n_days (FettlePeriod period);
void fettle_period_moments (FettlePeriod period, GTimeZone *zone, gint64 *begins, gint64 *ends);

G_END_DECLS
