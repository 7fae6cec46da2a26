/* fettle-insight-rules.h: the shop's rules for its measures, in a popover.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "fettle-measure-facts.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_INSIGHT_RULES (fettle_insight_rules_get_type ())
G_DECLARE_FINAL_TYPE (FettleInsightRules, fettle_insight_rules, FETTLE, INSIGHT_RULES, GtkPopover)

/* Signal: "changed", when it is closed with other rules than it was given. */

void fettle_insight_rules_set (FettleInsightRules *self, FettleMeasureRules rules);
FettleMeasureRules fettle_insight_rules_get (FettleInsightRules *self);

G_END_DECLS
