/* fettle-day-sheet.h: the day's page: everything that waits, to be ticked off.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-sheet.h"

G_BEGIN_DECLS

void fettle_day_sheet_build (const FettleSheet *sheet, FettleFlow *flow);

G_END_DECLS
