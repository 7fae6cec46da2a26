/* test-number.c: job numbers are written one way and read as scanners and people give them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-error.h"
#include "fettle-number.h"

static void
test_format (void)
{
  static const struct
  {
    int year;
    gint64 sequence;
    const char *number;
  } rows[] = {
    { 2026, 1, "2026-000001" },        { 2026, 17, "2026-000017" }, { 2026, 999999, "2026-999999" },
    { 2026, 1000000, "2026-1000000" }, { 987, 5, "0987-000005" },   { 9999, 999999999, "9999-999999999" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *number = fettle_number_format (rows[i].year, rows[i].sequence);
      int year = 0;
      gint64 sequence = 0;

      g_assert_cmpstr (number, ==, rows[i].number);
      g_assert_true (fettle_number_parse (number, &year, &sequence, NULL));
      g_assert_cmpint (year, ==, rows[i].year);
      g_assert_cmpint (sequence, ==, rows[i].sequence);
    }
  g_assert_true (fettle_number_parse ("2026-000017", NULL, NULL, NULL));
}

static void
test_refuse (void)
{
  static const char *const rows[] = {
    "2026",
    "2026-",
    "2026-17",
    "2026-00017",
    "2026-0000017",
    "2026-000000",
    "0000-000017",
    "2026000017",
    "2026 000017",
    "2026–000017",
    " 2026-000017",
    "2026-000017 ",
    "2026-00001a",
    "202a-000017",
    "-2026-000017",
    "26-000017",
    "2026-000017-1",
    "2026-+00017",
    "2026--00017",
    "２０２６-000017",
    "2026-1234567890",
    "x",
    "2026-000017\n",
    "2026-000017\xff",
    "2026-99999999999999999999999",
  };
  g_autoptr (GError) missing = NULL;
  int year = 7;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("row %u", i);
      g_assert_false (fettle_number_parse (rows[i], &year, NULL, &error));
      g_assert_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_cmpint (year, ==, 7);
    }
  g_assert_false (fettle_number_parse (NULL, NULL, NULL, &missing));
  g_assert_error (missing, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_MISSING);
  g_assert_false (fettle_number_parse ("", NULL, NULL, NULL));
}

static void
test_scan (void)
{
  static const struct
  {
    const char *text;
    const char *number;
  } rows[] = {
    { "2026-000017", "2026-000017" },
    { "2026-000017\r\n", "2026-000017" },
    { "  2026 - 000017 ", "2026-000017" },
    { "2026 000017", "2026-000017" },
    { "2026000017", "2026-000017" },
    { "2026-17", "2026-000017" },
    { "2026/17", "2026-000017" },
    { "2026–17", "2026-000017" },
    { "2025-17", "2025-000017" },
    { "2027-17", "2027-000017" },
    { "17", "2026-000017" },
    { "000017", "2026-000017" },
    { "#17", "2026-000017" },
    { "# 17", "2026-000017" },
    { "no. 17", "2026-000017" },
    { "No 17", "2026-000017" },
    { "NR. 2025-17", "2025-000017" },
    { "№17", "2026-000017" },
    { "１７", "2026-000017" },
    { "２０２６－１７", "2026-000017" },
    { "٢٠٢٥-١٧", "2025-000017" },
    { "2026", "2026-002026" },
    { "999999", "2026-999999" },
    { "2026-1000000", "2026-1000000" },
    { "20261000000", NULL },
    { "2028-17", NULL },
    { "1980-17", NULL },
    { "1234567", NULL },
    { "13800138000", NULL },
    { "2079460958", NULL },
    { "138-0013", NULL },
    { "138-0013-8000", NULL },
    { "2026-000017-3", NULL },
    { "2026-000000", NULL },
    { "0", NULL },
    { "", NULL },
    { "-", NULL },
    { "#", NULL },
    { "nokia", NULL },
    { "no", NULL },
    { "李", NULL },
    { "17a", NULL },
    { "B7", NULL },
    { "1.7", NULL },
    { "490154203237518", NULL },
    { NULL, NULL },
    { "17\xff", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *number = fettle_number_from_scan (rows[i].text, 2026);

      g_test_message ("row %u", i);
      g_assert_cmpstr (number, ==, rows[i].number);
      if (number != NULL)
        g_assert_true (fettle_number_parse (number, NULL, NULL, NULL));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number/format", test_format);
  g_test_add_func ("/number/refuse", test_refuse);
  g_test_add_func ("/number/scan", test_scan);
  return g_test_run ();
}
