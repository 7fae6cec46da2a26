/* fettle-search-query.c: what a person's words ask for.
 *
 * The words are taken apart exactly as the texts were, so what is found is what was meant whatever the dressing. All
 * quoting for LIKE and MATCH is done here and nowhere else.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-search-text.h"

#include <string.h>

#include "fettle-phone.h"
#include "fettle-search-text-private.h"

/* More terms, or longer ones, come from a paste into the wrong place; the rest of it is left out. */
#define MOST_TERMS   16
#define LONGEST_TERM 100
/* A phone with its trunk zero or country code has at least so many digits left without them. */
#define SHORTEST_PHONE 6

struct _FettleSearchQuery
{
  gatomicrefcount ref_count;
  GPtrArray *terms; /* FettleSearchTerm */
};

static void
free_term (gpointer data)
{
  FettleSearchTerm *term = data;

  g_free ((char *) term->text);
  g_free (term);
}

static gboolean
has_text (gconstpointer term, gconstpointer text)
{
  return g_str_equal (((const FettleSearchTerm *) term)->text, text);
}

static void
add_term (GPtrArray *terms, const char *text)
{
  const glong n_characters = g_utf8_strlen (text, -1);
  FettleSearchTerm *term = NULL;

  if (terms->len == MOST_TERMS || g_ptr_array_find_with_equal_func (terms, text, has_text, NULL))
    return;
  term = g_new0 (FettleSearchTerm, 1);
  term->text = n_characters > LONGEST_TERM ? g_utf8_substring (text, 0, LONGEST_TERM) : g_strdup (text);
  term->length = n_characters >= 3 ? FETTLE_SEARCH_LONG : FETTLE_SEARCH_SHORT;
  term->verify = n_characters == 2
                 && (fettle_search_is_ideograph (g_utf8_get_char (text))
                     || fettle_search_is_ideograph (g_utf8_get_char (g_utf8_next_char (text))));
  g_ptr_array_add (terms, term);
}

static void
add_token (GString *words, GString *joined, gboolean all_digits, gboolean hard, gpointer data)
{
  if (joined->len > 0)
    add_term (data, joined->str);
}

/* The part of a phone that each way of writing it has, if a whole phone was typed with its zero or country code. */
static char *
find_phone (const char *typed)
{
  g_autofree char *digits = fettle_phone_digits (typed);
  g_autofree char *national = NULL;

  if ((*digits != '+' && *digits != '0') || !fettle_phone_validate (typed, NULL))
    return NULL;
  national = fettle_phone_national (typed);
  return strlen (national) >= SHORTEST_PHONE ? g_steal_pointer (&national) : NULL;
}

/**
 * fettle_search_query_new:
 * @typed: (nullable): what stands in the search box
 *
 * Each token of it becomes a term without its dressing. A whole phone number becomes one term without its country code
 * and trunk zero, which the record may be lacking.
 *
 * Returns: (transfer full): the query; without terms where nothing to look for was typed
 */
FettleSearchQuery *
fettle_search_query_new (const char *typed)
{
  FettleSearchQuery *self = g_new0 (FettleSearchQuery, 1);
  g_autofree char *phone = find_phone (typed);

  g_atomic_ref_count_init (&self->ref_count);
  self->terms = g_ptr_array_new_with_free_func (free_term);
  if (phone != NULL)
    add_term (self->terms, phone);
  else if (typed != NULL)
    fettle_search_each_token (typed, add_token, self->terms);
  return self;
}

FettleSearchQuery *
fettle_search_query_ref (FettleSearchQuery *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
fettle_search_query_unref (FettleSearchQuery *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->terms);
  g_free (self);
}

guint
fettle_search_query_get_n_terms (FettleSearchQuery *self)
{
  return self->terms->len;
}

/**
 * fettle_search_query_get_term:
 * @position: from 0 to fettle_search_query_get_n_terms() − 1
 *
 * Returns: (transfer none): the term, which lives as long as the query
 */
const FettleSearchTerm *
fettle_search_query_get_term (FettleSearchQuery *self, guint position)
{
  g_return_val_if_fail (position < self->terms->len, NULL);
  return self->terms->pdata[position];
}

/* Whether @at, a place in a normalised text, is where a gram begins. */
static gboolean
begins_word (const char *normalised, const char *at)
{
  return at == normalised || at[-1] == ' ' || fettle_search_is_ideograph (g_utf8_get_char (g_utf8_prev_char (at)));
}

static gboolean
term_matches (const FettleSearchTerm *term, const char *normalised)
{
  const char *at = strstr (normalised, term->text);
  const gboolean anywhere
      = term->length == FETTLE_SEARCH_LONG || term->verify || fettle_search_is_ideograph (g_utf8_get_char (term->text));

  while (at != NULL && !anywhere && !begins_word (normalised, at))
    at = strstr (g_utf8_next_char (at), term->text);
  return at != NULL;
}

