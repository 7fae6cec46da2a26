/* fettle-search-provider.c: jobs found from the desktop's own search.
 *
 * GNOME Shell asks over the session bus and starts the program for it, without a window. The answers come from the
 * shop's file by the search that the counter has; nothing is written and nothing is shown before a result is chosen.
 * A program that has the shop open asks its own store; one that was started only for this opens the file read-only,
 * and stays a little while for the next letter. The id of a result is the number of its job. Owned by the
 * application; main thread, the work is on the store's.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-search-provider.h"

#include "fettle-application-private.h"
#include "fettle-job-store.h"
#include "fettle-search-store.h"
#include "fettle-shell-search.h"
#include "fettle-words.h"

/* The overview shows a handful and says how many more there are. */
#define MOST_RESULTS 30
/* Seconds after the last question. */
#define STAY 10

struct _FettleSearchProvider
{
  GObject parent_instance;

  FettleApplication *application; /* owns this */
  FettleDBusShellSearchProvider2 *skeleton;

  /* Only where the program has no store of its own. */
  FettleStore *store;
  guint leave_later;
};

G_DEFINE_FINAL_TYPE (FettleSearchProvider, fettle_search_provider, G_TYPE_OBJECT)

/* One question of the shell, until it is answered. */
typedef struct
{
  FettleSearchProvider *provider;
  GDBusMethodInvocation *invocation;
  FettleStoreFunc func;
  GStrv words;
} Question;

static void
question_free (Question *self)
{
  g_object_unref (self->provider);
  g_clear_object (&self->invocation);
  g_strfreev (self->words);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

/* On the store's thread: the numbers of what fits. */
static gpointer
find_numbers (FettleConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autofree char *text = g_strjoinv (" ", data);
  g_autoptr (GPtrArray) jobs = fettle_search_store_find (connection, text, 0, MOST_RESULTS, error);
  GVariantBuilder builder;

  if (jobs == NULL)
    return NULL;
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("as"));
  for (guint i = 0; i < jobs->len; i++)
    g_variant_builder_add (&builder, "s", ((FettleJobSummary *) jobs->pdata[i])->number);
  return g_variant_ref_sink (g_variant_new ("(as)", &builder));
}

static void
add_piece (GString *text, const char *piece)
{
  if (piece == NULL || *piece == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, piece);
}

static void
add_meta (GVariantBuilder *metas, FettleShop *shop, FettleJobSummary *job)
{
  FettleStageStyle *style = shop != NULL ? fettle_shop_stage (shop, job->stage) : NULL;
  g_autoptr (GString) name = g_string_new (job->number);
  g_autoptr (GString) description = g_string_new (NULL);

  add_piece (name, job->unit_title);
  add_piece (description, style != NULL && style->name != NULL ? style->name : fettle_words_stage (NULL, job->stage));
  add_piece (description, job->customer_name);
  add_piece (description, job->fault);
  g_variant_builder_open (metas, G_VARIANT_TYPE ("a{sv}"));
  g_variant_builder_add (metas, "{sv}", "id", g_variant_new_string (job->number));
  g_variant_builder_add (metas, "{sv}", "name", g_variant_new_string (name->str));
  g_variant_builder_add (metas, "{sv}", "description", g_variant_new_string (description->str));
  g_variant_builder_add (metas, "{sv}", "gicon", g_variant_new_string (FETTLE_APP_ID));
  g_variant_builder_close (metas);
}

/* On the store's thread: what is shown of each. A job that is gone is left out. */
static gpointer
describe (FettleConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (FettleShop) shop = fettle_setup_store_load (connection, NULL);
  GStrv numbers = data;
  GVariantBuilder metas;

  g_variant_builder_init (&metas, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; numbers[i] != NULL; i++)
    {
      gint64 id = fettle_job_store_find (connection, numbers[i], NULL);
      g_autoptr (FettleJob) job = id != 0 ? fettle_job_store_load (connection, id, NULL) : NULL;

      if (job != NULL)
        add_meta (&metas, shop, job->summary);
    }
  return g_variant_ref_sink (g_variant_new ("(aa{sv})", &metas));
}

static void
drop_store (FettleSearchProvider *self)
{
  if (self->store != NULL)
    fettle_store_close (self->store);
  g_clear_object (&self->store);
}

static gboolean
on_leave_time (gpointer user_data)
{
  FettleSearchProvider *self = user_data;

  self->leave_later = 0;
  drop_store (self);
  g_application_release (G_APPLICATION (self->application));
  return G_SOURCE_REMOVE;
}

/* A program started for a search alone would end between two letters. */
static void
stay (FettleSearchProvider *self)
{
  if (self->leave_later == 0)
    g_application_hold (G_APPLICATION (self->application));
  else
    g_source_remove (self->leave_later);
  self->leave_later = g_timeout_add_seconds (STAY, on_leave_time, self);
}

/* No shop yet is nothing found. */
static void
answer_nothing (Question *question)
{
  const GVariantType *type = question->func == describe ? G_VARIANT_TYPE ("(aa{sv})") : G_VARIANT_TYPE ("(as)");

  g_dbus_method_invocation_return_value (g_steal_pointer (&question->invocation),
                                         g_variant_parse (type, "([],)", NULL, NULL, NULL));
}

static void
on_answered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Question) question = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = fettle_store_call_finish (FETTLE_STORE (source), result, &error);

  if (answer != NULL)
    g_dbus_method_invocation_return_value (g_steal_pointer (&question->invocation), answer);
  else
    g_dbus_method_invocation_return_gerror (g_steal_pointer (&question->invocation), error);
}

