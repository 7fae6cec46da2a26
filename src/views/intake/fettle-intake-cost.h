/* fettle-intake-cost.h: the part of the intake that asks what coming here cost.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "fettle-desk.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_INTAKE_COST (fettle_intake_cost_get_type ())
G_DECLARE_FINAL_TYPE (FettleIntakeCost, fettle_intake_cost, FETTLE, INTAKE_COST, GtkBox)

/* Signal: "changed". */

void fettle_intake_cost_set_desk (FettleIntakeCost *self, FettleDesk *desk);
void fettle_intake_cost_fill (FettleIntakeCost *self, FettleIntake *intake);
void fettle_intake_cost_show (FettleIntakeCost *self, FettleIntake *intake);
void fettle_intake_cost_add_mistakes (FettleIntakeCost *self, GPtrArray *mistakes);

G_END_DECLS
