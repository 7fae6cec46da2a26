/* fettle-event-store.c: how timelines are appended to and read.
 *
 * A timeline is opened inside a transaction: it holds the job's state and the head of its chain. Each event that is
 * appended is hashed over the one before and applied to the state; saving writes the state into the job's row. Nothing
 * else writes those columns. A new job gets its row with the first save, whole, so that its indexes are written once;
 * until then its events wait in memory, and so do rows that point to it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-event-store.h"

#include "fettle-chain.h"
#include "fettle-clock.h"
#include "fettle-statement.h"
#include "fettle-store-error.h"

/* What the indexes of the jobs are made of, as the row has it. */
typedef struct
{
  FettleStage stage;
  gint64 customer_id;
  gint64 unit_id;
  gint64 technician_id;
  gint64 about_id;
  gint64 received_at;
  gint64 handed_over_at;
  gint64 stage_since;
  gint64 need_by;
  gint64 told_at;
} Keys;

/* A row that waits for that of its job. */
typedef struct
{
  FettleTimelineWrite write;
  gpointer data;
  GDestroyNotify destroy;
} Deferred;

struct _FettleTimeline
{
  FettleConnection *connection;
  FettleJobState *state;
  Keys written;
  gint64 due_written;
  GPtrArray *pending;
  GArray *deferred;
  gint64 job_id;
  char *number;
  gint64 revision;
  gint64 n_events;
  char *head_hash;
  gint64 by_id;
  char *desk;
  gint64 at;
};

static Keys
keys_of (FettleJobState *state)
{
  return (Keys){ state->stage,       state->customer_id,    state->unit_id,     state->technician_id, state->about_id,
                 state->received_at, state->handed_over_at, state->stage_since, state->need_by,       state->told_at };
}

static gboolean
same_keys (Keys a, Keys b)
{
  return a.stage == b.stage && a.customer_id == b.customer_id && a.unit_id == b.unit_id
         && a.technician_id == b.technician_id && a.about_id == b.about_id && a.received_at == b.received_at
         && a.handed_over_at == b.handed_over_at && a.stage_since == b.stage_since && a.need_by == b.need_by
         && a.told_at == b.told_at;
}

static void
deferred_clear (gpointer data)
{
  Deferred *deferred = data;

  if (deferred->destroy != NULL)
    deferred->destroy (deferred->data);
}

/**
 * fettle_timeline_begin:
 * @number: that the job has been given
 *
 * The timeline of a new job, with nothing in it. The job has no row before it is saved for the first time, with at
 * least one event: fettle_timeline_job_id() is 0 until then.
 *
 * Returns: (transfer full): the timeline
 */
FettleTimeline *
fettle_timeline_begin (FettleConnection *connection, const char *number)
{
  FettleTimeline *self = g_new0 (FettleTimeline, 1);

  self->connection = connection;
  self->state = fettle_job_state_new ();
  self->pending = g_ptr_array_new_with_free_func (g_object_unref);
  self->deferred = g_array_new (FALSE, FALSE, sizeof (Deferred));
  g_array_set_clear_func (self->deferred, deferred_clear);
  self->number = g_strdup (number);
  self->head_hash = g_strdup ("");
  self->at = fettle_clock_now ();
  return self;
}

