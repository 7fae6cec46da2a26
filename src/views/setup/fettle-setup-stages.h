/* fettle-setup-stages.h: how the stages are called, coloured and whose time they are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-setup-group.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_SETUP_STAGES (fettle_setup_stages_get_type ())
G_DECLARE_FINAL_TYPE (FettleSetupStages, fettle_setup_stages, FETTLE, SETUP_STAGES, FettleSetupGroup)

G_END_DECLS
