/* fettle-setup-day.h: how the setup place writes a day, and the button that takes one away.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

char *fettle_setup_day_title (const char *day);
GtkWidget *fettle_setup_day_make_trash (const char *label, const char *key, GCallback clicked, gpointer self);

G_END_DECLS
