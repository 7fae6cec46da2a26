/* fettle-country.c: countries by their codes of ISO 3166-1.
 *
 * Kept as two letters, written in exchange formats as three. The names are those of the standard, in the user's
 * language where the computer has iso-codes. Which country a time zone lies in is read from the computer's own table
 * (tzdata). Pure but for that; any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-country.h"

#include <string.h>

#define ZONES "/usr/share/zoneinfo/zone.tab"

static const struct
{
  char alpha2[3];
  char alpha3[4];
  const char *name;
} countries[] = {
  { "AD", "AND", "Andorra" },
  { "AE", "ARE", "United Arab Emirates" },
  { "AF", "AFG", "Afghanistan" },
  { "AG", "ATG", "Antigua and Barbuda" },
  { "AI", "AIA", "Anguilla" },
  { "AL", "ALB", "Albania" },
  { "AM", "ARM", "Armenia" },
  { "AO", "AGO", "Angola" },
  { "AQ", "ATA", "Antarctica" },
  { "AR", "ARG", "Argentina" },
  { "AS", "ASM", "American Samoa" },
  { "AT", "AUT", "Austria" },
  { "AU", "AUS", "Australia" },
  { "AW", "ABW", "Aruba" },
  { "AX", "ALA", "Åland Islands" },
  { "AZ", "AZE", "Azerbaijan" },
  { "BA", "BIH", "Bosnia and Herzegovina" },
  { "BB", "BRB", "Barbados" },
  { "BD", "BGD", "Bangladesh" },
  { "BE", "BEL", "Belgium" },
  { "BF", "BFA", "Burkina Faso" },
  { "BG", "BGR", "Bulgaria" },
  { "BH", "BHR", "Bahrain" },
  { "BI", "BDI", "Burundi" },
  { "BJ", "BEN", "Benin" },
  { "BL", "BLM", "Saint Barthélemy" },
  { "BM", "BMU", "Bermuda" },
  { "BN", "BRN", "Brunei Darussalam" },
  { "BO", "BOL", "Bolivia" },
  { "BQ", "BES", "Bonaire, Sint Eustatius and Saba" },
  { "BR", "BRA", "Brazil" },
  { "BS", "BHS", "Bahamas" },
  { "BT", "BTN", "Bhutan" },
  { "BV", "BVT", "Bouvet Island" },
  { "BW", "BWA", "Botswana" },
  { "BY", "BLR", "Belarus" },
  { "BZ", "BLZ", "Belize" },
  { "CA", "CAN", "Canada" },
  { "CC", "CCK", "Cocos (Keeling) Islands" },
  { "CD", "COD", "Congo, The Democratic Republic of the" },
  { "CF", "CAF", "Central African Republic" },
  { "CG", "COG", "Congo" },
  { "CH", "CHE", "Switzerland" },
  { "CI", "CIV", "Côte d'Ivoire" },
  { "CK", "COK", "Cook Islands" },
  { "CL", "CHL", "Chile" },
  { "CM", "CMR", "Cameroon" },
  { "CN", "CHN", "China" },
  { "CO", "COL", "Colombia" },
  { "CR", "CRI", "Costa Rica" },
  { "CU", "CUB", "Cuba" },
  { "CV", "CPV", "Cabo Verde" },
  { "CW", "CUW", "Curaçao" },
  { "CX", "CXR", "Christmas Island" },
  { "CY", "CYP", "Cyprus" },
  { "CZ", "CZE", "Czechia" },
  { "DE", "DEU", "Germany" },
  { "DJ", "DJI", "Djibouti" },
  { "DK", "DNK", "Denmark" },
  { "DM", "DMA", "Dominica" },
  { "DO", "DOM", "Dominican Republic" },
  { "DZ", "DZA", "Algeria" },
  { "EC", "ECU", "Ecuador" },
  { "EE", "EST", "Estonia" },
  { "EG", "EGY", "Egypt" },
  { "EH", "ESH", "Western Sahara" },
  { "ER", "ERI", "Eritrea" },
  { "ES", "ESP", "Spain" },
  { "ET", "ETH", "Ethiopia" },
  { "FI", "FIN", "Finland" },
  { "FJ", "FJI", "Fiji" },
  { "FK", "FLK", "Falkland Islands (Malvinas)" },
  { "FM", "FSM", "Micronesia, Federated States of" },
  { "FO", "FRO", "Faroe Islands" },
  { "FR", "FRA", "France" },
  { "GA", "GAB", "Gabon" },
  { "GB", "GBR", "United Kingdom" },
  { "GD", "GRD", "Grenada" },
  { "GE", "GEO", "Georgia" },
  { "GF", "GUF", "French Guiana" },
  { "GG", "GGY", "Guernsey" },
  { "GH", "GHA", "Ghana" },
  { "GI", "GIB", "Gibraltar" },
  { "GL", "GRL", "Greenland" },
  { "GM", "GMB", "Gambia" },
  { "GN", "GIN", "Guinea" },
  { "GP", "GLP", "Guadeloupe" },
  { "GQ", "GNQ", "Equatorial Guinea" },
  { "GR", "GRC", "Greece" },
  { "GS", "SGS", "South Georgia and the South Sandwich Islands" },
  { "GT", "GTM", "Guatemala" },
  { "GU", "GUM", "Guam" },
  { "GW", "GNB", "Guinea-Bissau" },
  { "GY", "GUY", "Guyana" },
  { "HK", "HKG", "Hong Kong" },
  { "HM", "HMD", "Heard Island and McDonald Islands" },
  { "HN", "HND", "Honduras" },
  { "HR", "HRV", "Croatia" },
  { "HT", "HTI", "Haiti" },
  { "HU", "HUN", "Hungary" },
  { "ID", "IDN", "Indonesia" },
  { "IE", "IRL", "Ireland" },
  { "IL", "ISR", "Israel" },
  { "IM", "IMN", "Isle of Man" },
  { "IN", "IND", "India" },
  { "IO", "IOT", "British Indian Ocean Territory" },
  { "IQ", "IRQ", "Iraq" },
  { "IR", "IRN", "Iran" },
  { "IS", "ISL", "Iceland" },
  { "IT", "ITA", "Italy" },
  { "JE", "JEY", "Jersey" },
  { "JM", "JAM", "Jamaica" },
  { "JO", "JOR", "Jordan" },
  { "JP", "JPN", "Japan" },
  { "KE", "KEN", "Kenya" },
  { "KG", "KGZ", "Kyrgyzstan" },
  { "KH", "KHM", "Cambodia" },
  { "KI", "KIR", "Kiribati" },
  { "KM", "COM", "Comoros" },
  { "KN", "KNA", "Saint Kitts and Nevis" },
  { "KP", "PRK", "North Korea" },
  { "KR", "KOR", "South Korea" },
  { "KW", "KWT", "Kuwait" },
  { "KY", "CYM", "Cayman Islands" },
  { "KZ", "KAZ", "Kazakhstan" },
  { "LA", "LAO", "Laos" },
  { "LB", "LBN", "Lebanon" },
  { "LC", "LCA", "Saint Lucia" },
  { "LI", "LIE", "Liechtenstein" },
  { "LK", "LKA", "Sri Lanka" },
  { "LR", "LBR", "Liberia" },
  { "LS", "LSO", "Lesotho" },
  { "LT", "LTU", "Lithuania" },
  { "LU", "LUX", "Luxembourg" },
  { "LV", "LVA", "Latvia" },
  { "LY", "LBY", "Libya" },
  { "MA", "MAR", "Morocco" },
  { "MC", "MCO", "Monaco" },
  { "MD", "MDA", "Moldova" },
  { "ME", "MNE", "Montenegro" },
  { "MF", "MAF", "Saint Martin (French part)" },
  { "MG", "MDG", "Madagascar" },
  { "MH", "MHL", "Marshall Islands" },
  { "MK", "MKD", "North Macedonia" },
  { "ML", "MLI", "Mali" },
  { "MM", "MMR", "Myanmar" },
  { "MN", "MNG", "Mongolia" },
  { "MO", "MAC", "Macao" },
  { "MP", "MNP", "Northern Mariana Islands" },
  { "MQ", "MTQ", "Martinique" },
  { "MR", "MRT", "Mauritania" },
  { "MS", "MSR", "Montserrat" },
  { "MT", "MLT", "Malta" },
  { "MU", "MUS", "Mauritius" },
  { "MV", "MDV", "Maldives" },
  { "MW", "MWI", "Malawi" },
  { "MX", "MEX", "Mexico" },
  { "MY", "MYS", "Malaysia" },
  { "MZ", "MOZ", "Mozambique" },
  { "NA", "NAM", "Namibia" },
  { "NC", "NCL", "New Caledonia" },
  { "NE", "NER", "Niger" },
  { "NF", "NFK", "Norfolk Island" },
  { "NG", "NGA", "Nigeria" },
  { "NI", "NIC", "Nicaragua" },
  { "NL", "NLD", "Netherlands" },
  { "NO", "NOR", "Norway" },
  { "NP", "NPL", "Nepal" },
  { "NR", "NRU", "Nauru" },
  { "NU", "NIU", "Niue" },
  { "NZ", "NZL", "New Zealand" },
  { "OM", "OMN", "Oman" },
  { "PA", "PAN", "Panama" },
  { "PE", "PER", "Peru" },
  { "PF", "PYF", "French Polynesia" },
  { "PG", "PNG", "Papua New Guinea" },
  { "PH", "PHL", "Philippines" },
  { "PK", "PAK", "Pakistan" },
  { "PL", "POL", "Poland" },
  { "PM", "SPM", "Saint Pierre and Miquelon" },
  { "PN", "PCN", "Pitcairn" },
  { "PR", "PRI", "Puerto Rico" },
  { "PS", "PSE", "Palestine, State of" },
  { "PT", "PRT", "Portugal" },
  { "PW", "PLW", "Palau" },
  { "PY", "PRY", "Paraguay" },
  { "QA", "QAT", "Qatar" },
  { "RE", "REU", "Réunion" },
  { "RO", "ROU", "Romania" },
  { "RS", "SRB", "Serbia" },
  { "RU", "RUS", "Russian Federation" },
  { "RW", "RWA", "Rwanda" },
  { "SA", "SAU", "Saudi Arabia" },
  { "SB", "SLB", "Solomon Islands" },
  { "SC", "SYC", "Seychelles" },
  { "SD", "SDN", "Sudan" },
  { "SE", "SWE", "Sweden" },
  { "SG", "SGP", "Singapore" },
  { "SH", "SHN", "Saint Helena, Ascension and Tristan da Cunha" },
  { "SI", "SVN", "Slovenia" },
  { "SJ", "SJM", "Svalbard and Jan Mayen" },
  { "SK", "SVK", "Slovakia" },
  { "SL", "SLE", "Sierra Leone" },
  { "SM", "SMR", "San Marino" },
  { "SN", "SEN", "Senegal" },
  { "SO", "SOM", "Somalia" },
  { "SR", "SUR", "Suriname" },
  { "SS", "SSD", "South Sudan" },
  { "ST", "STP", "Sao Tome and Principe" },
  { "SV", "SLV", "El Salvador" },
  { "SX", "SXM", "Sint Maarten (Dutch part)" },
  { "SY", "SYR", "Syria" },
  { "SZ", "SWZ", "Eswatini" },
  { "TC", "TCA", "Turks and Caicos Islands" },
  { "TD", "TCD", "Chad" },
  { "TF", "ATF", "French Southern Territories" },
  { "TG", "TGO", "Togo" },
  { "TH", "THA", "Thailand" },
  { "TJ", "TJK", "Tajikistan" },
  { "TK", "TKL", "Tokelau" },
  { "TL", "TLS", "Timor-Leste" },
  { "TM", "TKM", "Turkmenistan" },
  { "TN", "TUN", "Tunisia" },
  { "TO", "TON", "Tonga" },
  { "TR", "TUR", "Türkiye" },
  { "TT", "TTO", "Trinidad and Tobago" },
  { "TV", "TUV", "Tuvalu" },
  { "TW", "TWN", "Taiwan" },
  { "TZ", "TZA", "Tanzania" },
  { "UA", "UKR", "Ukraine" },
  { "UG", "UGA", "Uganda" },
  { "UM", "UMI", "United States Minor Outlying Islands" },
  { "US", "USA", "United States" },
  { "UY", "URY", "Uruguay" },
  { "UZ", "UZB", "Uzbekistan" },
  { "VA", "VAT", "Holy See (Vatican City State)" },
  { "VC", "VCT", "Saint Vincent and the Grenadines" },
  { "VE", "VEN", "Venezuela" },
  { "VG", "VGB", "Virgin Islands, British" },
  { "VI", "VIR", "Virgin Islands, U.S." },
  { "VN", "VNM", "Vietnam" },
  { "VU", "VUT", "Vanuatu" },
  { "WF", "WLF", "Wallis and Futuna" },
  { "WS", "WSM", "Samoa" },
  { "YE", "YEM", "Yemen" },
  { "YT", "MYT", "Mayotte" },
  { "ZA", "ZAF", "South Africa" },
  { "ZM", "ZMB", "Zambia" },
  { "ZW", "ZWE", "Zimbabwe" },
};

static gsize
find (const char *code)
{
  gsize i = 0;

  while (i < G_N_ELEMENTS (countries) && g_ascii_strcasecmp (countries[i].alpha2, code) != 0
         && g_ascii_strcasecmp (countries[i].alpha3, code) != 0)
    i++;
  return i;
}

/**
 * fettle_country_from_code:
 * @code: (nullable): two or three letters, in any case
 *
 * Returns: (nullable): the two letters of ISO 3166-1 alpha-2; %NULL where no country has the code
 */
