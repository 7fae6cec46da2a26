/* fettle-customer-store.c: how customers are kept and found.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-customer-store.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "fettle-clock.h"
#include "fettle-customer-word-store.h"
#include "fettle-merge.h"
#include "fettle-phone.h"
#include "fettle-plain-text.h"
#include "fettle-search-store.h"
#include "fettle-search-text.h"
#include "fettle-setup-store.h"
#include "fettle-statement.h"
#include "fettle-store-error.h"
#include "fettle-transaction.h"

#define CUSTOMER_COLUMNS                                                                                               \
  "c.id, c.revision, c.name, c.email, c.address, c.language, c.channel, c.note, c.created_at, c.n_jobs, "              \
  "c.last_job_at,"                                                                                                     \
  " c.segment, c.referral, c.story"

static FettleCustomer *
read_customer (FettleStatement *row)
{
  FettleCustomer *customer = fettle_customer_new ();

  customer->id = fettle_statement_int (row, 0);
  customer->revision = fettle_statement_int (row, 1);
  customer->name = fettle_statement_dup (row, 2);
  customer->email = fettle_statement_dup (row, 3);
  customer->address = fettle_statement_dup (row, 4);
  customer->language = fettle_statement_dup (row, 5);
  customer->channel = fettle_statement_dup (row, 6);
  customer->note = fettle_statement_dup (row, 7);
  customer->created_at = fettle_statement_int (row, 8);
  customer->n_jobs = fettle_statement_int (row, 9);
  customer->last_job_at = fettle_statement_int (row, 10);
  customer->segment = fettle_statement_dup (row, 11);
  customer->referral = fettle_statement_dup (row, 12);
  customer->story = fettle_statement_dup (row, 13);
  return customer;
}

static gboolean
read_phones (FettleConnection *connection, FettleCustomer *customer, GError **error)
{
  g_autoptr (FettleStatement) rows
      = fettle_connection_prepare (connection,
                                   "SELECT phone FROM customer_phone WHERE customer_id = :id ORDER BY position");
  g_autoptr (GStrvBuilder) phones = g_strv_builder_new ();
  FettleStep step;

  fettle_statement_bind_int (rows, ":id", customer->id);
  while ((step = fettle_statement_step (rows, error)) == FETTLE_STEP_ROW)
    g_strv_builder_add (phones, fettle_statement_text (rows, 0));
  if (step == FETTLE_STEP_DONE)
    customer->phones = g_strv_builder_end (phones);
  return step == FETTLE_STEP_DONE;
}

static GPtrArray *
read_customers (FettleConnection *connection, FettleStatement *rows, GError **error)
{
  g_autoptr (GPtrArray) customers = g_ptr_array_new_with_free_func (g_object_unref);
  FettleStep step;

  while ((step = fettle_statement_step (rows, error)) == FETTLE_STEP_ROW)
    g_ptr_array_add (customers, read_customer (rows));
  if (step != FETTLE_STEP_DONE)
    return NULL;
  for (guint i = 0; i < customers->len; i++)
    if (!read_phones (connection, customers->pdata[i], error))
      return NULL;
  return g_steal_pointer (&customers);
}

/**
 * fettle_customer_store_load:
 *
 * Returns: (transfer full) (nullable): the customer; one who was merged into another is that other
 */
FettleCustomer *
fettle_customer_store_load (FettleConnection *connection, gint64 customer_id, GError **error)
{
  g_autoptr (FettleStatement) row
      = fettle_connection_prepare (connection, "SELECT " CUSTOMER_COLUMNS " FROM customer c WHERE c.id ="
                                               " (SELECT coalesce(merged_into, id) FROM customer WHERE id = :id)");
  g_autoptr (GPtrArray) found = NULL;

  fettle_statement_bind_int (row, ":id", customer_id);
  found = read_customers (connection, row, error);
  if (found == NULL)
    return NULL;
  if (found->len == 0)
    {
      g_set_error (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_NOT_FOUND, "no customer in row %" G_GINT64_FORMAT,
                   customer_id);
      return NULL;
    }
  return g_object_ref (found->pdata[0]);
}

