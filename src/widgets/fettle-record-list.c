/* fettle-record-list.c: a list of records that can be renewed without the rows on the screen being made anew.
 *
 * Each record is held by an item that stays the same object for the same id. When the records are loaded again, the
 * list tells its view only of the rows that came, went or changed places (all but a longest run of rows that keep their
 * order), and an item whose record differs notifies "record". So focus, selection and place of the scroll stay where
 * they are. Where very much is different, as after a filter was typed, it is told as one change from the first
 * difference to the last: each telling costs a view a walk through all its rows, and two hundred of them held the
 * window for a second. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-record-list.h"

/* Up to so many places of a list are told of one by one. */
#define MOST_PIECES 6

struct _FettleRecordItem
{
  GObject parent_instance;
  gint64 id;
  GObject *record;

  /* Its place in the list before and, while that is renewed, whether it keeps its order. */
  guint position;
  gboolean stays;
};

G_DEFINE_FINAL_TYPE (FettleRecordItem, fettle_record_item, G_TYPE_OBJECT)

struct _FettleRecordList
{
  GObject parent_instance;
  GPtrArray *items;
  GHashTable *by_id;
};

static GType
get_item_type (GListModel *model)
{
  return FETTLE_TYPE_RECORD_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return FETTLE_RECORD_LIST (model)->items->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  FettleRecordList *self = FETTLE_RECORD_LIST (model);

  return position < self->items->len ? g_object_ref (self->items->pdata[position]) : NULL;
}

static void
fettle_record_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (FettleRecordList,
                               fettle_record_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, fettle_record_list_model_init))

/* Properties of an item. */
enum
{
  PROP_0,
  PROP_RECORD,
};

static void
fettle_record_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_RECORD)
    g_value_set_object (value, FETTLE_RECORD_ITEM (object)->record);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
fettle_record_item_finalize (GObject *object)
{
  g_clear_object (&FETTLE_RECORD_ITEM (object)->record);
  G_OBJECT_CLASS (fettle_record_item_parent_class)->finalize (object);
}

