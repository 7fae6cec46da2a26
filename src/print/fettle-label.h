/* fettle-label.h: the label that is stuck on a device.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-sheet.h"

G_BEGIN_DECLS

/* The widest a label is, on any paper: the 62 mm roll's own. */
#define FETTLE_LABEL_WIDTH (58 * FETTLE_POINTS_PER_MM)

void fettle_label_build (const FettleSheet *sheet, FettleFlow *flow);

G_END_DECLS
