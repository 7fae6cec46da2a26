/* fettle-about.h: what Fettle is, and where its help is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void fettle_about_present (GtkWindow *parent);
void fettle_about_show_help (GtkWindow *parent);

G_END_DECLS
