/* fettle-device-store.h: how diagnoses, parts, readings, tests, parcels and terms are kept.
 *
 * Synchronous, on the thread that owns the connection. What changes does so in one transaction with the event that says
 * so. The form that is handed in says what happens; its by_name is who does it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-connection.h"
#include "fettle-job.h"

G_BEGIN_DECLS

/* fettle-device-store.c */
FettleDevice *fettle_device_store_load (FettleConnection *connection, FettleJob *job, GError **error);
GPtrArray *fettle_device_store_list_parts_of_job (FettleConnection *connection, gint64 job_id, GError **error);
GPtrArray *fettle_device_store_list_parts_of_unit (FettleConnection *connection, gint64 unit_id, GError **error);
GPtrArray *fettle_device_store_list_parts_by_serial (FettleConnection *connection, const char *serial, GError **error);
FettlePart *fettle_device_store_load_part (FettleConnection *connection, gint64 part_id, GError **error);

/* fettle-device-changes.c */
gboolean
fettle_device_store_diagnose (FettleConnection *connection, FettleDiagnosis *form, const char *desk, GError **error);
gint64 fettle_device_store_fit_part (FettleConnection *connection, FettlePart *form, const char *desk, GError **error);
gint64
fettle_device_store_order_part (FettleConnection *connection, FettlePart *form, const char *desk, GError **error);
gint64 fettle_device_store_send_part (FettleConnection *connection, FettlePart *form, const char *desk, GError **error);
gboolean fettle_device_store_return_part (FettleConnection *connection,
                                          gint64 part_id,
                                          const char *condition,
                                          const char *note,
                                          const char *by,
                                          const char *desk,
                                          GError **error);
gboolean
fettle_device_store_measure (FettleConnection *connection, FettleReading *form, const char *desk, GError **error);
gboolean
fettle_device_store_test (FettleConnection *connection, FettleDeviceTest *form, const char *desk, GError **error);
gint64
fettle_device_store_send_parcel (FettleConnection *connection, FettleParcel *form, const char *desk, GError **error);
gint64
fettle_device_store_take_parcel (FettleConnection *connection, FettleParcel *form, const char *desk, GError **error);

/* fettle-term-store.c */
FettleTerm *fettle_term_store_of_unit (FettleConnection *connection, FettleUnit *unit, gint64 asked_at, GError **error);

G_END_DECLS
