/* fettle-intake-what.h: the part of the intake that asks what is brought.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "fettle-desk.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_INTAKE_WHAT (fettle_intake_what_get_type ())
G_DECLARE_FINAL_TYPE (FettleIntakeWhat, fettle_intake_what, FETTLE, INTAKE_WHAT, GtkBox)

/* Signals: "changed"; "category-changed"; "chosen" (FettleUnit): a known unit was picked or found by its serial;
 * "known" (FettleUnit or NULL): what it is known to be is another now, also of a draft; "looked": a serial was looked
 * up. */

void fettle_intake_what_set_desk (FettleIntakeWhat *self, FettleDesk *desk);
void fettle_intake_what_set_owner (FettleIntakeWhat *self, FettleCustomer *owner);
void fettle_intake_what_choose (FettleIntakeWhat *self, FettleUnit *unit);
void fettle_intake_what_begin (FettleIntakeWhat *self);
const char *fettle_intake_what_get_category (FettleIntakeWhat *self);
gboolean fettle_intake_what_is_looking (FettleIntakeWhat *self);
gboolean fettle_intake_what_is_empty (FettleIntakeWhat *self);
void fettle_intake_what_fill (FettleIntakeWhat *self, FettleIntake *intake);
void fettle_intake_what_show (FettleIntakeWhat *self, FettleIntake *intake);

G_END_DECLS
