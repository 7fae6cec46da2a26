/* fettle-demo.h: a shop with a living month of work, to look round in.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-connection.h"

G_BEGIN_DECLS

gboolean fettle_demo_fill (FettleConnection *connection, GError **error);

G_END_DECLS
