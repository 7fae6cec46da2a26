/* fettle-csv-reader.c: reads comma-separated files as RFC 4180 has them, one record at a time.
 *
 * Files may be of hundreds of megabytes and of anybody's making. The reader holds one record and a piece of the file,
 * never more, and a record that is not well-formed is refused with a sentence while the rest goes on: after a broken
 * quote it begins again at the line after the one on which the record began, so that a quote never closed costs
 * one record and not the rest of the file. (Lines cannot be read over and over by that: a line that leaves a quote
 * open has an odd number of quotes, and read inside one it would close it.)
 *
 * Beyond the RFC it takes LF and CR alone for an end of line, a byte order mark, and empty lines, which are no records.
 * One thread at a time.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-csv.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "fettle-error.h"

#define PIECE      (64 * 1024)
#define MAX_FIELD  (1024 * 1024)
#define MAX_RECORD (4 * 1024 * 1024)
#define MAX_FIELDS 1024

/* Where in a record the next byte stands. */
typedef enum
{
  FIELD_START,
  IN_PLAIN,
  IN_QUOTES,
  AFTER_QUOTE,
} Place;

typedef enum
{
  GO_ON,
  RECORD_ENDED,
  RECORD_BROKEN,
} Progress;

struct _FettleCsvReader
{
  GInputStream *stream;
  gboolean unescape_formulas;
  gsize max_field;

  /* A piece of the file: the record being read begins at start, the next byte is at position. */
  GByteArray *data;
  gsize start;
  gsize position;
  guint64 data_offset;
  gboolean at_end;
  gboolean began;

  /* The line of the next byte, and whether the byte before it was a CR, whose LF is still to come. */
  guint64 line;
  gboolean after_cr;

  /* The record: its fields one after the other, each ended by NUL. */
  guint64 record_line;
  GByteArray *text;
  GArray *fields;
  gsize field_start;
  Place place;
  gboolean has_nul;
  gboolean has_quotes;
};

/* Bytes that end a run of ordinary ones, outside quotes and inside. */
static const guint8 ends_plain_run[256] = { [','] = 1, ['"'] = 1, ['\r'] = 1, ['\n'] = 1, [0] = 1 };
static const guint8 ends_quoted_run[256] = { ['"'] = 1, ['\r'] = 1, ['\n'] = 1, [0] = 1 };

/**
 * fettle_csv_reader_new:
 * @stream: where from; kept. It need not be buffered
 *
 * Returns: (transfer full): a reader that takes formulas' escapes away
 */
FettleCsvReader *
fettle_csv_reader_new (GInputStream *stream)
{
  FettleCsvReader *self = g_new0 (FettleCsvReader, 1);

  self->stream = g_object_ref (stream);
  self->unescape_formulas = TRUE;
  self->max_field = MAX_FIELD;
  self->data = g_byte_array_new ();
  self->text = g_byte_array_new ();
  self->fields = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->line = 1;
  return self;
}

/**
 * fettle_csv_reader_new_for_data:
 * @data: the content of a file; it is not copied and must stay
 * @length: in bytes, or -1 if it ends with NUL
 *
 * Returns: (transfer full): a reader on memory
 */
FettleCsvReader *
fettle_csv_reader_new_for_data (const char *data, gssize length)
{
  g_autoptr (GInputStream) stream
      = g_memory_input_stream_new_from_data (data, length >= 0 ? length : (gssize) strlen (data), NULL);

  return fettle_csv_reader_new (stream);
}

void
fettle_csv_reader_free (FettleCsvReader *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->stream);
  g_byte_array_unref (self->data);
  g_byte_array_unref (self->text);
  g_array_unref (self->fields);
  g_free (self);
}

/**
 * fettle_csv_reader_set_unescape_formulas:
 * @unescape: whether the apostrophe that our export puts before formulas is taken away; see fettle-csv-formula.c
 */
