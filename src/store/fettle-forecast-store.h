/* fettle-forecast-store.h: what jobs like one took, from the shop's own file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-connection.h"
#include "fettle-forecast.h"
#include "fettle-job.h"

G_BEGIN_DECLS

FettleForecast *fettle_forecast_store_suggest (FettleConnection *connection,
                                               const char *category,
                                               const char *fault,
                                               FettleCalendar *calendar,
                                               gint64 from,
                                               GError **error);

G_END_DECLS
