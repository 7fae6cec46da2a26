/* fettle-receipt.h: the paper that goes home with the device.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-sheet.h"

G_BEGIN_DECLS

void fettle_receipt_build (const FettleSheet *sheet, FettleFlow *flow);

G_END_DECLS
