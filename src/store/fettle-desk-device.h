/* fettle-desk-device.h: what a window asks about the device of a job.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-desk.h"
#include "fettle-device.h"

G_BEGIN_DECLS

/* Answers the whole job. The form is a FettleDiagnosis, a FettlePart whose state says what becomes of it, a
 * FettleReading, a FettleDeviceTest, or a FettleParcel, which arrives where it has a moment of arrival. */
void fettle_desk_change_device_async (FettleDesk *self, FettleRecord *form, FETTLE_DESK_ANSWER);

/* Answers a FettleDevice with the parts of all jobs of a unit and its term today. */
void fettle_desk_load_unit_device_async (FettleDesk *self, gint64 unit_id, FETTLE_DESK_ANSWER);

/* Done: the unit is another customer's, 0 for nobody's. */
void fettle_desk_set_unit_owner_async (FettleDesk *self,
                                       gint64 unit_id,
                                       gint64 owner_id,
                                       gint64 seen_owner_id,
                                       FETTLE_DESK_ANSWER);

G_END_DECLS
