/* fettle-demo-customers.h: what is known of the customers of the demonstration shop, and what it cost them to come.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-connection.h"

G_BEGIN_DECLS

gboolean fettle_demo_fill_customers (FettleConnection *connection, gint64 now, GError **error);

G_END_DECLS
