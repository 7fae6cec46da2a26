/* bench-intake.c: the save of an intake against a bare transaction that writes the same bytes.
 *
 * After each intake the rows it left are read into memory and written into another copy of the same shop, by statements
 * that were prepared ahead and whose parameters are known by their place, in one transaction with the same care for the
 * disk. So both files have the same pages, as full, before and after. How many pages each side's transactions put into
 * the log is counted, to show that they write the same.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bench.h"

#include <sqlite3.h>
#include <string.h>

#include "fettle-job-store.h"

#define ROUNDS  30
#define STRETCH 20
#define WARM    5

/* Where the index beside the log has the number of its pages: https://sqlite.org/walformat.html. */
#define LOG_LENGTH_AT 16

#define UNIT "(SELECT unit_id FROM job WHERE id = ?1)"

/* The rows of an intake: which they are, and how they are written. A make is mostly known: ?2 is the last one that was
 * there before. */
static const struct
{
  const char *write;
  const char *table;
  const char *where;
} tables[] = {
  { "INSERT", "customer", "id = (SELECT customer_id FROM job WHERE id = ?1)" },
  { "INSERT", "customer_phone", "customer_id = (SELECT customer_id FROM job WHERE id = ?1)" },
  { "INSERT", "model", "id = (SELECT model_id FROM unit WHERE id = " UNIT ") AND id > ?2" },
  { "INSERT", "unit", "id = " UNIT },
  { "REPLACE", "number_series", "year = (SELECT CAST (substr (number, 1, 4) AS INTEGER) FROM job WHERE id = ?1)" },
  { "INSERT", "job", "id = ?1" },
  { "INSERT", "event", "job_id = ?1" },
  { "INSERT", "job_accessory", "job_id = ?1" },
  { "INSERT", "promise", "job_id = ?1" },
  { "INSERT", "search_queue", "job_id = ?1" },
};

/* Reads from our file and writes into its own. */
typedef struct
{
  sqlite3 *ours;
  sqlite3 *db;
  sqlite3_stmt *read[G_N_ELEMENTS (tables)];
  sqlite3_stmt *write[G_N_ELEMENTS (tables)];
  sqlite3_stmt *begin, *commit, *last_model;
} Bare;

static sqlite3_stmt *
prepare (sqlite3 *db, const char *sql)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s: %s", sqlite3_errmsg (db), sql);
  return statement;
}

/* With a parameter for every column. */
static sqlite3_stmt *
prepare_write (Bare *bare, guint table, sqlite3_stmt *read)
{
  g_autoptr (GString) columns = g_string_new (NULL);
  g_autoptr (GString) parameters = g_string_new (NULL);
  g_autofree char *sql = NULL;

  for (int i = 0; i < sqlite3_column_count (read); i++)
    {
      g_string_append_printf (columns, "%s%s", i > 0 ? ", " : "", sqlite3_column_name (read, i));
      g_string_append_printf (parameters, "%s?", i > 0 ? ", " : "");
    }
  sql = g_strdup_printf ("%s INTO %s (%s) VALUES (%s)", tables[table].write, tables[table].table, columns->str,
                         parameters->str);
  return prepare (bare->db, sql);
}

static sqlite3 *
open_file (const char *path)
{
  sqlite3 *db = NULL;

  bench_check (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) == SQLITE_OK, NULL);
  sqlite3_busy_timeout (db, 5000);
  sqlite3_exec (db, "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -65536", NULL, NULL,
                NULL);
  return db;
}

static void
open_bare (Bare *bare, const char *ours, const char *path)
{
  bare->ours = open_file (ours);
  bare->db = open_file (path);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s WHERE %s", tables[i].table, tables[i].where);

      bare->read[i] = prepare (bare->ours, sql);
      bare->write[i] = prepare_write (bare, i, bare->read[i]);
    }
  bare->begin = prepare (bare->db, "BEGIN IMMEDIATE");
  bare->commit = prepare (bare->db, "COMMIT");
  bare->last_model = prepare (bare->db, "SELECT max (id) FROM model");
}

static void
close_bare (Bare *bare)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      sqlite3_finalize (bare->read[i]);
      sqlite3_finalize (bare->write[i]);
    }
  sqlite3_finalize (bare->begin);
  sqlite3_finalize (bare->commit);
  sqlite3_finalize (bare->last_model);
  sqlite3_close (bare->db);
  sqlite3_close (bare->ours);
}

/* One row in memory: which statement writes it, and its values. */
typedef struct
{
  guint table;
  GPtrArray *values;
} Row;

static void
row_free (gpointer data)
{
  g_ptr_array_unref (((Row *) data)->values);
  g_free (data);
}

static GPtrArray *
read_rows (Bare *bare, gint64 job_id)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (row_free);
  gint64 last_model = sqlite3_step (bare->last_model) == SQLITE_ROW ? sqlite3_column_int64 (bare->last_model, 0) : 0;

  sqlite3_reset (bare->last_model);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      sqlite3_bind_int64 (bare->read[i], 1, job_id);
      if (sqlite3_bind_parameter_count (bare->read[i]) > 1)
        sqlite3_bind_int64 (bare->read[i], 2, last_model);
      while (sqlite3_step (bare->read[i]) == SQLITE_ROW)
        {
          Row *row = g_new0 (Row, 1);

          row->table = i;
          row->values = g_ptr_array_new_with_free_func ((GDestroyNotify) sqlite3_value_free);
          for (int k = 0; k < sqlite3_column_count (bare->read[i]); k++)
            g_ptr_array_add (row->values, sqlite3_value_dup (sqlite3_column_value (bare->read[i], k)));
          g_ptr_array_add (rows, row);
        }
      sqlite3_reset (bare->read[i]);
    }
  return rows;
}

