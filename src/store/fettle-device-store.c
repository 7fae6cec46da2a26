/* fettle-device-store.c: how diagnoses, parts, readings, tests and parcels are read.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-device-store.h"

#include <glib/gi18n-lib.h>

#include "fettle-serial.h"
#include "fettle-statement.h"
#include "fettle-store-error.h"

#define PART_COLUMNS                                                                                                   \
  "p.id, p.job_id, j.number, p.name, p.serial_out, p.serial_in, p.source, p.state, p.condition, p.at, p.return_due,"   \
  " p.returned_at, s.name, p.ordered_at"
#define PART_TABLES " FROM job_part p JOIN job j ON j.id = p.job_id LEFT JOIN staff s ON s.id = p.by_id "

static FettlePart *
read_part (FettleStatement *row)
{
  FettlePart *part = fettle_part_new ();

  part->id = fettle_statement_int (row, 0);
  part->job_id = fettle_statement_int (row, 1);
  part->job_number = fettle_statement_dup (row, 2);
  part->name = fettle_statement_dup (row, 3);
  part->serial_out = fettle_statement_dup (row, 4);
  part->serial_in = fettle_statement_dup (row, 5);
  part->source = fettle_statement_dup (row, 6);
  part->state = fettle_statement_dup (row, 7);
  part->condition = fettle_statement_dup (row, 8);
  part->at = fettle_statement_int (row, 9);
  part->return_due = fettle_statement_int (row, 10);
  part->returned_at = fettle_statement_int (row, 11);
  part->by_name = fettle_statement_dup (row, 12);
  part->ordered_at = fettle_statement_int (row, 13);
  return part;
}

static GPtrArray *
read_parts (FettleStatement *rows, GError **error)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_object_unref);
  FettleStep step;

  while ((step = fettle_statement_step (rows, error)) == FETTLE_STEP_ROW)
    g_ptr_array_add (parts, read_part (rows));
  return step == FETTLE_STEP_DONE ? g_steal_pointer (&parts) : NULL;
}

/**
 * fettle_device_store_list_parts_of_job:
 *
 * Returns: (transfer full) (element-type FettlePart) (nullable): the parts of a job, the first one first
 */
GPtrArray *
fettle_device_store_list_parts_of_job (FettleConnection *connection, gint64 job_id, GError **error)
{
  g_autoptr (FettleStatement) rows
      = fettle_connection_prepare (connection,
                                   "SELECT " PART_COLUMNS PART_TABLES "WHERE p.job_id = :job ORDER BY p.at, p.id");

  fettle_statement_bind_int (rows, ":job", job_id);
  return read_parts (rows, error);
}

/**
 * fettle_device_store_list_parts_of_unit:
 *
 * Returns: (transfer full) (element-type FettlePart) (nullable): what was changed in a unit in all its jobs, the first
 *   one first
 */
GPtrArray *
fettle_device_store_list_parts_of_unit (FettleConnection *connection, gint64 unit_id, GError **error)
{
  g_autoptr (FettleStatement) rows
      = fettle_connection_prepare (connection,
                                   "SELECT " PART_COLUMNS PART_TABLES
                                   "WHERE p.job_id IN (SELECT id FROM job WHERE unit_id = :unit) ORDER BY p.at, p.id");

  fettle_statement_bind_int (rows, ":unit", unit_id);
  return read_parts (rows, error);
}

/**
 * fettle_device_store_list_parts_by_serial:
 * @serial: of a part or of a device, in any dressing
 *
 * Returns: (transfer full) (element-type FettlePart) (nullable): where a part of that serial went in or out, and what
 *   was changed in the device of that serial
 */
GPtrArray *
fettle_device_store_list_parts_by_serial (FettleConnection *connection, const char *serial, GError **error)
{
  g_autofree char *key = fettle_serial_key (serial);
  g_autoptr (FettleStatement) rows = fettle_connection_prepare (
      connection, "SELECT " PART_COLUMNS PART_TABLES "WHERE p.id IN (SELECT id FROM job_part WHERE key_out = :key"
                  " UNION SELECT id FROM job_part WHERE key_in = :key"
                  " UNION SELECT own.id FROM job_part own JOIN job visit ON visit.id = own.job_id"
                  " WHERE visit.unit_id IN (SELECT id FROM unit WHERE serial_key = :key AND merged_into IS NULL"
                  " UNION SELECT id FROM unit WHERE imei = :key AND merged_into IS NULL)) ORDER BY p.at, p.id");

  if (*key == '\0')
    return g_ptr_array_new_with_free_func (g_object_unref);
  fettle_statement_bind_text (rows, ":key", key);
  return read_parts (rows, error);
}

/**
 * fettle_device_store_load_part:
 *
 * Returns: (transfer full) (nullable): the part, or %NULL with %FETTLE_STORE_ERROR_NOT_FOUND
 */