static void
read_state (FettleJobState *state, FettleStatement *row)
{
  int i = 4;

  state->kind = fettle_kind_from_id (fettle_statement_text (row, i++));
  state->stage = fettle_stage_from_id (fettle_statement_text (row, i++));
  state->outcome = fettle_outcome_from_id (fettle_statement_text (row, i++));
  state->clock = fettle_clock_holder_from_id (fettle_statement_text (row, i++));
  state->customer_id = fettle_statement_int (row, i++);
  state->unit_id = fettle_statement_int (row, i++);
  state->technician_id = fettle_statement_int (row, i++);
  state->taken_by_id = fettle_statement_int (row, i++);
  state->fault = fettle_statement_dup (row, i++);
  state->condition = fettle_statement_dup (row, i++);
  state->collected_by = fettle_statement_dup (row, i++);
  state->backup = fettle_backup_state_from_id (fettle_statement_text (row, i++));
  state->consent = fettle_statement_dup (row, i++);
  state->received_at = fettle_statement_int (row, i++);
  state->stage_since = fettle_statement_int (row, i++);
  state->handed_over_at = fettle_statement_int (row, i++);
  state->need_by = fettle_statement_int (row, i++);
  state->promised_due = fettle_statement_int (row, i++);
  state->first_due = fettle_statement_int (row, i++);
  state->working_since = fettle_statement_int (row, i++);
  state->device_here = fettle_statement_boolean (row, i++);
  state->told_at = fettle_statement_int (row, i++);
  state->about_id = fettle_statement_int (row, i++);
  state->about_as = fettle_statement_dup (row, i++);
  state->rechecked_by_id = fettle_statement_int (row, i++);
  state->fed_back_at = fettle_statement_int (row, i++);
  state->diagnosed_at = fettle_statement_int (row, i++);
  state->expected_at = fettle_statement_int (row, i++);
}

static gboolean
read_open_promises (FettleTimeline *self, GError **error)
{
  g_autoptr (FettleStatement) rows
      = fettle_connection_prepare (self->connection,
                                   "SELECT id, due FROM promise WHERE job_id = :job AND state = 'open'");
  const gint64 written = self->state->promised_due;
  FettleStep step;

  fettle_statement_bind_int (rows, ":job", self->job_id);
  while ((step = fettle_statement_step (rows, error)) == FETTLE_STEP_ROW)
    fettle_job_state_set_promise (self->state, fettle_statement_int (rows, 0), fettle_statement_int (rows, 1));
  /* The state is what the row says, right or wrong, until an event changes it: the check looks at it. */
  self->state->promised_due = written;
  return step == FETTLE_STEP_DONE;
}

/**
 * fettle_timeline_open:
 *
 * The timeline of a job as it stands. To be called inside the transaction that will append to it.
 *
 * Returns: (transfer full) (nullable): %NULL with %FETTLE_STORE_ERROR_NOT_FOUND where there is no such job
 */
FettleTimeline *
fettle_timeline_open (FettleConnection *connection, gint64 job_id, GError **error)
{
  g_autoptr (FettleStatement) row = fettle_connection_prepare (
      connection,
      "SELECT number, revision, n_events, head_hash, kind, stage, outcome, clock, customer_id, unit_id,"
      " technician_id, taken_by_id, fault, condition, collected_by, backup, consent, received_at, stage_since,"
      " handed_over_at, need_by, promised_due, first_due, working_since, device_here, told_at, about_id, about_as,"
      " rechecked_by_id, fed_back_at, diagnosed_at, expected_at FROM job WHERE id = :job");
  g_autoptr (FettleTimeline) self = NULL;
  FettleStep step;

  fettle_statement_bind_int (row, ":job", job_id);
  step = fettle_statement_step (row, error);
  if (step == FETTLE_STEP_DONE)
    g_set_error (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_NOT_FOUND, "no job in row %" G_GINT64_FORMAT, job_id);
  if (step != FETTLE_STEP_ROW)
    return NULL;

  self = fettle_timeline_begin (connection, fettle_statement_text (row, 0));
  self->job_id = job_id;
  self->revision = fettle_statement_int (row, 1);
  self->n_events = fettle_statement_int (row, 2);
  g_free (self->head_hash);
  self->head_hash = fettle_statement_dup (row, 3);
  read_state (self->state, row);
  if (!read_open_promises (self, error))
    return NULL;
  self->written = keys_of (self->state);
  self->due_written = self->state->promised_due;
  return g_steal_pointer (&self);
}

void
fettle_timeline_free (FettleTimeline *self)
{
  g_object_unref (self->state);
  g_ptr_array_unref (self->pending);
  g_array_unref (self->deferred);
  g_free (self->number);
  g_free (self->head_hash);
  g_free (self->desk);
  g_free (self);
}

/**
 * fettle_timeline_set_author:
 * @by_id: staff, 0 for nobody
 * @desk: (nullable):
 * @at: moment of what is appended next; 0 is now
 */
