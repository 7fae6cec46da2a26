/* fettle-arrival-store.c: devices that are not here yet, what must be ready for them, and what was offered meanwhile.
 *
 * Each change has the same shape: a transaction, the job's timeline, a row, an event, the job's row.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-arrival-store.h"

#include <glib/gi18n-lib.h>

#include "fettle-error.h"
#include "fettle-job-change.h"
#include "fettle-job-rows.h"
#include "fettle-plain-text.h"
#include "fettle-setup-store.h"
#include "fettle-statement.h"
#include "fettle-store-error.h"

static gboolean
refuse (GError **error, FettleStoreError code, const char *sentence)
{
  g_set_error_literal (error, FETTLE_STORE_ERROR, (int) code, sentence);
  return FALSE;
}

/**
 * fettle_arrival_store_append_arrival:
 * @note: (nullable): in what state, or how it came
 *
 * Writes that an expected device is here, on an open timeline within the caller's transaction; from now on the time is
 * that of the stage.
 */
gboolean
fettle_arrival_store_append_arrival (FettleTimeline *timeline, const char *note, GError **error)
{
  g_autoptr (FettleDetails) details = fettle_details_new ();
  g_autoptr (FettleDetails) words = fettle_details_new ();
  FettleStage stage = fettle_timeline_state (timeline)->stage;

  fettle_details_set (details, "clock", fettle_clock_holder_id (fettle_job_rows_default_clock (timeline, stage)));
  fettle_details_set (words, "note", fettle_plain_text_is_blank (note) ? NULL : note);
  return fettle_timeline_append (timeline, FETTLE_EVENT_DEVICE_ARRIVED, TRUE, details, words, error);
}

/**
 * fettle_arrival_store_arrive:
 * @note: (nullable): how it arrived, for the customer to read, too
 *
 * The device of a job is here: from now on the time is whose the stage says.
 *
 * Returns: %FALSE with %FETTLE_STORE_ERROR_ALREADY where it has been here, %FETTLE_STORE_ERROR_CONSTRAINT where the job
 * is closed
 */
gboolean
fettle_arrival_store_arrive (FettleConnection *connection,
                             gint64 job_id,
                             const char *note,
                             const char *by,
                             const char *desk,
                             GError **error)
{
  g_auto (FettleJobChange) change = { NULL };
  FettleJobState *state;

  if (!fettle_job_change_begin (&change, connection, job_id, by, desk, 0, error))
    return FALSE;
  state = fettle_timeline_state (change.timeline);
  if (state->device_here)
    return refuse (error, FETTLE_STORE_ERROR_ALREADY, _ ("The device of this job is here already."));
  if (!fettle_stage_is_open (state->stage))
    return refuse (error, FETTLE_STORE_ERROR_CONSTRAINT,
                   _ ("This job is closed. Move it back before its device comes."));
  return fettle_arrival_store_append_arrival (change.timeline, note, error) && fettle_job_change_end (&change, error);
}

static gboolean
check_expected (FettleJobState *state, gint64 expected_at, const char *reason, gint64 now, GError **error)
{
  if (state->device_here)
    return refuse (error, FETTLE_STORE_ERROR_ALREADY, _ ("The device of this job is here already."));
  if (!fettle_stage_is_open (state->stage))
    return refuse (error, FETTLE_STORE_ERROR_CONSTRAINT, _ ("This job is closed. No device is expected for it."));
  if (expected_at != 0 && expected_at <= now)
    return refuse (error, FETTLE_STORE_ERROR_CONSTRAINT, _ ("Choose a day that is still to come."));
  if (expected_at == state->expected_at)
    return refuse (error, FETTLE_STORE_ERROR_CONSTRAINT, _ ("The device is expected then already."));
  if (fettle_plain_text_is_blank (reason))
    return refuse (error, FETTLE_STORE_ERROR_CONSTRAINT, _ ("Say why it comes on another day."));
  return TRUE;
}

