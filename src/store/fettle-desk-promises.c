/* fettle-desk-promises.c: what a window asks about the word the shop gave.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-desk-promises.h"

#include "fettle-absence-store.h"
#include "fettle-clock.h"
#include "fettle-commitment-store.h"
#include "fettle-compensation-store.h"
#include "fettle-desk-private.h"
#include "fettle-forecast-store.h"

#define DONE(ok) GSIZE_TO_POINTER ((gsize) ((ok) ? 1 : 0))

static FettleCalendar *
load_calendar (FettleConnection *connection, GError **error)
{
  g_autoptr (FettleShop) shop = fettle_setup_store_load (connection, error);

  return shop != NULL ? fettle_shop_make_calendar (shop) : NULL;
}

FETTLE_DESK_FUNC (do_list_absences)
{
  FettleRequest *request = data;

  return fettle_absence_store_list (connection, request->text, error);
}

void
fettle_desk_list_absences_async (FettleDesk *self, const char *from_day, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->text = g_strdup (from_day);
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_LIST, do_list_absences, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_add_absence)
{
  FettleRequest *request = data;

  return GSIZE_TO_POINTER ((gsize) fettle_absence_store_add (connection, (FettleAbsence *) request->record, error));
}

void
fettle_desk_add_absence_async (FettleDesk *self, FettleAbsence *absence, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->record = g_object_ref (G_OBJECT (absence));
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_PLAIN, do_add_absence, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_remove_absence)
{
  FettleRequest *request = data;

  return DONE (fettle_absence_store_remove (connection, request->id, error));
}

void
fettle_desk_remove_absence_async (FettleDesk *self, gint64 absence_id, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->id = absence_id;
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_PLAIN, do_remove_absence, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_list_promises_of)
{
  FettleRequest *request = data;
  g_autoptr (FettleCalendar) calendar = load_calendar (connection, error);

  return calendar != NULL
             ? fettle_promise_store_list (connection, (FettlePromiseFilter *) request->record, calendar, error)
             : NULL;
}

void
fettle_desk_list_promises_of_async (FettleDesk *self, FettlePromiseFilter *filter, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->record = g_object_ref (G_OBJECT (filter));
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_LIST, do_list_promises_of, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_list_habits)
{
  g_autoptr (FettleCalendar) calendar = load_calendar (connection, error);

  return calendar != NULL ? fettle_promise_store_list_habits (connection, calendar, error) : NULL;
}

void
fettle_desk_list_habits_async (FettleDesk *self, FETTLE_DESK_ANSWER)
{
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_LIST, do_list_habits, fettle_request_new (self), cancellable, callback,
                   user_data);
}

static gpointer
load_job_of (FettleConnection *connection, gint64 promise_id, GError **error)
{
  g_autoptr (FettlePromise) promise = fettle_promise_store_load (connection, promise_id, error);

  return promise != NULL ? fettle_job_store_load (connection, promise->job_id, error) : NULL;
}

FETTLE_DESK_FUNC (do_change_promise)
{
  FettleRequest *request = data;
  FettlePromiseChange *change = (FettlePromiseChange *) request->record;

  change->by = change->by != NULL ? change->by : g_strdup (request->by);
  change->desk = change->desk != NULL ? change->desk : g_strdup (request->desk);
  if (!fettle_promise_store_change (connection, change, error))
    return NULL;
  return load_job_of (connection, change->promise_id, error);
}

void
fettle_desk_change_promise_async (FettleDesk *self, FettlePromiseChange *change, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->record = fettle_record_copy (change);
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_RECORD, do_change_promise, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_back_promise)
{
  FettleRequest *request = data;

  if (!fettle_promise_store_back (connection, request->id, request->text, request->by, request->desk, error))
    return NULL;
  return load_job_of (connection, request->id, error);
}

void
fettle_desk_back_promise_async (FettleDesk *self, gint64 promise_id, const char *backing, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->id = promise_id;
  request->text = g_strdup (backing);
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_RECORD, do_back_promise, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_assign_promise)
{
  FettleRequest *request = data;

  if (!fettle_promise_store_assign (connection, request->id, request->other_id, request->moment, request->text,
                                    request->by, request->desk, error))
    return NULL;
  return load_job_of (connection, request->id, error);
}

void
fettle_desk_assign_promise_async (FettleDesk *self,
                                  gint64 promise_id,
                                  gint64 owner_id,
                                  gint64 deputy_id,
                                  const char *note,
                                  FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->id = promise_id;
  request->other_id = owner_id;
  /* The third number that a request holds. */
  request->moment = deputy_id;
  request->text = g_strdup (note);
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_RECORD, do_assign_promise, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_suggest)
{
  FettleRequest *request = data;
  g_autoptr (FettleCalendar) calendar = load_calendar (connection, error);

  return calendar != NULL ? fettle_forecast_store_suggest (connection, request->text, request->other_text, calendar,
                                                           request->moment, error)
                          : NULL;
}

