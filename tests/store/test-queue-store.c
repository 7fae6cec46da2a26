/* test-queue-store.c: the queue as kept: numbers, calls, returns, priority, counters, lists, settings, the day.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-queue-store.h"
#include "shop.h"

#define MINUTE FETTLE_MINUTE

/* Sets the clock to so many minutes after the shop's ten o'clock. */
static void
at (int minutes)
{
  fettle_clock_set (SHOP_NOW + minutes * MINUTE);
}

static FettleTicket *
take (Shop *shop, const char *letter)
{
  g_autoptr (GError) error = NULL;
  FettleTicket *ticket = fettle_queue_store_take (shop->connection, letter, NULL, NULL, &error);

  g_assert_no_error (error);
  return ticket;
}

static void
take_many (Shop *shop, int n)
{
  for (int i = 0; i < n; i++)
    g_object_unref (take (shop, "A"));
}

static FettleTicket *
call_from (Shop *shop, const char *counter, const char *letters)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) list = fettle_ticket_letters_parse (letters, NULL);
  FettleTicket *ticket = fettle_queue_store_call (shop->connection, counter, (const char *const *) list, "Ada", &error);

  g_assert_no_error (error);
  return ticket;
}

static void
expect_call (Shop *shop, const char *counter, const char *letters, const char *number)
{
  g_autoptr (FettleTicket) ticket = call_from (shop, counter, letters);

  g_assert_cmpstr (ticket->number, ==, number);
  g_assert_cmpint (ticket->state, ==, FETTLE_TICKET_CALLED);
  g_assert_cmpint (ticket->called_at, ==, fettle_clock_now ());
  g_assert_cmpstr (ticket->counter, ==, counter);
}

static gint64
find (Shop *shop, const char *number)
{
  g_autoptr (GError) error = NULL;
  gint64 id = fettle_queue_store_find (shop->connection, number, NULL, &error);

  g_assert_no_error (error);
  return id;
}

static FettleTicket *
step (Shop *shop, const char *number, FettleTicketStep which)
{
  g_autoptr (GError) error = NULL;
  FettleTicket *ticket = fettle_queue_store_step (shop->connection, find (shop, number), which, NULL, "Bo", &error);

  g_assert_no_error (error);
  return ticket;
}

static void
do_step (Shop *shop, const char *number, FettleTicketStep which, FettleTicketState then)
{
  g_autoptr (FettleTicket) ticket = step (shop, number, which);

  g_assert_cmpint (ticket->state, ==, then);
}

static void
refuse_step (Shop *shop, const char *number, FettleTicketStep which)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (fettle_queue_store_step (shop->connection, find (shop, number), which, NULL, "Bo", &error));
  g_assert_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_NOT_ALLOWED);
}

static FettleQueue *
load (Shop *shop)
{
  g_autoptr (GError) error = NULL;
  FettleQueue *queue = fettle_queue_store_load (shop->connection, NULL, &error);

  g_assert_no_error (error);
  return queue;
}

/* Who waits, in order. */
static char *
waiting (Shop *shop)
{
  g_autoptr (FettleQueue) queue = load (shop);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < queue->tickets->len; i++)
    {
      FettleTicket *ticket = queue->tickets->pdata[i];

      if (ticket->state == FETTLE_TICKET_WAITING)
        g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", ticket->number);
    }
  return g_string_free (text, FALSE);
}

static void
expect_waiting (Shop *shop, const char *numbers)
{
  g_autofree char *text = waiting (shop);

  g_assert_cmpstr (text, ==, numbers);
}

