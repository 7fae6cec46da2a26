/* test-transaction.c: all of it or nothing, whatever goes wrong in between.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-statement.h"
#include "fettle-transaction.h"
#include "shop-file.h"

#include <signal.h>

#define COUNT "SELECT count(*) FROM thing"

static void
test_commit (ShopFile *file, gconstpointer data)
{
  g_autoptr (FettleConnection) connection = shop_file_create (file);
  g_autoptr (FettleConnection) other = fettle_connection_open (file->path, FETTLE_OPEN_EXISTING, NULL);
  g_autoptr (FettleTransaction) transaction = fettle_transaction_begin (connection, G_STRFUNC, NULL);

  g_assert_true (shop_file_add_thing (connection, "kettle", NULL));
  g_assert_cmpint (shop_file_number (connection, COUNT), ==, 1);
  g_assert_cmpint (shop_file_number (other, COUNT), ==, 0);
  g_assert_true (fettle_transaction_commit (transaction, NULL));
  g_assert_cmpint (shop_file_number (other, COUNT), ==, 1);
}

static gboolean
add_and_leave (FettleConnection *connection, gboolean commit)
{
  g_autoptr (FettleTransaction) transaction = fettle_transaction_begin (connection, G_STRFUNC, NULL);

  g_assert_nonnull (transaction);
  g_assert_true (shop_file_add_thing (connection, "kettle", NULL));
  return commit && fettle_transaction_commit (transaction, NULL);
}

static void
test_leaving_takes_back (ShopFile *file, gconstpointer data)
{
  g_autoptr (FettleConnection) connection = shop_file_create (file);

  g_assert_false (add_and_leave (connection, FALSE));
  g_assert_cmpint (shop_file_number (connection, COUNT), ==, 0);
  g_assert_true (add_and_leave (connection, TRUE));
  g_assert_cmpint (shop_file_number (connection, COUNT), ==, 1);
}

/* A statement that still has rows to give does not keep a transaction from ending. */
static void
test_leaving_in_the_middle (ShopFile *file, gconstpointer data)
{
  g_autoptr (FettleConnection) connection = shop_file_create (file);
  g_autoptr (FettleStatement) reading = fettle_connection_prepare (connection, "SELECT 1 UNION SELECT 2");
  g_autoptr (FettleTransaction) transaction = fettle_transaction_begin (connection, G_STRFUNC, NULL);

  g_assert_true (shop_file_add_thing (connection, "kettle", NULL));
  g_assert_cmpint (fettle_statement_step (reading, NULL), ==, FETTLE_STEP_ROW);
  g_clear_pointer (&transaction, fettle_transaction_free);
  g_assert_cmpint (shop_file_number (connection, COUNT), ==, 0);
  transaction = fettle_transaction_begin (connection, G_STRFUNC, NULL);
  g_assert_nonnull (transaction);
}

static void
test_inside_another (ShopFile *file, gconstpointer data)
{
  g_autoptr (FettleConnection) connection = shop_file_create (file);
  g_autoptr (FettleTransaction) outer = fettle_transaction_begin (connection, "outer_function", NULL);
  g_autoptr (FettleTransaction) inner = NULL;
  g_autoptr (GError) error = NULL;

  g_test_expect_message ("fettle", G_LOG_LEVEL_CRITICAL, "*inner_function*inside that of outer_function*");
  inner = fettle_transaction_begin (connection, "inner_function", &error);
  g_test_assert_expected_messages ();
  g_assert_null (inner);
  shop_file_expect (error, FETTLE_STORE_ERROR_FAILED);

  /* The outer one is none the worse. */
  g_assert_true (shop_file_add_thing (connection, "kettle", NULL));
  g_assert_true (fettle_transaction_commit (outer, &error));
  g_assert_no_error (error);
}

