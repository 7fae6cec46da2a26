/* fettle-money.c: sums of money as integers of a currency's minor unit.
 *
 * A sum is a gint64 of minor units (cents, fen; whole yen) beside its ISO 4217 code. It is never a floating point
 * number, and what a person typed is either understood without a guess or refused. Pure functions, any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-money.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "fettle-error.h"
#include "fettle-plain-text.h"

/* ISO 4217, list one (active codes): those of countries and funds, not of metals and testing. ANG and BGN were
 * withdrawn lately and stay, so that older records can be read. */
static const char *const currencies[] = {
  "AED", "AFN", "ALL", "AMD", "ANG", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT", "BGN", "BHD", "BIF", "BMD",
  "BND", "BOB", "BOV", "BRL", "BSD", "BTN", "BWP", "BYN", "BZD", "CAD", "CDF", "CHE", "CHF", "CHW", "CLF", "CLP", "CNY",
  "COP", "COU", "CRC", "CUP", "CVE", "CZK", "DJF", "DKK", "DOP", "DZD", "EGP", "ERN", "ETB", "EUR", "FJD", "FKP", "GBP",
  "GEL", "GHS", "GIP", "GMD", "GNF", "GTQ", "GYD", "HKD", "HNL", "HTG", "HUF", "IDR", "ILS", "INR", "IQD", "IRR", "ISK",
  "JMD", "JOD", "JPY", "KES", "KGS", "KHR", "KMF", "KPW", "KRW", "KWD", "KYD", "KZT", "LAK", "LBP", "LKR", "LRD", "LSL",
  "LYD", "MAD", "MDL", "MGA", "MKD", "MMK", "MNT", "MOP", "MRU", "MUR", "MVR", "MWK", "MXN", "MXV", "MYR", "MZN", "NAD",
  "NGN", "NIO", "NOK", "NPR", "NZD", "OMR", "PAB", "PEN", "PGK", "PHP", "PKR", "PLN", "PYG", "QAR", "RON", "RSD", "RUB",
  "RWF", "SAR", "SBD", "SCR", "SDG", "SEK", "SGD", "SHP", "SLE", "SOS", "SRD", "SSP", "STN", "SVC", "SYP", "SZL", "THB",
  "TJS", "TMT", "TND", "TOP", "TRY", "TTD", "TWD", "TZS", "UAH", "UGX", "USD", "USN", "UYI", "UYU", "UYW", "UZS", "VED",
  "VES", "VND", "VUV", "WST", "XAF", "XCD", "XCG", "XOF", "XPF", "YER", "ZAR", "ZMW", "ZWG", NULL,
};

/* The codes whose minor unit is not a hundredth (ISO 4217, column "minor unit"). */
static const char *const no_digits = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF";
static const char *const three_digits = "BHD IQD JOD KWD LYD OMR TND";
static const char *const four_digits = "CLF UYW";

/* Where 1,23,456 is how a sum is grouped. */
static const char *const pairs_grouped = "INR PKR BDT NPR LKR BTN";

/* What people write beside a sum, folded (NFKC, lower case, no full stop at the end), and whose it may be. A mark
 * of another currency is refused: 30 € are not 30 yuan. */
