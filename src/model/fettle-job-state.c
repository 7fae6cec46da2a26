/* fettle-job-state.c: what a job is now, computed from what happened to it.
 *
 * The store applies each event to the state as it appends it, and writes the state into the job's row; the check
 * applies all of a job's events to an empty state and compares. Both go through fettle_job_state_apply(), so a column
 * that is not computed here cannot be right.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-job-state.h"

typedef struct
{
  gint64 id;
  gint64 due;
} OpenPromise;

static const FettleField fettle_job_state_fields[] = {
  FETTLE_FIELD (FettleJobState, kind, "kind", INT),
  FETTLE_FIELD (FettleJobState, stage, "stage", INT),
  FETTLE_FIELD (FettleJobState, outcome, "outcome", INT),
  FETTLE_FIELD (FettleJobState, clock, "clock", INT),
  FETTLE_FIELD (FettleJobState, customer_id, "customer-id", INT64),
  FETTLE_FIELD (FettleJobState, unit_id, "unit-id", INT64),
  FETTLE_FIELD (FettleJobState, technician_id, "technician-id", INT64),
  FETTLE_FIELD (FettleJobState, taken_by_id, "taken-by-id", INT64),
  FETTLE_FIELD (FettleJobState, fault, "fault", STRING),
  FETTLE_FIELD (FettleJobState, condition, "condition", STRING),
  FETTLE_FIELD (FettleJobState, collected_by, "collected-by", STRING),
  FETTLE_FIELD (FettleJobState, backup, "backup", INT),
  FETTLE_FIELD (FettleJobState, consent, "consent", STRING),
  FETTLE_FIELD (FettleJobState, received_at, "received-at", INT64),
  FETTLE_FIELD (FettleJobState, stage_since, "stage-since", INT64),
  FETTLE_FIELD (FettleJobState, handed_over_at, "handed-over-at", INT64),
  FETTLE_FIELD (FettleJobState, need_by, "need-by", INT64),
  FETTLE_FIELD (FettleJobState, promised_due, "promised-due", INT64),
  FETTLE_FIELD (FettleJobState, first_due, "first-due", INT64),
  FETTLE_FIELD (FettleJobState, working_since, "working-since", INT64),
  FETTLE_FIELD (FettleJobState, paid, "paid", INT64),
  FETTLE_FIELD (FettleJobState, device_here, "device-here", BOOLEAN),
  FETTLE_FIELD (FettleJobState, expected_at, "expected-at", INT64),
  FETTLE_FIELD (FettleJobState, told_at, "told-at", INT64),
  FETTLE_FIELD (FettleJobState, about_id, "about-id", INT64),
  FETTLE_FIELD (FettleJobState, about_as, "about-as", STRING),
  FETTLE_FIELD (FettleJobState, rechecked_by_id, "rechecked-by-id", INT64),
  FETTLE_FIELD (FettleJobState, fed_back_at, "fed-back-at", INT64),
  FETTLE_FIELD (FettleJobState, diagnosed_at, "diagnosed-at", INT64),
};

typedef struct
{
  FettleRecordClass parent_class;
} FettleJobStateClass;

G_DEFINE_TYPE (FettleJobState, fettle_job_state, FETTLE_TYPE_RECORD)

static void
fettle_job_state_finalize (GObject *object)
{
  g_clear_pointer (&((FettleJobState *) object)->open_promises, g_array_unref);
  G_OBJECT_CLASS (fettle_job_state_parent_class)->finalize (object);
}

static void
fettle_job_state_class_init (FettleJobStateClass *klass)
{
  fettle_record_class_set_fields (&klass->parent_class, fettle_job_state_fields,
                                  G_N_ELEMENTS (fettle_job_state_fields));
  G_OBJECT_CLASS (klass)->finalize = fettle_job_state_finalize;
}

static void
fettle_job_state_init (FettleJobState *self)
{
  self->open_promises = g_array_new (FALSE, FALSE, sizeof (OpenPromise));
  self->device_here = TRUE;
}

FettleJobState *
fettle_job_state_new (void)
{
  return g_object_new (FETTLE_TYPE_JOB_STATE, NULL);
}

/* The clock passes from one holder to another: the stretch that ends is added to whose it was. */
static void
pass_clock (FettleJobState *self, FettleClockHolder holder, gint64 at)
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

