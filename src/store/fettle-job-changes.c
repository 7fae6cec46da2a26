/* fettle-job-changes.c: what happens to a job between reception and hand-over.
 *
 * Every change has one shape: a transaction, the job's timeline, a rule of the model, the events, the row.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-job-store.h"

#include <glib/gi18n-lib.h>

#include "fettle-clock.h"
#include "fettle-device-rules.h"
#include "fettle-error.h"
#include "fettle-event-store.h"
#include "fettle-follow-up-store.h"
#include "fettle-job-change.h"
#include "fettle-job-rows.h"
#include "fettle-plain-text.h"
#include "fettle-promise-store.h"
#include "fettle-search-store.h"
#include "fettle-setup-store.h"
#include "fettle-statement.h"
#include "fettle-store-error.h"

/* How long a move can be taken back: the ten seconds that the window offers, and some for a slow hand. */
#define UNDO_WINDOW (60 * G_TIME_SPAN_SECOND)

/* Begins a change of somebody who has seen the job at a revision; 0 is whoever has not looked. */
static gboolean
change_begin (FettleJobChange *change,
              FettleConnection *connection,
              gint64 job_id,
              gint64 revision,
              const char *by,
              const char *desk,
              gint64 at,
              GError **error)
{
  if (!fettle_job_change_begin (change, connection, job_id, by, desk, at, error))
    return FALSE;
  if (revision == 0 || revision == fettle_timeline_revision (change->timeline))
    return TRUE;
  g_set_error (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_CONFLICT,
               _ ("Somebody else changed job %s meanwhile. Look at it as it is now, and make your change again."),
               fettle_timeline_number (change->timeline));
  return FALSE;
}

static gboolean
end_work (FettleJobChange *change, GError **error)
{
  g_autoptr (FettleDetails) details = NULL;

  if (fettle_timeline_state (change->timeline)->working_since == 0)
    return TRUE;
  details = fettle_details_new ();
  return fettle_timeline_append (change->timeline, FETTLE_EVENT_WORK_ENDED, FALSE, details, NULL, error);
}

static FettleClockHolder
clock_of_move (FettleJobChange *change, FettleMove *move)
{
  if (move->clock != FETTLE_CLOCK_NONE && fettle_stage_is_open (move->to))
    return move->clock;
  /* Before the device is here, all the time is the customer's. */
  if (!fettle_timeline_state (change->timeline)->device_here && fettle_stage_is_open (move->to))
    return FETTLE_CLOCK_CUSTOMER;
  return fettle_job_rows_default_clock (change->timeline, move->to);
}

static gboolean
append_move (FettleJobChange *change, FettleMove *move, GError **error)
{
  FettleJobState *state = fettle_timeline_state (change->timeline);
  g_autoptr (FettleDetails) details = fettle_details_new ();
  g_autoptr (FettleDetails) words = fettle_details_new ();

  fettle_details_set (details, "from", fettle_stage_id (state->stage));
  fettle_details_set (details, "to", fettle_stage_id (move->to));
  fettle_details_set (details, "clock", fettle_clock_holder_id (clock_of_move (change, move)));
  fettle_details_set (details, "from_clock", fettle_clock_holder_id (state->clock));
  fettle_details_set_int (details, "from_since", state->stage_since);
  fettle_details_set (words, "note", fettle_plain_text_is_blank (move->note) ? NULL : move->note);
  if (!fettle_plain_text_is_blank (move->override))
    {
      fettle_details_set (details, "override", "1");
      fettle_details_set (words, "reason", move->override);
    }
  return fettle_timeline_append (change->timeline, FETTLE_EVENT_MOVED, TRUE, details, words, error);
}

/* Only what goes to be ready is asked about; the timeline tells it. */
static gboolean
check_device (FettleJobChange *change, FettleMove *move, GError **error)
{
  g_autoptr (FettleDevice) device = NULL;
  g_autoptr (GPtrArray) events = NULL;

  if (move->to != FETTLE_STAGE_READY)
    return TRUE;
  events = fettle_event_store_load (change->connection, move->job_id, error);
  if (events == NULL)
    return FALSE;
  device = fettle_device_new ();
  fettle_device_take_events (device, events);
  return fettle_device_check_ready (device, move->to, move->override, move->by, error);
}

