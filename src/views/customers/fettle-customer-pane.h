/* fettle-customer-pane.h: one customer: details to edit, their devices and jobs, their doubles.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "fettle-desk.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_CUSTOMER_PANE (fettle_customer_pane_get_type ())
G_DECLARE_FINAL_TYPE (FettleCustomerPane, fettle_customer_pane, FETTLE, CUSTOMER_PANE, AdwBin)

void fettle_customer_pane_set_desk (FettleCustomerPane *self, FettleDesk *desk);
void fettle_customer_pane_show (FettleCustomerPane *self, gint64 customer_id);
void fettle_customer_pane_refresh (FettleCustomerPane *self);
gint64 fettle_customer_pane_get_id (FettleCustomerPane *self);

G_END_DECLS
