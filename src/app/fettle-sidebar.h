/* fettle-sidebar.h: the list of places at the side of the window, with their live counts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "fettle-place.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_SIDEBAR (fettle_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (FettleSidebar, fettle_sidebar, FETTLE, SIDEBAR, GtkBox)

/* Signal "chosen" (string): the person chose a place by hand. */

void fettle_sidebar_select (FettleSidebar *self, const char *name);
void fettle_sidebar_set_count (FettleSidebar *self,
                               const char *name,
                               int count,
                               gboolean is_cut,
                               const char *spoken,
                               gboolean is_urgent);
void fettle_sidebar_set_compact (FettleSidebar *self, gboolean compact);
void fettle_sidebar_set_remark (FettleSidebar *self, const char *sentence);

G_END_DECLS
