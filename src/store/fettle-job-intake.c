/* fettle-job-intake.c: taking a job in.
 *
 * One transaction finds or makes the customer and the unit, draws the next number of the year, writes the job and the
 * first events of its timeline. Either all of it is on the disk and the number is given out, or none of it happened.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-job-store.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "fettle-after-store.h"
#include "fettle-arrival-store.h"
#include "fettle-clock.h"
#include "fettle-commitment-store.h"
#include "fettle-cost-store.h"
#include "fettle-customer-store.h"
#include "fettle-event-store.h"
#include "fettle-job-rows.h"
#include "fettle-phone.h"
#include "fettle-plain-text.h"
#include "fettle-promise-store.h"
#include "fettle-search-store.h"
#include "fettle-serial.h"
#include "fettle-setup-store.h"
#include "fettle-statement.h"
#include "fettle-transaction.h"
#include "fettle-unit-store.h"

static char *
trimmed (const char *text)
{
  return fettle_plain_text_is_blank (text) ? NULL : g_strstrip (g_strdup (text));
}

static gboolean
same_name (const char *a, const char *b)
{
  g_autofree char *first = a != NULL ? g_utf8_casefold (a, -1) : g_strdup ("");
  g_autofree char *second = b != NULL ? g_utf8_casefold (b, -1) : g_strdup ("");

  return g_str_equal (g_strstrip (first), g_strstrip (second));
}

/* Somebody who gives a number we know and the name we know it by, or no name, is the one we know. */
static FettleCustomer *
find_known_customer (FettleConnection *connection, FettleIntake *intake, GError **error)
{
  for (guint i = 0; intake->phones != NULL && intake->phones[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) found = NULL;

      if (fettle_plain_text_is_blank (intake->phones[i]))
        continue;
      found = fettle_customer_store_find_by_phone (connection, intake->phones[i], error);
      for (guint k = 0; found != NULL && k < found->len; k++)
        {
          FettleCustomer *customer = found->pdata[k];

          if (fettle_plain_text_is_blank (intake->customer_name) || same_name (customer->name, intake->customer_name))
            return g_object_ref (customer);
        }
    }
  return NULL;
}

static gboolean
take_text (char **field, const char *text)
{
  g_autofree char *value = trimmed (text);

  if (value == NULL || g_strcmp0 (*field, value) == 0)
    return FALSE;
  g_free (*field);
  *field = g_steal_pointer (&value);
  return TRUE;
}

/* What was said at the counter is the newest word: it fills and corrects, but an empty field erases nothing. */
static gboolean
take_details (FettleCustomer *customer, FettleIntake *intake)
{
  gboolean changed = FALSE;
  g_autoptr (GStrvBuilder) phones = g_strv_builder_new ();

  changed |= take_text (&customer->name, intake->customer_name);
  changed |= take_text (&customer->email, intake->email);
  changed |= take_text (&customer->address, intake->address);
  changed |= take_text (&customer->language, intake->language);
  changed |= take_text (&customer->segment, intake->segment);
  changed |= take_text (&customer->referral, intake->referral);
  changed |= take_text (&customer->story, intake->story);
  if (customer->phones != NULL)
    g_strv_builder_addv (phones, (const char **) customer->phones);
  for (guint i = 0; intake->phones != NULL && intake->phones[i] != NULL; i++)
    {
      gboolean known = fettle_plain_text_is_blank (intake->phones[i]);

      for (guint k = 0; !known && customer->phones != NULL && customer->phones[k] != NULL; k++)
        known = fettle_phone_equal (customer->phones[k], intake->phones[i]);
      if (known)
        continue;
      g_strv_builder_add (phones, intake->phones[i]);
      changed = TRUE;
    }
  g_strfreev (customer->phones);
  customer->phones = g_strv_builder_end (phones);
  return changed;
}

static gint64
save_customer (FettleConnection *connection, FettleIntake *intake, GError **error)
{
  g_autoptr (FettleCustomer) known = NULL;
  g_autoptr (FettleCustomer) customer = NULL;
  GError *local = NULL;

  if (intake->customer_id != 0)
    known = fettle_customer_store_load (connection, intake->customer_id, &local);
  else
    known = find_known_customer (connection, intake, &local);
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return 0;
    }
  customer = known != NULL ? fettle_record_copy (known) : fettle_customer_new ();
  if (!take_details (customer, intake) && known != NULL)
    return known->id;
  if (intake->customer_revision != 0 && known != NULL)
    customer->revision = intake->customer_revision;
  return fettle_customer_store_save_within (connection, customer, error);
}

