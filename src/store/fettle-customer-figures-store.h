/* fettle-customer-figures-store.h: who came in a period and what it cost them, read from the shop's file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-connection.h"
#include "fettle-customer-figures.h"

G_BEGIN_DECLS

GArray *fettle_customer_figures_store_read (FettleConnection *connection, FettlePeriod period, GError **error);
FettleCustomerFigures *
fettle_customer_figures_store_compute (FettleConnection *connection, FettlePeriod period, GError **error);
GPtrArray *fettle_customer_figures_store_behind (FettleConnection *connection,
                                                 FettlePeriod period,
                                                 FettleCustomerGroup *group,
                                                 guint limit,
                                                 guint *n_all,
                                                 GError **error);

/* On a thread and a connection of its own, so that a year keeps no desk waiting. */
void fettle_customer_figures_load_async (const char *path,
                                         FettlePeriod period,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
FettleCustomerFigures *fettle_customer_figures_load_finish (GAsyncResult *result, GError **error);
void fettle_customer_figures_load_behind_async (const char *path,
                                                FettlePeriod period,
                                                FettleCustomerGroup *group,
                                                guint limit,
                                                GCancellable *cancellable,
                                                GAsyncReadyCallback callback,
                                                gpointer user_data);
GPtrArray *fettle_customer_figures_load_behind_finish (GAsyncResult *result, guint *n_all, GError **error);

G_END_DECLS
