/* fettle-after-store.h: jobs that are about other jobs, and the four no-leaks, as kept.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-connection.h"
#include "fettle-event-store.h"
#include "fettle-intake.h"
#include "fettle-job.h"

G_BEGIN_DECLS

#define FETTLE_COMEBACK_DAYS      90
#define FETTLE_MOST_COMEBACK_DAYS 3660

int fettle_after_store_comeback_days (FettleConnection *connection);
gboolean fettle_after_store_save_comeback_days (FettleConnection *connection, int days, GError **error);

FettleJobSummary *fettle_after_store_find_earlier (FettleConnection *connection,
                                                   gint64 unit_id,
                                                   gint64 not_job_id,
                                                   gint64 at,
                                                   GError **error);
gboolean fettle_after_store_link_intake (FettleTimeline *timeline, FettleIntake *intake, GError **error);
gboolean fettle_after_store_link (FettleConnection *connection,
                                  gint64 job_id,
                                  gint64 other_id,
                                  const char *as,
                                  const char *by,
                                  const char *desk,
                                  GError **error);
gboolean fettle_after_store_unlink (FettleConnection *connection,
                                    gint64 job_id,
                                    const char *by,
                                    const char *desk,
                                    GError **error);
GPtrArray *fettle_after_store_list_about (FettleConnection *connection, gint64 job_id, GError **error);

gboolean fettle_after_store_recheck (FettleConnection *connection,
                                     gint64 job_id,
                                     const char *note,
                                     const char *by,
                                     const char *desk,
                                     GError **error);
gboolean fettle_after_store_feed_back (FettleConnection *connection,
                                       gint64 job_id,
                                       const char *whom,
                                       const char *text,
                                       const char *by,
                                       const char *desk,
                                       GError **error);

G_END_DECLS
