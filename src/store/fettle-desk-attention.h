/* fettle-desk-attention.h: what a window asks about what waits for somebody here.
 *
 * As fettle-desk.h, whose words on threads and answers hold here, too.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-attention-store.h"
#include "fettle-desk.h"

G_BEGIN_DECLS

/* A FettleAttentionList of everybody's; done. */
void fettle_desk_list_attention_async (FettleDesk *self, gboolean with_snoozed, int lead, FETTLE_DESK_ANSWER);
void fettle_desk_snooze_async (FettleDesk *self, const char *key, gint64 until, const char *reason, FETTLE_DESK_ANSWER);

/* FettlePatience. */
void fettle_desk_load_patience_async (FettleDesk *self, FETTLE_DESK_ANSWER);

G_END_DECLS