static void
take_text (char **field, FettleDetails *words, const char *key)
{
  if (!fettle_details_has (words, key))
    return;
  g_free (*field);
  *field = g_strdup (fettle_details_get (words, key));
  if (*field != NULL && **field == '\0')
    g_clear_pointer (field, g_free);
}

static void
take_int (gint64 *field, FettleDetails *details, const char *key)
{
  if (fettle_details_has (details, key))
    *field = fettle_details_get_int (details, key);
}

/* What both the first event of a job and a correction may say. */
static void
take_description (FettleJobState *self, FettleDetails *details, FettleDetails *words)
{
  if (fettle_details_has (details, "kind"))
    self->kind = fettle_kind_from_id (fettle_details_get (details, "kind"));
  if (fettle_details_has (details, "backup"))
    self->backup = fettle_backup_state_from_id (fettle_details_get (details, "backup"));
  take_text (&self->consent, details, "consent");
  take_int (&self->customer_id, details, "customer");
  take_int (&self->unit_id, details, "unit");
  take_int (&self->need_by, details, "need_by");
  take_text (&self->fault, words, "fault");
  take_text (&self->condition, words, "condition");
}

static void
apply_beginning (FettleJobState *self, FettleEvent *event, FettleDetails *details, FettleDetails *words)
{
  take_description (self, details, words);
  take_int (&self->taken_by_id, details, "taken_by");
  take_int (&self->technician_id, details, "technician");
  self->device_here = g_strcmp0 (fettle_details_get (details, "device"), "expected") != 0;
  self->expected_at = fettle_details_get_int (details, "expected_at");
  self->told_at = event->at;
  self->stage = fettle_stage_from_id (fettle_details_get (details, "stage"));
  self->outcome = fettle_outcome_from_id (fettle_details_get (details, "outcome"));
  self->received_at = event->at;
  self->stage_since = event->at;
  self->handed_over_at = self->stage == FETTLE_STAGE_HANDED_OVER ? event->at : 0;
  pass_clock (self, fettle_clock_holder_from_id (fettle_details_get (details, "clock")), event->at);
}

static void
apply_move (FettleJobState *self, FettleEvent *event, FettleDetails *details)
{
  self->stage = fettle_stage_from_id (fettle_details_get (details, "to"));
  self->stage_since = event->at;
  /* A move that is taken back leaves no stretch of its own: the stage goes on since it began. */
  take_int (&self->stage_since, details, "since");
  pass_clock (self, fettle_clock_holder_from_id (fettle_details_get (details, "clock")), event->at);
}

static void
apply_hand_over (FettleJobState *self, FettleEvent *event, FettleDetails *details, FettleDetails *words)
{
  self->stage = FETTLE_STAGE_HANDED_OVER;
  self->outcome = fettle_outcome_from_id (fettle_details_get (details, "outcome"));
  self->stage_since = event->at;
  self->handed_over_at = event->at;
  take_text (&self->collected_by, words, "collected_by");
  pass_clock (self, FETTLE_CLOCK_NONE, event->at);
}

static void
apply_work (FettleJobState *self, FettleEvent *event)
{
  if (event->kind == FETTLE_EVENT_WORK_BEGAN)
    {
      self->working_since = event->at;
      return;
    }
  if (self->working_since != 0)
    self->work_time += MAX (event->at - self->working_since, 0);
  self->working_since = 0;
}

static void
apply_link (FettleJobState *self, FettleDetails *details)
{
  self->about_id = fettle_details_get_int (details, "job");
  g_free (self->about_as);
  self->about_as = g_strdup (fettle_details_get (details, "as"));
}

