/* fettle-unit-store.h: how units are kept and found.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-connection.h"
#include "fettle-unit.h"

G_BEGIN_DECLS

FettleUnit *fettle_unit_store_load (FettleConnection *connection, gint64 unit_id, GError **error);
GPtrArray *fettle_unit_store_find_by_serial (FettleConnection *connection, const char *serial_or_imei, GError **error);
GPtrArray *fettle_unit_store_list_of_owner (FettleConnection *connection, gint64 customer_id, GError **error);
GPtrArray *
fettle_unit_store_list (FettleConnection *connection, const char *search, gint64 before_id, int limit, GError **error);
gint64 fettle_unit_store_find_model (FettleConnection *connection,
                                     const char *category,
                                     const char *brand,
                                     const char *name,
                                     GError **error);
gint64 fettle_unit_store_add_of_model (FettleConnection *connection, gint64 model_id, GError **error);
gint64 fettle_unit_store_save_within (FettleConnection *connection, FettleUnit *unit, GError **error);
gint64 fettle_unit_store_save (FettleConnection *connection, FettleUnit *unit, GError **error);
gboolean fettle_unit_store_set_owner (FettleConnection *connection,
                                      gint64 unit_id,
                                      gint64 owner_id,
                                      gint64 seen_owner_id,
                                      const char *by,
                                      const char *desk,
                                      GError **error);
gboolean fettle_unit_store_merge (FettleConnection *connection,
                                  gint64 keep_id,
                                  gint64 drop_id,
                                  const char *by,
                                  const char *desk,
                                  GError **error);
GPtrArray *fettle_unit_store_find_duplicates (FettleConnection *connection, gint64 unit_id, GError **error);
char **fettle_unit_store_list_brands (FettleConnection *connection, const char *category, GError **error);
char **
fettle_unit_store_list_models (FettleConnection *connection, const char *category, const char *brand, GError **error);

G_END_DECLS
