/* fettle-language-dates.c: dates, times and spans as a language writes them.
 *
 * g_date_time_format() follows the locale of the process, so the order of a date's parts is a translated pattern and
 * the names of days and months are translated texts. Any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-language.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SECOND G_TIME_SPAN_SECOND
#define MINUTE G_TIME_SPAN_MINUTE
#define HOUR   G_TIME_SPAN_HOUR
#define DAY    G_TIME_SPAN_DAY

static const char *const weekdays[]
    = { NC_ ("weekday", "Mon"), NC_ ("weekday", "Tue"), NC_ ("weekday", "Wed"), NC_ ("weekday", "Thu"),
        NC_ ("weekday", "Fri"), NC_ ("weekday", "Sat"), NC_ ("weekday", "Sun") };

static const char *const full_weekdays[]
    = { NC_ ("weekday in full", "Monday"),   NC_ ("weekday in full", "Tuesday"), NC_ ("weekday in full", "Wednesday"),
        NC_ ("weekday in full", "Thursday"), NC_ ("weekday in full", "Friday"),  NC_ ("weekday in full", "Saturday"),
        NC_ ("weekday in full", "Sunday") };

static const char *const months[]
    = { NC_ ("month", "Jan"), NC_ ("month", "Feb"), NC_ ("month", "Mar"), NC_ ("month", "Apr"),
        NC_ ("month", "May"), NC_ ("month", "Jun"), NC_ ("month", "Jul"), NC_ ("month", "Aug"),
        NC_ ("month", "Sep"), NC_ ("month", "Oct"), NC_ ("month", "Nov"), NC_ ("month", "Dec") };

static const char *const full_months[]
    = { NC_ ("month in full", "January"), NC_ ("month in full", "February"), NC_ ("month in full", "March"),
        NC_ ("month in full", "April"),   NC_ ("month in full", "May"),      NC_ ("month in full", "June"),
        NC_ ("month in full", "July"),    NC_ ("month in full", "August"),   NC_ ("month in full", "September"),
        NC_ ("month in full", "October"), NC_ ("month in full", "November"), NC_ ("month in full", "December") };

/* Translators: put the parts in the order of your language. There are {year}, {month} (Nov), {month-in-full}
 * (November), {month-number} (11), {day} (5), {weekday} (Sun), {weekday-in-full} (Sunday). */
static const char date_pattern[] = NC_ ("date pattern", "{weekday} {day} {month} {year}");
/* Translators: the same parts, without the year. */
static const char day_pattern[] = NC_ ("date pattern", "{weekday} {day} {month}");
/* Translators: {hour} is 00 to 23, {hour-of-12} is 1 to 12, {half} is am or pm, {minute} is 00 to 59. */
static const char time_pattern[] = NC_ ("time pattern", "{hour}:{minute}");
/* Translators: a date and a time after each other. */
static const char date_time_pattern[] = NC_ ("date and time pattern", "{date}, {time}");

static GDateTime *
make_local (gint64 moment, GTimeZone *zone)
{
  /* Rounded down also before 1970. */
  gint64 seconds = moment / SECOND - (moment % SECOND < 0 ? 1 : 0);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (seconds);

  if (utc == NULL)
    return NULL;
  return zone != NULL ? g_date_time_to_timezone (utc, zone) : g_steal_pointer (&utc);
}

static const char *
half_of_day (FettleLanguage *self, int hour)
{
  return hour < 12 ? fettle_language_text_context (self, "half of the day", "am")
                   : fettle_language_text_context (self, "half of the day", "pm");
}

