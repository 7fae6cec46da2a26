/* fettle-region.c: time zones, and what money and which public holidays are usual where.
 *
 * Only to fill in a form before a person corrects it; nothing is decided by it. The list of zones is the system's own
 * (tzdata), since a shop may be anywhere.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-region.h"

#include <string.h>

#include "fettle-country.h"
#include "fettle-money.h"

/* The longest beginning that fits wins. */
static const struct
{
  const char *zone;
  const char *currency;
} currencies[] = {
  { "America/", "USD" },
  { "America/Argentina/", "ARS" },
  { "America/Bogota", "COP" },
  { "America/Edmonton", "CAD" },
  { "America/Halifax", "CAD" },
  { "America/Lima", "PEN" },
  { "America/Mexico_City", "MXN" },
  { "America/Montreal", "CAD" },
  { "America/Santiago", "CLP" },
  { "America/Sao_Paulo", "BRL" },
  { "America/Toronto", "CAD" },
  { "America/Vancouver", "CAD" },
  { "America/Winnipeg", "CAD" },
  { "Africa/Cairo", "EGP" },
  { "Africa/Johannesburg", "ZAR" },
  { "Africa/Lagos", "NGN" },
  { "Africa/Nairobi", "KES" },
  { "Asia/Bangkok", "THB" },
  { "Asia/Chongqing", "CNY" },
  { "Asia/Dubai", "AED" },
  { "Asia/Ho_Chi_Minh", "VND" },
  { "Asia/Hong_Kong", "HKD" },
  { "Asia/Jakarta", "IDR" },
  { "Asia/Jerusalem", "ILS" },
  { "Asia/Karachi", "PKR" },
  { "Asia/Kolkata", "INR" },
  { "Asia/Kuala_Lumpur", "MYR" },
  { "Asia/Kuwait", "KWD" },
  { "Asia/Macau", "MOP" },
  { "Asia/Manila", "PHP" },
  { "Asia/Riyadh", "SAR" },
  { "Asia/Seoul", "KRW" },
  { "Asia/Shanghai", "CNY" },
  { "Asia/Singapore", "SGD" },
  { "Asia/Taipei", "TWD" },
  { "Asia/Tokyo", "JPY" },
  { "Asia/Urumqi", "CNY" },
  { "Atlantic/Reykjavik", "ISK" },
  { "Australia/", "AUD" },
  { "Europe/", "EUR" },
  { "Europe/Bucharest", "RON" },
  { "Europe/Budapest", "HUF" },
  { "Europe/Copenhagen", "DKK" },
  { "Europe/Istanbul", "TRY" },
  { "Europe/Kyiv", "UAH" },
  { "Europe/London", "GBP" },
  { "Europe/Oslo", "NOK" },
  { "Europe/Prague", "CZK" },
  { "Europe/Stockholm", "SEK" },
  { "Europe/Warsaw", "PLN" },
  { "Europe/Zurich", "CHF" },
  { "PRC", "CNY" },
  { "Pacific/Auckland", "NZD" },
};

/* Countries whose holidays come with the program. */
static const struct
{
  const char *country;
  const char *holidays;
  gboolean has_states;
} holiday_countries[] = {
  { "CN", "cn", FALSE },
  { "DE", "de", TRUE },
  { "GB", "gb-eng", FALSE },
  { "US", "us", FALSE },
};

/**
 * fettle_region_holidays:
 * @country: (nullable): two letters, where the shop has said so
 * @zone: (nullable): IANA name, which tells the country where nobody has
 * @has_states: (out) (nullable): whether holidays differ from state to state there, so that one of those is to be
 * chosen
 *
 * Returns: (nullable): whose public holidays a shop there is likely to keep, such as "gb-eng"; %NULL where none are
 *   known
 */
const char *
fettle_region_holidays (const char *country, const char *zone, gboolean *has_states)
{
  const char *code = country != NULL ? country : fettle_country_of_zone (zone);

  if (has_states != NULL)
    *has_states = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (holiday_countries); i++)
    if (g_strcmp0 (code, holiday_countries[i].country) == 0)
      {
        if (has_states != NULL)
          *has_states = holiday_countries[i].has_states;
        return holiday_countries[i].holidays;
      }
  return NULL;
}

