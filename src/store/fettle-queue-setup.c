/* fettle-queue-setup.c: the lists of the queue, its counters and its settings.
 *
 * Runs on the store's thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-queue-private.h"

#include <glib/gi18n-lib.h>

#include "fettle-clock.h"
#include "fettle-error.h"
#include "fettle-language.h"
#include "fettle-plain-text.h"
#include "fettle-setup-store.h"
#include "fettle-statement.h"
#include "fettle-store-error.h"
#include "fettle-transaction.h"

#define LONGEST_CLASS_NAME 40

/* Keys of settings, what is meant where nothing is set, and what can be set. */
static const struct
{
  const char *key;
  int otherwise;
  int least;
  int most;
} numbers[] = {
  { "queue-return-after", 2, 0, 20 },
  { "queue-greeting-minutes", 5, 1, 120 },
};

static gboolean
load_number (FettleConnection *connection, guint which, int *value, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autofree char *text = fettle_setup_store_get (connection, numbers[which].key, &reason);

  if (reason != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  *value = text != NULL ? (int) g_ascii_strtoll (text, NULL, 10) : numbers[which].otherwise;
  *value = CLAMP (*value, numbers[which].least, numbers[which].most);
  return TRUE;
}

/**
 * fettle_queue_store_load_settings:
 *
 * Returns: (transfer full) (nullable): the settings of the queue
 */
FettleQueueSettings *
fettle_queue_store_load_settings (FettleConnection *connection, GError **error)
{
  g_autoptr (FettleQueueSettings) settings = fettle_queue_settings_new ();

  if (!load_number (connection, 0, &settings->return_after, error)
      || !load_number (connection, 1, &settings->greeting_minutes, error))
    return NULL;
  return g_steal_pointer (&settings);
}

static gboolean
save_number (FettleConnection *connection, guint which, int value, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%d", CLAMP (value, numbers[which].least, numbers[which].most));

  return fettle_setup_store_set (connection, numbers[which].key, text, error);
}

gboolean
fettle_queue_store_save_settings (FettleConnection *connection, FettleQueueSettings *settings, GError **error)
{
  g_autoptr (FettleTransaction) transaction = fettle_transaction_join (connection, G_STRFUNC, error);

  return transaction != NULL && save_number (connection, 0, settings->return_after, error)
         && save_number (connection, 1, settings->greeting_minutes, error)
         && fettle_queue_rows_count_change (connection, error) && fettle_transaction_commit (transaction, error);
}

/* Windows of other programs read again when this grows: a ticket is in no timeline that would tell them. */
gboolean
fettle_queue_rows_count_change (FettleConnection *connection, GError **error)
{
  g_autoptr (FettleStatement) count = fettle_connection_prepare (
      connection, "INSERT INTO setting (key, value) VALUES ('other-changes', '1') ON CONFLICT (key) DO UPDATE SET"
                  " value = CAST (CAST (setting.value AS INTEGER) + 1 AS TEXT)");

  return fettle_statement_run (count, error);
}

/* The ready lists, in the shop's language, unless the shop has some. */
gboolean
fettle_queue_rows_insert_classes (FettleConnection *connection, GError **error)
{
  static const struct
  {
    const char *letter;
    const char *name;
  } ready[]
      = { { "A", NC_ ("list of the queue", "Repair and advice") }, { "B", NC_ ("list of the queue", "Collection") } };
  g_autoptr (FettleStatement) language
      = fettle_connection_prepare (connection, "SELECT language FROM service_point WHERE id = 1");
  FettleLanguage *words = NULL;
  gint64 n_classes = 0;

  if (!fettle_connection_get_int (connection, "SELECT count(*) FROM queue_class", &n_classes, error))
    return FALSE;
  if (n_classes > 0)
    return TRUE;
  if (fettle_statement_step (language, error) != FETTLE_STEP_ROW)
    return FALSE;
  words = fettle_language_get (fettle_statement_text (language, 0));
  for (guint i = 0; i < G_N_ELEMENTS (ready); i++)
    {
      g_autoptr (FettleStatement) insert = fettle_connection_prepare (
          connection, "INSERT INTO queue_class (letter, name, position) VALUES (:letter, :name, :position)");

      fettle_statement_bind_text (insert, ":letter", ready[i].letter);
      fettle_statement_bind_text (insert, ":name",
                                  fettle_language_text_context (words, "list of the queue", ready[i].name));
      fettle_statement_bind_int (insert, ":position", i);
      if (!fettle_statement_run (insert, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * fettle_queue_store_ensure_classes:
 *
 * Gives a shop that has no list yet the ready ones.
 */
gboolean
fettle_queue_store_ensure_classes (FettleConnection *connection, GError **error)
{
  g_autoptr (FettleTransaction) transaction = NULL;
  gint64 n_classes = 0;

  if (!fettle_connection_get_int (connection, "SELECT count(*) FROM queue_class", &n_classes, error))
    return FALSE;
  if (n_classes > 0)
    return TRUE;
  transaction = fettle_transaction_begin (connection, G_STRFUNC, error);
  return transaction != NULL && fettle_queue_rows_insert_classes (connection, error)
         && fettle_transaction_commit (transaction, error);
}

/**
 * fettle_queue_store_list_classes:
 *
 * Returns: (transfer full) (element-type FettleServiceClass) (nullable): all lists in their order, those out of use
 * last
 */
GPtrArray *
fettle_queue_store_list_classes (FettleConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) classes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (FettleStatement) rows = fettle_connection_prepare (
      connection, "SELECT id, letter, name, position, active FROM queue_class ORDER BY active DESC, position, letter");
  FettleStep step;

  while ((step = fettle_statement_step (rows, error)) == FETTLE_STEP_ROW)
    {
      FettleServiceClass *service_class = fettle_service_class_new ();

      service_class->id = fettle_statement_int (rows, 0);
      service_class->letter = fettle_statement_dup (rows, 1);
      service_class->name = fettle_statement_dup (rows, 2);
      service_class->position = (int) fettle_statement_int (rows, 3);
      service_class->active = fettle_statement_boolean (rows, 4);
      g_ptr_array_add (classes, service_class);
    }
  return step == FETTLE_STEP_DONE ? g_steal_pointer (&classes) : NULL;
}

static gboolean
check_class (FettleConnection *connection, FettleServiceClass *service_class, const char *letter, GError **error)
{
  g_autoptr (FettleStatement) other
      = fettle_connection_prepare (connection, "SELECT count(*) FROM queue_class WHERE letter = :letter AND id <> :id");
  g_autoptr (FettleStatement) used
      = fettle_connection_prepare (connection, "SELECT count(*) FROM queue_class WHERE id = :id AND letter <> :letter"
                                               " AND EXISTS (SELECT 1 FROM queue_number WHERE class_id = :id)");

  if (fettle_plain_text_is_blank (service_class->name) || g_utf8_strlen (service_class->name, -1) > LONGEST_CLASS_NAME)
    {
      g_set_error_literal (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID,
                           _ ("A list of the queue needs a name of at most 40 letters."));
      return FALSE;
    }
  fettle_statement_bind_text (other, ":letter", letter);
  fettle_statement_bind_int (other, ":id", service_class->id);
  fettle_statement_bind_text (used, ":letter", letter);
  fettle_statement_bind_int (used, ":id", service_class->id);
  if (fettle_statement_step (other, error) != FETTLE_STEP_ROW || fettle_statement_step (used, error) != FETTLE_STEP_ROW)
    return FALSE;
  if (fettle_statement_int (other, 0) == 0 && fettle_statement_int (used, 0) == 0)
    return TRUE;
  if (fettle_statement_int (other, 0) != 0)
    g_set_error (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_ALREADY,
                 _ ("Another list has the letter %s. Choose a free one."), letter);
  else
    g_set_error_literal (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_CONSTRAINT,
                         _ ("Tickets have this letter already. Take the list out of use and make another."));
  return FALSE;
}

/**
 * fettle_queue_store_save_class:
 * @service_class: with @id 0 for a new one
 *
 * Returns: the row, or 0 with an error: a letter that another list has, or a new letter for a list that gave tickets
 * out
 */
gint64
fettle_queue_store_save_class (FettleConnection *connection, FettleServiceClass *service_class, GError **error)
{
  g_autofree char *letter = fettle_ticket_letter (service_class->letter, error);
  g_autoptr (FettleTransaction) transaction = NULL;
  g_autoptr (FettleStatement) save = NULL;
  gint64 id = service_class->id;

  if (letter == NULL || (transaction = fettle_transaction_join (connection, G_STRFUNC, error)) == NULL
      || !check_class (connection, service_class, letter, error))
    return 0;
  save = fettle_connection_prepare (
      connection,
      id == 0 ? "INSERT INTO queue_class (letter, name, position, active) VALUES (:letter, :name, :position, :active)"
              : "UPDATE queue_class SET letter = :letter, name = :name, position = :position, active = :active"
                " WHERE id = :id");
  fettle_statement_bind_text (save, ":letter", letter);
  fettle_statement_bind_text (save, ":name", service_class->name);
  fettle_statement_bind_int (save, ":position", service_class->position);
  fettle_statement_bind_boolean (save, ":active", service_class->active);
  if (id != 0)
    fettle_statement_bind_int (save, ":id", id);
  if (!fettle_statement_run (save, error))
    return 0;
  if (id == 0)
    id = fettle_connection_last_id (connection);
  return fettle_queue_rows_count_change (connection, error) && fettle_transaction_commit (transaction, error) ? id : 0;
}

/* Whether there is a list for each letter. */
gboolean
fettle_queue_rows_check_letters (FettleConnection *connection, const char *const *letters, GError **error)
{
  for (guint i = 0; letters != NULL && letters[i] != NULL; i++)
    {
      g_autoptr (FettleStatement) row
          = fettle_connection_prepare (connection, "SELECT id FROM queue_class WHERE letter = :letter");
      FettleStep step;

      fettle_statement_bind_text (row, ":letter", letters[i]);
      step = fettle_statement_step (row, error);
      if (step == FETTLE_STEP_DONE)
        g_set_error (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_NOT_FOUND,
                     _ ("The queue has no list with the letter %s."), letters[i]);
      if (step != FETTLE_STEP_ROW)
        return FALSE;
    }
  return TRUE;
}

/* Within the caller's transaction. A counter that is open already stays open since when it was, on the same day. */
gboolean
fettle_queue_rows_open_counter (FettleConnection *connection,
                                const char *name,
                                gboolean with_letters,
                                const char *const *letters,
                                GError **error)
{
  g_autoptr (FettleStatement) row
      = fettle_connection_prepare (connection, "SELECT opened_at, closed_at FROM queue_counter WHERE name = :name");
  g_autoptr (FettleStatement) save = NULL;
  g_autofree char *classes = letters != NULL ? g_strjoinv (",", (char **) letters) : NULL;
  g_autofree char *today = NULL;
  g_autofree char *then = NULL;
  const gint64 now = fettle_clock_now ();
  gint64 opened_at = now;
  FettleStep step;

  fettle_statement_bind_text (row, ":name", name);
  step = fettle_statement_step (row, error);
  if (step == FETTLE_STEP_ERROR || (today = fettle_queue_store_day (connection, now, error)) == NULL)
    return FALSE;
  if (step == FETTLE_STEP_ROW && fettle_statement_int (row, 1) == 0 && fettle_statement_int (row, 0) <= now)
    {
      then = fettle_queue_store_day (connection, fettle_statement_int (row, 0), error);
      if (then == NULL)
        return FALSE;
      opened_at = g_str_equal (then, today) ? fettle_statement_int (row, 0) : now;
    }
  if (step == FETTLE_STEP_ROW && opened_at != now && !with_letters)
    return TRUE;
  save = fettle_connection_prepare (
      connection, "INSERT INTO queue_counter (name, classes, opened_at) VALUES (:name, :classes, :opened_at)"
                  " ON CONFLICT (name) DO UPDATE SET opened_at = excluded.opened_at, closed_at = 0,"
                  " classes = CASE WHEN :with_letters THEN excluded.classes ELSE queue_counter.classes END");
  fettle_statement_bind_text (save, ":name", name);
  fettle_statement_bind_text (save, ":classes", classes);
  fettle_statement_bind_int (save, ":opened_at", opened_at);
  fettle_statement_bind_boolean (save, ":with_letters", with_letters);
  return fettle_statement_run (save, error);
}

/**
 * fettle_queue_store_open_counter:
 * @name: of the counter
 * @letters: (nullable): of the lists it serves from now on, %NULL for all
 *
 * A call opens its counter by itself; this opens one that has not called yet, and says what it serves.
 */
gboolean
fettle_queue_store_open_counter (FettleConnection *connection,
                                 const char *name,
                                 const char *const *letters,
                                 GError **error)
{
  g_autofree char *plain = fettle_ticket_counter_name (name, error);
  g_autoptr (FettleTransaction) transaction = NULL;

  if (plain == NULL || (transaction = fettle_transaction_begin (connection, G_STRFUNC, error)) == NULL)
    return FALSE;
  return fettle_queue_rows_insert_classes (connection, error)
         && fettle_queue_rows_check_letters (connection, letters, error)
         && fettle_queue_rows_open_counter (connection, plain, TRUE, letters, error)
         && fettle_queue_rows_count_change (connection, error) && fettle_transaction_commit (transaction, error);
}

/**
 * fettle_queue_store_close_counter:
 *
 * Returns: %FALSE with %FETTLE_STORE_ERROR_NOT_FOUND where no counter of that name is open
 */
gboolean
fettle_queue_store_close_counter (FettleConnection *connection, const char *name, GError **error)
{
  g_autofree char *plain = fettle_ticket_counter_name (name, error);
  g_autoptr (FettleTransaction) transaction = NULL;
  g_autoptr (FettleStatement) close = NULL;

  if (plain == NULL || (transaction = fettle_transaction_begin (connection, G_STRFUNC, error)) == NULL)
    return FALSE;
  close = fettle_connection_prepare (connection,
                                     "UPDATE queue_counter SET closed_at = :at WHERE name = :name AND closed_at = 0");
  fettle_statement_bind_int (close, ":at", MAX (fettle_clock_now (), 1));
  fettle_statement_bind_text (close, ":name", plain);
  if (!fettle_statement_run (close, error))
    return FALSE;
  if (fettle_connection_changes (connection) == 0)
    {
      g_set_error (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_NOT_FOUND, _ ("The counter “%s” is not open."), plain);
      return FALSE;
    }
  return fettle_queue_rows_count_change (connection, error) && fettle_transaction_commit (transaction, error);
}
