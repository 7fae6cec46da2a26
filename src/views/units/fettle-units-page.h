/* fettle-units-page.h: every device that was ever here.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "fettle-desk.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_UNITS_PAGE (fettle_units_page_get_type ())
G_DECLARE_FINAL_TYPE (FettleUnitsPage, fettle_units_page, FETTLE, UNITS_PAGE, AdwBin)

GtkWidget *fettle_units_page_new (FettleDesk *desk);
void fettle_units_page_show (FettleUnitsPage *self, gint64 unit_id);

G_END_DECLS
