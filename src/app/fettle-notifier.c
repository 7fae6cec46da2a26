/* fettle-notifier.c: says by notification what is due, overdue or ready to call about, and each morning how much waits.
 *
 * Each minute of the program's clock, however it gets there, and soon after a change, it asks what is to be said
 * (fettle-notice.c), claims each thing in the shop's file so that no other desk says it too, looks once more whether it
 * still holds, and shows it. What no longer holds is taken away again, and everything when the program ends. Where
 * there is no message bus or no notification service, nothing is claimed, so that a desk that can show it will. Belongs
 * to the application; main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-notifier.h"

#include <glib/gi18n.h>
#include <libnotify/notify.h>

#include "fettle-clock.h"
#include "fettle-desk-attention.h"
#include "fettle-notice.h"
#include "fettle-settings.h"

/* The clock may be set, or the computer may have slept. */
#define LOOK_AT_CLOCK_SECONDS 1
#define AFTER_CHANGE          2
/* More than these at once are told in one. */
#define SINGLY  4
#define MANY    "many"
#define SERVICE "org.freedesktop.Notifications"

struct _FettleNotifier
{
  GObject parent_instance;
  FettleDesk *desk;
  GCancellable *cancellable;
  guint service_watch;
  gboolean is_available;
  guint each_second;
  guint soon;
  gint64 asked_at;

  /* What was settled here: key to the moment before which it is not asked again. */
  GHashTable *settled;
  /* What stands on the screen: key to NotifyNotification; and what the one is about that tells of many. */
  GHashTable *shown;
  GPtrArray *many_keys;
};

G_DEFINE_FINAL_TYPE (FettleNotifier, fettle_notifier, G_TYPE_OBJECT)

enum
{
  OPEN,
  OPEN_ATTENTION,
  AVAILABLE,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

/* One thing on its way to the screen. */
typedef struct
{
  FettleNotifier *notifier;
  FettleNotice *notice;
} Saying;

static Saying *
saying_new (FettleNotifier *notifier, FettleNotice *notice)
{
  Saying *self = g_new0 (Saying, 1);

  self->notifier = g_object_ref (notifier);
  self->notice = g_object_ref (notice);
  return self;
}

static void
saying_free (gpointer data)
{
  Saying *self = data;

  g_object_unref (self->notifier);
  g_object_unref (self->notice);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saying, saying_free)

static void
settle (FettleNotifier *self, const char *key, gint64 until)
{
  gint64 *moment = g_new (gint64, 1);

  *moment = until;
  g_hash_table_insert (self->settled, g_strdup (key), moment);
}

static gboolean
is_settled (FettleNotifier *self, const char *key)
{
  gint64 *until = g_hash_table_lookup (self->settled, key);

  return until != NULL && *until > fettle_clock_now ();
}

static void
on_notice_open (NotifyNotification *shown, char *action, gpointer data)
{
  Saying *saying = data;

  if (saying->notice->job_id != 0)
    g_signal_emit (saying->notifier, signals[OPEN], 0, saying->notice->job_id);
  else
    g_signal_emit (saying->notifier, signals[OPEN_ATTENTION], 0);
  notify_notification_close (shown, NULL);
}

static void
on_put_off (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!fettle_desk_finish_done (FETTLE_DESK (source), result, &error))
    g_message ("A notification could not be put off: %s", error->message);
}

static void
put_off (FettleNotifier *self, const char *key)
{
  gint64 until = fettle_clock_now () + fettle_settings_get_int ("notice-later", 30) * FETTLE_MINUTE;

  settle (self, key, until);
  fettle_desk_notice_later_async (self->desk, key, until, NULL, on_put_off, NULL);
}

static void
on_notice_later (NotifyNotification *shown, char *action, gpointer data)
{
  Saying *saying = data;

  put_off (saying->notifier, saying->notice->key);
  notify_notification_close (shown, NULL);
}

static gboolean
is_urgent (FettleNotice *notice)
{
  return notice->kind == FETTLE_NOTICE_OVERDUE || notice->kind == FETTLE_NOTICE_GREETING;
}

