/* fettle-backup-daily.c: a backup a day by itself, and which of them are kept.
 *
 * The day is the service point's own. A backup of the day is made once, by whichever desk asks first; then those that
 * nobody will want are removed: the last of each of seven days, four weeks and twelve months stay.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-backup-daily.h"
#include "fettle-backup-private.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

/* What a lost current left half-made, in seconds. */
#define LEFTOVER_AGE (24 * 60 * 60)

typedef guint (*Period) (const GDate *date);

static guint
day_of (const GDate *date)
{
  return g_date_get_julian (date);
}

/* Weeks begin on Monday (ISO 8601); the Monday's own day tells them apart over the new year. */
static guint
week_of (const GDate *date)
{
  return g_date_get_julian (date) - (guint) g_date_get_weekday (date);
}

static guint
month_of (const GDate *date)
{
  return g_date_get_year (date) * 12u + (guint) g_date_get_month (date);
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  guint32 first = *(const guint32 *) a;
  guint32 second = *(const guint32 *) b;

  return (first > second) - (first < second);
}

/* Marks the last day of each of the last @n periods that have any. */
static void
choose_last (GArray *sorted, Period period, guint n, GHashTable *chosen)
{
  guint current = 0;

  for (guint i = sorted->len; i > 0 && n > 0; i--)
    {
      guint32 day = g_array_index (sorted, guint32, i - 1);
      GDate date;

      g_date_clear (&date, 1);
      g_date_set_julian (&date, day);
      if (i < sorted->len && period (&date) == current)
        continue;
      current = period (&date);
      g_hash_table_add (chosen, GUINT_TO_POINTER (day));
      n--;
    }
}

/**
 * fettle_backup_choose:
 * @days: (element-type guint32): the days of which there is a backup, as g_date_get_julian() counts them, in any order
 *
 * Which backups to keep: the last of each of the last 7 days, 4 weeks and 12 months that have one. A backup that was
 * dropped once would not be wanted later, so it does no harm to ask every day.
 *
 * Returns: (transfer full) (element-type guint32): the days to keep, in order
 */
GArray *
fettle_backup_choose (GArray *days)
{
  g_autoptr (GArray) sorted = g_array_copy (days);
  g_autoptr (GHashTable) chosen = g_hash_table_new (NULL, NULL);
  GArray *kept = g_array_new (FALSE, FALSE, sizeof (guint32));

  g_array_sort (sorted, compare_days);
  choose_last (sorted, day_of, FETTLE_BACKUP_DAYS, chosen);
  choose_last (sorted, week_of, FETTLE_BACKUP_WEEKS, chosen);
  choose_last (sorted, month_of, FETTLE_BACKUP_MONTHS, chosen);
  for (guint i = 0; i < sorted->len; i++)
    {
      guint32 day = g_array_index (sorted, guint32, i);

      if (g_hash_table_remove (chosen, GUINT_TO_POINTER (day)))
        g_array_append_val (kept, day);
    }
  return kept;
}

/* The day in "shop-2026-11-22.db" for the prefix "shop-", or 0 for any other name. */
static guint32
day_in_name (const char *name, const char *prefix)
{
  int year, month, day, end = 0;
  g_autofree char *again = NULL;
  GDate date;

  if (!g_str_has_prefix (name, prefix))
    return 0;
  if (sscanf (name + strlen (prefix), "%4d-%2d-%2d.db%n", &year, &month, &day, &end) != 3 || end == 0)
    return 0;
  again = g_strdup_printf ("%s%04d-%02d-%02d.db", prefix, year, month, day);
  if (!g_str_equal (name, again) || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return 0;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return g_date_get_julian (&date);
}

static char *
name_of_day (const char *prefix, guint32 day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  return g_strdup_printf ("%s%04d-%02d-%02d.db", prefix, g_date_get_year (&date), g_date_get_month (&date),
                          g_date_get_day (&date));
}

/* A copy that was never finished: nobody works on one for a day. */
static void
remove_leftover (const char *folder, const char *name, const char *prefix, gint64 now)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  GStatBuf status;

  if (g_str_has_prefix (name, prefix) && g_str_has_suffix (name, ".part") && g_stat (path, &status) == 0
      && now - status.st_mtime > LEFTOVER_AGE)
    g_unlink (path);
}

static gboolean
prune (const char *folder, const char *prefix, gint64 now, GError **error)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, error);
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) kept = NULL;
  const char *name;

  if (dir == NULL)
    return FALSE;
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      guint32 day = day_in_name (name, prefix);

      if (day != 0)
        g_array_append_val (days, day);
      else
        remove_leftover (folder, name, prefix, now);
    }
  kept = fettle_backup_choose (days);
  for (guint i = 0; i < days->len; i++)
    {
      guint32 day = g_array_index (days, guint32, i);
      g_autofree char *file = name_of_day (prefix, day);
      g_autofree char *path = g_build_filename (folder, file, NULL);

      if (!g_array_binary_search (kept, &day, compare_days, NULL))
        g_unlink (path);
    }
  return TRUE;
}

/**
 * fettle_backup_daily:
 * @path: the shop's file
 * @folder: where the backups lie; made if it is missing
 * @now: the moment, from the program's clock
 * @zone: the service point's zone, which says what day it is
 *
 * Makes today's backup NAME-YYYY-MM-DD.db if there is none yet, and removes those that are not to be kept.
 *
 * Returns: (transfer full) (nullable): the file of today's backup, or %NULL if it could not be made
 */
char *
fettle_backup_daily (const char *path,
                     const char *folder,
                     GDateTime *now,
                     GTimeZone *zone,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (GDateTime) here = g_date_time_to_timezone (now, zone);
  g_autofree char *day = g_date_time_format (here, "%Y-%m-%d");
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *stem = fettle_backup_stem (base);
  g_autofree char *prefix = g_strconcat (stem, "-", NULL);
  g_autofree char *name = g_strconcat (prefix, day, ".db", NULL);
  g_autofree char *to = g_build_filename (folder, name, NULL);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      fettle_backup_set_system_error (folder, errno, error);
      return NULL;
    }
  if (g_file_test (to, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&to);
  if (!fettle_backup_save (path, to, NULL, NULL, cancellable, error))
    return NULL;
  return prune (folder, prefix, g_date_time_to_unix (now), error) ? g_steal_pointer (&to) : NULL;
}