/* Only one writes at a time; the other is told, and reads on. */
static void
test_one_writer (ShopFile *file, gconstpointer data)
{
  g_autoptr (FettleConnection) first = shop_file_create (file);
  g_autoptr (FettleConnection) second = fettle_connection_open (file->path, FETTLE_OPEN_EXISTING, NULL);
  g_autoptr (FettleTransaction) writing G_GNUC_UNUSED = fettle_transaction_begin (first, G_STRFUNC, NULL);
  g_autoptr (FettleTransaction) other = NULL;
  g_autoptr (GError) error = NULL;

  fettle_connection_set_busy_timeout (second, 0);
  other = fettle_transaction_begin (second, G_STRFUNC, &error);
  g_assert_null (other);
  shop_file_expect (error, FETTLE_STORE_ERROR_BUSY);
  other = fettle_transaction_begin_read (second, G_STRFUNC, &error);
  g_assert_no_error (error);
  g_assert_cmpint (shop_file_number (second, COUNT), ==, 0);
}

static void
test_one_state_to_read (ShopFile *file, gconstpointer data)
{
  g_autoptr (FettleConnection) writer = shop_file_create (file);
  g_autoptr (FettleConnection) reader = fettle_connection_open (file->path, FETTLE_OPEN_EXISTING, NULL);
  g_autoptr (FettleTransaction) reading = fettle_transaction_begin_read (reader, G_STRFUNC, NULL);

  g_assert_cmpint (shop_file_number (reader, COUNT), ==, 0);
  g_assert_true (shop_file_add_thing (writer, "kettle", NULL));
  g_assert_cmpint (shop_file_number (reader, COUNT), ==, 0);
  g_clear_pointer (&reading, fettle_transaction_free);
  g_assert_cmpint (shop_file_number (reader, COUNT), ==, 1);
}

