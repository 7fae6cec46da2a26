/* fettle-customer-figures-store.c: who came in a period and what it cost them, read from the shop's file.
 *
 * One walk along the index of receptions for the jobs of the period, and one for what was noted of them. Jobs that came
 * from Open Repair Data are left out: nobody came with them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-customer-figures-store.h"

#include "fettle-cost.h"
#include "fettle-customer-word-store.h"
#include "fettle-job-rows.h"
#include "fettle-measures-store.h"
#include "fettle-setup-store.h"
#include "fettle-statement.h"
#include "fettle-transaction.h"

#define OF_PERIOD                                                                                                      \
  "j.received_at >= :begins AND j.received_at < :ends"                                                                 \
  " AND NOT EXISTS (SELECT 1 FROM ords_record o WHERE o.job_id = j.id)"

typedef struct
{
  FettleConnection *connection;
  FettleTransaction *moment;
  FettleShop *shop;
  gint64 begins;
  gint64 ends;
} Reading;

static void
reading_clear (Reading *reading)
{
  g_clear_object (&reading->shop);
  g_clear_pointer (&reading->moment, fettle_transaction_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

static gboolean
begin (Reading *reading, FettleConnection *connection, FettlePeriod period, GError **error)
{
  g_autoptr (GTimeZone) zone = NULL;

  reading->connection = connection;
  reading->moment = fettle_transaction_begin_read (connection, G_STRFUNC, error);
  reading->shop = reading->moment != NULL ? fettle_setup_store_load (connection, error) : NULL;
  if (reading->shop == NULL || (zone = fettle_shop_make_zone (reading->shop)) == NULL)
    return FALSE;
  fettle_period_moments (period, zone, &reading->begins, &reading->ends);
  return TRUE;
}

static const char *
word (FettleStatement *row, int column)
{
  const char *text = fettle_statement_text (row, column);

  return text != NULL ? g_intern_string (text) : NULL;
}

static gboolean
read_visits (Reading *reading, GArray *visits, GError **error)
{
  g_autoptr (FettleStatement) rows = fettle_connection_prepare (
      reading->connection,
      "SELECT j.id, j.customer_id, j.received_at, c.segment, c.referral,"
      " NOT EXISTS (SELECT 1 FROM job e WHERE e.customer_id = j.customer_id"
      " AND (e.received_at < j.received_at OR e.received_at = j.received_at AND e.id < j.id))"
      " FROM job j LEFT JOIN customer c ON c.id = j.customer_id WHERE " OF_PERIOD " ORDER BY j.received_at, j.id");
  FettleStep step;

  fettle_statement_bind_int (rows, ":begins", reading->begins);
  fettle_statement_bind_int (rows, ":ends", reading->ends);
  while ((step = fettle_statement_step (rows, error)) == FETTLE_STEP_ROW)
    {
      FettleVisitFact visit = {
        .job_id = fettle_statement_int (rows, 0),
        .customer_id = fettle_statement_int (rows, 1),
        .received_at = fettle_statement_int (rows, 2),
        .segment = word (rows, 3),
        .referral = word (rows, 4),
        .is_first = fettle_statement_boolean (rows, 5),
      };

      g_array_append_val (visits, visit);
    }
  return step == FETTLE_STEP_DONE;
}

static void
add_cost (Reading *reading, FettleVisitFact *visit, FettleStatement *row)
{
  const char *currency = fettle_statement_text (row, 4);

  if (currency != NULL && g_strcmp0 (currency, reading->shop->service_point->currency) != 0)
    {
      visit->n_foreign++;
      return;
    }
  visit->n_costs++;
  visit->travel += fettle_statement_int (row, 1);
  visit->parking += fettle_statement_int (row, 2);
  visit->minutes += fettle_statement_int (row, 3);
}

/* In the order of the visits, so that one step forward finds the next. */
static gboolean
read_costs (Reading *reading, GArray *visits, GError **error)
{
  g_autoptr (FettleStatement) rows
      = fettle_connection_prepare (reading->connection,
                                   "SELECT k.job_id, k.travel, k.parking, k.minutes, k.currency"
                                   " FROM job j CROSS JOIN job_cost k ON k.job_id = j.id AND k.taken_back_at = 0"
                                   " WHERE " OF_PERIOD " ORDER BY j.received_at, j.id");
  guint at = 0;
  FettleStep step;

  fettle_statement_bind_int (rows, ":begins", reading->begins);
  fettle_statement_bind_int (rows, ":ends", reading->ends);
  while ((step = fettle_statement_step (rows, error)) == FETTLE_STEP_ROW)
    {
      gint64 job_id = fettle_statement_int (rows, 0);

      while (at < visits->len && g_array_index (visits, FettleVisitFact, at).job_id != job_id)
        at++;
      if (at < visits->len)
        add_cost (reading, &g_array_index (visits, FettleVisitFact, at), rows);
    }
  return step == FETTLE_STEP_DONE;
}

