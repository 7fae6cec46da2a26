/* bench-shop.c: a shop with as many jobs as are asked for, made once and kept for the next run.
 *
 * Its jobs are written by the timeline's own functions, so that chains, states and revisions are what the program would
 * have made; only the customers, units and rows around them go in by plain statements, many to a transaction, with
 * nothing waiting for the disk and the indexes made at the end. Those of names, phones and serials grow with their
 * rows, as they do in a shop: made at the end, each of their pages would be full, and each new row would split three of
 * them. However large the shop, the work at hand is the same: it is the history that grows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bench.h"

#include <glib/gstdio.h>

#include "fettle-clock.h"
#include "fettle-event-store.h"
#include "fettle-migration.h"
#include "fettle-number.h"
#include "fettle-phone.h"
#include "fettle-promise-store.h"
#include "fettle-search-store.h"
#include "fettle-search-text.h"
#include "fettle-serial.h"
#include "fettle-setup-store.h"
#include "fettle-statement.h"
#include "fettle-transaction.h"

/* Grows when the same options would give another file. */
#define EDITION              3
#define OPEN_JOBS            400
#define JOBS_PER_TRANSACTION 20000
#define YEARS                10
#define N_STAFF              6

typedef struct
{
  FettleConnection *connection;
  BenchWords *words;
  GHashTable *models;
  GArray *customers;
  GArray *units;
  int n_jobs;
  int n_open;
  gint64 begins;
  gint64 now;
  int year;
  gint64 in_year;
} Maker;

static const char *const staff[] = { "Ada", "Bo", "Chen", "Dilys", "Ewa", "Farid", NULL };

static gint64
chance (Maker *maker, gint64 of)
{
  return g_rand_int_range (bench_words_rand (maker->words), 0, (gint32) of);
}

static void
run (FettleStatement *statement)
{
  GError *error = NULL;

  bench_check (fettle_statement_run (statement, &error), error);
}

static void
execute (FettleConnection *connection, const char *script)
{
  GError *error = NULL;

  bench_check (fettle_connection_execute (connection, script, &error), error);
}

static gint64
add_customer (Maker *maker, gint64 at)
{
  g_autoptr (FettleStatement) insert
      = fettle_connection_prepare (maker->connection,
                                   "INSERT INTO customer (name, name_key, created_at, n_jobs, last_job_at)"
                                   " VALUES (:name, :key, :at, 1, :at)");
  g_autoptr (FettleStatement) phone
      = fettle_connection_prepare (maker->connection,
                                   "INSERT INTO customer_phone (customer_id, position, phone, phone_key)"
                                   " VALUES (:id, 0, :phone, :key)");
  g_autofree char *name = bench_words_name (maker->words);
  g_autofree char *key = fettle_search_normalise (name);
  g_autofree char *number = bench_words_phone (maker->words);
  g_autofree char *number_key = fettle_phone_key (number);
  gint64 id;

  fettle_statement_bind_text (insert, ":name", name);
  fettle_statement_bind_text (insert, ":key", key);
  fettle_statement_bind_int (insert, ":at", at);
  run (insert);
  id = fettle_connection_last_id (maker->connection);
  fettle_statement_bind_int (phone, ":id", id);
  fettle_statement_bind_text (phone, ":phone", number);
  fettle_statement_bind_text (phone, ":key", number_key);
  run (phone);
  g_array_append_val (maker->customers, id);
  return id;
}

