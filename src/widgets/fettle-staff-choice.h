/* fettle-staff-choice.h: one of the staff, or all of them, chosen from a list.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "fettle-setup-store.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_STAFF_CHOICE (fettle_staff_choice_get_type ())
G_DECLARE_FINAL_TYPE (FettleStaffChoice, fettle_staff_choice, FETTLE, STAFF_CHOICE, GtkWidget)

/* Signal: "changed". Property: "nobody" (string): what the first row says, which stands for no one in particular;
 * "label" (string): what the choice is for. */

void fettle_staff_choice_set_shop (FettleStaffChoice *self, FettleShop *shop);
gint64 fettle_staff_choice_get_id (FettleStaffChoice *self);
const char *fettle_staff_choice_get_name (FettleStaffChoice *self);
void fettle_staff_choice_set_id (FettleStaffChoice *self, gint64 id);

G_END_DECLS
