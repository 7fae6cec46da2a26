/* fettle-mistake.h: a mistake shown beside the field it is in.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void fettle_mistake_show (GtkWidget *row, const char *sentence);
gboolean fettle_mistake_is_shown (GtkWidget *row);

G_END_DECLS
