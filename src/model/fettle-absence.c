/* fettle-absence.c: who is away when, and who stands in.
 *
 * What belongs to somebody who is away belongs to whoever stands in, so that a promise made by one person is kept by
 * another. Pure; any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-absence.h"

#include <glib/gi18n-lib.h>

#include "fettle-error.h"
#include "fettle-zone.h"

static const FettleField fettle_absence_fields[] = {
  FETTLE_FIELD (FettleAbsence, id, "id", INT64),
  FETTLE_FIELD (FettleAbsence, staff_id, "staff-id", INT64),
  FETTLE_FIELD (FettleAbsence, staff_name, "staff-name", STRING),
  FETTLE_FIELD (FettleAbsence, first_day, "first-day", STRING),
  FETTLE_FIELD (FettleAbsence, last_day, "last-day", STRING),
  FETTLE_FIELD (FettleAbsence, deputy_id, "deputy-id", INT64),
  FETTLE_FIELD (FettleAbsence, deputy_name, "deputy-name", STRING),
  FETTLE_FIELD (FettleAbsence, reason, "reason", STRING),
};

FETTLE_DEFINE_RECORD (FettleAbsence, fettle_absence)

/**
 * fettle_absence_validate:
 *
 * Returns: %FALSE with %FETTLE_MODEL_ERROR_INVALID where the days are none, or end before they begin, or where somebody
 *   stands in for themselves
 */
gboolean
fettle_absence_validate (FettleAbsence *self, GError **error)
{
  gint64 first = 0, last = 0;

  if (!fettle_day_parse (self->first_day, &first) || !fettle_day_parse (self->last_day, &last))
    g_set_error_literal (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID,
                         _ ("Write both days of an absence like 2026-03-31."));
  else if (last < first)
    g_set_error_literal (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID,
                         _ ("An absence cannot end before it begins."));
  else if (self->deputy_id != 0 && self->deputy_id == self->staff_id)
    g_set_error_literal (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID,
                         _ ("Somebody who is away cannot stand in for themselves. Choose another deputy."));
  else
    return TRUE;
  return FALSE;
}

static gboolean
covers (FettleAbsence *absence, gint64 staff_id, const char *day)
{
  return absence->staff_id == staff_id && g_strcmp0 (absence->first_day, day) <= 0
         && (absence->last_day == NULL || g_strcmp0 (day, absence->last_day) <= 0);
}

/**
 * fettle_absence_is_away:
 * @absences: (element-type FettleAbsence):
 * @day: "YYYY-MM-DD" on the wall of the shop
 */
gboolean
fettle_absence_is_away (GPtrArray *absences, gint64 staff_id, const char *day)
{
  for (guint i = 0; i < absences->len; i++)
    if (covers (absences->pdata[i], staff_id, day))
      return TRUE;
  return FALSE;
}

static gboolean
has_left (GPtrArray *absences, gint64 staff_id)
{
  for (guint i = 0; i < absences->len; i++)
    if (((FettleAbsence *) absences->pdata[i])->staff_id == staff_id
        && ((FettleAbsence *) absences->pdata[i])->last_day == NULL)
      return TRUE;
  return FALSE;
}

/* The first person along the deputies of @staff_id who is here; 0 where all of them are away. */
static gint64
find_present (GPtrArray *absences, gint64 staff_id, const char *day, GHashTable *asked)
{
  if (staff_id == 0 || !g_hash_table_add (asked, g_memdup2 (&staff_id, sizeof staff_id)))
    return 0;
  if (!fettle_absence_is_away (absences, staff_id, day))
    return staff_id;
  for (guint i = 0; i < absences->len; i++)
    {
      FettleAbsence *absence = absences->pdata[i];
      gint64 found = covers (absence, staff_id, day) ? find_present (absences, absence->deputy_id, day, asked) : 0;

      if (found != 0)
        return found;
    }
  return 0;
}

/**
 * fettle_absence_stand_in:
 * @absences: (element-type FettleAbsence):
 * @staff_id: whose it is, 0 for nobody's
 * @deputy_id: who stands in for this one thing, 0 where nobody was named for it
 * @day: "YYYY-MM-DD" on the wall of the shop
 *
 * Who has on @day what belongs to @staff_id: themselves while they are here; else the deputy of this one thing, or who
 * stands in for that one; else the deputy of the absence, and so on along the deputies.
 *
 * Returns: the person; @staff_id itself where everybody who could stand in is away too, 0 where they have left
 */
gint64
fettle_absence_stand_in (GPtrArray *absences, gint64 staff_id, gint64 deputy_id, const char *day)
{
  g_autoptr (GHashTable) asked = NULL;
  gint64 found;

  if (staff_id != 0 && !fettle_absence_is_away (absences, staff_id, day))
    return staff_id;
  asked = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  found = deputy_id != staff_id ? find_present (absences, deputy_id, day, asked) : 0;
  if (found == 0)
    found = find_present (absences, staff_id, day, asked);
  if (found != 0)
    return found;
  return has_left (absences, staff_id) ? 0 : staff_id;
}
