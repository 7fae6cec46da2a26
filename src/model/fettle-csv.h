/* fettle-csv.h: comma-separated files as RFC 4180 has them, read record by record and written.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * FettleCsvStep:
 * @FETTLE_CSV_RECORD: a record is there; its fields stay until the next step
 * @FETTLE_CSV_REFUSED: a record could not be read, the error says why; the next step goes on after it
 * @FETTLE_CSV_END: the file is read
 * @FETTLE_CSV_FAILED: the file cannot be read further (an I/O error, cancelled, not UTF-8 text at all)
 */
typedef enum
{
  FETTLE_CSV_RECORD,
  FETTLE_CSV_REFUSED,
  FETTLE_CSV_END,
  FETTLE_CSV_FAILED,
} FettleCsvStep;

/* fettle-csv-reader.c */
typedef struct _FettleCsvReader FettleCsvReader;

FettleCsvReader *fettle_csv_reader_new (GInputStream *stream);
FettleCsvReader *fettle_csv_reader_new_for_data (const char *data, gssize length);
void fettle_csv_reader_free (FettleCsvReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FettleCsvReader, fettle_csv_reader_free)

void fettle_csv_reader_set_unescape_formulas (FettleCsvReader *self, gboolean unescape);
void fettle_csv_reader_set_max_field (FettleCsvReader *self, gsize bytes);

FettleCsvStep fettle_csv_reader_next (FettleCsvReader *self, GCancellable *cancellable, GError **error);
guint fettle_csv_reader_n_fields (FettleCsvReader *self);
const char *fettle_csv_reader_field (FettleCsvReader *self, guint index);
guint64 fettle_csv_reader_line (FettleCsvReader *self);
guint64 fettle_csv_reader_offset (FettleCsvReader *self);

/* fettle-csv-writer.c */
typedef struct _FettleCsvWriter FettleCsvWriter;

FettleCsvWriter *fettle_csv_writer_new (GOutputStream *stream, const char *line_end);
void fettle_csv_writer_free (FettleCsvWriter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FettleCsvWriter, fettle_csv_writer_free)

void fettle_csv_writer_set_escape_formulas (FettleCsvWriter *self, gboolean escape);
void fettle_csv_writer_add_field (FettleCsvWriter *self, const char *field);
gboolean fettle_csv_writer_end_record (FettleCsvWriter *self, GCancellable *cancellable, GError **error);
gboolean fettle_csv_writer_flush (FettleCsvWriter *self, GCancellable *cancellable, GError **error);

/* fettle-csv-formula.c */
gboolean fettle_csv_needs_escape (const char *field);
gboolean fettle_csv_is_escaped (const char *field);

G_END_DECLS
