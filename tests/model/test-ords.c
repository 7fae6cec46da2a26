/* test-ords.c: files of the Open Repair Data Standard, as they are in the world and broken on purpose.
 *
 * The real files are not part of the source: where FETTLE_TEST_DATA names a folder with them, every row of them is
 * read.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-error.h"
#include "fettle-ords.h"

#include <string.h>

#define HEADER                                                                                                         \
  "id,data_provider,country,partner_product_category,product_category,product_category_id,brand,"                      \
  "year_of_manufacture,product_age,repair_status,repair_barrier_if_end_of_life,group_identifier,event_date,problem\n"

static FettleOrdsReader *
open_text (const char *text)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (text, strlen (text), NULL);

  return fettle_ords_reader_new (stream);
}

/* What a file gives: "2:a_1 3!" is the row a_1 on line 2 and a refused one on line 3. */
static char *
describe (const char *text)
{
  g_autoptr (FettleOrdsReader) reader = open_text (text);
  GString *said = g_string_new (NULL);

  for (;;)
    {
      g_autoptr (FettleOrdsRow) row = NULL;
      g_autoptr (GError) error = NULL;
      FettleCsvStep step = fettle_ords_reader_next (reader, &row, NULL, &error);

      if (step == FETTLE_CSV_END)
        break;
      if (said->len > 0)
        g_string_append_c (said, ' ');
      if (step == FETTLE_CSV_FAILED)
        {
          g_string_append (said, error->message);
          break;
        }
      g_assert_true ((row != NULL) == (step == FETTLE_CSV_RECORD));
      g_string_append_printf (said, "%u", (guint) fettle_ords_reader_line (reader));
      if (row != NULL)
        g_string_append_printf (said, ":%s", row->id);
      else
        g_string_append_c (said, '!');
    }
  return g_string_free (said, FALSE);
}

static const struct
{
  const char *text;
  const char *expected;
} files[] = {
  { "", "The file is empty." },
  { "\n\n", "The file is empty." },
  { HEADER, "" },
  { HEADER "a_1,P,GBR,X,Iron,40,Unknown,,,Fixed,,G,2017-04-01,Broken\n", "2:a_1" },
  { "\xef\xbb\xbf" HEADER "a_1,P,GBR,X,Iron,40,Unknown,,,Fixed,,G,2017-04-01,Broken", "2:a_1" },
  { HEADER "a_1,P,GBR,X,Iron,40,Unknown,,,Fixed,,G,2017-04-01,\"Two\nlines\"\n"
           "a_2,P,GBR,X,Iron,40,Unknown,,,Fixed,,G,2017-04-01,\n",
    "2:a_1 4:a_2" },
  /* A bad row costs itself. */
  { HEADER "a_1,P,GBR,X,Iron,40,U,,,Fixed,,G,2017-04-01\na_2,P,GBR,X,Iron,40,U,,,Fixed,,G,2017-04-01,x\n", "2! 3:a_2" },
  { HEADER "a_1,P,GBR,X,Iron,40,U,,,Fixed,,G,2017-04-01,\"open\na_2,P,GBR,X,Iron,40,U,,,Fixed,,G,2017-04-01,x\n",
    "2! 3:a_2" },
  { HEADER ",P,GBR,X,Iron,40,U,,,Fixed,,G,2017-04-01,x\na_2,P,GBR,X,Iron,40,U,,,Fixed,,G,2017-02-30,x\n"
           "a_3,P,GBR,X,Iron,40,U,,,Fixed,,G,2017-04-01,x\n",
    "2! 3! 4:a_3" },
  { HEADER "a_1,P,GBR,X,Iron,40,U,,,Fixed,,G,2017-04-01,caf\xe9\n", "2!" },
  /* Older versions: columns missing, in another order, by other names. */
  { "id,data_provider,country,partner_product_category,product_category,brand,year_of_manufacture,repair_status,"
    "repair_barrier_if_end_of_life,group_identifier,event_date,problem\n"
    "a_1,P,GBR,X,Iron,U,????,Fixed,,G,2017-04-01,x\n",
    "2:a_1" },
  { "problem,date,Repair_Status,product_category,id_ords\nx,2017-04-01,Fixed,Iron,a_1\n", "2:a_1" },
  { "ID, event_date ,repair_status,product_category,mine,\na_1,2017-04-01,Fixed,Iron,y,\n", "2:a_1" },
  /* Something else. */
  { "data_provider,product_category,repair_status,total\n",
    "This is not an ORDS file: its first line has no column “id”." },
  { "id,product_category,repair_status\n", "This is not an ORDS file: its first line has no column “event_date”." },
  { "PK\x03\x04 zipped", "This is not an ORDS file: its first line has no column “id”." },
};

