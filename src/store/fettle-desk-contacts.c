/* fettle-desk-contacts.c: what a window asks about contacts, phrases and devices that are not here yet.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-desk-contacts.h"

#include "fettle-arrival-store.h"
#include "fettle-desk-private.h"
#include "fettle-language.h"

#define DONE(expression) GSIZE_TO_POINTER ((gsize) ((expression) ? 1 : 0))

FETTLE_DESK_FUNC (do_add_contact)
{
  FettleRequest *request = data;
  FettleContact *contact = (FettleContact *) request->record;

  contact->by_name = contact->by_name != NULL ? contact->by_name : g_strdup (request->by);
  return GSIZE_TO_POINTER ((gsize) fettle_contact_store_add (connection, contact, request->desk, error));
}

void
fettle_desk_add_contact_async (FettleDesk *self, FettleContact *contact, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->record = fettle_record_copy (contact);
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_PLAIN, do_add_contact, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_list_contacts)
{
  FettleRequest *request = data;

  return fettle_contact_store_list (connection, (FettleContactFilter *) request->record, error);
}

void
fettle_desk_list_contacts_async (FettleDesk *self, FettleContactFilter *filter, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->record = fettle_record_copy (filter);
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_LIST, do_list_contacts, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_load_reply_days)
{
  return GSIZE_TO_POINTER ((gsize) fettle_contact_store_reply_days (connection));
}

void
fettle_desk_load_reply_days_async (FettleDesk *self, FETTLE_DESK_ANSWER)
{
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_PLAIN, do_load_reply_days, fettle_request_new (self), cancellable,
                   callback, user_data);
}

FETTLE_DESK_FUNC (do_load_phrases)
{
  g_auto (GStrv) codes = fettle_language_list_codes ();
  g_autoptr (GPtrArray) books = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; codes[i] != NULL; i++)
    {
      FettlePhraseBook *book = fettle_phrase_store_load (connection, codes[i], error);

      if (book == NULL)
        return NULL;
      g_ptr_array_add (books, book);
    }
  return g_steal_pointer (&books);
}

void
fettle_desk_load_phrases_async (FettleDesk *self, FETTLE_DESK_ANSWER)
{
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_LIST, do_load_phrases, fettle_request_new (self), cancellable, callback,
                   user_data);
}

/**
 * fettle_desk_pick_phrases:
 * @books: (element-type FettlePhraseBook): as loaded
 * @language: (nullable): code
 *
 * Returns: (transfer none) (nullable): the book of that language, or the first
 */
FettlePhraseBook *
fettle_desk_pick_phrases (GPtrArray *books, const char *language)
{
  for (guint i = 0; i < books->len; i++)
    if (g_strcmp0 (((FettlePhraseBook *) books->pdata[i])->language, language) == 0)
      return books->pdata[i];
  return books->len > 0 ? books->pdata[0] : NULL;
}

FETTLE_DESK_FUNC (do_arrive)
{
  FettleRequest *request = data;

  if (!fettle_arrival_store_arrive (connection, request->id, request->text, request->by, request->desk, error))
    return NULL;
  return fettle_job_store_load (connection, request->id, error);
}

void
fettle_desk_arrive_async (FettleDesk *self, gint64 job_id, const char *note, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->id = job_id;
  request->text = g_strdup (note);
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_RECORD, do_arrive, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_expect)
{
  FettleRequest *request = data;

  if (!fettle_arrival_store_expect (connection, request->id, request->moment, request->text, request->by, request->desk,
                                    error))
    return NULL;
  return fettle_job_store_load (connection, request->id, error);
}

void
fettle_desk_expect_async (FettleDesk *self, gint64 job_id, gint64 expected_at, const char *reason, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->id = job_id;
  request->moment = expected_at;
  request->text = g_strdup (reason);
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_RECORD, do_expect, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_add_need)
{
  FettleRequest *request = data;
  FettleNeed *need = (FettleNeed *) request->record;

  if (fettle_arrival_store_add_need (connection, need, request->by, request->desk, error) == 0)
    return NULL;
  return fettle_job_store_load (connection, need->job_id, error);
}

void
fettle_desk_add_need_async (FettleDesk *self, FettleNeed *need, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->record = fettle_record_copy (need);
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_RECORD, do_add_need, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_end_need)
{
  FettleRequest *request = data;
  gint64 job_id = fettle_arrival_store_end_need (connection, request->id, request->by, request->desk, error);

  return job_id != 0 ? fettle_job_store_load (connection, job_id, error) : NULL;
}

void
fettle_desk_end_need_async (FettleDesk *self, gint64 need_id, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->id = need_id;
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_RECORD, do_end_need, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_offer)
{
  FettleRequest *request = data;

  if (fettle_arrival_store_offer (connection, request->id, request->text, request->by, request->desk, error) == 0)
    return NULL;
  return fettle_job_store_load (connection, request->id, error);
}

void
fettle_desk_offer_async (FettleDesk *self, gint64 job_id, const char *text, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->id = job_id;
  request->text = g_strdup (text);
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_RECORD, do_offer, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_choose)
{
  FettleRequest *request = data;
  gint64 job_id = fettle_arrival_store_choose (connection, request->id, request->by, request->desk, error);

  return job_id != 0 ? fettle_job_store_load (connection, job_id, error) : NULL;
}

void
fettle_desk_choose_async (FettleDesk *self, gint64 option_id, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->id = option_id;
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_RECORD, do_choose, request, cancellable, callback, user_data);
}