static void
show (FettleNotifier *self, FettleNotice *notice)
{
  g_autofree char *title = fettle_notice_title (notice);
  g_autofree char *body = fettle_notice_body (notice, fettle_clock_now (), fettle_desk_get_zone (self->desk));
  g_autofree char *escaped = g_markup_escape_text (body, -1);
  NotifyNotification *shown = notify_notification_new (title, escaped, FETTLE_APP_ID);
  g_autoptr (GError) error = NULL;

  notify_notification_set_urgency (shown, is_urgent (notice) ? NOTIFY_URGENCY_CRITICAL : NOTIFY_URGENCY_NORMAL);
  notify_notification_set_hint (shown, "desktop-entry", g_variant_new_string (FETTLE_APP_ID));
  notify_notification_add_action (shown, "default", _ ("Open"), on_notice_open, saying_new (self, notice), saying_free);
  notify_notification_add_action (shown, "open", _ ("Open"), on_notice_open, saying_new (self, notice), saying_free);
  notify_notification_add_action (shown, "later", _ ("Later"), on_notice_later, saying_new (self, notice), saying_free);
  if (notify_notification_show (shown, &error))
    g_hash_table_insert (self->shown, g_strdup (notice->key), shown);
  else
    {
      g_message ("A notification could not be shown: %s", error->message);
      g_object_unref (shown);
    }
}

static void
on_job_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Saying) saying = user_data;
  g_autoptr (FettleJob) job = fettle_desk_finish (FETTLE_DESK (source), result, NULL);

  if (job != NULL && fettle_notice_still_holds (saying->notice, job))
    show (saying->notifier, saying->notice);
}

static void
on_claimed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Saying) saying = user_data;
  FettleNotifier *self = saying->notifier;
  g_autoptr (GError) error = NULL;
  gboolean claimed = fettle_desk_finish_done (FETTLE_DESK (source), result, &error);
  gint64 job_id = saying->notice->job_id;

  /* A file that is busy is asked again next time. */
  if (error == NULL)
    settle (self, saying->notice->key, G_MAXINT64);
  if (claimed && job_id == 0)
    show (self, saying->notice);
  else if (claimed)
    fettle_desk_load_job_async (self->desk, job_id, self->cancellable, on_job_loaded, g_steal_pointer (&saying));
}

/* Many things at once: said when it is known which of them are ours to say. */
typedef struct
{
  FettleNotifier *notifier;
  GPtrArray *asked;
  GPtrArray *claimed;
  guint n_answered;
} Many;

static void
many_free (gpointer data)
{
  Many *many = data;

  g_object_unref (many->notifier);
  g_ptr_array_unref (many->asked);
  g_ptr_array_unref (many->claimed);
  g_free (many);
}

static void
on_many_open (NotifyNotification *shown, char *action, gpointer data)
{
  g_signal_emit (((Many *) data)->notifier, signals[OPEN_ATTENTION], 0);
  notify_notification_close (shown, NULL);
}

static void
on_many_later (NotifyNotification *shown, char *action, gpointer data)
{
  Many *many = data;

  for (guint i = 0; i < many->claimed->len; i++)
    put_off (many->notifier, ((FettleNotice *) g_ptr_array_index (many->claimed, i))->key);
  notify_notification_close (shown, NULL);
}

static void
show_many (Many *many)
{
  FettleNotifier *self = many->notifier;
  guint n = many->claimed->len;
  g_autofree char *title = g_strdup_printf (ngettext ("%u thing is due", "%u things are due", n), n);
  NotifyNotification *shown = notify_notification_new (title, _ ("Promises, and customers to call."), FETTLE_APP_ID);

  notify_notification_set_hint (shown, "desktop-entry", g_variant_new_string (FETTLE_APP_ID));
  notify_notification_add_action (shown, "open", _ ("Open"), on_many_open, many, NULL);
  /* The last of the actions owns what all of them were given. */
  notify_notification_add_action (shown, "later", _ ("Later"), on_many_later, many, many_free);
  notify_notification_show (shown, NULL);
  g_ptr_array_set_size (self->many_keys, 0);
  for (guint i = 0; i < many->claimed->len; i++)
    g_ptr_array_add (self->many_keys, g_strdup (((FettleNotice *) g_ptr_array_index (many->claimed, i))->key));
  g_hash_table_insert (self->shown, g_strdup (MANY), shown);
}

