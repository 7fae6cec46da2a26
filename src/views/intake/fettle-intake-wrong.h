/* fettle-intake-wrong.h: the part of the intake that asks what is wrong.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "fettle-intake.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_INTAKE_WRONG (fettle_intake_wrong_get_type ())
G_DECLARE_FINAL_TYPE (FettleIntakeWrong, fettle_intake_wrong, FETTLE, INTAKE_WRONG, GtkBox)

/* Signal: "changed". */

void fettle_intake_wrong_set_category (FettleIntakeWrong *self, const char *category);
gboolean fettle_intake_wrong_add_common (FettleIntakeWrong *self, int index);
void fettle_intake_wrong_begin (FettleIntakeWrong *self);
gboolean fettle_intake_wrong_is_empty (FettleIntakeWrong *self);
void fettle_intake_wrong_fill (FettleIntakeWrong *self, FettleIntake *intake);
void fettle_intake_wrong_show (FettleIntakeWrong *self, FettleIntake *intake);

G_END_DECLS
