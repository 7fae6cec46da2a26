/* fettle-calendar.h: when a shop is open, and when something is due by that.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-holidays.h"
#include "fettle-hours-text.h"
#include "fettle-zone.h"

G_BEGIN_DECLS

/**
 * FettleDayKind:
 * @FETTLE_DAY_ORDINARY: as its weekday
 * @FETTLE_DAY_HOLIDAY: closed for a public holiday
 * @FETTLE_DAY_MAKE_UP: a working day in place of one that a holiday took
 * @FETTLE_DAY_CLOSED: closed by the shop
 * @FETTLE_DAY_SPECIAL: with hours of its own, or open as usual on a holiday
 */
typedef enum
{
  FETTLE_DAY_ORDINARY,
  FETTLE_DAY_HOLIDAY,
  FETTLE_DAY_MAKE_UP,
  FETTLE_DAY_CLOSED,
  FETTLE_DAY_SPECIAL,
} FettleDayKind;

/**
 * FettleCalendarDay:
 * @kind: why it is as it is
 * @counts: whether it is a working day; an open day that is none is for reception
 * @spans: (element-type FettleHoursSpan): when it is open, the earliest first; none where it is closed
 * @name: of a holiday or an exception, or NULL
 * @source: where that is written, or NULL
 */
typedef struct
{
  FettleDayKind kind;
  gboolean counts;
  const GArray *spans;
  const char *name;
  const char *source;
} FettleCalendarDay;

/* The opening hours of one service point in its zone. Filled by its maker, then shared and not changed: any thread. */
typedef struct _FettleCalendar FettleCalendar;

FettleCalendar *fettle_calendar_new (GTimeZone *zone);
FettleCalendar *fettle_calendar_ref (FettleCalendar *self);
void fettle_calendar_unref (FettleCalendar *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FettleCalendar, fettle_calendar_unref)

gboolean fettle_calendar_add_hours (FettleCalendar *self, int weekday, int opens_minute, int closes_minute);
void fettle_calendar_set_counts (FettleCalendar *self, int weekday, gboolean counts);
gboolean fettle_calendar_add_closed_day (FettleCalendar *self, const char *day, const char *name);
gboolean fettle_calendar_add_ordinary_day (FettleCalendar *self, const char *day, const char *name);
gboolean fettle_calendar_add_special_hours (FettleCalendar *self,
                                            const char *day,
                                            const char *name,
                                            int opens_minute,
                                            int closes_minute);
void fettle_calendar_set_day (FettleCalendar *self, const char *day, const char *source, int counts);

void fettle_calendar_set_holidays (FettleCalendar *self, FettleHolidays *holidays);
FettleHolidays *fettle_calendar_get_holidays (FettleCalendar *self);
GTimeZone *fettle_calendar_get_zone (FettleCalendar *self);
const char *fettle_calendar_get_day_name (FettleCalendar *self, const char *day);
gboolean fettle_calendar_has_hours (FettleCalendar *self);
gboolean fettle_calendar_is_working_day (FettleCalendar *self, const GDate *day);
void fettle_calendar_describe (FettleCalendar *self, gint64 day, FettleCalendarDay *about);
void
fettle_calendar_opening (FettleCalendar *self, gint64 day, const FettleHoursSpan *span, gint64 *opens, gint64 *closes);
gboolean fettle_calendar_is_open (FettleCalendar *self, gint64 moment);

gint64 fettle_calendar_next_opening (FettleCalendar *self, gint64 moment);
gint64 fettle_calendar_closing_time (FettleCalendar *self, gint64 moment);
gint64 fettle_calendar_due_in_working_days (FettleCalendar *self, gint64 from, int days);
gint64 fettle_calendar_due_in_working_hours (FettleCalendar *self, gint64 from, int minutes);
gint64 fettle_calendar_working_time_between (FettleCalendar *self, gint64 from, gint64 to);
GArray *fettle_calendar_list_working_days (FettleCalendar *self, gint64 from, int days);
int fettle_calendar_working_days_between (FettleCalendar *self, gint64 from, gint64 to);

char *fettle_calendar_local_day (FettleCalendar *self, gint64 moment);
gint64 fettle_calendar_day_start (FettleCalendar *self, gint64 moment);
gint64 fettle_calendar_day_end (FettleCalendar *self, gint64 moment);

G_END_DECLS