static gboolean
has_phone (FettleCustomer *customer, const char *phone)
{
  for (guint i = 0; customer->phones != NULL && customer->phones[i] != NULL; i++)
    if (fettle_phone_equal (customer->phones[i], phone))
      return TRUE;
  return FALSE;
}

/* Who has two phones of one key comes twice, one after the other. */
static gboolean
is_repeated (GPtrArray *customers, guint i)
{
  return i > 0 && ((FettleCustomer *) customers->pdata[i])->id == ((FettleCustomer *) customers->pdata[i - 1])->id;
}

/**
 * fettle_customer_store_find_by_phone:
 * @phone: in any dressing
 *
 * Returns: (transfer full) (element-type FettleCustomer) (nullable): whoever has that number, the latest visitor first
 */
GPtrArray *
fettle_customer_store_find_by_phone (FettleConnection *connection, const char *phone, GError **error)
{
  g_autofree char *key = fettle_phone_key (phone);
  g_autoptr (FettleStatement) rows = fettle_connection_prepare (
      connection, "SELECT " CUSTOMER_COLUMNS " FROM customer_phone p JOIN customer c ON c.id = p.customer_id"
                  " WHERE p.phone_key = :key AND c.merged_into IS NULL ORDER BY c.last_job_at DESC, c.id DESC");
  g_autoptr (GPtrArray) found = NULL;

  fettle_statement_bind_text (rows, ":key", key);
  found = read_customers (connection, rows, error);
  for (guint i = found != NULL ? found->len : 0; i > 0; i--)
    if (is_repeated (found, i - 1) || !has_phone (found->pdata[i - 1], phone))
      g_ptr_array_remove_index (found, i - 1);
  return g_steal_pointer (&found);
}

/* The ones whose name begins with the words, whose phone it is, or whose jobs have the words in them. */
static GPtrArray *
search_customers (FettleConnection *connection, const char *search, int limit, GError **error)
{
  g_autofree char *key = fettle_search_normalise (search);
  g_autofree char *end = g_strconcat (key, "\xf4\x8f\xbf\xbf", NULL);
  g_autofree char *phone_key = fettle_phone_key (search);
  g_autoptr (GPtrArray) jobs = fettle_search_store_find (connection, search, 0, limit * 3, error);
  g_autoptr (GString) ids = g_string_new ("0");
  g_autofree char *sql = NULL;
  g_autoptr (FettleStatement) rows = NULL;

  if (jobs == NULL)
    return NULL;
  /* Only whole numbers out of our own rows are written into the statement; everything typed is bound. */
  for (guint i = 0; i < jobs->len; i++)
    g_string_append_printf (ids, ", %" G_GINT64_FORMAT, ((FettleJobSummary *) jobs->pdata[i])->customer_id);
  sql = g_strdup_printf ("SELECT " CUSTOMER_COLUMNS " FROM customer c WHERE c.id IN (%s) AND c.merged_into IS NULL"
                         " UNION SELECT " CUSTOMER_COLUMNS " FROM customer c WHERE c.name_key >= :key"
                         " AND c.name_key < :end AND c.merged_into IS NULL"
                         " UNION SELECT " CUSTOMER_COLUMNS " FROM customer c JOIN customer_phone p"
                         " ON p.customer_id = c.id WHERE p.phone_key = :phone AND c.merged_into IS NULL"
                         " ORDER BY 11 DESC, 1 DESC LIMIT :limit",
                         ids->str);
  rows = fettle_connection_prepare (connection, sql);
  fettle_statement_bind_text (rows, ":key", key);
  fettle_statement_bind_text (rows, ":end", end);
  fettle_statement_bind_text (rows, ":phone", *phone_key != '\0' ? phone_key : NULL);
  fettle_statement_bind_int (rows, ":limit", limit);
  return read_customers (connection, rows, error);
}

/**
 * fettle_customer_store_list:
 * @search: (nullable): words, a phone, part of a serial: whatever finds one of their jobs finds them
 * @after_key: (nullable): name of the last one of the page before, as fettle_search_normalise() writes it
 * @after_id: row of the last one of the page before, or 0
 *
 * Returns: (transfer full) (element-type FettleCustomer) (nullable): by name, or with @search the latest visitor first
 */
