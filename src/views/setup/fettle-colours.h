/* fettle-colours.h: a choice among colours that have names.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *fettle_colours_new (void);
void fettle_colours_select (GtkDropDown *down, const char *colour);
const char *fettle_colours_selected (GtkDropDown *down);

G_END_DECLS