/**
 * fettle_arrival_store_expect:
 * @expected_at: moment by which the device is expected now, 0 where nobody knows
 * @reason: why it comes on another day, in words
 *
 * Moves the day of a device that is not here yet.
 *
 * Returns: %FALSE with %FETTLE_STORE_ERROR_ALREADY where it has been here, %FETTLE_STORE_ERROR_CONSTRAINT where the job
 * is closed, the day is past or the same, or no reason is given
 */
gboolean
fettle_arrival_store_expect (FettleConnection *connection,
                             gint64 job_id,
                             gint64 expected_at,
                             const char *reason,
                             const char *by,
                             const char *desk,
                             GError **error)
{
  g_auto (FettleJobChange) change = { NULL };
  g_autoptr (FettleDetails) details = fettle_details_new ();
  g_autoptr (FettleDetails) words = fettle_details_new ();
  FettleJobState *state;

  if (!fettle_job_change_begin (&change, connection, job_id, by, desk, 0, error))
    return FALSE;
  state = fettle_timeline_state (change.timeline);
  if (!check_expected (state, expected_at, reason, fettle_timeline_at (change.timeline), error))
    return FALSE;
  if (expected_at != 0)
    fettle_details_set_int (details, "expected_at", expected_at);
  if (state->expected_at != 0)
    fettle_details_set_int (details, "was", state->expected_at);
  fettle_details_set (words, "reason", reason);
  return fettle_timeline_append (change.timeline, FETTLE_EVENT_DEVICE_EXPECTED, TRUE, details, words, error)
         && fettle_job_change_end (&change, error);
}

/**
 * fettle_arrival_store_append_need:
 *
 * Writes a need and its event on an open timeline, within the caller's transaction.
 *
 * Returns: the row, or 0 with an error
 */
gint64
fettle_arrival_store_append_need (FettleTimeline *timeline, FettleNeed *need, GError **error)
{
  FettleConnection *connection = fettle_timeline_connection (timeline);
  g_autoptr (FettleStatement) insert
      = fettle_connection_prepare (connection, "INSERT INTO job_need (job_id, text, due, owner_id)"
                                               " VALUES (:job, :text, :due, :owner)");
  g_autoptr (FettleDetails) details = fettle_details_new ();
  g_autoptr (FettleDetails) words = fettle_details_new ();
  gint64 owner_id = 0, id;

  if (!fettle_need_check (need, error))
    return 0;
  if (!fettle_plain_text_is_blank (need->owner_name)
      && (owner_id = fettle_setup_store_staff_id (connection, need->owner_name, error)) == 0)
    return 0;
  fettle_statement_bind_int (insert, ":job", fettle_timeline_job_id (timeline));
  fettle_statement_bind_text (insert, ":text", need->text);
  fettle_statement_bind_int (insert, ":due", need->due);
  fettle_statement_bind_id (insert, ":owner", owner_id);
  if (!fettle_statement_run (insert, error))
    return 0;
  id = fettle_connection_last_id (connection);
  fettle_details_set_int (details, "need", id);
  if (need->due != 0)
    fettle_details_set_int (details, "due", need->due);
  if (owner_id != 0)
    fettle_details_set_int (details, "owner", owner_id);
  fettle_details_set (words, "text", need->text);
  return fettle_timeline_append (timeline, FETTLE_EVENT_NEED_SET, FALSE, details, words, error) ? id : 0;
}

/**
 * fettle_arrival_store_add_need:
 * @need: its job, text, time and owner
 *
 * Returns: the row, or 0 with an error; %FETTLE_STORE_ERROR_CONSTRAINT where the job is closed
 */
