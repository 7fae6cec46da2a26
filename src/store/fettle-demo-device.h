/* fettle-demo-device.h: what was found and done to some devices of the demonstration shop.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-connection.h"

G_BEGIN_DECLS

gboolean fettle_demo_fill_devices (FettleConnection *connection, gint64 now, GError **error);

G_END_DECLS