static gint64
model_row (Maker *maker)
{
  const char *category = bench_words_category (maker->words), *brand = bench_words_brand (maker->words);
  g_autofree char *name = bench_words_model (maker->words);
  g_autofree char *key = g_strdup_printf ("%s\n%s\n%s", category, brand, name);
  gpointer known = g_hash_table_lookup (maker->models, key);
  g_autoptr (FettleStatement) insert = NULL;

  if (known != NULL)
    return (gint64) GPOINTER_TO_SIZE (known);
  insert = fettle_connection_prepare (maker->connection,
                                      "INSERT INTO model (category, brand, name) VALUES (:category, :brand, :name)");
  fettle_statement_bind_text (insert, ":category", category);
  fettle_statement_bind_text (insert, ":brand", brand);
  fettle_statement_bind_text (insert, ":name", name);
  run (insert);
  known = GSIZE_TO_POINTER ((gsize) fettle_connection_last_id (maker->connection));
  g_hash_table_insert (maker->models, g_steal_pointer (&key), known);
  return (gint64) GPOINTER_TO_SIZE (known);
}

static gint64
add_unit (Maker *maker, gint64 owner_id, gint64 at)
{
  g_autoptr (FettleStatement) insert
      = fettle_connection_prepare (maker->connection,
                                   "INSERT INTO unit (model_id, serial, serial_key, owner_id, n_jobs, last_job_at)"
                                   " VALUES (:model, :serial, :key, :owner, 1, :at)");
  g_autofree char *serial = bench_words_serial (maker->words);
  g_autofree char *key = fettle_serial_key (serial);
  gint64 id;

  fettle_statement_bind_int (insert, ":model", model_row (maker));
  fettle_statement_bind_text (insert, ":serial", serial);
  fettle_statement_bind_text (insert, ":key", key);
  fettle_statement_bind_int (insert, ":owner", owner_id);
  fettle_statement_bind_int (insert, ":at", at);
  run (insert);
  id = fettle_connection_last_id (maker->connection);
  g_array_append_val (maker->units, id);
  return id;
}

static void
count_visit (Maker *maker, const char *sql, gint64 id, gint64 at)
{
  g_autoptr (FettleStatement) update = fettle_connection_prepare (maker->connection, sql);

  fettle_statement_bind_int (update, ":id", id);
  fettle_statement_bind_int (update, ":at", at);
  run (update);
}

/* Two visits in five are of somebody who was here before. */
static void
find_visitor (Maker *maker, gint64 at, gint64 *customer_id, gint64 *unit_id)
{
  guint known;

  if (maker->customers->len == 0 || chance (maker, 5) >= 2)
    {
      *customer_id = add_customer (maker, at);
      *unit_id = add_unit (maker, *customer_id, at);
      return;
    }
  known = (guint) chance (maker, maker->customers->len);
  *customer_id = g_array_index (maker->customers, gint64, known);
  *unit_id = g_array_index (maker->units, gint64, known);
  count_visit (maker, "UPDATE customer SET n_jobs = n_jobs + 1, last_job_at = :at WHERE id = :id", *customer_id, at);
  count_visit (maker, "UPDATE unit SET n_jobs = n_jobs + 1, last_job_at = :at WHERE id = :id", *unit_id, at);
}

static FettleTimeline *
begin_job (Maker *maker, gint64 at)
{
  g_autoptr (GDateTime) day = g_date_time_new_from_unix_utc (at / FETTLE_SECOND);
  g_autofree char *number = NULL;

  if (g_date_time_get_year (day) != maker->year)
    {
      maker->year = g_date_time_get_year (day);
      maker->in_year = 0;
    }
  number = fettle_number_format (maker->year, ++maker->in_year);
  return fettle_timeline_begin (maker->connection, number);
}

static void
append (Maker *maker,
        FettleTimeline *timeline,
        FettleEventKind kind,
        gint64 at,
        FettleDetails *details,
        FettleDetails *words)
{
  GError *error = NULL;

  fettle_clock_set_of_thread (at);
  fettle_timeline_set_author (timeline, 1 + chance (maker, N_STAFF), "Counter 1", at);
  bench_check (fettle_timeline_append (timeline, kind, TRUE, details, words, &error), error);
}

