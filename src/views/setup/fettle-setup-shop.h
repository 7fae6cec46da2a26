/* fettle-setup-shop.h: the shop itself: name, address, money, languages, logo, terms.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-setup-group.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_SETUP_SHOP (fettle_setup_shop_get_type ())
G_DECLARE_FINAL_TYPE (FettleSetupShop, fettle_setup_shop, FETTLE, SETUP_SHOP, FettleSetupGroup)

G_END_DECLS