GPtrArray *
fettle_customer_store_list (FettleConnection *connection,
                            const char *search,
                            const char *after_key,
                            gint64 after_id,
                            int limit,
                            GError **error)
{
  g_autoptr (FettleStatement) rows = NULL;

  if (search != NULL && *search != '\0')
    return search_customers (connection, search, limit, error);
  rows
      = fettle_connection_prepare (connection, "SELECT " CUSTOMER_COLUMNS " FROM customer c WHERE c.merged_into IS NULL"
                                               " AND (c.name_key, c.id) > (:key, :id)"
                                               " ORDER BY c.name_key, c.id LIMIT :limit");
  fettle_statement_bind_text (rows, ":key", after_key != NULL ? after_key : "");
  fettle_statement_bind_int (rows, ":id", after_id);
  fettle_statement_bind_int (rows, ":limit", limit);
  return read_customers (connection, rows, error);
}

/**
 * fettle_customer_store_list_of_word:
 * @list: segment or referral
 * @id: word of it
 *
 * Returns: (transfer full) (element-type FettleCustomer) (nullable): of whom it was said, by name
 */
GPtrArray *
fettle_customer_store_list_of_word (FettleConnection *connection,
                                    const char *list,
                                    const char *id,
                                    int limit,
                                    GError **error)
{
  g_autoptr (FettleStatement) rows
      = fettle_connection_prepare (connection, g_str_equal (list, FETTLE_CUSTOMER_SEGMENT)
                                                   ? "SELECT " CUSTOMER_COLUMNS
                                                     " FROM customer c WHERE c.segment = :id AND c.merged_into IS NULL"
                                                     " ORDER BY c.name_key, c.id LIMIT :limit"
                                                   : "SELECT " CUSTOMER_COLUMNS
                                                     " FROM customer c WHERE c.referral = :id AND c.merged_into IS NULL"
                                                     " ORDER BY c.name_key, c.id LIMIT :limit");

  fettle_statement_bind_text (rows, ":id", id);
  fettle_statement_bind_int (rows, ":limit", limit);
  return read_customers (connection, rows, error);
}

static gboolean
insert_phones (FettleConnection *connection, gint64 customer_id, GStrv phones, GError **error)
{
  g_autoptr (FettleStatement) insert
      = fettle_connection_prepare (connection, "INSERT INTO customer_phone (customer_id, position, phone, phone_key)"
                                               " VALUES (:id, :position, :phone, :key)");
  int position = 0;

  for (guint i = 0; phones != NULL && phones[i] != NULL; i++)
    {
      g_autofree char *key = fettle_phone_key (phones[i]);
      g_autofree char *phone = g_strstrip (g_strdup (phones[i]));

      if (*phone == '\0')
        continue;
      fettle_statement_bind_int (insert, ":id", customer_id);
      fettle_statement_bind_int (insert, ":position", position++);
      fettle_statement_bind_text (insert, ":phone", phone);
      fettle_statement_bind_text (insert, ":key", key);
      if (!fettle_statement_run (insert, error))
        return FALSE;
      fettle_statement_reset (insert);
    }
  return TRUE;
}

static gboolean
save_phones (FettleConnection *connection, gint64 customer_id, GStrv phones, GError **error)
{
  g_autoptr (FettleStatement) clear
      = fettle_connection_prepare (connection, "DELETE FROM customer_phone WHERE customer_id = :id");

  fettle_statement_bind_int (clear, ":id", customer_id);
  return fettle_statement_run (clear, error) && insert_phones (connection, customer_id, phones, error);
}

static gboolean
queue_jobs_of (FettleConnection *connection, gint64 customer_id, GError **error)
{
  g_autoptr (FettleStatement) queue = fettle_connection_prepare (
      connection, "INSERT OR IGNORE INTO search_queue (job_id) SELECT id FROM job WHERE customer_id = :id");

  fettle_statement_bind_int (queue, ":id", customer_id);
  return fettle_statement_run (queue, error);
}

/**
 * fettle_customer_store_save_within:
 *
 * fettle_customer_store_save() for a caller who has a transaction open.
 */
