/* fettle-counter-results.h: what the counter's search box found.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "fettle-desk.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_COUNTER_RESULTS (fettle_counter_results_get_type ())
G_DECLARE_FINAL_TYPE (FettleCounterResults, fettle_counter_results, FETTLE, COUNTER_RESULTS, GtkBox)

void fettle_counter_results_set_desk (FettleCounterResults *self, FettleDesk *desk);
void fettle_counter_results_ask (FettleCounterResults *self, const char *text);
void fettle_counter_results_refresh (FettleCounterResults *self);
void fettle_counter_results_move (FettleCounterResults *self, int by);
void fettle_counter_results_open (FettleCounterResults *self);
gboolean fettle_counter_results_is_chosen (FettleCounterResults *self);
guint fettle_counter_results_count (FettleCounterResults *self);

G_END_DECLS
