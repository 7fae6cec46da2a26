/* fettle-connection.c: one open database file: its statements, its errors, and how it is stopped.
 *
 * A connection is used by one thread at a time: the store's own, or the one of the command line or a test. Only
 * fettle_connection_interrupt() may come from another. How a file is opened and checked is in fettle-connection-open.c.
 *
 * Preparing a statement costs more than running a small one, so statements are kept by their text when their user is
 * done with them, the most recent ones only.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-connection-private.h"

#include <string.h>

#include "fettle-statement.h"

#define MAX_IDLE_STATEMENTS 200

/* Statements are long and differ early, late or in length: a few letters of each tell them apart well enough, and every
 * prepare looks here. */
static guint
hash_sql (gconstpointer key)
{
  const char *sql = key;
  const gsize length = strlen (sql), stride = length / 16 + 1;
  guint hash = (guint) length;

  for (gsize i = 0; i < length; i += stride)
    hash = hash * 33 + (guchar) sql[i];
  return hash;
}

static void
end_statement (FettleStatement *statement)
{
  sqlite3_finalize (statement->statement);
  g_clear_error (&statement->failure);
  g_strfreev (statement->parameters);
  g_free (statement->own_sql);
  g_free (statement);
}

/* Ends one that nobody uses. */
static void
drop_idle (FettleConnection *self, FettleStatement *statement)
{
  g_queue_unlink (&self->idle, &statement->link);
  g_hash_table_remove (self->kept, statement->sql);
  end_statement (statement);
}

FettleConnection *
fettle_connection_new_closed (const char *path)
{
  FettleConnection *self = g_new0 (FettleConnection, 1);

  g_atomic_ref_count_init (&self->references);
  self->path = g_strdup (path);
  self->kept = g_hash_table_new (hash_sql, g_str_equal);
  g_queue_init (&self->idle);
  self->busy_timeout = 5000;
  return self;
}

/**
 * fettle_connection_ref:
 *
 * Returns: (transfer full): @self
 */
FettleConnection *
fettle_connection_ref (FettleConnection *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->references);
  return self;
}

/**
 * fettle_connection_unref:
 *
 * The last one closes the file. Statements and transactions hold a reference of their own.
 */
void
fettle_connection_unref (FettleConnection *self)
{
  g_return_if_fail (self != NULL);
  if (!g_atomic_ref_count_dec (&self->references))
    return;

  while (self->idle.head != NULL)
    drop_idle (self, self->idle.head->data);
  g_hash_table_unref (self->kept);
  sqlite3_close_v2 (self->db);
  g_clear_object (&self->cancellable);
  g_free (self->path);
  g_free (self);
}

static sqlite3_stmt *
prepare (FettleConnection *self, const char *sql, GError **error)
{
  sqlite3_stmt *statement = NULL;
  const char *rest = NULL;
  int code = sqlite3_prepare_v3 (self->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, &rest);

  if (code != SQLITE_OK)
    {
      fettle_connection_set_error (self, code, sql, error);
      return NULL;
    }
  if (statement == NULL || rest[strspn (rest, " \t\r\n;")] != '\0')
    {
      sqlite3_finalize (statement);
      g_set_error (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_FAILED, "Not one statement: %s", sql);
      return NULL;
    }
  return statement;
}

static FettleStatement *
make_statement (FettleConnection *self, const char *sql)
{
  FettleStatement *statement = g_new0 (FettleStatement, 1);

  statement->link.data = statement;
  statement->statement = prepare (self, sql, &statement->failure);
  if (statement->statement == NULL)
    {
      statement->sql = statement->own_sql = g_strdup (sql);
      return statement;
    }
  statement->sql = sqlite3_sql (statement->statement);
  statement->n_parameters = sqlite3_bind_parameter_count (statement->statement);
  statement->parameters = g_new0 (char *, (gsize) statement->n_parameters + 1);
  for (int i = 0; i < statement->n_parameters; i++)
    {
      const char *name = sqlite3_bind_parameter_name (statement->statement, i + 1);

      statement->parameters[i] = g_strdup (name != NULL ? name : "");
    }
  return statement;
}

/**
 * fettle_connection_prepare:
 * @sql: one statement, with parameters like `:name`
 *
 * Returns: (transfer full) (not nullable): the statement; if @sql is wrong, its first step says so
 */
