/* test-backup.c: a backup is whole or is not there, while the shop goes on working.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-backup.h"
#include "fettle-connection.h"
#include "fettle-statement.h"
#include "fettle-transaction.h"
#include "shop-file.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define COUNT "SELECT count(*) FROM thing"

/* A file of some two megabytes, so that a copy takes several steps. */
static FettleConnection *
make_large (ShopFile *file)
{
  FettleConnection *connection = shop_file_create (file);

  g_assert_true (
      fettle_connection_execute (connection,
                                 "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) "
                                 "INSERT INTO thing (name) SELECT i || hex (zeroblob (500)) FROM n",
                                 NULL));
  return connection;
}

static void
test_save (ShopFile *file, gconstpointer data)
{
  g_autoptr (FettleConnection) connection G_GNUC_UNUSED = make_large (file);
  g_autofree char *to = shop_file_beside (file, "backup.db");
  g_autoptr (GError) error = NULL;

  fettle_backup_save (file->path, to, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (shop_file_number_in (to, COUNT), ==, 2000);
  g_assert_cmpint (shop_file_number_in (to, "PRAGMA application_id"), ==, FETTLE_APPLICATION_ID);
  g_assert_true (fettle_backup_verify (to, NULL, &error));

  /* The file alone is the backup: no log, no leftovers. */
  g_assert_cmpint (shop_file_count_names (file, "backup"), ==, 1);
  g_assert_cmpint (shop_file_count_names (file, ".part"), ==, 0);
}

/* What is only in the log yet is in the backup too. */
static void
test_log_is_included (ShopFile *file, gconstpointer data)
{
  g_autoptr (FettleConnection) connection = shop_file_create (file);
  g_autofree char *to = shop_file_beside (file, "backup.db");

  g_assert_true (fettle_connection_execute (connection, "PRAGMA wal_autocheckpoint = 0", NULL));
  for (int i = 0; i < 50; i++)
    {
      g_autofree char *name = g_strdup_printf ("%d", i);

      g_assert_true (shop_file_add_thing (connection, name, NULL));
    }
  g_assert_true (fettle_backup_save (file->path, to, NULL, NULL, NULL, NULL));
  g_assert_cmpint (shop_file_number_in (to, COUNT), ==, 50);
}

static void
test_permissions (ShopFile *file, gconstpointer data)
{
  g_autoptr (FettleConnection) connection G_GNUC_UNUSED = shop_file_create (file);
  g_autofree char *to = shop_file_beside (file, "backup.db");
  GStatBuf status;

  g_assert_cmpint (g_chmod (file->path, 0600), ==, 0);
  g_assert_true (fettle_backup_save (file->path, to, NULL, NULL, NULL, NULL));
  g_assert_cmpint (g_stat (to, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
}

static void
test_replaces_older (ShopFile *file, gconstpointer data)
{
  g_autoptr (FettleConnection) connection = shop_file_create (file);
  g_autofree char *to = shop_file_beside (file, "backup.db");

  g_assert_true (fettle_backup_save (file->path, to, NULL, NULL, NULL, NULL));
  g_assert_true (shop_file_add_thing (connection, "kettle", NULL));
  g_assert_true (fettle_backup_save (file->path, to, NULL, NULL, NULL, NULL));
  g_assert_cmpint (shop_file_number_in (to, COUNT), ==, 1);
}

static void
expect_not_saved (const char *path, const char *to, FettleStoreError expected)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (fettle_backup_save (path, to, NULL, NULL, NULL, &error));
  g_test_message ("%s", error->message);
  shop_file_expect (error, expected);
}

static void
test_refused (ShopFile *file, gconstpointer data)
{
  g_autofree char *to = shop_file_beside (file, "backup.db");
  g_autofree char *nowhere = shop_file_beside (file, "no/backup.db");
  g_autofree char *link_path = shop_file_beside (file, "link.db");
  g_autofree char *garbage = shop_file_beside (file, "garbage.db");
  g_autoptr (FettleConnection) connection = NULL;
  g_autoptr (FettleConnection) other = NULL;

  expect_not_saved (file->path, to, FETTLE_STORE_ERROR_NOT_FOUND);
  connection = shop_file_create (file);
  expect_not_saved (file->path, nowhere, FETTLE_STORE_ERROR_NOT_FOUND);
  expect_not_saved (file->path, file->folder, FETTLE_STORE_ERROR_ALREADY);
  expect_not_saved (file->path, file->path, FETTLE_STORE_ERROR_ALREADY);
  g_assert_cmpint (symlink (file->path, link_path), ==, 0);
  expect_not_saved (file->path, link_path, FETTLE_STORE_ERROR_ALREADY);
  shop_file_write (garbage, "garbage garbage garbage garbage", 31);
  expect_not_saved (garbage, to, FETTLE_STORE_ERROR_NOT_A_SHOP);

  /* A shop that is open is no place for a backup of another. */
  other = fettle_connection_open (to, FETTLE_OPEN_CREATE, NULL);
  expect_not_saved (file->path, to, FETTLE_STORE_ERROR_BUSY);
  g_assert_cmpint (shop_file_count_names (file, ".part"), ==, 0);
  g_assert_cmpint (shop_file_number (connection, COUNT), ==, 0);
}

/* A page of the shop is damaged: no backup is better than one that nobody can trust, and the old one stays. */
static void
test_damaged_source (ShopFile *file, gconstpointer data)
{
  g_autoptr (FettleConnection) connection = make_large (file);
  g_autofree char *to = shop_file_beside (file, "backup.db");
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&connection, fettle_connection_unref);
  g_assert_true (fettle_backup_save (file->path, to, NULL, NULL, NULL, NULL));
  shop_file_overwrite (file->path, 100 * 4096, 0xaa, 4096);
  expect_not_saved (file->path, to, FETTLE_STORE_ERROR_CORRUPT);
  g_assert_cmpint (shop_file_number_in (to, COUNT), ==, 2000);
  g_assert_false (fettle_backup_verify (file->path, NULL, &error));
  shop_file_expect (error, FETTLE_STORE_ERROR_CORRUPT);
}

/* Every page is looked at, wherever the damage is. */
static void
test_verify_finds_damage (ShopFile *file, gconstpointer data)
{
  g_autoptr (FettleConnection) connection = make_large (file);
  gsize n_pages;
  int n_found = 0;

  g_clear_pointer (&connection, fettle_connection_unref);
  n_pages = shop_file_size (file->path) / 4096;
  for (gsize page = 0; page < n_pages; page += 1 + n_pages / 25)
    {
      g_autofree char *to = shop_file_beside (file, "damaged.db");
      g_autofree char *contents = NULL;
      g_autoptr (GError) error = NULL;
      gsize size;

      g_assert_true (g_file_get_contents (file->path, &contents, &size, NULL));
      memset (contents + page * 4096 + (page == 0 ? 100 : 0), 0x55, 64);
      shop_file_write (to, contents, size);
      if (!fettle_backup_verify (to, NULL, &error))
        {
          g_assert_error (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_CORRUPT);
          n_found++;
        }
      else
        g_test_message ("page %" G_GSIZE_FORMAT " of %" G_GSIZE_FORMAT " holds text only", page, n_pages);
    }
  /* Some pages are the middle of a long text, which has no shape to check; most are not. */
  g_assert_cmpint (n_found, >, 20);
}

typedef struct
{
  int n_calls;
  int last_done;
  int total;
  int stop_at;
  GCancellable *cancellable;
  FettleConnection *writer;
} Progress;

static void
on_progress (int done, int total, gpointer data)
{
  Progress *progress = data;

  g_assert_cmpint (done, >=, progress->last_done);
  g_assert_cmpint (done, <=, total);
  progress->last_done = done;
  progress->total = total;
  progress->n_calls++;
  if (progress->stop_at > 0 && progress->n_calls == progress->stop_at)
    g_cancellable_cancel (progress->cancellable);
  if (progress->writer != NULL)
    {
      g_autofree char *name = g_strdup_printf ("written meanwhile %d", progress->n_calls);

      g_assert_true (shop_file_add_thing (progress->writer, name, NULL));
    }
}

static void
test_progress (ShopFile *file, gconstpointer data)
{
  g_autoptr (FettleConnection) connection G_GNUC_UNUSED = make_large (file);
  g_autofree char *to = shop_file_beside (file, "backup.db");
  Progress progress = { 0 };

  g_assert_true (fettle_backup_save (file->path, to, on_progress, &progress, NULL, NULL));
  g_assert_cmpint (progress.n_calls, >, 2);
  g_assert_cmpint (progress.last_done, ==, progress.total);
  g_assert_cmpint (progress.total, ==, shop_file_size (to) / 4096);
}

/* The shop is written to between the steps; the backup is one state of it and does not start again. */
static void
test_written_meanwhile (ShopFile *file, gconstpointer data)
{
  g_autoptr (FettleConnection) connection = make_large (file);
  g_autofree char *to = shop_file_beside (file, "backup.db");
  Progress progress = { .writer = connection };
  g_autoptr (GError) error = NULL;

  fettle_backup_save (file->path, to, on_progress, &progress, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (shop_file_number_in (to, COUNT), ==, 2000);
  g_assert_cmpint (shop_file_number (connection, COUNT), ==, 2000 + progress.n_calls);
}

static void
test_cancel (ShopFile *file, gconstpointer data)
{
  g_autoptr (FettleConnection) connection G_GNUC_UNUSED = make_large (file);
  g_autofree char *to = shop_file_beside (file, "backup.db");

  for (int stop_at = 1; stop_at <= 3; stop_at++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      Progress progress = { .stop_at = stop_at, .cancellable = cancellable };
      g_autoptr (GError) error = NULL;

      g_assert_false (fettle_backup_save (file->path, to, on_progress, &progress, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpint (shop_file_count_names (file, "backup"), ==, 0);
    }
}

typedef struct
{
  GMainLoop *loop;
  Progress progress;
  gboolean is_done;
  GError *error;
} Async;

static void
on_async_progress (int done, int total, gpointer data)
{
  Async *async = data;

  g_assert_false (async->is_done);
  g_assert_true (g_main_context_is_owner (NULL));
  on_progress (done, total, &async->progress);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  Async *async = data;

  async->is_done = fettle_backup_save_finish (result, &async->error);
  g_main_loop_quit (async->loop);
}

static void
test_async (ShopFile *file, gconstpointer data)
{
  g_autoptr (FettleConnection) connection G_GNUC_UNUSED = make_large (file);
  g_autofree char *to = shop_file_beside (file, "backup.db");
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Async async = { .loop = loop };

  fettle_backup_save_async (file->path, to, on_async_progress, &async, NULL, on_saved, &async);
  g_main_loop_run (loop);
  g_assert_no_error (async.error);
  g_assert_true (async.is_done);
  g_assert_cmpint (shop_file_number_in (to, COUNT), ==, 2000);

  async.is_done = FALSE;
  g_cancellable_cancel (cancellable);
  fettle_backup_save_async (file->path, to, NULL, NULL, cancellable, on_saved, &async);
  g_main_loop_run (loop);
  g_assert_error (async.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&async.error);
}

/* A backup is a shop itself, and one of its own. */
static void
test_is_a_shop (ShopFile *file, gconstpointer data)
{
  g_autoptr (FettleConnection) connection = shop_file_create (file);
  g_autoptr (FettleConnection) copy = NULL;
  g_autofree char *to = shop_file_beside (file, "backup.db");

  g_assert_true (fettle_backup_save (file->path, to, NULL, NULL, NULL, NULL));
  copy = fettle_connection_open (to, FETTLE_OPEN_EXISTING, NULL);
  g_assert_nonnull (copy);
  g_assert_true (shop_file_add_thing (copy, "kettle", NULL));
  g_assert_cmpint (shop_file_number (connection, COUNT), ==, 0);
}

static void
test_stem (void)
{
  static const char *const cases[][2] = {
    { "/a/shop.db", "/a/shop" },
    { "/a.db/shop", "/a.db/shop" },
    { "shop.db.db", "shop.db" },
    { "店.db", "店" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *stem = fettle_backup_stem (cases[i][0]);

      g_assert_cmpstr (stem, ==, cases[i][1]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  shop_file_add ("/backup/save", test_save);
  shop_file_add ("/backup/log-is-included", test_log_is_included);
  shop_file_add ("/backup/permissions", test_permissions);
  shop_file_add ("/backup/replaces-older", test_replaces_older);
  shop_file_add ("/backup/refused", test_refused);
  shop_file_add ("/backup/damaged-source", test_damaged_source);
  shop_file_add ("/backup/verify-finds-damage", test_verify_finds_damage);
  shop_file_add ("/backup/progress", test_progress);
  shop_file_add ("/backup/written-meanwhile", test_written_meanwhile);
  shop_file_add ("/backup/cancel", test_cancel);
  shop_file_add ("/backup/async", test_async);
  shop_file_add ("/backup/is-a-shop", test_is_a_shop);
  g_test_add_func ("/backup/stem", test_stem);
  return g_test_run ();
}
