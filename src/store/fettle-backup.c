/* fettle-backup.c: copies of a shop's file that can be trusted.
 *
 * A backup is made on a connection of its own, so that the store is never held: it reads one state of the file, however
 * much is written meanwhile. It is written under another name, forced to the disk, opened again and checked (every
 * page, every table's count), and only then takes its name. A file under a backup's name is therefore always a whole
 * one. It needs no log beside it and can be carried away alone.
 *
 * Everything here works on any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-backup.h"
#include "fettle-backup-private.h"
#include "fettle-connection-private.h"
#include "fettle-statement.h"
#include "fettle-transaction.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* A megabyte at a time: short enough to stop at once, long enough to cost nothing. */
#define PAGES_A_STEP 256

/* Retries while the copy's source is locked, 10 ms each. */
#define MAX_TRIES 500

/**
 * fettle_backup_stem:
 * @path: a shop's file, "/home/ann/shop.db"
 *
 * Returns: (transfer full): the path without its suffix, "/home/ann/shop", to name the copies after
 */
char *
fettle_backup_stem (const char *path)
{
  if (g_str_has_suffix (path, ".db"))
    return g_strndup (path, strlen (path) - strlen (".db"));
  return g_strdup (path);
}

/* The same words for what the file system refuses and for what the database does. */
void
fettle_backup_set_system_error (const char *path, int system_errno, GError **error)
{
  g_set_error (error, FETTLE_STORE_ERROR, fettle_store_error_from_sqlite (SQLITE_CANTOPEN, system_errno), "%s: %s",
               path, g_strerror (system_errno));
}

/* Forces a file, or a folder's list of names, to the disk. */
gboolean
fettle_backup_sync (const char *path, gboolean is_folder, GError **error)
{
  int fd = g_open (path, is_folder ? O_RDONLY | O_DIRECTORY | O_CLOEXEC : O_RDWR | O_CLOEXEC, 0);
  int failure = 0;

  /* Some network file systems cannot sync a folder, and need not. */
  if (fd < 0 || (fsync (fd) != 0 && !(is_folder && errno == EINVAL)))
    failure = errno;
  if (fd >= 0)
    close (fd);
  if (failure != 0)
    fettle_backup_set_system_error (path, failure, error);
  return failure == 0;
}

gboolean
fettle_backup_sync_folder_of (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return fettle_backup_sync (folder, TRUE, error);
}

/* "name count" a line, of all tables that have pages of their own (a search index lies in such). */
static char *
count_rows (FettleConnection *connection, GError **error)
{
  g_autoptr (GString) counts = g_string_new (NULL);
  g_autoptr (FettleStatement) tables
      = fettle_connection_prepare (connection, "SELECT name, replace (name, '\"', '\"\"') FROM sqlite_schema WHERE "
                                               "type = 'table' AND rootpage > 0 ORDER BY name");
  FettleStep step;

  while ((step = fettle_statement_step (tables, error)) == FETTLE_STEP_ROW)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM \"%s\"", fettle_statement_text (tables, 1));
      gint64 n_rows;

      if (!fettle_connection_get_int (connection, sql, &n_rows, error))
        return NULL;
      g_string_append_printf (counts, "%s %" G_GINT64_FORMAT "\n", fettle_statement_text (tables, 0), n_rows);
    }
  return step == FETTLE_STEP_DONE ? g_string_free (g_steal_pointer (&counts), FALSE) : NULL;
}

static gboolean
check_integrity (FettleConnection *connection, GError **error)
{
  g_autoptr (FettleStatement) check = fettle_connection_prepare (connection, "PRAGMA integrity_check (1)");

  if (fettle_statement_step (check, error) != FETTLE_STEP_ROW)
    return FALSE;
  if (g_strcmp0 (fettle_statement_text (check, 0), "ok") == 0)
    return TRUE;
  g_set_error (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_CORRUPT, _ ("%s is damaged: %s"),
               fettle_connection_path (connection), fettle_statement_text (check, 0));
  return FALSE;
}