FettleStatement *
fettle_connection_prepare (FettleConnection *self, const char *sql)
{
  FettleStatement *statement = g_hash_table_lookup (self->kept, sql);

  /* Who is in use already is not taken twice; the second of its text is ended after use. */
  if (statement != NULL && statement->connection == NULL)
    g_queue_unlink (&self->idle, &statement->link);
  else
    {
      const gboolean is_first = statement == NULL;

      statement = make_statement (self, sql);
      statement->is_kept = is_first && statement->statement != NULL;
      if (statement->is_kept)
        g_hash_table_insert (self->kept, (gpointer) statement->sql, statement);
    }
  statement->connection = fettle_connection_ref (self);
  return statement;
}

/*
 * Keeps a statement for the next who wants one of that text, with no values and nothing running. The one that was not
 * used for longest makes room.
 */
void
fettle_connection_give_back (FettleConnection *self, FettleStatement *statement)
{
  if (!statement->is_kept)
    {
      end_statement (statement);
      return;
    }
  sqlite3_reset (statement->statement);
  sqlite3_clear_bindings (statement->statement);
  g_clear_error (&statement->failure);
  statement->connection = NULL;
  statement->last_bound = 0;
  statement->is_done = FALSE;
  g_queue_push_head_link (&self->idle, &statement->link);
  if (self->idle.length > MAX_IDLE_STATEMENTS)
    drop_idle (self, self->idle.tail->data);
}

/*
 * Sets an error for an SQLite code that the last call on this connection gave. @sql holds names of parameters and not
 * their values, so no customer's data gets into a message.
 */
void
fettle_connection_set_error (FettleConnection *self, int code, const char *sql, GError **error)
{
  int extended = self->db != NULL ? sqlite3_extended_errcode (self->db) : code;

  if ((extended & 0xff) != (code & 0xff))
    extended = code;
  if ((extended & 0xff) == SQLITE_INTERRUPT)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Cancelled");
      return;
    }
  g_set_error (error, FETTLE_STORE_ERROR,
               fettle_store_error_from_sqlite (extended, self->db != NULL ? sqlite3_system_errno (self->db) : 0),
               "%s [%d] in %s: %s", self->db != NULL ? sqlite3_errmsg (self->db) : sqlite3_errstr (code), extended,
               self->path, sql != NULL ? sql : "-");
}

/*
 * SQLite ends a transaction by itself when the disk is full or fails. A caller who went on regardless would then write
 * outside of any transaction, each statement for itself: that must never be.
 */
