/* test-ords-store.c: repair records into the history and out again: twice, damaged, and real ones where there are some.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "fettle-ords-store.h"
#include "fettle-ords.h"
#include "shop.h"

#define HEADER                                                                                                         \
  "id,data_provider,country,partner_product_category,product_category,product_category_id,brand,year_of_manufacture,"  \
  "product_age,repair_status,repair_barrier_if_end_of_life,group_identifier,event_date,problem\n"
#define ONE "a_1,Prov,GBR,Kitchen~Toaster,Toaster,30,Acme,2015,8,Fixed,,Corner,2023-05-01,\"No heat, \"\"at all\"\"\"\n"
#define TWO                                                                                                            \
  "a_2,Prov,GBR,Computers~Laptop,Laptop,16,Unknown,????,,End of life,Spare parts not "                                 \
  "available,Corner,2023-05-02,=1+1\n"
#define THREE "a_3,Prov,CHN,手机,Mobile,20,小米,2020,3.5,Repairable,,角落,2023-06-30,屏幕碎裂\n"

static FettleImportReport *
import (Shop *shop, const char *csv)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (csv, -1, NULL);
  g_autoptr (GError) error = NULL;
  FettleImportReport *report = fettle_ords_store_import (shop->connection, stream, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return report;
}

static char *export(Shop *shop, gint64 *n_written)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  GMemoryOutputStream *memory = G_MEMORY_OUTPUT_STREAM (stream);

  g_assert_true (fettle_ords_store_export (shop->connection, stream, NULL, n_written, &error));
  g_assert_no_error (error);
  return g_strndup (g_memory_output_stream_get_data (memory), g_memory_output_stream_get_data_size (memory));
}

static void
assert_report (FettleImportReport *report, gint64 read, gint64 imported, gint64 present, guint refused)
{
  g_assert_cmpint (report->read, ==, read);
  g_assert_cmpint (report->imported, ==, imported);
  g_assert_cmpint (report->present, ==, present);
  g_assert_cmpuint (report->refused->len, ==, refused);
}

static gint64
find_one (Shop *shop, const char *text)
{
  g_autoptr (GPtrArray) jobs = fettle_search_store_find (shop->connection, text, 0, 10, NULL);

  g_assert_cmpuint (jobs->len, ==, 1);
  return ((FettleJobSummary *) jobs->pdata[0])->id;
}

/* A job in the history for each row: handed over on its day, of nobody, found by its words. */
static void
test_import (Shop *shop, gconstpointer data)
{
  static const struct
  {
    const char *words;
    const char *category;
    FettleOutcome outcome;
  } rows[] = {
    { "no heat", "Toaster", FETTLE_OUTCOME_REPAIRED },
    { "laptop", "Laptop", FETTLE_OUTCOME_NOT_REPAIRABLE },
    { "碎裂", "Mobile", FETTLE_OUTCOME_PARTLY_REPAIRED },
  };
  g_autoptr (FettleImportReport) report = import (shop, HEADER ONE TWO THREE);

  assert_report (report, 3, 3, 0, 0);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (FettleJob) job = shop_load (shop, find_one (shop, rows[i].words));

      g_test_message ("%s", rows[i].words);
      g_assert_cmpint (job->summary->stage, ==, FETTLE_STAGE_HANDED_OVER);
      g_assert_cmpint (job->summary->outcome, ==, rows[i].outcome);
      g_assert_cmpstr (job->summary->category, ==, rows[i].category);
      g_assert_null (job->customer);
      g_assert_cmpint (job->summary->received_at, <, SHOP_NOW);
      g_assert_true (g_str_has_prefix (job->summary->number, "2023-"));
    }
  shop_assert_sound (shop);
}

static void
test_second_time (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleImportReport) first = import (shop, HEADER ONE TWO);
  g_autoptr (FettleImportReport) second = import (shop, HEADER ONE TWO);
  g_autoptr (FettleImportReport) third = import (shop, HEADER TWO THREE ONE);

  assert_report (first, 2, 2, 0, 0);
  assert_report (second, 2, 0, 2, 0);
  assert_report (third, 3, 1, 2, 0);
  g_assert_cmpint (shop_file_number (shop->connection, "SELECT count(*) FROM job"), ==, 3);
  g_assert_cmpint (shop_file_number (shop->connection, "SELECT count(*) FROM event"), ==, 3);
  shop_assert_sound (shop);
}

static void
test_out_again (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleImportReport) report = import (shop, HEADER ONE TWO THREE);
  gint64 n_written = 0;
  g_autofree char *csv = export(shop, &n_written);

  g_auto (GStrv) as_formula = NULL;
  g_autofree char *came_in = NULL;

  g_assert_cmpint (n_written, ==, 3);
  /* But for what a spreadsheet would run as a formula, which goes out as the text that it is. */
  as_formula = g_strsplit (csv, ",'=1+1", -1);
  came_in = g_strjoinv (",=1+1", as_formula);
  g_assert_cmpuint (g_strv_length (as_formula), ==, 2);
  g_assert_cmpstr (came_in, ==, HEADER ONE TWO THREE);
}

/* The shop's own jobs go out without anything about a person. */
static void
test_own_jobs (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) job = shop_take_in (shop, "Grace Hopper", "07700 900123", "Book", "seven beeps");
  g_autoptr (FettleImportReport) report = import (shop, HEADER ONE);
  gint64 n_written = 0;
  g_autofree char *csv = export(shop, &n_written);

  g_assert_cmpint (n_written, ==, 2);
  g_assert_nonnull (strstr (csv, "seven beeps"));
  g_assert_nonnull (strstr (csv, "Tessera"));
  g_assert_null (strstr (csv, "Grace"));
  g_assert_null (strstr (csv, "900123"));
}

