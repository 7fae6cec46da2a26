/* fettle-calendar.c: when a shop is open, and when something is due by that.
 *
 * Source of the rules: rules/service.md, "Promises and time". Opening hours are times on the wall of the shop's zone.
 * Working days are the days that are open and count: a weekday may be open for reception only. Working hours are
 * opening hours, those of reception included, since somebody is there to keep what was promised for an hour.
 * What the shop has said of a day goes before the public holidays, and those before the week. On a make-up working day
 * (China) the shop is open as on its first working day of the week, unless that weekday is a working day anyway.
 * On the night of a change of the clocks a shop opens when the clock first shows the hour, and stays open until the
 * last minute before closing time has been shown for the last time; where an hour is skipped, it is the change itself.
 * Hours past midnight belong to the day on which they began.
 *
 * Everything is computed span by span, so ten years cost some thousand steps. A walk ends where no opening was met for
 * ten years or after two hundred years; what it was looking for is then "none".
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-calendar.h"

#include "fettle-clock.h"

#define DAY_MINUTES    1440
#define LONGEST_CLOSED 3660
#define LONGEST_WALK   73200

typedef FettleHoursSpan Span;

/* A day with a rule of its own; no spans where it is closed. */
typedef struct
{
  char *name;
  char *source;
  GArray *spans;
  gboolean ordinary; /* the hours of its weekday, whatever holiday it is */
  int counts;        /* -1 as its weekday does */
} SpecialDay;

/* What is true of one day. */
typedef struct
{
  const GArray *spans;
  gboolean counts;
} Rule;

struct _FettleCalendar
{
  gatomicrefcount ref_count;
  GTimeZone *zone;
  GArray *week[7];      /* Span, from Monday; sorted, apart from each other */
  gboolean counts[7];   /* whether a weekday that is open is a working day */
  GArray *closed;       /* no spans */
  GHashTable *specials; /* gint64 day to SpecialDay */
  FettleHolidays *holidays;
};

/* A walk over the openings of the shop, in order and apart from each other. */
typedef struct
{
  FettleCalendar *calendar;
  FettleZoneView view;
  gint64 day;
  gint64 last_day;
  guint position; /* in the spans of the day */
  int days_closed;
  gint64 from; /* the present opening */
  gint64 to;
} Walk;

static GArray *
new_spans (void)
{
  return g_array_new (FALSE, FALSE, sizeof (Span));
}

static void
free_special_day (gpointer data)
{
  SpecialDay *special = data;

  g_free (special->name);
  g_free (special->source);
  g_array_unref (special->spans);
  g_free (special);
}

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  return ((const Span *) a)->opens - ((const Span *) b)->opens;
}

/* Keeps the spans sorted, and makes one of those that touch. */
static void
add_span (GArray *spans, int opens, int closes)
{
  const Span added = { opens, closes };
  guint kept = 0;

  g_array_append_val (spans, added);
  g_array_sort (spans, compare_spans);
  for (guint i = 1; i < spans->len; i++)
    {
      Span *last = &g_array_index (spans, Span, kept);
      const Span *next = &g_array_index (spans, Span, i);

      if (next->opens <= last->closes)
        last->closes = MAX (last->closes, next->closes);
      else
        g_array_index (spans, Span, ++kept) = *next;
    }
  g_array_set_size (spans, kept + 1);
}

static gboolean
is_span (int opens, int closes)
{
  return opens >= 0 && opens < DAY_MINUTES && closes > opens && closes - opens <= DAY_MINUTES;
}

static const SpecialDay *
get_special (FettleCalendar *self, gint64 day)
{
  return g_hash_table_size (self->specials) > 0 ? g_hash_table_lookup (self->specials, &day) : NULL;
}

/* The hours of an ordinary working day: those of the first in the week. */
static const GArray *
ordinary_hours (FettleCalendar *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->week); i++)
    if (self->counts[i] && self->week[i]->len > 0)
      return self->week[i];
  return self->closed;
}