gint64
fettle_arrival_store_add_need (FettleConnection *connection,
                               FettleNeed *need,
                               const char *by,
                               const char *desk,
                               GError **error)
{
  g_auto (FettleJobChange) change = { NULL };
  gint64 id;

  if (!fettle_job_change_begin (&change, connection, need->job_id, by, desk, 0, error))
    return 0;
  if (!fettle_stage_is_open (fettle_timeline_state (change.timeline)->stage))
    return refuse (error, FETTLE_STORE_ERROR_CONSTRAINT, _ ("This job is closed. Nothing needs to be ready for it."));
  id = fettle_arrival_store_append_need (change.timeline, need, error);
  return id != 0 && fettle_job_change_end (&change, error) ? id : 0;
}

#define NEED_QUERY                                                                                                     \
  "SELECT n.id, n.job_id, j.number, n.text, n.due, s.name, n.done_at FROM job_need n JOIN job j ON j.id = n.job_id"    \
  " LEFT JOIN staff s ON s.id = n.owner_id "

static FettleNeed *
read_need (FettleStatement *row)
{
  FettleNeed *need = fettle_need_new ();

  need->id = fettle_statement_int (row, 0);
  need->job_id = fettle_statement_int (row, 1);
  need->job_number = fettle_statement_dup (row, 2);
  need->text = fettle_statement_dup (row, 3);
  need->due = fettle_statement_int (row, 4);
  need->owner_name = fettle_statement_dup (row, 5);
  need->done_at = fettle_statement_int (row, 6);
  return need;
}

/**
 * fettle_arrival_store_list_needs:
 * @job_id: 0 for the open ones of all open jobs, the earliest due first
 *
 * Returns: (transfer full) (element-type FettleNeed) (nullable): what must be ready
 */
GPtrArray *
fettle_arrival_store_list_needs (FettleConnection *connection, gint64 job_id, GError **error)
{
  g_autoptr (FettleStatement) rows
      = fettle_connection_prepare (connection, job_id != 0 ? NEED_QUERY "WHERE n.job_id = :job ORDER BY n.id"
                                                           : NEED_QUERY
                                                   "WHERE n.done_at = 0 AND j.stage NOT IN ('handed-over', 'cancelled')"
                                                   " ORDER BY n.due = 0, n.due, n.id");
  g_autoptr (GPtrArray) needs = g_ptr_array_new_with_free_func (g_object_unref);
  FettleStep step;

  if (job_id != 0)
    fettle_statement_bind_int (rows, ":job", job_id);
  while ((step = fettle_statement_step (rows, error)) == FETTLE_STEP_ROW)
    g_ptr_array_add (needs, read_need (rows));
  return step == FETTLE_STEP_DONE ? g_steal_pointer (&needs) : NULL;
}

static FettleNeed *
load_need (FettleConnection *connection, gint64 need_id, GError **error)
{
  g_autoptr (FettleStatement) row = fettle_connection_prepare (connection, NEED_QUERY "WHERE n.id = :id");
  FettleStep step;

  fettle_statement_bind_int (row, ":id", need_id);
  step = fettle_statement_step (row, error);
  if (step == FETTLE_STEP_DONE)
    refuse (error, FETTLE_STORE_ERROR_NOT_FOUND, _ ("There is no such thing to be ready."));
  return step == FETTLE_STEP_ROW ? read_need (row) : NULL;
}

static gboolean
mark (FettleConnection *connection, const char *sql, gint64 id, gint64 at, GError **error)
{
  g_autoptr (FettleStatement) update = fettle_connection_prepare (connection, sql);

  fettle_statement_bind_int (update, ":id", id);
  fettle_statement_bind_int (update, ":at", at);
  return fettle_statement_run (update, error);
}

/**
 * fettle_arrival_store_end_need:
 *
 * What was needed is ready.
 *
 * Returns: the job, or 0 with an error
 */
