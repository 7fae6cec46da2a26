/* fettle-ticks.h: ready answers to tick, and an entry for everything else.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FETTLE_TYPE_TICKS (fettle_ticks_get_type ())
G_DECLARE_FINAL_TYPE (FettleTicks, fettle_ticks, FETTLE, TICKS, GtkBox)

void fettle_ticks_set_ready (FettleTicks *self, const char *const *ready);
void fettle_ticks_set_texts (FettleTicks *self, const char *const *texts);
GStrv fettle_ticks_get_texts (FettleTicks *self);

G_END_DECLS
