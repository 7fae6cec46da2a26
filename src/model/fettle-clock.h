/* fettle-clock.h: the one clock that the whole program reads, and moments as text.
 *
 * A moment is a gint64: microseconds since 1970-01-01T00:00:00Z, and 0 is "none".
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define FETTLE_SECOND (G_GINT64_CONSTANT (1000000))
#define FETTLE_MINUTE (60 * FETTLE_SECOND)
#define FETTLE_HOUR   (60 * FETTLE_MINUTE)
#define FETTLE_DAY    (24 * FETTLE_HOUR)

typedef gint64 (*FettleClockSource) (gpointer data);

gint64 fettle_clock_now (void);
void fettle_clock_set (gint64 moment);
void fettle_clock_set_of_thread (gint64 moment);
void fettle_clock_act_at (gint64 moment);
gint64 fettle_clock_entered (void);
void fettle_clock_set_source (FettleClockSource now, gpointer data);

gboolean fettle_moment_from_rfc3339 (const char *text, gint64 *moment, GError **error);
char *fettle_moment_to_rfc3339 (gint64 moment, GTimeZone *zone);

G_END_DECLS
