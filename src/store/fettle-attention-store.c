/* fettle-attention-store.c: everything that waits for somebody here, in one list.
 *
 * Whoever is away has what they own done by the deputy of the thing itself, else by the deputy of the absence. What was
 * put off is out of the list until its time comes, or until it hurts more than it did then. Any thread that owns the
 * connection.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-attention-store.h"

#include <glib/gi18n-lib.h>

#include "fettle-absence-store.h"
#include "fettle-attention-sources.h"
#include "fettle-clock.h"
#include "fettle-queue-private.h"
#include "fettle-setup-store.h"
#include "fettle-statement.h"
#include "fettle-store-error.h"
#include "fettle-transaction.h"

/* More of one kind than anybody will see to in a day. */
#define MOST_OF_A_KIND 300

static const FettleField fettle_attention_list_fields[] = {
  FETTLE_FIELD (FettleAttentionList, items, "items", LIST),
  FETTLE_FIELD (FettleAttentionList, n_now, "n-now", INT),
  FETTLE_FIELD (FettleAttentionList, n_today, "n-today", INT),
  FETTLE_FIELD (FettleAttentionList, n_snoozed, "n-snoozed", INT),
  FETTLE_FIELD (FettleAttentionList, is_cut, "is-cut", BOOLEAN),
  FETTLE_FIELD (FettleAttentionList, made_at, "made-at", INT64),
};

FETTLE_DEFINE_RECORD (FettleAttentionList, fettle_attention_list)

static FettleStaff *
find_staff (FettleShop *shop, gint64 id)
{
  for (guint i = 0; id != 0 && i < shop->staff->len; i++)
    if (((FettleStaff *) shop->staff->pdata[i])->id == id)
      return shop->staff->pdata[i];
  return NULL;
}

/* Who has each of them today, and what they are called. Who has left the shop has nothing any more. */
static gboolean
name_people (FettleConnection *connection, FettleShop *shop, const char *today, GPtrArray *items, GError **error)
{
  g_autoptr (GPtrArray) absences = fettle_absence_store_list_away (connection, today, error);

  for (guint i = 0; absences != NULL && i < items->len; i++)
    {
      FettleAttention *item = items->pdata[i];
      FettleStaff *owner = find_staff (shop, item->owner_id);
      FettleStaff *acting;

      item->acting_id = fettle_absence_stand_in (absences, item->owner_id, item->deputy_id, today);
      acting = find_staff (shop, item->acting_id);
      item->owner_name = owner != NULL ? g_strdup (owner->name) : NULL;
      item->acting_name = acting != NULL ? g_strdup (acting->name) : NULL;
    }
  return absences != NULL;
}

/* Marks what is put off: until a later moment, since it began to wait, and not when it hurt less than now. */
static gboolean
mark_snoozed (FettleConnection *connection, gint64 now, GPtrArray *items, GError **error)
{
  g_autoptr (FettleStatement) rows = fettle_connection_prepare (
      connection, "SELECT key, until, reason, severity, at FROM snooze WHERE until > :now ORDER BY until");
  g_autoptr (GHashTable) by_key = g_hash_table_new (g_str_hash, g_str_equal);
  FettleStep step;

  for (guint i = 0; i < items->len; i++)
    g_hash_table_insert (by_key, ((FettleAttention *) items->pdata[i])->key, items->pdata[i]);
  fettle_statement_bind_int (rows, ":now", now);
  while ((step = fettle_statement_step (rows, error)) == FETTLE_STEP_ROW)
    {
      FettleAttention *item = g_hash_table_lookup (by_key, fettle_statement_text (rows, 0));

      if (item == NULL || item->since > fettle_statement_int (rows, 4)
          || item->severity < fettle_severity_from_id (fettle_statement_text (rows, 3)))
        continue;
      item->snoozed_until = fettle_statement_int (rows, 1);
      item->snooze_reason = fettle_statement_dup (rows, 2);
    }
  return step == FETTLE_STEP_DONE;
}

