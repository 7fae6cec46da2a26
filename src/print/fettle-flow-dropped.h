/* fettle-flow-dropped.h: characters that Cairo loses on the way into a PDF.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

void fettle_flow_dropped_prepare (PangoContext *context);
void fettle_flow_dropped_mark (PangoLayout *layout, PangoAttrList *attributes);

G_END_DECLS