/* What leaves one mark on the job: when it last happened, or who did it. */
static void
apply_mark (FettleJobState *self, FettleEvent *event, FettleDetails *details)
{
  if (event->kind == FETTLE_EVENT_CONTACTED && g_strcmp0 (fettle_details_get (details, "direction"), "out") != 0)
    return;
  if (event->kind == FETTLE_EVENT_DEVICE_ARRIVED)
    {
      self->device_here = TRUE;
      if (fettle_details_has (details, "clock"))
        pass_clock (self, fettle_clock_holder_from_id (fettle_details_get (details, "clock")), event->at);
    }
  else if (event->kind == FETTLE_EVENT_DEVICE_EXPECTED)
    self->expected_at = fettle_details_get_int (details, "expected_at");
  else if (event->kind == FETTLE_EVENT_RECHECKED)
    self->rechecked_by_id = event->by_id;
  else if (event->kind == FETTLE_EVENT_FED_BACK)
    self->fed_back_at = event->at;
  else if (event->kind == FETTLE_EVENT_DIAGNOSED)
    self->diagnosed_at = event->at;
  else
    self->told_at = MAX (self->told_at, event->at);
}

static void
apply_promise (FettleJobState *self, FettleEvent *event, FettleDetails *details)
{
  gint64 due = event->kind == FETTLE_EVENT_PROMISE_ENDED ? 0 : fettle_details_get_int (details, "due");

  if (event->kind == FETTLE_EVENT_PROMISED && self->first_due == 0)
    self->first_due = due;
  fettle_job_state_set_promise (self, fettle_details_get_int (details, "promise"), due);
  /* To promise something to somebody's face is a word to them. */
  if (fettle_details_has (details, "told_how"))
    self->told_at = MAX (self->told_at, event->at);
}

/**
 * fettle_job_state_set_promise:
 * @due: moment, or 0 where it has ended
 *
 * Notes an open promise, its new date, or its end; the earliest open one is the job's.
 */
void
fettle_job_state_set_promise (FettleJobState *self, gint64 promise_id, gint64 due)
{
  gint64 earliest = 0;

  for (guint i = 0; i < self->open_promises->len; i++)
    if (g_array_index (self->open_promises, OpenPromise, i).id == promise_id)
      {
        g_array_remove_index (self->open_promises, i);
        break;
      }
  if (due != 0)
    {
      OpenPromise promise = { promise_id, due };

      g_array_append_val (self->open_promises, promise);
    }
  for (guint i = 0; i < self->open_promises->len; i++)
    {
      gint64 other = g_array_index (self->open_promises, OpenPromise, i).due;

      if (earliest == 0 || other < earliest)
        earliest = other;
    }
  self->promised_due = earliest;
}

/**
 * fettle_job_state_apply_parsed:
 * @details: of @event, parsed
 * @words: of @event, parsed
 *
 * fettle_job_state_apply() for a caller who has just written them.
 */
