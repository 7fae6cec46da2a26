/* fettle-desk-shop.c: what a window asks about the shop, its drafts and its notices.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-desk-private.h"

#include "fettle-clock.h"

FETTLE_DESK_FUNC (do_load_shop)
{
  return fettle_setup_store_load (connection, error);
}

void
fettle_desk_load_shop_async (FettleDesk *self, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_RECORD, do_load_shop, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_begin_shop)
{
  FettleRequest *request = data;

  return GSIZE_TO_POINTER ((gsize) (fettle_setup_store_begin (connection, (FettleServicePoint *) request->record,
                                                              (const char *const *) request->names, error)
                                        ? 1
                                        : 0));
}

void
fettle_desk_begin_shop_async (FettleDesk *self,
                              FettleServicePoint *service_point,
                              const char *const *staff,
                              FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->record = g_object_ref (G_OBJECT (service_point));
  request->names = g_strdupv ((GStrv) staff);
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_PLAIN, do_begin_shop, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_save_service_point)
{
  FettleRequest *request = data;

  return GSIZE_TO_POINTER (
      (gsize) (fettle_setup_store_save_service_point (connection, (FettleServicePoint *) request->record, error) ? 1
                                                                                                                 : 0));
}

void
fettle_desk_save_service_point_async (FettleDesk *self, FettleServicePoint *record, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->record = g_object_ref (G_OBJECT (record));
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_PLAIN, do_save_service_point, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_save_paper)
{
  FettleRequest *request = data;

  return GSIZE_TO_POINTER (
      (gsize) (fettle_setup_store_save_paper (connection, (FettlePaperStyle *) request->record, error) ? 1 : 0));
}

void
fettle_desk_save_paper_async (FettleDesk *self, FettlePaperStyle *record, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->record = g_object_ref (G_OBJECT (record));
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_PLAIN, do_save_paper, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_load_logo)
{
  return fettle_setup_store_load_logo (connection, error);
}

void
fettle_desk_load_logo_async (FettleDesk *self, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_BYTES, do_load_logo, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_list_drafts)
{
  FettleRequest *request = data;

  return fettle_draft_store_list (connection, request->text, error);
}

void
fettle_desk_list_drafts_async (FettleDesk *self, const char *form, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->text = g_strdup (form);
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_LIST, do_list_drafts, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_save_draft)
{
  FettleRequest *request = data;

  return GSIZE_TO_POINTER ((gsize) (fettle_draft_store_save (connection, request->text, request->other_text,
                                                             request->desk, request->third_text, error)
                                        ? 1
                                        : 0));
}

void
fettle_desk_save_draft_async (FettleDesk *self,
                              const char *form,
                              const char *subject,
                              const char *content,
                              FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->text = g_strdup (form);
  request->other_text = g_strdup (subject);
  request->third_text = g_strdup (content);
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_PLAIN, do_save_draft, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_remove_draft)
{
  FettleRequest *request = data;

  return GSIZE_TO_POINTER (
      (gsize) (fettle_draft_store_remove (connection, request->text, request->other_text, error) ? 1 : 0));
}

void
fettle_desk_remove_draft_async (FettleDesk *self, const char *form, const char *subject, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->text = g_strdup (form);
  request->other_text = g_strdup (subject);
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_PLAIN, do_remove_draft, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_claim_notice)
{
  FettleRequest *request = data;

  gboolean claimed = FALSE;

  if (!fettle_notice_store_claim (connection, request->text, fettle_clock_now (), &claimed, error))
    return NULL;
  return GSIZE_TO_POINTER ((gsize) (claimed ? 1 : 0));
}

void
fettle_desk_claim_notice_async (FettleDesk *self, const char *key, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->text = g_strdup (key);
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_PLAIN, do_claim_notice, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_notice_later)
{
  FettleRequest *request = data;

  return GSIZE_TO_POINTER (
      (gsize) (fettle_notice_store_later (connection, request->text, request->moment, error) ? 1 : 0));
}

void
fettle_desk_notice_later_async (FettleDesk *self, const char *key, gint64 until, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->text = g_strdup (key);
  request->moment = until;
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_PLAIN, do_notice_later, request, cancellable, callback, user_data);
}
