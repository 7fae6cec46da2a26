/* fettle-owner-choice.h: whose a device is: a customer who is looked for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FETTLE_TYPE_OWNER_CHOICE (fettle_owner_choice_get_type ())
G_DECLARE_FINAL_TYPE (FettleOwnerChoice, fettle_owner_choice, FETTLE, OWNER_CHOICE, GtkPopover)

/* Signal "chosen" (gint64 customer id, 0 for nobody): the person has chosen, and the popover is closed. */

void fettle_owner_choice_set_desk (FettleOwnerChoice *self, FettleDesk *desk);

G_END_DECLS