void
fettle_csv_reader_set_unescape_formulas (FettleCsvReader *self, gboolean unescape)
{
  self->unescape_formulas = unescape;
}

/**
 * fettle_csv_reader_set_max_field:
 * @bytes: a record with a longer field is refused; 1 MiB if never set
 */
void
fettle_csv_reader_set_max_field (FettleCsvReader *self, gsize bytes)
{
  self->max_field = MIN (bytes, MAX_RECORD);
}

/* Forgets what lies before the record and reads another piece; at_end is set where there is none. */
static gboolean
fill (FettleCsvReader *self, GCancellable *cancellable, GError **error)
{
  gsize kept;
  gssize n;

  /* Not every stream asks by itself. */
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (self->start > 0)
    {
      g_byte_array_remove_range (self->data, 0, self->start);
      self->data_offset += self->start;
      self->position -= self->start;
      self->start = 0;
    }
  kept = self->data->len;
  g_byte_array_set_size (self->data, kept + PIECE);
  n = g_input_stream_read (self->stream, self->data->data + kept, PIECE, cancellable, error);
  g_byte_array_set_size (self->data, kept + MAX (n, 0));
  if (n == 0)
    self->at_end = TRUE;
  return n >= 0;
}

/* Whether there is a next byte; %FALSE with at_end is the end of the file, without it an error. */
static gboolean
have_byte (FettleCsvReader *self, GCancellable *cancellable, GError **error)
{
  while (self->position == self->data->len && !self->at_end)
    if (!fill (self, cancellable, error))
      return FALSE;
  return self->position < self->data->len;
}

static gboolean
check_beginning (FettleCsvReader *self, GCancellable *cancellable, GError **error)
{
  while (self->data->len < 3 && !self->at_end)
    if (!fill (self, cancellable, error))
      return FALSE;
  self->began = TRUE;
  if (self->data->len >= 3 && memcmp (self->data->data, "\xef\xbb\xbf", 3) == 0)
    self->position = 3;
  else if (self->data->len >= 2
           && (memcmp (self->data->data, "\xff\xfe", 2) == 0 || memcmp (self->data->data, "\xfe\xff", 2) == 0))
    {
      g_set_error_literal (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID,
                           _ ("This file is written in UTF-16. Save it as “CSV UTF-8” and try again."));
      return FALSE;
    }
  return TRUE;
}

static void
begin_record (FettleCsvReader *self)
{
  self->start = self->position;
  self->record_line = self->line;
  g_byte_array_set_size (self->text, 0);
  g_array_set_size (self->fields, 0);
  self->field_start = 0;
  self->place = FIELD_START;
  self->has_nul = FALSE;
  self->has_quotes = FALSE;
}

static void
end_field (FettleCsvReader *self)
{
  g_byte_array_append (self->text, (const guint8 *) "", 1);
  g_array_append_val (self->fields, self->field_start);
  self->field_start = self->text->len;
  self->place = FIELD_START;
}

static void
count_line_end (FettleCsvReader *self, guint8 byte)
{
  if (byte == '\r' || !self->after_cr)
    self->line++;
  self->after_cr = byte == '\r';
}

static gboolean
is_too_long (FettleCsvReader *self)
{
  return self->text->len - self->field_start > self->max_field || self->text->len > MAX_RECORD
         || self->fields->len >= MAX_FIELDS;
}

/* Takes the run of ordinary bytes at the position. */
static void
take_run (FettleCsvReader *self, const guint8 *ends)
{
  const guint8 *from = self->data->data + self->position;
  const guint8 *end = self->data->data + self->data->len;
  const guint8 *to = from;

  while (to < end && !ends[*to])
    to++;
  if (to == from)
    return;
  g_byte_array_append (self->text, from, to - from);
  self->position += to - from;
  self->after_cr = FALSE;
}

