/* fettle-public-board-window.h: the board that customers see, on a screen of its own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "fettle-desk.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_PUBLIC_BOARD_WINDOW (fettle_public_board_window_get_type ())
G_DECLARE_FINAL_TYPE (FettlePublicBoardWindow, fettle_public_board_window, FETTLE, PUBLIC_BOARD_WINDOW, GtkWindow)

void fettle_public_board_window_open_alone (GtkApplication *application, FettleDesk *desk);
void fettle_public_board_window_open (GtkWindow *beside, FettleDesk *desk);
GtkWidget *fettle_public_board_window_new (FettleDesk *desk);
void fettle_public_board_window_turn (FettlePublicBoardWindow *self);

G_END_DECLS
