/* test-hostile-text.c: no text, however broken, upsets a reader: it is taken, or refused with a sentence.
 *
 * Each reader gets random bytes and good texts with random damage. Run under the sanitizers it finds what a table does
 * not. What is taken must be taken again in the form in which it is kept. FETTLE_TEST_SEED gives other texts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-clock.h"
#include "fettle-error.h"
#include "fettle-money.h"
#include "fettle-number.h"
#include "fettle-phone.h"
#include "fettle-search-text.h"
#include "fettle-serial.h"
#include "fettle-zone.h"

#define N_TEXTS 20000

static const char *const good[] = {
  "2026-03-01T09:30:00.5+08:00",
  "1 234,50 €",
  "¥1,234.50",
  "+44 (0)20 7946 0958",
  "021-6888 9999 转 802",
  "490154203237518",
  "IMEI1: 49-015420-323751-8",
  "AF 01 23 45 0A BC DE",
  "li.wei+shop@mail.example.co.uk",
  "李@例子.中国",
  "2026-000017",
  "No. 17",
  "SN-12/ab",
  "屏幕碎裂，不开机",
  "１２．５",
  "2026-03-01",
};

static char *
make_text (GRand *dice, guint turn)
{
  GString *text = g_string_new (turn % 3 == 0 ? NULL : good[g_rand_int_range (dice, 0, G_N_ELEMENTS (good))]);
  const int damage = g_rand_int_range (dice, 1, turn % 3 == 0 ? 40 : 4);

  for (int i = 0; i < damage; i++)
    {
      const int place = g_rand_int_range (dice, 0, (int) text->len + 1);

      if (g_rand_boolean (dice) && place < (int) text->len)
        g_string_erase (text, place, 1);
      else if (g_rand_boolean (dice))
        g_string_insert_c (text, place, (char) g_rand_int_range (dice, 1, 256));
      else
        g_string_insert (text, place, good[g_rand_int_range (dice, 0, G_N_ELEMENTS (good))]);
    }
  return g_string_free (text, FALSE);
}

/* Either it went well and there is no error, or there is one whose sentence can be shown. */
static void
assert_answer (gboolean taken, GError **where)
{
  const GError *error = *where;

  g_assert_cmpint (taken, ==, error == NULL);
  if (error == NULL)
    return;
  g_assert_true (error->domain == FETTLE_MODEL_ERROR);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_cmpuint (strlen (error->message), >, 10);
}

static void
test_moment (const char *text)
{
  g_autoptr (GError) error = NULL;
  gint64 moment = 0;
  gint64 day = 0;

  assert_answer (fettle_moment_from_rfc3339 (text, &moment, &error), &error);
  if (error == NULL)
    {
      g_autofree char *kept = fettle_moment_to_rfc3339 (moment, NULL);
      gint64 again = 0;

      g_assert_true (kept == NULL || fettle_moment_from_rfc3339 (kept, &again, NULL));
      g_assert_true (kept == NULL || again == moment);
    }
  if (fettle_day_parse (text, &day))
    {
      g_autofree char *kept = fettle_day_to_string (day);

      g_assert_cmpstr (kept, ==, text);
    }
}

static void
test_money (const char *text)
{
  static const char *const currencies[] = { "CNY", "JPY", "KWD", "CLF", "INR" };

  for (guint i = 0; i < G_N_ELEMENTS (currencies); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 minor = 0;

      assert_answer (fettle_money_parse (text, currencies[i], &minor, &error), &error);
      if (error == NULL)
        {
          g_autofree char *kept = fettle_money_to_string (minor, currencies[i]);
          gint64 again = 0;

          g_assert_true (fettle_money_parse (kept, currencies[i], &again, NULL));
          g_assert_cmpint (again, ==, minor);
        }
    }
}

static void
test_phone (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *digits = fettle_phone_digits (text);
  g_autofree char *again = fettle_phone_digits (digits);
  g_autofree char *key = fettle_phone_key (text);
  g_autofree char *national = fettle_phone_national (text);

  assert_answer (fettle_phone_validate (text, &error), &error);
  g_assert_cmpstr (digits, ==, again);
  g_assert_true (g_str_has_suffix (digits, key));
  g_assert_true (g_str_has_suffix (digits, national));
  g_assert_cmpint (fettle_phone_equal (text, text), ==, *digits != '\0');
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_cmpint (fettle_phone_equal (text, good[i]), ==, fettle_phone_equal (good[i], text));
}

static void
test_device (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) mail_error = NULL;
  g_autofree char *key = fettle_serial_key (text);
  g_autofree char *key_again = fettle_serial_key (key);
  g_autofree char *imei = fettle_imei_normalise (text, &error);

  g_assert_cmpstr (key, ==, key_again);
  assert_answer (imei != NULL, &error);
  if (imei != NULL)
    {
      g_autofree char *again = fettle_imei_normalise (imei, NULL);

      g_assert_cmpstr (imei, ==, again);
    }
  assert_answer (fettle_email_validate (text, &mail_error), &mail_error);
}

static void
test_number (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *number = fettle_number_from_scan (text, 2026);

  assert_answer (fettle_number_parse (text, NULL, NULL, &error), &error);
  g_assert_true (number == NULL || fettle_number_parse (number, NULL, NULL, NULL));
}

/* Whatever was kept is found by its own words, unless they are too many or too long for a question. */
static void
test_search (const char *text)
{
  g_autofree char *normalised = fettle_search_normalise (text);
  g_autofree char *again = fettle_search_normalise (normalised);
  g_autofree char *grams = fettle_search_grams (normalised);
  g_autoptr (FettleSearchQuery) query = fettle_search_query_new (text);

  g_assert_true (g_utf8_validate (normalised, -1, NULL));
  g_assert_true (g_str_has_prefix (again, normalised) || strlen (again) >= strlen (normalised));
  g_assert_cmpint (*grams == '\0', ==, *normalised == '\0');
  g_assert_true (fettle_search_query_matches (query, normalised));
}

static void
test_all (void)
{
  const char *seed = g_getenv ("FETTLE_TEST_SEED");
  g_autoptr (GRand) dice = g_rand_new_with_seed (seed != NULL ? (guint32) g_ascii_strtoull (seed, NULL, 10) : 2026);

  for (guint i = 0; i < N_TEXTS; i++)
    {
      g_autofree char *text = make_text (dice, i);

      test_moment (text);
      test_money (text);
      test_phone (text);
      test_device (text);
      test_number (text);
      test_search (text);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hostile-text/all", test_all);
  return g_test_run ();
}