static void
test_numbers (Shop *shop, gconstpointer data)
{
  static const char *const rows[][2] = { { NULL, "A001" }, { "A", "A002" }, { "b", "B001" }, { "a", "A003" } };
  g_autoptr (GError) error = NULL;

  at (0);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (FettleTicket) ticket = take (shop, rows[i][0]);

      g_assert_cmpstr (ticket->number, ==, rows[i][1]);
      g_assert_cmpstr (ticket->day, ==, "2026-03-02");
      g_assert_cmpint (ticket->issued_at, ==, SHOP_NOW);
    }
  /* A number that was given out is not given out again, whatever became of its ticket. */
  fettle_connection_execute (shop->connection, "DELETE FROM ticket WHERE number >= 2", &error);
  g_assert_no_error (error);
  {
    g_autoptr (FettleTicket) ticket = take (shop, "A");

    g_assert_cmpstr (ticket->number, ==, "A004");
  }
  fettle_connection_execute (shop->connection, "DELETE FROM queue_number", &error);
  g_assert_no_error (error);
  {
    g_autoptr (FettleTicket) ticket = take (shop, "A");

    g_assert_cmpstr (ticket->number, ==, "A005");
  }
  /* The next day begins with one. */
  at (24 * 60);
  {
    g_autoptr (FettleTicket) ticket = take (shop, "A");

    g_assert_cmpstr (ticket->number, ==, "A001");
    g_assert_cmpstr (ticket->day, ==, "2026-03-03");
  }
}

static void
test_unknown_list (Shop *shop, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (fettle_queue_store_take (shop->connection, "Q", NULL, NULL, &error));
  shop_file_expect (error, FETTLE_STORE_ERROR_NOT_FOUND);
  g_assert_null (fettle_queue_store_take (shop->connection, "17", NULL, NULL, &error));
  g_assert_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID);
}

static void
test_call_in_order (Shop *shop, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  take_many (shop, 2);
  g_object_unref (take (shop, "B"));
  take_many (shop, 1);
  at (1);
  expect_call (shop, "1", "B", "B001");
  expect_call (shop, "2", NULL, "A001");
  expect_call (shop, "1", NULL, "A002");
  expect_call (shop, "2", "A,B", "A003");
  g_assert_null (fettle_queue_store_call (shop->connection, "1", NULL, "Ada", &error));
  shop_file_expect (error, FETTLE_STORE_ERROR_NOT_FOUND);
  /* All four are called and none is lost. */
  {
    g_autoptr (FettleQueue) queue = load (shop);

    g_assert_cmpuint (fettle_queue_n_in (queue, FETTLE_TICKET_CALLED), ==, 4);
    g_assert_cmpuint (queue->counters->len, ==, 2);
  }
}

static void
test_counter_serves_its_lists (Shop *shop, gconstpointer data)
{
  static const char *const only_b[] = { "B", NULL };
  static const char *const strange[] = { "A", "X", NULL };
  g_autoptr (GError) error = NULL;

  take_many (shop, 2);
  g_object_unref (take (shop, "B"));
  at (1);
  g_assert_true (fettle_queue_store_open_counter (shop->connection, "Collection", only_b, NULL));
  expect_call (shop, "Collection", NULL, "B001");
  g_assert_null (fettle_queue_store_call (shop->connection, "Collection", NULL, NULL, &error));
  shop_file_expect (error, FETTLE_STORE_ERROR_NOT_FOUND);
  /* For once it helps the others. */
  expect_call (shop, "Collection", "A", "A001");
  g_assert_false (fettle_queue_store_open_counter (shop->connection, "X", strange, &error));
  shop_file_expect (error, FETTLE_STORE_ERROR_NOT_FOUND);
  g_assert_null (fettle_queue_store_call (shop->connection, "1", strange, NULL, &error));
  shop_file_expect (error, FETTLE_STORE_ERROR_NOT_FOUND);
  g_assert_null (fettle_queue_store_call (shop->connection, " ", NULL, NULL, &error));
  g_assert_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_MISSING);
}

