/* fettle-insight-period.h: chooses which days are looked at.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "fettle-period.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_INSIGHT_PERIOD (fettle_insight_period_get_type ())
G_DECLARE_FINAL_TYPE (FettleInsightPeriod, fettle_insight_period, FETTLE, INSIGHT_PERIOD, GtkBox)

/* Signal: "changed", when the person has chosen other days. */

void fettle_insight_period_set_today (FettleInsightPeriod *self, gint64 today);
FettlePeriod fettle_insight_period_get (FettleInsightPeriod *self);
void fettle_insight_period_set (FettleInsightPeriod *self, FettlePeriod period);
void fettle_insight_period_move (FettleInsightPeriod *self, int by);

G_END_DECLS