static void
receive (Maker *maker, FettleTimeline *timeline, gint64 at)
{
  g_autoptr (FettleDetails) details = fettle_details_new ();
  g_autoptr (FettleDetails) words = fettle_details_new ();
  gint64 customer_id, unit_id;
  GError *error = NULL;

  find_visitor (maker, at, &customer_id, &unit_id);
  fettle_details_set (details, "kind", fettle_kind_id (FETTLE_KIND_REPAIR));
  fettle_details_set (details, "stage", fettle_stage_id (FETTLE_STAGE_RECEIVED));
  fettle_details_set (details, "clock", fettle_clock_holder_id (FETTLE_CLOCK_US));
  fettle_details_set (details, "backup", fettle_backup_state_id (FETTLE_BACKUP_NOT_NEEDED));
  fettle_details_set_int (details, "customer", customer_id);
  fettle_details_set_int (details, "unit", unit_id);
  fettle_details_set_int (details, "taken_by", 1);
  fettle_details_set (words, "fault", bench_words_fault (maker->words));
  append (maker, timeline, FETTLE_EVENT_RECEIVED, at, details, words);
  bench_check (fettle_timeline_save (timeline, &error), error);
}

static void
move (Maker *maker, FettleTimeline *timeline, FettleStage from, FettleStage to, gint64 at)
{
  g_autoptr (FettleDetails) details = fettle_details_new ();

  fettle_details_set (details, "from", fettle_stage_id (from));
  fettle_details_set (details, "to", fettle_stage_id (to));
  fettle_details_set (details, "clock", fettle_clock_holder_id (fettle_stage_default_clock (to)));
  append (maker, timeline, FETTLE_EVENT_MOVED, at, details, NULL);
}

static void
hand_over (Maker *maker, FettleTimeline *timeline, gint64 at)
{
  g_autoptr (FettleDetails) details = fettle_details_new ();

  fettle_details_set (details, "outcome", fettle_outcome_id (FETTLE_OUTCOME_REPAIRED));
  append (maker, timeline, FETTLE_EVENT_HANDED_OVER, at, details, NULL);
}

static void
promise_it (Maker *maker, FettleTimeline *timeline, gint64 at, gint64 due)
{
  g_autoptr (FettlePromise) promise = fettle_promise_new ();
  GError *error = NULL;

  fettle_clock_set_of_thread (at);
  fettle_timeline_set_author (timeline, 1, "Counter 1", at);
  promise->kind = g_strdup ("ready");
  promise->due = due;
  promise->owner_id = 1;
  bench_check (fettle_promise_store_append (maker->connection, timeline, promise, &error) != 0, error);
}

static void
assign (Maker *maker, FettleTimeline *timeline, gint64 at)
{
  g_autoptr (FettleDetails) details = fettle_details_new ();

  fettle_details_set_int (details, "technician", 1 + chance (maker, N_STAFF));
  append (maker, timeline, FETTLE_EVENT_ASSIGNED, at, details, NULL);
}

static void
add_job (Maker *maker, int position)
{
  gint64 at = maker->begins + (maker->now - maker->begins) / (maker->n_jobs + 1) * (position + 1);
  gboolean is_open = position >= maker->n_jobs - maker->n_open;
  g_autoptr (FettleTimeline) timeline = begin_job (maker, at);
  FettleStage stage = is_open ? FETTLE_STAGE_RECEIVED + (FettleStage) chance (maker, 7) : FETTLE_STAGE_READY;
  GError *error = NULL;

  receive (maker, timeline, at);
  if (is_open || chance (maker, 4) == 0)
    promise_it (maker, timeline, at, MAX (at, is_open ? maker->now : at) + FETTLE_HOUR * (chance (maker, 60) - 4));
  if (is_open && chance (maker, 2) == 0)
    assign (maker, timeline, at);
  if (stage != FETTLE_STAGE_RECEIVED)
    move (maker, timeline, FETTLE_STAGE_RECEIVED, stage, is_open ? at : at + FETTLE_HOUR);
  if (!is_open)
    {
      bench_check (fettle_promise_store_close_all (maker->connection, timeline, at + FETTLE_HOUR, &error), error);
      hand_over (maker, timeline, at + 2 * FETTLE_HOUR);
    }
  bench_check (fettle_timeline_save (timeline, &error), error);
}