const char *
fettle_country_from_code (const char *code)
{
  const gsize i = code != NULL ? find (code) : G_N_ELEMENTS (countries);

  return i < G_N_ELEMENTS (countries) ? countries[i].alpha2 : NULL;
}

/**
 * fettle_country_alpha3:
 * @code: (nullable): two or three letters
 *
 * Returns: (nullable): the three letters of ISO 3166-1 alpha-3
 */
const char *
fettle_country_alpha3 (const char *code)
{
  const gsize i = code != NULL ? find (code) : G_N_ELEMENTS (countries);

  return i < G_N_ELEMENTS (countries) ? countries[i].alpha3 : NULL;
}

/**
 * fettle_country_name:
 * @code: two or three letters
 *
 * Returns: what people call it; the code itself where it is not known
 */
const char *
fettle_country_name (const char *code)
{
  const gsize i = find (code);

  return i < G_N_ELEMENTS (countries) ? g_dgettext ("iso_3166-1", countries[i].name) : code;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (fettle_country_name (*(const char *const *) a),
                         fettle_country_name (*(const char *const *) b));
}

/**
 * fettle_country_list:
 *
 * Returns: (transfer full): the two letters of all of them, in the order of their names
 */
GStrv
fettle_country_list (void)
{
  GPtrArray *codes = g_ptr_array_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (countries); i++)
    g_ptr_array_add (codes, g_strdup (countries[i].alpha2));
  g_ptr_array_sort (codes, compare_names);
  g_ptr_array_add (codes, NULL);
  return (GStrv) g_ptr_array_free (codes, FALSE);
}

/**
 * fettle_country_of_zone:
 * @zone: (nullable): IANA name
 *
 * Returns: (nullable): two letters; %NULL where the zone lies in no country, or this computer does not know
 */
const char *
fettle_country_of_zone (const char *zone)
{
  g_autofree char *table = NULL;
  g_auto (GStrv) lines = NULL;

  if (zone == NULL || !g_file_get_contents (ZONES, &table, NULL, NULL))
    return NULL;
  lines = g_strsplit (table, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      /* "CN<tab>+3114+12128<tab>Asia/Shanghai<tab>comment" */
      g_auto (GStrv) words = g_strsplit (lines[i], "\t", 4);

      if (lines[i][0] != '#' && g_strv_length (words) > 2 && g_str_equal (words[2], zone))
        return fettle_country_from_code (words[0]);
    }
  return NULL;
}
