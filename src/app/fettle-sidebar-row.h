/* fettle-sidebar-row.h: one place in the sidebar.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "fettle-place.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_SIDEBAR_ROW (fettle_sidebar_row_get_type ())
G_DECLARE_FINAL_TYPE (FettleSidebarRow, fettle_sidebar_row, FETTLE, SIDEBAR_ROW, GtkListBoxRow)

GtkWidget *fettle_sidebar_row_new (const FettlePlace *place);
const char *fettle_sidebar_row_get_name (FettleSidebarRow *self);
void fettle_sidebar_row_set_count (FettleSidebarRow *self,
                                   int count,
                                   gboolean is_cut,
                                   const char *spoken,
                                   gboolean is_urgent);
void fettle_sidebar_row_set_compact (FettleSidebarRow *self, gboolean compact);

G_END_DECLS
