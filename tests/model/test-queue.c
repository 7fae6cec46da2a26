/* test-queue.c: the rules of the queue, each with a table of cases: order, returns, overtakes, waits, the day's report.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "fettle-clock.h"
#include "fettle-queue-report.h"

/* Wednesday 26 June 2013, 09:00 in Shanghai. */
#define OPENING (G_GINT64_CONSTANT (1372208400) * FETTLE_SECOND)
#define MINUTE  FETTLE_MINUTE

/* A ticket in short: its number, its state as a letter, a "!" for priority, and its place after "@" unless it is that
 * of its sequence. "A001w", "A004w!", "A002w@3.5" */
static FettleTicket *
make_ticket (const char *text)
{
  FettleTicket *ticket = fettle_ticket_new ();
  static const char states[] = " wcspdl";
  const char *at = strchr (text, '@');

  ticket->letter = g_strndup (text, 1);
  ticket->class_id = *text - 'A' + 1;
  ticket->sequence = (int) g_ascii_strtoll (text + 1, NULL, 10);
  ticket->number = fettle_ticket_number_format (ticket->letter, ticket->sequence);
  ticket->id = ticket->class_id * 1000 + ticket->sequence;
  ticket->state = (FettleTicketState) (strchr (states, text[4]) - states);
  ticket->goes_first = strchr (text, '!') != NULL;
  if (ticket->goes_first)
    ticket->priority = g_strdup ("ill");
  ticket->place = (gint64) ((at != NULL ? g_ascii_strtod (at + 1, NULL) : ticket->sequence) * FETTLE_QUEUE_GAP);
  ticket->issued_at = OPENING + ticket->sequence * MINUTE;
  return ticket;
}

static GPtrArray *
make_tickets (const char *text)
{
  GPtrArray *tickets = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_ptr_array_add (tickets, make_ticket (words[i]));
  return tickets;
}

static FettleTicket *
pick (GPtrArray *tickets, const char *number)
{
  for (guint i = 0; i < tickets->len; i++)
    if (g_str_equal (((FettleTicket *) tickets->pdata[i])->number, number))
      return tickets->pdata[i];
  g_assert_not_reached ();
}

static FettleQueue *
make_queue (const char *tickets)
{
  FettleQueue *queue = fettle_queue_new ();

  queue->day = g_strdup ("2013-06-26");
  queue->at = OPENING + 30 * MINUTE;
  queue->is_today = TRUE;
  queue->settings = fettle_queue_settings_new ();
  queue->settings->return_after = 2;
  queue->settings->greeting_minutes = 5;
  g_clear_pointer (&queue->tickets, g_ptr_array_unref);
  queue->tickets = make_tickets (tickets);
  return queue;
}

static char *
join (GPtrArray *tickets)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < tickets->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", ((FettleTicket *) tickets->pdata[i])->number);
  return g_string_free (text, FALSE);
}

static void
open_counter (FettleQueue *queue, const char *name, const char *letters)
{
  FettleQueueCounter *counter = fettle_queue_counter_new ();

  counter->name = g_strdup (name);
  counter->letters = fettle_ticket_letters_parse (letters, NULL);
  g_ptr_array_add (queue->counters, counter);
}

