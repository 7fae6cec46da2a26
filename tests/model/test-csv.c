/* test-csv.c: comma-separated files, sound and broken ones, and that writing and reading changes nothing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-csv.h"
#include "fettle-error.h"

#include <string.h>

/* A stream that gives out a few bytes at a time, so that every record lies across two pieces; it fails at fail_at. */
typedef struct
{
  GInputStream parent_instance;
  const char *data;
  gsize length;
  gsize position;
  gsize piece;
  gsize fail_at;
} DripStream;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DripStream, g_object_unref)
typedef GInputStreamClass DripStreamClass;
GType drip_stream_get_type (void);
G_DEFINE_TYPE (DripStream, drip_stream, G_TYPE_INPUT_STREAM)

static gssize
drip_read (GInputStream *stream, void *buffer, gsize count, GCancellable *cancellable, GError **error)
{
  DripStream *self = (DripStream *) stream;
  gsize n = MIN (MIN (count, self->piece), self->length - self->position);

  if (self->position >= self->fail_at)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "the disk is gone");
      return -1;
    }
  memcpy (buffer, self->data + self->position, n);
  self->position += n;
  return n;
}

static void
drip_stream_class_init (DripStreamClass *klass)
{
  klass->read_fn = drip_read;
}

static void
drip_stream_init (DripStream *self)
{
  self->piece = 1;
  self->fail_at = G_MAXSIZE;
}

/* What a reader gives, as text: "1[a|b] 2!" is a record on line 1 and a refused one on line 2. */
static char *
describe (FettleCsvReader *reader)
{
  GString *text = g_string_new (NULL);

  for (;;)
    {
      g_autoptr (GError) error = NULL;
      FettleCsvStep step = fettle_csv_reader_next (reader, NULL, &error);

      g_assert_true ((error != NULL) == (step == FETTLE_CSV_REFUSED || step == FETTLE_CSV_FAILED));
      if (step == FETTLE_CSV_END)
        break;
      if (text->len > 0)
        g_string_append_c (text, ' ');
      if (step == FETTLE_CSV_FAILED)
        {
          g_string_append (text, "failed");
          break;
        }
      g_string_append_printf (text, "%u", (guint) fettle_csv_reader_line (reader));
      if (step == FETTLE_CSV_REFUSED)
        {
          g_assert_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID);
          g_string_append_c (text, '!');
          continue;
        }
      for (guint i = 0; i < fettle_csv_reader_n_fields (reader); i++)
        g_string_append_printf (text, "%c%s", i == 0 ? '[' : '|', fettle_csv_reader_field (reader, i));
      g_string_append_c (text, ']');
    }
  return g_string_free (text, FALSE);
}

#define FILE_TEXT(text) text, sizeof text - 1

