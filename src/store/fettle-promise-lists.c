/* fettle-promise-lists.c: promises in lists: what is to be kept, what nothing stands behind, and how they usually end.
 *
 * What is open is bounded by what lies in the shop; what has ended grows with the years and is read from its newest
 * end.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-promise-store.h"

#include "fettle-clock.h"
#include "fettle-event-words.h"
#include "fettle-promise-rows.h"
#include "fettle-promise-rules.h"

#define USUAL_LIMIT 1000

/* How far back it is looked for one person's promises, or for a habit. */
#define LOOKED_AT 2000

static const FettleField fettle_promise_filter_fields[] = {
  FETTLE_FIELD (FettlePromiseFilter, view, "view", INT),
  FETTLE_FIELD (FettlePromiseFilter, state, "state", INT),
  FETTLE_FIELD (FettlePromiseFilter, acting_id, "acting-id", INT64),
  FETTLE_FIELD (FettlePromiseFilter, limit, "limit", INT),
};

FETTLE_DEFINE_RECORD (FettlePromiseFilter, fettle_promise_filter)

static const FettleField fettle_promise_habit_fields[] = {
  FETTLE_FIELD (FettlePromiseHabit, kind, "kind", STRING),
  FETTLE_FIELD (FettlePromiseHabit, kind_name, "kind-name", STRING),
  FETTLE_FIELD (FettlePromiseHabit, n, "n", INT),
  FETTLE_FIELD (FettlePromiseHabit, n_missed, "n-missed", INT),
  FETTLE_FIELD (FettlePromiseHabit, days, "days", INT),
};

FETTLE_DEFINE_RECORD (FettlePromiseHabit, fettle_promise_habit)

/**
 * fettle_promise_store_list_open:
 * @due_before: moment
 *
 * Returns: (transfer full) (element-type FettlePromise) (nullable): what is still to be kept and due before that
 * moment, the earliest first; a job that is ready waits for its customer, so its "ready by" is not in the list
 */
GPtrArray *
fettle_promise_store_list_open (FettleConnection *connection, gint64 due_before, int limit, GError **error)
{
  g_autoptr (FettleStatement) rows = fettle_connection_prepare (
      connection, "SELECT " FETTLE_PROMISE_COLUMNS FETTLE_PROMISE_TABLES "WHERE p.state = 'open' AND p.due < :before"
                  " AND NOT (p.kind = 'ready' AND j.stage = 'ready') ORDER BY p.due, p.id LIMIT :limit");
  g_autoptr (GPtrArray) promises = NULL;

  fettle_statement_bind_int (rows, ":before", due_before);
  fettle_statement_bind_int (rows, ":limit", limit);
  promises = fettle_promise_rows_read_all (rows, error);
  if (promises != NULL && !fettle_promise_rows_find_acting (connection, promises, error))
    return NULL;
  return g_steal_pointer (&promises);
}

static GPtrArray *
read_open (FettleConnection *connection, GError **error)
{
  g_autoptr (FettleStatement) rows
      = fettle_connection_prepare (connection, "SELECT " FETTLE_PROMISE_COLUMNS FETTLE_PROMISE_TABLES
                                               "WHERE p.state = 'open' ORDER BY p.due, p.id LIMIT :limit");

  /* All of them: what is open lies on the shelves. */
  fettle_statement_bind_int (rows, ":limit", 100 * LOOKED_AT);
  return fettle_promise_rows_read_all (rows, error);
}

static GPtrArray *
read_unbacked (FettleConnection *connection, GError **error)
{
  g_autoptr (FettleStatement) rows = fettle_connection_prepare (
      connection,
      "SELECT " FETTLE_PROMISE_COLUMNS FETTLE_PROMISE_TABLES
      "WHERE p.state = 'open' AND p.requires IS NOT NULL AND p.backed_at = 0 ORDER BY p.due, p.id LIMIT :limit");

  fettle_statement_bind_int (rows, ":limit", 100 * LOOKED_AT);
  return fettle_promise_rows_read_all (rows, error);
}

static GPtrArray *
read_ended (FettleConnection *connection, GError **error)
{
  g_autoptr (FettleStatement) rows
      = fettle_connection_prepare (connection, "SELECT " FETTLE_PROMISE_COLUMNS FETTLE_PROMISE_TABLES
                                               "WHERE p.state <> 'open' ORDER BY p.ended_at DESC LIMIT :limit");

  fettle_statement_bind_int (rows, ":limit", LOOKED_AT);
  return fettle_promise_rows_read_all (rows, error);
}

static gboolean
belongs (FettlePromiseFilter *filter, FettlePromise *promise, FettleCalendar *calendar, gint64 now)
{
  const gint64 day_ends = fettle_calendar_day_end (calendar, now);

  if (filter->acting_id != 0 && promise->acting_id != filter->acting_id)
    return FALSE;
  if (filter->state != FETTLE_PROMISE_NONE && promise->state != filter->state)
    return FALSE;
  switch (filter->view)
    {
    case FETTLE_PROMISE_VIEW_SOON:
      return !fettle_promise_is_done (promise) && promise->due >= day_ends
             && promise->due <= fettle_promise_soon_until (calendar, now, promise->lead);
    case FETTLE_PROMISE_VIEW_TODAY:
      return !fettle_promise_is_done (promise) && promise->due >= now && promise->due < day_ends;
    case FETTLE_PROMISE_VIEW_OVERDUE:
      return !fettle_promise_is_done (promise) && promise->due < now;
    case FETTLE_PROMISE_VIEW_OPEN:
    case FETTLE_PROMISE_VIEW_UNBACKED:
    case FETTLE_PROMISE_VIEW_ENDED:
    case FETTLE_PROMISE_VIEW_ALL:
    default:
      return TRUE;
    }
}

