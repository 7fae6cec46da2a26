/* test-serial.c: serials, IMEIs and mail addresses: what is taken, and what is said of the rest.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-error.h"
#include "fettle-serial.h"

static const struct
{
  const char *typed;
  const char *key;
} serials[] = {
  { "C02XK1234F", "C02XK1234F" },
  { "c02-xk 1234/f", "C02XK1234F" },
  { "Ｃ０２ＸＫ", "C02XK" },
  { "SN: 5cd-123.4_5", "SN5CD12345" },
  { "ПБ-12а", "ПБ12А" },
  { "机 12-号", "机12号" },
  { "٣٤", "34" },
  { "istanbul", "ISTANBUL" },
  { "--", "" },
  { "", "" },
  { NULL, "" },
  { "\xff", "" },
};

static void
test_key (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (serials); i++)
    {
      g_autofree char *key = fettle_serial_key (serials[i].typed);

      g_assert_cmpstr (key, ==, serials[i].key);
    }
}

static void
test_luhn (void)
{
  g_assert_true (fettle_luhn_valid ("79927398713"));
  g_assert_true (fettle_luhn_valid ("490154203237518"));
  g_assert_true (fettle_luhn_valid ("352099001761481"));
  g_assert_true (fettle_luhn_valid ("00"));
  g_assert_true (fettle_luhn_valid ("18"));
  g_assert_false (fettle_luhn_valid ("81"));
  for (char last = '0'; last <= '9'; last++)
    {
      g_autofree char *digits = g_strdup_printf ("7992739871%c", last);

      g_assert_cmpint (fettle_luhn_valid (digits), ==, last == '3');
    }
  g_assert_false (fettle_luhn_valid ("0"));
  g_assert_false (fettle_luhn_valid (""));
  g_assert_false (fettle_luhn_valid (NULL));
  g_assert_false (fettle_luhn_valid ("7992739871 3"));
  g_assert_false (fettle_luhn_valid ("７９"));
}

/* 490154203237518 and the MEID AF0123450ABCDE are published examples; 352099001761481 is that of TS 23.003's Luhn. */
static const struct
{
  const char *typed;
  const char *imei; /* NULL: refused */
  const char *word; /* of the sentence that refuses */
} imeis[] = {
  { "490154203237518", "490154203237518", NULL },
  { "49-015420-323751-8", "490154203237518", NULL },
  { "49 015420 323751 8", "490154203237518", NULL },
  { " 490154203237518\n", "490154203237518", NULL },
  { "４９０１５４２０３２３７５１８", "490154203237518", NULL },
  { "IMEI: 490154203237518", "490154203237518", NULL },
  { "IMEI1: 490154203237518", "490154203237518", NULL },
  { "imei 2：490154203237518", "490154203237518", NULL },
  { "IMEI/490154203237518", "490154203237518", NULL },
  { "AF 01 23 45 0A BC DE", "AF0123450ABCDE", NULL },
  { "af0123450abcde", "AF0123450ABCDE", NULL },
  { "MEID: A0-000000-002329", "A0000000002329", NULL },
  { "99000124997700", "99000124997700", NULL },
  { "490154203237519", NULL, "check digit" },
  { "490154203237581", NULL, "check digit" },
  { "49015420323751", NULL, "15 digits" },
  { "4901542032375", NULL, "15 digits" },
  { "1", NULL, "15 digits" },
  { "4901542032375187", NULL, "16 digits" },
  { "49015420323751899", NULL, "15 digits" },
  { "000000000000000", NULL, "zeros" },
  { "4901542O3237518", NULL, "nothing else" },
  { "AF0123450ABCD", NULL, "14" },
  { "AF0123450ABCDEC", NULL, "14" },
  { "490154203237518; DROP", NULL, "nothing else" },
  { "李490154203237518", NULL, "nothing else" },
  { "\xff", NULL, "nothing else" },
};

