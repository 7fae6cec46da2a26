/* fettle-phone.c: phone numbers compared without their dressing; shown as people write them.
 *
 * A number is kept as it was typed. To find it, the store indexes fettle_phone_key() and compares the few that share
 * a key by fettle_phone_equal(). Country codes and lengths are those of ITU-T E.164. Pure functions, any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-phone.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "fettle-error.h"
#include "fettle-plain-text.h"

#define SHORTEST_PHONE 3
#define LONGEST_PHONE  16 /* fifteen of E.164 and a trunk zero */
/* With fewer digits in common, a number with and one without its country code could be two subscribers. */
#define SHORTEST_WITHOUT_PLUS 9

/* Countries whose trunk prefix, dialled before the national number, is not a single 0. */
static const struct
{
  const char *country;
  const char *trunk;
} trunk_prefixes[] = {
  { "1", "1" },
  { "7", "8" },
  { "36", "06" },
  { "370", "8" },
};

/* Countries whose national numbers themselves begin with 0, which stays behind the country code. */
static const char *const zero_keepers[] = { "39", "225", "241", "242", "378", "379", NULL };

/* What stands between a number and an extension. */
static const char *const extension_marks[] = { "ext", "x", "#", ";", ",", "转", "轉", "分机", "分機", "内線", "доб" };

/* Compatibility forms (full-width signs) to their plain ones, lower case; never NULL. */
static char *
fold (const char *phone)
{
  g_autofree char *plain = fettle_plain_text (phone);

  if (plain == NULL)
    return g_strdup ("");
  return g_str_is_ascii (plain) ? g_ascii_strdown (plain, -1) : g_utf8_strdown (plain, -1);
}

static gboolean
is_extension_mark (const char *at)
{
  /* Nearly all that stands in a number is none of the ASCII ones. */
  if ((guchar) *at < 128 && strchr ("ex#;,", *at) == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (extension_marks); i++)
    if (g_str_has_prefix (at, extension_marks[i]))
      return TRUE;
  return FALSE;
}

/* Ends @text at the first mark of an extension that stands behind a digit. */
static void
cut_extension (char *text)
{
  gboolean digit_seen = FALSE;

  for (char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      digit_seen = digit_seen || g_unichar_isdigit (g_utf8_get_char (at));
      if (digit_seen && is_extension_mark (at))
        {
          *at = '\0';
          return;
        }
    }
}

/* How many digits of @digits (without a plus) are the country code: 1, 2 or 3. The codes are prefix-free. */
static gsize
country_code_length (const char *digits)
{
  static const char *const two[]
      = { "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46",
          "47", "48", "49", "51", "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63",
          "64", "65", "66", "81", "82", "84", "86", "90", "91", "92", "93", "94", "95", "98", NULL };

  if (*digits == '1' || *digits == '7')
    return 1;
  for (guint i = 0; two[i] != NULL; i++)
    if (g_str_has_prefix (digits, two[i]))
      return 2;
  return MIN (3, strlen (digits));
}

/* "+44 (0)20": right behind the country code, the zero is for callers inside the country and no part of the number. */
static void
blank_bracketed_zero (char *text)
{
  const char *plus = strpbrk (text, "+0123456789");
  char *bracketed = plus != NULL && *plus == '+' ? strstr (plus, "(0)") : NULL;
  g_autoptr (GString) before = g_string_new (NULL);

  for (const char *at = plus; bracketed != NULL && at < bracketed; at++)
    if (g_ascii_isdigit (*at))
      g_string_append_c (before, *at);
  if (before->len > 0 && before->len <= 3 && country_code_length (before->str) == before->len)
    memset (bracketed, ' ', 3);
}

static gboolean
is_country (const char *digits, gsize length, const char *country)
{
  return strlen (country) == length && strncmp (digits, country, length) == 0;
}

static gboolean
keeps_zero (const char *digits, gsize length)
{
  for (guint i = 0; zero_keepers[i] != NULL; i++)
    if (is_country (digits, length, zero_keepers[i]))
      return TRUE;
  return FALSE;
}

