/* fettle-merge.h: what it takes to make two rows of one person, or of one thing, one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-connection.h"

G_BEGIN_DECLS

gboolean fettle_merge_jobs (FettleConnection *connection,
                            const char *what,
                            gint64 keep_id,
                            gint64 drop_id,
                            gint64 by_id,
                            const char *desk,
                            GError **error);
gboolean
fettle_merge_run (FettleConnection *connection, const char *sql, gint64 keep_id, gint64 drop_id, GError **error);

G_END_DECLS
