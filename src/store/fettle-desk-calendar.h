/* fettle-desk-calendar.h: what a window asks about the calendar, beside fettle-desk.h.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-desk.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_CALENDAR_REPORT (fettle_calendar_report_get_type ())
FETTLE_DECLARE_RECORD (FettleCalendarReport, fettle_calendar_report, FETTLE, CALENDAR_REPORT)

/**
 * FettleCalendarReport:
 * @n_imported: days that are closed now
 * @n_present: days of which something was said before
 * @n_skipped: events that are not for whole days
 *
 * What came of the import of a calendar file.
 */
struct _FettleCalendarReport
{
  FettleRecord parent_instance;
  int n_imported;
  int n_present;
  int n_skipped;
};

/* Done, FettleCalendarReport. */
void fettle_desk_forget_calendar_file_async (FettleDesk *self, const char *source, FETTLE_DESK_ANSWER);
void fettle_desk_import_calendar_async (FettleDesk *self, GBytes *text, const char *source, FETTLE_DESK_ANSWER);

G_END_DECLS