void
fettle_timeline_set_author (FettleTimeline *self, gint64 by_id, const char *desk, gint64 at)
{
  self->by_id = by_id;
  g_free (self->desk);
  self->desk = g_strdup (desk);
  self->at = at != 0 ? at : fettle_clock_now ();
}

FettleJobState *
fettle_timeline_state (FettleTimeline *self)
{
  return self->state;
}

FettleConnection *
fettle_timeline_connection (FettleTimeline *self)
{
  return self->connection;
}

gint64
fettle_timeline_job_id (FettleTimeline *self)
{
  return self->job_id;
}

/**
 * fettle_timeline_at:
 *
 * Returns: moment of what is appended next
 */
gint64
fettle_timeline_at (FettleTimeline *self)
{
  return self->at;
}

const char *
fettle_timeline_number (FettleTimeline *self)
{
  return self->number;
}

/**
 * fettle_timeline_head:
 *
 * Returns: hash of the last event, empty where there is none
 */
const char *
fettle_timeline_head (FettleTimeline *self)
{
  return self->head_hash;
}

gint64
fettle_timeline_revision (FettleTimeline *self)
{
  return self->revision;
}

/* In decimal digits; gives the first of them. */
static const char *
write_number (char *buffer, gsize size, gint64 number)
{
  guint64 rest = number < 0 ? -(guint64) number : (guint64) number;
  char *at = buffer + size - 1;

  *at = '\0';
  do
    *--at = (char) ('0' + rest % 10);
  while ((rest /= 10) > 0);
  if (number < 0)
    *--at = '-';
  return at;
}

/**
 * fettle_event_chain_hash:
 * @number: of the job
 * @previous: hash of the event before, empty for the first
 *
 * The hash of an event from everything that must not change in it. Words enter as their salted hash only.
 *
 * Returns: (transfer full): SHA-256, hexadecimal
 */
char *
fettle_event_chain_hash (FettleEvent *event, const char *number, const char *previous)
{
  char seq[24], at[24], entered_at[24], by[24];
  const char *parts[] = {
    number,
    write_number (seq, sizeof seq, event->seq),
    write_number (at, sizeof at, event->at),
    write_number (entered_at, sizeof entered_at, event->entered_at),
    fettle_event_kind_id (event->kind),
    write_number (by, sizeof by, event->by_id),
    event->desk != NULL ? event->desk : "",
    event->customer_may_read ? "1" : "0",
    event->details,
    event->words_hash != NULL ? event->words_hash : "",
    NULL,
  };

  return fettle_chain_hash (previous, parts);
}

static FettleEvent *
make_event (FettleTimeline *self,
            FettleEventKind kind,
            gboolean customer_may_read,
            FettleDetails *details,
            FettleDetails *words)
{
  FettleEvent *event = fettle_event_new ();

  event->job_id = self->job_id;
  event->seq = self->n_events + 1;
  event->at = self->at;
  event->entered_at = fettle_clock_entered ();
  event->kind = kind;
  event->by_id = self->by_id;
  event->desk = g_strdup (self->desk);
  event->customer_may_read = customer_may_read;
  event->details = details != NULL ? fettle_details_to_text (details) : g_strdup ("{}");
  if (words != NULL && !fettle_details_is_empty (words))
    {
      event->words = fettle_details_to_text (words);
      event->salt = fettle_chain_make_salt ();
      event->words_hash = fettle_chain_words_hash (event->salt, event->words);
    }
  event->hash = fettle_event_chain_hash (event, self->number, self->head_hash);
  return event;
}

static gboolean
insert_event (FettleTimeline *self, FettleEvent *event, GError **error)
{
  g_autoptr (FettleStatement) insert = fettle_connection_prepare (
      self->connection,
      "INSERT INTO event (job_id, seq, at, entered_at, what, by_id, desk, customer_may_read, details, words, salt,"
      " words_hash, hash) VALUES (:job, :seq, :at, :entered, :what, :by, :desk, :may_read, :details, :words, :salt,"
      " :words_hash, :hash)");

  fettle_statement_bind_int (insert, ":job", self->job_id);
  fettle_statement_bind_int (insert, ":seq", event->seq);
  fettle_statement_bind_int (insert, ":at", event->at);
  fettle_statement_bind_int (insert, ":entered", event->entered_at);
  fettle_statement_bind_text (insert, ":what", fettle_event_kind_id (event->kind));
  fettle_statement_bind_id (insert, ":by", event->by_id);
  fettle_statement_bind_text (insert, ":desk", event->desk);
  fettle_statement_bind_boolean (insert, ":may_read", event->customer_may_read);
  fettle_statement_bind_text (insert, ":details", event->details);
  fettle_statement_bind_text (insert, ":words", event->words);
  fettle_statement_bind_text (insert, ":salt", event->salt);
  fettle_statement_bind_text (insert, ":words_hash", event->words_hash);
  fettle_statement_bind_text (insert, ":hash", event->hash);
  return fettle_statement_run (insert, error);
}

