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

  /* The statements that are kept prepared, by their text; and those of them that nobody uses at the moment, the one
   * that was used last in front. */
  GHashTable *kept;
  GQueue idle;

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

/* A statement that was prepared once and is used again and again: whoever takes it has it alone until it is given back.
 */
struct _FettleStatement
{
  /* A reference while it is taken; NULL while it is idle, or the connection could not go. */
  FettleConnection *connection;

  /* Of the prepared statement, or a copy where there is none. */
  const char *sql;
  char *own_sql;
  sqlite3_stmt *statement;

  /* Why there is no statement, or why it cannot be run. */
  GError *failure;

  /* The names of its parameters, the one of number 1 first (SQLite moves its own when the schema changes), and the
   * number of the one that was bound last: most are bound in the order in which they stand. */
  char **parameters;
  int n_parameters;
  int last_bound;

  gboolean is_done;
  gboolean is_kept;
  GList link;
};

FettleConnection *fettle_connection_open_up_to (const char *path, FettleOpenMode mode, gint64 newest, GError **error);
FettleConnection *fettle_connection_new_closed (const char *path);
void fettle_connection_give_back (FettleConnection *self, FettleStatement *statement);
gboolean fettle_connection_may_step (FettleConnection *self, GError **error);
void fettle_connection_set_error (FettleConnection *self, int code, const char *sql, GError **error);

FettleStoreError fettle_store_error_from_sqlite (int extended, int system_errno);

G_END_DECLS