static void
fettle_record_item_class_init (FettleRecordItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = fettle_record_item_get_property;
  object_class->finalize = fettle_record_item_finalize;
  g_object_class_install_property (object_class, PROP_RECORD,
                                   g_param_spec_object ("record", NULL, NULL, FETTLE_TYPE_RECORD,
                                                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
fettle_record_item_init (FettleRecordItem *self)
{
}

static void
fettle_record_list_finalize (GObject *object)
{
  FettleRecordList *self = FETTLE_RECORD_LIST (object);

  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->items);
  G_OBJECT_CLASS (fettle_record_list_parent_class)->finalize (object);
}

static void
fettle_record_list_class_init (FettleRecordListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fettle_record_list_finalize;
}

static void
fettle_record_list_init (FettleRecordList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
}

FettleRecordList *
fettle_record_list_new (void)
{
  return g_object_new (FETTLE_TYPE_RECORD_LIST, NULL);
}

static gint64
id_of (gpointer record)
{
  gint64 id = 0;

  g_object_get (record, "id", &id, NULL);
  return id;
}

/* The items of the records, in the records' order: those we have already, and new ones. An id twice is taken once. */
static GPtrArray *
make_items (FettleRecordList *self, GPtrArray *records, GHashTable *by_id)
{
  GPtrArray *items = g_ptr_array_new_full (records->len, g_object_unref);

  for (guint i = 0; i < records->len; i++)
    {
      gint64 id = id_of (records->pdata[i]);
      FettleRecordItem *item = g_hash_table_lookup (self->by_id, &id);

      if (g_hash_table_contains (by_id, &id))
        continue;
      if (item != NULL)
        g_object_ref (item);
      else
        {
          item = g_object_new (FETTLE_TYPE_RECORD_ITEM, NULL);
          item->id = id;
          item->record = g_object_ref (records->pdata[i]);
          item->position = G_MAXUINT;
        }
      g_hash_table_insert (by_id, &item->id, item);
      g_ptr_array_add (items, item);
    }
  return items;
}

/* Marks a longest run of old items whose order is the same before and after; the others are moved around them. */
static void
mark_staying (GPtrArray *items)
{
  g_autofree guint *tails = g_new (guint, items->len + 1);
  g_autofree guint *before = g_new (guint, items->len + 1);
  guint length = 0;
  guint at;

  for (guint i = 0; i < items->len; i++)
    {
      FettleRecordItem *item = items->pdata[i];
      guint low = 0, high = length;

      item->stays = FALSE;
      if (item->position == G_MAXUINT)
        continue;
      while (low < high)
        {
          guint middle = (low + high) / 2;

          if (((FettleRecordItem *) items->pdata[tails[middle]])->position < item->position)
            low = middle + 1;
          else
            high = middle;
        }
      before[i] = low > 0 ? tails[low - 1] : G_MAXUINT;
      tails[low] = i;
      length = MAX (length, low + 1);
    }
  at = length > 0 ? tails[length - 1] : G_MAXUINT;
  while (at != G_MAXUINT)
    {
      ((FettleRecordItem *) items->pdata[at])->stays = TRUE;
      at = before[at];
    }
}

/* Puts what came between two staying items in the place of what went, and tells the view of it. */
static void
splice (FettleRecordList *self, guint position, guint removed, GPtrArray *items, guint added)
{
  if (removed == 0 && added == 0)
    return;
  if (removed > 0)
    g_ptr_array_remove_range (self->items, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (self->items, position + i, g_object_ref (items->pdata[position + i]));
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

static void
take_items (FettleRecordList *self, GPtrArray *items)
{
  guint position = 0;

  while (position < items->len || position < self->items->len)
    {
      guint removed = 0, added = 0;

      while (position + removed < self->items->len
             && !((FettleRecordItem *) self->items->pdata[position + removed])->stays)
        removed++;
      while (position + added < items->len && !((FettleRecordItem *) items->pdata[position + added])->stays)
        added++;
      splice (self, position, removed, items, added);
      position += added;
      if (position < items->len)
        position++;
    }
}

/* In how many places the list differs, as take_items() would tell them. */
static guint
count_pieces (FettleRecordList *self, GPtrArray *items)
{
  guint before = 0, after = 0, pieces = 0;

  while (before < self->items->len || after < items->len)
    {
      guint from_before = before, from_after = after;

      while (before < self->items->len && !((FettleRecordItem *) self->items->pdata[before])->stays)
        before++;
      while (after < items->len && !((FettleRecordItem *) items->pdata[after])->stays)
        after++;
      pieces += before > from_before || after > from_after;
      before++;
      after++;
    }
  return pieces;
}

/* The same as take_items() at one stroke. */
static void
take_items_at_once (FettleRecordList *self, GPtrArray *items)
{
  guint first = 0, same_end = 0, shorter = MIN (self->items->len, items->len);

  while (first < shorter && self->items->pdata[first] == items->pdata[first])
    first++;
  while (same_end < shorter - first
         && self->items->pdata[self->items->len - 1 - same_end] == items->pdata[items->len - 1 - same_end])
    same_end++;
  splice (self, first, self->items->len - same_end - first, items, items->len - same_end - first);
}

static void
take_records (FettleRecordList *self, GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    {
      gint64 id = id_of (records->pdata[i]);
      FettleRecordItem *item = g_hash_table_lookup (self->by_id, &id);

      if (item->record == records->pdata[i] || fettle_record_equal (item->record, records->pdata[i]))
        continue;
      g_set_object (&item->record, G_OBJECT (records->pdata[i]));
      g_object_notify (G_OBJECT (item), "record");
    }
}

/**
 * fettle_record_list_update:
 * @records: (element-type FettleRecord): all of them, in their order, each with an "id" of its own
 */
void
fettle_record_list_update (FettleRecordList *self, GPtrArray *records)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GPtrArray) kept = NULL;

  g_return_if_fail (FETTLE_IS_RECORD_LIST (self) && records != NULL);
  /* The keys of the table lie in the items: old ones must live until the new table is in its place. */
  kept = g_ptr_array_copy (self->items, (GCopyFunc) g_object_ref, NULL);
  for (guint i = 0; i < self->items->len; i++)
    {
      ((FettleRecordItem *) self->items->pdata[i])->position = i;
      ((FettleRecordItem *) self->items->pdata[i])->stays = FALSE;
    }
  items = make_items (self, records, by_id);
  mark_staying (items);
  g_hash_table_unref (self->by_id);
  self->by_id = g_steal_pointer (&by_id);
  if (count_pieces (self, items) <= MOST_PIECES)
    take_items (self, items);
  else
    take_items_at_once (self, items);
  take_records (self, records);
}

/**
 * fettle_record_list_find:
 * @position: (out) (optional): where it is
 *
 * Returns: whether a record of this id is in the list
 */
gboolean
fettle_record_list_find (FettleRecordList *self, gint64 id, guint *position)
{
  for (guint i = 0; i < self->items->len; i++)
    if (((FettleRecordItem *) self->items->pdata[i])->id == id)
      {
        if (position != NULL)
          *position = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * fettle_record_list_get_record:
 *
 * Returns: (transfer none) (nullable): the record there; %NULL past the end
 */
gpointer
fettle_record_list_get_record (FettleRecordList *self, guint position)
{
  return position < self->items->len ? ((FettleRecordItem *) self->items->pdata[position])->record : NULL;
}

gint64
fettle_record_item_get_id (FettleRecordItem *self)
{
  return self->id;
}

/**
 * fettle_record_item_get_record:
 *
 * Returns: (transfer none): the record as it is now
 */
gpointer
fettle_record_item_get_record (FettleRecordItem *self)
{
  return self->record;
}
