/* fault-vfs.c: a disk that fails when it is told to, under the real one.
 *
 * An SQLite file system ("VFS") that hands everything to the real one and gets in the way of what the test wants to see
 * fail. Power loss: every file is copied to NAME.synced at each sync; afterwards each sector of a file is taken either
 * from there or from what was written later, by chance, as a disk may have done in any order.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fault-vfs.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#define SECTOR 512

typedef struct
{
  sqlite3_file base;
  char *path;
  sqlite3_file *real;
} FaultFile;

static sqlite3_vfs fault_vfs;
static sqlite3_vfs *real_vfs;
static sqlite3_io_methods methods;

static gint64 space = -1;
static int until_failure[FAULT_N_KINDS] = { -1, -1, -1, -1 };
static int counts[FAULT_N_KINDS];
static gboolean keeps_synced;

#define REAL(file) (((FaultFile *) (file))->real)

static gboolean
is_failing (FaultKind kind)
{
  counts[kind]++;
  if (until_failure[kind] < 0)
    return FALSE;
  if (until_failure[kind] == 0)
    return TRUE;
  until_failure[kind]--;
  return FALSE;
}

static int
fault_close (sqlite3_file *file)
{
  FaultFile *self = (FaultFile *) file;
  int code = self->real->pMethods->xClose (self->real);

  g_free (self->real);
  g_free (self->path);
  return code;
}

static int
fault_read (sqlite3_file *file, void *buffer, int amount, sqlite3_int64 offset)
{
  if (is_failing (FAULT_READ))
    return SQLITE_IOERR_READ;
  return REAL (file)->pMethods->xRead (REAL (file), buffer, amount, offset);
}

static int
fault_write (sqlite3_file *file, const void *buffer, int amount, sqlite3_int64 offset)
{
  if (is_failing (FAULT_WRITE))
    return SQLITE_IOERR_WRITE;
  if (space >= 0 && amount > space)
    {
      REAL (file)->pMethods->xWrite (REAL (file), buffer, (int) space, offset);
      space = 0;
      return SQLITE_FULL;
    }
  if (space >= 0)
    space -= amount;
  return REAL (file)->pMethods->xWrite (REAL (file), buffer, amount, offset);
}

static int
fault_truncate (sqlite3_file *file, sqlite3_int64 size)
{
  if (is_failing (FAULT_TRUNCATE))
    return SQLITE_IOERR_TRUNCATE;
  return REAL (file)->pMethods->xTruncate (REAL (file), size);
}

static void
keep_synced (const char *path)
{
  g_autofree char *kept = g_strconcat (path, ".synced", NULL);
  g_autofree char *part = g_strconcat (path, ".syncing", NULL);
  g_autofree char *contents = NULL;
  gsize size;

  if (!g_file_get_contents (path, &contents, &size, NULL))
    return;
  g_file_set_contents_full (part, contents, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0600, NULL);
  g_rename (part, kept);
}

static int
fault_sync (sqlite3_file *file, int flags)
{
  FaultFile *self = (FaultFile *) file;

  if (is_failing (FAULT_SYNC))
    return SQLITE_IOERR_FSYNC;
  if (keeps_synced)
    keep_synced (self->path);
  /* The real disk is not what is tested. */
  return SQLITE_OK;
}

static int
fault_file_size (sqlite3_file *file, sqlite3_int64 *size)
{
  return REAL (file)->pMethods->xFileSize (REAL (file), size);
}

static int
fault_lock (sqlite3_file *file, int level)
{
  return REAL (file)->pMethods->xLock (REAL (file), level);
}

static int
fault_unlock (sqlite3_file *file, int level)
{
  return REAL (file)->pMethods->xUnlock (REAL (file), level);
}

static int
fault_check_reserved_lock (sqlite3_file *file, int *is_reserved)
{
  return REAL (file)->pMethods->xCheckReservedLock (REAL (file), is_reserved);
}

static int
fault_file_control (sqlite3_file *file, int operation, void *argument)
{
  return REAL (file)->pMethods->xFileControl (REAL (file), operation, argument);
}

static int
fault_sector_size (sqlite3_file *file)
{
  return REAL (file)->pMethods->xSectorSize (REAL (file));
}

static int
fault_characteristics (sqlite3_file *file)
{
  return REAL (file)->pMethods->xDeviceCharacteristics (REAL (file));
}

static int
fault_shm_map (sqlite3_file *file, int page, int size, int extend, void volatile **memory)
{
  return REAL (file)->pMethods->xShmMap (REAL (file), page, size, extend, memory);
}

static int
fault_shm_lock (sqlite3_file *file, int offset, int n, int flags)
{
  return REAL (file)->pMethods->xShmLock (REAL (file), offset, n, flags);
}

static void
fault_shm_barrier (sqlite3_file *file)
{
  REAL (file)->pMethods->xShmBarrier (REAL (file));
}

