/* fettle-events-export.h: every job's timeline as JSON Lines, so that anybody can compute for themselves.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-connection.h"

G_BEGIN_DECLS

gboolean fettle_events_export (FettleConnection *connection,
                               GOutputStream *stream,
                               GCancellable *cancellable,
                               gint64 *n_written,
                               GError **error);

G_END_DECLS