static void
test_serve (Shop *shop, gconstpointer data)
{
  at (0);
  take_many (shop, 3);
  at (4);
  expect_call (shop, "1", NULL, "A001");
  at (5);
  do_step (shop, "A001", FETTLE_TICKET_STEP_SERVE, FETTLE_TICKET_SERVING);
  refuse_step (shop, "A001", FETTLE_TICKET_STEP_SERVE);
  refuse_step (shop, "A003", FETTLE_TICKET_STEP_SERVE);
  at (12);
  /* The next call ends it. */
  expect_call (shop, "1", NULL, "A002");
  {
    g_autoptr (FettleQueue) queue = load (shop);
    FettleTicket *first = fettle_queue_find (queue, find (shop, "A001"));

    g_assert_cmpint (first->state, ==, FETTLE_TICKET_DONE);
    g_assert_cmpint (first->ended_at - first->serving_at, ==, 7 * MINUTE);
    g_assert_cmpstr (first->by, ==, "Bo");
  }
  /* Done without a word about the arrival counts from the call. */
  at (15);
  do_step (shop, "A002", FETTLE_TICKET_STEP_DONE, FETTLE_TICKET_DONE);
  refuse_step (shop, "A002", FETTLE_TICKET_STEP_LEAVE);
  /* The first of a list may come without a call. */
  do_step (shop, "A003", FETTLE_TICKET_STEP_SERVE, FETTLE_TICKET_SERVING);
  {
    g_autoptr (FettleTicket) third = step (shop, "A003", FETTLE_TICKET_STEP_DONE);

    g_assert_cmpint (third->serving_at, ==, SHOP_NOW + 15 * MINUTE);
    g_assert_cmpint (third->n_overtaken, ==, 0);
  }
}

static void
test_not_there (Shop *shop, gconstpointer data)
{
  take_many (shop, 5);
  at (1);
  expect_call (shop, "1", NULL, "A001");
  do_step (shop, "A001", FETTLE_TICKET_STEP_RECALL, FETTLE_TICKET_CALLED);
  do_step (shop, "A001", FETTLE_TICKET_STEP_RECALL, FETTLE_TICKET_CALLED);
  refuse_step (shop, "A001", FETTLE_TICKET_STEP_RETURN);
  /* Three times is enough. */
  do_step (shop, "A001", FETTLE_TICKET_STEP_RECALL, FETTLE_TICKET_PARKED);
  refuse_step (shop, "A001", FETTLE_TICKET_STEP_SERVE);
  expect_waiting (shop, "A002 A003 A004 A005");
  at (9);
  {
    g_autoptr (FettleTicket) back = step (shop, "A001", FETTLE_TICKET_STEP_RETURN);

    g_assert_cmpint (back->state, ==, FETTLE_TICKET_WAITING);
    g_assert_cmpint (back->ahead, ==, 2);
    g_assert_cmpint (back->n_calls, ==, 0);
    g_assert_cmpint (back->parked_at, ==, SHOP_NOW + 1 * MINUTE);
    g_assert_cmpint (back->returned_at, ==, SHOP_NOW + 9 * MINUTE);
    g_assert_null (back->counter);
    g_assert_false (back->greeting_overdue);
  }
  expect_waiting (shop, "A002 A003 A001 A004 A005");
  take_many (shop, 1);
  expect_waiting (shop, "A002 A003 A001 A004 A005 A006");
}

static void
test_next_call_parks (Shop *shop, gconstpointer data)
{
  take_many (shop, 3);
  expect_call (shop, "1", NULL, "A001");
  /* Called once or twice it stays called: they may be on their way. */
  expect_call (shop, "1", NULL, "A002");
  do_step (shop, "A001", FETTLE_TICKET_STEP_RECALL, FETTLE_TICKET_CALLED);
  do_step (shop, "A001", FETTLE_TICKET_STEP_RECALL, FETTLE_TICKET_CALLED);
  expect_call (shop, "1", NULL, "A003");
  {
    g_autoptr (FettleQueue) queue = load (shop);

    g_assert_cmpint (fettle_queue_find (queue, find (shop, "A001"))->state, ==, FETTLE_TICKET_PARKED);
    g_assert_cmpint (fettle_queue_find (queue, find (shop, "A002"))->state, ==, FETTLE_TICKET_CALLED);
  }
}

