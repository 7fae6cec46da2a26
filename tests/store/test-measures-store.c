/* test-measures-store.c: the facts of a period as they lie in a shop's file, and how they are found.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "fettle-event-store.h"
#include "fettle-events-export.h"
#include "fettle-measures-store.h"
#include "fettle-ords-store.h"
#include "fettle-transaction.h"
#include "shop.h"

/* SHOP_NOW is Monday 2 March 2026, ten o'clock in London. */
static FettlePeriod
march (void)
{
  FettlePeriod period;

  g_assert_true (fettle_period_parse ("2026-03-01", "2026-03-31", &period, NULL));
  return period;
}

static FettleMeasures *
compute (Shop *shop, FettlePeriod period)
{
  g_autoptr (GError) error = NULL;
  FettleMeasures *measures = fettle_measures_store_compute (shop->connection, period, NULL, NULL, &error);

  g_assert_no_error (error);
  return measures;
}

static gint64
take (Shop *shop, const char *serial, FettleKind kind, gint64 at)
{
  g_autoptr (FettleIntake) intake = shop_intake ("Grace", "01632 960123", "Book", "It is dark");
  g_autoptr (FettleJob) job = NULL;

  fettle_clock_set (at);
  intake->serial = g_strdup (serial);
  intake->kind = kind;
  job = shop_take (shop, intake);
  return job->summary->id;
}

static void
hand_over (Shop *shop, gint64 job_id, gint64 at)
{
  g_autoptr (FettleHandOver) form = fettle_hand_over_new ();
  g_autoptr (GError) error = NULL;

  fettle_clock_set (at);
  form->job_id = job_id;
  form->outcome = FETTLE_OUTCOME_REPAIRED;
  form->by = g_strdup ("Ada");
  fettle_job_store_hand_over (shop->connection, form, &error);
  g_assert_no_error (error);
}

static void
assert_share (FettleMeasures *measures, FettleMeasure measure, gint64 numerator, gint64 denominator)
{
  FettleFigure *figure = fettle_measures_figure (measures, measure);

  g_assert_true (figure->has_value);
  g_assert_cmpint (figure->numerator, ==, numerator);
  g_assert_cmpint (figure->denominator, ==, denominator);
}

static void
test_empty (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleMeasures) measures = compute (shop, march ());

  for (guint i = 0; i < measures->figures->len; i++)
    {
      FettleFigure *figure = measures->figures->pdata[i];

      g_assert_true (figure->has_value == (figure->measure == FETTLE_MEASURE_AGEING));
      g_assert_cmpint (figure->n, ==, 0);
    }
}

/* Received, an hour with us, two with the customer, three more with us. */
static void
test_net (Shop *shop, gconstpointer data)
{
  gint64 job_id = take (shop, "A1", FETTLE_KIND_REPAIR, SHOP_NOW);
  g_autoptr (FettleMeasures) measures = NULL;

  fettle_clock_set (SHOP_NOW + HOUR);
  shop_move (shop, job_id, FETTLE_STAGE_WAITING_APPROVAL);
  fettle_clock_set (SHOP_NOW + 3 * HOUR);
  shop_move (shop, job_id, FETTLE_STAGE_REPAIRING);
  hand_over (shop, job_id, SHOP_NOW + 6 * HOUR);
  measures = compute (shop, march ());
  g_assert_cmpint (fettle_measures_figure (measures, FETTLE_MEASURE_TURNAROUND_MEDIAN)->value, ==, 6 * HOUR);
  g_assert_cmpint (fettle_measures_figure (measures, FETTLE_MEASURE_NET_MEDIAN)->value, ==, 4 * HOUR);
}

