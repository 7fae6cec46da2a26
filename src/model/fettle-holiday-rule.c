/* fettle-holiday-rule.c: on which day of a year a holiday falls.
 *
 * "10-03", "2017-10-31" (that year alone), "easter-2", "third monday of january", "last monday of may", "wednesday
 * before 11-23". Days are those of fettle-zone.h. Owned by nobody; any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-holiday-rule.h"

#include <stdio.h>
#include <string.h>

#include "fettle-zone.h"

#define WEEK 7

static int
find_word (const char *const *words, const char *word)
{
  for (int i = 0; words[i] != NULL; i++)
    if (g_str_equal (words[i], word))
      return i + 1;
  return 0;
}

static int
find_weekday (const char *word)
{
  static const char *const words[]
      = { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", NULL };

  return find_word (words, word);
}

static int
find_month (const char *word)
{
  static const char *const words[] = { "january", "february",  "march",   "april",    "may",      "june", "july",
                                       "august",  "september", "october", "november", "december", NULL };

  return find_word (words, word);
}

static int
find_count (const char *word)
{
  static const char *const words[] = { "first", "second", "third", "fourth", NULL };

  return g_str_equal (word, "last") ? -1 : find_word (words, word);
}

static gint64
make_day (int year, int month, int day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return fettle_day_from_date (&date);
}

/* "MM-DD", in a leap year if need be. */
static gboolean
read_month_day (const char *text, int *month, int *day)
{
  int length = 0;

  return strlen (text) == 5 && sscanf (text, "%2d-%2d%n", month, day, &length) == 2 && length == 5
         && g_date_valid_dmy ((GDateDay) *day, (GDateMonth) *month, 2000);
}

static gboolean
read_once (FettleHolidayRule *self, const char *text)
{
  gint64 day = 0;

  self->kind = FETTLE_HOLIDAY_ONCE;
  return fettle_day_parse (text, &day) && sscanf (text, "%4d-%2d-%2d", &self->year, &self->month, &self->day) == 3;
}

static gboolean
read_easter (FettleHolidayRule *self, const char *text)
{
  int length = 0;

  self->kind = FETTLE_HOLIDAY_EASTER;
  self->offset = 0;
  if (*text == '\0')
    return TRUE;
  return (*text == '+' || *text == '-') && g_ascii_isdigit (text[1])
         && sscanf (text, "%d%n", &self->offset, &length) == 1 && text[length] == '\0' && ABS (self->offset) < 200;
}

static gboolean
read_words (FettleHolidayRule *self, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  if (g_strv_length (words) == 4 && g_str_equal (words[2], "of"))
    {
      self->kind = FETTLE_HOLIDAY_NTH;
      self->offset = find_count (words[0]);
      self->weekday = find_weekday (words[1]);
      self->month = find_month (words[3]);
      return self->offset != 0 && self->weekday != 0 && self->month != 0;
    }
  self->kind = FETTLE_HOLIDAY_BEFORE;
  self->weekday = words[0] != NULL ? find_weekday (words[0]) : 0;
  return g_strv_length (words) == 3 && self->weekday != 0 && g_str_equal (words[1], "before")
         && read_month_day (words[2], &self->month, &self->day);
}

/**
 * fettle_holiday_rule_parse:
 * @self: (out caller-allocates):
 * @text: as above
 *
 * Returns: %FALSE where @text is no rule
 */
gboolean
fettle_holiday_rule_parse (FettleHolidayRule *self, const char *text)
{
  memset (self, 0, sizeof *self);
  self->kind = FETTLE_HOLIDAY_FIXED;
  if (read_month_day (text, &self->month, &self->day))
    return TRUE;
  if (g_str_has_prefix (text, "easter"))
    return read_easter (self, text + strlen ("easter"));
  return read_once (self, text) || read_words (self, text);
}

static gint64
find_nth (const FettleHolidayRule *self, int year)
{
  const int length = g_date_get_days_in_month ((GDateMonth) self->month, (GDateYear) year);
  const gint64 first = make_day (year, self->month, 1);
  const gint64 last = first + length - 1;

  if (self->offset < 0)
    return last - (fettle_day_weekday (last) - self->weekday + WEEK) % WEEK;
  return first + (self->weekday - fettle_day_weekday (first) + WEEK) % WEEK + (self->offset - 1) * WEEK;
}

/**
 * fettle_holiday_rule_apply:
 * @year: 1583 to 9998
 * @day: (out): days since 1970-01-01
 *
 * Returns: whether it is in that year at all
 */
gboolean
fettle_holiday_rule_apply (const FettleHolidayRule *self, int year, gint64 *day)
{
  switch (self->kind)
    {
    case FETTLE_HOLIDAY_EASTER:
      *day = fettle_holiday_easter (year) + self->offset;
      return TRUE;
    case FETTLE_HOLIDAY_NTH:
      *day = find_nth (self, year);
      return TRUE;
    case FETTLE_HOLIDAY_ONCE:
      if (self->year != year)
        return FALSE;
      break;
    case FETTLE_HOLIDAY_BEFORE:
    case FETTLE_HOLIDAY_FIXED:
    default:
      break;
    }
  /* The 29th of February is not in every year. */
  if (!g_date_valid_dmy ((GDateDay) self->day, (GDateMonth) self->month, (GDateYear) year))
    return FALSE;
  *day = make_day (year, self->month, self->day);
  if (self->kind == FETTLE_HOLIDAY_BEFORE)
    *day -= (fettle_day_weekday (*day) - self->weekday + WEEK - 1) % WEEK + 1;
  return TRUE;
}

/**
 * fettle_holiday_easter:
 * @year: of the Gregorian calendar
 *
 * Source: the anonymous Gregorian computus (Nature, 20 April 1876), as given by Jean Meeus, Astronomical Algorithms,
 * chapter 8.
 *
 * Returns: Easter Sunday of the western churches, in days since 1970-01-01
 */
gint64
fettle_holiday_easter (int year)
{
  const int golden = year % 19;
  const int century = year / 100;
  const int rest = year % 100;
  const int correction = (century + 8) / 25;
  const int moon = (19 * golden + century - century / 4 - (century - correction + 1) / 3 + 15) % 30;
  const int sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7;
  const int late = (golden + 11 * moon + 22 * sunday) / 451;
  const int sum = moon + sunday - 7 * late + 114;

  return make_day (year, sum / 31, sum % 31 + 1);
}
