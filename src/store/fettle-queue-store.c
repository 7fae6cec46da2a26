/* fettle-queue-store.c: what is done with the tickets of the queue.
 *
 * Every function is one transaction that takes the lock at its start: it reads the day, asks the rules of
 * fettle-queue.h, and writes what they say. So two counters that call at the same moment call one after the other, and
 * never the same ticket. Runs on the store's thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-queue-private.h"

#include <glib/gi18n-lib.h>

#include "fettle-clock.h"
#include "fettle-error.h"
#include "fettle-plain-text.h"
#include "fettle-setup-store.h"
#include "fettle-statement.h"
#include "fettle-store-error.h"
#include "fettle-transaction.h"

/* One change while it is made: the transaction, the day, and who makes it. */
typedef struct
{
  FettleConnection *connection;
  FettleTransaction *transaction;
  FettleQueue *queue;
  gint64 by_id;
  gint64 now;
} Change;

static void
change_clear (Change *self)
{
  g_clear_pointer (&self->transaction, fettle_transaction_free);
  g_clear_object (&self->queue);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Change, change_clear)

static gboolean
begin (Change *self, FettleConnection *connection, const char *by, const char *who, GError **error)
{
  self->connection = connection;
  self->now = fettle_clock_now ();
  self->transaction = fettle_transaction_begin (connection, who, error);
  if (self->transaction == NULL)
    return FALSE;
  if (!fettle_plain_text_is_blank (by) && (self->by_id = fettle_setup_store_staff_id (connection, by, error)) == 0)
    return FALSE;
  return TRUE;
}

static gboolean
load_day (Change *self, const char *day, GError **error)
{
  g_clear_object (&self->queue);
  self->queue = fettle_queue_rows_load (self->connection, day, self->now, FALSE, error);
  return self->queue != NULL;
}

/* Commits, and gives the ticket with what is worked out of the whole day. */
static FettleTicket *
finish (Change *self, gint64 ticket_id, GError **error)
{
  g_autofree char *day = g_strdup (self->queue->day);
  FettleTicket *ticket = NULL;

  g_clear_object (&self->queue);
  self->queue = fettle_queue_rows_load (self->connection, day, self->now, TRUE, error);
  if (self->queue == NULL || !fettle_queue_rows_count_change (self->connection, error)
      || !fettle_transaction_commit (self->transaction, error))
    return NULL;
  ticket = fettle_queue_find (self->queue, ticket_id);
  return ticket != NULL ? g_object_ref (ticket) : NULL;
}

/* Writes all that changes after a ticket was given out. @by_id is who calls or serves; 0 leaves who was. */
static gboolean
write_ticket (Change *self, FettleTicket *ticket, gint64 by_id, GError **error)
{
  g_autoptr (FettleStatement) update = fettle_connection_prepare (
      self->connection,
      "UPDATE ticket SET state = :state, place = :place, goes_first = :goes_first, greeted_at = :greeted_at,"
      " called_at = :called_at, first_called_at = :first_called_at, n_calls = :n_calls, counter = :counter,"
      " by_id = coalesce (:by, by_id), serving_at = :serving_at, ended_at = :ended_at, parked_at = :parked_at,"
      " returned_at = :returned_at, n_overtaken = :n_overtaken WHERE id = :id");

  fettle_statement_bind_text (update, ":state", fettle_ticket_state_id (ticket->state));
  fettle_statement_bind_int (update, ":place", ticket->place);
  fettle_statement_bind_boolean (update, ":goes_first", ticket->goes_first);
  fettle_statement_bind_int (update, ":greeted_at", ticket->greeted_at);
  fettle_statement_bind_int (update, ":called_at", ticket->called_at);
  fettle_statement_bind_int (update, ":first_called_at", ticket->first_called_at);
  fettle_statement_bind_int (update, ":n_calls", ticket->n_calls);
  fettle_statement_bind_text (update, ":counter", ticket->counter);
  fettle_statement_bind_id (update, ":by", by_id);
  fettle_statement_bind_int (update, ":serving_at", ticket->serving_at);
  fettle_statement_bind_int (update, ":ended_at", ticket->ended_at);
  fettle_statement_bind_int (update, ":parked_at", ticket->parked_at);
  fettle_statement_bind_int (update, ":returned_at", ticket->returned_at);
  fettle_statement_bind_int (update, ":n_overtaken", ticket->n_overtaken);
  fettle_statement_bind_int (update, ":id", ticket->id);
  return fettle_statement_run (update, error);
}

