/* fettle-demo-promises.h: what the demonstration shop publishes, and promises that need something.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-calendar.h"
#include "fettle-connection.h"

G_BEGIN_DECLS

gboolean fettle_demo_fill_promises (FettleConnection *connection, FettleCalendar *calendar, gint64 now, GError **error);

G_END_DECLS
