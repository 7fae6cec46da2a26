/* fettle-calendar-store.h: single changes of the shop's calendar.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-setup-store.h"

G_BEGIN_DECLS

gboolean fettle_calendar_store_set_week (FettleConnection *connection, GArray *week, GError **error);
gboolean fettle_calendar_store_save_day (FettleConnection *connection, FettleClosedDay *day, GError **error);
gboolean fettle_calendar_store_forget_day (FettleConnection *connection, const char *day, GError **error);
gboolean fettle_calendar_store_set_holidays (FettleConnection *connection, const char *region, GError **error);

G_END_DECLS