/* The class with that letter, or the first one; 0 with a sentence where it gives out no tickets. */
static gint64
find_class (FettleConnection *connection, const char *letter, GError **error)
{
  g_autoptr (FettleStatement) row
      = fettle_connection_prepare (connection,
                                   "SELECT id FROM queue_class WHERE active AND (:letter IS NULL OR letter = :letter)"
                                   " ORDER BY position, letter LIMIT 1");
  FettleStep step;

  fettle_statement_bind_text (row, ":letter", letter);
  step = fettle_statement_step (row, error);
  if (step == FETTLE_STEP_ROW)
    return fettle_statement_int (row, 0);
  if (step == FETTLE_STEP_DONE && letter != NULL)
    g_set_error (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_NOT_FOUND,
                 _ ("The queue gives out no tickets with the letter %s."), letter);
  else if (step == FETTLE_STEP_DONE)
    g_set_error_literal (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_NOT_FOUND,
                         _ ("The queue has no list that gives out tickets. Make one in Setup."));
  return 0;
}

/* The next number of a list, also where the last ticket of the day is gone, and the next place of the day. */
static gboolean
take_number (FettleConnection *connection,
             const char *day,
             gint64 class_id,
             gint64 *number,
             gint64 *place,
             GError **error)
{
  g_autoptr (FettleStatement) take
      = fettle_connection_prepare (connection,
                                   "INSERT INTO queue_number (day, class_id, last) VALUES (:day, :class, 1 + (SELECT"
                                   " coalesce (max (number), 0) FROM ticket WHERE day = :day AND class_id = :class))"
                                   " ON CONFLICT (day, class_id) DO UPDATE SET last = queue_number.last + 1");
  g_autoptr (FettleStatement) row = fettle_connection_prepare (
      connection, "SELECT (SELECT last FROM queue_number WHERE day = :day AND class_id = :class), sum (last)"
                  " FROM queue_number WHERE day = :day");

  fettle_statement_bind_text (take, ":day", day);
  fettle_statement_bind_int (take, ":class", class_id);
  fettle_statement_bind_text (row, ":day", day);
  fettle_statement_bind_int (row, ":class", class_id);
  if (!fettle_statement_run (take, error) || fettle_statement_step (row, error) != FETTLE_STEP_ROW)
    return FALSE;
  *number = fettle_statement_int (row, 0);
  *place = fettle_statement_int (row, 1) * FETTLE_QUEUE_GAP;
  return TRUE;
}

static gint64
insert_ticket (Change *self, const char *day, gint64 class_id, const char *reason, GError **error)
{
  g_autoptr (FettleStatement) insert = fettle_connection_prepare (
      self->connection,
      "INSERT INTO ticket (day, class_id, number, state, issued_at, place, goes_first, priority, priority_by_id)"
      " VALUES (:day, :class, :number, 'waiting', :at, :place, :goes_first, :priority, :priority_by)");
  gint64 number = 0, place = 0;

  if (!take_number (self->connection, day, class_id, &number, &place, error))
    return 0;
  fettle_statement_bind_text (insert, ":day", day);
  fettle_statement_bind_int (insert, ":class", class_id);
  fettle_statement_bind_int (insert, ":number", number);
  fettle_statement_bind_int (insert, ":at", self->now);
  fettle_statement_bind_int (insert, ":place", place);
  fettle_statement_bind_boolean (insert, ":goes_first", reason != NULL);
  fettle_statement_bind_text (insert, ":priority", reason);
  fettle_statement_bind_id (insert, ":priority_by", reason != NULL ? self->by_id : 0);
  return fettle_statement_run (insert, error) ? fettle_connection_last_id (self->connection) : 0;
}

/* Priority has a reason that may be read by everybody, and somebody who stands for it. */
static gboolean
check_priority (const char *reason, const char *by, char **plain, GError **error)
{
  *plain = fettle_ticket_reason (reason, error);
  if (*plain == NULL)
    return FALSE;
  if (!fettle_plain_text_is_blank (by))
    return TRUE;
  g_set_error_literal (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_MISSING,
                       _ ("Priority needs the name of who gives it."));
  return FALSE;
}

/**
 * fettle_queue_store_take:
 * @letter: (nullable): of the list; %NULL for the first
 * @reason: (nullable): why it goes before the others; published
 * @by: (nullable): who gives it out; needed with a reason
 *
 * Returns: (transfer full) (nullable): a new ticket at the end of its list, or in front with a reason
 */
