/* fettle-plain-names.h: what a screen reader calls a control is its visible label, once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

void fettle_plain_names (GtkWidget *root);