static void
test_priority (Shop *shop, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleTicket) ticket = NULL;
  g_autoptr (FettleQueueReport) report = NULL;

  take_many (shop, 3);
  g_assert_null (fettle_queue_store_take (shop->connection, "A", "in a wheelchair", NULL, &error));
  g_assert_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_MISSING);
  g_clear_error (&error);
  g_assert_null (fettle_queue_store_take (shop->connection, "A", "  ", "Ada", &error));
  g_assert_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_MISSING);
  g_clear_error (&error);
  ticket = fettle_queue_store_take (shop->connection, "A", "in a wheelchair", "Ada", &error);
  g_assert_no_error (error);
  /* What was refused took no number. */
  g_assert_cmpstr (ticket->number, ==, "A004");
  g_assert_cmpint (ticket->ahead, ==, 0);
  g_assert_cmpstr (ticket->priority_by, ==, "Ada");
  g_clear_object (&ticket);
  ticket
      = fettle_queue_store_give_priority (shop->connection, find (shop, "A003"), "has a train to catch", "Bo", &error);
  g_assert_no_error (error);
  g_assert_null (fettle_queue_store_give_priority (shop->connection, ticket->id, "again", "Bo", &error));
  shop_file_expect (error, FETTLE_STORE_ERROR_ALREADY);
  expect_waiting (shop, "A003 A004 A001 A002");
  expect_call (shop, "1", NULL, "A003");
  expect_call (shop, "2", NULL, "A004");
  expect_call (shop, "1", NULL, "A001");
  report = fettle_queue_store_report (shop->connection, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->overtakes->len, ==, 2);
  g_assert_cmpstr (((FettleTicket *) report->overtakes->pdata[0])->priority_by, ==, "Bo");
  g_assert_cmpint (report->n_overtaken, ==, 4);
  /* Parked, it comes back like everybody else. */
  do_step (shop, "A004", FETTLE_TICKET_STEP_PARK, FETTLE_TICKET_PARKED);
  take_many (shop, 2);
  do_step (shop, "A004", FETTLE_TICKET_STEP_RETURN, FETTLE_TICKET_WAITING);
  expect_waiting (shop, "A002 A005 A004 A006");
}

static void
test_greet_and_leave (Shop *shop, gconstpointer data)
{
  at (0);
  take_many (shop, 3);
  at (5);
  {
    g_autoptr (FettleQueue) queue = load (shop);

    g_assert_cmpuint (fettle_queue_n_overdue (queue), ==, 3);
  }
  do_step (shop, "a1", FETTLE_TICKET_STEP_GREET, FETTLE_TICKET_WAITING);
  at (6);
  {
    g_autoptr (FettleTicket) again = step (shop, "A001", FETTLE_TICKET_STEP_GREET);

    g_assert_cmpint (again->greeted_at, ==, SHOP_NOW + 5 * MINUTE);
    g_assert_false (again->greeting_overdue);
  }
  do_step (shop, "A002", FETTLE_TICKET_STEP_LEAVE, FETTLE_TICKET_LEFT);
  refuse_step (shop, "A002", FETTLE_TICKET_STEP_GREET);
  refuse_step (shop, "A002", FETTLE_TICKET_STEP_RETURN);
  {
    g_autoptr (FettleQueue) queue = load (shop);

    g_assert_cmpuint (fettle_queue_n_overdue (queue), ==, 1);
  }
}