static void
write_series (Maker *maker)
{
  execute (maker->connection,
           "INSERT OR REPLACE INTO number_series (year, last)"
           " SELECT CAST (substr (number, 1, 4) AS INTEGER), max (CAST (substr (number, 6) AS INTEGER))"
           " FROM job GROUP BY 1");
}

static GPtrArray *
drop_indexes (FettleConnection *connection)
{
  g_autoptr (FettleStatement) rows
      = fettle_connection_prepare (connection, "SELECT name, sql FROM sqlite_schema WHERE type = 'index'"
                                               " AND sql IS NOT NULL"
                                               " AND tbl_name NOT IN ('customer', 'customer_phone', 'unit')");
  g_autoptr (GString) script = g_string_new (NULL);
  GPtrArray *made = g_ptr_array_new_with_free_func (g_free);
  GError *error = NULL;
  FettleStep step;

  while ((step = fettle_statement_step (rows, &error)) == FETTLE_STEP_ROW)
    {
      const char *name = fettle_statement_text (rows, 0);

      /* Promises are closed job by job. */
      if (g_str_has_prefix (name, "promise"))
        continue;
      g_string_append_printf (script, "DROP INDEX %s;", name);
      g_ptr_array_add (made, fettle_statement_dup (rows, 1));
    }
  bench_check (step == FETTLE_STEP_DONE, error);
  fettle_statement_reset (rows);
  execute (connection, script->str);
  return made;
}

static void
index_words (Maker *maker)
{
  GError *error = NULL;
  gboolean more = TRUE;
  gint64 done = 0;

  execute (maker->connection, "INSERT INTO search_queue (job_id) SELECT id FROM job");
  for (; more; done += JOBS_PER_TRANSACTION)
    {
      bench_check (fettle_search_store_drain (maker->connection, JOBS_PER_TRANSACTION, &more, &error), error);
      if (done % 100000 == 0)
        bench_say ("the words of %" G_GINT64_FORMAT " jobs of %d are indexed", done, maker->n_jobs);
    }
}

static void
add_jobs (Maker *maker)
{
  GError *error = NULL;

  for (int from = 0; from < maker->n_jobs; from += JOBS_PER_TRANSACTION)
    {
      g_autoptr (FettleTransaction) transaction = fettle_transaction_begin (maker->connection, G_STRFUNC, &error);

      bench_check (transaction != NULL, error);
      for (int i = from; i < MIN (from + JOBS_PER_TRANSACTION, maker->n_jobs); i++)
        add_job (maker, i);
      bench_check (fettle_transaction_commit (transaction, &error), error);
      if (from % 100000 == 0)
        bench_say ("%d jobs of %d are made", from, maker->n_jobs);
    }
}

static void
set_up (FettleConnection *connection)
{
  g_autoptr (FettleServicePoint) point = fettle_service_point_new ();
  GError *error = NULL;

  point->name = g_strdup ("Corner Repairs");
  point->timezone = g_strdup ("UTC");
  point->currency = g_strdup ("GBP");
  point->language = g_strdup ("en");
  point->terms
      = g_strdup ("We keep your device safe. Please collect it within 90 days of being told that it is ready.");
  bench_check (fettle_setup_store_begin (connection, point, staff, &error), error);
}