static GArray *
read_all (Reading *reading, GError **error)
{
  g_autoptr (GArray) visits = g_array_new (FALSE, FALSE, sizeof (FettleVisitFact));

  return read_visits (reading, visits, error) && read_costs (reading, visits, error) ? g_steal_pointer (&visits) : NULL;
}

/**
 * fettle_customer_figures_store_read:
 *
 * Returns: (transfer full) (element-type FettleVisitFact) (nullable): the jobs that were taken in in the period
 */
GArray *
fettle_customer_figures_store_read (FettleConnection *connection, FettlePeriod period, GError **error)
{
  g_auto (Reading) reading = { NULL };

  return begin (&reading, connection, period, error) ? read_all (&reading, error) : NULL;
}

static gboolean
name_groups (FettleConnection *connection, const char *list, GPtrArray *groups, GError **error)
{
  g_autoptr (GPtrArray) words = fettle_customer_word_store_list (connection, list, error);

  for (guint i = 0; words != NULL && i < groups->len; i++)
    {
      FettleCustomerGroup *group = groups->pdata[i];

      group->name = g_strdup (fettle_customer_words_name (words, group->id));
    }
  return words != NULL;
}

/**
 * fettle_customer_figures_store_compute:
 *
 * Returns: (transfer full) (nullable): the table of the period, with names in the user's language
 */
FettleCustomerFigures *
fettle_customer_figures_store_compute (FettleConnection *connection, FettlePeriod period, GError **error)
{
  g_auto (Reading) reading = { NULL };
  g_autoptr (GArray) visits = begin (&reading, connection, period, error) ? read_all (&reading, error) : NULL;
  g_autoptr (FettleCustomerFigures) figures = NULL;

  if (visits == NULL)
    return NULL;
  figures = fettle_customer_figures_compute (visits, period, reading.shop->service_point->currency);
  return name_groups (connection, FETTLE_CUSTOMER_SEGMENT, figures->segments, error)
                 && name_groups (connection, FETTLE_CUSTOMER_REFERRAL, figures->referrals, error)
             ? g_steal_pointer (&figures)
             : NULL;
}

static FettleBehindJob *
name_visit (Reading *reading, FettleVisitFact *visit, GError **error)
{
  g_autoptr (FettleStatement) row
      = fettle_connection_prepare (reading->connection,
                                   "SELECT " FETTLE_JOB_SUMMARY_COLUMNS FETTLE_JOB_SUMMARY_TABLES "WHERE j.id = :job");
  g_autoptr (GPtrArray) jobs = NULL;
  FettleBehindJob *job;
  FettleJobSummary *summary;

  fettle_statement_bind_int (row, ":job", visit->job_id);
  jobs = fettle_job_rows_read_summaries (row, error);
  if (jobs == NULL || jobs->len == 0)
    return NULL;
  summary = jobs->pdata[0];
  job = fettle_behind_job_new ();
  job->job_id = visit->job_id;
  job->at = visit->received_at;
  job->weight = visit->n_costs != 0;
  job->counts = 1;
  job->number = g_strdup (summary->number);
  job->title = g_strdup (summary->unit_title);
  job->customer_name = g_strdup (summary->customer_name);
  job->what = fettle_cost_text_of (visit->travel, visit->parking, reading->shop->service_point->currency,
                                   visit->minutes, NULL);
  return job;
}

/* Of whom it is known what it cost them first, the newest first. */
static int
compare_visits (gconstpointer a, gconstpointer b)
{
  const FettleVisitFact *first = a;
  const FettleVisitFact *second = b;

  if ((first->n_costs != 0) != (second->n_costs != 0))
    return first->n_costs != 0 ? -1 : 1;
  if (first->received_at != second->received_at)
    return first->received_at > second->received_at ? -1 : 1;
  return first->job_id > second->job_id ? -1 : first->job_id < second->job_id;
}

/**
 * fettle_customer_figures_store_behind:
 * @group: a line of the table
 * @limit: how many are named at the most
 * @n_all: (out): how many there are
 *
 * Returns: (transfer full) (element-type FettleBehindJob) (nullable): the jobs of that line
 */
