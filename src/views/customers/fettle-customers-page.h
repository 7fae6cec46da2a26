/* fettle-customers-page.h: everybody who was ever here.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "fettle-desk.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_CUSTOMERS_PAGE (fettle_customers_page_get_type ())
G_DECLARE_FINAL_TYPE (FettleCustomersPage, fettle_customers_page, FETTLE, CUSTOMERS_PAGE, AdwBin)

GtkWidget *fettle_customers_page_new (FettleDesk *desk);
void fettle_customers_page_show (FettleCustomersPage *self, gint64 customer_id);

G_END_DECLS