/**
 * fettle_timeline_append:
 * @details: (nullable): what is not about a person
 * @words: (nullable): what names or quotes one
 *
 * Appends one event and applies it to the state. fettle_timeline_save() must follow in the same transaction.
 */
gboolean
fettle_timeline_append (FettleTimeline *self,
                        FettleEventKind kind,
                        gboolean customer_may_read,
                        FettleDetails *details,
                        FettleDetails *words,
                        GError **error)
{
  g_autoptr (FettleEvent) event = make_event (self, kind, customer_may_read, details, words);
  g_autoptr (FettleDetails) none = details == NULL || words == NULL ? fettle_details_new () : NULL;

  if (self->job_id == 0)
    g_ptr_array_add (self->pending, g_object_ref (event));
  else if (!insert_event (self, event, error))
    return FALSE;
  fettle_job_state_apply_parsed (self->state, event, details != NULL ? details : none, words != NULL ? words : none);
  self->n_events = event->seq;
  g_free (self->head_hash);
  self->head_hash = g_strdup (event->hash);
  return TRUE;
}

/**
 * fettle_timeline_append_at:
 * @at: moment
 *
 * Appends one event that came by itself at that moment: nobody did it, at no desk.
 */
gboolean
fettle_timeline_append_at (FettleTimeline *self,
                           gint64 at,
                           FettleEventKind kind,
                           gboolean customer_may_read,
                           FettleDetails *details,
                           FettleDetails *words,
                           GError **error)
{
  const gint64 by_id = self->by_id, now = self->at;
  char *desk = g_steal_pointer (&self->desk);
  gboolean done;

  self->by_id = 0;
  self->at = at;
  done = fettle_timeline_append (self, kind, customer_may_read, details, words, error);
  self->by_id = by_id;
  self->desk = desk;
  self->at = now;
  return done;
}

/* What no index is made of. */
static void
bind_plain (FettleStatement *write, FettleTimeline *self)
{
  FettleJobState *state = self->state;

  fettle_statement_bind_int (write, ":revision", self->revision);
  fettle_statement_bind_text (write, ":kind", fettle_kind_id (state->kind));
  fettle_statement_bind_text (write, ":outcome", fettle_outcome_id (state->outcome));
  fettle_statement_bind_text (write, ":clock", fettle_clock_holder_id (state->clock));
  fettle_statement_bind_id (write, ":taken_by", state->taken_by_id);
  fettle_statement_bind_text (write, ":fault", state->fault != NULL ? state->fault : "");
  fettle_statement_bind_text (write, ":condition", state->condition);
  fettle_statement_bind_text (write, ":collected_by", state->collected_by);
  fettle_statement_bind_text (write, ":backup", fettle_backup_state_id (state->backup));
  fettle_statement_bind_text (write, ":consent", state->consent);
  fettle_statement_bind_int (write, ":promised_due", state->promised_due);
  fettle_statement_bind_int (write, ":first_due", state->first_due);
  fettle_statement_bind_int (write, ":working", state->working_since);
  fettle_statement_bind_int (write, ":here", state->device_here);
  fettle_statement_bind_text (write, ":about_as", state->about_as);
  fettle_statement_bind_id (write, ":rechecked_by", state->rechecked_by_id);
  fettle_statement_bind_int (write, ":fed_back", state->fed_back_at);
  fettle_statement_bind_int (write, ":diagnosed", state->diagnosed_at);
  fettle_statement_bind_int (write, ":expected", state->expected_at);
  fettle_statement_bind_int (write, ":n_events", self->n_events);
  fettle_statement_bind_text (write, ":head", self->head_hash);
}

