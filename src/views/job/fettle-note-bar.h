/* fettle-note-bar.h: adds a note to a job's timeline.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "fettle-desk.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_NOTE_BAR (fettle_note_bar_get_type ())
G_DECLARE_FINAL_TYPE (FettleNoteBar, fettle_note_bar, FETTLE, NOTE_BAR, GtkBox)

void fettle_note_bar_set_job (FettleNoteBar *self, FettleDesk *desk, gint64 job_id, const char *number);

G_END_DECLS
