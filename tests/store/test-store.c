/* test-store.c: the store's thread does what it is asked, in the right order, and tells what changed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-store.h"
#include "fettle-draft-store.h"
#include "fettle-statement.h"
#include "fettle-transaction.h"
#include "shop-file.h"

#include <string.h>
#include <unistd.h>

/* The store keeps a count of its own there. */
#define COUNT_SETTINGS "SELECT count(*) FROM setting WHERE key <> 'other-changes'"

static FettleStore *
open_store (ShopFile *file)
{
  g_autoptr (GError) error = NULL;
  FettleStore *store = fettle_store_open (file->path, FETTLE_OPEN_CREATE, &error);

  g_assert_no_error (error);
  return store;
}

static void
close_store (FettleStore *store)
{
  fettle_store_close (store);
  g_assert_finalize_object (store);
}

static gpointer
set_setting (FettleConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (FettleTransaction) transaction = fettle_transaction_begin (connection, G_STRFUNC, error);
  g_autoptr (FettleStatement) statement = NULL;

  if (transaction == NULL)
    return NULL;
  statement = fettle_connection_prepare (connection, "INSERT OR REPLACE INTO setting (key, value) VALUES (:key, 'x')");
  fettle_statement_bind_text (statement, ":key", data);
  if (!fettle_statement_run (statement, error) || !fettle_transaction_commit (transaction, error))
    return NULL;
  return g_strdup (data);
}

static gpointer
count_settings (FettleConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  gint64 number = -1;

  fettle_connection_get_int (connection, COUNT_SETTINGS, &number, error);
  return GINT_TO_POINTER ((int) number);
}

static gpointer
give_thread (FettleConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  return g_thread_self ();
}

static gpointer
give_nothing (FettleConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  return NULL;
}

static gpointer
fail (FettleConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  g_set_error_literal (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_CONFLICT, "no");
  return NULL;
}

static void
test_sync (ShopFile *file, gconstpointer data)
{
  FettleStore *store = open_store (file);
  g_autoptr (GError) error = NULL;
  g_autofree char *key = fettle_store_call (store, set_setting, (gpointer) "a", &error);
  gpointer thread = fettle_store_call (store, give_thread, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (key, ==, "a");
  g_assert_true (thread != g_thread_self ());
  g_assert_true (thread == fettle_store_call (store, give_thread, NULL, &error));
  g_assert_cmpint (GPOINTER_TO_INT (fettle_store_call (store, count_settings, NULL, &error)), ==, 1);
  g_assert_null (fettle_store_call (store, give_nothing, NULL, &error));
  g_assert_no_error (error);
  g_assert_null (fettle_store_call (store, fail, NULL, &error));
  shop_file_expect (error, FETTLE_STORE_ERROR_CONFLICT);
  g_assert_cmpstr (fettle_store_get_path (store), ==, file->path);
  g_assert_cmpint (fettle_store_get_mode (store), ==, FETTLE_OPEN_CREATE);
  close_store (store);
}

static void
test_open_refused (ShopFile *file, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleStore) store = fettle_store_open (file->path, FETTLE_OPEN_EXISTING, &error);

  g_assert_null (store);
  shop_file_expect (error, FETTLE_STORE_ERROR_NOT_FOUND);
}

typedef struct
{
  GMainLoop *loop;
  int n_left;
  GString *order;
  FettleStore *store;
  GError *error;
  gpointer result;
} Waiting;

static void
wait_for (Waiting *waiting, int n)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  waiting->loop = loop;
  waiting->n_left = n;
  if (n > 0)
    g_main_loop_run (loop);
}

static void
one_less (Waiting *waiting)
{
  if (--waiting->n_left == 0)
    g_main_loop_quit (waiting->loop);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  Waiting *waiting = data;

  waiting->store = fettle_store_open_finish (result, &waiting->error);
  one_less (waiting);
}

static void
test_open_async (ShopFile *file, gconstpointer data)
{
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  Waiting waiting = { 0 };

  fettle_store_open_async (file->path, FETTLE_OPEN_EXISTING, NULL, on_opened, &waiting);
  wait_for (&waiting, 1);
  g_assert_null (waiting.store);
  shop_file_expect (waiting.error, FETTLE_STORE_ERROR_NOT_FOUND);

  g_cancellable_cancel (cancelled);
  fettle_store_open_async (file->path, FETTLE_OPEN_CREATE, cancelled, on_opened, &waiting);
  wait_for (&waiting, 1);
  g_assert_null (waiting.store);
  g_assert_error (waiting.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&waiting.error);

  fettle_store_open_async (file->path, FETTLE_OPEN_CREATE, NULL, on_opened, &waiting);
  wait_for (&waiting, 1);
  g_assert_no_error (waiting.error);
  g_assert_true (FETTLE_IS_STORE (waiting.store));
  close_store (waiting.store);
}

