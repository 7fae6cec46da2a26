/* fettle-demo-after.h: what came after the hand-overs of the demonstration.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-connection.h"

G_BEGIN_DECLS

gboolean fettle_demo_after (FettleConnection *connection, gint64 now, GError **error);

G_END_DECLS
