/* fettle-cost-dialog.h: what it cost a customer to come, asked in one small window.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "fettle-desk.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_COST_DIALOG (fettle_cost_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FettleCostDialog, fettle_cost_dialog, FETTLE, COST_DIALOG, AdwWindow)

FettleCostDialog *fettle_cost_dialog_present (GtkWidget *from, FettleDesk *desk, gint64 job_id);

G_END_DECLS
