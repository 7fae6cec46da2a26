/* fettle-measures-store.c: the raw facts of a period, read from the shop's file.
 *
 * Nothing is counted ahead and kept: whose time it was comes from the events each time, and the rest from rows that are
 * computed from events. Every query goes by an index over the days that are asked for, so that what a month costs does
 * not grow with the history. All of it is read in one moment. Jobs that came from Open Repair Data are left out: of
 * them only a day is known.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-measures-store.h"

#include "fettle-clock.h"
#include "fettle-job-rows.h"
#include "fettle-measures-read.h"
#include "fettle-setup-store.h"
#include "fettle-statement.h"
#include "fettle-transaction.h"

#define FIX_DAYS         "measures-fix-days"
#define PART_IS_NOT_OURS "measures-part-is-not-ours"

/* A year is the longest that a job can be asked to stay closed. */
#define MOST_FIX_DAYS 366

static const FettleField fettle_behind_job_fields[] = {
  FETTLE_FIELD (FettleBehindJob, job_id, "job-id", INT64),
  FETTLE_FIELD (FettleBehindJob, number, "number", STRING),
  FETTLE_FIELD (FettleBehindJob, title, "title", STRING),
  FETTLE_FIELD (FettleBehindJob, customer_name, "customer-name", STRING),
  FETTLE_FIELD (FettleBehindJob, at, "at", INT64),
  FETTLE_FIELD (FettleBehindJob, value, "value", INT64),
  FETTLE_FIELD (FettleBehindJob, weight, "weight", INT),
  FETTLE_FIELD (FettleBehindJob, counts, "counts", INT),
  FETTLE_FIELD (FettleBehindJob, what, "what", STRING),
};

FETTLE_DEFINE_RECORD (FettleBehindJob, fettle_behind_job)

/**
 * fettle_measures_store_load_rules:
 *
 * Returns: the shop's rules for its measures, or those that hold where it has set none
 */
FettleMeasureRules
fettle_measures_store_load_rules (FettleConnection *connection, GError **error)
{
  FettleMeasureRules rules = { FETTLE_DEFAULT_FIX_DAYS, FALSE };
  g_autofree char *days = fettle_setup_store_get (connection, FIX_DAYS, error);
  g_autofree char *part = fettle_setup_store_get (connection, PART_IS_NOT_OURS, error);

  if (days != NULL)
    rules.fix_days = (int) CLAMP (g_ascii_strtoll (days, NULL, 10), 1, MOST_FIX_DAYS);
  rules.part_is_not_ours = g_strcmp0 (part, "1") == 0;
  return rules;
}

/**
 * fettle_measures_store_save_rules:
 *
 * Keeps the shop's rules; every figure of the past is then computed by them.
 */
gboolean
fettle_measures_store_save_rules (FettleConnection *connection, FettleMeasureRules rules, GError **error)
{
  g_autoptr (FettleTransaction) transaction = fettle_transaction_begin (connection, G_STRFUNC, error);
  g_autofree char *days = g_strdup_printf ("%d", CLAMP (rules.fix_days, 1, MOST_FIX_DAYS));

  return transaction != NULL && fettle_setup_store_set (connection, FIX_DAYS, days, error)
         && fettle_setup_store_set (connection, PART_IS_NOT_OURS, rules.part_is_not_ours ? "1" : "0", error)
         && fettle_transaction_commit (transaction, error);
}

/**
 * fettle_measures_store_read:
 * @progress: (nullable): called now and then
 *
 * Returns: (transfer full) (nullable): the facts of the period and of the one before
 */
FettleMeasureFacts *
fettle_measures_store_read (FettleConnection *connection,
                            FettlePeriod period,
                            FettleMeasuresProgress progress,
                            gpointer data,
                            GError **error)
{
  g_autoptr (FettleTransaction) moment = fettle_transaction_begin_read (connection, G_STRFUNC, error);
  g_autoptr (FettleShop) shop = moment != NULL ? fettle_setup_store_load (connection, error) : NULL;
  g_autoptr (GTimeZone) zone = shop != NULL ? fettle_shop_make_zone (shop) : NULL;
  g_autoptr (FettleMeasureFacts) facts = NULL;
  FettleMeasuresReading reading = { connection, period, .progress = progress, .data = data };

  if (zone == NULL)
    return NULL;
  facts = fettle_measure_facts_new (zone, fettle_clock_now ());
  facts->rules = fettle_measures_store_load_rules (connection, error);
  return fettle_measures_read_all (&reading, facts, error) ? g_steal_pointer (&facts) : NULL;
}

