/* fettle-clock-times.h: whose time a job has taken so far.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-calendar.h"
#include "fettle-enums.h"
#include "fettle-job.h"
#include "fettle-language.h"

G_BEGIN_DECLS

/**
 * FettleClockTimes:
 * @spent: microseconds of each holder, day and night; by #FettleClockHolder
 * @working: of these, the opening hours; 0 without a calendar
 * @running: whose time runs; none for a closed job
 */
typedef struct
{
  gint64 spent[FETTLE_N_CLOCK_HOLDERS];
  gint64 working[FETTLE_N_CLOCK_HOLDERS];
  FettleClockHolder running;
} FettleClockTimes;

void fettle_clock_times_compute (FettleClockTimes *self, GPtrArray *events, FettleCalendar *calendar, gint64 now);
void fettle_clock_times_of_job (FettleClockTimes *self, FettleJob *job);
char *fettle_clock_times_text (const FettleClockTimes *self, FettleLanguage *language, gboolean for_customer);
char *fettle_clock_times_working_text (const FettleClockTimes *self, FettleLanguage *language, gboolean for_customer);

G_END_DECLS
