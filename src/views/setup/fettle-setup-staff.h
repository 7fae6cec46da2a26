/* fettle-setup-staff.h: who works here.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-setup-group.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_SETUP_STAFF (fettle_setup_staff_get_type ())
G_DECLARE_FINAL_TYPE (FettleSetupStaff, fettle_setup_staff, FETTLE, SETUP_STAFF, FettleSetupGroup)

G_END_DECLS