static void
on_called (GObject *source, GAsyncResult *result, gpointer data)
{
  Waiting *waiting = data;

  g_clear_error (&waiting->error);
  waiting->result = fettle_store_call_finish (FETTLE_STORE (source), result, &waiting->error);
  one_less (waiting);
}

static int n_freed;

static void
count_freed (gpointer data)
{
  g_atomic_int_inc (&n_freed);
  g_free (data);
}

static void
test_async (ShopFile *file, gconstpointer data)
{
  FettleStore *store = open_store (file);
  Waiting waiting = { 0 };

  g_atomic_int_set (&n_freed, 0);
  fettle_store_call_async (store, set_setting, g_strdup ("a"), count_freed, g_free, NULL, on_called, &waiting);
  wait_for (&waiting, 1);
  g_assert_no_error (waiting.error);
  g_assert_cmpstr (waiting.result, ==, "a");
  g_free (waiting.result);
  g_assert_cmpint (g_atomic_int_get (&n_freed), ==, 1);

  fettle_store_call_async (store, fail, NULL, NULL, NULL, NULL, on_called, &waiting);
  wait_for (&waiting, 1);
  shop_file_expect (waiting.error, FETTLE_STORE_ERROR_CONFLICT);
  fettle_store_call_async (store, give_nothing, NULL, NULL, NULL, NULL, on_called, &waiting);
  wait_for (&waiting, 1);
  g_assert_no_error (waiting.error);
  g_assert_null (waiting.result);
  close_store (store);
}

/* A gate that keeps the store's thread busy until it is opened. */
typedef struct
{
  GMutex mutex;
  GCond cond;
  gboolean is_reached;
  gboolean is_open;
} Gate;

static gpointer
wait_at_gate (FettleConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Gate *gate = data;

  g_mutex_lock (&gate->mutex);
  gate->is_reached = TRUE;
  g_cond_broadcast (&gate->cond);
  while (!gate->is_open)
    g_cond_wait (&gate->cond, &gate->mutex);
  g_mutex_unlock (&gate->mutex);
  return NULL;
}

static void
gate_wait_reached (Gate *gate)
{
  g_mutex_lock (&gate->mutex);
  while (!gate->is_reached)
    g_cond_wait (&gate->cond, &gate->mutex);
  g_mutex_unlock (&gate->mutex);
}

static void
gate_open (Gate *gate)
{
  g_mutex_lock (&gate->mutex);
  gate->is_open = TRUE;
  g_cond_broadcast (&gate->cond);
  g_mutex_unlock (&gate->mutex);
}

static GString *order;

static gpointer
note_order (FettleConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  g_string_append (order, data);
  return NULL;
}

static void
test_urgent_first (ShopFile *file, gconstpointer data)
{
  FettleStore *store = open_store (file);
  Waiting waiting = { 0 };
  Gate gate = { 0 };

  order = g_string_new (NULL);
  fettle_store_call_async (store, wait_at_gate, &gate, NULL, NULL, NULL, on_called, &waiting);
  gate_wait_reached (&gate);
  fettle_store_call_async (store, note_order, (gpointer) "a", NULL, NULL, NULL, on_called, &waiting);
  fettle_store_call_async (store, note_order, (gpointer) "b", NULL, NULL, NULL, on_called, &waiting);
  fettle_store_call_urgent_async (store, note_order, (gpointer) "1", NULL, NULL, NULL, on_called, &waiting);
  fettle_store_call_urgent_async (store, note_order, (gpointer) "2", NULL, NULL, NULL, on_called, &waiting);
  gate_open (&gate);
  wait_for (&waiting, 5);
  g_assert_cmpstr (order->str, ==, "12ab");
  g_string_free (order, TRUE);
  close_store (store);
}

static gpointer
run_endless (FettleConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  gint64 number;

  g_atomic_int_set ((int *) data, TRUE);
  fettle_connection_get_int (connection,
                             "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n",
                             &number, error);
  return NULL;
}

