/* fettle-absence-store.h: the absence calendar as kept.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-absence.h"
#include "fettle-connection.h"

G_BEGIN_DECLS

gint64 fettle_absence_store_add (FettleConnection *connection, FettleAbsence *absence, GError **error);
gboolean fettle_absence_store_remove (FettleConnection *connection, gint64 absence_id, GError **error);
GPtrArray *fettle_absence_store_list (FettleConnection *connection, const char *from_day, GError **error);
GPtrArray *fettle_absence_store_list_away (FettleConnection *connection, const char *day, GError **error);
gint64 fettle_absence_store_stand_in (FettleConnection *connection,
                                      gint64 staff_id,
                                      gint64 deputy_id,
                                      const char *day,
                                      GError **error);

G_END_DECLS
