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

static const FettleField fettle_taken_in_fields[] = {
  FETTLE_FIELD (FettleTakenIn, job_id, "job-id", INT64),
  FETTLE_FIELD (FettleTakenIn, number, "number", STRING),
};

FETTLE_DEFINE_RECORD (FettleTakenIn, fettle_taken_in)

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

/* Who or what the job is of: a row, and whether it was made for it, so that nothing of it can be known. */
typedef struct
{
  gint64 id;
  gboolean is_new;
} Party;

static gboolean
save_customer (FettleConnection *connection, FettleIntake *intake, gint64 received_at, Party *party, GError **error)
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
      return FALSE;
    }
  party->is_new = known == NULL;
  party->id = known != NULL ? known->id : 0;
  customer = known != NULL ? fettle_record_copy (known) : fettle_customer_new ();
  if (!take_details (customer, intake) && known != NULL)
    return TRUE;
  if (intake->customer_revision != 0 && known != NULL)
    customer->revision = intake->customer_revision;
  customer->n_jobs = known != NULL ? known->n_jobs : 1;
  customer->last_job_at = known != NULL ? known->last_job_at : received_at;
  party->id = fettle_customer_store_save_within (connection, customer, error);
  return party->id != 0;
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

/* No unit where nothing is known of one and nothing was said. */
static gboolean
save_unit (FettleConnection *connection,
           FettleIntake *intake,
           gint64 customer_id,
           gint64 received_at,
           Party *party,
           GError **error)
{
  GError *local = NULL;
  g_autoptr (FettleUnit) known = find_known_unit (connection, intake, &local);
  g_autoptr (FettleUnit) unit = NULL;
  g_autofree char *imei = fettle_plain_text_is_blank (intake->imei) ? NULL : fettle_imei_normalise (intake->imei, NULL);
  gboolean changed = FALSE;

  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }
  party->is_new = known == NULL;
  party->id = known != NULL ? known->id : 0;
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
    return TRUE;
  changed |= unit->owner_id != customer_id;
  if (!changed)
    return TRUE;
  unit->owner_id = customer_id;
  unit->n_jobs = known != NULL ? known->n_jobs : 1;
  unit->last_job_at = known != NULL ? known->last_job_at : received_at;
  party->id = fettle_unit_store_save_within (connection, unit, error);
  return party->id != 0;
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
                gint64 owner_id,
                GError **error)
{
  g_autoptr (FettlePromise) promise = NULL;

  if (!fettle_commitment_store_attach (connection, timeline, intake, owner_id, error))
    return FALSE;
  if (intake->promised_due == 0)
    return TRUE;
  promise = fettle_promise_new ();
  promise->kind = g_strdup ("ready");
  promise->text = fettle_plain_text_is_blank (intake->promised_text) ? g_strdup ("")
                                                                     : g_strstrip (g_strdup (intake->promised_text));
  promise->owner_id = owner_id;
  promise->told_how = g_strdup ("counter");
  promise->told_by_id = owner_id;
  promise->due = intake->promised_due;
  return fettle_promise_store_append (connection, timeline, promise, error) != 0;
}

static gboolean
append_needs (FettleTimeline *timeline, FettleIntake *intake, GError **error)
{
  for (guint i = 0; i < intake->needs->len; i++)
    if (fettle_arrival_store_append_need (timeline, intake->needs->pdata[i], error) == 0)
      return FALSE;
  return intake->needs->len == 0 || fettle_timeline_save (timeline, error);
}

/* What nobody has seen before was not here before, so that only a job that is named can be meant. */
static gboolean
append_link (FettleTimeline *timeline, FettleIntake *intake, Party *unit, GError **error)
{
  return (unit->is_new && fettle_plain_text_is_blank (intake->about))
         || fettle_after_store_link_intake (timeline, intake, error);
}

#define COUNT_CUSTOMER "UPDATE customer SET n_jobs = n_jobs + 1, last_job_at = max(last_job_at, :at) WHERE id = :id"
#define COUNT_UNIT     "UPDATE unit SET n_jobs = n_jobs + 1, last_job_at = max(last_job_at, :at) WHERE id = :id"

