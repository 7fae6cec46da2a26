/* fettle-desk-lists.c: what a window asks for as a list: found jobs, the board, the bench, today.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-desk-private.h"

#include "fettle-clock.h"
#include "fettle-search-store.h"

FETTLE_DESK_FUNC (do_list_promises)
{
  FettleRequest *request = data;

  return fettle_promise_store_list_open (connection, request->moment, request->number, error);
}

void
fettle_desk_list_promises_async (FettleDesk *self, gint64 due_before, int limit, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->moment = due_before;
  request->number = limit;
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_LIST, do_list_promises, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_search)
{
  FettleRequest *request = data;

  return fettle_search_store_find (connection, request->text, request->id, request->number, error);
}

void
fettle_desk_search_async (FettleDesk *self, const char *text, gint64 before_id, int limit, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->text = g_strdup (text);
  request->id = before_id;
  request->number = limit;
  fettle_desk_ask (self, TRUE, FETTLE_ANSWER_LIST, do_search, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_list_jobs)
{
  FettleRequest *request = data;

  return fettle_job_store_list (connection, (FettleJobFilter *) request->record, error);
}

void
fettle_desk_list_jobs_async (FettleDesk *self, FettleJobFilter *filter, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->record = g_object_ref (G_OBJECT (filter));
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_LIST, do_list_jobs, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_load_board)
{
  FettleRequest *request = data;

  return fettle_board_store_load (connection, request->id, request->text, request->number, error);
}

void
fettle_desk_load_board_async (FettleDesk *self,
                              gint64 technician_id,
                              const char *text,
                              int per_column,
                              FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->id = technician_id;
  request->text = g_strdup (text);
  request->number = per_column;
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_LIST, do_load_board, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_load_bench)
{
  FettleRequest *request = data;

  return fettle_board_store_load_bench (connection, request->id, error);
}

void
fettle_desk_load_bench_async (FettleDesk *self, gint64 staff_id, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->id = staff_id;
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_RECORD, do_load_bench, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_load_today)
{
  FettleRequest *request = data;

  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (fettle_clock_now () / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, request->zone);
  g_autoptr (GDateTime) midnight
      = g_date_time_new (request->zone, g_date_time_get_year (local), g_date_time_get_month (local),
                         g_date_time_get_day_of_month (local), 0, 0, 0);
  g_autoptr (GDateTime) next = g_date_time_add_days (midnight, 1);

  return fettle_board_store_load_today (connection, g_date_time_to_unix (midnight) * G_USEC_PER_SEC,
                                        g_date_time_to_unix (next) * G_USEC_PER_SEC, request->number, error);
}

void
fettle_desk_load_today_async (FettleDesk *self, int limit, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->number = limit;
  request->zone
      = fettle_desk_get_zone (self) != NULL ? g_time_zone_ref (fettle_desk_get_zone (self)) : g_time_zone_new_utc ();
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_RECORD, do_load_today, request, cancellable, callback, user_data);
}
