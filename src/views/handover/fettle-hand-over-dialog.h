/* fettle-hand-over-dialog.h: what is asked when a device goes out.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "fettle-desk.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_HAND_OVER_DIALOG (fettle_hand_over_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FettleHandOverDialog, fettle_hand_over_dialog, FETTLE, HAND_OVER_DIALOG, AdwWindow)

void fettle_hand_over_dialog_present (GtkWidget *parent, FettleDesk *desk, gint64 job_id);

G_END_DECLS
