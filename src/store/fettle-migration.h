/* fettle-migration.h: brings an older file's schema up to date.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-connection.h"

G_BEGIN_DECLS

/**
 * FettleMigration:
 * @number: the `user_version` of a file after it, from 1 without gaps
 * @name: for messages, "001-first.sql"
 * @sql: the script, one statement or several
 */
typedef struct
{
  int number;
  char *name;
  char *sql;
} FettleMigration;

int fettle_migration_newest (void);
GPtrArray *fettle_migration_list (GError **error);
gboolean fettle_migration_run (FettleConnection *connection, GError **error);
gboolean fettle_migration_run_list (FettleConnection *connection, GPtrArray *migrations, GError **error);

FettleMigration *fettle_migration_new (int number, const char *name, const char *sql);
void fettle_migration_free (FettleMigration *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FettleMigration, fettle_migration_free)

G_END_DECLS
