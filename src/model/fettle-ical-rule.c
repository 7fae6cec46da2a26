/* fettle-ical-rule.c: the days on which an event of an iCalendar file comes again.
 *
 * The rule (RFC 5545, 3.3.10) is followed by libical; it is read here once before, since libical passes over what it
 * does not understand.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-ical-private.h"

#include <glib/gi18n-lib.h>
#include <libical/ical.h>
#include <string.h>

#include "fettle-error.h"
#include "fettle-zone.h"

/* More days than thirty years have come from a rule that was not meant so. */
#define MOST_DAYS 11000

static gboolean
is_number (const char *text, int least, int most, gboolean negative)
{
  const char *digits = negative && (*text == '-' || *text == '+') ? text + 1 : text;
  const gsize length = strlen (digits);
  const gint64 value = g_ascii_strtoll (digits, NULL, 10);

  return length > 0 && length <= 6 && strspn (digits, "0123456789") == length && value >= least && value <= most;
}

/* "MO", "-1MO", "4TH" */
static gboolean
is_weekday (const char *text)
{
  static const char *const names[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU", NULL };
  const gsize length = strlen (text);
  g_autofree char *number = length > 2 ? g_strndup (text, length - 2) : NULL;

  return length >= 2 && g_strv_contains (names, text + length - 2)
         && (number == NULL || is_number (number, 1, 53, TRUE));
}

static gboolean
is_list (const char *text, const char *key)
{
  g_auto (GStrv) items = g_strsplit (text, ",", -1);
  const int most = g_str_equal (key, "BYMONTH")      ? 12
                   : g_str_equal (key, "BYMONTHDAY") ? 31
                   : g_str_equal (key, "BYWEEKNO")   ? 53
                                                     : 366;

  for (guint i = 0; items[i] != NULL; i++)
    if (g_str_equal (key, "BYDAY") ? !is_weekday (items[i])
                                   : !is_number (items[i], 1, most, !g_str_equal (key, "BYMONTH")))
      return FALSE;
  return items[0] != NULL;
}

static gboolean
is_until (const char *text)
{
  const gsize length = strlen (text);
  g_autofree char *dashed = length >= 8 ? g_strdup_printf ("%.4s-%.2s-%.2s", text, text + 4, text + 6) : NULL;
  gint64 day = 0;

  return dashed != NULL && strspn (text, "0123456789") == 8 && fettle_day_parse (dashed, &day)
         && (length == 8 || (text[8] == 'T' && strspn (text + 9, "0123456789") == 6));
}

/* Only what makes days of days. */
static gboolean
is_part (const char *key, const char *value)
{
  static const char *const frequencies[] = { "YEARLY", "MONTHLY", "WEEKLY", "DAILY", NULL };
  static const char *const lists[] = { "BYMONTH", "BYMONTHDAY", "BYDAY", "BYYEARDAY", "BYWEEKNO", "BYSETPOS", NULL };

  if (g_str_equal (key, "FREQ"))
    return g_strv_contains (frequencies, value);
  if (g_str_equal (key, "COUNT") || g_str_equal (key, "INTERVAL"))
    return is_number (value, 1, 9999, FALSE);
  if (g_str_equal (key, "UNTIL"))
    return is_until (value);
  if (g_str_equal (key, "WKST"))
    return strlen (value) == 2 && is_weekday (value);
  return g_strv_contains (lists, key) && is_list (value, key);
}

static gboolean
check_rule (const char *rule)
{
  g_auto (GStrv) parts = g_strsplit (rule, ";", -1);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *equals = strchr (parts[i], '=');

      if (equals == NULL)
        return FALSE;
      *equals = '\0';
      if (!g_hash_table_add (seen, parts[i]) || !is_part (parts[i], equals + 1))
        return FALSE;
    }
  return g_hash_table_contains (seen, "FREQ")
         && !(g_hash_table_contains (seen, "COUNT") && g_hash_table_contains (seen, "UNTIL"));
}

static struct icaltimetype
to_ical (gint64 day)
{
  g_autofree char *text = fettle_day_to_string (day);
  struct icaltimetype time = icaltime_null_time ();

  sscanf (text, "%4d-%2d-%2d", &time.year, &time.month, &time.day);
  time.is_date = 1;
  return time;
}

static gint64
from_ical (struct icaltimetype time)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) time.day, (GDateMonth) time.month, (GDateYear) time.year);
  return fettle_day_from_date (&date);
}

static gboolean
has_day (const GArray *days, gint64 day)
{
  for (guint i = 0; i < days->len; i++)
    if (g_array_index (days, gint64, i) == day)
      return TRUE;
  return FALSE;
}

static void
add_day (const FettleIcalEvent *event, GArray *days, gint64 day)
{
  if (!has_day (event->left_out, day) && !has_day (days, day))
    g_array_append_val (days, day);
}

static gboolean
follow_rule (const FettleIcalEvent *event, GArray *days, gint64 last_day)
{
  struct icalrecurrencetype rule;
  icalrecur_iterator *iterator = NULL;

  icalerror_set_errors_are_fatal (0);
  rule = icalrecurrencetype_from_string (event->rule);
  if (rule.freq == ICAL_NO_RECURRENCE)
    return FALSE;
  iterator = icalrecur_iterator_new (rule, to_ical (event->first));
  if (iterator == NULL)
    return FALSE;
  for (struct icaltimetype next = icalrecur_iterator_next (iterator);
       !icaltime_is_null_time (next) && days->len < MOST_DAYS; next = icalrecur_iterator_next (iterator))
    {
      const gint64 day = from_ical (next);

      if (day > last_day)
        break;
      if (day >= event->first)
        add_day (event, days, day);
    }
  icalrecur_iterator_free (iterator);
  return days->len < MOST_DAYS;
}

/**
 * fettle_ical_expand:
 * @last_day: a rule without an end is followed up to here
 * @line: (out): where a wrong rule stands
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the days on which it begins, its exceptions left out
 */
GArray *
fettle_ical_expand (const FettleIcalEvent *event, gint64 last_day, int *line, GError **error)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (gint64));

  add_day (event, days, event->first);
  for (guint i = 0; i < event->added->len; i++)
    add_day (event, days, g_array_index (event->added, gint64, i));
  if (event->rule == NULL || (check_rule (event->rule) && follow_rule (event, days, last_day)))
    return g_steal_pointer (&days);
  *line = event->rule_line;
  g_set_error_literal (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID,
                       _ ("This rule (RRULE) is not one for days, such as FREQ=YEARLY;COUNT=5."));
  return NULL;
}