static void
test_order (void)
{
  static const struct
  {
    const char *tickets;
    const char *order;
  } rows[] = {
    { "A001w A002w A003w", "A001 A002 A003" },
    { "A003w A001w A002w", "A001 A002 A003" },
    { "A001w A002w A003w!", "A003 A001 A002" },
    { "A001w A005w! A003w!", "A003 A005 A001" },
    { "A001w@4.5 A004w A005w", "A004 A001 A005" },
    { "B001w@2 A001w@1 A002w@3", "A001 B001 A002" },
    /* Who is at a counter stands before who waits, then the parked, then the rest. */
    { "A001d A002p A003w A004s A005c", "A005 A004 A003 A002 A001" },
    { "A001w@3 A002w@3", "A001 A002" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (FettleQueue) queue = make_queue (rows[i].tickets);
      g_autofree char *order = NULL;

      fettle_queue_reckon (queue, NULL, 0);
      order = join (queue->tickets);
      g_assert_cmpstr (order, ==, rows[i].order);
    }
}

static void
test_return (void)
{
  static const struct
  {
    const char *tickets; /* A001 comes back */
    int after;
    const char *order;
  } rows[] = {
    { "A001p A002w A003w A004w A005w", 2, "A002 A003 A001 A004 A005" },
    { "A001p A002w A003w A004w A005w", 3, "A002 A003 A004 A001 A005" },
    { "A001p A002w A003w A004w", 0, "A001 A002 A003 A004" },
    { "A001p A002w", 2, "A002 A001" },
    { "A001p", 2, "A001" },
    { "A001p A002w A003w", 20, "A002 A003 A001" },
    /* Those of other lists neither count nor matter. */
    { "A001p B002w B003w A004w A005w A006w", 2, "B002 B003 A004 A005 A001 A006" },
    /* Who comes with priority is one of the next two. */
    { "A001p A002w A003w A004w!", 2, "A004 A002 A001 A003" },
    { "A001p A002w A003w! A004w!", 2, "A003 A004 A001 A002" },
    /* Somebody came back there before. */
    { "A001p A002w A003w A004w@3.5 A005w", 2, "A002 A003 A001 A004 A005" },
    { "A001p A002w A003w@4.5 A004w A005w", 2, "A002 A004 A001 A003 A005" },
    /* Called ones are past. */
    { "A001p A002c A003s A004w A005w A006w", 2, "A004 A005 A001 A006" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (FettleQueue) queue = make_queue (rows[i].tickets);
      FettleTicket *back = pick (queue->tickets, "A001");
      g_autoptr (GPtrArray) waiting = NULL;
      g_autofree char *order = NULL;

      back->place = fettle_queue_return_place (queue->tickets, back, rows[i].after, 7 * FETTLE_QUEUE_GAP);
      back->state = FETTLE_TICKET_WAITING;
      fettle_queue_reckon (queue, NULL, 0);
      waiting = fettle_queue_list (queue, FETTLE_TICKET_WAITING);
      order = join (waiting);
      g_assert_cmpstr (order, ==, rows[i].order);
      /* And before everybody who comes later. */
      g_assert_cmpint (back->place, <, 7 * FETTLE_QUEUE_GAP);
    }
}

/* Twenty that come back into the same gap: each goes behind the same two, nobody leaves the gap. */
static void
test_return_often (void)
{
  g_autoptr (GPtrArray) tickets = make_tickets ("A001w A002w A003w");

  for (int i = 0; i < 25; i++)
    {
      FettleTicket *back = make_ticket ("A009p");

      back->place = fettle_queue_return_place (tickets, back, 2, 4 * FETTLE_QUEUE_GAP);
      g_assert_cmpint (back->place, >=, 2 * FETTLE_QUEUE_GAP);
      g_assert_cmpint (back->place, <, 3 * FETTLE_QUEUE_GAP);
      back->state = FETTLE_TICKET_WAITING;
      g_ptr_array_add (tickets, back);
    }
}

static void
test_overtakes (void)
{
  static const struct
  {
    const char *tickets;
    const char *called;
    const char *letters;
    int n_overtaken;
  } rows[] = {
    { "A001w A002w A003w", "A001", NULL, 0 },
    { "A001w A002w A003w", "A003", NULL, 2 },
    { "A001w A002w A003w!", "A003", NULL, 2 },
    { "A001w! A002w A003w!", "A003", NULL, 2 },
    { "A001c A002s A003w", "A003", NULL, 0 },
    { "A001p A002l A003d A004w", "A004", NULL, 0 },
    /* Only those that this counter could have called. */
    { "A001w@1 B001w@2 A002w@3", "A002", "A", 1 },
    { "A001w@1 B001w@2 A002w@3", "A002", "A,B", 2 },
    { "A001w@1 B001w@2", "B001", "B", 0 },
    { "A001w@1 B001w@2", "B001", NULL, 1 },
    /* Who came back stands where it was put. */
    { "A001w@3.5 A002w A003w", "A002", NULL, 0 },
    { "A001w@3.5 A004w", "A004", NULL, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) tickets = make_tickets (rows[i].tickets);
      g_auto (GStrv) letters = fettle_ticket_letters_parse (rows[i].letters, NULL);

      g_assert_cmpint (fettle_queue_n_overtaken (tickets, pick (tickets, rows[i].called),
                                                 (const char *const *) letters),
                       ==, rows[i].n_overtaken);
    }
}

static void
test_earlier (void)
{
  static const struct
  {
    const char *tickets;
    const char *ticket;
    const char *earlier;
  } rows[] = {
    { "A001w A002w", "A002", "A001" }, { "A001w A002w", "A001", NULL },          { "A001c A002w", "A002", NULL },
    { "A001w A002w!", "A002", NULL },  { "A001w A002w A003w!", "A002", "A003" }, { "A001w B002w", "B002", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) tickets = make_tickets (rows[i].tickets);
      FettleTicket *earlier = fettle_queue_earlier (tickets, pick (tickets, rows[i].ticket));

      g_assert_cmpstr (earlier != NULL ? earlier->number : NULL, ==, rows[i].earlier);
    }
}

static void
test_percentiles (void)
{
  static const struct
  {
    gint64 values[10];
    guint n;
    gint64 median;
    gint64 ninetieth;
  } rows[] = {
    { { 0 }, 0, 0, 0 },
    { { 7 }, 1, 7, 7 },
    { { 3, 8 }, 2, 5, 8 },
    { { 1, 2, 9 }, 3, 2, 9 },
    { { 1, 2, 3, 4, 5, 6, 7, 8, 9, 100 }, 10, 5, 9 },
    { { 5, 5, 5, 5, 5, 5, 5, 5, 6 }, 9, 5, 6 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_cmpint (fettle_span_median (rows[i].values, rows[i].n), ==, rows[i].median);
      g_assert_cmpint (fettle_span_percentile (rows[i].values, rows[i].n, 90), ==, rows[i].ninetieth);
    }
}

static void
test_estimate (void)
{
  static const struct
  {
    int ahead;
    int n_counters;
    int minutes[6];
    int from;
    int to;
  } rows[] = {
    { 0, 1, { 8 }, 8, 8 },          { 2, 1, { 8 }, 24, 24 },
    { 2, 2, { 8 }, 12, 12 },        { 0, 0, { 8 }, -1, -1 },      /* no counter open */
    { 3, 2, { 0 }, -1, -1 },                                      /* nobody was ever served */
    { -1, 1, { 8 }, -1, -1 },                                     /* does not wait */
    { 1, 1, { 4, 6, 20 }, 12, 40 },                               /* median 6, 90th percentile 20 */
    { 3, 2, { 4, 6, 20 }, 12, 40 }, { 0, 3, { 4, 6, 20 }, 2, 7 }, /* down and up to whole minutes */
    { 0, 5, { 1, 1, 2 }, 0, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (gint64));
      int from = 0, to = 0;

      for (guint k = 0; rows[i].minutes[k] != 0; k++)
        {
          gint64 span = rows[i].minutes[k] * MINUTE;

          g_array_prepend_val (spans, span);
        }
      fettle_span_sort (spans);
      fettle_queue_estimate (rows[i].ahead, rows[i].n_counters, spans, &from, &to);
      g_assert_cmpint (from, ==, rows[i].from);
      g_assert_cmpint (to, ==, rows[i].to);
    }
}

static void
test_reckon (void)
{
  g_autoptr (FettleQueue) queue = make_queue ("A001w@1 B001w@2 A002w@3 A003w!@4 A004c@5 B002w@6");
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (gint64));
  const FettleServiceTimes times[] = { { 1, spans }, { 2, spans } };
  gint64 span = 10 * MINUTE;
  static const struct
  {
    const char *number;
    int ahead;
    int to;
  } rows[] = { { "A003", 0, 5 },  { "A001", 1, 10 }, { "A002", 2, 15 },
               { "B001", 0, 10 }, { "B002", 1, 20 }, { "A004", -1, -1 } };

  g_array_append_val (spans, span);
  open_counter (queue, "1", NULL);
  open_counter (queue, "2", "A");
  g_assert_cmpint (fettle_queue_n_counters (queue, "A"), ==, 2);
  g_assert_cmpint (fettle_queue_n_counters (queue, "B"), ==, 1);
  fettle_queue_reckon (queue, times, G_N_ELEMENTS (times));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      FettleTicket *ticket = pick (queue->tickets, rows[i].number);

      g_assert_cmpint (ticket->ahead, ==, rows[i].ahead);
      g_assert_cmpint (ticket->wait_to, ==, rows[i].to);
    }
  g_assert_cmpuint (fettle_queue_n_in (queue, FETTLE_TICKET_WAITING), ==, 5);
  g_assert_true (fettle_queue_find (queue, 2001) == pick (queue->tickets, "B001"));
  g_assert_null (fettle_queue_find (queue, 9));
}

static void
test_past_days_have_no_wait (void)
{
  g_autoptr (FettleQueue) queue = make_queue ("A001w");
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (gint64));
  const FettleServiceTimes times = { 1, spans };
  gint64 span = MINUTE;

  g_array_append_val (spans, span);
  open_counter (queue, "1", NULL);
  queue->is_today = FALSE;
  fettle_queue_reckon (queue, &times, 1);
  g_assert_cmpint (((FettleTicket *) queue->tickets->pdata[0])->wait_to, ==, FETTLE_WAIT_UNKNOWN);
}