static Progress
take_in_quotes (FettleCsvReader *self)
{
  guint8 byte = self->data->data[self->position++];

  if (byte == '"')
    {
      self->place = AFTER_QUOTE;
      self->after_cr = FALSE;
      return GO_ON;
    }
  if (byte == '\r' || byte == '\n')
    count_line_end (self, byte);
  else
    self->after_cr = FALSE;
  self->has_nul |= byte == '\0';
  g_byte_array_append (self->text, &byte, 1);
  return GO_ON;
}

/* Outside quotes, or at the byte after a quote inside them. */
static Progress
take_outside_quotes (FettleCsvReader *self, GError **error)
{
  guint8 byte = self->data->data[self->position++];

  if (byte == '\r' || byte == '\n')
    {
      count_line_end (self, byte);
      end_field (self);
      return RECORD_ENDED;
    }
  self->after_cr = FALSE;
  if (byte == ',')
    {
      end_field (self);
      return GO_ON;
    }
  if (byte == '"' && (self->place == FIELD_START || self->place == AFTER_QUOTE))
    {
      /* The second of two quotes is one quote of the text. */
      if (self->place == AFTER_QUOTE)
        g_byte_array_append (self->text, &byte, 1);
      self->place = IN_QUOTES;
      self->has_quotes = TRUE;
      return GO_ON;
    }
  if (byte == '"' || self->place == AFTER_QUOTE)
    {
      g_set_error_literal (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID,
                           byte == '"' ? _ ("There is a quotation mark in the middle of a field.")
                                       : _ ("There is something between a closing quotation mark and the next comma."));
      return RECORD_BROKEN;
    }
  self->place = IN_PLAIN;
  self->has_nul |= byte == '\0';
  g_byte_array_append (self->text, &byte, 1);
  return GO_ON;
}

/* Takes a run of ordinary bytes and then one that is not. */
static Progress
take_some (FettleCsvReader *self, GError **error)
{
  if (self->place == IN_QUOTES)
    take_run (self, ends_quoted_run);
  else if (self->place != AFTER_QUOTE)
    {
      take_run (self, ends_plain_run);
      if (self->text->len > self->field_start)
        self->place = IN_PLAIN;
    }
  if (is_too_long (self))
    {
      g_set_error_literal (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID,
                           _ ("The record is too long; perhaps a quotation mark was never closed."));
      return RECORD_BROKEN;
    }
  if (self->position == self->data->len)
    return GO_ON;
  return self->place == IN_QUOTES ? take_in_quotes (self) : take_outside_quotes (self, error);
}

/* The end of the file ends the last record if no line end did. */
static Progress
take_end (FettleCsvReader *self, GError **error)
{
  if (self->place == IN_QUOTES)
    {
      g_set_error_literal (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID,
                           _ ("A quotation mark was never closed."));
      return RECORD_BROKEN;
    }
  end_field (self);
  return RECORD_ENDED;
}

/* After a broken record: to the line after the one on which it began. */
static gboolean
skip_broken (FettleCsvReader *self, GCancellable *cancellable, GError **error)
{
  self->position = self->start;
  self->line = self->record_line;
  self->after_cr = FALSE;
  while (have_byte (self, cancellable, error))
    {
      guint8 byte = self->data->data[self->position++];

      /* What was skipped need not be kept. */
      self->start = self->position;
      if (byte == '\r' || byte == '\n')
        {
          count_line_end (self, byte);
          return TRUE;
        }
    }
  return self->at_end;
}

static void
unescape_fields (FettleCsvReader *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      gsize *offset = &g_array_index (self->fields, gsize, i);

      if (fettle_csv_is_escaped ((const char *) self->text->data + *offset))
        (*offset)++;
    }
}

static gboolean
check_text (FettleCsvReader *self, GError **error)
{
  if (self->has_nul)
    {
      g_set_error_literal (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID,
                           _ ("The record has a byte 0 in it, which is not text."));
      return FALSE;
    }
  for (guint i = 0; i < self->fields->len; i++)
    if (!g_utf8_validate (fettle_csv_reader_field (self, i), -1, NULL))
      {
        /* Translators: %u is the number of a field in its row, counted from 1. */
        g_set_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID,
                     _ ("Field %u is not UTF-8 text. Save the file as “CSV UTF-8” and try again."), i + 1);
        return FALSE;
      }
  return TRUE;
}

