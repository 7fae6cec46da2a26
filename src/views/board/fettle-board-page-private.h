/* fettle-board-page-private.h: what the two files of the board's page share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-board-lane.h"
#include "fettle-board-page.h"
#include "fettle-mover.h"
#include "fettle-staff-choice.h"

G_BEGIN_DECLS

/* From received to ready. */
#define FETTLE_N_LANES (FETTLE_STAGE_READY - FETTLE_STAGE_RECEIVED + 1)

struct _FettleBoardPage
{
  AdwBin parent_instance;

  /* Of the template. */
  GtkBox *board;
  GtkSearchEntry *filter;
  FettleStaffChoice *technician;

  FettleDesk *desk;
  FettleBoardLane *lanes[FETTLE_N_LANES];
  FettleMover *mover;
  GtkWidget *menu;

  /* The card that the keys work on, wherever it is now. */
  gint64 picked_id;

  /* Loading. */
  GCancellable *cancellable;
  gboolean is_loading;
  gboolean is_stale;

  /* What was loaded, while lane by lane is filled with it. */
  GPtrArray *columns;
  guint next_lane;
  guint filling;
  gboolean had_focus;
};

void fettle_board_page_add_keys (FettleBoardPage *self);
void fettle_board_page_show_menu (FettleBoardLane *lane, FettleJobCard *card, FettleBoardPage *self);

G_END_DECLS