/* A complaint that is cancelled is closed, and its giver waits for a word as much. */
static gboolean
check_giver_told (FettleConnection *connection, FettleMove *move, FettleJobSummary *summary, GError **error)
{
  g_autoptr (FettleJob) job = NULL;

  if (move->to != FETTLE_STAGE_CANCELLED || summary->kind != FETTLE_KIND_COMPLAINT)
    return TRUE;
  job = fettle_job_store_load (connection, move->job_id, error);
  return job != NULL && fettle_hand_over_check_cancel (move, job, error);
}

/**
 * fettle_job_store_move:
 *
 * Moves a job to another stage. Cancelling withdraws what was promised; coming back opens it again.
 *
 * Returns: %FALSE with an error: a rule (%FETTLE_MODEL_ERROR) or %FETTLE_STORE_ERROR_CONFLICT
 */
gboolean
fettle_job_store_move (FettleConnection *connection, FettleMove *move, GError **error)
{
  g_auto (FettleJobChange) change = { NULL };
  g_autoptr (FettleJobSummary) job = NULL;
  gint64 cancelled_at = 0;

  if (!change_begin (&change, connection, move->job_id, move->revision, move->by, move->desk, move->at, error))
    return FALSE;
  job = fettle_job_store_load_summary (connection, move->job_id, error);
  if (job == NULL || !fettle_move_check (move, job, error) || !check_device (&change, move, error))
    return FALSE;
  if (!check_giver_told (connection, move, job, error))
    return FALSE;
  if (job->stage == FETTLE_STAGE_CANCELLED)
    cancelled_at = job->stage_since;
  if (!fettle_stage_is_open (move->to) && !end_work (&change, error))
    return FALSE;
  if (!append_move (&change, move, error))
    return FALSE;
  if (move->to == FETTLE_STAGE_CANCELLED && !fettle_promise_store_close_all (connection, change.timeline, 0, error))
    return FALSE;
  if (cancelled_at != 0 && !fettle_promise_store_reopen (connection, change.timeline, cancelled_at, error))
    return FALSE;
  return fettle_job_change_end (&change, error);
}

/* The last move of a job, if nothing but its own consequences came after it and it is young enough. */
static FettleEvent *
find_last_move (FettleConnection *connection, gint64 job_id, GError **error)
{
  g_autoptr (GPtrArray) events = fettle_event_store_load (connection, job_id, error);

  for (guint i = events != NULL ? events->len : 0; i > 0; i--)
    {
      FettleEvent *event = events->pdata[i - 1];

      if (event->kind == FETTLE_EVENT_MOVED && fettle_clock_now () - event->at <= UNDO_WINDOW)
        return g_object_ref (event);
      if (event->kind == FETTLE_EVENT_MOVED || event->kind == FETTLE_EVENT_MOVE_UNDONE
          || event->kind == FETTLE_EVENT_HANDED_OVER)
        break;
    }
  if (events != NULL)
    g_set_error_literal (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_NOT_FOUND, _ ("There is no move to take back."));
  return NULL;
}

/**
 * fettle_job_store_undo_move:
 *
 * Takes the last move back, shortly after it: the stage goes on as if it had not been left, and both entries stay on
 * the timeline.
 */
gboolean
fettle_job_store_undo_move (FettleConnection *connection,
                            gint64 job_id,
                            const char *by,
                            const char *desk,
                            GError **error)
{
  g_auto (FettleJobChange) change = { NULL };
  g_autoptr (FettleEvent) move = NULL;
  g_autoptr (FettleDetails) was = NULL;
  g_autoptr (FettleDetails) details = fettle_details_new ();

  if (!change_begin (&change, connection, job_id, 0, by, desk, 0, error))
    return FALSE;
  move = find_last_move (connection, job_id, error);
  if (move == NULL)
    return FALSE;
  was = fettle_details_parse (move->details);
  fettle_details_set (details, "from", fettle_details_get (was, "to"));
  fettle_details_set (details, "to", fettle_details_get (was, "from"));
  fettle_details_set (details, "clock", fettle_details_get (was, "from_clock"));
  fettle_details_set (details, "since", fettle_details_get (was, "from_since"));
  if (!fettle_timeline_append (change.timeline, FETTLE_EVENT_MOVE_UNDONE, TRUE, details, NULL, error))
    return FALSE;
  if (g_strcmp0 (fettle_details_get (was, "to"), "cancelled") == 0
      && !fettle_promise_store_reopen (connection, change.timeline, move->at, error))
    return FALSE;
  return fettle_job_change_end (&change, error);
}

