/* fettle-connection-open.c: how a file is opened, and what it must be to be opened.
 *
 * Nothing is written to a file before it has shown that it is ours: the settings that change a file (the write-ahead
 * log, the application id) come after the checks.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-connection-private.h"
#include "fettle-migration.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* Memory mapping stays off: a disk error in mapped memory kills the program, a failed read is a sentence. */
#define SETTINGS                                                                                                       \
  "PRAGMA foreign_keys = ON;"                                                                                          \
  "PRAGMA synchronous = FULL;"                                                                                         \
  "PRAGMA temp_store = MEMORY;"                                                                                        \
  "PRAGMA cache_size = -65536;"                                                                                        \
  "PRAGMA mmap_size = 0;"                                                                                              \
  "PRAGMA cell_size_check = ON;"                                                                                       \
  "PRAGMA journal_size_limit = 67108864;"

/* How many steps of SQLite's machine pass between two looks at the cancellable: some 50 microseconds. */
#define STEPS_BETWEEN_LOOKS 2000

static gboolean
is_cancelled (FettleConnection *self)
{
  return self->cancellable != NULL && g_cancellable_is_cancelled (self->cancellable);
}

static int
on_progress (void *data)
{
  return is_cancelled (data);
}

/* SQLite's own handler sleeps up to 100 ms at a time; at a counter with several desks that is felt. */
static int
on_busy (void *data, int count)
{
  static const guint8 naps[] = { 1, 1, 2, 2, 5, 5, 10, 10, 15 };
  FettleConnection *self = data;
  gint64 now = g_get_monotonic_time ();

  if (count == 0)
    self->busy_since = now;
  if (is_cancelled (self) || now - self->busy_since >= (gint64) self->busy_timeout * 1000)
    return FALSE;
  g_usleep ((gulong) naps[MIN ((gsize) count, G_N_ELEMENTS (naps) - 1)] * 1000 + (gulong) g_random_int_range (0, 1000));
  return TRUE;
}

static gboolean
folder_is_read_only (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return g_access (folder, W_OK) != 0;
}

/* What can be said before SQLite sees the file, in better words than "unable to open". */
static gboolean
check_path (const char *path, FettleOpenMode mode, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  GStatBuf status;

  if (g_stat (path, &status) == 0)
    {
      if (S_ISREG (status.st_mode))
        return TRUE;
      g_set_error (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_NOT_A_SHOP, _ ("%s is not a file."), path);
      return FALSE;
    }
  if (errno == EACCES)
    g_set_error (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_PERMISSION, _ ("You may not open %s."), path);
  else if (mode != FETTLE_OPEN_CREATE)
    g_set_error (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_NOT_FOUND, _ ("There is no file %s."), path);
  else if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    g_set_error (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_NOT_FOUND, _ ("There is no folder %s."), folder);
  else if (folder_is_read_only (path))
    g_set_error (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_READ_ONLY, _ ("No file can be made in %s."), folder);
  else
    return TRUE;
  return FALSE;
}

static void
set_read_only_error (const char *path, GError **error)
{
  g_set_error (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_READ_ONLY,
               _ ("%s cannot be changed: the file or its folder is write-protected."), path);
}

/* Failing to open a file beside the database (its log) most often means that the folder is write-protected. */
static void
set_open_error (FettleConnection *self, int code, const char *sql, GError **error)
{
  if (!self->read_only && (code & 0xff) == SQLITE_CANTOPEN && folder_is_read_only (self->path))
    set_read_only_error (self->path, error);
  else
    fettle_connection_set_error (self, code, sql, error);
}

static gboolean
set_up (FettleConnection *self, const char *sql, GError **error)
{
  int code = sqlite3_exec (self->db, sql, NULL, NULL, NULL);

  if (code != SQLITE_OK)
    set_open_error (self, code, sql, error);
  return code == SQLITE_OK;
}

