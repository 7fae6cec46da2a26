/* bench-ords.c: the import of repair records against the sqlite3 shell's own import into the same tables.
 *
 * The shell reads the same file with its .import into a table of text and goes on from there by one INSERT … SELECT a
 * table, full-text tables with their indexes included: the fewest statements that leave the same rows. It neither
 * checks, nor hashes, nor draws numbers.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bench.h"

#include <glib/gstdio.h>
#include <string.h>

#include "fettle-migration.h"
#include "fettle-ords-store.h"
#include "fettle-setup-store.h"

#define ROUNDS    3
#define MADE_ROWS 20000

/* A file of that many made records, where there are no real ones. */
static void
write_records (const char *path)
{
  g_autoptr (BenchWords) words = bench_words_new (NULL, 19);
  g_autoptr (GString) csv = g_string_new ("id,data_provider,country,partner_product_category,product_category,"
                                          "product_category_id,brand,year_of_manufacture,product_age,repair_status,"
                                          "repair_barrier_if_end_of_life,group_identifier,event_date,problem\n");

  for (int i = 0; i < MADE_ROWS; i++)
    g_string_append_printf (csv,
                            "bench_%d,Bench,GBR,Small kitchen~Toaster,Toaster,30,%s,2015,%d,Fixed,,Corner,"
                            "2023-%02d-%02d,\"%s\"\n",
                            i, bench_words_brand (words), i % 20, 1 + i % 12, 1 + i % 28, bench_words_fault (words));
  bench_check (g_file_set_contents (path, csv->str, (gssize) csv->len, NULL), NULL);
}

/* The largest file of records in the folder. */
static char *
find_records (Bench *bench)
{
  g_autoptr (GDir) dir = bench->data != NULL ? g_dir_open (bench->data, 0, NULL) : NULL;
  char *made = g_build_filename (bench->folder, "records.csv", NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, "OpenRepairData") && g_str_has_suffix (name, ".csv") && !strstr (name, "Categories"))
      {
        g_free (made);
        return g_build_filename (bench->data, name, NULL);
      }
  write_records (made);
  return made;
}

static char *
empty_shop (Bench *bench, const char *name)
{
  char *path = g_build_filename (bench->folder, name, NULL);
  g_autoptr (FettleConnection) connection = NULL;
  g_autoptr (FettleServicePoint) point = fettle_service_point_new ();
  static const char *const staff[] = { "Ada", NULL };
  GError *error = NULL;

  bench_scratch_remove (path);
  connection = fettle_connection_open (path, FETTLE_OPEN_CREATE, &error);
  bench_check (connection != NULL && fettle_migration_run (connection, &error), error);
  point->name = g_strdup ("Corner Repairs");
  point->timezone = g_strdup ("Europe/London");
  point->currency = g_strdup ("GBP");
  point->language = g_strdup ("en");
  bench_check (fettle_setup_store_begin (connection, point, staff, &error), error);
  return path;
}

static double
import_ours (Bench *bench, const char *records, gint64 *n_rows)
{
  g_autofree char *path = empty_shop (bench, "ords-ours.db");
  g_autoptr (GFile) file = g_file_new_for_path (records);
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (FettleImportReport) report = NULL;
  GError *error = NULL;
  FettleConnection *connection = fettle_connection_open (path, FETTLE_OPEN_EXISTING, &error);
  double begins, time;

  bench_check (connection != NULL, error);
  stream = g_file_read (file, NULL, &error);
  bench_check (stream != NULL, error);
  begins = bench_ms ();
  report = fettle_ords_store_import (connection, G_INPUT_STREAM (stream), NULL, NULL, NULL, &error);
  bench_check (report != NULL, error);
  time = bench_ms () - begins;
  *n_rows = report->imported;
  fettle_connection_unref (connection);
  bench_scratch_remove (path);
  return time;
}

