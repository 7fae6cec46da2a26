/* test-clock-times.c: whose time it was, from timelines written down in one line each.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-clock-times.h"
#include "fettle-clock.h"
#include "fettle-details.h"

#include <string.h>

#define START "2026-03-02T09:00:00+00:00" /* a Monday in London, as the shop opens */

static gint64
at (const char *text)
{
  g_autoptr (GError) error = NULL;
  gint64 moment = 0;

  fettle_moment_from_rfc3339 (text, &moment, &error);
  g_assert_no_error (error);
  return moment;
}

/* Monday to Friday 9 to 18, and Saturday for reception from 10 to 14. */
static FettleCalendar *
make_calendar (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/London");
  FettleCalendar *calendar = fettle_calendar_new (zone);

  for (int weekday = 1; weekday <= 5; weekday++)
    g_assert_true (fettle_calendar_add_hours (calendar, weekday, 540, 1080));
  g_assert_true (fettle_calendar_add_hours (calendar, 6, 600, 840));
  fettle_calendar_set_counts (calendar, 6, FALSE);
  return calendar;
}

static void
add_event (GPtrArray *events, FettleEventKind kind, double hours, const char *first, ...)
{
  FettleEvent *event = fettle_event_new ();
  g_autoptr (FettleDetails) details = fettle_details_new ();
  va_list args;

  va_start (args, first);
  for (const char *key = first; key != NULL; key = va_arg (args, const char *))
    fettle_details_set (details, key, va_arg (args, const char *));
  va_end (args);
  event->kind = kind;
  event->seq = events->len + 1;
  event->at = at (START) + (gint64) (hours * 3600) * FETTLE_SECOND;
  event->details = fettle_details_to_text (details);
  g_ptr_array_add (events, event);
}

/* "0 received us; 3 waiting-parts part": hours after the beginning, stage, clock. Words alone are other events:
 * "clock" sets it, "handed-over" hands over, "noted" notes. */
static GPtrArray *
read_timeline (const char *text)
{
  GPtrArray *events = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) parts = g_strsplit (text, "; ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (parts[i], " ", -1);
      const double hours = g_ascii_strtod (words[0], NULL);
      const char *what = words[1];

      if (i == 0)
        add_event (events, FETTLE_EVENT_RECEIVED, hours, "kind", "repair", "stage", what, "clock", words[2], NULL);
      else if (g_str_equal (what, "clock"))
        add_event (events, FETTLE_EVENT_CLOCK_SET, hours, "clock", words[2], NULL);
      else if (g_str_equal (what, "handed-over"))
        add_event (events, FETTLE_EVENT_HANDED_OVER, hours, "outcome", "repaired", NULL);
      else if (g_str_equal (what, "noted"))
        add_event (events, FETTLE_EVENT_NOTED, hours, "note", "clock part", NULL);
      else if (g_str_equal (what, "undone"))
        add_event (events, FETTLE_EVENT_MOVE_UNDONE, hours, "to", "received", "clock", words[2], NULL);
      else
        add_event (events, FETTLE_EVENT_MOVED, hours, "to", what, "clock", words[2], NULL);
    }
  return events;
}

