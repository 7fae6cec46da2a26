/* fettle-forecast.h: until when a shop can promise a job, by what jobs like it took.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-calendar.h"
#include "fettle-language.h"
#include "fettle-record.h"

G_BEGIN_DECLS

/* Fewer jobs than this say too little. */
#define FETTLE_FORECAST_LEAST 10

/**
 * FettleForecastLoad:
 * @open: jobs like it that are with the shop now and not ready
 * @finished: jobs like it that were finished in the period
 * @period: working time of the period, microseconds
 */
typedef struct
{
  int open;
  int finished;
  gint64 period;
} FettleForecastLoad;

#define FETTLE_TYPE_FORECAST (fettle_forecast_get_type ())
FETTLE_DECLARE_RECORD (FettleForecast, fettle_forecast, FETTLE, FORECAST)

/**
 * FettleForecast:
 * @category: of the device
 * @by_fault: whether the jobs share words of the fault, too; else they share the category only
 * @n: how many jobs it is from
 * @n_fault: how many of the category share words of the fault
 * @enough: whether they are enough to say anything; the rest is 0 where not
 * @median: working time from received to ready, the customer's own excluded, microseconds
 * @p80: below which eight of ten lie
 * @shift: working time by which today's load moves both; negative where there is less to do than usual
 * @open: jobs like it in the shop now
 * @usual: how many there usually are, in tenths
 * @due_median: moment by which half of them would be ready
 * @due: moment by which eight of ten would be ready: what can be promised
 */
struct _FettleForecast
{
  FettleRecord parent_instance;
  char *category;
  gboolean by_fault;
  int n;
  int n_fault;
  gboolean enough;
  gint64 median;
  gint64 p80;
  gint64 shift;
  int open;
  int usual;
  gint64 due_median;
  gint64 due;
};

FettleForecast *
fettle_forecast_make (gint64 *samples, guint n, const FettleForecastLoad *load, FettleCalendar *calendar, gint64 from);
gboolean fettle_forecast_passes (FettleForecast *self, gint64 need_by);
char *fettle_forecast_text (FettleForecast *self, FettleLanguage *language, GTimeZone *zone);
GHashTable *fettle_forecast_fault_words (const char *fault);
gboolean fettle_forecast_shares_word (GHashTable *words, const char *fault);

G_END_DECLS
