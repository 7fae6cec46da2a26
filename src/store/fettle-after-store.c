/* fettle-after-store.c: jobs that are about other jobs, and the four no-leaks, as kept.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-after-store.h"

#include <glib/gi18n-lib.h>

#include "fettle-after-words.h"
#include "fettle-clock.h"
#include "fettle-error.h"
#include "fettle-four-leaks.h"
#include "fettle-job-change.h"
#include "fettle-job-rows.h"
#include "fettle-job-store.h"
#include "fettle-plain-text.h"
#include "fettle-setup-store.h"
#include "fettle-statement.h"
#include "fettle-store-error.h"

#define COMEBACK_DAYS_KEY "comeback-days"
/* A chain of jobs about jobs is short; a longer one is a ring. */
#define LONGEST_CHAIN 1000

/**
 * fettle_after_store_comeback_days:
 *
 * Returns: for how many days after its hand-over a unit that comes again is a comeback
 */
int
fettle_after_store_comeback_days (FettleConnection *connection)
{
  g_autofree char *text = fettle_setup_store_get (connection, COMEBACK_DAYS_KEY, NULL);
  guint64 days = 0;

  if (text == NULL || !g_ascii_string_to_unsigned (text, 10, 0, FETTLE_MOST_COMEBACK_DAYS, &days, NULL))
    return FETTLE_COMEBACK_DAYS;
  return (int) days;
}

/**
 * fettle_after_store_save_comeback_days:
 * @days: 0 links nothing by itself
 */
gboolean
fettle_after_store_save_comeback_days (FettleConnection *connection, int days, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%d", days);

  if (days >= 0 && days <= FETTLE_MOST_COMEBACK_DAYS)
    return fettle_setup_store_set (connection, COMEBACK_DAYS_KEY, text, error);
  g_set_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID,
               _ ("A comeback is counted for 0 to %d days after the hand-over."), FETTLE_MOST_COMEBACK_DAYS);
  return FALSE;
}

/**
 * fettle_after_store_find_earlier:
 * @not_job_id: a job that is not meant, 0 for none
 * @at: moment at which the unit comes again
 *
 * Returns: (transfer full) (nullable): the last job of the unit that was handed over within the shop's days before
 *   @at; %NULL without an error where there is none
 */
FettleJobSummary *
fettle_after_store_find_earlier (FettleConnection *connection,
                                 gint64 unit_id,
                                 gint64 not_job_id,
                                 gint64 at,
                                 GError **error)
{
  g_autoptr (FettleStatement) row = fettle_connection_prepare (
      connection, "SELECT " FETTLE_JOB_SUMMARY_COLUMNS FETTLE_JOB_SUMMARY_TABLES
                  "WHERE j.unit_id = :unit AND j.id <> :not AND +j.stage = 'handed-over' AND +j.handed_over_at <= :at"
                  " AND j.kind NOT IN ('enquiry', 'guidance', 'complaint')"
                  " ORDER BY j.id DESC LIMIT 1");
  g_autoptr (FettleJobSummary) job = NULL;

  fettle_statement_bind_int (row, ":unit", unit_id);
  fettle_statement_bind_int (row, ":not", not_job_id);
  fettle_statement_bind_int (row, ":at", at);
  if (fettle_statement_step (row, error) != FETTLE_STEP_ROW)
    return NULL;
  job = fettle_job_rows_read_summary (row);
  if (job->handed_over_at < at - fettle_after_store_comeback_days (connection) * FETTLE_DAY)
    return NULL;
  return g_steal_pointer (&job);
}

static gboolean
refuse (GError **error, int code, const char *sentence)
{
  g_set_error_literal (error, FETTLE_MODEL_ERROR, code, sentence);
  return FALSE;
}

/* Whether a job is about another that is about another, and so on, that is about itself. */
static gboolean
comes_round (FettleConnection *connection, gint64 job_id, gint64 other_id)
{
  gint64 at = other_id;

  for (guint i = 0; at != 0 && i < LONGEST_CHAIN; i++)
    {
      g_autoptr (FettleStatement) row
          = fettle_connection_prepare (connection, "SELECT about_id FROM job WHERE id = :id");

      if (at == job_id)
        return TRUE;
      fettle_statement_bind_int (row, ":id", at);
      at = fettle_statement_step (row, NULL) == FETTLE_STEP_ROW ? fettle_statement_int (row, 0) : 0;
    }
  return at != 0;
}

