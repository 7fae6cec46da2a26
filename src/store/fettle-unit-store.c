/* fettle-unit-store.c: how units are kept and found.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-unit-store.h"

#include <glib/gi18n-lib.h>

#include "fettle-customer-store.h"
#include "fettle-clock.h"
#include "fettle-merge.h"
#include "fettle-search-store.h"
#include "fettle-serial.h"
#include "fettle-setup-store.h"
#include "fettle-statement.h"
#include "fettle-store-error.h"
#include "fettle-transaction.h"

#define UNIT_COLUMNS                                                                                                   \
  "u.id, u.revision, m.category, m.brand, m.name, u.serial, u.imei, u.sold_on, u.batch, u.owner_id, c.name, u.note,"   \
  " u.n_jobs, u.last_job_at, u.term_months, u.term_text"
#define UNIT_TABLES " FROM unit u JOIN model m ON m.id = u.model_id LEFT JOIN customer c ON c.id = u.owner_id "

static char *
dup_unless_empty (FettleStatement *row, int column)
{
  const char *text = fettle_statement_text (row, column);

  return text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

static FettleUnit *
read_unit (FettleStatement *row)
{
  FettleUnit *unit = fettle_unit_new ();

  unit->id = fettle_statement_int (row, 0);
  unit->revision = fettle_statement_int (row, 1);
  unit->category = dup_unless_empty (row, 2);
  unit->brand = dup_unless_empty (row, 3);
  unit->model = dup_unless_empty (row, 4);
  unit->serial = fettle_statement_dup (row, 5);
  unit->imei = fettle_statement_dup (row, 6);
  unit->sold_on = fettle_statement_dup (row, 7);
  unit->batch = fettle_statement_dup (row, 8);
  unit->owner_id = fettle_statement_int (row, 9);
  unit->owner_name = fettle_statement_dup (row, 10);
  unit->note = fettle_statement_dup (row, 11);
  unit->n_jobs = fettle_statement_int (row, 12);
  unit->last_job_at = fettle_statement_int (row, 13);
  unit->term_months = (int) fettle_statement_int (row, 14);
  unit->term_text = fettle_statement_dup (row, 15);
  return unit;
}

static GPtrArray *
read_units (FettleStatement *rows, GError **error)
{
  g_autoptr (GPtrArray) units = g_ptr_array_new_with_free_func (g_object_unref);
  FettleStep step;

  while ((step = fettle_statement_step (rows, error)) == FETTLE_STEP_ROW)
    g_ptr_array_add (units, read_unit (rows));
  return step == FETTLE_STEP_DONE ? g_steal_pointer (&units) : NULL;
}

/**
 * fettle_unit_store_load:
 *
 * Returns: (transfer full) (nullable): the unit; one that was merged into another is that other
 */
FettleUnit *
fettle_unit_store_load (FettleConnection *connection, gint64 unit_id, GError **error)
{
  g_autoptr (FettleStatement) row
      = fettle_connection_prepare (connection,
                                   "SELECT " UNIT_COLUMNS UNIT_TABLES
                                   "WHERE u.id = (SELECT coalesce(merged_into, id) FROM unit WHERE id = :id)");
  g_autoptr (GPtrArray) found = NULL;

  fettle_statement_bind_int (row, ":id", unit_id);
  found = read_units (row, error);
  if (found == NULL)
    return NULL;
  if (found->len == 0)
    {
      g_set_error (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_NOT_FOUND, "no unit in row %" G_GINT64_FORMAT,
                   unit_id);
      return NULL;
    }
  return g_object_ref (found->pdata[0]);
}

/**
 * fettle_unit_store_find_by_serial:
 * @serial_or_imei: in any dressing
 *
 * Returns: (transfer full) (element-type FettleUnit) (nullable): the units of that serial or IMEI, the latest seen
 * first
 */
GPtrArray *
fettle_unit_store_find_by_serial (FettleConnection *connection, const char *serial_or_imei, GError **error)
{
  g_autofree char *key = fettle_serial_key (serial_or_imei);
  g_autoptr (FettleStatement) rows
      = fettle_connection_prepare (connection,
                                   "SELECT " UNIT_COLUMNS UNIT_TABLES "WHERE (u.serial_key = :key OR u.imei = :key)"
                                   " AND u.merged_into IS NULL ORDER BY u.last_job_at DESC, u.id DESC");

  if (*key == '\0')
    return g_ptr_array_new_with_free_func (g_object_unref);
  fettle_statement_bind_text (rows, ":key", key);
  return read_units (rows, error);
}

