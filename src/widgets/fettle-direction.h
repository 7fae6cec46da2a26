/* fettle-direction.h: numbers read from left to right in every language.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void fettle_keep_ltr (GtkEditable *editable);

G_END_DECLS
