/* fettle-device-changes.c: what is found out about a device and done to it, with the event that says so.
 *
 * Every change has one shape: the form is checked, a transaction, the job's timeline, the row, the event.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-device-store.h"

#include <glib/gi18n-lib.h>

#include "fettle-arrival-store.h"
#include "fettle-clock.h"
#include "fettle-error.h"
#include "fettle-event-store.h"
#include "fettle-job-change.h"
#include "fettle-plain-text.h"
#include "fettle-promise-rules.h"
#include "fettle-promise-store.h"
#include "fettle-search-text.h"
#include "fettle-serial.h"
#include "fettle-statement.h"
#include "fettle-store-error.h"

/* A change with the details and words of its one event. */
typedef struct
{
  FettleJobChange job;
  FettleDetails *details;
  FettleDetails *words;
} Change;

static void
change_clear (Change *change)
{
  g_clear_pointer (&change->details, fettle_details_free);
  g_clear_pointer (&change->words, fettle_details_free);
  fettle_job_change_clear (&change->job);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Change, change_clear)

static gboolean
change_begin (Change *change,
              FettleConnection *connection,
              gint64 job_id,
              const char *by,
              const char *desk,
              GError **error)
{
  change->details = fettle_details_new ();
  change->words = fettle_details_new ();
  return fettle_job_change_begin (&change->job, connection, job_id, by, desk, 0, error);
}

static gboolean
change_say (Change *change, FettleEventKind kind, gboolean customer_may_read, GError **error)
{
  return fettle_timeline_append (change->job.timeline, kind, customer_may_read, change->details, change->words, error);
}

static char *
trimmed (const char *text)
{
  return fettle_plain_text_is_blank (text) ? NULL : g_strstrip (g_strdup (text));
}

static void
set_trimmed (FettleDetails *details, const char *key, const char *text)
{
  g_autofree char *value = trimmed (text);

  fettle_details_set (details, key, value);
}

static void
bind_trimmed (FettleStatement *statement, const char *name, const char *text)
{
  g_autofree char *value = trimmed (text);

  fettle_statement_bind_text (statement, name, value);
}

static void
bind_key (FettleStatement *statement, const char *name, const char *serial)
{
  g_autofree char *key = serial != NULL ? fettle_serial_key (serial) : NULL;

  fettle_statement_bind_text (statement, name, key != NULL && *key != '\0' ? key : NULL);
}

/* The cause that holds so far, from the events of the job. */
static char *
find_cause (FettleConnection *connection, gint64 job_id, GError **error)
{
  g_autoptr (GPtrArray) events = fettle_event_store_load (connection, job_id, error);
  g_autoptr (FettleDevice) device = fettle_device_new ();
  FettleDiagnosis *diagnosis;

  if (events == NULL)
    return NULL;
  fettle_device_take_events (device, events);
  diagnosis = fettle_device_diagnosis (device);
  return g_strdup (diagnosis != NULL ? diagnosis->cause : "");
}

/**
 * fettle_device_store_diagnose:
 *
 * Writes what is at fault. A second diagnosis takes the place of the first; both stay on the timeline, and the new one
 * names what was thought before, but nobody.
 */
gboolean
fettle_device_store_diagnose (FettleConnection *connection, FettleDiagnosis *form, const char *desk, GError **error)
{
  g_auto (Change) change = { { NULL } };
  g_autofree char *was = NULL;
  g_autofree char *cause = trimmed (form->cause);

  if (!fettle_diagnosis_validate (form, error)
      || !change_begin (&change, connection, form->job_id, form->by_name, desk, error)
      || (was = find_cause (connection, form->job_id, error)) == NULL)
    return FALSE;
  fettle_details_set (change.details, "cause", cause);
  if (cause != NULL && *was != '\0' && !g_str_equal (was, cause))
    fettle_details_set (change.details, "was", was);
  set_trimmed (change.details, "code", form->code);
  if (form->intermittent)
    fettle_details_set_int (change.details, "intermittent", 1);
  set_trimmed (change.words, "text", form->text);
  return change_say (&change, FETTLE_EVENT_DIAGNOSED, TRUE, error) && fettle_job_change_end (&change.job, error);
}