/* The same device after ten days is back; somebody who only asks about it is not; another device is not. */
static void
test_back (Shop *shop, gconstpointer data)
{
  gint64 first = take (shop, "A1", FETTLE_KIND_REPAIR, SHOP_NOW);
  gint64 second = take (shop, "B2", FETTLE_KIND_REPAIR, SHOP_NOW);
  g_autoptr (FettleMeasures) measures = NULL;

  hand_over (shop, first, SHOP_NOW + HOUR);
  hand_over (shop, second, SHOP_NOW + HOUR);
  take (shop, "B2", FETTLE_KIND_ENQUIRY, SHOP_NOW + 9 * DAY);
  take (shop, "A1", FETTLE_KIND_REPAIR, SHOP_NOW + 10 * DAY);
  take (shop, "C3", FETTLE_KIND_REPAIR, SHOP_NOW + 10 * DAY);
  fettle_clock_set (SHOP_NOW + 60 * DAY);
  measures = compute (shop, march ());
  assert_share (measures, FETTLE_MEASURE_COMEBACK_30, 1, 2);
  assert_share (measures, FETTLE_MEASURE_FIRST_TIME_FIX, 1, 2);
  g_assert_false (fettle_measures_figure (measures, FETTLE_MEASURE_COMEBACK_90)->has_value);
}

static void
link_job (Shop *shop, gint64 job_id, gint64 about, const char *as)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleTransaction) transaction = fettle_transaction_begin (shop->connection, G_STRFUNC, &error);
  g_autoptr (FettleTimeline) timeline = fettle_timeline_open (shop->connection, job_id, &error);
  g_autoptr (FettleDetails) details = fettle_details_new ();

  fettle_details_set_int (details, "job", about);
  fettle_details_set (details, "as", as);
  g_assert_true (fettle_timeline_append (timeline, FETTLE_EVENT_LINKED, FALSE, details, NULL, &error));
  g_assert_true (fettle_timeline_save (timeline, &error));
  g_assert_true (fettle_transaction_commit (transaction, &error));
}

/* A complaint about a job opens it again, and is a complaint, without the device being back. */
static void
test_complaint (Shop *shop, gconstpointer data)
{
  gint64 first = take (shop, "A1", FETTLE_KIND_REPAIR, SHOP_NOW);
  g_autoptr (FettleMeasures) measures = NULL;

  hand_over (shop, first, SHOP_NOW + HOUR);
  link_job (shop, take (shop, NULL, FETTLE_KIND_ENQUIRY, SHOP_NOW + 3 * DAY), first, "complaint");
  take (shop, NULL, FETTLE_KIND_COMPLAINT, SHOP_NOW + 4 * DAY);
  fettle_clock_set (SHOP_NOW + 40 * DAY);
  measures = compute (shop, march ());
  assert_share (measures, FETTLE_MEASURE_COMPLAINT_RATE, 2, 1);
  assert_share (measures, FETTLE_MEASURE_FIRST_TIME_FIX, 0, 1);
  assert_share (measures, FETTLE_MEASURE_COMEBACK_30, 0, 1);
}

/* What stood open at the end of February is asked in March: one that is closed since, one cancelled since, one open. */
static void
test_standing (Shop *shop, gconstpointer data)
{
  FettlePeriod february;
  g_autoptr (FettleMeasures) measures = NULL;
  gint64 closed = take (shop, "A1", FETTLE_KIND_REPAIR, SHOP_NOW - 20 * DAY);
  gint64 cancelled = take (shop, "B2", FETTLE_KIND_REPAIR, SHOP_NOW - 5 * DAY);
  gint64 gone = take (shop, "D4", FETTLE_KIND_REPAIR, SHOP_NOW - 5 * DAY);

  hand_over (shop, gone, SHOP_NOW - 3 * DAY);
  take (shop, "C3", FETTLE_KIND_REPAIR, SHOP_NOW - 40 * DAY);
  take (shop, "E5", FETTLE_KIND_REPAIR, SHOP_NOW);
  hand_over (shop, closed, SHOP_NOW + DAY);
  fettle_clock_set (SHOP_NOW + DAY);
  shop_move (shop, cancelled, FETTLE_STAGE_CANCELLED);
  g_assert_true (fettle_period_parse ("2026-02-01", "2026-02-28", &february, NULL));
  measures = compute (shop, february);
  g_assert_cmpint (fettle_measures_figure (measures, FETTLE_MEASURE_AGEING)->n, ==, 3);
  g_assert_cmpint (fettle_measures_figure (measures, FETTLE_MEASURE_AGEING)->ages[1], ==, 1);
  g_assert_cmpint (fettle_measures_figure (measures, FETTLE_MEASURE_AGEING)->ages[3], ==, 1);
  g_assert_cmpint (fettle_measures_figure (measures, FETTLE_MEASURE_AGEING)->ages[4], ==, 1);
}

