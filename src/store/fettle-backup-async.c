/* fettle-backup-async.c: saving and restoring a backup without holding the main loop.
 *
 * Each runs on a thread of its own; progress comes back to the main context of whoever asked.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-backup.h"

typedef struct
{
  char *from;
  char *to;
  FettleBackupProgress progress;
  gpointer progress_data;
} Request;

typedef struct
{
  GTask *task;
  int done;
  int total;
} News;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->from);
  g_free (request->to);
  g_free (request);
}

static GTask *
make_task (const char *from,
           const char *to,
           GCancellable *cancellable,
           GAsyncReadyCallback callback,
           gpointer user_data,
           Request **request)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);

  *request = g_new0 (Request, 1);
  (*request)->from = g_strdup (from);
  (*request)->to = g_strdup (to);
  g_task_set_task_data (task, *request, request_free);
  /* What was done is told as done. */
  g_task_set_check_cancellable (task, FALSE);
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

  if (!g_task_get_completed (news->task))
    request->progress (news->done, news->total, request->progress_data);
  return G_SOURCE_REMOVE;
}

/* On the backup's thread. */
static void
on_progress (int done, int total, gpointer data)
{
  g_autoptr (GSource) source = g_idle_source_new ();
  News *news = g_new0 (News, 1);

  news->task = g_object_ref (data);
  news->done = done;
  news->total = total;
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, on_news, news, news_free);
  g_source_attach (source, g_task_get_context (data));
}

static void
run_save (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Request *request = data;
  GError *error = NULL;

  if (fettle_backup_save (request->from, request->to, request->progress != NULL ? on_progress : NULL, task, cancellable,
                          &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * fettle_backup_save_async:
 * @progress: (nullable): called on the caller's main context, never after @callback
 *
 * fettle_backup_save() on a thread of its own.
 */
void
fettle_backup_save_async (const char *path,
                          const char *to,
                          FettleBackupProgress progress,
                          gpointer progress_data,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  Request *request;
  g_autoptr (GTask) task = make_task (path, to, cancellable, callback, user_data, &request);

  request->progress = progress;
  request->progress_data = progress_data;
  g_task_set_source_tag (task, fettle_backup_save_async);
  g_task_run_in_thread (task, run_save);
}

/**
 * fettle_backup_save_finish:
 *
 * Returns: whether the backup was made
 */
gboolean
fettle_backup_save_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* An answer is a text that may be missing; the task's own NULL means failure. */
static void
run_restore (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Request *request = data;
  GError *error = NULL;
  char *kept = NULL;

  if (fettle_backup_restore (request->from, request->to, &kept, cancellable, &error))
    g_task_return_pointer (task, kept != NULL ? kept : g_strdup (""), g_free);
  else
    g_task_return_error (task, error);
}

/**
 * fettle_backup_restore_async:
 *
 * fettle_backup_restore() on a thread of its own.
 */
void
fettle_backup_restore_async (const char *from,
                             const char *to,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  Request *request;
  g_autoptr (GTask) task = make_task (from, to, cancellable, callback, user_data, &request);

  g_task_set_source_tag (task, fettle_backup_restore_async);
  g_task_run_in_thread (task, run_restore);
}

/**
 * fettle_backup_restore_finish:
 * @kept: (out) (nullable) (optional) (transfer full): where the file that stood there is now
 *
 * Returns: whether the backup is in place
 */
gboolean
fettle_backup_restore_finish (GAsyncResult *result, char **kept, GError **error)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);
  if (kept != NULL)
    *kept = NULL;
  path = g_task_propagate_pointer (G_TASK (result), error);
  if (path == NULL)
    return FALSE;
  if (kept != NULL && *path != '\0')
    *kept = g_steal_pointer (&path);
  return TRUE;
}