/* A newer search stops the older one, wherever it is: running or still in the queue. */
static void
test_cancel (ShopFile *file, gconstpointer data)
{
  FettleStore *store = open_store (file);
  g_autoptr (GCancellable) running = g_cancellable_new ();
  g_autoptr (GCancellable) queued = g_cancellable_new ();
  Waiting first = { 0 }, second = { 0 }, third = { 0 };
  g_autoptr (GError) error = NULL;
  int is_running = FALSE;
  int is_queued_running = FALSE;

  fettle_store_call_urgent_async (store, run_endless, &is_running, NULL, NULL, running, on_called, &first);
  fettle_store_call_urgent_async (store, run_endless, &is_queued_running, NULL, NULL, queued, on_called, &second);
  fettle_store_call_async (store, count_settings, NULL, NULL, NULL, NULL, on_called, &third);
  while (!g_atomic_int_get (&is_running))
    g_usleep (100);
  g_cancellable_cancel (queued);
  g_cancellable_cancel (running);
  wait_for (&third, 1);
  g_assert_error (first.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_error (second.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (is_queued_running);
  g_assert_no_error (third.error);
  g_clear_error (&first.error);
  g_clear_error (&second.error);

  /* The next caller is not cancelled with it. */
  g_assert_cmpint (GPOINTER_TO_INT (fettle_store_call (store, count_settings, NULL, &error)), ==, 0);
  close_store (store);
}

/* A save that was done is told as done, even if its caller gave up a moment later. */
static gpointer
set_then_cancel (FettleConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  gpointer result = set_setting (connection, (gpointer) "done", cancellable, error);

  g_cancellable_cancel (cancellable);
  return result;
}

static void
test_cancelled_too_late (ShopFile *file, gconstpointer data)
{
  FettleStore *store = open_store (file);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Waiting waiting = { 0 };

  fettle_store_call_async (store, set_then_cancel, NULL, NULL, g_free, cancellable, on_called, &waiting);
  wait_for (&waiting, 1);
  g_assert_no_error (waiting.error);
  g_assert_cmpstr (waiting.result, ==, "done");
  g_free (waiting.result);
  close_store (store);
}

/* Closing waits for what is queued; later calls fail, and their data is freed. */
static void
test_close_waits (ShopFile *file, gconstpointer data)
{
  FettleStore *store = open_store (file);
  Waiting waiting = { 0 };
  g_autoptr (GError) error = NULL;

  g_atomic_int_set (&n_freed, 0);
  for (int i = 0; i < 50; i++)
    fettle_store_call_async (store, set_setting, g_strdup_printf ("%d", i), count_freed, count_freed, NULL, NULL, NULL);
  fettle_store_close (store);
  g_assert_cmpint (shop_file_number_in (file->path, COUNT_SETTINGS), ==, 50);
  g_assert_cmpint (g_atomic_int_get (&n_freed), >=, 50);

  g_assert_null (fettle_store_call (store, count_settings, NULL, &error));
  shop_file_expect (error, FETTLE_STORE_ERROR_FAILED);
  fettle_store_call_async (store, set_setting, g_strdup ("late"), count_freed, g_free, NULL, on_called, &waiting);
  wait_for (&waiting, 1);
  shop_file_expect (waiting.error, FETTLE_STORE_ERROR_FAILED);
  /* The results that nobody fetched are freed too. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpint (g_atomic_int_get (&n_freed), ==, 101);
  fettle_store_close (store);
  close_store (store);
}

/* A store that is dropped without being closed closes itself. */
static void
test_dropped (ShopFile *file, gconstpointer data)
{
  FettleStore *store = open_store (file);
  g_autofree char *log = g_strconcat (file->path, "-wal", NULL);

  g_free (fettle_store_call (store, set_setting, (gpointer) "a", NULL));
  g_assert_true (g_file_test (log, G_FILE_TEST_EXISTS));
  g_assert_finalize_object (store);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
}

/* What "changed" said, until something expected has come. */
typedef struct
{
  GMainLoop *loop;
  GHashTable *jobs;
  int n_emissions;
  int n_everything;
  guint n_jobs_wanted;
  int n_everything_wanted;
  GThread *thread;
} News;

static void
on_changed (FettleStore *store, GArray *ids, News *news)
{
  news->thread = g_thread_self ();
  news->n_emissions++;
  news->n_everything += ids->len == 0;
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (news->jobs, GINT_TO_POINTER ((int) g_array_index (ids, gint64, i)));
  for (guint i = 1; i < ids->len; i++)
    g_assert_cmpint (g_array_index (ids, gint64, i - 1), <, g_array_index (ids, gint64, i));
  if (g_hash_table_size (news->jobs) >= news->n_jobs_wanted && news->n_everything >= news->n_everything_wanted)
    g_main_loop_quit (news->loop);
}

static void
news_init (News *news, FettleStore *store)
{
  *news = (News){ 0 };
  news->loop = g_main_loop_new (NULL, FALSE);
  news->jobs = g_hash_table_new (NULL, NULL);
  g_signal_connect (store, "changed", G_CALLBACK (on_changed), news);
}

static void
news_clear (News *news)
{
  g_main_loop_unref (news->loop);
  g_hash_table_unref (news->jobs);
}

/* A timeline entry as far as the store looks at it. */
static gboolean
add_events (FettleConnection *connection, int first_job, int last_job, GError **error)
{
  g_autofree char *sql
      = g_strdup_printf ("PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE;"
                         "WITH RECURSIVE n (i) AS (SELECT %d UNION ALL SELECT i + 1 FROM n WHERE i < %d) "
                         "INSERT INTO event (job_id, seq, at, entered_at, what, customer_may_read, "
                         "details, hash) SELECT i, (SELECT count(*) FROM event) + i, 0, 0, 'note', 0, "
                         "'{}', 'h' FROM n; COMMIT; PRAGMA foreign_keys = ON",
                         first_job, last_job);

  return fettle_connection_execute (connection, sql, error);
}

static gpointer
add_two_jobs (FettleConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  add_events (connection, 7, 8, error);
  return NULL;
}

static void
test_own_changes (ShopFile *file, gconstpointer data)
{
  FettleStore *store = open_store (file);
  g_autoptr (GError) error = NULL;
  News news;

  news_init (&news, store);
  news.n_everything_wanted = 1;
  g_free (fettle_store_call (store, set_setting, (gpointer) "a", &error));
  g_main_loop_run (news.loop);
  g_assert_true (news.thread == g_thread_self ());

  news.n_jobs_wanted = 2;
  fettle_store_call (store, add_two_jobs, NULL, &error);
  g_assert_no_error (error);
  g_main_loop_run (news.loop);
  g_assert_true (g_hash_table_contains (news.jobs, GINT_TO_POINTER (7)));
  g_assert_true (g_hash_table_contains (news.jobs, GINT_TO_POINTER (8)));
  g_assert_cmpint (news.n_everything, ==, 1);
  close_store (store);
  news_clear (&news);
}

typedef struct
{
  const char *path;
  int go[2];
} OtherDesk;

static gpointer
add_three_jobs (FettleConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  add_events (connection, 3, 5, error);
  return NULL;
}

static gpointer
add_very_many (FettleConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  add_events (connection, 1, 5000, error);
  return NULL;
}

static gpointer
save_draft (FettleConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  static int n_saved = 0;
  g_autofree char *content = g_strdup_printf ("typed %d", n_saved++);

  fettle_draft_store_save (connection, "intake", "new", NULL, content, error);
  return NULL;
}

/* Waits for a letter on the pipe, changes something, and waits for the next. */
static int
work_at_other_desk (gpointer data)
{
  OtherDesk *desk = data;
  g_autoptr (FettleStore) store = NULL;
  g_autoptr (GError) error = NULL;
  char letter;

  close (desk->go[1]);
  while (error == NULL && read (desk->go[0], &letter, 1) == 1)
    {
      if (store == NULL)
        store = fettle_store_open (desk->path, FETTLE_OPEN_EXISTING, &error);
      if (store == NULL)
        break;
      if (letter == 'e')
        fettle_store_call (store, add_three_jobs, NULL, &error);
      else if (letter == 'm')
        fettle_store_call (store, add_very_many, NULL, &error);
      else if (letter == 'd')
        fettle_store_call (store, save_draft, NULL, &error);
      else
        g_free (fettle_store_call (store, set_setting, (gpointer) "other", &error));
    }
  return error == NULL ? 0 : 1;
}

static void
send_letter (OtherDesk *desk, const char *letter)
{
  g_assert_cmpint (write (desk->go[1], letter, 1), ==, 1);
}

static void
test_changes_of_another_program (ShopFile *file, gconstpointer data)
{
  OtherDesk desk = { .path = file->path };
  FettleStore *store;
  News news;
  pid_t child;

  g_assert_cmpint (pipe (desk.go), ==, 0);
  child = shop_file_fork (work_at_other_desk, &desk);
  close (desk.go[0]);
  store = open_store (file);
  news_init (&news, store);

  news.n_jobs_wanted = 3;
  send_letter (&desk, "e");
  g_main_loop_run (news.loop);
  for (int id = 3; id <= 5; id++)
    g_assert_true (g_hash_table_contains (news.jobs, GINT_TO_POINTER (id)));
  g_assert_cmpint (news.n_everything, ==, 0);

  /* What somebody types there is not for us; the setting that they save after it is. */
  news.n_everything_wanted = 1;
  send_letter (&desk, "d");
  send_letter (&desk, "s");
  g_main_loop_run (news.loop);
  g_assert_cmpint (news.n_everything, ==, 1);
  g_assert_cmpuint (g_hash_table_size (news.jobs), ==, 3);
  /* An import of very many: read everything again. */
  news.n_everything_wanted = 2;
  send_letter (&desk, "m");
  g_main_loop_run (news.loop);
  g_assert_cmpuint (g_hash_table_size (news.jobs), <, 100);

  close (desk.go[1]);
  g_assert_cmpint (shop_file_wait (child), ==, 0);
  close_store (store);
  news_clear (&news);
}

/* A draft, and what was notified, is nothing that a window shows. */
static void
test_quiet (ShopFile *file, gconstpointer data)
{
  FettleStore *store = open_store (file);
  g_autoptr (GError) error = NULL;
  News news;

  news_init (&news, store);
  for (int i = 0; i < 5; i++)
    fettle_store_call (store, save_draft, NULL, &error);
  g_assert_no_error (error);
  /* What follows is told, and was not waiting behind what was not. */
  news.n_jobs_wanted = 2;
  fettle_store_call (store, add_two_jobs, NULL, &error);
  g_main_loop_run (news.loop);
  g_assert_cmpint (news.n_everything, ==, 0);
  g_assert_cmpint (news.n_emissions, ==, 1);
  close_store (store);
  news_clear (&news);
}

/* A hundred saves in a row are a few pieces of news. */
static void
test_gathered (ShopFile *file, gconstpointer data)
{
  FettleStore *store = open_store (file);
  Waiting waiting = { 0 };
  News news;

  news_init (&news, store);
  for (int i = 0; i < 100; i++)
    fettle_store_call_async (store, set_setting, g_strdup_printf ("%d", i), g_free, g_free, NULL, NULL, NULL);
  fettle_store_call_async (store, give_nothing, NULL, NULL, NULL, NULL, on_called, &waiting);
  wait_for (&waiting, 1);
  g_assert_cmpint (news.n_emissions, <, 100);
  news.n_everything_wanted = news.n_everything + 1;
  g_free (fettle_store_call (store, set_setting, (gpointer) "last", NULL));
  g_main_loop_run (news.loop);
  close_store (store);
  news_clear (&news);
}

/* Nothing that only reads is news, nor what was taken back. */
static void
test_no_news (ShopFile *file, gconstpointer data)
{
  FettleStore *store = open_store (file);
  News news;

  news_init (&news, store);
  for (int i = 0; i < 10; i++)
    fettle_store_call (store, count_settings, NULL, NULL);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpint (news.n_emissions, ==, 0);
  /* After closing nothing is told any more. */
  g_free (fettle_store_call (store, set_setting, (gpointer) "a", NULL));
  fettle_store_close (store);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpint (news.n_emissions, ==, 0);
  close_store (store);
  news_clear (&news);
}

typedef struct
{
  int n_left;
  int n_runs;
} IdleWork;

static gboolean
do_idle (FettleConnection *connection, gpointer data)
{
  IdleWork *work = data;

  g_atomic_int_inc (&work->n_runs);
  fettle_connection_execute (connection, "INSERT OR REPLACE INTO setting VALUES ('idle', 'work')", NULL);
  return g_atomic_int_dec_and_test (&work->n_left) ? FALSE : g_atomic_int_get (&work->n_left) > 0;
}

static gpointer
note_runs (FettleConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  IdleWork *work = data;

  return GINT_TO_POINTER (g_atomic_int_get (&work->n_runs));
}

static void
wait_for_runs (IdleWork *work, int n)
{
  while (g_atomic_int_get (&work->n_runs) < n)
    g_usleep (100);
}

static void
test_idle (ShopFile *file, gconstpointer data)
{
  FettleStore *store = open_store (file);
  IdleWork work = { .n_left = 5 };
  Gate gate = { 0 };
  News news;

  news_init (&news, store);
  fettle_store_call_async (store, wait_at_gate, &gate, NULL, NULL, NULL, NULL, NULL);
  gate_wait_reached (&gate);
  fettle_store_set_idle (store, do_idle, &work);
  fettle_store_call_async (store, note_runs, &work, NULL, NULL, NULL, NULL, NULL);
  gate_open (&gate);
  wait_for_runs (&work, 5);
  /* It is done, and what it wrote is no news. */
  g_assert_cmpint (GPOINTER_TO_INT (fettle_store_call (store, note_runs, &work, NULL)), ==, 5);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpint (news.n_emissions, ==, 0);

  /* A change wakes it again, once. */
  g_free (fettle_store_call (store, set_setting, (gpointer) "a", NULL));
  wait_for_runs (&work, 6);
  fettle_store_set_idle (store, NULL, NULL);
  g_free (fettle_store_call (store, set_setting, (gpointer) "b", NULL));
  g_assert_cmpint (GPOINTER_TO_INT (fettle_store_call (store, note_runs, &work, NULL)), ==, 6);
  close_store (store);
  news_clear (&news);
}

/* Queued work goes before idle work, however much of that there is. */
static void
test_idle_gives_way (ShopFile *file, gconstpointer data)
{
  FettleStore *store = open_store (file);
  IdleWork work = { .n_left = G_MAXINT };

  fettle_store_set_idle (store, do_idle, &work);
  wait_for_runs (&work, 1);
  for (int i = 0; i < 20; i++)
    g_assert_cmpint (GPOINTER_TO_INT (fettle_store_call (store, count_settings, NULL, NULL)), ==, 1);
  close_store (store);
}

static void
test_read_only (ShopFile *file, gconstpointer data)
{
  FettleStore *store = open_store (file);
  g_autoptr (GError) error = NULL;

  g_free (fettle_store_call (store, set_setting, (gpointer) "a", NULL));
  close_store (store);
  store = fettle_store_open (file->path, FETTLE_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_cmpint (GPOINTER_TO_INT (fettle_store_call (store, count_settings, NULL, &error)), ==, 1);
  g_assert_null (fettle_store_call (store, set_setting, (gpointer) "b", &error));
  shop_file_expect (error, FETTLE_STORE_ERROR_READ_ONLY);
  close_store (store);
}

/* The last reference is dropped by the store's own thread. */
static gpointer
hold_store (FettleConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  return NULL;
}

static void
test_dropped_on_its_thread (ShopFile *file, gconstpointer data)
{
  FettleStore *store = open_store (file);
  gpointer watched = store;
  Waiting waiting = { 0 };

  g_object_add_weak_pointer (G_OBJECT (store), &watched);
  fettle_store_call_async (store, hold_store, store, g_object_unref, NULL, NULL, on_called, &waiting);
  wait_for (&waiting, 1);
  while (g_atomic_pointer_get (&watched) != NULL)
    g_main_context_iteration (NULL, FALSE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  shop_file_add ("/store/sync", test_sync);
  shop_file_add ("/store/open-refused", test_open_refused);
  shop_file_add ("/store/open-async", test_open_async);
  shop_file_add ("/store/async", test_async);
  shop_file_add ("/store/urgent-first", test_urgent_first);
  shop_file_add ("/store/cancel", test_cancel);
  shop_file_add ("/store/cancelled-too-late", test_cancelled_too_late);
  shop_file_add ("/store/close-waits", test_close_waits);
  shop_file_add ("/store/dropped", test_dropped);
  shop_file_add ("/store/own-changes", test_own_changes);
  shop_file_add ("/store/changes-of-another-program", test_changes_of_another_program);
  shop_file_add ("/store/quiet", test_quiet);
  shop_file_add ("/store/gathered", test_gathered);
  shop_file_add ("/store/no-news", test_no_news);
  shop_file_add ("/store/idle", test_idle);
  shop_file_add ("/store/idle-gives-way", test_idle_gives_way);
  shop_file_add ("/store/read-only", test_read_only);
  shop_file_add ("/store/dropped-on-its-thread", test_dropped_on_its_thread);
  return g_test_run ();
}
