/* fettle-window.h: the shop's window: places at the side, the chosen one beside them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "fettle-desk.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_WINDOW (fettle_window_get_type ())
G_DECLARE_FINAL_TYPE (FettleWindow, fettle_window, FETTLE, WINDOW, AdwApplicationWindow)

GtkWidget *fettle_window_new (GtkApplication *application);
void fettle_window_set_desk (FettleWindow *self, FettleDesk *desk);
FettleDesk *fettle_window_get_desk (FettleWindow *self);
void fettle_window_show_state (FettleWindow *self, GtkWidget *page);

gboolean fettle_window_show_place (FettleWindow *self, const char *name, gint64 id);
GtkWidget *fettle_window_get_page (FettleWindow *self, const char *name);
void fettle_window_go_back (FettleWindow *self);
void fettle_window_open_number (FettleWindow *self, const char *number);
void fettle_window_say (FettleWindow *self, const char *sentence);
void fettle_window_set_banner (FettleWindow *self, const char *sentence);
void fettle_window_set_remark (FettleWindow *self, const char *sentence);

G_END_DECLS
