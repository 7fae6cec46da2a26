/* fettle-two-lines.h: rows of a list with a title and a dim line below.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FettleTwoLines:
 * @record: what the row is about
 * @title: (out) (transfer full): first line
 * @subtitle: (out) (transfer full) (nullable): second line
 */
typedef void (*FettleTwoLines) (gpointer record, char **title, char **subtitle, gpointer data);

GtkListItemFactory *fettle_two_lines_factory_new (FettleTwoLines describe, gpointer data);

G_END_DECLS
