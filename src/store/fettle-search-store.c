/* fettle-search-store.c: the one box that finds a job by anything.
 *
 * The text of a job is written into the indexes from a queue, a moment after the save that queued it, by whichever
 * process comes first: the store's idle work, or the next search. What is asked in three and more characters goes to
 * the trigrams, shorter to the grams; the text itself has the last word. This is one of the two places that know
 * SQLite's full-text tables; the other is the schema.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-search-store.h"

#include "fettle-job-rows.h"
#include "fettle-search-text.h"
#include "fettle-statement.h"
#include "fettle-transaction.h"

/* How much of the queue a search works off before it answers: a morning's intakes, not an import. */
#define DRAIN_BEFORE_SEARCH 200

/* Candidates after which two indexes are compared: a third of a millisecond of each. */
#define TRIED 100

static gboolean
queue_is_empty (FettleConnection *connection)
{
  gint64 waiting = 0;

  return !fettle_connection_get_int (connection, "SELECT count(*) FROM (SELECT 1 FROM search_queue LIMIT 1)", &waiting,
                                     NULL)
         || waiting == 0;
}

/**
 * fettle_search_store_queue:
 *
 * Notes, within the caller's transaction, that a job's text has changed.
 */
gboolean
fettle_search_store_queue (FettleConnection *connection, gint64 job_id, GError **error)
{
  g_autoptr (FettleStatement) insert
      = fettle_connection_prepare (connection, "INSERT OR IGNORE INTO search_queue (job_id) VALUES (:job)");

  fettle_statement_bind_int (insert, ":job", job_id);
  return fettle_statement_run (insert, error);
}

static GArray *
take_from_queue (FettleConnection *connection, int limit, GError **error)
{
  g_autoptr (FettleStatement) rows
      = fettle_connection_prepare (connection, "SELECT job_id FROM search_queue ORDER BY job_id LIMIT :limit");
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  FettleStep step;

  fettle_statement_bind_int (rows, ":limit", limit);
  while ((step = fettle_statement_step (rows, error)) == FETTLE_STEP_ROW)
    {
      gint64 id = fettle_statement_int (rows, 0);

      g_array_append_val (ids, id);
    }
  return step == FETTLE_STEP_DONE ? g_steal_pointer (&ids) : NULL;
}

/* Everything somebody might ask for, a piece a line. */
static char *
gather_text (FettleConnection *connection, gint64 job_id, GError **error)
{
  g_autoptr (FettleStatement) row = fettle_connection_prepare (
      connection,
      "SELECT j.number, c.name, (SELECT group_concat(p.phone, char(10)) FROM customer_phone p"
      " WHERE p.customer_id = j.customer_id), c.email, m.category, m.brand, m.name, u.serial, u.imei, j.fault,"
      " j.condition, c.story FROM job j LEFT JOIN customer c ON c.id = j.customer_id"
      " LEFT JOIN unit u ON u.id = j.unit_id LEFT JOIN model m ON m.id = u.model_id WHERE j.id = :job");
  g_autoptr (GString) text = g_string_new (NULL);

  fettle_statement_bind_int (row, ":job", job_id);
  if (fettle_statement_step (row, error) != FETTLE_STEP_ROW)
    return NULL;
  for (int i = 0; i < fettle_statement_n_columns (row); i++)
    {
      const char *piece = fettle_statement_text (row, i);

      if (piece != NULL && *piece != '\0')
        g_string_append_printf (text, "%s\n", piece);
    }
  return fettle_search_normalise (text->str);
}

static gboolean
write_index (FettleConnection *connection, const char *sql, gint64 job_id, const char *text, GError **error)
{
  g_autoptr (FettleStatement) statement = fettle_connection_prepare (connection, sql);

  fettle_statement_bind_int (statement, ":job", job_id);
  fettle_statement_bind_text (statement, ":text", text);
  return fettle_statement_run (statement, error);
}

static gboolean
remove_old (FettleConnection *connection, gint64 job_id, GError **error)
{
  g_autoptr (FettleStatement) row
      = fettle_connection_prepare (connection, "SELECT text FROM job_text WHERE job_id = :job");
  g_autofree char *old = NULL;
  g_autofree char *old_grams = NULL;
  FettleStep step;

  fettle_statement_bind_int (row, ":job", job_id);
  step = fettle_statement_step (row, error);
  if (step != FETTLE_STEP_ROW)
    return step == FETTLE_STEP_DONE;
  old = fettle_statement_dup (row, 0);
  old_grams = fettle_search_grams (old);
  return write_index (connection,
                      "INSERT INTO search_trigram (search_trigram, rowid, text) VALUES ('delete', :job, :text)", job_id,
                      old, error)
         && write_index (connection,
                         "INSERT INTO search_gram (search_gram, rowid, grams) VALUES ('delete', :job, :text)", job_id,
                         old_grams, error);
}

