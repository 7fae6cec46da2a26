/* fettle-demo-queue.c: the demonstration shop's queue: a few days that went, and people who wait now.
 *
 * Played through the store's own functions with the thread's clock set, out of the seed of the rest. Whoever opens the
 * demonstration at night finds people waiting, too: a queue without anybody shows nothing. Runs on the store's thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-demo-queue.h"

#include <glib/gi18n-lib.h>

#include "fettle-clock.h"
#include "fettle-demo-data.h"
#include "fettle-demo-text.h"
#include "fettle-queue-store.h"

#define DAYS          3
#define TICKETS_A_DAY 14
#define N_WAITING     6

typedef struct
{
  FettleConnection *connection;
  GRand *random;
  GError **error;
} Play;

static gboolean
take (Play *play, gint64 at, const char *letter, const char *reason)
{
  g_autoptr (FettleTicket) ticket = NULL;

  fettle_clock_set_of_thread (at);
  ticket = fettle_queue_store_take (play->connection, letter, reason, fettle_demo_staff (0), play->error);
  return ticket != NULL;
}

/* Called, served for a while, done; gives the moment at which the counter is free again, or 0 with an error. */
static gint64
serve_next (Play *play, gint64 at, const char *counter)
{
  g_autoptr (FettleTicket) called = NULL;
  g_autoptr (FettleTicket) here = NULL;
  g_autoptr (FettleTicket) done = NULL;
  const gint64 minutes = g_rand_int_range (play->random, 3, 14);

  fettle_clock_set_of_thread (at);
  called = fettle_queue_store_call (play->connection, counter, NULL, fettle_demo_staff (0), play->error);
  if (called == NULL)
    return 0;
  fettle_clock_set_of_thread (at + FETTLE_MINUTE);
  here = fettle_queue_store_step (play->connection, called->id, FETTLE_TICKET_STEP_SERVE, NULL, NULL, play->error);
  if (here == NULL)
    return 0;
  fettle_clock_set_of_thread (at + (1 + minutes) * FETTLE_MINUTE);
  done = fettle_queue_store_step (play->connection, called->id, FETTLE_TICKET_STEP_DONE, NULL, NULL, play->error);
  return done != NULL ? at + (1 + minutes) * FETTLE_MINUTE : 0;
}

static gboolean
play_day (Play *play, gint64 opening)
{
  gint64 moment = opening + 5 * FETTLE_MINUTE;
  gint64 free = opening;

  for (int i = 0; i < TICKETS_A_DAY; i++)
    {
      const gboolean is_priority = i == 6;

      if (!take (play, moment, i % 4 == 3 ? "B" : "A", is_priority ? fettle_demo_text ("on crutches") : NULL))
        return FALSE;
      if (i > 1 && (free = serve_next (play, MAX (free, moment + FETTLE_MINUTE), "1")) == 0)
        return FALSE;
      moment += g_rand_int_range (play->random, 4, 12) * FETTLE_MINUTE;
    }
  return TRUE;
}

/* One at a counter, one just called, one who did not come, some who wait; one of them without a word so far. */
static gboolean
play_now (Play *play, gint64 now)
{
  g_autoptr (FettleTicket) served = NULL;
  g_autoptr (FettleTicket) here = NULL;
  g_autoptr (FettleTicket) away = NULL;
  g_autoptr (FettleTicket) parked = NULL;
  g_autoptr (FettleTicket) called = NULL;

  for (int i = 0; i < N_WAITING; i++)
    if (!take (play, now - (24 - 4 * i) * FETTLE_MINUTE, i == 4 ? "B" : "A", NULL))
      return FALSE;
  if (serve_next (play, now - 24 * FETTLE_MINUTE, "1") == 0)
    return FALSE;
  fettle_clock_set_of_thread (now - 8 * FETTLE_MINUTE);
  away = fettle_queue_store_call (play->connection, "2", NULL, fettle_demo_staff (1), play->error);
  if (away == NULL)
    return FALSE;
  parked = fettle_queue_store_step (play->connection, away->id, FETTLE_TICKET_STEP_PARK, NULL, NULL, play->error);
  fettle_clock_set_of_thread (now - 6 * FETTLE_MINUTE);
  served = fettle_queue_store_call (play->connection, "1", NULL, fettle_demo_staff (0), play->error);
  if (parked == NULL || served == NULL)
    return FALSE;
  here = fettle_queue_store_step (play->connection, served->id, FETTLE_TICKET_STEP_SERVE, NULL, NULL, play->error);
  fettle_clock_set_of_thread (now - FETTLE_MINUTE);
  called = fettle_queue_store_call (play->connection, "2", NULL, fettle_demo_staff (1), play->error);
  return here != NULL && called != NULL && take (play, now - 30 * FETTLE_SECOND, "A", NULL)
         && take (play, now - 10 * FETTLE_SECOND, "A", fettle_demo_text ("on crutches"));
}

/**
 * fettle_demo_fill_queue:
 * @now: moment
 * @random: of the demonstration
 *
 * Leaves the thread's clock where it was last set; the caller takes it back.
 */
gboolean
fettle_demo_fill_queue (FettleConnection *connection,
                        FettleCalendar *calendar,
                        gint64 now,
                        GRand *random,
                        GError **error)
{
  Play play = { connection, random, error };

  for (int i = DAYS; i > 0; i--)
    {
      const gint64 day = fettle_calendar_day_start (calendar, now - i * FETTLE_DAY);
      const gint64 opening = fettle_calendar_next_opening (calendar, day);

      /* A closed day has no queue. */
      if (opening != 0 && opening < fettle_calendar_day_end (calendar, day) && !play_day (&play, opening))
        return FALSE;
    }
  return play_now (&play, now);
}
