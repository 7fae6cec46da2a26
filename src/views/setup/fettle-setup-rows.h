/* fettle-setup-rows.h: rows that stay what they are while the list around them changes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void fettle_setup_rows_arrange (AdwPreferencesGroup *group, GPtrArray *shown, GPtrArray *wanted);

G_END_DECLS
