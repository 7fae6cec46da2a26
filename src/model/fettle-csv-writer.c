/* fettle-csv-writer.c: writes comma-separated files as RFC 4180 has them.
 *
 * A field is quoted only where it must be. What is written is gathered and goes to the stream in large pieces; the
 * caller flushes at the end, and closes the stream. One thread at a time.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-csv.h"

#include <string.h>

#define PIECE (64 * 1024)

struct _FettleCsvWriter
{
  GOutputStream *stream;
  char *line_end;
  gboolean escape_formulas;

  GString *pending;
  guint n_fields;
  /* The record is so far a single empty field, which alone on a line would read as no record. */
  gboolean only_empty;
};

/**
 * fettle_csv_writer_new:
 * @stream: where to; kept
 * @line_end: "\r\n" as the RFC has it, or "\n"
 *
 * Returns: (transfer full): a writer that escapes formulas
 */
FettleCsvWriter *
fettle_csv_writer_new (GOutputStream *stream, const char *line_end)
{
  FettleCsvWriter *self;

  g_return_val_if_fail (g_str_equal (line_end, "\r\n") || g_str_equal (line_end, "\n"), NULL);
  self = g_new0 (FettleCsvWriter, 1);
  self->stream = g_object_ref (stream);
  self->line_end = g_strdup (line_end);
  self->escape_formulas = TRUE;
  self->pending = g_string_sized_new (2 * PIECE);
  return self;
}

void
fettle_csv_writer_free (FettleCsvWriter *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->stream);
  g_string_free (self->pending, TRUE);
  g_free (self->line_end);
  g_free (self);
}

/**
 * fettle_csv_writer_set_escape_formulas:
 * @escape: whether a cell that a spreadsheet would run gets an apostrophe; see fettle-csv-formula.c
 */
void
fettle_csv_writer_set_escape_formulas (FettleCsvWriter *self, gboolean escape)
{
  self->escape_formulas = escape;
}

static void
append_quoted (GString *text, const char *field)
{
  const char *quote;

  while ((quote = strchr (field, '"')) != NULL)
    {
      g_string_append_len (text, field, quote - field);
      g_string_append (text, "\"\"");
      field = quote + 1;
    }
  g_string_append (text, field);
}

/**
 * fettle_csv_writer_add_field:
 * @field: (nullable): the text of the record's next field; %NULL is an empty one
 */
void
fettle_csv_writer_add_field (FettleCsvWriter *self, const char *field)
{
  const char *text = field != NULL ? field : "";
  gboolean escape = self->escape_formulas && fettle_csv_needs_escape (text);
  gboolean quote = strpbrk (text, "\",\r\n") != NULL;

  if (self->n_fields > 0)
    g_string_append_c (self->pending, ',');
  self->only_empty = self->n_fields == 0 && *text == '\0';
  self->n_fields++;
  if (quote)
    g_string_append_c (self->pending, '"');
  if (escape)
    g_string_append_c (self->pending, '\'');
  if (quote)
    append_quoted (self->pending, text);
  else
    g_string_append (self->pending, text);
  if (quote)
    g_string_append_c (self->pending, '"');
}

/**
 * fettle_csv_writer_end_record:
 *
 * Ends the record, and writes out what has gathered if it is much.
 *
 * Returns: %FALSE with a %G_IO_ERROR if it cannot be written
 */
gboolean
fettle_csv_writer_end_record (FettleCsvWriter *self, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (self->n_fields > 0, FALSE);
  if (self->only_empty)
    g_string_append (self->pending, "\"\"");
  g_string_append (self->pending, self->line_end);
  self->n_fields = 0;
  self->only_empty = FALSE;
  return self->pending->len < PIECE || fettle_csv_writer_flush (self, cancellable, error);
}

/**
 * fettle_csv_writer_flush:
 *
 * Writes out what has gathered and flushes the stream.
 *
 * Returns: %FALSE with a %G_IO_ERROR if it cannot be written
 */
gboolean
fettle_csv_writer_flush (FettleCsvWriter *self, GCancellable *cancellable, GError **error)
{
  if (!g_output_stream_write_all (self->stream, self->pending->str, self->pending->len, NULL, cancellable, error))
    return FALSE;
  g_string_truncate (self->pending, 0);
  return g_output_stream_flush (self->stream, cancellable, error);
}
