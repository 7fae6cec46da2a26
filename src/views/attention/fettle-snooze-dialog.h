/* fettle-snooze-dialog.h: puts something that waits off, with a reason.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "fettle-attention.h"
#include "fettle-desk.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_SNOOZE_DIALOG (fettle_snooze_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FettleSnoozeDialog, fettle_snooze_dialog, FETTLE, SNOOZE_DIALOG, AdwWindow)

GtkWidget *fettle_snooze_dialog_new (GtkWidget *from, FettleDesk *desk, FettleAttention *item);

G_END_DECLS
