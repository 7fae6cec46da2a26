/* bench-intake.c: the save of an intake against a bare transaction that writes the same bytes.
 *
 * After each intake the rows it left are read into memory and written again, with new keys, by statements that were
 * prepared ahead, in one transaction of another connection to the same file, with the same care for the disk.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bench.h"

#include <sqlite3.h>

#include "fettle-job-store.h"

#define ROUNDS  30
#define STRETCH 20
#define WARM    5

/* The rows of an intake: which, and which of their columns get new values (:id, :job, :customer, :unit, :number). */
typedef struct
{
  const char *table;
  const char *where;
  const char *names;
  const char *values;
} Table;

static const Table tables[] = {
  { "customer", "id = (SELECT customer_id FROM job WHERE id = ?1)", "id", "$customer" },
  { "customer_phone", "customer_id = (SELECT customer_id FROM job WHERE id = ?1)", "customer_id", "$customer" },
  { "unit", "id = (SELECT unit_id FROM job WHERE id = ?1)", "id,owner_id", "$unit,$customer" },
  { "job", "id = ?1", "id,number,customer_id,unit_id", "$job,$number,$customer,$unit" },
  { "event", "job_id = ?1", "id,job_id", "NULL,$job" },
  { "job_accessory", "job_id = ?1", "id,job_id", "NULL,$job" },
  { "promise", "job_id = ?1", "id,job_id", "NULL,$job" },
  { "search_queue", "job_id = ?1", "job_id", "$job" },
};

typedef struct
{
  sqlite3 *db;
  sqlite3_stmt *read[G_N_ELEMENTS (tables)];
  sqlite3_stmt *write[G_N_ELEMENTS (tables)];
  sqlite3_stmt *series, *begin, *commit, *free;
  gint64 next;
} Bare;

static sqlite3_stmt *
prepare (sqlite3 *db, const char *sql)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s: %s", sqlite3_errmsg (db), sql);
  return statement;
}

/* INSERT with a parameter for every column, and the names above for the keys. */
static sqlite3_stmt *
prepare_write (Bare *bare, const Table *table, sqlite3_stmt *read)
{
  g_auto (GStrv) names = g_strsplit (table->names, ",", -1);
  g_auto (GStrv) values = g_strsplit (table->values, ",", -1);
  g_autoptr (GString) columns = g_string_new (NULL);
  g_autoptr (GString) parameters = g_string_new (NULL);
  g_autofree char *sql = NULL;

  for (int i = 0; i < sqlite3_column_count (read); i++)
    {
      const char *column = sqlite3_column_name (read, i);
      g_autofree char *parameter = g_strdup_printf ("$c%d", i);
      const char *value = parameter;

      for (guint k = 0; names[k] != NULL; k++)
        if (g_str_equal (names[k], column))
          value = values[k];
      g_string_append_printf (columns, "%s%s", i > 0 ? ", " : "", column);
      g_string_append_printf (parameters, "%s%s", i > 0 ? ", " : "", value);
    }
  sql = g_strdup_printf ("INSERT INTO %s (%s) VALUES (%s)", table->table, columns->str, parameters->str);
  return prepare (bare->db, sql);
}

static void
open_bare (Bare *bare, const char *path)
{
  bench_check (sqlite3_open_v2 (path, &bare->db, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK, NULL);
  sqlite3_busy_timeout (bare->db, 5000);
  sqlite3_exec (bare->db, "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -65536", NULL, NULL,
                NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s WHERE %s", tables[i].table, tables[i].where);

      bare->read[i] = prepare (bare->db, sql);
      bare->write[i] = prepare_write (bare, &tables[i], bare->read[i]);
    }
  bare->series = prepare (bare->db, "UPDATE number_series SET last = last + 0 WHERE year = 2026");
  bare->begin = prepare (bare->db, "BEGIN IMMEDIATE");
  bare->commit = prepare (bare->db, "COMMIT");
  bare->free = prepare (bare->db, "SELECT 1 + max ((SELECT max (id) FROM customer), (SELECT max (id) FROM unit),"
                                  " (SELECT max (id) FROM job))");
}

static void
close_bare (Bare *bare)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      sqlite3_finalize (bare->read[i]);
      sqlite3_finalize (bare->write[i]);
    }
  sqlite3_finalize (bare->series);
  sqlite3_finalize (bare->begin);
  sqlite3_finalize (bare->commit);
  sqlite3_finalize (bare->free);
  sqlite3_close (bare->db);
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

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      sqlite3_bind_int64 (bare->read[i], 1, job_id);
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

