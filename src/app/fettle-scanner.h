/* fettle-scanner.h: listens for a barcode scanner in a whole window.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*FettleScannerFunc) (GtkWidget *window, const char *number);

void fettle_scanner_listen (GtkWidget *window, FettleScannerFunc scanned);

G_END_DECLS
