/* fettle-ticket.h: a number that somebody waits with at the counter.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-record.h"

G_BEGIN_DECLS

/* A ticket is called so often; who is not there then is parked. */
#define FETTLE_TICKET_CALLS 3
/* The longest name of a counter and the longest reason, in characters: both stand on a screen for everybody. */
#define FETTLE_TICKET_LONGEST_COUNTER 40
#define FETTLE_TICKET_LONGEST_REASON  120
/* A time that is not known. */
#define FETTLE_WAIT_UNKNOWN (-1)

/**
 * FettleTicketState:
 * @FETTLE_TICKET_WAITING: in its place
 * @FETTLE_TICKET_CALLED: called to a counter and not there yet
 * @FETTLE_TICKET_SERVING: at a counter
 * @FETTLE_TICKET_PARKED: was not there; comes back behind the next few
 * @FETTLE_TICKET_DONE: served
 * @FETTLE_TICKET_LEFT: went without being served
 */
typedef enum
{
  FETTLE_TICKET_NONE,
  FETTLE_TICKET_WAITING,
  FETTLE_TICKET_CALLED,
  FETTLE_TICKET_SERVING,
  FETTLE_TICKET_PARKED,
  FETTLE_TICKET_DONE,
  FETTLE_TICKET_LEFT,
} FettleTicketState;
#define FETTLE_N_TICKET_STATES (FETTLE_TICKET_LEFT + 1)

/**
 * FettleTicketStep:
 * What can be done with one ticket; the call of the next one is not among them, since it chooses its ticket itself.
 */
typedef enum
{
  FETTLE_TICKET_STEP_RECALL,
  FETTLE_TICKET_STEP_SERVE,
  FETTLE_TICKET_STEP_DONE,
  FETTLE_TICKET_STEP_PARK,
  FETTLE_TICKET_STEP_RETURN,
  FETTLE_TICKET_STEP_LEAVE,
  FETTLE_TICKET_STEP_GREET,
  FETTLE_TICKET_STEP_PRIORITY,
} FettleTicketStep;

#define FETTLE_TYPE_SERVICE_CLASS (fettle_service_class_get_type ())
FETTLE_DECLARE_RECORD (FettleServiceClass, fettle_service_class, FETTLE, SERVICE_CLASS)

/**
 * FettleServiceClass:
 * @id: row
 * @letter: A to Z
 * @name: what it is for, as customers read it
 * @position: of the list; the first is the one for whoever does not say
 * @active: whether tickets are given out
 *
 * One first-come list.
 */
struct _FettleServiceClass
{
  FettleRecord parent_instance;
  gint64 id;
  char *letter;
  char *name;
  int position;
  gboolean active;
};

#define FETTLE_TYPE_QUEUE_COUNTER (fettle_queue_counter_get_type ())
FETTLE_DECLARE_RECORD (FettleQueueCounter, fettle_queue_counter, FETTLE, QUEUE_COUNTER)

/**
 * FettleQueueCounter:
 * @name: as called out
 * @letters: of the classes it serves, %NULL for all
 * @opened_at: moment
 *
 * A counter that is calling just now.
 */
struct _FettleQueueCounter
{
  FettleRecord parent_instance;
  char *name;
  GStrv letters;
  gint64 opened_at;
};

#define FETTLE_TYPE_TICKET (fettle_ticket_get_type ())
FETTLE_DECLARE_RECORD (FettleTicket, fettle_ticket, FETTLE, TICKET)

/**
 * FettleTicket:
 * @id: row
 * @day: YYYY-MM-DD in the shop's zone
 * @class_id: row of its class
 * @letter: of its class
 * @class_name: as customers read it
 * @sequence: from 1, a list and a day
 * @number: A001
 * @state: where it is
 * @issued_at: moment
 * @place: its place among all tickets of the day, moved by a return
 * @goes_first: whether its priority puts it before the others
 * @greeted_at: moment, 0 for not yet
 * @called_at: moment of the last call, 0 for never
 * @first_called_at: moment of the first
 * @n_calls: calls since it was issued or came back
 * @counter: where it was called to, or %NULL
 * @by: who called or serves, or %NULL
 * @serving_at: moment of arrival at the counter, 0
 * @ended_at: moment of done or left, 0
 * @parked_at: moment it was last parked, 0
 * @returned_at: moment it last came back, 0
 * @priority: the published reason, or %NULL
 * @priority_by: who gave it, or %NULL
 * @n_overtaken: how many that came before it, and were in their place, it was called ahead of
 * @job_id: what was taken in for it, 0
 * @job_number: its number, or %NULL
 * @ahead: how many of its list are before it; -1 where it does not wait
 * @wait_from: minutes from now, %FETTLE_WAIT_UNKNOWN
 * @wait_to: minutes from now, %FETTLE_WAIT_UNKNOWN
 * @greeting_overdue: nobody has greeted or called it in time
 *
 * One ticket as it is at the moment it was read.
 */
struct _FettleTicket
{
  FettleRecord parent_instance;
  gint64 id;
  char *day;
  gint64 class_id;
  char *letter;
  char *class_name;
  int sequence;
  char *number;
  FettleTicketState state;
  gint64 issued_at;
  gint64 place;
  gboolean goes_first;
  gint64 greeted_at;
  gint64 called_at;
  gint64 first_called_at;
  int n_calls;
  char *counter;
  char *by;
  gint64 serving_at;
  gint64 ended_at;
  gint64 parked_at;
  gint64 returned_at;
  char *priority;
  char *priority_by;
  int n_overtaken;
  gint64 job_id;
  char *job_number;
  int ahead;
  int wait_from;
  int wait_to;
  gboolean greeting_overdue;
};

const char *fettle_ticket_state_id (FettleTicketState state);
FettleTicketState fettle_ticket_state_from_id (const char *id);

char *fettle_ticket_number_format (const char *letter, int sequence);
gboolean fettle_ticket_number_parse (const char *text, char **letter, int *sequence, GError **error);
char *fettle_ticket_letter (const char *text, GError **error);
GStrv fettle_ticket_letters_parse (const char *text, GError **error);
char *fettle_ticket_counter_name (const char *text, GError **error);
char *fettle_ticket_reason (const char *text, GError **error);

gboolean fettle_ticket_may (FettleTicket *ticket, FettleTicketStep step, GError **error);
gboolean fettle_ticket_is_over (FettleTicket *ticket);

G_END_DECLS