static void
test_imei (void)
{
  static const char *const nothing[] = { "", "  ", "--", "IMEI:", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (imeis); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *imei = fettle_imei_normalise (imeis[i].typed, &error);

      g_test_message ("row %u: %s", i, error != NULL ? error->message : "fine");
      g_assert_cmpstr (imei, ==, imeis[i].imei);
      if (imeis[i].imei == NULL)
        {
          g_assert_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID);
          g_assert_nonnull (strstr (error->message, imeis[i].word));
        }
    }
  for (guint i = 0; i < G_N_ELEMENTS (nothing); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (fettle_imei_normalise (nothing[i], &error));
      g_assert_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_MISSING);
    }
}

/* Every mistyped digit and nearly every swap of neighbours is found (Luhn misses 09 for 90 alone). */
static void
test_imei_mistakes (void)
{
  const char *good = "490154203237518";

  for (guint i = 0; i < 15; i++)
    for (char digit = '0'; digit <= '9'; digit++)
      {
        g_autofree char *typed = g_strdup (good);
        g_autofree char *imei = NULL;

        typed[i] = digit;
        imei = fettle_imei_normalise (typed, NULL);
        g_assert_cmpint (imei != NULL, ==, digit == good[i]);
      }
  for (guint i = 0; i + 1 < 15; i++)
    {
      g_autofree char *typed = g_strdup (good);
      g_autofree char *imei = NULL;

      typed[i] = good[i + 1];
      typed[i + 1] = good[i];
      imei = fettle_imei_normalise (typed, NULL);
      if (good[i] != good[i + 1] && !(good[i] == '9' && good[i + 1] == '0'))
        g_assert_null (imei);
    }
}

static const char *const good_addresses[] = {
  "li@example.com",     "li.wei+shop@mail.example.co.uk",
  "LI@EXAMPLE.COM",     "o'neil@example.com",
  "李@例子.中国",       "a@b.cd",
  "x_y-z@ex-ample.org", "müller@köln.de",
  "1@2.xn--p1ai",       "a@1.2.com",
};

static const char *const bad_addresses[] = {
  "li",
  "li@",
  "@example.com",
  "li@example",
  "li@@example.com",
  "li wei@example.com",
  "li@exa mple.com",
  ".li@example.com",
  "li.@example.com",
  "l..i@example.com",
  "li@.com",
  "li@example..com",
  "li@example.com.",
  "li@-example.com",
  "li@example-.com",
  "li@127.0.0.1",
  "li@[127.0.0.1]",
  "\"li\"@example.com",
  "Li <li@example.com>",
  "li@example.com,wei@example.com",
  "li@exam_ple.com",
  " li@example.com",
  "li@example.com ",
  "li@example.com\n",
  "li\xff@example.com",
  "li@exa\u200bmple.com",
};

static void
test_email (void)
{
  g_autofree char *many = g_strnfill (64, 'a');
  g_autofree char *longest = g_strdup_printf ("%s@example.com", many);
  g_autofree char *too_long = g_strdup_printf ("a%s@example.com", many);
  g_autofree char *long_label = g_strdup_printf ("a@%s.com", many);
  g_autofree char *long_domain = g_strdup_printf ("%s@%.60s.%.60s.%.60s.com", many, many, many, many);

  for (guint i = 0; i < G_N_ELEMENTS (good_addresses); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", good_addresses[i]);
      g_assert_true (fettle_email_validate (good_addresses[i], &error));
      g_assert_no_error (error);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad_addresses); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("row %u", i);
      g_assert_false (fettle_email_validate (bad_addresses[i], &error));
      g_assert_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID);
    }
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (fettle_email_validate (i == 0 ? "" : NULL, &error));
      g_assert_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_MISSING);
    }
  g_assert_true (fettle_email_validate (longest, NULL));
  g_assert_false (fettle_email_validate (too_long, NULL));
  g_assert_false (fettle_email_validate (long_label, NULL));
  g_assert_true (fettle_email_validate (long_domain, NULL));
  g_assert_cmpuint (strlen (long_domain), <=, 254);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/serial/key", test_key);
  g_test_add_func ("/serial/luhn", test_luhn);
  g_test_add_func ("/serial/imei", test_imei);
  g_test_add_func ("/serial/imei-mistakes", test_imei_mistakes);
  g_test_add_func ("/serial/email", test_email);
  return g_test_run ();
}
