/* test-faults.c: a full disk, a failing disk, a damaged file, a lost current. What was acknowledged is there
 * afterwards.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fault-vfs.h"
#include "fettle-backup.h"
#include "fettle-connection.h"
#include "fettle-statement.h"
#include "fettle-transaction.h"
#include "shop-file.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

#define COUNT "SELECT count(*) FROM thing"
#define CHECK "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'"

/* How many things a test takes in, each in a transaction of its own. */
#define N_THINGS 30

/* A thing of some hundred bytes, and a second row with it: both or none. */
static gboolean
take_in (FettleConnection *connection, int i, GError **error)
{
  g_autofree char *name = g_strdup_printf ("thing %d %0*d", i, 100 + i * 37 % 900, i);
  g_autofree char *twin = g_strconcat ("twin of ", name, NULL);
  g_autoptr (FettleTransaction) transaction = fettle_transaction_begin (connection, G_STRFUNC, error);

  return transaction != NULL && shop_file_add_thing (connection, name, error)
         && shop_file_add_thing (connection, twin, error) && fettle_transaction_commit (transaction, error);
}

static FettleConnection *
open_with_table (const char *path, GError **error)
{
  g_autoptr (FettleConnection) connection = fettle_connection_open (path, FETTLE_OPEN_CREATE, error);

  if (connection == NULL
      || !fettle_connection_execute (
          connection, "CREATE TABLE IF NOT EXISTS thing (id INTEGER PRIMARY KEY, name TEXT UNIQUE) STRICT", error))
    return NULL;
  /* Small, so that the log is brought into the file within a test. */
  return fettle_connection_execute (connection, "PRAGMA wal_autocheckpoint = 8", error) ? g_steal_pointer (&connection)
                                                                                        : NULL;
}

/* Takes things in until the disk fails. Returns how many were acknowledged. */
static int
work_until_failure (const char *path, GError **error)
{
  g_autoptr (FettleConnection) connection = open_with_table (path, error);
  int n_acknowledged = 0;

  while (connection != NULL && n_acknowledged < N_THINGS && take_in (connection, n_acknowledged, error))
    n_acknowledged++;
  return n_acknowledged;
}

/* After the disk is well again: what was acknowledged is there, nothing is half, and work goes on. */
static void
check_after (const char *path, int n_acknowledged, int n_at_most)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleConnection) connection = open_with_table (path, &error);
  gint64 n_rows;

  g_assert_no_error (error);
  n_rows = shop_file_number (connection, COUNT);
  g_assert_cmpint (n_rows % 2, ==, 0);
  g_assert_cmpint (n_rows / 2, >=, n_acknowledged);
  g_assert_cmpint (n_rows / 2, <=, n_at_most);
  g_assert_cmpint (shop_file_number (connection, CHECK), ==, 0);
  g_assert_cmpint (shop_file_number (connection, "SELECT coalesce (max (id), 0) FROM thing"), ==, n_rows);
  take_in (connection, 1000, &error);
  g_assert_no_error (error);
}

static void
remove_files (ShopFile *file)
{
  static const char *const tails[] = { "", "-wal", "-shm", "-journal" };

  for (gsize i = 0; i < G_N_ELEMENTS (tails); i++)
    {
      g_autofree char *path = g_strconcat (file->path, tails[i], NULL);

      unlink (path);
    }
}

/* A number from the environment, so that a long run can look closer. */
static int
setting (const char *name, int otherwise)
{
  const char *text = g_getenv (name);

  return text != NULL ? atoi (text) : otherwise;
}

/* The disk is full after N bytes, for N from nothing until all fits. */
static void
test_full_at_every_byte (ShopFile *file, gconstpointer data)
{
  int step = setting ("FETTLE_FAULT_STEP", 6007);
  int n_full = 0;
  int n_acknowledged = 0;

  fault_vfs_install ();
  for (gint64 space = g_test_rand_int_range (0, step); n_acknowledged < N_THINGS; space += step)
    {
      g_autoptr (GError) error = NULL;

      remove_files (file);
      fault_vfs_set_space (space);
      n_acknowledged = work_until_failure (file->path, &error);
      if (error != NULL)
        {
          g_assert_error (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_FULL);
          n_full++;
        }
      fault_vfs_set_space (-1);
      /* What was refused is not there, except where what lay on the disk before happens to end it. */
      check_after (file->path, n_acknowledged, n_acknowledged + (error != NULL));
    }
  g_test_message ("%d times full", n_full);
  g_assert_cmpint (n_full, >, 100);
}

