/* fettle-search-text.c: what is kept of a text so that any piece of it can be found.
 *
 * One normalised text per job feeds two indexes. The trigram table finds three and more characters anywhere; it answers
 * nothing, without a word, for fewer. So a second table holds grams: each Chinese, Japanese or Korean character by
 * itself, and of every other word its first one and its first two characters. Pure functions, any thread; they are on
 * the way of every save and of imports of a million rows, so plain ASCII takes a short cut.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-search-text.h"

#include <string.h>

#include "fettle-search-text-private.h"

/* Digits written in groups, as phones and IMEIs are, are joined no further than this. */
#define LONGEST_RUN 64

/* Letters that no decomposition takes apart but that people type without their stroke. */
static gunichar
fold_letter (gunichar c)
{
  switch (c)
    {
    case 0x0111: /* đ */
    case 0x00f0: /* ð */
      return 'd';
    case 0x00f8: /* ø */
      return 'o';
    case 0x0142: /* ł */
      return 'l';
    case 0x0131: /* ı */
      return 'i';
    case 0x0127: /* ħ */
      return 'h';
    case 0x0167: /* ŧ */
      return 't';
    default:
      return c;
    }
}

/* Accents of Latin, Greek and Cyrillic, points of Hebrew and vowels of Arabic: what people leave out when they type.
 * Not the voicing marks of kana nor the vowels of Indic scripts, which make another letter. */
static gboolean
is_diacritic (gunichar c)
{
  return (c >= 0x0300 && c <= 0x036f) || (c >= 0x0591 && c <= 0x05c7) || (c >= 0x064b && c <= 0x065f) || c == 0x0670
         || c == 0x0640;
}

/* NFKC, case folded, without diacritics, digits in ASCII. */
static char *
fold_word (const char *word)
{
  g_autofree char *valid = g_utf8_make_valid (word, -1);
  g_autofree char *apart = g_utf8_normalize (valid, -1, G_NORMALIZE_ALL);
  g_autofree char *lower = g_utf8_casefold (apart, -1);
  g_autofree char *lower_apart = g_utf8_normalize (lower, -1, G_NORMALIZE_ALL);
  g_autoptr (GString) bare = g_string_sized_new (strlen (lower_apart));

  for (const char *at = lower_apart; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar c = g_utf8_get_char (at);

      if (g_unichar_isdigit (c))
        g_string_append_c (bare, (char) ('0' + g_unichar_digit_value (c)));
      else if (!is_diacritic (c))
        g_string_append_unichar (bare, fold_letter (c));
    }
  return g_utf8_normalize (bare->str, -1, G_NORMALIZE_ALL_COMPOSE);
}

/* Word by word, since nothing joins with a space, and mostly a text that is not all ASCII has one word that is not. */
static char *
fold (const char *text)
{
  g_autoptr (GString) folded = NULL;

  if (g_str_is_ascii (text))
    return g_ascii_strdown (text, -1);
  folded = g_string_sized_new (strlen (text) + 16);
  for (gsize length = 0; *text != '\0'; text += length)
    {
      g_autofree char *word = NULL;
      g_autofree char *as_folded = NULL;

      length = strspn (text, " \n");
      g_string_append_len (folded, text, (gssize) length);
      text += length;
      length = strcspn (text, " \n");
      word = g_strndup (text, length);
      as_folded = g_str_is_ascii (word) ? g_ascii_strdown (word, -1) : fold_word (word);
      g_string_append (folded, as_folded);
    }
  return g_string_free (g_steal_pointer (&folded), FALSE);
}

typedef enum
{
  CLASS_WORD,     /* letters, digits and the marks on them */
  CLASS_DRESSING, /* what stands inside a phone, a serial, an address or a hyphenated word */
  CLASS_NOTHING,  /* invisible */
  CLASS_SPACE,
  CLASS_BREAK, /* the end of a line or of a part of a sentence: no number runs across it */
} CharClass;

