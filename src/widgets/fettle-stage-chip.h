/* fettle-stage-chip.h: a stage in the shop's own name and colour.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "fettle-setup-store.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_STAGE_CHIP (fettle_stage_chip_get_type ())
G_DECLARE_FINAL_TYPE (FettleStageChip, fettle_stage_chip, FETTLE, STAGE_CHIP, GtkWidget)

GtkWidget *fettle_stage_chip_new (void);
void fettle_stage_chip_set (FettleStageChip *self, FettleShop *shop, FettleStage stage);

const char *fettle_stage_chip_name (FettleShop *shop, FettleStage stage);

G_END_DECLS