/* The text of a job as the search has it is made in C; the shell's is as long, in lower case and without its grams. */
static const char script[]
    = ".bail on\n"
      "PRAGMA synchronous = FULL;\n"
      "PRAGMA cache_size = -65536;\n"
      "BEGIN;\n"
      ".import --csv \"%s\" raw\n"
      "INSERT OR IGNORE INTO model (category, brand, name) SELECT product_category, brand, '' FROM raw;\n"
      "INSERT INTO unit (id, model_id) SELECT r.rowid, m.id FROM raw r JOIN model m ON m.category = r.product_category"
      " AND m.brand = r.brand AND m.name = '';\n"
      "INSERT INTO job (id, number, kind, stage, outcome, unit_id, fault, backup, received_at, stage_since,"
      " handed_over_at, n_events, head_hash) SELECT rowid, printf('%%s-%%06d', substr(event_date, 1, 4), rowid),"
      " 'repair', 'handed-over', 'repaired', rowid, problem, 'unknown', unixepoch(event_date) * 1000000,"
      " unixepoch(event_date) * 1000000, unixepoch(event_date) * 1000000, 1, printf('%%064d', rowid) FROM raw;\n"
      "INSERT INTO event (job_id, seq, at, entered_at, what, customer_may_read, details, words, salt, words_hash, hash)"
      " SELECT rowid, 1, unixepoch(event_date) * 1000000, 1772445600000000, 'imported', 0, json_object('source',"
      " 'ords', 'id', id, 'kind', 'repair', 'stage', 'handed-over', 'outcome', 'repaired', 'unit',"
      " cast(rowid AS TEXT)), json_object('fault', problem), printf('%%032d', rowid), printf('%%064d', rowid),"
      " printf('%%064d', rowid) FROM raw;\n"
      "INSERT INTO ords_record SELECT rowid, * FROM raw;\n"
      "INSERT INTO job_text (job_id, text) SELECT rowid, lower(printf('%%d %%d %%d', substr(event_date, 1, 4), rowid,"
      " rowid) || ' ' || product_category || ' ' || brand || ' ' || problem) FROM raw;\n"
      "INSERT INTO search_trigram (rowid, text) SELECT job_id, text FROM job_text;\n"
      "INSERT INTO search_gram (rowid, grams) SELECT job_id, text FROM job_text;\n"
      "DROP TABLE raw;\n"
      "COMMIT;\n";

/* Statements for the shell come on its standard input; the time of its start is in the figure, some milliseconds. */
static double
import_bare (Bench *bench, const char *records)
{
  g_autofree char *path = empty_shop (bench, "ords-bare.db");
  const char *command[] = { "sqlite3", path, NULL };
  g_autofree char *input = NULL;
  g_autofree char *said = NULL;
  g_autoptr (GSubprocess) shell = NULL;
  GError *error = NULL;
  double begins = bench_ms (), time;

  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  input = g_strdup_printf (script, records);
  G_GNUC_END_IGNORE_DEPRECATIONS
  shell = g_subprocess_newv (command, G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE, &error);
  if (shell == NULL)
    return -1.0;
  bench_check (g_subprocess_communicate_utf8 (shell, input, NULL, NULL, &said, &error), error);
  time = bench_ms () - begins;
  if (!g_subprocess_get_successful (shell))
    bench_say ("the shell says: %s", said);
  bench_scratch_remove (path);
  return g_subprocess_get_successful (shell) ? time : -1.0;
}

void
bench_ords (Bench *bench)
{
  g_autofree char *records = find_records (bench);
  g_autofree char *name = g_path_get_basename (records);
  g_autoptr (GArray) ours = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) theirs = g_array_new (FALSE, FALSE, sizeof (double));
  gint64 n_rows = 0;

  for (int i = 0; i < ROUNDS; i++)
    {
      double mine = import_ours (bench, records, &n_rows), bare = import_bare (bench, records);

      if (bare < 0.0)
        {
          bench_skip (bench, "ORDS import, against the shell", "there is no sqlite3 shell, or it refused the file");
          return;
        }
      g_array_append_val (ours, mine);
      g_array_append_val (theirs, bare);
    }
  bench_row (bench, "ORDS import, against the shell", bench_median (ours) / bench_median (theirs), 2.0, "x",
             "%.2f s, the shell %.2f s for %" G_GINT64_FORMAT " rows of %s", bench_median (ours) / 1000.0,
             bench_median (theirs) / 1000.0, n_rows, name);
}
