/* fettle-language-numbers.c: numbers and money as a language writes them; integers only.
 *
 * The marks and the place of the sign are translated texts, as the process's locale is not asked. Any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-language.h"

#include <glib/gi18n-lib.h>

#include "fettle-money.h"

/* Signs that a language may write otherwise: English says CN¥ for the yuan and ¥ for the yen, Chinese the reverse.
 * The context names the currency; the codes are ISO 4217. */
static const struct
{
  const char *currency;
  const char *context;
  const char *sign;
} signs[] = {
  { "AUD", "sign of AUD", NC_ ("sign of AUD", "A$") },  { "BRL", "sign of BRL", NC_ ("sign of BRL", "R$") },
  { "CAD", "sign of CAD", NC_ ("sign of CAD", "CA$") }, { "CNY", "sign of CNY", NC_ ("sign of CNY", "CN¥") },
  { "EUR", "sign of EUR", NC_ ("sign of EUR", "€") },   { "GBP", "sign of GBP", NC_ ("sign of GBP", "£") },
  { "HKD", "sign of HKD", NC_ ("sign of HKD", "HK$") }, { "ILS", "sign of ILS", NC_ ("sign of ILS", "₪") },
  { "INR", "sign of INR", NC_ ("sign of INR", "₹") },   { "JPY", "sign of JPY", NC_ ("sign of JPY", "¥") },
  { "KRW", "sign of KRW", NC_ ("sign of KRW", "₩") },   { "NZD", "sign of NZD", NC_ ("sign of NZD", "NZ$") },
  { "TWD", "sign of TWD", NC_ ("sign of TWD", "NT$") }, { "USD", "sign of USD", NC_ ("sign of USD", "$") },
};

static char *
find_sign (FettleLanguage *self, const char *currency)
{
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_equal (signs[i].currency, currency))
      return g_strdup (fettle_language_text_context (self, signs[i].context, signs[i].sign));
  /* The code itself, with a space that does not break. */
  return g_strconcat (currency, "\u00a0", NULL);
}

/* Digits in groups of three with the language's mark between. */
static char *
group_digits (FettleLanguage *self, guint64 number)
{
  /* Translators: between the thousands of a number: 1,234,567 */
  const char *mark = fettle_language_text_context (self, "thousands mark", ",");
  g_autofree char *digits = g_strdup_printf ("%" G_GUINT64_FORMAT, number);
  g_autoptr (GString) text = g_string_new (NULL);
  gsize length = strlen (digits);

  for (gsize i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % 3 == 0)
        g_string_append (text, mark);
      g_string_append_c (text, digits[i]);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The absolute of any gint64, the smallest too. */
static guint64
absolute (gint64 number)
{
  return number < 0 ? -(guint64) number : (guint64) number;
}

/**
 * fettle_language_format_number:
 *
 * Returns: (transfer full): the number with its thousands apart: "1,234,567"
 */
char *
fettle_language_format_number (FettleLanguage *self, gint64 number)
{
  g_autofree char *digits = group_digits (self, absolute (number));

  return g_strconcat (number < 0 ? "-" : "", digits, NULL);
}

static char *
format_amount (FettleLanguage *self, guint64 minor, int exponent)
{
  guint64 unit = 1;
  g_autofree char *whole = NULL;

  for (int i = 0; i < exponent; i++)
    unit *= 10;
  whole = group_digits (self, minor / unit);
  if (exponent <= 0)
    return g_steal_pointer (&whole);
  return g_strdup_printf ("%s%s%0*" G_GUINT64_FORMAT, whole,
                          /* Translators: between the whole and its parts: 12.50 */
                          fettle_language_text_context (self, "decimal mark", "."), exponent, minor % unit);
}

/**
 * fettle_language_format_money:
 * @minor: an amount in the currency's minor unit (pence, fen)
 * @currency: an ISO 4217 code
 *
 * Returns: (transfer full): "£1,234.50", "-£5.00", "CHF 12.00" with a space that does not break
 */
char *
fettle_language_format_money (FettleLanguage *self, gint64 minor, const char *currency)
{
  /* Translators: where the sign of a currency stands. */
  g_autoptr (GString) text = g_string_new (fettle_language_text_context (self, "money pattern", "{sign}{amount}"));
  g_autofree char *sign = NULL;
  g_autofree char *amount = NULL;

  g_return_val_if_fail (currency != NULL, NULL);
  sign = find_sign (self, currency);
  amount = format_amount (self, absolute (minor), CLAMP (fettle_currency_exponent (currency), 0, 4));
  g_string_replace (text, "{sign}", sign, 1);
  g_string_replace (text, "{amount}", amount, 1);
  if (minor < 0)
    g_string_prepend_c (text, '-');
  return g_string_free (g_steal_pointer (&text), FALSE);
}
