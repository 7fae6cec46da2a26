/* fettle-setup-patience.h: how long things may take before they are in the list of what waits.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-setup-group.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_SETUP_PATIENCE (fettle_setup_patience_get_type ())
G_DECLARE_FINAL_TYPE (FettleSetupPatience, fettle_setup_patience, FETTLE, SETUP_PATIENCE, FettleSetupGroup)

G_END_DECLS