static void
set_part_details (Change *change, gint64 id, FettlePart *form)
{
  fettle_details_set_int (change->details, "part", id);
  set_trimmed (change->details, "name", form->name);
  set_trimmed (change->details, "serial_out", form->serial_out);
  set_trimmed (change->details, "serial_in", form->serial_in);
  set_trimmed (change->details, "source", form->source);
  if (form->return_due != 0)
    fettle_details_set_int (change->details, "return_due", form->return_due);
}

static gint64
insert_part (Change *change, FettlePart *form, const char *state, GError **error)
{
  g_autoptr (FettleStatement) insert = fettle_connection_prepare (
      change->job.connection,
      "INSERT INTO job_part (job_id, name, serial_out, serial_in, key_out, key_in, source, state, "
      "at, ordered_at, return_due, by_id)"
      " VALUES (:job, :name, :out, :in, :key_out, :key_in, :source, :state, :at, :ordered, :due, :by)");
  gint64 now = fettle_timeline_at (change->job.timeline);

  fettle_statement_bind_int (insert, ":job", form->job_id);
  bind_trimmed (insert, ":name", form->name);
  bind_trimmed (insert, ":out", form->serial_out);
  bind_trimmed (insert, ":in", form->serial_in);
  bind_key (insert, ":key_out", form->serial_out);
  bind_key (insert, ":key_in", form->serial_in);
  bind_trimmed (insert, ":source", form->source);
  fettle_statement_bind_text (insert, ":state", state);
  fettle_statement_bind_int (insert, ":at", now);
  fettle_statement_bind_int (insert, ":ordered", g_str_equal (state, "ordered") ? now : 0);
  fettle_statement_bind_int (insert, ":due", form->return_due);
  fettle_statement_bind_id (insert, ":by", change->job.by_id);
  return fettle_statement_run (insert, error) ? fettle_connection_last_id (change->job.connection) : 0;
}

/* The part of this serial that was sent ahead for the job, 0 where there is none, -1 with an error. */
static gint64
find_sent (Change *change, FettlePart *form, GError **error)
{
  g_autoptr (FettleStatement) row
      = fettle_connection_prepare (change->job.connection,
                                   "SELECT id FROM job_part WHERE job_id = :job AND key_in = :key AND state = 'sent'"
                                   " AND returned_at = 0 ORDER BY id LIMIT 1");
  FettleStep step;

  if (fettle_plain_text_is_blank (form->serial_in))
    return 0;
  fettle_statement_bind_int (row, ":job", form->job_id);
  bind_key (row, ":key", form->serial_in);
  step = fettle_statement_step (row, error);
  return step == FETTLE_STEP_ROW ? fettle_statement_int (row, 0) : step == FETTLE_STEP_DONE ? 0 : -1;
}

/* What was ordered for the job: the line that the form names, else the first of that name; 0 and -1 as above. */
static gint64
find_ordered (Change *change, FettlePart *form, GError **error)
{
  g_autoptr (FettleStatement) rows
      = fettle_connection_prepare (change->job.connection, "SELECT id, name FROM job_part WHERE job_id = :job"
                                                           " AND state = 'ordered' ORDER BY id");
  g_autofree char *wanted = fettle_search_normalise (form->name);
  FettleStep step;

  fettle_statement_bind_int (rows, ":job", form->job_id);
  while ((step = fettle_statement_step (rows, error)) == FETTLE_STEP_ROW)
    {
      gint64 id = fettle_statement_int (rows, 0);
      g_autofree char *name = fettle_search_normalise (fettle_statement_text (rows, 1));

      if (form->id != 0 ? form->id == id : g_strcmp0 (name, wanted) == 0)
        return id;
    }
  return step == FETTLE_STEP_DONE ? 0 : -1;
}

