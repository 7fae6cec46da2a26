/* fettle-migration.c: brings an older file's schema up to date.
 *
 * The scripts are data (data/sql/NNN-name.sql) and lie in the program. Each runs in a transaction of its own that also
 * moves `user_version`, so that a file is always at one script's end. Before the first of them the file is copied
 * beside itself. Two programs may open an old file at once: whoever gets the lock does the work, the other finds it
 * done.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-migration.h"
#include "fettle-backup.h"
#include "fettle-connection-private.h"
#include "fettle-sql-resources.h"
#include "fettle-transaction.h"

#include <glib/gi18n-lib.h>

#define FOLDER "/org/fettle/Fettle/sql/"

/* A large shop's migration takes longer than a save; the other desk waits for it. */
#define PATIENCE_MS 120000

/**
 * fettle_migration_new:
 *
 * Returns: (transfer full): a script with copies of its texts
 */
FettleMigration *
fettle_migration_new (int number, const char *name, const char *sql)
{
  FettleMigration *self = g_new0 (FettleMigration, 1);

  self->number = number;
  self->name = g_strdup (name);
  self->sql = g_strdup (sql);
  return self;
}

/**
 * fettle_migration_free:
 */
void
fettle_migration_free (FettleMigration *self)
{
  g_free (self->name);
  g_free (self->sql);
  g_free (self);
}

static int
number_of (const char *name)
{
  return g_str_has_suffix (name, ".sql") ? (int) g_ascii_strtoll (name, NULL, 10) : 0;
}

static char **
names_of_scripts (void)
{
  g_auto (GStrv) none = g_new0 (char *, 1);
  char **names = g_resource_enumerate_children (fettle_sql_get_resource (), FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  return names != NULL ? names : g_steal_pointer (&none);
}

/**
 * fettle_migration_newest:
 *
 * Returns: the schema that this program knows, the number of its last script
 */
int
fettle_migration_newest (void)
{
  static gsize newest_plus_one = 0;

  if (g_once_init_enter (&newest_plus_one))
    {
      g_auto (GStrv) names = names_of_scripts ();
      int newest = 0;

      for (char **name = names; *name != NULL; name++)
        newest = MAX (newest, number_of (*name));
      g_once_init_leave (&newest_plus_one, (gsize) newest + 1);
    }
  return (int) newest_plus_one - 1;
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  const FettleMigration *first = *(FettleMigration *const *) a;
  const FettleMigration *second = *(FettleMigration *const *) b;

  return first->number - second->number;
}

/**
 * fettle_migration_list:
 *
 * Returns: (transfer full) (element-type FettleMigration): the program's own scripts in order, or %NULL
 */
GPtrArray *
fettle_migration_list (GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) fettle_migration_free);
  g_auto (GStrv) names = names_of_scripts ();

  for (char **name = names; *name != NULL; name++)
    {
      g_autofree char *path = g_strconcat (FOLDER, *name, NULL);
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *sql = NULL;

      if (number_of (*name) == 0)
        continue;
      bytes = g_resource_lookup_data (fettle_sql_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
      if (bytes == NULL)
        return NULL;
      sql = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      g_ptr_array_add (list, fettle_migration_new (number_of (*name), *name, sql));
    }
  g_ptr_array_sort (list, compare_numbers);
  return g_steal_pointer (&list);
}

static gboolean
get_version (FettleConnection *connection, gint64 *version, GError **error)
{
  return fettle_connection_get_int (connection, "PRAGMA user_version", version, error);
}

static char *
path_beside (const char *path, int number)
{
  g_autofree char *stem = fettle_backup_stem (path);

  return g_strdup_printf ("%s.before-%d.db", stem, number);
}

/* NAME.before-N.db beside the file, as it is while we hold its lock: nobody can have changed it since we looked. */
static gboolean
keep_copy (FettleConnection *connection, int number, GError **error)
{
  g_autofree char *copy = path_beside (fettle_connection_path (connection), number);

  return fettle_backup_save (fettle_connection_path (connection), copy, NULL, NULL, NULL, error);
}

