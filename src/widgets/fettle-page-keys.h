/* fettle-page-keys.h: keys that work wherever the focus is in the window, while a page is in sight.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FettlePageKey:
 * @key: such as %GDK_KEY_s
 * @modifiers: such as %GDK_CONTROL_MASK
 * @action: with its prefix, without a target
 */
typedef struct
{
  guint key;
  GdkModifierType modifiers;
  const char *action;
} FettlePageKey;

void fettle_page_keys_add (GtkWidget *page, const FettlePageKey *keys, guint n_keys);
void fettle_page_keys_save (GtkWindow *dialog, GtkWidget *save);
void fettle_page_keys_row_menu (GtkWidget *list);

G_END_DECLS
