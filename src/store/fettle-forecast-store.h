/* fettle-forecast-store.h: what jobs like one took, and who has heard nothing for long, from the shop's own file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-connection.h"
#include "fettle-forecast.h"
#include "fettle-job.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_UPDATE_DUE (fettle_update_due_get_type ())
FETTLE_DECLARE_RECORD (FettleUpdateDue, fettle_update_due, FETTLE, UPDATE_DUE)

/**
 * FettleUpdateDue:
 * @job_id: row
 * @job_number: of the job
 * @customer_name: or NULL
 * @unit_title: what it is about
 * @technician_id: who has it, 0 for nobody
 * @technician_name: or NULL
 * @told_at: moment of the last word to the customer
 * @due: moment from which they should have heard again
 *
 * A job in the shop of which its customer has heard nothing for too long.
 */
struct _FettleUpdateDue
{
  FettleRecord parent_instance;
  gint64 job_id;
  char *job_number;
  char *customer_name;
  char *unit_title;
  gint64 technician_id;
  char *technician_name;
  gint64 told_at;
  gint64 due;
};

/* Setting: minutes of opening time without a word to the customer; 24 hours unless it is set. */
#define FETTLE_SETTING_UPDATE_AFTER "update-after-minutes"

FettleForecast *fettle_forecast_store_suggest (FettleConnection *connection,
                                               const char *category,
                                               const char *fault,
                                               FettleCalendar *calendar,
                                               gint64 from,
                                               GError **error);
GPtrArray *fettle_forecast_store_list_updates_due (FettleConnection *connection,
                                                   FettleCalendar *calendar,
                                                   int limit,
                                                   GError **error);

G_END_DECLS
