/* fettle-insight-save.h: the figures of a period into a table that the person chooses.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "fettle-measures.h"

G_BEGIN_DECLS

void fettle_insight_save (GtkWidget *from, FettleMeasures *measures);

G_END_DECLS
