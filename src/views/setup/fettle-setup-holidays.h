/* fettle-setup-holidays.h: which public holidays the shop keeps.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-setup-group.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_SETUP_HOLIDAYS (fettle_setup_holidays_get_type ())
G_DECLARE_FINAL_TYPE (FettleSetupHolidays, fettle_setup_holidays, FETTLE, SETUP_HOLIDAYS, FettleSetupGroup)

void fettle_setup_holidays_import (FettleSetupHolidays *self, GFile *file);

G_END_DECLS