static void
test_files (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *said = describe (files[i].text);

      g_test_message ("file %u", i);
      g_assert_cmpstr (said, ==, files[i].expected);
    }
}

static FettleOrdsRow *
make_row (const char *const *texts)
{
  FettleOrdsRow *row = fettle_ords_row_new ();

  for (guint i = 0; i < FETTLE_N_ORDS_COLUMNS; i++)
    fettle_ords_row_take_column (row, i, g_strdup (texts[i]));
  return row;
}

/* A sound row with one column changed. */
static FettleOrdsRow *
make_row_with (const char *column, const char *text)
{
  const char *texts[]
      = { "a_1", "P", "GBR", "X", "Iron", "40", "Bosch", "", "", "Fixed", "", "G", "2017-04-01", "Broken" };
  const char *const *columns = fettle_ords_columns ();

  for (guint i = 0; i < FETTLE_N_ORDS_COLUMNS; i++)
    if (g_str_equal (columns[i], column))
      texts[i] = text;
  return make_row (texts);
}

static const struct
{
  const char *column;
  const char *text;
  int code;
  const char *sentence;
} refused[] = {
  { "id", "", FETTLE_MODEL_ERROR_MISSING, "The row has no id." },
  { "id", "  ", FETTLE_MODEL_ERROR_MISSING, "The row has no id." },
  { "event_date", "", FETTLE_MODEL_ERROR_MISSING, "The row has no date." },
  { "event_date", "01/04/2017", FETTLE_MODEL_ERROR_INVALID, "“01/04/2017” is not a date such as 2026-11-22." },
  { "event_date", "2017-4-1", FETTLE_MODEL_ERROR_INVALID, "“2017-4-1” is not a date such as 2026-11-22." },
  { "event_date", "2017-02-29", FETTLE_MODEL_ERROR_INVALID, "“2017-02-29” is not a date such as 2026-11-22." },
  { "event_date", "2017-13-01", FETTLE_MODEL_ERROR_INVALID, NULL },
  { "event_date", "2017-00-10", FETTLE_MODEL_ERROR_INVALID, NULL },
  { "event_date", "0000-00-00", FETTLE_MODEL_ERROR_INVALID, NULL },
  { "event_date", "2017-04-01T10:00", FETTLE_MODEL_ERROR_INVALID, NULL },
  { "event_date", "+017-04-01", FETTLE_MODEL_ERROR_INVALID, NULL },
  { "event_date", "2017-04- 1", FETTLE_MODEL_ERROR_INVALID, NULL },
  { "event_date", "1817-04-01", FETTLE_MODEL_ERROR_INVALID, NULL },
  { "event_date", "9999-04-01", FETTLE_MODEL_ERROR_INVALID, NULL },
  { "country", "GB", FETTLE_MODEL_ERROR_INVALID, "“GB” is not a country of three letters such as GBR." },
  { "country", "G8R", FETTLE_MODEL_ERROR_INVALID, NULL },
  { "country", "Großbritannien", FETTLE_MODEL_ERROR_INVALID, NULL },
  { "repair_status", "Mended", FETTLE_MODEL_ERROR_INVALID,
    "“Mended” is not one of Fixed, Repairable, End of life and Unknown." },
  { "repair_status", "a very long thing that goes on and on without any end in sight", FETTLE_MODEL_ERROR_INVALID,
    "“a very long thing that goes on and on wi” is not one of Fixed, Repairable, End of life and Unknown." },
};

static void
test_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (FettleOrdsRow) row = make_row_with (refused[i].column, refused[i].text);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s: %s", refused[i].column, refused[i].text);
      g_assert_false (fettle_ords_row_understand (row, &error));
      g_assert_error (error, FETTLE_MODEL_ERROR, refused[i].code);
      if (refused[i].sentence != NULL)
        g_assert_cmpstr (error->message, ==, refused[i].sentence);
    }
}