static const struct
{
  const char *data;
  gsize length;
  const char *expected;
} files[] = {
  { FILE_TEXT (""), "" },
  { FILE_TEXT ("\n"), "" },
  { FILE_TEXT ("\r\n\r\n\n\n"), "" },
  { FILE_TEXT ("a"), "1[a]" },
  { FILE_TEXT ("a,b\r\nc,d\r\n"), "1[a|b] 2[c|d]" },
  { FILE_TEXT ("a,b\nc,d"), "1[a|b] 2[c|d]" },
  { FILE_TEXT ("a,b\rc,d\r"), "1[a|b] 2[c|d]" },
  { FILE_TEXT ("a\n\n\r\nb"), "1[a] 4[b]" },
  { FILE_TEXT (","), "1[|]" },
  { FILE_TEXT ("a,\n,b\n"), "1[a|] 2[|b]" },
  { FILE_TEXT ("\"\""), "1[]" },
  { FILE_TEXT ("\"\",\"\"\n"), "1[|]" },
  { FILE_TEXT (" a , b "), "1[ a | b ]" },
  { FILE_TEXT ("\xef\xbb\xbf"
               "a,b\n"),
    "1[a|b]" },
  { FILE_TEXT ("\xef\xbb\xbf\"a\",b\n"), "1[a|b]" },
  { FILE_TEXT ("\xef\xbb\xbf"), "" },
  { FILE_TEXT ("a,\xef\xbb\xbf"
               "b"),
    "1[a|\xef\xbb\xbf"
    "b]" },
  { FILE_TEXT ("\"a,b\",c"), "1[a,b|c]" },
  { FILE_TEXT ("\"a\"\"b\",\"\"\"\""), "1[a\"b|\"]" },
  { FILE_TEXT ("\"a\nb\"\nc"), "1[a\nb] 3[c]" },
  { FILE_TEXT ("\"a\r\nb\r\n\"\r\nc"), "1[a\r\nb\r\n] 4[c]" },
  { FILE_TEXT ("\"a\rb\"\rc"), "1[a\rb] 3[c]" },
  { FILE_TEXT ("日本,\"Überhitzung\""), "1[日本|Überhitzung]" },
  /* Refused, and the rest goes in. */
  { FILE_TEXT ("a\nb\"c\nd"), "1[a] 2! 3[d]" },
  { FILE_TEXT ("a\n\"b\"c,d\ne"), "1[a] 2! 3[e]" },
  { FILE_TEXT ("a\n\"b\" ,d\ne"), "1[a] 2! 3[e]" },
  { FILE_TEXT ("a\n\"b\nc\nd"), "1[a] 2! 3[c] 4[d]" },
  { FILE_TEXT ("a\r\n\"b\r\nc\r\nd"), "1[a] 2! 3[c] 4[d]" },
  { FILE_TEXT ("\"b"), "1!" },
  { FILE_TEXT ("\""), "1!" },
  { FILE_TEXT ("a,\"open\n1,\"sound\"\n2,b\n"), "1! 2[1|sound] 3[2|b]" },
  { FILE_TEXT ("a\0b\nc"), "1! 2[c]" },
  { FILE_TEXT ("\"a\0b\"\nc"), "1! 2[c]" },
  { FILE_TEXT ("\0"), "1!" },
  { FILE_TEXT ("a,\xff\nc"), "1! 2[c]" },
  { FILE_TEXT ("\"\xc3\n\xa9\"\nc"), "1! 3[c]" },
  { FILE_TEXT ("a,\xed\xa0\x80\nc"), "1! 2[c]" },
  { FILE_TEXT ("caf\xe9\nc"), "1! 2[c]" },
  { FILE_TEXT ("\xff\xfe"
               "a\0,\0"),
    "failed" },
  { FILE_TEXT ("\xfe\xff\0a"), "failed" },
  /* Our own escape of formulas, and what only looks like it. */
  { FILE_TEXT ("'=1+1,'-x,'@a,'+b"), "1[=1+1|-x|@a|+b]" },
  { FILE_TEXT ("\"'\tx\",\"'\rx\""), "1[\tx|\rx]" },
  { FILE_TEXT ("''=1,'a,',''"), "1['=1|'a|'|'']" },
  { FILE_TEXT ("=1,-5,'-5"), "1[=1|-5|-5]" },
};

static void
test_files (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (FettleCsvReader) whole = fettle_csv_reader_new_for_data (files[i].data, files[i].length);
      g_autoptr (DripStream) stream = g_object_new (drip_stream_get_type (), NULL);
      g_autoptr (FettleCsvReader) drip = fettle_csv_reader_new (G_INPUT_STREAM (stream));
      g_autofree char *from_whole = describe (whole);
      g_autofree char *from_drip = NULL;

      stream->data = files[i].data;
      stream->length = files[i].length;
      from_drip = describe (drip);
      g_test_message ("file %u", i);
      g_assert_cmpstr (from_whole, ==, files[i].expected);
      g_assert_cmpstr (from_drip, ==, files[i].expected);
    }
}

static void
test_no_unescape (void)
{
  g_autoptr (FettleCsvReader) reader = fettle_csv_reader_new_for_data ("'=1", -1);
  g_autofree char *text = NULL;

  fettle_csv_reader_set_unescape_formulas (reader, FALSE);
  text = describe (reader);
  g_assert_cmpstr (text, ==, "1['=1]");
}

static void
test_stream_fails (void)
{
  static const char data[] = "a,b\nc,\"d\ne";

  for (gsize fail_at = 0; fail_at < sizeof data; fail_at++)
    {
      g_autoptr (DripStream) stream = g_object_new (drip_stream_get_type (), NULL);
      g_autoptr (FettleCsvReader) reader = fettle_csv_reader_new (G_INPUT_STREAM (stream));
      FettleCsvStep step;

      stream->data = data;
      stream->length = sizeof data - 1;
      stream->fail_at = fail_at;
      do
        {
          g_autoptr (GError) error = NULL;

          step = fettle_csv_reader_next (reader, NULL, &error);
          if (step == FETTLE_CSV_FAILED)
            g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
        }
      while (step == FETTLE_CSV_RECORD);
      g_assert_cmpint (step, ==, FETTLE_CSV_FAILED);
    }
}

