/* fettle-desk-device.c: what a window asks about the device of a job.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-desk-device.h"

#include "fettle-clock.h"
#include "fettle-desk-private.h"
#include "fettle-device-store.h"

static gboolean
change_part (FettleConnection *connection, FettlePart *part, const char *desk, GError **error)
{
  if (g_strcmp0 (part->state, "returned") == 0)
    return fettle_device_store_return_part (connection, part->id, part->condition, part->source, part->by_name, desk,
                                            error);
  if (g_strcmp0 (part->state, "ordered") == 0)
    return fettle_device_store_order_part (connection, part, desk, error) != 0;
  if (g_strcmp0 (part->state, "sent") == 0)
    return fettle_device_store_send_part (connection, part, desk, error) != 0;
  return fettle_device_store_fit_part (connection, part, desk, error) != 0;
}

static gboolean
change_parcel (FettleConnection *connection, FettleParcel *parcel, const char *desk, GError **error)
{
  if (parcel->arrived_at != 0)
    return fettle_device_store_take_parcel (connection, parcel, desk, error) != 0;
  return fettle_device_store_send_parcel (connection, parcel, desk, error) != 0;
}

FETTLE_DESK_FUNC (do_change_device)
{
  FettleRequest *request = data;
  gboolean done = FALSE;
  gint64 job_id = 0;

  /* Who is at the desk is who does it. */
  g_object_get (request->record, "job-id", &job_id, NULL);
  if (G_OBJECT_TYPE (request->record) == FETTLE_TYPE_DIAGNOSIS)
    done = fettle_device_store_diagnose (connection, FETTLE_DIAGNOSIS (request->record), request->desk, error);
  else if (G_OBJECT_TYPE (request->record) == FETTLE_TYPE_PART)
    done = change_part (connection, FETTLE_PART (request->record), request->desk, error);
  else if (G_OBJECT_TYPE (request->record) == FETTLE_TYPE_READING)
    done = fettle_device_store_measure (connection, FETTLE_READING (request->record), request->desk, error);
  else if (G_OBJECT_TYPE (request->record) == FETTLE_TYPE_DEVICE_TEST)
    done = fettle_device_store_test (connection, FETTLE_DEVICE_TEST (request->record), request->desk, error);
  else if (G_OBJECT_TYPE (request->record) == FETTLE_TYPE_PARCEL)
    done = change_parcel (connection, FETTLE_PARCEL (request->record), request->desk, error);
  return done ? fettle_job_store_load (connection, job_id, error) : NULL;
}

/**
 * fettle_desk_change_device_async:
 * @form: what happened; its by_name says who did it
 */
void
fettle_desk_change_device_async (FettleDesk *self, FettleRecord *form, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->record = g_object_ref (G_OBJECT (form));
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_RECORD, do_change_device, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_load_unit_device)
{
  FettleRequest *request = data;
  g_autoptr (FettleUnit) unit = fettle_unit_store_load (connection, request->id, error);
  g_autoptr (FettleDevice) device = fettle_device_new ();
  GPtrArray *parts;
  GError *local = NULL;

  if (unit == NULL || (parts = fettle_device_store_list_parts_of_unit (connection, unit->id, error)) == NULL)
    return NULL;
  g_ptr_array_extend_and_steal (device->parts, parts);
  device->term = fettle_term_store_of_unit (connection, unit, fettle_clock_now (), &local);
  if (local == NULL)
    return g_steal_pointer (&device);
  g_propagate_error (error, local);
  return NULL;
}

/**
 * fettle_desk_load_unit_device_async:
 *
 * What was changed in a unit, and how its term stands today.
 */
void
fettle_desk_load_unit_device_async (FettleDesk *self, gint64 unit_id, FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->id = unit_id;
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_RECORD, do_load_unit_device, request, cancellable, callback, user_data);
}

FETTLE_DESK_FUNC (do_set_owner)
{
  FettleRequest *request = data;
  const gboolean done = fettle_unit_store_set_owner (connection, request->id, request->other_id, request->moment,
                                                     request->by, request->desk, error);

  return GSIZE_TO_POINTER ((gsize) (done ? 1 : 0));
}

void
fettle_desk_set_unit_owner_async (FettleDesk *self,
                                  gint64 unit_id,
                                  gint64 owner_id,
                                  gint64 seen_owner_id,
                                  FETTLE_DESK_ANSWER)
{
  FettleRequest *request = fettle_request_new (self);

  request->id = unit_id;
  request->other_id = owner_id;
  request->moment = seen_owner_id;
  fettle_desk_ask (self, FALSE, FETTLE_ANSWER_PLAIN, do_set_owner, request, cancellable, callback, user_data);
}
