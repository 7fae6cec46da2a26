/* fettle-connection.h: one open database file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * FETTLE_APPLICATION_ID:
 * What stands in the header of our files (bytes 68 to 71), "Fetl": it tells them from any other SQLite file.
 */
#define FETTLE_APPLICATION_ID 0x4665746c

/**
 * FettleOpenMode:
 * @FETTLE_OPEN_EXISTING: the file must exist and be one of ours
 * @FETTLE_OPEN_CREATE: the file is made if it does not exist or is empty
 * @FETTLE_OPEN_READ_ONLY: the file must exist; nothing is ever written
 */
typedef enum
{
  FETTLE_OPEN_EXISTING,
  FETTLE_OPEN_CREATE,
  FETTLE_OPEN_READ_ONLY,
} FettleOpenMode;

typedef struct _FettleConnection FettleConnection;
typedef struct _FettleStatement FettleStatement;

FettleConnection *fettle_connection_open (const char *path, FettleOpenMode mode, GError **error);
FettleConnection *fettle_connection_ref (FettleConnection *self);
void fettle_connection_unref (FettleConnection *self);

FettleStatement *fettle_connection_prepare (FettleConnection *self, const char *sql);
gboolean fettle_connection_execute (FettleConnection *self, const char *script, GError **error);
gboolean fettle_connection_get_int (FettleConnection *self, const char *sql, gint64 *value, GError **error);
gint64 fettle_connection_last_id (FettleConnection *self);
gint64 fettle_connection_changes (FettleConnection *self);
gint64 fettle_connection_total_changes (FettleConnection *self);

const char *fettle_connection_path (FettleConnection *self);
gboolean fettle_connection_is_read_only (FettleConnection *self);
void fettle_connection_set_busy_timeout (FettleConnection *self, guint milliseconds);

void fettle_connection_keep_quiet (FettleConnection *self);
void fettle_connection_set_cancellable (FettleConnection *self, GCancellable *cancellable);
void fettle_connection_interrupt (FettleConnection *self);
char *fettle_connection_explain (FettleConnection *self, const char *sql);
char **fettle_connection_list_statements (FettleConnection *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FettleConnection, fettle_connection_unref)

G_END_DECLS
