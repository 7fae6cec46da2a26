/* fettle-job-head.h: the top of a job's page: number, stage, promise, and whose time runs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "fettle-desk.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_JOB_HEAD (fettle_job_head_get_type ())
G_DECLARE_FINAL_TYPE (FettleJobHead, fettle_job_head, FETTLE, JOB_HEAD, GtkBox)

void fettle_job_head_set (FettleJobHead *self, FettleJob *job, FettleDesk *desk);

G_END_DECLS
