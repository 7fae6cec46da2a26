/* fettle-job-page.h: one job: what it is, its timeline, what was promised.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "fettle-desk.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_JOB_PAGE (fettle_job_page_get_type ())
G_DECLARE_FINAL_TYPE (FettleJobPage, fettle_job_page, FETTLE, JOB_PAGE, AdwBin)

GtkWidget *fettle_job_page_new (FettleDesk *desk);
void fettle_job_page_show (FettleJobPage *self, gint64 job_id);
FettleJob *fettle_job_page_get_job (FettleJobPage *self);

G_END_DECLS
