/* fettle-clock.c: the one clock that the whole program reads, and moments as text.
 *
 * Nothing else asks the system for the time, so that a test, a demonstration or an import can say what time it is.
 * Any thread may read the clock; it is set before the threads that read it start, or by a test.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-clock.h"

#include <glib/gi18n-lib.h>

#include "fettle-error.h"

static GMutex clock_lock;
static gint64 clock_fixed;
static FettleClockSource clock_source;
static gpointer clock_source_data;
static _Thread_local gint64 clock_of_thread;
static _Thread_local gint64 acting_at;

typedef struct
{
  int year;
  int month;
  int day;
  int hour;
  int minute;
  int second;
  int micros;
  int offset_minutes;
} Fields;

/* Days since 1970-01-01 in the Gregorian calendar, also before its introduction, as ISO 8601 and RFC 3339 count. */
static gint64
days_from_civil (int year, int month, int day)
{
  const gint64 shifted = month <= 2 ? year - 1 : year;
  const gint64 era = (shifted >= 0 ? shifted : shifted - 399) / 400;
  const gint64 year_of_era = shifted - era * 400;
  const gint64 day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;

  return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719468;
}

static void
civil_from_days (gint64 days, gint64 *year, int *month, int *day)
{
  const gint64 shifted = days + 719468;
  const gint64 era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  const gint64 day_of_era = shifted - era * 146097;
  const gint64 year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const gint64 day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int shifted_month = (int) ((5 * day_of_year + 2) / 153);

  *day = (int) (day_of_year - (153 * shifted_month + 2) / 5) + 1;
  *month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
  *year = year_of_era + era * 400 + (*month <= 2 ? 1 : 0);
}

static int
days_in_month (int year, int month)
{
  static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  const gboolean leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

  return days[month - 1] + (month == 2 && leap ? 1 : 0);
}

/* Reads exactly @n_digits ASCII digits and moves on; FALSE where there are fewer. */
static gboolean
read_digits (const char **text, int n_digits, int *value)
{
  *value = 0;
  for (int i = 0; i < n_digits; i++, (*text)++)
    {
      if (!g_ascii_isdigit (**text))
        return FALSE;
      *value = *value * 10 + (**text - '0');
    }
  return TRUE;
}

static gboolean
read_char (const char **text, char wanted)
{
  if (g_ascii_toupper (**text) != wanted)
    return FALSE;
  (*text)++;
  return TRUE;
}

/* The digits past the sixth are read and dropped: a moment has no place for them. */
static gboolean
read_fraction (const char **text, int *micros)
{
  int weight = 100000;

  *micros = 0;
  if (!read_char (text, '.'))
    return TRUE;
  if (!g_ascii_isdigit (**text))
    return FALSE;
  for (; g_ascii_isdigit (**text); (*text)++, weight /= 10)
    *micros += (**text - '0') * weight;
  return TRUE;
}

static gboolean
read_offset (const char **text, int *minutes)
{
  int hour = 0;
  int minute = 0;
  int sign = 0;

  *minutes = 0;
  if (read_char (text, 'Z'))
    return TRUE;
  sign = **text == '-' ? -1 : 1;
  if (!read_char (text, '+') && !read_char (text, '-'))
    return FALSE;
  if (!read_digits (text, 2, &hour) || !read_char (text, ':') || !read_digits (text, 2, &minute))
    return FALSE;
  *minutes = sign * (hour * 60 + minute);
  return hour <= 23 && minute <= 59;
}

static gboolean
read_fields (const char *text, Fields *fields)
{
  return read_digits (&text, 4, &fields->year) && read_char (&text, '-') && read_digits (&text, 2, &fields->month)
         && read_char (&text, '-') && read_digits (&text, 2, &fields->day) && read_char (&text, 'T')
         && read_digits (&text, 2, &fields->hour) && read_char (&text, ':') && read_digits (&text, 2, &fields->minute)
         && read_char (&text, ':') && read_digits (&text, 2, &fields->second) && read_fraction (&text, &fields->micros)
         && read_offset (&text, &fields->offset_minutes) && *text == '\0';
}

static gboolean
fields_exist (const Fields *fields)
{
  const int utc_minute = ((fields->hour * 60 + fields->minute - fields->offset_minutes) % 1440 + 1440) % 1440;

  if (fields->month < 1 || fields->month > 12 || fields->day < 1
      || fields->day > days_in_month (fields->year, fields->month))
    return FALSE;
  if (fields->hour > 23 || fields->minute > 59 || fields->second > 60)
    return FALSE;
  /* A leap second is only ever inserted at the end of a day in UTC. */
  return fields->second < 60 || utc_minute == 1439;
}

/* What the clock shows to every thread that has none of its own. */
static gint64
clock_of_all (void)
{
  FettleClockSource source = NULL;
  gpointer data = NULL;
  gint64 fixed = 0;

  g_mutex_lock (&clock_lock);
  source = clock_source;
  data = clock_source_data;
  fixed = clock_fixed;
  g_mutex_unlock (&clock_lock);

  if (fixed != 0)
    return fixed;
  return source != NULL ? source (data) : g_get_real_time ();
}

/**
 * fettle_clock_now:
 *
 * Any thread.
 *
 * Returns: the present moment, or the one that was set
 */
gint64
fettle_clock_now (void)
{
  return clock_of_thread != 0 ? clock_of_thread : clock_of_all ();
}

/**
 * fettle_clock_entered:
 *
 * When something is being written down: the same as fettle_clock_now() but while acting as at another moment.
 *
 * Returns: the moment
 */
gint64
fettle_clock_entered (void)
{
  return acting_at != 0 ? clock_of_all () : fettle_clock_now ();
}

