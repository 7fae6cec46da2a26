/* fettle-job-device.h: the part of a job's page about the device: term, diagnosis, parts, readings, tests, parcels.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "fettle-desk.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_JOB_DEVICE (fettle_job_device_get_type ())
G_DECLARE_FINAL_TYPE (FettleJobDevice, fettle_job_device, FETTLE, JOB_DEVICE, GtkBox)

void fettle_job_device_set (FettleJobDevice *self, FettleJob *job, FettleDesk *desk);

G_END_DECLS
