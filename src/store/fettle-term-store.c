/* fettle-term-store.c: the term of a unit from its papers and its days in the shop.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-device-store.h"

#include "fettle-clock.h"
#include "fettle-statement.h"
#include "fettle-zone.h"

/* The device was in the shop from its arrival until it went out again, or is still here. A visit, a question or a
 * complaint keeps nothing here. */
#define STAYS                                                                                                          \
  "SELECT coalesce ((SELECT max (e.at) FROM event e WHERE e.job_id = j.id AND e.what = 'device-arrived'),"             \
  " j.received_at), j.handed_over_at, CASE j.stage WHEN 'cancelled' THEN j.stage_since ELSE 0 END"                     \
  " FROM job j WHERE j.unit_id = :unit AND j.device_here = 1"                                                          \
  " AND j.kind NOT IN ('enquiry', 'guidance', 'complaint', 'visit')"

static GArray *
read_stays (FettleConnection *connection, gint64 unit_id, FettleZoneView *view, GError **error)
{
  g_autoptr (FettleStatement) rows = fettle_connection_prepare (connection, STAYS);
  g_autoptr (GArray) stays = g_array_new (FALSE, FALSE, sizeof (FettleTermStay));
  FettleStep step;

  fettle_statement_bind_int (rows, ":unit", unit_id);
  while ((step = fettle_statement_step (rows, error)) == FETTLE_STEP_ROW)
    {
      gint64 out
          = fettle_statement_int (rows, 1) != 0 ? fettle_statement_int (rows, 1) : fettle_statement_int (rows, 2);
      FettleTermStay stay = { fettle_zone_view_day (view, fettle_statement_int (rows, 0)),
                              fettle_zone_view_day (view, out != 0 ? out : fettle_clock_now ()) };

      g_array_append_val (stays, stay);
    }
  return step == FETTLE_STEP_DONE ? g_steal_pointer (&stays) : NULL;
}

static GTimeZone *
load_zone (FettleConnection *connection)
{
  g_autoptr (FettleStatement) point = fettle_connection_prepare (connection, "SELECT timezone FROM service_point");
  GTimeZone *zone = NULL;

  if (fettle_statement_step (point, NULL) == FETTLE_STEP_ROW)
    zone = g_time_zone_new_identifier (fettle_statement_text (point, 0));
  return zone != NULL ? zone : g_time_zone_new_utc ();
}

/**
 * fettle_term_store_of_unit:
 * @asked_at: moment, whose day in the shop's zone is asked about
 *
 * Returns: (transfer full) (nullable): the term of the unit with its days in the shop so far, or %NULL where it has
 *   none, or with an error
 */
FettleTerm *
fettle_term_store_of_unit (FettleConnection *connection, FettleUnit *unit, gint64 asked_at, GError **error)
{
  g_autoptr (GTimeZone) zone = NULL;
  g_autoptr (GArray) stays = NULL;
  FettleZoneView view;

  if (unit->term_months <= 0 || unit->sold_on == NULL)
    return NULL;
  zone = load_zone (connection);
  fettle_zone_view_init (&view, zone);
  stays = read_stays (connection, unit->id, &view, error);
  if (stays == NULL)
    return NULL;
  return fettle_term_of (unit->sold_on, unit->term_months, unit->term_text,
                         (const FettleTermStay *) (gpointer) stays->data, stays->len,
                         fettle_zone_view_day (&view, asked_at));
}
