/* fettle-intake-taker.h: who takes the device in.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "fettle-desk.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_INTAKE_TAKER (fettle_intake_taker_get_type ())
G_DECLARE_FINAL_TYPE (FettleIntakeTaker, fettle_intake_taker, FETTLE, INTAKE_TAKER, AdwBin)

/* Signal "changed": the person has chosen somebody else. */

void fettle_intake_taker_set_desk (FettleIntakeTaker *self, FettleDesk *desk);
void fettle_intake_taker_fill (FettleIntakeTaker *self, FettleIntake *intake);
void fettle_intake_taker_show (FettleIntakeTaker *self, FettleIntake *intake);

G_END_DECLS