gint64
fettle_arrival_store_end_need (FettleConnection *connection,
                               gint64 need_id,
                               const char *by,
                               const char *desk,
                               GError **error)
{
  g_autoptr (FettleNeed) need = load_need (connection, need_id, error);
  g_auto (FettleJobChange) change = { NULL };
  g_autoptr (FettleDetails) details = fettle_details_new ();
  g_autoptr (FettleDetails) words = fettle_details_new ();

  if (need == NULL || !fettle_job_change_begin (&change, connection, need->job_id, by, desk, 0, error))
    return 0;
  if (need->done_at != 0)
    return refuse (error, FETTLE_STORE_ERROR_CONFLICT, _ ("This has been ready already."));
  fettle_details_set_int (details, "need", need_id);
  fettle_details_set (words, "text", need->text);
  return mark (connection, "UPDATE job_need SET done_at = :at WHERE id = :id AND done_at = 0", need_id,
               fettle_timeline_at (change.timeline), error)
                 && fettle_timeline_append (change.timeline, FETTLE_EVENT_NEED_DONE, FALSE, details, words, error)
                 && fettle_job_change_end (&change, error)
             ? need->job_id
             : 0;
}

static FettleOption *
read_option (FettleStatement *row)
{
  FettleOption *option = fettle_option_new ();

  option->id = fettle_statement_int (row, 0);
  option->job_id = fettle_statement_int (row, 1);
  option->text = fettle_statement_dup (row, 2);
  option->offered_at = fettle_statement_int (row, 3);
  option->chosen_at = fettle_statement_int (row, 4);
  return option;
}

/**
 * fettle_arrival_store_list_options:
 *
 * Returns: (transfer full) (element-type FettleOption) (nullable): what was offered for a job, in that order
 */
GPtrArray *
fettle_arrival_store_list_options (FettleConnection *connection, gint64 job_id, GError **error)
{
  g_autoptr (FettleStatement) rows = fettle_connection_prepare (
      connection, "SELECT id, job_id, text, offered_at, chosen_at FROM job_option WHERE job_id = :job ORDER BY id");
  g_autoptr (GPtrArray) options = g_ptr_array_new_with_free_func (g_object_unref);
  FettleStep step;

  fettle_statement_bind_int (rows, ":job", job_id);
  while ((step = fettle_statement_step (rows, error)) == FETTLE_STEP_ROW)
    g_ptr_array_add (options, read_option (rows));
  return step == FETTLE_STEP_DONE ? g_steal_pointer (&options) : NULL;
}

static gint64
find_among (GPtrArray *options, const char *text)
{
  g_autofree char *wanted = g_utf8_casefold (text, -1);

  g_strstrip (wanted);
  for (guint i = 0; i < options->len; i++)
    {
      FettleOption *option = options->pdata[i];
      g_autofree char *offered = g_utf8_casefold (option->text, -1);

      if (g_str_equal (g_strstrip (offered), wanted))
        return option->id;
    }
  return 0;
}

/**
 * fettle_arrival_store_find_option:
 *
 * Returns: the row of what was offered in these words, or 0 with %FETTLE_STORE_ERROR_NOT_FOUND
 */
gint64
fettle_arrival_store_find_option (FettleConnection *connection, gint64 job_id, const char *text, GError **error)
{
  g_autoptr (GPtrArray) options = fettle_arrival_store_list_options (connection, job_id, error);
  gint64 id = options != NULL ? find_among (options, text) : 0;

  if (options != NULL && id == 0)
    g_set_error (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_NOT_FOUND, _ ("“%s” was not offered."), text);
  return id;
}

/**
 * fettle_arrival_store_offer:
 *
 * Writes down what the customer is offered. Offering the same words twice is an error.
 *
 * Returns: the row, or 0 with an error
 */
