/* fettle-arrival-store.h: devices that are not here yet, what must be ready for them, and what was offered meanwhile.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-connection.h"
#include "fettle-event-store.h"
#include "fettle-job.h"

G_BEGIN_DECLS

gboolean fettle_arrival_store_arrive (FettleConnection *connection,
                                      gint64 job_id,
                                      const char *note,
                                      const char *by,
                                      const char *desk,
                                      GError **error);

gboolean fettle_arrival_store_expect (FettleConnection *connection,
                                      gint64 job_id,
                                      gint64 expected_at,
                                      const char *reason,
                                      const char *by,
                                      const char *desk,
                                      GError **error);
gboolean fettle_arrival_store_append_arrival (FettleTimeline *timeline, const char *note, GError **error);
gint64 fettle_arrival_store_append_need (FettleTimeline *timeline, FettleNeed *need, GError **error);
gint64 fettle_arrival_store_add_need (FettleConnection *connection,
                                      FettleNeed *need,
                                      const char *by,
                                      const char *desk,
                                      GError **error);
gint64 fettle_arrival_store_end_need (FettleConnection *connection,
                                      gint64 need_id,
                                      const char *by,
                                      const char *desk,
                                      GError **error);
GPtrArray *fettle_arrival_store_list_needs (FettleConnection *connection, gint64 job_id, GError **error);

gint64 fettle_arrival_store_offer (FettleConnection *connection,
                                   gint64 job_id,
                                   const char *text,
                                   const char *by,
                                   const char *desk,
                                   GError **error);
gint64 fettle_arrival_store_choose (FettleConnection *connection,
                                    gint64 option_id,
                                    const char *by,
                                    const char *desk,
                                    GError **error);
gint64 fettle_arrival_store_find_option (FettleConnection *connection, gint64 job_id, const char *text, GError **error);
GPtrArray *fettle_arrival_store_list_options (FettleConnection *connection, gint64 job_id, GError **error);

gboolean fettle_arrival_store_read_of_job (FettleConnection *connection, FettleJob *job, GError **error);

G_END_DECLS
