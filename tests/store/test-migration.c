/* test-migration.c: an older file becomes a newer one with all that it held, or stays as it was.
 *
 * The program's own scripts run over a file of every schema there has been: fixtures/NNN.sql fills one that stands at
 * script NNN. A script that shops have run is never changed again. What the mechanism does with scripts that fail, and
 * with two programs at once, is tested with a list made up here.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-connection-private.h"
#include "fettle-migration.h"
#include "fettle-statement.h"
#include "fettle-store.h"
#include "fettle-transaction.h"
#include "shop-file.h"

#include <glib/gstdio.h>
#include <string.h>

#define FIRST "CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT) STRICT;"
#define SECOND                                                                                                         \
  "ALTER TABLE thing ADD COLUMN colour TEXT;"                                                                          \
  "UPDATE thing SET colour = 'grey';"
#define THIRD                                                                                                          \
  "CREATE TABLE part (id INTEGER PRIMARY KEY, thing_id INTEGER REFERENCES thing (id)) STRICT;"                         \
  "INSERT INTO part (thing_id) SELECT id FROM thing;"

static GPtrArray *
make_list (const char *const *scripts)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) fettle_migration_free);

  for (int i = 0; scripts[i] != NULL; i++)
    {
      g_autofree char *name = g_strdup_printf ("%03d-made-up.sql", i + 1);

      g_ptr_array_add (list, fettle_migration_new (i + 1, name, scripts[i]));
    }
  return list;
}

#define LIST(...) make_list ((const char *const[]){ __VA_ARGS__, NULL })

static FettleConnection *
open_any (const char *path, FettleOpenMode mode)
{
  g_autoptr (GError) error = NULL;
  FettleConnection *connection = fettle_connection_open_up_to (path, mode, 1000, &error);

  g_assert_no_error (error);
  return connection;
}

/* A file at the first of the made-up scripts, with two things in it. */
static FettleConnection *
make_old (ShopFile *file)
{
  g_autoptr (GPtrArray) list = LIST (FIRST);
  FettleConnection *connection = open_any (file->path, FETTLE_OPEN_CREATE);

  g_assert_true (fettle_migration_run_list (connection, list, NULL));
  g_assert_true (shop_file_add_thing (connection, "kettle", NULL));
  g_assert_true (shop_file_add_thing (connection, "toaster", NULL));
  return connection;
}

static void
test_new_file (ShopFile *file, gconstpointer data)
{
  g_autoptr (GPtrArray) list = LIST (FIRST, SECOND, THIRD);
  g_autoptr (FettleConnection) connection = open_any (file->path, FETTLE_OPEN_CREATE);
  g_autoptr (GError) error = NULL;

  g_assert_true (fettle_migration_run_list (connection, list, &error));
  g_assert_no_error (error);
  g_assert_cmpint (shop_file_number (connection, "PRAGMA user_version"), ==, 3);
  g_assert_cmpint (shop_file_number (connection, "SELECT count(colour) FROM thing"), ==, 0);
  /* There was nothing to copy. */
  g_assert_cmpint (shop_file_count_names (file, "before"), ==, 0);
  /* Once more does nothing. */
  g_assert_true (fettle_migration_run_list (connection, list, &error));
  g_assert_cmpint (shop_file_count_names (file, "before"), ==, 0);
}

static void
test_old_file (ShopFile *file, gconstpointer data)
{
  g_autoptr (GPtrArray) list = LIST (FIRST, SECOND, THIRD);
  g_autoptr (FettleConnection) connection = make_old (file);
  g_autoptr (FettleConnection) copy = NULL;
  g_autofree char *copy_path = shop_file_beside (file, "shop.before-2.db");
  g_autoptr (GError) error = NULL;

  g_assert_true (fettle_migration_run_list (connection, list, &error));
  g_assert_no_error (error);
  g_assert_cmpint (shop_file_number (connection, "PRAGMA user_version"), ==, 3);
  g_assert_cmpint (shop_file_number (connection, "SELECT count(*) FROM thing WHERE colour = 'grey'"), ==, 2);
  g_assert_cmpint (shop_file_number (connection, "SELECT count(*) FROM part"), ==, 2);

  /* One copy, of the file as it was, made before the first script. */
  g_assert_cmpint (shop_file_count_names (file, "before"), ==, 1);
  copy = open_any (copy_path, FETTLE_OPEN_READ_ONLY);
  g_assert_cmpint (shop_file_number (copy, "PRAGMA user_version"), ==, 1);
  g_assert_cmpint (shop_file_number (copy, "SELECT count(*) FROM thing"), ==, 2);
  g_assert_cmpint (shop_file_number (copy, "SELECT count(*) FROM pragma_table_info ('thing')"), ==, 2);
}

