/* test-backup-daily.c: one backup a day by the shop's own clock, and which of them stay.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-backup-daily.h"
#include "shop-file.h"

#include <glib/gstdio.h>
#include <string.h>
#include <utime.h>

static guint32
day_of_text (const char *text)
{
  int year, month, day;
  GDate date;

  g_assert_cmpint (sscanf (text, "%d-%d-%d", &year, &month, &day), ==, 3);
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return g_date_get_julian (&date);
}

static char *
text_of_days (GArray *days)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < days->len; i++)
    {
      GDate date;

      g_date_clear (&date, 1);
      g_date_set_julian (&date, g_array_index (days, guint32, i));
      g_string_append_printf (text, "%s%04d-%02d-%02d", i > 0 ? " " : "", g_date_get_year (&date),
                              g_date_get_month (&date), g_date_get_day (&date));
    }
  return g_string_free (text, FALSE);
}

static GArray *
days_of_text (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", 0);
  GArray *days = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (char **word = words; *word != NULL && **word != '\0'; word++)
    {
      guint32 day = day_of_text (*word);

      g_array_append_val (days, day);
    }
  return days;
}

/* 2026-11-02 is a Monday. */
static const struct
{
  const char *what;
  const char *days;
  const char *kept;
} cases[] = {
  { "none", "", "" },
  { "one", "2026-11-02", "2026-11-02" },
  { "a week stays whole", "2026-11-02 2026-11-03 2026-11-04 2026-11-05 2026-11-06 2026-11-07 2026-11-08",
    "2026-11-02 2026-11-03 2026-11-04 2026-11-05 2026-11-06 2026-11-07 2026-11-08" },
  { "the eighth day drops the first of its week",
    "2026-11-02 2026-11-03 2026-11-04 2026-11-05 2026-11-06 2026-11-07 2026-11-08 2026-11-09",
    "2026-11-03 2026-11-04 2026-11-05 2026-11-06 2026-11-07 2026-11-08 2026-11-09" },
  { "of an earlier week its last day stays",
    "2026-10-26 2026-10-27 2026-11-02 2026-11-03 2026-11-04 2026-11-05 2026-11-06 2026-11-07 2026-11-08",
    "2026-10-27 2026-11-02 2026-11-03 2026-11-04 2026-11-05 2026-11-06 2026-11-07 2026-11-08" },
  { "of an earlier month its last day stays, and its weeks",
    "2026-09-28 2026-09-29 2026-10-01 2026-10-05 2026-10-12 2026-10-19 2026-10-26 2026-11-02 2026-11-03 2026-11-04 "
    "2026-11-05 2026-11-06 2026-11-07 2026-11-08",
    "2026-09-29 2026-10-12 2026-10-19 2026-10-26 2026-11-02 2026-11-03 2026-11-04 2026-11-05 2026-11-06 2026-11-07 "
    "2026-11-08" },
  { "seven that were far apart", "2020-01-01 2021-01-01 2022-01-01 2023-01-01 2024-01-01 2025-01-01 2026-01-01",
    "2020-01-01 2021-01-01 2022-01-01 2023-01-01 2024-01-01 2025-01-01 2026-01-01" },
  { "a week over the new year is one week",
    "2025-12-29 2025-12-30 2025-12-31 2026-01-01 2026-01-02 2026-01-03 2026-01-04 2026-01-05 2026-01-06 2026-01-07 "
    "2026-01-08 2026-01-09 2026-01-10 2026-01-11",
    "2025-12-31 2026-01-04 2026-01-05 2026-01-06 2026-01-07 2026-01-08 2026-01-09 2026-01-10 2026-01-11" },
  { "the order does not matter",
    "2026-11-09 2026-11-02 2026-11-08 2026-11-03 2026-11-07 2026-11-04 2026-11-06 2026-11-05",
    "2026-11-03 2026-11-04 2026-11-05 2026-11-06 2026-11-07 2026-11-08 2026-11-09" },
};

