/* fettle-check-store.c: is the shop's file what its timelines say?
 *
 * Every job is computed anew from its events and compared with its row; every hash is computed anew; numbers are
 * followed without a gap; and SQLite looks at the file itself.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-check-store.h"

#include <glib/gi18n-lib.h>

#include "fettle-chain.h"
#include "fettle-cost-store.h"
#include "fettle-event-store.h"
#include "fettle-number.h"
#include "fettle-statement.h"
#include "fettle-transaction.h"

static const FettleField fettle_finding_fields[] = {
  FETTLE_FIELD (FettleFinding, number, "number", STRING),
  FETTLE_FIELD (FettleFinding, what, "what", STRING),
  FETTLE_FIELD (FettleFinding, sentence, "sentence", STRING),
};

FETTLE_DEFINE_RECORD (FettleFinding, fettle_finding)

static void G_GNUC_PRINTF (4, 5)
    find (GPtrArray *findings, const char *number, const char *what, const char *format, ...)
{
  FettleFinding *finding = fettle_finding_new ();
  va_list args;

  va_start (args, format);
  finding->number = g_strdup (number);
  finding->what = g_strdup (what);
  finding->sentence = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (findings, finding);
}

static void
check_hashes (GPtrArray *findings, const char *number, FettleEvent *event, const char *previous)
{
  g_autofree char *hash = fettle_event_chain_hash (event, number, previous);
  g_autofree char *words_hash = NULL;

  if (!g_str_equal (hash, event->hash))
    find (findings, number, "chain", _ ("Entry %d of job %s was changed after it was written."), (int) event->seq,
          number);
  if (event->words == NULL)
    return;
  words_hash = fettle_chain_words_hash (event->salt != NULL ? event->salt : "", event->words);
  if (g_strcmp0 (words_hash, event->words_hash) != 0)
    find (findings, number, "chain", _ ("The words of entry %d of job %s were changed after they were written."),
          (int) event->seq, number);
}

static void
compare_state (GPtrArray *findings, const char *number, FettleJobState *computed, FettleJobState *kept)
{
  g_autofree char *difference = NULL;

  if (computed->words_erased)
    {
      g_clear_pointer (&kept->fault, g_free);
      g_clear_pointer (&kept->condition, g_free);
      g_clear_pointer (&kept->collected_by, g_free);
      g_clear_pointer (&computed->fault, g_free);
      g_clear_pointer (&computed->condition, g_free);
      g_clear_pointer (&computed->collected_by, g_free);
    }
  kept->paid = computed->paid;
  if (kept->fault != NULL && *kept->fault == '\0')
    g_clear_pointer (&kept->fault, g_free);
  difference = fettle_record_first_difference (computed, kept);
  if (difference != NULL)
    find (findings, number, "state", _ ("Job %s is not what its timeline says: %s differs."), number, difference);
}

/* The promises have rows of their own, which must end and be due as the timeline says. */
static gboolean
check_promises (FettleConnection *connection,
                GPtrArray *findings,
                const char *number,
                gint64 job_id,
                FettleJobState *computed,
                GError **error)
{
  g_autoptr (FettleStatement) row = fettle_connection_prepare (
      connection, "SELECT coalesce (min (due), 0) FROM promise WHERE job_id = :job AND state = 'open'");

  fettle_statement_bind_int (row, ":job", job_id);
  if (fettle_statement_step (row, error) != FETTLE_STEP_ROW)
    return FALSE;
  if (fettle_statement_int (row, 0) != computed->promised_due)
    find (findings, number, "promise", _ ("The promises of job %s are not what its timeline says."), number);
  return TRUE;
}

static gboolean
check_costs (FettleConnection *connection,
             GPtrArray *findings,
             const char *number,
             gint64 job_id,
             GPtrArray *events,
             GError **error)
{
  gboolean agrees = TRUE;

  if (!fettle_cost_store_agrees (connection, job_id, events, &agrees, error))
    return FALSE;
  if (!agrees)
    find (findings, number, "cost", _ ("What job %s cost its customer is not what its timeline says."), number);
  return TRUE;
}

static gboolean
check_job (FettleConnection *connection, gint64 job_id, GPtrArray *findings, gint64 *n_events, GError **error)
{
  g_autoptr (FettleTimeline) timeline = fettle_timeline_open (connection, job_id, error);
  g_autoptr (GPtrArray) events = timeline != NULL ? fettle_event_store_load (connection, job_id, error) : NULL;
  g_autoptr (FettleJobState) computed = fettle_job_state_new ();
  const char *previous = "";
  const char *number;

  if (events == NULL)
    return FALSE;
  number = fettle_timeline_number (timeline);
  for (guint i = 0; i < events->len; i++)
    {
      FettleEvent *event = events->pdata[i];

      if (event->seq != i + 1)
        {
          find (findings, number, "chain", _ ("Entry %u is missing from the timeline of job %s."), i + 1, number);
          return TRUE;
        }
      check_hashes (findings, number, event, previous);
      fettle_job_state_apply (computed, event);
      previous = event->hash;
    }
  *n_events += events->len;
  if (!g_str_equal (previous, fettle_timeline_head (timeline)))
    find (findings, number, "chain", _ ("The timeline of job %s does not end where its row says."), number);
  compare_state (findings, number, computed, fettle_timeline_state (timeline));
  return check_promises (connection, findings, number, job_id, computed, error)
         && check_costs (connection, findings, number, job_id, events, error);
}

