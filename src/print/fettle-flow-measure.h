/* fettle-flow-measure.h: the width and height of every block of a flow.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-flow-private.h"

G_BEGIN_DECLS

void fettle_flow_measure_box (FettleFlow *self, Box *box, double width);
double fettle_flow_space_above (Box *box);
void fettle_flow_pair_shifts (Box *pair, double *first, double *second);
double fettle_flow_tick_row_height (Box *ticks, guint first);

G_END_DECLS
