/* fettle-backup.h: copies of a shop's file that can be trusted, and back again.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-connection.h"

G_BEGIN_DECLS

/**
 * FettleBackupProgress:
 * @done: pages copied so far
 * @total: pages in all
 */
typedef void (*FettleBackupProgress) (int done, int total, gpointer data);

gboolean fettle_backup_save (const char *path,
                             const char *to,
                             FettleBackupProgress progress,
                             gpointer progress_data,
                             GCancellable *cancellable,
                             GError **error);
void fettle_backup_save_async (const char *path,
                               const char *to,
                               FettleBackupProgress progress,
                               gpointer progress_data,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean fettle_backup_save_finish (GAsyncResult *result, GError **error);

gboolean fettle_backup_verify (const char *path, GCancellable *cancellable, GError **error);
char *fettle_backup_stem (const char *path);

gboolean
fettle_backup_restore (const char *from, const char *to, char **kept, GCancellable *cancellable, GError **error);
void fettle_backup_restore_async (const char *from,
                                  const char *to,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean fettle_backup_restore_finish (GAsyncResult *result, char **kept, GError **error);

G_END_DECLS
