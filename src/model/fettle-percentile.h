/* fettle-percentile.h: the value below which so many of a hundred lie.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void fettle_percentile_sort (gint64 *values, guint n);
gint64 fettle_percentile_of_sorted (const gint64 *sorted, guint n, int percent);
gint64 fettle_median_of_sorted (const gint64 *sorted, guint n);

G_END_DECLS
