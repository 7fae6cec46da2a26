/* test-job-state.c: what a job is, computed from what happened to it, in tables of events.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-job-state.h"

#define HOUR (G_GINT64_CONSTANT (3600) * G_USEC_PER_SEC)

typedef struct
{
  FettleEventKind kind;
  int hour;
  const char *details;
  const char *words;
} Happening;

static FettleJobState *
play (const Happening *happenings, guint n)
{
  FettleJobState *state = fettle_job_state_new ();

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (FettleEvent) event = fettle_event_new ();

      event->seq = i + 1;
      event->at = happenings[i].hour * HOUR;
      event->kind = happenings[i].kind;
      event->details = g_strdup (happenings[i].details != NULL ? happenings[i].details : "{}");
      event->words = g_strdup (happenings[i].words);
      fettle_job_state_apply (state, event);
    }
  return state;
}

#define RECEIVED                                                                                                       \
  {                                                                                                                    \
    FETTLE_EVENT_RECEIVED, 1,                                                                                          \
        "{\"kind\":\"repair\",\"stage\":\"received\",\"clock\":\"us\",\"customer\":\"7\",\"unit\":\"8\","              \
        "\"taken_by\":\"2\",\"need_by\":\"99\",\"backup\":\"done\",\"consent\":\"diagnose,reset\"}",                   \
        "{\"fault\":\"Leaks\",\"condition\":\"dent\"}"                                                                 \
  }
#define MOVED(hour, stage, clock)                                                                                      \
  {                                                                                                                    \
    FETTLE_EVENT_MOVED, hour, "{\"to\":\"" stage "\",\"clock\":\"" clock "\"}", NULL                                   \
  }

static void
test_beginning (void)
{
  const Happening happenings[] = { RECEIVED };
  g_autoptr (FettleJobState) state = play (happenings, 1);

  g_assert_cmpint (state->kind, ==, FETTLE_KIND_REPAIR);
  g_assert_cmpint (state->stage, ==, FETTLE_STAGE_RECEIVED);
  g_assert_cmpint (state->clock, ==, FETTLE_CLOCK_US);
  g_assert_cmpint (state->customer_id, ==, 7);
  g_assert_cmpint (state->unit_id, ==, 8);
  g_assert_cmpint (state->taken_by_id, ==, 2);
  g_assert_cmpint (state->need_by, ==, 99);
  g_assert_cmpint (state->backup, ==, FETTLE_BACKUP_DONE);
  g_assert_cmpstr (state->consent, ==, "diagnose,reset");
  g_assert_cmpstr (state->fault, ==, "Leaks");
  g_assert_cmpstr (state->condition, ==, "dent");
  g_assert_cmpint (state->received_at, ==, HOUR);
  g_assert_cmpint (state->stage_since, ==, HOUR);
}

typedef struct
{
  const char *what;
  Happening happenings[8];
  int now;
  int us, part, customer;
} ClockCase;

static const ClockCase clock_cases[] = {
  { "runs on", { RECEIVED }, 5, 4, 0, 0 },
  { "a part", { RECEIVED, MOVED (3, "waiting-parts", "part") }, 10, 2, 7, 0 },
  { "round and round",
    { RECEIVED, MOVED (3, "waiting-parts", "part"), MOVED (4, "repairing", "us"), MOVED (6, "ready", "customer") },
    10,
    4,
    1,
    4 },
  { "the job says otherwise",
    { RECEIVED, { FETTLE_EVENT_CLOCK_SET, 2, "{\"clock\":\"customer\"}", NULL } },
    9,
    1,
    0,
    7 },
  { "cancelled", { RECEIVED, { FETTLE_EVENT_MOVED, 4, "{\"to\":\"cancelled\"}", NULL } }, 9, 3, 0, 0 },
  { "handed over",
    { RECEIVED, MOVED (2, "ready", "customer"), { FETTLE_EVENT_HANDED_OVER, 8, "{\"outcome\":\"repaired\"}", NULL } },
    99,
    1,
    0,
    6 },
  { "written down late", { RECEIVED, MOVED (5, "waiting-parts", "part"), MOVED (4, "repairing", "us") }, 6, 6, 0, 0 },
};

static void
test_clocks (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (clock_cases); i++)
    {
      const ClockCase *c = &clock_cases[i];
      g_autoptr (FettleJobState) state = NULL;
      guint n = 0;

      while (n < G_N_ELEMENTS (c->happenings) && c->happenings[n].kind != FETTLE_EVENT_NONE)
        n++;
      state = play (c->happenings, n);
      g_test_message ("%s", c->what);
      g_assert_cmpint (fettle_job_state_time (state, FETTLE_CLOCK_US, c->now * HOUR), ==, c->us * HOUR);
      g_assert_cmpint (fettle_job_state_time (state, FETTLE_CLOCK_PART, c->now * HOUR), ==, c->part * HOUR);
      g_assert_cmpint (fettle_job_state_time (state, FETTLE_CLOCK_CUSTOMER, c->now * HOUR), ==, c->customer * HOUR);
      g_assert_cmpint (fettle_job_state_time (state, FETTLE_CLOCK_NONE, c->now * HOUR), ==, 0);
    }
}

static void
test_undone_move_leaves_no_trace (void)
{
  const Happening happenings[] = {
    RECEIVED,
    MOVED (5, "cancelled", ""),
    { FETTLE_EVENT_MOVE_UNDONE, 6,
      "{\"from\":\"cancelled\",\"to\":\"received\",\"clock\":\"us\",\"since\":\"3600000000\"}", NULL },
  };
  g_autoptr (FettleJobState) state = play (happenings, G_N_ELEMENTS (happenings));

  g_assert_cmpint (state->stage, ==, FETTLE_STAGE_RECEIVED);
  g_assert_cmpint (state->clock, ==, FETTLE_CLOCK_US);
  g_assert_cmpint (state->stage_since, ==, HOUR);
}

static void
test_promises (void)
{
  static const struct
  {
    Happening happening;
    gint64 due;
    gint64 first;
  } steps[] = {
    { { FETTLE_EVENT_PROMISED, 1, "{\"promise\":\"1\",\"due\":\"500\"}", NULL }, 500, 500 },
    { { FETTLE_EVENT_PROMISED, 1, "{\"promise\":\"2\",\"due\":\"300\"}", NULL }, 300, 500 },
    { { FETTLE_EVENT_PROMISE_REVISED, 1, "{\"promise\":\"2\",\"due\":\"900\"}", NULL }, 500, 500 },
    { { FETTLE_EVENT_PROMISE_ENDED, 1, "{\"promise\":\"1\",\"state\":\"kept\"}", NULL }, 900, 500 },
    { { FETTLE_EVENT_PROMISE_ENDED, 1, "{\"promise\":\"2\",\"state\":\"broken\"}", NULL }, 0, 500 },
    { { FETTLE_EVENT_PROMISE_REVISED, 1, "{\"promise\":\"2\",\"due\":\"950\"}", NULL }, 950, 500 },
  };
  Happening happenings[1 + G_N_ELEMENTS (steps)] = { RECEIVED };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (FettleJobState) state = NULL;

      happenings[i + 1] = steps[i].happening;
      state = play (happenings, i + 2);
      g_assert_cmpint (state->promised_due, ==, steps[i].due);
      g_assert_cmpint (state->first_due, ==, steps[i].first);
    }
}

static void
test_corrections (void)
{
  const Happening happenings[] = {
    RECEIVED,
    { FETTLE_EVENT_EDITED, 2, "{\"kind\":\"exchange\",\"need_by\":\"0\",\"backup\":\"wanted\",\"consent\":\"\"}",
      "{\"fault\":\"Leaks badly\",\"condition\":\"\"}" },
    { FETTLE_EVENT_MERGED, 3, "{\"customer\":\"9\",\"from\":\"7\"}", NULL },
    { FETTLE_EVENT_ASSIGNED, 4, "{\"technician\":\"3\"}", NULL },
    { FETTLE_EVENT_NOTED, 5, NULL, "{\"note\":\"nothing\",\"fault\":\"not this\"}" },
    { FETTLE_EVENT_PAID, 6, "{\"amount\":\"1250\"}", NULL },
    { FETTLE_EVENT_PAID, 6, "{\"amount\":\"50\"}", NULL },
  };
  g_autoptr (FettleJobState) state = play (happenings, G_N_ELEMENTS (happenings));

  g_assert_cmpint (state->kind, ==, FETTLE_KIND_EXCHANGE);
  g_assert_cmpint (state->need_by, ==, 0);
  g_assert_cmpint (state->backup, ==, FETTLE_BACKUP_WANTED);
  g_assert_null (state->consent);
  g_assert_cmpstr (state->fault, ==, "Leaks badly");
  g_assert_null (state->condition);
  g_assert_cmpint (state->customer_id, ==, 9);
  g_assert_cmpint (state->unit_id, ==, 8);
  g_assert_cmpint (state->technician_id, ==, 3);
  g_assert_cmpint (state->paid, ==, 1300);
}

static void
test_work (void)
{
  const Happening happenings[] = {
    RECEIVED,
    { FETTLE_EVENT_WORK_BEGAN, 2, NULL, NULL },
    { FETTLE_EVENT_WORK_ENDED, 4, NULL, NULL },
    { FETTLE_EVENT_WORK_ENDED, 9, NULL, NULL },
    { FETTLE_EVENT_WORK_BEGAN, 10, NULL, NULL },
  };
  g_autoptr (FettleJobState) state = play (happenings, G_N_ELEMENTS (happenings));

  g_assert_cmpint (state->work_time, ==, 2 * HOUR);
  g_assert_cmpint (state->working_since, ==, 10 * HOUR);
}

static void
test_erased_words (void)
{
  g_autoptr (FettleJobState) state = fettle_job_state_new ();
  g_autoptr (FettleEvent) event = fettle_event_new ();

  event->kind = FETTLE_EVENT_RECEIVED;
  event->details = g_strdup ("{\"stage\":\"received\"}");
  event->words_hash = g_strdup ("1234");
  fettle_job_state_apply (state, event);
  g_assert_true (state->words_erased);
  g_assert_null (state->fault);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/job-state/beginning", test_beginning);
  g_test_add_func ("/job-state/clocks", test_clocks);
  g_test_add_func ("/job-state/undone-move-leaves-no-trace", test_undone_move_leaves_no_trace);
  g_test_add_func ("/job-state/promises", test_promises);
  g_test_add_func ("/job-state/corrections", test_corrections);
  g_test_add_func ("/job-state/work", test_work);
  g_test_add_func ("/job-state/erased-words", test_erased_words);
  return g_test_run ();
}
