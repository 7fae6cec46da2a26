/* fettle-measures-async.c: the measures of a period without holding the main loop or the store's thread.
 *
 * A year of a large shop takes a second or two to read. It is read on a thread and a read-only connection of its own,
 * so that nobody's intake waits for it. Progress comes back to the main context of whoever asked.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-measures-store.h"

typedef struct
{
  char *path;
  FettlePeriod period;
  FettleMeasure measure;
  guint limit;
  guint n_all;
  FettleMeasuresProgress progress;
  gpointer progress_data;
} Request;

typedef struct
{
  GTask *task;
  int percent;
} News;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->path);
  g_free (request);
}

static GTask *
make_task (const char *path,
           FettlePeriod period,
           GCancellable *cancellable,
           GAsyncReadyCallback callback,
           gpointer user_data,
           Request **request)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);

  *request = g_new0 (Request, 1);
  (*request)->path = g_strdup (path);
  (*request)->period = period;
  g_task_set_task_data (task, *request, request_free);
  return task;
}

static void
news_free (gpointer data)
{
  News *news = data;

  g_object_unref (news->task);
  g_free (news);
}

static gboolean
on_news (gpointer data)
{
  News *news = data;
  Request *request = g_task_get_task_data (news->task);

  if (!g_task_get_completed (news->task) && !g_cancellable_is_cancelled (g_task_get_cancellable (news->task)))
    request->progress (news->percent, request->progress_data);
  return G_SOURCE_REMOVE;
}

/* On the thread that reads. */
static void
on_progress (int percent, gpointer data)
{
  g_autoptr (GSource) source = g_idle_source_new ();
  News *news = g_new0 (News, 1);

  news->task = g_object_ref (data);
  news->percent = percent;
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, on_news, news, news_free);
  g_source_attach (source, g_task_get_context (data));
}

static FettleConnection *
open_own (Request *request, GCancellable *cancellable, GError **error)
{
  FettleConnection *connection = fettle_connection_open (request->path, FETTLE_OPEN_READ_ONLY, error);

  if (connection != NULL)
    fettle_connection_set_cancellable (connection, cancellable);
  return connection;
}

static void
run_load (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Request *request = data;
  GError *error = NULL;
  g_autoptr (FettleConnection) connection = open_own (request, cancellable, &error);
  FettleMeasures *measures
      = connection != NULL
            ? fettle_measures_store_compute (connection, request->period,
                                             request->progress != NULL ? on_progress : NULL, task, &error)
            : NULL;

  if (measures != NULL)
    g_task_return_pointer (task, measures, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * fettle_measures_load_async:
 * @path: the shop's file
 * @progress: (nullable): called on the caller's main context, never after @callback
 *
 * fettle_measures_store_compute() on a thread of its own.
 */
void
fettle_measures_load_async (const char *path,
                            FettlePeriod period,
                            FettleMeasuresProgress progress,
                            gpointer progress_data,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  Request *request;
  g_autoptr (GTask) task = make_task (path, period, cancellable, callback, user_data, &request);

  request->progress = progress;
  request->progress_data = progress_data;
  g_task_set_source_tag (task, fettle_measures_load_async);
  g_task_run_in_thread (task, run_load);
}

/**
 * fettle_measures_load_finish:
 *
 * Returns: (transfer full) (nullable): the measures
 */
FettleMeasures *
fettle_measures_load_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
run_behind (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Request *request = data;
  GError *error = NULL;
  g_autoptr (FettleConnection) connection = open_own (request, cancellable, &error);
  GPtrArray *jobs = connection != NULL ? fettle_measures_store_behind (connection, request->period, request->measure,
                                                                       request->limit, &request->n_all, &error)
                                       : NULL;

  if (jobs != NULL)
    g_task_return_pointer (task, jobs, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * fettle_measures_load_behind_async:
 * @path: the shop's file
 *
 * fettle_measures_store_behind() on a thread of its own.
 */
void
fettle_measures_load_behind_async (const char *path,
                                   FettlePeriod period,
                                   FettleMeasure measure,
                                   guint limit,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  Request *request;
  g_autoptr (GTask) task = make_task (path, period, cancellable, callback, user_data, &request);

  request->measure = measure;
  request->limit = limit;
  g_task_set_source_tag (task, fettle_measures_load_behind_async);
  g_task_run_in_thread (task, run_behind);
}

/**
 * fettle_measures_load_behind_finish:
 * @n_all: (out): how many there are
 *
 * Returns: (transfer full) (element-type FettleBehindJob) (nullable): the jobs behind the figure
 */
GPtrArray *
fettle_measures_load_behind_finish (GAsyncResult *result, guint *n_all, GError **error)
{
  Request *request;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  request = g_task_get_task_data (G_TASK (result));
  *n_all = request->n_all;
  return g_task_propagate_pointer (G_TASK (result), error);
}
