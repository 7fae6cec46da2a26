/* fettle-insight-customers.h: who came in the days, how they heard of the shop, and what it cost them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "fettle-desk.h"
#include "fettle-period.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_INSIGHT_CUSTOMERS (fettle_insight_customers_get_type ())
G_DECLARE_FINAL_TYPE (FettleInsightCustomers, fettle_insight_customers, FETTLE, INSIGHT_CUSTOMERS, GtkBox)

void fettle_insight_customers_load (FettleInsightCustomers *self, FettleDesk *desk, FettlePeriod period);

G_END_DECLS
