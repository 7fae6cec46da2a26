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

/* What events leave behind on the job: the last word to the customer, and the four no-leaks. */
static const struct
{
  const char *what;
  Happening happenings[4];
  int told; /* hours */
} told_cases[] = {
  { "taken in is a word", { RECEIVED }, 1 },
  { "told", { RECEIVED, { FETTLE_EVENT_CUSTOMER_TOLD, 4, "{\"how\":\"phone\"}", NULL } }, 4 },
  { "we wrote", { RECEIVED, { FETTLE_EVENT_CONTACTED, 5, "{\"direction\":\"out\"}", NULL } }, 5 },
  { "they wrote", { RECEIVED, { FETTLE_EVENT_CONTACTED, 5, "{\"direction\":\"in\"}", NULL } }, 1 },
  { "nobody knows who wrote", { RECEIVED, { FETTLE_EVENT_CONTACTED, 5, NULL, NULL } }, 1 },
  { "they were answered", { RECEIVED, { FETTLE_EVENT_CONTACT_ANSWERED, 6, NULL, NULL } }, 6 },
  { "written down late: an earlier word is not the last",
    { RECEIVED,
      { FETTLE_EVENT_CUSTOMER_TOLD, 8, NULL, NULL },
      { FETTLE_EVENT_CONTACTED, 3, "{\"direction\":\"out\"}", NULL } },
    8 },
  { "a note is no word", { RECEIVED, { FETTLE_EVENT_NOTED, 7, NULL, "{\"note\":\"looked at\"}" } }, 1 },
};

static void
test_told (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (told_cases); i++)
    {
      g_autoptr (FettleJobState) state = NULL;
      guint n = 0;

      while (n < G_N_ELEMENTS (told_cases[i].happenings) && told_cases[i].happenings[n].kind != FETTLE_EVENT_NONE)
        n++;
      state = play (told_cases[i].happenings, n);
      g_test_message ("%s", told_cases[i].what);
      g_assert_cmpint (state->told_at, ==, told_cases[i].told * HOUR);
    }
}

/* A job that was opened before its device came. */
static void
test_device_here (void)
{
  const Happening expected[] = {
    { FETTLE_EVENT_RECEIVED, 1, "{\"stage\":\"received\",\"device\":\"expected\",\"expected_at\":\"77\"}", NULL },
    MOVED (2, "diagnosing", "us"),
    { FETTLE_EVENT_DEVICE_ARRIVED, 3, NULL, NULL },
  };
  const Happening here[] = { RECEIVED };
  g_autoptr (FettleJobState) none = fettle_job_state_new ();
  g_autoptr (FettleJobState) brought = play (here, 1);
  g_autoptr (FettleJobState) before = play (expected, 2);
  g_autoptr (FettleJobState) after = play (expected, 3);

  g_assert_true (none->device_here);
  g_assert_true (brought->device_here);
  g_assert_cmpint (brought->expected_at, ==, 0);
  g_assert_false (before->device_here);
  g_assert_cmpint (before->expected_at, ==, 77);
  g_assert_true (after->device_here);
  /* That it came is no word to the customer. */
  g_assert_cmpint (after->told_at, ==, HOUR);
}

static void
test_about (void)
{
  const Happening happenings[] = {
    RECEIVED,
    { FETTLE_EVENT_LINKED, 2, "{\"job\":\"41\",\"as\":\"comeback\"}", NULL },
    { FETTLE_EVENT_LINKED, 3, "{\"job\":\"42\",\"as\":\"complaint\"}", NULL },
    { FETTLE_EVENT_LINKED, 4, "{}", NULL },
  };
  g_autoptr (FettleJobState) first = play (happenings, 2);
  g_autoptr (FettleJobState) second = play (happenings, 3);
  g_autoptr (FettleJobState) none = play (happenings, 4);

  g_assert_cmpint (first->about_id, ==, 41);
  g_assert_cmpstr (first->about_as, ==, "comeback");
  g_assert_cmpint (second->about_id, ==, 42);
  g_assert_cmpstr (second->about_as, ==, "complaint");
  g_assert_cmpint (none->about_id, ==, 0);
  g_assert_null (none->about_as);
}

static void
test_no_leaks (void)
{
  static const struct
  {
    FettleEventKind kind;
    gint64 by;
    gint64 rechecked_by;
    int fed_back, diagnosed; /* hours */
  } steps[] = {
    { FETTLE_EVENT_RECEIVED, 2, 0, 0, 0 },    { FETTLE_EVENT_DIAGNOSED, 3, 0, 0, 2 },
    { FETTLE_EVENT_RECHECKED, 4, 4, 0, 2 },   { FETTLE_EVENT_FED_BACK, 5, 4, 4, 2 },
    { FETTLE_EVENT_DIAGNOSED, 3, 4, 4, 5 },   { FETTLE_EVENT_RECHECKED, 6, 6, 4, 5 },
    { FETTLE_EVENT_FOLLOWED_UP, 7, 6, 4, 5 },
  };
  g_autoptr (FettleJobState) state = fettle_job_state_new ();

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (FettleEvent) event = fettle_event_new ();

      event->seq = i + 1;
      event->at = (gint64) (i + 1) * HOUR;
      event->kind = steps[i].kind;
      event->by_id = steps[i].by;
      event->details = g_strdup ("{\"stage\":\"received\"}");
      fettle_job_state_apply (state, event);
      g_assert_cmpint (state->rechecked_by_id, ==, steps[i].rechecked_by);
      g_assert_cmpint (state->fed_back_at, ==, steps[i].fed_back * HOUR);
      g_assert_cmpint (state->diagnosed_at, ==, steps[i].diagnosed * HOUR);
    }
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
  g_test_add_func ("/job-state/told", test_told);
  g_test_add_func ("/job-state/device-here", test_device_here);
  g_test_add_func ("/job-state/about", test_about);
  g_test_add_func ("/job-state/no-leaks", test_no_leaks);
  g_test_add_func ("/job-state/erased-words", test_erased_words);
  return g_test_run ();
}