static gboolean
check_link (FettleTimeline *timeline, FettleJobSummary *other, const char *as, GError **error)
{
  FettleJobState *state = fettle_timeline_state (timeline);

  if (as == NULL || !g_strv_contains (fettle_after_words_link_ids (), as))
    return refuse (error, FETTLE_MODEL_ERROR_UNKNOWN, _ ("A job is about another as comeback, complaint or visit."));
  if (other->id == fettle_timeline_job_id (timeline))
    return refuse (error, FETTLE_MODEL_ERROR_NOT_ALLOWED, _ ("A job is not about itself. Give another number."));
  if (other->received_at > state->received_at)
    return refuse (error, FETTLE_MODEL_ERROR_NOT_ALLOWED,
                   _ ("That job came in later. Link the later job to the earlier one."));
  if (g_str_equal (as, "comeback") && other->stage != FETTLE_STAGE_HANDED_OVER)
    return refuse (error, FETTLE_MODEL_ERROR_NOT_ALLOWED,
                   _ ("That job was not handed over yet, so this is not its comeback."));
  if (comes_round (fettle_timeline_connection (timeline), fettle_timeline_job_id (timeline), other->id))
    return refuse (error, FETTLE_MODEL_ERROR_NOT_ALLOWED, _ ("That job is about this one already. Unlink that first."));
  return TRUE;
}

static gboolean
append_link (FettleTimeline *timeline, FettleJobSummary *other, const char *as, GError **error)
{
  g_autoptr (FettleDetails) details = fettle_details_new ();

  if (!check_link (timeline, other, as, error))
    return FALSE;
  fettle_details_set_int (details, "job", other->id);
  fettle_details_set (details, "number", other->number);
  fettle_details_set (details, "as", as);
  return fettle_timeline_append (timeline, FETTLE_EVENT_LINKED, TRUE, details, NULL, error);
}

/**
 * fettle_after_store_link_intake:
 * @timeline: of the new job, with its first event
 *
 * Links a new job to the one that the form names, or else to the last hand-over of the same unit, within the caller's
 * transaction.
 */
gboolean
fettle_after_store_link_intake (FettleTimeline *timeline, FettleIntake *intake, GError **error)
{
  FettleConnection *connection = fettle_timeline_connection (timeline);
  FettleJobState *state = fettle_timeline_state (timeline);
  const char *as = fettle_intake_link (intake);
  g_autoptr (FettleJobSummary) other = NULL;
  GError *local = NULL;

  if (fettle_intake_is_about_none (intake))
    return TRUE;
  if (!fettle_plain_text_is_blank (intake->about))
    {
      gint64 id = fettle_job_store_find (connection, intake->about, error);

      other = id != 0 ? fettle_job_store_load_summary (connection, id, error) : NULL;
      return other != NULL && append_link (timeline, other, as != NULL ? as : "comeback", error)
             && fettle_timeline_save (timeline, error);
    }
  if (as == NULL || state->unit_id == 0)
    return TRUE;
  other = fettle_after_store_find_earlier (connection, state->unit_id, fettle_timeline_job_id (timeline),
                                           state->received_at, &local);
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }
  return other == NULL || (append_link (timeline, other, as, error) && fettle_timeline_save (timeline, error));
}

/**
 * fettle_after_store_link:
 * @other_id: the earlier job
 * @as: comeback, complaint or visit
 *
 * Says that a job is about another. It is about one at a time; what it was about before stays on the timeline.
 *
 * Returns: %FALSE with a %FETTLE_MODEL_ERROR and a sentence where that cannot be
 */
gboolean
fettle_after_store_link (FettleConnection *connection,
                         gint64 job_id,
                         gint64 other_id,
                         const char *as,
                         const char *by,
                         const char *desk,
                         GError **error)
{
  g_auto (FettleJobChange) change = { NULL };
  g_autoptr (FettleJobSummary) other = NULL;
  FettleJobState *state;

  if (!fettle_job_change_begin (&change, connection, job_id, by, desk, 0, error)
      || (other = fettle_job_store_load_summary (connection, other_id, error)) == NULL)
    return FALSE;
  state = fettle_timeline_state (change.timeline);
  if (state->about_id == other_id && g_strcmp0 (state->about_as, as) == 0)
    return TRUE;
  return append_link (change.timeline, other, as, error) && fettle_job_change_end (&change, error);
}

/**
 * fettle_after_store_unlink:
 *
 * Says that a job is about no other.
 */
gboolean
fettle_after_store_unlink (FettleConnection *connection,
                           gint64 job_id,
                           const char *by,
                           const char *desk,
                           GError **error)
{
  g_auto (FettleJobChange) change = { NULL };
  g_autoptr (FettleDetails) details = fettle_details_new ();
  g_autoptr (FettleJobSummary) other = NULL;
  gint64 other_id;

  if (!fettle_job_change_begin (&change, connection, job_id, by, desk, 0, error))
    return FALSE;
  other_id = fettle_timeline_state (change.timeline)->about_id;
  if (other_id == 0)
    return refuse (error, FETTLE_MODEL_ERROR_NOT_ALLOWED, _ ("This job is about no other, so there is no link."));
  other = fettle_job_store_load_summary (connection, other_id, error);
  if (other == NULL)
    return FALSE;
  fettle_details_set_int (details, "job", 0);
  fettle_details_set (details, "was", other->number);
  return fettle_timeline_append (change.timeline, FETTLE_EVENT_LINKED, TRUE, details, NULL, error)
         && fettle_job_change_end (&change, error);
}