/* An ordered line is fitted now and stays ordered then: it was not at hand. */
static gboolean
fit_ordered (Change *change, gint64 id, FettlePart *form, GError **error)
{
  g_autoptr (FettleStatement) update = fettle_connection_prepare (
      change->job.connection,
      "UPDATE job_part SET state = 'fitted', at = :at, by_id = :by, serial_out = coalesce (:out, serial_out),"
      " serial_in = coalesce (:in, serial_in), key_out = coalesce (:key_out, key_out),"
      " key_in = coalesce (:key_in, key_in), source = coalesce (:source, source) WHERE id = :id");

  fettle_statement_bind_int (update, ":at", fettle_timeline_at (change->job.timeline));
  fettle_statement_bind_id (update, ":by", change->job.by_id);
  bind_trimmed (update, ":out", form->serial_out);
  bind_trimmed (update, ":in", form->serial_in);
  bind_key (update, ":key_out", form->serial_out);
  bind_key (update, ":key_in", form->serial_in);
  bind_trimmed (update, ":source", form->source);
  fettle_statement_bind_int (update, ":id", id);
  return fettle_statement_run (update, error);
}

static gboolean
fit_sent (Change *change, gint64 id, FettlePart *form, GError **error)
{
  g_autoptr (FettleStatement) update
      = fettle_connection_prepare (change->job.connection,
                                   "UPDATE job_part SET state = 'fitted', serial_out = coalesce (:out, serial_out),"
                                   " key_out = coalesce (:key, key_out) WHERE id = :id");

  bind_trimmed (update, ":out", form->serial_out);
  bind_key (update, ":key", form->serial_out);
  fettle_statement_bind_int (update, ":id", id);
  return fettle_statement_run (update, error);
}

/* The row that is fitted: what was sent ahead, what was ordered, or a new one. */
static gint64
fit (Change *change, FettlePart *form, GError **error)
{
  gint64 id = form->id == 0 ? find_sent (change, form, error) : 0;

  if (id != 0)
    return id > 0 && fit_sent (change, id, form, error) ? id : 0;
  id = find_ordered (change, form, error);
  if (id != 0)
    return id > 0 && fit_ordered (change, id, form, error) ? id : 0;
  return insert_part (change, form, "fitted", error);
}

/* "Part here by Friday" is kept when the part is here; where its parcel was late, by the doing of its carrier. */
static gboolean
keep_part (Change *change,
           gint64 at,
           const char *name,
           const char *source,
           const char *serial,
           const char *late_carrier,
           GError **error)
{
  g_autoptr (GPtrArray) promises
      = fettle_promise_store_load_of_job (change->job.connection, fettle_timeline_job_id (change->job.timeline), error);
  g_autoptr (FettlePromiseChange) end = fettle_promise_change_new ();
  FettlePromise *promise;

  if (promises == NULL)
    return FALSE;
  promise = fettle_promise_kept_by_part (promises, name, source, serial);
  if (promise == NULL)
    return TRUE;
  end->state = FETTLE_PROMISE_KEPT;
  if (late_carrier != NULL)
    {
      end->reason = g_strdup ("carrier");
      end->whom = g_strdup (late_carrier);
    }
  return fettle_promise_store_append_end (change->job.connection, change->job.timeline, promise, end, at, error);
}

/* With what is known of it since it was ordered. */
static gboolean
keep_by_fitting (Change *change, gint64 id, GError **error)
{
  g_autoptr (FettlePart) part = fettle_device_store_load_part (change->job.connection, id, error);

  return part != NULL
         && keep_part (change, fettle_timeline_at (change->job.timeline), part->name, part->source, part->serial_in,
                       NULL, error);
}

/**
 * fettle_device_store_fit_part:
 * @form: its job, name, serials and source
 *
 * Writes that a part was changed. One that was sent ahead for this job, known by its serial, or ordered for it, known
 * by its row or else by its name, is fitted by it. The promise that it stands behind ends with it, unless the form says
 * that it is not what was promised.
 *
 * Returns: the row of the part, or 0 with an error
 */
gint64
fettle_device_store_fit_part (FettleConnection *connection, FettlePart *form, const char *desk, GError **error)
{
  g_auto (Change) change = { { NULL } };
  gint64 id;

  if (!fettle_part_validate (form, fettle_clock_now (), error)
      || !change_begin (&change, connection, form->job_id, form->by_name, desk, error)
      || (id = fit (&change, form, error)) == 0)
    return 0;
  set_part_details (&change, id, form);
  return change_say (&change, FETTLE_EVENT_PART_FITTED, TRUE, error)
                 && (form->not_promised || keep_by_fitting (&change, id, error))
                 && fettle_job_change_end (&change.job, error)
             ? id
             : 0;
}

