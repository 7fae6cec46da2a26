/* fettle-intake-who.h: the part of the intake that asks who it is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "fettle-desk.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_INTAKE_WHO (fettle_intake_who_get_type ())
G_DECLARE_FINAL_TYPE (FettleIntakeWho, fettle_intake_who, FETTLE, INTAKE_WHO, GtkBox)

/* Signals: "changed"; "chosen" (FettleCustomer, or NULL when it is nobody known any more); "done" (Return was pressed:
 * the person is told who it is and goes on). */

void fettle_intake_who_set_desk (FettleIntakeWho *self, FettleDesk *desk);
void fettle_intake_who_choose (FettleIntakeWho *self, FettleCustomer *customer);
void fettle_intake_who_renew (FettleIntakeWho *self, FettleCustomer *customer);
FettleCustomer *fettle_intake_who_get_chosen (FettleIntakeWho *self);
gboolean fettle_intake_who_is_empty (FettleIntakeWho *self);
void fettle_intake_who_fill (FettleIntakeWho *self, FettleIntake *intake);
void fettle_intake_who_show (FettleIntakeWho *self, FettleIntake *intake);

G_END_DECLS
