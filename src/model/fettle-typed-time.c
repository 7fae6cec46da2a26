/* fettle-typed-time.c: a day and a time as people type them.
 *
 * "tomorrow", "fri 14:30", "+3", "5 March", "3月5日 下午2点", "2026-03-05 18:00": at a counter nobody wants to learn a
 * form. The text is cut into words and numbers, a time is taken out of them, and what is left must be one day.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-typed-time.h"

#include <langinfo.h>
#include <stdlib.h>
#include <string.h>
#include <glib/gi18n-lib.h>

#include "fettle-clock.h"
#include "fettle-error.h"
#include "fettle-plain-text.h"

#define MOST_TOKENS 12

/* A run of digits, a run of letters, or one sign. */
typedef struct
{
  char *word;
  int number;
  int n_digits;
} Token;

typedef struct
{
  Token tokens[MOST_TOKENS];
  guint n;
  GDateTime *now;
  int year, month, day;
  int minutes;
} Reading;

static void
clear_reading (Reading *self)
{
  for (guint i = 0; i < self->n; i++)
    g_free (self->tokens[i].word);
  g_clear_pointer (&self->now, g_date_time_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, clear_reading)

static gboolean
is_word (Reading *self, guint i, const char *word)
{
  return i < self->n && self->tokens[i].n_digits == 0 && g_strcmp0 (self->tokens[i].word, word) == 0;
}

static gboolean
is_number (Reading *self, guint i)
{
  return i < self->n && self->tokens[i].n_digits > 0;
}

static void
drop (Reading *self, guint at, guint count)
{
  for (guint i = at; i < at + count; i++)
    g_free (self->tokens[i].word);
  memmove (&self->tokens[at], &self->tokens[at + count], (self->n - at - count) * sizeof (Token));
  self->n -= count;
}

/* Chinese has no spaces: its numbers stand alone because they are digits, its words are cut by these. */
static gboolean
is_alone (gunichar c)
{
  return g_unichar_get_script (c) == G_UNICODE_SCRIPT_HAN;
}

static gboolean
cut (Reading *self, const char *text)
{
  g_autofree char *plain = fettle_plain_text (text);
  g_autofree char *folded = plain != NULL ? g_utf8_casefold (plain, -1) : NULL;
  const char *at = folded;

  while (at != NULL && *at != '\0')
    {
      const char *begin = at;
      gunichar c = g_utf8_get_char (at);
      Token token = { 0 };

      at = g_utf8_next_char (at);
      if (g_unichar_isspace (c) || c == ',' || c == 0x3001)
        continue;
      if (g_ascii_isdigit (*begin))
        while (g_ascii_isdigit (*at))
          at++;
      else if (g_unichar_isalpha (c) && !is_alone (c))
        while (g_unichar_isalpha (g_utf8_get_char (at)) && !is_alone (g_utf8_get_char (at)))
          at = g_utf8_next_char (at);
      token.word = g_strndup (begin, at - begin);
      if (g_ascii_isdigit (*begin))
        {
          token.n_digits = at - begin;
          token.number = token.n_digits <= 4 ? atoi (token.word) : -1;
        }
      if (self->n == MOST_TOKENS)
        {
          g_free (token.word);
          return FALSE;
        }
      self->tokens[self->n++] = token;
    }
  return self->n > 0;
}

static gboolean
set_time (Reading *self, int hours, int minutes)
{
  if (hours < 0 || hours > 24 || minutes < 0 || minutes > 59 || (hours == 24 && minutes != 0))
    return FALSE;
  self->minutes = hours * 60 + minutes;
  return TRUE;
}

/* The half of the day said behind the time in Latin letters: 0 none, 1 am, 2 pm; *count says how many tokens it is. */
static int
half_behind (Reading *self, guint i, guint *count)
{
  *count = 0;
  if (is_word (self, i, "am") || is_word (self, i, "pm"))
    {
      *count = 1;
      return is_word (self, i, "am") ? 1 : 2;
    }
  if ((is_word (self, i, "a") || is_word (self, i, "p")) && is_word (self, i + 1, ".") && is_word (self, i + 2, "m"))
    {
      *count = is_word (self, i + 3, ".") ? 4 : 3;
      return is_word (self, i, "a") ? 1 : 2;
    }
  return 0;
}

/* 上午 and 下午 stand before the time, as two tokens of one sign. */
static int
half_before (Reading *self, guint i)
{
  if (i < 2 || !is_word (self, i - 1, "午"))
    return 0;
  return is_word (self, i - 2, "上") ? 1 : is_word (self, i - 2, "下") ? 2 : 0;
}

static gboolean
is_hour_sign (Reading *self, guint i)
{
  return is_word (self, i, "点") || is_word (self, i, "點") || is_word (self, i, "时") || is_word (self, i, "時")
         || is_word (self, i, "h") || is_word (self, i, "uhr");
}

/* Takes the time out of the tokens. Returns FALSE where there is one that cannot be. */
static gboolean
take_time (Reading *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      guint count = 0, behind = 0, begin = i;
      int hours, minutes = 0, half;

      if (!is_number (self, i))
        continue;
      hours = self->tokens[i].number;
      if (is_word (self, i + 1, ":") && is_number (self, i + 2))
        {
          minutes = self->tokens[i + 2].number;
          count = is_word (self, i + 3, ":") && is_number (self, i + 4) ? 5 : 3;
        }
      else if (is_hour_sign (self, i + 1))
        {
          count = 2;
          if (is_number (self, i + 2) && self->tokens[i + 2].n_digits == 2)
            {
              minutes = self->tokens[i + 2].number;
              count = is_word (self, i + 3, "分") ? 4 : 3;
            }
          else if (is_word (self, i + 2, "半"))
            {
              minutes = 30;
              count = 3;
            }
        }
      half = half_behind (self, i + (count > 0 ? count : 1), &behind);
      if (count == 0 && behind == 0)
        continue;
      count = (count > 0 ? count : 1) + behind;
      if (half == 0 && (half = half_before (self, i)) != 0)
        {
          begin = i - 2;
          count += 2;
        }
      if (half != 0 && (hours < 1 || hours > 12))
        return FALSE;
      if (half == 2 && hours < 12)
        hours += 12;
      else if (half == 1 && hours == 12)
        hours = 0;
      if (begin > 0 && is_word (self, begin - 1, "at"))
        {
          begin--;
          count++;
        }
      if (!set_time (self, hours, minutes))
        return FALSE;
      drop (self, begin, count);
      return TRUE;
    }
  return TRUE;
}

