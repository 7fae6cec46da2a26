/* fettle-store.c: the shop's file and the one thread that works on it.
 *
 * The store belongs to whoever opened it, usually the application on the main thread. Everything that touches the file
 * is a function that runs on the store's thread (fettle-store-worker.c) and whose answer comes back to the caller's
 * main context. "changed" is emitted on the main context of the thread that opened the store.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-store.h"
#include "fettle-change-feed.h"
#include "fettle-store-worker.h"

struct _FettleStore
{
  GObject parent_instance;
  char *path;
  FettleOpenMode mode;
  FettleChangeFeed *feed;
  FettleStoreWorker *worker;
};

G_DEFINE_FINAL_TYPE (FettleStore, fettle_store, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

static void
fettle_store_dispose (GObject *object)
{
  fettle_store_close (FETTLE_STORE (object));
  G_OBJECT_CLASS (fettle_store_parent_class)->dispose (object);
}

static void
fettle_store_finalize (GObject *object)
{
  FettleStore *self = FETTLE_STORE (object);

  g_clear_pointer (&self->worker, fettle_store_worker_unref);
  g_clear_pointer (&self->feed, fettle_change_feed_unref);
  g_free (self->path);
  G_OBJECT_CLASS (fettle_store_parent_class)->finalize (object);
}

static void
fettle_store_class_init (FettleStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = fettle_store_dispose;
  object_class->finalize = fettle_store_finalize;

  /**
   * FettleStore::changed:
   * @ids: (element-type gint64): the jobs whose timelines grew; empty when anything may have changed
   *
   * This or another program changed the file, some fraction of a second ago. Who shows more than jobs reads again at
   * every emission: other things may have changed together with a job.
   */
  signals[CHANGED] = g_signal_new ("changed", FETTLE_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                   G_TYPE_ARRAY);
}

static void
fettle_store_init (FettleStore *self)
{
}

static FettleStore *
make_store (const char *path, FettleOpenMode mode)
{
  FettleStore *self = g_object_new (FETTLE_TYPE_STORE, NULL);

  self->path = g_strdup (path);
  self->mode = mode;
  self->feed = fettle_change_feed_new (G_OBJECT (self));
  self->worker = fettle_store_worker_new (path, mode, self->feed);
  return self;
}

/* An answer that somebody waits for, asleep. */
typedef struct
{
  GMutex mutex;
  GCond cond;
  gboolean is_there;
  gpointer result;
  GError *error;
} Answer;

static void
on_answer (gpointer result, GError *error, gpointer user_data)
{
  Answer *answer = user_data;

  g_mutex_lock (&answer->mutex);
  answer->result = result;
  answer->error = error;
  answer->is_there = TRUE;
  g_cond_signal (&answer->cond);
  g_mutex_unlock (&answer->mutex);
}

static void
answer_init (Answer *answer)
{
  g_mutex_init (&answer->mutex);
  g_cond_init (&answer->cond);
}

static gpointer
answer_wait (Answer *answer, GError **error)
{
  g_mutex_lock (&answer->mutex);
  while (!answer->is_there)
    g_cond_wait (&answer->cond, &answer->mutex);
  g_mutex_unlock (&answer->mutex);
  g_mutex_clear (&answer->mutex);
  g_cond_clear (&answer->cond);
  if (answer->error != NULL)
    g_propagate_error (error, answer->error);
  return answer->result;
}

/**
 * fettle_store_open:
 * @path: the shop's file
 *
 * Opens it on a thread of its own, brings it up to date, and waits for that.
 *
 * Returns: (transfer full) (nullable): the store, or %NULL with any error of fettle_connection_open() and
 *   fettle_migration_run()
 */
FettleStore *
fettle_store_open (const char *path, FettleOpenMode mode, GError **error)
{
  g_autoptr (FettleStore) self = make_store (path, mode);
  g_autoptr (GError) reason = NULL;
  Answer answer = { 0 };
  FettleStoreWork work = { .done = on_answer, .user_data = &answer };

  answer_init (&answer);
  fettle_store_worker_open (self->worker, &work);
  answer_wait (&answer, &reason);
  if (reason == NULL)
    return g_steal_pointer (&self);
  g_propagate_error (error, g_steal_pointer (&reason));
  return NULL;
}

static void
on_opened (gpointer result, GError *error, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

/**
 * fettle_store_open_async:
 *
 * fettle_store_open() without waiting.
 */
void
fettle_store_open_async (const char *path,
                         FettleOpenMode mode,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  FettleStore *self = make_store (path, mode);
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  FettleStoreWork work = { .cancellable = cancellable, .done = on_opened, .user_data = task };

  g_task_set_source_tag (task, fettle_store_open_async);
  g_task_set_task_data (task, self, g_object_unref);
  g_steal_pointer (&task);
  fettle_store_worker_open (self->worker, &work);
}

/**
 * fettle_store_open_finish:
 *
 * Returns: (transfer full) (nullable): the store
 */
FettleStore *
fettle_store_open_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  return g_object_ref (g_task_get_task_data (G_TASK (result)));
}

