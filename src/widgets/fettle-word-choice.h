/* fettle-word-choice.h: a drop-down of the shop's words for its customers.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void fettle_word_choice_fill (GtkDropDown *drop_down, GPtrArray *words);
const char *fettle_word_choice_get (GtkDropDown *drop_down);
void fettle_word_choice_set (GtkDropDown *drop_down, const char *id);

G_END_DECLS
