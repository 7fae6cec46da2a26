/* fettle-customer-word-store.h: the shop's words for its customers, as kept.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-connection.h"
#include "fettle-customer-word.h"
#include "fettle-customer.h"

G_BEGIN_DECLS

GPtrArray *fettle_customer_word_store_list (FettleConnection *connection, const char *list, GError **error);
gboolean fettle_customer_word_store_save (FettleConnection *connection, FettleCustomerWord *word, GError **error);
gboolean fettle_customer_word_store_settle (FettleConnection *connection, FettleCustomer *customer, GError **error);

G_END_DECLS