/**
 * fettle_unit_store_list_of_owner:
 *
 * Returns: (transfer full) (element-type FettleUnit) (nullable): the units of a customer, the latest seen first
 */
GPtrArray *
fettle_unit_store_list_of_owner (FettleConnection *connection, gint64 customer_id, GError **error)
{
  g_autoptr (FettleStatement) rows = fettle_connection_prepare (
      connection,
      "SELECT " UNIT_COLUMNS UNIT_TABLES
      "WHERE u.owner_id = :owner AND u.merged_into IS NULL ORDER BY u.last_job_at DESC, u.id DESC LIMIT 200");

  fettle_statement_bind_int (rows, ":owner", customer_id);
  return read_units (rows, error);
}

static GPtrArray *
search_units (FettleConnection *connection, const char *search, int limit, GError **error)
{
  g_autofree char *key = fettle_serial_key (search);
  g_autoptr (GPtrArray) jobs = fettle_search_store_find (connection, search, 0, limit * 3, error);
  g_autoptr (GString) ids = g_string_new ("0");
  g_autofree char *sql = NULL;
  g_autoptr (FettleStatement) rows = NULL;

  if (jobs == NULL)
    return NULL;
  /* Only whole numbers out of our own rows are written into the statement; everything typed is bound. */
  for (guint i = 0; i < jobs->len; i++)
    g_string_append_printf (ids, ", %" G_GINT64_FORMAT, ((FettleJobSummary *) jobs->pdata[i])->unit_id);
  sql = g_strdup_printf (
      "SELECT " UNIT_COLUMNS UNIT_TABLES "WHERE u.id IN (SELECT id FROM unit WHERE id IN (%s)"
      " UNION SELECT id FROM unit WHERE serial_key = :key UNION SELECT id FROM unit WHERE imei = :key)"
      " AND u.merged_into IS NULL ORDER BY u.last_job_at DESC, u.id DESC LIMIT :limit",
      ids->str);
  rows = fettle_connection_prepare (connection, sql);
  fettle_statement_bind_text (rows, ":key", *key != '\0' ? key : NULL);
  fettle_statement_bind_int (rows, ":limit", limit);
  return read_units (rows, error);
}

/**
 * fettle_unit_store_list:
 * @search: (nullable): words, a serial or its middle, an owner's name or phone
 * @before_id: row of the last one of the page before, or 0
 *
 * Returns: (transfer full) (element-type FettleUnit) (nullable): the newest first
 */
GPtrArray *
fettle_unit_store_list (FettleConnection *connection, const char *search, gint64 before_id, int limit, GError **error)
{
  g_autoptr (FettleStatement) rows = NULL;

  if (search != NULL && *search != '\0')
    return search_units (connection, search, limit, error);
  rows = fettle_connection_prepare (connection,
                                    "SELECT " UNIT_COLUMNS UNIT_TABLES
                                    "WHERE u.id < :before AND u.merged_into IS NULL ORDER BY u.id DESC LIMIT :limit");
  fettle_statement_bind_int (rows, ":before", before_id != 0 ? before_id : G_MAXINT64);
  fettle_statement_bind_int (rows, ":limit", limit);
  return read_units (rows, error);
}

/**
 * fettle_unit_store_find_model:
 * @category: empty where it is not known, like the others
 *
 * Returns: the row of a make of thing, which is added if it is new; 0 with an error
 */
gint64
fettle_unit_store_find_model (FettleConnection *connection,
                              const char *category,
                              const char *brand,
                              const char *name,
                              GError **error)
{
  g_autoptr (FettleStatement) find = fettle_connection_prepare (
      connection, "SELECT id FROM model WHERE category = :category AND brand = :brand AND name = :name");
  g_autoptr (FettleStatement) insert = NULL;
  FettleStep step;

  fettle_statement_bind_text (find, ":category", category);
  fettle_statement_bind_text (find, ":brand", brand);
  fettle_statement_bind_text (find, ":name", name);
  step = fettle_statement_step (find, error);
  if (step == FETTLE_STEP_ROW)
    return fettle_statement_int (find, 0);
  if (step == FETTLE_STEP_ERROR)
    return 0;
  insert = fettle_connection_prepare (connection,
                                      "INSERT INTO model (category, brand, name) VALUES (:category, :brand, :name)");
  fettle_statement_bind_text (insert, ":category", category);
  fettle_statement_bind_text (insert, ":brand", brand);
  fettle_statement_bind_text (insert, ":name", name);
  return fettle_statement_run (insert, error) ? fettle_connection_last_id (connection) : 0;
}

