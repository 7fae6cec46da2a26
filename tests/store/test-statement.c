/* test-statement.c: values go in by name and come out by column, and mistakes are told.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-statement.h"
#include "shop-file.h"

#include <string.h>

static void
test_values (ShopFile *file, gconstpointer data)
{
  g_autoptr (FettleConnection) connection = shop_file_create (file);
  g_autoptr (FettleStatement) s
      = fettle_connection_prepare (connection, "SELECT :int, :text, :yes, :bytes, :id, :none");
  g_autoptr (GBytes) in = g_bytes_new_static ("\0\1\2", 3);
  g_autoptr (GBytes) out = NULL;
  g_autofree char *copy = NULL;

  fettle_statement_bind_int (s, ":int", G_MININT64);
  fettle_statement_bind_text (s, ":text", "手机 é '; DROP TABLE thing; --");
  fettle_statement_bind_boolean (s, ":yes", 17);
  fettle_statement_bind_bytes (s, ":bytes", in);
  fettle_statement_bind_id (s, ":id", 42);
  fettle_statement_bind_null (s, ":none");
  g_assert_cmpint (fettle_statement_step (s, NULL), ==, FETTLE_STEP_ROW);

  g_assert_cmpint (fettle_statement_n_columns (s), ==, 6);
  g_assert_cmpint (fettle_statement_int (s, 0), ==, G_MININT64);
  g_assert_cmpstr (fettle_statement_text (s, 1), ==, "手机 é '; DROP TABLE thing; --");
  copy = fettle_statement_dup (s, 1);
  g_assert_cmpstr (copy, ==, fettle_statement_text (s, 1));
  g_assert_cmpint (fettle_statement_int (s, 2), ==, 1);
  g_assert_true (fettle_statement_boolean (s, 2));
  out = fettle_statement_bytes (s, 3);
  g_assert_true (g_bytes_equal (in, out));
  g_assert_cmpint (fettle_statement_int (s, 4), ==, 42);
  g_assert_true (fettle_statement_is_null (s, 5));
  g_assert_false (fettle_statement_is_null (s, 4));
  g_assert_cmpint (fettle_statement_step (s, NULL), ==, FETTLE_STEP_DONE);
  g_assert_cmpint (shop_file_number (connection, "SELECT count(*) FROM thing"), ==, 0);
}

/* Nothing at all is NULL, and is not the same as an empty value. */
static void
test_nothing (ShopFile *file, gconstpointer data)
{
  g_autoptr (FettleConnection) connection = shop_file_create (file);
  g_autoptr (FettleStatement) s
      = fettle_connection_prepare (connection, "SELECT :text, :bytes, :id, :unbound, :empty_text, :empty_bytes");
  g_autoptr (GBytes) empty = g_bytes_new (NULL, 0);
  g_autoptr (GBytes) out = NULL;

  fettle_statement_bind_text (s, ":text", NULL);
  fettle_statement_bind_bytes (s, ":bytes", NULL);
  fettle_statement_bind_id (s, ":id", 0);
  fettle_statement_bind_text (s, ":empty_text", "");
  fettle_statement_bind_bytes (s, ":empty_bytes", empty);
  g_assert_cmpint (fettle_statement_step (s, NULL), ==, FETTLE_STEP_ROW);
  for (int column = 0; column < 4; column++)
    {
      g_assert_true (fettle_statement_is_null (s, column));
      g_assert_null (fettle_statement_text (s, column));
      g_assert_null (fettle_statement_dup (s, column));
      g_assert_null (fettle_statement_bytes (s, column));
      g_assert_cmpint (fettle_statement_int (s, column), ==, 0);
      g_assert_false (fettle_statement_boolean (s, column));
    }
  g_assert_cmpstr (fettle_statement_text (s, 4), ==, "");
  g_assert_false (fettle_statement_is_null (s, 5));
  out = fettle_statement_bytes (s, 5);
  g_assert_cmpuint (g_bytes_get_size (out), ==, 0);
}

