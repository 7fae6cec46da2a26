/* fettle-search-store.h: the one box that finds a job by anything.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-connection.h"
#include "fettle-job.h"

G_BEGIN_DECLS

GPtrArray *
fettle_search_store_find (FettleConnection *connection, const char *text, gint64 before_id, int limit, GError **error);
gboolean fettle_search_store_queue (FettleConnection *connection, gint64 job_id, GError **error);
gboolean fettle_search_store_add_new (FettleConnection *connection, gint64 job_id, const char *text, GError **error);
gboolean fettle_search_store_drain (FettleConnection *connection, int limit, gboolean *more, GError **error);
gboolean fettle_search_store_rebuild (FettleConnection *connection, GError **error);
char *fettle_search_store_make_sql (const char *text);

G_END_DECLS
