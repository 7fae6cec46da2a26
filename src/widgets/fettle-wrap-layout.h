/* fettle-wrap-layout.h: children in lines, as words in a paragraph.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FETTLE_TYPE_WRAP_LAYOUT (fettle_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (FettleWrapLayout, fettle_wrap_layout, FETTLE, WRAP_LAYOUT, GtkLayoutManager)

GtkLayoutManager *fettle_wrap_layout_new (int spacing, int line_spacing);

G_END_DECLS
