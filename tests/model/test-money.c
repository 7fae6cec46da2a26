/* test-money.c: sums as people type them become minor units without a guess and without floating point.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-error.h"
#include "fettle-money.h"

static const struct
{
  const char *code;
  int exponent;
} exponents[] = {
  { "CNY", 2 },  { "USD", 2 }, { "EUR", 2 }, { "MGA", 2 },  { "MRU", 2 },   { "XCG", 2 },  { "ZWG", 2 },
  { "JPY", 0 },  { "KRW", 0 }, { "VND", 0 }, { "ISK", 0 },  { "CLP", 0 },   { "XAF", 0 },  { "UYI", 0 },
  { "BHD", 3 },  { "KWD", 3 }, { "TND", 3 }, { "CLF", 4 },  { "UYW", 4 },   { "XXX", -1 }, { "cny", -1 },
  { "RMB", -1 }, { "", -1 },   { NULL, -1 }, { "DEM", -1 }, { "CNYX", -1 }, { "US", -1 },  { "Y V", -1 },
};

static void
test_exponent (void)
{
  const char *const *codes = fettle_currency_list ();

  for (guint i = 0; i < G_N_ELEMENTS (exponents); i++)
    g_assert_cmpint (fettle_currency_exponent (exponents[i].code), ==, exponents[i].exponent);
  for (guint i = 0; codes[i] != NULL; i++)
    {
      g_assert_cmpuint (strlen (codes[i]), ==, 3);
      g_assert_cmpint (fettle_currency_exponent (codes[i]), >=, 0);
      if (i > 0)
        g_assert_cmpstr (codes[i - 1], <, codes[i]);
    }
}

static const struct
{
  const char *text;
  const char *currency;
  gint64 minor;
} sums[] = {
  { "12", "CNY", 1200 },
  { "12.5", "CNY", 1250 },
  { "12,50", "EUR", 1250 },
  { "12,5", "EUR", 1250 },
  { "0", "CNY", 0 },
  { "0.05", "CNY", 5 },
  { "0,05", "EUR", 5 },
  { "-0.05", "CNY", -5 },
  { "007", "CNY", 700 },
  { " 12.50 ", "CNY", 1250 },
  { "1 234,50", "EUR", 123450 },
  { "1\xc2\xa0"
    "234,50",
    "EUR", 123450 },
  { "1\xe2\x80\xaf"
    "234,50",
    "EUR", 123450 },
  { "1,234.50", "USD", 123450 },
  { "1.234,50", "EUR", 123450 },
  { "1'234.50", "CHF", 123450 },
  { "1’234.50", "CHF", 123450 },
  { "1,234", "USD", 123400 },
  { "12,345,678", "USD", 1234567800 },
  { "1.234.567", "EUR", 123456700 },
  { "1.234.567,8", "EUR", 123456780 },
  { "12,34,567.89", "INR", 123456789 },
  { "１２．５", "CNY", 1250 },
  { "￥１，２３４．５０", "CNY", 123450 },
  { "١٢٫٥٠", "AED", 1250 },
  { "١٬٢٣٤٫٥٠", "AED", 123450 },
  { "¥12.50", "CNY", 1250 },
  { "¥ 12.50", "CNY", 1250 },
  { "12.50元", "CNY", 1250 },
  { "12.50 块", "CNY", 1250 },
  { "人民币 12.50 元", "CNY", 1250 },
  { "RMB 12.50", "CNY", 1250 },
  { "CNY12.50", "CNY", 1250 },
  { "12.50 cny", "CNY", 1250 },
  { "12.50 Cny", "CNY", 1250 },
  { "¥1,200", "JPY", 1200 },
  { "1200円", "JPY", 1200 },
  { "$12.50", "USD", 1250 },
  { "US$ 12.50", "USD", 1250 },
  { "-$12.50", "USD", -1250 },
  { "$-12.50", "USD", -1250 },
  { "−12.50", "USD", -1250 },
  { "12,50 €", "EUR", 1250 },
  { "€ 12,50", "EUR", 1250 },
  { "£12.50", "GBP", 1250 },
  { "Fr. 12.50", "CHF", 1250 },
  { "12,50 zł", "PLN", 1250 },
  { "250 kr.", "SEK", 25000 },
  { "250 Kč", "CZK", 25000 },
  { "1.234", "KWD", 1234 },
  { "1.2", "KWD", 1200 },
  { "1,2", "KWD", 1200 },
  { "1 234.567", "KWD", 1234567 },
  { "1.2345", "CLF", 12345 },
  { "1,234", "JPY", 1234 },
  { "92233720368547758.07", "CNY", G_MAXINT64 },
  { "-92233720368547758.07", "CNY", -G_MAXINT64 },
  { "9223372036854775807", "JPY", G_MAXINT64 },
};

static void
test_parse (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sums); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 minor = 77;

      g_test_message ("%s %s", sums[i].text, sums[i].currency);
      fettle_money_parse (sums[i].text, sums[i].currency, &minor, &error);
      g_assert_no_error (error);
      g_assert_cmpint (minor, ==, sums[i].minor);
    }
}

static const struct
{
  const char *text;
  const char *currency;
} nonsense[] = {
  { "12.345", "CNY" },
  { "1.234", "EUR" },
  { "12.5", "JPY" },
  { "12.0", "JPY" },
  { "1.2345", "KWD" },
  { "1,234", "KWD" },
  { "0,123", "USD" },
  { "1234,567", "USD" },
  { "1,23,456", "USD" },
  { "1,2345", "CNY" },
  { "12,34.5", "USD" },
  { "1.2.3", "EUR" },
  { "1,2.3,4", "EUR" },
  { "1.234,56.7", "EUR" },
  { "1  234", "EUR" },
  { "1 234 5", "EUR" },
  { "1234 567", "EUR" },
  { "1 234,567.00", "EUR" },
  { ".50", "USD" },
  { "12.", "USD" },
  { "--12", "USD" },
  { "12-", "USD" },
  { "(12)", "USD" },
  { "+12", "USD" },
  { "1e3", "USD" },
  { "0x10", "USD" },
  { "twelve", "USD" },
  { "$", "USD" },
  { "12 34", "CNY" },
  { "12 EUR", "CNY" },
  { "€12", "CNY" },
  { "$12", "CNY" },
  { "12 abc", "CNY" },
  { "12.50元钱", "CNY" },
  { "US$12", "AUD" },
  { "12%", "CNY" },
  { "12/5", "CNY" },
  { "1'234,567", "CHF" },
  { "12\xff", "CNY" },
  { "1,,234", "USD" },
  { ",50", "EUR" },
  { "1,234,", "USD" },
  { "12345,678", "USD" },
  { "92233720368547758.08", "CNY" },
  { "92233720368547759", "CNY" },
  { "9223372036854775808", "JPY" },
  { "99999999999999999999999999", "JPY" },
};

static void
test_refuse (void)
{
  g_autoptr (GError) unknown = NULL;
  gint64 minor = 77;

  for (guint i = 0; i < G_N_ELEMENTS (nonsense); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("row %u", i);
      g_assert_false (fettle_money_parse (nonsense[i].text, nonsense[i].currency, &minor, &error));
      g_assert_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_cmpint (minor, ==, 77);
    }
  for (guint i = 0; i < 3; i++)
    {
      static const char *const nothing[] = { "", "  ", NULL };
      g_autoptr (GError) error = NULL;

      g_assert_false (fettle_money_parse (nothing[i], "CNY", &minor, &error));
      g_assert_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_MISSING);
    }
  g_assert_false (fettle_money_parse ("12", "RMB", &minor, &unknown));
  g_assert_error (unknown, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_UNKNOWN);
  g_assert_false (fettle_money_parse ("12", NULL, &minor, NULL));
}

static const struct
{
  gint64 minor;
  const char *currency;
  const char *text;
} written[] = {
  { 123450, "CNY", "1234.50" },
  { 5, "CNY", "0.05" },
  { -5, "CNY", "-0.05" },
  { 0, "CNY", "0.00" },
  { 0, "JPY", "0" },
  { -1200, "JPY", "-1200" },
  { 1234, "KWD", "1.234" },
  { 12345, "CLF", "1.2345" },
  { G_MAXINT64, "CNY", "92233720368547758.07" },
  { G_MININT64, "CNY", "-92233720368547758.08" },
  { G_MININT64, "JPY", "-9223372036854775808" },
  { 100, "RMB", NULL },
  { 100, NULL, NULL },
};

static void
test_write (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (written); i++)
    {
      g_autofree char *text = fettle_money_to_string (written[i].minor, written[i].currency);

      g_assert_cmpstr (text, ==, written[i].text);
    }
}

static void
test_round_trip (void)
{
  const char *const *codes = fettle_currency_list ();

  for (guint i = 0; codes[i] != NULL; i++)
    for (guint j = 0; j < 20; j++)
      {
        const gint64 sign = j % 2 == 0 ? 1 : -1;
        const gint64 minor = sign * (gint64) g_test_rand_int_range (0, G_MAXINT) * g_test_rand_int_range (1, 1000000);
        g_autofree char *text = fettle_money_to_string (minor, codes[i]);
        g_autofree char *dressed = g_strdup_printf ("%s %s", codes[i], text);
        gint64 back = 0;

        g_assert_true (fettle_money_parse (text, codes[i], &back, NULL));
        g_assert_cmpint (back, ==, minor);
        g_assert_true (fettle_money_parse (dressed, codes[i], &back, NULL));
        g_assert_cmpint (back, ==, minor);
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/money/exponent", test_exponent);
  g_test_add_func ("/money/parse", test_parse);
  g_test_add_func ("/money/refuse", test_refuse);
  g_test_add_func ("/money/write", test_write);
  g_test_add_func ("/money/round-trip", test_round_trip);
  return g_test_run ();
}