/**
 * fettle_device_store_order_part:
 * @form: its job, name and where it is ordered
 *
 * Writes that a part is needed that is not at hand.
 *
 * Returns: the row of the part, or 0 with an error
 */
gint64
fettle_device_store_order_part (FettleConnection *connection, FettlePart *form, const char *desk, GError **error)
{
  g_auto (Change) change = { { NULL } };
  gint64 id;

  if (!fettle_part_validate (form, fettle_clock_now (), error)
      || !change_begin (&change, connection, form->job_id, form->by_name, desk, error)
      || (id = insert_part (&change, form, "ordered", error)) == 0)
    return 0;
  set_part_details (&change, id, form);
  return change_say (&change, FETTLE_EVENT_PART_ORDERED, TRUE, error) && fettle_job_change_end (&change.job, error) ? id
                                                                                                                    : 0;
}

/**
 * fettle_device_store_send_part:
 * @form: its job, name, serial and the moment by which the old one is to come back
 *
 * Sends a new part ahead, against the old one that is to come back.
 *
 * Returns: the row of the part, or 0 with an error
 */
gint64
fettle_device_store_send_part (FettleConnection *connection, FettlePart *form, const char *desk, GError **error)
{
  g_auto (Change) change = { { NULL } };
  g_autoptr (FettlePart) part = fettle_record_copy (form);
  gint64 id;

  g_free (part->state);
  part->state = g_strdup ("sent");
  if (!fettle_part_validate (part, fettle_clock_now (), error)
      || !change_begin (&change, connection, form->job_id, form->by_name, desk, error)
      || (id = insert_part (&change, part, "sent", error)) == 0)
    return 0;
  set_part_details (&change, id, part);
  return change_say (&change, FETTLE_EVENT_PART_SENT, TRUE, error) && fettle_job_change_end (&change.job, error) ? id
                                                                                                                 : 0;
}

static gboolean
check_return (FettlePart *part, const char *condition, GError **error)
{
  if (part->returned_at != 0)
    g_set_error_literal (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_CONFLICT, _ ("This part came back already."));
  else if (condition != NULL && !g_str_equal (condition, "faulty") && !g_str_equal (condition, "not-faulty"))
    g_set_error_literal (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_UNKNOWN,
                         _ ("A part that came back is faulty or not-faulty."));
  else
    return TRUE;
  return FALSE;
}

static gboolean
write_return (Change *change, FettlePart *part, const char *condition, GError **error)
{
  g_autoptr (FettleStatement) update
      = fettle_connection_prepare (change->job.connection,
                                   "UPDATE job_part SET returned_at = :at, condition = :condition,"
                                   " state = CASE state WHEN 'sent' THEN 'returned' ELSE state END WHERE id = :id");

  fettle_statement_bind_int (update, ":at", fettle_timeline_at (change->job.timeline));
  fettle_statement_bind_text (update, ":condition", condition);
  fettle_statement_bind_int (update, ":id", part->id);
  return fettle_statement_run (update, error);
}

/**
 * fettle_device_store_return_part:
 * @condition: (nullable): faulty or not-faulty
 * @note: (nullable): what else is to be said
 *
 * Writes that what was owed came back: the old part, or the new one unused.
 */
gboolean
fettle_device_store_return_part (FettleConnection *connection,
                                 gint64 part_id,
                                 const char *condition,
                                 const char *note,
                                 const char *by,
                                 const char *desk,
                                 GError **error)
{
  g_auto (Change) change = { { NULL } };
  g_autoptr (FettlePart) part = fettle_device_store_load_part (connection, part_id, error);

  if (part == NULL || !change_begin (&change, connection, part->job_id, by, desk, error))
    return FALSE;
  g_object_unref (part);
  part = fettle_device_store_load_part (connection, part_id, error);
  if (part == NULL || !check_return (part, condition, error) || !write_return (&change, part, condition, error))
    return FALSE;
  fettle_details_set_int (change.details, "part", part->id);
  fettle_details_set (change.details, "name", part->name);
  fettle_details_set (change.details, "serial_in", part->serial_in);
  fettle_details_set (change.details, "condition", condition);
  set_trimmed (change.words, "note", note);
  return change_say (&change, FETTLE_EVENT_PART_RETURNED, TRUE, error) && fettle_job_change_end (&change.job, error);
}

