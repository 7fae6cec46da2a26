/* fettle-store-worker.h: the store's thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-change-feed.h"
#include "fettle-store.h"

G_BEGIN_DECLS

typedef struct _FettleStoreWorker FettleStoreWorker;

/**
 * FettleStoreDone:
 * @result: (nullable): what the work gave
 * @error: (nullable) (transfer full): why it failed
 *
 * Called on the store's thread when a piece of work is over.
 */
typedef void (*FettleStoreDone) (gpointer result, GError *error, gpointer user_data);

/**
 * FettleStoreWork:
 * One piece of work; the worker frees @data with @data_free when it is over, before @done.
 */
typedef struct
{
  FettleStoreFunc func;
  gpointer data;
  GDestroyNotify data_free;
  GCancellable *cancellable;
  FettleStoreDone done;
  gpointer user_data;
} FettleStoreWork;

FettleStoreWorker *fettle_store_worker_new (const char *path, FettleOpenMode mode, FettleChangeFeed *feed);
FettleStoreWorker *fettle_store_worker_ref (FettleStoreWorker *self);
void fettle_store_worker_unref (FettleStoreWorker *self);

void fettle_store_worker_open (FettleStoreWorker *self, const FettleStoreWork *work);
gboolean fettle_store_worker_push (FettleStoreWorker *self, const FettleStoreWork *work, gboolean urgent);
void fettle_store_worker_set_idle (FettleStoreWorker *self, FettleStoreIdleFunc func, gpointer data);
gboolean fettle_store_worker_is_current (FettleStoreWorker *self);
void fettle_store_worker_close (FettleStoreWorker *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FettleStoreWorker, fettle_store_worker_unref)

G_END_DECLS