/* A new row was written with this visit in it. */
static gboolean
count_visit (FettleConnection *connection, const char *sql, Party *party, gint64 at, GError **error)
{
  g_autoptr (FettleStatement) update = NULL;

  if (party->is_new)
    return TRUE;
  update = fettle_connection_prepare (connection, sql);
  fettle_statement_bind_int (update, ":at", at);
  fettle_statement_bind_int (update, ":id", party->id);
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
static FettleTimeline *
write_intake (FettleConnection *connection, FettleIntake *intake, const char *desk, GError **error)
{
  gboolean failed = FALSE;
  gint64 received_at = intake->received_at != 0 ? intake->received_at : fettle_clock_now ();
  gint64 taken_by_id = staff_or_nobody (connection, intake->taken_by, &failed, error);
  gint64 technician_id = failed ? 0 : staff_or_nobody (connection, intake->technician, &failed, error);
  Party customer = { 0 }, unit = { 0 };
  g_autoptr (FettleTimeline) timeline = NULL;

  if (failed || !save_customer (connection, intake, received_at, &customer, error)
      || !save_unit (connection, intake, customer.id, received_at, &unit, error))
    return NULL;
  timeline = fettle_job_rows_begin_timeline (connection, received_at, error);
  if (timeline == NULL)
    return NULL;
  fettle_timeline_set_author (timeline, taken_by_id, desk, received_at);
  if (!append_received (timeline, intake, customer.id, unit.id, technician_id, taken_by_id, error)
      || !append_promise (connection, timeline, intake, taken_by_id, error) || !fettle_timeline_save (timeline, error)
      || !fettle_job_rows_add_accessories (connection, fettle_timeline_job_id (timeline), intake->accessories, error)
      || !append_needs (timeline, intake, error)
      || !fettle_cost_store_append_intake (timeline, intake, taken_by_id, error)
      || !append_link (timeline, intake, &unit, error)
      || !fettle_search_store_queue (connection, fettle_timeline_job_id (timeline), error)
      || !count_visit (connection, COUNT_CUSTOMER, &customer, received_at, error)
      || !count_visit (connection, COUNT_UNIT, &unit, received_at, error))
    return NULL;
  return g_steal_pointer (&timeline);
}

/* What is answered is read before the end of the transaction, so that no failure comes after it. */
static gpointer
take_in (FettleConnection *connection,
         FettleIntake *intake,
         const char *desk,
         gpointer (*answer) (FettleTimeline *timeline, GError **error),
         GError **error)
{
  g_autoptr (FettleTransaction) transaction = NULL;
  g_autoptr (FettleTimeline) timeline = NULL;
  g_autoptr (GObject) answered = NULL;
  GError *local = NULL;

  if (!fettle_intake_validate (intake, fettle_clock_now (), error))
    return NULL;
  transaction = fettle_transaction_begin (connection, G_STRFUNC, error);
  if (transaction == NULL)
    return NULL;
  timeline = write_intake (connection, intake, desk, &local);
  if (timeline != NULL)
    answered = answer (timeline, &local);
  if (answered == NULL || !fettle_transaction_commit (transaction, &local))
    {
      g_propagate_error (error, local);
      return NULL;
    }
  return g_steal_pointer (&answered);
}

static gpointer
answer_number (FettleTimeline *timeline, GError **error)
{
  FettleTakenIn *taken = fettle_taken_in_new ();

  taken->job_id = fettle_timeline_job_id (timeline);
  taken->number = g_strdup (fettle_timeline_number (timeline));
  return taken;
}

static gpointer
answer_job (FettleTimeline *timeline, GError **error)
{
  return fettle_job_store_load (fettle_timeline_connection (timeline), fettle_timeline_job_id (timeline), error);
}

/**
 * fettle_job_store_take_in:
 * @desk: (nullable): where it is entered
 *
 * Takes a job in. When this returns a number, the job is on the disk.
 *
 * Returns: (transfer full) (nullable): the job's number, or %NULL with an error and nothing changed
 */
FettleTakenIn *
fettle_job_store_take_in (FettleConnection *connection, FettleIntake *intake, const char *desk, GError **error)
{
  return take_in (connection, intake, desk, answer_number, error);
}

/**
 * fettle_job_store_intake:
 * @desk: (nullable): where it is entered
 *
 * fettle_job_store_take_in() for who wants to read all of the job, too.
 *
 * Returns: (transfer full) (nullable): the job, or %NULL with an error and nothing changed
 */
FettleJob *
fettle_job_store_intake (FettleConnection *connection, FettleIntake *intake, const char *desk, GError **error)
{
  return take_in (connection, intake, desk, answer_job, error);
}