/**
 * fettle_clock_act_at:
 * @moment: at which the calling thread acts; 0 acts in the present
 *
 * Like fettle_clock_set_of_thread(), but what is written down keeps the present as the moment at which it was entered:
 * for what happened earlier and is told to the program later.
 */
void
fettle_clock_act_at (gint64 moment)
{
  acting_at = moment;
  clock_of_thread = moment;
}

/**
 * fettle_clock_set_of_thread:
 * @moment: what the clock shall show to the calling thread alone; 0 lets it show what it shows to all
 *
 * For work that plays another time while the rest of the program lives in the present: a demonstration, an import.
 */
void
fettle_clock_set_of_thread (gint64 moment)
{
  clock_of_thread = moment;
}

/**
 * fettle_clock_set:
 * @moment: what the clock shall show from now on; 0 lets it run again
 *
 * Any thread.
 */
void
fettle_clock_set (gint64 moment)
{
  g_mutex_lock (&clock_lock);
  clock_fixed = moment;
  g_mutex_unlock (&clock_lock);
}

/**
 * fettle_clock_set_source:
 * @now: (nullable) (scope forever): called for each reading, on the reader's thread; %NULL for the system's clock
 * @data: passed to @now
 *
 * Any thread. A moment fixed by fettle_clock_set() goes first.
 */
void
fettle_clock_set_source (FettleClockSource now, gpointer data)
{
  g_mutex_lock (&clock_lock);
  clock_source = now;
  clock_source_data = data;
  g_mutex_unlock (&clock_lock);
}

/**
 * fettle_moment_from_rfc3339:
 * @text: (nullable): a date and time with its offset, "2026-03-01T09:30:00+08:00"
 * @moment: (out): where the moment goes
 *
 * Reads the date-time of RFC 3339, section 5.6, and nothing looser: seconds and an offset are required, a space
 * does not stand for the T. Fractions finer than a microsecond are cut. A leap second is the moment after it. The
 * very instant 1970-01-01T00:00:00Z is refused, since 0 means "none" and real files write it for an unknown date.
 *
 * Returns: %FALSE with %FETTLE_MODEL_ERROR_INVALID, or %FETTLE_MODEL_ERROR_MISSING for an empty text
 */
gboolean
fettle_moment_from_rfc3339 (const char *text, gint64 *moment, GError **error)
{
  Fields fields = { 0 };
  gint64 value = 0;

  g_return_val_if_fail (moment != NULL, FALSE);
  if (text == NULL || *text == '\0')
    {
      g_set_error_literal (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_MISSING, _ ("The time is missing."));
      return FALSE;
    }
  if (g_utf8_validate (text, -1, NULL) && read_fields (text, &fields) && fields_exist (&fields))
    value = days_from_civil (fields.year, fields.month, fields.day) * FETTLE_DAY
            + ((fields.hour * 60 + fields.minute - fields.offset_minutes) * 60 + fields.second) * FETTLE_SECOND
            + fields.micros;
  if (value == 0)
    {
      g_autofree char *shown = g_utf8_make_valid (text, -1);

      g_set_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID,
                   _ ("“%s” is not a time with its offset, such as 2026-03-01T09:30:00+08:00."), shown);
      return FALSE;
    }
  *moment = value;
  return TRUE;
}

/* RFC 3339 knows no seconds in an offset, which local mean times have; they are cut and the fields follow. */
static int
offset_in_minutes (GTimeZone *zone, gint64 moment)
{
  const gint64 seconds = moment / FETTLE_SECOND - (moment % FETTLE_SECOND < 0 ? 1 : 0);

  if (zone == NULL)
    return 0;
  return g_time_zone_get_offset (zone, g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, seconds)) / 60;
}

/**
 * fettle_moment_to_rfc3339:
 * @moment: a moment
 * @zone: (nullable): the zone whose wall clock is written; %NULL for UTC, written "Z"
 *
 * Writes whole seconds, milliseconds or microseconds, whatever brings the same moment back.
 *
 * Returns: (transfer full) (nullable): the text; %NULL for 0 and for a year outside 0 to 9999, which RFC 3339
 *   cannot write
 */
char *
fettle_moment_to_rfc3339 (gint64 moment, GTimeZone *zone)
{
  const int offset = offset_in_minutes (zone, moment);
  GString *text = NULL;
  gint64 days = 0;
  gint64 rest = 0;
  gint64 year = 0;
  int month = 0;
  int day = 0;

  if (moment == 0 || ABS (moment / FETTLE_DAY) > 4000000)
    return NULL;
  moment += offset * FETTLE_MINUTE;
  days = moment / FETTLE_DAY - (moment % FETTLE_DAY < 0 ? 1 : 0);
  rest = moment - days * FETTLE_DAY;
  civil_from_days (days, &year, &month, &day);
  if (year < 0 || year > 9999)
    return NULL;

  text = g_string_new (NULL);
  g_string_printf (text, "%04d-%02d-%02dT%02d:%02d:%02d", (int) year, month, day, (int) (rest / FETTLE_HOUR),
                   (int) (rest / FETTLE_MINUTE % 60), (int) (rest / FETTLE_SECOND % 60));
  if (rest % FETTLE_SECOND % 1000 != 0)
    g_string_append_printf (text, ".%06d", (int) (rest % FETTLE_SECOND));
  else if (rest % FETTLE_SECOND != 0)
    g_string_append_printf (text, ".%03d", (int) (rest % FETTLE_SECOND / 1000));
  if (zone == NULL)
    g_string_append_c (text, 'Z');
  else
    g_string_append_printf (text, "%c%02d:%02d", offset < 0 ? '-' : '+', ABS (offset) / 60, ABS (offset) % 60);
  return g_string_free (text, FALSE);
}