/* Opens a copy, looks at every page of it, and compares what it holds. */
static gboolean
verify_copy (const char *path, const char *expected_counts, GCancellable *cancellable, GError **error)
{
  g_autoptr (FettleConnection) copy = fettle_connection_open_up_to (path, FETTLE_OPEN_READ_ONLY, G_MAXINT64, error);
  g_autofree char *counts = NULL;

  if (copy == NULL)
    return FALSE;
  fettle_connection_set_cancellable (copy, cancellable);
  if (!check_integrity (copy, error))
    return FALSE;
  counts = count_rows (copy, error);
  if (counts == NULL)
    return FALSE;
  if (g_str_equal (counts, expected_counts))
    return TRUE;
  g_set_error (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_CORRUPT, _ ("The copy %s does not hold what was copied."),
               path);
  return FALSE;
}

/**
 * fettle_backup_verify:
 * @path: a shop's file or a backup of one
 *
 * Reads every page of it. Takes seconds for a large shop.
 *
 * Returns: whether it is whole and of this program; %FETTLE_STORE_ERROR_CORRUPT, NEWER, NOT_A_SHOP or NOT_FOUND
 */
gboolean
fettle_backup_verify (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (FettleConnection) connection = fettle_connection_open (path, FETTLE_OPEN_READ_ONLY, error);

  if (connection == NULL)
    return FALSE;
  fettle_connection_set_cancellable (connection, cancellable);
  return check_integrity (connection, error);
}

/* The copy's own connection: no journal, since a copy that is not finished is thrown away. */
static FettleConnection *
open_part (const char *path, const char *settings, GError **error)
{
  g_autoptr (FettleConnection) part = fettle_connection_new_closed (path);
  int code
      = sqlite3_open_v2 (path, &part->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_EXRESCODE, NULL);

  if (code != SQLITE_OK)
    {
      fettle_connection_set_error (part, code, "open", error);
      return NULL;
    }
  return fettle_connection_execute (part, settings, error) ? g_steal_pointer (&part) : NULL;
}

/* Steps until the end. The source reads one state throughout, so the copy never starts again. */
static int
copy_steps (sqlite3_backup *backup, const FettleBackupCopy *copy)
{
  int n_tries = 0;
  int code = SQLITE_OK;

  while (code == SQLITE_OK && !g_cancellable_is_cancelled (copy->cancellable))
    {
      code = sqlite3_backup_step (backup, PAGES_A_STEP);
      if (copy->progress != NULL)
        copy->progress (sqlite3_backup_pagecount (backup) - sqlite3_backup_remaining (backup),
                        sqlite3_backup_pagecount (backup), copy->progress_data);
      if (((code & 0xff) == SQLITE_BUSY || (code & 0xff) == SQLITE_LOCKED) && n_tries++ < MAX_TRIES)
        {
          g_usleep (10000);
          code = SQLITE_OK;
        }
    }
  return code;
}

