/* fettle-queue-rows.c: a day's queue, read from the shop's file.
 *
 * A day has at most some hundred tickets, so it is read whole. Runs on the store's thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-queue-private.h"

#include <glib/gi18n-lib.h>

#include "fettle-clock.h"
#include "fettle-error.h"
#include "fettle-statement.h"
#include "fettle-store-error.h"
#include "fettle-transaction.h"
#include "fettle-zone.h"

/* Times of service are those of the last two weeks, and of each list the latest. */
#define RECENT_DAYS      14
#define MOST_SPANS       200
#define MINUTES_OF_A_DAY 1440

static GTimeZone *
load_zone (FettleConnection *connection, GError **error)
{
  g_autoptr (FettleStatement) row
      = fettle_connection_prepare (connection, "SELECT timezone FROM service_point WHERE id = 1");
  FettleStep step = fettle_statement_step (row, error);
  GTimeZone *zone = NULL;

  if (step == FETTLE_STEP_DONE)
    g_set_error_literal (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_NOT_FOUND,
                         _ ("This file has no shop yet. Set one up first."));
  if (step != FETTLE_STEP_ROW)
    return NULL;
  zone = g_time_zone_new_identifier (fettle_statement_text (row, 0));
  return zone != NULL ? zone : g_time_zone_new_utc ();
}

/* Whether a shop that opened on @day is still open so many minutes after the midnight that followed. */
static gboolean
is_still_open (FettleConnection *connection, gint64 day, int minute, gboolean *open, GError **error)
{
  g_autoptr (FettleStatement) row = fettle_connection_prepare (
      connection, "SELECT count(*) FROM opening_hours WHERE weekday = :weekday AND closes > :minute"
                  " AND NOT EXISTS (SELECT 1 FROM closed_day WHERE day = :day AND coalesce (hours, '-') <> '')");
  g_autofree char *name = fettle_day_to_string (day);

  fettle_statement_bind_int (row, ":weekday", fettle_day_weekday (day));
  fettle_statement_bind_int (row, ":minute", minute + MINUTES_OF_A_DAY);
  fettle_statement_bind_text (row, ":day", name);
  if (fettle_statement_step (row, error) != FETTLE_STEP_ROW)
    return FALSE;
  *open = fettle_statement_int (row, 0) > 0;
  return TRUE;
}

/* The day of the shop that a moment belongs to: a night's numbers go on until it closes. */
static gboolean
find_day (FettleConnection *connection, GTimeZone *zone, gint64 moment, gint64 *day, GError **error)
{
  FettleZoneView view;
  gboolean open = FALSE;
  gint64 midnight;

  fettle_zone_view_init (&view, zone);
  *day = fettle_zone_view_day (&view, moment);
  midnight = fettle_zone_view_moment (&view, *day, 0, FETTLE_ZONE_START);
  if (!is_still_open (connection, *day - 1, (int) ((moment - midnight) / FETTLE_MINUTE), &open, error))
    return FALSE;
  *day -= open;
  return TRUE;
}

/**
 * fettle_queue_store_day:
 *
 * Returns: (transfer full) (nullable): the queue's day at that moment, YYYY-MM-DD in the shop's zone; where a shop is
 *   open past midnight, the day on which it opened
 */
char *
fettle_queue_store_day (FettleConnection *connection, gint64 moment, GError **error)
{
  g_autoptr (GTimeZone) zone = load_zone (connection, error);
  gint64 day = 0;

  if (zone == NULL || !find_day (connection, zone, moment, &day, error))
    return NULL;
  return fettle_day_to_string (day);
}

#define TICKET_COLUMNS                                                                                                 \
  "t.id, t.class_id, c.letter, c.name, t.number, t.state, t.issued_at, t.place, t.goes_first, t.greeted_at,"           \
  " t.called_at, t.first_called_at, t.n_calls, t.counter, s.name, t.serving_at, t.ended_at, t.parked_at,"              \
  " t.returned_at, t.n_overtaken, t.priority, g.name, t.job_id, j.number, t.day"

static FettleTicket *
read_ticket (FettleStatement *row)
{
  FettleTicket *ticket = fettle_ticket_new ();

  ticket->id = fettle_statement_int (row, 0);
  ticket->class_id = fettle_statement_int (row, 1);
  ticket->letter = fettle_statement_dup (row, 2);
  ticket->class_name = fettle_statement_dup (row, 3);
  ticket->sequence = (int) fettle_statement_int (row, 4);
  ticket->number = fettle_ticket_number_format (ticket->letter, MAX (ticket->sequence, 1));
  ticket->state = fettle_ticket_state_from_id (fettle_statement_text (row, 5));
  ticket->issued_at = fettle_statement_int (row, 6);
  ticket->place = fettle_statement_int (row, 7);
  ticket->goes_first = fettle_statement_boolean (row, 8);
  ticket->greeted_at = fettle_statement_int (row, 9);
  ticket->called_at = fettle_statement_int (row, 10);
  ticket->first_called_at = fettle_statement_int (row, 11);
  ticket->n_calls = (int) fettle_statement_int (row, 12);
  ticket->counter = fettle_statement_dup (row, 13);
  ticket->by = fettle_statement_dup (row, 14);
  ticket->serving_at = fettle_statement_int (row, 15);
  ticket->ended_at = fettle_statement_int (row, 16);
  ticket->parked_at = fettle_statement_int (row, 17);
  ticket->returned_at = fettle_statement_int (row, 18);
  ticket->n_overtaken = (int) fettle_statement_int (row, 19);
  ticket->priority = fettle_statement_dup (row, 20);
  ticket->priority_by = fettle_statement_dup (row, 21);
  ticket->job_id = fettle_statement_int (row, 22);
  ticket->job_number = fettle_statement_dup (row, 23);
  ticket->day = fettle_statement_dup (row, 24);
  return ticket;
}

