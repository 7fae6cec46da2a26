/* fettle-change-feed.c: carries the news of changes from the store's thread to the thread of its owner.
 *
 * The first change after a quiet time is told at once, and what follows is gathered for a moment: an import of a
 * thousand jobs must not make every window draw itself a thousand times. The store's thread adds, the owner's main
 * context emits; the two share this object and nothing else.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-change-feed.h"

/* At most ten times a second. */
#define QUIET_MS 100

/* Past this many jobs a window does better to read everything again, and is told so by an empty list. */
#define MAX_IDS 1000

struct _FettleChangeFeed
{
  GMutex mutex;
  GMainContext *context;
  GWeakRef owner;

  /* All below under the mutex. The source is not NULL while news waits to be told. */
  GSource *source;
  GHashTable *ids;
  gboolean everything;
  gboolean is_stopped;
  gint64 told_at;
};

/**
 * fettle_change_feed_new:
 * @owner: has a signal "changed" with a GArray of gint64; held weakly
 *
 * News is told on the thread-default main context of the caller.
 *
 * Returns: (transfer full): the feed
 */
FettleChangeFeed *
fettle_change_feed_new (GObject *owner)
{
  FettleChangeFeed *self = g_atomic_rc_box_new0 (FettleChangeFeed);

  g_mutex_init (&self->mutex);
  g_weak_ref_init (&self->owner, owner);
  self->context = g_main_context_ref_thread_default ();
  self->ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->told_at = g_get_monotonic_time () - QUIET_MS * 1000;
  return self;
}

/**
 * fettle_change_feed_ref:
 */
FettleChangeFeed *
fettle_change_feed_ref (FettleChangeFeed *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  FettleChangeFeed *self = data;

  g_assert (self->source == NULL);
  g_weak_ref_clear (&self->owner);
  g_hash_table_unref (self->ids);
  g_main_context_unref (self->context);
  g_mutex_clear (&self->mutex);
}

/**
 * fettle_change_feed_unref:
 */
void
fettle_change_feed_unref (FettleChangeFeed *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

/* What waits, sorted; nothing waits after it. */
static GArray *
take_ids (FettleChangeFeed *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->ids);
  while (!self->everything && g_hash_table_iter_next (&iter, &id, NULL))
    g_array_append_vals (ids, id, 1);
  g_array_sort (ids, compare_ids);
  g_hash_table_remove_all (self->ids);
  self->everything = FALSE;
  return ids;
}

static gboolean
on_due (gpointer data)
{
  FettleChangeFeed *self = data;
  g_autoptr (GObject) owner = g_weak_ref_get (&self->owner);
  g_autoptr (GArray) ids = NULL;
  gboolean is_stopped;

  g_mutex_lock (&self->mutex);
  ids = take_ids (self);
  self->told_at = g_get_monotonic_time ();
  is_stopped = self->is_stopped;
  g_clear_pointer (&self->source, g_source_unref);
  g_mutex_unlock (&self->mutex);

  if (owner != NULL && !is_stopped)
    g_signal_emit_by_name (owner, "changed", ids);
  return G_SOURCE_REMOVE;
}

static void
schedule (FettleChangeFeed *self)
{
  gint64 wait = QUIET_MS - (g_get_monotonic_time () - self->told_at) / 1000;

  self->source = g_timeout_source_new ((guint) CLAMP (wait, 0, QUIET_MS));
  g_source_set_callback (self->source, on_due, fettle_change_feed_ref (self),
                         (GDestroyNotify) fettle_change_feed_unref);
  g_source_set_static_name (self->source, "fettle store changed");
  g_source_attach (self->source, self->context);
}

/**
 * fettle_change_feed_add:
 * @ids: (element-type gint64): the jobs that changed; empty when something else did
 *
 * From any thread. The owner hears of it soon, together with what else has changed by then; an empty list makes the
 * whole news "anything may have changed".
 */
void
fettle_change_feed_add (FettleChangeFeed *self, GArray *ids)
{
  g_mutex_lock (&self->mutex);
  if (!self->is_stopped)
    {
      self->everything = self->everything || ids->len == 0 || ids->len + g_hash_table_size (self->ids) > MAX_IDS;
      for (guint i = 0; i < ids->len && !self->everything; i++)
        g_hash_table_add (self->ids, g_memdup2 (&g_array_index (ids, gint64, i), sizeof (gint64)));
      if (self->source == NULL)
        schedule (self);
    }
  g_mutex_unlock (&self->mutex);
}

/**
 * fettle_change_feed_stop:
 *
 * Nothing is told after this.
 */
void
fettle_change_feed_stop (FettleChangeFeed *self)
{
  g_autoptr (GSource) source = NULL;

  g_mutex_lock (&self->mutex);
  self->is_stopped = TRUE;
  source = g_steal_pointer (&self->source);
  g_mutex_unlock (&self->mutex);
  if (source != NULL)
    g_source_destroy (source);
}
