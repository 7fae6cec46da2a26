/* fettle-demo-contacts.h: what was said between the demonstration shop and its customers.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-connection.h"

G_BEGIN_DECLS

gboolean fettle_demo_fill_contacts (FettleConnection *connection, gint64 now, GError **error);

G_END_DECLS
