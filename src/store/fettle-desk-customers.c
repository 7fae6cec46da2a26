/* fettle-desk-customers.c: what a window asks about words for customers and what it cost them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-desk-customers.h"

#include "fettle-cost-store.h"
#include "fettle-customer-word-store.h"
#include "fettle-desk-private.h"

#define ID(call)   GSIZE_TO_POINTER ((gsize) (call))
#define DONE(call) ID ((call) ? 1 : 0)

FETTLE_DESK_FUNC (do_list_words)
{
  FettleRequest *request = data;

  return fettle_customer_word_store_list (connection, request->text, error);
}

void
fettle_desk_list_customer_words_async (FettleDesk *self, const char *list, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->text = g_strdup (list);
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_LIST, do_list_words, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_save_word)
{
  FettleRequest *request = data;

  return DONE (fettle_customer_word_store_save (connection, FETTLE_CUSTOMER_WORD (request->record), error));
}

void
fettle_desk_save_customer_word_async (FettleDesk *self, FettleCustomerWord *word, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->record = fettle_record_copy (word);
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_PLAIN, do_save_word, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_add_cost)
{
  FettleRequest *request = data;
  FettleCost *cost = FETTLE_COST (request->record);

  if (cost->by_name == NULL)
    cost->by_name = g_strdup (request->by);
  return ID (fettle_cost_store_add (connection, cost, request->desk, error));
}

void
fettle_desk_add_cost_async (FettleDesk *self, FettleCost *cost, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->record = fettle_record_copy (cost);
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_PLAIN, do_add_cost, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_take_back_cost)
{
  FettleRequest *request = data;

  return DONE (fettle_cost_store_take_back (connection, request->id, request->by, request->desk, error));
}

void
fettle_desk_take_back_cost_async (FettleDesk *self, gint64 cost_id, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->id = cost_id;
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_PLAIN, do_take_back_cost, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_list_costs)
{
  FettleRequest *request = data;

  return fettle_cost_store_list (connection, request->id, request->number, error);
}

void
fettle_desk_list_costs_async (FettleDesk *self, gint64 customer_id, int limit, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->id = customer_id;
  request->number = limit;
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_LIST, do_list_costs, request, cancellable, callback, user_data);
}
