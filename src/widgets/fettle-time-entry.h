/* fettle-time-entry.h: an entry for a day and a time, typed or picked from a small calendar.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FETTLE_TYPE_TIME_ENTRY (fettle_time_entry_get_type ())
G_DECLARE_FINAL_TYPE (FettleTimeEntry, fettle_time_entry, FETTLE, TIME_ENTRY, GtkBox)

/**
 * FettleClosingTime:
 * @day_begins: first moment of the day
 *
 * Returns: the moment to take where only a day was typed
 */
typedef gint64 (*FettleClosingTime) (gint64 day_begins, gpointer data);

void fettle_time_entry_set_zone (FettleTimeEntry *self, GTimeZone *zone);
void fettle_time_entry_set_closing_time (FettleTimeEntry *self, FettleClosingTime closing_time, gpointer data);

gboolean fettle_time_entry_get_moment (FettleTimeEntry *self, gint64 *moment, GError **error);
void fettle_time_entry_set_moment (FettleTimeEntry *self, gint64 moment);
const char *fettle_time_entry_get_typed (FettleTimeEntry *self);
void fettle_time_entry_set_typed (FettleTimeEntry *self, const char *typed);

G_END_DECLS
