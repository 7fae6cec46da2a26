/* fettle-week-text.h: the opening hours of a week in one line.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-hours-text.h"

G_BEGIN_DECLS

/**
 * FettleWeekSpan:
 * @weekday: 1 Monday to 7 Sunday
 * @span: when it is open
 * @reception: open for reception only, which makes no working day
 */
typedef struct
{
  int weekday;
  FettleHoursSpan span;
  gboolean reception;
} FettleWeekSpan;

GArray *fettle_week_text_parse (const char *text, GError **error);
char *fettle_week_text_write (GArray *week);

G_END_DECLS
