/* fettle-timeline-row.h: one event of a timeline on the screen.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "fettle-event.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_TIMELINE_ROW (fettle_timeline_row_get_type ())
G_DECLARE_FINAL_TYPE (FettleTimelineRow, fettle_timeline_row, FETTLE, TIMELINE_ROW, GtkWidget)

GtkWidget *fettle_timeline_row_new (void);
void
fettle_timeline_row_set (FettleTimelineRow *self, FettleEvent *event, GTimeZone *zone, const char *const *stage_names);

G_END_DECLS