gint64
fettle_customer_store_save_within (FettleConnection *connection, FettleCustomer *customer, GError **error)
{
  g_autofree char *key = fettle_search_normalise (customer->name != NULL ? customer->name : "");
  g_autoptr (FettleStatement) save = fettle_connection_prepare (
      connection, customer->id == 0
                      ? "INSERT INTO customer (name, name_key, email, address, language, channel, note, segment,"
                        " referral, story, created_at, n_jobs, last_job_at) VALUES (:name, :key, :email, :address,"
                        " :language, :channel, :note, :segment, :referral, :story, :now, :n_jobs, :last_job)"
                      : "UPDATE customer SET revision = revision + 1, name = :name, name_key = :key, email = :email,"
                        " address = :address, language = :language, channel = :channel, note = :note,"
                        " segment = :segment, referral = :referral, story = :story"
                        " WHERE id = :id AND revision = :revision AND merged_into IS NULL");
  g_autoptr (FettleCustomer) settled = fettle_record_copy (customer);
  gint64 id;

  if (!fettle_customer_check_story (settled, error) || !fettle_customer_word_store_settle (connection, settled, error))
    return 0;
  fettle_statement_bind_text (save, ":name", customer->name);
  fettle_statement_bind_text (save, ":key", key);
  fettle_statement_bind_text (save, ":email", customer->email);
  fettle_statement_bind_text (save, ":address", customer->address);
  fettle_statement_bind_text (save, ":language", customer->language);
  fettle_statement_bind_text (save, ":channel", customer->channel);
  fettle_statement_bind_text (save, ":note", customer->note);
  fettle_statement_bind_text (save, ":segment", settled->segment);
  fettle_statement_bind_text (save, ":referral", settled->referral);
  fettle_statement_bind_text (save, ":story",
                              fettle_plain_text_is_blank (settled->story) ? NULL : g_strstrip (settled->story));
  if (customer->id == 0)
    {
      fettle_statement_bind_int (save, ":now", fettle_clock_now ());
      fettle_statement_bind_int (save, ":n_jobs", customer->n_jobs);
      fettle_statement_bind_int (save, ":last_job", customer->last_job_at);
    }
  else
    {
      fettle_statement_bind_int (save, ":id", customer->id);
      fettle_statement_bind_int (save, ":revision", customer->revision);
    }
  if (!fettle_statement_run (save, error))
    return 0;
  if (customer->id != 0 && fettle_connection_changes (connection) != 1)
    {
      g_set_error_literal (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_CONFLICT,
                           _ ("Somebody else changed this customer meanwhile. Look at them as they are now, and make "
                              "your change again."));
      return 0;
    }
  if (customer->id != 0)
    return save_phones (connection, customer->id, customer->phones, error)
                   && queue_jobs_of (connection, customer->id, error)
               ? customer->id
               : 0;
  id = fettle_connection_last_id (connection);
  return insert_phones (connection, id, customer->phones, error) ? id : 0;
}

/**
 * fettle_customer_store_save:
 * @customer: with @id 0 for a new one; otherwise its @revision is the one that was seen
 *
 * Returns: the row, or 0 with an error; %FETTLE_STORE_ERROR_CONFLICT where somebody else changed it meanwhile
 */
gint64
fettle_customer_store_save (FettleConnection *connection, FettleCustomer *customer, GError **error)
{
  g_autoptr (FettleTransaction) transaction = fettle_transaction_begin (connection, G_STRFUNC, error);
  gint64 id = transaction != NULL ? fettle_customer_store_save_within (connection, customer, error) : 0;

  if (id == 0 || !fettle_transaction_commit (transaction, error))
    return 0;
  return id;
}

/**
 * fettle_customer_store_find_duplicates:
 *
 * Returns: (transfer full) (element-type FettleCustomer) (nullable): others with a phone or the very name of this one
 */
GPtrArray *
fettle_customer_store_find_duplicates (FettleConnection *connection, gint64 customer_id, GError **error)
{
  g_autoptr (FettleStatement) rows = fettle_connection_prepare (
      connection,
      "SELECT " CUSTOMER_COLUMNS " FROM customer c WHERE c.id <> :id AND c.merged_into IS NULL AND c.id IN ("
      "SELECT other.customer_id FROM customer_phone mine JOIN customer_phone other"
      " ON other.phone_key = mine.phone_key WHERE mine.customer_id = :id"
      " UNION SELECT same.id FROM customer me JOIN customer same ON same.name_key = me.name_key"
      " AND same.merged_into IS NULL WHERE me.id = :id AND me.name_key <> '')"
      " ORDER BY c.last_job_at DESC LIMIT 50");

  fettle_statement_bind_int (rows, ":id", customer_id);
  return read_customers (connection, rows, error);
}