/* Somebody makes room: the same connection goes on, without being opened again. */
static void
test_full_for_a_while (ShopFile *file, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleConnection) connection = NULL;
  int n_refused = 0;

  fault_vfs_install ();
  connection = open_with_table (file->path, &error);
  for (int i = 0; i < 200; i++)
    {
      int most = 30000;

      fault_vfs_set_space (g_test_rand_int_range (0, most));
      while (!take_in (connection, i, &error))
        {
          shop_file_expect (error, FETTLE_STORE_ERROR_FULL);
          n_refused++;
          /* Reading is not hindered. */
          g_assert_cmpint (shop_file_number (connection, COUNT), ==, i * 2);
          most += 30000;
          fault_vfs_set_space (g_test_rand_int_range (0, most));
        }
    }
  fault_vfs_set_space (-1);
  g_assert_cmpint (n_refused, >, 20);
  g_assert_cmpint (shop_file_number (connection, COUNT), ==, 400);
  g_clear_pointer (&connection, fettle_connection_unref);
  check_after (file->path, 200, 200);
}

/* The n-th write, sync or truncation fails, and all after it, for every n. A commit that failed may be there or not
 * after a restart, but whole; no more can be said of a disk that fails. */
static void
fail_at_every (ShopFile *file, FaultKind kind, gboolean must_fail)
{
  gboolean has_failed = TRUE;
  int n_failed = 0;

  fault_vfs_install ();
  for (int n = 0; has_failed; n++)
    {
      g_autoptr (GError) error = NULL;
      int n_acknowledged;

      remove_files (file);
      fault_vfs_fail_after (kind, n);
      n_acknowledged = work_until_failure (file->path, &error);
      has_failed = fault_vfs_count (kind) > n;
      fault_vfs_fail_after (kind, -1);
      if (error != NULL)
        {
          g_assert_error (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_IO);
          n_failed++;
        }
      check_after (file->path, n_acknowledged, n_acknowledged + (error != NULL));
    }
  g_test_message ("%d times failed", n_failed);
  g_assert_true (n_failed > 10 || !must_fail);
}

static void
test_write_fails (ShopFile *file, gconstpointer data)
{
  fail_at_every (file, FAULT_WRITE, TRUE);
}

static void
test_sync_fails (ShopFile *file, gconstpointer data)
{
  fail_at_every (file, FAULT_SYNC, TRUE);
}

static void
test_truncate_fails (ShopFile *file, gconstpointer data)
{
  fail_at_every (file, FAULT_TRUNCATE, FALSE);
}

/* A disk that cannot be read says so and never gives less than there is. */
static void
test_read_fails (ShopFile *file, gconstpointer data)
{
  gboolean has_failed = TRUE;
  int n_failed = 0;

  fault_vfs_install ();
  g_assert_cmpint (work_until_failure (file->path, NULL), ==, N_THINGS);
  for (int n = 0; has_failed; n++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (FettleConnection) connection = NULL;
      gint64 n_rows = -1;

      fault_vfs_fail_after (FAULT_READ, n);
      connection = fettle_connection_open (file->path, FETTLE_OPEN_EXISTING, &error);
      if (connection != NULL
          && fettle_connection_get_int (connection, "SELECT count(name) FROM thing", &n_rows, &error))
        g_assert_cmpint (n_rows, ==, N_THINGS * 2);
      has_failed = fault_vfs_count (FAULT_READ) > n;
      fault_vfs_fail_after (FAULT_READ, -1);
      if (error != NULL)
        {
          g_assert_error (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_IO);
          n_failed++;
        }
    }
  g_assert_cmpint (n_failed, >, 3);
  check_after (file->path, N_THINGS, N_THINGS);
}

