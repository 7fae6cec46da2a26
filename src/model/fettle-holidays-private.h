/* fettle-holidays-private.h: what a file of holidays says, between its reader and those who compute with it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-holiday-rule.h"
#include "fettle-holidays.h"

G_BEGIN_DECLS

typedef enum
{
  FETTLE_WEEKEND_STAYS,
  FETTLE_WEEKEND_NEXT,    /* the next weekday that is no holiday is one instead */
  FETTLE_WEEKEND_NEAREST, /* for a Saturday the Friday before, for a Sunday the Monday after */
} FettleWeekend;

/* One rule of a file, with the years in which it holds. */
typedef struct
{
  char *name;
  char *source;
  FettleHolidayRule rule;
  GStrv regions; /* NULL: all */
  int from;
  int to;
  GArray *except; /* int */
} FettleHolidayLine;

/* One year whose days were published. */
typedef struct
{
  int year;
  char *source;
  GArray *days; /* FettleHoliday */
} FettleHolidaySchedule;

typedef struct
{
  char *id;
  char *name_en;
  char *name_zh;
  char *source;
  char *note_en;
  char *note_zh;
} FettleHolidayPlace;

typedef struct
{
  char *country;
  char *name_en;
  char *name_zh;
  char *source;
  FettleWeekend weekend;
  int from;
  GPtrArray *places;    /* FettleHolidayPlace */
  GPtrArray *lines;     /* FettleHolidayLine */
  GPtrArray *schedules; /* FettleHolidaySchedule; NULL where there are rules */
} FettleHolidayFile;

FettleHolidayFile *fettle_holiday_file_parse (const char *text, gssize length, GError **error);
void fettle_holiday_file_free (FettleHolidayFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FettleHolidayFile, fettle_holiday_file_free)
FettleHolidayPlace *fettle_holiday_file_find (FettleHolidayFile *self, const char *region);

G_END_DECLS