static const struct
{
  const char *mark;
  const char *codes;
} marks[] = {
  { "$", "USD AUD CAD NZD HKD SGD TWD MXN CLP COP ARS BBD BMD BND BSD BZD CUP DOP FJD GYD JMD KYD LRD NAD NIO SBD SRD "
         "TTD UYU XCD USN" },
  { "us$", "USD" },
  { "a$", "AUD" },
  { "au$", "AUD" },
  { "c$", "CAD" },
  { "ca$", "CAD" },
  { "hk$", "HKD" },
  { "nt$", "TWD" },
  { "nz$", "NZD" },
  { "s$", "SGD" },
  { "mx$", "MXN" },
  { "r$", "BRL" },
  { "mop$", "MOP" },
  { "¥", "CNY JPY" },
  { "元", "CNY TWD HKD MOP" },
  { "圆", "CNY" },
  { "圓", "TWD HKD" },
  { "块", "CNY" },
  { "rmb", "CNY" },
  { "人民币", "CNY" },
  { "円", "JPY" },
  { "€", "EUR" },
  { "euro", "EUR" },
  { "£", "GBP EGP FKP GIP SHP LBP SSP SYP SDG" },
  { "₩", "KRW KPW" },
  { "원", "KRW" },
  { "₽", "RUB" },
  { "руб", "RUB BYN" },
  { "₹", "INR" },
  { "rs", "INR PKR LKR NPR MUR SCR" },
  { "kr", "SEK NOK DKK ISK" },
  { "zł", "PLN" },
  { "kč", "CZK" },
  { "ft", "HUF" },
  { "lei", "RON MDL" },
  { "лв", "BGN" },
  { "₺", "TRY" },
  { "tl", "TRY" },
  { "₴", "UAH" },
  { "грн", "UAH" },
  { "₫", "VND" },
  { "đ", "VND" },
  { "฿", "THB" },
  { "rp", "IDR" },
  { "rm", "MYR" },
  { "₱", "PHP" },
  { "r", "ZAR" },
  { "fr", "CHF" },
  { "sfr", "CHF" },
  { "₪", "ILS" },
  { "₸", "KZT" },
  { "₦", "NGN" },
  { "₾", "GEL" },
  { "₵", "GHS" },
};

static gboolean
in_list (const char *codes, const char *code)
{
  return strlen (code) == 3 && strstr (codes, code) != NULL;
}

/* Plain signs for all that people and keyboards put in their place: digits of any script, spaces of any width,
 * typographic minus and apostrophe, the Arabic decimal and thousands marks. %NULL for broken UTF-8. */
static char *
fold (const char *text)
{
  g_autofree char *plain = fettle_plain_text (text);
  GString *folded = NULL;

  if (plain == NULL)
    return NULL;
  folded = g_string_new (NULL);
  for (const char *at = plain; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar c = g_utf8_get_char (at);

      if (g_unichar_isdigit (c))
        g_string_append_c (folded, (char) ('0' + g_unichar_digit_value (c)));
      else if (g_unichar_isspace (c))
        g_string_append_c (folded, ' ');
      else if (c == 0x2212 || c == 0x2010 || c == 0x2011)
        g_string_append_c (folded, '-');
      else if (c == 0x2019)
        g_string_append_c (folded, '\'');
      else if (c == 0x066b)
        g_string_append_c (folded, '.');
      else if (c == 0x066c)
        g_string_append_c (folded, ',');
      else if (g_unichar_type (c) != G_UNICODE_FORMAT)
        g_string_append_unichar (folded, g_unichar_tolower (c));
    }
  return g_strstrip (g_string_free (folded, FALSE));
}

/* Whether @mark, what stands before or behind the digits, is nothing or a sign of this very currency. */
static gboolean
mark_fits (char *mark, const char *currency)
{
  gsize length = 0;

  g_strstrip (mark);
  length = strlen (mark);
  if (length == 0 || g_ascii_strcasecmp (mark, currency) == 0)
    return TRUE;
  if (length > 1 && mark[length - 1] == '.')
    mark[length - 1] = '\0';
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_equal (mark, marks[i].mark))
      return in_list (marks[i].codes, currency);
  return FALSE;
}

/* Takes a minus off the sign and mark before the digits: "-¥", "¥ -", "-". */
static gboolean
take_minus (char *prefix)
{
  char *minus = strchr (prefix, '-');
  const gsize length = strlen (prefix);

  if (minus == NULL || (minus != prefix && minus != prefix + length - 1))
    return FALSE;
  *minus = ' ';
  return TRUE;
}