/* Written as it is, understood as @text says: the property of that name. */
static const struct
{
  const char *column;
  const char *text;
  const char *property;
  const char *expected;
} understood[] = {
  { "product_category", "Laptop", "category", "Laptop" },
  { "product_category", "laptop ", "category", "Laptop" },
  { "product_category", "Hair & Beauty item", "category", "Hair & beauty item" },
  { "product_category", "DLSR / Video Camera", "category", "DSLR/video camera" },
  { "product_category", "Laptop medium", "category", "Laptop" },
  { "product_category", "Flat screen 26-30\"", "category", "Flat screen" },
  { "product_category", "Unpowered - Bicycle", "category", "Unpowered - Bicycle" },
  { "product_category", "", "category", "Iron" },
  { "brand", "Unknown", "brand-name", NULL },
  { "brand", "unknown", "brand-name", NULL },
  { "brand", " ", "brand-name", NULL },
  { "brand", "Bosch ", "brand-name", "Bosch" },
  { "year_of_manufacture", "2011", "year", "2011" },
  { "year_of_manufacture", "????", "year", "0" },
  { "year_of_manufacture", "", "year", "0" },
  { "year_of_manufacture", "earlier than 1990", "year", "0" },
  { "year_of_manufacture", "20111", "year", "0" },
  { "year_of_manufacture", "0011", "year", "0" },
  { "year_of_manufacture", "1869", "year", "1869" },
  { "product_age", "3", "age-tenths", "30" },
  { "product_age", "12.5", "age-tenths", "125" },
  { "product_age", "12.54", "age-tenths", "125" },
  { "product_age", "12.55", "age-tenths", "126" },
  { "product_age", "150", "age-tenths", "1500" },
  { "product_age", "0", "age-tenths", "0" },
  { "product_age", "-1", "age-tenths", "-1" },
  { "product_age", "", "age-tenths", "-1" },
  { "product_age", "old", "age-tenths", "-1" },
  { "product_age", "12.", "age-tenths", "-1" },
  { "product_age", "1e3", "age-tenths", "-1" },
  { "product_age", "999999999999", "age-tenths", "-1" },
  { "repair_status", "Fixed", "outcome", "1" },
  { "repair_status", "Repairable", "outcome", "2" },
  { "repair_status", "End of life", "outcome", "4" },
  { "repair_status", "end of Life ", "outcome", "4" },
  { "repair_status", "Unknown", "outcome", "8" },
  { "repair_status", "", "outcome", "8" },
  { "repair_barrier_if_end_of_life", "", "barrier", "0" },
  { "repair_barrier_if_end_of_life", "Spare parts not available", "barrier", "1" },
  { "repair_barrier_if_end_of_life", "Spare parts too expensive", "barrier", "2" },
  { "repair_barrier_if_end_of_life", "No way to open product", "barrier", "3" },
  { "repair_barrier_if_end_of_life", "No way to open the product", "barrier", "3" },
  { "repair_barrier_if_end_of_life", "Repair information not available", "barrier", "4" },
  { "repair_barrier_if_end_of_life", "Lack of equipment", "barrier", "5" },
  { "repair_barrier_if_end_of_life", "Item too worn out", "barrier", "6" },
  { "repair_barrier_if_end_of_life", "Product too worn out", "barrier", "6" },
  { "repair_barrier_if_end_of_life", "No time", "barrier", "7" },
  { "country", "", "country", "" },
  { "country", "gbr", "country", "gbr" },
  { "event_date", " 2020-02-29 ", "event-date", " 2020-02-29 " },
};

static void
test_understood (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (understood); i++)
    {
      g_autoptr (FettleOrdsRow) row = make_row_with (understood[i].column, understood[i].text);
      g_autoptr (GError) error = NULL;
      g_auto (GValue) value = G_VALUE_INIT;

      g_test_message ("%s: %s", understood[i].column, understood[i].text);
      g_assert_true (fettle_ords_row_understand (row, &error));
      g_assert_no_error (error);
      g_object_get_property (G_OBJECT (row), understood[i].property, &value);
      if (G_VALUE_HOLDS_INT (&value))
        g_assert_cmpint (g_value_get_int (&value), ==, atoi (understood[i].expected));
      else
        g_assert_cmpstr (g_value_get_string (&value), ==, understood[i].expected);
      /* The column itself stays as it stood. */
      for (guint j = 0; j < FETTLE_N_ORDS_COLUMNS; j++)
        if (g_str_equal (fettle_ords_columns ()[j], understood[i].column))
          g_assert_cmpstr (fettle_ords_row_column (row, j), ==, understood[i].text);
    }
}