static void
test_estimate (Shop *shop, gconstpointer data)
{
  static const int minutes[] = { 4, 10, 6 };
  int now = 0;

  at (0);
  take_many (shop, 6);
  for (guint i = 0; i < G_N_ELEMENTS (minutes); i++)
    {
      g_autoptr (FettleTicket) ticket = call_from (shop, "1", NULL);

      do_step (shop, ticket->number, FETTLE_TICKET_STEP_SERVE, FETTLE_TICKET_SERVING);
      at (now += minutes[i]);
      do_step (shop, ticket->number, FETTLE_TICKET_STEP_DONE, FETTLE_TICKET_DONE);
    }
  {
    g_autoptr (FettleTicket) other = take (shop, "B");

    /* Median 6, 90th percentile 10; nobody of B was served yet, so the times are those of all. */
    g_assert_cmpint (other->ahead, ==, 0);
    g_assert_cmpint (other->wait_from, ==, 6);
    g_assert_cmpint (other->wait_to, ==, 10);
  }
  g_assert_true (fettle_queue_store_open_counter (shop->connection, "2", (const char *[]){ "A", NULL }, NULL));
  {
    g_autoptr (FettleTicket) last = take (shop, "A");

    g_assert_cmpint (last->ahead, ==, 3);
    g_assert_cmpint (last->wait_from, ==, 4 * 6 / 2);
    g_assert_cmpint (last->wait_to, ==, 4 * 10 / 2);
  }
  g_assert_true (fettle_queue_store_close_counter (shop->connection, "2", NULL));
  g_assert_true (fettle_queue_store_close_counter (shop->connection, "1", NULL));
  g_assert_false (fettle_queue_store_close_counter (shop->connection, "1", NULL));
  {
    g_autoptr (FettleTicket) nobody = take (shop, "A");

    g_assert_cmpint (nobody->wait_from, ==, FETTLE_WAIT_UNKNOWN);
  }
  /* A counter that nobody closed is not open the next day. */
  g_assert_true (fettle_queue_store_open_counter (shop->connection, "1", NULL, NULL));
  at (24 * 60);
  {
    g_autoptr (FettleTicket) early = take (shop, "A");
    g_autoptr (FettleTicket) called = NULL;

    g_assert_cmpint (early->wait_from, ==, FETTLE_WAIT_UNKNOWN);
    called = call_from (shop, "1", NULL);
    g_clear_object (&early);
    early = take (shop, "A");
    /* The times of the days before count. */
    g_assert_cmpint (early->wait_from, ==, 6);
  }
}

