/* fettle-calendar-store.h: single changes of the shop's calendar.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-setup-store.h"

G_BEGIN_DECLS

/**
 * FettleCalendarImport:
 * @n_events: how many events the file has
 * @n_skipped: those that are not for whole days, or cancelled
 * @n_imported: days that are closed now
 * @n_present: days of which something was said before; that stays
 * @line: of what is wrong in the file, or 0
 */
typedef struct
{
  int n_events;
  int n_skipped;
  int n_imported;
  int n_present;
  int line;
} FettleCalendarImport;

gboolean fettle_calendar_store_set_week (FettleConnection *connection, GArray *week, GError **error);
gboolean fettle_calendar_store_save_day (FettleConnection *connection, FettleClosedDay *day, GError **error);
gboolean fettle_calendar_store_forget_day (FettleConnection *connection, const char *day, GError **error);
gboolean fettle_calendar_store_forget_file (FettleConnection *connection, const char *source, GError **error);
gboolean fettle_calendar_store_import (FettleConnection *connection,
                                       GBytes *text,
                                       const char *source,
                                       FettleCalendarImport *report,
                                       GError **error);
gboolean fettle_calendar_store_set_holidays (FettleConnection *connection, const char *region, GError **error);

G_END_DECLS
