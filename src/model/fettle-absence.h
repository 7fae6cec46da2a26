/* fettle-absence.h: who is away when, and who stands in.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-record.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_ABSENCE (fettle_absence_get_type ())
FETTLE_DECLARE_RECORD (FettleAbsence, fettle_absence, FETTLE, ABSENCE)

/**
 * FettleAbsence:
 * @id: row
 * @staff_id: who is away
 * @staff_name: or NULL
 * @first_day: "YYYY-MM-DD" on the wall of the shop
 * @last_day: "YYYY-MM-DD", included; NULL for somebody who has left the shop
 * @deputy_id: who stands in, 0 for nobody
 * @deputy_name: or NULL
 * @reason: in words, or NULL
 */
struct _FettleAbsence
{
  FettleRecord parent_instance;
  gint64 id;
  gint64 staff_id;
  char *staff_name;
  char *first_day;
  char *last_day;
  gint64 deputy_id;
  char *deputy_name;
  char *reason;
};

gboolean fettle_absence_validate (FettleAbsence *self, GError **error);
gboolean fettle_absence_is_away (GPtrArray *absences, gint64 staff_id, const char *day);
gint64 fettle_absence_stand_in (GPtrArray *absences, gint64 staff_id, gint64 deputy_id, const char *day);

G_END_DECLS