static gboolean
write_text (FettleConnection *connection, gint64 job_id, const char *text, GError **error)
{
  g_autofree char *grams = fettle_search_grams (text);

  return write_index (connection, "INSERT OR REPLACE INTO job_text (job_id, text) VALUES (:job, :text)", job_id, text,
                      error)
         && write_index (connection, "INSERT INTO search_trigram (rowid, text) VALUES (:job, :text)", job_id, text,
                         error)
         && write_index (connection, "INSERT INTO search_gram (rowid, grams) VALUES (:job, :text)", job_id, grams,
                         error);
}

static gboolean
index_job (FettleConnection *connection, gint64 job_id, GError **error)
{
  g_autofree char *text = gather_text (connection, job_id, error);

  return text != NULL && remove_old (connection, job_id, error) && write_text (connection, job_id, text, error);
}

/**
 * fettle_search_store_add_new:
 * @text: everything somebody might ask for, a piece a line, in the order in which a job's row would give it
 *
 * Writes the text of a job that has none yet, within the caller's transaction: for an import, which has all of it at
 * hand and makes nobody wait at a counter.
 */
gboolean
fettle_search_store_add_new (FettleConnection *connection, gint64 job_id, const char *text, GError **error)
{
  g_autofree char *normalised = fettle_search_normalise (text);

  return write_text (connection, job_id, normalised, error);
}

/**
 * fettle_search_store_drain:
 * @limit: how many jobs at the most
 * @more: (out) (optional): whether some are left
 *
 * Writes queued texts into the indexes, in one transaction.
 */
gboolean
fettle_search_store_drain (FettleConnection *connection, int limit, gboolean *more, GError **error)
{
  g_autoptr (FettleTransaction) transaction = NULL;
  g_autoptr (GArray) ids = NULL;

  if (more != NULL)
    *more = FALSE;
  if (fettle_connection_is_read_only (connection) || queue_is_empty (connection))
    return TRUE;
  transaction = fettle_transaction_begin (connection, G_STRFUNC, error);
  ids = transaction != NULL ? take_from_queue (connection, limit, error) : NULL;
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      if (!index_job (connection, id, error)
          || !write_index (connection, "DELETE FROM search_queue WHERE job_id = :job AND :text IS NULL", id, NULL,
                           error))
        return FALSE;
    }
  if (ids == NULL || !fettle_transaction_commit (transaction, error))
    return FALSE;
  if (more != NULL)
    *more = !queue_is_empty (connection);
  return TRUE;
}

/**
 * fettle_search_store_rebuild:
 *
 * Empties the indexes and queues every job, as after a change of what is indexed.
 */
gboolean
fettle_search_store_rebuild (FettleConnection *connection, GError **error)
{
  g_autoptr (FettleTransaction) transaction = fettle_transaction_begin (connection, G_STRFUNC, error);

  return transaction != NULL
         && fettle_connection_execute (connection,
                                       "INSERT INTO search_gram (search_gram) VALUES ('delete-all');"
                                       "DELETE FROM job_text;"
                                       "INSERT INTO search_trigram (search_trigram) VALUES ('rebuild');"
                                       "INSERT OR IGNORE INTO search_queue (job_id) SELECT id FROM job;",
                                       error)
         && fettle_transaction_commit (transaction, error);
}

#define CANDIDATES(index)                                                                                              \
  "SELECT i.rowid, t.text FROM " index " i CROSS JOIN job_text t ON t.job_id = i.rowid WHERE " index                   \
  " MATCH :match AND i.rowid < :before ORDER BY i.rowid DESC"

/* The jobs that one of the two indexes offers, the newest first; the text says which of them are meant. */
typedef struct
{
  const char *sql;
  char *match;
} Source;

static void
sources_clear (Source *sources)
{
  g_free (sources[0].match);
  g_free (sources[1].match);
}

/* How many there are of them: the trigrams for terms of three and more characters, the grams for shorter ones. */
static guint
make_sources (FettleSearchQuery *query, Source *sources)
{
  guint n_sources = 0;

  sources[n_sources] = (Source){ CANDIDATES ("search_gram"), fettle_search_query_match (query) };
  if (sources[n_sources].match != NULL)
    n_sources++;
  sources[n_sources] = (Source){ CANDIDATES ("search_trigram"), fettle_search_query_match_trigrams (query) };
  if (sources[n_sources].match != NULL)
    n_sources++;
  return n_sources;
}

