/* fettle-job-card.h: a job on a few short lines, as the board and the bench show it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "fettle-job.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_JOB_CARD (fettle_job_card_get_type ())
G_DECLARE_FINAL_TYPE (FettleJobCard, fettle_job_card, FETTLE, JOB_CARD, GtkWidget)

GtkWidget *fettle_job_card_new (void);
gboolean fettle_job_card_is_same (FettleJobSummary *one, FettleJobSummary *other);
void fettle_job_card_set (FettleJobCard *self, FettleJobSummary *job, GTimeZone *zone);
void fettle_job_card_set_corner (FettleJobCard *self, const char *text);
FettleJobSummary *fettle_job_card_get_job (FettleJobCard *self);

G_END_DECLS