static void
test_reset (ShopFile *file, gconstpointer data)
{
  g_autoptr (FettleConnection) connection = shop_file_create (file);
  g_autoptr (FettleStatement) s = fettle_connection_prepare (connection, "INSERT INTO thing (name) VALUES (:name)");

  for (int i = 0; i < 3; i++)
    {
      g_autofree char *name = g_strdup_printf ("thing %d", i);

      fettle_statement_bind_text (s, ":name", name);
      g_assert_true (fettle_statement_run (s, NULL));
      fettle_statement_reset (s);
    }
  /* The values are forgotten. */
  g_assert_true (fettle_statement_run (s, NULL));
  g_assert_cmpint (shop_file_number (connection, "SELECT count(*) FROM thing WHERE name IS NULL"), ==, 1);
  g_assert_cmpint (shop_file_number (connection, "SELECT count(DISTINCT name) FROM thing"), ==, 3);
}

/* A wrong statement takes values without complaint, and says at each step what is wrong. */
static void
test_wrong_sql (ShopFile *file, gconstpointer data)
{
  static const char *const wrong[]
      = { "SELEKT 1", "SELECT :a FROM nothing", "", " ; ", "-- a comment", "SELECT 1; SELECT 2" };
  g_autoptr (FettleConnection) connection = shop_file_create (file);

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (FettleStatement) s = fettle_connection_prepare (connection, wrong[i]);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", wrong[i]);
      g_assert_nonnull (s);
      fettle_statement_bind_int (s, ":a", 1);
      fettle_statement_bind_text (s, ":b", "b");
      fettle_statement_bind_bytes (s, ":c", NULL);
      g_assert_cmpint (fettle_statement_n_columns (s), ==, 0);
      for (int step = 0; step < 2; step++)
        {
          g_assert_cmpint (fettle_statement_step (s, &error), ==, FETTLE_STEP_ERROR);
          shop_file_expect (error, FETTLE_STORE_ERROR_FAILED);
        }
      fettle_statement_reset (s);
      g_assert_false (fettle_statement_run (s, &error));
      shop_file_expect (error, FETTLE_STORE_ERROR_FAILED);
    }
}

static void
test_refused_by_schema (ShopFile *file, gconstpointer data)
{
  static const struct
  {
    const char *sql;
    FettleStoreError expected;
  } cases[] = {
    { "INSERT INTO thing (name) VALUES ('kettle')", FETTLE_STORE_ERROR_ALREADY },
    { "INSERT INTO thing (id, name) VALUES (1, 'toaster')", FETTLE_STORE_ERROR_ALREADY },
    { "INSERT INTO thing (id, name) VALUES (2, x'00')", FETTLE_STORE_ERROR_CONSTRAINT },
    { "INSERT INTO part (thing_id, amount) VALUES (99, 1)", FETTLE_STORE_ERROR_CONSTRAINT },
    { "INSERT INTO part (thing_id, amount) VALUES (1, -1)", FETTLE_STORE_ERROR_CONSTRAINT },
    { "INSERT INTO part (thing_id, amount) VALUES (1, NULL)", FETTLE_STORE_ERROR_CONSTRAINT },
    { "INSERT INTO part (thing_id, amount) VALUES (1, 'many')", FETTLE_STORE_ERROR_CONSTRAINT },
    { "DELETE FROM thing", FETTLE_STORE_ERROR_CONSTRAINT },
  };
  g_autoptr (FettleConnection) connection = shop_file_create (file);

  g_assert_true (fettle_connection_execute (connection,
                                            "CREATE TABLE part (thing_id INTEGER NOT NULL REFERENCES thing (id), "
                                            "amount INTEGER NOT NULL CHECK (amount > 0)) STRICT;"
                                            "INSERT INTO thing (name) VALUES ('kettle');"
                                            "INSERT INTO part (thing_id, amount) VALUES (1, 1)",
                                            NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FettleStatement) s = fettle_connection_prepare (connection, cases[i].sql);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].sql);
      g_assert_false (fettle_statement_run (s, &error));
      shop_file_expect (error, cases[i].expected);
    }
  g_assert_cmpint (shop_file_number (connection, "SELECT count(*) FROM thing"), ==, 1);
}