/* Of what was imported only a day is known: it is no job that took no time. */
static void
test_imported (Shop *shop, gconstpointer data)
{
  static const char text[]
      = "id,data_provider,country,partner_product_category,product_category,product_category_id,brand,"
        "year_of_manufacture,product_age,repair_status,repair_barrier_if_end_of_life,group_identifier,event_date,"
        "problem\n"
        "x_1,X,GBR,Laptop,Laptop,16,Tessera,,,Fixed,,G,2026-03-02,dark\n";
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (text, sizeof text - 1, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleImportReport) report = NULL;
  g_autoptr (FettleMeasures) measures = NULL;
  g_autoptr (FettleJob) job = NULL;
  FettleLeaks missing = FETTLE_LEAK_ALL;

  fettle_clock_set (SHOP_NOW + 5 * DAY);
  report = fettle_ords_store_import (shop->connection, stream, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (report->imported, ==, 1);
  measures = compute (shop, march ());
  g_assert_cmpint (fettle_measures_figure (measures, FETTLE_MEASURE_TURNAROUND_MEDIAN)->n, ==, 0);
  g_assert_cmpint (fettle_measures_figure (measures, FETTLE_MEASURE_AGEING)->n, ==, 0);
  /* Nobody here owed anything to it, and its page does not say so. */
  g_assert_cmpint (fettle_measures_figure (measures, FETTLE_MEASURE_OMISSION_RATE)->n, ==, 0);
  g_assert_cmpint (fettle_measures_figure (measures, FETTLE_MEASURE_COMPLAINT_RATE)->n, ==, 0);
  job = shop_load (shop, 1);
  fettle_job_leaks (job, &missing);
  g_assert_cmpint (missing, ==, FETTLE_LEAK_NONE);
  g_assert_false (fettle_job_owes_leaks (job));
}

static void
add_part (Shop *shop, gint64 job_id, const char *source, gint64 ordered_at)
{
  g_autoptr (FettleStatement) insert
      = fettle_connection_prepare (shop->connection,
                                   "INSERT INTO job_part (job_id, name, source, state, at, ordered_at)"
                                   " VALUES (:job, 'Screen', :source, 'fitted', :at, :ordered)");

  fettle_statement_bind_int (insert, ":job", job_id);
  fettle_statement_bind_text (insert, ":source", source);
  fettle_statement_bind_int (insert, ":at", SHOP_NOW);
  fettle_statement_bind_int (insert, ":ordered", ordered_at);
  g_assert_true (fettle_statement_run (insert, NULL));
}

/* While nobody marks what came from stock or was ordered, that nothing is says nothing. Then every line that was asked
 * for counts, when it was asked for, and what was ordered was not at hand even if it lay there in the end. */
static void
test_parts (Shop *shop, gconstpointer data)
{
  gint64 job_id = take (shop, "A1", FETTLE_KIND_REPAIR, SHOP_NOW);
  g_autoptr (FettleMeasures) without = NULL;
  g_autoptr (FettleMeasures) with = NULL;

  add_part (shop, job_id, "the maker", 0);
  add_part (shop, job_id, NULL, 0);
  without = compute (shop, march ());
  g_assert_false (fettle_measures_figure (without, FETTLE_MEASURE_PARTS_FILL_RATE)->has_value);
  add_part (shop, job_id, "Stock", 0);
  add_part (shop, job_id, "stock", SHOP_NOW);
  add_part (shop, job_id, "stock", SHOP_NOW - 40 * DAY);
  with = compute (shop, march ());
  assert_share (with, FETTLE_MEASURE_PARTS_FILL_RATE, 1, 4);
}

static void
test_rules (Shop *shop, gconstpointer data)
{
  static const struct
  {
    FettleMeasureRules given;
    int fix_days;
  } rows[] = { { { 7, TRUE }, 7 }, { { 0, FALSE }, 1 }, { { 9999, TRUE }, 366 } };
  g_autoptr (GError) error = NULL;
  FettleMeasureRules rules = fettle_measures_store_load_rules (shop->connection, &error);

  g_assert_cmpint (rules.fix_days, ==, 30);
  g_assert_false (rules.part_is_not_ours);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_true (fettle_measures_store_save_rules (shop->connection, rows[i].given, &error));
      rules = fettle_measures_store_load_rules (shop->connection, &error);
      g_assert_cmpint (rules.fix_days, ==, rows[i].fix_days);
      g_assert_true (rules.part_is_not_ours == rows[i].given.part_is_not_ours);
    }
  g_assert_no_error (error);
}

