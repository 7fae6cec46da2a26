/* fettle-chips.h: small buttons or ticks in lines, one stop of the Tab key.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FETTLE_TYPE_CHIPS (fettle_chips_get_type ())
G_DECLARE_FINAL_TYPE (FettleChips, fettle_chips, FETTLE, CHIPS, GtkWidget)

GtkWidget *fettle_chips_new (void);
void fettle_chips_add (FettleChips *self, GtkWidget *child);
void fettle_chips_clear (FettleChips *self);

G_END_DECLS
