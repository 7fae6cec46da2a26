/* fettle-demo.c: a shop with a living month of work, to look round in.
 *
 * The month is played through the same functions as real work, with the thread's clock set to each step's time, out of
 * a fixed seed: the same jobs each time, their dates counted back from today. Runs on the store's thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-demo.h"

#include <glib/gi18n-lib.h>

#include "fettle-calendar.h"
#include "fettle-clock.h"
#include "fettle-demo-after.h"
#include "fettle-demo-contacts.h"
#include "fettle-demo-customers.h"
#include "fettle-demo-data.h"
#include "fettle-demo-text.h"
#include "fettle-demo-device.h"
#include "fettle-demo-promises.h"
#include "fettle-demo-queue.h"
#include "fettle-job-store.h"
#include "fettle-promise-store.h"
#include "fettle-search-store.h"
#include "fettle-setup-store.h"
#include "fettle-store-error.h"

#define SEED          20260101
#define DAYS          30
#define WORKING_HOUR  60
#define N_COUNTER     2
#define N_TECHNICIANS 3
#define N_OTHERS      143

typedef struct
{
  FettleConnection *connection;
  FettleCalendar *calendar;
  GRand *random;
  gint64 now;
} Demo;

static int
pick (Demo *demo, int n)
{
  return g_rand_int_range (demo->random, 0, n);
}

static gint64
after (Demo *demo, gint64 moment, int minutes)
{
  return fettle_calendar_due_in_working_hours (demo->calendar, moment, minutes);
}

static const char *
counter (Demo *demo)
{
  return fettle_demo_staff (pick (demo, N_COUNTER));
}

static gboolean
set_roles (Demo *demo, GError **error)
{
  static const FettleRole roles[] = { FETTLE_ROLE_COUNTER,    FETTLE_ROLE_COUNTER,    FETTLE_ROLE_TECHNICIAN,
                                      FETTLE_ROLE_TECHNICIAN, FETTLE_ROLE_TECHNICIAN, FETTLE_ROLE_MANAGER };

  for (guint i = 0; fettle_demo_staff (i) != NULL; i++)
    {
      g_autoptr (FettleStaff) staff = fettle_staff_new ();

      staff->id = fettle_setup_store_staff_id (demo->connection, fettle_demo_staff (i), error);
      staff->name = g_strdup (fettle_demo_staff (i));
      staff->role = roles[i];
      staff->active = TRUE;
      if (staff->id == 0 || fettle_setup_store_save_staff (demo->connection, staff, error) == 0)
        return FALSE;
    }
  return TRUE;
}

/* The people of the table come more often than the many others. */
static int
pick_person (Demo *demo)
{
  return pick (demo, 3) == 0 ? pick (demo, fettle_demo_n_people) : (int) fettle_demo_n_people + pick (demo, N_OTHERS);
}

/* The family's name goes first in Chinese, and nothing between. */
static char *
make_name (const char *first, const char *last)
{
  return fettle_demo_is_chinese () ? g_strconcat (fettle_demo_text (last), fettle_demo_text (first), NULL)
                                   : g_strdup_printf ("%s %s", first, last);
}

static void
fill_person (FettleIntake *intake, int person)
{
  const int other = person - (int) fettle_demo_n_people;

  if (other < 0)
    {
      intake->customer_name = g_strdup (fettle_demo_text (fettle_demo_people[person].name));
      intake->phones = g_strsplit (fettle_demo_people[person].phone, ",", -1);
      intake->email = g_strdup (fettle_demo_people[person].email);
      intake->language = g_strdup (fettle_demo_people[person].language);
      return;
    }
  intake->customer_name = make_name (fettle_demo_first_names[other % fettle_demo_n_first_names],
                                     fettle_demo_last_names[other % fettle_demo_n_last_names]);
  intake->phones = g_new0 (char *, 2);
  intake->phones[0] = g_strdup_printf (fettle_demo_is_chinese () ? "138 0000 1%03d" : "07700 900%03d", other);
}

/* Everybody has two things, which keep their serials, so that some come back. */
static void
fill_thing (Demo *demo, FettleIntake *intake, int person)
{
  const int which = pick (demo, 2);
  const FettleDemoThing *thing = &fettle_demo_things[(person * 5 + which * 7) % fettle_demo_n_things];

  intake->category = g_strdup (thing->category);
  intake->brand = g_strdup (thing->brand);
  intake->model = g_strdup (thing->model);
  intake->serial = g_strdup_printf ("%s%06d", thing->serial, 100000 + (person * 2 + which) * 3671 % 899999);
  intake->fault = g_strdup (fettle_demo_text (thing->faults[pick (demo, G_N_ELEMENTS (thing->faults))]));
  intake->accessories = *thing->accessories != '\0' ? fettle_demo_texts (thing->accessories) : NULL;
}

