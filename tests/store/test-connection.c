/* test-connection.c: what may be opened and how, what a connection says of itself, and how it is stopped.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-connection.h"
#include "fettle-migration.h"
#include "fettle-statement.h"
#include "fettle-transaction.h"
#include "shop-file.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <linux/fs.h>
#include <unistd.h>

static void
expect_refused (const char *path, FettleOpenMode mode, FettleStoreError expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleConnection) connection = fettle_connection_open (path, mode, &error);

  g_test_message ("%s in mode %d: %s", path, mode, error != NULL ? error->message : "opened");
  g_assert_null (connection);
  shop_file_expect (error, expected);
}

static void
expect_refused_in_all_modes (const char *path, FettleStoreError expected)
{
  expect_refused (path, FETTLE_OPEN_EXISTING, expected);
  expect_refused (path, FETTLE_OPEN_CREATE, expected);
  expect_refused (path, FETTLE_OPEN_READ_ONLY, expected);
}

static void
test_missing (ShopFile *file, gconstpointer data)
{
  g_autofree char *nowhere = shop_file_beside (file, "no/such/shop.db");

  expect_refused (file->path, FETTLE_OPEN_EXISTING, FETTLE_STORE_ERROR_NOT_FOUND);
  expect_refused (file->path, FETTLE_OPEN_READ_ONLY, FETTLE_STORE_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (file->path, G_FILE_TEST_EXISTS));
  expect_refused_in_all_modes (nowhere, FETTLE_STORE_ERROR_NOT_FOUND);
}

static void
test_not_a_shop (ShopFile *file, gconstpointer data)
{
  g_autofree char *text = g_strnfill (5000, 'x');
  g_autofree char *contents = NULL;
  gsize size;

  expect_refused_in_all_modes (file->folder, FETTLE_STORE_ERROR_NOT_A_SHOP);
  shop_file_write (file->path, text, 5000);
  expect_refused_in_all_modes (file->path, FETTLE_STORE_ERROR_NOT_A_SHOP);

  /* A stranger's file is as it was. */
  g_assert_true (g_file_get_contents (file->path, &contents, &size, NULL));
  g_assert_cmpmem (contents, size, text, 5000);
  g_assert_cmpint (shop_file_count_names (file, ""), ==, 1);
}

/* A database of another program, which must not be touched. */
static void
test_other_database (ShopFile *file, gconstpointer data)
{
  g_autoptr (FettleConnection) connection = shop_file_create (file);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize size_before, size_after;

  fettle_connection_execute (connection, "PRAGMA application_id = 0; PRAGMA journal_mode = DELETE", NULL);
  g_clear_pointer (&connection, fettle_connection_unref);
  g_assert_true (g_file_get_contents (file->path, &before, &size_before, NULL));
  expect_refused_in_all_modes (file->path, FETTLE_STORE_ERROR_NOT_A_SHOP);
  g_assert_true (g_file_get_contents (file->path, &after, &size_after, NULL));
  g_assert_cmpmem (before, size_before, after, size_after);
}

static void
test_empty (ShopFile *file, gconstpointer data)
{
  g_autoptr (FettleConnection) connection = NULL;
  g_autoptr (GError) error = NULL;

  shop_file_write (file->path, "", 0);
  expect_refused (file->path, FETTLE_OPEN_EXISTING, FETTLE_STORE_ERROR_NOT_A_SHOP);
  expect_refused (file->path, FETTLE_OPEN_READ_ONLY, FETTLE_STORE_ERROR_NOT_A_SHOP);
  connection = fettle_connection_open (file->path, FETTLE_OPEN_CREATE, &error);
  g_assert_no_error (error);
  g_assert_nonnull (connection);
}

static void
test_newer (ShopFile *file, gconstpointer data)
{
  g_autoptr (FettleConnection) connection = shop_file_create (file);
  g_autofree char *sql = g_strdup_printf ("PRAGMA user_version = %d", fettle_migration_newest () + 1);

  fettle_connection_execute (connection, sql, NULL);
  g_clear_pointer (&connection, fettle_connection_unref);
  expect_refused_in_all_modes (file->path, FETTLE_STORE_ERROR_NEWER);
}

