/* fettle-job-options.h: what the customer of a job was offered, and what they chose.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "fettle-desk.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_JOB_OPTIONS (fettle_job_options_get_type ())
G_DECLARE_FINAL_TYPE (FettleJobOptions, fettle_job_options, FETTLE, JOB_OPTIONS, GtkBox)

void fettle_job_options_set (FettleJobOptions *self, FettleJob *job, FettleDesk *desk);

G_END_DECLS
