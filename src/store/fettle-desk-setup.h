/* fettle-desk-setup.h: how a window changes the shop's settings, beside fettle-desk.h.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-desk.h"
#include "fettle-setup-edit.h"

G_BEGIN_DECLS

/* An id: of what is new, else 1. The conflict's sentence says what is different now, and who did it. */
void fettle_desk_edit_setup_async (FettleDesk *self,
                                   FettleSetupTopic topic,
                                   gpointer record,
                                   gpointer seen,
                                   FETTLE_DESK_ANSWER);

/* A record of the topic, NULL without an error where it is not there. */
void fettle_desk_load_setup_async (FettleDesk *self, FettleSetupTopic topic, gpointer like, FETTLE_DESK_ANSWER);

G_END_DECLS