static gboolean
return_accessories (FettleJobChange *change, FettleHandOver *form, FettleJob *job, GError **error)
{
  g_autoptr (FettleStatement) update
      = fettle_connection_prepare (change->connection, "UPDATE job_accessory SET returned_at = :at WHERE id = :id");

  for (guint i = 0; i < job->accessories->len; i++)
    {
      FettleAccessory *accessory = job->accessories->pdata[i];
      g_autoptr (FettleDetails) details = fettle_details_new ();
      g_autoptr (FettleDetails) words = fettle_details_new ();

      if (accessory->returned_at != 0 || !fettle_hand_over_gives_back (form, accessory))
        continue;
      fettle_statement_bind_int (update, ":at", fettle_timeline_at (change->timeline));
      fettle_statement_bind_int (update, ":id", accessory->id);
      fettle_details_set_int (details, "accessory", accessory->id);
      fettle_details_set (words, "name", accessory->name);
      if (!fettle_statement_run (update, error)
          || !fettle_timeline_append (change->timeline, FETTLE_EVENT_ACCESSORY_RETURNED, TRUE, details, words, error))
        return FALSE;
      fettle_statement_reset (update);
    }
  return TRUE;
}

static gboolean
take_payment (FettleJobChange *change, FettleHandOver *form, GError **error)
{
  g_autoptr (FettleStatement) insert = NULL;
  g_autoptr (FettleStatement) point = NULL;
  g_autoptr (FettleDetails) details = fettle_details_new ();

  if (form->paid == 0)
    return TRUE;
  point = fettle_connection_prepare (change->connection, "SELECT currency FROM service_point");
  if (fettle_statement_step (point, error) != FETTLE_STEP_ROW)
    return FALSE;
  insert = fettle_connection_prepare (change->connection,
                                      "INSERT INTO payment (job_id, at, amount, currency, method, by_id)"
                                      " VALUES (:job, :at, :amount, :currency, :method, :by)");
  fettle_statement_bind_int (insert, ":job", form->job_id);
  fettle_statement_bind_int (insert, ":at", fettle_timeline_at (change->timeline));
  fettle_statement_bind_int (insert, ":amount", form->paid);
  fettle_statement_bind_text (insert, ":currency", fettle_statement_text (point, 0));
  fettle_statement_bind_text (insert, ":method", fettle_payment_method_id (form->method));
  fettle_statement_bind_id (insert, ":by", change->by_id);
  fettle_details_set_int (details, "amount", form->paid);
  fettle_details_set (details, "currency", fettle_statement_text (point, 0));
  fettle_details_set (details, "method", fettle_payment_method_id (form->method));
  return fettle_statement_run (insert, error)
         && fettle_timeline_append (change->timeline, FETTLE_EVENT_PAID, TRUE, details, NULL, error);
}

static gboolean
append_hand_over (FettleJobChange *change, FettleHandOver *form, FettleJob *job, GError **error)
{
  g_autoptr (FettleDetails) details = fettle_details_new ();
  g_autoptr (FettleDetails) words = fettle_details_new ();
  g_autofree char *missing = fettle_hand_over_missing (form, job);
  g_autoptr (GPtrArray) obstacles = fettle_hand_over_obstacles (form, job);
  const char *collected_by = form->collected_by;

  if (fettle_plain_text_is_blank (collected_by))
    collected_by = job->customer != NULL ? job->customer->name : NULL;
  fettle_details_set (details, "outcome", fettle_outcome_id (form->outcome));
  fettle_details_set (words, "collected_by", collected_by);
  fettle_details_set (words, "note", fettle_plain_text_is_blank (form->note) ? NULL : form->note);
  if (obstacles->len > 0)
    {
      fettle_details_set (details, "override", "1");
      fettle_details_set (words, "missing", missing);
      fettle_details_set (words, "reason", form->override);
    }
  return fettle_timeline_append (change->timeline, FETTLE_EVENT_HANDED_OVER, TRUE, details, words, error);
}