/* The one that stays gets the phones it does not have. */
static gboolean
merge_phones (FettleConnection *connection, FettleCustomer *keep, FettleCustomer *drop, GError **error)
{
  g_autoptr (GStrvBuilder) phones = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  if (keep->phones != NULL)
    g_strv_builder_addv (phones, (const char **) keep->phones);
  for (guint i = 0; drop->phones != NULL && drop->phones[i] != NULL; i++)
    if (!has_phone (keep, drop->phones[i]))
      g_strv_builder_add (phones, drop->phones[i]);
  all = g_strv_builder_end (phones);
  return save_phones (connection, keep->id, all, error);
}

/**
 * fettle_customer_store_merge:
 *
 * Makes two rows of one person one: jobs, units and phones of @drop_id go to @keep_id, empty fields are filled, nothing
 * is deleted, and every job's timeline says what was done.
 */
gboolean
fettle_customer_store_merge (FettleConnection *connection,
                             gint64 keep_id,
                             gint64 drop_id,
                             const char *by,
                             const char *desk,
                             GError **error)
{
  g_autoptr (FettleTransaction) transaction = fettle_transaction_begin (connection, G_STRFUNC, error);
  g_autoptr (FettleCustomer) keep = NULL;
  g_autoptr (FettleCustomer) drop = NULL;
  gint64 by_id = 0;

  if (transaction == NULL)
    return FALSE;
  keep = fettle_customer_store_load (connection, keep_id, error);
  drop = keep != NULL ? fettle_customer_store_load (connection, drop_id, error) : NULL;
  if (drop == NULL)
    return FALSE;
  if (keep->id == drop->id)
    {
      g_set_error_literal (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_ALREADY, _ ("These two are one already."));
      return FALSE;
    }
  if (by != NULL && (by_id = fettle_setup_store_staff_id (connection, by, error)) == 0)
    return FALSE;
  return fettle_merge_jobs (connection, "customer", keep->id, drop->id, by_id, desk, error)
         && merge_phones (connection, keep, drop, error)
         && fettle_merge_run (connection, "UPDATE unit SET owner_id = :keep WHERE owner_id = :drop", keep->id, drop->id,
                              error)
         && fettle_merge_run (connection, "UPDATE contact SET customer_id = :keep WHERE customer_id = :drop", keep->id,
                              drop->id, error)
         && fettle_merge_run (connection, "UPDATE suggestion SET customer_id = :keep WHERE customer_id = :drop",
                              keep->id, drop->id, error)
         && fettle_merge_run (connection,
                              "UPDATE customer SET revision = revision + 1,"
                              " email = coalesce(email, (SELECT email FROM customer WHERE id = :drop)),"
                              " address = coalesce(address, (SELECT address FROM customer WHERE id = :drop)),"
                              " language = coalesce(language, (SELECT language FROM customer WHERE id = :drop)),"
                              " note = coalesce(note, (SELECT note FROM customer WHERE id = :drop)),"
                              " segment = coalesce(segment, (SELECT segment FROM customer WHERE id = :drop)),"
                              " referral = coalesce(referral, (SELECT referral FROM customer WHERE id = :drop)),"
                              " story = coalesce(story, (SELECT story FROM customer WHERE id = :drop)),"
                              " n_jobs = n_jobs + (SELECT n_jobs FROM customer WHERE id = :drop),"
                              " last_job_at = max(last_job_at, (SELECT last_job_at FROM customer WHERE id = :drop))"
                              " WHERE id = :keep",
                              keep->id, drop->id, error)
         && fettle_merge_run (connection,
                              "UPDATE customer SET merged_into = :keep, revision = revision + 1"
                              " WHERE id = :drop OR merged_into = :drop",
                              keep->id, drop->id, error)
         && queue_jobs_of (connection, keep->id, error) && fettle_transaction_commit (transaction, error);
}
