/* fettle-minute.h: one timer for everything on the screen that counts minutes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FettleMinuteFunc:
 * @widget: who is on the screen
 */
typedef void (*FettleMinuteFunc) (GtkWidget *widget);

void fettle_minute_watch (GtkWidget *widget, FettleMinuteFunc func);
void fettle_minute_tick (void);

G_END_DECLS