/* Hours of us, part and customer: day and night, and in opening hours. */
static const struct
{
  const char *timeline;
  double now;
  double spent[3];
  double working[3];
  FettleClockHolder running;
} rows[] = {
  { "0 received us", 0, { 0, 0, 0 }, { 0, 0, 0 }, FETTLE_CLOCK_US },
  { "0 received us", 5, { 5, 0, 0 }, { 5, 0, 0 }, FETTLE_CLOCK_US },
  { "0 received us", 24, { 24, 0, 0 }, { 9, 0, 0 }, FETTLE_CLOCK_US },
  /* Nothing counts twice, and a clock behind the last event counts nothing. */
  { "0 received us; 5 noted", 4, { 4, 0, 0 }, { 4, 0, 0 }, FETTLE_CLOCK_US },
  { "2 received us", 0, { 0, 0, 0 }, { 0, 0, 0 }, FETTLE_CLOCK_US },
  /* Every holder, over a night: Monday 9 to 11 us, to Tuesday 10 the part, to Tuesday 12 the customer. */
  { "0 received us; 2 waiting-parts part; 25 waiting-approval customer",
    27,
    { 2, 23, 2 },
    { 2, 8, 2 },
    FETTLE_CLOCK_CUSTOMER },
  /* Back with us. */
  { "0 received us; 2 waiting-parts part; 25 repairing us", 26, { 3, 23, 0 }, { 3, 8, 0 }, FETTLE_CLOCK_US },
  /* Set by hand without a move, and taken back. */
  { "0 received us; 1 clock customer; 3 clock us", 4, { 2, 0, 2 }, { 2, 0, 2 }, FETTLE_CLOCK_US },
  { "0 received us; 1 clock part; 2 clock part", 4, { 1, 3, 0 }, { 1, 3, 0 }, FETTLE_CLOCK_PART },
  { "0 received us; 1 waiting-parts part; 1.5 undone us", 2, { 1.5, 0.5, 0 }, { 1.5, 0.5, 0 }, FETTLE_CLOCK_US },
  /* A closed job has no running clock, however late it is asked for. */
  { "0 received us; 3 ready customer; 5 handed-over", 500, { 3, 0, 2 }, { 3, 0, 2 }, FETTLE_CLOCK_NONE },
  { "0 received us; 3 cancelled none", 500, { 3, 0, 0 }, { 3, 0, 0 }, FETTLE_CLOCK_NONE },
  { "0 received none; 1 handed-over", 2, { 0, 0, 0 }, { 0, 0, 0 }, FETTLE_CLOCK_NONE },
  /* And runs again when it is opened again. */
  { "0 received us; 3 cancelled none; 10 received us", 12, { 5, 0, 0 }, { 3, 0, 0 }, FETTLE_CLOCK_US },
  /* From Friday 17:00 over the weekend to Monday 10:00: an hour, four of reception, an hour. */
  { "104 received us; 169 handed-over", 200, { 65, 0, 0 }, { 6, 0, 0 }, FETTLE_CLOCK_NONE },
};

static void
test_rows (void)
{
  g_autoptr (FettleCalendar) calendar = make_calendar ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) events = read_timeline (rows[i].timeline);
      const gint64 now = at (START) + (gint64) (rows[i].now * 3600) * FETTLE_SECOND;
      FettleClockTimes times;
      FettleClockTimes bare;

      fettle_clock_times_compute (&times, events, calendar, now);
      fettle_clock_times_compute (&bare, events, NULL, now);
      g_test_message ("%s at %g", rows[i].timeline, rows[i].now);
      g_assert_cmpint (times.running, ==, rows[i].running);
      for (int j = 0; j < 3; j++)
        {
          g_assert_cmpint (times.spent[FETTLE_CLOCK_US + j], ==, (gint64) (rows[i].spent[j] * 60) * FETTLE_MINUTE);
          g_assert_cmpint (times.working[FETTLE_CLOCK_US + j], ==, (gint64) (rows[i].working[j] * 60) * FETTLE_MINUTE);
          g_assert_cmpint (bare.spent[FETTLE_CLOCK_US + j], ==, times.spent[FETTLE_CLOCK_US + j]);
          g_assert_cmpint (bare.working[FETTLE_CLOCK_US + j], ==, 0);
        }
      g_assert_cmpint (times.spent[FETTLE_CLOCK_NONE], ==, 0);
    }
}

/* A holiday that is put in afterwards changes the figure of the past, and taking it out brings it back. */
static void
test_calendar_changes (void)
{
  g_autoptr (GPtrArray) events = read_timeline ("0 received us; 48 handed-over");
  g_autoptr (FettleCalendar) before = make_calendar ();
  g_autoptr (FettleCalendar) after = make_calendar ();
  FettleClockTimes times;

  fettle_clock_times_compute (&times, events, before, at (START));
  g_assert_cmpint (times.working[FETTLE_CLOCK_US], ==, 18 * FETTLE_HOUR);
  g_assert_true (fettle_calendar_add_closed_day (after, "2026-03-03", "Flood"));
  fettle_clock_times_compute (&times, events, after, at (START));
  g_assert_cmpint (times.working[FETTLE_CLOCK_US], ==, 9 * FETTLE_HOUR);
  g_assert_cmpint (times.spent[FETTLE_CLOCK_US], ==, 48 * FETTLE_HOUR);
}

