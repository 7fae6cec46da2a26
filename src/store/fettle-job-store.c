/* fettle-job-store.c: how jobs are read.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-job-store.h"

#include <glib/gi18n-lib.h>

#include "fettle-after-store.h"
#include "fettle-arrival-store.h"
#include "fettle-clock.h"
#include "fettle-contact-store.h"
#include "fettle-cost-store.h"
#include "fettle-customer-store.h"
#include "fettle-device-store.h"
#include "fettle-event-store.h"
#include "fettle-follow-up-store.h"
#include "fettle-job-rows.h"
#include "fettle-number.h"
#include "fettle-promise-store.h"
#include "fettle-search-store.h"
#include "fettle-statement.h"
#include "fettle-store-error.h"
#include "fettle-unit-store.h"

static const FettleField fettle_job_edit_fields[] = {
  FETTLE_FIELD (FettleJobEdit, job_id, "job-id", INT64),
  FETTLE_FIELD (FettleJobEdit, revision, "revision", INT64),
  FETTLE_FIELD (FettleJobEdit, kind, "kind", INT),
  FETTLE_FIELD (FettleJobEdit, fault, "fault", STRING),
  FETTLE_FIELD (FettleJobEdit, condition, "condition", STRING),
  FETTLE_FIELD (FettleJobEdit, accessories, "accessories", STRV),
  FETTLE_FIELD (FettleJobEdit, need_by, "need-by", INT64),
  FETTLE_FIELD (FettleJobEdit, backup, "backup", INT),
  FETTLE_FIELD (FettleJobEdit, consent, "consent", STRV),
  FETTLE_FIELD (FettleJobEdit, by, "by", STRING),
  FETTLE_FIELD (FettleJobEdit, desk, "desk", STRING),
};

FETTLE_DEFINE_RECORD (FettleJobEdit, fettle_job_edit)

static const FettleField fettle_job_filter_fields[] = {
  FETTLE_FIELD (FettleJobFilter, stage, "stage", INT),
  FETTLE_FIELD (FettleJobFilter, open_only, "open-only", BOOLEAN),
  FETTLE_FIELD (FettleJobFilter, customer_id, "customer-id", INT64),
  FETTLE_FIELD (FettleJobFilter, unit_id, "unit-id", INT64),
  FETTLE_FIELD (FettleJobFilter, technician_id, "technician-id", INT64),
  FETTLE_FIELD (FettleJobFilter, before_id, "before-id", INT64),
  FETTLE_FIELD (FettleJobFilter, received_from, "received-from", INT64),
  FETTLE_FIELD (FettleJobFilter, received_to, "received-to", INT64),
  FETTLE_FIELD (FettleJobFilter, limit, "limit", INT),
  FETTLE_FIELD (FettleJobFilter, search, "search", STRING),
};

FETTLE_DEFINE_RECORD (FettleJobFilter, fettle_job_filter)

/**
 * fettle_job_store_load_summary:
 *
 * Returns: (transfer full) (nullable): the job as a line or a card shows it
 */
FettleJobSummary *
fettle_job_store_load_summary (FettleConnection *connection, gint64 job_id, GError **error)
{
  g_autoptr (FettleStatement) row
      = fettle_connection_prepare (connection,
                                   "SELECT " FETTLE_JOB_SUMMARY_COLUMNS FETTLE_JOB_SUMMARY_TABLES "WHERE j.id = :id");
  FettleStep step;

  fettle_statement_bind_int (row, ":id", job_id);
  step = fettle_statement_step (row, error);
  if (step == FETTLE_STEP_DONE)
    g_set_error (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_NOT_FOUND, "no job in row %" G_GINT64_FORMAT, job_id);
  return step == FETTLE_STEP_ROW ? fettle_job_rows_read_summary (row) : NULL;
}

/**
 * fettle_job_store_find:
 * @number: as printed, scanned or typed; without its year it is of this year
 *
 * Returns: the row, or 0 with %FETTLE_STORE_ERROR_NOT_FOUND
 */