FettleTicket *
fettle_queue_store_take (FettleConnection *connection,
                         const char *letter,
                         const char *reason,
                         const char *by,
                         GError **error)
{
  g_auto (Change) change = { NULL };
  g_autofree char *plain_letter = NULL;
  g_autofree char *plain_reason = NULL;
  g_autofree char *day = NULL;
  gint64 class_id = 0, id = 0;

  if ((letter != NULL && (plain_letter = fettle_ticket_letter (letter, error)) == NULL)
      || (reason != NULL && !check_priority (reason, by, &plain_reason, error))
      || !begin (&change, connection, by, G_STRFUNC, error)
      || (day = fettle_queue_store_day (connection, change.now, error)) == NULL
      || !fettle_queue_rows_insert_classes (connection, error)
      || (class_id = find_class (connection, plain_letter, error)) == 0
      || (id = insert_ticket (&change, day, class_id, plain_reason, error)) == 0 || !load_day (&change, day, error))
    return NULL;
  return finish (&change, id, error);
}

static void
park (Change *self, FettleTicket *ticket)
{
  ticket->state = FETTLE_TICKET_PARKED;
  ticket->parked_at = self->now;
  ticket->goes_first = FALSE;
}

/* Whoever calls the next has finished with the one before; who did not come after three calls is parked. */
static gboolean
clear_counter (Change *self, const char *counter, GError **error)
{
  for (guint i = 0; i < self->queue->tickets->len; i++)
    {
      FettleTicket *ticket = self->queue->tickets->pdata[i];

      if (g_strcmp0 (ticket->counter, counter) != 0)
        continue;
      if (ticket->state == FETTLE_TICKET_SERVING)
        {
          ticket->state = FETTLE_TICKET_DONE;
          ticket->ended_at = self->now;
        }
      else if (ticket->state == FETTLE_TICKET_CALLED && ticket->n_calls >= FETTLE_TICKET_CALLS)
        park (self, ticket);
      else
        continue;
      if (!write_ticket (self, ticket, 0, error))
        return FALSE;
    }
  return TRUE;
}

static FettleTicket *
find_next (FettleQueue *queue, const char *const *letters)
{
  FettleTicket *next = NULL;

  for (guint i = 0; i < queue->tickets->len; i++)
    {
      FettleTicket *ticket = queue->tickets->pdata[i];

      if (ticket->state == FETTLE_TICKET_WAITING && fettle_queue_serves (letters, ticket->letter)
          && (next == NULL || fettle_queue_compare (ticket, next) < 0))
        next = ticket;
    }
  return next;
}

static gboolean
load_letters (FettleConnection *connection, const char *counter, GStrv *letters, GError **error)
{
  g_autoptr (FettleStatement) row
      = fettle_connection_prepare (connection, "SELECT classes FROM queue_counter WHERE name = :name");

  fettle_statement_bind_text (row, ":name", counter);
  if (fettle_statement_step (row, error) != FETTLE_STEP_ROW)
    return FALSE;
  *letters = fettle_ticket_letters_parse (fettle_statement_text (row, 0), NULL);
  return TRUE;
}

static gboolean
call_ticket (Change *self, FettleTicket *ticket, const char *counter, const char *const *letters, GError **error)
{
  ticket->n_overtaken += fettle_queue_n_overtaken (self->queue->tickets, ticket, letters);
  ticket->state = FETTLE_TICKET_CALLED;
  ticket->called_at = self->now;
  if (ticket->first_called_at == 0)
    ticket->first_called_at = self->now;
  ticket->n_calls++;
  g_free (ticket->counter);
  ticket->counter = g_strdup (counter);
  return write_ticket (self, ticket, self->by_id, error);
}

/**
 * fettle_queue_store_call:
 * @counter: the name of the counter, which is opened by this
 * @letters: (nullable): of the lists to call from this time; %NULL for those that the counter serves
 * @by: (nullable): who calls
 *
 * Calls the next ticket: the first in fair order of the lists that this counter serves. Whoever was being served there
 * is done with it, and who was called there three times in vain is parked.
 *
 * Returns: (transfer full) (nullable): the ticket; %FETTLE_STORE_ERROR_NOT_FOUND where nobody waits, and nothing
 * changed
 */