static int
fault_shm_unmap (sqlite3_file *file, int remove)
{
  return REAL (file)->pMethods->xShmUnmap (REAL (file), remove);
}

static int
fault_open (sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out_flags)
{
  FaultFile *self = (FaultFile *) file;
  int code;

  memset (self, 0, sizeof *self);
  self->real = g_malloc0 ((gsize) real_vfs->szOsFile);
  code = real_vfs->xOpen (real_vfs, name, self->real, flags, out_flags);
  if (code != SQLITE_OK || self->real->pMethods == NULL)
    {
      g_free (self->real);
      return code;
    }
  self->path = g_strdup (name != NULL ? name : "");
  self->base.pMethods = &methods;
  return SQLITE_OK;
}

/* A file that is deleted by a program that works on is gone on the disk too, sooner or later; here at once. */
static int
fault_delete (sqlite3_vfs *vfs, const char *name, int sync)
{
  g_autofree char *kept = g_strconcat (name, ".synced", NULL);

  if (keeps_synced)
    g_unlink (kept);
  return real_vfs->xDelete (real_vfs, name, sync);
}

void
fault_vfs_install (void)
{
  if (real_vfs != NULL)
    return;
  real_vfs = sqlite3_vfs_find (NULL);
  fault_vfs = *real_vfs;
  fault_vfs.zName = "fault";
  fault_vfs.szOsFile = sizeof (FaultFile);
  fault_vfs.pNext = NULL;
  fault_vfs.xOpen = fault_open;
  fault_vfs.xDelete = fault_delete;

  methods.iVersion = 2;
  methods.xClose = fault_close;
  methods.xRead = fault_read;
  methods.xWrite = fault_write;
  methods.xTruncate = fault_truncate;
  methods.xSync = fault_sync;
  methods.xFileSize = fault_file_size;
  methods.xLock = fault_lock;
  methods.xUnlock = fault_unlock;
  methods.xCheckReservedLock = fault_check_reserved_lock;
  methods.xFileControl = fault_file_control;
  methods.xSectorSize = fault_sector_size;
  methods.xDeviceCharacteristics = fault_characteristics;
  methods.xShmMap = fault_shm_map;
  methods.xShmLock = fault_shm_lock;
  methods.xShmBarrier = fault_shm_barrier;
  methods.xShmUnmap = fault_shm_unmap;
  g_assert_cmpint (sqlite3_vfs_register (&fault_vfs, TRUE), ==, SQLITE_OK);
}

void
fault_vfs_set_space (gint64 bytes)
{
  space = bytes;
}

gint64
fault_vfs_get_space (void)
{
  return space;
}

void
fault_vfs_fail_after (FaultKind kind, int n)
{
  until_failure[kind] = n;
  counts[kind] = 0;
}

int
fault_vfs_count (FaultKind kind)
{
  return counts[kind];
}

void
fault_vfs_keep_synced (gboolean keep)
{
  keeps_synced = keep;
}

/* What a disk may hold of a file after the power went: each sector as synced or as written since. */
static void
mix (const char *path, GRand *chance)
{
  g_autofree char *kept = g_strconcat (path, ".synced", NULL);
  g_autofree char *synced = NULL;
  g_autofree char *written = NULL;
  gsize synced_size = 0, written_size = 0, size;

  g_assert_true (g_file_get_contents (path, &written, &written_size, NULL));
  if (!g_file_get_contents (kept, &synced, &synced_size, NULL))
    {
      /* Never synced: the name may not even be in its folder. */
      g_unlink (path);
      return;
    }
  size = MAX (synced_size, written_size);
  synced = g_realloc (synced, size + 1);
  memset (synced + synced_size, 0, size - synced_size);
  for (gsize at = 0; at < written_size; at += SECTOR)
    if (g_rand_boolean (chance))
      memcpy (synced + at, written + at, MIN (SECTOR, written_size - at));
  if (g_rand_boolean (chance))
    size = synced_size;
  g_assert_true (g_file_set_contents (path, synced, (gssize) size, NULL));
  g_unlink (kept);
}

static GPtrArray *
list_paths (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  return paths;
}

/* All that is there now has been on the disk for long. */
void
fault_vfs_all_is_synced (const char *folder)
{
  g_autoptr (GPtrArray) paths = list_paths (folder);

  for (guint i = 0; i < paths->len; i++)
    if (!g_str_has_suffix (paths->pdata[i], "-shm") && !g_str_has_suffix (paths->pdata[i], ".synced"))
      keep_synced (paths->pdata[i]);
}

void
fault_vfs_lose_power (const char *folder, GRand *chance)
{
  g_autoptr (GPtrArray) paths = list_paths (folder);

  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = paths->pdata[i];

      if (g_str_has_suffix (path, "-shm") || g_str_has_suffix (path, ".syncing"))
        g_unlink (path);
      else if (!g_str_has_suffix (path, ".synced"))
        mix (path, chance);
    }
}