/**
 * fettle_region_may_keep:
 * @country: (nullable): as for fettle_region_holidays()
 * @zone: (nullable): as there
 * @holidays: of a region, such as "de-by"
 *
 * Returns: whether these are proposed to a shop there: the one that fits, or each state of a country that has them
 */
gboolean
fettle_region_may_keep (const char *country, const char *zone, const char *holidays)
{
  gboolean has_states = FALSE;
  const char *fits = fettle_region_holidays (country, zone, &has_states);
  gsize length = fits != NULL ? strlen (fits) : 0;

  if (fits == NULL || !has_states)
    return fits != NULL && g_str_equal (fits, holidays);
  return strncmp (holidays, fits, length) == 0 && holidays[length] == '-';
}

static gboolean
is_known (const char *currency)
{
  return currency != NULL && *currency != '\0' && g_strv_contains (fettle_currency_list (), currency);
}

/**
 * fettle_region_currency:
 * @zone: (nullable): IANA name
 * @locale_currency: (nullable): what the person's locale says, which goes first
 *
 * Returns: the ISO 4217 code that is the likeliest there
 */
const char *
fettle_region_currency (const char *zone, const char *locale_currency)
{
  const char *found = "EUR";
  gsize longest = 0;

  if (is_known (locale_currency))
    return g_intern_string (locale_currency);
  for (guint i = 0; zone != NULL && i < G_N_ELEMENTS (currencies); i++)
    {
      gsize length = strlen (currencies[i].zone);

      if (length > longest && g_str_has_prefix (zone, currencies[i].zone) && is_known (currencies[i].currency))
        {
          longest = length;
          found = currencies[i].currency;
        }
    }
  return found;
}

/**
 * fettle_region_local_zone:
 *
 * Returns: (transfer full): IANA name of this computer's zone; UTC where it has none
 */
char *
fettle_region_local_zone (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  const char *name = g_time_zone_get_identifier (zone);

  return g_strdup (name != NULL && strchr (name, '/') != NULL && !g_str_has_prefix (name, "Etc/") ? name : "UTC");
}

static int
compare_zones (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/**
 * fettle_region_list_zones:
 *
 * Returns: (transfer full): the IANA names that this computer knows, sorted; at least UTC and the local one
 */
GStrv
fettle_region_list_zones (void)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *table = NULL;
  g_autofree char *local = fettle_region_local_zone ();
  g_auto (GStrv) lines = NULL;

  if (g_file_get_contents ("/usr/share/zoneinfo/tzdata.zi", &table, NULL, NULL)
      || g_file_get_contents ("/usr/share/zoneinfo/zone1970.tab", &table, NULL, NULL))
    lines = g_strsplit (table, "\n", -1);
  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    {
      /* "Z Asia/Shanghai 8:5:43 …" and "L Asia/Shanghai PRC", or "CN<tab>+3114+12128<tab>Asia/Shanghai". */
      gboolean is_tab = strchr (lines[i], '\t') != NULL && lines[i][0] != '#';
      g_auto (GStrv) words = g_strsplit (lines[i], is_tab ? "\t" : " ", 4);
      guint n_words = g_strv_length (words);
      const char *name = is_tab                                       ? (n_words > 2 ? words[2] : NULL)
                         : n_words > 1 && g_str_equal (words[0], "Z") ? words[1]
                         : n_words > 2 && g_str_equal (words[0], "L") ? words[2]
                                                                      : NULL;

      if (name != NULL && strchr (name, '/') != NULL && !g_str_has_prefix (name, "Etc/"))
        g_ptr_array_add (names, g_strdup (name));
    }
  g_ptr_array_add (names, g_strdup ("UTC"));
  if (!g_ptr_array_find_with_equal_func (names, local, g_str_equal, NULL))
    g_ptr_array_add (names, g_steal_pointer (&local));
  g_ptr_array_sort (names, compare_zones);
  g_ptr_array_add (names, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}

/**
 * fettle_region_zone_title:
 * @zone: IANA name
 *
 * Returns: (transfer full): the city first, as people look for it: "Shanghai (Asia)"
 */
char *
fettle_region_zone_title (const char *zone)
{
  const char *slash = strrchr (zone, '/');
  g_autofree char *region = slash != NULL ? g_strndup (zone, (gsize) (slash - zone)) : NULL;
  char *title = region != NULL ? g_strdup_printf ("%s (%s)", slash + 1, region) : g_strdup (zone);

  return g_strdelimit (title, "_", ' ');
}
