/* fettle-desk-measures.h: what a window asks of the desk about measures; what it reads is in fettle-measures-store.h.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-desk.h"
#include "fettle-measures-store.h"

G_BEGIN_DECLS

/* Done. */
void fettle_desk_save_measure_rules_async (FettleDesk *self, FettleMeasureRules rules, FETTLE_DESK_ANSWER);

G_END_DECLS