/* Which sign of @number is the decimal one; 0 where there is none, -1 where it cannot be told. */
static int
find_decimal_sign (const char *number, int exponent)
{
  const char *dot = strrchr (number, '.');
  const char *comma = strrchr (number, ',');
  const char *last = dot > comma ? dot : comma;

  if (last == NULL)
    return 0;
  if (strchr (number, *last) != last)
    /* Twice the same sign is grouping, and then the other one cannot stand before it. */
    return dot != NULL && comma != NULL ? -1 : 0;
  if (dot != NULL && comma != NULL)
    return *last;
  /* One comma with three digits behind it groups, unless three decimals are possible: then who knows. One point with
   * three digits is taken for decimals and so for one too many: a price a thousand times too high is worse. */
  if (*last == ',' && strlen (last + 1) == 3 && *number != '0' && strpbrk (number, " '") == NULL)
    return exponent >= 3 ? -1 : 0;
  return *last;
}

/* Whether the whole part's groups are well formed; takes the grouping signs out of @whole. */
static gboolean
ungroup (char *whole, const char *currency)
{
  const char sign = whole[strcspn (whole, " ',.")];
  const char separator[] = { sign, '\0' };
  g_auto (GStrv) groups = NULL;
  g_autofree char *joined = NULL;
  guint n_groups = 0;

  if (sign == '\0')
    return *whole != '\0';
  groups = g_strsplit (whole, separator, -1);
  n_groups = g_strv_length (groups);
  for (guint i = 0; i < n_groups; i++)
    {
      const gsize length = strlen (groups[i]);
      const gboolean pair = length == 2 && i + 1 < n_groups && in_list (pairs_grouped, currency);

      if (strspn (groups[i], "0123456789") != length || length == 0 || length > 3 || (i > 0 && length != 3 && !pair))
        return FALSE;
    }
  joined = g_strjoinv ("", groups);
  memcpy (whole, joined, strlen (joined) + 1);
  return TRUE;
}

static gboolean
add_digits (const char *digits, gint64 *value)
{
  for (; *digits != '\0'; digits++)
    {
      const int digit = *digits - '0';

      if (*value > (G_MAXINT64 - digit) / 10)
        return FALSE;
      *value = *value * 10 + digit;
    }
  return TRUE;
}

static gboolean G_GNUC_PRINTF (2, 3) refuse (GError **error, const char *sentence, ...)
{
  va_list arguments;

  va_start (arguments, sentence);
  if (error != NULL)
    *error = g_error_new_valist (FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID, sentence, arguments);
  va_end (arguments);
  return FALSE;
}

/* Reads the digits and their signs, from the first digit to the last. */
static gboolean
read_number (char *number, const char *currency, const char *shown, gint64 *minor, GError **error)
{
  const int exponent = fettle_currency_exponent (currency);
  const int sign = find_decimal_sign (number, exponent);
  char *point = sign > 0 ? strrchr (number, sign) : NULL;
  const char *decimals = point != NULL ? point + 1 : "";

  if (sign < 0)
    return refuse (error, _ ("“%s” can be read in two ways; write it without grouping, such as 1234.5."), shown);
  if (point != NULL)
    *point = '\0';
  if (strspn (decimals, "0123456789") != strlen (decimals) || !ungroup (number, currency)
      || strspn (number, "0123456789") != strlen (number))
    return refuse (error, _ ("“%s” is not an amount of money, such as 1234.50."), shown);
  if (strlen (decimals) > (gsize) exponent)
    return refuse (error, _ ("“%s” has more decimals than the currency."), shown);

  *minor = 0;
  if (!add_digits (number, minor) || !add_digits (decimals, minor)
      || !add_digits (&"0000"[4 - exponent + strlen (decimals)], minor))
    return refuse (error, _ ("“%s” is too large an amount."), shown);
  return TRUE;
}

/**
 * fettle_currency_exponent:
 * @code: (nullable): a currency by ISO 4217, in capitals
 *
 * Returns: how many decimals the currency has (0, 2, 3 or 4), or -1 for an unknown code
 */
