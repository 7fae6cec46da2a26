/* fettle-unit-pane.h: one unit: details to edit, its jobs, its doubles.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "fettle-desk.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_UNIT_PANE (fettle_unit_pane_get_type ())
G_DECLARE_FINAL_TYPE (FettleUnitPane, fettle_unit_pane, FETTLE, UNIT_PANE, AdwBin)

void fettle_unit_pane_set_desk (FettleUnitPane *self, FettleDesk *desk);
void fettle_unit_pane_show (FettleUnitPane *self, gint64 unit_id);
void fettle_unit_pane_refresh (FettleUnitPane *self);
gint64 fettle_unit_pane_get_id (FettleUnitPane *self);

G_END_DECLS
