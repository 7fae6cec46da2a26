/* fettle-job-row.h: a job as one line of a list.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "fettle-desk.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_JOB_ROW (fettle_job_row_get_type ())
G_DECLARE_FINAL_TYPE (FettleJobRow, fettle_job_row, FETTLE, JOB_ROW, GtkBox)

/**
 * FettleJobRowKind:
 * @FETTLE_JOB_ROW_FOUND: whose it is, their phone, and the promise
 * @FETTLE_JOB_ROW_HISTORY: under a customer or a unit: what was wrong, and the day
 */
typedef enum
{
  FETTLE_JOB_ROW_FOUND,
  FETTLE_JOB_ROW_HISTORY,
} FettleJobRowKind;

GtkWidget *fettle_job_row_new (void);
void fettle_job_row_set (FettleJobRow *self, FettleJobSummary *job, FettleJobRowKind kind, FettleDesk *desk);

GtkListItemFactory *fettle_job_row_factory_new (FettleJobRowKind kind, FettleDesk *desk);

G_END_DECLS
