/* fettle-keeper.c: makes the backup of each day by itself, and has written what falls due by itself.
 *
 * At the start and then each minute what is owed for a broken commitment is written, by whichever desk comes first.
 * Soon after the start and then each hour it asks for today's backup; the store makes it once a day, whichever desk
 * asks first. The copying is done on a thread of its own. Belongs to the application; main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-keeper.h"

#include "fettle-backup-daily.h"
#include "fettle-clock.h"
#include "fettle-desk-promises.h"
#include "fettle-settings.h"

/* Not in the way of the first window. */
#define AFTER_START 20
#define EACH_HOUR   3600
#define EACH_MINUTE 60

struct _FettleKeeper
{
  GObject parent_instance;
  FettleDesk *desk;
  GCancellable *cancellable;
  guint timer;
  guint minute;
  gboolean is_busy;
};

G_DEFINE_FINAL_TYPE (FettleKeeper, fettle_keeper, G_TYPE_OBJECT)

enum
{
  FAILED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

typedef struct
{
  char *path;
  char *folder;
  GDateTime *now;
  GTimeZone *zone;
} Wanted;

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  g_free (wanted->path);
  g_free (wanted->folder);
  g_date_time_unref (wanted->now);
  g_time_zone_unref (wanted->zone);
  g_free (wanted);
}

static void
back_up (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Wanted *wanted = data;
  GError *error = NULL;
  char *file = fettle_backup_daily (wanted->path, wanted->folder, wanted->now, wanted->zone, cancellable, &error);

  if (file != NULL)
    g_task_return_pointer (task, file, g_free);
  else
    g_task_return_error (task, error);
}

static void
on_backed_up (GObject *source, GAsyncResult *result, gpointer data)
{
  FettleKeeper *self = FETTLE_KEEPER (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *file = g_task_propagate_pointer (G_TASK (result), &error);

  self->is_busy = FALSE;
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[FAILED], 0, error);
}

static void
begin (FettleKeeper *self)
{
  const char *path = fettle_store_get_path (fettle_desk_get_store (self->desk));
  g_autoptr (GTask) task = NULL;
  Wanted *wanted;

  if (self->is_busy || fettle_desk_get_zone (self->desk) == NULL)
    return;
  wanted = g_new0 (Wanted, 1);
  wanted->path = g_strdup (path);
  wanted->folder = fettle_settings_backup_folder (path);
  wanted->now = g_date_time_new_from_unix_utc (fettle_clock_now () / FETTLE_SECOND);
  wanted->zone = g_time_zone_ref (fettle_desk_get_zone (self->desk));
  self->is_busy = TRUE;
  task = g_task_new (self, self->cancellable, on_backed_up, NULL);
  g_task_set_task_data (task, wanted, wanted_free);
  g_task_run_in_thread (task, back_up);
}

/* A file that is busy or full says so at the next change that somebody makes; here the next minute tries again. */
static gboolean
on_minute (gpointer data)
{
  FettleKeeper *self = data;

  fettle_desk_sweep_async (self->desk, self->cancellable, NULL, NULL);
  return G_SOURCE_CONTINUE;
}

static gboolean
on_hour (gpointer data)
{
  begin (data);
  return G_SOURCE_CONTINUE;
}

static gboolean
on_started (gpointer data)
{
  FettleKeeper *self = data;

  begin (self);
  self->timer = g_timeout_add_seconds (EACH_HOUR, on_hour, self);
  return G_SOURCE_REMOVE;
}

static void
fettle_keeper_dispose (GObject *object)
{
  FettleKeeper *self = FETTLE_KEEPER (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_handle_id (&self->minute, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (fettle_keeper_parent_class)->dispose (object);
}

static void
fettle_keeper_class_init (FettleKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fettle_keeper_dispose;
  signals[FAILED] = g_signal_new ("failed", FETTLE_TYPE_KEEPER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_ERROR);
}

static void
fettle_keeper_init (FettleKeeper *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * fettle_keeper_new:
 *
 * Returns: (transfer full): a keeper that has begun
 */
FettleKeeper *
fettle_keeper_new (FettleDesk *desk)
{
  FettleKeeper *self = g_object_new (FETTLE_TYPE_KEEPER, NULL);

  self->desk = g_object_ref (desk);
  self->timer = g_timeout_add_seconds (AFTER_START, on_started, self);
  self->minute = g_timeout_add_seconds (EACH_MINUTE, on_minute, self);
  on_minute (self);
  return self;
}
