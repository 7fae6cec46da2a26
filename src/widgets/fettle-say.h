/* fettle-say.h: one sentence shown to the person, wherever in the window it comes from.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void fettle_say (GtkWidget *from, const char *sentence);
void fettle_say_error (GtkWidget *from, const GError *error);
gboolean fettle_ask_window (GtkWidget *from, const char *action, GVariant *argument);

G_END_DECLS