static gboolean
run_script (FettleConnection *connection, const FettleMigration *migration, GError **error)
{
  g_autofree char *mark = g_strdup_printf ("PRAGMA user_version = %d", migration->number);

  if (!fettle_connection_execute (connection, migration->sql, error)
      || !fettle_connection_execute (connection, mark, error))
    {
      g_prefix_error (error, "%s: ", migration->name);
      return FALSE;
    }
  return TRUE;
}

/* A script that rebuilds a table may leave a row that points nowhere; that must not be kept. */
static gboolean
check_references (FettleConnection *connection, const FettleMigration *migration, GError **error)
{
  gint64 n_broken;

  if (!fettle_connection_get_int (connection, "SELECT count(*) FROM pragma_foreign_key_check", &n_broken, error))
    return FALSE;
  if (n_broken == 0)
    return TRUE;
  g_set_error (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_CONSTRAINT,
               "%s leaves %" G_GINT64_FORMAT " rows that point "
               "nowhere",
               migration->name, n_broken);
  return FALSE;
}

/* Does one script, if nobody else did it meanwhile. */
static gboolean
advance (FettleConnection *connection, const FettleMigration *migration, gboolean *is_kept, GError **error)
{
  g_autoptr (FettleTransaction) transaction = fettle_transaction_begin (connection, G_STRFUNC, error);
  gint64 version;

  if (transaction == NULL || !get_version (connection, &version, error))
    return FALSE;
  if (version >= migration->number)
    return TRUE;
  if (version != migration->number - 1)
    {
      g_set_error (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_FAILED, "%s does not follow schema %" G_GINT64_FORMAT,
                   migration->name, version);
      return FALSE;
    }
  if (version > 0 && !*is_kept)
    {
      if (!keep_copy (connection, migration->number, error))
        return FALSE;
      *is_kept = TRUE;
    }
  return run_script (connection, migration, error) && (version == 0 || check_references (connection, migration, error))
         && fettle_transaction_commit (transaction, error);
}

static gboolean
run_all (FettleConnection *connection, GPtrArray *migrations, GError **error)
{
  gboolean is_kept;
  gint64 version;
  int newest = 0;

  if (!get_version (connection, &version, error))
    return FALSE;
  /* A file that is made just now holds nothing to copy. */
  is_kept = version == 0;
  for (guint i = 0; i < migrations->len; i++)
    {
      const FettleMigration *migration = migrations->pdata[i];

      newest = migration->number;
      if (version < migration->number && !advance (connection, migration, &is_kept, error))
        return FALSE;
    }
  if (version <= newest)
    return TRUE;
  g_set_error (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_NEWER,
               _ ("%s was written by a newer version of Fettle. Update Fettle to open it."),
               fettle_connection_path (connection));
  return FALSE;
}

/**
 * fettle_migration_run_list:
 * @migrations: (element-type FettleMigration): in order of their numbers, from 1
 *
 * Runs those scripts that the file has not seen. A file with data is copied first, to NAME.before-N.db beside it, where
 * N is the first script that runs. If a script fails, the file stays at the one before.
 *
 * Returns: whether the file is at the last script; %FETTLE_STORE_ERROR_NEWER if it is past it
 */
gboolean
fettle_migration_run_list (FettleConnection *connection, GPtrArray *migrations, GError **error)
{
  guint patience = connection->busy_timeout;
  gboolean is_done;

  g_return_val_if_fail (connection != NULL && migrations != NULL, FALSE);
  fettle_connection_set_busy_timeout (connection, MAX (patience, PATIENCE_MS));
  is_done = run_all (connection, migrations, error);
  fettle_connection_set_busy_timeout (connection, patience);
  return is_done;
}

/**
 * fettle_migration_run:
 *
 * Brings a file up to the program's own schema.
 *
 * Returns: whether it is
 */
gboolean
fettle_migration_run (FettleConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) migrations = fettle_migration_list (error);

  return migrations != NULL && fettle_migration_run_list (connection, migrations, error);
}