gboolean
fettle_connection_may_step (FettleConnection *self, GError **error)
{
  if (self->transaction_owner != NULL && sqlite3_get_autocommit (self->db))
    {
      g_set_error (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_FAILED,
                   "The transaction of %s was rolled back after an error", self->transaction_owner);
      return FALSE;
    }
  return self->cancellable == NULL || !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

/**
 * fettle_connection_execute:
 * @script: one statement or several, without parameters
 *
 * Runs them in order and stops at the first that fails.
 *
 * Returns: whether all went well
 */
gboolean
fettle_connection_execute (FettleConnection *self, const char *script, GError **error)
{
  int code;

  g_return_val_if_fail (self != NULL && script != NULL, FALSE);
  if (!fettle_connection_may_step (self, error))
    return FALSE;
  code = sqlite3_exec (self->db, script, NULL, NULL, NULL);
  if (code == SQLITE_OK)
    return TRUE;
  fettle_connection_set_error (self, code, script, error);
  return FALSE;
}

/**
 * fettle_connection_get_int:
 * @sql: a statement without parameters whose first column is a number
 * @value: (out): the first row's first column
 *
 * Returns: whether there was a row; %FETTLE_STORE_ERROR_NOT_FOUND where there was none
 */
gboolean
fettle_connection_get_int (FettleConnection *self, const char *sql, gint64 *value, GError **error)
{
  g_autoptr (FettleStatement) statement = NULL;
  FettleStep step;

  g_return_val_if_fail (self != NULL && sql != NULL && value != NULL, FALSE);
  statement = fettle_connection_prepare (self, sql);
  step = fettle_statement_step (statement, error);
  if (step == FETTLE_STEP_ROW)
    *value = fettle_statement_int (statement, 0);
  else if (step == FETTLE_STEP_DONE)
    g_set_error (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_NOT_FOUND, "No row: %s", sql);
  return step == FETTLE_STEP_ROW;
}

/**
 * fettle_connection_last_id:
 *
 * Returns: the id of the row that this connection inserted last, or 0
 */
gint64
fettle_connection_last_id (FettleConnection *self)
{
  return sqlite3_last_insert_rowid (self->db);
}

/**
 * fettle_connection_changes:
 *
 * Returns: how many rows the last INSERT, UPDATE or DELETE touched, without those of triggers
 */
gint64
fettle_connection_changes (FettleConnection *self)
{
  return sqlite3_changes64 (self->db);
}

/**
 * fettle_connection_total_changes:
 *
 * Returns: how many rows this connection has touched since it was opened, with those of triggers
 */
gint64
fettle_connection_total_changes (FettleConnection *self)
{
  return sqlite3_total_changes64 (self->db);
}

/**
 * fettle_connection_path:
 *
 * Returns: (transfer none): the file as it was given at opening
 */
const char *
fettle_connection_path (FettleConnection *self)
{
  return self->path;
}

/**
 * fettle_connection_is_read_only:
 *
 * Returns: whether it was opened with %FETTLE_OPEN_READ_ONLY
 */
gboolean
fettle_connection_is_read_only (FettleConnection *self)
{
  return self->read_only;
}

/**
 * fettle_connection_set_busy_timeout:
 * @milliseconds: how long a statement waits for another program that writes; 5000 at first
 */
void
fettle_connection_set_busy_timeout (FettleConnection *self, guint milliseconds)
{
  self->busy_timeout = milliseconds;
}

/**
 * fettle_connection_keep_quiet:
 *
 * Says that what the call under way changes shows in no window (a draft, what was notified), so that it is no news for
 * this or any other desk. Where the call also adds to a timeline, that is told all the same.
 */
void
fettle_connection_keep_quiet (FettleConnection *self)
{
  self->is_quiet = TRUE;
}

/**
 * fettle_connection_set_cancellable:
 * @cancellable: (nullable): stops the statements of this connection, the running one too, until it is set to %NULL
 *
 * A transaction that is stopped rolls back. Rolling back itself is never stopped.
 */
void
fettle_connection_set_cancellable (FettleConnection *self, GCancellable *cancellable)
{
  g_set_object (&self->cancellable, cancellable);
}

/**
 * fettle_connection_interrupt:
 *
 * Stops the statement that runs at this moment, from any thread; it fails with %G_IO_ERROR_CANCELLED. A statement that
 * starts later is not touched: who wants that uses a cancellable.
 */
void
fettle_connection_interrupt (FettleConnection *self)
{
  sqlite3_interrupt (self->db);
}

/**
 * fettle_connection_explain:
 *
 * For tests: how the database would go about @sql.
 *
 * Returns: (transfer full): the query plan, a line a step ("SEARCH job USING INDEX …"), or the error
 */
char *
fettle_connection_explain (FettleConnection *self, const char *sql)
{
  g_autofree char *explain = g_strconcat ("EXPLAIN QUERY PLAN ", sql, NULL);
  g_autoptr (FettleStatement) rows = fettle_connection_prepare (self, explain);
  g_autoptr (GError) error = NULL;
  GString *plan = g_string_new (NULL);

  while (fettle_statement_step (rows, &error) == FETTLE_STEP_ROW)
    g_string_append_printf (plan, "%s%s", plan->len > 0 ? "\n" : "", fettle_statement_text (rows, 3));
  if (error != NULL)
    g_string_append (plan, error->message);
  return g_string_free (plan, FALSE);
}

/**
 * fettle_connection_list_statements:
 *
 * For tests: what has been asked so far.
 *
 * Returns: (transfer full) (array zero-terminated=1): the texts of the statements that are kept prepared
 */
char **
fettle_connection_list_statements (FettleConnection *self)
{
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();

  for (GList *each = self->idle.head; each != NULL; each = each->next)
    g_strv_builder_add (texts, ((FettleStatement *) each->data)->sql);
  return g_strv_builder_end (texts);
}