static void
fill (Maker *maker)
{
  g_autoptr (GPtrArray) indexes = NULL;

  execute (maker->connection, "PRAGMA synchronous = OFF");
  execute (maker->connection, "PRAGMA wal_autocheckpoint = 20000");
  indexes = drop_indexes (maker->connection);
  add_jobs (maker);
  bench_say ("making the indexes of %d jobs", maker->n_jobs);
  for (guint i = 0; i < indexes->len; i++)
    execute (maker->connection, indexes->pdata[i]);
  write_series (maker);
  fettle_clock_set_of_thread (0);
  index_words (maker);
  execute (maker->connection, "PRAGMA wal_checkpoint (TRUNCATE)");
}

static void
make (Bench *bench, const char *path, int n_jobs, int n_open)
{
  Maker maker = { .n_jobs = n_jobs, .n_open = n_open };
  GError *error = NULL;

  maker.connection = fettle_connection_open (path, FETTLE_OPEN_CREATE, &error);
  bench_check (maker.connection != NULL, error);
  bench_check (fettle_migration_run (maker.connection, &error), error);
  set_up (maker.connection);
  maker.words = bench_words_new (bench->data, 20260302);
  maker.models = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  maker.customers = g_array_new (FALSE, FALSE, sizeof (gint64));
  maker.units = g_array_new (FALSE, FALSE, sizeof (gint64));
  maker.now = fettle_clock_now ();
  maker.begins = maker.now - YEARS * 365 * FETTLE_DAY;
  fill (&maker);
  g_array_unref (maker.customers);
  g_array_unref (maker.units);
  g_hash_table_unref (maker.models);
  bench_words_free (maker.words);
  fettle_connection_unref (maker.connection);
}

/**
 * bench_scratch_remove:
 *
 * Removes a file with what SQLite keeps beside it.
 */
void
bench_scratch_remove (const char *path)
{
  static const char *const ends[] = { "", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *name = g_strconcat (path, ends[i], NULL);

      g_unlink (name);
    }
}

/**
 * bench_scratch:
 *
 * Returns: (transfer full): a copy to write to, so that the shop is the same in the next run
 */
char *
bench_scratch (Bench *bench, const char *path)
{
  static int turn;
  g_autofree char *name = g_strdup_printf ("scratch-%d.db", ++turn);
  g_autofree char *copy = g_build_filename (bench->folder, name, NULL);
  g_autoptr (GFile) from = g_file_new_for_path (path);
  g_autoptr (GFile) to = g_file_new_for_path (copy);
  GError *error = NULL;

  bench_scratch_remove (copy);
  bench_check (g_file_copy (from, to, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error), error);
  return g_steal_pointer (&copy);
}

static char *
make_once (Bench *bench, const char *kind, int n_jobs, int n_open)
{
  g_autofree char *name = g_strdup_printf ("%s-%d%s-v%d.%d.db", kind, n_jobs, bench->data != NULL ? "-real" : "",
                                           (int) fettle_migration_newest (), EDITION);
  g_autofree char *path = g_build_filename (bench->folder, name, NULL);
  g_autofree char *part = g_strconcat (path, ".part", NULL);
  double begins = bench_ms ();

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&path);
  bench_say ("making a shop with %d jobs, once", n_jobs);
  g_mkdir_with_parents (bench->folder, 0755);
  bench_scratch_remove (part);
  make (bench, part, n_jobs, n_open);
  bench_check (g_rename (part, path) == 0, NULL);
  bench_scratch_remove (part);
  bench_say ("made in %.0f s", (bench_ms () - begins) / 1000.0);
  return g_steal_pointer (&path);
}

/**
 * bench_shop_make:
 *
 * Returns: (transfer full): file of a shop with that many jobs
 */
char *
bench_shop_make (Bench *bench, int n_jobs)
{
  return make_once (bench, "shop", n_jobs, OPEN_JOBS);
}

/**
 * bench_shop_make_open:
 *
 * Returns: (transfer full): file of a shop with that many jobs, none of which is done
 */
char *
bench_shop_make_open (Bench *bench, int n_jobs)
{
  return make_once (bench, "open", n_jobs, n_jobs);
}