/**
 * fettle_job_store_hand_over:
 *
 * Hands the device over: accessories, payment, the promises' end and the outcome in one transaction. A promise is kept
 * if the work was done, that is the job was ready, by the first due time.
 *
 * Returns: %FALSE with an error: a rule (%FETTLE_MODEL_ERROR) or %FETTLE_STORE_ERROR_CONFLICT
 */
gboolean
fettle_job_store_hand_over (FettleConnection *connection, FettleHandOver *hand_over, GError **error)
{
  g_auto (FettleJobChange) change = { NULL };
  g_autoptr (FettleJob) job = NULL;
  gint64 done_at;

  if (!change_begin (&change, connection, hand_over->job_id, hand_over->revision, hand_over->by, hand_over->desk,
                     hand_over->at, error))
    return FALSE;
  job = fettle_job_store_load (connection, hand_over->job_id, error);
  if (job == NULL || !fettle_hand_over_check (hand_over, job, error))
    return FALSE;
  done_at
      = job->summary->stage == FETTLE_STAGE_READY ? job->summary->stage_since : fettle_timeline_at (change.timeline);
  return end_work (&change, error) && return_accessories (&change, hand_over, job, error)
         && take_payment (&change, hand_over, error)
         && fettle_promise_store_close_all (connection, change.timeline, done_at, error)
         && fettle_follow_up_store_plan (connection, change.timeline, hand_over, change.by_id, error)
         && append_hand_over (&change, hand_over, job, error) && fettle_job_change_end (&change, error);
}

static char *
join_names (GPtrArray *accessories)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < accessories->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", ((FettleAccessory *) accessories->pdata[i])->name);
  return g_strdup (names->str);
}

static void
note_text (GString *fields, FettleDetails *words, const char *key, const char *was, const char *is)
{
  g_autofree char *key_was = g_strconcat (key, ".was", NULL);
  const char *before = was != NULL ? was : "";
  const char *after = is != NULL ? is : "";

  if (g_str_equal (before, after))
    return;
  g_string_append_printf (fields, "%s%s", fields->len > 0 ? "," : "", key);
  fettle_details_set (words, key, after);
  fettle_details_set (words, key_was, before);
}

static void
note_detail (GString *fields, FettleDetails *details, const char *key, const char *was, const char *is)
{
  g_autofree char *key_was = g_strconcat (key, ".was", NULL);

  if (g_strcmp0 (was, is) == 0)
    return;
  g_string_append_printf (fields, "%s%s", fields->len > 0 ? "," : "", key);
  fettle_details_set (details, key, is != NULL ? is : "");
  fettle_details_set (details, key_was, was);
}

static gboolean
replace_accessories (FettleJobChange *change, FettleJobEdit *edit, FettleJob *job, GError **error)
{
  g_autoptr (FettleStatement) clear
      = fettle_connection_prepare (change->connection,
                                   "DELETE FROM job_accessory WHERE job_id = :job AND returned_at = 0");
  g_autoptr (GStrvBuilder) missing = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  fettle_statement_bind_int (clear, ":job", edit->job_id);
  if (!fettle_statement_run (clear, error))
    return FALSE;
  for (guint i = 0; edit->accessories != NULL && edit->accessories[i] != NULL; i++)
    {
      gboolean returned = FALSE;

      for (guint k = 0; k < job->accessories->len; k++)
        {
          FettleAccessory *accessory = job->accessories->pdata[k];

          returned |= accessory->returned_at != 0 && g_str_equal (accessory->name, edit->accessories[i]);
        }
      if (!returned)
        g_strv_builder_add (missing, edit->accessories[i]);
    }
  names = g_strv_builder_end (missing);
  return fettle_job_rows_add_accessories (change->connection, edit->job_id, names, error);
}