static void
test_cancelled (void)
{
  g_autoptr (FettleCsvReader) reader = fettle_csv_reader_new_for_data ("a", -1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_cmpint (fettle_csv_reader_next (reader, cancellable, &error), ==, FETTLE_CSV_FAILED);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* A field beyond the limit, quoted or not, costs its record only; a line without an end does not fill the memory. */
static void
test_limits (void)
{
  g_autofree char *large = g_strnfill (3 * 1024 * 1024, 'x');
  g_autofree char *commas = g_strnfill (5000, ',');
  g_autofree char *plain = g_strconcat ("a,b\n", large, ",c\nd,e\n", NULL);
  g_autofree char *quoted = g_strconcat ("a,b\n\"", large, "\",c\nd,e\n", NULL);
  g_autofree char *never_closed = g_strconcat ("a,b\n\"", large, "\nd,e\n", NULL);
  g_autofree char *endless = g_strconcat ("a,b\n", large, NULL);
  g_autofree char *many = g_strconcat ("a,b\n", commas, "\nd,e\n", NULL);
  const struct
  {
    const char *data;
    const char *expected;
  } limits[] = {
    { plain, "1[a|b] 2! 3[d|e]" }, { quoted, "1[a|b] 2! 3[d|e]" }, { never_closed, "1[a|b] 2! 3[d|e]" },
    { endless, "1[a|b] 2!" },      { many, "1[a|b] 2! 3[d|e]" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      g_autoptr (FettleCsvReader) reader = fettle_csv_reader_new_for_data (limits[i].data, -1);
      g_autofree char *text = describe (reader);

      g_assert_cmpstr (text, ==, limits[i].expected);
    }
}

static void
test_max_field (void)
{
  g_autoptr (FettleCsvReader) reader = fettle_csv_reader_new_for_data ("1234,a\n12345,a\n\"12\"\"4\",a\n", -1);
  g_autofree char *text = NULL;

  fettle_csv_reader_set_max_field (reader, 4);
  text = describe (reader);
  g_assert_cmpstr (text, ==, "1[1234|a] 2! 3[12\"4|a]");
}

/* A hostile file of quotes is read in a time that grows with its size: each line is looked at a few times at most. */
static void
test_quotes_everywhere (void)
{
  static const char *const lines[] = { "\"\n", "a\"\n", ",\"\n", "\",\n", "\"a\n", "\"\"\"\n", "\",\"\n" };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      GString *file = g_string_new ("\"");
      g_autoptr (FettleCsvReader) reader = NULL;
      FettleCsvStep step;
      guint n = 0;

      for (guint j = 0; j < 100000; j++)
        g_string_append (file, lines[i]);
      reader = fettle_csv_reader_new_for_data (file->str, file->len);
      do
        {
          step = fettle_csv_reader_next (reader, NULL, NULL);
          n++;
        }
      while (step == FETTLE_CSV_RECORD || step == FETTLE_CSV_REFUSED);
      g_assert_cmpint (step, ==, FETTLE_CSV_END);
      g_assert_cmpuint (n, <=, 100002);
      g_assert_cmpuint (fettle_csv_reader_offset (reader), ==, file->len);
      g_string_free (file, TRUE);
    }
}

static char *
write_record (const char *const *fields, const char *line_end, gboolean escape)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (FettleCsvWriter) writer = fettle_csv_writer_new (stream, line_end);
  g_autoptr (GError) error = NULL;

  fettle_csv_writer_set_escape_formulas (writer, escape);
  for (guint i = 0; fields[i] != NULL; i++)
    fettle_csv_writer_add_field (writer, fields[i]);
  g_assert_true (fettle_csv_writer_end_record (writer, NULL, &error));
  g_assert_true (fettle_csv_writer_flush (writer, NULL, &error));
  g_assert_no_error (error);
  return g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                    g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)));
}

static const struct
{
  const char *fields[4];
  gboolean escape;
  const char *expected;
} writes[] = {
  { { "a", "b c", "" }, TRUE, "a,b c,\n" },
  { { "" }, TRUE, "\"\"\n" },
  { { "", "" }, TRUE, ",\n" },
  { { "a,b", "c\"d", "e\nf" }, TRUE, "\"a,b\",\"c\"\"d\",\"e\nf\"\n" },
  { { "\"", "\r" }, FALSE, "\"\"\"\",\"\r\"\n" },
  { { "=1+1", "@x", "+a" }, TRUE, "'=1+1,'@x,'+a\n" },
  { { "=1+1", "@x", "+a" }, FALSE, "=1+1,@x,+a\n" },
  { { "-5", "+3.25", "-" }, TRUE, "-5,+3.25,'-\n" },
  { { "-5-5", "-5.", "-.5" }, TRUE, "'-5-5,'-5.,'-.5\n" },
  { { "\t", "\r", "=a,b" }, TRUE, "'\t,\"'\r\",\"'=a,b\"\n" },
  { { "'=x", "'x", "''-5" }, TRUE, "''=x,'x,'''-5\n" },
  { { "a=1", " =1", "＝1" }, TRUE, "a=1, =1,'＝1\n" },
};

