/* fettle-public-table.h: the rows of the public board that fit, one page at a time.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "fettle-language.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_PUBLIC_TABLE (fettle_public_table_get_type ())
G_DECLARE_FINAL_TYPE (FettlePublicTable, fettle_public_table, FETTLE, PUBLIC_TABLE, GtkWidget)

/* Property: "short" (boolean): only number and model, as in the list of what is ready. Signal: "pages": how many pages
 * there are may have changed. */

void fettle_public_table_set_language (FettlePublicTable *self, FettleLanguage *language, GTimeZone *zone);
void fettle_public_table_set_rows (FettlePublicTable *self, GPtrArray *rows);
void fettle_public_table_refresh (FettlePublicTable *self);
void fettle_public_table_turn (FettlePublicTable *self);
guint fettle_public_table_n_pages (FettlePublicTable *self);
guint fettle_public_table_get_page (FettlePublicTable *self);

G_END_DECLS
