/* fettle-due-label.h: a due time in words, with an icon and a colour.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "fettle-job.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_DUE_LABEL (fettle_due_label_get_type ())
G_DECLARE_FINAL_TYPE (FettleDueLabel, fettle_due_label, FETTLE, DUE_LABEL, GtkWidget)

/**
 * FettleDueState:
 * @FETTLE_DUE_NONE: nothing was promised
 * @FETTLE_DUE_OK: there is time
 * @FETTLE_DUE_SOON: within three hours
 * @FETTLE_DUE_LATE: past
 */
typedef enum
{
  FETTLE_DUE_NONE,
  FETTLE_DUE_OK,
  FETTLE_DUE_SOON,
  FETTLE_DUE_LATE,
} FettleDueState;

GtkWidget *fettle_due_label_new (void);
void fettle_due_label_set (FettleDueLabel *self, gint64 due, GTimeZone *zone);
void fettle_due_label_set_of_job (FettleDueLabel *self, FettleJobSummary *job, GTimeZone *zone);
void fettle_due_label_keep_whole (FettleDueLabel *self);
const char *fettle_due_label_get_text (FettleDueLabel *self);

FettleDueState fettle_due_state (gint64 due, gint64 now);

G_END_DECLS