static Rule
get_rule (FettleCalendar *self, gint64 day)
{
  const int weekday = fettle_day_weekday (day) - 1;
  const SpecialDay *special = get_special (self, day);
  const FettleHoliday *holiday
      = special == NULL && self->holidays != NULL ? fettle_holidays_look_up (self->holidays, day) : NULL;
  Rule rule = { self->week[weekday], self->counts[weekday] };

  if (holiday != NULL && !holiday->working)
    rule.spans = self->closed;
  else if (holiday != NULL && (!rule.counts || rule.spans->len == 0))
    rule = (Rule){ ordinary_hours (self), TRUE };
  if (special == NULL)
    return rule;
  if (!special->ordinary)
    rule.spans = special->spans;
  if (special->counts >= 0)
    rule.counts = special->counts;
  return rule;
}

static const GArray *
get_spans (FettleCalendar *self, gint64 day)
{
  return get_rule (self, day).spans;
}

static gboolean
is_working_day (FettleCalendar *self, gint64 day)
{
  const Rule rule = get_rule (self, day);

  return rule.counts && rule.spans->len > 0;
}

/* The rule of a day, made anew; its former hours are gone, its former name only if there is another. */
static SpecialDay *
ensure_special (FettleCalendar *self, const char *text, const char *name)
{
  SpecialDay *special = NULL;
  gint64 day = 0;

  if (!fettle_day_parse (text, &day))
    return NULL;
  special = g_hash_table_lookup (self->specials, &day);
  if (special == NULL)
    {
      special = g_new0 (SpecialDay, 1);
      special->spans = new_spans ();
      special->counts = -1;
      g_hash_table_insert (self->specials, g_memdup2 (&day, sizeof day), special);
    }
  if (name != NULL)
    {
      g_free (special->name);
      special->name = g_strdup (name);
    }
  return special;
}

/* Starts a walk whose first step is the first opening that ends after @moment. */
static void
walk_init (Walk *walk, FettleCalendar *self, gint64 moment)
{
  walk->calendar = self;
  fettle_zone_view_init (&walk->view, self->zone);
  /* The night before may still be open. */
  walk->day = fettle_zone_view_day (&walk->view, moment) - 1;
  walk->last_day = walk->day + LONGEST_WALK;
  walk->position = 0;
  walk->days_closed = 0;
  walk->from = moment;
  walk->to = moment;
}

/* Goes to the next opening, leaving out what lies before the end of the one before; FALSE where there is none. */
static gboolean
walk_on (Walk *walk)
{
  while (walk->days_closed < LONGEST_CLOSED && walk->day < walk->last_day)
    {
      const GArray *spans = get_spans (walk->calendar, walk->day);
      const Span *span = NULL;
      gint64 closes = 0;

      if (walk->position >= spans->len)
        {
          walk->day++;
          walk->days_closed++;
          walk->position = 0;
          continue;
        }
      span = &g_array_index (spans, Span, walk->position++);
      closes = fettle_zone_view_moment (&walk->view, walk->day, span->closes, FETTLE_ZONE_END);
      if (closes <= walk->to)
        continue;
      walk->from = MAX (walk->to, fettle_zone_view_moment (&walk->view, walk->day, span->opens, FETTLE_ZONE_START));
      walk->to = closes;
      walk->days_closed = 0;
      if (walk->to > walk->from)
        return TRUE;
    }
  return FALSE;
}

/* When the shop closes on @day; 0 where it is closed all day. */
static gint64
closing_of_day (FettleCalendar *self, FettleZoneView *view, gint64 day)
{
  const GArray *spans = get_spans (self, day);

  if (spans->len == 0)
    return 0;
  return fettle_zone_view_moment (view, day, g_array_index (spans, Span, spans->len - 1).closes, FETTLE_ZONE_END);
}

/* The day whose business is being done at @moment: the day before while that one is still open past midnight. */
static gint64
business_day (FettleCalendar *self, FettleZoneView *view, gint64 moment)
{
  const gint64 day = fettle_zone_view_day (view, moment);
  const GArray *before = get_spans (self, day - 1);

  if (before->len > 0 && g_array_index (before, Span, before->len - 1).closes > DAY_MINUTES
      && closing_of_day (self, view, day - 1) > moment)
    return day - 1;
  return day;
}