/* What a person typed is never in an error, which may end in a log. */
static void
test_error_hides_values (ShopFile *file, gconstpointer data)
{
  g_autoptr (FettleConnection) connection = shop_file_create (file);
  g_autoptr (GError) error = NULL;

  g_assert_true (shop_file_add_thing (connection, "Ann Secret", NULL));
  g_assert_false (shop_file_add_thing (connection, "Ann Secret", &error));
  g_assert_null (strstr (error->message, "Secret"));
  g_assert_nonnull (strstr (error->message, "INSERT INTO thing"));
}

static void
test_unknown_parameter (ShopFile *file, gconstpointer data)
{
  g_autoptr (FettleConnection) connection = shop_file_create (file);
  g_autoptr (FettleStatement) s = fettle_connection_prepare (connection, "SELECT :a");

  g_test_expect_message ("fettle", G_LOG_LEVEL_CRITICAL, "*No parameter :b in: SELECT :a*");
  fettle_statement_bind_int (s, ":b", 1);
  g_test_assert_expected_messages ();
  /* The colon belongs to the name. */
  g_test_expect_message ("fettle", G_LOG_LEVEL_CRITICAL, "*No parameter a in*");
  fettle_statement_bind_text (s, "a", "1");
  g_test_assert_expected_messages ();
}

static void
test_bind_in_rows (ShopFile *file, gconstpointer data)
{
  g_autoptr (FettleConnection) connection = shop_file_create (file);
  g_autoptr (FettleStatement) s = fettle_connection_prepare (connection, "SELECT :a");

  g_assert_cmpint (fettle_statement_step (s, NULL), ==, FETTLE_STEP_ROW);
  g_test_expect_message ("fettle", G_LOG_LEVEL_CRITICAL, "*without a reset*");
  fettle_statement_bind_int (s, ":a", 1);
  g_test_assert_expected_messages ();
}

static void
test_past_the_end (ShopFile *file, gconstpointer data)
{
  g_autoptr (FettleConnection) connection = shop_file_create (file);
  g_autoptr (FettleStatement) s = fettle_connection_prepare (connection, "INSERT INTO thing (name) VALUES (NULL)");
  g_autoptr (GError) error = NULL;

  g_assert_true (fettle_statement_run (s, NULL));
  g_test_expect_message ("fettle", G_LOG_LEVEL_CRITICAL, "*past its end*");
  g_assert_false (fettle_statement_run (s, &error));
  g_test_assert_expected_messages ();
  shop_file_expect (error, FETTLE_STORE_ERROR_FAILED);
  g_assert_cmpint (shop_file_number (connection, "SELECT count(*) FROM thing"), ==, 1);
}

static void
test_column_without_row (ShopFile *file, gconstpointer data)
{
  g_autoptr (FettleConnection) connection = shop_file_create (file);
  g_autoptr (FettleStatement) s = fettle_connection_prepare (connection, "SELECT 5");

  g_test_expect_message ("fettle", G_LOG_LEVEL_CRITICAL, "*No column 0 at this moment*");
  g_assert_cmpint (fettle_statement_int (s, 0), ==, 0);
  g_test_assert_expected_messages ();
  g_assert_cmpint (fettle_statement_step (s, NULL), ==, FETTLE_STEP_ROW);
  g_test_expect_message ("fettle", G_LOG_LEVEL_CRITICAL, "*No column 1 at this moment*");
  g_assert_null (fettle_statement_text (s, 1));
  g_test_assert_expected_messages ();
  g_test_expect_message ("fettle", G_LOG_LEVEL_CRITICAL, "*No column -1 at this moment*");
  g_assert_true (fettle_statement_is_null (s, -1));
  g_test_assert_expected_messages ();
}

