/* fettle-device.c: what was found out about a device and done to it.
 *
 * Diagnoses and tests are read from the timeline; parts, readings and parcels from their tables. Pure; any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-device.h"

#include "fettle-details.h"

static const FettleField fettle_diagnosis_fields[] = {
  FETTLE_FIELD (FettleDiagnosis, job_id, "job-id", INT64),
  FETTLE_FIELD (FettleDiagnosis, cause, "cause", STRING),
  FETTLE_FIELD (FettleDiagnosis, code, "code", STRING),
  FETTLE_FIELD (FettleDiagnosis, text, "text", STRING),
  FETTLE_FIELD (FettleDiagnosis, intermittent, "intermittent", BOOLEAN),
  FETTLE_FIELD (FettleDiagnosis, at, "at", INT64),
  FETTLE_FIELD (FettleDiagnosis, by_name, "by-name", STRING),
};

FETTLE_DEFINE_RECORD (FettleDiagnosis, fettle_diagnosis)

static const FettleField fettle_part_fields[] = {
  FETTLE_FIELD (FettlePart, id, "id", INT64),
  FETTLE_FIELD (FettlePart, job_id, "job-id", INT64),
  FETTLE_FIELD (FettlePart, job_number, "job-number", STRING),
  FETTLE_FIELD (FettlePart, name, "name", STRING),
  FETTLE_FIELD (FettlePart, serial_out, "serial-out", STRING),
  FETTLE_FIELD (FettlePart, serial_in, "serial-in", STRING),
  FETTLE_FIELD (FettlePart, source, "source", STRING),
  FETTLE_FIELD (FettlePart, state, "state", STRING),
  FETTLE_FIELD (FettlePart, condition, "condition", STRING),
  FETTLE_FIELD (FettlePart, at, "at", INT64),
  FETTLE_FIELD (FettlePart, ordered_at, "ordered-at", INT64),
  FETTLE_FIELD (FettlePart, return_due, "return-due", INT64),
  FETTLE_FIELD (FettlePart, returned_at, "returned-at", INT64),
  FETTLE_FIELD (FettlePart, by_name, "by-name", STRING),
  FETTLE_FIELD (FettlePart, not_promised, "not-promised", BOOLEAN),
};

FETTLE_DEFINE_RECORD (FettlePart, fettle_part)

static const FettleField fettle_reading_fields[] = {
  FETTLE_FIELD (FettleReading, job_id, "job-id", INT64),
  FETTLE_FIELD (FettleReading, measure, "measure", STRING),
  FETTLE_FIELD (FettleReading, moment, "moment", STRING),
  FETTLE_FIELD (FettleReading, value, "value", INT64),
  FETTLE_FIELD (FettleReading, unit, "unit", STRING),
  FETTLE_FIELD (FettleReading, lower_is_better, "lower-is-better", BOOLEAN),
  FETTLE_FIELD (FettleReading, at, "at", INT64),
  FETTLE_FIELD (FettleReading, by_name, "by-name", STRING),
};

FETTLE_DEFINE_RECORD (FettleReading, fettle_reading)

static const FettleField fettle_device_test_fields[] = {
  FETTLE_FIELD (FettleDeviceTest, job_id, "job-id", INT64),
  FETTLE_FIELD (FettleDeviceTest, name, "name", STRING),
  FETTLE_FIELD (FettleDeviceTest, passed, "passed", BOOLEAN),
  FETTLE_FIELD (FettleDeviceTest, note, "note", STRING),
  FETTLE_FIELD (FettleDeviceTest, at, "at", INT64),
  FETTLE_FIELD (FettleDeviceTest, by_name, "by-name", STRING),
};

FETTLE_DEFINE_RECORD (FettleDeviceTest, fettle_device_test)

static const FettleField fettle_parcel_fields[] = {
  FETTLE_FIELD (FettleParcel, id, "id", INT64),
  FETTLE_FIELD (FettleParcel, job_id, "job-id", INT64),
  FETTLE_FIELD (FettleParcel, direction, "direction", STRING),
  FETTLE_FIELD (FettleParcel, carrier, "carrier", STRING),
  FETTLE_FIELD (FettleParcel, number, "number", STRING),
  FETTLE_FIELD (FettleParcel, content, "content", STRING),
  FETTLE_FIELD (FettleParcel, sent_at, "sent-at", INT64),
  FETTLE_FIELD (FettleParcel, due, "due", INT64),
  FETTLE_FIELD (FettleParcel, arrived_at, "arrived-at", INT64),
  FETTLE_FIELD (FettleParcel, without_device, "without-device", BOOLEAN),
  FETTLE_FIELD (FettleParcel, by_name, "by-name", STRING),
};

FETTLE_DEFINE_RECORD (FettleParcel, fettle_parcel)

static const FettleField fettle_device_fields[] = {
  FETTLE_FIELD (FettleDevice, diagnoses, "diagnoses", LIST),
  FETTLE_FIELD (FettleDevice, intermittent, "intermittent", BOOLEAN),
  FETTLE_FIELD (FettleDevice, parts, "parts", LIST),
  FETTLE_FIELD (FettleDevice, readings, "readings", LIST),
  FETTLE_FIELD (FettleDevice, tests, "tests", LIST),
  FETTLE_FIELD (FettleDevice, parcels, "parcels", LIST),
  FETTLE_FIELD (FettleDevice, term, "term", RECORD),
};

FETTLE_DEFINE_RECORD (FettleDevice, fettle_device)

static void
take_diagnosis (FettleDevice *self, FettleEvent *event)
{
  g_autoptr (FettleDetails) details = fettle_details_parse (event->details);
  g_autoptr (FettleDetails) words = fettle_details_parse (event->words);
  FettleDiagnosis *diagnosis;

  if (fettle_details_has (details, "intermittent"))
    self->intermittent = fettle_details_get_int (details, "intermittent") != 0;
  if (event->kind != FETTLE_EVENT_DIAGNOSED)
    return;
  diagnosis = fettle_diagnosis_new ();
  diagnosis->job_id = event->job_id;
  diagnosis->cause = g_strdup (fettle_details_get (details, "cause"));
  diagnosis->code = g_strdup (fettle_details_get (details, "code"));
  diagnosis->text = g_strdup (fettle_details_get (words, "text"));
  diagnosis->intermittent = self->intermittent;
  diagnosis->at = event->at;
  diagnosis->by_name = g_strdup (event->by_name);
  g_ptr_array_add (self->diagnoses, diagnosis);
}

static void
take_test (FettleDevice *self, FettleEvent *event)
{
  g_autoptr (FettleDetails) details = fettle_details_parse (event->details);
  g_autoptr (FettleDetails) words = fettle_details_parse (event->words);
  FettleDeviceTest *test = fettle_device_test_new ();

  test->job_id = event->job_id;
  test->name = g_strdup (fettle_details_get (details, "test"));
  test->passed = g_strcmp0 (fettle_details_get (details, "result"), "passed") == 0;
  test->note = g_strdup (fettle_details_get (words, "note"));
  test->at = event->at;
  test->by_name = g_strdup (event->by_name);
  g_ptr_array_add (self->tests, test);
}

/**
 * fettle_device_take_events:
 * @events: (element-type FettleEvent): the timeline of a job, oldest first
 *
 * Takes what the timeline alone knows: the mark of an intermittent fault, diagnoses and tests.
 */