static gboolean
read_tickets (FettleConnection *connection, FettleQueue *queue, GError **error)
{
  g_autoptr (FettleStatement) rows
      = fettle_connection_prepare (connection,
                                   "SELECT " TICKET_COLUMNS " FROM ticket t JOIN queue_class c ON c.id = t.class_id"
                                   " LEFT JOIN staff s ON s.id = t.by_id LEFT JOIN staff g ON g.id = t.priority_by_id"
                                   " LEFT JOIN job j ON j.id = t.job_id WHERE t.day = :day");
  FettleStep step;

  fettle_statement_bind_text (rows, ":day", queue->day);
  while ((step = fettle_statement_step (rows, error)) == FETTLE_STEP_ROW)
    g_ptr_array_add (queue->tickets, read_ticket (rows));
  return step == FETTLE_STEP_DONE;
}

/* Those open at that moment. A counter that nobody closed was closed with the day it was opened on. */
static gboolean
read_counters (FettleConnection *connection, FettleQueue *queue, GTimeZone *zone, GError **error)
{
  g_autoptr (FettleStatement) rows
      = fettle_connection_prepare (connection,
                                   "SELECT name, classes, opened_at FROM queue_counter WHERE opened_at <= :at"
                                   " AND (closed_at = 0 OR closed_at > :at) ORDER BY name");
  FettleStep step;

  fettle_statement_bind_int (rows, ":at", queue->at);
  while ((step = fettle_statement_step (rows, error)) == FETTLE_STEP_ROW)
    {
      g_autoptr (FettleQueueCounter) counter = fettle_queue_counter_new ();
      g_autofree char *day_name = NULL;
      gint64 day = 0;

      counter->name = fettle_statement_dup (rows, 0);
      counter->letters = fettle_ticket_letters_parse (fettle_statement_text (rows, 1), NULL);
      counter->opened_at = fettle_statement_int (rows, 2);
      if (!find_day (connection, zone, counter->opened_at, &day, error))
        return FALSE;
      day_name = fettle_day_to_string (day);
      if (g_str_equal (day_name, queue->day))
        g_ptr_array_add (queue->counters, g_steal_pointer (&counter));
    }
  return step == FETTLE_STEP_DONE;
}

static gboolean
read_spans (FettleConnection *connection, FettleQueue *queue, GHashTable *spans, GArray *all, GError **error)
{
  g_autoptr (FettleStatement) rows = fettle_connection_prepare (
      connection, "SELECT class_id, ended_at - serving_at FROM ticket WHERE day > :since AND day <= :day"
                  " AND state = 'done' AND serving_at <> 0 AND ended_at > serving_at AND ended_at <= :at"
                  " ORDER BY ended_at DESC");
  g_autofree char *since = NULL;
  gint64 day = 0;
  FettleStep step;

  fettle_day_parse (queue->day, &day);
  since = fettle_day_to_string (day - RECENT_DAYS);
  fettle_statement_bind_text (rows, ":since", since);
  fettle_statement_bind_text (rows, ":day", queue->day);
  fettle_statement_bind_int (rows, ":at", queue->at);
  while ((step = fettle_statement_step (rows, error)) == FETTLE_STEP_ROW)
    {
      gint64 class_id = fettle_statement_int (rows, 0);
      gint64 span = fettle_statement_int (rows, 1);
      GArray *own = g_hash_table_lookup (spans, &class_id);

      if (own != NULL && own->len < MOST_SPANS)
        g_array_append_val (own, span);
      if (all->len < MOST_SPANS)
        g_array_append_val (all, span);
    }
  return step == FETTLE_STEP_DONE;
}

/* A list on which nobody was served lately takes its times from all lists together. */
static gboolean
reckon (FettleConnection *connection, FettleQueue *queue, GError **error)
{
  g_autoptr (GHashTable) spans
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) g_array_unref);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (FettleServiceTimes));
  GHashTableIter iter;
  gpointer key, value;

  for (guint i = 0; i < queue->tickets->len; i++)
    {
      FettleTicket *ticket = queue->tickets->pdata[i];

      if (!g_hash_table_contains (spans, &ticket->class_id))
        g_hash_table_insert (spans, &ticket->class_id, g_array_new (FALSE, FALSE, sizeof (gint64)));
    }
  if (queue->is_today && !read_spans (connection, queue, spans, all, error))
    return FALSE;
  fettle_span_sort (all);
  g_hash_table_iter_init (&iter, spans);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      GArray *own = value;
      FettleServiceTimes of_class = { *(gint64 *) key, own->len > 0 ? own : all };

      fettle_span_sort (of_class.spans);
      g_array_append_val (times, of_class);
    }
  fettle_queue_reckon (queue, (const FettleServiceTimes *) (gpointer) times->data, times->len);
  return TRUE;
}

