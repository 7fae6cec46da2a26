/* fettle-demo-device.c: what was found and done to some devices of the demonstration shop.
 *
 * Written through the same functions as real work, on the newest jobs that are being worked on, so that the page of a
 * job and of a device have something to show. Runs on the store's thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-demo-device.h"

#include "fettle-demo-text.h"

#include "fettle-clock.h"
#include "fettle-device-store.h"
#include "fettle-job-store.h"
#include "fettle-unit-store.h"
#include "fettle-zone.h"

#define DESK "Bench"

/* One job each, the newest first; what is NULL is not written. */
static const struct
{
  FettleStage stage;
  const char *cause;
  const char *part;
  const char *serial_out;
  const char *serial_in;
  gint64 before; /* battery runtime in thousandths of an hour, 0 for none */
  gint64 after;
  gboolean sent;
} works[] = {
  { FETTLE_STAGE_CHECKING, "Battery", "Battery", "BT-20417", "BT-31885", 2500, 7250, FALSE },
  { FETTLE_STAGE_REPAIRING, "Charging socket", "Charging socket", NULL, "CS-0093", 0, 0, FALSE },
  { FETTLE_STAGE_READY, "Fan", "Fan", "FN-118", "FN-902", 6000, 6000, FALSE },
  { FETTLE_STAGE_WAITING_PARTS, "Disk", "Disk", NULL, "HD-7741", 0, 0, TRUE },
};

static gboolean
measure (FettleConnection *connection, gint64 job_id, const char *moment, gint64 value, const char *by, GError **error)
{
  g_autoptr (FettleReading) reading = fettle_reading_new ();

  if (value == 0)
    return TRUE;
  reading->job_id = job_id;
  reading->measure = g_strdup ("battery-runtime");
  reading->moment = g_strdup (moment);
  reading->value = value;
  reading->unit = g_strdup ("h");
  reading->by_name = g_strdup (by);
  return fettle_device_store_measure (connection, reading, DESK, error);
}

static gboolean
change_part (FettleConnection *connection, guint i, FettleJobSummary *job, gint64 now, GError **error)
{
  g_autoptr (FettlePart) part = fettle_part_new ();

  part->job_id = job->id;
  part->name = g_strdup (fettle_demo_text (works[i].part));
  part->serial_out = g_strdup (works[i].serial_out);
  part->serial_in = g_strdup (works[i].serial_in);
  part->by_name = g_strdup (job->technician_name);
  part->return_due = works[i].sent ? now + 5 * FETTLE_DAY : 0;
  return works[i].sent ? fettle_device_store_send_part (connection, part, DESK, error) != 0
                       : fettle_device_store_fit_part (connection, part, DESK, error) != 0;
}

/* A year and a half ago, with two years of term. */
static gboolean
give_term (FettleConnection *connection, gint64 unit_id, gint64 now, GError **error)
{
  g_autoptr (FettleUnit) loaded = unit_id != 0 ? fettle_unit_store_load (connection, unit_id, error) : NULL;
  g_autoptr (FettleUnit) unit = NULL;

  if (unit_id == 0)
    return TRUE;
  if (loaded == NULL)
    return FALSE;
  unit = fettle_record_copy (loaded);
  g_free (unit->sold_on);
  unit->sold_on = fettle_day_to_string (now / FETTLE_DAY - 550);
  unit->term_months = 24;
  return fettle_unit_store_save (connection, unit, error) != 0;
}

static gboolean
fill_job (FettleConnection *connection, guint i, FettleJobSummary *job, gint64 now, GError **error)
{
  g_autoptr (FettleDiagnosis) diagnosis = fettle_diagnosis_new ();

  diagnosis->job_id = job->id;
  diagnosis->cause = g_strdup (fettle_demo_text (works[i].cause));
  diagnosis->by_name = g_strdup (job->technician_name);
  return fettle_device_store_diagnose (connection, diagnosis, DESK, error)
         && measure (connection, job->id, "in", works[i].before, job->technician_name, error)
         && change_part (connection, i, job, now, error)
         && measure (connection, job->id, "out", works[i].after, job->technician_name, error)
         && give_term (connection, job->unit_id, now, error);
}

/**
 * fettle_demo_fill_devices:
 * @now: moment
 *
 * Writes a few diagnoses, parts, readings and terms.
 */
gboolean
fettle_demo_fill_devices (FettleConnection *connection, gint64 now, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (works); i++)
    {
      g_autoptr (FettleJobFilter) filter = fettle_job_filter_new ();
      g_autoptr (GPtrArray) jobs = NULL;

      filter->stage = works[i].stage;
      filter->limit = 1;
      jobs = fettle_job_store_list (connection, filter, error);
      if (jobs == NULL || (jobs->len > 0 && !fill_job (connection, i, jobs->pdata[0], now, error)))
        return FALSE;
    }
  return TRUE;
}