void
fettle_device_take_events (FettleDevice *self, GPtrArray *events)
{
  for (guint i = 0; i < events->len; i++)
    {
      FettleEvent *event = events->pdata[i];

      if (event->kind == FETTLE_EVENT_DIAGNOSED || event->kind == FETTLE_EVENT_RECEIVED)
        take_diagnosis (self, event);
      else if (event->kind == FETTLE_EVENT_TESTED)
        take_test (self, event);
    }
}

/**
 * fettle_device_diagnosis:
 *
 * Returns: (nullable) (transfer none): the diagnosis that holds: the last one that names a cause
 */
FettleDiagnosis *
fettle_device_diagnosis (FettleDevice *self)
{
  for (guint i = self->diagnoses->len; i > 0; i--)
    if (((FettleDiagnosis *) self->diagnoses->pdata[i - 1])->cause != NULL)
      return self->diagnoses->pdata[i - 1];
  return NULL;
}

gboolean
fettle_device_is_empty (FettleDevice *self)
{
  return self->diagnoses->len == 0 && !self->intermittent && self->parts->len == 0 && self->readings->len == 0
         && self->tests->len == 0 && self->parcels->len == 0 && self->term == NULL;
}

/**
 * fettle_parcel_is_late:
 *
 * Returns: whether it arrived, or is still under way, after the time the carrier was to deliver by
 */
gboolean
fettle_parcel_is_late (FettleParcel *self, gint64 now)
{
  return self->due != 0 && (self->arrived_at != 0 ? self->arrived_at : now) > self->due;
}

static gint64
left_at (FettleParcel *parcel)
{
  return parcel->sent_at != 0 ? parcel->sent_at : parcel->arrived_at;
}

/* Whether the device went out after it had come in by parcel: then it was at the customer's door before. */
static gboolean
came_before_it_went (FettleDevice *self)
{
  gboolean came = FALSE;

  for (guint i = 0; i < self->parcels->len; i++)
    {
      FettleParcel *parcel = self->parcels->pdata[i];
      gboolean in = g_strcmp0 (parcel->direction, "in") == 0;

      if (came && !in && !parcel->without_device)
        return TRUE;
      came |= in && !parcel->without_device;
    }
  return FALSE;
}

/**
 * fettle_device_door_to_door:
 * @by_post: whether the device is known to come by post, so that an empty box sent out before it does not count
 * @from: (out): moment at which the device left one door
 * @until: (out): moment at which it was back there; 0 while it is not
 *
 * The time between the customer's door and the customer's door; for a device that the shop sends away and gets back,
 * between the shop's door and the shop's door.
 *
 * Returns: whether there was such a journey
 */
gboolean
fettle_device_door_to_door (FettleDevice *self, gboolean by_post, gint64 *from, gint64 *until)
{
  gboolean begins_in = by_post || came_before_it_went (self);
  FettleParcel *first = NULL;

  *from = *until = 0;
  for (guint i = 0; i < self->parcels->len; i++)
    {
      FettleParcel *parcel = self->parcels->pdata[i];
      gboolean in = g_strcmp0 (parcel->direction, "in") == 0;

      if (parcel->without_device || left_at (parcel) == 0)
        continue;
      if (first == NULL && (in || !begins_in))
        first = parcel;
      else if (first != NULL)
        *until = g_strcmp0 (parcel->direction, first->direction) != 0 ? parcel->arrived_at : 0;
    }
  if (first == NULL)
    return FALSE;
  *from = left_at (first);
  return TRUE;
}