static FettleUnit *
find_known_unit (FettleConnection *connection, FettleIntake *intake, GError **error)
{
  const char *marks[] = { intake->serial, intake->imei };

  if (intake->unit_id != 0)
    return fettle_unit_store_load (connection, intake->unit_id, error);
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autoptr (GPtrArray) found = fettle_plain_text_is_blank (marks[i])
                                        ? NULL
                                        : fettle_unit_store_find_by_serial (connection, marks[i], error);

      for (guint k = 0; found != NULL && k < found->len; k++)
        {
          FettleUnit *unit = found->pdata[k];

          /* Two makers may use one serial: what is known of the make must not say otherwise. */
          if (fettle_plain_text_is_blank (intake->brand) || unit->brand == NULL
              || same_name (unit->brand, intake->brand))
            return g_object_ref (unit);
        }
    }
  return NULL;
}

static gint64
save_unit (FettleConnection *connection, FettleIntake *intake, gint64 customer_id, GError **error)
{
  GError *local = NULL;
  g_autoptr (FettleUnit) known = find_known_unit (connection, intake, &local);
  g_autoptr (FettleUnit) unit = NULL;
  g_autofree char *imei = fettle_plain_text_is_blank (intake->imei) ? NULL : fettle_imei_normalise (intake->imei, NULL);
  gboolean changed = FALSE;

  if (local != NULL)
    {
      g_propagate_error (error, local);
      return 0;
    }
  unit = known != NULL ? fettle_record_copy (known) : fettle_unit_new ();
  changed |= take_text (&unit->category, intake->category);
  changed |= take_text (&unit->brand, intake->brand);
  changed |= take_text (&unit->model, intake->model);
  changed |= take_text (&unit->serial, intake->serial);
  changed |= take_text (&unit->imei, imei);
  changed |= take_text (&unit->sold_on, intake->sold_on);
  changed |= take_text (&unit->term_text, intake->term_text);
  changed |= intake->term_months != 0 && intake->term_months != unit->term_months;
  if (intake->term_months != 0)
    unit->term_months = intake->term_months;
  if (!changed && known == NULL)
    return 0;
  changed |= unit->owner_id != customer_id;
  unit->owner_id = customer_id;
  return changed ? fettle_unit_store_save_within (connection, unit, error) : known->id;
}

static char *
join_accessories (FettleIntake *intake)
{
  return intake->accessories != NULL && intake->accessories[0] != NULL ? g_strjoinv (", ", intake->accessories) : NULL;
}

static gboolean
append_received (FettleTimeline *timeline,
                 FettleIntake *intake,
                 gint64 customer_id,
                 gint64 unit_id,
                 gint64 technician_id,
                 gint64 taken_by_id,
                 GError **error)
{
  g_autoptr (FettleDetails) details = fettle_details_new ();
  g_autoptr (FettleDetails) words = fettle_details_new ();
  g_autofree char *accessories = join_accessories (intake);
  g_autofree char *consent = intake->consent != NULL ? g_strjoinv (",", intake->consent) : NULL;

  fettle_details_set (details, "kind", fettle_kind_id (intake->kind));
  fettle_details_set (details, "stage", fettle_stage_id (FETTLE_STAGE_RECEIVED));
  fettle_details_set (details, "clock",
                      fettle_clock_holder_id (intake->device_expected
                                                  ? FETTLE_CLOCK_CUSTOMER
                                                  : fettle_job_rows_default_clock (timeline, FETTLE_STAGE_RECEIVED)));
  if (intake->device_expected)
    fettle_details_set (details, "device", "expected");
  if (intake->expected_at != 0)
    fettle_details_set_int (details, "expected_at", intake->expected_at);
  fettle_details_set (details, "backup", fettle_backup_state_id (intake->backup));
  if (consent != NULL && *consent != '\0')
    fettle_details_set (details, "consent", consent);
  if (customer_id != 0)
    fettle_details_set_int (details, "customer", customer_id);
  if (unit_id != 0)
    fettle_details_set_int (details, "unit", unit_id);
  if (taken_by_id != 0)
    fettle_details_set_int (details, "taken_by", taken_by_id);
  if (technician_id != 0)
    fettle_details_set_int (details, "technician", technician_id);
  if (intake->need_by != 0)
    fettle_details_set_int (details, "need_by", intake->need_by);
  if (intake->intermittent)
    fettle_details_set_int (details, "intermittent", 1);
  fettle_details_set (words, "fault", intake->fault);
  fettle_details_set (words, "condition", fettle_plain_text_is_blank (intake->condition) ? NULL : intake->condition);
  fettle_details_set (words, "accessories", accessories);
  return fettle_timeline_append (timeline, FETTLE_EVENT_RECEIVED, TRUE, details, words, error);
}

static gboolean
append_promise (FettleConnection *connection,
                FettleTimeline *timeline,
                FettleIntake *intake,
                gint64 job_id,
                gint64 owner_id,
                gint64 made_at,
                GError **error)
{
  g_autoptr (FettlePromise) promise = NULL;
  gboolean attached = FALSE;

  if (!fettle_commitment_store_attach (connection, timeline, intake, owner_id, &attached, error))
    return FALSE;
  if (intake->promised_due == 0)
    return !attached || fettle_timeline_save (timeline, error);
  promise = fettle_promise_new ();
  promise->job_id = job_id;
  promise->kind = g_strdup ("ready");
  promise->text = fettle_plain_text_is_blank (intake->promised_text) ? g_strdup ("")
                                                                     : g_strstrip (g_strdup (intake->promised_text));
  promise->owner_id = owner_id;
  promise->made_at = made_at;
  promise->told_how = g_strdup ("counter");
  promise->told_by_id = owner_id;
  promise->due = intake->promised_due;
  return fettle_promise_store_append (connection, timeline, promise, error) != 0
         && fettle_timeline_save (timeline, error);
}

