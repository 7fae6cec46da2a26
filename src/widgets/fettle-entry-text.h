/* fettle-entry-text.h: what stands in an entry, as the records have it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

char *fettle_entry_dup_text (GtkEditable *entry);
void fettle_entry_set_text (GtkEditable *entry, const char *text);

G_END_DECLS