/* A backup to a full or failing disk is no backup, and leaves nothing behind. */
static void
test_backup_to_full_disk (ShopFile *file, gconstpointer data)
{
  g_autofree char *to = shop_file_beside (file, "backup.db");
  gboolean is_made = FALSE;
  int n_full = 0;

  fault_vfs_install ();
  g_assert_cmpint (work_until_failure (file->path, NULL), ==, N_THINGS);
  for (gint64 space = 0; !is_made; space += 1000)
    {
      g_autoptr (GError) error = NULL;

      fault_vfs_set_space (space);
      is_made = fettle_backup_save (file->path, to, NULL, NULL, NULL, &error);
      fault_vfs_set_space (-1);
      if (is_made)
        break;
      shop_file_expect (error, FETTLE_STORE_ERROR_FULL);
      g_assert_cmpint (shop_file_count_names (file, "backup"), ==, 0);
      n_full++;
    }
  g_assert_cmpint (n_full, >, 10);
  g_assert_cmpint (shop_file_number_in (to, COUNT), ==, N_THINGS * 2);
  check_after (file->path, N_THINGS, N_THINGS);
}

/* A full disk while a backup is put back leaves the shop as it was. */
static void
test_restore_to_full_disk (ShopFile *file, gconstpointer data)
{
  g_autofree char *backup = shop_file_beside (file, "backup.db");
  gboolean is_done = FALSE;

  fault_vfs_install ();
  g_assert_cmpint (work_until_failure (file->path, NULL), ==, N_THINGS);
  g_assert_true (fettle_backup_save (file->path, backup, NULL, NULL, NULL, NULL));
  check_after (file->path, N_THINGS, N_THINGS);
  for (gint64 space = 0; !is_done; space += 3000)
    {
      g_autoptr (GError) error = NULL;

      fault_vfs_set_space (space);
      is_done = fettle_backup_restore (backup, file->path, NULL, NULL, &error);
      fault_vfs_set_space (-1);
      g_assert_cmpint (shop_file_count_names (file, ".part"), ==, 0);
      g_assert_cmpint (shop_file_number_in (file->path, COUNT), ==, is_done ? N_THINGS * 2 : N_THINGS * 2 + 2);
      if (!is_done)
        shop_file_expect (error, FETTLE_STORE_ERROR_FULL);
    }
  g_assert_cmpint (shop_file_count_names (file, "replaced"), ==, 1);
}

typedef struct
{
  const char *path;
  int pipe[2];
} Worker;

/* Takes things in for as long as it lives, and says of each when it is acknowledged. */
static int
work_until_killed (gpointer data)
{
  Worker *worker = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleConnection) connection = NULL;
  gint64 next;

  fault_vfs_install ();
  fault_vfs_keep_synced (TRUE);
  connection = open_with_table (worker->path, &error);
  g_assert_no_error (error);
  next = shop_file_number (connection, COUNT) / 2;
  while (take_in (connection, (int) next, &error))
    {
      gint64 done = ++next;

      if (write (worker->pipe[1], &done, sizeof done) != sizeof done)
        return 1;
    }
  return 2;
}

static gint64
last_acknowledged (Worker *worker, gint64 last)
{
  gint64 done;

  close (worker->pipe[1]);
  while (read (worker->pipe[0], &done, sizeof done) == sizeof done)
    last = done;
  close (worker->pipe[0]);
  return last;
}