static void
put_to (FettleStore *store, Question *question)
{
  fettle_store_call_urgent_async (store, question->func, g_strdupv (question->words), (GDestroyNotify) g_strfreev,
                                  (GDestroyNotify) g_variant_unref, NULL, on_answered, question);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Question) question = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleStore) store = fettle_store_open_finish (result, &error);
  FettleSearchProvider *self = question->provider;

  if (store == NULL)
    {
      g_dbus_method_invocation_return_gerror (g_steal_pointer (&question->invocation), error);
      return;
    }
  /* Two questions may have opened it at once. */
  if (self->store == NULL)
    self->store = g_object_ref (store);
  else
    fettle_store_close (store);
  put_to (self->store, g_steal_pointer (&question));
}

/* Takes the invocation, which is given back with the answer. */
static void
ask (FettleSearchProvider *self, GDBusMethodInvocation *invocation, FettleStoreFunc func, const char *const *words)
{
  g_autoptr (Question) question = g_new0 (Question, 1);
  const char *path = fettle_application_get_path (self->application);
  g_autofree char *chosen = path != NULL ? g_strdup (path) : fettle_application_default_path ();

  question->provider = g_object_ref (self);
  question->invocation = invocation;
  question->func = func;
  question->words = g_strdupv ((GStrv) words);
  stay (self);
  if (self->application->desk != NULL)
    {
      drop_store (self);
      put_to (self->application->store, g_steal_pointer (&question));
    }
  else if (self->store != NULL)
    put_to (self->store, g_steal_pointer (&question));
  else if (g_file_test (chosen, G_FILE_TEST_EXISTS))
    fettle_store_open_async (chosen, FETTLE_OPEN_READ_ONLY, NULL, on_opened, g_steal_pointer (&question));
  else
    answer_nothing (question);
}

static gboolean
on_get_initial (FettleSearchProvider *self, GDBusMethodInvocation *invocation, const char *const *terms)
{
  ask (self, invocation, find_numbers, terms);
  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

/* The search is as quick as looking through what was found before, and it sees what came meanwhile. */
static gboolean
on_get_subsearch (FettleSearchProvider *self,
                  GDBusMethodInvocation *invocation,
                  const char *const *previous,
                  const char *const *terms)
{
  ask (self, invocation, find_numbers, terms);
  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

static gboolean
on_get_metas (FettleSearchProvider *self, GDBusMethodInvocation *invocation, const char *const *numbers)
{
  ask (self, invocation, describe, numbers);
  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

static gboolean
on_activate_result (FettleSearchProvider *self,
                    GDBusMethodInvocation *invocation,
                    const char *number,
                    const char *const *terms,
                    guint timestamp)
{
  /* From now on the program has the file open itself, and may want to put a backup in its place. */
  drop_store (self);
  fettle_application_show (self->application, number, NULL);
  fettle_dbus_shell_search_provider2_complete_activate_result (self->skeleton, invocation);
  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

static gboolean
on_launch_search (FettleSearchProvider *self,
                  GDBusMethodInvocation *invocation,
                  const char *const *terms,
                  guint timestamp)
{
  g_autofree char *text = g_strjoinv (" ", (GStrv) terms);

  drop_store (self);
  fettle_application_show (self->application, NULL, text);
  fettle_dbus_shell_search_provider2_complete_launch_search (self->skeleton, invocation);
  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

static void
fettle_search_provider_dispose (GObject *object)
{
  FettleSearchProvider *self = FETTLE_SEARCH_PROVIDER (object);

  g_clear_handle_id (&self->leave_later, g_source_remove);
  drop_store (self);
  g_clear_object (&self->skeleton);
  G_OBJECT_CLASS (fettle_search_provider_parent_class)->dispose (object);
}

static void
fettle_search_provider_class_init (FettleSearchProviderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fettle_search_provider_dispose;
}

static void
fettle_search_provider_init (FettleSearchProvider *self)
{
  self->skeleton = fettle_dbus_shell_search_provider2_skeleton_new ();
  g_signal_connect_object (self->skeleton, "handle-get-initial-result-set", G_CALLBACK (on_get_initial), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->skeleton, "handle-get-subsearch-result-set", G_CALLBACK (on_get_subsearch), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->skeleton, "handle-get-result-metas", G_CALLBACK (on_get_metas), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->skeleton, "handle-activate-result", G_CALLBACK (on_activate_result), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->skeleton, "handle-launch-search", G_CALLBACK (on_launch_search), self,
                           G_CONNECT_SWAPPED);
}

/**
 * fettle_search_provider_new:
 * @application: (transfer none): owns what comes back
 */
FettleSearchProvider *
fettle_search_provider_new (FettleApplication *application)
{
  FettleSearchProvider *self = g_object_new (FETTLE_TYPE_SEARCH_PROVIDER, NULL);

  self->application = application;
  return self;
}

/**
 * fettle_search_provider_export:
 * @object_path: of the application; the provider lies below it
 */
gboolean
fettle_search_provider_export (FettleSearchProvider *self,
                               GDBusConnection *connection,
                               const char *object_path,
                               GError **error)
{
  g_autofree char *path = g_strconcat (object_path, "/SearchProvider", NULL);

  return g_dbus_interface_skeleton_export (G_DBUS_INTERFACE_SKELETON (self->skeleton), connection, path, error);
}

/**
 * fettle_search_provider_unexport:
 */
void
fettle_search_provider_unexport (FettleSearchProvider *self)
{
  if (g_dbus_interface_skeleton_get_connection (G_DBUS_INTERFACE_SKELETON (self->skeleton)) != NULL)
    g_dbus_interface_skeleton_unexport (G_DBUS_INTERFACE_SKELETON (self->skeleton));
}
