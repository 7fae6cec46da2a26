/* fettle-desk-queue.c: what a window asks about the queue at the counter.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-desk-queue.h"

#include "fettle-desk-private.h"
#include "fettle-phrase-facts.h"
#include "fettle-phrase-store.h"
#include "fettle-words.h"

/* The words for whoever waits too long, in the shop's language; a queue without them is a queue all the same. */
static void
add_phrase (FettleConnection *connection, FettleQueue *queue, const char *by)
{
  g_autoptr (FettleShop) shop = fettle_setup_store_load (connection, NULL);
  g_autoptr (FettlePhraseBook) book = NULL;
  g_autoptr (FettleDetails) facts = NULL;

  if (shop != NULL)
    book = fettle_phrase_store_load (connection, shop->service_point->language, NULL);
  for (guint i = 0; book != NULL && facts == NULL && i < queue->tickets->len; i++)
    {
      FettleTicket *ticket = queue->tickets->pdata[i];
      FettleLanguage *language = fettle_language_get (shop->service_point->language);
      g_autofree char *wait
          = ticket->wait_from >= 0 ? fettle_words_wait (language, ticket->wait_from, ticket->wait_to) : NULL;

      if (!ticket->greeting_overdue)
        continue;
      facts = fettle_phrase_facts_new (shop->service_point, by);
      fettle_phrase_facts_add_ticket (facts, ticket->number, ticket->ahead, wait);
    }
  if (facts != NULL)
    queue->phrase = fettle_phrase_book_fill (book, "waiting", FETTLE_PHRASE_SAY, facts);
}

FETTLE_DESK_FUNC (do_load_queue)
{
  FettleRequest *request = data;
  FettleQueue *queue = NULL;

  if (!fettle_connection_is_read_only (connection) && !fettle_queue_store_ensure_classes (connection, error))
    return NULL;
  queue = fettle_queue_store_load (connection, request->text, error);
  if (queue != NULL && fettle_queue_n_overdue (queue) > 0)
    add_phrase (connection, queue, request->by);
  return queue;
}

void
fettle_desk_load_queue_async (FettleDesk *self, const char *day, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->text = g_strdup (day);
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_RECORD, do_load_queue, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_load_queue_report)
{
  FettleRequest *request = data;

  return fettle_queue_store_report (connection, request->text, error);
}

void
fettle_desk_load_queue_report_async (FettleDesk *self, const char *day, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->text = g_strdup (day);
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_RECORD, do_load_queue_report, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_take_ticket)
{
  FettleRequest *request = data;

  return fettle_queue_store_take (connection, request->text, request->other_text, request->by, error);
}

void
fettle_desk_take_ticket_async (FettleDesk *self, const char *letter, const char *reason, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->text = g_strdup (letter);
  request->other_text = g_strdup (reason);
  fettle_desk_ask (self, TRUE, FETTLE_ANSWER_RECORD, do_take_ticket, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_call_next)
{
  FettleRequest *request = data;

  return fettle_queue_store_call (connection, request->desk, NULL, request->by, error);
}

void
fettle_desk_call_next_async (FettleDesk *self, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  fettle_desk_ask (self, TRUE, FETTLE_ANSWER_RECORD, do_call_next, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_step_ticket)
{
  FettleRequest *request = data;

  return fettle_queue_store_step (connection, request->id, (FettleTicketStep) request->number, request->desk,
                                  request->by, error);
}

void
fettle_desk_step_ticket_async (FettleDesk *self, gint64 ticket_id, FettleTicketStep step, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->id = ticket_id;
  request->number = (int) step;
  fettle_desk_ask (self, TRUE, FETTLE_ANSWER_RECORD, do_step_ticket, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_give_priority)
{
  FettleRequest *request = data;

  return fettle_queue_store_give_priority (connection, request->id, request->text, request->by, error);
}

void
fettle_desk_give_priority_async (FettleDesk *self, gint64 ticket_id, const char *reason, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->id = ticket_id;
  request->text = g_strdup (reason);
  fettle_desk_ask (self, TRUE, FETTLE_ANSWER_RECORD, do_give_priority, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_link_ticket)
{
  FettleRequest *request = data;

  return fettle_queue_store_link (connection, request->id, request->other_id, error);
}

void
fettle_desk_link_ticket_async (FettleDesk *self, gint64 ticket_id, gint64 job_id, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->id = ticket_id;
  request->other_id = job_id;
  fettle_desk_ask (self, TRUE, FETTLE_ANSWER_RECORD, do_link_ticket, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_open_counter)
{
  FettleRequest *request = data;

  return GSIZE_TO_POINTER (
      (gsize) (fettle_queue_store_open_counter (connection, request->desk, (const char *const *) request->names, error)
                   ? 1
                   : 0));
}

void
fettle_desk_open_counter_async (FettleDesk *self, GStrv letters, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->names = g_strdupv (letters);
  fettle_desk_ask (self, TRUE, FETTLE_ANSWER_PLAIN, do_open_counter, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_close_counter)
{
  FettleRequest *request = data;

  return GSIZE_TO_POINTER ((gsize) (fettle_queue_store_close_counter (connection, request->desk, error) ? 1 : 0));
}

void
fettle_desk_close_counter_async (FettleDesk *self, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  fettle_desk_ask (self, TRUE, FETTLE_ANSWER_PLAIN, do_close_counter, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_list_service_classes)
{
  return fettle_queue_store_ensure_classes (connection, error) ? fettle_queue_store_list_classes (connection, error)
                                                               : NULL;
}

void
fettle_desk_list_service_classes_async (FettleDesk *self, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_LIST, do_list_service_classes, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_load_queue_settings)
{
  return fettle_queue_store_load_settings (connection, error);
}

void
fettle_desk_load_queue_settings_async (FettleDesk *self, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_RECORD, do_load_queue_settings, request, cancellable, callback,
                   user_data);
}