static gboolean
check_jobs (FettleConnection *connection,
            GPtrArray *findings,
            FettleCheckProgress progress,
            gpointer data,
            gint64 *n_jobs,
            gint64 *n_events,
            GError **error)
{
  g_autoptr (FettleStatement) rows = fettle_connection_prepare (connection, "SELECT id FROM job ORDER BY id");
  gint64 all = 0;
  FettleStep step;

  if (!fettle_connection_get_int (connection, "SELECT count(*) FROM job", &all, error))
    return FALSE;
  while ((step = fettle_statement_step (rows, error)) == FETTLE_STEP_ROW)
    {
      if (!check_job (connection, fettle_statement_int (rows, 0), findings, n_events, error))
        return FALSE;
      *n_jobs += 1;
      if (progress != NULL && *n_jobs % 1000 == 0)
        progress (*n_jobs, all, data);
    }
  return step == FETTLE_STEP_DONE;
}

static gint64
series_end (FettleConnection *connection, int year)
{
  g_autoptr (FettleStatement) row
      = fettle_connection_prepare (connection, "SELECT last FROM number_series WHERE year = :year");

  fettle_statement_bind_int (row, ":year", year);
  return fettle_statement_step (row, NULL) == FETTLE_STEP_ROW ? fettle_statement_int (row, 0) : 0;
}

/* Numbers are as wide as a million, so that they sort as text; past that they are still followed one by one. */
static gboolean
check_numbers (FettleConnection *connection, GPtrArray *findings, GError **error)
{
  g_autoptr (FettleStatement) rows
      = fettle_connection_prepare (connection, "SELECT number FROM job ORDER BY length(number), number");
  g_autoptr (GHashTable) last = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer key, value;
  FettleStep step;

  while ((step = fettle_statement_step (rows, error)) == FETTLE_STEP_ROW)
    {
      const char *number = fettle_statement_text (rows, 0);
      gint64 sequence = 0;
      int year = 0;
      gint64 before;

      if (!fettle_number_parse (number, &year, &sequence, NULL))
        {
          find (findings, number, "gap", _ ("“%s” is not a job number."), number);
          continue;
        }
      before = GPOINTER_TO_SIZE (g_hash_table_lookup (last, GINT_TO_POINTER (year)));
      if (sequence != before + 1)
        find (findings, number, "gap", _ ("Before %s a number is missing."), number);
      g_hash_table_insert (last, GINT_TO_POINTER (year), GSIZE_TO_POINTER ((gsize) sequence));
    }
  g_hash_table_iter_init (&iter, last);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      int year = GPOINTER_TO_INT (key);
      gint64 given = series_end (connection, year);

      if ((gint64) GPOINTER_TO_SIZE (value) != given)
        find (findings, NULL, "gap", _ ("The numbers of %d end at %d, but %d were given out."), year,
              (int) GPOINTER_TO_SIZE (value), (int) given);
    }
  return step == FETTLE_STEP_DONE;
}

static gboolean
check_file (FettleConnection *connection, GPtrArray *findings, GError **error)
{
  g_autoptr (FettleStatement) whole = fettle_connection_prepare (connection, "PRAGMA integrity_check(20)");
  g_autoptr (FettleStatement) keys = fettle_connection_prepare (connection, "PRAGMA foreign_key_check");
  FettleStep step;

  while ((step = fettle_statement_step (whole, error)) == FETTLE_STEP_ROW)
    if (g_strcmp0 (fettle_statement_text (whole, 0), "ok") != 0)
      find (findings, NULL, "file", _ ("The file is damaged: %s. Restore a backup."), fettle_statement_text (whole, 0));
  if (step == FETTLE_STEP_ERROR)
    return FALSE;
  while ((step = fettle_statement_step (keys, error)) == FETTLE_STEP_ROW)
    find (findings, NULL, "file", _ ("A row of %s points to nothing."), fettle_statement_text (keys, 0));
  return step == FETTLE_STEP_DONE;
}

static gboolean
check_search (FettleConnection *connection, GPtrArray *findings, GError **error)
{
  gint64 missing = 0;

  if (!fettle_connection_get_int (connection,
                                  "SELECT count(*) FROM job j WHERE NOT EXISTS (SELECT 1 FROM job_text t"
                                  " WHERE t.job_id = j.id) AND NOT EXISTS (SELECT 1 FROM search_queue q"
                                  " WHERE q.job_id = j.id)",
                                  &missing, error))
    return FALSE;
  if (missing > 0)
    find (findings, NULL, "search", _ ("%d jobs cannot be found by search."), (int) missing);
  return TRUE;
}

/**
 * fettle_check_store_run:
 * @progress: (nullable): called every thousand jobs
 * @n_jobs: (out): how many jobs were computed anew
 * @n_events: (out): from how many events
 *
 * Returns: (transfer full) (element-type FettleFinding) (nullable): what is not as it should be, empty where all is
 * well; %NULL with an error where the file could not be read to its end
 */
GPtrArray *
fettle_check_store_run (FettleConnection *connection,
                        FettleCheckProgress progress,
                        gpointer data,
                        gint64 *n_jobs,
                        gint64 *n_events,
                        GError **error)
{
  g_autoptr (FettleTransaction) moment = fettle_transaction_begin_read (connection, G_STRFUNC, error);
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);

  *n_jobs = 0;
  *n_events = 0;
  if (moment == NULL || !check_file (connection, findings, error)
      || !check_jobs (connection, findings, progress, data, n_jobs, n_events, error)
      || !check_numbers (connection, findings, error) || !check_search (connection, findings, error))
    return NULL;
  return g_steal_pointer (&findings);
}