static CharClass
classify (gunichar c)
{
  GUnicodeType type = G_UNICODE_UNASSIGNED;

  if (c < 128)
    {
      if (g_ascii_isalnum (c))
        return CLASS_WORD;
      if (c == ' ' || c == '\t')
        return CLASS_SPACE;
      return c != 0 && strchr ("-./_+()'&@:*#\\", (int) c) != NULL ? CLASS_DRESSING : CLASS_BREAK;
    }
  if (g_unichar_isalnum (c) || g_unichar_ismark (c))
    return CLASS_WORD;
  type = g_unichar_type (c);
  if (type == G_UNICODE_DASH_PUNCTUATION || c == 0x2019 || c == 0x00b7)
    return CLASS_DRESSING;
  if (type == G_UNICODE_FORMAT)
    return CLASS_NOTHING;
  return type == G_UNICODE_SPACE_SEPARATOR ? CLASS_SPACE : CLASS_BREAK;
}

/* One token, from white space to white space, while it is read. */
typedef struct
{
  FettleSearchTokenFunc func;
  gpointer data;
  GString *words;  /* its words, a space between them */
  GString *joined; /* its letters and digits without the dressing */
  gboolean in_word;
  gboolean all_digits;
} Reader;

/* The first character behind @at that is none of a word. */
static const char *
end_of_word (const char *at)
{
  do
    at = g_utf8_next_char (at);
  while (*at != '\0' && classify (g_utf8_get_char (at)) == CLASS_WORD);
  return at;
}

static void
add_word (Reader *reader, const char *at, gsize length)
{
  if (!reader->in_word && reader->words->len > 0)
    g_string_append_c (reader->words, ' ');
  reader->in_word = TRUE;
  for (gsize i = 0; reader->all_digits && i < length; i++)
    reader->all_digits = g_ascii_isdigit (at[i]);
  g_string_append_len (reader->words, at, (gssize) length);
  g_string_append_len (reader->joined, at, (gssize) length);
}

static void
end_token (Reader *reader, gboolean hard)
{
  reader->func (reader->words, reader->joined, reader->all_digits, hard, reader->data);
  g_string_truncate (reader->words, 0);
  g_string_truncate (reader->joined, 0);
  reader->in_word = FALSE;
  reader->all_digits = TRUE;
}

void
fettle_search_each_token (const char *text, FettleSearchTokenFunc func, gpointer data)
{
  g_autofree char *folded = fold (text);
  Reader reader = { func, data, g_string_new (NULL), g_string_new (NULL), FALSE, TRUE };

  for (const char *at = folded, *next = NULL; *at != '\0'; at = next)
    {
      next = g_utf8_next_char (at);
      switch (classify (g_utf8_get_char (at)))
        {
        case CLASS_WORD:
          next = end_of_word (at);
          add_word (&reader, at, (gsize) (next - at));
          break;
        case CLASS_DRESSING:
          reader.in_word = FALSE;
          break;
        case CLASS_SPACE:
          end_token (&reader, FALSE);
          break;
        case CLASS_BREAK:
          end_token (&reader, TRUE);
          break;
        case CLASS_NOTHING:
        default:
          break;
        }
    }
  end_token (&reader, TRUE);
  g_string_free (reader.words, TRUE);
  g_string_free (reader.joined, TRUE);
}

typedef struct
{
  GString *out;
  GString *run; /* groups of digits with nothing but spaces between them, without those */
  guint n_groups;
} Normaliser;

static void
append_word (GString *out, const char *word)
{
  if (out->len > 0)
    g_string_append_c (out, ' ');
  g_string_append (out, word);
}

static void
end_run (Normaliser *normaliser)
{
  if (normaliser->n_groups > 1)
    append_word (normaliser->out, normaliser->run->str);
  g_string_truncate (normaliser->run, 0);
  normaliser->n_groups = 0;
}

/* "021 68889999转802": the number goes on up to the word that is stuck to its last group. */
static void
add_first_digits (Normaliser *normaliser, const char *token)
{
  const gsize n_digits = strspn (token, "0123456789");

  if (normaliser->n_groups == 0 || n_digits == 0)
    return;
  g_string_append_len (normaliser->run, token, (gssize) n_digits);
  normaliser->n_groups++;
}

static void
keep_token (GString *words, GString *joined, gboolean all_digits, gboolean hard, gpointer data)
{
  Normaliser *normaliser = data;

  if (joined->len > 0)
    {
      if (!all_digits)
        add_first_digits (normaliser, joined->str);
      if (!all_digits || normaliser->run->len + joined->len > LONGEST_RUN)
        end_run (normaliser);
      append_word (normaliser->out, words->str);
      if (joined->len != words->len)
        append_word (normaliser->out, joined->str);
      if (all_digits)
        {
          g_string_append_len (normaliser->run, joined->str, (gssize) joined->len);
          normaliser->n_groups++;
        }
    }
  if (hard)
    end_run (normaliser);
}

