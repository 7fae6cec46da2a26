/* fettle-desk-people.c: what a window asks about customers and units.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-desk-private.h"

FETTLE_DESK_FUNC (do_load_customer)
{
  FettleRequest *request = data;

  return fettle_customer_store_load (connection, request->id, error);
}

void
fettle_desk_load_customer_async (FettleDesk *self, gint64 customer_id, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->id = customer_id;
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_RECORD, do_load_customer, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_find_customers)
{
  FettleRequest *request = data;

  return fettle_customer_store_find_by_phone (connection, request->text, error);
}

void
fettle_desk_find_customers_async (FettleDesk *self, const char *mark, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->text = g_strdup (mark);
  fettle_desk_ask (self, TRUE, FETTLE_ANSWER_LIST, do_find_customers, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_list_customers)
{
  FettleRequest *request = data;

  return fettle_customer_store_list (connection, request->text, request->other_text, request->id, request->number,
                                     error);
}

void
fettle_desk_list_customers_async (FettleDesk *self,
                                  const char *search,
                                  const char *after_key,
                                  gint64 after_id,
                                  int limit,
                                  FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->text = g_strdup (search);
  request->other_text = g_strdup (after_key);
  request->id = after_id;
  request->number = limit;
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_LIST, do_list_customers, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_save_customer)
{
  FettleRequest *request = data;

  return GSIZE_TO_POINTER ((gsize) fettle_customer_store_save (connection, (FettleCustomer *) request->record, error));
}

void
fettle_desk_save_customer_async (FettleDesk *self, FettleCustomer *customer, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->record = g_object_ref (G_OBJECT (customer));
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_PLAIN, do_save_customer, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_merge_customers)
{
  FettleRequest *request = data;

  return GSIZE_TO_POINTER ((gsize) (fettle_customer_store_merge (connection, request->id, request->other_id,
                                                                 request->by, request->desk, error)
                                        ? 1
                                        : 0));
}

void
fettle_desk_merge_customers_async (FettleDesk *self, gint64 keep_id, gint64 drop_id, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->id = keep_id;
  request->other_id = drop_id;
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_PLAIN, do_merge_customers, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_find_duplicate_customers)
{
  FettleRequest *request = data;

  return fettle_customer_store_find_duplicates (connection, request->id, error);
}

void
fettle_desk_find_duplicate_customers_async (FettleDesk *self, gint64 customer_id, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->id = customer_id;
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_LIST, do_find_duplicate_customers, request, cancellable, callback,
                   user_data);
}

FETTLE_DESK_FUNC (do_load_unit)
{
  FettleRequest *request = data;

  return fettle_unit_store_load (connection, request->id, error);
}

void
fettle_desk_load_unit_async (FettleDesk *self, gint64 unit_id, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->id = unit_id;
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_RECORD, do_load_unit, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_find_units)
{
  FettleRequest *request = data;

  return fettle_unit_store_find_by_serial (connection, request->text, error);
}

void
fettle_desk_find_units_async (FettleDesk *self, const char *mark, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->text = g_strdup (mark);
  fettle_desk_ask (self, TRUE, FETTLE_ANSWER_LIST, do_find_units, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_list_units)
{
  FettleRequest *request = data;

  return fettle_unit_store_list (connection, request->text, request->id, request->number, error);
}

void
fettle_desk_list_units_async (FettleDesk *self, const char *search, gint64 before_id, int limit, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->text = g_strdup (search);
  request->id = before_id;
  request->number = limit;
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_LIST, do_list_units, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_list_units_of_owner)
{
  FettleRequest *request = data;

  return fettle_unit_store_list_of_owner (connection, request->id, error);
}

void
fettle_desk_list_units_of_owner_async (FettleDesk *self, gint64 customer_id, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->id = customer_id;
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_LIST, do_list_units_of_owner, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_save_unit)
{
  FettleRequest *request = data;

  return GSIZE_TO_POINTER ((gsize) fettle_unit_store_save (connection, (FettleUnit *) request->record, error));
}

void
fettle_desk_save_unit_async (FettleDesk *self, FettleUnit *unit, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->record = g_object_ref (G_OBJECT (unit));
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_PLAIN, do_save_unit, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_merge_units)
{
  FettleRequest *request = data;

  return GSIZE_TO_POINTER (
      (gsize) (fettle_unit_store_merge (connection, request->id, request->other_id, request->by, request->desk, error)
                   ? 1
                   : 0));
}

void
fettle_desk_merge_units_async (FettleDesk *self, gint64 keep_id, gint64 drop_id, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->id = keep_id;
  request->other_id = drop_id;
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_PLAIN, do_merge_units, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_find_duplicate_units)
{
  FettleRequest *request = data;

  return fettle_unit_store_find_duplicates (connection, request->id, error);
}

void
fettle_desk_find_duplicate_units_async (FettleDesk *self, gint64 unit_id, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->id = unit_id;
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_LIST, do_find_duplicate_units, request, cancellable, callback, user_data);
}
