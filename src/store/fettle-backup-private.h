/* fettle-backup-private.h: what saving and restoring a backup share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-backup.h"

G_BEGIN_DECLS

/**
 * FettleBackupCopy:
 * What to copy and who wants to know.
 */
typedef struct
{
  const char *from;
  const char *to;
  FettleBackupProgress progress;
  gpointer progress_data;
  GCancellable *cancellable;
} FettleBackupCopy;

char *fettle_backup_make_part (const FettleBackupCopy *copy, GError **error);
gboolean fettle_backup_sync (const char *path, gboolean is_folder, GError **error);
gboolean fettle_backup_sync_folder_of (const char *path, GError **error);
void fettle_backup_set_system_error (const char *path, int system_errno, GError **error);

G_END_DECLS
