/* fettle-zone.c: days and the wall clock of a time zone.
 *
 * GDateTime chooses one of two moments in silence where a clock is put back, and another time where it is put forward.
 * Here the caller says which one is meant, and a time that the clock skipped is the moment of the change. Owned by
 * nobody; any thread, with a view of its own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-zone.h"

#include <string.h>

#include "fettle-clock.h"

#define DAY_SECONDS   (G_GINT64_CONSTANT (86400))
#define JULIAN_EPOCH  719163  /* the GDate of 1970-01-01 */
#define JULIAN_LATEST 3652059 /* and that of 9999-12-31 */
/* No zone is further from UTC than 14 hours, and none has changed by more than a day. */
#define REACH (36 * G_GINT64_CONSTANT (3600))
/* Ten thousand years either way: what lies beyond comes from a damaged file, and would overflow. */
#define FURTHEST_DAY (G_GINT64_CONSTANT (3652500))
/* How far ahead a view looks for a stretch without a change. */
#define AHEAD (60 * DAY_SECONDS)

static gint64
floor_divide (gint64 value, gint64 by)
{
  return value / by - (value % by < 0 ? 1 : 0);
}

static int
interval_at (GTimeZone *zone, gint64 seconds)
{
  return g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, seconds);
}

static gint64
offset_at (GTimeZone *zone, gint64 seconds)
{
  return g_time_zone_get_offset (zone, interval_at (zone, seconds));
}

/* The first second of @from … @to at which the offset is that of @to; they have different ones. */
static gint64
find_change (GTimeZone *zone, gint64 from, gint64 to)
{
  const gint64 after = offset_at (zone, to);

  while (to - from > 1)
    {
      const gint64 middle = from + (to - from) / 2;

      if (offset_at (zone, middle) == after)
        to = middle;
      else
        from = middle;
    }
  return to;
}

/* Of two moments at which the clock shows the same. If the later one is that of the change itself, no minute before
 * that time is shown again, and what ends then has ended already. */
static gint64
choose (GTimeZone *zone, gint64 early, gint64 late, FettleZoneEdge edge)
{
  if (edge == FETTLE_ZONE_START || offset_at (zone, late - 1) != offset_at (zone, late))
    return early;
  return late;
}

/* Whether the offset is known to be one and the same from @from to @to; looks ahead to know it for the next calls. */
static gboolean
is_steady (FettleZoneView *view, gint64 from, gint64 to)
{
  int interval = 0;

  if (from >= view->from && to <= view->to)
    return TRUE;
  interval = interval_at (view->zone, from);
  if (interval_at (view->zone, from + AHEAD) == interval)
    to = from + AHEAD;
  else if (interval_at (view->zone, to) != interval)
    return FALSE;
  view->from = from;
  view->to = to;
  view->offset = g_time_zone_get_offset (view->zone, interval);
  return TRUE;
}

/**
 * fettle_zone_view_init:
 * @zone: (transfer none): must live as long as the view
 */
void
fettle_zone_view_init (FettleZoneView *view, GTimeZone *zone)
{
  view->zone = zone;
  view->from = 0;
  view->to = -1;
  view->offset = 0;
}

/**
 * fettle_zone_view_day:
 * @moment: a moment, microseconds UTC
 *
 * Returns: the day on which @moment falls in the zone
 */
gint64
fettle_zone_view_day (FettleZoneView *view, gint64 moment)
{
  const gint64 seconds = floor_divide (moment, FETTLE_SECOND);
  const gint64 offset = seconds >= view->from && seconds <= view->to ? view->offset : offset_at (view->zone, seconds);

  return floor_divide (seconds + offset, DAY_SECONDS);
}

/**
 * fettle_zone_view_moment:
 * @day: a day in the zone
 * @minute: what the clock shows, in minutes; 1440 and more for the next day
 * @edge: which one of the two, where the clock shows it twice
 *
 * Returns: the moment at which the clock shows it, microseconds UTC; where it never does, because it was put forward,
 *   the moment of that
 */
gint64
fettle_zone_view_moment (FettleZoneView *view, gint64 day, int minute, FettleZoneEdge edge)
{
  const gint64 local = CLAMP (day, -FURTHEST_DAY, FURTHEST_DAY) * DAY_SECONDS + minute * G_GINT64_CONSTANT (60);
  gint64 before = 0;
  gint64 after = 0;
  gboolean before_shows = FALSE;
  gboolean after_shows = FALSE;

  if (is_steady (view, local - REACH, local + REACH))
    return (local - view->offset) * FETTLE_SECOND;

  /* The same time by the offset before a change and by the one after it. */
  before = local - offset_at (view->zone, local - REACH);
  after = local - offset_at (view->zone, local + REACH);
  before_shows = before + offset_at (view->zone, before) == local;
  after_shows = after + offset_at (view->zone, after) == local;
  if (before_shows && after_shows)
    return choose (view->zone, MIN (before, after), MAX (before, after), edge) * FETTLE_SECOND;
  if (before_shows || after_shows)
    return (before_shows ? before : after) * FETTLE_SECOND;
  return find_change (view->zone, local - REACH, local + REACH) * FETTLE_SECOND;
}

/**
 * fettle_day_parse:
 * @text: (nullable): "2026-03-01"
 * @day: (out): where the day goes
 *
 * Returns: whether @text is a day of the years 1 to 9999 in exactly this form
 */
gboolean
fettle_day_parse (const char *text, gint64 *day)
{
  int fields[3] = { 0 };
  GDate date = { 0 };

  if (text == NULL || strlen (text) != 10 || text[4] != '-' || text[7] != '-')
    return FALSE;
  for (guint i = 0, field = 0; i < 10; i++)
    if (i == 4 || i == 7)
      field++;
    else if (g_ascii_isdigit (text[i]))
      fields[field] = fields[field] * 10 + (text[i] - '0');
    else
      return FALSE;
  if (!g_date_valid_dmy ((GDateDay) fields[2], fields[1], (GDateYear) fields[0]))
    return FALSE;
  g_date_set_dmy (&date, (GDateDay) fields[2], fields[1], (GDateYear) fields[0]);
  *day = fettle_day_from_date (&date);
  return TRUE;
}

/**
 * fettle_day_to_string:
 * @day: a day
 *
 * Returns: (transfer full) (nullable): "2026-03-01"; %NULL outside the years 1 to 9999
 */
char *
fettle_day_to_string (gint64 day)
{
  GDate date = { 0 };

  if (day < 1 - JULIAN_EPOCH || day > JULIAN_LATEST - JULIAN_EPOCH)
    return NULL;
  g_date_set_julian (&date, (guint32) (day + JULIAN_EPOCH));
  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date));
}

/**
 * fettle_day_from_date:
 * @date: a valid date
 *
 * Returns: the day
 */
gint64
fettle_day_from_date (const GDate *date)
{
  g_return_val_if_fail (g_date_valid (date), 0);
  return (gint64) g_date_get_julian (date) - JULIAN_EPOCH;
}

/**
 * fettle_day_weekday:
 * @day: a day
 *
 * Returns: 1 for a Monday to 7 for a Sunday
 */
int
fettle_day_weekday (gint64 day)
{
  return (int) (((day + 3) % 7 + 7) % 7) + 1;
}