/* Texts stay where they are until the row is written. */
static void
bind_value (sqlite3_stmt *statement, int index, sqlite3_value *value)
{
  if (sqlite3_value_type (value) == SQLITE_TEXT)
    sqlite3_bind_text (statement, index, (const char *) sqlite3_value_text (value), sqlite3_value_bytes (value),
                       SQLITE_STATIC);
  else
    sqlite3_bind_value (statement, index, value);
}

static void
run (sqlite3_stmt *statement)
{
  int code = sqlite3_step (statement);

  if (code != SQLITE_DONE)
    g_error ("%s: %s", sqlite3_errmsg (sqlite3_db_handle (statement)), sqlite3_sql (statement));
  sqlite3_reset (statement);
}

static void
write_row (Bare *bare, Row *row)
{
  sqlite3_stmt *write = bare->write[row->table];

  for (guint i = 0; i < row->values->len; i++)
    bind_value (write, (int) i + 1, row->values->pdata[i]);
  run (write);
}

/* One side's figures: milliseconds of each transaction, and how many pages stretches of them put into the log. */
typedef struct
{
  GArray *times;
  gint64 n_pages;
  gint64 n_transactions;
} Side;

static gint64
log_length (const char *path)
{
  g_autofree char *name = g_strconcat (path, "-shm", NULL);
  g_autofree char *index = NULL;
  gsize size = 0;
  guint32 length = 0;

  if (g_file_get_contents (name, &index, &size, NULL) && size >= LOG_LENGTH_AT + sizeof length)
    memcpy (&length, index + LOG_LENGTH_AT, sizeof length);
  return length;
}

/* A stretch in which the log was begun anew says nothing. */
static void
count_pages (Side *side, gint64 before, gint64 after)
{
  if (after <= before)
    return;
  side->n_pages += after - before;
  side->n_transactions += STRETCH;
}

static double
pages_each (Side *side)
{
  return (double) side->n_pages / (double) MAX (side->n_transactions, 1);
}

static double
write_bare (Bare *bare, GPtrArray *rows)
{
  double begins = bench_ms ();

  run (bare->begin);
  for (guint i = 0; i < rows->len; i++)
    write_row (bare, rows->pdata[i]);
  run (bare->commit);
  return bench_ms () - begins;
}

static void
take_in (FettleConnection *connection, BenchWords *words, GArray *times, GArray *jobs)
{
  g_autoptr (FettleIntake) intake = bench_words_intake (words);
  GError *error = NULL;
  double begins = bench_ms (), time;
  g_autoptr (FettleTakenIn) taken = fettle_job_store_take_in (connection, intake, "Counter 1", &error);

  time = bench_ms () - begins;
  bench_check (taken != NULL, error);
  if (jobs->len >= WARM)
    g_array_append_val (times, time);
  g_array_append_val (jobs, taken->job_id);
}

/* A stretch of ours, then the same rows bare; each warms up the processor for itself. */
static void
measure (FettleConnection *connection, Bare *bare, BenchWords *words, Side *ours, Side *theirs, GArray *ratios)
{
  const char *path = fettle_connection_path (connection), *other = sqlite3_db_filename (bare->db, "main");

  for (int round = 0; round < ROUNDS; round++)
    {
      g_autoptr (GArray) jobs = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_autoptr (GArray) mine = g_array_new (FALSE, FALSE, sizeof (double));
      g_autoptr (GArray) same = g_array_new (FALSE, FALSE, sizeof (double));
      gint64 before = log_length (path);
      double ratio;

      for (int i = 0; i < STRETCH; i++)
        take_in (connection, words, mine, jobs);
      count_pages (ours, before, log_length (path));
      before = log_length (other);
      for (int i = 0; i < STRETCH; i++)
        {
          g_autoptr (GPtrArray) rows = read_rows (bare, g_array_index (jobs, gint64, i));
          double time = write_bare (bare, rows);

          if (i >= WARM)
            g_array_append_val (same, time);
        }
      ratio = bench_median (mine) / bench_median (same);
      g_array_append_val (ratios, ratio);
      g_array_append_vals (ours->times, mine->data, mine->len);
      g_array_append_vals (theirs->times, same->data, same->len);
      count_pages (theirs, before, log_length (other));
    }
}

void
bench_intake (Bench *bench)
{
  g_autofree char *path = bench_scratch (bench, bench->large);
  g_autofree char *other = bench_scratch (bench, bench->large);
  g_autoptr (GArray) ratios = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (BenchWords) words = bench_words_new (bench->data, 7);
  g_autoptr (FettleConnection) connection = NULL;
  Side ours = { g_array_new (FALSE, FALSE, sizeof (double)) };
  Side theirs = { g_array_new (FALSE, FALSE, sizeof (double)) };
  GError *error = NULL;
  Bare bare = { NULL };

  connection = fettle_connection_open (path, FETTLE_OPEN_EXISTING, &error);
  bench_check (connection != NULL, error);
  open_bare (&bare, path, other);
  measure (connection, &bare, words, &ours, &theirs, ratios);
  bench_row (bench, "save of an intake, against bare", bench_median (ratios), 1.5, "x",
             "%.2f ms, bare transaction %.2f ms; 99 in 100 %.2f and %.2f ms; %.1f and %.1f pages into the log each",
             bench_median (ours.times), bench_median (theirs.times), bench_quantile (ours.times, 0.99),
             bench_quantile (theirs.times, 0.99), pages_each (&ours), pages_each (&theirs));
  close_bare (&bare);
  g_array_unref (ours.times);
  g_array_unref (theirs.times);
  g_clear_pointer (&connection, fettle_connection_unref);
  bench_scratch_remove (path);
  bench_scratch_remove (other);
}
