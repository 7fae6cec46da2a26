/* fettle-hear-dialog.h: writes down what a customer said or wrote, who answers it, and until when.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "fettle-desk-contacts.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_HEAR_DIALOG (fettle_hear_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FettleHearDialog, fettle_hear_dialog, FETTLE, HEAR_DIALOG, AdwWindow)

FettleHearDialog *
fettle_hear_dialog_present (GtkWidget *from, FettleDesk *desk, FettleJob *job, FettleCustomer *customer);

G_END_DECLS
