/* fettle-setup-absences.h: who is away, and who stands in.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-setup-group.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_SETUP_ABSENCES (fettle_setup_absences_get_type ())
G_DECLARE_FINAL_TYPE (FettleSetupAbsences, fettle_setup_absences, FETTLE, SETUP_ABSENCES, FettleSetupGroup)

G_END_DECLS