/* The current goes at any moment: of what was not synced, the disk kept some sectors and lost others. */
static void
test_power_loss (ShopFile *file, gconstpointer data)
{
  int n_rounds = setting ("FETTLE_POWER_LOSSES", 60);
  g_autoptr (GRand) chance = g_rand_new_with_seed ((guint32) g_test_rand_int ());
  gint64 acknowledged = 0;
  int n_lost = 0;

  for (int round = 0; round < n_rounds; round++)
    {
      Worker worker = { .path = file->path };
      g_autoptr (FettleConnection) connection = NULL;
      g_autoptr (GError) error = NULL;
      gint64 n_rows;
      pid_t child;

      g_assert_cmpint (pipe (worker.pipe), ==, 0);
      fault_vfs_all_is_synced (file->folder);
      child = shop_file_fork (work_until_killed, &worker);
      g_usleep ((gulong) g_rand_int_range (chance, 2000, 40000));
      kill (child, SIGKILL);
      g_assert_cmpint (shop_file_wait (child), ==, -1);
      acknowledged = last_acknowledged (&worker, acknowledged);
      fault_vfs_lose_power (file->folder, chance);

      connection = open_with_table (file->path, &error);
      g_assert_no_error (error);
      n_rows = shop_file_number (connection, COUNT);
      g_assert_cmpint (n_rows % 2, ==, 0);
      g_assert_cmpint (n_rows / 2, >=, acknowledged);
      g_assert_cmpint (n_rows / 2, <=, acknowledged + 1);
      g_assert_cmpint (shop_file_number (connection, CHECK), ==, 0);
      n_lost += n_rows / 2 == acknowledged;
      acknowledged = n_rows / 2;
    }
  g_test_message ("%" G_GINT64_FORMAT " acknowledged in %d rounds, %d cut off inside", acknowledged, n_rounds, n_lost);
  g_assert_cmpint (acknowledged, >, n_rounds / 2);
}

/* The limit of a file's size is what a full disk or a quota is to a program, from the system itself. */
static int
work_under_limit (gpointer data)
{
  ShopFile *file = data;
  struct rlimit limit = { 120000, 120000 };
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleConnection) connection = open_with_table (file->path, &error);
  int n_acknowledged = 0;

  signal (SIGXFSZ, SIG_IGN);
  if (setrlimit (RLIMIT_FSIZE, &limit) != 0)
    return 255;
  while (n_acknowledged < 250 && take_in (connection, n_acknowledged, &error))
    n_acknowledged++;
  return g_error_matches (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_FULL) ? n_acknowledged : 254;
}

static void
test_file_size_limit (ShopFile *file, gconstpointer data)
{
  int n_acknowledged = shop_file_wait (shop_file_fork (work_under_limit, file));

  g_assert_cmpint (n_acknowledged, >, 10);
  g_assert_cmpint (n_acknowledged, <, 250);
  check_after (file->path, n_acknowledged, n_acknowledged);
}

/* A real disk of half a megabyte, where this person may make one. */
static void
test_small_disk (ShopFile *file, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autofree char *filler_path = NULL;
  g_autofree char *filler = g_strnfill (200000, 'x');
  g_autoptr (GError) error = NULL;
  int n_acknowledged = 0;

  if (mount ("tmpfs", file->folder, "tmpfs", 0, "size=512k") != 0)
    {
      g_test_skip ("Nobody but root may mount a disk");
      return;
    }
  path = shop_file_beside (file, "shop.db");
  filler_path = shop_file_beside (file, "filler");
  shop_file_write (filler_path, filler, 200000);
  {
    g_autoptr (FettleConnection) connection = open_with_table (path, &error);

    while (take_in (connection, n_acknowledged, &error))
      n_acknowledged++;
    shop_file_expect (error, FETTLE_STORE_ERROR_FULL);
    g_assert_cmpint (shop_file_number (connection, COUNT), ==, n_acknowledged * 2);
    /* Room is made, and the next try succeeds. */
    g_assert_cmpint (unlink (filler_path), ==, 0);
    take_in (connection, n_acknowledged++, &error);
    g_assert_no_error (error);
  }
  check_after (path, n_acknowledged, n_acknowledged);
  g_assert_cmpint (umount (file->folder), ==, 0);
}

/* A disk that is mounted for reading only. */
static void
test_read_only_disk (ShopFile *file, gconstpointer data)
{
  g_autoptr (FettleConnection) connection = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (work_until_failure (file->path, NULL), ==, N_THINGS);
  if (mount (file->folder, file->folder, NULL, MS_BIND, NULL) != 0)
    {
      g_test_skip ("Nobody but root may mount a disk");
      return;
    }
  if (mount (NULL, file->folder, NULL, MS_REMOUNT | MS_BIND | MS_RDONLY, NULL) == 0)
    {
      connection = fettle_connection_open (file->path, FETTLE_OPEN_EXISTING, &error);
      g_assert_null (connection);
      shop_file_expect (error, FETTLE_STORE_ERROR_READ_ONLY);
      g_assert_cmpint (shop_file_number_in (file->path, COUNT), ==, N_THINGS * 2);
    }
  g_assert_cmpint (umount (file->folder), ==, 0);
}

