/* fettle-job-after.h: what a job is about, what comes after it, and what must not be missing from it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "fettle-desk.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_JOB_AFTER (fettle_job_after_get_type ())
G_DECLARE_FINAL_TYPE (FettleJobAfter, fettle_job_after, FETTLE, JOB_AFTER, GtkBox)

void fettle_job_after_set (FettleJobAfter *self, FettleJob *job, FettleDesk *desk);

G_END_DECLS
