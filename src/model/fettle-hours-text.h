/* fettle-hours-text.h: opening hours of one day as people write them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FettleHoursSpan:
 * @opens: minutes after midnight
 * @closes: minutes after midnight; past 1440 is after the next midnight
 */
typedef struct
{
  int opens;
  int closes;
} FettleHoursSpan;

GArray *fettle_hours_text_parse (const char *text, GError **error);
char *fettle_hours_text_write (const GArray *spans);

G_END_DECLS