/* Cut anywhere, the parts are the whole: no stretch is lost or counted twice. */
static void
test_sums (void)
{
  static const char *const holders[] = { "us", "part", "customer" };
  g_autoptr (FettleCalendar) calendar = make_calendar ();

  for (guint round = 0; round < 50; round++)
    {
      g_autoptr (GString) timeline = g_string_new ("0 received us");
      g_autoptr (GPtrArray) events = NULL;
      FettleClockTimes times;
      gint64 spent = 0, working = 0;
      int hour = 0;

      for (guint i = 0; i < 30; i++)
        {
          hour += g_test_rand_int_range (0, 40);
          g_string_append_printf (timeline, "; %d clock %s", hour, holders[g_test_rand_int_range (0, 3)]);
        }
      events = read_timeline (timeline->str);
      fettle_clock_times_compute (&times, events, calendar, at (START) + (hour + 7) * FETTLE_HOUR);
      for (int j = FETTLE_CLOCK_US; j < FETTLE_N_CLOCK_HOLDERS; j++)
        {
          spent += times.spent[j];
          working += times.working[j];
          g_assert_cmpint (times.working[j], <=, times.spent[j]);
        }
      g_assert_cmpint (spent, ==, (hour + 7) * FETTLE_HOUR);
      g_assert_cmpint (working, ==,
                       fettle_calendar_working_time_between (calendar, at (START),
                                                             at (START) + (hour + 7) * FETTLE_HOUR));
    }
}

static void
test_words (void)
{
  g_autoptr (GPtrArray) events = read_timeline ("0 received us; 72 waiting-parts part; 192 ready customer");
  g_autoptr (GPtrArray) fresh = read_timeline ("0 received us");
  g_autoptr (GPtrArray) closed = read_timeline ("0 received us; 3 cancelled none");
  g_autoptr (FettleCalendar) calendar = make_calendar ();
  FettleLanguage *english = fettle_language_get ("en");
  FettleClockTimes times;
  g_autofree char *staff = NULL;
  g_autofree char *customer = NULL;
  g_autofree char *working = NULL;
  g_autofree char *beginning = NULL;
  g_autofree char *end = NULL;

  fettle_clock_times_compute (&times, events, calendar, at (START) + 216 * FETTLE_HOUR);
  staff = fettle_clock_times_text (&times, english, FALSE);
  customer = fettle_clock_times_text (&times, english, TRUE);
  working = fettle_clock_times_working_text (&times, english, FALSE);
  g_assert_cmpstr (customer, ==, "with us 3 days, waiting for a part 5 days, waiting for you 1 day");
  g_assert_cmpstr (staff, ==, "with us 3 days, waiting for a part 5 days, waiting for the customer 1 day");
  /* Three days; two, Saturday's four hours, and two more; a day. */
  g_assert_cmpstr (working, ==, "with us 27 hours, waiting for a part 31 hours, waiting for the customer 9 hours");

  fettle_clock_times_compute (&times, fresh, calendar, at (START));
  beginning = fettle_clock_times_text (&times, english, TRUE);
  g_assert_cmpstr (beginning, ==, "with us less than a minute");
  fettle_clock_times_compute (&times, closed, calendar, at (START) + FETTLE_DAY);
  end = fettle_clock_times_text (&times, english, TRUE);
  g_assert_cmpstr (end, ==, "with us 3 hours");
}

static void
test_of_a_job (void)
{
  g_autoptr (FettleJob) job = fettle_job_new ();
  FettleClockTimes times;

  g_clear_object (&job->summary);
  job->summary = fettle_job_summary_new ();
  job->summary->clock = FETTLE_CLOCK_PART;
  job->time_us = FETTLE_HOUR;
  job->time_part = 2 * FETTLE_HOUR;
  job->time_customer = 3 * FETTLE_HOUR;
  fettle_clock_times_of_job (&times, job);
  g_assert_cmpint (times.running, ==, FETTLE_CLOCK_PART);
  g_assert_cmpint (times.spent[FETTLE_CLOCK_US], ==, FETTLE_HOUR);
  g_assert_cmpint (times.spent[FETTLE_CLOCK_PART], ==, 2 * FETTLE_HOUR);
  g_assert_cmpint (times.spent[FETTLE_CLOCK_CUSTOMER], ==, 3 * FETTLE_HOUR);
  g_assert_cmpint (times.working[FETTLE_CLOCK_US], ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clock-times/rows", test_rows);
  g_test_add_func ("/clock-times/calendar-changes", test_calendar_changes);
  g_test_add_func ("/clock-times/sums", test_sums);
  g_test_add_func ("/clock-times/words", test_words);
  g_test_add_func ("/clock-times/of-a-job", test_of_a_job);
  return g_test_run ();
}
