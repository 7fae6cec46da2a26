/* fettle-statement.h: one SQL statement with its values bound by name.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-connection.h"

G_BEGIN_DECLS

/**
 * FettleStep:
 * @FETTLE_STEP_ERROR: it failed
 * @FETTLE_STEP_DONE: there are no more rows
 * @FETTLE_STEP_ROW: a row stands ready to be read
 */
typedef enum
{
  FETTLE_STEP_ERROR = -1,
  FETTLE_STEP_DONE = 0,
  FETTLE_STEP_ROW = 1,
} FettleStep;

void fettle_statement_bind_int (FettleStatement *self, const char *name, gint64 value);
void fettle_statement_bind_id (FettleStatement *self, const char *name, gint64 id);
void fettle_statement_bind_boolean (FettleStatement *self, const char *name, gboolean value);
void fettle_statement_bind_text (FettleStatement *self, const char *name, const char *text);
void fettle_statement_bind_bytes (FettleStatement *self, const char *name, GBytes *bytes);
void fettle_statement_bind_null (FettleStatement *self, const char *name);

FettleStep fettle_statement_step (FettleStatement *self, GError **error);
gboolean fettle_statement_run (FettleStatement *self, GError **error);
void fettle_statement_reset (FettleStatement *self);
void fettle_statement_free (FettleStatement *self);

int fettle_statement_n_columns (FettleStatement *self);
gint64 fettle_statement_int (FettleStatement *self, int column);
gboolean fettle_statement_boolean (FettleStatement *self, int column);
const char *fettle_statement_text (FettleStatement *self, int column);
char *fettle_statement_dup (FettleStatement *self, int column);
GBytes *fettle_statement_bytes (FettleStatement *self, int column);
gboolean fettle_statement_is_null (FettleStatement *self, int column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FettleStatement, fettle_statement_free)

G_END_DECLS
