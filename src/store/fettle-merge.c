/* fettle-merge.c: what it takes to make two rows of one person, or of one thing, one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-merge.h"

#include "fettle-event-store.h"
#include "fettle-statement.h"

static GArray *
list_jobs (FettleConnection *connection, const char *what, gint64 drop_id, GError **error)
{
  g_autoptr (FettleStatement) rows
      = fettle_connection_prepare (connection, g_str_equal (what, "customer")
                                                   ? "SELECT id FROM job WHERE customer_id = :id ORDER BY id"
                                                   : "SELECT id FROM job WHERE unit_id = :id ORDER BY id");
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  FettleStep step;

  fettle_statement_bind_int (rows, ":id", drop_id);
  while ((step = fettle_statement_step (rows, error)) == FETTLE_STEP_ROW)
    {
      gint64 id = fettle_statement_int (rows, 0);

      g_array_append_val (ids, id);
    }
  return step == FETTLE_STEP_DONE ? g_steal_pointer (&ids) : NULL;
}

/**
 * fettle_merge_tell_jobs:
 * @what: customer or unit
 * @details: of the event
 * @words: (nullable): its personal words
 *
 * Appends the same event to the timeline of each of its jobs, within the caller's transaction.
 */
gboolean
fettle_merge_tell_jobs (FettleConnection *connection,
                        const char *what,
                        gint64 id,
                        FettleEventKind kind,
                        FettleDetails *details,
                        FettleDetails *words,
                        gint64 by_id,
                        const char *desk,
                        GError **error)
{
  g_autoptr (GArray) ids = list_jobs (connection, what, id, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      g_autoptr (FettleTimeline) timeline = fettle_timeline_open (connection, g_array_index (ids, gint64, i), error);

      if (timeline == NULL)
        return FALSE;
      fettle_timeline_set_author (timeline, by_id, desk, 0);
      if (!fettle_timeline_append (timeline, kind, FALSE, details, words, error)
          || !fettle_timeline_save (timeline, error))
        return FALSE;
    }
  return ids != NULL;
}

/**
 * fettle_merge_jobs:
 * @what: customer or unit
 *
 * Every job of the one that goes becomes one of the one that stays, and says so on its own timeline, within the
 * caller's transaction.
 */
gboolean
fettle_merge_jobs (FettleConnection *connection,
                   const char *what,
                   gint64 keep_id,
                   gint64 drop_id,
                   gint64 by_id,
                   const char *desk,
                   GError **error)
{
  g_autoptr (FettleDetails) details = fettle_details_new ();

  fettle_details_set_int (details, what, keep_id);
  fettle_details_set_int (details, "from", drop_id);
  return fettle_merge_tell_jobs (connection, what, drop_id, FETTLE_EVENT_MERGED, details, NULL, by_id, desk, error);
}

/**
 * fettle_merge_run:
 * @sql: with :keep and :drop
 */
gboolean
fettle_merge_run (FettleConnection *connection, const char *sql, gint64 keep_id, gint64 drop_id, GError **error)
{
  g_autoptr (FettleStatement) statement = fettle_connection_prepare (connection, sql);

  fettle_statement_bind_int (statement, ":keep", keep_id);
  fettle_statement_bind_int (statement, ":drop", drop_id);
  return fettle_statement_run (statement, error);
}
