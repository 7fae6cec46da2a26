/* fettle-setup-store.h: the shop, its people, its hours, its stages and its papers, as kept.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-calendar.h"
#include "fettle-connection.h"
#include "fettle-service-point.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_OPENING_HOURS (fettle_opening_hours_get_type ())
FETTLE_DECLARE_RECORD (FettleOpeningHours, fettle_opening_hours, FETTLE, OPENING_HOURS)

/**
 * FettleOpeningHours:
 * @weekday: 1 Monday to 7 Sunday
 * @opens: minutes after midnight
 * @closes: minutes after midnight; past 1440 is after the next midnight
 * @reception: open for reception only: not a working day; a weekday is one if any of its hours is not for that alone
 */
struct _FettleOpeningHours
{
  FettleRecord parent_instance;
  int weekday;
  int opens;
  int closes;
  gboolean reception;
};

#define FETTLE_TYPE_CLOSED_DAY (fettle_closed_day_get_type ())
FETTLE_DECLARE_RECORD (FettleClosedDay, fettle_closed_day, FETTLE, CLOSED_DAY)

/**
 * FettleClosedDay:
 * @day: YYYY-MM-DD
 * @name: why, or NULL
 * @hours: NULL where it is closed, "" where it is open as on any such weekday, else its hours as people write them
 * @source: the file that it was read from; NULL for the shop's own word
 * @counts: 1 a working day if it is open, 0 for reception only, -1 as its weekday
 *
 * A day that is not as its weekday: closed, or with hours of its own.
 */
struct _FettleClosedDay
{
  FettleRecord parent_instance;
  char *day;
  char *name;
  char *hours;
  char *source;
  int counts;
};

FettleClosedDay *fettle_closed_day_make (const char *day, const char *hours, const char *name);

#define FETTLE_TYPE_SHOP (fettle_shop_get_type ())
FETTLE_DECLARE_RECORD (FettleShop, fettle_shop, FETTLE, SHOP)

/**
 * FettleShop:
 * @service_point: the shop itself
 * @staff: of FettleStaff, by name, those who left last
 * @stages: of FettleStageStyle in the order of the board
 * @papers: of FettlePaperStyle
 * @hours: of FettleOpeningHours
 * @closed_days: of FettleClosedDay, the earliest first
 * @holidays: whose public holidays are kept, such as "de-by"; NULL for none
 * @holidays_chosen: whether somebody has said so, none included
 *
 * All of the shop's settings in one piece, small enough to be loaded whole.
 */
struct _FettleShop
{
  FettleRecord parent_instance;
  FettleServicePoint *service_point;
  GPtrArray *staff;
  GPtrArray *stages;
  GPtrArray *papers;
  GPtrArray *hours;
  GPtrArray *closed_days;
  char *holidays;
  gboolean holidays_chosen;
};

GTimeZone *fettle_shop_make_zone (FettleShop *self);
FettleCalendar *fettle_shop_make_calendar (FettleShop *self);
FettlePaperStyle *fettle_shop_paper (FettleShop *self, const char *document);
FettleStageStyle *fettle_shop_stage (FettleShop *self, FettleStage stage);

gboolean fettle_setup_store_exists (FettleConnection *connection);
gboolean fettle_setup_store_begin (FettleConnection *connection,
                                   FettleServicePoint *service_point,
                                   const char *const *staff,
                                   GError **error);
FettleShop *fettle_setup_store_load (FettleConnection *connection, GError **error);
gboolean
fettle_setup_store_save_service_point (FettleConnection *connection, FettleServicePoint *service_point, GError **error);
gint64 fettle_setup_store_save_staff (FettleConnection *connection, FettleStaff *staff, GError **error);
gint64 fettle_setup_store_staff_id (FettleConnection *connection, const char *name, GError **error);
gboolean fettle_setup_store_save_stage (FettleConnection *connection, FettleStageStyle *style, GError **error);
gboolean fettle_setup_store_save_paper (FettleConnection *connection, FettlePaperStyle *style, GError **error);
gboolean
fettle_setup_store_save_hours (FettleConnection *connection, GPtrArray *hours, GPtrArray *closed_days, GError **error);
GBytes *fettle_setup_store_load_logo (FettleConnection *connection, GError **error);
gboolean fettle_setup_store_save_logo (FettleConnection *connection, GBytes *logo, GError **error);
char *fettle_setup_store_get (FettleConnection *connection, const char *key, GError **error);
gboolean fettle_setup_store_set (FettleConnection *connection, const char *key, const char *value, GError **error);

G_END_DECLS
