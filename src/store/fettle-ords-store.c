/* fettle-ords-store.c: repair records of the Open Repair Data Standard into the history, and out again.
 *
 * Rows go in a thousand to a transaction, each through the timeline like any job and straight into the search; what
 * stood in the file is kept beside it to go out again as it came. A record is known by its id, so a second import of a
 * file adds nothing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-ords-store.h"

#include "fettle-country.h"
#include "fettle-event-store.h"
#include "fettle-job-rows.h"
#include "fettle-job-store.h"
#include "fettle-number-series.h"
#include "fettle-ords.h"
#include "fettle-search-store.h"
#include "fettle-setup-store.h"
#include "fettle-statement.h"
#include "fettle-transaction.h"
#include "fettle-unit-store.h"

/* A tenth of a second or less, for which another desk's save waits. Larger ones were no faster. */
#define ROWS_PER_TRANSACTION 1000

static const FettleField fettle_refused_row_fields[] = {
  FETTLE_FIELD (FettleRefusedRow, line, "line", INT64),
  FETTLE_FIELD (FettleRefusedRow, reason, "reason", STRING),
};

FETTLE_DEFINE_RECORD (FettleRefusedRow, fettle_refused_row)

static const FettleField fettle_import_report_fields[] = {
  FETTLE_FIELD (FettleImportReport, read, "read", INT64),
  FETTLE_FIELD (FettleImportReport, imported, "imported", INT64),
  FETTLE_FIELD (FettleImportReport, present, "present", INT64),
  FETTLE_FIELD (FettleImportReport, refused, "refused", LIST),
};

FETTLE_DEFINE_RECORD (FettleImportReport, fettle_import_report)

static void
refuse (FettleImportReport *report, gint64 line, const char *reason)
{
  FettleRefusedRow *refused = fettle_refused_row_new ();

  refused->line = line;
  refused->reason = g_strdup (reason);
  g_ptr_array_add (report->refused, refused);
}

static FettleStep
is_present (FettleConnection *connection, const char *id, GError **error)
{
  g_autoptr (FettleStatement) row = fettle_connection_prepare (connection, "SELECT 1 FROM ords_record WHERE id = :id");

  fettle_statement_bind_text (row, ":id", id);
  return fettle_statement_step (row, error);
}

static gboolean
append_imported (FettleTimeline *timeline, FettleOrdsRow *row, gint64 unit_id, GError **error)
{
  g_autoptr (FettleDetails) details = fettle_details_new ();
  g_autoptr (FettleDetails) words = fettle_details_new ();

  fettle_details_set (details, "source", "ords");
  fettle_details_set (details, "id", row->id);
  fettle_details_set (details, "kind", fettle_kind_id (FETTLE_KIND_REPAIR));
  fettle_details_set (details, "stage", fettle_stage_id (FETTLE_STAGE_HANDED_OVER));
  fettle_details_set (details, "outcome", fettle_outcome_id (row->outcome));
  if (row->barrier != FETTLE_ORDS_BARRIER_NONE)
    fettle_details_set (details, "barrier", fettle_ords_barrier_text (row->barrier));
  fettle_details_set_int (details, "unit", unit_id);
  fettle_details_set (words, "fault", row->problem);
  return fettle_timeline_append (timeline, FETTLE_EVENT_IMPORTED, FALSE, details, words, error);
}

static char *
make_record_sql (void)
{
  g_autoptr (GString) names = g_string_new ("job_id");
  g_autoptr (GString) values = g_string_new (":job_id");
  const char *const *columns = fettle_ords_columns ();

  for (guint i = 0; i < FETTLE_N_ORDS_COLUMNS; i++)
    {
      g_string_append_printf (names, ", %s", columns[i]);
      g_string_append_printf (values, ", :%s", columns[i]);
    }
  return g_strdup_printf ("INSERT INTO ords_record (%s) VALUES (%s)", names->str, values->str);
}

static gboolean
keep_record (FettleConnection *connection, const char *sql, FettleOrdsRow *row, gint64 job_id, GError **error)
{
  g_autoptr (FettleStatement) insert = fettle_connection_prepare (connection, sql);
  const char *const *columns = fettle_ords_columns ();

  fettle_statement_bind_int (insert, ":job_id", job_id);
  for (guint i = 0; i < FETTLE_N_ORDS_COLUMNS; i++)
    {
      char name[64] = ":";

      g_strlcpy (name + 1, columns[i], sizeof name - 1);
      fettle_statement_bind_text (insert, name, fettle_ords_row_column (row, i));
    }
  return fettle_statement_run (insert, error);
}

typedef struct
{
  FettleConnection *connection;
  GTimeZone *zone;
  char *record_sql;
  FettleImportReport *report;

  /* Of the transaction under way. */
  FettleNumberSeries *numbers;

  /* Category and brand, a line each, to the row of the make. */
  GHashTable *models;

  /* The date of the row before and its moment: a repair café has many of one day. */
  char *date;
  gint64 moment;

  /* What the transaction under way still has to write into the search: a row and its text each. */
  GArray *texts;
} Import;

typedef struct
{
  gint64 job_id;
  char *text;
} Text;

