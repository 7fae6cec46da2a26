/* fettle-store.h: the shop's file and the one thread that works on it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-connection.h"
#include "fettle-store-error.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_STORE (fettle_store_get_type ())
G_DECLARE_FINAL_TYPE (FettleStore, fettle_store, FETTLE, STORE, GObject)

/**
 * FettleStoreFunc:
 * @connection: the store's, for the length of this call
 * @data: as given
 * @cancellable: (nullable): statements ask it by themselves; only long loops of one's own need to
 *
 * Work that runs on the store's thread.
 *
 * Returns: (nullable): the result; %NULL may be a result too, a failure is told by @error alone
 */
typedef gpointer (*FettleStoreFunc) (FettleConnection *connection,
                                     gpointer data,
                                     GCancellable *cancellable,
                                     GError **error);

/**
 * FettleStoreIdleFunc:
 *
 * A small piece of work (a few milliseconds) that can wait until nobody wants anything.
 *
 * Returns: whether there is more
 */
typedef gboolean (*FettleStoreIdleFunc) (FettleConnection *connection, gpointer data);

FettleStore *fettle_store_open (const char *path, FettleOpenMode mode, GError **error);
void fettle_store_open_async (const char *path,
                              FettleOpenMode mode,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
FettleStore *fettle_store_open_finish (GAsyncResult *result, GError **error);
void fettle_store_close (FettleStore *self);

const char *fettle_store_get_path (FettleStore *self);
FettleOpenMode fettle_store_get_mode (FettleStore *self);

gpointer fettle_store_call (FettleStore *self, FettleStoreFunc func, gpointer data, GError **error);
void fettle_store_call_async (FettleStore *self,
                              FettleStoreFunc func,
                              gpointer data,
                              GDestroyNotify data_free,
                              GDestroyNotify result_free,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
void fettle_store_call_urgent_async (FettleStore *self,
                                     FettleStoreFunc func,
                                     gpointer data,
                                     GDestroyNotify data_free,
                                     GDestroyNotify result_free,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
gpointer fettle_store_call_finish (FettleStore *self, GAsyncResult *result, GError **error);

void fettle_store_set_idle (FettleStore *self, FettleStoreIdleFunc func, gpointer data);

G_END_DECLS