gint64
fettle_arrival_store_offer (FettleConnection *connection,
                            gint64 job_id,
                            const char *text,
                            const char *by,
                            const char *desk,
                            GError **error)
{
  g_auto (FettleJobChange) change = { NULL };
  g_autoptr (FettleStatement) insert
      = fettle_connection_prepare (connection,
                                   "INSERT INTO job_option (job_id, text, offered_at) VALUES (:job, :text, :at)");
  g_autoptr (GPtrArray) options = NULL;
  g_autoptr (FettleDetails) details = fettle_details_new ();
  g_autoptr (FettleDetails) words = fettle_details_new ();
  gint64 id;

  if (fettle_plain_text_is_blank (text))
    {
      g_set_error_literal (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_MISSING, _ ("Write what is offered."));
      return 0;
    }
  if (!fettle_job_change_begin (&change, connection, job_id, by, desk, 0, error)
      || (options = fettle_arrival_store_list_options (connection, job_id, error)) == NULL)
    return 0;
  if (find_among (options, text) != 0)
    return refuse (error, FETTLE_STORE_ERROR_ALREADY, _ ("This has been offered already."));
  fettle_statement_bind_int (insert, ":job", job_id);
  fettle_statement_bind_text (insert, ":text", text);
  fettle_statement_bind_int (insert, ":at", fettle_timeline_at (change.timeline));
  if (!fettle_statement_run (insert, error))
    return 0;
  id = fettle_connection_last_id (connection);
  fettle_details_set_int (details, "option", id);
  fettle_details_set (words, "text", text);
  return fettle_timeline_append (change.timeline, FETTLE_EVENT_OPTION_OFFERED, TRUE, details, words, error)
                 && fettle_job_change_end (&change, error)
             ? id
             : 0;
}

static FettleOption *
load_option (FettleConnection *connection, gint64 option_id, GError **error)
{
  g_autoptr (FettleStatement) row
      = fettle_connection_prepare (connection,
                                   "SELECT id, job_id, text, offered_at, chosen_at FROM job_option WHERE id = :id");
  FettleStep step;

  fettle_statement_bind_int (row, ":id", option_id);
  step = fettle_statement_step (row, error);
  if (step == FETTLE_STEP_DONE)
    refuse (error, FETTLE_STORE_ERROR_NOT_FOUND, _ ("There is no such option."));
  return step == FETTLE_STEP_ROW ? read_option (row) : NULL;
}

/**
 * fettle_arrival_store_choose:
 *
 * The customer chose: this one, and no longer another. Choosing the same again changes nothing.
 *
 * Returns: the job, or 0 with an error
 */
gint64
fettle_arrival_store_choose (FettleConnection *connection,
                             gint64 option_id,
                             const char *by,
                             const char *desk,
                             GError **error)
{
  g_autoptr (FettleOption) option = load_option (connection, option_id, error);
  g_auto (FettleJobChange) change = { NULL };
  g_autoptr (FettleDetails) details = fettle_details_new ();
  g_autoptr (FettleDetails) words = fettle_details_new ();

  if (option == NULL)
    return 0;
  if (option->chosen_at != 0)
    return option->job_id;
  if (!fettle_job_change_begin (&change, connection, option->job_id, by, desk, 0, error))
    return 0;
  fettle_details_set_int (details, "option", option_id);
  fettle_details_set (words, "text", option->text);
  return mark (connection,
               "UPDATE job_option SET chosen_at = CASE WHEN id = :id THEN :at ELSE 0 END"
               " WHERE job_id = (SELECT job_id FROM job_option WHERE id = :id)",
               option_id, fettle_timeline_at (change.timeline), error)
                 && fettle_timeline_append (change.timeline, FETTLE_EVENT_OPTION_CHOSEN, TRUE, details, words, error)
                 && fettle_job_change_end (&change, error)
             ? option->job_id
             : 0;
}

static gboolean
take_list (GPtrArray **list, GPtrArray *read)
{
  if (read == NULL)
    return FALSE;
  g_ptr_array_unref (*list);
  *list = read;
  return TRUE;
}

/**
 * fettle_arrival_store_read_of_job:
 * @job: whose needs and options are filled
 */
gboolean
fettle_arrival_store_read_of_job (FettleConnection *connection, FettleJob *job, GError **error)
{
  return take_list (&job->needs, fettle_arrival_store_list_needs (connection, job->summary->id, error))
         && take_list (&job->options, fettle_arrival_store_list_options (connection, job->summary->id, error));
}
