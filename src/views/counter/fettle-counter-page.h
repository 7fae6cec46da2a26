/* fettle-counter-page.h: the counter: one box that finds anything, and what today is about.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "fettle-desk.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_COUNTER_PAGE (fettle_counter_page_get_type ())
G_DECLARE_FINAL_TYPE (FettleCounterPage, fettle_counter_page, FETTLE, COUNTER_PAGE, AdwBin)

GtkWidget *fettle_counter_page_new (FettleDesk *desk);
void fettle_counter_page_search (FettleCounterPage *self, const char *text);

G_END_DECLS
