/* fettle-backup-restore.c: puts a backup in the place of a shop's file.
 *
 * The backup is checked first and copied beside the shop's file, checked again, and takes its name in one step: at
 * every moment a whole file stands there. What stood there before is kept under another name. The file must be nobody's
 * while this happens: its locks are taken the way SQLite takes them, so that a program that has it open stops the
 * restore, and one that comes later waits.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-backup-private.h"
#include "fettle-connection-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* Where in a database file SQLite sets its locks: https://sqlite.org/fileformat2.html#the_lock_byte_page */
#define FIRST_LOCK_BYTE 0x40000000
#define N_LOCK_BYTES    512

/* How long to wait for another program before saying that it has the file open. */
#define PATIENCE_MS 500

/* The file that is to be replaced, held so that no other program can use it. */
typedef struct
{
  FettleConnection *connection;
  int fd;
} Hold;

static void
hold_release (Hold *self)
{
  g_clear_pointer (&self->connection, fettle_connection_unref);
  if (self->fd >= 0)
    close (self->fd);
  self->fd = -1;
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Hold, hold_release)

static void
set_in_use_error (const char *path, GError **error)
{
  g_set_error (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_BUSY,
               _ ("%s is open in another program. Close it there first."), path);
}

/*
 * A healthy file: leaving the write-ahead log succeeds only for whoever is alone with the file, and brings what the log
 * holds into the file itself.
 */
static gboolean
hold_healthy (Hold *self, const char *path, GError **error)
{
  g_autoptr (FettleConnection) connection
      = fettle_connection_open_up_to (path, FETTLE_OPEN_EXISTING, G_MAXINT64, error);

  if (connection == NULL)
    return FALSE;
  fettle_connection_set_busy_timeout (connection, PATIENCE_MS);
  if (!fettle_connection_execute (connection,
                                  "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE",
                                  error))
    return FALSE;
  self->connection = g_steal_pointer (&connection);
  return TRUE;
}

/* A damaged file, which SQLite would not open: its lock bytes are taken by hand. */
static gboolean
hold_damaged (Hold *self, const char *path, GError **error)
{
  struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = FIRST_LOCK_BYTE, .l_len = N_LOCK_BYTES };

  self->fd = g_open (path, O_RDWR | O_CLOEXEC, 0);
  if (self->fd < 0)
    {
      fettle_backup_set_system_error (path, errno, error);
      return FALSE;
    }
  if (fcntl (self->fd, F_SETLK, &lock) == 0)
    return TRUE;
  set_in_use_error (path, error);
  return FALSE;
}

static gboolean
has_magic (const char *path)
{
  static const char magic[] = "SQLite format 3";
  char start[sizeof magic] = "";
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gboolean has_it
      = fd >= 0 && read (fd, start, sizeof start) == sizeof start && memcmp (start, magic, sizeof magic) == 0;

  if (fd >= 0)
    close (fd);
  return has_it;
}

/* Whether what stands there may be replaced: a shop, a damaged one, or nothing; but not some other program's data. */
static gboolean
hold (Hold *self, const char *path, GError **error)
{
  g_autoptr (GError) reason = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS) || hold_healthy (self, path, &reason))
    return TRUE;
  if (g_error_matches (reason, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_BUSY))
    set_in_use_error (path, error);
  else if (g_file_test (path, G_FILE_TEST_IS_REGULAR)
           && (g_error_matches (reason, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_CORRUPT)
               || (g_error_matches (reason, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_NOT_A_SHOP) && !has_magic (path))))
    return hold_damaged (self, path, error);
  else
    g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