static gboolean
get_number (FettleConnection *self, const char *sql, gint64 *value, GError **error)
{
  g_autoptr (GError) reason = NULL;

  if (fettle_connection_get_int (self, sql, value, &reason))
    return TRUE;
  if (!self->read_only && !g_error_matches (reason, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_CORRUPT)
      && (sqlite3_errcode (self->db) & 0xff) == SQLITE_CANTOPEN && folder_is_read_only (self->path))
    set_read_only_error (self->path, error);
  else
    g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

/* Nobody reads the statistics that SQLite keeps of every allocation under a lock. */
static void
count_no_memory (void)
{
  static gsize is_set = 0;

  if (g_once_init_enter (&is_set))
    {
      sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
      g_once_init_leave (&is_set, 1);
    }
}

/* Opens without looking inside. @immutable trusts that nobody else has the file: only for write-protected folders. */
static gboolean
open_file (FettleConnection *self, FettleOpenMode mode, gboolean immutable, GError **error)
{
  g_autofree char *escaped = g_uri_escape_string (self->path, "/", FALSE);
  g_autofree char *uri = g_strdup_printf ("file:%s?immutable=1", escaped);
  /* One thread at a time uses a connection; only an interrupt may come from another, and needs no lock. */
  int flags = SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX;
  int code;

  if (mode == FETTLE_OPEN_READ_ONLY)
    flags |= SQLITE_OPEN_READONLY;
  else
    flags |= SQLITE_OPEN_READWRITE | (mode == FETTLE_OPEN_CREATE ? SQLITE_OPEN_CREATE : 0);
  if (immutable)
    flags |= SQLITE_OPEN_URI;

  count_no_memory ();
  code = sqlite3_open_v2 (immutable ? uri : self->path, &self->db, flags, NULL);
  if (code != SQLITE_OK)
    {
      set_open_error (self, code, "open", error);
      return FALSE;
    }
  if (!self->read_only && sqlite3_db_readonly (self->db, "main") == 1)
    {
      set_read_only_error (self->path, error);
      return FALSE;
    }
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  /* Closing would write the log into the file; not before we know what file it is. */
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  sqlite3_busy_handler (self->db, on_busy, self);
  sqlite3_progress_handler (self->db, STEPS_BETWEEN_LOOKS, on_progress, self);
  return set_up (self, SETTINGS, error);
}

/* Whether a stranger's file is really nobody's: new, or made a moment ago by another desk that opens it too. */
static gboolean
is_empty (FettleConnection *self, gint64 application_id, gint64 version)
{
  gint64 n_things = 0;

  return application_id == 0 && version == 0
         && fettle_connection_get_int (self, "SELECT count(*) FROM sqlite_schema", &n_things, NULL) && n_things == 0;
}

static gboolean
check_identity (FettleConnection *self, FettleOpenMode mode, gint64 newest, gboolean *is_new, GError **error)
{
  gint64 application_id;
  gint64 version;

  if (!get_number (self, "PRAGMA application_id", &application_id, error)
      || !get_number (self, "PRAGMA user_version", &version, error))
    return FALSE;
  *is_new = mode == FETTLE_OPEN_CREATE && is_empty (self, application_id, version);
  if (application_id != FETTLE_APPLICATION_ID && !*is_new)
    {
      g_set_error (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_NOT_A_SHOP, _ ("%s is not a Fettle shop."),
                   self->path);
      return FALSE;
    }
  if (version > newest)
    {
      g_set_error (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_NEWER,
                   _ ("%s was written by a newer version of Fettle. Update Fettle to open it."), self->path);
      return FALSE;
    }
  return TRUE;
}

/*
 * Going over to the write-ahead log needs the file alone for a moment, and SQLite does not wait for it in every case:
 * two desks that open a new shop at once would meet here.
 */
static gboolean
switch_to_log (FettleConnection *self, GError **error)
{
  gint64 since = g_get_monotonic_time ();

  while (TRUE)
    {
      int code = sqlite3_exec (self->db, "PRAGMA journal_mode = WAL", NULL, NULL, NULL);

      if (code == SQLITE_OK)
        return TRUE;
      if ((code & 0xff) != SQLITE_BUSY || g_get_monotonic_time () - since > (gint64) self->busy_timeout * 1000)
        {
          set_open_error (self, code, "PRAGMA journal_mode = WAL", error);
          return FALSE;
        }
      g_usleep (1000 + (gulong) g_random_int_range (0, 5000));
    }
}

static gboolean
mark_as_ours (FettleConnection *self, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA application_id = %d", FETTLE_APPLICATION_ID);

  return set_up (self, sql, error);
}

/* A backup on a write-protected medium: without a log beside it nothing is missing from the file itself. */
static gboolean
can_be_immutable (FettleConnection *self)
{
  g_autofree char *log = g_strconcat (self->path, "-wal", NULL);

  return self->read_only && folder_is_read_only (self->path) && !g_file_test (log, G_FILE_TEST_EXISTS);
}

static FettleConnection *
open_once (const char *path, FettleOpenMode mode, gint64 newest, GError **error)
{
  g_autoptr (FettleConnection) self = fettle_connection_new_closed (path);
  gboolean is_new = FALSE;

  self->read_only = mode == FETTLE_OPEN_READ_ONLY;
  if (!open_file (self, mode, can_be_immutable (self), error) || !check_identity (self, mode, newest, &is_new, error))
    return NULL;
  if (!self->read_only && !switch_to_log (self, error))
    return NULL;
  if (is_new && !mark_as_ours (self, error))
    return NULL;
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
  return g_steal_pointer (&self);
}

/* While we opened it, a backup may have been put in the file's place: then what we hold is the old one. */
static gboolean
was_replaced (FettleConnection *self)
{
  int moved = 0;

  return sqlite3_file_control (self->db, "main", SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK && moved;
}

/*
 * A program that was killed may have left work half done that only a writer may take back. To read such a file it is
 * opened for writing for a moment; where that is not allowed, it cannot be read either.
 */
static FettleConnection *
open_recovered (const char *path, FettleOpenMode mode, gint64 newest, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (FettleConnection) self = open_once (path, mode, newest, &reason);

  if (self == NULL && mode == FETTLE_OPEN_READ_ONLY
      && g_error_matches (reason, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_READ_ONLY))
    {
      g_autoptr (FettleConnection) writer = open_once (path, FETTLE_OPEN_EXISTING, newest, NULL);

      g_clear_error (&reason);
      g_clear_pointer (&writer, fettle_connection_unref);
      self = open_once (path, mode, newest, &reason);
    }
  if (reason != NULL)
    g_propagate_error (error, g_steal_pointer (&reason));
  return g_steal_pointer (&self);
}

/*
 * Opens a file whose schema is not newer than @newest, for tests of migration with a list of their own.
 */
FettleConnection *
fettle_connection_open_up_to (const char *path, FettleOpenMode mode, gint64 newest, GError **error)
{
  g_return_val_if_fail (path != NULL && *path != '\0', NULL);

  for (int i = 0; i < 3; i++)
    {
      g_autoptr (FettleConnection) self = NULL;

      if (!check_path (path, mode, error))
        return NULL;
      self = open_recovered (path, mode, newest, error);
      if (self == NULL || !was_replaced (self))
        return g_steal_pointer (&self);
    }
  g_set_error (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_BUSY, _ ("%s is being replaced."), path);
  return NULL;
}

/**
 * fettle_connection_open:
 * @path: the file
 *
 * Opens a shop's file with everything set as it must be: write-ahead log, a commit is on the disk before it returns,
 * foreign keys kept, five seconds of patience with another program. The schema is not brought up to date; that is
 * fettle_migration_run().
 *
 * Returns: (transfer full): the connection, or %NULL: %FETTLE_STORE_ERROR_NOT_FOUND, NOT_A_SHOP, NEWER, READ_ONLY,
 *   PERMISSION, BUSY, CORRUPT, FULL or IO
 */
FettleConnection *
fettle_connection_open (const char *path, FettleOpenMode mode, GError **error)
{
  return fettle_connection_open_up_to (path, mode, fettle_migration_newest (), error);
}
