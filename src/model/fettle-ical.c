/* fettle-ical.c: whole days out of an iCalendar file.
 *
 * Holidays are published as events of whole days. Whether an event is "busy" or "free" (TRANSP) says how a person's
 * diary shows it; most calendars of holidays say "free", so it is not asked here. What has an hour, or was cancelled,
 * is counted and left. A file that is wrong anywhere is refused whole, with the line. Any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-ical-private.h"

#include <string.h>

static void
day_clear (gpointer data)
{
  g_free (((FettleIcalDay *) data)->name);
}

void
fettle_ical_free (FettleIcal *self)
{
  g_array_unref (self->days);
  g_free (self);
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  const gint64 one = ((const FettleIcalDay *) a)->day;
  const gint64 other = ((const FettleIcalDay *) b)->day;

  return one < other ? -1 : one > other;
}

/* A day of a series that another event stands for is not one of the series. */
static gboolean
is_replaced (GPtrArray *events, const FettleIcalEvent *event, gint64 day)
{
  for (guint i = 0; event->uid != NULL && i < events->len; i++)
    {
      const FettleIcalEvent *other = g_ptr_array_index (events, i);

      if (other != event && other->replaces == day && g_strcmp0 (other->uid, event->uid) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
add_days (FettleIcal *self, const FettleIcalEvent *event, gint64 first)
{
  for (gint64 day = first; day <= first + event->last - event->first; day++)
    {
      const FettleIcalDay added = { day, g_strdup (event->name) };

      g_array_append_val (self->days, added);
    }
}

/* Each day once, with all its names. */
static void
merge_days (FettleIcal *self)
{
  GArray *merged = g_array_new (FALSE, FALSE, sizeof (FettleIcalDay));

  g_array_set_clear_func (merged, day_clear);
  g_array_sort (self->days, compare_days);
  for (guint i = 0; i < self->days->len; i++)
    {
      FettleIcalDay *day = &g_array_index (self->days, FettleIcalDay, i);
      FettleIcalDay *last = merged->len > 0 ? &g_array_index (merged, FettleIcalDay, merged->len - 1) : NULL;

      if (last == NULL || last->day != day->day)
        {
          const FettleIcalDay moved = { day->day, g_steal_pointer (&day->name) };

          g_array_append_val (merged, moved);
        }
      else if (day->name != NULL && (last->name == NULL || strstr (last->name, day->name) == NULL))
        {
          g_autofree char *first = last->name;

          last->name = first != NULL ? g_strdup_printf ("%s, %s", first, day->name) : g_strdup (day->name);
        }
    }
  g_array_unref (self->days);
  self->days = merged;
}

static gboolean
take_event (FettleIcal *self,
            GPtrArray *events,
            const FettleIcalEvent *event,
            gint64 last_day,
            int *line,
            GError **error)
{
  g_autoptr (GArray) beginnings = fettle_ical_expand (event, last_day, line, error);

  if (beginnings == NULL)
    return FALSE;
  self->n_events++;
  if (!event->whole_days || event->cancelled)
    {
      self->n_skipped++;
      return TRUE;
    }
  for (guint i = 0; i < beginnings->len; i++)
    {
      const gint64 day = g_array_index (beginnings, gint64, i);

      if (event->replaces != G_MININT64 || !is_replaced (events, event, day))
        add_days (self, event, day);
    }
  return TRUE;
}

/**
 * fettle_ical_read:
 * @text: the file
 * @length: in bytes
 * @last_day: days since 1970-01-01; an event that comes again without an end is followed up to here
 * @line: (out): the line of what is wrong
 *
 * Returns: (transfer full) (nullable): %NULL with %FETTLE_MODEL_ERROR_INVALID and a sentence without the line
 */
FettleIcal *
fettle_ical_read (const char *text, gsize length, gint64 last_day, int *line, GError **error)
{
  g_autoptr (GPtrArray) lines = fettle_ical_read_lines (text, length, line, error);
  g_autoptr (GPtrArray) events = lines != NULL ? fettle_ical_read_events (lines, line, error) : NULL;
  g_autoptr (FettleIcal) self = NULL;

  if (events == NULL)
    return NULL;
  self = g_new0 (FettleIcal, 1);
  self->days = g_array_new (FALSE, FALSE, sizeof (FettleIcalDay));
  g_array_set_clear_func (self->days, day_clear);
  for (guint i = 0; i < events->len; i++)
    if (!take_event (self, events, g_ptr_array_index (events, i), last_day, line, error))
      return NULL;
  merge_days (self);
  return g_steal_pointer (&self);
}
