/* fettle-follow-up-row.h: a return visit, a line or a request on the screen.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "fettle-follow-up.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_FOLLOW_UP_ROW (fettle_follow_up_row_get_type ())
G_DECLARE_FINAL_TYPE (FettleFollowUpRow, fettle_follow_up_row, FETTLE, FOLLOW_UP_ROW, GtkBox)

GtkWidget *fettle_follow_up_row_new (void);
void fettle_follow_up_row_set (FettleFollowUpRow *self, FettleFollowUp *follow_up, GTimeZone *zone, gboolean in_list);

G_END_DECLS