static FettleIntake *
make_intake (Demo *demo, gint64 at)
{
  const int person = pick_person (demo);
  FettleIntake *intake = fettle_intake_new ();

  fill_person (intake, person);
  fill_thing (demo, intake, person);
  intake->kind = FETTLE_KIND_REPAIR;
  intake->condition = pick (demo, 3) == 0 ? g_strdup (fettle_demo_text ("Scratches on the lid")) : NULL;
  intake->backup = pick (demo, 2) == 0 ? FETTLE_BACKUP_DONE : FETTLE_BACKUP_UNKNOWN;
  intake->consent = g_strsplit ("diagnose", ",", -1);
  intake->promised_due = fettle_calendar_due_in_working_days (demo->calendar, at, 1 + pick (demo, 5));
  intake->taken_by = g_strdup (counter (demo));
  return intake;
}

static gboolean
move (Demo *demo, gint64 job_id, gint64 at, FettleStage to, const char *by, const char *note, GError **error)
{
  g_autoptr (FettleMove) form = fettle_move_new ();

  form->job_id = job_id;
  form->to = to;
  form->by = g_strdup (by);
  form->desk = g_strdup (fettle_demo_text ("Bench 1"));
  form->note = g_strdup (note);
  fettle_clock_set_of_thread (at);
  return fettle_job_store_move (demo->connection, form, error);
}

static gboolean
hand_over (Demo *demo, gint64 job_id, gint64 at, GError **error)
{
  static const FettleOutcome outcomes[]
      = { FETTLE_OUTCOME_REPAIRED, FETTLE_OUTCOME_REPAIRED,        FETTLE_OUTCOME_REPAIRED,
          FETTLE_OUTCOME_REPAIRED, FETTLE_OUTCOME_PARTLY_REPAIRED, FETTLE_OUTCOME_NO_FAULT_FOUND,
          FETTLE_OUTCOME_DECLINED, FETTLE_OUTCOME_NOT_REPAIRABLE };
  g_autoptr (FettleHandOver) form = fettle_hand_over_new ();

  form->job_id = job_id;
  form->outcome = outcomes[pick (demo, G_N_ELEMENTS (outcomes))];
  form->by = g_strdup (counter (demo));
  form->desk = g_strdup (fettle_demo_text ("Counter 1"));
  form->all_returned = TRUE;
  if (form->outcome == FETTLE_OUTCOME_REPAIRED)
    {
      form->paid = 1500 + 250 * pick (demo, 40);
      form->method = pick (demo, 2) == 0 ? FETTLE_METHOD_CASH : FETTLE_METHOD_CARD;
    }
  fettle_clock_set_of_thread (at);
  return fettle_job_store_hand_over (demo->connection, form, error);
}

typedef struct
{
  FettleStage stage;
  int minutes;
  const char *note;
} Step;

/* The way of one job: where it goes and how many working minutes after the step before. */
static guint
make_way (Demo *demo, Step way[8])
{
  guint n = 0;

  way[n++] = (Step){ FETTLE_STAGE_DIAGNOSING, 30 + pick (demo, 5 * WORKING_HOUR), NULL };
  if (pick (demo, 5) == 0)
    way[n++] = (Step){ FETTLE_STAGE_WAITING_APPROVAL, 20 + pick (demo, 2 * WORKING_HOUR),
                       fettle_demo_text ("Estimate sent, please ring us") };
  if (pick (demo, 3) == 0)
    way[n++] = (Step){ FETTLE_STAGE_WAITING_PARTS, 20 + pick (demo, 3 * WORKING_HOUR),
                       fettle_demo_text ("Part ordered, three to five days") };
  way[n++] = (Step){ FETTLE_STAGE_REPAIRING, 60 + pick (demo, 14 * WORKING_HOUR), NULL };
  way[n++] = (Step){ FETTLE_STAGE_CHECKING, 30 + pick (demo, 4 * WORKING_HOUR), NULL };
  way[n++] = (Step){ FETTLE_STAGE_READY, 15 + pick (demo, 2 * WORKING_HOUR), NULL };
  return n;
}

static gboolean
play_way (Demo *demo, FettleJob *job, gint64 at, FettleStage until, GError **error)
{
  const char *technician = fettle_demo_staff (N_COUNTER + pick (demo, N_TECHNICIANS));
  Step way[8];
  guint n = make_way (demo, way);
  gint64 job_id = job->summary->id;

  for (guint i = 0; i < n; i++)
    {
      at = after (demo, at, way[i].minutes);
      if (at > demo->now || (until != FETTLE_STAGE_NONE && way[i].stage > until))
        return TRUE;
      fettle_clock_set_of_thread (at);
      if (i == 0
          && !fettle_job_store_assign (demo->connection, job_id, technician, technician, fettle_demo_text ("Bench 1"),
                                       error))
        return FALSE;
      if (!move (demo, job_id, at, way[i].stage, technician, way[i].note, error))
        return FALSE;
    }
  at = after (demo, at, 60 + pick (demo, 16 * WORKING_HOUR));
  if (at > demo->now || until == FETTLE_STAGE_READY)
    return TRUE;
  return hand_over (demo, job_id, at, error);
}

