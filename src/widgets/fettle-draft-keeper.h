/* fettle-draft-keeper.h: keeps what is being typed in one form, so that neither a crash nor a closed window loses it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-desk.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_DRAFT_KEEPER (fettle_draft_keeper_get_type ())
G_DECLARE_FINAL_TYPE (FettleDraftKeeper, fettle_draft_keeper, FETTLE, DRAFT_KEEPER, GObject)

/**
 * FettleDraftFound:
 * @content: JSON, as the form wrote it
 */
typedef void (*FettleDraftFound) (const char *content, gpointer user_data);

FettleDraftKeeper *
fettle_draft_keeper_new (FettleDesk *desk, const char *form, FettleDraftFound found, gpointer user_data);
void fettle_draft_keeper_set_subject (FettleDraftKeeper *self, const char *subject);
void fettle_draft_keeper_keep (FettleDraftKeeper *self, const char *content);
void fettle_draft_keeper_drop (FettleDraftKeeper *self);
void fettle_draft_keeper_flush (FettleDraftKeeper *self);

G_END_DECLS