static gboolean
copy_pages (FettleConnection *source, const char *part_path, const FettleBackupCopy *copy, GError **error)
{
  g_autoptr (FettleConnection) part
      = open_part (part_path, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF", error);
  sqlite3_backup *backup;
  int code;

  if (part == NULL)
    return FALSE;
  backup = sqlite3_backup_init (part->db, "main", source->db, "main");
  if (backup == NULL)
    {
      fettle_connection_set_error (part, sqlite3_errcode (part->db), "backup", error);
      return FALSE;
    }
  code = copy_steps (backup, copy);
  if (code == SQLITE_DONE || code == SQLITE_OK)
    code = sqlite3_backup_finish (backup);
  else
    sqlite3_backup_finish (backup);
  if (g_cancellable_set_error_if_cancelled (copy->cancellable, error))
    return FALSE;
  if (code != SQLITE_OK)
    fettle_connection_set_error (part, code, "backup", error);
  return code == SQLITE_OK;
}

/* The copy says of itself that it has a log beside it, as its source has; it has none and shall need none. */
static gboolean
drop_log (const char *part_path, GError **error)
{
  g_autoptr (FettleConnection) part = open_part (part_path, "PRAGMA journal_mode = DELETE", error);

  return part != NULL;
}

static gboolean
fill_part (const FettleBackupCopy *copy, const char *part_path, GError **error)
{
  g_autoptr (FettleConnection) source
      = fettle_connection_open_up_to (copy->from, FETTLE_OPEN_READ_ONLY, G_MAXINT64, error);
  g_autoptr (FettleTransaction) reading = NULL;
  g_autofree char *counts = NULL;

  if (source == NULL)
    return FALSE;
  fettle_connection_set_cancellable (source, copy->cancellable);
  reading = fettle_transaction_begin_read (source, G_STRFUNC, error);
  if (reading == NULL)
    return FALSE;
  counts = count_rows (source, error);
  if (counts == NULL || !copy_pages (source, part_path, copy, error))
    return FALSE;
  g_clear_pointer (&reading, fettle_transaction_free);

  return drop_log (part_path, error) && fettle_backup_sync (part_path, FALSE, error)
         && verify_copy (part_path, counts, copy->cancellable, error);
}

static void
remove_part (const char *part_path)
{
  static const char *const tails[] = { "", "-journal", "-wal", "-shm" };

  for (gsize i = 0; i < G_N_ELEMENTS (tails); i++)
    {
      g_autofree char *path = g_strconcat (part_path, tails[i], NULL);

      g_unlink (path);
    }
}

/* Who could not read the shop must not be able to read its backup. */
static gboolean
copy_permissions (const char *from, const char *to, GError **error)
{
  GStatBuf status;

  if (g_stat (from, &status) == 0 && g_chmod (to, (int) status.st_mode & 0777) == 0)
    return TRUE;
  fettle_backup_set_system_error (to, errno, error);
  return FALSE;
}

/* A new file that nobody else can read or has made, however many programs back up to the same place. */
static char *
create_part (const char *to, GError **error)
{
  g_autofree char *part_path = g_strconcat (to, ".XXXXXX.part", NULL);
  int fd = g_mkstemp_full (part_path, O_RDWR | O_CLOEXEC, 0600);

  if (fd < 0)
    {
      fettle_backup_set_system_error (to, errno, error);
      return NULL;
    }
  close (fd);
  return g_steal_pointer (&part_path);
}

/*
 * Makes a checked copy beside @to, on the disk already, that needs only to be given its name.
 */
char *
fettle_backup_make_part (const FettleBackupCopy *copy, GError **error)
{
  g_autofree char *part_path = create_part (copy->to, error);

  if (part_path == NULL)
    return NULL;
  if (fill_part (copy, part_path, error) && copy_permissions (copy->from, part_path, error))
    return g_steal_pointer (&part_path);
  remove_part (part_path);
  return NULL;
}

static gboolean
check_target (const char *path, const char *to, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (to);
  g_autofree char *log = g_strconcat (to, "-wal", NULL);
  GStatBuf source, target;

  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    g_set_error (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_NOT_FOUND, _ ("There is no folder %s."), folder);
  else if (g_file_test (to, G_FILE_TEST_IS_DIR))
    g_set_error (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_ALREADY, _ ("%s is a folder."), to);
  else if (g_stat (path, &source) == 0 && g_stat (to, &target) == 0 && source.st_dev == target.st_dev
           && source.st_ino == target.st_ino)
    g_set_error (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_ALREADY, _ ("%s cannot be its own backup."), path);
  /* The log of the file that is there would be read into the one that takes its place. */
  else if (g_file_test (log, G_FILE_TEST_EXISTS))
    g_set_error (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_BUSY, _ ("%s is in use as a shop itself."), to);
  else
    return TRUE;
  return FALSE;
}

/**
 * fettle_backup_save:
 * @path: the shop's file; it may be in use and change meanwhile
 * @to: the backup; a file of that name is replaced once the new one is whole
 * @progress: (nullable): called on this thread
 *
 * Makes a backup and checks it. When this returns %TRUE it is on the disk.
 *
 * Returns: whether it was made; nothing is left behind if not
 */
gboolean
fettle_backup_save (const char *path,
                    const char *to,
                    FettleBackupProgress progress,
                    gpointer progress_data,
                    GCancellable *cancellable,
                    GError **error)
{
  FettleBackupCopy copy = { path, to, progress, progress_data, cancellable };
  g_autofree char *part_path = NULL;

  g_return_val_if_fail (path != NULL && to != NULL, FALSE);
  if (!check_target (path, to, error))
    return FALSE;
  part_path = fettle_backup_make_part (&copy, error);
  if (part_path == NULL)
    return FALSE;
  if (g_rename (part_path, to) != 0)
    {
      fettle_backup_set_system_error (to, errno, error);
      remove_part (part_path);
      return FALSE;
    }
  return fettle_backup_sync_folder_of (to, error);
}
