/* fettle-demo-queue.h: the demonstration shop's queue.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-calendar.h"
#include "fettle-connection.h"

G_BEGIN_DECLS

gboolean fettle_demo_fill_queue (FettleConnection *connection,
                                 FettleCalendar *calendar,
                                 gint64 now,
                                 GRand *random,
                                 GError **error);

G_END_DECLS