static gboolean
read_classes (FettleConnection *connection, FettleQueue *queue, GError **error)
{
  g_autoptr (GPtrArray) classes = fettle_queue_store_list_classes (connection, error);

  for (guint i = 0; classes != NULL && i < classes->len; i++)
    if (((FettleServiceClass *) classes->pdata[i])->active)
      g_ptr_array_add (queue->classes, g_object_ref (classes->pdata[i]));
  return classes != NULL;
}

/* Within the caller's transaction. Tickets and settings alone are enough to choose one: the rest is for who looks. */
FettleQueue *
fettle_queue_rows_load (FettleConnection *connection, const char *day, gint64 at, gboolean whole, GError **error)
{
  g_autoptr (FettleQueue) queue = fettle_queue_new ();
  g_autoptr (GTimeZone) zone = load_zone (connection, error);
  g_autofree char *today = NULL;
  gint64 day_number = 0;

  if (zone == NULL || !find_day (connection, zone, at, &day_number, error))
    return NULL;
  today = fettle_day_to_string (day_number);
  queue->day = g_strdup (day != NULL ? day : today);
  queue->at = at;
  queue->is_today = g_str_equal (queue->day, today);
  queue->settings = fettle_queue_store_load_settings (connection, error);
  if (queue->settings == NULL || !read_tickets (connection, queue, error))
    return NULL;
  if (whole
      && (!read_classes (connection, queue, error) || !read_counters (connection, queue, zone, error)
          || !reckon (connection, queue, error)))
    return NULL;
  return g_steal_pointer (&queue);
}

static gboolean
check_day (const char *day, GError **error)
{
  gint64 number = 0;

  if (day == NULL || fettle_day_parse (day, &number))
    return TRUE;
  g_set_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID,
               _ ("“%s” is not a day; write it like 2026-03-31."), day);
  return FALSE;
}

/**
 * fettle_queue_store_load:
 * @day: (nullable): YYYY-MM-DD, or %NULL for today
 *
 * Returns: (transfer full) (nullable): that day's queue as it is now
 */
FettleQueue *
fettle_queue_store_load (FettleConnection *connection, const char *day, GError **error)
{
  g_autoptr (FettleTransaction) transaction = NULL;

  if (!check_day (day, error))
    return NULL;
  transaction = fettle_transaction_begin_read (connection, G_STRFUNC, error);
  return transaction != NULL ? fettle_queue_rows_load (connection, day, fettle_clock_now (), TRUE, error) : NULL;
}

/**
 * fettle_queue_store_report:
 * @day: (nullable): YYYY-MM-DD, or %NULL for today
 *
 * Returns: (transfer full) (nullable): how that day went
 */
FettleQueueReport *
fettle_queue_store_report (FettleConnection *connection, const char *day, GError **error)
{
  g_autoptr (FettleQueue) queue = fettle_queue_store_load (connection, day, error);

  return queue != NULL ? fettle_queue_report_make (queue) : NULL;
}

/**
 * fettle_queue_store_find:
 * @number: as typed
 * @day: (nullable): YYYY-MM-DD, or %NULL for today
 *
 * Returns: the row, or 0 with an error
 */
gint64
fettle_queue_store_find (FettleConnection *connection, const char *number, const char *day, GError **error)
{
  g_autofree char *letter = NULL;
  g_autofree char *today = NULL;
  g_autofree char *shown = NULL;
  g_autoptr (FettleStatement) row = NULL;
  int sequence = 0;
  FettleStep step;

  if (!check_day (day, error) || !fettle_ticket_number_parse (number, &letter, &sequence, error))
    return 0;
  if (day == NULL && (today = fettle_queue_store_day (connection, fettle_clock_now (), error)) == NULL)
    return 0;
  row = fettle_connection_prepare (connection, "SELECT t.id FROM ticket t JOIN queue_class c ON c.id = t.class_id"
                                               " WHERE t.day = :day AND c.letter = :letter AND t.number = :number");
  fettle_statement_bind_text (row, ":day", day != NULL ? day : today);
  fettle_statement_bind_text (row, ":letter", letter);
  fettle_statement_bind_int (row, ":number", sequence);
  step = fettle_statement_step (row, error);
  if (step == FETTLE_STEP_ROW)
    return fettle_statement_int (row, 0);
  shown = fettle_ticket_number_format (letter, sequence);
  if (step == FETTLE_STEP_DONE && day == NULL)
    g_set_error (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_NOT_FOUND, _ ("There is no ticket %s today."), shown);
  else if (step == FETTLE_STEP_DONE)
    g_set_error (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_NOT_FOUND, _ ("There is no ticket %s on %s."), shown,
                 day);
  return 0;
}
