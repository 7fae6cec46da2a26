/* fettle-history.c: where the person was, so that a step back leads there.
 *
 * Belongs to one window; main thread. No GTK in here.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-history.h"

/* A day of work does not need more. */
#define LONGEST 64

struct _FettleHistory
{
  GArray *visits;
};

/**
 * fettle_history_new:
 */
FettleHistory *
fettle_history_new (void)
{
  FettleHistory *self = g_new0 (FettleHistory, 1);

  self->visits = g_array_new (FALSE, FALSE, sizeof (FettleVisit));
  return self;
}

/**
 * fettle_history_free:
 */
void
fettle_history_free (FettleHistory *self)
{
  g_array_unref (self->visits);
  g_free (self);
}

/**
 * fettle_history_visit:
 * @place: name of the place; static
 * @id: of what is shown there, or 0
 *
 * The person goes somewhere. To where one already is, is no step.
 */
void
fettle_history_visit (FettleHistory *self, const char *place, gint64 id)
{
  const FettleVisit *now = fettle_history_now (self);
  FettleVisit visit = { place, id };

  if (now != NULL && g_str_equal (now->place, place) && now->id == id)
    return;
  if (self->visits->len == LONGEST)
    g_array_remove_index (self->visits, 0);
  g_array_append_val (self->visits, visit);
}

/**
 * fettle_history_now:
 *
 * Returns: (nullable): where the person is; good until the next step
 */
const FettleVisit *
fettle_history_now (FettleHistory *self)
{
  return self->visits->len > 0 ? &g_array_index (self->visits, FettleVisit, self->visits->len - 1) : NULL;
}

/**
 * fettle_history_back:
 *
 * Returns: (nullable): where the person is after a step back, or %NULL where there is none
 */
const FettleVisit *
fettle_history_back (FettleHistory *self)
{
  if (!fettle_history_can_back (self))
    return NULL;
  g_array_set_size (self->visits, self->visits->len - 1);
  return fettle_history_now (self);
}

/**
 * fettle_history_can_back:
 */
gboolean
fettle_history_can_back (FettleHistory *self)
{
  return self->visits->len > 1;
}