/**
 * fettle_calendar_new:
 * @zone: (transfer none): the zone of the service point
 *
 * Returns: (transfer full): a calendar that is never open
 */
FettleCalendar *
fettle_calendar_new (GTimeZone *zone)
{
  FettleCalendar *self = NULL;

  g_return_val_if_fail (zone != NULL, NULL);
  self = g_new0 (FettleCalendar, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->zone = g_time_zone_ref (zone);
  for (guint i = 0; i < G_N_ELEMENTS (self->week); i++)
    {
      self->week[i] = new_spans ();
      self->counts[i] = TRUE;
    }
  self->closed = new_spans ();
  self->specials = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_special_day);
  return self;
}

FettleCalendar *
fettle_calendar_ref (FettleCalendar *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
fettle_calendar_unref (FettleCalendar *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_time_zone_unref (self->zone);
  for (guint i = 0; i < G_N_ELEMENTS (self->week); i++)
    g_array_unref (self->week[i]);
  g_array_unref (self->closed);
  g_hash_table_unref (self->specials);
  g_clear_pointer (&self->holidays, fettle_holidays_unref);
  g_free (self);
}

/**
 * fettle_calendar_add_hours:
 * @weekday: 1 for Monday to 7 for Sunday
 * @opens_minute: minutes after midnight, 0 to 1439
 * @closes_minute: minutes after midnight, at most a day after opening; past 1440 for the night that follows
 *
 * Adds hours of every week; a day may have several.
 *
 * Returns: %FALSE, and changes nothing, where these are no hours
 */
gboolean
fettle_calendar_add_hours (FettleCalendar *self, int weekday, int opens_minute, int closes_minute)
{
  if (weekday < 1 || weekday > 7 || !is_span (opens_minute, closes_minute))
    return FALSE;
  add_span (self->week[weekday - 1], opens_minute, closes_minute);
  return TRUE;
}

/**
 * fettle_calendar_set_counts:
 * @weekday: 1 for Monday to 7 for Sunday
 * @counts: whether it is a working day when it is open, as all are at first; else it is open for reception only
 */
void
fettle_calendar_set_counts (FettleCalendar *self, int weekday, gboolean counts)
{
  g_return_if_fail (weekday >= 1 && weekday <= 7);
  self->counts[weekday - 1] = counts;
}

/**
 * fettle_calendar_add_closed_day:
 * @day: "YYYY-MM-DD"
 * @name: (nullable): of the holiday
 *
 * Closes the shop on one day, whatever was added for it before. A night that began the day before goes on.
 *
 * Returns: %FALSE, and changes nothing, where @day is no day
 */
gboolean
fettle_calendar_add_closed_day (FettleCalendar *self, const char *day, const char *name)
{
  SpecialDay *special = ensure_special (self, day, name);

  if (special == NULL)
    return FALSE;
  g_array_set_size (special->spans, 0);
  special->ordinary = FALSE;
  return TRUE;
}

/**
 * fettle_calendar_add_ordinary_day:
 * @day: "YYYY-MM-DD"
 * @name: (nullable): why the day is special
 *
 * Opens the shop on one day as on any other of its weekday, whatever holiday it is.
 *
 * Returns: %FALSE, and changes nothing, where @day is no day
 */
gboolean
fettle_calendar_add_ordinary_day (FettleCalendar *self, const char *day, const char *name)
{
  SpecialDay *special = ensure_special (self, day, name);

  if (special == NULL)
    return FALSE;
  g_array_set_size (special->spans, 0);
  special->ordinary = TRUE;
  return TRUE;
}

/**
 * fettle_calendar_add_special_hours:
 * @day: "YYYY-MM-DD"
 * @name: (nullable): why the day is special
 * @opens_minute: as for fettle_calendar_add_hours()
 * @closes_minute: as for fettle_calendar_add_hours()
 *
 * Gives one day hours of its own in place of its weekday's, and opens it where it was a closed day. Called again, it
 * adds more hours to that day.
 *
 * Returns: %FALSE, and changes nothing, where these are no hours or @day is no day
 */
gboolean
fettle_calendar_add_special_hours (FettleCalendar *self,
                                   const char *day,
                                   const char *name,
                                   int opens_minute,
                                   int closes_minute)
{
  SpecialDay *special = is_span (opens_minute, closes_minute) ? ensure_special (self, day, name) : NULL;

  if (special == NULL)
    return FALSE;
  add_span (special->spans, opens_minute, closes_minute);
  special->ordinary = FALSE;
  return TRUE;
}

/**
 * fettle_calendar_set_day:
 * @day: "YYYY-MM-DD", one that was added before
 * @source: (nullable): where it is written
 * @counts: whether it is a working day if it is open; -1 where its weekday decides
 *
 * Says more of a day with a rule of its own.
 */
void
fettle_calendar_set_day (FettleCalendar *self, const char *day, const char *source, int counts)
{
  SpecialDay *special = ensure_special (self, day, NULL);

  g_return_if_fail (special != NULL);
  g_free (special->source);
  special->source = g_strdup (source);
  special->counts = counts;
}

/**
 * fettle_calendar_set_holidays:
 * @holidays: (transfer none) (nullable): of the shop's region
 *
 * Closes the shop on public holidays, but for days with a rule of their own.
 */
void
fettle_calendar_set_holidays (FettleCalendar *self, FettleHolidays *holidays)
{
  g_clear_pointer (&self->holidays, fettle_holidays_unref);
  self->holidays = holidays != NULL ? fettle_holidays_ref (holidays) : NULL;
}

/**
 * fettle_calendar_get_holidays:
 *
 * Returns: (transfer none) (nullable): the public holidays that the shop keeps
 */
FettleHolidays *
fettle_calendar_get_holidays (FettleCalendar *self)
{
  return self->holidays;
}

/**
 * fettle_calendar_get_zone:
 *
 * Returns: (transfer none): the zone of the service point
 */
GTimeZone *
fettle_calendar_get_zone (FettleCalendar *self)
{
  return self->zone;
}

/**
 * fettle_calendar_get_day_name:
 * @day: "YYYY-MM-DD"
 *
 * Returns: (transfer none) (nullable): the name of a holiday or of special hours
 */
const char *
fettle_calendar_get_day_name (FettleCalendar *self, const char *day)
{
  const SpecialDay *special = NULL;
  const FettleHoliday *holiday = NULL;
  gint64 number = 0;

  if (!fettle_day_parse (day, &number))
    return NULL;
  special = get_special (self, number);
  if (special != NULL && special->name != NULL)
    return special->name;
  holiday = self->holidays != NULL ? fettle_holidays_look_up (self->holidays, number) : NULL;
  return holiday != NULL ? holiday->name : NULL;
}

/**
 * fettle_calendar_has_hours:
 *
 * Returns: whether the shop is open on any weekday
 */
gboolean
fettle_calendar_has_hours (FettleCalendar *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->week); i++)
    if (self->week[i]->len > 0)
      return TRUE;
  return FALSE;
}

