/* fettle-holiday-rule.h: on which day of a year a holiday falls.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  FETTLE_HOLIDAY_FIXED,
  FETTLE_HOLIDAY_ONCE,
  FETTLE_HOLIDAY_EASTER,
  FETTLE_HOLIDAY_NTH,
  FETTLE_HOLIDAY_BEFORE,
} FettleHolidayRuleKind;

/**
 * FettleHolidayRule:
 * @kind: which of the fields matter
 * @year: of a day that was only once
 * @month: 1 to 12
 * @day: of the month
 * @offset: days after Easter Sunday; or which one of the month, -1 for the last
 * @weekday: 1 Monday to 7 Sunday
 */
typedef struct
{
  FettleHolidayRuleKind kind;
  int year;
  int month;
  int day;
  int offset;
  int weekday;
} FettleHolidayRule;

gboolean fettle_holiday_rule_parse (FettleHolidayRule *self, const char *text);
gboolean fettle_holiday_rule_apply (const FettleHolidayRule *self, int year, gint64 *day);
gint64 fettle_holiday_easter (int year);

G_END_DECLS
