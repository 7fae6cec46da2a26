/* fettle-tell-dialog.h: tells a customer something, in good words, and writes down that they were told.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "fettle-desk-contacts.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_TELL_DIALOG (fettle_tell_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FettleTellDialog, fettle_tell_dialog, FETTLE, TELL_DIALOG, AdwWindow)

FettleTellDialog *fettle_tell_dialog_present (GtkWidget *from,
                                              FettleDesk *desk,
                                              FettleJob *job,
                                              const char *situation,
                                              const char *channel);
FettleTellDialog *fettle_tell_dialog_answer (GtkWidget *from,
                                             FettleDesk *desk,
                                             FettleJob *job,
                                             FettleCustomer *customer,
                                             FettleContact *contact);

G_END_DECLS