/**
 * fettle_calendar_is_working_day:
 * @day: a valid date in the shop's zone
 *
 * Returns: whether the shop opens on that day, and not for reception only
 */
gboolean
fettle_calendar_is_working_day (FettleCalendar *self, const GDate *day)
{
  g_return_val_if_fail (g_date_valid (day), FALSE);
  return is_working_day (self, fettle_day_from_date (day));
}

/**
 * fettle_calendar_describe:
 * @day: in days since 1970-01-01, as in fettle-zone.h
 * @about: (out caller-allocates): what is true of it, owned by the calendar
 */
void
fettle_calendar_describe (FettleCalendar *self, gint64 day, FettleCalendarDay *about)
{
  const SpecialDay *special = get_special (self, day);
  const FettleHoliday *holiday = self->holidays != NULL ? fettle_holidays_look_up (self->holidays, day) : NULL;
  const Rule rule = get_rule (self, day);

  about->spans = rule.spans;
  about->counts = rule.counts && rule.spans->len > 0;
  about->kind = FETTLE_DAY_ORDINARY;
  about->name = holiday != NULL ? holiday->name : NULL;
  about->source = holiday != NULL ? holiday->source : NULL;
  if (special != NULL)
    {
      about->kind = rule.spans->len > 0 ? FETTLE_DAY_SPECIAL : FETTLE_DAY_CLOSED;
      about->name = special->name != NULL ? special->name : about->name;
      about->source = special->source;
    }
  else if (holiday != NULL)
    about->kind = holiday->working ? FETTLE_DAY_MAKE_UP : FETTLE_DAY_HOLIDAY;
}