/**
 * fettle_unit_store_add_of_model:
 * @model_id: row of its make
 *
 * Adds a unit of which nothing else is known, within the caller's transaction.
 *
 * Returns: the row, or 0 with an error
 */
gint64
fettle_unit_store_add_of_model (FettleConnection *connection, gint64 model_id, GError **error)
{
  g_autoptr (FettleStatement) insert
      = fettle_connection_prepare (connection, "INSERT INTO unit (model_id) VALUES (:model)");

  fettle_statement_bind_int (insert, ":model", model_id);
  return fettle_statement_run (insert, error) ? fettle_connection_last_id (connection) : 0;
}

static gint64
model_row (FettleConnection *connection, FettleUnit *unit, GError **error)
{
  return fettle_unit_store_find_model (connection, unit->category != NULL ? unit->category : "",
                                       unit->brand != NULL ? unit->brand : "", unit->model != NULL ? unit->model : "",
                                       error);
}

static gboolean
queue_jobs_of (FettleConnection *connection, gint64 unit_id, GError **error)
{
  g_autoptr (FettleStatement) queue = fettle_connection_prepare (
      connection, "INSERT OR IGNORE INTO search_queue (job_id) SELECT id FROM job WHERE unit_id = :id");

  fettle_statement_bind_int (queue, ":id", unit_id);
  return fettle_statement_run (queue, error);
}

static void
bind_unit (FettleStatement *save, FettleUnit *unit, gint64 model_id)
{
  g_autofree char *key = unit->serial != NULL ? fettle_serial_key (unit->serial) : NULL;

  fettle_statement_bind_int (save, ":model", model_id);
  fettle_statement_bind_text (save, ":serial", unit->serial);
  fettle_statement_bind_text (save, ":key", key != NULL && *key != '\0' ? key : NULL);
  fettle_statement_bind_text (save, ":imei", unit->imei);
  fettle_statement_bind_text (save, ":sold_on", unit->sold_on);
  fettle_statement_bind_text (save, ":batch", unit->batch);
  fettle_statement_bind_id (save, ":owner", unit->owner_id);
  fettle_statement_bind_text (save, ":note", unit->note);
  fettle_statement_bind_int (save, ":months", unit->term_months);
  fettle_statement_bind_text (save, ":term", unit->term_text);
}

/**
 * fettle_unit_store_save_within:
 *
 * fettle_unit_store_save() for a caller who has a transaction open.
 */
gint64
fettle_unit_store_save_within (FettleConnection *connection, FettleUnit *unit, GError **error)
{
  gint64 model_id = model_row (connection, unit, error);
  g_autoptr (FettleStatement) save = NULL;

  if (model_id == 0)
    return 0;
  save = fettle_connection_prepare (
      connection,
      unit->id == 0 ? "INSERT INTO unit (model_id, serial, serial_key, imei, sold_on, batch, owner_id, note,"
                      " term_months, term_text, n_jobs, last_job_at) VALUES (:model, :serial, :key, :imei, :sold_on,"
                      " :batch, :owner, :note, :months, :term, :n_jobs, :last_job)"
                    : "UPDATE unit SET revision = revision + 1, model_id = :model, serial = :serial, serial_key = :key,"
                      " imei = :imei, sold_on = :sold_on, batch = :batch, owner_id = :owner, note = :note,"
                      " term_months = :months, term_text = :term"
                      " WHERE id = :id AND revision = :revision AND merged_into IS NULL");
  bind_unit (save, unit, model_id);
  if (unit->id == 0)
    {
      fettle_statement_bind_int (save, ":n_jobs", unit->n_jobs);
      fettle_statement_bind_int (save, ":last_job", unit->last_job_at);
    }
  else
    {
      fettle_statement_bind_int (save, ":id", unit->id);
      fettle_statement_bind_int (save, ":revision", unit->revision);
    }
  if (!fettle_statement_run (save, error))
    return 0;
  if (unit->id == 0)
    return fettle_connection_last_id (connection);
  if (fettle_connection_changes (connection) != 1)
    {
      g_set_error_literal (
          error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_CONFLICT,
          _ ("Somebody else changed this device meanwhile. Look at it as it is now, and make your change again."));
      return 0;
    }
  return queue_jobs_of (connection, unit->id, error) ? unit->id : 0;
}

