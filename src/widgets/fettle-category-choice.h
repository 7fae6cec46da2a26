/* fettle-category-choice.h: a drop-down of the product categories, searched by typing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void fettle_category_choice_fill (GtkDropDown *drop_down);
void fettle_category_choice_name_none (GtkDropDown *drop_down, const char *name);
const char *fettle_category_choice_get (GtkDropDown *drop_down);
void fettle_category_choice_set (GtkDropDown *drop_down, const char *category);

G_END_DECLS