static void
text_clear (gpointer data)
{
  g_free (((Text *) data)->text);
}

static void
import_clear (Import *import)
{
  g_clear_pointer (&import->zone, g_time_zone_unref);
  g_clear_pointer (&import->numbers, fettle_number_series_free);
  g_clear_pointer (&import->models, g_hash_table_unref);
  g_clear_pointer (&import->date, g_free);
  g_clear_pointer (&import->record_sql, g_free);
  g_clear_object (&import->report);
  g_clear_pointer (&import->texts, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Import, import_clear)

/* The same text as the search would gather from the rows: number, category, brand, fault. */
static void
keep_text (Import *import, FettleTimeline *timeline, FettleOrdsRow *row)
{
  const char *pieces[] = { fettle_timeline_number (timeline), row->category, row->brand_name, row->problem };
  g_autoptr (GString) text = g_string_new (NULL);
  Text kept = { fettle_timeline_job_id (timeline), NULL };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    if (pieces[i] != NULL && *pieces[i] != '\0')
      {
        g_string_append (text, pieces[i]);
        g_string_append_c (text, '\n');
      }
  kept.text = g_string_free (g_steal_pointer (&text), FALSE);
  g_array_append_val (import->texts, kept);
}

/* All of them at the end of a transaction: a full-text table writes what it has gathered to its file before each
 * statement on another table. */
static gboolean
index_kept (Import *import, GError **error)
{
  for (guint i = 0; i < import->texts->len; i++)
    {
      Text *kept = &g_array_index (import->texts, Text, i);

      if (!fettle_search_store_add_new (import->connection, kept->job_id, kept->text, error))
        return FALSE;
    }
  g_array_set_size (import->texts, 0);
  return TRUE;
}

static gint64
moment_of (Import *import, FettleOrdsRow *row)
{
  if (import->date == NULL || !g_str_equal (import->date, row->event_date))
    {
      g_free (import->date);
      import->date = g_strdup (row->event_date);
      import->moment = fettle_ords_row_moment (row, import->zone);
    }
  return import->moment;
}

/* A few hundred makes stand for all the rows of a file. */
static gint64
add_unit (Import *import, FettleOrdsRow *row, GError **error)
{
  const char *category = row->category != NULL ? row->category : "",
             *brand = row->brand_name != NULL ? row->brand_name : "";
  g_autofree char *key = g_strconcat (category, "\n", brand, NULL);
  gint64 *known = g_hash_table_lookup (import->models, key);
  gint64 model_id
      = known != NULL ? *known : fettle_unit_store_find_model (import->connection, category, brand, "", error);

  if (model_id != 0 && known == NULL)
    g_hash_table_insert (import->models, g_steal_pointer (&key), g_memdup2 (&model_id, sizeof model_id));
  return model_id != 0 ? fettle_unit_store_add_of_model (import->connection, model_id, error) : 0;
}

static gboolean
add_row (Import *import, FettleOrdsRow *row, GError **error)
{
  gint64 moment = moment_of (import, row);
  g_autoptr (FettleTimeline) timeline = NULL;
  g_autofree char *number = NULL;
  FettleStep present = is_present (import->connection, row->id, error);
  gint64 unit_id;

  if (present == FETTLE_STEP_ROW)
    {
      import->report->present++;
      return TRUE;
    }
  if (present == FETTLE_STEP_ERROR || (unit_id = add_unit (import, row, error)) == 0
      || (number = fettle_number_series_draw (import->numbers, moment, error)) == NULL)
    return FALSE;
  timeline = fettle_timeline_begin (import->connection, number);
  fettle_timeline_set_author (timeline, 0, NULL, moment);
  if (!append_imported (timeline, row, unit_id, error) || !fettle_timeline_save (timeline, error)
      || !keep_record (import->connection, import->record_sql, row, fettle_timeline_job_id (timeline), error))
    return FALSE;
  keep_text (import, timeline, row);
  import->report->imported++;
  return TRUE;
}

/* One transaction's worth of rows; *step is the last one's, so that the caller knows whether there are more. */
static gboolean
add_rows (Import *import, FettleOrdsReader *reader, FettleCsvStep *step, GCancellable *cancellable, GError **error)
{
  g_autoptr (FettleTransaction) transaction = fettle_transaction_begin (import->connection, G_STRFUNC, error);

  g_clear_pointer (&import->numbers, fettle_number_series_free);
  if (transaction == NULL || (import->numbers = fettle_number_series_begin (import->connection, error)) == NULL)
    return FALSE;
  for (int i = 0; i < ROWS_PER_TRANSACTION; i++)
    {
      g_autoptr (FettleOrdsRow) row = NULL;
      g_autoptr (GError) reason = NULL;

      *step = fettle_ords_reader_next (reader, &row, cancellable, &reason);
      if (*step == FETTLE_CSV_END)
        break;
      if (*step == FETTLE_CSV_FAILED)
        {
          g_propagate_error (error, g_steal_pointer (&reason));
          return FALSE;
        }
      import->report->read++;
      if (*step == FETTLE_CSV_REFUSED)
        refuse (import->report, fettle_ords_reader_line (reader), reason->message);
      else if (!add_row (import, row, error))
        return FALSE;
    }
  return fettle_number_series_end (import->numbers, error) && index_kept (import, error)
         && fettle_transaction_commit (transaction, error);
}

/**
 * fettle_ords_store_import:
 * @stream: a file of the standard
 * @progress: (nullable): called after each transaction
 *
 * Reads a file into the history: a job a row, handed over on its day, of a customer who is not known, its words
 * searchable. A row that cannot be taken is refused with its line and the reason, and the rest goes in.
 *
 * Returns: (transfer full) (nullable): what became of the rows; %NULL with an error where the file or the disk failed,
 * with the transactions before it kept
 */
FettleImportReport *
fettle_ords_store_import (FettleConnection *connection,
                          GInputStream *stream,
                          FettleImportProgress progress,
                          gpointer data,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (FettleShop) shop = fettle_setup_store_load (connection, error);
  g_autoptr (FettleOrdsReader) reader = fettle_ords_reader_new (stream);
  g_auto (Import) import = { .connection = connection,
                             .record_sql = make_record_sql (),
                             .report = fettle_import_report_new (),
                             .models = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
                             .texts = g_array_new (FALSE, FALSE, sizeof (Text)) };
  FettleCsvStep step = FETTLE_CSV_RECORD;

  if (shop == NULL)
    return NULL;
  g_array_set_clear_func (import.texts, text_clear);
  import.zone = fettle_shop_make_zone (shop);
  while (step != FETTLE_CSV_END)
    {
      if (!add_rows (&import, reader, &step, cancellable, error))
        return NULL;
      if (progress != NULL)
        progress (import.report, fettle_ords_reader_offset (reader), data);
    }
  return g_steal_pointer (&import.report);
}

/* The shop's own jobs have no country in them; the standard wants one: the one whose zone it is, if that is known. */
/* Three letters, as the standard wants them; a shop from before this was asked is where its time is. */
static const char *
country_of (FettleServicePoint *point)
{
  const char *country = fettle_country_alpha3 (point->country);

  return country != NULL ? country : fettle_country_alpha3 (fettle_country_of_zone (point->timezone));
}

static FettleOrdsRow *
make_own_row (FettleConnection *connection, gint64 job_id, FettleShop *shop, const char *country, GError **error)
{
  g_autoptr (FettleJob) job = fettle_job_store_load (connection, job_id, error);

  return job != NULL ? fettle_ords_row_new_for_job (job, shop->service_point, country) : NULL;
}

static FettleOrdsRow *
read_record (FettleStatement *rows)
{
  FettleOrdsRow *row = fettle_ords_row_new ();

  for (guint i = 0; i < FETTLE_N_ORDS_COLUMNS; i++)
    {
      char *text = fettle_statement_dup (rows, 2 + i);

      fettle_ords_row_take_column (row, i, text != NULL ? text : g_strdup (""));
    }
  return row;
}

static char *
make_export_sql (void)
{
  g_autoptr (GString) sql = g_string_new ("SELECT j.id, o.job_id");
  const char *const *columns = fettle_ords_columns ();

  for (guint i = 0; i < FETTLE_N_ORDS_COLUMNS; i++)
    g_string_append_printf (sql, ", o.%s", columns[i]);
  g_string_append (sql, " FROM job j LEFT JOIN ords_record o ON o.job_id = j.id ORDER BY j.id");
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

/**
 * fettle_ords_store_export:
 * @n_written: (out) (optional): rows, without the header
 *
 * Writes every job in the order in which it came into the file: an imported one as it came in, the shop's own ones as
 * the standard has them, without anything about a person.
 */
gboolean
fettle_ords_store_export (FettleConnection *connection,
                          GOutputStream *stream,
                          GCancellable *cancellable,
                          gint64 *n_written,
                          GError **error)
{
  g_autoptr (FettleTransaction) moment = fettle_transaction_begin_read (connection, G_STRFUNC, error);
  g_autoptr (FettleShop) shop = moment != NULL ? fettle_setup_store_load (connection, error) : NULL;
  const char *country = shop != NULL ? country_of (shop->service_point) : NULL;
  g_autofree char *sql = make_export_sql ();
  g_autoptr (FettleStatement) rows = fettle_connection_prepare (connection, sql);
  g_autoptr (FettleCsvWriter) writer = fettle_csv_writer_new (stream, "\n");
  gint64 count = 0;
  FettleStep step;

  if (shop == NULL || !fettle_ords_write_header (writer, cancellable, error))
    return FALSE;
  while ((step = fettle_statement_step (rows, error)) == FETTLE_STEP_ROW)
    {
      g_autoptr (FettleOrdsRow) row
          = fettle_statement_is_null (rows, 1)
                ? make_own_row (connection, fettle_statement_int (rows, 0), shop, country, error)
                : read_record (rows);

      if (row == NULL || !fettle_ords_write_row (writer, row, cancellable, error))
        return FALSE;
      count++;
    }
  if (n_written != NULL)
    *n_written = count;
  return step == FETTLE_STEP_DONE && fettle_csv_writer_flush (writer, cancellable, error);
}
