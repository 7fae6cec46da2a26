/* fettle-queue.c: the rules of the queue: who is next, who comes back where, and how long it takes.
 *
 * First come, first served, list by list. A place is a number with room behind it: tickets get theirs in the order they
 * are given out, and only somebody who was parked and comes back gets another. Priority goes before all places, as long
 * as its ticket has not been parked. Pure functions, any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-queue.h"

#include "fettle-clock.h"

static const FettleField fettle_queue_settings_fields[] = {
  FETTLE_FIELD (FettleQueueSettings, return_after, "return-after", INT),
  FETTLE_FIELD (FettleQueueSettings, greeting_minutes, "greeting-minutes", INT),
};

FETTLE_DEFINE_RECORD (FettleQueueSettings, fettle_queue_settings)

static const FettleField fettle_queue_fields[] = {
  FETTLE_FIELD (FettleQueue, day, "day", STRING),
  FETTLE_FIELD (FettleQueue, at, "at", INT64),
  FETTLE_FIELD (FettleQueue, is_today, "is-today", BOOLEAN),
  FETTLE_FIELD (FettleQueue, classes, "classes", LIST),
  FETTLE_FIELD (FettleQueue, counters, "counters", LIST),
  FETTLE_FIELD (FettleQueue, tickets, "tickets", LIST),
  FETTLE_FIELD (FettleQueue, settings, "settings", RECORD),
  FETTLE_FIELD (FettleQueue, phrase, "phrase", STRING),
};

FETTLE_DEFINE_RECORD (FettleQueue, fettle_queue)

/**
 * fettle_queue_compare:
 *
 * The fair order of two tickets that wait: priority first, then by place.
 *
 * Returns: as for qsort()
 */
int
fettle_queue_compare (FettleTicket *a, FettleTicket *b)
{
  if (a->goes_first != b->goes_first)
    return a->goes_first ? -1 : 1;
  if (a->place != b->place)
    return a->place < b->place ? -1 : 1;
  return a->id < b->id ? -1 : a->id > b->id;
}

/**
 * fettle_queue_serves:
 * @letters: (nullable): of a counter, %NULL for all lists
 */
gboolean
fettle_queue_serves (const char *const *letters, const char *letter)
{
  return letters == NULL || g_strv_contains (letters, letter);
}

/**
 * fettle_queue_n_overtaken:
 * @waiting: (element-type FettleTicket): who waits at the moment of the call
 * @ticket: who is called
 * @letters: (nullable): of the lists that the counter serves
 *
 * Returns: how many that the counter could have called are in a place before that of @ticket; priority does not hide
 *   them
 */
int
fettle_queue_n_overtaken (GPtrArray *waiting, FettleTicket *ticket, const char *const *letters)
{
  int n = 0;

  for (guint i = 0; i < waiting->len; i++)
    {
      FettleTicket *other = waiting->pdata[i];

      if (other->id != ticket->id && other->state == FETTLE_TICKET_WAITING && other->place < ticket->place
          && fettle_queue_serves (letters, other->letter))
        n++;
    }
  return n;
}

/**
 * fettle_queue_earlier:
 * @waiting: (element-type FettleTicket):
 *
 * Returns: (transfer none) (nullable): the first of the same list that is to be called before @ticket
 */
FettleTicket *
fettle_queue_earlier (GPtrArray *waiting, FettleTicket *ticket)
{
  FettleTicket *first = NULL;

  for (guint i = 0; i < waiting->len; i++)
    {
      FettleTicket *other = waiting->pdata[i];

      if (other->id != ticket->id && other->state == FETTLE_TICKET_WAITING && other->class_id == ticket->class_id
          && fettle_queue_compare (other, ticket) < 0 && (first == NULL || fettle_queue_compare (other, first) < 0))
        first = other;
    }
  return first;
}

static int
compare_pointers (gconstpointer a, gconstpointer b)
{
  return fettle_queue_compare (*(FettleTicket *const *) a, *(FettleTicket *const *) b);
}

/* Of one list, in fair order. */
static GPtrArray *
list_of (GPtrArray *waiting, gint64 class_id)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < waiting->len; i++)
    {
      FettleTicket *ticket = waiting->pdata[i];

      if (ticket->state == FETTLE_TICKET_WAITING && ticket->class_id == class_id)
        g_ptr_array_add (list, ticket);
    }
  g_ptr_array_sort (list, compare_pointers);
  return list;
}