/**
 * fettle_calendar_opening:
 * @day: in days since 1970-01-01
 * @span: one of that day's
 * @opens: (out): the moment at which the shop opens, microseconds UTC
 * @closes: (out): and closes
 *
 * The hours on the wall as moments, also on the night of a change of the clocks.
 */
void
fettle_calendar_opening (FettleCalendar *self, gint64 day, const FettleHoursSpan *span, gint64 *opens, gint64 *closes)
{
  FettleZoneView view = { 0 };

  fettle_zone_view_init (&view, self->zone);
  *opens = fettle_zone_view_moment (&view, day, span->opens, FETTLE_ZONE_START);
  *closes = fettle_zone_view_moment (&view, day, span->closes, FETTLE_ZONE_END);
}

/**
 * fettle_calendar_is_open:
 *
 * Returns: whether the shop is open at @moment; at closing time it is not
 */
gboolean
fettle_calendar_is_open (FettleCalendar *self, gint64 moment)
{
  Walk walk = { 0 };

  walk_init (&walk, self, moment);
  return walk_on (&walk) && walk.from == moment;
}

/**
 * fettle_calendar_next_opening:
 *
 * Returns: @moment itself while the shop is open, else the moment at which it opens next; 0 where it never does
 */
gint64
fettle_calendar_next_opening (FettleCalendar *self, gint64 moment)
{
  Walk walk = { 0 };

  walk_init (&walk, self, moment);
  return walk_on (&walk) ? walk.from : 0;
}

/**
 * fettle_calendar_closing_time:
 *
 * Returns: when the shop closes on the day of @moment, which may already be past; 0 where it is closed all that day. A
 *   night that is still open belongs to the day on which it began
 */
gint64
fettle_calendar_closing_time (FettleCalendar *self, gint64 moment)
{
  FettleZoneView view = { 0 };

  fettle_zone_view_init (&view, self->zone);
  return closing_of_day (self, &view, business_day (self, &view, moment));
}

/* Goes on from @day, which does not count, to the last of so many working days; %FALSE where there are not so many. */
static gboolean
count_days (FettleCalendar *self, gint64 *day, int days, GArray *counted)
{
  const gint64 last_day = *day + LONGEST_WALK;
  int days_closed = 0;

  if (days > LONGEST_WALK)
    return FALSE;
  while (days > 0 && *day < last_day && days_closed < LONGEST_CLOSED)
    {
      const gboolean working = is_working_day (self, ++*day);

      days_closed = working ? 0 : days_closed + 1;
      days -= working ? 1 : 0;
      if (working && counted != NULL)
        g_array_append_val (counted, *day);
    }
  return days <= 0;
}

/**
 * fettle_calendar_due_in_working_days:
 * @from: the moment at which it was promised
 * @days: how many working days; 0 for the same day while the shop is still open, else the next working day
 *
 * Counting starts on the next working day, whatever the hour, and due is closing time of the last day counted
 * (rules/service.md).
 *
 * Returns: the moment; 0 for a negative number, and where the shop does not open often enough
 */
gint64
fettle_calendar_due_in_working_days (FettleCalendar *self, gint64 from, int days)
{
  FettleZoneView view = { 0 };
  gint64 day = 0;

  fettle_zone_view_init (&view, self->zone);
  day = business_day (self, &view, from);
  if (days == 0 && closing_of_day (self, &view, day) > from)
    return closing_of_day (self, &view, day);
  return days >= 0 && count_days (self, &day, MAX (days, 1), NULL) ? closing_of_day (self, &view, day) : 0;
}

/**
 * fettle_calendar_list_working_days:
 * @from: the moment at which it was promised
 * @days: how many working days
 *
 * Which days fettle_calendar_due_in_working_days() counts.
 *
 * Returns: (transfer full) (element-type gint64): the days since 1970-01-01 of each, fewer where the shop does not open
 *   often enough
 */
