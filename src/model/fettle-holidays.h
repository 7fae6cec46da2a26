/* fettle-holidays.h: the public holidays of a region.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-record.h"

G_BEGIN_DECLS

/* The holidays of one region, computed year by year as they are asked for. Not changed by that: any thread. */
typedef struct _FettleHolidays FettleHolidays;

/**
 * FettleHoliday:
 * @day: days since 1970-01-01
 * @working: a working day in place of one that a holiday took, and no holiday
 * @name: in the language of the region
 * @source: law or notice
 */
typedef struct
{
  gint64 day;
  gboolean working;
  char *name;
  const char *source;
} FettleHoliday;

#define FETTLE_TYPE_HOLIDAY_REGION (fettle_holiday_region_get_type ())
FETTLE_DECLARE_RECORD (FettleHolidayRegion, fettle_holiday_region, FETTLE, HOLIDAY_REGION)

/**
 * FettleHolidayRegion:
 * @id: such as "de-by"
 * @name: in the language that was asked for
 * @note: what its people must know, or NULL
 */
struct _FettleHolidayRegion
{
  FettleRecord parent_instance;
  char *id;
  char *name;
  char *note;
};

FettleHolidays *fettle_holidays_load (const char *region, GError **error);
FettleHolidays *fettle_holidays_parse (const char *region, const char *text, gssize length, GError **error);
FettleHolidays *fettle_holidays_ref (FettleHolidays *self);
void fettle_holidays_unref (FettleHolidays *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FettleHolidays, fettle_holidays_unref)

GPtrArray *fettle_holidays_list_regions (const char *language);
const char *fettle_holidays_get_region (FettleHolidays *self);
const char *fettle_holidays_get_source (FettleHolidays *self);
const char *fettle_holidays_get_complaint (FettleHolidays *self);
gboolean fettle_holidays_knows (FettleHolidays *self, int year);
char *fettle_holidays_note (FettleHolidays *self, int year);
const FettleHoliday *fettle_holidays_look_up (FettleHolidays *self, gint64 day);
const GArray *fettle_holidays_list_year (FettleHolidays *self, int year);

G_END_DECLS
