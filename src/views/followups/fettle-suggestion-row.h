/* fettle-suggestion-row.h: a suggestion on the screen.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "fettle-suggestion.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_SUGGESTION_ROW (fettle_suggestion_row_get_type ())
G_DECLARE_FINAL_TYPE (FettleSuggestionRow, fettle_suggestion_row, FETTLE, SUGGESTION_ROW, GtkBox)

GtkWidget *fettle_suggestion_row_new (void);
void fettle_suggestion_row_set (FettleSuggestionRow *self, FettleSuggestion *suggestion, GTimeZone *zone);

G_END_DECLS
