/* fettle-number.h: the numbers of jobs, "2026-000017".
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *fettle_number_format (int year, gint64 sequence);
gboolean fettle_number_parse (const char *text, int *year, gint64 *sequence, GError **error);
char *fettle_number_from_scan (const char *text, int current_year);

G_END_DECLS