static void
test_newer_file (ShopFile *file, gconstpointer data)
{
  g_autoptr (GPtrArray) three = LIST (FIRST, SECOND, THIRD);
  g_autoptr (GPtrArray) two = LIST (FIRST, SECOND);
  g_autoptr (FettleConnection) connection = open_any (file->path, FETTLE_OPEN_CREATE);
  g_autoptr (GError) error = NULL;

  g_assert_true (fettle_migration_run_list (connection, three, &error));
  g_assert_false (fettle_migration_run_list (connection, two, &error));
  shop_file_expect (error, FETTLE_STORE_ERROR_NEWER);
  g_clear_pointer (&connection, fettle_connection_unref);
  connection = fettle_connection_open_up_to (file->path, FETTLE_OPEN_EXISTING, 2, &error);
  g_assert_null (connection);
  shop_file_expect (error, FETTLE_STORE_ERROR_NEWER);
}

static void
expect_stays (ShopFile *file, const char *second, const char *third, gint64 version, FettleStoreError expected)
{
  g_autoptr (GPtrArray) list = LIST (FIRST, second, third);
  g_autoptr (GPtrArray) mended = LIST (FIRST, SECOND, THIRD);
  g_autoptr (FettleConnection) connection = make_old (file);
  g_autoptr (GError) error = NULL;

  g_assert_false (fettle_migration_run_list (connection, list, &error));
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, "made-up.sql"));
  shop_file_expect (error, expected);
  g_assert_cmpint (shop_file_number (connection, "PRAGMA user_version"), ==, version);
  g_assert_cmpint (shop_file_number (connection, "SELECT count(*) FROM sqlite_schema WHERE name = 'part'"), ==, 0);
  g_assert_cmpint (shop_file_number (connection, "SELECT count(*) FROM thing"), ==, 2);

  /* The mended program goes on from where the file is. */
  g_assert_true (fettle_migration_run_list (connection, mended, &error));
  g_assert_no_error (error);
  g_assert_cmpint (shop_file_number (connection, "PRAGMA user_version"), ==, 3);
  g_assert_cmpint (shop_file_number (connection, "SELECT count(*) FROM thing WHERE colour = 'grey'"), ==, 2);
}

static void
test_script_fails_first (ShopFile *file, gconstpointer data)
{
  expect_stays (file, SECOND "NONSENSE;", THIRD, 1, FETTLE_STORE_ERROR_FAILED);
}

static void
test_script_fails_later (ShopFile *file, gconstpointer data)
{
  expect_stays (file, SECOND, THIRD "INSERT INTO thing (id) VALUES (1);", 2, FETTLE_STORE_ERROR_ALREADY);
}

/* References are looked at even where a script turned them off for itself. */
static void
test_script_breaks_references (ShopFile *file, gconstpointer data)
{
  expect_stays (file, SECOND,
                "PRAGMA defer_foreign_keys = ON;" THIRD "INSERT INTO part (thing_id) VALUES (99);"
                "PRAGMA defer_foreign_keys = OFF;",
                2, FETTLE_STORE_ERROR_CONSTRAINT);
}

static void
test_gap (ShopFile *file, gconstpointer data)
{
  g_autoptr (GPtrArray) list = LIST (FIRST, SECOND, THIRD);
  g_autoptr (FettleConnection) connection = open_any (file->path, FETTLE_OPEN_CREATE);
  g_autoptr (GError) error = NULL;

  g_ptr_array_remove_index (list, 1);
  g_assert_false (fettle_migration_run_list (connection, list, &error));
  shop_file_expect (error, FETTLE_STORE_ERROR_FAILED);
  g_assert_cmpint (shop_file_number (connection, "PRAGMA user_version"), ==, 1);
}

