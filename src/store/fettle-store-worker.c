/* fettle-store-worker.c: the store's thread.
 *
 * It owns the connection: opened on the thread, used on it, closed on it. Work waits in two queues; the urgent one
 * (search while somebody types) always goes first. Between pieces of work the thread looks every 200 ms whether another
 * program changed the file. With nothing to do it runs the idle work, piece by piece.
 *
 * The thread holds a reference to the worker and none to the store, so that a store that is dropped is closed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-store-worker.h"
#include "fettle-connection-private.h"
#include "fettle-migration.h"
#include "fettle-statement.h"

#include <glib/gi18n-lib.h>

#define LOOK_EVERY_US 200000

/* Jobs named in one piece of news; the feed makes "everything" of more. */
#define MAX_CHANGED_JOBS "1001"

/* Two things grow with what windows show: the timelines, and a count of all other changes that whoever makes one keeps.
 */
#define LAST_EVENT    "SELECT coalesce (max (id), 0) FROM event"
#define OTHER_CHANGES "SELECT coalesce (max (CAST (value AS INTEGER)), 0) FROM setting WHERE key = 'other-changes'"
#define COUNT_OTHER_CHANGE                                                                                             \
  "INSERT INTO setting (key, value) VALUES ('other-changes', '1') "                                                    \
  "ON CONFLICT (key) DO UPDATE SET value = CAST (CAST (setting.value AS INTEGER) + 1 AS TEXT)"

struct _FettleStoreWorker
{
  GThread *thread;
  char *path;
  FettleOpenMode mode;
  FettleChangeFeed *feed;

  /* Shared, under the mutex. */
  GMutex mutex;
  GCond cond;
  GQueue urgent;
  GQueue normal;
  gboolean is_closing;
  FettleStoreIdleFunc idle;
  gpointer idle_data;
  gboolean has_idle_work;

  /* The thread's own. */
  FettleConnection *connection;
  gint64 next_look;
  gint64 data_version;
  gint64 total_changes;
  gint64 last_event;
  gint64 last_other;
  gboolean has_schema;
};

static void
finish_work (FettleStoreWork *work, gpointer result, GError *error)
{
  if (work->data_free != NULL)
    work->data_free (work->data);
  work->done (result, error, work->user_data);
  g_clear_object (&work->cancellable);
  g_free (work);
}

/* Before the first script has run there is neither a timeline nor a count of other changes. */
static gboolean
find_schema (FettleStoreWorker *self)
{
  gint64 n_tables = 0;

  if (!self->has_schema)
    self->has_schema = fettle_connection_get_int (self->connection,
                                                  "SELECT count(*) FROM sqlite_schema WHERE type = 'table' "
                                                  "AND name IN ('event', 'setting')",
                                                  &n_tables, NULL)
                       && n_tables == 2;
  return self->has_schema;
}

static gint64
get_number (FettleStoreWorker *self, const char *sql, gint64 otherwise)
{
  g_autoptr (GError) error = NULL;
  gint64 value;

  if (fettle_connection_get_int (self->connection, sql, &value, &error))
    return value;
  g_debug ("The store cannot look for changes: %s", error->message);
  return otherwise;
}

/* From here on, changes are news. */
static void
start_looking (FettleStoreWorker *self)
{
  self->data_version = get_number (self, "PRAGMA data_version", 0);
  self->total_changes = fettle_connection_total_changes (self->connection);
  if (!find_schema (self))
    return;
  self->last_event = get_number (self, LAST_EVENT, 0);
  self->last_other = get_number (self, OTHER_CHANGES, 0);
}

/* The timelines say which jobs changed. */
static GArray *
read_changed_jobs (FettleStoreWorker *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (FettleStatement) statement = NULL;

  if (!find_schema (self))
    return ids;
  statement = fettle_connection_prepare (self->connection, "SELECT DISTINCT job_id FROM event WHERE id > :last "
                                                           "LIMIT " MAX_CHANGED_JOBS);
  fettle_statement_bind_int (statement, ":last", self->last_event);
  while (fettle_statement_step (statement, NULL) == FETTLE_STEP_ROW)
    {
      gint64 id = fettle_statement_int (statement, 0);

      g_array_append_val (ids, id);
    }
  self->last_event = get_number (self, LAST_EVENT, self->last_event);
  return ids;
}

static void
tell_everything (FettleStoreWorker *self)
{
  g_autoptr (GArray) nothing = g_array_new (FALSE, FALSE, sizeof (gint64));

  fettle_change_feed_add (self->feed, nothing);
}

static void
wake_idle (FettleStoreWorker *self)
{
  g_mutex_lock (&self->mutex);
  self->has_idle_work = self->idle != NULL;
  g_mutex_unlock (&self->mutex);
}

