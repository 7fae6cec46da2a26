/* fettle-setup-customers.h: the words for what customers are and how they heard of the shop.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-setup-group.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_SETUP_CUSTOMERS (fettle_setup_customers_get_type ())
G_DECLARE_FINAL_TYPE (FettleSetupCustomers, fettle_setup_customers, FETTLE, SETUP_CUSTOMERS, FettleSetupGroup)

G_END_DECLS
