/* fettle-job-rows.c: what the files of the job store share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-job-rows.h"

#include "fettle-number-series.h"
#include "fettle-unit.h"

/**
 * fettle_job_rows_read_summary:
 * @row: at a row of %FETTLE_JOB_SUMMARY_COLUMNS
 *
 * Returns: (transfer full): the job as a line or a card shows it
 */
FettleJobSummary *
fettle_job_rows_read_summary (FettleStatement *row)
{
  FettleJobSummary *job = fettle_job_summary_new ();
  const char *category = fettle_statement_text (row, 11);
  const char *brand = fettle_statement_text (row, 12);
  const char *model = fettle_statement_text (row, 13);

  job->id = fettle_statement_int (row, 0);
  job->revision = fettle_statement_int (row, 1);
  job->number = fettle_statement_dup (row, 2);
  job->kind = fettle_kind_from_id (fettle_statement_text (row, 3));
  job->stage = fettle_stage_from_id (fettle_statement_text (row, 4));
  job->outcome = fettle_outcome_from_id (fettle_statement_text (row, 5));
  job->clock = fettle_clock_holder_from_id (fettle_statement_text (row, 6));
  job->customer_id = fettle_statement_int (row, 7);
  job->customer_name = fettle_statement_dup (row, 8);
  job->phone = fettle_statement_dup (row, 9);
  job->unit_id = fettle_statement_int (row, 10);
  job->category = category != NULL && *category != '\0' ? g_strdup (category) : NULL;
  job->unit_title = fettle_unit_make_title (category, brand, model);
  job->model = g_strdup (job->unit_title);
  job->serial = fettle_statement_dup (row, 14);
  job->fault = fettle_statement_dup (row, 15);
  job->technician_id = fettle_statement_int (row, 16);
  job->technician_name = fettle_statement_dup (row, 17);
  job->received_at = fettle_statement_int (row, 18);
  job->stage_since = fettle_statement_int (row, 19);
  job->handed_over_at = fettle_statement_int (row, 20);
  job->need_by = fettle_statement_int (row, 21);
  job->promised_due = fettle_statement_int (row, 22);
  job->first_due = fettle_statement_int (row, 23);
  job->device_expected = !fettle_statement_boolean (row, 24);
  job->expected_at = fettle_statement_int (row, 25);
  job->about_id = fettle_statement_int (row, 26);
  job->about_as = fettle_statement_dup (row, 27);
  job->about_number = fettle_statement_dup (row, 28);
  job->back_due = fettle_statement_int (row, 29);
  return job;
}

/**
 * fettle_job_rows_read_summaries:
 *
 * Returns: (transfer full) (element-type FettleJobSummary) (nullable): all the rows that are left
 */
GPtrArray *
fettle_job_rows_read_summaries (FettleStatement *rows, GError **error)
{
  g_autoptr (GPtrArray) jobs = g_ptr_array_new_with_free_func (g_object_unref);
  FettleStep step;

  while ((step = fettle_statement_step (rows, error)) == FETTLE_STEP_ROW)
    g_ptr_array_add (jobs, fettle_job_rows_read_summary (rows));
  return step == FETTLE_STEP_DONE ? g_steal_pointer (&jobs) : NULL;
}

/**
 * fettle_job_rows_add_accessories:
 * @names: (nullable): blank ones are passed over
 */
gboolean
fettle_job_rows_add_accessories (FettleConnection *connection, gint64 job_id, GStrv names, GError **error)
{
  g_autoptr (FettleStatement) insert = NULL;

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *name = g_strstrip (g_strdup (names[i]));

      if (*name == '\0')
        continue;
      if (insert == NULL)
        insert
            = fettle_connection_prepare (connection, "INSERT INTO job_accessory (job_id, name) VALUES (:job, :name)");
      fettle_statement_bind_int (insert, ":job", job_id);
      fettle_statement_bind_text (insert, ":name", name);
      if (!fettle_statement_run (insert, error))
        return FALSE;
      fettle_statement_reset (insert);
    }
  return TRUE;
}

/**
 * fettle_job_rows_default_clock:
 *
 * Returns: who the time belongs to in this stage as the shop has set it up
 */
FettleClockHolder
fettle_job_rows_default_clock (FettleTimeline *timeline, FettleStage stage)
{
  g_autoptr (FettleStatement) row = fettle_connection_prepare (fettle_timeline_connection (timeline),
                                                               "SELECT clock FROM stage_style WHERE stage = :stage");

  if (!fettle_stage_is_open (stage))
    return FETTLE_CLOCK_NONE;
  fettle_statement_bind_text (row, ":stage", fettle_stage_id (stage));
  if (fettle_statement_step (row, NULL) == FETTLE_STEP_ROW && !fettle_statement_is_null (row, 0))
    return fettle_clock_holder_from_id (fettle_statement_text (row, 0));
  return fettle_stage_default_clock (stage);
}

/**
 * fettle_job_rows_begin_timeline:
 * @received_at: moment, whose year in the shop's zone the number is of
 *
 * Draws the next number and begins the timeline of its job, within the caller's transaction. The job has its row once
 * the timeline is saved.
 *
 * Returns: (transfer full) (nullable): the timeline
 */
FettleTimeline *
fettle_job_rows_begin_timeline (FettleConnection *connection, gint64 received_at, GError **error)
{
  g_autoptr (FettleNumberSeries) series = fettle_number_series_begin (connection, error);
  g_autofree char *number = series != NULL ? fettle_number_series_draw (series, received_at, error) : NULL;

  if (number == NULL || !fettle_number_series_end (series, error))
    return NULL;
  return fettle_timeline_begin (connection, number);
}