/* Tells what another program changed since the last look. A draft or an index is in neither count. */
static void
look_for_changes (FettleStoreWorker *self)
{
  gint64 data_version = get_number (self, "PRAGMA data_version", self->data_version);
  g_autoptr (GArray) ids = NULL;
  gint64 last_other;

  self->next_look = g_get_monotonic_time () + LOOK_EVERY_US;
  if (data_version == self->data_version)
    return;
  self->data_version = data_version;
  wake_idle (self);
  ids = read_changed_jobs (self);
  if (ids->len > 0)
    fettle_change_feed_add (self->feed, ids);
  last_other = self->has_schema ? get_number (self, OTHER_CHANGES, self->last_other) : 0;
  if (last_other != self->last_other || !self->has_schema)
    tell_everything (self);
  self->last_other = last_other;
}

/* Tells what this program changed just now, and lets the others know where no timeline does. */
static void
tell_own_changes (FettleStoreWorker *self)
{
  g_autoptr (GArray) ids = NULL;

  wake_idle (self);
  ids = read_changed_jobs (self);
  if (ids->len > 0)
    fettle_change_feed_add (self->feed, ids);
  else if (!self->connection->is_quiet)
    {
      g_autoptr (GError) error = NULL;

      if (self->has_schema && !fettle_connection_execute (self->connection, COUNT_OTHER_CHANGE, &error))
        g_debug ("Other desks are not told of a change: %s", error->message);
      tell_everything (self);
    }
  self->total_changes = fettle_connection_total_changes (self->connection);
}

static void
run_work (FettleStoreWorker *self, FettleStoreWork *work)
{
  GError *error = NULL;
  gpointer result = NULL;

  if (self->connection == NULL)
    g_set_error_literal (&error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_FAILED, "The store is not open");
  else if (work->cancellable == NULL || !g_cancellable_set_error_if_cancelled (work->cancellable, &error))
    {
      self->connection->is_quiet = FALSE;
      fettle_connection_set_cancellable (self->connection, work->cancellable);
      result = work->func (self->connection, work->data, work->cancellable, &error);
      fettle_connection_set_cancellable (self->connection, NULL);
    }
  finish_work (work, result, error);
  if (self->connection != NULL && fettle_connection_total_changes (self->connection) != self->total_changes)
    tell_own_changes (self);
}

/* What idle work writes (an index) is not news for this store. */
static void
run_idle (FettleStoreWorker *self, FettleStoreIdleFunc idle, gpointer data)
{
  gboolean has_more;

  has_more = idle (self->connection, data);
  self->total_changes = fettle_connection_total_changes (self->connection);
  g_mutex_lock (&self->mutex);
  if (self->idle == idle && self->idle_data == data)
    self->has_idle_work = has_more;
  g_mutex_unlock (&self->mutex);
}

/* One turn of the thread. The mutex is held at its start and end. Returns whether there will be another. */
static gboolean
take_turn (FettleStoreWorker *self)
{
  FettleStoreWork *work = NULL;
  FettleStoreIdleFunc idle;
  gpointer idle_data;
  gboolean is_open = self->connection != NULL;

  if (is_open && g_get_monotonic_time () >= self->next_look)
    {
      g_mutex_unlock (&self->mutex);
      look_for_changes (self);
      g_mutex_lock (&self->mutex);
    }
  work = g_queue_pop_head (&self->urgent);
  if (work == NULL)
    work = g_queue_pop_head (&self->normal);

  if (work == NULL && self->is_closing)
    return FALSE;
  if (work == NULL && !(is_open && self->has_idle_work))
    {
      if (is_open)
        g_cond_wait_until (&self->cond, &self->mutex, self->next_look);
      else
        g_cond_wait (&self->cond, &self->mutex);
      return TRUE;
    }
  idle = self->idle;
  idle_data = self->idle_data;
  g_mutex_unlock (&self->mutex);
  if (work != NULL)
    run_work (self, work);
  else
    run_idle (self, idle, idle_data);
  g_mutex_lock (&self->mutex);
  return TRUE;
}

static gboolean
open_here (FettleStoreWorker *self, GError **error)
{
  g_autoptr (FettleConnection) connection = fettle_connection_open (self->path, self->mode, error);
  gint64 version;

  if (connection == NULL)
    return FALSE;
  if (self->mode != FETTLE_OPEN_READ_ONLY)
    {
      if (!fettle_migration_run (connection, error))
        return FALSE;
    }
  else if (!fettle_connection_get_int (connection, "PRAGMA user_version", &version, error))
    return FALSE;
  else if (version < fettle_migration_newest ())
    {
      g_set_error (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_READ_ONLY,
                   _ ("%s is of an older version and cannot be brought up to date, because it is write-protected."),
                   self->path);
      return FALSE;
    }
  self->connection = g_steal_pointer (&connection);
  start_looking (self);
  return TRUE;
}