/**
 * fettle_search_query_matches:
 * @normalised: what fettle_search_normalise() gave
 *
 * Gives for one text the answer that the indexes give for all: three and more characters anywhere, ideographs anywhere,
 * one and two other characters at the beginning of a word.
 *
 * Returns: whether each term occurs
 */
gboolean
fettle_search_query_matches (FettleSearchQuery *self, const char *normalised)
{
  for (guint i = 0; i < self->terms->len; i++)
    if (!term_matches (self->terms->pdata[i], normalised))
      return FALSE;
  return TRUE;
}

/* Of a term with an ideograph only that is asked for, since what stands beside it need not begin a word; the text
 * itself has the last word. Any other short term is one gram. */
static void
append_match (GString *match, const FettleSearchTerm *term)
{
  const char *separator = match->len > 0 ? " AND \"" : "\"";

  for (const char *at = term->text; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar c = g_utf8_get_char (at);

      if (term->verify && !fettle_search_is_ideograph (c))
        continue;
      g_string_append (match, separator);
      fettle_search_append_gram (match, c);
      separator = term->verify ? "\" AND \"" : "";
    }
  g_string_append_c (match, '"');
}

/**
 * fettle_search_term_match:
 * @term: a term of length %FETTLE_SEARCH_SHORT
 *
 * Returns: (transfer full): the FTS5 expression for the table of grams, `"b7"` or `"u005c4f" AND "u005e55"`; without
 *   phrases, which a table with detail=none does not have
 */
char *
fettle_search_term_match (const FettleSearchTerm *term)
{
  GString *match = g_string_new (NULL);

  append_match (match, term);
  return g_string_free (match, FALSE);
}

/**
 * fettle_search_query_match:
 *
 * Returns: (transfer full) (nullable): the FTS5 expression for the table of grams that all short terms together make;
 *   %NULL where there is none
 */
char *
fettle_search_query_match (FettleSearchQuery *self)
{
  GString *match = g_string_new (NULL);

  for (guint i = 0; i < self->terms->len; i++)
    {
      const FettleSearchTerm *term = self->terms->pdata[i];

      if (term->length == FETTLE_SEARCH_SHORT)
        append_match (match, term);
    }
  return g_string_free (match, match->len == 0);
}

static gboolean
is_all_digits (const char *text)
{
  return text[strspn (text, "0123456789")] == '\0';
}

/* From the end of a term in steps of three, so that each character is asked for once, and its first three where a rest
 * is left over. Of a long number the front is left to the text itself: what numbers begin with, a country or a year,
 * stands in nearly every job, and to walk along such a list costs more than it sieves. */
static void
append_trigrams (GString *match, const FettleSearchTerm *term)
{
  const glong length = g_utf8_strlen (term->text, -1);
  const glong first = length > 6 && is_all_digits (term->text) ? 1 : -2;

  for (glong at = length - 3; at >= first; at -= 3)
    {
      const char *begin = g_utf8_offset_to_pointer (term->text, MAX (at, 0));

      g_string_append (match, match->len > 0 ? " AND \"" : "\"");
      g_string_append_len (match, begin, g_utf8_offset_to_pointer (begin, 3) - begin);
      g_string_append_c (match, '"');
    }
}

/* "2025-064" asks for 2025, for 064 and for 2025064, of which the last is enough. */
static gboolean
is_part_of_another (FettleSearchQuery *self, guint position)
{
  const FettleSearchTerm *term = self->terms->pdata[position];

  for (guint i = 0; i < self->terms->len; i++)
    {
      const FettleSearchTerm *other = self->terms->pdata[i];

      if (i != position && strlen (other->text) > strlen (term->text) && strstr (other->text, term->text) != NULL)
        return TRUE;
    }
  return FALSE;
}

/**
 * fettle_search_query_match_trigrams:
 *
 * The FTS5 expression for the table of trigrams that all long terms together make. It lets more through than the terms:
 * the text of each row must pass fettle_search_query_matches(), too.
 *
 * Returns: (transfer full) (nullable): the expression; %NULL where there is no long term
 */
char *
fettle_search_query_match_trigrams (FettleSearchQuery *self)
{
  GString *match = g_string_new (NULL);

  for (guint i = 0; i < self->terms->len; i++)
    {
      const FettleSearchTerm *term = self->terms->pdata[i];

      if (term->length == FETTLE_SEARCH_LONG && !is_part_of_another (self, i))
        append_trigrams (match, term);
    }
  return g_string_free (match, match->len == 0);
}

/**
 * fettle_search_like_pattern:
 * @text: the text of a term
 *
 * The pattern for `x LIKE ?`, without ESCAPE: with that clause SQLite does not ask the trigram index but reads every
 * row. A term holds none of LIKE's own characters; in any other text a per cent sign becomes "any one character".
 *
 * Returns: (transfer full): the pattern that finds @text anywhere
 */
char *
fettle_search_like_pattern (const char *text)
{
  char *pattern = g_strdup_printf ("%%%s%%", text);
  const gsize length = strlen (pattern);

  for (gsize i = 1; i + 1 < length; i++)
    if (pattern[i] == '%')
      pattern[i] = '_';
  return pattern;
}