/* Appends what stands for one {part}; an unknown part shows as it was written, so that a translator sees it. */
static void
append_part (GString *text, FettleLanguage *self, GDateTime *local, const char *part, gsize length)
{
  int hour = g_date_time_get_hour (local);
  int month = g_date_time_get_month (local);
  int weekday = g_date_time_get_day_of_week (local);
  g_autofree char *name = g_strndup (part, length);

  if (g_str_equal (name, "year"))
    g_string_append_printf (text, "%d", g_date_time_get_year (local));
  else if (g_str_equal (name, "month"))
    g_string_append (text, fettle_language_text_context (self, "month", months[month - 1]));
  else if (g_str_equal (name, "month-in-full"))
    g_string_append (text, fettle_language_month (self, month));
  else if (g_str_equal (name, "month-number"))
    g_string_append_printf (text, "%d", month);
  else if (g_str_equal (name, "day"))
    g_string_append_printf (text, "%d", g_date_time_get_day_of_month (local));
  else if (g_str_equal (name, "weekday"))
    g_string_append (text, fettle_language_text_context (self, "weekday", weekdays[weekday - 1]));
  else if (g_str_equal (name, "weekday-in-full"))
    g_string_append (text, fettle_language_weekday (self, weekday));
  else if (g_str_equal (name, "hour"))
    g_string_append_printf (text, "%02d", hour);
  else if (g_str_equal (name, "hour-of-12"))
    g_string_append_printf (text, "%d", hour % 12 == 0 ? 12 : hour % 12);
  else if (g_str_equal (name, "half"))
    g_string_append (text, half_of_day (self, hour));
  else if (g_str_equal (name, "minute"))
    g_string_append_printf (text, "%02d", g_date_time_get_minute (local));
  else
    g_string_append_printf (text, "{%s}", name);
}

