/* fettle-desk-attention.c: what a window asks about what waits for somebody here.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-desk-attention.h"

#include "fettle-desk-private.h"

FETTLE_DESK_FUNC (do_list_attention)
{
  FettleRequest *request = data;

  return fettle_attention_store_list (connection, 0, request->flag, request->number, error);
}

void
fettle_desk_list_attention_async (FettleDesk *self, gboolean with_snoozed, int lead, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->flag = with_snoozed;
  request->number = lead;
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_RECORD, do_list_attention, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_snooze)
{
  FettleRequest *request = data;

  return GSIZE_TO_POINTER ((gsize) (fettle_attention_store_snooze (connection, request->text, request->moment,
                                                                   request->other_text, request->by, error)
                                        ? 1
                                        : 0));
}

void
fettle_desk_snooze_async (FettleDesk *self, const char *key, gint64 until, const char *reason, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->text = g_strdup (key);
  request->moment = until;
  request->other_text = g_strdup (reason);
  fettle_desk_ask (self, TRUE, FETTLE_ANSWER_PLAIN, do_snooze, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_load_patience)
{
  return fettle_attention_store_load_patience (connection, error);
}

void
fettle_desk_load_patience_async (FettleDesk *self, FETTLE_DESK_ANSWER)
{
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_RECORD, do_load_patience, fettle_request_new (self), cancellable,
                   callback, user_data);
}