static char *
export_from (Shop *shop, const char *sql)
{
  gint64 n_written = 0;

  g_assert_true (fettle_connection_execute (shop->connection, sql, NULL));
  return export(shop, &n_written);
}

/* Where the shop is, in the three letters of the standard; an imported row keeps what it came with. */
static void
test_country (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) job = shop_take_in (shop, "Grace", NULL, "Book", "seven beeps");
  g_autoptr (FettleImportReport) report = import (shop, HEADER ONE);
  g_autofree char *proposed = NULL;
  g_autofree char *named = NULL;
  g_autofree char *asked = NULL;
  g_autofree char *unknown = NULL;
  gint64 n_written = 0;

  proposed = export(shop, &n_written);
  g_assert_nonnull (strstr (proposed, ",Corner Repairs,GBR,Laptop,"));
  g_assert_nonnull (strstr (proposed, ONE));
  named = export_from (shop, "UPDATE service_point SET country = 'IE'");
  g_assert_nonnull (strstr (named, ",Corner Repairs,IRL,Laptop,"));
  g_assert_nonnull (strstr (named, ONE));
  asked = export_from (shop, "UPDATE service_point SET country = NULL, timezone = 'Asia/Shanghai'");
  g_assert_nonnull (strstr (asked, ",Corner Repairs,CHN,Laptop,"));
  unknown = export_from (shop, "UPDATE service_point SET timezone = 'UTC'");
  g_assert_nonnull (strstr (unknown, ",Corner Repairs,,Laptop,"));
}

/* The bad rows are named with their line, the good ones go in. */
static void
test_bad_rows (Shop *shop, gconstpointer data)
{
  static const char *const bad[] = {
    ",Prov,GBR,Kitchen~Toaster,Toaster,30,Acme,2015,8,Fixed,,Corner,2023-05-01,no id\n",
    "b_1,Prov,GBR,Kitchen~Toaster,Toaster,30,Acme,2015,8,Fixed,,Corner,yesterday,no date\n",
    "b_2,Prov\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *csv = g_strconcat (HEADER, i == 0 ? ONE : "", bad[i], i == 0 ? TWO : "", NULL);
      g_autoptr (FettleImportReport) report = import (shop, csv);
      FettleRefusedRow *row;

      g_test_message ("%s", bad[i]);
      g_assert_cmpuint (report->refused->len, ==, 1);
      row = report->refused->pdata[0];
      g_assert_cmpint (row->line, ==, i == 0 ? 3 : 2);
      g_assert_cmpstr (row->reason, !=, "");
    }
  g_assert_cmpint (shop_file_number (shop->connection, "SELECT count(*) FROM job"), ==, 2);
  shop_assert_sound (shop);
}

static void
test_no_records (Shop *shop, gconstpointer data)
{
  static const char *const files[] = { "", "a,b,c\n1,2,3\n", "\n\n\n" };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (files[i], -1, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (FettleImportReport) report
          = fettle_ords_store_import (shop->connection, stream, NULL, NULL, NULL, &error);

      g_assert_null (report);
      g_assert_nonnull (error);
    }
  g_assert_cmpint (shop_file_number (shop->connection, "SELECT count(*) FROM job"), ==, 0);
}

/* Stopped in the middle, what was committed stays and the rest can follow. */
static void
test_stopped (Shop *shop, gconstpointer data)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (HEADER ONE TWO, -1, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleImportReport) rest = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (fettle_ords_store_import (shop->connection, stream, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  rest = import (shop, HEADER ONE TWO);
  g_assert_cmpint (rest->imported + rest->present, ==, 2);
}

static void
import_real (Shop *shop, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, &error);
  g_autoptr (GFileInputStream) again = g_file_read (file, NULL, &error);
  g_autoptr (FettleImportReport) first = NULL;
  g_autoptr (FettleImportReport) second = NULL;

  g_assert_no_error (error);
  first = fettle_ords_store_import (shop->connection, G_INPUT_STREAM (stream), NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (first->imported, >, 1000);
  g_assert_cmpint (first->imported + first->present + first->refused->len, ==, first->read);
  second = fettle_ords_store_import (shop->connection, G_INPUT_STREAM (again), NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (second->imported, ==, 0);
  g_assert_cmpint (second->present, ==, first->imported + first->present);
}

/* Real files, where FETTLE_TEST_DATA names a folder with some. */
static void
test_real_files (Shop *shop, gconstpointer data)
{
  const char *folder = g_getenv ("FETTLE_TEST_DATA");
  g_autoptr (GDir) dir = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  const char *name;

  if (dir == NULL)
    {
      g_test_skip ("FETTLE_TEST_DATA names no folder with repair records");
      return;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, "OpenRepairData") && g_str_has_suffix (name, ".csv") && !strstr (name, "Categories"))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        g_test_message ("%s", name);
        import_real (shop, path);
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  shop_add ("/ords-store/import", test_import);
  shop_add ("/ords-store/second-time", test_second_time);
  shop_add ("/ords-store/out-again", test_out_again);
  shop_add ("/ords-store/own-jobs", test_own_jobs);
  shop_add ("/ords-store/country", test_country);
  shop_add ("/ords-store/bad-rows", test_bad_rows);
  shop_add ("/ords-store/no-records", test_no_records);
  shop_add ("/ords-store/stopped", test_stopped);
  shop_add ("/ords-store/real-files", test_real_files);
  return g_test_run ();
}