static void
test_moment (void)
{
  g_autoptr (FettleOrdsRow) row = make_row_with ("event_date", "2017-04-01");
  g_autoptr (FettleOrdsRow) none = make_row_with ("event_date", "soon");
  g_autoptr (GTimeZone) shanghai = g_time_zone_new_identifier ("Asia/Shanghai");

  g_assert_cmpint (fettle_ords_row_moment (row, NULL), ==, G_GINT64_CONSTANT (1491048000) * G_USEC_PER_SEC);
  g_assert_cmpint (fettle_ords_row_moment (row, shanghai), ==,
                   G_GINT64_CONSTANT (1491048000 - 8 * 3600) * G_USEC_PER_SEC);
  g_assert_cmpint (fettle_ords_row_moment (none, NULL), ==, 0);
}

/* A status that is read comes back as itself, and every barrier with words of the standard is known by them. */
static void
test_both_ways (void)
{
  static const char *const statuses[] = { "Fixed", "Repairable", "End of life", "Unknown" };

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      g_autoptr (FettleOrdsRow) row = make_row_with ("repair_status", statuses[i]);

      g_assert_true (fettle_ords_row_understand (row, NULL));
      g_assert_cmpstr (fettle_ords_status (row->outcome), ==, statuses[i]);
    }
  for (int barrier = FETTLE_ORDS_BARRIER_NO_PARTS; barrier < FETTLE_ORDS_BARRIER_OTHER; barrier++)
    {
      g_autoptr (FettleOrdsRow) row
          = make_row_with ("repair_barrier_if_end_of_life", fettle_ords_barrier_text (barrier));

      g_assert_true (fettle_ords_row_understand (row, NULL));
      g_assert_cmpint (row->barrier, ==, barrier);
    }
  g_assert_cmpstr (fettle_ords_status (FETTLE_OUTCOME_DECLINED), ==, "Repairable");
  g_assert_cmpstr (fettle_ords_status (FETTLE_OUTCOME_NO_FAULT_FOUND), ==, "Unknown");
  g_assert_cmpstr (fettle_ords_status (FETTLE_OUTCOME_NONE), ==, "Unknown");
}

static FettleJob *
make_job (void)
{
  FettleJob *job = fettle_job_new ();

  job->summary = fettle_job_summary_new ();
  job->summary->number = g_strdup ("2026-000123");
  job->summary->category = g_strdup ("Laptop");
  job->summary->fault = g_strdup ("Gets hot");
  job->summary->customer_name = g_strdup ("Somebody");
  job->summary->outcome = FETTLE_OUTCOME_REPAIRED;
  /* 2026-11-22 23:30 UTC, which is the 23rd in Shanghai. */
  job->summary->received_at = G_GINT64_CONSTANT (1795390200) * G_USEC_PER_SEC;
  job->unit = fettle_unit_new ();
  job->unit->brand = g_strdup ("Lenovo");
  job->unit->sold_on = g_strdup ("2024-05-23");
  return job;
}

static void
test_job (void)
{
  g_autoptr (FettleJob) job = make_job ();
  g_autoptr (FettleServicePoint) point = fettle_service_point_new ();
  g_autoptr (FettleOrdsRow) row = NULL;
  g_autoptr (FettleOrdsRow) bare = NULL;

  point->name = g_strdup ("Käthe's Repairs");
  point->timezone = g_strdup ("Asia/Shanghai");
  row = fettle_ords_row_new_for_job (job, point, "CHN");
  g_assert_cmpstr (row->id, ==, "kthesrepairs-2026000123");
  g_assert_cmpstr (row->data_provider, ==, "Käthe's Repairs");
  g_assert_cmpstr (row->country, ==, "CHN");
  g_assert_cmpstr (row->product_category, ==, "Laptop");
  g_assert_cmpstr (row->product_category_id, ==, "16");
  g_assert_cmpstr (row->brand, ==, "Lenovo");
  g_assert_cmpstr (row->product_age, ==, "2.5");
  g_assert_cmpstr (row->repair_status, ==, "Fixed");
  g_assert_cmpstr (row->event_date, ==, "2026-11-23");
  g_assert_cmpstr (row->problem, ==, "Gets hot");
  g_assert_cmpint (row->age_tenths, ==, 25);

  /* Nothing is known, and the name of the shop has no Latin letter. */
  g_free (point->name);
  point->name = g_strdup ("修理店");
  g_clear_object (&job->unit);
  g_clear_pointer (&job->summary->category, g_free);
  bare = fettle_ords_row_new_for_job (job, point, NULL);
  g_assert_cmpstr (bare->id, ==, "fettle-2026000123");
  g_assert_cmpstr (bare->product_category, ==, "Misc");
  g_assert_cmpstr (bare->brand, ==, "Unknown");
  g_assert_cmpstr (bare->product_age, ==, "");
  g_assert_cmpstr (bare->country, ==, "");
  g_assert_true (fettle_ords_row_understand (bare, NULL));
}