/**
 * fettle_queue_return_place:
 * @waiting: (element-type FettleTicket): who waits
 * @ticket: who comes back
 * @after: how many of its list go before it
 * @end: a place behind all tickets given out
 *
 * Whoever comes back is called after the next @after of the list, or after all of it where fewer wait, and in any case
 * before those who have no ticket yet.
 *
 * Returns: the new place; where no room is left between two, that of the one before, and the older ticket goes first
 */
gint64
fettle_queue_return_place (GPtrArray *waiting, FettleTicket *ticket, int after, gint64 end)
{
  g_autoptr (GPtrArray) list = list_of (waiting, ticket->class_id);
  gint64 low = 0;
  gint64 high = end;

  for (guint i = 0; i < list->len; i++)
    {
      FettleTicket *other = list->pdata[i];

      /* Priority is not in its place; it counts as one of the next few all the same. */
      if (other->goes_first)
        continue;
      if ((int) i >= after)
        {
          high = other->place;
          break;
        }
      low = other->place;
    }
  if (ticket->place > low && ticket->place < high)
    return ticket->place;
  return low + (high - low) / 2;
}

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const gint64 x = *(const gint64 *) a;
  const gint64 y = *(const gint64 *) b;

  return x < y ? -1 : x > y;
}

void
fettle_span_sort (GArray *spans)
{
  g_array_sort (spans, compare_spans);
}

/**
 * fettle_span_percentile:
 * @sorted: the smallest first
 * @percent: 1 to 100
 *
 * By the nearest rank: the smallest value that @percent of all do not exceed.
 *
 * Returns: the value, 0 where there are none
 */
gint64
fettle_span_percentile (const gint64 *sorted, guint n, int percent)
{
  const guint rank = (n * (guint) percent + 99) / 100;

  return n > 0 ? sorted[CLAMP (rank, 1, n) - 1] : 0;
}

/**
 * fettle_span_median:
 *
 * Returns: the middle value, or the mean of the middle two; 0 where there are none
 */
gint64
fettle_span_median (const gint64 *sorted, guint n)
{
  if (n == 0)
    return 0;
  return n % 2 == 1 ? sorted[n / 2] : sorted[n / 2 - 1] + (sorted[n / 2] - sorted[n / 2 - 1]) / 2;
}

/**
 * fettle_queue_estimate:
 * @ahead: how many are before it
 * @n_counters: how many counters are open for its list
 * @spans: (nullable) (element-type gint64): times of service, sorted
 * @from: (out): minutes, rounded down, %FETTLE_WAIT_UNKNOWN
 * @to: (out): minutes, rounded up, %FETTLE_WAIT_UNKNOWN
 *
 * (ahead + 1) × time of service ÷ open counters; the time of service is the median for the near end and the 90th
 * percentile for the far end. With no counter open, or no service ever timed, it is not known.
 */
void
fettle_queue_estimate (int ahead, int n_counters, GArray *spans, int *from, int *to)
{
  gint64 near, far;

  *from = *to = FETTLE_WAIT_UNKNOWN;
  if (n_counters <= 0 || ahead < 0 || spans == NULL || spans->len == 0)
    return;
  near = fettle_span_median ((const gint64 *) (gpointer) spans->data, spans->len);
  far = MAX (near, fettle_span_percentile ((const gint64 *) (gpointer) spans->data, spans->len, 90));
  *from = (int) ((ahead + 1) * near / n_counters / FETTLE_MINUTE);
  *to = (int) (((ahead + 1) * far / n_counters + FETTLE_MINUTE - 1) / FETTLE_MINUTE);
}

/**
 * fettle_ticket_greeting_is_overdue:
 * @minutes: within which a greeting is due
 *
 * Returns: whether it still waits for its first word: neither greeted nor ever called, and the time is over
 */
gboolean
fettle_ticket_greeting_is_overdue (FettleTicket *ticket, int minutes, gint64 now)
{
  return ticket->state == FETTLE_TICKET_WAITING && ticket->greeted_at == 0 && ticket->first_called_at == 0
         && now >= ticket->issued_at + minutes * FETTLE_MINUTE;
}

/**
 * fettle_queue_n_counters:
 *
 * Returns: how many counters are open for this list
 */
int
fettle_queue_n_counters (FettleQueue *queue, const char *letter)
{
  int n = 0;

  for (guint i = 0; i < queue->counters->len; i++)
    {
      FettleQueueCounter *counter = queue->counters->pdata[i];

      n += fettle_queue_serves ((const char *const *) counter->letters, letter);
    }
  return n;
}

