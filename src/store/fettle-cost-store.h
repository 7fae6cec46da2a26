/* fettle-cost-store.h: what it cost customers to come, as kept.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-connection.h"
#include "fettle-cost.h"
#include "fettle-event-store.h"
#include "fettle-intake.h"
#include "fettle-job.h"

G_BEGIN_DECLS

gint64 fettle_cost_store_append (FettleTimeline *timeline, FettleCost *cost, gint64 by_id, GError **error);
gboolean fettle_cost_store_append_intake (FettleTimeline *timeline, FettleIntake *intake, gint64 by_id, GError **error);
gint64 fettle_cost_store_add (FettleConnection *connection, FettleCost *cost, const char *desk, GError **error);
gboolean fettle_cost_store_take_back (FettleConnection *connection,
                                      gint64 cost_id,
                                      const char *by,
                                      const char *desk,
                                      GError **error);

GPtrArray *fettle_cost_store_list_of_job (FettleConnection *connection, gint64 job_id, GError **error);
GPtrArray *fettle_cost_store_list (FettleConnection *connection, gint64 customer_id, int limit, GError **error);
gboolean fettle_cost_store_fill_job (FettleConnection *connection, FettleJob *job, GError **error);
gboolean fettle_cost_store_agrees (FettleConnection *connection,
                                   gint64 job_id,
                                   GPtrArray *events,
                                   gboolean *agrees,
                                   GError **error);

G_END_DECLS