gint64
fettle_job_store_find (FettleConnection *connection, const char *number, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (fettle_clock_now () / G_USEC_PER_SEC);
  g_autofree char *full = fettle_number_from_scan (number, g_date_time_get_year (now));
  g_autoptr (FettleStatement) row = fettle_connection_prepare (connection, "SELECT id FROM job WHERE number = :number");
  FettleStep step = FETTLE_STEP_DONE;

  fettle_statement_bind_text (row, ":number", full);
  if (full != NULL)
    step = fettle_statement_step (row, error);
  if (step == FETTLE_STEP_ROW)
    return fettle_statement_int (row, 0);
  if (step == FETTLE_STEP_DONE)
    g_set_error (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_NOT_FOUND, _ ("There is no job %s. Check the number."),
                 number);
  return 0;
}

static gboolean
read_accessories (FettleConnection *connection, FettleJob *job, GError **error)
{
  g_autoptr (FettleStatement) rows
      = fettle_connection_prepare (connection,
                                   "SELECT id, name, returned_at FROM job_accessory WHERE job_id = :job ORDER BY id");
  FettleStep step;

  fettle_statement_bind_int (rows, ":job", job->summary->id);
  while ((step = fettle_statement_step (rows, error)) == FETTLE_STEP_ROW)
    {
      FettleAccessory *accessory = fettle_accessory_new ();

      accessory->id = fettle_statement_int (rows, 0);
      accessory->name = fettle_statement_dup (rows, 1);
      accessory->returned_at = fettle_statement_int (rows, 2);
      g_ptr_array_add (job->accessories, accessory);
    }
  return step == FETTLE_STEP_DONE;
}

static gboolean
read_payments (FettleConnection *connection, FettleJob *job, GError **error)
{
  g_autoptr (FettleStatement) rows
      = fettle_connection_prepare (connection,
                                   "SELECT p.id, p.at, p.amount, p.currency, p.method, s.name FROM payment p"
                                   " LEFT JOIN staff s ON s.id = p.by_id WHERE p.job_id = :job ORDER BY p.id");
  FettleStep step;

  fettle_statement_bind_int (rows, ":job", job->summary->id);
  while ((step = fettle_statement_step (rows, error)) == FETTLE_STEP_ROW)
    {
      FettlePayment *payment = fettle_payment_new ();

      payment->id = fettle_statement_int (rows, 0);
      payment->at = fettle_statement_int (rows, 1);
      payment->amount = fettle_statement_int (rows, 2);
      payment->currency = fettle_statement_dup (rows, 3);
      payment->method = fettle_payment_method_from_id (fettle_statement_text (rows, 4));
      payment->by_name = fettle_statement_dup (rows, 5);
      g_ptr_array_add (job->payments, payment);
    }
  return step == FETTLE_STEP_DONE;
}

static gboolean
read_rest (FettleConnection *connection, FettleJob *job, GError **error)
{
  g_autoptr (FettleStatement) row = fettle_connection_prepare (
      connection, "SELECT j.condition, j.backup, j.consent, j.taken_by_id, s.name, j.collected_by, j.head_hash,"
                  " j.working_since, r.name, j.fed_back_at FROM job j LEFT JOIN staff s ON s.id = j.taken_by_id"
                  " LEFT JOIN staff r ON r.id = j.rechecked_by_id WHERE j.id = :job");
  const char *consent;

  fettle_statement_bind_int (row, ":job", job->summary->id);
  if (fettle_statement_step (row, error) != FETTLE_STEP_ROW)
    return FALSE;
  job->condition = fettle_statement_dup (row, 0);
  job->backup = fettle_backup_state_from_id (fettle_statement_text (row, 1));
  consent = fettle_statement_text (row, 2);
  job->consent = consent != NULL && *consent != '\0' ? g_strsplit (consent, ",", -1) : NULL;
  job->taken_by_id = fettle_statement_int (row, 3);
  job->taken_by = fettle_statement_dup (row, 4);
  job->collected_by = fettle_statement_dup (row, 5);
  job->head_hash = fettle_statement_dup (row, 6);
  job->working_since = fettle_statement_int (row, 7);
  job->rechecked_by = fettle_statement_dup (row, 8);
  job->fed_back_at = fettle_statement_int (row, 9);
  return TRUE;
}

