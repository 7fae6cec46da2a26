/* fettle-direction.h: numbers read from left to right in every language.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void fettle_keep_ltr (GtkEditable *editable);
char *fettle_keep_order (const char *text);
char *fettle_keep_order_of_all (const char *const *texts, const char *separator);

G_END_DECLS
