/* fettle-job-arrival.h: a device that is not here yet, and what must be ready when it comes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "fettle-desk.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_JOB_ARRIVAL (fettle_job_arrival_get_type ())
G_DECLARE_FINAL_TYPE (FettleJobArrival, fettle_job_arrival, FETTLE, JOB_ARRIVAL, GtkBox)

void fettle_job_arrival_set (FettleJobArrival *self, FettleJob *job, FettleDesk *desk);

G_END_DECLS