static void
test_choose (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) days = days_of_text (cases[i].days);
      g_autoptr (GArray) kept = fettle_backup_choose (days);
      g_autofree char *text = text_of_days (kept);

      g_test_message ("%s", cases[i].what);
      g_assert_cmpstr (text, ==, cases[i].kept);
    }
}

/* What is chosen each day from what was left of the day before equals what is chosen from all days at once. */
static void
test_choose_every_day (void)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 start = day_of_text ("2024-01-01");

  for (guint32 day = start; day < start + 1200; day++)
    {
      g_autoptr (GArray) of_all = NULL;
      GArray *of_left;

      /* The shop is closed on some days. */
      if (g_test_rand_int_range (0, 4) == 0)
        continue;
      g_array_append_val (all, day);
      g_array_append_val (left, day);
      of_all = fettle_backup_choose (all);
      of_left = fettle_backup_choose (left);
      g_array_unref (left);
      left = of_left;
      g_assert_cmpmem (of_all->data, of_all->len * sizeof (guint32), left->data, left->len * sizeof (guint32));
      g_assert_cmpuint (left->len, <=, FETTLE_BACKUP_DAYS + FETTLE_BACKUP_WEEKS + FETTLE_BACKUP_MONTHS);
      g_assert_cmpuint (g_array_index (left, guint32, left->len - 1), ==, day);
    }
  /* The seven days lie in two months at most, whose last days are among them. */
  g_assert_cmpuint (left->len, >=, FETTLE_BACKUP_DAYS + FETTLE_BACKUP_MONTHS - 2);
}

static char *
run_at (ShopFile *file, const char *moment, const char *zone_name)
{
  g_autofree char *folder = shop_file_beside (file, "backups");
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 (moment, NULL);
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zone_name);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = fettle_backup_daily (file->path, folder, now, zone, NULL, &error);

  g_assert_no_error (error);
  return g_path_get_basename (path);
}

/* The day is the shop's, not that of Greenwich. */
static void
test_day (ShopFile *file, gconstpointer data)
{
  static const struct
  {
    const char *moment;
    const char *zone;
    const char *name;
  } days[] = {
    { "2026-11-22T12:00:00Z", "UTC", "shop-2026-11-22.db" },
    { "2026-11-22T15:59:59Z", "Asia/Shanghai", "shop-2026-11-22.db" },
    { "2026-11-22T16:00:00Z", "Asia/Shanghai", "shop-2026-11-23.db" },
    { "2026-11-22T04:30:00Z", "America/New_York", "shop-2026-11-21.db" },
    { "2026-01-01T07:30:00+09:00", "Europe/London", "shop-2025-12-31.db" },
  };
  g_autoptr (FettleConnection) connection G_GNUC_UNUSED = shop_file_create (file);

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *name = run_at (file, days[i].moment, days[i].zone);

      g_assert_cmpstr (name, ==, days[i].name);
    }
}

/* The second time on a day does nothing, and does not replace the morning's backup. */
static void
test_once_a_day (ShopFile *file, gconstpointer data)
{
  g_autoptr (FettleConnection) connection = shop_file_create (file);
  g_autofree char *first = run_at (file, "2026-11-22T08:00:00Z", "UTC");
  g_autofree char *path = g_build_filename (file->folder, "backups", first, NULL);
  g_autofree char *second = NULL;

  g_assert_true (shop_file_add_thing (connection, "kettle", NULL));
  second = run_at (file, "2026-11-22T18:00:00Z", "UTC");
  g_assert_cmpstr (first, ==, second);
  g_assert_cmpint (shop_file_number_in (path, "SELECT count(*) FROM thing"), ==, 0);
}

static int
count_files (const char *folder)
{
  ShopFile there = { (char *) folder, NULL };

  return shop_file_count_names (&there, "");
}

static void
put (const char *folder, const char *name, gint64 age)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  gint64 moment = 1795305600 - age;
  struct utimbuf times = { moment, moment };

  shop_file_write (path, "x", 1);
  g_assert_cmpint (utime (path, &times), ==, 0);
}