/* Bytes of the file are overwritten: the work that meets them is told, and never gets wrong rows in silence. */
static void
test_damaged_page (ShopFile *file, gconstpointer data)
{
  gsize n_pages;
  int n_found = 0;

  g_assert_cmpint (work_until_failure (file->path, NULL), ==, N_THINGS);
  n_pages = shop_file_size (file->path) / 4096;
  for (gsize page = 1; page < n_pages; page++)
    {
      g_autofree char *name = g_strdup_printf ("damaged-%" G_GSIZE_FORMAT ".db", page);
      g_autofree char *path = shop_file_beside (file, name);
      g_autofree char *contents = NULL;
      g_autoptr (FettleConnection) connection = NULL;
      g_autoptr (GError) error = NULL;
      gint64 n_rows = -1;
      gsize size;

      g_assert_true (g_file_get_contents (file->path, &contents, &size, NULL));
      memset (contents + page * 4096, 0x5a, 4096);
      shop_file_write (path, contents, size);
      connection = fettle_connection_open (path, FETTLE_OPEN_EXISTING, &error);
      g_assert_no_error (error);
      if (fettle_connection_get_int (connection, "SELECT count(*) FROM thing NOT INDEXED WHERE name > ''", &n_rows,
                                     &error)
          && fettle_connection_get_int (connection, "SELECT count(*) FROM thing WHERE name > 'a'", &n_rows, &error))
        g_assert_cmpint (n_rows, ==, N_THINGS * 2);
      else
        {
          shop_file_expect (error, FETTLE_STORE_ERROR_CORRUPT);
          n_found++;
        }
    }
  g_assert_cmpint (n_found, >, 3);
}

/* A file of which a page or more was cut off is refused; less than a page is found by who reads that page. */
static void
test_cut_off (ShopFile *file, gconstpointer data)
{
  gsize size;

  g_assert_cmpint (work_until_failure (file->path, NULL), ==, N_THINGS);
  size = shop_file_size (file->path);
  for (gsize length = 1; length <= size - 4096; length += 1 + size / 60)
    {
      g_autofree char *path = shop_file_beside (file, "cut.db");
      g_autofree char *contents = NULL;
      g_autoptr (FettleConnection) connection = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (g_file_get_contents (file->path, &contents, NULL, NULL));
      shop_file_write (path, contents, length);
      connection = fettle_connection_open (path, FETTLE_OPEN_EXISTING, &error);
      g_assert_null (connection);
      g_assert_true (g_error_matches (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_CORRUPT)
                     || g_error_matches (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_NOT_A_SHOP));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  /* These first: they want the real disk. */
  shop_file_add ("/faults/file-size-limit", test_file_size_limit);
  shop_file_add ("/faults/small-disk", test_small_disk);
  shop_file_add ("/faults/read-only-disk", test_read_only_disk);
  shop_file_add ("/faults/damaged-page", test_damaged_page);
  shop_file_add ("/faults/cut-off", test_cut_off);
  shop_file_add ("/faults/power-loss", test_power_loss);
  shop_file_add ("/faults/full-at-every-byte", test_full_at_every_byte);
  shop_file_add ("/faults/full-for-a-while", test_full_for_a_while);
  shop_file_add ("/faults/write-fails", test_write_fails);
  shop_file_add ("/faults/sync-fails", test_sync_fails);
  shop_file_add ("/faults/truncate-fails", test_truncate_fails);
  shop_file_add ("/faults/read-fails", test_read_fails);
  shop_file_add ("/faults/backup-to-full-disk", test_backup_to_full_disk);
  shop_file_add ("/faults/restore-to-full-disk", test_restore_to_full_disk);
  return g_test_run ();
}