static void
test_truncated (ShopFile *file, gconstpointer data)
{
  g_autoptr (FettleConnection) connection = shop_file_create (file);

  g_clear_pointer (&connection, fettle_connection_unref);
  g_assert_cmpint (truncate (file->path, (off_t) shop_file_size (file->path) - 4096), ==, 0);
  expect_refused_in_all_modes (file->path, FETTLE_STORE_ERROR_CORRUPT);
  g_assert_cmpint (truncate (file->path, 60), ==, 0);
  expect_refused_in_all_modes (file->path, FETTLE_STORE_ERROR_CORRUPT);
}

static void
test_settings (ShopFile *file, gconstpointer data)
{
  g_autoptr (FettleConnection) connection = shop_file_create (file);
  static const struct
  {
    const char *sql;
    gint64 expected;
  } settings[] = {
    { "PRAGMA application_id", FETTLE_APPLICATION_ID },
    { "PRAGMA foreign_keys", 1 },
    { "PRAGMA synchronous", 2 },
    { "PRAGMA temp_store", 2 },
    { "PRAGMA mmap_size", 0 },
    { "PRAGMA user_version", 0 },
  };
  g_autoptr (FettleStatement) mode = fettle_connection_prepare (connection, "PRAGMA journal_mode");

  for (gsize i = 0; i < G_N_ELEMENTS (settings); i++)
    g_assert_cmpint (shop_file_number (connection, settings[i].sql), ==, settings[i].expected);
  g_assert_cmpint (fettle_statement_step (mode, NULL), ==, FETTLE_STEP_ROW);
  g_assert_cmpstr (fettle_statement_text (mode, 0), ==, "wal");
  g_assert_cmpstr (fettle_connection_path (connection), ==, file->path);
  g_assert_false (fettle_connection_is_read_only (connection));
}

/* The number in the header is where other programs (file(1)) look for it. */
static void
test_header (ShopFile *file, gconstpointer data)
{
  g_autoptr (FettleConnection) connection = shop_file_create (file);
  g_autofree char *contents = NULL;
  gsize size;

  g_clear_pointer (&connection, fettle_connection_unref);
  g_assert_true (g_file_get_contents (file->path, &contents, &size, NULL));
  g_assert_cmpmem (contents + 68, 4, "Fetl", 4);
}