static FettleJob *
take_in (Demo *demo, gint64 at, GError **error)
{
  g_autoptr (FettleIntake) intake = make_intake (demo, at);

  fettle_clock_set_of_thread (at);
  return fettle_job_store_intake (demo->connection, intake, fettle_demo_text ("Counter 1"), error);
}

static gboolean
play_day (Demo *demo, gint64 opening, GError **error)
{
  gint64 closing = fettle_calendar_closing_time (demo->calendar, opening);
  int n = 4 + pick (demo, 5);

  for (int i = 0; i < n; i++)
    {
      gint64 at = opening + (closing - opening) / (n + 1) * (i + 1);
      g_autoptr (FettleJob) job = NULL;

      if (at > demo->now)
        return TRUE;
      job = take_in (demo, at, error);
      if (job == NULL || !play_way (demo, job, at, FETTLE_STAGE_NONE, error))
        return FALSE;
    }
  return TRUE;
}

/* One job in each stage for sure, whatever the month was like, with the note that its last move wants. */
static gboolean
stand_in_stage (Demo *demo, FettleStage stage, GError **error)
{
  static const char *const notes[FETTLE_N_STAGES] = {
    [FETTLE_STAGE_WAITING_APPROVAL] = "New mainboard or a used one? Both prices sent",
    [FETTLE_STAGE_WAITING_PARTS] = "Display ordered, arrives on Thursday",
    [FETTLE_STAGE_CANCELLED] = "Changed their mind, will come for it",
  };
  const char *technician = fettle_demo_staff (N_COUNTER + pick (demo, N_TECHNICIANS));
  gint64 at = demo->now - (2 + pick (demo, 20)) * FETTLE_HOUR;
  g_autoptr (FettleJob) job = take_in (demo, at, error);

  if (job == NULL)
    return FALSE;
  if (stage == FETTLE_STAGE_RECEIVED)
    return TRUE;
  fettle_clock_set_of_thread (at + 20 * FETTLE_MINUTE);
  if (!fettle_job_store_assign (demo->connection, job->summary->id, technician, technician,
                                fettle_demo_text ("Bench 1"), error))
    return FALSE;
  if (stage == FETTLE_STAGE_HANDED_OVER)
    return hand_over (demo, job->summary->id, at + FETTLE_HOUR, error);
  return move (demo, job->summary->id, at + FETTLE_HOUR, stage, technician, fettle_demo_text (notes[stage]), error);
}

/* A promise of each ending, and one that is late and was given a new date. */
static gboolean
end_promises (Demo *demo, GError **error)
{
  static const FettlePromiseState states[] = { FETTLE_PROMISE_BROKEN, FETTLE_PROMISE_KEPT, FETTLE_PROMISE_WITHDRAWN };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      gint64 at = demo->now - 26 * FETTLE_HOUR + i * FETTLE_HOUR;
      g_autoptr (FettleJob) job = take_in (demo, at, error);
      g_autoptr (FettlePromise) promise = fettle_promise_new ();
      gint64 id;

      if (job == NULL)
        return FALSE;
      promise->job_id = job->summary->id;
      promise->kind = g_strdup ("call-back");
      promise->text = g_strdup (fettle_demo_text ("We ring you with the price"));
      promise->due = at + 4 * FETTLE_HOUR;
      id = fettle_promise_store_add (demo->connection, promise, fettle_demo_text ("Ines"),
                                     fettle_demo_text ("Counter 1"), error);
      fettle_clock_set_of_thread (at + (i == 0 ? 20 : 2) * FETTLE_HOUR);
      if (id == 0
          || !fettle_promise_store_end (demo->connection, id, states[i], NULL, fettle_demo_text ("Ines"),
                                        fettle_demo_text ("Counter 1"), error))
        return FALSE;
    }
  return TRUE;
}