static void
on_one_of_many_claimed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Many *many = user_data;
  FettleNotice *notice = g_ptr_array_index (many->asked, many->n_answered++);

  /* The store answers in the order it was asked. */
  if (fettle_desk_finish_done (FETTLE_DESK (source), result, NULL))
    g_ptr_array_add (many->claimed, g_object_ref (notice));
  if (many->n_answered < many->asked->len)
    return;
  if (many->claimed->len > 0)
    show_many (many);
  else
    many_free (many);
}

static void
say_many (FettleNotifier *self, GPtrArray *notices)
{
  Many *many = g_new0 (Many, 1);

  many->notifier = g_object_ref (self);
  many->asked = g_ptr_array_new_with_free_func (g_object_unref);
  many->claimed = g_ptr_array_new_with_free_func (g_object_unref);
  g_hash_table_remove (self->shown, MANY);
  for (guint i = 0; i < notices->len; i++)
    g_ptr_array_add (many->asked, g_object_ref (g_ptr_array_index (notices, i)));
  for (guint i = 0; i < notices->len; i++)
    {
      FettleNotice *notice = g_ptr_array_index (notices, i);

      settle (self, notice->key, G_MAXINT64);
      fettle_desk_claim_notice_async (self->desk, notice->key, self->cancellable, on_one_of_many_claimed, many);
    }
}

/* What tells of many things stays while one of them holds. */
static gboolean
any_of_many_holds (FettleNotifier *self, GHashTable *holds)
{
  for (guint i = 0; i < self->many_keys->len; i++)
    if (g_hash_table_contains (holds, g_ptr_array_index (self->many_keys, i)))
      return TRUE;
  return FALSE;
}

static void
take_away_what_is_over (FettleNotifier *self, GPtrArray *notices)
{
  g_autoptr (GHashTable) holds = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer key;
  gpointer shown;

  for (guint i = 0; i < notices->len; i++)
    g_hash_table_add (holds, ((FettleNotice *) g_ptr_array_index (notices, i))->key);
  g_hash_table_iter_init (&iter, self->shown);
  while (g_hash_table_iter_next (&iter, &key, &shown))
    if (g_str_equal (key, MANY) ? !any_of_many_holds (self, holds) : !g_hash_table_contains (holds, key))
      {
        notify_notification_close (shown, NULL);
        g_hash_table_iter_remove (&iter);
      }
}

static void
say_one (FettleNotifier *self, FettleNotice *notice)
{
  fettle_desk_claim_notice_async (self->desk, notice->key, self->cancellable, on_claimed, saying_new (self, notice));
}

static void
say (FettleNotifier *self, GPtrArray *notices)
{
  g_autoptr (GPtrArray) fresh = g_ptr_array_new ();

  take_away_what_is_over (self, notices);
  for (guint i = 0; i < notices->len; i++)
    {
      FettleNotice *notice = g_ptr_array_index (notices, i);

      if (is_settled (self, notice->key))
        continue;
      /* The morning's count is one sentence already. */
      if (notice->kind == FETTLE_NOTICE_MORNING)
        say_one (self, notice);
      else
        g_ptr_array_add (fresh, notice);
    }
  if (fresh->len > SINGLY)
    {
      say_many (self, fresh);
      return;
    }
  for (guint i = 0; i < fresh->len; i++)
    say_one (self, g_ptr_array_index (fresh, i));
}

static void
on_attention_listed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleNotifier) self = user_data;
  g_autoptr (FettleAttentionList) list = fettle_desk_finish (FETTLE_DESK (source), result, NULL);
  FettleCalendar *calendar = fettle_desk_get_calendar (self->desk);
  g_autoptr (GPtrArray) notices = NULL;

  if (list == NULL || calendar == NULL)
    return;
  notices = fettle_notice_list (list->items, calendar, fettle_clock_now ());
  say (self, notices);
}

static void
ask (FettleNotifier *self)
{
  self->asked_at = fettle_clock_now ();
  if (self->is_available && fettle_settings_get_boolean ("notifications", TRUE))
    fettle_desk_list_attention_async (self->desk, FALSE, fettle_settings_get_int ("notice-lead", 120),
                                      self->cancellable, on_attention_listed, g_object_ref (self));
}

