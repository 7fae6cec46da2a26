/* fettle-answer-dialog.h: what a customer answered, written down.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "fettle-desk-after.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_ANSWER_DIALOG (fettle_answer_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FettleAnswerDialog, fettle_answer_dialog, FETTLE, ANSWER_DIALOG, AdwWindow)

FettleAnswerDialog *
fettle_answer_dialog_present (GtkWidget *from, FettleDesk *desk, FettleFollowUp *follow_up, int csat);

G_END_DECLS
