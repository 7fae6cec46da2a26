/* fettle-desk-jobs.c: what a window asks to be done with a job and its promises.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-desk-private.h"

FETTLE_DESK_FUNC (do_intake)
{
  FettleRequest *request = data;

  return fettle_job_store_take_in (connection, (FettleIntake *) request->record, request->desk, error);
}

void
fettle_desk_intake_async (FettleDesk *self, FettleIntake *intake, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->record = g_object_ref (G_OBJECT (intake));
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_RECORD, do_intake, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_load_job)
{
  FettleRequest *request = data;

  return fettle_job_store_load (connection, request->id, error);
}

void
fettle_desk_load_job_async (FettleDesk *self, gint64 job_id, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->id = job_id;
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_RECORD, do_load_job, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_find_job)
{
  FettleRequest *request = data;

  gint64 job_id = fettle_job_store_find (connection, request->text, error);

  return job_id != 0 ? fettle_job_store_load (connection, job_id, error) : NULL;
}

void
fettle_desk_find_job_async (FettleDesk *self, const char *number, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->text = g_strdup (number);
  fettle_desk_ask (self, TRUE, FETTLE_ANSWER_RECORD, do_find_job, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_move)
{
  FettleRequest *request = data;

  FettleMove *record = (FettleMove *) request->record;

  record->by = record->by != NULL ? record->by : g_strdup (request->by);
  record->desk = record->desk != NULL ? record->desk : g_strdup (request->desk);
  if (!fettle_job_store_move (connection, record, error))
    return NULL;
  return fettle_job_store_load (connection, record->job_id, error);
}

void
fettle_desk_move_async (FettleDesk *self, FettleMove *move, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->record = fettle_record_copy (move);
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_RECORD, do_move, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_hand_over)
{
  FettleRequest *request = data;

  FettleHandOver *record = (FettleHandOver *) request->record;

  record->by = record->by != NULL ? record->by : g_strdup (request->by);
  record->desk = record->desk != NULL ? record->desk : g_strdup (request->desk);
  if (!fettle_job_store_hand_over (connection, record, error))
    return NULL;
  return fettle_job_store_load (connection, record->job_id, error);
}

void
fettle_desk_hand_over_async (FettleDesk *self, FettleHandOver *hand_over, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->record = fettle_record_copy (hand_over);
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_RECORD, do_hand_over, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_edit_job)
{
  FettleRequest *request = data;

  FettleJobEdit *record = (FettleJobEdit *) request->record;

  record->by = record->by != NULL ? record->by : g_strdup (request->by);
  record->desk = record->desk != NULL ? record->desk : g_strdup (request->desk);
  if (!fettle_job_store_edit (connection, record, error))
    return NULL;
  return fettle_job_store_load (connection, record->job_id, error);
}

void
fettle_desk_edit_job_async (FettleDesk *self, FettleJobEdit *edit, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->record = fettle_record_copy (edit);
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_RECORD, do_edit_job, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_undo_move)
{
  FettleRequest *request = data;

  if (!fettle_job_store_undo_move (connection, request->id, request->by, request->desk, error))
    return NULL;
  return fettle_job_store_load (connection, request->id, error);
}

void
fettle_desk_undo_move_async (FettleDesk *self, gint64 job_id, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->id = job_id;
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_RECORD, do_undo_move, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_add_note)
{
  FettleRequest *request = data;

  if (!fettle_job_store_add_note (connection, request->id, request->text, request->flag, request->by, request->desk,
                                  error))
    return NULL;
  return fettle_job_store_load (connection, request->id, error);
}

void
fettle_desk_add_note_async (FettleDesk *self,
                            gint64 job_id,
                            const char *note,
                            gboolean customer_may_read,
                            FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->id = job_id;
  request->text = g_strdup (note);
  request->flag = customer_may_read;
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_RECORD, do_add_note, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_assign)
{
  FettleRequest *request = data;

  if (!fettle_job_store_assign (connection, request->id, request->text, request->by, request->desk, error))
    return NULL;
  return fettle_job_store_load (connection, request->id, error);
}

void
fettle_desk_assign_async (FettleDesk *self, gint64 job_id, const char *technician, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->id = job_id;
  request->text = g_strdup (technician);
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_RECORD, do_assign, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_set_clock)
{
  FettleRequest *request = data;

  if (!fettle_job_store_set_clock (connection, request->id, request->number, request->by, request->desk, error))
    return NULL;
  return fettle_job_store_load (connection, request->id, error);
}

void
fettle_desk_set_clock_async (FettleDesk *self, gint64 job_id, FettleClockHolder clock, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->id = job_id;
  request->number = clock;
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_RECORD, do_set_clock, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_set_working)
{
  FettleRequest *request = data;

  if (!fettle_job_store_set_working (connection, request->id, request->flag, request->by, request->desk, error))
    return NULL;
  return fettle_job_store_load (connection, request->id, error);
}

void
fettle_desk_set_working_async (FettleDesk *self, gint64 job_id, gboolean working, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->id = job_id;
  request->flag = working;
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_RECORD, do_set_working, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_say_printed)
{
  FettleRequest *request = data;

  if (!fettle_job_store_say_printed (connection, request->id, request->text, request->by, request->desk, error))
    return NULL;
  return fettle_job_store_load (connection, request->id, error);
}

void
fettle_desk_say_printed_async (FettleDesk *self, gint64 job_id, const char *document, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->id = job_id;
  request->text = g_strdup (document);
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_RECORD, do_say_printed, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_say_told)
{
  FettleRequest *request = data;

  if (!fettle_job_store_say_told (connection, request->id, request->text, request->other_text, request->by,
                                  request->desk, error))
    return NULL;
  return fettle_job_store_load (connection, request->id, error);
}

void
fettle_desk_say_told_async (FettleDesk *self, gint64 job_id, const char *how, const char *note, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->id = job_id;
  request->text = g_strdup (how);
  request->other_text = g_strdup (note);
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_RECORD, do_say_told, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_add_promise)
{
  FettleRequest *request = data;

  FettlePromise *promise = (FettlePromise *) request->record;

  if (fettle_promise_store_add (connection, promise, request->by, request->desk, error) == 0)
    return NULL;
  return fettle_job_store_load (connection, promise->job_id, error);
}

void
fettle_desk_add_promise_async (FettleDesk *self, FettlePromise *promise, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->record = g_object_ref (G_OBJECT (promise));
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_RECORD, do_add_promise, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_revise_promise)
{
  FettleRequest *request = data;

  if (!fettle_promise_store_revise (connection, request->other_id, request->moment, request->text, request->other_text,
                                    request->by, request->desk, error))
    return NULL;
  return fettle_job_store_load (connection, request->id, error);
}

void
fettle_desk_revise_promise_async (FettleDesk *self,
                                  gint64 job_id,
                                  gint64 promise_id,
                                  gint64 due,
                                  const char *reason,
                                  const char *note,
                                  FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->id = job_id;
  request->other_id = promise_id;
  request->moment = due;
  request->text = g_strdup (reason);
  request->other_text = g_strdup (note);
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_RECORD, do_revise_promise, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_end_promise)
{
  FettleRequest *request = data;

  if (!fettle_promise_store_end (connection, request->other_id, request->number, request->text, request->by,
                                 request->desk, error))
    return NULL;
  return fettle_job_store_load (connection, request->id, error);
}

void
fettle_desk_end_promise_async (FettleDesk *self,
                               gint64 job_id,
                               gint64 promise_id,
                               FettlePromiseState state,
                               const char *note,
                               FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->id = job_id;
  request->other_id = promise_id;
  request->number = state;
  request->text = g_strdup (note);
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_RECORD, do_end_promise, request, cancellable, callback, user_data);
}
