/* fettle-promise-dialog.h: makes a promise, or gives one a new date with a reason.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "fettle-desk.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_PROMISE_DIALOG (fettle_promise_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FettlePromiseDialog, fettle_promise_dialog, FETTLE, PROMISE_DIALOG, AdwWindow)

void fettle_promise_dialog_add (GtkWidget *from, FettleDesk *desk, gint64 job_id);
void fettle_promise_dialog_revise (GtkWidget *from, FettleDesk *desk, gint64 job_id, gint64 promise_id);
void fettle_promise_dialog_install_actions (GtkWidget *page, FettleDesk *desk);

G_END_DECLS