static void
test_greeting (void)
{
  static const struct
  {
    char state;
    int greeted;
    int called;
    int now;
    gboolean overdue;
  } rows[] = {
    { 'w', 0, 0, 4, FALSE }, { 'w', 0, 0, 5, TRUE },  { 'w', 0, 0, 90, TRUE }, { 'w', 3, 0, 9, FALSE },
    { 'w', 8, 0, 9, FALSE }, { 'w', 0, 2, 9, FALSE }, { 'c', 0, 9, 9, FALSE }, { 's', 0, 0, 9, FALSE },
    { 'p', 0, 0, 9, FALSE }, { 'd', 0, 0, 9, FALSE }, { 'l', 0, 0, 9, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = g_strdup_printf ("A001%c", rows[i].state);
      g_autoptr (FettleTicket) ticket = make_ticket (text);

      ticket->greeted_at = rows[i].greeted > 0 ? ticket->issued_at + rows[i].greeted * MINUTE : 0;
      ticket->first_called_at = rows[i].called > 0 ? ticket->issued_at + rows[i].called * MINUTE : 0;
      g_assert_true (fettle_ticket_greeting_is_overdue (ticket, 5, ticket->issued_at + rows[i].now * MINUTE)
                     == rows[i].overdue);
    }
}

/* Minutes after the ticket was given out; 0 is never. */
typedef struct
{
  const char *ticket;
  int greeted;
  int called;
  int serving;
  int ended;
  int n_overtaken;
} Told;

static FettleQueue *
tell_day (const Told *told, guint n_told)
{
  FettleQueue *queue = make_queue ("");

  for (guint i = 0; i < n_told; i++)
    {
      FettleTicket *ticket = make_ticket (told[i].ticket);

      ticket->greeted_at = told[i].greeted > 0 ? ticket->issued_at + told[i].greeted * MINUTE : 0;
      ticket->first_called_at = told[i].called > 0 ? ticket->issued_at + told[i].called * MINUTE : 0;
      ticket->serving_at = told[i].serving > 0 ? ticket->issued_at + told[i].serving * MINUTE : 0;
      ticket->ended_at = told[i].ended > 0 ? ticket->issued_at + told[i].ended * MINUTE : 0;
      ticket->n_overtaken = told[i].n_overtaken;
      g_ptr_array_add (queue->tickets, ticket);
    }
  return queue;
}

static void
test_report (void)
{
  static const Told told[] = {
    { "A001d", 1, 4, 5, 15, 0 }, { "A002d", 0, 12, 12, 20, 0 }, { "A003d!", 0, 2, 3, 10, 1 },
    { "A004l", 0, 0, 0, 25, 0 }, { "A005p", 3, 6, 0, 0, 0 },    { "A006s", 0, 0, 7, 0, 0 },
    { "A007w", 6, 0, 0, 0, 0 },  { "A027w", 0, 0, 0, 0, 0 },    { "A008c", 0, 12, 0, 0, 0 },
    { "A009l", 2, 3, 0, 30, 0 },
  };
  g_autoptr (FettleQueue) queue = tell_day (told, G_N_ELEMENTS (told));
  g_autoptr (FettleQueueReport) report = fettle_queue_report_make (queue);

  g_assert_cmpint (report->n_taken, ==, 10);
  g_assert_cmpint (report->n_served, ==, 4);
  g_assert_cmpint (report->n_left, ==, 2);
  g_assert_cmpint (report->n_parked, ==, 1);
  /* A008 is called: it waits no more. */
  g_assert_cmpint (report->n_waiting, ==, 2);
  /* 2, 3, 4, 6, 7, 12, 12: who was served without a call was called when it was served. */
  g_assert_cmpint (report->n_called, ==, 7);
  g_assert_cmpint (report->median_wait, ==, 6 * MINUTE);
  g_assert_cmpint (report->longest_wait, ==, 12 * MINUTE);
  g_assert_cmpstr (report->longest_number, ==, "A002");
  /* A009 was called before it left. */
  g_assert_cmpint (report->longest_left, ==, 25 * MINUTE);
  /* A002, A004, A006, A007 and A008; A027 came three minutes ago. */
  g_assert_cmpint (report->n_late_greetings, ==, 5);
  g_assert_cmpuint (report->overtakes->len, ==, 1);
  g_assert_cmpint (report->n_overtaken, ==, 1);
}

static void
test_report_on_nothing (void)
{
  g_autoptr (FettleQueue) queue = make_queue ("");
  g_autoptr (FettleQueueReport) report = fettle_queue_report_make (queue);

  g_assert_cmpint (report->n_taken, ==, 0);
  g_assert_cmpint (report->median_wait, ==, -1);
  g_assert_cmpint (report->longest_wait, ==, -1);
  g_assert_cmpint (report->longest_left, ==, -1);
  g_assert_null (report->longest_number);
  g_assert_cmpuint (report->overtakes->len, ==, 0);
}

static void
test_overtake_sentence (void)
{
  static const struct
  {
    int n;
    const char *reason;
    const char *by;
    const char *sentence;
  } rows[] = {
    { 1, "ill", "Ada", "A009 went before 1 other: ill (Ada)" },
    { 3, "坐轮椅", "李", "A009 went before 3 others: 坐轮椅 (李)" },
    { 2, NULL, NULL, "A009 went before 2 others, with no reason given" },
    { 2, "100% sure", NULL, "A009 went before 2 others: 100% sure (–)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (FettleTicket) ticket = make_ticket ("A009d");
      g_autofree char *sentence = NULL;

      ticket->n_overtaken = rows[i].n;
      ticket->priority = g_strdup (rows[i].reason);
      ticket->priority_by = g_strdup (rows[i].by);
      sentence = fettle_queue_overtake_sentence (ticket, fettle_language_get ("en"));
      g_assert_cmpstr (sentence, ==, rows[i].sentence);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/queue/order", test_order);
  g_test_add_func ("/queue/return", test_return);
  g_test_add_func ("/queue/return-often", test_return_often);
  g_test_add_func ("/queue/overtakes", test_overtakes);
  g_test_add_func ("/queue/earlier", test_earlier);
  g_test_add_func ("/queue/percentiles", test_percentiles);
  g_test_add_func ("/queue/estimate", test_estimate);
  g_test_add_func ("/queue/reckon", test_reckon);
  g_test_add_func ("/queue/past-days-have-no-wait", test_past_days_have_no_wait);
  g_test_add_func ("/queue/greeting", test_greeting);
  g_test_add_func ("/queue/report", test_report);
  g_test_add_func ("/queue/report-on-nothing", test_report_on_nothing);
  g_test_add_func ("/queue/overtake-sentence", test_overtake_sentence);
  return g_test_run ();
}
