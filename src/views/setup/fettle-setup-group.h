/* fettle-setup-group.h: what the groups of the setup place have in common.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "fettle-desk.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_SETUP_GROUP (fettle_setup_group_get_type ())
G_DECLARE_DERIVABLE_TYPE (FettleSetupGroup, fettle_setup_group, FETTLE, SETUP_GROUP, AdwBin)

/**
 * FettleSetupGroupClass:
 * @show: fills the group from the shop as it is now; not called while the person has touched the group
 * @saved: (nullable): something was saved, or given up; for what is not in the shop's settings and must be read anew
 *
 * Property "desk", construct-only.
 */
struct _FettleSetupGroupClass
{
  AdwBinClass parent_class;
  void (*show) (FettleSetupGroup *self, FettleShop *shop);
  void (*saved) (FettleSetupGroup *self);
};

FettleDesk *fettle_setup_group_get_desk (FettleSetupGroup *self);
GCancellable *fettle_setup_group_get_cancellable (FettleSetupGroup *self);
gboolean fettle_setup_group_is_filling (FettleSetupGroup *self);
gboolean fettle_setup_group_is_touched (FettleSetupGroup *self);
void fettle_setup_group_set_touched (FettleSetupGroup *self, gboolean touched);
void fettle_setup_group_fill (FettleSetupGroup *self);
void fettle_setup_group_saved (FettleSetupGroup *self);

G_END_DECLS