/* The subscriber's part of an international number (without its plus): no country code and no stray trunk zero. */
static const char *
national_part (const char *digits)
{
  const gsize length = country_code_length (digits);
  const char *national = digits + length;

  if (*national == '0' && !keeps_zero (digits, length))
    national++;
  return national;
}

static const char *
without_zero (const char *digits)
{
  return *digits == '0' ? digits + 1 : digits;
}

/* Whether @local is the trunk prefix that the country of @full has instead of 0, and the number behind it. */
static gboolean
is_behind_trunk (const char *local, const char *full)
{
  const gsize length = country_code_length (full);

  for (guint i = 0; i < G_N_ELEMENTS (trunk_prefixes); i++)
    if (is_country (full, length, trunk_prefixes[i].country) && g_str_has_prefix (local, trunk_prefixes[i].trunk)
        && g_str_equal (local + strlen (trunk_prefixes[i].trunk), national_part (full)))
      return TRUE;
  return FALSE;
}

/* Whether @local, dialled inside the country of @full (digits behind a plus), reaches the same subscriber. */
static gboolean
reaches (const char *local, const char *full)
{
  const gsize length = country_code_length (full);
  const char *national = national_part (full);

  if (*national == '\0')
    return FALSE;
  if (g_str_equal (local, national) || g_str_equal (without_zero (local), national) || is_behind_trunk (local, full))
    return TRUE;
  return strlen (national) >= SHORTEST_WITHOUT_PLUS && strncmp (local, full, length) == 0
         && g_str_equal (national_part (local), national);
}

/* Neither says its country: the longer may still begin with its code, or one with 8 and the other with 7 in Russia. */
static gboolean
unmarked_equal (const char *a, const char *b)
{
  const gsize a_length = strlen (a);
  const gsize b_length = strlen (b);

  if (MIN (a_length, b_length) < SHORTEST_WITHOUT_PLUS)
    return FALSE;
  if (a_length == b_length)
    return is_behind_trunk (a, b) || is_behind_trunk (b, a);
  return a_length > b_length ? reaches (b, a) : reaches (a, b);
}

/**
 * fettle_phone_digits:
 * @phone: (nullable): a number as typed
 *
 * Undresses a number: digits of any script become ASCII, everything else goes, and so does an extension. What was
 * written for callers from abroad ("+86", "0086", "+44 (0)20") keeps a leading plus.
 *
 * Returns: (transfer full): the digits, with "+" before them or not; empty where there are none
 */
char *
fettle_phone_digits (const char *phone)
{
  g_autofree char *text = fold (phone);
  GString *digits = g_string_new (NULL);

  cut_extension (text);
  blank_bracketed_zero (text);
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar c = g_utf8_get_char (at);

      if (g_unichar_isdigit (c))
        g_string_append_c (digits, (char) ('0' + g_unichar_digit_value (c)));
      else if (c == '+' && digits->len == 0)
        g_string_append_c (digits, '+');
    }
  if (g_str_has_prefix (digits->str, "00") && digits->len > 2)
    {
      g_string_erase (digits, 0, 2);
      g_string_prepend_c (digits, '+');
    }
  if (g_str_equal (digits->str, "+"))
    g_string_truncate (digits, 0);
  return g_string_free (digits, FALSE);
}

/**
 * fettle_phone_national:
 * @phone: (nullable): a number as typed
 *
 * The part that every way of writing a number has in common: no country code where one was marked by "+" or "00", no
 * trunk zero. It lies inside the digits of each other way of writing it, so it is what a search looks for.
 *
 * Returns: (transfer full): ASCII digits; empty where there are none
 */
char *
fettle_phone_national (const char *phone)
{
  g_autofree char *digits = fettle_phone_digits (phone);

  return g_strdup (*digits == '+' ? national_part (digits + 1) : without_zero (digits));
}

