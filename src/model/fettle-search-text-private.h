/* fettle-search-text-private.h: what the text and the query of a search share, so that one finds the other.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One token of a text: @words as they stand, @joined without dressing, both empty between two separators; @hard where
 * a line or a part of a sentence ends behind it. The strings belong to the reader. */
typedef void (
    *FettleSearchTokenFunc) (GString *words, GString *joined, gboolean all_digits, gboolean hard, gpointer data);

void fettle_search_each_token (const char *text, FettleSearchTokenFunc func, gpointer data);
gboolean fettle_search_is_ideograph (gunichar c);
void fettle_search_append_gram (GString *out, gunichar c);

G_END_DECLS