static void
bind_due (FettleStatement *write, FettleJobState *state)
{
  fettle_statement_bind_int (write, ":sort_due", state->promised_due != 0 ? state->promised_due : G_MAXINT64);
}

static void
bind_keys (FettleStatement *write, FettleJobState *state)
{
  fettle_statement_bind_text (write, ":stage", fettle_stage_id (state->stage));
  fettle_statement_bind_id (write, ":customer", state->customer_id);
  fettle_statement_bind_id (write, ":unit", state->unit_id);
  fettle_statement_bind_id (write, ":technician", state->technician_id);
  fettle_statement_bind_id (write, ":about", state->about_id);
  fettle_statement_bind_int (write, ":received", state->received_at);
  fettle_statement_bind_int (write, ":handed_over", state->handed_over_at);
  fettle_statement_bind_int (write, ":told", state->told_at);
  fettle_statement_bind_int (write, ":need_by", state->need_by);
  fettle_statement_bind_int (write, ":since", state->stage_since);
}

#define SET_PLAIN                                                                                                      \
  "UPDATE job SET revision = :revision, kind = :kind, outcome = :outcome, clock = :clock, taken_by_id = :taken_by,"    \
  " fault = :fault, condition = :condition, collected_by = :collected_by, backup = :backup, consent = :consent,"       \
  " promised_due = :promised_due, first_due = :first_due, working_since = :working, device_here = :here,"              \
  " about_as = :about_as, rechecked_by_id = :rechecked_by, fed_back_at = :fed_back, diagnosed_at = :diagnosed,"        \
  " expected_at = :expected, n_events = :n_events, head_hash = :head"
#define SET_DUE ", sort_due = :sort_due"
#define SET_KEYS                                                                                                       \
  ", stage = :stage, customer_id = :customer, unit_id = :unit, technician_id = :technician, about_id = :about,"        \
  " received_at = :received, handed_over_at = :handed_over, stage_since = :since, need_by = :need_by,"                 \
  " told_at = :told"
#define OF_JOB " WHERE id = :job"

/* An index is written anew whenever one of its columns is named, changed or not: so only what changed is named. */
static gboolean
update_row (FettleTimeline *self, GError **error)
{
  const gboolean has_due = self->state->promised_due != self->due_written;
  const gboolean has_keys = !same_keys (keys_of (self->state), self->written);
  g_autoptr (FettleStatement) update
      = fettle_connection_prepare (self->connection, has_keys  ? SET_PLAIN SET_DUE SET_KEYS OF_JOB
                                                     : has_due ? SET_PLAIN SET_DUE OF_JOB
                                                               : SET_PLAIN OF_JOB);

  bind_plain (update, self);
  if (has_keys || has_due)
    bind_due (update, self->state);
  if (has_keys)
    bind_keys (update, self->state);
  fettle_statement_bind_int (update, ":job", self->job_id);
  return fettle_statement_run (update, error);
}

/**
 * fettle_timeline_defer:
 * @write: called with @data once the job has its row, in the save that writes it
 * @destroy: (nullable):
 *
 * Puts off the row of something else that points to a new job, so that the job's own row can be written after the event
 * about it, whole and once.
 */
void
fettle_timeline_defer (FettleTimeline *self, FettleTimelineWrite write, gpointer data, GDestroyNotify destroy)
{
  Deferred deferred = { write, data, destroy };

  g_return_if_fail (self->job_id == 0);
  g_array_append_val (self->deferred, deferred);
}

/**
 * fettle_timeline_n_deferred:
 *
 * Returns: how many rows were put off until the job has its own
 */
guint
fettle_timeline_n_deferred (FettleTimeline *self)
{
  return self->deferred->len;
}

/* What waited for the row of a new job. */
static gboolean
write_waiting (FettleTimeline *self, GError **error)
{
  for (guint i = 0; i < self->pending->len; i++)
    if (!insert_event (self, self->pending->pdata[i], error))
      return FALSE;
  for (guint i = 0; i < self->deferred->len; i++)
    {
      Deferred *deferred = &g_array_index (self->deferred, Deferred, i);

      if (!deferred->write (self->connection, self->job_id, deferred->data, error))
        return FALSE;
    }
  g_ptr_array_set_size (self->pending, 0);
  g_array_set_size (self->deferred, 0);
  return TRUE;
}

