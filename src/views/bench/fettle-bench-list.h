/* fettle-bench-list.h: jobs of the bench as cards, under a title.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "fettle-desk.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_BENCH_LIST (fettle_bench_list_get_type ())
G_DECLARE_FINAL_TYPE (FettleBenchList, fettle_bench_list, FETTLE, BENCH_LIST, GtkBox)

/* Properties: "title", "empty" (strings). Signal: "chosen" (FettleJobSummary). */

void fettle_bench_list_update (FettleBenchList *self, GPtrArray *jobs, FettleDesk *desk);
GListModel *fettle_bench_list_get_model (FettleBenchList *self);

G_END_DECLS