/* One measure keeps one unit in a job, so that its readings can be compared. */
static gboolean
agree_on_unit (Change *change, FettleReading *reading, GError **error)
{
  g_autoptr (FettleStatement) row
      = fettle_connection_prepare (change->job.connection, "SELECT unit, lower_is_better FROM job_reading"
                                                           " WHERE job_id = :job AND measure = :measure LIMIT 1");
  const char *unit;
  FettleStep step;

  fettle_statement_bind_int (row, ":job", reading->job_id);
  fettle_statement_bind_text (row, ":measure", reading->measure);
  step = fettle_statement_step (row, error);
  if (step != FETTLE_STEP_ROW)
    return step == FETTLE_STEP_DONE;
  unit = fettle_statement_text (row, 0);
  if (reading->unit != NULL && g_strcmp0 (unit, reading->unit) != 0)
    {
      g_set_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID,
                   _ ("This was measured in “%s” before; give it in the same unit, so that it can be compared."),
                   unit != NULL ? unit : "");
      return FALSE;
    }
  g_free (reading->unit);
  reading->unit = g_strdup (unit);
  reading->lower_is_better = fettle_statement_boolean (row, 1);
  return TRUE;
}

static gboolean
insert_reading (Change *change, FettleReading *reading, GError **error)
{
  g_autoptr (FettleStatement) insert = fettle_connection_prepare (
      change->job.connection,
      "INSERT INTO job_reading (job_id, measure, moment, value, unit, lower_is_better, at, by_id)"
      " VALUES (:job, :measure, :moment, :value, :unit, :lower, :at, :by)");

  fettle_statement_bind_int (insert, ":job", reading->job_id);
  fettle_statement_bind_text (insert, ":measure", reading->measure);
  fettle_statement_bind_text (insert, ":moment", reading->moment);
  fettle_statement_bind_int (insert, ":value", reading->value);
  fettle_statement_bind_text (insert, ":unit", reading->unit);
  fettle_statement_bind_boolean (insert, ":lower", reading->lower_is_better);
  fettle_statement_bind_int (insert, ":at", fettle_timeline_at (change->job.timeline));
  fettle_statement_bind_id (insert, ":by", change->job.by_id);
  return fettle_statement_run (insert, error);
}

/**
 * fettle_device_store_measure:
 *
 * Writes a reading. Whether less or more of it is better is settled by the first one of a job.
 */
gboolean
fettle_device_store_measure (FettleConnection *connection, FettleReading *form, const char *desk, GError **error)
{
  g_auto (Change) change = { { NULL } };
  g_autoptr (FettleReading) reading = fettle_record_copy (form);

  g_free (reading->measure);
  g_free (reading->unit);
  reading->measure = trimmed (form->measure);
  reading->unit = trimmed (form->unit);
  if (!fettle_reading_validate (reading, error)
      || !change_begin (&change, connection, form->job_id, form->by_name, desk, error)
      || !agree_on_unit (&change, reading, error) || !insert_reading (&change, reading, error))
    return FALSE;
  fettle_details_set (change.details, "measure", reading->measure);
  fettle_details_set (change.details, "moment", reading->moment);
  fettle_details_set_int (change.details, "value", reading->value);
  fettle_details_set (change.details, "unit", reading->unit);
  return change_say (&change, FETTLE_EVENT_MEASURED, TRUE, error) && fettle_job_change_end (&change.job, error);
}

/**
 * fettle_device_store_test:
 *
 * Writes how a test of the device went. The customer may read it, also where it failed before their eyes.
 */
gboolean
fettle_device_store_test (FettleConnection *connection, FettleDeviceTest *form, const char *desk, GError **error)
{
  g_auto (Change) change = { { NULL } };

  if (!fettle_device_test_validate (form, error)
      || !change_begin (&change, connection, form->job_id, form->by_name, desk, error))
    return FALSE;
  fettle_details_set (change.details, "test", form->name);
  fettle_details_set (change.details, "result", form->passed ? "passed" : "failed");
  set_trimmed (change.words, "note", form->note);
  return change_say (&change, FETTLE_EVENT_TESTED, TRUE, error) && fettle_job_change_end (&change.job, error);
}