/* Without a copy nothing is touched: the folder's name for it is taken by a folder here. */
static void
test_no_copy_no_migration (ShopFile *file, gconstpointer data)
{
  g_autoptr (GPtrArray) list = LIST (FIRST, SECOND);
  g_autoptr (FettleConnection) connection = make_old (file);
  g_autofree char *obstacle = shop_file_beside (file, "shop.before-2.db");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (obstacle, 0700), ==, 0);
  g_assert_false (fettle_migration_run_list (connection, list, &error));
  shop_file_expect (error, FETTLE_STORE_ERROR_ALREADY);
  g_assert_cmpint (shop_file_number (connection, "PRAGMA user_version"), ==, 1);
}

/* A copy left by a try that failed is replaced by the one of now. */
static void
test_copy_is_fresh (ShopFile *file, gconstpointer data)
{
  g_autoptr (GPtrArray) broken = LIST (FIRST, "NONSENSE");
  g_autoptr (GPtrArray) mended = LIST (FIRST, SECOND);
  g_autoptr (FettleConnection) connection = make_old (file);
  g_autoptr (FettleConnection) copy = NULL;
  g_autofree char *copy_path = shop_file_beside (file, "shop.before-2.db");

  g_assert_false (fettle_migration_run_list (connection, broken, NULL));
  g_assert_true (shop_file_add_thing (connection, "lamp", NULL));
  g_assert_true (fettle_migration_run_list (connection, mended, NULL));
  copy = open_any (copy_path, FETTLE_OPEN_READ_ONLY);
  g_assert_cmpint (shop_file_number (copy, "SELECT count(*) FROM thing"), ==, 3);
}

static int
migrate_at_once (gpointer data)
{
  ShopFile *file = data;
  g_autoptr (GPtrArray) list = LIST (FIRST, SECOND, THIRD);
  g_autoptr (FettleConnection) connection = fettle_connection_open_up_to (file->path, FETTLE_OPEN_CREATE, 3, NULL);
  g_autoptr (GError) error = NULL;

  if (connection != NULL && fettle_migration_run_list (connection, list, &error))
    return 0;
  g_printerr ("# %s\n", error != NULL ? error->message : "not opened");
  return 1;
}

static void
run_at_once (ShopFile *file)
{
  pid_t children[6];

  for (gsize i = 0; i < G_N_ELEMENTS (children); i++)
    children[i] = shop_file_fork (migrate_at_once, file);
  for (gsize i = 0; i < G_N_ELEMENTS (children); i++)
    g_assert_cmpint (shop_file_wait (children[i]), ==, 0);
}

/* Several desks start the new program at once: the scripts run once, and the copy is of the old file. */
static void
test_at_once (ShopFile *file, gconstpointer data)
{
  for (int round = 0; round < 10; round++)
    {
      g_autofree char *name = g_strdup_printf ("old-%d.db", round);
      g_autofree char *path = shop_file_beside (file, name);
      g_autofree char *stem = g_strdup_printf ("old-%d.before-2.db", round);
      g_autofree char *copy_path = shop_file_beside (file, stem);
      ShopFile one = { file->folder, path };
      g_autoptr (FettleConnection) connection = make_old (&one);
      g_autoptr (FettleConnection) copy = NULL;

      g_clear_pointer (&connection, fettle_connection_unref);
      run_at_once (&one);
      connection = open_any (path, FETTLE_OPEN_EXISTING);
      g_assert_cmpint (shop_file_number (connection, "SELECT count(*) FROM part"), ==, 2);
      copy = open_any (copy_path, FETTLE_OPEN_READ_ONLY);
      g_assert_cmpint (shop_file_number (copy, "PRAGMA user_version"), ==, 1);
    }
}

static void
test_new_at_once (ShopFile *file, gconstpointer data)
{
  g_autoptr (FettleConnection) connection = NULL;

  run_at_once (file);
  connection = open_any (file->path, FETTLE_OPEN_EXISTING);
  g_assert_cmpint (shop_file_number (connection, "PRAGMA user_version"), ==, 3);
  g_assert_cmpint (shop_file_count_names (file, "before"), ==, 0);
}