static void
bind_key (sqlite3_stmt *write, const char *name, gint64 value)
{
  int index = sqlite3_bind_parameter_index (write, name);

  if (index > 0)
    sqlite3_bind_int64 (write, index, value);
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
  char name[16], number[32];

  for (guint i = 0; i < row->values->len; i++)
    {
      g_snprintf (name, sizeof name, "$c%u", i);
      if (sqlite3_bind_parameter_index (write, name) > 0)
        sqlite3_bind_value (write, sqlite3_bind_parameter_index (write, name), row->values->pdata[i]);
    }
  bind_key (write, "$job", bare->next);
  bind_key (write, "$customer", bare->next);
  bind_key (write, "$unit", bare->next);
  if (sqlite3_bind_parameter_index (write, "$number") > 0)
    {
      g_snprintf (number, sizeof number, "9999-%" G_GINT64_FORMAT, bare->next);
      sqlite3_bind_text (write, sqlite3_bind_parameter_index (write, "$number"), number, -1, SQLITE_TRANSIENT);
    }
  run (write);
}

/* One key that is free in every table. */
static void
find_next (Bare *bare)
{
  if (sqlite3_step (bare->free) == SQLITE_ROW)
    bare->next = sqlite3_column_int64 (bare->free, 0);
  sqlite3_reset (bare->free);
}

static double
write_bare (Bare *bare, GPtrArray *rows)
{
  double begins;

  find_next (bare);
  begins = bench_ms ();
  run (bare->begin);
  for (guint i = 0; i < rows->len; i++)
    write_row (bare, rows->pdata[i]);
  run (bare->series);
  run (bare->commit);
  return bench_ms () - begins;
}

static void
take_in (FettleConnection *connection, BenchWords *words, GArray *times, GArray *jobs)
{
  g_autoptr (FettleIntake) intake = bench_words_intake (words);
  GError *error = NULL;
  double begins = bench_ms (), time;
  g_autoptr (FettleJob) job = fettle_job_store_intake (connection, intake, "Counter 1", &error);

  time = bench_ms () - begins;
  bench_check (job != NULL, error);
  if (jobs->len >= WARM)
    g_array_append_val (times, time);
  g_array_append_val (jobs, job->summary->id);
}

/* A stretch of ours, then the same rows bare: a connection reads its pages anew after another has written, so each side
 * warms up first. */
static void
measure (FettleConnection *connection, Bare *bare, BenchWords *words, GArray *ours, GArray *theirs, GArray *ratios)
{
  for (int round = 0; round < ROUNDS; round++)
    {
      g_autoptr (GArray) jobs = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_autoptr (GArray) mine = g_array_new (FALSE, FALSE, sizeof (double));
      g_autoptr (GArray) same = g_array_new (FALSE, FALSE, sizeof (double));
      double ratio;

      for (int i = 0; i < STRETCH; i++)
        take_in (connection, words, mine, jobs);
      for (int i = 0; i < STRETCH; i++)
        {
          g_autoptr (GPtrArray) rows = read_rows (bare, g_array_index (jobs, gint64, i));
          double time = write_bare (bare, rows);

          if (i >= WARM)
            g_array_append_val (same, time);
        }
      ratio = bench_median (mine) / bench_median (same);
      g_array_append_val (ratios, ratio);
      g_array_append_vals (ours, mine->data, mine->len);
      g_array_append_vals (theirs, same->data, same->len);
    }
}

void
bench_intake (Bench *bench)
{
  g_autofree char *path = bench_scratch (bench, bench->large);
  g_autoptr (GArray) ours = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) theirs = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) ratios = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (BenchWords) words = bench_words_new (bench->data, 7);
  g_autoptr (FettleConnection) connection = NULL;
  GError *error = NULL;
  Bare bare = { NULL };

  connection = fettle_connection_open (path, FETTLE_OPEN_EXISTING, &error);
  bench_check (connection != NULL, error);
  open_bare (&bare, path);
  measure (connection, &bare, words, ours, theirs, ratios);
  bench_row (bench, "save of an intake, against bare", bench_median (ratios), 1.5, "x",
             "%.2f ms, bare transaction %.2f ms; 99 in 100 %.2f and %.2f ms", bench_median (ours),
             bench_median (theirs), bench_quantile (ours, 0.99), bench_quantile (theirs, 0.99));
  close_bare (&bare);
  g_clear_pointer (&connection, fettle_connection_unref);
  bench_scratch_remove (path);
}