static gboolean
is_there (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* Only files with exactly a backup's name are ever removed, and leftovers of this shop when nobody works on them. */
static void
test_prune (ShopFile *file, gconstpointer data)
{
  static const char *const strangers[] = {
    "shop-2026-01-01.db.txt", "shop-2026-13-01.db",  "shop-2026-1-1.db",
    "other-2026-01-01.db",    "shop-holiday.db",     "shop.db",
    "shop-2026-02-30.db",     "xshop-2026-01-01.db", "other-2026-01-01.db.00000000.part",
  };
  g_autoptr (FettleConnection) connection G_GNUC_UNUSED = shop_file_create (file);
  g_autofree char *folder = shop_file_beside (file, "backups");
  g_autofree char *name = NULL;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (strangers); i++)
    put (folder, strangers[i], 1000000);
  put (folder, "shop-2026-11-20.db.0123abcd.part", 2 * 24 * 60 * 60);
  put (folder, "shop-2026-11-22.db.0123abcd.part", 60 * 60);
  for (int day = 1; day <= 21; day++)
    {
      g_autofree char *old = g_strdup_printf ("shop-2026-11-%02d.db", day);

      put (folder, old, 0);
    }

  name = run_at (file, "2026-11-22T00:00:00Z", "UTC");
  for (gsize i = 0; i < G_N_ELEMENTS (strangers); i++)
    g_assert_true (is_there (folder, strangers[i]));
  g_assert_false (is_there (folder, "shop-2026-11-20.db.0123abcd.part"));
  g_assert_true (is_there (folder, "shop-2026-11-22.db.0123abcd.part"));
  /* Seven days to the 22nd, a Sunday, and the Sundays of three weeks before. */
  g_assert_true (is_there (folder, "shop-2026-11-16.db"));
  g_assert_false (is_there (folder, "shop-2026-11-14.db"));
  g_assert_true (is_there (folder, "shop-2026-11-15.db"));
  g_assert_true (is_there (folder, "shop-2026-11-08.db"));
  g_assert_true (is_there (folder, "shop-2026-11-01.db"));
  g_assert_cmpint (count_files (folder), ==, G_N_ELEMENTS (strangers) + 1 + 7 + 3);
}

static void
test_refused (ShopFile *file, gconstpointer data)
{
  g_autoptr (FettleConnection) connection G_GNUC_UNUSED = shop_file_create (file);
  g_autofree char *obstacle = shop_file_beside (file, "obstacle");
  g_autofree char *folder = g_build_filename (obstacle, "backups", NULL);
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 22, 0, 0, 0);
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (GError) error = NULL;

  shop_file_write (obstacle, "x", 1);
  g_assert_null (fettle_backup_daily (file->path, folder, now, zone, NULL, &error));
  g_assert_nonnull (error);
  g_assert_true (error->domain == FETTLE_STORE_ERROR);
}

/* When today's backup cannot be made, none of the old ones is removed. */
static void
test_failure_removes_nothing (ShopFile *file, gconstpointer data)
{
  g_autofree char *folder = shop_file_beside (file, "backups");
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 22, 0, 0, 0);
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  for (int day = 1; day <= 21; day++)
    {
      g_autofree char *old = g_strdup_printf ("shop-2026-11-%02d.db", day);

      put (folder, old, 0);
    }
  g_assert_null (fettle_backup_daily (file->path, folder, now, zone, NULL, &error));
  shop_file_expect (error, FETTLE_STORE_ERROR_NOT_FOUND);
  g_assert_cmpint (count_files (folder), ==, 21);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/backup-daily/choose", test_choose);
  g_test_add_func ("/backup-daily/choose-every-day", test_choose_every_day);
  shop_file_add ("/backup-daily/day", test_day);
  shop_file_add ("/backup-daily/once-a-day", test_once_a_day);
  shop_file_add ("/backup-daily/prune", test_prune);
  shop_file_add ("/backup-daily/refused", test_refused);
  shop_file_add ("/backup-daily/failure-removes-nothing", test_failure_removes_nothing);
  return g_test_run ();
}