/* A refused statement inside leaves the transaction as it was; the caller decides. */
static void
test_refused_statement (ShopFile *file, gconstpointer data)
{
  g_autoptr (FettleConnection) connection = shop_file_create (file);
  g_autoptr (FettleTransaction) transaction = fettle_transaction_begin (connection, G_STRFUNC, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (shop_file_add_thing (connection, "kettle", NULL));
  g_assert_false (shop_file_add_thing (connection, "kettle", &error));
  shop_file_expect (error, FETTLE_STORE_ERROR_ALREADY);
  g_assert_true (fettle_transaction_commit (transaction, &error));
  g_assert_cmpint (shop_file_number (connection, COUNT), ==, 1);
}

/* What the database ended by itself must not go on outside of any transaction. */
static void
test_ended_by_the_database (ShopFile *file, gconstpointer data)
{
  g_autoptr (FettleConnection) connection = shop_file_create (file);
  g_autoptr (FettleTransaction) transaction = fettle_transaction_begin (connection, G_STRFUNC, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (shop_file_add_thing (connection, "kettle", NULL));
  g_assert_false (
      fettle_connection_execute (connection, "INSERT OR ROLLBACK INTO thing (name) VALUES ('kettle')", &error));
  shop_file_expect (error, FETTLE_STORE_ERROR_ALREADY);
  g_assert_false (shop_file_add_thing (connection, "toaster", &error));
  shop_file_expect (error, FETTLE_STORE_ERROR_FAILED);
  g_assert_false (fettle_transaction_commit (transaction, &error));
  shop_file_expect (error, FETTLE_STORE_ERROR_FAILED);
  g_clear_pointer (&transaction, fettle_transaction_free);

  g_assert_cmpint (shop_file_number (connection, COUNT), ==, 0);
  g_assert_true (shop_file_add_thing (connection, "toaster", &error));
}

/* References are checked at the end where the schema says so; then nothing is kept. */
static void
test_refused_commit (ShopFile *file, gconstpointer data)
{
  g_autoptr (FettleConnection) connection = shop_file_create (file);
  g_autoptr (FettleTransaction) transaction = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (fettle_connection_execute (
      connection, "CREATE TABLE part (thing_id INTEGER REFERENCES thing (id) DEFERRABLE INITIALLY DEFERRED) STRICT",
      NULL));
  transaction = fettle_transaction_begin (connection, G_STRFUNC, NULL);
  g_assert_true (shop_file_add_thing (connection, "kettle", NULL));
  g_assert_true (fettle_connection_execute (connection, "INSERT INTO part VALUES (99)", NULL));
  g_assert_false (fettle_transaction_commit (transaction, &error));
  shop_file_expect (error, FETTLE_STORE_ERROR_CONSTRAINT);
  g_clear_pointer (&transaction, fettle_transaction_free);
  g_assert_cmpint (shop_file_number (connection, COUNT), ==, 0);
  g_assert_cmpint (shop_file_number (connection, "SELECT count(*) FROM part"), ==, 0);
  transaction = fettle_transaction_begin (connection, G_STRFUNC, &error);
  g_assert_no_error (error);
}

static void
test_cancelled (ShopFile *file, gconstpointer data)
{
  g_autoptr (FettleConnection) connection = shop_file_create (file);
  g_autoptr (FettleTransaction) transaction = fettle_transaction_begin (connection, G_STRFUNC, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (shop_file_add_thing (connection, "kettle", NULL));
  fettle_connection_set_cancellable (connection, cancellable);
  g_cancellable_cancel (cancellable);
  g_assert_false (fettle_transaction_commit (transaction, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  fettle_connection_set_cancellable (connection, NULL);
  g_assert_cmpint (shop_file_number (connection, COUNT), ==, 0);
}

static void
test_read_only (ShopFile *file, gconstpointer data)
{
  g_autoptr (FettleConnection) writer G_GNUC_UNUSED = shop_file_create (file);
  g_autoptr (FettleConnection) reader = fettle_connection_open (file->path, FETTLE_OPEN_READ_ONLY, NULL);
  g_autoptr (FettleTransaction) transaction = NULL;
  g_autoptr (GError) error = NULL;

  transaction = fettle_transaction_begin (reader, G_STRFUNC, &error);
  if (transaction != NULL)
    g_assert_false (shop_file_add_thing (reader, "kettle", &error));
  shop_file_expect (error, FETTLE_STORE_ERROR_READ_ONLY);
}

static int
crash_inside (gpointer data)
{
  ShopFile *file = data;
  g_autoptr (FettleConnection) connection = fettle_connection_open (file->path, FETTLE_OPEN_EXISTING, NULL);
  g_autoptr (FettleTransaction) transaction = fettle_transaction_begin (connection, G_STRFUNC, NULL);

  shop_file_add_thing (connection, "half", NULL);
  raise (SIGKILL);
  return transaction != NULL ? 0 : 1;
}

static void
test_killed_inside (ShopFile *file, gconstpointer data)
{
  g_autoptr (FettleConnection) connection = shop_file_create (file);

  g_assert_true (shop_file_add_thing (connection, "kettle", NULL));
  g_clear_pointer (&connection, fettle_connection_unref);
  g_assert_cmpint (shop_file_wait (shop_file_fork (crash_inside, file)), ==, -1);
  g_assert_cmpint (shop_file_number_in (file->path, COUNT), ==, 1);
  connection = fettle_connection_open (file->path, FETTLE_OPEN_EXISTING, NULL);
  g_assert_true (shop_file_add_thing (connection, "toaster", NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  shop_file_add ("/transaction/commit", test_commit);
  shop_file_add ("/transaction/leaving-takes-back", test_leaving_takes_back);
  shop_file_add ("/transaction/leaving-in-the-middle", test_leaving_in_the_middle);
  shop_file_add ("/transaction/inside-another", test_inside_another);
  shop_file_add ("/transaction/one-writer", test_one_writer);
  shop_file_add ("/transaction/one-state-to-read", test_one_state_to_read);
  shop_file_add ("/transaction/refused-statement", test_refused_statement);
  shop_file_add ("/transaction/ended-by-the-database", test_ended_by_the_database);
  shop_file_add ("/transaction/refused-commit", test_refused_commit);
  shop_file_add ("/transaction/cancelled", test_cancelled);
  shop_file_add ("/transaction/read-only", test_read_only);
  shop_file_add ("/transaction/killed-inside", test_killed_inside);
  return g_test_run ();
}