static gboolean
is_blank (FettleCsvReader *self)
{
  return self->fields->len == 1 && self->text->len == 1 && !self->has_quotes;
}

/* Reads to the end of a record, whether or not it is one to give out. */
static Progress
read_record (FettleCsvReader *self, GCancellable *cancellable, GError **failure, GError **error)
{
  Progress progress = GO_ON;

  begin_record (self);
  while (progress == GO_ON && have_byte (self, cancellable, failure))
    progress = take_some (self, error);
  if (progress == GO_ON && self->at_end)
    progress = take_end (self, error);
  return progress;
}

/* The LF of a CR LF that ended the record before. */
static gboolean
skip_line_feed (FettleCsvReader *self, GCancellable *cancellable, GError **error)
{
  self->start = self->position;
  if (!self->after_cr)
    return TRUE;
  if (!have_byte (self, cancellable, error))
    return self->at_end;
  self->after_cr = FALSE;
  if (self->data->data[self->position] == '\n')
    self->position++;
  return TRUE;
}

/**
 * fettle_csv_reader_next:
 * @cancellable: (nullable): stops it between pieces of the file
 *
 * Reads the next record. After %FETTLE_CSV_REFUSED the error is %FETTLE_MODEL_ERROR_INVALID with a sentence for people
 * and reading can go on; after %FETTLE_CSV_FAILED it cannot.
 *
 * Returns: what came of it
 */
FettleCsvStep
fettle_csv_reader_next (FettleCsvReader *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) failure = NULL;
  Progress progress;

  if (!self->began && !check_beginning (self, cancellable, error))
    return FETTLE_CSV_FAILED;
  do
    {
      if (!skip_line_feed (self, cancellable, error))
        return FETTLE_CSV_FAILED;
      if (!have_byte (self, cancellable, error))
        return self->at_end ? FETTLE_CSV_END : FETTLE_CSV_FAILED;
      progress = read_record (self, cancellable, &failure, error);
    }
  while (progress == RECORD_ENDED && is_blank (self));
  if (progress == GO_ON)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FETTLE_CSV_FAILED;
    }
  if (progress == RECORD_BROKEN)
    {
      g_array_set_size (self->fields, 0);
      if (skip_broken (self, cancellable, &failure))
        return FETTLE_CSV_REFUSED;
      g_clear_error (error);
      g_propagate_error (error, g_steal_pointer (&failure));
      return FETTLE_CSV_FAILED;
    }
  if (!check_text (self, error))
    return FETTLE_CSV_REFUSED;
  if (self->unescape_formulas)
    unescape_fields (self);
  return FETTLE_CSV_RECORD;
}

/**
 * fettle_csv_reader_n_fields:
 *
 * Returns: how many fields the record has
 */
guint
fettle_csv_reader_n_fields (FettleCsvReader *self)
{
  return self->fields->len;
}

/**
 * fettle_csv_reader_field:
 *
 * Returns: (transfer none): the text of a field, without its quotes, until the next step
 */
const char *
fettle_csv_reader_field (FettleCsvReader *self, guint index)
{
  g_return_val_if_fail (index < self->fields->len, "");
  return (const char *) self->text->data + g_array_index (self->fields, gsize, index);
}

/**
 * fettle_csv_reader_line:
 *
 * Returns: the line of the file, from 1, on which the record begins that was read or refused last
 */
guint64
fettle_csv_reader_line (FettleCsvReader *self)
{
  return self->record_line;
}

/**
 * fettle_csv_reader_offset:
 *
 * Returns: how many bytes of the file have been read into records, to show progress
 */
guint64
fettle_csv_reader_offset (FettleCsvReader *self)
{
  return self->data_offset + self->position;
}