GArray *
fettle_calendar_list_working_days (FettleCalendar *self, gint64 from, int days)
{
  GArray *counted = g_array_new (FALSE, FALSE, sizeof (gint64));
  FettleZoneView view = { 0 };
  gint64 day = 0;

  fettle_zone_view_init (&view, self->zone);
  day = business_day (self, &view, from);
  if (days > 0)
    count_days (self, &day, days, counted);
  return counted;
}

/**
 * fettle_calendar_due_in_working_hours:
 * @from: the moment at which it was promised
 * @minutes: how many minutes of opening hours; 0 for the next moment at which the shop is open
 *
 * Only opening hours count (rules/service.md), those of reception, too. What ends with closing time is due at closing
 * time.
 *
 * Returns: the moment; 0 for a negative number, and where the shop is not open for so long
 */
gint64
fettle_calendar_due_in_working_hours (FettleCalendar *self, gint64 from, int minutes)
{
  gint64 left = minutes * FETTLE_MINUTE;
  Walk walk = { 0 };

  if (minutes < 0)
    return 0;
  for (walk_init (&walk, self, from); walk_on (&walk);)
    {
      if (left <= walk.to - walk.from)
        return walk.from + left;
      left -= walk.to - walk.from;
    }
  return 0;
}

/**
 * fettle_calendar_working_time_between:
 *
 * Returns: for how long the shop was open from @from to @to, in microseconds; 0 where @to is not later
 */
gint64
fettle_calendar_working_time_between (FettleCalendar *self, gint64 from, gint64 to)
{
  gint64 sum = 0;
  Walk walk = { 0 };

  if (to <= from)
    return 0;
  for (walk_init (&walk, self, from); walk_on (&walk) && walk.from < to;)
    sum += MIN (walk.to, to) - walk.from;
  return sum;
}

/**
 * fettle_calendar_working_days_between:
 *
 * How late in working days something is that was due at @from: an hour later on the same day is 0 days, on the next
 * working day 1.
 *
 * Returns: how many working days begin after the day of @from, up to and with the day of @to
 */
int
fettle_calendar_working_days_between (FettleCalendar *self, gint64 from, gint64 to)
{
  FettleZoneView view = { 0 };
  gint64 last = 0;
  gint64 day = 0;
  int days = 0;

  if (to <= from)
    return 0;
  fettle_zone_view_init (&view, self->zone);
  day = business_day (self, &view, from);
  last = MIN (business_day (self, &view, to), day + LONGEST_WALK);
  while (day < last)
    days += is_working_day (self, ++day) ? 1 : 0;
  return days;
}

/**
 * fettle_calendar_local_day:
 *
 * Returns: (transfer full) (nullable): the day of @moment on the wall of the shop, "YYYY-MM-DD"; %NULL outside the
 *   years 1 to 9999
 */
char *
fettle_calendar_local_day (FettleCalendar *self, gint64 moment)
{
  FettleZoneView view = { 0 };

  fettle_zone_view_init (&view, self->zone);
  return fettle_day_to_string (fettle_zone_view_day (&view, moment));
}

/**
 * fettle_calendar_day_start:
 *
 * Returns: the moment at which the day of @moment began in the shop's zone
 */
gint64
fettle_calendar_day_start (FettleCalendar *self, gint64 moment)
{
  FettleZoneView view = { 0 };

  fettle_zone_view_init (&view, self->zone);
  return fettle_zone_view_moment (&view, fettle_zone_view_day (&view, moment), 0, FETTLE_ZONE_START);
}

/**
 * fettle_calendar_day_end:
 *
 * Returns: the moment at which the day after that of @moment begins in the shop's zone
 */
gint64
fettle_calendar_day_end (FettleCalendar *self, gint64 moment)
{
  FettleZoneView view = { 0 };

  fettle_zone_view_init (&view, self->zone);
  return fettle_zone_view_moment (&view, fettle_zone_view_day (&view, moment) + 1, 0, FETTLE_ZONE_START);
}
