/* fettle-connection-private.h: what the bottom of the store shares behind its headers; the only one that knows SQLite.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-connection.h"
#include "fettle-store-error.h"

#include <sqlite3.h>

G_BEGIN_DECLS

struct _FettleConnection
{
  gatomicrefcount references;
  sqlite3 *db;
  char *path;
  gboolean read_only;

  /* Prepared statements that nobody uses at the moment: text to IdleStatement, and the same with the freshest first. */
  GHashTable *idle;
  GQueue freshest;

  /* How long to wait for another program, and since when this wait lasts (monotonic microseconds). */
  guint busy_timeout;
  gint64 busy_since;

  /* What may stop the running statement, or NULL. */
  GCancellable *cancellable;

  /* Whether what the call under way changes is of no interest to any window. */
  gboolean is_quiet;

  /* Who opened the transaction that is under way, or NULL. Static. */
  const char *transaction_owner;
};

FettleConnection *fettle_connection_open_up_to (const char *path, FettleOpenMode mode, gint64 newest, GError **error);
FettleConnection *fettle_connection_new_closed (const char *path);
sqlite3_stmt *fettle_connection_take (FettleConnection *self, const char *sql, GError **error);
void fettle_connection_give_back (FettleConnection *self, sqlite3_stmt *statement);
gboolean fettle_connection_may_step (FettleConnection *self, GError **error);
void fettle_connection_set_error (FettleConnection *self, int code, const char *sql, GError **error);

FettleStoreError fettle_store_error_from_sqlite (int extended, int system_errno);

G_END_DECLS
