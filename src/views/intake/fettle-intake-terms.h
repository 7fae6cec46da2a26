/* fettle-intake-terms.h: the part of the intake that asks what came with it, about the data, and what is promised.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "fettle-desk.h"
#include "fettle-intake-draft.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_INTAKE_TERMS (fettle_intake_terms_get_type ())
G_DECLARE_FINAL_TYPE (FettleIntakeTerms, fettle_intake_terms, FETTLE, INTAKE_TERMS, GtkBox)

/* Signal: "changed". */

void fettle_intake_terms_set_desk (FettleIntakeTerms *self, FettleDesk *desk);
void fettle_intake_terms_set_category (FettleIntakeTerms *self, const char *category);
void fettle_intake_terms_look (FettleIntakeTerms *self, FettleIntake *intake);
void fettle_intake_terms_propose (FettleIntakeTerms *self);
void fettle_intake_terms_add_mistakes (FettleIntakeTerms *self, GPtrArray *mistakes);
void fettle_intake_terms_fill (FettleIntakeTerms *self, FettleIntakeDraft *draft);
void fettle_intake_terms_show (FettleIntakeTerms *self, FettleIntakeDraft *draft);

G_END_DECLS
