/* fettle-job-form.h: a job's details, to be corrected.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "fettle-desk.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_JOB_FORM (fettle_job_form_get_type ())
G_DECLARE_FINAL_TYPE (FettleJobForm, fettle_job_form, FETTLE, JOB_FORM, GtkBox)

/* Signals: "changed"; "save"; "cancel". */

void fettle_job_form_begin (FettleJobForm *self, FettleJob *job, GTimeZone *zone);
FettleJobEdit *fettle_job_form_read (FettleJobForm *self);
char *fettle_job_form_to_draft (FettleJobForm *self);
void fettle_job_form_take_draft (FettleJobForm *self, const char *content);
void fettle_job_form_take_revision (FettleJobForm *self, gint64 revision);
void fettle_job_form_say (FettleJobForm *self, const char *sentence);

G_END_DECLS