static gboolean
add_those (FettleConnection *connection,
           FettlePromiseFilter *filter,
           FettleCalendar *calendar,
           GPtrArray *found,
           GPtrArray *into,
           GError **error)
{
  const guint limit = filter->limit > 0 ? (guint) filter->limit : USUAL_LIMIT;
  const gint64 now = fettle_clock_now ();

  if (found == NULL || !fettle_promise_rows_find_acting (connection, found, error))
    return FALSE;
  for (guint i = 0; i < found->len && into->len < limit; i++)
    if (belongs (filter, found->pdata[i], calendar, now))
      g_ptr_array_add (into, g_object_ref (found->pdata[i]));
  return TRUE;
}

/**
 * fettle_promise_store_list:
 * @calendar: of the shop
 *
 * Returns: (transfer full) (element-type FettlePromise) (nullable): what the filter lets through, with who has each of
 *   them today; without revisions
 */
GPtrArray *
fettle_promise_store_list (FettleConnection *connection,
                           FettlePromiseFilter *filter,
                           FettleCalendar *calendar,
                           GError **error)
{
  g_autoptr (GPtrArray) promises = g_ptr_array_new_with_free_func (g_object_unref);
  const gboolean wants_ended = filter->view == FETTLE_PROMISE_VIEW_ENDED || filter->view == FETTLE_PROMISE_VIEW_ALL;
  g_autoptr (GPtrArray) open = NULL;
  g_autoptr (GPtrArray) ended = NULL;

  if (filter->view != FETTLE_PROMISE_VIEW_ENDED)
    {
      open = filter->view == FETTLE_PROMISE_VIEW_UNBACKED ? read_unbacked (connection, error)
                                                          : read_open (connection, error);
      if (!add_those (connection, filter, calendar, open, promises, error))
        return NULL;
    }
  if (wants_ended)
    {
      ended = read_ended (connection, error);
      if (!add_those (connection, filter, calendar, ended, promises, error))
        return NULL;
    }
  return g_steal_pointer (&promises);
}

static FettlePromiseHabit *
habit_of (GPtrArray *habits, GHashTable *missed, FettlePromise *promise)
{
  FettlePromiseHabit *habit;

  for (guint i = 0; i < habits->len; i++)
    if (g_str_equal (((FettlePromiseHabit *) habits->pdata[i])->kind, promise->kind))
      return habits->pdata[i];
  habit = fettle_promise_habit_new ();
  habit->kind = g_strdup (promise->kind);
  habit->kind_name = g_strdup (promise->kind_name);
  g_ptr_array_add (habits, habit);
  g_hash_table_insert (missed, habit, g_array_new (FALSE, FALSE, sizeof (int)));
  return habit;
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

/**
 * fettle_promise_store_list_habits:
 * @calendar: of the shop
 *
 * Returns: (transfer full) (element-type FettlePromiseHabit) (nullable): by how much each kind of promise was missed
 *   among the newest that ended; kinds that never ended are not in it
 */
GPtrArray *
fettle_promise_store_list_habits (FettleConnection *connection, FettleCalendar *calendar, GError **error)
{
  g_autoptr (GPtrArray) habits = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) missed = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  g_autoptr (GPtrArray) ended = read_ended (connection, error);

  for (guint i = 0; ended != NULL && i < ended->len; i++)
    {
      FettlePromise *promise = ended->pdata[i];
      FettlePromiseHabit *habit = NULL;
      gint64 working_time = 0;
      int days = 0;

      if (promise->state == FETTLE_PROMISE_WITHDRAWN)
        continue;
      habit = habit_of (habits, missed, promise);
      habit->n++;
      if (!fettle_promise_missed_by (promise, calendar, promise->ended_at, &days, &working_time))
        continue;
      habit->n_missed++;
      g_array_append_val ((GArray *) g_hash_table_lookup (missed, habit), days);
    }
  for (guint i = 0; i < habits->len; i++)
    {
      FettlePromiseHabit *habit = habits->pdata[i];
      GArray *days = g_hash_table_lookup (missed, habit);

      g_array_sort (days, compare_days);
      habit->days = days->len > 0 ? g_array_index (days, int, days->len / 2) : 0;
    }
  return ended != NULL ? g_steal_pointer (&habits) : NULL;
}

/**
 * fettle_promise_habit_text:
 *
 * Returns: (transfer full): by how much such promises were missed, in one line
 */
char *
fettle_promise_habit_text (FettlePromiseHabit *self, FettleLanguage *language)
{
  const char *kind = self->kind_name != NULL ? self->kind_name : fettle_event_words_promise (language, self->kind);
  /* Translators: a kind of promise, such as Call back; how many were missed; of how many. */
  g_autofree char *missed
      = g_strdup_printf (fettle_language_text (language, "%s: %d of %d missed"), kind, self->n_missed, self->n);
  g_autofree char *by = NULL;

  if (self->n_missed == 0)
    return g_steal_pointer (&missed);
  by = self->days == 0
           ? g_strdup (fettle_language_text (language, "usually by hours"))
           : g_strdup_printf (fettle_language_text_plural (language, "usually by %d working day",
                                                           "usually by %d working days", (guint64) self->days),
                              self->days);
  /* Translators: "Call back: 3 of 10 missed", and then by how much. */
  return g_strdup_printf (fettle_language_text_context (language, "how promises were missed", "%s, %s"), missed, by);
}