/* Whose time it was is computed from the events each time, never kept as a counter. */
static void
compute_times (FettleJob *job)
{
  g_autoptr (FettleJobState) state = fettle_job_state_new ();
  gint64 now = fettle_clock_now ();

  for (guint i = 0; i < job->events->len; i++)
    fettle_job_state_apply_time (state, job->events->pdata[i]);
  job->time_us = fettle_job_state_time (state, FETTLE_CLOCK_US, now);
  job->time_part = fettle_job_state_time (state, FETTLE_CLOCK_PART, now);
  job->time_customer = fettle_job_state_time (state, FETTLE_CLOCK_CUSTOMER, now);
  job->work_time = state->work_time;
}

static gboolean
take_list (GPtrArray **into, GPtrArray *list)
{
  if (list == NULL)
    return FALSE;
  g_ptr_array_unref (*into);
  *into = list;
  return TRUE;
}

static gboolean
read_after (FettleConnection *connection, FettleJob *job, GError **error)
{
  return take_list (&job->follow_ups, fettle_follow_up_store_load_of_job (connection, job->summary->id, error))
         && take_list (&job->about_this, fettle_after_store_list_about (connection, job->summary->id, error));
}

static gboolean
read_parts (FettleConnection *connection, FettleJob *job, GError **error)
{
  FettleJobSummary *summary = job->summary;

  if (!read_rest (connection, job, error) || !read_accessories (connection, job, error)
      || !read_payments (connection, job, error))
    return FALSE;
  if (summary->customer_id != 0
      && (job->customer = fettle_customer_store_load (connection, summary->customer_id, error)) == NULL)
    return FALSE;
  if (summary->unit_id != 0 && (job->unit = fettle_unit_store_load (connection, summary->unit_id, error)) == NULL)
    return FALSE;
  g_ptr_array_unref (job->events);
  job->events = fettle_event_store_load (connection, summary->id, error);
  if (job->events == NULL)
    {
      job->events = g_ptr_array_new_with_free_func (g_object_unref);
      return FALSE;
    }
  g_ptr_array_unref (job->promises);
  job->promises = fettle_promise_store_load_of_job (connection, summary->id, error);
  if (job->promises == NULL)
    {
      job->promises = g_ptr_array_new_with_free_func (g_object_unref);
      return FALSE;
    }
  job->device = fettle_device_store_load (connection, job, error);
  return job->device != NULL && fettle_contact_store_read_of_job (connection, job, error)
         && fettle_arrival_store_read_of_job (connection, job, error)
         && fettle_cost_store_fill_job (connection, job, error) && read_after (connection, job, error);
}

/**
 * fettle_job_store_load:
 *
 * Returns: (transfer full) (nullable): the whole job with its timeline, promises, customer and unit
 */
FettleJob *
fettle_job_store_load (FettleConnection *connection, gint64 job_id, GError **error)
{
  g_autoptr (FettleJob) job = fettle_job_new ();

  job->summary = fettle_job_store_load_summary (connection, job_id, error);
  if (job->summary == NULL || !read_parts (connection, job, error))
    return NULL;
  compute_times (job);
  return g_steal_pointer (&job);
}

/* One condition a question; the values are bound by fettle_job_store_list(). Nearly every job was handed over, so these
 * are met soon enough from the newest backwards, and the index of stages (which the plus sign turns off) would have to
 * sort them all; the other stages are few in the whole history, and the index finds them. */