static gboolean
append_needs (FettleTimeline *timeline, FettleIntake *intake, GError **error)
{
  for (guint i = 0; i < intake->needs->len; i++)
    if (fettle_arrival_store_append_need (timeline, intake->needs->pdata[i], error) == 0)
      return FALSE;
  return intake->needs->len == 0 || fettle_timeline_save (timeline, error);
}

static gboolean
count_visit (FettleConnection *connection, const char *sql, gint64 id, gint64 at, GError **error)
{
  g_autoptr (FettleStatement) update = NULL;

  if (id == 0)
    return TRUE;
  update = fettle_connection_prepare (connection, sql);
  fettle_statement_bind_int (update, ":id", id);
  fettle_statement_bind_int (update, ":at", at);
  return fettle_statement_run (update, error);
}

static gint64
staff_or_nobody (FettleConnection *connection, const char *name, gboolean *failed, GError **error)
{
  gint64 id = fettle_plain_text_is_blank (name) ? 0 : fettle_setup_store_staff_id (connection, name, error);

  *failed |= id == 0 && !fettle_plain_text_is_blank (name);
  return id;
}

/* Everything about a new job but the transaction around it. */
static gint64
write_intake (FettleConnection *connection, FettleIntake *intake, const char *desk, GError **error)
{
  gboolean failed = FALSE;
  gint64 received_at = intake->received_at != 0 ? intake->received_at : fettle_clock_now ();
  gint64 taken_by_id = staff_or_nobody (connection, intake->taken_by, &failed, error);
  gint64 technician_id = failed ? 0 : staff_or_nobody (connection, intake->technician, &failed, error);
  gint64 customer_id = 0, unit_id = 0, job_id = 0;
  g_autoptr (FettleTimeline) timeline = NULL;

  if (failed || (customer_id = save_customer (connection, intake, error)) == 0)
    return 0;
  unit_id = save_unit (connection, intake, customer_id, error);
  if (unit_id == 0 && error != NULL && *error != NULL)
    return 0;
  timeline = fettle_job_rows_begin_timeline (connection, received_at, error);
  if (timeline == NULL)
    return 0;
  fettle_timeline_set_author (timeline, taken_by_id, desk, received_at);
  if (!append_received (timeline, intake, customer_id, unit_id, technician_id, taken_by_id, error)
      || !fettle_timeline_save (timeline, error))
    return 0;
  job_id = fettle_timeline_job_id (timeline);
  if (!fettle_job_rows_add_accessories (connection, job_id, intake->accessories, error)
      || !append_promise (connection, timeline, intake, job_id, taken_by_id, received_at, error)
      || !append_needs (timeline, intake, error)
      || !fettle_cost_store_append_intake (timeline, intake, taken_by_id, error)
      || !fettle_after_store_link_intake (timeline, intake, error)
      || !fettle_search_store_queue (connection, job_id, error)
      || !count_visit (connection,
                       "UPDATE customer SET n_jobs = n_jobs + 1, last_job_at = max(last_job_at, :at) WHERE id = :id",
                       customer_id, received_at, error)
      || !count_visit (connection,
                       "UPDATE unit SET n_jobs = n_jobs + 1, last_job_at = max(last_job_at, :at) WHERE id = :id",
                       unit_id, received_at, error))
    return 0;
  return job_id;
}

/**
 * fettle_job_store_intake:
 * @desk: (nullable): where it is entered
 *
 * Takes a job in. When this returns a job, it is on the disk.
 *
 * Returns: (transfer full) (nullable): the job, or %NULL with an error and nothing changed
 */
FettleJob *
fettle_job_store_intake (FettleConnection *connection, FettleIntake *intake, const char *desk, GError **error)
{
  g_autoptr (FettleTransaction) transaction = NULL;
  g_autoptr (FettleJob) job = NULL;
  GError *local = NULL;
  gint64 job_id;

  if (!fettle_intake_validate (intake, fettle_clock_now (), error))
    return NULL;
  transaction = fettle_transaction_begin (connection, G_STRFUNC, error);
  if (transaction == NULL)
    return NULL;
  job_id = write_intake (connection, intake, desk, &local);
  /* Read back before the end of the transaction: its pages are at hand and nobody else has to be asked. */
  if (job_id != 0)
    job = fettle_job_store_load (connection, job_id, &local);
  if (job == NULL || !fettle_transaction_commit (transaction, &local))
    {
      g_propagate_error (error, local);
      return NULL;
    }
  return g_steal_pointer (&job);
}
