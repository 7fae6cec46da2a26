/* fettle-bench-page.h: the bench of whoever sits here: what they hold, what is next, what they work on.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "fettle-desk.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_BENCH_PAGE (fettle_bench_page_get_type ())
G_DECLARE_FINAL_TYPE (FettleBenchPage, fettle_bench_page, FETTLE, BENCH_PAGE, AdwBin)

GtkWidget *fettle_bench_page_new (FettleDesk *desk);
FettleJob *fettle_bench_page_get_current (FettleBenchPage *self);
void fettle_bench_page_claim (FettleBenchPage *self, const char *scanned);

G_END_DECLS
