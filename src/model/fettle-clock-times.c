/* fettle-clock-times.c: whose time a job has taken so far.
 *
 * Nothing is kept: the stretches are found again each time by letting the events happen (fettle-job-state.c), and the
 * working time in them is what the calendar of today says, so that a change of either changes the past's figures and
 * leaves the past's events. Source: rules/service.md, "Promises and time". Any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-clock-times.h"

#include <glib/gi18n-lib.h>

#include "fettle-clock.h"
#include "fettle-job-state.h"
#include "fettle-words.h"

static void
add_stretch (FettleClockTimes *self, FettleCalendar *calendar, FettleClockHolder holder, gint64 from, gint64 to)
{
  if (holder == FETTLE_CLOCK_NONE || from == 0 || to <= from)
    return;
  self->spent[holder] += to - from;
  if (calendar != NULL)
    self->working[holder] += fettle_calendar_working_time_between (calendar, from, to);
}

/**
 * fettle_clock_times_compute:
 * @self: (out caller-allocates):
 * @events: (element-type FettleEvent): all of one job, in their order
 * @calendar: (nullable): of the shop
 * @now: moment up to which a running clock counts
 */
void
fettle_clock_times_compute (FettleClockTimes *self, GPtrArray *events, FettleCalendar *calendar, gint64 now)
{
  g_autoptr (FettleJobState) state = fettle_job_state_new ();

  *self = (FettleClockTimes){ .running = FETTLE_CLOCK_NONE };
  for (guint i = 0; i < events->len; i++)
    {
      const FettleClockHolder holder = state->clock;
      const gint64 since = state->clock_since;

      fettle_job_state_apply_time (state, g_ptr_array_index (events, i));
      if (state->clock_since != since || state->clock != holder)
        add_stretch (self, calendar, holder, since, state->clock_since);
    }
  self->running = state->clock;
  add_stretch (self, calendar, state->clock, state->clock_since, now);
}

/**
 * fettle_clock_times_of_job:
 * @self: (out caller-allocates): without working time
 * @job: with the times that were computed when it was loaded
 */
void
fettle_clock_times_of_job (FettleClockTimes *self, FettleJob *job)
{
  *self = (FettleClockTimes){ .running = job->summary->clock };
  self->spent[FETTLE_CLOCK_US] = job->time_us;
  self->spent[FETTLE_CLOCK_PART] = job->time_part;
  self->spent[FETTLE_CLOCK_CUSTOMER] = job->time_customer;
}

typedef char *(*WriteSpan) (FettleLanguage *language, gint64 span);

/* Opening hours make no days: 33 hours, and not a day and nine. */
static char *
write_hours (FettleLanguage *language, gint64 span)
{
  const int hours = (int) (span / FETTLE_HOUR);

  return hours == 0 ? fettle_language_format_span (language, span)
                    : g_strdup_printf (fettle_language_text_plural (language, "%d hour", "%d hours", hours), hours);
}

static char *
write_times (const FettleClockTimes *self,
             const gint64 *times,
             WriteSpan write,
             FettleLanguage *language,
             gboolean for_customer)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (FettleClockHolder holder = FETTLE_CLOCK_US; holder < FETTLE_N_CLOCK_HOLDERS; holder++)
    {
      const char *name = for_customer ? fettle_words_clock_holder_public (language, holder)
                                      : fettle_words_clock_holder (language, holder);
      g_autofree char *span = write (language, times[holder]);
      g_autofree char *part = NULL;

      if (times[holder] < FETTLE_MINUTE && self->running != holder)
        continue;
      /* Translators: whose time it was, and how long: "waiting for a part" and "5 days". */
      part = g_strdup_printf (fettle_language_text_context (language, "whose time, how long", "%s %s"), name, span);
      g_string_append_printf (text, "%s%s",
                              text->len > 0 ? fettle_language_text_context (language, "whose time, list", ", ") : "",
                              part);
    }
  return g_strdup (text->str);
}

/**
 * fettle_clock_times_text:
 * @language: (nullable): %NULL is the user's
 * @for_customer: whether a customer reads it: "waiting for you"
 *
 * Returns: (transfer full): "with us 3 days, waiting for a part 5 days, waiting for you 1 day"; those that took no time
 *   are left out, but for the one whose time runs
 */
char *
fettle_clock_times_text (const FettleClockTimes *self, FettleLanguage *language, gboolean for_customer)
{
  return write_times (self, self->spent, fettle_language_format_span, language, for_customer);
}

/**
 * fettle_clock_times_working_text:
 *
 * Returns: (transfer full): as fettle_clock_times_text(), in opening hours: "with us 27 hours"
 */
char *
fettle_clock_times_working_text (const FettleClockTimes *self, FettleLanguage *language, gboolean for_customer)
{
  return write_times (self, self->working, write_hours, language, for_customer);
}
