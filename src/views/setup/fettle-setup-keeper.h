/* fettle-setup-keeper.h: one thing of the setup that is on the screen, and how what is changed of it is saved.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-desk-setup.h"
#include "fettle-setup-group.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_SETUP_KEEPER (fettle_setup_keeper_get_type ())
G_DECLARE_FINAL_TYPE (FettleSetupKeeper, fettle_setup_keeper, FETTLE, SETUP_KEEPER, GObject)

/**
 * FettleSetupForm:
 * @topic: what it is
 * @has_save: it is saved by a button of its own and not with each change
 * @read: a record as it is in the widgets, made of what was shown; %NULL where it cannot be saved as it is
 * @show: puts a record into the widgets
 * @mistake: (nullable): shows what is wrong beside the field; %NULL says it in the window
 *
 * How the widgets of one thing and its record go together; @owner of fettle_setup_keeper_new() is theirs.
 */
typedef struct
{
  FettleSetupTopic topic;
  gboolean has_save;
  gpointer (*read) (gpointer owner, gpointer seen);
  void (*show) (gpointer owner, gpointer record);
  void (*mistake) (gpointer owner, GError *error);
} FettleSetupForm;

FettleSetupKeeper *fettle_setup_keeper_new (FettleSetupGroup *group, const FettleSetupForm *form, gpointer owner);
void fettle_setup_keeper_forget (FettleSetupKeeper *self);
gpointer fettle_setup_keeper_get_seen (FettleSetupKeeper *self);
void fettle_setup_keeper_show (FettleSetupKeeper *self, gpointer record);
void fettle_setup_keeper_save (FettleSetupKeeper *self);
void fettle_setup_keeper_take_back (FettleSetupKeeper *self);

G_END_DECLS
