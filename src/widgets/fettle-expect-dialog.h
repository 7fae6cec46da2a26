/* fettle-expect-dialog.h: a device that is not here yet comes on another day.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "fettle-desk.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_EXPECT_DIALOG (fettle_expect_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FettleExpectDialog, fettle_expect_dialog, FETTLE, EXPECT_DIALOG, AdwWindow)

GtkWidget *fettle_expect_dialog_new (GtkWidget *from, FettleDesk *desk, gint64 job_id, gint64 expected_at);

G_END_DECLS
