/* fettle-compensation-store.h: what is owed for a broken commitment, and claims on who caused it, as kept.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-commitment.h"
#include "fettle-connection.h"
#include "fettle-event-store.h"

G_BEGIN_DECLS

int fettle_compensation_store_sweep (FettleConnection *connection, GError **error);
gboolean fettle_compensation_store_fall_due (FettleConnection *connection,
                                             FettleTimeline *timeline,
                                             FettlePromise *promise,
                                             gint64 ended_at,
                                             gboolean is_broken,
                                             GError **error);
gboolean fettle_compensation_store_blame (FettleConnection *connection,
                                          FettleTimeline *timeline,
                                          FettlePromise *promise,
                                          const char *reason,
                                          const char *whom,
                                          GError **error);
gboolean fettle_compensation_store_end (FettleConnection *connection,
                                        gint64 compensation_id,
                                        const char *waived,
                                        const char *by,
                                        const char *desk,
                                        GError **error);
GPtrArray *
fettle_compensation_store_list (FettleConnection *connection, gint64 job_id, gboolean with_ended, GError **error);

gboolean fettle_claim_store_end (FettleConnection *connection,
                                 gint64 claim_id,
                                 const char *outcome,
                                 const char *by,
                                 const char *desk,
                                 GError **error);
GPtrArray *fettle_claim_store_list (FettleConnection *connection, gint64 job_id, gboolean with_ended, GError **error);

G_END_DECLS