FettlePart *
fettle_device_store_load_part (FettleConnection *connection, gint64 part_id, GError **error)
{
  g_autoptr (FettleStatement) row
      = fettle_connection_prepare (connection, "SELECT " PART_COLUMNS PART_TABLES "WHERE p.id = :id");
  FettleStep step;

  fettle_statement_bind_int (row, ":id", part_id);
  step = fettle_statement_step (row, error);
  if (step == FETTLE_STEP_DONE)
    g_set_error_literal (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_NOT_FOUND, _ ("There is no such part."));
  return step == FETTLE_STEP_ROW ? read_part (row) : NULL;
}

static gboolean
read_readings (FettleConnection *connection, FettleDevice *device, gint64 job_id, GError **error)
{
  g_autoptr (FettleStatement) rows = fettle_connection_prepare (
      connection, "SELECT r.measure, r.moment, r.value, r.unit, r.lower_is_better, r.at, s.name FROM job_reading r"
                  " LEFT JOIN staff s ON s.id = r.by_id WHERE r.job_id = :job ORDER BY r.at, r.id");
  FettleStep step;

  fettle_statement_bind_int (rows, ":job", job_id);
  while ((step = fettle_statement_step (rows, error)) == FETTLE_STEP_ROW)
    {
      FettleReading *reading = fettle_reading_new ();

      reading->job_id = job_id;
      reading->measure = fettle_statement_dup (rows, 0);
      reading->moment = fettle_statement_dup (rows, 1);
      reading->value = fettle_statement_int (rows, 2);
      reading->unit = fettle_statement_dup (rows, 3);
      reading->lower_is_better = fettle_statement_boolean (rows, 4);
      reading->at = fettle_statement_int (rows, 5);
      reading->by_name = fettle_statement_dup (rows, 6);
      g_ptr_array_add (device->readings, reading);
    }
  return step == FETTLE_STEP_DONE;
}

static gboolean
read_parcels (FettleConnection *connection, FettleDevice *device, gint64 job_id, GError **error)
{
  g_autoptr (FettleStatement) rows = fettle_connection_prepare (
      connection, "SELECT id, direction, carrier, number, content, sent_at, due, arrived_at, without_device FROM parcel"
                  " WHERE job_id = :job ORDER BY CASE sent_at WHEN 0 THEN arrived_at ELSE sent_at END, id");
  FettleStep step;

  fettle_statement_bind_int (rows, ":job", job_id);
  while ((step = fettle_statement_step (rows, error)) == FETTLE_STEP_ROW)
    {
      FettleParcel *parcel = fettle_parcel_new ();

      parcel->job_id = job_id;
      parcel->id = fettle_statement_int (rows, 0);
      parcel->direction = fettle_statement_dup (rows, 1);
      parcel->carrier = fettle_statement_dup (rows, 2);
      parcel->number = fettle_statement_dup (rows, 3);
      parcel->content = fettle_statement_dup (rows, 4);
      parcel->sent_at = fettle_statement_int (rows, 5);
      parcel->due = fettle_statement_int (rows, 6);
      parcel->arrived_at = fettle_statement_int (rows, 7);
      parcel->without_device = fettle_statement_boolean (rows, 8);
      g_ptr_array_add (device->parcels, parcel);
    }
  return step == FETTLE_STEP_DONE;
}

/* The timeline, which is loaded already, tells which tables have rows of this job: mostly none. */
static gboolean
says (GPtrArray *events, FettleEventKind a, FettleEventKind b)
{
  for (guint i = 0; i < events->len; i++)
    {
      FettleEventKind kind = ((FettleEvent *) events->pdata[i])->kind;

      if (kind == a || kind == b)
        return TRUE;
    }
  return FALSE;
}

static gboolean
read_tables (FettleConnection *connection, FettleDevice *device, FettleJob *job, GError **error)
{
  gint64 id = job->summary->id;

  if (says (job->events, FETTLE_EVENT_PART_FITTED, FETTLE_EVENT_PART_SENT)
      || says (job->events, FETTLE_EVENT_PART_ORDERED, FETTLE_EVENT_PART_ORDERED))
    {
      g_autoptr (GPtrArray) parts = fettle_device_store_list_parts_of_job (connection, id, error);

      if (parts == NULL)
        return FALSE;
      g_ptr_array_extend_and_steal (device->parts, g_steal_pointer (&parts));
    }
  if (says (job->events, FETTLE_EVENT_MEASURED, FETTLE_EVENT_MEASURED)
      && !read_readings (connection, device, id, error))
    return FALSE;
  return !says (job->events, FETTLE_EVENT_PARCEL_SENT, FETTLE_EVENT_PARCEL_ARRIVED)
         || read_parcels (connection, device, id, error);
}

/**
 * fettle_device_store_load:
 * @job: with its events and its unit
 *
 * Returns: (transfer full) (nullable): everything about the device of a job
 */
FettleDevice *
fettle_device_store_load (FettleConnection *connection, FettleJob *job, GError **error)
{
  g_autoptr (FettleDevice) device = fettle_device_new ();
  GError *local = NULL;

  fettle_device_take_events (device, job->events);
  if (!read_tables (connection, device, job, error))
    return NULL;
  if (job->unit != NULL)
    device->term = fettle_term_store_of_unit (connection, job->unit, job->summary->received_at, &local);
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return NULL;
    }
  return g_steal_pointer (&device);
}
