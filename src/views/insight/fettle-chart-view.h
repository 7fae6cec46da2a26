/* fettle-chart-view.h: one chart of a period with its title.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "fettle-chart.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_CHART_VIEW (fettle_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (FettleChartView, fettle_chart_view, FETTLE, CHART_VIEW, GtkBox)

GtkWidget *fettle_chart_view_new (FettleChartKind kind);
void fettle_chart_view_set_measures (FettleChartView *self, FettleMeasures *measures);

G_END_DECLS