static char *
fill_pattern (FettleLanguage *self, const char *pattern, GDateTime *local)
{
  g_autoptr (GString) text = g_string_new (NULL);

  while (*pattern != '\0')
    {
      const char *end = *pattern == '{' ? strchr (pattern, '}') : NULL;

      if (end != NULL)
        {
          append_part (text, self, local, pattern + 1, end - pattern - 1);
          pattern = end + 1;
        }
      else
        g_string_append_c (text, *pattern++);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
format_moment (FettleLanguage *self, const char *context, const char *pattern, gint64 moment, GTimeZone *zone)
{
  g_autoptr (GDateTime) local = make_local (moment, zone);

  /* Beyond the year 9999. */
  if (local == NULL)
    return g_strdup ("");
  return fill_pattern (self, fettle_language_text_context (self, context, pattern), local);
}

/* A date and a time put together as the language does. */
static char *
join_date_time (FettleLanguage *self, const char *date, const char *time)
{
  g_autoptr (GString) text
      = g_string_new (fettle_language_text_context (self, "date and time pattern", date_time_pattern));

  g_string_replace (text, "{date}", date, 1);
  g_string_replace (text, "{time}", time, 1);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * fettle_language_weekday:
 * @weekday: 1 is Monday, 7 is Sunday
 *
 * Returns: the day's name in full
 */
const char *
fettle_language_weekday (FettleLanguage *self, int weekday)
{
  g_return_val_if_fail (weekday >= 1 && weekday <= 7, "");
  return fettle_language_text_context (self, "weekday in full", full_weekdays[weekday - 1]);
}

/**
 * fettle_language_month:
 * @month: 1 to 12
 *
 * Returns: the month's name in full
 */
const char *
fettle_language_month (FettleLanguage *self, int month)
{
  g_return_val_if_fail (month >= 1 && month <= 12, "");
  return fettle_language_text_context (self, "month in full", full_months[month - 1]);
}

/**
 * fettle_language_format_date:
 * @moment: microseconds since 1970 UTC
 * @zone: (nullable): the zone to read it in; %NULL is UTC
 *
 * Returns: (transfer full): "Sun 22 Nov 2026", "2026年11月22日 周日"; empty beyond the year 9999
 */
char *
fettle_language_format_date (FettleLanguage *self, gint64 moment, GTimeZone *zone)
{
  return format_moment (self, "date pattern", date_pattern, moment, zone);
}

/**
 * fettle_language_format_day_short:
 * @moment: microseconds since 1970 UTC
 * @zone: (nullable): the zone to read it in; %NULL is UTC
 *
 * Returns: (transfer full): the date without the year: "Tue 24 Nov"
 */
char *
fettle_language_format_day_short (FettleLanguage *self, gint64 moment, GTimeZone *zone)
{
  return format_moment (self, "date pattern", day_pattern, moment, zone);
}

/**
 * fettle_language_format_time:
 * @moment: microseconds since 1970 UTC
 * @zone: (nullable): the zone to read it in; %NULL is UTC
 *
 * Returns: (transfer full): "14:00"
 */
char *
fettle_language_format_time (FettleLanguage *self, gint64 moment, GTimeZone *zone)
{
  return format_moment (self, "time pattern", time_pattern, moment, zone);
}

/**
 * fettle_language_format_date_time:
 * @moment: microseconds since 1970 UTC
 * @zone: (nullable): the zone to read it in; %NULL is UTC
 *
 * Returns: (transfer full): "Sun 22 Nov 2026, 14:00"
 */
char *
fettle_language_format_date_time (FettleLanguage *self, gint64 moment, GTimeZone *zone)
{
  g_autofree char *date = fettle_language_format_date (self, moment, zone);
  g_autofree char *time = fettle_language_format_time (self, moment, zone);

  return *date != '\0' ? join_date_time (self, date, time) : g_strdup ("");
}

static char *
format_days (FettleLanguage *self, gint64 n)
{
  return g_strdup_printf (fettle_language_text_plural (self, "%d day", "%d days", n), (int) n);
}

static char *
format_hours (FettleLanguage *self, gint64 n)
{
  return g_strdup_printf (fettle_language_text_plural (self, "%d hour", "%d hours", n), (int) n);
}

static char *
format_minutes (FettleLanguage *self, gint64 n)
{
  return g_strdup_printf (fettle_language_text_plural (self, "%d minute", "%d minutes", n), (int) n);
}

/* The largest unit alone, rounded down: a promise is late by 1 day from 24 hours on. */
static char *
format_largest_unit (FettleLanguage *self, gint64 microseconds)
{
  if (microseconds >= DAY)
    return format_days (self, microseconds / DAY);
  if (microseconds >= HOUR)
    return format_hours (self, microseconds / HOUR);
  return format_minutes (self, microseconds / MINUTE);
}

/**
 * fettle_language_format_span:
 * @microseconds: a length of time; its sign does not matter
 *
 * Writes it in its two largest units, rounded down, and in days alone from a week on.
 *
 * Returns: (transfer full): "3 days 4 hours", "20 minutes", "less than a minute"
 */
char *
fettle_language_format_span (FettleLanguage *self, gint64 microseconds)
{
  /* The absolute of G_MININT64 would overflow. */
  gint64 span = microseconds == G_MININT64 ? G_MAXINT64 : ABS (microseconds);
  g_autofree char *larger = NULL;
  g_autofree char *smaller = NULL;

  if (span < MINUTE)
    return g_strdup (fettle_language_text (self, "less than a minute"));
  larger = format_largest_unit (self, span);
  if (span >= DAY && span < 7 * DAY && span % DAY >= HOUR)
    smaller = format_hours (self, span % DAY / HOUR);
  else if (span >= HOUR && span < DAY && span % HOUR >= MINUTE)
    smaller = format_minutes (self, span % HOUR / MINUTE);
  if (smaller == NULL)
    return g_steal_pointer (&larger);
  /* Translators: two parts of a length of time: "3 days" and "4 hours". */
  return g_strdup_printf (fettle_language_text_context (self, "length of time", "%s %s"), larger, smaller);
}

static char *
format_late (FettleLanguage *self, gint64 late)
{
  g_autofree char *span = format_largest_unit (self, late);

  /* Translators: a promise; the text is a length of time: "late by 1 day". */
  return g_strdup_printf (fettle_language_text (self, "late by %s"), span);
}

static char *
format_due_on_day (FettleLanguage *self, gint64 due, gint64 now, GTimeZone *zone, gboolean is_brief)
{
  g_autoptr (GDateTime) local = make_local (due, zone);
  g_autoptr (GDateTime) today = make_local (now, zone);
  g_autoptr (GDateTime) tomorrow = today != NULL ? g_date_time_add_days (today, 1) : NULL;
  g_autofree char *time = fettle_language_format_time (self, due, zone);
  g_autofree char *day = NULL;
  g_autofree char *moment = NULL;

  if (local == NULL || tomorrow == NULL)
    return g_strdup ("");
  if (g_date_time_get_year (local) == g_date_time_get_year (today)
      && g_date_time_get_day_of_year (local) == g_date_time_get_day_of_year (today))
    /* Translators: a promise where there is little room; the text is a time: "today 18:00". */
    return g_strdup_printf (is_brief ? fettle_language_text (self, "today %s")
                                     : fettle_language_text (self, "today by %s"),
                            time);
  if (g_date_time_get_year (local) == g_date_time_get_year (tomorrow)
      && g_date_time_get_day_of_year (local) == g_date_time_get_day_of_year (tomorrow))
    /* Translators: a promise where there is little room; the text is a time: "tomorrow 18:00". */
    return g_strdup_printf (is_brief ? fettle_language_text (self, "tomorrow %s")
                                     : fettle_language_text (self, "tomorrow by %s"),
                            time);
  if (g_date_time_get_year (local) == g_date_time_get_year (today))
    day = fettle_language_format_day_short (self, due, zone);
  else
    day = fettle_language_format_date (self, due, zone);
  if (is_brief)
    return g_steal_pointer (&day);
  moment = join_date_time (self, day, time);
  /* Translators: a promise; the text is a day and a time: "by Tue 24 Nov, 18:00". */
  return g_strdup_printf (fettle_language_text (self, "by %s"), moment);
}

static char *
format_due (FettleLanguage *self, gint64 due, gint64 now, GTimeZone *zone, gboolean is_brief)
{
  gint64 left;
  g_autofree char *span = NULL;

  /* So far apart that the difference would overflow: not a date anybody was told. */
  if (__builtin_sub_overflow (due, now, &left) || left == G_MININT64)
    return g_strdup ("");
  if (ABS (left) < MINUTE)
    return g_strdup (fettle_language_text (self, "due now"));
  if (left < 0)
    return format_late (self, -left);
  if (left > 3 * HOUR)
    return format_due_on_day (self, due, now, zone, is_brief);
  span = is_brief ? format_largest_unit (self, left) : fettle_language_format_span (self, left);
  /* Translators: a promise; the text is a length of time: "in 2 hours". */
  return g_strdup_printf (fettle_language_text (self, "in %s"), span);
}

/**
 * fettle_language_format_due:
 * @due: when something is due, microseconds since 1970 UTC
 * @now: the clock's moment
 * @zone: (nullable): the zone of the service point, which says what "today" is; %NULL is UTC
 *
 * Says in words how a due time stands: counted down in the last three hours, by the clock today and tomorrow, by
 * the day later, and late once it has passed.
 *
 * Returns: (transfer full): "in 2 hours", "today by 18:00", "tomorrow by 18:00", "by Tue 24 Nov, 18:00",
 *   "late by 1 day", "due now"
 */
char *
fettle_language_format_due (FettleLanguage *self, gint64 due, gint64 now, GTimeZone *zone)
{
  return format_due (self, due, now, zone, FALSE);
}

/**
 * fettle_language_format_due_brief:
 * @due: when something is due, microseconds since 1970 UTC
 * @now: the clock's moment
 * @zone: (nullable): the zone of the service point, which says what "today" is; %NULL is UTC
 *
 * As fettle_language_format_due(), for where there is little room: the time of day is said for today and tomorrow only.
 *
 * Returns: (transfer full): "in 2 hours", "today 18:00", "tomorrow 18:00", "Tue 24 Nov", "late by 1 day", "due now"
 */
char *
fettle_language_format_due_brief (FettleLanguage *self, gint64 due, gint64 now, GTimeZone *zone)
{
  return format_due (self, due, now, zone, TRUE);
}