static GPtrArray *
read_items (FettleConnection *connection, FettleShop *shop, gint64 now, int lead, gboolean *is_cut, GError **error)
{
  g_autoptr (FettleCalendar) calendar = fettle_shop_make_calendar (shop);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *today = fettle_calendar_local_day (calendar, now);
  g_autoptr (FettlePatience) patience = fettle_attention_store_load_patience (connection, error);
  FettleAttentionSearch search = { connection, calendar, now, items, FALSE, MOST_OF_A_KIND, lead, patience };

  if (patience == NULL || !fettle_attention_sources_read (&search, error)
      || !mark_snoozed (connection, now, items, error) || !name_people (connection, shop, today, items, error))
    return NULL;
  fettle_attention_sort (items);
  for (guint i = 0; i < items->len; i++)
    ((FettleAttention *) items->pdata[i])->id = (gint64) (g_str_hash (((FettleAttention *) items->pdata[i])->key) + 1);
  *is_cut = search.is_cut;
  return g_steal_pointer (&items);
}

static void
add_item (FettleAttentionList *list, FettleAttention *item, gboolean with_snoozed)
{
  if (item->snoozed_until != 0)
    list->n_snoozed++;
  if (item->snoozed_until != 0 && !with_snoozed)
    return;
  g_ptr_array_add (list->items, g_object_ref (item));
  list->n_now += item->severity == FETTLE_SEVERITY_NOW ? 1 : 0;
  list->n_today += item->severity == FETTLE_SEVERITY_TODAY ? 1 : 0;
}

/* Within the caller's transaction. */
static FettleAttentionList *
load_list (FettleConnection *connection, gint64 staff_id, gboolean with_snoozed, int lead, GError **error)
{
  g_autoptr (FettleShop) shop = fettle_setup_store_load (connection, error);
  g_autoptr (FettleAttentionList) list = fettle_attention_list_new ();
  g_autoptr (GPtrArray) items = NULL;

  list->made_at = fettle_clock_now ();
  if (shop == NULL || (items = read_items (connection, shop, list->made_at, lead, &list->is_cut, error)) == NULL)
    return NULL;
  for (guint i = 0; i < items->len; i++)
    if (staff_id == 0 || ((FettleAttention *) items->pdata[i])->acting_id == staff_id)
      add_item (list, items->pdata[i], with_snoozed);
  return g_steal_pointer (&list);
}

/**
 * fettle_attention_store_list:
 * @staff_id: only what this person has to do today, as owner or standing in; 0 for everybody's
 * @with_snoozed: also what was put off
 * @lead: minutes of opening time before it is due that a promise is warned of whose kind has no lead of its own; 0 is
 *   the usual one
 *
 * Of each kind it holds some hundreds at the most, the worst.
 *
 * Returns: (transfer full) (nullable): what waits at this moment, what hurts first in front
 */
FettleAttentionList *
fettle_attention_store_list (FettleConnection *connection,
                             gint64 staff_id,
                             gboolean with_snoozed,
                             int lead,
                             GError **error)
{
  g_autoptr (FettleTransaction) moment = fettle_transaction_begin_read (connection, G_STRFUNC, error);

  return moment != NULL ? load_list (connection, staff_id, with_snoozed, lead, error) : NULL;
}

/**
 * fettle_attention_store_load_patience:
 *
 * Returns: (transfer full) (nullable): how long things may take in this shop before they wait for somebody
 */
FettlePatience *
fettle_attention_store_load_patience (FettleConnection *connection, GError **error)
{
  g_autoptr (FettlePatience) patience = fettle_patience_new ();
  g_autoptr (GError) reason = NULL;

  for (FettlePatienceKind kind = 0; kind < FETTLE_N_PATIENCE && reason == NULL; kind++)
    {
      g_autofree char *value = fettle_setup_store_get (connection, fettle_patience_setting (kind), &reason);

      patience->numbers[kind] = fettle_patience_clamp (kind, value);
    }
  if (reason == NULL)
    return g_steal_pointer (&patience);
  g_propagate_error (error, g_steal_pointer (&reason));
  return NULL;
}

