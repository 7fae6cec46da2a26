/* test-country.c: countries by their codes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-country.h"

static void
test_codes (void)
{
  static const struct
  {
    const char *code;
    const char *alpha2;
    const char *alpha3;
  } cases[] = {
    { "CN", "CN", "CHN" }, { "chn", "CN", "CHN" }, { "gb", "GB", "GBR" },  { "DEU", "DE", "DEU" },
    { "UK", NULL, NULL },  { "", NULL, NULL },     { "DE ", NULL, NULL },  { NULL, NULL, NULL },
    { "XX", NULL, NULL },  { "ax", "AX", "ALA" },  { "ZWE", "ZW", "ZWE" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpstr (fettle_country_from_code (cases[i].code), ==, cases[i].alpha2);
      g_assert_cmpstr (fettle_country_alpha3 (cases[i].code), ==, cases[i].alpha3);
    }
}

static void
test_list (void)
{
  g_auto (GStrv) codes = fettle_country_list ();
  g_autoptr (GHashTable) met = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpuint (g_strv_length (codes), ==, 249);
  for (guint i = 0; codes[i] != NULL; i++)
    {
      const char *alpha3 = fettle_country_alpha3 (codes[i]);

      g_assert_cmpuint (strlen (codes[i]), ==, 2);
      g_assert_cmpuint (strlen (alpha3), ==, 3);
      g_assert_true (g_hash_table_add (met, (gpointer) alpha3));
      g_assert_cmpstr (fettle_country_from_code (alpha3), ==, codes[i]);
      g_assert_cmpuint (strlen (fettle_country_name (codes[i])), >, 3);
      g_assert_cmpint (i == 0 ? 1 : g_utf8_collate (fettle_country_name (codes[i]), fettle_country_name (codes[i - 1])),
                       >, 0);
    }
  g_assert_cmpstr (fettle_country_name ("Atlantis"), ==, "Atlantis");
}

static void
test_zones (void)
{
  static const struct
  {
    const char *zone;
    const char *country;
  } cases[] = {
    { "Asia/Shanghai", "CN" },
    { "Europe/Berlin", "DE" },
    { "Europe/London", "GB" },
    { "America/New_York", "US" },
    { "UTC", NULL },
    { "Mars/Olympus", NULL },
    { NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (fettle_country_of_zone (cases[i].zone), ==, cases[i].country);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/country/codes", test_codes);
  g_test_add_func ("/country/list", test_list);
  g_test_add_func ("/country/zones", test_zones);
  return g_test_run ();
}