static gboolean
append_edit (FettleJobChange *change, FettleJobEdit *edit, FettleJob *job, GError **error)
{
  g_autoptr (FettleDetails) details = fettle_details_new ();
  g_autoptr (FettleDetails) words = fettle_details_new ();
  g_autoptr (GString) fields = g_string_new (NULL);
  g_autofree char *had = join_names (job->accessories);
  g_autofree char *has = edit->accessories != NULL ? g_strjoinv (", ", edit->accessories) : g_strdup ("");
  g_autofree char *consented = job->consent != NULL ? g_strjoinv (",", job->consent) : g_strdup ("");
  g_autofree char *consents = edit->consent != NULL ? g_strjoinv (",", edit->consent) : g_strdup ("");
  g_autofree char *needed = g_strdup_printf ("%" G_GINT64_FORMAT, job->summary->need_by);
  g_autofree char *needs = g_strdup_printf ("%" G_GINT64_FORMAT, edit->need_by);

  note_detail (fields, details, "kind", fettle_kind_id (job->summary->kind), fettle_kind_id (edit->kind));
  note_detail (fields, details, "need_by", needed, needs);
  note_detail (fields, details, "backup", fettle_backup_state_id (job->backup), fettle_backup_state_id (edit->backup));
  note_detail (fields, details, "consent", consented, consents);
  note_text (fields, words, "fault", job->summary->fault, edit->fault);
  note_text (fields, words, "condition", job->condition, edit->condition);
  note_text (fields, words, "accessories", had, has);
  if (fields->len == 0)
    return TRUE;
  fettle_details_set (details, "fields", fields->str);
  return fettle_timeline_append (change->timeline, FETTLE_EVENT_EDITED, TRUE, details, words, error)
         && replace_accessories (change, edit, job, error)
         && fettle_search_store_queue (change->connection, edit->job_id, error)
         && fettle_job_change_end (change, error);
}

/**
 * fettle_job_store_edit:
 *
 * Corrects what a job says; what it said before stays on the timeline. Nothing happens where nothing differs.
 *
 * Returns: %FALSE with %FETTLE_STORE_ERROR_CONFLICT where the job is no longer at the revision that was seen
 */
gboolean
fettle_job_store_edit (FettleConnection *connection, FettleJobEdit *edit, GError **error)
{
  g_auto (FettleJobChange) change = { NULL };
  g_autoptr (FettleJob) job = NULL;

  if (fettle_plain_text_is_blank (edit->fault))
    {
      g_set_error_literal (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_MISSING, _ ("Write what is wrong."));
      return FALSE;
    }
  if (!change_begin (&change, connection, edit->job_id, edit->revision, edit->by, edit->desk, 0, error))
    return FALSE;
  job = fettle_job_store_load (connection, edit->job_id, error);
  return job != NULL && append_edit (&change, edit, job, error);
}

/* A change that is one event and nothing else. */
static gboolean
append_one (FettleConnection *connection,
            gint64 job_id,
            FettleEventKind kind,
            gboolean customer_may_read,
            FettleDetails *details,
            FettleDetails *words,
            const char *by,
            const char *desk,
            GError **error)
{
  g_auto (FettleJobChange) change = { NULL };

  return change_begin (&change, connection, job_id, 0, by, desk, 0, error)
         && fettle_timeline_append (change.timeline, kind, customer_may_read, details, words, error)
         && fettle_job_change_end (&change, error);
}

/**
 * fettle_job_store_add_note:
 *
 * Writes a note on the timeline.
 */
gboolean
fettle_job_store_add_note (FettleConnection *connection,
                           gint64 job_id,
                           const char *note,
                           gboolean customer_may_read,
                           const char *by,
                           const char *desk,
                           GError **error)
{
  g_autoptr (FettleDetails) words = fettle_details_new ();

  if (fettle_plain_text_is_blank (note))
    {
      g_set_error_literal (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_MISSING, _ ("Write the note first."));
      return FALSE;
    }
  fettle_details_set (words, "note", note);
  return append_one (connection, job_id, FETTLE_EVENT_NOTED, customer_may_read, NULL, words, by, desk, error);
}

/**
 * fettle_job_store_assign:
 * @technician: (nullable): name of who works on it now; %NULL for nobody
 */