GPtrArray *
fettle_customer_figures_store_behind (FettleConnection *connection,
                                      FettlePeriod period,
                                      FettleCustomerGroup *group,
                                      guint limit,
                                      guint *n_all,
                                      GError **error)
{
  g_auto (Reading) reading = { NULL };
  g_autoptr (GArray) visits = begin (&reading, connection, period, error) ? read_all (&reading, error) : NULL;
  g_autoptr (GPtrArray) jobs = g_ptr_array_new_with_free_func (g_object_unref);

  if (visits == NULL)
    return NULL;
  g_array_sort (visits, compare_visits);
  *n_all = 0;
  for (guint i = 0; i < visits->len; i++)
    {
      FettleVisitFact *visit = &g_array_index (visits, FettleVisitFact, i);
      FettleBehindJob *job;

      if (!fettle_visit_is_of (visit, group->list, group->id) || ++*n_all > limit)
        continue;
      if ((job = name_visit (&reading, visit, error)) == NULL)
        return NULL;
      g_ptr_array_add (jobs, job);
    }
  return g_steal_pointer (&jobs);
}

typedef struct
{
  char *path;
  FettlePeriod period;
  FettleCustomerGroup *group;
  guint limit;
  guint n_all;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->path);
  g_clear_object (&request->group);
  g_free (request);
}

static GTask *
make_task (const char *path,
           FettlePeriod period,
           GCancellable *cancellable,
           GAsyncReadyCallback callback,
           gpointer user_data,
           Request **request)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);

  *request = g_new0 (Request, 1);
  (*request)->path = g_strdup (path);
  (*request)->period = period;
  g_task_set_task_data (task, *request, request_free);
  return task;
}

static FettleConnection *
open_own (Request *request, GCancellable *cancellable, GError **error)
{
  FettleConnection *connection = fettle_connection_open (request->path, FETTLE_OPEN_READ_ONLY, error);

  if (connection != NULL)
    fettle_connection_set_cancellable (connection, cancellable);
  return connection;
}

static void
run_load (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Request *request = data;
  GError *error = NULL;
  g_autoptr (FettleConnection) connection = open_own (request, cancellable, &error);
  FettleCustomerFigures *figures
      = connection != NULL ? fettle_customer_figures_store_compute (connection, request->period, &error) : NULL;

  if (figures != NULL)
    g_task_return_pointer (task, figures, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * fettle_customer_figures_load_async:
 * @path: the shop's file
 *
 * fettle_customer_figures_store_compute() on a thread of its own.
 */
void
fettle_customer_figures_load_async (const char *path,
                                    FettlePeriod period,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  Request *request;
  g_autoptr (GTask) task = make_task (path, period, cancellable, callback, user_data, &request);

  g_task_set_source_tag (task, fettle_customer_figures_load_async);
  g_task_run_in_thread (task, run_load);
}

/**
 * fettle_customer_figures_load_finish:
 *
 * Returns: (transfer full) (nullable): the table
 */
FettleCustomerFigures *
fettle_customer_figures_load_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
run_behind (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Request *request = data;
  GError *error = NULL;
  g_autoptr (FettleConnection) connection = open_own (request, cancellable, &error);
  GPtrArray *jobs = connection != NULL
                        ? fettle_customer_figures_store_behind (connection, request->period, request->group,
                                                                request->limit, &request->n_all, &error)
                        : NULL;

  if (jobs != NULL)
    g_task_return_pointer (task, jobs, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * fettle_customer_figures_load_behind_async:
 * @path: the shop's file
 *
 * fettle_customer_figures_store_behind() on a thread of its own.
 */
void
fettle_customer_figures_load_behind_async (const char *path,
                                           FettlePeriod period,
                                           FettleCustomerGroup *group,
                                           guint limit,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data)
{
  Request *request;
  g_autoptr (GTask) task = make_task (path, period, cancellable, callback, user_data, &request);

  request->group = g_object_ref (group);
  request->limit = limit;
  g_task_set_source_tag (task, fettle_customer_figures_load_behind_async);
  g_task_run_in_thread (task, run_behind);
}

/**
 * fettle_customer_figures_load_behind_finish:
 * @n_all: (out): how many there are
 *
 * Returns: (transfer full) (element-type FettleBehindJob) (nullable): the jobs behind the line
 */
GPtrArray *
fettle_customer_figures_load_behind_finish (GAsyncResult *result, guint *n_all, GError **error)
{
  Request *request;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  request = g_task_get_task_data (G_TASK (result));
  *n_all = request->n_all;
  return g_task_propagate_pointer (G_TASK (result), error);
}
