/* fettle-job-state.h: what a job is now, computed from what happened to it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-details.h"
#include "fettle-event.h"
#include "fettle-record.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_JOB_STATE (fettle_job_state_get_type ())
FETTLE_DECLARE_RECORD (FettleJobState, fettle_job_state, FETTLE, JOB_STATE)

/**
 * FettleJobState:
 * What the events of a job amount to. Moments are microseconds UTC, 0 for none; ids are rows, 0 for none.
 * @device_here is FALSE for a job that was opened before its device came, @expected_at when it was expected; @told_at
 * is the last word to the customer;
 * @about_id is the job that this one is about, @about_as how: comeback, complaint or visit.
 * @time_us, @time_part and @time_customer hold closed stretches only: see fettle_job_state_time().
 */
struct _FettleJobState
{
  FettleRecord parent_instance;
  FettleKind kind;
  FettleStage stage;
  FettleOutcome outcome;
  FettleClockHolder clock;
  gint64 customer_id;
  gint64 unit_id;
  gint64 technician_id;
  gint64 taken_by_id;
  char *fault;
  char *condition;
  char *collected_by;
  FettleBackupState backup;
  char *consent;
  gint64 received_at;
  gint64 stage_since;
  gint64 handed_over_at;
  gint64 need_by;
  gint64 promised_due;
  gint64 first_due;
  gint64 working_since;
  gint64 paid;
  gboolean device_here;
  gint64 expected_at;
  gint64 told_at;
  gint64 about_id;
  char *about_as;
  gint64 rechecked_by_id;
  gint64 fed_back_at;
  gint64 diagnosed_at;
  gint64 clock_since;
  gint64 time_us;
  gint64 time_part;
  gint64 time_customer;
  gint64 work_time;
  gboolean words_erased;
  GArray *open_promises;
};

void fettle_job_state_apply (FettleJobState *self, FettleEvent *event);
void
fettle_job_state_apply_parsed (FettleJobState *self, FettleEvent *event, FettleDetails *details, FettleDetails *words);
void fettle_job_state_apply_time (FettleJobState *self, FettleEvent *event);
void fettle_job_state_set_promise (FettleJobState *self, gint64 promise_id, gint64 due);
gint64 fettle_job_state_time (FettleJobState *self, FettleClockHolder holder, gint64 now);

G_END_DECLS
