/* fettle-desk.c: what a window asks of the shop's file.
 *
 * Each function packs what it was given into a request, with the name of the desk and of the person, and hands it to
 * the store's thread; there a small function unpacks it and calls the one in a *-store.c. Lives on the main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-desk.h"

#include "fettle-clock.h"
#include "fettle-desk-private.h"
#include "fettle-search-store.h"

struct _FettleDesk
{
  GObject parent_instance;
  FettleStore *store;
  char *name;
  char *person;
  FettleShop *shop;
  GTimeZone *zone;
  FettleCalendar *calendar;
  gulong store_changed;
};

G_DEFINE_FINAL_TYPE (FettleDesk, fettle_desk, G_TYPE_OBJECT)

enum
{
  PROP_SHOP = 1,
  PROP_PERSON,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static guint signal_changed;

static void
on_shop_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  /* The finish function takes the new shop over; a failure leaves the one we have. */
  g_autoptr (FettleShop) shop G_GNUC_UNUSED = fettle_desk_finish (FETTLE_DESK (source), result, NULL);
}

static void
on_store_changed (FettleStore *store, GArray *job_ids, FettleDesk *self)
{
  if (job_ids == NULL || job_ids->len == 0)
    fettle_desk_load_shop_async (self, NULL, on_shop_loaded, NULL);
  g_signal_emit (self, signal_changed, 0, job_ids);
}

/* Takes over the settings as they are now; tells the windows only if something differs. */
void
fettle_desk_take_shop (FettleDesk *self, FettleShop *shop)
{
  if (fettle_record_equal (self->shop, shop))
    return;
  g_set_object (&self->shop, shop);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_pointer (&self->calendar, fettle_calendar_unref);
  self->zone = fettle_shop_make_zone (shop);
  self->calendar = fettle_shop_make_calendar (shop);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOP]);
}

static void
fettle_desk_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FettleDesk *self = FETTLE_DESK (object);

  if (id == PROP_SHOP)
    g_value_set_object (value, self->shop);
  else if (id == PROP_PERSON)
    g_value_set_string (value, self->person);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
fettle_desk_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_PERSON)
    fettle_desk_set_person (FETTLE_DESK (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
fettle_desk_finalize (GObject *object)
{
  FettleDesk *self = FETTLE_DESK (object);

  g_clear_signal_handler (&self->store_changed, self->store);
  g_clear_object (&self->store);
  g_clear_object (&self->shop);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_pointer (&self->calendar, fettle_calendar_unref);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->person, g_free);
  G_OBJECT_CLASS (fettle_desk_parent_class)->finalize (object);
}

static void
fettle_desk_class_init (FettleDeskClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = fettle_desk_get_property;
  object_class->set_property = fettle_desk_set_property;
  object_class->finalize = fettle_desk_finalize;
  properties[PROP_SHOP]
      = g_param_spec_object ("shop", NULL, NULL, FETTLE_TYPE_SHOP, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PERSON] = g_param_spec_string ("person", NULL, NULL, NULL,
                                                 G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signal_changed = g_signal_new ("changed", FETTLE_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 G_TYPE_ARRAY);
}

static void
fettle_desk_init (FettleDesk *self)
{
}

/* The search index is written when nobody waits for anything. */
static gboolean
drain_search (FettleConnection *connection, gpointer data)
{
  gboolean more = FALSE;

  return fettle_search_store_drain (connection, 20, &more, NULL) && more;
}

/**
 * fettle_desk_new:
 * @name: of the desk, as events name it: "Counter 1"
 *
 * The shop's settings are there once fettle_desk_load_shop_async() has answered.
 *
 * Returns: (transfer full): the desk
 */
FettleDesk *
fettle_desk_new (FettleStore *store, const char *name)
{
  FettleDesk *self = g_object_new (FETTLE_TYPE_DESK, NULL);

  self->store = g_object_ref (store);
  self->name = g_strdup (name);
  self->store_changed = g_signal_connect (store, "changed", G_CALLBACK (on_store_changed), self);
  if (fettle_store_get_mode (store) != FETTLE_OPEN_READ_ONLY)
    fettle_store_set_idle (store, drain_search, NULL);
  return self;
}

FettleStore *
fettle_desk_get_store (FettleDesk *self)
{
  return self->store;
}

const char *
fettle_desk_get_name (FettleDesk *self)
{
  return self->name;
}

/**
 * fettle_desk_get_shop:
 *
 * Returns: (transfer none) (nullable): the settings as last loaded
 */
FettleShop *
fettle_desk_get_shop (FettleDesk *self)
{
  return self->shop;
}

GTimeZone *
fettle_desk_get_zone (FettleDesk *self)
{
  return self->zone;
}

FettleCalendar *
fettle_desk_get_calendar (FettleDesk *self)
{
  return self->calendar;
}

/**
 * fettle_desk_get_person:
 *
 * Returns: (nullable): name of who sits here
 */
const char *
fettle_desk_get_person (FettleDesk *self)
{
  return self->person;
}

/**
 * fettle_desk_get_person_id:
 *
 * Returns: row of who sits here, 0 for nobody
 */
gint64
fettle_desk_get_person_id (FettleDesk *self)
{
  for (guint i = 0; self->person != NULL && self->shop != NULL && i < self->shop->staff->len; i++)
    {
      FettleStaff *staff = self->shop->staff->pdata[i];

      if (g_str_equal (staff->name, self->person))
        return staff->id;
    }
  return 0;
}

void
fettle_desk_set_person (FettleDesk *self, const char *name)
{
  if (g_strcmp0 (self->person, name) == 0)
    return;
  g_free (self->person);
  self->person = g_strdup (name);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PERSON]);
}

