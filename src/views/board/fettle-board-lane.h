/* fettle-board-lane.h: one stage of the board with its cards.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "fettle-desk.h"
#include "fettle-job-card.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_BOARD_LANE (fettle_board_lane_get_type ())
G_DECLARE_FINAL_TYPE (FettleBoardLane, fettle_board_lane, FETTLE, BOARD_LANE, GtkWidget)

/* Signals: "open" (FettleJobSummary), "picked" (FettleJobSummary or NULL), "menu" (FettleJobCard), "dropped"
 * (FettleJobSummary, of another lane). */

GtkWidget *fettle_board_lane_new (FettleDesk *desk, FettleStage stage);
FettleStage fettle_board_lane_get_stage (FettleBoardLane *self);
guint fettle_board_lane_count_new (FettleBoardLane *self, FettleBoardColumn *column);
void fettle_board_lane_update (FettleBoardLane *self, FettleBoardColumn *column);

FettleJobSummary *fettle_board_lane_get_picked (FettleBoardLane *self, guint *position);
gboolean fettle_board_lane_pick_job (FettleBoardLane *self, gint64 id, gboolean focus);
gboolean fettle_board_lane_pick (FettleBoardLane *self, guint position);
void fettle_board_lane_unpick (FettleBoardLane *self);
GPtrArray *fettle_board_lane_get_jobs (FettleBoardLane *self);

G_END_DECLS