gboolean
fettle_job_store_assign (FettleConnection *connection,
                         gint64 job_id,
                         const char *technician,
                         const char *by,
                         const char *desk,
                         GError **error)
{
  g_auto (FettleJobChange) change = { NULL };
  g_autoptr (FettleDetails) details = fettle_details_new ();
  gint64 id = 0;

  if (!change_begin (&change, connection, job_id, 0, by, desk, 0, error))
    return FALSE;
  if (!fettle_plain_text_is_blank (technician)
      && (id = fettle_setup_store_staff_id (connection, technician, error)) == 0)
    return FALSE;
  if (id == fettle_timeline_state (change.timeline)->technician_id)
    return TRUE;
  fettle_details_set_int (details, "technician", id);
  fettle_details_set (details, "name", technician);
  return fettle_timeline_append (change.timeline, FETTLE_EVENT_ASSIGNED, FALSE, details, NULL, error)
         && fettle_job_change_end (&change, error);
}

/**
 * fettle_job_store_set_clock:
 *
 * Says whose time it is now, otherwise than the stage's default.
 */
gboolean
fettle_job_store_set_clock (FettleConnection *connection,
                            gint64 job_id,
                            FettleClockHolder clock,
                            const char *by,
                            const char *desk,
                            GError **error)
{
  g_auto (FettleJobChange) change = { NULL };
  g_autoptr (FettleDetails) details = fettle_details_new ();

  if (!change_begin (&change, connection, job_id, 0, by, desk, 0, error))
    return FALSE;
  if (!fettle_stage_is_open (fettle_timeline_state (change.timeline)->stage) || clock == FETTLE_CLOCK_NONE)
    {
      g_set_error_literal (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_CONSTRAINT,
                           _ ("This job is closed, so nobody’s time runs."));
      return FALSE;
    }
  fettle_details_set (details, "clock", fettle_clock_holder_id (clock));
  return fettle_timeline_append (change.timeline, FETTLE_EVENT_CLOCK_SET, TRUE, details, NULL, error)
         && fettle_job_change_end (&change, error);
}

/**
 * fettle_job_store_set_working:
 *
 * Begins or ends a stretch of work at the bench; asking for what is so already changes nothing.
 */
gboolean
fettle_job_store_set_working (FettleConnection *connection,
                              gint64 job_id,
                              gboolean working,
                              const char *by,
                              const char *desk,
                              GError **error)
{
  g_auto (FettleJobChange) change = { NULL };
  g_autoptr (FettleDetails) details = fettle_details_new ();
  FettleJobState *state;

  if (!change_begin (&change, connection, job_id, 0, by, desk, 0, error))
    return FALSE;
  state = fettle_timeline_state (change.timeline);
  if ((state->working_since != 0) == working)
    return TRUE;
  if (working && !fettle_stage_is_open (state->stage))
    {
      g_set_error_literal (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_CONSTRAINT,
                           _ ("This job is closed. Move it back to work on it."));
      return FALSE;
    }
  if (change.by_id != 0)
    fettle_details_set_int (details, "staff", change.by_id);
  return fettle_timeline_append (change.timeline, working ? FETTLE_EVENT_WORK_BEGAN : FETTLE_EVENT_WORK_ENDED, FALSE,
                                 details, NULL, error)
         && fettle_job_change_end (&change, error);
}

/**
 * fettle_job_store_say_printed:
 * @document: job-sheet, label or receipt
 */
gboolean
fettle_job_store_say_printed (FettleConnection *connection,
                              gint64 job_id,
                              const char *document,
                              const char *by,
                              const char *desk,
                              GError **error)
{
  g_autoptr (FettleDetails) details = fettle_details_new ();

  fettle_details_set (details, "document", document);
  return append_one (connection, job_id, FETTLE_EVENT_PRINTED, FALSE, details, NULL, by, desk, error);
}

/**
 * fettle_job_store_say_told:
 * @how: phone, message, mail, letter or counter
 *
 * Writes that the customer was told something.
 */
gboolean
fettle_job_store_say_told (FettleConnection *connection,
                           gint64 job_id,
                           const char *how,
                           const char *note,
                           const char *by,
                           const char *desk,
                           GError **error)
{
  g_autoptr (FettleDetails) details = fettle_details_new ();
  g_autoptr (FettleDetails) words = fettle_details_new ();

  fettle_details_set (details, "how", how);
  fettle_details_set (words, "note", fettle_plain_text_is_blank (note) ? NULL : note);
  return append_one (connection, job_id, FETTLE_EVENT_CUSTOMER_TOLD, TRUE, details, words, by, desk, error);
}