static char *
make_list_sql (FettleJobFilter *filter)
{
  g_autoptr (GString) sql
      = g_string_new ("SELECT " FETTLE_JOB_SUMMARY_COLUMNS FETTLE_JOB_SUMMARY_TABLES "WHERE j.id < :before");

  if (filter->stage != FETTLE_STAGE_NONE)
    g_string_append_printf (sql, " AND %sj.stage = :stage", filter->stage == FETTLE_STAGE_HANDED_OVER ? "+" : "");
  if (filter->open_only && filter->technician_id != 0)
    g_string_append (sql, " AND j.stage NOT IN ('handed-over', 'cancelled')");
  else if (filter->open_only)
    g_string_append (sql, " AND j.stage IN ('received', 'diagnosing', 'waiting-approval', 'waiting-parts',"
                          " 'repairing', 'checking', 'ready')");
  if (filter->customer_id != 0)
    g_string_append (sql, " AND j.customer_id = :customer");
  if (filter->unit_id != 0)
    g_string_append (sql, " AND j.unit_id = :unit");
  if (filter->technician_id != 0)
    g_string_append (sql, " AND j.technician_id = :technician");
  if (filter->received_from != 0)
    g_string_append (sql, " AND j.received_at >= :received_from");
  if (filter->received_to != 0)
    g_string_append (sql, " AND j.received_at < :received_to");
  g_string_append (sql, " ORDER BY j.id DESC LIMIT :limit");
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

static gboolean
passes (FettleJobFilter *filter, FettleJobSummary *job)
{
  return (filter->stage == FETTLE_STAGE_NONE || job->stage == filter->stage)
         && (!filter->open_only || fettle_stage_is_open (job->stage))
         && (filter->customer_id == 0 || job->customer_id == filter->customer_id)
         && (filter->unit_id == 0 || job->unit_id == filter->unit_id)
         && (filter->technician_id == 0 || job->technician_id == filter->technician_id)
         && (filter->received_from == 0 || job->received_at >= filter->received_from)
         && (filter->received_to == 0 || job->received_at < filter->received_to);
}

/* Searched, then sieved page by page, until there are enough or no more. */
static GPtrArray *
list_found (FettleConnection *connection, FettleJobFilter *filter, int limit, GError **error)
{
  g_autoptr (GPtrArray) jobs = g_ptr_array_new_with_free_func (g_object_unref);
  gint64 before = filter->before_id;

  while ((int) jobs->len < limit)
    {
      g_autoptr (GPtrArray) page = fettle_search_store_find (connection, filter->search, before, 200, error);

      if (page == NULL)
        return NULL;
      for (guint i = 0; i < page->len && (int) jobs->len < limit; i++)
        if (passes (filter, page->pdata[i]))
          g_ptr_array_add (jobs, g_object_ref (page->pdata[i]));
      if (page->len < 200)
        break;
      before = ((FettleJobSummary *) page->pdata[page->len - 1])->id;
    }
  return g_steal_pointer (&jobs);
}

/**
 * fettle_job_store_list:
 *
 * Returns: (transfer full) (element-type FettleJobSummary) (nullable): what the filter lets through, newest first
 */
GPtrArray *
fettle_job_store_list (FettleConnection *connection, FettleJobFilter *filter, GError **error)
{
  g_autofree char *sql = make_list_sql (filter);
  g_autoptr (FettleStatement) rows = NULL;
  int limit = filter->limit > 0 ? filter->limit : 100;

  if (filter->search != NULL && *filter->search != '\0')
    return list_found (connection, filter, limit, error);
  rows = fettle_connection_prepare (connection, sql);
  fettle_statement_bind_int (rows, ":before", filter->before_id != 0 ? filter->before_id : G_MAXINT64);
  fettle_statement_bind_int (rows, ":limit", limit);
  if (filter->stage != FETTLE_STAGE_NONE)
    fettle_statement_bind_text (rows, ":stage", fettle_stage_id (filter->stage));
  if (filter->customer_id != 0)
    fettle_statement_bind_int (rows, ":customer", filter->customer_id);
  if (filter->unit_id != 0)
    fettle_statement_bind_int (rows, ":unit", filter->unit_id);
  if (filter->technician_id != 0)
    fettle_statement_bind_int (rows, ":technician", filter->technician_id);
  if (filter->received_from != 0)
    fettle_statement_bind_int (rows, ":received_from", filter->received_from);
  if (filter->received_to != 0)
    fettle_statement_bind_int (rows, ":received_to", filter->received_to);
  return fettle_job_rows_read_summaries (rows, error);
}
