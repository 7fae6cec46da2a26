/* fettle-country.h: countries by their codes of ISO 3166-1.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *fettle_country_from_code (const char *code);
const char *fettle_country_alpha3 (const char *code);
const char *fettle_country_name (const char *code);
GStrv fettle_country_list (void);
const char *fettle_country_of_zone (const char *zone);

G_END_DECLS