static void
set_days_from_now (Reading *self, int days)
{
  g_autoptr (GDateTime) then = g_date_time_add_days (self->now, days);

  g_date_time_get_ymd (then, &self->year, &self->month, &self->day);
}

/* Everything that is left, without blanks, is this text. */
static gboolean
all_is (Reading *self, const char *text)
{
  g_autoptr (GString) joined = g_string_new (NULL);
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_auto (GStrv) parts = g_strsplit (folded, " ", -1);
  g_autofree char *wanted = g_strjoinv ("", parts);

  for (guint i = 0; i < self->n; i++)
    g_string_append (joined, self->tokens[i].word);
  return g_str_equal (joined->str, wanted);
}

static gboolean
take_named_day (Reading *self)
{
  static const struct
  {
    const char *word;
    int days;
  } days[] = {
    { N_ ("today"), 0 },     { N_ ("tomorrow"), 1 }, { N_ ("the day after tomorrow"), 2 },
    { N_ ("in a week"), 7 }, { "今天", 0 },          { "今日", 0 },
    { "明天", 1 },           { "明日", 1 },          { "后天", 2 },
    { "後天", 2 },           { "一周后", 7 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    if (all_is (self, days[i].word) || all_is (self, _ (days[i].word)))
      {
        set_days_from_now (self, days[i].days);
        return TRUE;
      }
  return FALSE;
}

/* "+3", "3 days", "in 3 days", "3d", "3天", "3天后", "2 weeks" */
static gboolean
take_days_ahead (Reading *self)
{
  guint i = is_word (self, 0, "+") || is_word (self, 0, "in") ? 1 : 0;
  int factor = 1;

  if (!is_number (self, i) || self->tokens[i].number < 0 || self->tokens[i].number > 999)
    return FALSE;
  if (self->n == i + 1)
    factor = is_word (self, 0, "+") ? 1 : 0;
  else if (is_word (self, i + 1, "w") || is_word (self, i + 1, "week") || is_word (self, i + 1, "weeks")
           || is_word (self, i + 1, "周"))
    factor = 7;
  else if (!is_word (self, i + 1, "d") && !is_word (self, i + 1, "day") && !is_word (self, i + 1, "days")
           && !is_word (self, i + 1, "天"))
    return FALSE;
  if (factor == 0 || self->n > i + 3 || (self->n == i + 3 && !is_word (self, i + 2, "后")))
    return FALSE;
  set_days_from_now (self, self->tokens[i].number * factor);
  return TRUE;
}

static gboolean
names_day (Reading *self, int weekday, const char *format)
{
  /* 2024-01-01 was a Monday. */
  g_autoptr (GDateTime) day = g_date_time_new_utc (2024, 1, weekday, 0, 0, 0);
  g_autofree char *name = g_date_time_format (day, format);

  return all_is (self, name);
}

static gboolean
take_weekday (Reading *self)
{
  static const char *const english[] = { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday" };
  static const char *const chinese[] = { "一", "二", "三", "四", "五", "六", "日" };

  for (int weekday = 1; weekday <= 7; weekday++)
    {
      g_autofree char *zhou = g_strconcat ("周", chinese[weekday - 1], NULL);
      g_autofree char *xingqi = g_strconcat ("星期", chinese[weekday - 1], NULL);
      g_autofree char *brief = g_strndup (english[weekday - 1], 3);

      if (all_is (self, english[weekday - 1]) || all_is (self, brief) || all_is (self, zhou) || all_is (self, xingqi)
          || names_day (self, weekday, "%A") || names_day (self, weekday, "%a"))
        {
          set_days_from_now (self, (weekday - g_date_time_get_day_of_week (self->now) + 6) % 7 + 1);
          return TRUE;
        }
    }
  return FALSE;
}

static int
month_of (const char *word)
{
  static const char *const english[] = { "january", "february", "march",     "april",   "may",      "june",
                                         "july",    "august",   "september", "october", "november", "december" };

  for (int month = 1; month <= 12; month++)
    {
      g_autoptr (GDateTime) day = g_date_time_new_utc (2024, month, 1, 0, 0, 0);
      static const char *const formats[] = { "%B", "%b", "%OB", "%Ob" };

      if (strlen (word) >= 3 && g_str_has_prefix (english[month - 1], word))
        return month;
      for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
        {
          g_autofree char *name = g_date_time_format (day, formats[i]);
          g_autofree char *folded = name != NULL ? g_utf8_casefold (name, -1) : NULL;

          if (g_strcmp0 (folded, word) == 0)
            return month;
        }
    }
  return 0;
}

static gboolean
set_date (Reading *self, int year, int month, int day)
{
  int this_year, this_month, this_day;

  if (month < 1 || month > 12 || day < 1 || day > 31)
    return FALSE;
  g_date_time_get_ymd (self->now, &this_year, &this_month, &this_day);
  if (year == 0)
    /* Nobody promises the past: a day without a year is the next one of that name. */
    year = this_year + (month < this_month || (month == this_month && day < this_day) ? 1 : 0);
  else if (year > 0 && year < 100)
    year += 2000;
  if (year < 1900 || !g_date_valid_dmy (day, month, year))
    return FALSE;
  self->year = year;
  self->month = month;
  self->day = day;
  return TRUE;
}

/* Whether the person's locale writes the month before the day. */
static gboolean
month_comes_first (void)
{
  const char *format = nl_langinfo (D_FMT);
  const char *month = strpbrk (format, "mbBD");
  const char *day = strpbrk (format, "de");

  return month != NULL && (day == NULL || month < day);
}

static gboolean
take_date_of_numbers (Reading *self)
{
  int numbers[3], n = 0;
  gboolean dots = FALSE, chinese = FALSE;

  for (guint i = 0; i < self->n; i++)
    {
      const char *word = self->tokens[i].word;

      if (is_number (self, i))
        {
          if (n == 3)
            return FALSE;
          numbers[n++] = self->tokens[i].number;
        }
      else if (strstr (". / - 年 月 日 号", word) == NULL || i == 0)
        return FALSE;
      dots = dots || *word == '.';
      chinese = chinese || g_str_equal (word, "月");
    }
  if (n < 2)
    return FALSE;
  if (n == 3 && self->tokens[0].n_digits == 4)
    return set_date (self, numbers[0], numbers[1], numbers[2]);
  if (n == 3 && numbers[2] == 0)
    return FALSE;
  if (chinese || (!dots && month_comes_first ()))
    return set_date (self, n == 3 ? numbers[2] : 0, numbers[0], numbers[1]);
  return set_date (self, n == 3 ? numbers[2] : 0, numbers[1], numbers[0]);
}

/* "5 March", "March 5 2026", "5. März" */
static gboolean
take_date_with_month (Reading *self)
{
  int month = 0, day = 0, year = 0;

  for (guint i = 0; i < self->n; i++)
    {
      const char *word = self->tokens[i].word;

      if (is_number (self, i) && self->tokens[i].n_digits == 4 && year == 0)
        year = self->tokens[i].number;
      else if (is_number (self, i) && day == 0)
        day = self->tokens[i].number;
      else if (!is_number (self, i) && month == 0 && month_of (word) > 0)
        month = month_of (word);
      else if (strstr (". / - th st nd rd of", word) == NULL || is_number (self, i))
        return FALSE;
    }
  return month > 0 && day > 0 && set_date (self, year, month, day);
}

static gboolean
take_day (Reading *self)
{
  if (self->n == 0)
    {
      set_days_from_now (self, 0);
      return self->minutes >= 0;
    }
  return take_named_day (self) || take_weekday (self) || take_days_ahead (self) || take_date_of_numbers (self)
         || take_date_with_month (self);
}

/**
 * fettle_typed_time_parse:
 * @text: as typed: a day, a time, or both, in English, Chinese, the person's locale or ISO 8601
 * @now: moment that "today" and "tomorrow" are counted from
 * @zone: (nullable): the shop's; %NULL is UTC
 * @moment: (out): the moment; the first of the day where no time was typed
 * @has_time: (out): whether a time was typed; where not, the caller chooses one, such as the closing time
 *
 * Reads a day and a time as people type them. A day without a year is the next one, a weekday is never today. A time
 * that the zone's clock skips is the one after the gap.
 *
 * Returns: %FALSE with %FETTLE_MODEL_ERROR_INVALID and a sentence where the text is neither
 */
gboolean
fettle_typed_time_parse (const char *text,
                         gint64 now,
                         GTimeZone *zone,
                         gint64 *moment,
                         gboolean *has_time,
                         GError **error)
{
  g_auto (Reading) reading = { .minutes = -1 };
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) instant = g_date_time_new_from_unix_utc (now / FETTLE_SECOND);
  g_autoptr (GDateTime) begin = NULL;

  g_return_val_if_fail (text != NULL && moment != NULL && has_time != NULL, FALSE);
  reading.now = g_date_time_to_timezone (instant, zone != NULL ? zone : utc);
  if (g_utf8_validate (text, -1, NULL) && cut (&reading, text) && take_time (&reading) && take_day (&reading))
    {
      int minutes = MAX (reading.minutes, 0);
      int day_more = minutes / (24 * 60);

      begin = g_date_time_new (zone != NULL ? zone : utc, reading.year, reading.month, reading.day,
                               day_more > 0 ? 23 : minutes / 60, day_more > 0 ? 59 : minutes % 60, 0);
      if (begin != NULL)
        {
          *moment = (g_date_time_to_unix (begin) + (day_more > 0 ? 60 : 0)) * FETTLE_SECOND;
          *has_time = reading.minutes >= 0;
          return TRUE;
        }
    }
  g_set_error_literal (
      error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID,
      _ ("This is not read as a day or a time. Write it as “tomorrow”, “Friday 16:00” or “2026-03-31”."));
  return FALSE;
}

/**
 * fettle_typed_time_format:
 * @moment: moment
 * @zone: (nullable): the shop's; %NULL is UTC
 *
 * Returns: (transfer full): the moment as fettle_typed_time_parse() reads it back, whatever the locale
 */
char *
fettle_typed_time_format (gint64 moment, GTimeZone *zone)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) instant = g_date_time_new_from_unix_utc (moment / FETTLE_SECOND);
  g_autoptr (GDateTime) there = instant != NULL ? g_date_time_to_timezone (instant, zone != NULL ? zone : utc) : NULL;

  return there != NULL ? g_date_time_format (there, "%Y-%m-%d %H:%M") : g_strdup ("");
}