void
fettle_desk_suggest_async (FettleDesk *self, const char *category, const char *fault, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->text = g_strdup (category);
  request->other_text = g_strdup (fault);
  request->moment = fettle_clock_now ();
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_RECORD, do_suggest, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_list_promise_kinds)
{
  return fettle_commitment_store_list_kinds (connection, error);
}

void
fettle_desk_list_promise_kinds_async (FettleDesk *self, FETTLE_DESK_ANSWER)
{
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_LIST, do_list_promise_kinds, fettle_request_new (self), cancellable,
                   callback, user_data);
}

FETTLE_DESK_FUNC (do_list_commitments)
{
  return fettle_commitment_store_list (connection, FALSE, error);
}

void
fettle_desk_list_commitments_async (FettleDesk *self, FETTLE_DESK_ANSWER)
{
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_LIST, do_list_commitments, fettle_request_new (self), cancellable,
                   callback, user_data);
}

FETTLE_DESK_FUNC (do_save_commitment)
{
  FettleRequest *request = data;

  return GSIZE_TO_POINTER (
      (gsize) fettle_commitment_store_save (connection, (FettleCommitment *) request->record, error));
}

void
fettle_desk_save_commitment_async (FettleDesk *self, FettleCommitment *commitment, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->record = g_object_ref (G_OBJECT (commitment));
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_PLAIN, do_save_commitment, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_remove_commitment)
{
  FettleRequest *request = data;

  return DONE (fettle_commitment_store_remove (connection, request->id, error));
}

void
fettle_desk_remove_commitment_async (FettleDesk *self, gint64 commitment_id, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->id = commitment_id;
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_PLAIN, do_remove_commitment, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_list_compensations)
{
  FettleRequest *request = data;

  return fettle_compensation_store_list (connection, request->id, request->id != 0, error);
}

void
fettle_desk_list_compensations_async (FettleDesk *self, gint64 job_id, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->id = job_id;
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_LIST, do_list_compensations, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_end_compensation)
{
  FettleRequest *request = data;

  return DONE (
      fettle_compensation_store_end (connection, request->id, request->text, request->by, request->desk, error));
}

void
fettle_desk_end_compensation_async (FettleDesk *self, gint64 compensation_id, const char *waived, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->id = compensation_id;
  request->text = g_strdup (waived);
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_PLAIN, do_end_compensation, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_list_claims)
{
  FettleRequest *request = data;

  return fettle_claim_store_list (connection, request->id, request->id != 0, error);
}

void
fettle_desk_list_claims_async (FettleDesk *self, gint64 job_id, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->id = job_id;
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_LIST, do_list_claims, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_end_claim)
{
  FettleRequest *request = data;

  return DONE (fettle_claim_store_end (connection, request->id, request->text, request->by, request->desk, error));
}

void
fettle_desk_end_claim_async (FettleDesk *self, gint64 claim_id, const char *outcome, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->id = claim_id;
  request->text = g_strdup (outcome);
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_PLAIN, do_end_claim, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_sweep)
{
  return DONE (fettle_compensation_store_sweep (connection, error) >= 0);
}

void
fettle_desk_sweep_async (FettleDesk *self, FETTLE_DESK_ANSWER)
{
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_PLAIN, do_sweep, fettle_request_new (self), cancellable, callback,
                   user_data);
}
