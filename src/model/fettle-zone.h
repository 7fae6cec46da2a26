/* fettle-zone.h: days and the wall clock of a time zone.
 *
 * A day is a gint64: the number of days since 1970-01-01 in the zone's own calendar. A minute of a day is what the
 * clock on the wall shows, so 540 is nine o'clock on every day; it may pass 1440 for the night that follows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Remembers the stretch without a change of the clocks that was met last. Lives on the stack of one thread. */
typedef struct
{
  GTimeZone *zone;
  gint64 from; /* seconds since the epoch, UTC */
  gint64 to;
  gint64 offset;
} FettleZoneView;

/**
 * FettleZoneEdge:
 * @FETTLE_ZONE_START: something starts at that time: the first moment at which the clock shows it
 * @FETTLE_ZONE_END: something ends: the end of the last minute before that time, also of one that is shown again
 *
 * Which moment is meant by a time that the clock shows twice.
 */
typedef enum
{
  FETTLE_ZONE_START,
  FETTLE_ZONE_END,
} FettleZoneEdge;

void fettle_zone_view_init (FettleZoneView *view, GTimeZone *zone);
gint64 fettle_zone_view_day (FettleZoneView *view, gint64 moment);
gint64 fettle_zone_view_moment (FettleZoneView *view, gint64 day, int minute, FettleZoneEdge edge);

gboolean fettle_day_parse (const char *text, gint64 *day);
char *fettle_day_to_string (gint64 day);
gint64 fettle_day_from_date (const GDate *date);
int fettle_day_weekday (gint64 day);

G_END_DECLS