FettleTicket *
fettle_queue_store_call (FettleConnection *connection,
                         const char *counter,
                         const char *const *letters,
                         const char *by,
                         GError **error)
{
  g_auto (Change) change = { NULL };
  g_autofree char *name = fettle_ticket_counter_name (counter, error);
  g_auto (GStrv) own = NULL;
  FettleTicket *next = NULL;
  gint64 id;

  if (name == NULL || !begin (&change, connection, by, G_STRFUNC, error)
      || !fettle_queue_rows_insert_classes (connection, error)
      || !fettle_queue_rows_check_letters (connection, letters, error)
      || !fettle_queue_rows_open_counter (connection, name, FALSE, NULL, error) || !load_day (&change, NULL, error)
      || (letters == NULL && !load_letters (connection, name, &own, error)))
    return NULL;
  if (letters == NULL)
    letters = (const char *const *) own;
  next = find_next (change.queue, letters);
  if (next == NULL)
    {
      g_set_error_literal (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_NOT_FOUND, _ ("Nobody is waiting."));
      return NULL;
    }
  id = next->id;
  if (!clear_counter (&change, name, error) || !call_ticket (&change, next, name, letters, error))
    return NULL;
  return finish (&change, id, error);
}

/* Of a ticket that waits: only the first of its list is served without a call. */
static gboolean
check_turn (Change *self, FettleTicket *ticket, GError **error)
{
  FettleTicket *earlier = fettle_queue_earlier (self->queue->tickets, ticket);

  if (earlier == NULL)
    return TRUE;
  g_set_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_NOT_ALLOWED,
               _ ("%s waits behind %s. Call the next, or give it priority with a reason."), ticket->number,
               earlier->number);
  return FALSE;
}

static void
set_counter (FettleTicket *ticket, const char *counter)
{
  if (counter == NULL)
    return;
  g_free (ticket->counter);
  ticket->counter = g_strdup (counter);
}

static void
recall (Change *self, FettleTicket *ticket)
{
  if (ticket->n_calls >= FETTLE_TICKET_CALLS)
    {
      park (self, ticket);
      return;
    }
  ticket->n_calls++;
  ticket->called_at = self->now;
}

static gboolean
serve (Change *self, FettleTicket *ticket, GError **error)
{
  const char *letters[] = { ticket->letter, NULL };

  if (ticket->state == FETTLE_TICKET_WAITING)
    {
      if (!check_turn (self, ticket, error))
        return FALSE;
      ticket->n_overtaken += fettle_queue_n_overtaken (self->queue->tickets, ticket, letters);
    }
  ticket->state = FETTLE_TICKET_SERVING;
  ticket->serving_at = self->now;
  return TRUE;
}

static gboolean
come_back (Change *self, FettleTicket *ticket, GError **error)
{
  g_autoptr (FettleStatement) row
      = fettle_connection_prepare (self->connection, "SELECT sum (last) FROM queue_number WHERE day = :day");

  fettle_statement_bind_text (row, ":day", ticket->day);
  if (fettle_statement_step (row, error) != FETTLE_STEP_ROW)
    return FALSE;
  ticket->place = fettle_queue_return_place (self->queue->tickets, ticket, self->queue->settings->return_after,
                                             (fettle_statement_int (row, 0) + 1) * FETTLE_QUEUE_GAP);
  ticket->state = FETTLE_TICKET_WAITING;
  ticket->returned_at = self->now;
  ticket->n_calls = 0;
  g_clear_pointer (&ticket->counter, g_free);
  return TRUE;
}

static gboolean
take_step (Change *self, FettleTicket *ticket, FettleTicketStep step, GError **error)
{
  switch (step)
    {
    case FETTLE_TICKET_STEP_RECALL:
      recall (self, ticket);
      return TRUE;
    case FETTLE_TICKET_STEP_SERVE:
      return serve (self, ticket, error);
    case FETTLE_TICKET_STEP_DONE:
      if (ticket->serving_at == 0)
        ticket->serving_at = ticket->called_at;
      ticket->state = FETTLE_TICKET_DONE;
      ticket->ended_at = self->now;
      return TRUE;
    case FETTLE_TICKET_STEP_PARK:
      park (self, ticket);
      return TRUE;
    case FETTLE_TICKET_STEP_RETURN:
      return come_back (self, ticket, error);
    case FETTLE_TICKET_STEP_LEAVE:
      ticket->state = FETTLE_TICKET_LEFT;
      ticket->ended_at = self->now;
      return TRUE;
    case FETTLE_TICKET_STEP_GREET:
      if (ticket->greeted_at == 0)
        ticket->greeted_at = self->now;
      return TRUE;
    case FETTLE_TICKET_STEP_PRIORITY:
    default:
      g_return_val_if_reached (FALSE);
    }
}