static void
test_day (Shop *shop, gconstpointer data)
{
  static const struct
  {
    const char *at;
    const char *day;
  } rows[] = {
    { "2026-03-06T22:00:00Z", "2026-03-06" }, { "2026-03-06T23:59:59Z", "2026-03-06" },
    { "2026-03-07T00:30:00Z", "2026-03-06" }, /* Friday is open until one */
    { "2026-03-07T01:00:00Z", "2026-03-07" }, { "2026-03-08T00:30:00Z", "2026-03-08" },
    { "2026-06-30T23:30:00Z", "2026-07-01" }, /* summer time */
    { "2026-03-14T00:30:00Z", "2026-03-14" }, /* closed on that Friday */
  };
  g_autoptr (GError) error = NULL;

  fettle_connection_execute (shop->connection,
                             "UPDATE opening_hours SET closes = 1500 WHERE weekday = 5;"
                             "INSERT INTO closed_day (day, name) VALUES ('2026-03-13', 'Stocktaking')",
                             &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gint64 moment = 0;
      g_autofree char *day = NULL;

      g_assert_true (fettle_moment_from_rfc3339 (rows[i].at, &moment, NULL));
      day = fettle_queue_store_day (shop->connection, moment, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (day, ==, rows[i].day);
    }
}

static void
test_find (Shop *shop, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  take_many (shop, 1);
  g_assert_cmpint (fettle_queue_store_find (shop->connection, "a 1", "2026-03-02", NULL), ==, find (shop, "A001"));
  g_assert_cmpint (fettle_queue_store_find (shop->connection, "A002", NULL, &error), ==, 0);
  shop_file_expect (error, FETTLE_STORE_ERROR_NOT_FOUND);
  g_assert_cmpint (fettle_queue_store_find (shop->connection, "A001", "2026-03-01", &error), ==, 0);
  shop_file_expect (error, FETTLE_STORE_ERROR_NOT_FOUND);
  g_assert_cmpint (fettle_queue_store_find (shop->connection, "A001", "yesterday", &error), ==, 0);
  g_assert_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (fettle_queue_store_step (shop->connection, 99, FETTLE_TICKET_STEP_GREET, NULL, NULL, &error));
  shop_file_expect (error, FETTLE_STORE_ERROR_NOT_FOUND);
}

static void
test_lists (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleServiceClass) list = fettle_service_class_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lists = NULL;

  list->letter = g_strdup ("c");
  list->name = g_strdup ("Business customers");
  list->position = -1;
  list->active = TRUE;
  list->id = fettle_queue_store_save_class (shop->connection, list, &error);
  g_assert_no_error (error);
  {
    g_autoptr (FettleTicket) ticket = take (shop, NULL);

    g_assert_cmpstr (ticket->number, ==, "C001");
    g_assert_cmpstr (ticket->class_name, ==, "Business customers");
  }
  /* Its tickets have the letter. */
  g_free (list->letter);
  list->letter = g_strdup ("D");
  g_assert_cmpint (fettle_queue_store_save_class (shop->connection, list, &error), ==, 0);
  shop_file_expect (error, FETTLE_STORE_ERROR_CONSTRAINT);
  g_free (list->letter);
  list->letter = g_strdup ("A");
  g_assert_cmpint (fettle_queue_store_save_class (shop->connection, list, &error), ==, 0);
  shop_file_expect (error, FETTLE_STORE_ERROR_ALREADY);
  g_free (list->letter);
  list->letter = g_strdup ("C");
  list->active = FALSE;
  g_assert_cmpint (fettle_queue_store_save_class (shop->connection, list, &error), !=, 0);
  g_assert_null (fettle_queue_store_take (shop->connection, "C", NULL, NULL, &error));
  shop_file_expect (error, FETTLE_STORE_ERROR_NOT_FOUND);
  /* Whoever has a ticket of it is still called. */
  expect_call (shop, "1", NULL, "C001");
  g_free (list->name);
  list->name = g_strdup (" ");
  g_assert_cmpint (fettle_queue_store_save_class (shop->connection, list, &error), ==, 0);
  g_assert_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID);
  lists = fettle_queue_store_list_classes (shop->connection, NULL);
  g_assert_cmpuint (lists->len, ==, 3);
  g_assert_false (((FettleServiceClass *) lists->pdata[2])->active);
}

static void
test_settings (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleQueueSettings) settings = fettle_queue_store_load_settings (shop->connection, NULL);
  g_autoptr (FettleQueueSettings) again = NULL;

  g_assert_cmpint (settings->return_after, ==, 2);
  g_assert_cmpint (settings->greeting_minutes, ==, 5);
  settings->return_after = 3;
  settings->greeting_minutes = 100000;
  g_assert_true (fettle_queue_store_save_settings (shop->connection, settings, NULL));
  again = fettle_queue_store_load_settings (shop->connection, NULL);
  g_assert_cmpint (again->return_after, ==, 3);
  g_assert_cmpint (again->greeting_minutes, ==, 120);
  take_many (shop, 5);
  expect_call (shop, "1", NULL, "A001");
  do_step (shop, "A001", FETTLE_TICKET_STEP_PARK, FETTLE_TICKET_PARKED);
  do_step (shop, "A001", FETTLE_TICKET_STEP_RETURN, FETTLE_TICKET_WAITING);
  expect_waiting (shop, "A002 A003 A004 A001 A005");
}