/**
 * fettle_unit_store_save:
 * @unit: with @id 0 for a new one; otherwise its @revision is the one that was seen
 *
 * Returns: the row, or 0 with an error; %FETTLE_STORE_ERROR_CONFLICT where somebody else changed it meanwhile
 */
gint64
fettle_unit_store_save (FettleConnection *connection, FettleUnit *unit, GError **error)
{
  g_autoptr (FettleTransaction) transaction = fettle_transaction_begin (connection, G_STRFUNC, error);
  gint64 id = transaction != NULL ? fettle_unit_store_save_within (connection, unit, error) : 0;

  if (id == 0 || !fettle_transaction_commit (transaction, error))
    return 0;
  return id;
}

/**
 * fettle_unit_store_find_duplicates:
 *
 * Returns: (transfer full) (element-type FettleUnit) (nullable): others with the serial or IMEI of this one
 */
GPtrArray *
fettle_unit_store_find_duplicates (FettleConnection *connection, gint64 unit_id, GError **error)
{
  g_autoptr (FettleStatement) rows = fettle_connection_prepare (
      connection, "SELECT " UNIT_COLUMNS UNIT_TABLES "WHERE u.id <> :id AND u.merged_into IS NULL AND u.id IN ("
                  "SELECT other.id FROM unit me JOIN unit other ON other.serial_key = me.serial_key WHERE me.id = :id"
                  " UNION SELECT other.id FROM unit me JOIN unit other ON other.imei = me.imei WHERE me.id = :id)"
                  " ORDER BY u.last_job_at DESC LIMIT 50");

  fettle_statement_bind_int (rows, ":id", unit_id);
  return read_units (rows, error);
}

/**
 * fettle_unit_store_merge:
 *
 * Makes two rows of one thing one: the jobs of @drop_id go to @keep_id, empty fields are filled, nothing is deleted,
 * and every job's timeline says what was done.
 */
gboolean
fettle_unit_store_merge (FettleConnection *connection,
                         gint64 keep_id,
                         gint64 drop_id,
                         const char *by,
                         const char *desk,
                         GError **error)
{
  g_autoptr (FettleTransaction) transaction = fettle_transaction_begin (connection, G_STRFUNC, error);
  gint64 by_id = 0;

  if (transaction == NULL)
    return FALSE;
  if (keep_id == drop_id)
    {
      g_set_error_literal (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_ALREADY, _ ("These two are one already."));
      return FALSE;
    }
  if (by != NULL && (by_id = fettle_setup_store_staff_id (connection, by, error)) == 0)
    return FALSE;
  return fettle_merge_jobs (connection, "unit", keep_id, drop_id, by_id, desk, error)
         && fettle_merge_run (connection,
                              "UPDATE unit SET revision = revision + 1,"
                              " serial = coalesce(serial, (SELECT serial FROM unit WHERE id = :drop)),"
                              " serial_key = coalesce(serial_key, (SELECT serial_key FROM unit WHERE id = :drop)),"
                              " imei = coalesce(imei, (SELECT imei FROM unit WHERE id = :drop)),"
                              " sold_on = coalesce(sold_on, (SELECT sold_on FROM unit WHERE id = :drop)),"
                              " batch = coalesce(batch, (SELECT batch FROM unit WHERE id = :drop)),"
                              " owner_id = coalesce(owner_id, (SELECT owner_id FROM unit WHERE id = :drop)),"
                              " n_jobs = n_jobs + (SELECT n_jobs FROM unit WHERE id = :drop),"
                              " last_job_at = max(last_job_at, (SELECT last_job_at FROM unit WHERE id = :drop))"
                              " WHERE id = :keep",
                              keep_id, drop_id, error)
         && fettle_merge_run (connection,
                              "UPDATE unit SET merged_into = :keep, revision = revision + 1"
                              " WHERE id = :drop OR merged_into = :drop",
                              keep_id, drop_id, error)
         && queue_jobs_of (connection, keep_id, error) && fettle_transaction_commit (transaction, error);
}

static gboolean
write_owner (FettleConnection *connection, gint64 unit_id, gint64 owner_id, GError **error)
{
  g_autoptr (FettleStatement) update
      = fettle_connection_prepare (connection,
                                   "UPDATE unit SET revision = revision + 1, owner_id = :owner WHERE id = :id");

  fettle_statement_bind_id (update, ":owner", owner_id);
  fettle_statement_bind_int (update, ":id", unit_id);
  return fettle_statement_run (update, error) && queue_jobs_of (connection, unit_id, error);
}