int
fettle_currency_exponent (const char *code)
{
  if (code == NULL || !g_strv_contains (currencies, code))
    return -1;
  if (in_list (no_digits, code))
    return 0;
  if (in_list (three_digits, code))
    return 3;
  return in_list (four_digits, code) ? 4 : 2;
}

/**
 * fettle_currency_list:
 *
 * Returns: (transfer none) (array zero-terminated=1): all known codes of ISO 4217, in alphabetical order
 */
const char *const *
fettle_currency_list (void)
{
  return currencies;
}

/**
 * fettle_money_parse:
 * @text: (nullable): an amount as typed
 * @currency: its ISO 4217 code
 * @minor: (out): where the amount goes, in minor units
 *
 * Understands "12", "12.5", "12,50", "1 234,50", "1,234.50", "1’234.50", full-width and other digits, a minus before
 * it, and the currency's code or sign on either side. A single comma before three digits groups. What could mean two
 * sums is refused, and so is another currency's sign.
 *
 * Returns: %FALSE with %FETTLE_MODEL_ERROR_MISSING for nothing, %FETTLE_MODEL_ERROR_UNKNOWN for a currency that is not
 *   in ISO 4217, %FETTLE_MODEL_ERROR_INVALID otherwise
 */
gboolean
fettle_money_parse (const char *text, const char *currency, gint64 *minor, GError **error)
{
  g_autofree char *folded = text != NULL ? fold (text) : NULL;
  g_autofree char *shown = text != NULL ? g_utf8_make_valid (text, -1) : NULL;
  g_autofree char *prefix = NULL;
  gboolean negative = FALSE;
  char *first = NULL;
  char *last = NULL;
  gint64 value = 0;

  g_return_val_if_fail (minor != NULL, FALSE);
  if (fettle_currency_exponent (currency) < 0)
    {
      g_set_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_UNKNOWN, _ ("“%s” is not a currency of ISO 4217."),
                   currency != NULL ? currency : "");
      return FALSE;
    }
  if (text == NULL || (folded != NULL && *folded == '\0'))
    {
      g_set_error_literal (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_MISSING, _ ("The amount is missing."));
      return FALSE;
    }
  first = folded != NULL ? strpbrk (folded, "0123456789") : NULL;
  if (first == NULL)
    return refuse (error, _ ("“%s” is not an amount of money, such as 1234.50."), shown);
  for (last = first + strlen (first); !g_ascii_isdigit (last[-1]);)
    last--;

  prefix = g_strndup (folded, (gsize) (first - folded));
  negative = take_minus (prefix);
  if (!mark_fits (prefix, currency) || !mark_fits (last, currency))
    return refuse (error, _ ("“%s” is not an amount in the currency that is used here."), shown);
  *last = '\0';
  if (!read_number (first, currency, shown, &value, error))
    return FALSE;
  *minor = negative ? -value : value;
  return TRUE;
}

/**
 * fettle_money_to_string:
 * @minor: an amount in minor units
 * @currency: its ISO 4217 code
 *
 * The form for files, the command line and JSON: "1234.50", "-0.05", "1200" for a currency without decimals.
 *
 * Returns: (transfer full) (nullable): the amount; %NULL for an unknown currency
 */
char *
fettle_money_to_string (gint64 minor, const char *currency)
{
  const int exponent = fettle_currency_exponent (currency);
  const guint64 amount = minor < 0 ? -(guint64) minor : (guint64) minor;
  guint64 unit = 1;

  if (exponent < 0)
    return NULL;
  for (int i = 0; i < exponent; i++)
    unit *= 10;
  if (exponent == 0)
    return g_strdup_printf ("%s%" G_GUINT64_FORMAT, minor < 0 ? "-" : "", amount);
  return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%0*" G_GUINT64_FORMAT, minor < 0 ? "-" : "", amount / unit, exponent,
                          amount % unit);
}