static void
test_link (Shop *shop, gconstpointer data)
{
  g_autoptr (FettleJob) job = shop_take_in (shop, "Jones", "01248 555 010", "Book", "dark screen");
  g_autoptr (FettleTicket) linked = NULL;
  g_autoptr (GError) error = NULL;

  take_many (shop, 1);
  linked = fettle_queue_store_link (shop->connection, find (shop, "A001"), job->summary->id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (linked->job_number, ==, job->summary->number);
  shop_assert_sound (shop);
}

/* A night's numbers go on past midnight, and who waits then is still called. */
static void
test_past_midnight (Shop *shop, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fettle_connection_execute (shop->connection, "UPDATE opening_hours SET closes = 1560 WHERE weekday = 1", &error);
  g_assert_no_error (error);
  at (13 * 60 + 50);
  take_many (shop, 2);
  at (14 * 60 + 10);
  {
    g_autoptr (FettleTicket) third = take (shop, "A");

    g_assert_cmpstr (third->number, ==, "A003");
    g_assert_cmpstr (third->day, ==, "2026-03-02");
    g_assert_cmpint (third->ahead, ==, 2);
  }
  expect_call (shop, "1", NULL, "A001");
  /* At two it closes; what comes then is of the next day. */
  at (16 * 60);
  {
    g_autoptr (FettleTicket) next = take (shop, "A");

    g_assert_cmpstr (next->number, ==, "A001");
    g_assert_cmpstr (next->day, ==, "2026-03-03");
  }
}

/* Yesterday's tickets are neither called nor found by their number alone, and can still be ended. */
static void
test_yesterday (Shop *shop, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleTicket) left = NULL;
  g_autoptr (FettleQueue) then = NULL;
  gint64 id = 0;

  take_many (shop, 2);
  id = find (shop, "A002");
  at (24 * 60);
  g_assert_null (fettle_queue_store_call (shop->connection, "1", NULL, NULL, &error));
  shop_file_expect (error, FETTLE_STORE_ERROR_NOT_FOUND);
  g_assert_cmpint (fettle_queue_store_find (shop->connection, "A002", NULL, &error), ==, 0);
  shop_file_expect (error, FETTLE_STORE_ERROR_NOT_FOUND);
  left = fettle_queue_store_step (shop->connection, id, FETTLE_TICKET_STEP_LEAVE, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (left->state, ==, FETTLE_TICKET_LEFT);
  then = fettle_queue_store_load (shop->connection, "2026-03-02", &error);
  g_assert_no_error (error);
  g_assert_false (then->is_today);
  g_assert_cmpuint (fettle_queue_n_in (then, FETTLE_TICKET_WAITING), ==, 1);
  g_assert_cmpuint (then->counters->len, ==, 0);
}

/* Who was called to one counter is called again, and served, at another. */
static void
test_other_counter (Shop *shop, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleTicket) again = NULL;
  g_autoptr (FettleTicket) here = NULL;

  take_many (shop, 1);
  expect_call (shop, "1", NULL, "A001");
  again = fettle_queue_store_step (shop->connection, find (shop, "A001"), FETTLE_TICKET_STEP_RECALL, "2", "Bo", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (again->counter, ==, "2");
  g_assert_cmpstr (again->by, ==, "Bo");
  g_assert_cmpint (again->n_calls, ==, 2);
  here = fettle_queue_store_step (shop->connection, again->id, FETTLE_TICKET_STEP_SERVE, "3", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (here->counter, ==, "3");
  g_assert_cmpstr (here->by, ==, "Bo");
  g_assert_null (fettle_queue_store_step (shop->connection, again->id, FETTLE_TICKET_STEP_DONE, " ", NULL, &error));
  g_assert_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_MISSING);
}

/* A counter keeps its lists while it is open, and when it is opened by a call. */
static void
test_counter_keeps_its_lists (Shop *shop, gconstpointer data)
{
  static const char *const only_b[] = { "B", NULL };
  g_autoptr (GError) error = NULL;

  g_assert_true (fettle_queue_store_open_counter (shop->connection, "1", only_b, NULL));
  g_assert_true (fettle_queue_store_close_counter (shop->connection, "1", NULL));
  take_many (shop, 1);
  g_assert_null (fettle_queue_store_call (shop->connection, "1", NULL, NULL, &error));
  shop_file_expect (error, FETTLE_STORE_ERROR_NOT_FOUND);
  g_object_unref (take (shop, "B"));
  expect_call (shop, "1", NULL, "B001");
  {
    g_autoptr (FettleQueue) queue = load (shop);

    g_assert_cmpint (fettle_queue_n_counters (queue, "A"), ==, 0);
    g_assert_cmpint (fettle_queue_n_counters (queue, "B"), ==, 1);
  }
  /* Opened for all of them. */
  g_assert_true (fettle_queue_store_open_counter (shop->connection, "1", NULL, NULL));
  expect_call (shop, "1", NULL, "A001");
}

/* A shop of an older file has no list until somebody needs one; then it has the ready ones, in its language. */
static void
test_ready_lists (Shop *shop, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lists = NULL;

  fettle_connection_execute (shop->connection, "DELETE FROM queue_class", &error);
  g_assert_no_error (error);
  take_many (shop, 1);
  g_assert_true (fettle_queue_store_ensure_classes (shop->connection, NULL));
  lists = fettle_queue_store_list_classes (shop->connection, NULL);
  g_assert_cmpuint (lists->len, ==, 2);
  g_assert_cmpstr (((FettleServiceClass *) lists->pdata[0])->letter, ==, "A");
  g_assert_cmpstr (((FettleServiceClass *) lists->pdata[1])->name, ==, "Collection");
}

/* What other programs look at to see that something changed. */
static void
test_changes_are_counted (Shop *shop, gconstpointer data)
{
  const char *sql = "SELECT coalesce (max (CAST (value AS INTEGER)), 0) FROM setting WHERE key = 'other-changes'";
  gint64 last = shop_file_number (shop->connection, sql);
  g_autoptr (GError) error = NULL;

  take_many (shop, 1);
  g_assert_cmpint (shop_file_number (shop->connection, sql), ==, ++last);
  expect_call (shop, "1", NULL, "A001");
  g_assert_cmpint (shop_file_number (shop->connection, sql), ==, ++last);
  /* What did not come about is no change: neither the counter nor anything else. */
  g_assert_null (fettle_queue_store_call (shop->connection, "7", NULL, "Zoe", &error));
  g_assert_cmpint (shop_file_number (shop->connection, sql), ==, last);
  g_assert_cmpint (shop_file_number (shop->connection, "SELECT count(*) FROM queue_counter WHERE name = '7'"), ==, 0);
  g_assert_cmpint (shop_file_number (shop->connection, "SELECT count(*) FROM staff WHERE name = 'Zoe'"), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  shop_add ("/queue-store/numbers", test_numbers);
  shop_add ("/queue-store/unknown-list", test_unknown_list);
  shop_add ("/queue-store/call-in-order", test_call_in_order);
  shop_add ("/queue-store/counter-serves-its-lists", test_counter_serves_its_lists);
  shop_add ("/queue-store/serve", test_serve);
  shop_add ("/queue-store/not-there", test_not_there);
  shop_add ("/queue-store/next-call-parks", test_next_call_parks);
  shop_add ("/queue-store/priority", test_priority);
  shop_add ("/queue-store/greet-and-leave", test_greet_and_leave);
  shop_add ("/queue-store/estimate", test_estimate);
  shop_add ("/queue-store/day", test_day);
  shop_add ("/queue-store/find", test_find);
  shop_add ("/queue-store/lists", test_lists);
  shop_add ("/queue-store/settings", test_settings);
  shop_add ("/queue-store/link", test_link);
  shop_add ("/queue-store/past-midnight", test_past_midnight);
  shop_add ("/queue-store/yesterday", test_yesterday);
  shop_add ("/queue-store/other-counter", test_other_counter);
  shop_add ("/queue-store/counter-keeps-its-lists", test_counter_keeps_its_lists);
  shop_add ("/queue-store/ready-lists", test_ready_lists);
  shop_add ("/queue-store/changes-are-counted", test_changes_are_counted);
  return g_test_run ();
}
