/* fettle-number.c: the numbers of jobs, "2026-000017".
 *
 * A number is the year in which the job was taken in, in the shop's zone, and a sequence that starts anew each year and
 * has no gaps; the store gives it out. After 999999 the sequence simply grows longer. Pure functions, any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-number.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "fettle-error.h"
#include "fettle-plain-text.h"

#define YEAR_DIGITS      4
#define SEQUENCE_DIGITS  6
#define LONGEST_SEQUENCE 9
/* Ten digits without a dash are a number only if they begin with a year a shop can have; otherwise a phone. */
#define FIRST_YEAR 1990

static gint64
read_digits (const char *digits, gsize n_digits)
{
  gint64 value = 0;

  for (gsize i = 0; i < n_digits; i++)
    value = value * 10 + (digits[i] - '0');
  return value;
}

/* "no. 17" and "nr 17": the word that people put before a number. */
static const char *
skip_word (const char *text)
{
  while (g_ascii_isspace (*text))
    text++;
  if (g_ascii_strncasecmp (text, "no", 2) != 0 && g_ascii_strncasecmp (text, "nr", 2) != 0)
    return text;
  return text[2] == '.' ? text + 3 : text + 2;
}

/* ASCII digits, and one dash for each run of spaces and signs between them; @text without what stands around it.
 * %NULL where anything else stands in it. */
static char *
fold_scan (const char *text)
{
  g_autofree char *plain = fettle_plain_text (text);
  GString *folded = g_string_new (NULL);
  gboolean valid = plain != NULL;

  for (const char *at = valid ? skip_word (plain) : NULL; valid && *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar c = g_utf8_get_char (at);
      const GUnicodeType type = g_unichar_type (c);

      if (g_unichar_isdigit (c))
        g_string_append_c (folded, (char) ('0' + g_unichar_digit_value (c)));
      else if (g_unichar_isspace (c) || type == G_UNICODE_DASH_PUNCTUATION || c == '/' || c == '#' || c == '_')
        {
          if (folded->len > 0 && folded->str[folded->len - 1] != '-')
            g_string_append_c (folded, '-');
        }
      else if (type != G_UNICODE_FORMAT && type != G_UNICODE_CONTROL)
        valid = FALSE;
    }
  if (folded->len > 0 && folded->str[folded->len - 1] == '-')
    g_string_truncate (folded, folded->len - 1);
  return g_string_free (folded, !valid);
}

/**
 * fettle_number_format:
 * @year: 1 to 9999
 * @sequence: from 1
 *
 * Returns: (transfer full): the number, the sequence with at least six digits
 */
char *
fettle_number_format (int year, gint64 sequence)
{
  g_return_val_if_fail (year >= 1 && year <= 9999 && sequence >= 1, NULL);
  return g_strdup_printf ("%04d-%06" G_GINT64_FORMAT, year, sequence);
}

/**
 * fettle_number_parse:
 * @text: (nullable): a number in its full form
 * @year: (out) (optional):
 * @sequence: (out) (optional):
 *
 * Reads exactly what fettle_number_format() writes.
 *
 * Returns: %FALSE with %FETTLE_MODEL_ERROR_MISSING for nothing, %FETTLE_MODEL_ERROR_INVALID otherwise
 */
gboolean
fettle_number_parse (const char *text, int *year, gint64 *sequence, GError **error)
{
  const gsize length = text != NULL ? strlen (text) : 0;
  const gsize tail = length > YEAR_DIGITS ? length - YEAR_DIGITS - 1 : 0;
  g_autofree char *shown = NULL;

  if (length == 0)
    {
      g_set_error_literal (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_MISSING, _ ("The job number is missing."));
      return FALSE;
    }
  if (tail >= SEQUENCE_DIGITS && tail <= LONGEST_SEQUENCE && strspn (text, "0123456789") == YEAR_DIGITS
      && text[YEAR_DIGITS] == '-' && strspn (text + YEAR_DIGITS + 1, "0123456789") == tail
      && (tail == SEQUENCE_DIGITS || text[YEAR_DIGITS + 1] != '0'))
    {
      const gint64 years = read_digits (text, YEAR_DIGITS);
      const gint64 value = read_digits (text + YEAR_DIGITS + 1, tail);

      if (years > 0 && value > 0)
        {
          if (year != NULL)
            *year = (int) years;
          if (sequence != NULL)
            *sequence = value;
          return TRUE;
        }
    }
  shown = g_utf8_make_valid (text, -1);
  g_set_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID,
               _ ("“%s” is not a job number, such as 2026-000017."), shown);
  return FALSE;
}

/**
 * fettle_number_from_scan:
 * @text: (nullable): what a scanner sent or a person typed
 * @current_year: the year of today in the shop's zone
 *
 * Understands "2026-000017", "2026000017", "2026 17", "2026/17", "#17", "No. 17" and "17" (of @current_year), with
 * digits of any script and what a scanner adds at the end. Ten digits can be a phone as well: the caller looks
 * whether there is such a job, and searches if not.
 *
 * Returns: (transfer full) (nullable): a number in its full form, which need not exist; %NULL if it cannot be one
 */
char *
fettle_number_from_scan (const char *text, int current_year)
{
  g_autofree char *folded = text != NULL ? fold_scan (text) : NULL;
  const char *dash = folded != NULL ? strchr (folded, '-') : NULL;
  const gsize length = folded != NULL ? strlen (folded) : 0;
  const char *tail = folded;
  gint64 year = current_year;
  gint64 sequence = 0;

  g_return_val_if_fail (current_year >= 1 && current_year <= 9999, NULL);
  if (length == 0 || (dash != NULL && (dash != folded + YEAR_DIGITS || strchr (dash + 1, '-') != NULL)))
    return NULL;
  if (dash != NULL)
    tail = dash + 1;
  else if (length >= YEAR_DIGITS + SEQUENCE_DIGITS)
    tail = folded + YEAR_DIGITS;
  if (tail != folded)
    year = read_digits (folded, YEAR_DIGITS);
  if (strlen (tail) > (dash != NULL ? LONGEST_SEQUENCE : SEQUENCE_DIGITS))
    return NULL;
  if (tail != folded && (year < FIRST_YEAR || year > current_year + 1))
    return NULL;
  sequence = read_digits (tail, strlen (tail));
  return sequence > 0 ? fettle_number_format ((int) year, sequence) : NULL;
}