void
fettle_job_state_apply_parsed (FettleJobState *self, FettleEvent *event, FettleDetails *details, FettleDetails *words)
{
  if (event->words == NULL && event->words_hash != NULL)
    self->words_erased = TRUE;
  switch (event->kind)
    {
    case FETTLE_EVENT_RECEIVED:
    case FETTLE_EVENT_IMPORTED:
      apply_beginning (self, event, details, words);
      break;
    case FETTLE_EVENT_MOVED:
    case FETTLE_EVENT_MOVE_UNDONE:
      apply_move (self, event, details);
      break;
    case FETTLE_EVENT_EDITED:
    case FETTLE_EVENT_MERGED:
      take_description (self, details, words);
      break;
    case FETTLE_EVENT_ASSIGNED:
      self->technician_id = fettle_details_get_int (details, "technician");
      break;
    case FETTLE_EVENT_CLOCK_SET:
      pass_clock (self, fettle_clock_holder_from_id (fettle_details_get (details, "clock")), event->at);
      break;
    case FETTLE_EVENT_PROMISED:
    case FETTLE_EVENT_PROMISE_REVISED:
    case FETTLE_EVENT_PROMISE_ENDED:
      apply_promise (self, event, details);
      break;
    case FETTLE_EVENT_WORK_BEGAN:
    case FETTLE_EVENT_WORK_ENDED:
      apply_work (self, event);
      break;
    case FETTLE_EVENT_PAID:
      self->paid += fettle_details_get_int (details, "amount");
      break;
    case FETTLE_EVENT_HANDED_OVER:
      apply_hand_over (self, event, details, words);
      break;
    case FETTLE_EVENT_LINKED:
      apply_link (self, details);
      break;
    case FETTLE_EVENT_CUSTOMER_TOLD:
    case FETTLE_EVENT_CONTACTED:
    case FETTLE_EVENT_CONTACT_ANSWERED:
    case FETTLE_EVENT_DEVICE_ARRIVED:
    case FETTLE_EVENT_DEVICE_EXPECTED:
    case FETTLE_EVENT_RECHECKED:
    case FETTLE_EVENT_FED_BACK:
    case FETTLE_EVENT_DIAGNOSED:
      apply_mark (self, event, details);
      break;
    case FETTLE_EVENT_NONE:
    case FETTLE_EVENT_NOTED:
    case FETTLE_EVENT_PRINTED:
    case FETTLE_EVENT_ACCESSORY_RETURNED:
    default:
      break;
    }
}

/**
 * fettle_job_state_apply:
 *
 * Lets one more event happen. Events are applied in the order of their @seq. An event whose words were erased changes
 * everything but the words, and @words_erased says so.
 */
void
fettle_job_state_apply (FettleJobState *self, FettleEvent *event)
{
  g_autoptr (FettleDetails) details = fettle_details_parse (event->details);
  g_autoptr (FettleDetails) words = fettle_details_parse (event->words);

  fettle_job_state_apply_parsed (self, event, details, words);
}

/**
 * fettle_job_state_apply_time:
 *
 * Like fettle_job_state_apply() for a caller who only asks whose time it was: what says nothing about that is passed
 * over unread, and words are not looked at.
 */
void
fettle_job_state_apply_time (FettleJobState *self, FettleEvent *event)
{
  g_autoptr (FettleDetails) details = NULL;
  g_autoptr (FettleDetails) words = NULL;

  switch (event->kind)
    {
    case FETTLE_EVENT_RECEIVED:
    case FETTLE_EVENT_IMPORTED:
    case FETTLE_EVENT_MOVED:
    case FETTLE_EVENT_MOVE_UNDONE:
    case FETTLE_EVENT_CLOCK_SET:
    case FETTLE_EVENT_DEVICE_ARRIVED:
    case FETTLE_EVENT_WORK_BEGAN:
    case FETTLE_EVENT_WORK_ENDED:
    case FETTLE_EVENT_HANDED_OVER:
      details = fettle_details_parse (event->details);
      words = fettle_details_new ();
      fettle_job_state_apply_parsed (self, event, details, words);
      break;
    default:
      break;
    }
}

/**
 * fettle_job_state_time:
 * @now: moment up to which a running clock counts
 *
 * Returns: microseconds that belong to @holder so far
 */
gint64
fettle_job_state_time (FettleJobState *self, FettleClockHolder holder, gint64 now)
{
  gint64 running = self->clock == holder && self->clock_since != 0 ? MAX (now - self->clock_since, 0) : 0;

  switch (holder)
    {
    case FETTLE_CLOCK_US:
      return self->time_us + running;
    case FETTLE_CLOCK_PART:
      return self->time_part + running;
    case FETTLE_CLOCK_CUSTOMER:
      return self->time_customer + running;
    case FETTLE_CLOCK_NONE:
    default:
      return 0;
    }
}