static void
test_behind (Shop *shop, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) jobs = NULL;
  guint n_all = 0;

  for (int i = 0; i < 5; i++)
    hand_over (shop, take (shop, "A1", FETTLE_KIND_REPAIR, SHOP_NOW + i * DAY), SHOP_NOW + i * DAY + HOUR);
  fettle_clock_set (SHOP_NOW + 40 * DAY);
  jobs = fettle_measures_store_behind (shop->connection, march (), FETTLE_MEASURE_COMEBACK_30, 3, &n_all, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_all, ==, 5);
  g_assert_cmpuint (jobs->len, ==, 3);
  for (guint i = 0; i < jobs->len; i++)
    {
      FettleBehindJob *job = jobs->pdata[i];

      g_assert_cmpint (job->weight, ==, 1);
      g_assert_cmpint (job->value, ==, DAY - HOUR);
      g_assert_nonnull (job->number);
      g_assert_cmpstr (job->customer_name, ==, "Grace");
    }
}

/* Behind a rate the newest stands first, behind a time what took longest. */
static void
test_behind_a_time (Shop *shop, gconstpointer data)
{
  static const int hours[] = { 5, 30, 2 };
  static const struct
  {
    FettleMeasure measure;
    int hours[3];
  } rows[] = {
    { FETTLE_MEASURE_TURNAROUND_MEDIAN, { 30, 5, 2 } },
    { FETTLE_MEASURE_NET_90, { 30, 5, 2 } },
    { FETTLE_MEASURE_OMISSION_RATE, { 2, 30, 5 } },
  };
  gint64 ids[3];

  for (guint i = 0; i < G_N_ELEMENTS (hours); i++)
    {
      ids[i] = take (shop, NULL, FETTLE_KIND_REPAIR, SHOP_NOW + (int) i * 3 * DAY);
      hand_over (shop, ids[i], SHOP_NOW + (int) i * 3 * DAY + hours[i] * HOUR);
    }
  for (guint row = 0; row < G_N_ELEMENTS (rows); row++)
    {
      guint n_all = 0;
      g_autoptr (GPtrArray) jobs
          = fettle_measures_store_behind (shop->connection, march (), rows[row].measure, 10, &n_all, NULL);

      g_assert_cmpuint (jobs->len, ==, G_N_ELEMENTS (hours));
      for (guint i = 0; i < jobs->len; i++)
        for (guint j = 0; j < G_N_ELEMENTS (hours); j++)
          if (hours[j] == rows[row].hours[i])
            g_assert_cmpint (((FettleBehindJob *) jobs->pdata[i])->job_id, ==, ids[j]);
    }
}

/* No query of a period reads a whole table that grows with the years. */
static void
test_plans (Shop *shop, gconstpointer data)
{
  static const char *const scans[]
      = { "SCAN job",       "SCAN j",        "SCAN e",      "SCAN event", "SCAN p",     "SCAN promise",
          "SCAN follow_up", "SCAN job_part", "SCAN ticket", "SCAN o",     "TEMP B-TREE" };
  g_auto (GStrv) statements = NULL;
  g_autoptr (FettleMeasures) measures = NULL;
  guint n_looked = 0;

  hand_over (shop, take (shop, "A1", FETTLE_KIND_REPAIR, SHOP_NOW), SHOP_NOW + HOUR);
  measures = compute (shop, march ());
  statements = fettle_connection_list_statements (shop->connection);
  for (guint i = 0; statements[i] != NULL; i++)
    {
      g_autofree char *plan = NULL;

      if (strstr (statements[i], ":from") == NULL && strstr (statements[i], "received_at < :at") == NULL
          && strstr (statements[i], ":first AND day") == NULL)
        continue;
      n_looked++;
      plan = fettle_connection_explain (shop->connection, statements[i]);
      for (guint k = 0; k < G_N_ELEMENTS (scans); k++)
        {
          const char *found = strstr (plan, scans[k]);

          if (found != NULL && !g_ascii_isalnum (found[strlen (scans[k])]))
            g_error ("%s\n%s", statements[i], plan);
        }
    }
  g_assert_cmpuint (n_looked, >=, 11);
}