static void
test_read_only_mode (ShopFile *file, gconstpointer data)
{
  g_autoptr (FettleConnection) writer = shop_file_create (file);
  g_autoptr (FettleConnection) reader = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (shop_file_add_thing (writer, "kettle", NULL));
  reader = fettle_connection_open (file->path, FETTLE_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_true (fettle_connection_is_read_only (reader));
  g_assert_cmpint (shop_file_number (reader, "SELECT count(*) FROM thing"), ==, 1);
  g_assert_false (shop_file_add_thing (reader, "toaster", &error));
  shop_file_expect (error, FETTLE_STORE_ERROR_READ_ONLY);
}

/* Permissions do not bind root, the immutable flag does; where the file system has none, there is nothing to test. */
static gboolean
set_immutable (const char *path, gboolean on)
{
  int fd = g_open (path, O_RDONLY, 0);
  int flags = 0;
  gboolean is_set;

  is_set = fd >= 0 && ioctl (fd, FS_IOC_GETFLAGS, &flags) == 0;
  flags = on ? flags | FS_IMMUTABLE_FL : flags & ~FS_IMMUTABLE_FL;
  is_set = is_set && ioctl (fd, FS_IOC_SETFLAGS, &flags) == 0;
  if (fd >= 0)
    close (fd);
  return is_set;
}

static gboolean
protect (const char *path)
{
  if (geteuid () == 0)
    return set_immutable (path, TRUE);
  return g_chmod (path, g_file_test (path, G_FILE_TEST_IS_DIR) ? 0500 : 0400) == 0;
}

static void
unprotect (const char *path)
{
  if (geteuid () == 0)
    set_immutable (path, FALSE);
  else
    g_chmod (path, 0700);
}

static void
test_protected_file (ShopFile *file, gconstpointer data)
{
  g_autoptr (FettleConnection) connection = shop_file_create (file);

  g_assert_true (shop_file_add_thing (connection, "kettle", NULL));
  g_clear_pointer (&connection, fettle_connection_unref);
  if (!protect (file->path))
    {
      g_test_skip ("This file system protects no file from root");
      return;
    }
  expect_refused (file->path, FETTLE_OPEN_EXISTING, FETTLE_STORE_ERROR_READ_ONLY);
  expect_refused (file->path, FETTLE_OPEN_CREATE, FETTLE_STORE_ERROR_READ_ONLY);
  g_assert_cmpint (shop_file_number_in (file->path, "SELECT count(*) FROM thing"), ==, 1);
  unprotect (file->path);
}

static void
test_protected_folder (ShopFile *file, gconstpointer data)
{
  g_autoptr (FettleConnection) connection = shop_file_create (file);
  g_autofree char *other = shop_file_beside (file, "other.db");

  g_assert_true (shop_file_add_thing (connection, "kettle", NULL));
  g_clear_pointer (&connection, fettle_connection_unref);
  if (!protect (file->folder))
    {
      g_test_skip ("This file system protects no folder from root");
      return;
    }
  expect_refused (file->path, FETTLE_OPEN_EXISTING, FETTLE_STORE_ERROR_READ_ONLY);
  expect_refused (other, FETTLE_OPEN_CREATE, FETTLE_STORE_ERROR_READ_ONLY);
  g_assert_cmpint (shop_file_number_in (file->path, "SELECT count(*) FROM thing"), ==, 1);
  unprotect (file->folder);
}

static void
test_no_permission (ShopFile *file, gconstpointer data)
{
  g_autoptr (FettleConnection) connection = shop_file_create (file);

  g_clear_pointer (&connection, fettle_connection_unref);
  if (geteuid () == 0)
    {
      g_test_skip ("Nothing is forbidden to root");
      return;
    }
  g_chmod (file->path, 0);
  expect_refused (file->path, FETTLE_OPEN_EXISTING, FETTLE_STORE_ERROR_PERMISSION);
}

static int
hold_lock (gpointer data)
{
  ShopFile *file = data;
  g_autoptr (FettleConnection) connection = fettle_connection_open (file->path, FETTLE_OPEN_EXISTING, NULL);
  g_autoptr (FettleTransaction) transaction = fettle_transaction_begin (connection, G_STRFUNC, NULL);
  g_autofree char *sign = shop_file_beside (file, "held");

  shop_file_write (sign, "", 0);
  while (g_file_test (sign, G_FILE_TEST_EXISTS))
    g_usleep (1000);
  return transaction != NULL ? 0 : 1;
}

static void
wait_for_name (const char *path)
{
  while (!g_file_test (path, G_FILE_TEST_EXISTS))
    g_usleep (1000);
}

/* Another program writes for longer than we wait; reading goes on all the while. */
static void
test_busy (ShopFile *file, gconstpointer data)
{
  g_autoptr (FettleConnection) connection = shop_file_create (file);
  g_autofree char *sign = shop_file_beside (file, "held");
  g_autoptr (FettleTransaction) transaction = NULL;
  g_autoptr (GError) error = NULL;
  pid_t child;

  g_clear_pointer (&connection, fettle_connection_unref);
  child = shop_file_fork (hold_lock, file);
  wait_for_name (sign);
  connection = fettle_connection_open (file->path, FETTLE_OPEN_EXISTING, &error);
  g_assert_no_error (error);
  fettle_connection_set_busy_timeout (connection, 50);
  g_assert_false (shop_file_add_thing (connection, "kettle", &error));
  shop_file_expect (error, FETTLE_STORE_ERROR_BUSY);
  transaction = fettle_transaction_begin (connection, G_STRFUNC, &error);
  g_assert_null (transaction);
  shop_file_expect (error, FETTLE_STORE_ERROR_BUSY);
  g_assert_cmpint (shop_file_number (connection, "SELECT count(*) FROM thing"), ==, 0);

  /* When it is done, so are we. */
  g_unlink (sign);
  fettle_connection_set_busy_timeout (connection, 60000);
  g_assert_true (shop_file_add_thing (connection, "kettle", &error));
  g_assert_cmpint (shop_file_wait (child), ==, 0);
}

static void
test_script (ShopFile *file, gconstpointer data)
{
  g_autoptr (FettleConnection) connection = shop_file_create (file);
  g_autoptr (GError) error = NULL;
  gint64 number = -1;

  g_assert_true (fettle_connection_execute (
      connection, "INSERT INTO thing (name) VALUES ('a'); INSERT INTO thing (name) VALUES ('b');", &error));
  g_assert_cmpint (fettle_connection_last_id (connection), ==, 2);
  g_assert_true (fettle_connection_execute (connection, "UPDATE thing SET name = name || '!'", &error));
  g_assert_cmpint (fettle_connection_changes (connection), ==, 2);
  g_assert_cmpint (fettle_connection_total_changes (connection), ==, 4);

  g_assert_false (fettle_connection_execute (connection, "DELETE FROM thing; NONSENSE", &error));
  shop_file_expect (error, FETTLE_STORE_ERROR_FAILED);
  g_assert_false (fettle_connection_get_int (connection, "SELECT id FROM thing", &number, &error));
  shop_file_expect (error, FETTLE_STORE_ERROR_NOT_FOUND);
  g_assert_false (fettle_connection_get_int (connection, "SELECT id FROM nothing", &number, &error));
  shop_file_expect (error, FETTLE_STORE_ERROR_FAILED);
  /* Double quotes are for names, as in other databases. */
  g_assert_false (fettle_connection_execute (connection, "INSERT INTO thing (name) VALUES (\"c\")", &error));
  shop_file_expect (error, FETTLE_STORE_ERROR_FAILED);
}

static void
test_explain (ShopFile *file, gconstpointer data)
{
  g_autoptr (FettleConnection) connection = shop_file_create (file);
  g_autofree char *search = fettle_connection_explain (connection, "SELECT id FROM thing WHERE name = :name");
  g_autofree char *scan
      = fettle_connection_explain (connection, "SELECT id FROM thing WHERE name LIKE :name ORDER BY 1");
  g_autofree char *wrong = fettle_connection_explain (connection, "SELECT nonsense FROM thing");

  g_assert_true (g_str_has_prefix (search, "SEARCH thing USING COVERING INDEX"));
  g_assert_nonnull (strstr (scan, "SCAN thing"));
  g_assert_nonnull (strstr (wrong, "no such column"));
}

/* Runs for as long as it is let. */
#define ENDLESS "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"

static gpointer
cancel_soon (gpointer data)
{
  g_usleep (20000);
  g_cancellable_cancel (data);
  return NULL;
}

static void
test_cancel (ShopFile *file, gconstpointer data)
{
  g_autoptr (FettleConnection) connection = shop_file_create (file);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  GThread *thread = g_thread_new ("cancel", cancel_soon, cancellable);
  gint64 number;

  fettle_connection_set_cancellable (connection, cancellable);
  g_assert_false (fettle_connection_get_int (connection, ENDLESS, &number, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_thread_join (thread);

  /* Nothing more runs under it, and all runs without it. */
  g_assert_false (fettle_connection_execute (connection, "SELECT 1", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  fettle_connection_set_cancellable (connection, NULL);
  g_assert_cmpint (shop_file_number (connection, "SELECT 1"), ==, 1);
}

static gboolean stop_interrupting;

static gpointer
interrupt_until_stopped (gpointer data)
{
  while (!g_atomic_int_get (&stop_interrupting))
    {
      fettle_connection_interrupt (data);
      g_usleep (1000);
    }
  return NULL;
}

static void
test_interrupt (ShopFile *file, gconstpointer data)
{
  g_autoptr (FettleConnection) connection = shop_file_create (file);
  g_autoptr (GError) error = NULL;
  GThread *thread;
  gint64 number;

  g_atomic_int_set (&stop_interrupting, FALSE);
  thread = g_thread_new ("interrupt", interrupt_until_stopped, connection);
  g_assert_false (fettle_connection_get_int (connection, ENDLESS, &number, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_atomic_int_set (&stop_interrupting, TRUE);
  g_thread_join (thread);
  g_assert_cmpint (shop_file_number (connection, "SELECT 1"), ==, 1);
}

/* A program that waits for another may be stopped. */
static void
test_cancel_waiting (ShopFile *file, gconstpointer data)
{
  g_autoptr (FettleConnection) holder = shop_file_create (file);
  g_autoptr (FettleTransaction) transaction G_GNUC_UNUSED = fettle_transaction_begin (holder, G_STRFUNC, NULL);
  g_autoptr (FettleConnection) waiter = fettle_connection_open (file->path, FETTLE_OPEN_EXISTING, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  GThread *thread = g_thread_new ("cancel", cancel_soon, cancellable);

  fettle_connection_set_busy_timeout (waiter, G_MAXUINT / 1000);
  fettle_connection_set_cancellable (waiter, cancellable);
  g_assert_false (shop_file_add_thing (waiter, "kettle", &error));
  g_assert_nonnull (error);
  g_thread_join (thread);
}

static int
create_at_once (gpointer data)
{
  ShopFile *file = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleConnection) connection = fettle_connection_open (file->path, FETTLE_OPEN_CREATE, &error);

  if (connection == NULL)
    g_printerr ("# %s\n", error->message);
  return connection != NULL ? 0 : 1;
}

/* Several desks open a shop that is not there yet. */
static void
test_create_at_once (ShopFile *file, gconstpointer data)
{
  for (int round = 0; round < 20; round++)
    {
      g_autofree char *path = g_strdup_printf ("%s.%d", file->path, round);
      ShopFile one = { file->folder, path };
      pid_t children[6];

      for (gsize i = 0; i < G_N_ELEMENTS (children); i++)
        children[i] = shop_file_fork (create_at_once, &one);
      for (gsize i = 0; i < G_N_ELEMENTS (children); i++)
        g_assert_cmpint (shop_file_wait (children[i]), ==, 0);
      g_assert_cmpint (shop_file_number_in (path, "PRAGMA application_id"), ==, FETTLE_APPLICATION_ID);
    }
}

/* Names that mean something to SQLite or in an address are names of files here. */
static void
test_odd_names (ShopFile *file, gconstpointer data)
{
  static const char *const names[]
      = { "file:shop.db?mode=memory", "a shop%20#1.db", "维修店.db", "no-suffix", "' OR 1.db" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = shop_file_beside (file, names[i]);
      ShopFile one = { file->folder, path };
      g_autoptr (FettleConnection) connection = shop_file_create (&one);

      g_assert_true (shop_file_add_thing (connection, "kettle", NULL));
      g_clear_pointer (&connection, fettle_connection_unref);
      g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
      g_assert_cmpint (shop_file_number_in (path, "SELECT count(*) FROM thing"), ==, 1);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  shop_file_add ("/connection/missing", test_missing);
  shop_file_add ("/connection/not-a-shop", test_not_a_shop);
  shop_file_add ("/connection/other-database", test_other_database);
  shop_file_add ("/connection/empty", test_empty);
  shop_file_add ("/connection/newer", test_newer);
  shop_file_add ("/connection/truncated", test_truncated);
  shop_file_add ("/connection/settings", test_settings);
  shop_file_add ("/connection/header", test_header);
  shop_file_add ("/connection/read-only-mode", test_read_only_mode);
  shop_file_add ("/connection/protected-file", test_protected_file);
  shop_file_add ("/connection/protected-folder", test_protected_folder);
  shop_file_add ("/connection/no-permission", test_no_permission);
  shop_file_add ("/connection/busy", test_busy);
  shop_file_add ("/connection/script", test_script);
  shop_file_add ("/connection/explain", test_explain);
  shop_file_add ("/connection/cancel", test_cancel);
  shop_file_add ("/connection/interrupt", test_interrupt);
  shop_file_add ("/connection/cancel-waiting", test_cancel_waiting);
  shop_file_add ("/connection/create-at-once", test_create_at_once);
  shop_file_add ("/connection/odd-names", test_odd_names);
  return g_test_run ();
}