static gint64
insert_parcel (Change *change, FettleParcel *parcel, GError **error)
{
  g_autoptr (FettleStatement) insert = fettle_connection_prepare (
      change->job.connection,
      "INSERT INTO parcel (job_id, direction, carrier, number, content, sent_at, due, arrived_at, without_device)"
      " VALUES (:job, :direction, :carrier, :number, :content, :sent, :due, :arrived, :without)");

  fettle_statement_bind_int (insert, ":job", parcel->job_id);
  fettle_statement_bind_text (insert, ":direction", parcel->direction);
  bind_trimmed (insert, ":carrier", parcel->carrier);
  bind_trimmed (insert, ":number", parcel->number);
  bind_trimmed (insert, ":content", parcel->content);
  fettle_statement_bind_int (insert, ":sent", parcel->sent_at);
  fettle_statement_bind_int (insert, ":due", parcel->due);
  fettle_statement_bind_int (insert, ":arrived", parcel->arrived_at);
  fettle_statement_bind_boolean (insert, ":without", parcel->without_device);
  return fettle_statement_run (insert, error) ? fettle_connection_last_id (change->job.connection) : 0;
}

static void
set_parcel_details (Change *change, FettleParcel *parcel)
{
  fettle_details_set_int (change->details, "parcel", parcel->id);
  fettle_details_set (change->details, "direction", parcel->direction);
  set_trimmed (change->details, "carrier", parcel->carrier);
  set_trimmed (change->details, "number", parcel->number);
  if (parcel->due != 0)
    fettle_details_set_int (change->details, "due", parcel->due);
  set_trimmed (change->words, "content", parcel->content);
}

/* The parcel of that number that is under way for the job, or NULL. */
static FettleParcel *
find_under_way (Change *change, FettleParcel *form, GError **error)
{
  g_autoptr (FettleStatement) row
      = fettle_connection_prepare (change->job.connection,
                                   "SELECT id, direction, carrier, content, sent_at, due, without_device FROM parcel"
                                   " WHERE job_id = :job AND number = :number AND arrived_at = 0 ORDER BY id LIMIT 1");
  FettleParcel *parcel;

  fettle_statement_bind_int (row, ":job", form->job_id);
  bind_trimmed (row, ":number", form->number);
  if (fettle_statement_step (row, error) != FETTLE_STEP_ROW)
    return NULL;
  parcel = fettle_record_copy (form);
  parcel->id = fettle_statement_int (row, 0);
  g_free (parcel->direction);
  parcel->direction = fettle_statement_dup (row, 1);
  g_free (parcel->carrier);
  parcel->carrier = fettle_statement_dup (row, 2);
  if (parcel->content == NULL)
    parcel->content = fettle_statement_dup (row, 3);
  parcel->sent_at = fettle_statement_int (row, 4);
  parcel->due = fettle_statement_int (row, 5);
  parcel->without_device |= fettle_statement_boolean (row, 6);
  return parcel;
}

/**
 * fettle_device_store_send_parcel:
 * @form: its job, direction, carrier and number, and perhaps content and due time
 *
 * Writes that a parcel is on its way, out from here or in from the customer.
 *
 * Returns: the row of the parcel, or 0 with an error
 */
gint64
fettle_device_store_send_parcel (FettleConnection *connection, FettleParcel *form, const char *desk, GError **error)
{
  g_auto (Change) change = { { NULL } };
  g_autoptr (FettleParcel) parcel = fettle_record_copy (form);
  g_autoptr (FettleParcel) under_way = NULL;

  parcel->sent_at = fettle_clock_now ();
  parcel->arrived_at = 0;
  if (!fettle_parcel_validate (parcel, error)
      || !change_begin (&change, connection, form->job_id, form->by_name, desk, error))
    return 0;
  parcel->sent_at = fettle_timeline_at (change.job.timeline);
  under_way = find_under_way (&change, form, error);
  if (under_way != NULL)
    {
      g_set_error (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_CONFLICT, _ ("Parcel %s is on its way already."),
                   form->number);
      return 0;
    }
  if ((parcel->id = insert_parcel (&change, parcel, error)) == 0)
    return 0;
  set_parcel_details (&change, parcel);
  return change_say (&change, FETTLE_EVENT_PARCEL_SENT, TRUE, error) && fettle_job_change_end (&change.job, error)
             ? parcel->id
             : 0;
}