/* The same text twice at once is two statements; given back, a statement comes again clean. */
static void
test_kept_prepared (ShopFile *file, gconstpointer data)
{
  g_autoptr (FettleConnection) connection = shop_file_create (file);
  const char *sql
      = "SELECT value FROM (SELECT 1 AS value UNION SELECT 2) WHERE value >= coalesce(:least, 0) ORDER BY 1";

  for (int round = 0; round < 3; round++)
    {
      g_autoptr (FettleStatement) first = fettle_connection_prepare (connection, sql);
      g_autoptr (FettleStatement) second = fettle_connection_prepare (connection, sql);

      fettle_statement_bind_int (first, ":least", 2);
      g_assert_cmpint (fettle_statement_step (first, NULL), ==, FETTLE_STEP_ROW);
      g_assert_cmpint (fettle_statement_step (second, NULL), ==, FETTLE_STEP_ROW);
      g_assert_cmpint (fettle_statement_int (first, 0), ==, 2);
      g_assert_cmpint (fettle_statement_int (second, 0), ==, 1);
      /* Both are left in the middle of their rows. */
    }
  for (int i = 0; i < 500; i++)
    {
      g_autofree char *other = g_strdup_printf ("SELECT %d", i % 300);

      g_assert_cmpint (shop_file_number (connection, other), ==, i % 300);
    }
  /* A statement that was kept follows a change of the schema. */
  g_assert_true (fettle_connection_execute (connection, "ALTER TABLE thing ADD COLUMN more TEXT", NULL));
  g_assert_cmpint (shop_file_number (connection, "SELECT count(*) FROM thing"), ==, 0);
}

/* A statement keeps its connection open. */
static void
test_outlives (ShopFile *file, gconstpointer data)
{
  FettleConnection *connection = shop_file_create (file);
  g_autoptr (FettleStatement) s = fettle_connection_prepare (connection, "SELECT 5");

  fettle_connection_unref (connection);
  g_assert_cmpint (fettle_statement_step (s, NULL), ==, FETTLE_STEP_ROW);
  g_assert_cmpint (fettle_statement_int (s, 0), ==, 5);
}

static void
test_long_text (ShopFile *file, gconstpointer data)
{
  g_autoptr (FettleConnection) connection = shop_file_create (file);
  g_autofree char *text = g_strnfill (3 * 1000 * 1000, 'a');
  g_autoptr (FettleStatement) s = fettle_connection_prepare (connection, "SELECT name, length (name) FROM thing");

  g_assert_true (shop_file_add_thing (connection, text, NULL));
  g_assert_cmpint (fettle_statement_step (s, NULL), ==, FETTLE_STEP_ROW);
  g_assert_cmpint (fettle_statement_int (s, 1), ==, 3 * 1000 * 1000);
  g_assert_cmpstr (fettle_statement_text (s, 0), ==, text);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  shop_file_add ("/statement/values", test_values);
  shop_file_add ("/statement/nothing", test_nothing);
  shop_file_add ("/statement/reset", test_reset);
  shop_file_add ("/statement/wrong-sql", test_wrong_sql);
  shop_file_add ("/statement/refused-by-schema", test_refused_by_schema);
  shop_file_add ("/statement/error-hides-values", test_error_hides_values);
  shop_file_add ("/statement/unknown-parameter", test_unknown_parameter);
  shop_file_add ("/statement/bind-in-rows", test_bind_in_rows);
  shop_file_add ("/statement/past-the-end", test_past_the_end);
  shop_file_add ("/statement/column-without-row", test_column_without_row);
  shop_file_add ("/statement/kept-prepared", test_kept_prepared);
  shop_file_add ("/statement/outlives", test_outlives);
  shop_file_add ("/statement/long-text", test_long_text);
  return g_test_run ();
}
