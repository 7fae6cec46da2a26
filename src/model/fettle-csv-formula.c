/* fettle-csv-formula.c: cells that a spreadsheet would run as a formula, and how they are made harmless.
 *
 * A cell that begins with = + - @, a tab or a line break is run by spreadsheets when the file is opened, whoever wrote
 * it. On export such a cell gets an apostrophe before it, which spreadsheets show as plain text; on import it is
 * taken away again. So that both together change nothing, a cell that already begins with apostrophes before such a
 * sign gets one more, too. A plain number (-5, +3.2) runs nothing and stays a number. The signs are those of
 * OWASP's "CSV Injection", with their full-width forms.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-csv.h"

#include <string.h>

static gboolean
begins_formula (const char *text)
{
  static const char *const wide_signs[] = { "＝", "＋", "－", "＠" };

  if (*text == '\0')
    return FALSE;
  if (strchr ("=+-@\t\r\n", *text) != NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (wide_signs); i++)
    if (g_str_has_prefix (text, wide_signs[i]))
      return TRUE;
  return FALSE;
}

/* An optional sign, digits, and perhaps a point and more digits; nothing else. */
static gboolean
is_plain_number (const char *text)
{
  gsize whole;
  gsize parts;

  if (*text == '+' || *text == '-')
    text++;
  whole = strspn (text, "0123456789");
  text += whole;
  if (whole == 0 || *text == '\0')
    return whole > 0;
  if (*text++ != '.')
    return FALSE;
  parts = strspn (text, "0123456789");
  return parts > 0 && text[parts] == '\0';
}

/**
 * fettle_csv_needs_escape:
 * @field: a cell's text
 *
 * Returns: whether the cell is to be written with one more apostrophe before it
 */
gboolean
fettle_csv_needs_escape (const char *field)
{
  return begins_formula (field + strspn (field, "'")) && !is_plain_number (field);
}

/**
 * fettle_csv_is_escaped:
 * @field: a cell's text as it stands in a file
 *
 * Returns: whether the first byte is an apostrophe that was put there by the escape
 */
gboolean
fettle_csv_is_escaped (const char *field)
{
  return *field == '\'' && begins_formula (field + strspn (field, "'"));
}