static gboolean
write_arrival (Change *change, FettleParcel *parcel, GError **error)
{
  g_autoptr (FettleStatement) update
      = fettle_connection_prepare (change->job.connection,
                                   "UPDATE parcel SET arrived_at = :at, content = coalesce (:content, content),"
                                   " without_device = :without WHERE id = :id");

  fettle_statement_bind_int (update, ":at", parcel->arrived_at);
  bind_trimmed (update, ":content", parcel->content);
  fettle_statement_bind_boolean (update, ":without", parcel->without_device);
  fettle_statement_bind_int (update, ":id", parcel->id);
  return fettle_statement_run (update, error);
}

/* The device that was expected came in the parcel. */
static gboolean
take_device (Change *change, FettleParcel *parcel, GError **error)
{
  FettleJobState *state = fettle_timeline_state (change->job.timeline);

  if (parcel->without_device || g_strcmp0 (parcel->direction, "in") != 0 || state->device_here
      || !fettle_stage_is_open (state->stage))
    return TRUE;
  return fettle_arrival_store_append_arrival (change->job.timeline, NULL, error);
}

/* What was promised to be delivered is, with the parcel; where the parcel was late, by its carrier's doing. */
static gboolean
keep_promises (Change *change, FettleParcel *parcel, GError **error)
{
  g_autoptr (GPtrArray) promises = NULL;
  g_autoptr (FettlePromiseChange) end = fettle_promise_change_new ();

  /* What comes in without the device is what was ordered for it. */
  if (parcel->without_device && g_strcmp0 (parcel->direction, "in") == 0)
    return keep_part (change, parcel->arrived_at, parcel->content, parcel->number, NULL,
                      fettle_parcel_is_late (parcel, parcel->arrived_at) ? parcel->carrier : NULL, error);
  if (parcel->without_device || g_strcmp0 (parcel->direction, "out") != 0)
    return TRUE;
  promises = fettle_promise_store_load_of_job (change->job.connection, parcel->job_id, error);
  end->state = FETTLE_PROMISE_KEPT;
  if (fettle_parcel_is_late (parcel, parcel->arrived_at))
    {
      end->reason = g_strdup ("carrier");
      end->whom = g_strdup (parcel->carrier);
    }
  for (guint i = 0; promises != NULL && i < promises->len; i++)
    {
      FettlePromise *promise = promises->pdata[i];

      if (promise->state == FETTLE_PROMISE_OPEN && g_strcmp0 (promise->kind, "delivery") == 0
          && !fettle_promise_store_append_end (change->job.connection, change->job.timeline, promise, end,
                                               parcel->arrived_at, error))
        return FALSE;
    }
  return promises != NULL;
}

/**
 * fettle_device_store_take_parcel:
 * @form: its job and number; carrier and direction where nobody wrote down that it was sent
 *
 * Writes that a parcel arrived, here or with the customer. One that comes in brings the device that was expected, one
 * that goes out keeps what was promised to be delivered, unless the form says that the device is not in it; a part
 * that comes in keeps the promise that it stands behind.
 *
 * Returns: the row of the parcel, or 0 with an error
 */
gint64
fettle_device_store_take_parcel (FettleConnection *connection, FettleParcel *form, const char *desk, GError **error)
{
  g_auto (Change) change = { { NULL } };
  g_autoptr (FettleParcel) parcel = NULL;

  if (!change_begin (&change, connection, form->job_id, form->by_name, desk, error))
    return 0;
  parcel = find_under_way (&change, form, error);
  if (parcel == NULL)
    parcel = fettle_record_copy (form);
  parcel->arrived_at = fettle_timeline_at (change.job.timeline);
  if (!fettle_parcel_validate (parcel, error))
    return 0;
  if (parcel->id != 0 ? !write_arrival (&change, parcel, error)
                      : (parcel->id = insert_parcel (&change, parcel, error)) == 0)
    return 0;
  set_parcel_details (&change, parcel);
  return change_say (&change, FETTLE_EVENT_PARCEL_ARRIVED, TRUE, error) && take_device (&change, parcel, error)
                 && keep_promises (&change, parcel, error) && fettle_job_change_end (&change.job, error)
             ? parcel->id
             : 0;
}
