/* fettle-transaction.c: all of it or nothing.
 *
 * A transaction that writes takes the lock at its start and not at its first change: two desks that both read a number
 * and both mean to write the next one must not meet. It lives on the thread of its connection and on its caller's
 * stack, so that leaving the function without a commit takes everything back.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-transaction.h"
#include "fettle-connection-private.h"
#include "fettle-statement.h"

struct _FettleTransaction
{
  FettleConnection *connection;
  gboolean is_over;
  gboolean is_part;
};

/* Through the prepared statements: these three are the most frequent of all. */
static gboolean
run (FettleConnection *connection, const char *sql, GError **error)
{
  g_autoptr (FettleStatement) statement = fettle_connection_prepare (connection, sql);

  return fettle_statement_run (statement, error);
}

static FettleTransaction *
begin (FettleConnection *connection, const char *sql, const char *who, GError **error)
{
  FettleTransaction *self;

  g_return_val_if_fail (connection != NULL && who != NULL, NULL);
  if (connection->transaction_owner != NULL)
    {
      g_critical ("%s begins a transaction inside that of %s", who, connection->transaction_owner);
      g_set_error (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_FAILED, "%s inside the transaction of %s", who,
                   connection->transaction_owner);
      return NULL;
    }
  if (!run (connection, sql, error))
    return NULL;

  connection->transaction_owner = who;
  self = g_new0 (FettleTransaction, 1);
  self->connection = fettle_connection_ref (connection);
  return self;
}

/**
 * fettle_transaction_begin:
 * @who: (transfer none): a static text, %G_STRFUNC; it is named if somebody begins another inside
 *
 * Begins a transaction that may write. Waits for another program that writes, %FETTLE_STORE_ERROR_BUSY after the
 * connection's timeout. One inside another is a programmer's mistake.
 *
 * Returns: (transfer full) (nullable): the transaction; freed without a commit it takes everything back
 */
FettleTransaction *
fettle_transaction_begin (FettleConnection *connection, const char *who, GError **error)
{
  return begin (connection, "BEGIN IMMEDIATE", who, error);
}

/**
 * fettle_transaction_join:
 * @who: as in fettle_transaction_begin()
 *
 * As fettle_transaction_begin(), or a part of the transaction that the caller has begun: then the commit is left to the
 * caller, who must not commit after a failure.
 *
 * Returns: (transfer full) (nullable): the transaction or the part
 */
FettleTransaction *
fettle_transaction_join (FettleConnection *connection, const char *who, GError **error)
{
  FettleTransaction *self;

  g_return_val_if_fail (connection != NULL && who != NULL, NULL);
  if (connection->transaction_owner == NULL)
    return fettle_transaction_begin (connection, who, error);
  self = g_new0 (FettleTransaction, 1);
  self->connection = fettle_connection_ref (connection);
  self->is_part = TRUE;
  return self;
}

/**
 * fettle_transaction_begin_read:
 *
 * Begins a transaction in which all statements see the file as it was at the first of them. It never waits for writers
 * and none waits for it.
 *
 * Returns: (transfer full) (nullable): the transaction; it may be freed or committed, as one likes
 */
FettleTransaction *
fettle_transaction_begin_read (FettleConnection *connection, const char *who, GError **error)
{
  return begin (connection, "BEGIN", who, error);
}

/* Rolling back must not fail: statements that still have rows to give are ended first, and no cancellable is asked. */
static void
roll_back (FettleTransaction *self)
{
  sqlite3 *db = self->connection->db;

  for (sqlite3_stmt *each = sqlite3_next_stmt (db, NULL); each != NULL; each = sqlite3_next_stmt (db, each))
    if (sqlite3_stmt_busy (each))
      sqlite3_reset (each);
  if (!sqlite3_get_autocommit (db) && sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL) != SQLITE_OK)
    g_warning ("Cannot roll back %s: %s", self->connection->transaction_owner, sqlite3_errmsg (db));
  self->connection->transaction_owner = NULL;
  self->is_over = TRUE;
}

/**
 * fettle_transaction_commit:
 *
 * When this returns %TRUE, what was written is on the disk. When it fails, everything was taken back.
 *
 * Returns: whether it is kept
 */
gboolean
fettle_transaction_commit (FettleTransaction *self, GError **error)
{
  g_return_val_if_fail (self != NULL && !self->is_over, FALSE);

  if (self->is_part)
    {
      self->is_over = TRUE;
      return TRUE;
    }
  if (!run (self->connection, "COMMIT", error))
    {
      roll_back (self);
      return FALSE;
    }
  self->connection->transaction_owner = NULL;
  self->is_over = TRUE;
  return TRUE;
}

/**
 * fettle_transaction_free:
 *
 * Takes everything back unless it was committed.
 */
void
fettle_transaction_free (FettleTransaction *self)
{
  g_return_if_fail (self != NULL);
  if (!self->is_over && !self->is_part)
    roll_back (self);
  fettle_connection_unref (self->connection);
  g_free (self);
}
