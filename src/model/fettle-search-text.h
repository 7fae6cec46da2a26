/* fettle-search-text.h: what is kept of a text so that any piece of it can be found, and what a person's words ask for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *fettle_search_normalise (const char *text);
char *fettle_search_grams (const char *normalised);

/**
 * FettleSearchLength:
 * @FETTLE_SEARCH_SHORT: one or two characters: asked of the table of grams by MATCH
 * @FETTLE_SEARCH_LONG: three and more: asked of the trigram table by LIKE
 */
typedef enum
{
  FETTLE_SEARCH_SHORT,
  FETTLE_SEARCH_LONG,
} FettleSearchLength;

/**
 * FettleSearchTerm:
 * @text: what must occur, normalised: letters, digits and marks only
 * @length: which index knows it
 * @verify: whether the index gives more than what is asked for (both of two Chinese characters, anywhere), so that
 *   each row must also pass `text LIKE fettle_search_like_pattern (@text)`
 */
typedef struct
{
  const char *text;
  FettleSearchLength length;
  gboolean verify;
} FettleSearchTerm;

/* What a person asks for: all of its terms must occur. Immutable; any thread may hold a reference. */
typedef struct _FettleSearchQuery FettleSearchQuery;

FettleSearchQuery *fettle_search_query_new (const char *typed);
FettleSearchQuery *fettle_search_query_ref (FettleSearchQuery *self);
void fettle_search_query_unref (FettleSearchQuery *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FettleSearchQuery, fettle_search_query_unref)

guint fettle_search_query_get_n_terms (FettleSearchQuery *self);
const FettleSearchTerm *fettle_search_query_get_term (FettleSearchQuery *self, guint position);
gboolean fettle_search_query_matches (FettleSearchQuery *self, const char *normalised);

char *fettle_search_term_match (const FettleSearchTerm *term);
char *fettle_search_query_match_trigrams (FettleSearchQuery *self);
char *fettle_search_query_match (FettleSearchQuery *self);
char *fettle_search_like_pattern (const char *text);

G_END_DECLS