static gboolean
tell_owner (FettleConnection *connection,
            FettleUnit *unit,
            FettleCustomer *owner,
            gint64 by_id,
            const char *desk,
            GError **error)
{
  g_autoptr (FettleDetails) details = fettle_details_new ();
  g_autoptr (FettleDetails) words = fettle_details_new ();

  fettle_details_set_int (details, "unit", unit->id);
  fettle_details_set_int (details, "owner", owner != NULL ? owner->id : 0);
  fettle_details_set_int (details, "from", unit->owner_id);
  if (unit->owner_name != NULL)
    fettle_details_set (words, "was", unit->owner_name);
  if (owner != NULL && owner->name != NULL)
    fettle_details_set (words, "is", owner->name);
  return fettle_merge_tell_jobs (connection, "unit", unit->id, FETTLE_EVENT_OWNER_CHANGED, details, words, by_id, desk,
                                 error);
}

/**
 * fettle_unit_store_set_owner:
 * @owner_id: whose it is, 0 for nobody's
 * @seen_owner_id: whose it was when the person looked, 0 for nobody's
 * @by: (nullable): who changes it
 *
 * Gives the unit another owner. Its jobs stay those of who brought it; their timelines say what became of it, for the
 * staff alone.
 *
 * Returns: %FALSE with %FETTLE_STORE_ERROR_CONFLICT where it has another owner by now, or %FETTLE_STORE_ERROR_NOT_FOUND
 */
gboolean
fettle_unit_store_set_owner (FettleConnection *connection,
                             gint64 unit_id,
                             gint64 owner_id,
                             gint64 seen_owner_id,
                             const char *by,
                             const char *desk,
                             GError **error)
{
  g_autoptr (FettleTransaction) transaction = fettle_transaction_begin (connection, G_STRFUNC, error);
  g_autoptr (FettleUnit) unit = transaction != NULL ? fettle_unit_store_load (connection, unit_id, error) : NULL;
  g_autoptr (FettleCustomer) owner = NULL;
  gint64 by_id = 0;

  if (unit == NULL)
    return FALSE;
  if (unit->owner_id != seen_owner_id)
    {
      g_set_error (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_CONFLICT,
                   _ ("Somebody else gave this device another owner meanwhile: %s."),
                   unit->owner_name != NULL ? unit->owner_name : _ ("Nobody"));
      return FALSE;
    }
  if (owner_id != 0 && (owner = fettle_customer_store_load (connection, owner_id, error)) == NULL)
    return FALSE;
  if (by != NULL && (by_id = fettle_setup_store_staff_id (connection, by, error)) == 0)
    return FALSE;
  if ((owner != NULL ? owner->id : 0) == unit->owner_id)
    return TRUE;
  return write_owner (connection, unit->id, owner != NULL ? owner->id : 0, error)
         && tell_owner (connection, unit, owner, by_id, desk, error) && fettle_transaction_commit (transaction, error);
}

static char **
list_texts (FettleStatement *rows, GError **error)
{
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
  FettleStep step;

  while ((step = fettle_statement_step (rows, error)) == FETTLE_STEP_ROW)
    g_strv_builder_add (texts, fettle_statement_text (rows, 0));
  return step == FETTLE_STEP_DONE ? g_strv_builder_end (texts) : NULL;
}

/**
 * fettle_unit_store_list_brands:
 *
 * Returns: (transfer full) (nullable): the brands this shop has seen in a category, for completion
 */
char **
fettle_unit_store_list_brands (FettleConnection *connection, const char *category, GError **error)
{
  g_autoptr (FettleStatement) rows = fettle_connection_prepare (
      connection,
      "SELECT DISTINCT brand FROM model WHERE category = :category AND brand <> '' ORDER BY brand LIMIT 500");

  fettle_statement_bind_text (rows, ":category", category != NULL ? category : "");
  return list_texts (rows, error);
}

/**
 * fettle_unit_store_list_models:
 *
 * Returns: (transfer full) (nullable): the models of a brand this shop has seen in a category, for completion
 */
char **
fettle_unit_store_list_models (FettleConnection *connection, const char *category, const char *brand, GError **error)
{
  g_autoptr (FettleStatement) rows = fettle_connection_prepare (
      connection, "SELECT DISTINCT name FROM model WHERE category = :category AND brand = :brand AND name <> ''"
                  " ORDER BY name LIMIT 500");

  fettle_statement_bind_text (rows, ":category", category != NULL ? category : "");
  fettle_statement_bind_text (rows, ":brand", brand != NULL ? brand : "");
  return list_texts (rows, error);
}