/* NAME.replaced-N.db with the first N that is free. */
static char *
free_name_beside (const char *path)
{
  g_autofree char *stem = fettle_backup_stem (path);

  for (int i = 1;; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s.replaced-%d.db", stem, i);

      if (!g_file_test (name, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&name);
    }
}

/* A second name for the same file. File systems without such (a USB stick) get a rename, and a moment with no file. */
static gboolean
keep_aside (const char *path, const char *aside, GError **error)
{
  if (link (path, aside) == 0 || g_rename (path, aside) == 0)
    return TRUE;
  fettle_backup_set_system_error (path, errno, error);
  return FALSE;
}

/*
 * A damaged file still has its log beside it, and SQLite would read that into whatever stands there next. It goes with
 * the file that it belongs to.
 */
static gboolean
keep_log_aside (const char *path, const char *aside, GError **error)
{
  static const char *const tails[] = { "-wal", "-journal" };
  g_autofree char *index = g_strconcat (path, "-shm", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tails); i++)
    {
      g_autofree char *log = g_strconcat (path, tails[i], NULL);
      g_autofree char *log_aside = g_strconcat (aside, tails[i], NULL);

      if (g_file_test (log, G_FILE_TEST_EXISTS) && g_rename (log, log_aside) != 0)
        {
          fettle_backup_set_system_error (log, errno, error);
          return FALSE;
        }
    }
  g_unlink (index);
  return TRUE;
}

/* Gives the old file its name back, after a failure. */
static void
undo_aside (const char *path, const char *aside)
{
  static const char *const tails[] = { "-wal", "-journal", "" };

  for (gsize i = 0; i < G_N_ELEMENTS (tails); i++)
    {
      g_autofree char *from = g_strconcat (aside, tails[i], NULL);
      g_autofree char *to = g_strconcat (path, tails[i], NULL);

      if (g_file_test (to, G_FILE_TEST_EXISTS))
        g_unlink (from);
      else if (g_file_test (from, G_FILE_TEST_EXISTS) && g_rename (from, to) != 0)
        g_warning ("%s is left under the name %s", to, from);
    }
}

static gboolean
move_in (const Hold *held, const char *part_path, const char *to, const char *aside, GError **error)
{
  if (aside != NULL && !keep_aside (to, aside, error))
    return FALSE;
  if (aside != NULL && held->connection == NULL && !keep_log_aside (to, aside, error))
    return FALSE;
  if (g_rename (part_path, to) == 0)
    return TRUE;
  fettle_backup_set_system_error (to, errno, error);
  return FALSE;
}

static gboolean
put_in_place (const char *part_path, const char *to, char **kept, GError **error)
{
  g_auto (Hold) held = { .fd = -1 };
  g_autofree char *aside = NULL;

  if (!hold (&held, to, error))
    return FALSE;
  if (g_file_test (to, G_FILE_TEST_EXISTS))
    aside = free_name_beside (to);
  if (!move_in (&held, part_path, to, aside, error))
    {
      if (aside != NULL)
        undo_aside (to, aside);
      return FALSE;
    }
  if (kept != NULL)
    *kept = g_steal_pointer (&aside);
  return fettle_backup_sync_folder_of (to, error);
}

/**
 * fettle_backup_restore:
 * @from: a backup
 * @to: the shop's file; this process must have closed it
 * @kept: (out) (nullable) (optional) (transfer full): where the file that stood there is now, or %NULL where there was
 * none
 *
 * Checks the backup and puts a copy of it in the shop's place, in one step: a failure, a full disk or a lost current
 * leaves the old file or the new one, whole. The backup itself stays.
 *
 * Returns: whether it was done; %FETTLE_STORE_ERROR_BUSY while another program has the shop open, and what
 *   fettle_backup_verify() says of @from
 */
gboolean
fettle_backup_restore (const char *from, const char *to, char **kept, GCancellable *cancellable, GError **error)
{
  FettleBackupCopy copy = { from, to, NULL, NULL, cancellable };
  g_autofree char *part_path = NULL;

  g_return_val_if_fail (from != NULL && to != NULL, FALSE);
  if (kept != NULL)
    *kept = NULL;
  if (!fettle_backup_verify (from, cancellable, error))
    return FALSE;
  part_path = fettle_backup_make_part (&copy, error);
  if (part_path == NULL)
    return FALSE;
  if (put_in_place (part_path, to, kept, error))
    return TRUE;
  g_unlink (part_path);
  return FALSE;
}
