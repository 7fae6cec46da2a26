/* fettle-plain-text.c: text in its plain form, whoever typed it.
 *
 * Every reader of numbers, sums and serials starts from here. Pure function, any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-plain-text.h"

/**
 * fettle_plain_text:
 * @text: (nullable): any bytes
 *
 * Unicode's normal form KC: full-width letters and digits become ASCII, accents are joined to their letters. The text
 * is checked first: g_utf8_normalize() reads past the end of some broken ones instead of refusing them, as it says it
 * does (GLib 2.74).
 *
 * Returns: (transfer full) (nullable): the plain form; %NULL for %NULL and for what is not UTF-8
 */
char *
fettle_plain_text (const char *text)
{
  if (text != NULL && g_str_is_ascii (text))
    return g_strdup (text);
  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return NULL;
  return g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
}

/**
 * fettle_plain_text_is_blank:
 * @text: (nullable):
 *
 * Whether nothing was written: no text, or white space of any script and nothing else. Broken UTF-8 is not nothing.
 *
 * Returns: whether it is blank
 */
gboolean
fettle_plain_text_is_blank (const char *text)
{
  for (; text != NULL && *text != '\0'; text = g_utf8_next_char (text))
    {
      const gunichar c = g_utf8_get_char_validated (text, -1);

      if (c == (gunichar) -1 || c == (gunichar) -2 || !g_unichar_isspace (c))
        return FALSE;
    }
  return TRUE;
}
