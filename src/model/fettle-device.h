/* fettle-device.h: what was found out about a device and done to it: diagnosis, parts, readings, tests, parcels.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-event.h"
#include "fettle-record.h"
#include "fettle-term.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_DIAGNOSIS (fettle_diagnosis_get_type ())
FETTLE_DECLARE_RECORD (FettleDiagnosis, fettle_diagnosis, FETTLE, DIAGNOSIS)

/**
 * FettleDiagnosis:
 * @job_id: which
 * @cause: the part or condition that is at fault, or NULL where only the fault was marked as intermittent
 * @code: as the device gives it (a beep code, an error number), or NULL
 * @text: in words, or NULL
 * @intermittent: the fault comes and goes
 * @at: moment
 * @by_name: who said so, or NULL
 */
struct _FettleDiagnosis
{
  FettleRecord parent_instance;
  gint64 job_id;
  char *cause;
  char *code;
  char *text;
  gboolean intermittent;
  gint64 at;
  char *by_name;
};

#define FETTLE_TYPE_PART (fettle_part_get_type ())
FETTLE_DECLARE_RECORD (FettlePart, fettle_part, FETTLE, PART)

/**
 * FettlePart:
 * @id: row
 * @job_id: which
 * @job_number: of that job
 * @name: what it is
 * @serial_out: of what was taken out, or NULL
 * @serial_in: of what was put in or sent, or NULL
 * @source: where the new one came from or is ordered: a name, %FETTLE_PART_STOCK, or NULL
 * @state: ordered, fitted, sent (ahead, the old one is to come back), or returned
 * @condition: of what came back: faulty, not-faulty, or NULL
 * @at: moment
 * @ordered_at: moment it was ordered, 0 where it was not
 * @return_due: moment by which the old one, or the unused new one, is to come back; 0 for none
 * @returned_at: moment, 0
 * @by_name: who did it, or NULL
 * @not_promised: it is not the part that was promised, so that no promise ends with it; only as handed in
 */
struct _FettlePart
{
  FettleRecord parent_instance;
  gint64 id;
  gint64 job_id;
  char *job_number;
  char *name;
  char *serial_out;
  char *serial_in;
  char *source;
  char *state;
  char *condition;
  gint64 at;
  gint64 ordered_at;
  gint64 return_due;
  gint64 returned_at;
  char *by_name;
  gboolean not_promised;
};

/* The source of what was at hand. */
#define FETTLE_PART_STOCK "stock"

#define FETTLE_TYPE_READING (fettle_reading_get_type ())
FETTLE_DECLARE_RECORD (FettleReading, fettle_reading, FETTLE, READING)

/**
 * FettleReading:
 * @job_id: which
 * @measure: what was measured, such as battery-runtime
 * @moment: in or out
 * @value: in thousandths of @unit
 * @unit: h, min, %, …; may be empty
 * @lower_is_better: as for a noise or a temperature
 * @at: moment
 * @by_name: who measured, or NULL
 */
struct _FettleReading
{
  FettleRecord parent_instance;
  gint64 job_id;
  char *measure;
  char *moment;
  gint64 value;
  char *unit;
  gboolean lower_is_better;
  gint64 at;
  char *by_name;
};

#define FETTLE_TYPE_DEVICE_TEST (fettle_device_test_get_type ())
FETTLE_DECLARE_RECORD (FettleDeviceTest, fettle_device_test, FETTLE, DEVICE_TEST)

/**
 * FettleDeviceTest:
 * @job_id: which
 * @name: soak, hand-over or final
 * @passed: or failed
 * @note: or NULL
 * @at: moment
 * @by_name: who tested, or NULL
 */
struct _FettleDeviceTest
{
  FettleRecord parent_instance;
  gint64 job_id;
  char *name;
  gboolean passed;
  char *note;
  gint64 at;
  char *by_name;
};

#define FETTLE_TYPE_PARCEL (fettle_parcel_get_type ())
FETTLE_DECLARE_RECORD (FettleParcel, fettle_parcel, FETTLE, PARCEL)

/**
 * FettleParcel:
 * @id: row
 * @job_id: which
 * @direction: in to the shop, or out
 * @carrier: who carries it
 * @number: of the carrier
 * @content: or NULL
 * @sent_at: moment, 0 where nobody said so
 * @due: moment by which the carrier was to deliver, 0
 * @arrived_at: moment, 0 while under way
 * @without_device: it carries something else than the device
 * @by_name: who writes it down, or NULL
 */
struct _FettleParcel
{
  FettleRecord parent_instance;
  gint64 id;
  gint64 job_id;
  char *direction;
  char *carrier;
  char *number;
  char *content;
  gint64 sent_at;
  gint64 due;
  gint64 arrived_at;
  gboolean without_device;
  char *by_name;
};

#define FETTLE_TYPE_DEVICE (fettle_device_get_type ())
FETTLE_DECLARE_RECORD (FettleDevice, fettle_device, FETTLE, DEVICE)

/**
 * FettleDevice:
 * @diagnoses: of FettleDiagnosis, oldest first; the last one with a cause holds
 * @intermittent: the fault comes and goes
 * @parts: of FettlePart
 * @readings: of FettleReading
 * @tests: of FettleDeviceTest
 * @parcels: of FettleParcel
 * @term: of the unit, asked about on the day of the job, or NULL
 *
 * Everything about the device of one job, oldest first.
 */
struct _FettleDevice
{
  FettleRecord parent_instance;
  GPtrArray *diagnoses;
  gboolean intermittent;
  GPtrArray *parts;
  GPtrArray *readings;
  GPtrArray *tests;
  GPtrArray *parcels;
  FettleTerm *term;
};

void fettle_device_take_events (FettleDevice *self, GPtrArray *events);
FettleDiagnosis *fettle_device_diagnosis (FettleDevice *self);
gboolean fettle_device_is_empty (FettleDevice *self);

/* What is entered is checked here, by the windows as by the command line. */
gboolean fettle_diagnosis_validate (FettleDiagnosis *self, GError **error);
gboolean fettle_part_validate (FettlePart *self, gint64 now, GError **error);
gboolean fettle_reading_validate (FettleReading *self, GError **error);
gboolean fettle_device_test_validate (FettleDeviceTest *self, GError **error);
gboolean fettle_parcel_validate (FettleParcel *self, GError **error);

gboolean fettle_reading_parse_value (const char *text, gint64 *value, GError **error);
gboolean fettle_measure_lower_is_better (const char *measure);

gboolean fettle_parcel_is_late (FettleParcel *self, gint64 now);
gboolean fettle_device_door_to_door (FettleDevice *self, gboolean by_post, gint64 *from, gint64 *until);

G_END_DECLS
