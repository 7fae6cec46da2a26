/* fettle-statement.c: one SQL statement with its values bound by name.
 *
 * A statement that could not be prepared is a statement all the same: it takes its values and says at the first step
 * what was wrong, so that callers handle one failure in one place. It lives on the thread of its connection.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-statement.h"
#include "fettle-connection-private.h"

#include <string.h>

/**
 * fettle_statement_free:
 *
 * Gives the statement back to its connection, which keeps it prepared for the next one of the same text.
 */
void
fettle_statement_free (FettleStatement *self)
{
  g_autoptr (FettleConnection) connection = NULL;

  g_return_if_fail (self != NULL);
  connection = self->connection;
  fettle_connection_give_back (connection, self);
}

/* The number of a parameter, or 0 where nothing can be bound. */
static int
parameter (FettleStatement *self, const char *name)
{
  if (self->statement == NULL)
    return 0;
  for (int i = 0; i < self->n_parameters; i++)
    {
      const int place = (self->last_bound + i) % self->n_parameters;

      if (strcmp (self->parameters[place], name) == 0)
        return self->last_bound = place + 1;
    }
  g_critical ("No parameter %s in: %s", name, self->sql);
  return 0;
}

/* SQLite refuses a value while a row stands ready, and one that is longer than it can keep. */
static void
check_bound (FettleStatement *self, const char *name, int code)
{
  if (code == SQLITE_MISUSE)
    g_critical ("Parameter %s is bound while rows are read, without a reset: %s", name, self->sql);
  else if (code != SQLITE_OK && self->failure == NULL)
    fettle_connection_set_error (self->connection, code, self->sql, &self->failure);
}

/**
 * fettle_statement_bind_int:
 * @name: with its colon, `:name`; an unknown one is a programmer's mistake and said loudly
 */
void
fettle_statement_bind_int (FettleStatement *self, const char *name, gint64 value)
{
  int index = parameter (self, name);

  if (index > 0)
    check_bound (self, name, sqlite3_bind_int64 (self->statement, index, value));
}

/**
 * fettle_statement_bind_id:
 * @id: the id of a row, or 0 for none, which is kept as NULL
 */
void
fettle_statement_bind_id (FettleStatement *self, const char *name, gint64 id)
{
  if (id != 0)
    fettle_statement_bind_int (self, name, id);
  else
    fettle_statement_bind_null (self, name);
}

/**
 * fettle_statement_bind_boolean:
 * @value: kept as 0 or 1
 */
void
fettle_statement_bind_boolean (FettleStatement *self, const char *name, gboolean value)
{
  fettle_statement_bind_int (self, name, value ? 1 : 0);
}

/**
 * fettle_statement_bind_text:
 * @text: (nullable): UTF-8, copied; %NULL is kept as NULL
 */
void
fettle_statement_bind_text (FettleStatement *self, const char *name, const char *text)
{
  int index = parameter (self, name);

  if (index > 0)
    check_bound (self, name,
                 sqlite3_bind_text64 (self->statement, index, text, text != NULL ? strlen (text) : 0, SQLITE_TRANSIENT,
                                      SQLITE_UTF8));
}

/**
 * fettle_statement_bind_bytes:
 * @bytes: (nullable): copied; %NULL is kept as NULL, and no bytes as an empty blob
 */
void
fettle_statement_bind_bytes (FettleStatement *self, const char *name, GBytes *bytes)
{
  int index = parameter (self, name);
  gsize size = 0;
  gconstpointer data = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;

  if (index == 0)
    return;
  if (bytes == NULL)
    check_bound (self, name, sqlite3_bind_null (self->statement, index));
  else
    check_bound (self, name,
                 sqlite3_bind_blob64 (self->statement, index, size > 0 ? data : "", size, SQLITE_TRANSIENT));
}

/**
 * fettle_statement_bind_null:
 */
void
fettle_statement_bind_null (FettleStatement *self, const char *name)
{
  int index = parameter (self, name);

  if (index > 0)
    check_bound (self, name, sqlite3_bind_null (self->statement, index));
}

