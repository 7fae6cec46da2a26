/* fettle-region.h: time zones, and what money and which public holidays are usual where.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *fettle_region_holidays (const char *country, const char *zone, gboolean *has_states);
gboolean fettle_region_may_keep (const char *country, const char *zone, const char *holidays);
const char *fettle_region_currency (const char *zone, const char *locale_currency);
char *fettle_region_local_zone (void);
GStrv fettle_region_list_zones (void);
char *fettle_region_zone_title (const char *zone);

G_END_DECLS
