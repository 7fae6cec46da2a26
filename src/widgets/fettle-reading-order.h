/* fettle-reading-order.h: keeps phone numbers readable in a window from right to left.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

char *fettle_keep_order (const char *text);
char *fettle_keep_order_of_all (const char *const *texts, const char *separator);

G_END_DECLS