/**
 * fettle_phone_key:
 * @phone: (nullable): a number as typed
 *
 * The key of an index: numbers that are equal (fettle_phone_equal()) and have seven national digits share it.
 *
 * Returns: (transfer full): the last %FETTLE_PHONE_KEY_LENGTH digits, or all where there are fewer
 */
char *
fettle_phone_key (const char *phone)
{
  g_autofree char *digits = fettle_phone_digits (phone);
  const char *bare = *digits == '+' ? digits + 1 : digits;
  const gsize length = strlen (bare);

  return g_strdup (length > FETTLE_PHONE_KEY_LENGTH ? bare + length - FETTLE_PHONE_KEY_LENGTH : bare);
}

/**
 * fettle_phone_equal:
 * @a: (nullable): a number as typed
 * @b: (nullable): another
 *
 * Whether both reach the same subscriber: with or without country code, trunk prefix, brackets, spaces and dashes.
 * A number without its area code is not equal to one with it, since it could be in any area.
 *
 * Returns: whether they are the same; %FALSE where either has no digits
 */
gboolean
fettle_phone_equal (const char *a, const char *b)
{
  g_autofree char *first = fettle_phone_digits (a);
  g_autofree char *second = fettle_phone_digits (b);

  if (*first == '\0' || *second == '\0')
    return FALSE;
  if (*first == '+' && *second == '+')
    {
      const gsize length = country_code_length (first + 1);

      return length == country_code_length (second + 1) && strncmp (first + 1, second + 1, length) == 0
             && g_str_equal (national_part (first + 1), national_part (second + 1));
    }
  if (*first == '+')
    return reaches (second, first + 1);
  if (*second == '+')
    return reaches (first, second + 1);
  if (g_str_equal (without_zero (first), without_zero (second)))
    return TRUE;
  return unmarked_equal (first, second);
}

/* The first character of the folded number that no way of writing phones has; 0 where all is well. */
static gunichar
find_stranger (const char *text)
{
  if (g_str_has_prefix (text, "tel:"))
    text += strlen ("tel:");
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      const gunichar c = g_utf8_get_char (text);
      const GUnicodeType type = g_unichar_type (c);

      if (!g_unichar_isdigit (c) && type != G_UNICODE_SPACE_SEPARATOR && c != '\t' && type != G_UNICODE_DASH_PUNCTUATION
          && type != G_UNICODE_FORMAT && (c > 127 || strchr ("+()./*", (int) c) == NULL))
        return c;
    }
  return 0;
}

/**
 * fettle_phone_validate:
 * @phone: (nullable): a number as typed
 *
 * Checks that it could be dialled: 3 to 16 digits (E.164 allows fifteen, and a trunk zero may stand among them),
 * nothing but dressing around them, and an extension behind if there is one.
 *
 * Returns: %FALSE with %FETTLE_MODEL_ERROR_MISSING for nothing, %FETTLE_MODEL_ERROR_INVALID otherwise
 */
gboolean
fettle_phone_validate (const char *phone, GError **error)
{
  g_autofree char *text = fold (phone);
  g_autofree char *digits = fettle_phone_digits (phone);
  const gsize length = strlen (*digits == '+' ? digits + 1 : digits);
  gunichar stranger = 0;

  cut_extension (text);
  g_strstrip (text);
  stranger = find_stranger (text);
  if (phone == NULL || *phone == '\0' || (*text == '\0' && g_utf8_validate (phone, -1, NULL)))
    {
      g_set_error_literal (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_MISSING, _ ("The phone number is missing."));
      return FALSE;
    }
  if (stranger != 0)
    {
      char shown[7] = { 0 };

      g_unichar_to_utf8 (stranger, shown);
      g_set_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID,
                   _ ("A phone number has digits; “%s” does not belong there."), shown);
      return FALSE;
    }
  if (length < SHORTEST_PHONE || length > LONGEST_PHONE)
    {
      g_set_error_literal (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID,
                           length < SHORTEST_PHONE ? _ ("The phone number has too few digits.")
                                                   : _ ("The phone number has too many digits."));
      return FALSE;
    }
  return TRUE;
}
