/* fettle-board-store.h: the jobs of the day as the boards, the counter and the bench show them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-connection.h"
#include "fettle-job.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_BOARD_COLUMN (fettle_board_column_get_type ())
FETTLE_DECLARE_RECORD (FettleBoardColumn, fettle_board_column, FETTLE, BOARD_COLUMN)

/**
 * FettleBoardColumn:
 * @stage: which
 * @n_jobs: how many are in it, also past what @jobs holds
 * @jobs: of FettleJobSummary in fair order, the late first, with their position
 */
struct _FettleBoardColumn
{
  FettleRecord parent_instance;
  FettleStage stage;
  int n_jobs;
  GPtrArray *jobs;
};

#define FETTLE_TYPE_BENCH (fettle_bench_get_type ())
FETTLE_DECLARE_RECORD (FettleBench, fettle_bench, FETTLE, BENCH)

/**
 * FettleBench:
 * @mine: of FettleJobSummary that this person holds, in fair order
 * @next: of FettleJobSummary that nobody holds, in fair order
 * @current: the job worked on now with its timeline, or NULL
 */
struct _FettleBench
{
  FettleRecord parent_instance;
  GPtrArray *mine;
  GPtrArray *next;
  FettleJob *current;
};

#define FETTLE_TYPE_TODAY (fettle_today_get_type ())
FETTLE_DECLARE_RECORD (FettleToday, fettle_today, FETTLE, TODAY)

/**
 * FettleToday:
 * @waiting: of FettleJobSummary that were received and nobody has begun
 * @due: of FettlePromise that are overdue or due by the end of today, the earliest first
 * @ready: of FettleJobSummary that are ready to collect, the longest first
 * @n_open: jobs with the shop
 * @n_late: of these, past their promise
 * @n_due: promises overdue or due today
 * @n_ready: ready to collect
 * @n_received: waiting to be begun
 * @n_taken_in: taken in today
 * @n_to_follow: customers to call, lines and requests on them, by the end of today
 * @n_follow_late: of these, past their time
 */
struct _FettleToday
{
  FettleRecord parent_instance;
  GPtrArray *waiting;
  GPtrArray *due;
  GPtrArray *ready;
  int n_open;
  int n_late;
  int n_due;
  int n_ready;
  int n_received;
  int n_taken_in;
  int n_to_follow;
  int n_follow_late;
};

GPtrArray *fettle_board_store_load (FettleConnection *connection,
                                    gint64 technician_id,
                                    const char *text,
                                    int per_column,
                                    GError **error);
FettleBench *fettle_board_store_load_bench (FettleConnection *connection, gint64 staff_id, GError **error);
FettleToday *fettle_board_store_load_today (FettleConnection *connection,
                                            gint64 day_begins,
                                            gint64 day_ends,
                                            int limit,
                                            GError **error);

G_END_DECLS