static void
request_free (gpointer data)
{
  FettleRequest *request = data;

  g_clear_object (&request->record);
  g_clear_object (&request->other_record);
  g_clear_pointer (&request->list, g_ptr_array_unref);
  g_clear_pointer (&request->other_list, g_ptr_array_unref);
  g_clear_pointer (&request->names, g_strfreev);
  g_clear_pointer (&request->bytes, g_bytes_unref);
  g_clear_pointer (&request->zone, g_time_zone_unref);
  g_free (request->text);
  g_free (request->other_text);
  g_free (request->third_text);
  g_free (request->by);
  g_free (request->desk);
  g_free (request);
}

/**
 * fettle_request_new:
 *
 * Returns: (transfer full): a request that knows who asks
 */
FettleRequest *
fettle_request_new (FettleDesk *self)
{
  FettleRequest *request = g_new0 (FettleRequest, 1);

  request->by = g_strdup (self->person);
  request->desk = g_strdup (self->name);
  return request;
}

typedef struct
{
  GTask *task;
  FettleAnswerKind kind;
} Asked;

static void
return_answer (GTask *task, FettleAnswerKind kind, gpointer answer)
{
  switch (kind)
    {
    case FETTLE_ANSWER_RECORD:
      g_task_return_pointer (task, answer, g_object_unref);
      break;
    case FETTLE_ANSWER_LIST:
      g_task_return_pointer (task, answer, (GDestroyNotify) g_ptr_array_unref);
      break;
    case FETTLE_ANSWER_BYTES:
      g_task_return_pointer (task, answer, (GDestroyNotify) g_bytes_unref);
      break;
    case FETTLE_ANSWER_PLAIN:
    default:
      g_task_return_int (task, (gssize) GPOINTER_TO_SIZE (answer));
    }
}

static void
on_answer (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Asked *asked = user_data;
  g_autoptr (GTask) task = asked->task;
  FettleDesk *self = g_task_get_source_object (task);
  GError *error = NULL;
  gpointer answer = fettle_store_call_finish (FETTLE_STORE (source), result, &error);

  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (asked->kind == FETTLE_ANSWER_RECORD && FETTLE_IS_SHOP (answer))
    fettle_desk_take_shop (self, answer);
  return_answer (task, asked->kind, answer);
}

static GDestroyNotify
free_func (FettleAnswerKind kind)
{
  switch (kind)
    {
    case FETTLE_ANSWER_RECORD:
      return g_object_unref;
    case FETTLE_ANSWER_LIST:
      return (GDestroyNotify) g_ptr_array_unref;
    case FETTLE_ANSWER_BYTES:
      return (GDestroyNotify) g_bytes_unref;
    case FETTLE_ANSWER_PLAIN:
    default:
      return NULL;
    }
}

/**
 * fettle_desk_ask:
 * @urgent: whether somebody waits for it with a finger on a key
 * @func: what to do on the store's thread
 * @request: (transfer full):
 *
 * Sends a request off.
 */
void
fettle_desk_ask (FettleDesk *self,
                 gboolean urgent,
                 FettleAnswerKind kind,
                 FettleStoreFunc func,
                 FettleRequest *request,
                 GCancellable *cancellable,
                 GAsyncReadyCallback callback,
                 gpointer user_data)
{
  Asked *asked = g_new0 (Asked, 1);

  asked->task = g_task_new (self, cancellable, callback, user_data);
  asked->kind = kind;
  if (urgent)
    fettle_store_call_urgent_async (self->store, func, request, request_free, free_func (kind), cancellable, on_answer,
                                    asked);
  else
    fettle_store_call_async (self->store, func, request, request_free, free_func (kind), cancellable, on_answer, asked);
}

/**
 * fettle_desk_finish:
 *
 * Returns: (transfer full) (nullable): a record or a GPtrArray, as the function that was called says
 */
gpointer
fettle_desk_finish (FettleDesk *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * fettle_desk_finish_done:
 *
 * Returns: whether it was done; a claim that another desk has made is %FALSE without an error
 */
gboolean
fettle_desk_finish_done (FettleDesk *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_int (G_TASK (result), error) > 0;
}

/**
 * fettle_desk_finish_id:
 *
 * Returns: the row that was saved, or 0 with an error
 */
gint64
fettle_desk_finish_id (FettleDesk *self, GAsyncResult *result, GError **error)
{
  /* An answer is fetched once: MAX would ask twice. */
  gint64 id = g_task_propagate_int (G_TASK (result), error);

  return MAX (id, 0);
}

GBytes *
fettle_desk_load_logo_finish (FettleDesk *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
