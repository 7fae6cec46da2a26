/* fettle-customer-contacts.h: what was said to and by one customer, whatever it was about.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "fettle-desk.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_CUSTOMER_CONTACTS (fettle_customer_contacts_get_type ())
G_DECLARE_FINAL_TYPE (FettleCustomerContacts, fettle_customer_contacts, FETTLE, CUSTOMER_CONTACTS, GtkBox)

void fettle_customer_contacts_show (FettleCustomerContacts *self, FettleDesk *desk, FettleCustomer *customer);

G_END_DECLS