/**
 * fettle_search_normalise:
 * @text: (nullable): the words to be found: several fields of a record, each on a line of its own
 *
 * NFKC, case folded, diacritics stripped, digits in ASCII, everything but letters and digits made one space. What was
 * dressed is there twice, as words and undressed: "SN-12/ab" gives "sn 12 ab sn12ab", and groups of digits on one line
 * are joined too, so that "138-0013" finds "138 0013 8000". Nothing of it means anything to LIKE or to FTS5.
 *
 * Returns: (transfer full): the text for the index, never %NULL
 */
char *
fettle_search_normalise (const char *text)
{
  Normaliser normaliser = { NULL, NULL, 0 };

  if (text == NULL || *text == '\0')
    return g_strdup ("");
  normaliser.out = g_string_sized_new (strlen (text) * 3 / 2);
  normaliser.run = g_string_new (NULL);
  fettle_search_each_token (text, keep_token, &normaliser);
  end_run (&normaliser);
  g_string_free (normaliser.run, TRUE);
  return g_string_free (normaliser.out, FALSE);
}

/* Whether each character of the script is looked for by itself, there being no spaces between words. */
gboolean
fettle_search_is_ideograph (gunichar c)
{
  if (c < 0x1100)
    return FALSE;
  switch (g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_HANGUL:
    case G_UNICODE_SCRIPT_BOPOMOFO:
    case G_UNICODE_SCRIPT_YI:
      return TRUE;
    default:
      return c == 0x3006 || c == 0x30fc;
    }
}

/* ASCII as it is, all else as "u" and six hexadecimal digits. The tokenizer of FTS5 knows the letters of Unicode 6.1
 * alone and takes newer ones and most marks for spaces; and no two grams can be spelled alike, since a character is
 * either one letter or seven. */
void
fettle_search_append_gram (GString *out, gunichar c)
{
  if (c < 128)
    g_string_append_c (out, (char) c);
  else
    g_string_append_printf (out, "u%06x", c);
}

/* Which grams a text has had: a bit for each of ASCII, in a row of its first character, and a table for the others. */
typedef struct
{
  guint32 ascii[128][4];
  GHashTable *others;
} Seen;

/* Whether it is there for the first time. */
static gboolean
note_gram (Seen *seen, gunichar first, gunichar second)
{
  const gint64 key = ((gint64) first << 32) | second;

  if (first < 128 && second < 128)
    {
      const guint32 bit = 1u << (second % 32);
      const gboolean is_new = (seen->ascii[first][second / 32] & bit) == 0;

      seen->ascii[first][second / 32] |= bit;
      return is_new;
    }
  if (seen->others == NULL)
    seen->others = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  return !g_hash_table_contains (seen->others, &key) && g_hash_table_add (seen->others, g_memdup2 (&key, sizeof key));
}

static void
add_gram (GString *out, Seen *seen, gunichar first, gunichar second)
{
  if (!note_gram (seen, first, second))
    return;
  if (out->len > 0)
    g_string_append_c (out, ' ');
  fettle_search_append_gram (out, first);
  if (second != 0)
    fettle_search_append_gram (out, second);
}

/**
 * fettle_search_grams:
 * @normalised: what fettle_search_normalise() gave
 *
 * The tokens for a unicode61 table that answers one and two characters: see the top of fettle-search-text.c. Each is
 * there once.
 *
 * Returns: (transfer full): tokens of ASCII letters and digits with a space between them
 */
char *
fettle_search_grams (const char *normalised)
{
  Seen seen = { 0 };
  GString *out = g_string_new (NULL);
  gunichar first = 0;
  guint position = 0; /* in a word that is no ideograph */

  g_return_val_if_fail (normalised != NULL, g_string_free (out, FALSE));
  for (const char *at = normalised; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar c = g_utf8_get_char (at);
      const gboolean ideograph = fettle_search_is_ideograph (c);

      if (ideograph || c == ' ')
        position = 0;
      else
        position++;
      if (ideograph || position == 1)
        add_gram (out, &seen, c, 0);
      else if (position == 2)
        add_gram (out, &seen, first, c);
      first = c;
    }
  g_clear_pointer (&seen.others, g_hash_table_unref);
  return g_string_free (out, FALSE);
}
