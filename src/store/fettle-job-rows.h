/* fettle-job-rows.h: what the files of the job store share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-event-store.h"
#include "fettle-job.h"
#include "fettle-statement.h"

G_BEGIN_DECLS

/* By when the customer has the device again, of job j, 0 for no promise of that; the kinds are those of
 * fettle_promise_brings_back(). */
#define FETTLE_JOB_BACK_DUE                                                                                            \
  "CASE WHEN j.promised_due = 0 THEN 0 ELSE coalesce ((SELECT min (b.due) FROM promise b WHERE b.job_id = j.id"        \
  " AND b.state = 'open' AND b.kind IN ('ready', 'visit', 'delivery')), 0) END"

/* The columns of a summary in the order that fettle_job_rows_read_summary() takes them. */
#define FETTLE_JOB_SUMMARY_COLUMNS                                                                                     \
  "j.id, j.revision, j.number, j.kind, j.stage, j.outcome, j.clock, j.customer_id, c.name,"                            \
  " (SELECT p.phone FROM customer_phone p WHERE p.customer_id = j.customer_id AND p.position = 0),"                    \
  " j.unit_id, m.category, m.brand, m.name, u.serial, j.fault, j.technician_id, t.name, j.received_at, j.stage_since," \
  " j.handed_over_at, j.need_by, j.promised_due, j.first_due, j.device_here, j.expected_at, j.about_id, j.about_as,"   \
  " (SELECT a.number FROM job a WHERE a.id = j.about_id), " FETTLE_JOB_BACK_DUE
#define FETTLE_JOB_SUMMARY_TABLES                                                                                      \
  " FROM job j LEFT JOIN customer c ON c.id = j.customer_id LEFT JOIN unit u ON u.id = j.unit_id"                      \
  " LEFT JOIN model m ON m.id = u.model_id LEFT JOIN staff t ON t.id = j.technician_id "

FettleJobSummary *fettle_job_rows_read_summary (FettleStatement *row);
GPtrArray *fettle_job_rows_read_summaries (FettleStatement *rows, GError **error);
gboolean fettle_job_rows_add_accessories (FettleConnection *connection, gint64 job_id, GStrv names, GError **error);
FettleClockHolder fettle_job_rows_default_clock (FettleTimeline *timeline, FettleStage stage);
FettleTimeline *fettle_job_rows_begin_timeline (FettleConnection *connection, gint64 received_at, GError **error);

G_END_DECLS