/* One that is late, and was given a new date before. */
static gboolean
be_late (Demo *demo, GError **error)
{
  gint64 at = demo->now - 5 * FETTLE_DAY;
  g_autoptr (FettleIntake) intake = make_intake (demo, at);
  g_autoptr (FettleJob) job = NULL;
  FettlePromise *promise;

  intake->promised_due = at + 2 * FETTLE_DAY;
  fettle_clock_set_of_thread (at);
  job = fettle_job_store_intake (demo->connection, intake, fettle_demo_text ("Counter 1"), error);
  if (job == NULL)
    return FALSE;
  promise = job->promises->pdata[0];
  fettle_clock_set_of_thread (at + FETTLE_DAY);
  return fettle_promise_store_revise (demo->connection, promise->id, at + 4 * FETTLE_DAY, "part",
                                      fettle_demo_text ("The maker delivers two days later"), fettle_demo_text ("Ines"),
                                      fettle_demo_text ("Counter 1"), error)
         && move (demo, job->summary->id, at + FETTLE_DAY, FETTLE_STAGE_WAITING_PARTS, fettle_demo_text ("Mira"),
                  fettle_demo_text ("Waiting for the maker"), error);
}

static gboolean
play_month (Demo *demo, GError **error)
{
  gint64 moment = demo->now - DAYS * FETTLE_DAY;

  for (int i = 0; i < DAYS + 1; i++)
    {
      gint64 opening
          = fettle_calendar_next_opening (demo->calendar, fettle_calendar_day_start (demo->calendar, moment));

      if (opening != 0 && opening < fettle_calendar_day_end (demo->calendar, moment) && opening < demo->now
          && !play_day (demo, opening, error))
        return FALSE;
      moment += FETTLE_DAY;
    }
  for (FettleStage stage = FETTLE_STAGE_RECEIVED; stage <= FETTLE_STAGE_CANCELLED; stage++)
    if (!stand_in_stage (demo, stage, error))
      return FALSE;
  return be_late (demo, error) && end_promises (demo, error);
}

static void
fill_unless_given (char **field, const char *text)
{
  if (*field == NULL)
    *field = g_strdup (text);
}

/* So that the papers look like those of a shop. */
static gboolean
furnish (Demo *demo, FettleServicePoint *shop, GError **error)
{
  g_autoptr (FettleServicePoint) point = fettle_record_copy (shop);

  fill_unless_given (&point->address, fettle_demo_text ("12 High Street\nExampleton EX1 2AB"));
  fill_unless_given (&point->phone, fettle_demo_text ("01632 960100"));
  fill_unless_given (&point->email, "desk@repairs.example");
  fill_unless_given (&point->website, "repairs.example");
  fill_unless_given (&point->status_address, "https://repairs.example/s/");
  return fettle_setup_store_save_service_point (demo->connection, point, error);
}

static gboolean
play (Demo *demo, GError **error)
{
  gboolean more = TRUE;

  if (!set_roles (demo, error) || !play_month (demo, error)
      || !fettle_demo_fill_queue (demo->connection, demo->calendar, demo->now, demo->random, error))
    return FALSE;
  fettle_clock_set_of_thread (demo->now);
  if (!fettle_demo_fill_devices (demo->connection, demo->now, error))
    return FALSE;
  fettle_clock_set_of_thread (0);
  if (!fettle_demo_after (demo->connection, demo->now, error)
      || !fettle_demo_fill_contacts (demo->connection, demo->now, error)
      || !fettle_demo_fill_promises (demo->connection, demo->calendar, demo->now, error)
      || !fettle_demo_fill_customers (demo->connection, demo->now, error))
    return FALSE;
  while (more)
    if (!fettle_search_store_drain (demo->connection, 500, &more, error))
      return FALSE;
  return TRUE;
}

/**
 * fettle_demo_fill:
 * @connection: of a file that has a shop and no job
 *
 * Fills a new shop with a month of work: every stage and every state of a promise occurs. Takes a second or two.
 *
 * Returns: %FALSE with %FETTLE_STORE_ERROR_ALREADY where the shop has jobs
 */
gboolean
fettle_demo_fill (FettleConnection *connection, GError **error)
{
  g_autoptr (FettleShop) shop = fettle_setup_store_load (connection, error);
  g_autoptr (FettleCalendar) calendar = shop != NULL ? fettle_shop_make_calendar (shop) : NULL;
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  Demo demo = { connection, calendar, random, fettle_clock_now () };
  gint64 jobs = 0;
  gboolean done;

  if (shop == NULL || !fettle_connection_get_int (connection, "SELECT count(*) FROM job", &jobs, error))
    return FALSE;
  if (jobs > 0)
    {
      g_set_error_literal (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_ALREADY,
                           _ ("The shop has jobs already. Choose a new file for the demonstration."));
      return FALSE;
    }
  /* Nothing here was ever promised to be on the disk, and a thousand waits for it would be felt. */
  if (!fettle_connection_execute (connection, "PRAGMA synchronous = OFF", error))
    return FALSE;
  fettle_demo_speak (shop->service_point->language);
  done = furnish (&demo, shop->service_point, error) && play (&demo, error);
  fettle_clock_set_of_thread (0);
  return fettle_connection_execute (connection, "PRAGMA synchronous = FULL", done ? error : NULL) && done;
}