static GBytes *
write_rows (GPtrArray *rows)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (FettleCsvWriter) writer = fettle_csv_writer_new (stream, "\n");
  g_autoptr (GError) error = NULL;

  g_assert_true (fettle_ords_write_header (writer, NULL, &error));
  for (guint i = 0; i < rows->len; i++)
    g_assert_true (fettle_ords_write_row (writer, rows->pdata[i], NULL, &error));
  g_assert_true (fettle_csv_writer_flush (writer, NULL, &error));
  g_assert_true (g_output_stream_close (stream, NULL, &error));
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static GPtrArray *
read_rows (GInputStream *stream, guint *n_refused)
{
  g_autoptr (FettleOrdsReader) reader = fettle_ords_reader_new (stream);
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  *n_refused = 0;
  for (;;)
    {
      g_autoptr (FettleOrdsRow) row = NULL;
      g_autoptr (GError) error = NULL;
      FettleCsvStep step = fettle_ords_reader_next (reader, &row, NULL, &error);

      if (step == FETTLE_CSV_END)
        return rows;
      if (step == FETTLE_CSV_REFUSED)
        {
          g_test_message ("line %u: %s", (guint) fettle_ords_reader_line (reader), error->message);
          (*n_refused)++;
          continue;
        }
      g_assert_no_error (error);
      g_ptr_array_add (rows, g_steal_pointer (&row));
    }
}

static void
assert_same_columns (GPtrArray *first, GPtrArray *second)
{
  g_assert_cmpuint (first->len, ==, second->len);
  for (guint i = 0; i < first->len; i++)
    for (guint j = 0; j < FETTLE_N_ORDS_COLUMNS; j++)
      g_assert_cmpstr (fettle_ords_row_column (first->pdata[i], j), ==, fettle_ords_row_column (second->pdata[i], j));
}

/* What is written is read as it was, whatever stands in the columns. */
static void
test_round_trip (void)
{
  static const char *const problems[]
      = { "=1+1", "-5", "- broken", "@home", "'=x", "a \"b\", c", "two\r\nlines", "日本", "" };
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GInputStream) stream = NULL;
  guint n_refused;

  for (guint i = 0; i < G_N_ELEMENTS (problems); i++)
    g_ptr_array_add (rows, make_row_with ("problem", problems[i]));
  bytes = write_rows (rows);
  stream = g_memory_input_stream_new_from_bytes (bytes);
  again = read_rows (stream, &n_refused);
  g_assert_cmpuint (n_refused, ==, 0);
  assert_same_columns (rows, again);
}

static const struct
{
  const char *name;
  guint n_rows;
} real_files[] = {
  { "OpenRepairData_v0.3_RepairCafeWales_202507.csv", 20190 },
  { "OpenRepairData_v0.3_RestartProject_202204.csv", 23940 },
};

/* Every row of a real file goes in, and comes out as it stood. */
static void
test_real_file (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GInputStream) written = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  guint n_refused;

  if (g_getenv ("FETTLE_TEST_DATA") == NULL)
    {
      g_test_skip ("FETTLE_TEST_DATA does not name a folder with real files");
      return;
    }
  path = g_build_filename (g_getenv ("FETTLE_TEST_DATA"), real_files[i].name, NULL);
  file = g_file_new_for_path (path);
  stream = g_file_read (file, NULL, &error);
  g_assert_no_error (error);
  rows = read_rows (G_INPUT_STREAM (stream), &n_refused);
  g_assert_cmpuint (n_refused, ==, 0);
  g_assert_cmpuint (rows->len, ==, real_files[i].n_rows);
  bytes = write_rows (rows);
  written = g_memory_input_stream_new_from_bytes (bytes);
  again = read_rows (written, &n_refused);
  g_assert_cmpuint (n_refused, ==, 0);
  assert_same_columns (rows, again);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ords/files", test_files);
  g_test_add_func ("/ords/refused", test_refused);
  g_test_add_func ("/ords/understood", test_understood);
  g_test_add_func ("/ords/moment", test_moment);
  g_test_add_func ("/ords/both-ways", test_both_ways);
  g_test_add_func ("/ords/job", test_job);
  g_test_add_func ("/ords/round-trip", test_round_trip);
  g_test_add_data_func ("/ords/real/wales", GUINT_TO_POINTER (0), test_real_file);
  g_test_add_data_func ("/ords/real/restart", GUINT_TO_POINTER (1), test_real_file);
  return g_test_run ();
}
