/* fettle-scale.h: a number of a short scale, chosen by a button or its digit, or not said at all.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FETTLE_TYPE_SCALE (fettle_scale_get_type ())
G_DECLARE_FINAL_TYPE (FettleScale, fettle_scale, FETTLE, SCALE, GtkWidget)

/* Properties, construct-only: "first", "last" (int, 0 to 10); "label" (string): what the number is for. */

int fettle_scale_get_number (FettleScale *self);
void fettle_scale_set_number (FettleScale *self, int number);

G_END_DECLS