/* Where a ticket stands in the list of a day. */
static int
rank_of (FettleTicketState state)
{
  static const int ranks[] = {
    [FETTLE_TICKET_NONE] = 6,   [FETTLE_TICKET_WAITING] = 2, [FETTLE_TICKET_CALLED] = 0, [FETTLE_TICKET_SERVING] = 1,
    [FETTLE_TICKET_PARKED] = 3, [FETTLE_TICKET_DONE] = 4,    [FETTLE_TICKET_LEFT] = 4,
  };

  return ranks[state];
}

static gint64
latest (FettleTicket *ticket)
{
  return fettle_ticket_is_over (ticket) ? ticket->ended_at : MAX (ticket->called_at, ticket->serving_at);
}

static int
compare_in_day (gconstpointer a, gconstpointer b)
{
  FettleTicket *x = *(FettleTicket *const *) a;
  FettleTicket *y = *(FettleTicket *const *) b;

  if (rank_of (x->state) != rank_of (y->state))
    return rank_of (x->state) - rank_of (y->state);
  if (x->state != FETTLE_TICKET_WAITING && latest (x) != latest (y))
    return latest (x) > latest (y) ? -1 : 1;
  return fettle_queue_compare (x, y);
}

static GArray *
spans_of (const FettleServiceTimes *times, guint n_times, gint64 class_id)
{
  for (guint i = 0; i < n_times; i++)
    if (times[i].class_id == class_id)
      return times[i].spans;
  return NULL;
}

/**
 * fettle_queue_reckon:
 * @queue: with its tickets as kept, in any order
 * @times: (array length=n_times): of each list, sorted
 *
 * Sorts the tickets and works out of each how many are ahead, how long it still takes, and whether a greeting is
 * overdue.
 */
void
fettle_queue_reckon (FettleQueue *queue, const FettleServiceTimes *times, guint n_times)
{
  g_autoptr (GHashTable) ahead = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, NULL);

  g_ptr_array_sort (queue->tickets, compare_in_day);
  for (guint i = 0; i < queue->tickets->len; i++)
    {
      FettleTicket *ticket = queue->tickets->pdata[i];

      ticket->ahead = -1;
      ticket->wait_from = ticket->wait_to = FETTLE_WAIT_UNKNOWN;
      ticket->greeting_overdue
          = fettle_ticket_greeting_is_overdue (ticket, queue->settings->greeting_minutes, queue->at);
      if (ticket->state != FETTLE_TICKET_WAITING)
        continue;
      ticket->ahead = GPOINTER_TO_INT (g_hash_table_lookup (ahead, &ticket->class_id));
      g_hash_table_insert (ahead, &ticket->class_id, GINT_TO_POINTER (ticket->ahead + 1));
      if (queue->is_today)
        fettle_queue_estimate (ticket->ahead, fettle_queue_n_counters (queue, ticket->letter),
                               spans_of (times, n_times, ticket->class_id), &ticket->wait_from, &ticket->wait_to);
    }
}

/**
 * fettle_queue_find:
 *
 * Returns: (transfer none) (nullable): the ticket of that row
 */
FettleTicket *
fettle_queue_find (FettleQueue *queue, gint64 ticket_id)
{
  for (guint i = 0; i < queue->tickets->len; i++)
    if (((FettleTicket *) queue->tickets->pdata[i])->id == ticket_id)
      return queue->tickets->pdata[i];
  return NULL;
}

/**
 * fettle_queue_list:
 *
 * Returns: (transfer full) (element-type FettleTicket): those in this state, in order
 */
GPtrArray *
fettle_queue_list (FettleQueue *queue, FettleTicketState state)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < queue->tickets->len; i++)
    {
      FettleTicket *ticket = queue->tickets->pdata[i];

      if (ticket->state == state)
        g_ptr_array_add (list, g_object_ref (ticket));
    }
  return list;
}

guint
fettle_queue_n_in (FettleQueue *queue, FettleTicketState state)
{
  guint n = 0;

  for (guint i = 0; i < queue->tickets->len; i++)
    n += ((FettleTicket *) queue->tickets->pdata[i])->state == state;
  return n;
}

/**
 * fettle_queue_n_overdue:
 *
 * Returns: how many wait for a first word and should have had it
 */
guint
fettle_queue_n_overdue (FettleQueue *queue)
{
  guint n = 0;

  for (guint i = 0; i < queue->tickets->len; i++)
    n += ((FettleTicket *) queue->tickets->pdata[i])->greeting_overdue != FALSE;
  return n;
}