/* The scripts in the program are numbered without gaps, and each statement of theirs runs. */
static void
test_own_scripts (ShopFile *file, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = fettle_migration_list (&error);
  g_autoptr (FettleStore) store = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (list->len, >, 0);
  g_assert_cmpint (fettle_migration_newest (), ==, list->len);
  for (guint i = 0; i < list->len; i++)
    {
      const FettleMigration *migration = list->pdata[i];

      g_assert_cmpint (migration->number, ==, i + 1);
    }
  store = fettle_store_open (file->path, FETTLE_OPEN_CREATE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (shop_file_number_in (file->path, "PRAGMA user_version"), ==, list->len);
}

/* Every table of ours is strict about what it holds, and so can move to another database. */
static void
test_tables_are_strict (ShopFile *file, gconstpointer data)
{
  g_autoptr (FettleStore) store G_GNUC_UNUSED = fettle_store_open (file->path, FETTLE_OPEN_CREATE, NULL);

  g_assert_cmpint (shop_file_number_in (file->path, "SELECT count(*) FROM pragma_table_list WHERE type = 'table' AND "
                                                    "schema = 'main' AND NOT strict AND name NOT LIKE 'sqlite_%'"),
                   ==, 0);
}

/* The scripts up to the one that a fixture is for. */
static GPtrArray *
list_up_to (int number)
{
  g_autoptr (GPtrArray) all = fettle_migration_list (NULL);
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) fettle_migration_free);

  for (guint i = 0; i < all->len && (int) i < number; i++)
    {
      const FettleMigration *migration = all->pdata[i];

      g_ptr_array_add (list, fettle_migration_new (migration->number, migration->name, migration->sql));
    }
  return list;
}

static void
check_promises (FettleConnection *connection)
{
  g_autoptr (FettleStatement) promises
      = fettle_connection_prepare (connection, "SELECT query, answer FROM fixture_promise");
  FettleStep step;

  while ((step = fettle_statement_step (promises, NULL)) == FETTLE_STEP_ROW)
    {
      g_test_message ("%s", fettle_statement_text (promises, 0));
      g_assert_cmpint (shop_file_number (connection, fettle_statement_text (promises, 0)), ==,
                       fettle_statement_int (promises, 1));
    }
  g_assert_cmpint (step, ==, FETTLE_STEP_DONE);
}

/* Makes the file of an older schema, fills it, migrates it, and asks what the fixture promises. */
static void
migrate_fixture (ShopFile *file, const char *folder, const char *name)
{
  int number = (int) g_ascii_strtoll (name, NULL, 10);
  g_autofree char *script = g_build_filename (folder, name, NULL);
  g_autofree char *sql = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = list_up_to (number);
  g_autoptr (FettleConnection) connection = open_any (file->path, FETTLE_OPEN_CREATE);

  g_test_message ("%s", name);
  g_assert_true (fettle_migration_run_list (connection, list, NULL));
  g_assert_true (g_file_get_contents (script, &sql, NULL, NULL));
  fettle_connection_execute (connection, sql, &error);
  g_assert_no_error (error);
  check_promises (connection);

  fettle_migration_run (connection, &error);
  g_assert_no_error (error);
  g_assert_cmpint (shop_file_number (connection, "PRAGMA user_version"), ==, fettle_migration_newest ());
  g_assert_cmpint (shop_file_number (connection, "SELECT count(*) FROM pragma_foreign_key_check"), ==, 0);
  check_promises (connection);
}

static void
test_fixtures (ShopFile *file, gconstpointer data)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "fixtures", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  int n_fixtures = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_strdup_printf ("%s.%s", file->path, name);
      ShopFile one = { file->folder, path };

      if (!g_str_has_suffix (name, ".sql"))
        continue;
      migrate_fixture (&one, folder, name);
      n_fixtures++;
    }
  /* One for every schema that a shop may have. */
  g_assert_cmpint (n_fixtures, ==, fettle_migration_newest ());
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  shop_file_add ("/migration/new-file", test_new_file);
  shop_file_add ("/migration/old-file", test_old_file);
  shop_file_add ("/migration/newer-file", test_newer_file);
  shop_file_add ("/migration/script-fails-first", test_script_fails_first);
  shop_file_add ("/migration/script-fails-later", test_script_fails_later);
  shop_file_add ("/migration/script-breaks-references", test_script_breaks_references);
  shop_file_add ("/migration/gap", test_gap);
  shop_file_add ("/migration/no-copy-no-migration", test_no_copy_no_migration);
  shop_file_add ("/migration/copy-is-fresh", test_copy_is_fresh);
  shop_file_add ("/migration/at-once", test_at_once);
  shop_file_add ("/migration/new-at-once", test_new_at_once);
  shop_file_add ("/migration/own-scripts", test_own_scripts);
  shop_file_add ("/migration/tables-are-strict", test_tables_are_strict);
  shop_file_add ("/migration/fixtures", test_fixtures);
  return g_test_run ();
}
