/* fettle-scanner.h: listens for a barcode scanner in a whole window.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*FettleScannerFunc) (GtkWidget *window, const char *number);
typedef gboolean (*FettleScannerAsk) (GtkWidget *window);

void fettle_scanner_listen (GtkWidget *window, FettleScannerFunc scanned, FettleScannerAsk takes_tickets);

G_END_DECLS
