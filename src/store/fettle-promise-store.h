/* fettle-promise-store.h: how promises are kept, in both senses.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-connection.h"
#include "fettle-event-store.h"
#include "fettle-promise.h"

G_BEGIN_DECLS

gint64 fettle_promise_store_add (FettleConnection *connection,
                                 FettlePromise *promise,
                                 const char *by,
                                 const char *desk,
                                 GError **error);
gboolean fettle_promise_store_revise (FettleConnection *connection,
                                      gint64 promise_id,
                                      gint64 due,
                                      const char *reason,
                                      const char *note,
                                      const char *by,
                                      const char *desk,
                                      GError **error);
gboolean fettle_promise_store_end (FettleConnection *connection,
                                   gint64 promise_id,
                                   FettlePromiseState state,
                                   const char *note,
                                   const char *by,
                                   const char *desk,
                                   GError **error);
gint64 fettle_promise_store_append (FettleConnection *connection,
                                    FettleTimeline *timeline,
                                    FettlePromise *promise,
                                    GError **error);
gboolean
fettle_promise_store_close_all (FettleConnection *connection, FettleTimeline *timeline, gint64 done_at, GError **error);
gboolean fettle_promise_store_reopen (FettleConnection *connection,
                                      FettleTimeline *timeline,
                                      gint64 withdrawn_at,
                                      GError **error);
GPtrArray *fettle_promise_store_load_of_job (FettleConnection *connection, gint64 job_id, GError **error);
GPtrArray *fettle_promise_store_list_open (FettleConnection *connection, gint64 due_before, int limit, GError **error);

G_END_DECLS
