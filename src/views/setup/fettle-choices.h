/* fettle-choices.h: what can be chosen from long lists: zones, countries, currencies, languages.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void fettle_choices_fill_zones (GtkDropDown *down);
void fettle_choices_fill_countries (GtkDropDown *down, const char *none);
void fettle_choices_fill_currencies (GtkDropDown *down);
void fettle_choices_fill_languages (GtkDropDown *down, const char *none);
void fettle_choices_select (GtkDropDown *down, const char *value);
const char *fettle_choices_selected (GtkDropDown *down);

G_END_DECLS