/**
 * fettle_store_close:
 *
 * Waits for the work that is queued and closes the file. What is asked later fails; "changed" is not emitted any more.
 */
void
fettle_store_close (FettleStore *self)
{
  g_return_if_fail (FETTLE_IS_STORE (self));
  fettle_change_feed_stop (self->feed);
  fettle_store_worker_close (self->worker);
}

/**
 * fettle_store_get_path:
 */
const char *
fettle_store_get_path (FettleStore *self)
{
  g_return_val_if_fail (FETTLE_IS_STORE (self), NULL);
  return self->path;
}

/**
 * fettle_store_get_mode:
 */
FettleOpenMode
fettle_store_get_mode (FettleStore *self)
{
  g_return_val_if_fail (FETTLE_IS_STORE (self), FETTLE_OPEN_READ_ONLY);
  return self->mode;
}

static void
set_closed_error (GError **error)
{
  g_set_error_literal (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_FAILED, "The store is closed");
}

/**
 * fettle_store_call:
 *
 * Runs @func on the store's thread and waits for it, behind what is queued. For the command line and tests; a window
 * must not wait.
 *
 * Returns: what @func returned
 */
gpointer
fettle_store_call (FettleStore *self, FettleStoreFunc func, gpointer data, GError **error)
{
  Answer answer = { 0 };
  FettleStoreWork work = { .func = func, .data = data, .done = on_answer, .user_data = &answer };

  g_return_val_if_fail (FETTLE_IS_STORE (self) && func != NULL, NULL);
  g_return_val_if_fail (!fettle_store_worker_is_current (self->worker), NULL);
  answer_init (&answer);
  if (fettle_store_worker_push (self->worker, &work, FALSE))
    return answer_wait (&answer, error);
  set_closed_error (error);
  return NULL;
}

static void
on_called (gpointer result, GError *error, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, result, g_task_get_task_data (task));
}

static void
call (FettleStore *self,
      gboolean urgent,
      const FettleStoreWork *what,
      GDestroyNotify result_free,
      GAsyncReadyCallback callback,
      gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, what->cancellable, callback, user_data);
  FettleStoreWork work = *what;
  GError *error = NULL;

  work.done = on_called;
  work.user_data = task;
  g_task_set_source_tag (task, fettle_store_call_async);
  g_task_set_task_data (task, result_free, NULL);
  /* A save that was done is told as done, even if somebody lost interest meanwhile. */
  g_task_set_check_cancellable (task, FALSE);
  if (fettle_store_worker_push (self->worker, &work, urgent))
    {
      g_steal_pointer (&task);
      return;
    }
  if (work.data_free != NULL)
    work.data_free (work.data);
  set_closed_error (&error);
  g_task_return_error (task, error);
}

/**
 * fettle_store_call_async:
 * @func: runs on the store's thread
 * @data: (nullable): handed to @func
 * @data_free: (nullable): frees @data when @func is done, on the store's thread
 * @result_free: (nullable): frees the result if nobody fetches it
 * @cancellable: (nullable): takes @func out of the queue or stops its running statement
 *
 * Queues work. Its result comes back to the caller's main context.
 */
void
fettle_store_call_async (FettleStore *self,
                         FettleStoreFunc func,
                         gpointer data,
                         GDestroyNotify data_free,
                         GDestroyNotify result_free,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  FettleStoreWork work = { .func = func, .data = data, .data_free = data_free, .cancellable = cancellable };

  g_return_if_fail (FETTLE_IS_STORE (self) && func != NULL);
  call (self, FALSE, &work, result_free, callback, user_data);
}

/**
 * fettle_store_call_urgent_async:
 *
 * Like fettle_store_call_async(), but before everything that waits there: for the answer to a key that was just
 * pressed. Whoever presses the next key cancels this call and makes another.
 */
void
fettle_store_call_urgent_async (FettleStore *self,
                                FettleStoreFunc func,
                                gpointer data,
                                GDestroyNotify data_free,
                                GDestroyNotify result_free,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  FettleStoreWork work = { .func = func, .data = data, .data_free = data_free, .cancellable = cancellable };

  g_return_if_fail (FETTLE_IS_STORE (self) && func != NULL);
  call (self, TRUE, &work, result_free, callback, user_data);
}

/**
 * fettle_store_call_finish:
 *
 * Returns: (transfer full) (nullable): what the function returned
 */
gpointer
fettle_store_call_finish (FettleStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * fettle_store_set_idle:
 * @func: (nullable): a small piece of work, run on the store's thread while nobody wants anything
 * @data: (nullable): lives as long as the store
 *
 * It runs again and again until it returns %FALSE, and once more after every change. What it changes is not told by
 * "changed".
 */
void
fettle_store_set_idle (FettleStore *self, FettleStoreIdleFunc func, gpointer data)
{
  g_return_if_fail (FETTLE_IS_STORE (self));
  fettle_store_worker_set_idle (self->worker, func, data);
}