static gboolean
on_second (gpointer data)
{
  FettleNotifier *self = data;

  if (fettle_clock_now () / FETTLE_MINUTE != self->asked_at / FETTLE_MINUTE)
    ask (self);
  return G_SOURCE_CONTINUE;
}

static gboolean
on_soon (gpointer data)
{
  FettleNotifier *self = data;

  self->soon = 0;
  ask (self);
  return G_SOURCE_REMOVE;
}

static void
ask_soon (FettleNotifier *self)
{
  if (self->soon == 0)
    self->soon = g_timeout_add_seconds (AFTER_CHANGE, on_soon, self);
}

static void
on_desk_changed (FettleDesk *desk, GArray *jobs, FettleNotifier *self)
{
  ask_soon (self);
}

static void
on_service_appeared (GDBusConnection *bus, const char *name, const char *owner, gpointer data)
{
  FettleNotifier *self = data;

  self->is_available = notify_is_initted () || notify_init ("Fettle");
  g_signal_emit (self, signals[AVAILABLE], 0, self->is_available);
  ask_soon (self);
}

static void
on_service_vanished (GDBusConnection *bus, const char *name, gpointer data)
{
  FettleNotifier *self = data;

  self->is_available = FALSE;
  g_hash_table_remove_all (self->shown);
  g_signal_emit (self, signals[AVAILABLE], 0, FALSE);
}

/* What nobody would answer any more does not stay on the screen. */
static void
take_all_away (FettleNotifier *self)
{
  GHashTableIter iter;
  gpointer shown;

  g_hash_table_iter_init (&iter, self->shown);
  while (g_hash_table_iter_next (&iter, NULL, &shown))
    notify_notification_close (shown, NULL);
  g_hash_table_remove_all (self->shown);
}

static void
fettle_notifier_dispose (GObject *object)
{
  FettleNotifier *self = FETTLE_NOTIFIER (object);

  g_clear_handle_id (&self->each_second, g_source_remove);
  g_clear_handle_id (&self->soon, g_source_remove);
  g_clear_handle_id (&self->service_watch, g_bus_unwatch_name);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->desk != NULL)
    g_signal_handlers_disconnect_by_data (self->desk, self);
  take_all_away (self);
  G_OBJECT_CLASS (fettle_notifier_parent_class)->dispose (object);
}

static void
fettle_notifier_finalize (GObject *object)
{
  FettleNotifier *self = FETTLE_NOTIFIER (object);

  g_clear_object (&self->desk);
  g_hash_table_unref (self->settled);
  g_hash_table_unref (self->shown);
  g_ptr_array_unref (self->many_keys);
  G_OBJECT_CLASS (fettle_notifier_parent_class)->finalize (object);
}

static void
fettle_notifier_class_init (FettleNotifierClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = fettle_notifier_dispose;
  object_class->finalize = fettle_notifier_finalize;
  signals[OPEN] = g_signal_new ("open", FETTLE_TYPE_NOTIFIER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_INT64);
  signals[OPEN_ATTENTION]
      = g_signal_new ("open-attention", FETTLE_TYPE_NOTIFIER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[AVAILABLE] = g_signal_new ("available", FETTLE_TYPE_NOTIFIER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
fettle_notifier_init (FettleNotifier *self)
{
  self->settled = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->many_keys = g_ptr_array_new_with_free_func (g_free);
  self->cancellable = g_cancellable_new ();
}

/**
 * fettle_notifier_new:
 *
 * Returns: (transfer full): a notifier that has begun
 */
FettleNotifier *
fettle_notifier_new (FettleDesk *desk)
{
  FettleNotifier *self = g_object_new (FETTLE_TYPE_NOTIFIER, NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect (desk, "changed", G_CALLBACK (on_desk_changed), self);
  self->each_second = g_timeout_add_seconds (LOOK_AT_CLOCK_SECONDS, on_second, self);
  self->service_watch = g_bus_watch_name (G_BUS_TYPE_SESSION, SERVICE, G_BUS_NAME_WATCHER_FLAGS_AUTO_START,
                                          on_service_appeared, on_service_vanished, self, NULL);
  return self;
}
