/* fettle-timeline-view.h: the timeline of a job on the screen, the newest first.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "fettle-setup-store.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_TIMELINE_VIEW (fettle_timeline_view_get_type ())
G_DECLARE_FINAL_TYPE (FettleTimelineView, fettle_timeline_view, FETTLE, TIMELINE_VIEW, GtkWidget)

GtkWidget *fettle_timeline_view_new (void);
void fettle_timeline_view_set_shop (FettleTimelineView *self, FettleShop *shop);
void fettle_timeline_view_set (FettleTimelineView *self, GPtrArray *events, GTimeZone *zone);

G_END_DECLS
