/* fuzz-csv.c: nonsense for the reader of comma-separated files and of the Open Repair Data Standard.
 *
 * Beyond not crashing: what was read and is written again reads the same, and the reader comes to the file's end.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fuzz.h"

#include <string.h>

#include "fettle-ords.h"

const char *const fuzz_seeds[] = {
  "a,b\r\nc,\"d\"\"e\"\r\n\"two\nlines\",'=1\r\n",
  "\xef\xbb\xbfid,event_date,repair_status,product_category,problem\n"
  "a_1,2017-04-01,Fixed,Iron,\"Cold, and \"\"wet\"\"\"\na_2,2017-04-02,Unknown,Lamp,=1+1\n",
  "id,data_provider,country,partner_product_category,product_category,product_category_id,brand,year_of_manufacture,"
  "product_age,repair_status,repair_barrier_if_end_of_life,group_identifier,event_date,problem\n"
  "a_1,P,GBR,X ~ Y,Laptop,16,Lenovo,2011,5.5,End of life,Item too worn out,G,2017-04-01,日本\n",
  NULL,
};

const char *const fuzz_pieces[] = {
  "\"", "\"\"", ",", "\n", "\r", "\r\n", "'", "=", "-5", "\xef\xbb\xbf", "\xff", "\xc3", "日", "2020-02-30", NULL,
};

static GPtrArray *
read_records (FettleCsvReader *reader)
{
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (;;)
    {
      FettleCsvStep step = fettle_csv_reader_next (reader, NULL, NULL);
      g_autoptr (GStrvBuilder) fields = g_strv_builder_new ();

      if (step == FETTLE_CSV_REFUSED)
        continue;
      if (step != FETTLE_CSV_RECORD)
        return records;
      for (guint i = 0; i < fettle_csv_reader_n_fields (reader); i++)
        g_strv_builder_add (fields, fettle_csv_reader_field (reader, i));
      g_ptr_array_add (records, g_strv_builder_end (fields));
    }
}

static GBytes *
write_records (GPtrArray *records)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (FettleCsvWriter) writer = fettle_csv_writer_new (stream, "\r\n");

  for (guint i = 0; i < records->len; i++)
    {
      GStrv fields = records->pdata[i];

      for (guint j = 0; fields[j] != NULL; j++)
        fettle_csv_writer_add_field (writer, fields[j]);
      g_assert_true (fettle_csv_writer_end_record (writer, NULL, NULL));
    }
  g_assert_true (fettle_csv_writer_flush (writer, NULL, NULL));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

/* A byte order mark in the very first field would be taken for the file's own when it is written again. */
static gboolean
begins_with_mark (GPtrArray *records)
{
  return records->len > 0 && g_str_has_prefix (((GStrv) records->pdata[0])[0], "\xef\xbb\xbf");
}

static void
check_round_trip (GPtrArray *records)
{
  g_autoptr (GBytes) bytes = write_records (records);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (FettleCsvReader) reader = fettle_csv_reader_new (stream);
  g_autoptr (GPtrArray) again = read_records (reader);

  g_assert_cmpuint (records->len, ==, again->len);
  for (guint i = 0; i < records->len; i++)
    g_assert_true (g_strv_equal (records->pdata[i], again->pdata[i]));
}

static void
read_as_ords (const uint8_t *data, size_t size)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (data, size, NULL);
  g_autoptr (FettleOrdsReader) reader = fettle_ords_reader_new (stream);

  for (;;)
    {
      g_autoptr (FettleOrdsRow) row = NULL;
      g_autoptr (GError) error = NULL;
      FettleCsvStep step = fettle_ords_reader_next (reader, &row, NULL, &error);

      g_assert_true ((error == NULL) == (step == FETTLE_CSV_RECORD || step == FETTLE_CSV_END));
      if (step == FETTLE_CSV_END || step == FETTLE_CSV_FAILED)
        return;
      if (row != NULL)
        g_assert_cmpint (fettle_ords_row_moment (row, NULL), !=, 0);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (FettleCsvReader) reader = fettle_csv_reader_new_for_data ((const char *) data, size);
  g_autoptr (GPtrArray) records = read_records (reader);

  g_assert_cmpuint (fettle_csv_reader_offset (reader), <=, size);
  if (!begins_with_mark (records))
    check_round_trip (records);
  read_as_ords (data, size);
  return 0;
}
