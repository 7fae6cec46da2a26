/* fettle-counter-row.h: a job or a promise in two short lines.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "fettle-desk.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_COUNTER_ROW (fettle_counter_row_get_type ())
G_DECLARE_FINAL_TYPE (FettleCounterRow, fettle_counter_row, FETTLE, COUNTER_ROW, GtkBox)

GtkWidget *fettle_counter_row_new (FettleDesk *desk);
void fettle_counter_row_set (FettleCounterRow *self, gpointer record);

G_END_DECLS