/**
 * fettle_search_store_make_sql:
 *
 * Returns: (transfer full): the statement that finds the candidates for what was typed, for tests of its plan and for
 *   comparison with the bare statement
 */
char *
fettle_search_store_make_sql (const char *text)
{
  g_autoptr (FettleSearchQuery) query = fettle_search_query_new (text);
  Source sources[2] = { { NULL } };
  guint n_sources = make_sources (query, sources);

  sources_clear (sources);
  return g_strdup (n_sources > 0 ? sources[n_sources - 1].sql : CANDIDATES ("search_gram"));
}

/* Goes along one source from *before on, for a stretch of candidates, and leaves *before at the last one it looked at.
 * *span is how far back these candidates reached. */
static FettleStep
go_along (FettleConnection *connection,
          const Source *source,
          FettleSearchQuery *query,
          guint stretch,
          gint64 *before,
          gint64 *span,
          GArray *ids,
          guint limit,
          GError **error)
{
  g_autoptr (FettleStatement) rows = fettle_connection_prepare (connection, source->sql);
  FettleStep step = FETTLE_STEP_ROW;
  gint64 first = 0;

  fettle_statement_bind_text (rows, ":match", source->match);
  fettle_statement_bind_int (rows, ":before", *before);
  for (guint i = 0; i < stretch && ids->len < limit; i++)
    {
      step = fettle_statement_step (rows, error);
      if (step != FETTLE_STEP_ROW)
        break;
      *before = fettle_statement_int (rows, 0);
      first = i == 0 ? *before : first;
      *span = first - *before;
      if (fettle_search_query_matches (query, fettle_statement_text (rows, 1)))
        g_array_append_val (ids, *before);
    }
  return step;
}

/* Where there are short terms and long ones, one kind may stand in every second job and the other in three: each index
 * is tried for a stretch, and the one that got further back for it goes on. */
static GArray *
find_ids (FettleConnection *connection, FettleSearchQuery *query, gint64 before_id, guint limit, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  Source sources[2] = { { NULL } };
  const guint n_sources = make_sources (query, sources);
  gint64 before = before_id != 0 ? before_id : G_MAXINT64;
  gint64 spans[2] = { 0 };
  guint best;
  FettleStep step = FETTLE_STEP_ROW;

  for (guint i = 0; n_sources > 1 && i < n_sources && step == FETTLE_STEP_ROW && ids->len < limit; i++)
    step = go_along (connection, &sources[i], query, TRIED, &before, &spans[i], ids, limit, error);
  best = spans[1] > spans[0] ? 1 : 0;
  if (step == FETTLE_STEP_ROW && ids->len < limit)
    step = go_along (connection, &sources[best], query, G_MAXUINT, &before, &spans[best], ids, limit, error);
  sources_clear (sources);
  return step != FETTLE_STEP_ERROR ? g_steal_pointer (&ids) : NULL;
}

static GPtrArray *
load_found (FettleConnection *connection, GArray *ids, GError **error)
{
  g_autoptr (FettleStatement) row
      = fettle_connection_prepare (connection,
                                   "SELECT " FETTLE_JOB_SUMMARY_COLUMNS FETTLE_JOB_SUMMARY_TABLES "WHERE j.id = :id");
  g_autoptr (GPtrArray) jobs = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < ids->len; i++)
    {
      FettleStep step;

      fettle_statement_bind_int (row, ":id", g_array_index (ids, gint64, i));
      step = fettle_statement_step (row, error);
      if (step == FETTLE_STEP_ERROR)
        return NULL;
      if (step == FETTLE_STEP_ROW)
        g_ptr_array_add (jobs, fettle_job_rows_read_summary (row));
      fettle_statement_reset (row);
    }
  return g_steal_pointer (&jobs);
}

/**
 * fettle_search_store_find:
 * @text: words, a name, a phone or serial or any piece of one, a job number; all of its words must occur
 * @before_id: row of the last one of the page before, or 0
 *
 * Returns: (transfer full) (element-type FettleJobSummary) (nullable): the jobs it is in, newest first; none where
 * nothing to look for was typed
 */
GPtrArray *
fettle_search_store_find (FettleConnection *connection, const char *text, gint64 before_id, int limit, GError **error)
{
  g_autoptr (FettleSearchQuery) query = fettle_search_query_new (text);
  g_autoptr (GArray) ids = NULL;

  if (fettle_search_query_get_n_terms (query) == 0)
    return g_ptr_array_new_with_free_func (g_object_unref);
  if (!fettle_search_store_drain (connection, DRAIN_BEFORE_SEARCH, NULL, error))
    return NULL;
  ids = find_ids (connection, query, before_id, MAX (limit, 0), error);
  return ids != NULL ? load_found (connection, ids, error) : NULL;
}
