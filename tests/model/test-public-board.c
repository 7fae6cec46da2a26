/* test-public-board.c: nothing that names or describes a person gets onto the public board.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-public-board.h"

static FettleJobSummary *
make_job (FettleStage stage)
{
  FettleJobSummary *job = fettle_job_summary_new ();

  job->number = g_strdup ("2026-000017");
  job->stage = stage;
  job->customer_name = g_strdup ("SECRET name");
  job->phone = g_strdup ("SECRET phone");
  job->serial = g_strdup ("SECRET serial");
  job->fault = g_strdup ("SECRET fault");
  job->technician_name = g_strdup ("SECRET technician");
  job->unit_title = g_strdup ("Tessera Book 14");
  job->model = g_strdup ("Tessera Book 14");
  job->position = 3;
  job->promised_due = G_GINT64_CONSTANT (1790000000) * G_USEC_PER_SEC;
  job->back_due = job->promised_due + G_TIME_SPAN_DAY;
  return job;
}

static void
test_only_these (void)
{
  g_autoptr (GPtrArray) jobs = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) rows = NULL;
  FettlePublicRow *row;
  guint n = 0;
  g_autofree GParamSpec **properties = NULL;

  g_ptr_array_add (jobs, make_job (FETTLE_STAGE_READY));
  rows = fettle_public_board_rows (jobs);
  g_assert_cmpuint (rows->len, ==, 1);
  row = rows->pdata[0];
  g_assert_cmpstr (row->number, ==, "2026-000017");
  g_assert_cmpstr (row->model, ==, "Tessera Book 14");
  g_assert_cmpint (row->position, ==, 3);
  /* When the device is back; that a part comes earlier is for the bench. */
  g_assert_cmpint (row->promised_due, ==, ((FettleJobSummary *) jobs->pdata[0])->back_due);

  properties = g_object_class_list_properties (G_OBJECT_GET_CLASS (row), &n);
  g_assert_cmpuint (n, ==, 5);
  for (guint i = 0; i < n; i++)
    if (properties[i]->value_type == G_TYPE_STRING)
      {
        g_autofree char *text = NULL;

        g_object_get (row, properties[i]->name, &text, NULL);
        g_assert_null (g_strstr_len (text, -1, "SECRET"));
      }
}

static void
test_closed_are_not_shown (void)
{
  g_autoptr (GPtrArray) jobs = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) rows = NULL;

  g_ptr_array_add (jobs, make_job (FETTLE_STAGE_HANDED_OVER));
  g_ptr_array_add (jobs, make_job (FETTLE_STAGE_CANCELLED));
  g_ptr_array_add (jobs, make_job (FETTLE_STAGE_RECEIVED));
  rows = fettle_public_board_rows (jobs);
  g_assert_cmpuint (rows->len, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/public-board/only-these", test_only_these);
  g_test_add_func ("/public-board/closed-are-not-shown", test_closed_are_not_shown);
  return g_test_run ();
}
