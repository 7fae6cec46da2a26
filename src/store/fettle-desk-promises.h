/* fettle-desk-promises.h: what a window asks about the word the shop gave, beside fettle-desk.h.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-absence.h"
#include "fettle-desk.h"

G_BEGIN_DECLS

/* Absences: GPtrArray of FettleAbsence that have not ended before a day (NULL for all), id, done. */
void fettle_desk_list_absences_async (FettleDesk *self, const char *from_day, FETTLE_DESK_ANSWER);
void fettle_desk_add_absence_async (FettleDesk *self, FettleAbsence *absence, FETTLE_DESK_ANSWER);
void fettle_desk_remove_absence_async (FettleDesk *self, gint64 absence_id, FETTLE_DESK_ANSWER);

G_END_DECLS