gboolean
fettle_attention_store_save_patience (FettleConnection *connection, FettlePatience *patience, GError **error)
{
  g_autoptr (FettleTransaction) transaction = fettle_transaction_join (connection, G_STRFUNC, error);

  for (FettlePatienceKind kind = 0; transaction != NULL && kind < FETTLE_N_PATIENCE; kind++)
    {
      g_autofree char *value = g_strdup_printf ("%d", patience->numbers[kind]);

      if (!fettle_setup_store_set (connection, fettle_patience_setting (kind), value, error))
        return FALSE;
    }
  return transaction != NULL && fettle_queue_rows_count_change (connection, error)
         && fettle_transaction_commit (transaction, error);
}

static FettleAttention *
find_item (FettleAttentionList *list, const char *key)
{
  for (guint i = 0; i < list->items->len; i++)
    {
      FettleAttention *item = list->items->pdata[i];

      if (g_strcmp0 (item->key, key) == 0)
        return item;
    }
  return NULL;
}

static gboolean
write_snooze (FettleConnection *connection,
              FettleAttention *item,
              gint64 until,
              const char *reason,
              gint64 by_id,
              GError **error)
{
  g_autoptr (FettleStatement) save = fettle_connection_prepare (
      connection,
      "INSERT INTO snooze (key, until, reason, severity, by_id, at) VALUES (:key, :until, :reason, :severity, :by, :at)"
      " ON CONFLICT (key) DO UPDATE SET until = excluded.until, reason = excluded.reason,"
      " severity = excluded.severity, by_id = excluded.by_id, at = excluded.at");

  fettle_statement_bind_text (save, ":key", item->key);
  fettle_statement_bind_int (save, ":until", until);
  fettle_statement_bind_text (save, ":reason", reason);
  fettle_statement_bind_text (save, ":severity", fettle_severity_id (item->severity));
  fettle_statement_bind_id (save, ":by", by_id);
  fettle_statement_bind_int (save, ":at", fettle_clock_now ());
  return fettle_statement_run (save, error);
}

/**
 * fettle_attention_store_snooze:
 * @key: of a thing in the list
 * @until: moment at which it comes back by itself
 * @reason: why, in words
 * @by: (nullable): who
 *
 * Puts a thing off; it also comes back when it hurts more than now.
 *
 * Returns: %FALSE with %FETTLE_STORE_ERROR_NOT_FOUND where nothing with that key waits, %FETTLE_STORE_ERROR_CONSTRAINT
 *   without a reason or with a time that is past
 */
gboolean
fettle_attention_store_snooze (FettleConnection *connection,
                               const char *key,
                               gint64 until,
                               const char *reason,
                               const char *by,
                               GError **error)
{
  g_autofree char *words = g_strstrip (g_strdup (reason != NULL ? reason : ""));
  g_autoptr (FettleAttentionList) list = NULL;
  g_autoptr (FettleTransaction) transaction = NULL;
  FettleAttention *item;
  gint64 by_id = 0;

  if (*words == '\0' || until <= fettle_clock_now ())
    {
      g_set_error_literal (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_CONSTRAINT,
                           _ ("Putting something off needs a reason, and a time that is still to come."));
      return FALSE;
    }
  transaction = fettle_transaction_begin (connection, G_STRFUNC, error);
  list = transaction != NULL ? load_list (connection, 0, TRUE, 0, error) : NULL;
  if (list == NULL)
    return FALSE;
  if ((item = find_item (list, key)) == NULL)
    {
      g_set_error_literal (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_NOT_FOUND,
                           _ ("Nothing with that key is waiting."));
      return FALSE;
    }
  if (by != NULL && *by != '\0' && (by_id = fettle_setup_store_staff_id (connection, by, error)) == 0)
    return FALSE;
  return write_snooze (connection, item, until, words, by_id, error)
         && fettle_queue_rows_count_change (connection, error) && fettle_transaction_commit (transaction, error);
}
