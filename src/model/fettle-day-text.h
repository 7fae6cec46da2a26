/* fettle-day-text.h: one day of the calendar as people write it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FettleDayText:
 * @day: "YYYY-MM-DD"
 * @hours: as people write them, or NULL where it is closed
 * @counts: 1 a working day, 0 for reception only, -1 not said
 * @name: or NULL
 */
typedef struct
{
  char *day;
  char *hours;
  int counts;
  char *name;
} FettleDayText;

gboolean fettle_day_text_parse (FettleDayText *self, const char *text, GError **error);
void fettle_day_text_clear (FettleDayText *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FettleDayText, fettle_day_text_clear)

G_END_DECLS
