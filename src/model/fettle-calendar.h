/* fettle-calendar.h: when a shop is open, and when something is due by that.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The opening hours of one service point in its zone. Filled by its maker, then shared and not changed: any thread. */
typedef struct _FettleCalendar FettleCalendar;

FettleCalendar *fettle_calendar_new (GTimeZone *zone);
FettleCalendar *fettle_calendar_ref (FettleCalendar *self);
void fettle_calendar_unref (FettleCalendar *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FettleCalendar, fettle_calendar_unref)

gboolean fettle_calendar_add_hours (FettleCalendar *self, int weekday, int opens_minute, int closes_minute);
gboolean fettle_calendar_add_closed_day (FettleCalendar *self, const char *day, const char *name);
gboolean fettle_calendar_add_special_hours (FettleCalendar *self,
                                            const char *day,
                                            const char *name,
                                            int opens_minute,
                                            int closes_minute);

GTimeZone *fettle_calendar_get_zone (FettleCalendar *self);
const char *fettle_calendar_get_day_name (FettleCalendar *self, const char *day);
gboolean fettle_calendar_has_hours (FettleCalendar *self);
gboolean fettle_calendar_is_working_day (FettleCalendar *self, const GDate *day);
gboolean fettle_calendar_is_open (FettleCalendar *self, gint64 moment);

gint64 fettle_calendar_next_opening (FettleCalendar *self, gint64 moment);
gint64 fettle_calendar_closing_time (FettleCalendar *self, gint64 moment);
gint64 fettle_calendar_due_in_working_days (FettleCalendar *self, gint64 from, int days);
gint64 fettle_calendar_due_in_working_hours (FettleCalendar *self, gint64 from, int minutes);
gint64 fettle_calendar_working_time_between (FettleCalendar *self, gint64 from, gint64 to);
int fettle_calendar_working_days_between (FettleCalendar *self, gint64 from, gint64 to);

char *fettle_calendar_local_day (FettleCalendar *self, gint64 moment);
gint64 fettle_calendar_day_start (FettleCalendar *self, gint64 moment);
gint64 fettle_calendar_day_end (FettleCalendar *self, gint64 moment);

G_END_DECLS
