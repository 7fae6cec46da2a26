/* fettle-ords-file.c: files of the Open Repair Data Standard, read and written.
 *
 * Columns are found by their names, in any order, so that older versions of the standard and files with columns of
 * their own are read as well; those that we do not know are passed over. One thread at a time.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-ords.h"

#include <glib/gi18n-lib.h>

#include "fettle-error.h"

struct _FettleOrdsReader
{
  FettleCsvReader *csv;
  gboolean has_header;
  guint n_fields;
  /* Which field of the file each column of the standard is; -1 where the file lacks it. */
  int places[FETTLE_N_ORDS_COLUMNS];
};

/* How columns were called in version 0.1 and in files made from the standard's. */
static const struct
{
  const char *other;
  const char *column;
} other_names[] = {
  { "date", "event_date" },
  { "id_ords", "id" },
  { "age", "product_age" },
};

/* Without these a file is something else. */
static const char *const needed[] = { "id", "product_category", "repair_status", "event_date" };

/**
 * fettle_ords_reader_new:
 * @stream: where from; kept. It need not be buffered
 *
 * Returns: (transfer full): a reader
 */
FettleOrdsReader *
fettle_ords_reader_new (GInputStream *stream)
{
  FettleOrdsReader *self = g_new0 (FettleOrdsReader, 1);

  self->csv = fettle_csv_reader_new (stream);
  return self;
}

void
fettle_ords_reader_free (FettleOrdsReader *self)
{
  if (self == NULL)
    return;
  fettle_csv_reader_free (self->csv);
  g_free (self);
}

static int
column_index (const char *name)
{
  const char *const *columns = fettle_ords_columns ();

  for (int i = 0; i < FETTLE_N_ORDS_COLUMNS; i++)
    if (g_ascii_strcasecmp (columns[i], name) == 0)
      return i;
  return -1;
}

static int
column_index_any_version (const char *name)
{
  g_autofree char *bare = g_strstrip (g_strdup (name));
  int index = column_index (bare);

  for (guint i = 0; index < 0 && i < G_N_ELEMENTS (other_names); i++)
    if (g_ascii_strcasecmp (other_names[i].other, bare) == 0)
      index = column_index (other_names[i].column);
  return index;
}

static void
find_places (FettleOrdsReader *self)
{
  for (guint i = 0; i < FETTLE_N_ORDS_COLUMNS; i++)
    self->places[i] = -1;
  self->n_fields = fettle_csv_reader_n_fields (self->csv);
  for (guint i = 0; i < self->n_fields; i++)
    {
      int column = column_index_any_version (fettle_csv_reader_field (self->csv, i));

      /* Of two columns with one name the first counts. */
      if (column >= 0 && self->places[column] < 0)
        self->places[column] = i;
    }
}

static gboolean
read_header (FettleOrdsReader *self, GCancellable *cancellable, GError **error)
{
  FettleCsvStep step = fettle_csv_reader_next (self->csv, cancellable, error);

  if (step == FETTLE_CSV_END)
    {
      g_set_error_literal (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_MISSING, _ ("The file is empty."));
      return FALSE;
    }
  if (step != FETTLE_CSV_RECORD)
    return FALSE;
  find_places (self);
  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    if (self->places[column_index (needed[i])] < 0)
      {
        g_set_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_MISSING,
                     /* Translators: %s is the name of a column; ORDS is the Open Repair Data Standard. */
                     _ ("This is not an ORDS file: its first line has no column “%s”."), needed[i]);
        return FALSE;
      }
  self->has_header = TRUE;
  return TRUE;
}

static FettleOrdsRow *
make_row (FettleOrdsReader *self, GError **error)
{
  g_autoptr (FettleOrdsRow) row = NULL;
  guint n_fields = fettle_csv_reader_n_fields (self->csv);

  if (n_fields != self->n_fields)
    {
      g_set_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID,
                   _ ("The row has %u fields and the first line of the file has %u."), n_fields, self->n_fields);
      return NULL;
    }
  row = fettle_ords_row_new ();
  row->line = fettle_csv_reader_line (self->csv);
  for (guint i = 0; i < FETTLE_N_ORDS_COLUMNS; i++)
    fettle_ords_row_take_column (row, i,
                                 g_strdup (self->places[i] >= 0 ? fettle_csv_reader_field (self->csv, self->places[i])
                                                                : ""));
  return fettle_ords_row_understand (row, error) ? g_steal_pointer (&row) : NULL;
}

/**
 * fettle_ords_reader_next:
 * @row: (out) (transfer full) (nullable): the row, with %FETTLE_CSV_RECORD; %NULL otherwise
 * @cancellable: (nullable): stops it between pieces of the file
 *
 * Reads the next row. A file without the columns that it needs fails at once. After %FETTLE_CSV_REFUSED the error has a
 * sentence for people, fettle_ords_reader_line() says where, and the next step goes on.
 *
 * Returns: what came of it
 */
FettleCsvStep
fettle_ords_reader_next (FettleOrdsReader *self, FettleOrdsRow **row, GCancellable *cancellable, GError **error)
{
  FettleCsvStep step;

  *row = NULL;
  if (!self->has_header && !read_header (self, cancellable, error))
    return FETTLE_CSV_FAILED;
  step = fettle_csv_reader_next (self->csv, cancellable, error);
  if (step != FETTLE_CSV_RECORD)
    return step;
  *row = make_row (self, error);
  return *row != NULL ? FETTLE_CSV_RECORD : FETTLE_CSV_REFUSED;
}

/**
 * fettle_ords_reader_line:
 *
 * Returns: the line of the file, from 1, on which the row begins that was read or refused last
 */
guint64
fettle_ords_reader_line (FettleOrdsReader *self)
{
  return fettle_csv_reader_line (self->csv);
}

/**
 * fettle_ords_reader_offset:
 *
 * Returns: how many bytes of the file have been read into rows, to show progress
 */
guint64
fettle_ords_reader_offset (FettleOrdsReader *self)
{
  return fettle_csv_reader_offset (self->csv);
}

/**
 * fettle_ords_write_header:
 *
 * Writes the names of the fourteen columns.
 *
 * Returns: %FALSE with a %G_IO_ERROR if it cannot be written
 */
gboolean
fettle_ords_write_header (FettleCsvWriter *writer, GCancellable *cancellable, GError **error)
{
  const char *const *columns = fettle_ords_columns ();

  for (guint i = 0; i < FETTLE_N_ORDS_COLUMNS; i++)
    fettle_csv_writer_add_field (writer, columns[i]);
  return fettle_csv_writer_end_record (writer, cancellable, error);
}

/**
 * fettle_ords_write_row:
 *
 * Writes the fourteen columns of a row as they stand.
 *
 * Returns: %FALSE with a %G_IO_ERROR if it cannot be written
 */
gboolean
fettle_ords_write_row (FettleCsvWriter *writer, FettleOrdsRow *row, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < FETTLE_N_ORDS_COLUMNS; i++)
    fettle_csv_writer_add_field (writer, fettle_ords_row_column (row, i));
  return fettle_csv_writer_end_record (writer, cancellable, error);
}
