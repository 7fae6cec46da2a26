/* fettle-columns-layout.h: columns of equal width that stand below one another where there is no room.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FETTLE_TYPE_COLUMNS_LAYOUT (fettle_columns_layout_get_type ())
G_DECLARE_FINAL_TYPE (FettleColumnsLayout, fettle_columns_layout, FETTLE, COLUMNS_LAYOUT, GtkLayoutManager)

G_END_DECLS
