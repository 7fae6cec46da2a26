/* fettle-desk-promises.c: what a window asks about the word the shop gave.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-desk-promises.h"

#include "fettle-absence-store.h"
#include "fettle-desk-private.h"

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

  return GSIZE_TO_POINTER ((gsize) (fettle_absence_store_remove (connection, request->id, error) ? 1 : 0));
}

void
fettle_desk_remove_absence_async (FettleDesk *self, gint64 absence_id, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->id = absence_id;
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_PLAIN, do_remove_absence, request, cancellable, callback, user_data);
}