/* The columns in the order in which they are bound. */
static gboolean
insert_row (FettleTimeline *self, GError **error)
{
  g_autoptr (FettleStatement) insert = fettle_connection_prepare (
      self->connection,
      "INSERT INTO job (revision, kind, outcome, clock, taken_by_id, fault, condition, collected_by, backup, consent,"
      " promised_due, first_due, working_since, device_here, about_as, rechecked_by_id, fed_back_at, diagnosed_at,"
      " expected_at, n_events, head_hash, sort_due, stage, customer_id, unit_id, technician_id, about_id, received_at,"
      " handed_over_at, told_at, need_by, stage_since, number)"
      " VALUES (:revision, :kind, :outcome, :clock, :taken_by, :fault, :condition, :collected_by, :backup, :consent,"
      " :promised_due, :first_due, :working, :here, :about_as, :rechecked_by, :fed_back, :diagnosed, :expected,"
      " :n_events, :head, :sort_due, :stage, :customer, :unit, :technician, :about, :received, :handed_over, :told,"
      " :need_by, :since, :number)");

  bind_plain (insert, self);
  bind_due (insert, self->state);
  bind_keys (insert, self->state);
  fettle_statement_bind_text (insert, ":number", self->number);
  if (!fettle_statement_run (insert, error))
    return FALSE;
  self->job_id = fettle_connection_last_id (self->connection);
  return write_waiting (self, error);
}

/**
 * fettle_timeline_save:
 *
 * Writes what the events amount to into the job's row; its revision grows by one.
 */
gboolean
fettle_timeline_save (FettleTimeline *self, GError **error)
{
  self->revision++;
  if (self->job_id == 0 ? !insert_row (self, error) : !update_row (self, error))
    return FALSE;
  self->written = keys_of (self->state);
  self->due_written = self->state->promised_due;
  return TRUE;
}

/**
 * fettle_event_store_load:
 *
 * Returns: (transfer full) (element-type FettleEvent) (nullable): a job's events, oldest first
 */
GPtrArray *
fettle_event_store_load (FettleConnection *connection, gint64 job_id, GError **error)
{
  g_autoptr (FettleStatement) rows = fettle_connection_prepare (
      connection, "SELECT e.id, e.job_id, e.seq, e.at, e.entered_at, e.what, e.by_id, s.name, e.desk,"
                  " e.customer_may_read, e.details, e.words, e.salt, e.words_hash, e.hash"
                  " FROM event e LEFT JOIN staff s ON s.id = e.by_id WHERE e.job_id = :job ORDER BY e.seq");
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (g_object_unref);
  FettleStep step;

  fettle_statement_bind_int (rows, ":job", job_id);
  while ((step = fettle_statement_step (rows, error)) == FETTLE_STEP_ROW)
    {
      FettleEvent *event = fettle_event_new ();

      event->id = fettle_statement_int (rows, 0);
      event->job_id = fettle_statement_int (rows, 1);
      event->seq = fettle_statement_int (rows, 2);
      event->at = fettle_statement_int (rows, 3);
      event->entered_at = fettle_statement_int (rows, 4);
      event->kind = fettle_event_kind_from_id (fettle_statement_text (rows, 5));
      event->by_id = fettle_statement_int (rows, 6);
      event->by_name = fettle_statement_dup (rows, 7);
      event->desk = fettle_statement_dup (rows, 8);
      event->customer_may_read = fettle_statement_boolean (rows, 9);
      event->details = fettle_statement_dup (rows, 10);
      event->words = fettle_statement_dup (rows, 11);
      event->salt = fettle_statement_dup (rows, 12);
      event->words_hash = fettle_statement_dup (rows, 13);
      event->hash = fettle_statement_dup (rows, 14);
      g_ptr_array_add (events, event);
    }
  return step == FETTLE_STEP_DONE ? g_steal_pointer (&events) : NULL;
}
