/* fettle-merge.h: what it takes to make two rows of one person, or of one thing, one, and to say so on their timelines.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-connection.h"
#include "fettle-details.h"
#include "fettle-enums.h"

G_BEGIN_DECLS

gboolean fettle_merge_tell_jobs (FettleConnection *connection,
                                 const char *what,
                                 gint64 id,
                                 FettleEventKind kind,
                                 FettleDetails *details,
                                 FettleDetails *words,
                                 gint64 by_id,
                                 const char *desk,
                                 GError **error);
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
