/* test-queue-desks.c: two hundred counters call from eight processes at once, while tickets are still given out.
 *
 * No ticket is called twice, none is lost, and each process hears its numbers in the order they were given out.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>
#include <unistd.h>

#include "fettle-queue-store.h"
#include "shop.h"

#define N_PROCESSES 8
#define N_EACH      25 /* counters of a process */
#define N_TICKETS   (N_PROCESSES * N_EACH)
#define N_BEFORE    120
#define MESSAGE     16

typedef struct
{
  const char *path;
  int which;
  int n;
  int pipe[2];
} Child;

static int
say (Child *child, const char *number)
{
  char message[MESSAGE] = "";

  g_strlcpy (message, number, sizeof message);
  return write (child->pipe[1], message, sizeof message) == sizeof message ? 0 : 2;
}

static FettleConnection *
join_shop (Child *child)
{
  g_autoptr (GError) error = NULL;
  FettleConnection *connection = fettle_connection_open (child->path, FETTLE_OPEN_EXISTING, &error);

  close (child->pipe[0]);
  fettle_clock_set (SHOP_NOW);
  if (connection == NULL)
    g_printerr ("# process %d: %s\n", child->which, error->message);
  else
    fettle_connection_set_busy_timeout (connection, 60000);
  return connection;
}

/* In the child: each of its counters calls once; where nobody waits yet, it tries again. */
static int
call_from_counters (gpointer data)
{
  Child *child = data;
  g_autoptr (FettleConnection) connection = join_shop (child);

  for (int i = 0; connection != NULL && i < child->n;)
    {
      g_autofree char *counter = g_strdup_printf ("%d", child->which * N_EACH + i + 1);
      g_autoptr (GError) error = NULL;
      g_autoptr (FettleTicket) ticket = fettle_queue_store_call (connection, counter, NULL, "Ada", &error);

      if (ticket == NULL && !g_error_matches (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_NOT_FOUND))
        {
          g_printerr ("# counter %s: %s\n", counter, error->message);
          return 1;
        }
      if (ticket == NULL)
        g_usleep (500);
      else if (say (child, ticket->number) != 0)
        return 2;
      else
        i++;
    }
  return connection != NULL ? 0 : 1;
}

/* In the child: gives out what is still missing. */
static int
give_out (gpointer data)
{
  Child *child = data;
  g_autoptr (FettleConnection) connection = join_shop (child);

  for (int i = 0; connection != NULL && i < child->n; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (FettleTicket) ticket = fettle_queue_store_take (connection, "A", NULL, NULL, &error);

      if (ticket == NULL)
        {
          g_printerr ("# tickets: %s\n", error->message);
          return 1;
        }
      if (say (child, ticket->number) != 0)
        return 2;
    }
  return connection != NULL ? 0 : 1;
}

static void
hear (Child *child, GHashTable *heard)
{
  char number[MESSAGE];
  g_autofree char *last = g_strdup ("");

  while (read (child->pipe[0], number, sizeof number) == sizeof number)
    {
      g_assert_true (g_hash_table_add (heard, g_strdup (number)));
      g_assert_cmpstr (last, <, number);
      g_free (last);
      last = g_strdup (number);
    }
}

static pid_t
start (Child *child, ShopFileChild run)
{
  pid_t pid;

  g_assert_cmpint (pipe (child->pipe), ==, 0);
  pid = shop_file_fork (run, child);
  close (child->pipe[1]);
  return pid;
}

static void
finish (Child *child, pid_t pid, GHashTable *heard)
{
  hear (child, heard);
  g_assert_cmpint (shop_file_wait (pid), ==, 0);
  close (child->pipe[0]);
}

/* In the order of the calls, which is that of the rows of the log kept by a trigger, the numbers rise without a gap. */
static void
check_order (FettleConnection *connection)
{
  g_autoptr (FettleStatement) rows = fettle_connection_prepare (connection, "SELECT number FROM called ORDER BY id");
  int next = 1;

  while (fettle_statement_step (rows, NULL) == FETTLE_STEP_ROW)
    g_assert_cmpint (fettle_statement_int (rows, 0), ==, next++);
  g_assert_cmpint (next - 1, ==, N_TICKETS);
}

static void
test_at_once (Shop *shop, gconstpointer data)
{
  g_autoptr (GHashTable) called = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) given = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (FettleQueueReport) report = NULL;
  g_autoptr (GError) error = NULL;
  Child children[N_PROCESSES + 1] = { 0 };
  pid_t pids[N_PROCESSES + 1];

  fettle_connection_execute (shop->connection,
                             "CREATE TABLE called (id INTEGER PRIMARY KEY, number INTEGER NOT NULL);"
                             "CREATE TRIGGER log_calls AFTER UPDATE OF state ON ticket WHEN NEW.state = 'called'"
                             " BEGIN INSERT INTO called (number) VALUES (NEW.number); END",
                             &error);
  g_assert_no_error (error);
  for (int i = 0; i < N_BEFORE; i++)
    {
      g_autoptr (FettleTicket) ticket = fettle_queue_store_take (shop->connection, "A", NULL, NULL, &error);

      g_assert_no_error (error);
      g_hash_table_add (given, g_strdup (ticket->number));
    }
  for (int i = 0; i <= N_PROCESSES; i++)
    {
      children[i]
          = (Child){ .path = shop->file.path, .which = i, .n = i < N_PROCESSES ? N_EACH : N_TICKETS - N_BEFORE };
      pids[i] = start (&children[i], i < N_PROCESSES ? call_from_counters : give_out);
    }
  for (int i = 0; i <= N_PROCESSES; i++)
    finish (&children[i], pids[i], i < N_PROCESSES ? called : given);

  g_assert_cmpuint (g_hash_table_size (called), ==, N_TICKETS);
  g_assert_cmpuint (g_hash_table_size (given), ==, N_TICKETS);
  check_order (shop->connection);
  g_assert_cmpint (shop_file_number (shop->connection, "SELECT count(DISTINCT counter) FROM ticket"), ==, N_TICKETS);
  g_assert_cmpint (shop_file_number (shop->connection, "SELECT count(*) FROM ticket WHERE n_calls <> 1"), ==, 0);
  report = fettle_queue_store_report (shop->connection, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (report->n_taken, ==, N_TICKETS);
  g_assert_cmpuint (report->overtakes->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  shop_add ("/queue-desks/at-once", test_at_once);
  return g_test_run ();
}
