/* fettle-after-dialog.h: small questions about a job: a line, another look, feeding back, a link.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "fettle-desk-after.h"

G_BEGIN_DECLS

/**
 * FettleAfterKind:
 * @FETTLE_AFTER_LINE: who is there for the customer, and for how many days
 * @FETTLE_AFTER_RECHECK: who looked at the work again, and what they saw
 * @FETTLE_AFTER_FEED_BACK: who was told what they can learn from it
 * @FETTLE_AFTER_LINK: which job it is about, and how
 * @FETTLE_AFTER_SAME: which suggestion says the same; see fettle_after_dialog_present_same()
 */
typedef enum
{
  FETTLE_AFTER_LINE,
  FETTLE_AFTER_RECHECK,
  FETTLE_AFTER_FEED_BACK,
  FETTLE_AFTER_LINK,
  FETTLE_AFTER_SAME,
} FettleAfterKind;

#define FETTLE_TYPE_AFTER_DIALOG (fettle_after_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FettleAfterDialog, fettle_after_dialog, FETTLE, AFTER_DIALOG, AdwWindow)

FettleAfterDialog *fettle_after_dialog_present (GtkWidget *from, FettleDesk *desk, FettleAfterKind kind, gint64 job_id);
FettleAfterDialog *
fettle_after_dialog_present_same (GtkWidget *from, FettleDesk *desk, gint64 suggestion_id, GPtrArray *suggestions);

G_END_DECLS
