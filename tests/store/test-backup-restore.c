/* test-backup-restore.c: a backup takes the shop's place in one step, or nothing happens.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-backup.h"
#include "fettle-connection.h"
#include "fettle-migration.h"
#include "fettle-statement.h"
#include "shop-file.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#define COUNT "SELECT count(*) FROM thing"

/* A shop with one thing in its backup and two in itself. */
static char *
make_shop_and_backup (ShopFile *file)
{
  g_autoptr (FettleConnection) connection = shop_file_create (file);
  char *backup = shop_file_beside (file, "backup.db");

  g_assert_true (shop_file_add_thing (connection, "kettle", NULL));
  g_assert_true (fettle_backup_save (file->path, backup, NULL, NULL, NULL, NULL));
  g_assert_true (shop_file_add_thing (connection, "toaster", NULL));
  return backup;
}

static void
test_restore (ShopFile *file, gconstpointer data)
{
  g_autofree char *backup = make_shop_and_backup (file);
  g_autofree char *expected = shop_file_beside (file, "shop.replaced-1.db");
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;

  fettle_backup_restore (backup, file->path, &kept, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (shop_file_number_in (file->path, COUNT), ==, 1);
  g_assert_cmpstr (kept, ==, expected);
  g_assert_cmpint (shop_file_number_in (kept, COUNT), ==, 2);
  g_assert_cmpint (shop_file_number_in (backup, COUNT), ==, 1);
  g_assert_cmpint (shop_file_count_names (file, ".part"), ==, 0);

  /* Again: the next name. And back: what was kept is a shop that can be restored. */
  g_clear_pointer (&kept, g_free);
  g_assert_true (fettle_backup_restore (expected, file->path, &kept, NULL, NULL));
  g_assert_true (g_str_has_suffix (kept, "shop.replaced-2.db"));
  g_assert_cmpint (shop_file_number_in (file->path, COUNT), ==, 2);
  g_assert_true (fettle_backup_restore (backup, file->path, NULL, NULL, NULL));
  g_assert_cmpint (shop_file_count_names (file, "replaced"), ==, 3);
}

static void
test_to_nothing (ShopFile *file, gconstpointer data)
{
  g_autofree char *backup = make_shop_and_backup (file);
  g_autofree char *fresh = shop_file_beside (file, "fresh.db");
  g_autofree char *kept = NULL;

  g_assert_true (fettle_backup_restore (backup, fresh, &kept, NULL, NULL));
  g_assert_null (kept);
  g_assert_cmpint (shop_file_number_in (fresh, COUNT), ==, 1);
  g_assert_cmpint (shop_file_count_names (file, "replaced"), ==, 0);
}

/* What stood only in the log of the replaced file goes with it, and not into the new one. */
static int
leave_a_log (gpointer data)
{
  ShopFile *file = data;
  g_autoptr (FettleConnection) connection = fettle_connection_open (file->path, FETTLE_OPEN_EXISTING, NULL);

  shop_file_add_thing (connection, "lamp", NULL);
  raise (SIGKILL);
  return 0;
}

static void
test_log_of_killed_program (ShopFile *file, gconstpointer data)
{
  g_autofree char *backup = make_shop_and_backup (file);
  g_autofree char *log = g_strconcat (file->path, "-wal", NULL);
  g_autofree char *kept = NULL;

  g_assert_cmpint (shop_file_wait (shop_file_fork (leave_a_log, file)), ==, -1);
  g_assert_true (g_file_test (log, G_FILE_TEST_EXISTS));
  g_assert_true (fettle_backup_restore (backup, file->path, &kept, NULL, NULL));
  g_assert_cmpint (shop_file_number_in (file->path, COUNT), ==, 1);
  g_assert_cmpint (shop_file_number_in (kept, COUNT), ==, 3);
}

static void
expect_not_restored (const char *from, const char *to, FettleStoreError expected)
{
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (fettle_backup_restore (from, to, &kept, NULL, &error));
  g_test_message ("%s", error->message);
  shop_file_expect (error, expected);
  g_assert_null (kept);
}

static void
test_bad_backup (ShopFile *file, gconstpointer data)
{
  g_autofree char *backup = make_shop_and_backup (file);
  g_autofree char *missing = shop_file_beside (file, "missing.db");
  g_autofree char *newer_sql = g_strdup_printf ("PRAGMA user_version = %d", fettle_migration_newest () + 1);
  g_autoptr (FettleConnection) connection = fettle_connection_open (backup, FETTLE_OPEN_EXISTING, NULL);

  expect_not_restored (missing, file->path, FETTLE_STORE_ERROR_NOT_FOUND);
  expect_not_restored (file->folder, file->path, FETTLE_STORE_ERROR_NOT_A_SHOP);
  g_assert_true (fettle_connection_execute (connection, newer_sql, NULL));
  g_clear_pointer (&connection, fettle_connection_unref);
  expect_not_restored (backup, file->path, FETTLE_STORE_ERROR_NEWER);
  shop_file_overwrite (backup, 4096, 0x55, 4096);
  shop_file_overwrite (backup, 60, 0, 4);
  expect_not_restored (backup, file->path, FETTLE_STORE_ERROR_CORRUPT);
  shop_file_overwrite (backup, 0, 'x', 100);
  expect_not_restored (backup, file->path, FETTLE_STORE_ERROR_NOT_A_SHOP);

  g_assert_cmpint (shop_file_number_in (file->path, COUNT), ==, 2);
  g_assert_cmpint (shop_file_count_names (file, "replaced"), ==, 0);
  g_assert_cmpint (shop_file_count_names (file, ".part"), ==, 0);
}

static int
keep_open (gpointer data)
{
  ShopFile *file = data;
  g_autofree char *sign = shop_file_beside (file, "open");
  g_autoptr (FettleConnection) connection = fettle_connection_open (file->path, FETTLE_OPEN_EXISTING, NULL);

  shop_file_write (sign, "", 0);
  while (g_file_test (sign, G_FILE_TEST_EXISTS))
    g_usleep (1000);
  return connection != NULL ? 0 : 1;
}

/* A desk that only has the shop open, without doing anything at the moment, stops a restore. */
static void
test_open_elsewhere (ShopFile *file, gconstpointer data)
{
  g_autofree char *backup = make_shop_and_backup (file);
  g_autofree char *sign = shop_file_beside (file, "open");
  pid_t child = shop_file_fork (keep_open, file);

  while (!g_file_test (sign, G_FILE_TEST_EXISTS))
    g_usleep (1000);
  expect_not_restored (backup, file->path, FETTLE_STORE_ERROR_BUSY);
  g_assert_cmpint (shop_file_number_in (file->path, COUNT), ==, 2);
  g_assert_cmpint (shop_file_count_names (file, "replaced"), ==, 0);

  g_unlink (sign);
  g_assert_cmpint (shop_file_wait (child), ==, 0);
  g_assert_true (fettle_backup_restore (backup, file->path, NULL, NULL, NULL));
  g_assert_cmpint (shop_file_number_in (file->path, COUNT), ==, 1);
}

/* The reason to restore: the shop's file is damaged, at its start or within, and a log may lie beside it. */
static void
test_over_damage (ShopFile *file, gconstpointer data)
{
  for (int variant = 0; variant < 3; variant++)
    {
      g_autofree char *path = g_strdup_printf ("%s/shop-%d.db", file->folder, variant);
      ShopFile one = { file->folder, path };
      g_autofree char *backup = make_shop_and_backup (&one);
      g_autofree char *log = g_strconcat (path, "-wal", NULL);
      g_autofree char *kept = NULL;
      g_autoptr (GError) error = NULL;

      if (variant == 0)
        shop_file_overwrite (path, 0, 0xee, 200);
      else if (variant == 1)
        shop_file_overwrite (path, 4096, 0xee, 4096);
      else
        g_assert_cmpint (truncate (path, 5000), ==, 0);
      shop_file_write (log, "the rest of a log", 17);

      fettle_backup_restore (backup, path, &kept, NULL, &error);
      g_assert_no_error (error);
      g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
      g_assert_cmpint (shop_file_number_in (path, COUNT), ==, 1);
      g_assert_true (g_file_test (kept, G_FILE_TEST_EXISTS));
    }
}

/* The log of a damaged file, which may hold the last hour's work, is kept with it. */
static void
test_damage_keeps_log (ShopFile *file, gconstpointer data)
{
  g_autofree char *backup = make_shop_and_backup (file);
  g_autofree char *log_aside = NULL;
  g_autofree char *kept = NULL;

  g_assert_cmpint (shop_file_wait (shop_file_fork (leave_a_log, file)), ==, -1);
  shop_file_overwrite (file->path, 0, 0xee, 200);
  g_assert_true (fettle_backup_restore (backup, file->path, &kept, NULL, NULL));
  log_aside = g_strconcat (kept, "-wal", NULL);
  g_assert_true (g_file_test (log_aside, G_FILE_TEST_EXISTS));
  g_assert_cmpint (shop_file_number_in (file->path, COUNT), ==, 1);
}

static int
hold_damaged_open (gpointer data)
{
  ShopFile *file = data;
  g_autofree char *sign = shop_file_beside (file, "open");
  g_autoptr (FettleConnection) connection = fettle_connection_open (file->path, FETTLE_OPEN_EXISTING, NULL);

  /* Damaged while a desk works with it. */
  shop_file_write (sign, "", 0);
  while (g_file_test (sign, G_FILE_TEST_EXISTS))
    g_usleep (1000);
  return connection != NULL ? 0 : 1;
}

static void
test_damaged_and_open (ShopFile *file, gconstpointer data)
{
  g_autofree char *backup = make_shop_and_backup (file);
  g_autofree char *sign = shop_file_beside (file, "open");
  pid_t child = shop_file_fork (hold_damaged_open, file);

  while (!g_file_test (sign, G_FILE_TEST_EXISTS))
    g_usleep (1000);
  shop_file_overwrite (file->path, 0, 0xee, 200);
  expect_not_restored (backup, file->path, FETTLE_STORE_ERROR_BUSY);
  g_unlink (sign);
  shop_file_wait (child);
  g_assert_true (fettle_backup_restore (backup, file->path, NULL, NULL, NULL));
}

/* Another program's database, or a folder, is never replaced. */
static void
test_not_over_others (ShopFile *file, gconstpointer data)
{
  g_autofree char *backup = make_shop_and_backup (file);
  g_autofree char *other_path = shop_file_beside (file, "other.db");
  ShopFile other = { file->folder, other_path };
  g_autoptr (FettleConnection) connection = shop_file_create (&other);

  g_assert_true (fettle_connection_execute (connection, "PRAGMA application_id = 7", NULL));
  g_clear_pointer (&connection, fettle_connection_unref);
  expect_not_restored (backup, other_path, FETTLE_STORE_ERROR_NOT_A_SHOP);
  expect_not_restored (backup, file->folder, FETTLE_STORE_ERROR_NOT_A_SHOP);
  g_assert_cmpint (shop_file_count_names (file, "replaced"), ==, 0);
}

typedef struct
{
  GMainLoop *loop;
  gboolean is_done;
  char *kept;
  GError *error;
} Async;

static void
on_restored (GObject *source, GAsyncResult *result, gpointer data)
{
  Async *async = data;

  async->is_done = fettle_backup_restore_finish (result, &async->kept, &async->error);
  g_main_loop_quit (async->loop);
}

static void
test_async (ShopFile *file, gconstpointer data)
{
  g_autofree char *backup = make_shop_and_backup (file);
  g_autofree char *fresh = shop_file_beside (file, "fresh.db");
  g_autofree char *missing = shop_file_beside (file, "missing.db");
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Async async = { .loop = loop };

  fettle_backup_restore_async (backup, file->path, NULL, on_restored, &async);
  g_main_loop_run (loop);
  g_assert_true (async.is_done);
  g_assert_true (g_str_has_suffix (async.kept, "shop.replaced-1.db"));
  g_clear_pointer (&async.kept, g_free);

  fettle_backup_restore_async (backup, fresh, NULL, on_restored, &async);
  g_main_loop_run (loop);
  g_assert_true (async.is_done);
  g_assert_null (async.kept);

  fettle_backup_restore_async (missing, file->path, NULL, on_restored, &async);
  g_main_loop_run (loop);
  g_assert_false (async.is_done);
  shop_file_expect (async.error, FETTLE_STORE_ERROR_NOT_FOUND);
}

static int
restore_over_and_over (gpointer data)
{
  ShopFile *file = data;
  g_autofree char *backup = shop_file_beside (file, "backup.db");
  g_autoptr (GError) error = NULL;

  while (fettle_backup_restore (backup, file->path, NULL, NULL, &error))
    ;
  g_printerr ("%s\n", error->message);
  return 1;
}

/* Killed at any moment, there is a whole file: the one of before or the backup. */
static void
test_killed (ShopFile *file, gconstpointer data)
{
  g_autofree char *backup G_GNUC_UNUSED = make_shop_and_backup (file);

  for (int i = 0; i < 60; i++)
    {
      pid_t child = shop_file_fork (restore_over_and_over, file);
      g_autoptr (GError) error = NULL;
      gint64 count;

      g_usleep ((gulong) g_test_rand_int_range (0, 20000));
      kill (child, SIGKILL);
      g_assert_cmpint (shop_file_wait (child), ==, -1);
      fettle_backup_verify (file->path, NULL, &error);
      g_assert_no_error (error);
      count = shop_file_number_in (file->path, COUNT);
      g_assert_true (count == 1 || count == 2);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  shop_file_add ("/restore/restore", test_restore);
  shop_file_add ("/restore/to-nothing", test_to_nothing);
  shop_file_add ("/restore/log-of-killed-program", test_log_of_killed_program);
  shop_file_add ("/restore/bad-backup", test_bad_backup);
  shop_file_add ("/restore/open-elsewhere", test_open_elsewhere);
  shop_file_add ("/restore/over-damage", test_over_damage);
  shop_file_add ("/restore/damage-keeps-log", test_damage_keeps_log);
  shop_file_add ("/restore/damaged-and-open", test_damaged_and_open);
  shop_file_add ("/restore/not-over-others", test_not_over_others);
  shop_file_add ("/restore/async", test_async);
  shop_file_add ("/restore/killed", test_killed);
  return g_test_run ();
}
