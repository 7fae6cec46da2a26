/* fettle-desk-setup.c: how a window changes the shop's settings.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-desk-setup.h"

#include "fettle-desk-private.h"

FETTLE_DESK_FUNC (do_edit)
{
  FettleRequest *request = data;
  const FettleSetupEditor editor = { request->by, request->desk };

  return GSIZE_TO_POINTER ((gsize) fettle_setup_edit_save (connection, (FettleSetupTopic) request->number,
                                                           request->record, request->other_record, &editor, error));
}

void
fettle_desk_edit_setup_async (FettleDesk *self,
                              FettleSetupTopic topic,
                              gpointer record,
                              gpointer seen,
                              FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->number = (int) topic;
  request->record = record != NULL ? g_object_ref (record) : NULL;
  request->other_record = seen != NULL ? g_object_ref (seen) : NULL;
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_PLAIN, do_edit, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_load)
{
  FettleRequest *request = data;

  return fettle_setup_edit_load (connection, (FettleSetupTopic) request->number, request->record, error);
}

void
fettle_desk_load_setup_async (FettleDesk *self, FettleSetupTopic topic, gpointer like, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->number = (int) topic;
  request->record = like != NULL ? g_object_ref (like) : NULL;
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_RECORD, do_load, request, cancellable, callback, user_data);
}
