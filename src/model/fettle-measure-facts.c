/* fettle-measure-facts.c: the raw facts that measures are computed from.
 *
 * Filled by the store, then only read. Owned by whoever made them, on the thread of their maker.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-measure-facts.h"

static void
pass_clock (FettleStay *self, FettleClockHolder holder, gint64 at)
{
  gint64 stretch = self->clock_since != 0 ? MAX (at - self->clock_since, 0) : 0;

  if (self->clock == FETTLE_CLOCK_US)
    self->time_us += stretch;
  else if (self->clock == FETTLE_CLOCK_PART)
    self->time_part += stretch;
  else if (self->clock == FETTLE_CLOCK_CUSTOMER)
    self->time_customer += stretch;
  self->clock = holder;
  self->clock_since = at;
}

/**
 * fettle_stay_apply:
 * @clock: (nullable): whose time it is from now on, as the event's details say
 * @to: (nullable): the stage after it, as the details say
 *
 * Lets one more event happen, in the order of the timeline. Whose time it is follows the rule of
 * fettle_job_state_apply(), which the tests hold it to.
 */
void
fettle_stay_apply (FettleStay *self, FettleEventKind what, gint64 at, const char *clock, const char *to)
{
  if (what == FETTLE_EVENT_HANDED_OVER)
    pass_clock (self, FETTLE_CLOCK_NONE, at);
  else if (what == FETTLE_EVENT_RECEIVED || what == FETTLE_EVENT_IMPORTED || what == FETTLE_EVENT_MOVED
           || what == FETTLE_EVENT_MOVE_UNDONE || what == FETTLE_EVENT_CLOCK_SET)
    pass_clock (self, fettle_clock_holder_from_id (clock), at);
  if (what == FETTLE_EVENT_DIAGNOSED
      || (what == FETTLE_EVENT_MOVED && g_strcmp0 (to, fettle_stage_id (FETTLE_STAGE_DIAGNOSING)) == 0))
    self->diagnosed = TRUE;
}

static void
clear_open_set (gpointer data)
{
  g_array_unref (((FettleOpenSet *) data)->jobs);
}

/**
 * fettle_measure_facts_new:
 * @now: moment of reading
 *
 * Returns: (transfer full): no facts, under the rules that hold where a shop has set none
 */
FettleMeasureFacts *
fettle_measure_facts_new (GTimeZone *zone, gint64 now)
{
  FettleMeasureFacts *self = g_new0 (FettleMeasureFacts, 1);

  self->now = now;
  self->zone = g_time_zone_ref (zone);
  self->rules.fix_days = FETTLE_DEFAULT_FIX_DAYS;
  self->closed = g_array_new (FALSE, TRUE, sizeof (FettleClosedFact));
  self->cancelled = g_array_new (FALSE, TRUE, sizeof (FettleCancelledFact));
  self->received = g_array_new (FALSE, TRUE, sizeof (FettleReceivedFact));
  self->asked = g_array_new (FALSE, TRUE, sizeof (FettleAskedFact));
  self->parts = g_array_new (FALSE, TRUE, sizeof (FettlePartFact));
  self->tickets = g_array_new (FALSE, TRUE, sizeof (FettleTicketFact));
  self->open = g_array_new (FALSE, TRUE, sizeof (FettleOpenSet));
  g_array_set_clear_func (self->open, clear_open_set);
  return self;
}

void
fettle_measure_facts_free (FettleMeasureFacts *self)
{
  g_time_zone_unref (self->zone);
  g_array_unref (self->closed);
  g_array_unref (self->cancelled);
  g_array_unref (self->received);
  g_array_unref (self->asked);
  g_array_unref (self->parts);
  g_array_unref (self->tickets);
  g_array_unref (self->open);
  g_free (self);
}

/**
 * fettle_measure_facts_add_open:
 * @at: moment
 *
 * Returns: (transfer none) (element-type FettleOpenFact): an empty set for the jobs that were open then
 */
GArray *
fettle_measure_facts_add_open (FettleMeasureFacts *self, gint64 at)
{
  FettleOpenSet set = { at, g_array_new (FALSE, TRUE, sizeof (FettleOpenFact)) };

  g_array_append_val (self->open, set);
  return set.jobs;
}

/**
 * fettle_measure_facts_find_open:
 *
 * Returns: (transfer none) (nullable) (element-type FettleOpenFact): the jobs that were open then; %NULL where that was
 *   not read
 */
GArray *
fettle_measure_facts_find_open (FettleMeasureFacts *self, gint64 at)
{
  for (guint i = 0; i < self->open->len; i++)
    {
      FettleOpenSet *set = &g_array_index (self->open, FettleOpenSet, i);

      if (set->at == at)
        return set->jobs;
    }
  return NULL;
}