static gboolean
can_step (FettleStatement *self, GError **error)
{
  if (self->failure != NULL)
    {
      g_propagate_error (error, g_error_copy (self->failure));
      return FALSE;
    }
  if (self->is_done)
    {
      g_critical ("Stepped past its end, without a reset: %s", self->sql);
      g_set_error (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_FAILED, "Stepped past its end: %s", self->sql);
      return FALSE;
    }
  return fettle_connection_may_step (self->connection, error);
}

/**
 * fettle_statement_step:
 *
 * Goes to the next row.
 *
 * Returns: whether a row stands ready, or there are no more, or it failed
 */
FettleStep
fettle_statement_step (FettleStatement *self, GError **error)
{
  int code;

  g_return_val_if_fail (self != NULL, FETTLE_STEP_ERROR);
  if (!can_step (self, error))
    return FETTLE_STEP_ERROR;

  code = sqlite3_step (self->statement);
  if (code == SQLITE_ROW)
    return FETTLE_STEP_ROW;
  self->is_done = TRUE;
  if (code == SQLITE_DONE)
    return FETTLE_STEP_DONE;
  fettle_connection_set_error (self->connection, code, self->sql, error);
  sqlite3_reset (self->statement);
  return FETTLE_STEP_ERROR;
}

/**
 * fettle_statement_run:
 *
 * Steps to the end; rows, if any, are dropped.
 *
 * Returns: whether it went well
 */
gboolean
fettle_statement_run (FettleStatement *self, GError **error)
{
  FettleStep step;

  do
    step = fettle_statement_step (self, error);
  while (step == FETTLE_STEP_ROW);
  return step == FETTLE_STEP_DONE;
}

/**
 * fettle_statement_reset:
 *
 * Makes it ready to run again, with all values forgotten (each is NULL until it is bound).
 */
void
fettle_statement_reset (FettleStatement *self)
{
  g_return_if_fail (self != NULL);
  self->is_done = FALSE;
  if (self->statement == NULL)
    return;
  sqlite3_reset (self->statement);
  sqlite3_clear_bindings (self->statement);
}

/**
 * fettle_statement_n_columns:
 *
 * Returns: how many columns a row has, 0 for a statement that gives none
 */
int
fettle_statement_n_columns (FettleStatement *self)
{
  return self->statement != NULL ? sqlite3_column_count (self->statement) : 0;
}

static gboolean
has_column (FettleStatement *self, int column)
{
  if (self->statement != NULL && column >= 0 && column < sqlite3_data_count (self->statement))
    return TRUE;
  g_critical ("No column %d at this moment in: %s", column, self->sql);
  return FALSE;
}

/**
 * fettle_statement_int:
 * @column: from 0
 *
 * Returns: the number in the row that stands ready; 0 for NULL
 */
gint64
fettle_statement_int (FettleStatement *self, int column)
{
  return has_column (self, column) ? sqlite3_column_int64 (self->statement, column) : 0;
}

/**
 * fettle_statement_boolean:
 */
gboolean
fettle_statement_boolean (FettleStatement *self, int column)
{
  return fettle_statement_int (self, column) != 0;
}

/**
 * fettle_statement_text:
 *
 * Returns: (transfer none) (nullable): the text, until the next step; %NULL for NULL
 */
const char *
fettle_statement_text (FettleStatement *self, int column)
{
  return has_column (self, column) ? (const char *) sqlite3_column_text (self->statement, column) : NULL;
}

/**
 * fettle_statement_dup:
 *
 * Returns: (transfer full) (nullable): a copy of the text; %NULL for NULL
 */
char *
fettle_statement_dup (FettleStatement *self, int column)
{
  return g_strdup (fettle_statement_text (self, column));
}

/**
 * fettle_statement_bytes:
 *
 * Returns: (transfer full) (nullable): a copy of the blob; %NULL for NULL
 */
GBytes *
fettle_statement_bytes (FettleStatement *self, int column)
{
  gconstpointer data;

  if (fettle_statement_is_null (self, column))
    return NULL;
  data = sqlite3_column_blob (self->statement, column);
  return g_bytes_new (data, (gsize) sqlite3_column_bytes (self->statement, column));
}

/**
 * fettle_statement_is_null:
 */
gboolean
fettle_statement_is_null (FettleStatement *self, int column)
{
  return !has_column (self, column) || sqlite3_column_type (self->statement, column) == SQLITE_NULL;
}
