/* fettle-insight-page.h: how the shop does.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "fettle-desk.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_INSIGHT_PAGE (fettle_insight_page_get_type ())
G_DECLARE_FINAL_TYPE (FettleInsightPage, fettle_insight_page, FETTLE, INSIGHT_PAGE, AdwBin)

GtkWidget *fettle_insight_page_new (FettleDesk *desk);

G_END_DECLS
