/* fettle-typed-time.h: a day and a time as people type them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean fettle_typed_time_parse (const char *text,
                                  gint64 now,
                                  GTimeZone *zone,
                                  gint64 *moment,
                                  gboolean *has_time,
                                  GError **error);
char *fettle_typed_time_format (gint64 moment, GTimeZone *zone);

G_END_DECLS
