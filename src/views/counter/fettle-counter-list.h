/* fettle-counter-list.h: one of the counter's lists of today, under its heading and count.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "fettle-desk.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_COUNTER_LIST (fettle_counter_list_get_type ())
G_DECLARE_FINAL_TYPE (FettleCounterList, fettle_counter_list, FETTLE, COUNTER_LIST, GtkBox)

void fettle_counter_list_set_desk (FettleCounterList *self, FettleDesk *desk);
void fettle_counter_list_update (FettleCounterList *self, GPtrArray *records, int n_all);

G_END_DECLS