static void
test_writes (void)
{
  static const char *const two[] = { "a", "b", NULL };
  g_autofree char *crlf = write_record (two, "\r\n", TRUE);

  for (guint i = 0; i < G_N_ELEMENTS (writes); i++)
    {
      g_autofree char *text = write_record (writes[i].fields, "\n", writes[i].escape);

      g_assert_cmpstr (text, ==, writes[i].expected);
    }
  g_assert_cmpstr (crlf, ==, "a,b\r\n");
}

static void
test_write_nothing (void)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (FettleCsvWriter) writer = fettle_csv_writer_new (stream, "\n");

  fettle_csv_writer_add_field (writer, NULL);
  fettle_csv_writer_add_field (writer, NULL);
  g_assert_true (fettle_csv_writer_end_record (writer, NULL, NULL));
  g_assert_true (fettle_csv_writer_flush (writer, NULL, NULL));
  g_assert_cmpmem (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                   g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)), ",\n", 2);
}

static void
test_write_fails (void)
{
  char room[4];
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new (room, sizeof room, NULL, NULL);
  g_autoptr (FettleCsvWriter) writer = fettle_csv_writer_new (stream, "\n");
  g_autoptr (GError) error = NULL;

  fettle_csv_writer_add_field (writer, "too long for four bytes");
  g_assert_true (fettle_csv_writer_end_record (writer, NULL, &error));
  g_assert_false (fettle_csv_writer_flush (writer, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
}

static char *
make_nasty_field (GRand *random)
{
  static const char *const pieces[]
      = { "",  "a",  "\"", "\"\"", ",", "\n", "\r", "\r\n",         "'", "''", "=", "+", "-",
          "@", "\t", " ",  "5",    ".", "日", "＝", "\xef\xbb\xbf", ";", "\\", "é" };
  GString *text = g_string_new (NULL);
  int n = g_rand_int_range (random, 0, 6);

  for (int i = 0; i < n; i++)
    g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
  return g_string_free (text, FALSE);
}

/* What is written is read as it was, for any fields. */
static void
test_round_trip (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261122);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (FettleCsvWriter) writer = fettle_csv_writer_new (stream, "\r\n");
  g_autoptr (FettleCsvReader) reader = NULL;
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  /* A first field that begins with a byte order mark would be taken for the file's own. */
  fettle_csv_writer_add_field (writer, "first");
  g_assert_true (fettle_csv_writer_end_record (writer, NULL, NULL));
  for (guint i = 0; i < 20000; i++)
    {
      int n = g_rand_int_range (random, 1, 5);
      GStrv fields = g_new0 (char *, n + 1);

      for (int j = 0; j < n; j++)
        {
          fields[j] = make_nasty_field (random);
          fettle_csv_writer_add_field (writer, fields[j]);
        }
      g_ptr_array_add (records, fields);
      g_assert_true (fettle_csv_writer_end_record (writer, NULL, NULL));
    }
  g_assert_true (fettle_csv_writer_flush (writer, NULL, NULL));
  reader = fettle_csv_reader_new_for_data (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                                           g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)));
  g_assert_cmpint (fettle_csv_reader_next (reader, NULL, NULL), ==, FETTLE_CSV_RECORD);
  for (guint i = 0; i < records->len; i++)
    {
      GStrv fields = records->pdata[i];

      g_assert_cmpint (fettle_csv_reader_next (reader, NULL, NULL), ==, FETTLE_CSV_RECORD);
      g_assert_cmpuint (fettle_csv_reader_n_fields (reader), ==, g_strv_length (fields));
      for (guint j = 0; fields[j] != NULL; j++)
        g_assert_cmpstr (fettle_csv_reader_field (reader, j), ==, fields[j]);
    }
  g_assert_cmpint (fettle_csv_reader_next (reader, NULL, NULL), ==, FETTLE_CSV_END);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv/files", test_files);
  g_test_add_func ("/csv/no-unescape", test_no_unescape);
  g_test_add_func ("/csv/stream-fails", test_stream_fails);
  g_test_add_func ("/csv/cancelled", test_cancelled);
  g_test_add_func ("/csv/limits", test_limits);
  g_test_add_func ("/csv/max-field", test_max_field);
  g_test_add_func ("/csv/quotes-everywhere", test_quotes_everywhere);
  g_test_add_func ("/csv/writes", test_writes);
  g_test_add_func ("/csv/write-nothing", test_write_nothing);
  g_test_add_func ("/csv/write-fails", test_write_fails);
  g_test_add_func ("/csv/round-trip", test_round_trip);
  return g_test_run ();
}
