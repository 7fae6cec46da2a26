/* fettle-intake-word.h: the part of the intake that helps to promise what can be held.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "fettle-desk.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_INTAKE_WORD (fettle_intake_word_get_type ())
G_DECLARE_FINAL_TYPE (FettleIntakeWord, fettle_intake_word, FETTLE, INTAKE_WORD, GtkBox)

/* Signals: "changed": another commitment; "suggested" (gint64): the person takes the suggested moment. */

void fettle_intake_word_set_desk (FettleIntakeWord *self, FettleDesk *desk);
void fettle_intake_word_look (FettleIntakeWord *self, FettleIntake *intake);
void fettle_intake_word_set_due (FettleIntakeWord *self, gint64 due);
gint64 fettle_intake_word_get_due (FettleIntakeWord *self);
void fettle_intake_word_fill (FettleIntakeWord *self, FettleIntake *intake);
void fettle_intake_word_show (FettleIntakeWord *self, FettleIntake *intake);

G_END_DECLS
