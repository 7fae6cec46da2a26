/* fettle-week-text.c: the opening hours of a week in one line.
 *
 * "mon-fri 09:00-18:00; sat 10:00-16:00 reception": parts between semicolons, each with its days, its hours and, where
 * those are no working days, the word "reception". What is not named is closed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-week-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "fettle-error.h"

#define WEEKDAYS 7

static const char *const names[WEEKDAYS] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };

/* "mon", "Monday" */
static int
read_weekday (const char *text)
{
  static const char *const whole[WEEKDAYS]
      = { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday" };

  for (int i = 0; i < WEEKDAYS; i++)
    if (strlen (text) >= 3 && g_ascii_strncasecmp (whole[i], text, strlen (text)) == 0)
      return i + 1;
  return 0;
}

/* "mon-fri,sun": a set of weekdays, which may go round the end of the week. */
static gboolean
read_weekdays (const char *text, gboolean *days)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto (GStrv) ends = g_strsplit (parts[i], "-", -1);
      const int first = ends[0] != NULL ? read_weekday (ends[0]) : 0;
      const int last = first != 0 && ends[1] != NULL ? read_weekday (ends[1]) : first;

      if (first == 0 || last == 0 || g_strv_length (ends) > 2)
        return FALSE;
      for (int day = first;; day = day % WEEKDAYS + 1)
        {
          days[day] = TRUE;
          if (day == last)
            break;
        }
    }
  return TRUE;
}

/* Takes the last word off where it is this one. */
static gboolean
take_last_word (char *text, const char *word)
{
  char *last = NULL;

  g_strchomp (text);
  last = strrchr (text, ' ');
  if (last == NULL || g_ascii_strcasecmp (last + 1, word) != 0)
    return FALSE;
  *last = '\0';
  return TRUE;
}

static gboolean
fail (GError **error, const char *part)
{
  g_set_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID,
               _ ("“%s” is not understood; write the week as “mon-fri 09:00-18:00; sat 10:00-16:00 reception”."), part);
  return FALSE;
}

static gboolean
read_part (const char *whole, GArray *week, gboolean *taken, GError **error)
{
  g_autofree char *part = g_strstrip (g_strdup (whole));
  const gboolean reception = take_last_word (part, "reception");
  char *space = strchr (part, ' ');
  gboolean days[WEEKDAYS + 1] = { FALSE };
  g_autoptr (GArray) spans = NULL;

  if (space != NULL)
    *space = '\0';
  if (space == NULL || !read_weekdays (part, days))
    return fail (error, whole);
  if (g_ascii_strcasecmp (g_strstrip (space + 1), "closed") == 0)
    *(space + 1) = '\0';
  spans = fettle_hours_text_parse (space + 1, NULL);
  if (spans == NULL)
    return fail (error, whole);
  for (int day = 1; day <= WEEKDAYS; day++)
    {
      if (days[day] && taken[day])
        return fail (error, whole);
      taken[day] |= days[day];
      for (guint i = 0; days[day] && i < spans->len; i++)
        {
          const FettleWeekSpan span = { day, g_array_index (spans, FettleHoursSpan, i), reception };

          g_array_append_val (week, span);
        }
    }
  return TRUE;
}

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const FettleWeekSpan *one = a;
  const FettleWeekSpan *other = b;

  return one->weekday != other->weekday ? one->weekday - other->weekday : one->span.opens - other->span.opens;
}

/**
 * fettle_week_text_parse:
 * @text: such as "mon-fri 09:00-18:00; sat 10:00-16:00 reception"
 *
 * Returns: (transfer full) (nullable) (element-type FettleWeekSpan): from Monday on, the earliest first; or %NULL with
 *   %FETTLE_MODEL_ERROR_INVALID, also where a day is named twice
 */
GArray *
fettle_week_text_parse (const char *text, GError **error)
{
  g_autoptr (GArray) week = g_array_new (FALSE, FALSE, sizeof (FettleWeekSpan));
  g_auto (GStrv) parts = g_strsplit (text, ";", -1);
  gboolean taken[WEEKDAYS + 1] = { FALSE };

  for (guint i = 0; parts[i] != NULL; i++)
    if (*g_strstrip (parts[i]) != '\0' && !read_part (parts[i], week, taken, error))
      return NULL;
  g_array_sort (week, compare_spans);
  return g_steal_pointer (&week);
}

/* What is open on one day, as it is written behind its name; empty where it is closed. */
static char *
write_day (GArray *week, int weekday)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (FettleHoursSpan));
  g_autofree char *hours = NULL;
  gboolean reception = TRUE;

  for (guint i = 0; i < week->len; i++)
    {
      const FettleWeekSpan *span = &g_array_index (week, FettleWeekSpan, i);

      if (span->weekday != weekday)
        continue;
      g_array_append_val (spans, span->span);
      reception &= span->reception;
    }
  hours = fettle_hours_text_write (spans);
  return g_strconcat (hours, spans->len > 0 && reception ? " reception" : "", NULL);
}

/**
 * fettle_week_text_write:
 * @week: (element-type FettleWeekSpan): sorted
 *
 * Returns: (transfer full): what fettle_week_text_parse() reads back, days of the same hours taken together; empty for
 *   a week in which the shop is never open
 */
char *
fettle_week_text_write (GArray *week)
{
  GString *text = g_string_new (NULL);

  for (int day = 1; day <= WEEKDAYS;)
    {
      g_autofree char *hours = write_day (week, day);
      int last = day;

      while (last < WEEKDAYS)
        {
          g_autofree char *next = write_day (week, last + 1);

          if (!g_str_equal (hours, next))
            break;
          last++;
        }
      if (*hours != '\0')
        g_string_append_printf (text, "%s%s%s%s %s", text->len > 0 ? "; " : "", names[day - 1], last > day ? "-" : "",
                                last > day ? names[last - 1] : "", hours);
      day = last + 1;
    }
  return g_string_free (text, FALSE);
}
