/* fettle-setup-hours.h: when the shop is open.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-setup-group.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_SETUP_HOURS (fettle_setup_hours_get_type ())
G_DECLARE_FINAL_TYPE (FettleSetupHours, fettle_setup_hours, FETTLE, SETUP_HOURS, FettleSetupGroup)

G_END_DECLS