typedef struct
{
  GMainLoop *loop;
  FettleMeasures *measures;
  GPtrArray *jobs;
  GError *error;
  int last_percent;
} Answer;

static void
on_progress (int percent, gpointer data)
{
  Answer *answer = data;

  g_assert_cmpint (percent, >, answer->last_percent);
  g_assert_null (answer->measures);
  answer->last_percent = percent;
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;

  answer->measures = fettle_measures_load_finish (result, &answer->error);
  g_main_loop_quit (answer->loop);
}

static void
on_behind (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;
  guint n_all = 0;

  answer->jobs = fettle_measures_load_behind_finish (result, &n_all, &answer->error);
  g_main_loop_quit (answer->loop);
}

/* On a thread of its own, while the shop's connection is open and has written. */
static void
test_async (Shop *shop, gconstpointer data)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Answer answer = { .loop = loop };

  hand_over (shop, take (shop, "A1", FETTLE_KIND_REPAIR, SHOP_NOW), SHOP_NOW + HOUR);
  fettle_measures_load_async (shop->file.path, march (), on_progress, &answer, NULL, on_loaded, &answer);
  g_main_loop_run (loop);
  g_assert_no_error (answer.error);
  g_assert_cmpint (fettle_measures_figure (answer.measures, FETTLE_MEASURE_TURNAROUND_MEDIAN)->n, ==, 1);
  fettle_measures_load_behind_async (shop->file.path, march (), FETTLE_MEASURE_TURNAROUND_MEDIAN, 10, NULL, on_behind,
                                     &answer);
  g_main_loop_run (loop);
  g_assert_no_error (answer.error);
  g_assert_cmpuint (answer.jobs->len, ==, 1);
  g_clear_object (&answer.measures);
  g_clear_pointer (&answer.jobs, g_ptr_array_unref);
}

static void
test_cancelled (Shop *shop, gconstpointer data)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Answer answer = { .loop = loop };

  g_cancellable_cancel (cancellable);
  fettle_measures_load_async (shop->file.path, march (), on_progress, &answer, cancellable, on_loaded, &answer);
  g_main_loop_run (loop);
  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (answer.last_percent, ==, 0);
  g_clear_error (&answer.error);
}

/* Nobody's name is in the export, and every line is an object. */
static void
test_export (Shop *shop, gconstpointer data)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  gint64 n = 0;

  hand_over (shop, take (shop, "A1", FETTLE_KIND_REPAIR, SHOP_NOW), SHOP_NOW + HOUR);
  g_assert_true (fettle_events_export (shop->connection, stream, NULL, &n, &error));
  g_assert_true (g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL));
  g_output_stream_close (stream, NULL, NULL);
  text = g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
  g_assert_null (strstr (text, "Grace"));
  g_assert_null (strstr (text, "dark"));
  lines = g_strsplit (text, "\n", -1);
  g_assert_cmpint (n, ==, g_strv_length (lines) - 1);
  for (guint i = 0; i + 1 < g_strv_length (lines); i++)
    g_assert_true (g_str_has_prefix (lines[i], "{\"type\":\"") && g_str_has_suffix (lines[i], "}"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  shop_add ("/measures-store/empty", test_empty);
  shop_add ("/measures-store/net", test_net);
  shop_add ("/measures-store/back", test_back);
  shop_add ("/measures-store/complaint", test_complaint);
  shop_add ("/measures-store/standing", test_standing);
  shop_add ("/measures-store/imported", test_imported);
  shop_add ("/measures-store/parts", test_parts);
  shop_add ("/measures-store/rules", test_rules);
  shop_add ("/measures-store/behind", test_behind);
  shop_add ("/measures-store/behind-a-time", test_behind_a_time);
  shop_add ("/measures-store/plans", test_plans);
  shop_add ("/measures-store/async", test_async);
  shop_add ("/measures-store/cancelled", test_cancelled);
  shop_add ("/measures-store/export", test_export);
  return g_test_run ();
}
