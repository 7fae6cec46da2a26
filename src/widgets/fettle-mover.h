/* fettle-mover.h: moves a job to another stage, with everything that is asked and said on the way.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "fettle-desk.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_MOVER (fettle_mover_get_type ())
G_DECLARE_FINAL_TYPE (FettleMover, fettle_mover, FETTLE, MOVER, GObject)

FettleMover *fettle_mover_new (GtkWidget *owner, FettleDesk *desk);
void fettle_mover_move (FettleMover *self, FettleJobSummary *job, FettleStage to);
gboolean fettle_mover_can_undo (FettleMover *self);
void fettle_mover_undo (FettleMover *self);

FettleStage fettle_mover_next_stage (FettleStage stage);

G_END_DECLS
