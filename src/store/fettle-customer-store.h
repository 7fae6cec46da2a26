/* fettle-customer-store.h: how customers are kept and found.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-connection.h"
#include "fettle-customer.h"

G_BEGIN_DECLS

FettleCustomer *fettle_customer_store_load (FettleConnection *connection, gint64 customer_id, GError **error);
GPtrArray *fettle_customer_store_find_by_phone (FettleConnection *connection, const char *phone, GError **error);
GPtrArray *fettle_customer_store_list (FettleConnection *connection,
                                       const char *search,
                                       const char *after_key,
                                       gint64 after_id,
                                       int limit,
                                       GError **error);
GPtrArray *fettle_customer_store_list_of_word (FettleConnection *connection,
                                               const char *list,
                                               const char *id,
                                               int limit,
                                               GError **error);
gint64 fettle_customer_store_save_within (FettleConnection *connection, FettleCustomer *customer, GError **error);
gint64 fettle_customer_store_save (FettleConnection *connection, FettleCustomer *customer, GError **error);
gboolean fettle_customer_store_merge (FettleConnection *connection,
                                      gint64 keep_id,
                                      gint64 drop_id,
                                      const char *by,
                                      const char *desk,
                                      GError **error);
GPtrArray *fettle_customer_store_find_duplicates (FettleConnection *connection, gint64 customer_id, GError **error);

G_END_DECLS