static gpointer
run_thread (gpointer data)
{
  g_autoptr (FettleStoreWorker) self = data;

  g_mutex_lock (&self->mutex);
  while (take_turn (self))
    ;
  g_mutex_unlock (&self->mutex);
  g_clear_pointer (&self->connection, fettle_connection_unref);
  return NULL;
}

/**
 * fettle_store_worker_new:
 *
 * The thread starts with fettle_store_worker_open().
 *
 * Returns: (transfer full): a worker
 */
FettleStoreWorker *
fettle_store_worker_new (const char *path, FettleOpenMode mode, FettleChangeFeed *feed)
{
  FettleStoreWorker *self = g_atomic_rc_box_new0 (FettleStoreWorker);

  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  g_queue_init (&self->urgent);
  g_queue_init (&self->normal);
  self->path = g_strdup (path);
  self->mode = mode;
  self->feed = fettle_change_feed_ref (feed);
  return self;
}

/**
 * fettle_store_worker_ref:
 */
FettleStoreWorker *
fettle_store_worker_ref (FettleStoreWorker *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  FettleStoreWorker *self = data;

  g_assert (g_queue_is_empty (&self->urgent) && g_queue_is_empty (&self->normal));
  fettle_change_feed_unref (self->feed);
  g_free (self->path);
  g_cond_clear (&self->cond);
  g_mutex_clear (&self->mutex);
}

/**
 * fettle_store_worker_unref:
 */
void
fettle_store_worker_unref (FettleStoreWorker *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

typedef struct
{
  FettleStoreWorker *worker;
  FettleStoreWork work;
} Opening;

static gpointer
run_opening (gpointer data)
{
  g_autofree Opening *opening = data;
  FettleStoreWorker *self = opening->worker;
  GError *error = NULL;

  if (opening->work.cancellable == NULL || !g_cancellable_set_error_if_cancelled (opening->work.cancellable, &error))
    open_here (self, &error);
  opening->work.done (NULL, error, opening->work.user_data);
  g_clear_object (&opening->work.cancellable);
  return run_thread (self);
}

/**
 * fettle_store_worker_open:
 * @work: only its cancellable and its end are used
 *
 * Starts the thread, which opens the file, brings it up to date, and says so.
 */
void
fettle_store_worker_open (FettleStoreWorker *self, const FettleStoreWork *work)
{
  Opening *opening = g_new0 (Opening, 1);

  g_return_if_fail (self->thread == NULL);
  opening->worker = fettle_store_worker_ref (self);
  opening->work = *work;
  if (work->cancellable != NULL)
    g_object_ref (work->cancellable);
  self->thread = g_thread_new ("fettle-store", run_opening, opening);
}

/**
 * fettle_store_worker_push:
 * @work: copied
 *
 * Returns: whether it will run; a worker that closes takes nothing more, and @work is still the caller's
 */
gboolean
fettle_store_worker_push (FettleStoreWorker *self, const FettleStoreWork *work, gboolean urgent)
{
  gboolean is_taken = FALSE;

  g_mutex_lock (&self->mutex);
  if (!self->is_closing)
    {
      FettleStoreWork *copy = g_memdup2 (work, sizeof *work);

      if (copy->cancellable != NULL)
        g_object_ref (copy->cancellable);
      g_queue_push_tail (urgent ? &self->urgent : &self->normal, copy);
      g_cond_signal (&self->cond);
      is_taken = TRUE;
    }
  g_mutex_unlock (&self->mutex);
  return is_taken;
}

/**
 * fettle_store_worker_set_idle:
 * @func: (nullable): runs when nothing else is wanted, again after every change
 */
void
fettle_store_worker_set_idle (FettleStoreWorker *self, FettleStoreIdleFunc func, gpointer data)
{
  g_mutex_lock (&self->mutex);
  self->idle = func;
  self->idle_data = data;
  self->has_idle_work = func != NULL;
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->mutex);
}

/**
 * fettle_store_worker_is_current:
 *
 * Returns: whether the caller runs on the store's thread
 */
gboolean
fettle_store_worker_is_current (FettleStoreWorker *self)
{
  return self->thread == g_thread_self ();
}

/**
 * fettle_store_worker_close:
 *
 * Waits until the work that is queued is done and the file is closed. On the store's own thread, where the last
 * reference to a store may be dropped, it does not wait for itself.
 */
void
fettle_store_worker_close (FettleStoreWorker *self)
{
  GThread *thread = NULL;

  g_mutex_lock (&self->mutex);
  if (!self->is_closing)
    thread = self->thread;
  self->is_closing = TRUE;
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->mutex);

  if (thread != NULL && thread == g_thread_self ())
    g_thread_unref (thread);
  else if (thread != NULL)
    g_thread_join (thread);
}
