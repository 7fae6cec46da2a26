/* fettle-confirm-ticks.h: which details of a customer were confirmed while one spoke to them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "fettle-customer.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_CONFIRM_TICKS (fettle_confirm_ticks_get_type ())
G_DECLARE_FINAL_TYPE (FettleConfirmTicks, fettle_confirm_ticks, FETTLE, CONFIRM_TICKS, GtkBox)

gboolean fettle_confirm_ticks_set (FettleConfirmTicks *self, FettleCustomer *customer);
GStrv fettle_confirm_ticks_get (FettleConfirmTicks *self);

G_END_DECLS
