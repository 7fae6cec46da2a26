/* test-region.c: what is proposed at the first start.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-money.h"
#include "fettle-region.h"

static const struct
{
  const char *zone;
  const char *locale;
  const char *currency;
} currencies[] = {
  { "Asia/Shanghai", NULL, "CNY" },
  { "Asia/Shanghai", "", "CNY" },
  { "Asia/Shanghai", "XYZ", "CNY" },
  { "Asia/Shanghai", "HKD", "HKD" },
  { "Asia/Tokyo", NULL, "JPY" },
  { "Europe/Berlin", NULL, "EUR" },
  { "Europe/London", NULL, "GBP" },
  { "Europe/Londonderry", NULL, "GBP" },
  { "America/New_York", NULL, "USD" },
  { "America/Toronto", NULL, "CAD" },
  { "America/Argentina/Ushuaia", NULL, "ARS" },
  { "Australia/Perth", NULL, "AUD" },
  { "PRC", NULL, "CNY" },
  { "UTC", NULL, "EUR" },
  { "UTC", "USD", "USD" },
  { "", NULL, "EUR" },
  { NULL, NULL, "EUR" },
};

static void
test_currency (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (currencies); i++)
    g_assert_cmpstr (fettle_region_currency (currencies[i].zone, currencies[i].locale), ==, currencies[i].currency);
}

static const struct
{
  const char *country;
  const char *zone;
  const char *holidays;
  gboolean has_states;
} holidays[] = {
  { NULL, "Europe/Berlin", "de", TRUE },
  { NULL, "Europe/London", "gb-eng", FALSE },
  { NULL, "America/New_York", "us", FALSE },
  { NULL, "America/Los_Angeles", "us", FALSE },
  { NULL, "Asia/Shanghai", "cn", FALSE },
  { NULL, "America/Toronto", NULL, FALSE },
  { NULL, "Europe/Paris", NULL, FALSE },
  { NULL, "Asia/Hong_Kong", NULL, FALSE },
  { NULL, "UTC", NULL, FALSE },
  { NULL, NULL, NULL, FALSE },
  /* What the shop says of itself goes first. */
  { "DE", "Europe/Zurich", "de", TRUE },
  { "FR", "Europe/Berlin", NULL, FALSE },
  { "CN", NULL, "cn", FALSE },
};

static void
test_holidays (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (holidays); i++)
    {
      gboolean has_states = !holidays[i].has_states;

      g_test_message ("row %u", i);
      g_assert_cmpstr (fettle_region_holidays (holidays[i].country, holidays[i].zone, &has_states), ==,
                       holidays[i].holidays);
      g_assert_cmpint (has_states, ==, holidays[i].has_states);
    }
  g_assert_true (fettle_region_may_keep (NULL, "Europe/London", "gb-eng"));
  g_assert_false (fettle_region_may_keep ("GB", NULL, "gb-sct"));
  /* The nationwide days alone are no state's. */
  g_assert_true (fettle_region_may_keep (NULL, "Europe/Berlin", "de-by"));
  g_assert_false (fettle_region_may_keep (NULL, "Europe/Berlin", "de"));
  g_assert_false (fettle_region_may_keep (NULL, "Europe/Berlin", "us"));
  g_assert_false (fettle_region_may_keep (NULL, "UTC", "us"));
}

static const struct
{
  const char *zone;
  const char *title;
} titles[] = {
  { "Asia/Shanghai", "Shanghai (Asia)" },
  { "America/New_York", "New York (America)" },
  { "America/Argentina/Buenos_Aires", "Buenos Aires (America/Argentina)" },
  { "UTC", "UTC" },
};

static void
test_title (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autofree char *title = fettle_region_zone_title (titles[i].zone);

      g_assert_cmpstr (title, ==, titles[i].title);
    }
}

/* Every zone that is offered can be computed in, and what it proposes is a currency. */
static void
test_zones (void)
{
  g_auto (GStrv) zones = fettle_region_list_zones ();
  g_autofree char *local = fettle_region_local_zone ();

  g_assert_true (g_strv_contains ((const char *const *) zones, "UTC"));
  g_assert_true (g_strv_contains ((const char *const *) zones, local));
  for (guint i = 0; zones[i] != NULL; i++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zones[i]);

      g_test_message ("%s", zones[i]);
      g_assert_nonnull (zone);
      g_assert_cmpint (fettle_currency_exponent (fettle_region_currency (zones[i], NULL)), >=, 0);
      if (i > 0)
        g_assert_cmpstr (zones[i - 1], <, zones[i]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/region/currency", test_currency);
  g_test_add_func ("/region/holidays", test_holidays);
  g_test_add_func ("/region/title", test_title);
  g_test_add_func ("/region/zones", test_zones);
  return g_test_run ();
}
