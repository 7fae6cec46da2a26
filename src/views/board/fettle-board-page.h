/* fettle-board-page.h: the board: every job of the shop by its stage.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "fettle-desk.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_BOARD_PAGE (fettle_board_page_get_type ())
G_DECLARE_FINAL_TYPE (FettleBoardPage, fettle_board_page, FETTLE, BOARD_PAGE, AdwBin)

GtkWidget *fettle_board_page_new (FettleDesk *desk);

G_END_DECLS
