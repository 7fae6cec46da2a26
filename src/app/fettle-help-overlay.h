/* fettle-help-overlay.h: every key of the window on one page.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void fettle_help_overlay_present (GtkWindow *parent);

G_END_DECLS