/* Reads the day of a ticket and finds it there. */
static FettleTicket *
load_ticket (Change *self, gint64 ticket_id, GError **error)
{
  g_autoptr (FettleStatement) row
      = fettle_connection_prepare (self->connection, "SELECT day FROM ticket WHERE id = :id");
  g_autofree char *day = NULL;
  FettleStep step;

  fettle_statement_bind_int (row, ":id", ticket_id);
  step = fettle_statement_step (row, error);
  if (step == FETTLE_STEP_DONE)
    g_set_error_literal (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_NOT_FOUND, _ ("There is no such ticket."));
  if (step != FETTLE_STEP_ROW)
    return NULL;
  day = fettle_statement_dup (row, 0);
  return load_day (self, day, error) ? fettle_queue_find (self->queue, ticket_id) : NULL;
}

/**
 * fettle_queue_store_step:
 * @ticket_id: row
 * @step: any but priority, which has a function of its own
 * @counter: (nullable): where it is served, if it was not called there
 * @by: (nullable): who does it
 *
 * A recall after the third call parks the ticket instead. A return puts it behind the next few of its list.
 *
 * Returns: (transfer full) (nullable): the ticket as it is then, or %FETTLE_MODEL_ERROR_NOT_ALLOWED where this step
 *   cannot follow
 */
FettleTicket *
fettle_queue_store_step (FettleConnection *connection,
                         gint64 ticket_id,
                         FettleTicketStep step,
                         const char *counter,
                         const char *by,
                         GError **error)
{
  g_auto (Change) change = { NULL };
  g_autofree char *name = NULL;
  FettleTicket *ticket = NULL;
  gboolean is_service;

  if ((counter != NULL && (name = fettle_ticket_counter_name (counter, error)) == NULL)
      || !begin (&change, connection, by, G_STRFUNC, error)
      || (ticket = load_ticket (&change, ticket_id, error)) == NULL || !fettle_ticket_may (ticket, step, error)
      || !take_step (&change, ticket, step, error))
    return NULL;
  is_service = step == FETTLE_TICKET_STEP_RECALL || step == FETTLE_TICKET_STEP_SERVE || step == FETTLE_TICKET_STEP_DONE;
  if (is_service)
    set_counter (ticket, name);
  return write_ticket (&change, ticket, is_service ? change.by_id : 0, error) ? finish (&change, ticket_id, error)
                                                                              : NULL;
}

static gboolean
write_priority (Change *self, FettleTicket *ticket, const char *reason, GError **error)
{
  g_autoptr (FettleStatement) update
      = fettle_connection_prepare (self->connection, "UPDATE ticket SET goes_first = 1, priority = :reason,"
                                                     " priority_by_id = :by WHERE id = :id");

  if (ticket->goes_first)
    {
      g_set_error (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_ALREADY, _ ("%s has priority already: %s."),
                   ticket->number, ticket->priority);
      return FALSE;
    }
  fettle_statement_bind_text (update, ":reason", reason);
  fettle_statement_bind_id (update, ":by", self->by_id);
  fettle_statement_bind_int (update, ":id", ticket->id);
  return fettle_statement_run (update, error);
}

/**
 * fettle_queue_store_give_priority:
 * @reason: why it goes before the others; shown to everybody who waits
 * @by: who gives it
 *
 * Returns: (transfer full) (nullable): the ticket, in front of its list
 */
FettleTicket *
fettle_queue_store_give_priority (FettleConnection *connection,
                                  gint64 ticket_id,
                                  const char *reason,
                                  const char *by,
                                  GError **error)
{
  g_auto (Change) change = { NULL };
  g_autofree char *plain = NULL;
  FettleTicket *ticket = NULL;

  if (!check_priority (reason, by, &plain, error) || !begin (&change, connection, by, G_STRFUNC, error)
      || (ticket = load_ticket (&change, ticket_id, error)) == NULL
      || !fettle_ticket_may (ticket, FETTLE_TICKET_STEP_PRIORITY, error)
      || !write_priority (&change, ticket, plain, error))
    return NULL;
  return finish (&change, ticket_id, error);
}

/**
 * fettle_queue_store_link:
 * @job_id: what was taken in or handed over for this ticket
 *
 * Returns: (transfer full) (nullable): the ticket
 */
FettleTicket *
fettle_queue_store_link (FettleConnection *connection, gint64 ticket_id, gint64 job_id, GError **error)
{
  g_auto (Change) change = { NULL };
  g_autoptr (FettleStatement) update
      = fettle_connection_prepare (connection, "UPDATE ticket SET job_id = :job WHERE id = :id");

  if (!begin (&change, connection, NULL, G_STRFUNC, error) || load_ticket (&change, ticket_id, error) == NULL)
    return NULL;
  fettle_statement_bind_id (update, ":job", job_id);
  fettle_statement_bind_int (update, ":id", ticket_id);
  return fettle_statement_run (update, error) ? finish (&change, ticket_id, error) : NULL;
}