/**
 * fettle_measures_store_compute:
 *
 * Returns: (transfer full) (nullable): every measure of the period beside its value in the period before
 */
FettleMeasures *
fettle_measures_store_compute (FettleConnection *connection,
                               FettlePeriod period,
                               FettleMeasuresProgress progress,
                               gpointer data,
                               GError **error)
{
  g_autoptr (FettleMeasureFacts) facts = fettle_measures_store_read (connection, period, progress, data, error);

  return facts != NULL ? fettle_measures_compute (facts, period) : NULL;
}

static int
compare_newest (gconstpointer a, gconstpointer b)
{
  const FettleBehind *first = a;
  const FettleBehind *second = b;

  /* What was counted stands first: of a rate that is what one came to see. */
  if ((first->weight != 0) != (second->weight != 0))
    return first->weight != 0 ? -1 : 1;
  if (first->at != second->at)
    return first->at > second->at ? -1 : 1;
  return first->job_id > second->job_id ? -1 : first->job_id < second->job_id;
}

/* Whoever looks behind a time asks what took so long. */
static int
compare_longest (gconstpointer a, gconstpointer b)
{
  const FettleBehind *first = a;
  const FettleBehind *second = b;

  if (first->value != second->value)
    return first->value > second->value ? -1 : 1;
  return compare_newest (a, b);
}

static gboolean
name_job (FettleConnection *connection, FettleBehindJob *job, GError **error)
{
  g_autoptr (FettleStatement) row
      = fettle_connection_prepare (connection,
                                   "SELECT " FETTLE_JOB_SUMMARY_COLUMNS FETTLE_JOB_SUMMARY_TABLES "WHERE j.id = :job");
  g_autoptr (GPtrArray) jobs = NULL;

  if (job->job_id == 0)
    return TRUE;
  fettle_statement_bind_int (row, ":job", job->job_id);
  jobs = fettle_job_rows_read_summaries (row, error);
  if (jobs != NULL && jobs->len > 0)
    {
      FettleJobSummary *summary = jobs->pdata[0];

      job->number = g_strdup (summary->number);
      job->title = g_strdup (summary->unit_title);
      job->customer_name = g_strdup (summary->customer_name);
    }
  return jobs != NULL;
}

/**
 * fettle_measures_store_behind:
 * @limit: how many are named at the most
 * @n_all: (out): how many there are
 *
 * Returns: (transfer full) (element-type FettleBehindJob) (nullable): the jobs behind a figure, those that were counted
 *   first, the newest first; behind a time what took longest first
 */
GPtrArray *
fettle_measures_store_behind (FettleConnection *connection,
                              FettlePeriod period,
                              FettleMeasure measure,
                              guint limit,
                              guint *n_all,
                              GError **error)
{
  g_autoptr (FettleMeasureFacts) facts = fettle_measures_store_read (connection, period, NULL, NULL, error);
  g_autoptr (GPtrArray) jobs = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) list = NULL;

  if (facts == NULL)
    return NULL;
  list = fettle_measures_behind (facts, period, measure);
  g_array_sort (list, fettle_measure_unit (measure) == FETTLE_MEASURED_TIME ? compare_longest : compare_newest);
  *n_all = list->len;
  for (guint i = 0; i < MIN (list->len, limit); i++)
    {
      FettleBehind *entry = &g_array_index (list, FettleBehind, i);
      FettleBehindJob *job = fettle_behind_job_new ();

      g_ptr_array_add (jobs, job);
      job->job_id = entry->job_id;
      job->at = entry->at;
      job->value = entry->value;
      job->weight = entry->weight;
      job->counts = entry->counts;
      if (!name_job (connection, job, error))
        return NULL;
    }
  return g_steal_pointer (&jobs);
}
