/* fettle-measures-store.h: the raw facts of a period, read from the shop's file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-connection.h"
#include "fettle-measures.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_BEHIND_JOB (fettle_behind_job_get_type ())
FETTLE_DECLARE_RECORD (FettleBehindJob, fettle_behind_job, FETTLE, BEHIND_JOB)

/**
 * FettleBehindJob:
 * @job_id: row, 0 for a ticket without a job
 * @number: of the job, or NULL
 * @title: of the device, or NULL
 * @customer_name: or NULL
 * @at: moment by which it is in the period
 * @value: see FettleBehind
 * @weight: what it adds to what was counted
 * @counts: what it adds to what that is divided by
 * @what: in words what it has to do with the figure, where that is not in @weight and @value; or NULL
 *
 * One of the jobs behind a figure.
 */
struct _FettleBehindJob
{
  FettleRecord parent_instance;
  gint64 job_id;
  char *number;
  char *title;
  char *customer_name;
  gint64 at;
  gint64 value;
  int weight;
  int counts;
  char *what;
};

/**
 * FettleMeasuresProgress:
 * Called on the thread that reads, with how far it is, 0 to 100.
 */
typedef void (*FettleMeasuresProgress) (int percent, gpointer data);

FettleMeasureFacts *fettle_measures_store_read (FettleConnection *connection,
                                                FettlePeriod period,
                                                FettleMeasuresProgress progress,
                                                gpointer data,
                                                GError **error);
FettleMeasures *fettle_measures_store_compute (FettleConnection *connection,
                                               FettlePeriod period,
                                               FettleMeasuresProgress progress,
                                               gpointer data,
                                               GError **error);
GPtrArray *fettle_measures_store_behind (FettleConnection *connection,
                                         FettlePeriod period,
                                         FettleMeasure measure,
                                         guint limit,
                                         guint *n_all,
                                         GError **error);

FettleMeasureRules fettle_measures_store_load_rules (FettleConnection *connection, GError **error);
gboolean fettle_measures_store_save_rules (FettleConnection *connection, FettleMeasureRules rules, GError **error);

/* fettle-measures-async.c: on a thread and a connection of its own, so that a year keeps no desk waiting. */
void fettle_measures_load_async (const char *path,
                                 FettlePeriod period,
                                 FettleMeasuresProgress progress,
                                 gpointer progress_data,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
FettleMeasures *fettle_measures_load_finish (GAsyncResult *result, GError **error);
void fettle_measures_load_behind_async (const char *path,
                                        FettlePeriod period,
                                        FettleMeasure measure,
                                        guint limit,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
GPtrArray *fettle_measures_load_behind_finish (GAsyncResult *result, guint *n_all, GError **error);

G_END_DECLS