/**
 * fettle_after_store_list_about:
 *
 * Returns: (transfer full) (element-type FettleJobSummary) (nullable): later jobs that are about this one, the oldest
 *   first
 */
GPtrArray *
fettle_after_store_list_about (FettleConnection *connection, gint64 job_id, GError **error)
{
  g_autoptr (FettleStatement) rows
      = fettle_connection_prepare (connection, "SELECT " FETTLE_JOB_SUMMARY_COLUMNS FETTLE_JOB_SUMMARY_TABLES
                                               "WHERE j.about_id = :job ORDER BY j.id LIMIT 100");

  fettle_statement_bind_int (rows, ":job", job_id);
  return fettle_job_rows_read_summaries (rows, error);
}

static void
add_id (GArray *ids, gint64 id)
{
  if (id != 0)
    g_array_append_val (ids, id);
}

/* Whose work it is: whoever has the job and whoever worked on it at the bench; where nobody is named so, whoever moved
 * it to be repaired. */
static GArray *
list_workers (FettleConnection *connection, FettleTimeline *timeline, GError **error)
{
  g_autoptr (GPtrArray) events = fettle_event_store_load (connection, fettle_timeline_job_id (timeline), error);
  g_autoptr (GArray) workers = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (events == NULL)
    return NULL;
  add_id (workers, fettle_timeline_state (timeline)->technician_id);
  for (guint i = 0; i < events->len; i++)
    if (((FettleEvent *) events->pdata[i])->kind == FETTLE_EVENT_WORK_BEGAN)
      add_id (workers, ((FettleEvent *) events->pdata[i])->by_id);
  for (guint i = 0; workers->len == 0 && i < events->len; i++)
    {
      FettleEvent *event = events->pdata[i];
      g_autoptr (FettleDetails) details = fettle_details_parse (event->details);

      if (event->kind == FETTLE_EVENT_MOVED
          && fettle_stage_from_id (fettle_details_get (details, "to")) == FETTLE_STAGE_REPAIRING)
        add_id (workers, event->by_id);
    }
  return g_steal_pointer (&workers);
}

/**
 * fettle_after_store_recheck:
 * @note: (nullable): what was seen
 * @by: name of who checks it again
 *
 * Writes down that another person than the one who did the work looked at it.
 *
 * Returns: %FALSE with %FETTLE_MODEL_ERROR_NOT_ALLOWED for whoever did the work
 */
gboolean
fettle_after_store_recheck (FettleConnection *connection,
                            gint64 job_id,
                            const char *note,
                            const char *by,
                            const char *desk,
                            GError **error)
{
  g_auto (FettleJobChange) change = { NULL };
  g_autoptr (GArray) workers = NULL;
  g_autoptr (FettleDetails) words = fettle_details_new ();

  if (!fettle_job_change_begin (&change, connection, job_id, by, desk, 0, error)
      || (workers = list_workers (connection, change.timeline, error)) == NULL
      || !fettle_four_leaks_may_recheck (fettle_timeline_state (change.timeline)->stage, change.by_id,
                                         (const gint64 *) (gpointer) workers->data, workers->len, error))
    return FALSE;
  fettle_details_set (words, "note", fettle_plain_text_is_blank (note) ? NULL : note);
  return fettle_timeline_append (change.timeline, FETTLE_EVENT_RECHECKED, TRUE, NULL, words, error)
         && fettle_job_change_end (&change, error);
}

/**
 * fettle_after_store_feed_back:
 * @whom: design, production or operations, or somebody by name
 * @text: what they can learn from it
 *
 * Writes down that those who can keep it from happening again were told.
 */
gboolean
fettle_after_store_feed_back (FettleConnection *connection,
                              gint64 job_id,
                              const char *whom,
                              const char *text,
                              const char *by,
                              const char *desk,
                              GError **error)
{
  g_auto (FettleJobChange) change = { NULL };
  g_autoptr (FettleDetails) details = fettle_details_new ();
  g_autoptr (FettleDetails) words = fettle_details_new ();

  if (fettle_plain_text_is_blank (whom))
    return refuse (error, FETTLE_MODEL_ERROR_MISSING,
                   _ ("Say who was told: design, production, operations, or somebody by name."));
  if (fettle_plain_text_is_blank (text))
    return refuse (error, FETTLE_MODEL_ERROR_MISSING, _ ("Write down what they can learn from this job."));
  if (!fettle_job_change_begin (&change, connection, job_id, by, desk, 0, error))
    return FALSE;
  if (g_strv_contains (fettle_after_words_whom_ids (), whom))
    fettle_details_set (details, "to", whom);
  else
    fettle_details_set (words, "whom", whom);
  fettle_details_set (words, "text", text);
  return fettle_timeline_append (change.timeline, FETTLE_EVENT_FED_BACK, FALSE, details, words, error)
         && fettle_job_change_end (&change, error);
}
