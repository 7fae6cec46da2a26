/* fettle-job.c: one visit of one unit, or of none.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-job.h"

#include "fettle-details.h"

static const FettleField fettle_job_summary_fields[] = {
  FETTLE_FIELD (FettleJobSummary, id, "id", INT64),
  FETTLE_FIELD (FettleJobSummary, revision, "revision", INT64),
  FETTLE_FIELD (FettleJobSummary, number, "number", STRING),
  FETTLE_FIELD (FettleJobSummary, kind, "kind", INT),
  FETTLE_FIELD (FettleJobSummary, stage, "stage", INT),
  FETTLE_FIELD (FettleJobSummary, outcome, "outcome", INT),
  FETTLE_FIELD (FettleJobSummary, clock, "clock", INT),
  FETTLE_FIELD (FettleJobSummary, customer_id, "customer-id", INT64),
  FETTLE_FIELD (FettleJobSummary, customer_name, "customer-name", STRING),
  FETTLE_FIELD (FettleJobSummary, phone, "phone", STRING),
  FETTLE_FIELD (FettleJobSummary, unit_id, "unit-id", INT64),
  FETTLE_FIELD (FettleJobSummary, unit_title, "unit-title", STRING),
  FETTLE_FIELD (FettleJobSummary, category, "category", STRING),
  FETTLE_FIELD (FettleJobSummary, model, "model", STRING),
  FETTLE_FIELD (FettleJobSummary, serial, "serial", STRING),
  FETTLE_FIELD (FettleJobSummary, fault, "fault", STRING),
  FETTLE_FIELD (FettleJobSummary, technician_id, "technician-id", INT64),
  FETTLE_FIELD (FettleJobSummary, technician_name, "technician-name", STRING),
  FETTLE_FIELD (FettleJobSummary, received_at, "received-at", INT64),
  FETTLE_FIELD (FettleJobSummary, stage_since, "stage-since", INT64),
  FETTLE_FIELD (FettleJobSummary, handed_over_at, "handed-over-at", INT64),
  FETTLE_FIELD (FettleJobSummary, need_by, "need-by", INT64),
  FETTLE_FIELD (FettleJobSummary, promised_due, "promised-due", INT64),
  FETTLE_FIELD (FettleJobSummary, back_due, "back-due", INT64),
  FETTLE_FIELD (FettleJobSummary, first_due, "first-due", INT64),
  FETTLE_FIELD (FettleJobSummary, device_expected, "device-expected", BOOLEAN),
  FETTLE_FIELD (FettleJobSummary, expected_at, "expected-at", INT64),
  FETTLE_FIELD (FettleJobSummary, about_id, "about-id", INT64),
  FETTLE_FIELD (FettleJobSummary, about_number, "about-number", STRING),
  FETTLE_FIELD (FettleJobSummary, about_as, "about-as", STRING),
  FETTLE_FIELD (FettleJobSummary, position, "position", INT),
};

FETTLE_DEFINE_RECORD (FettleJobSummary, fettle_job_summary)

static const FettleField fettle_accessory_fields[] = {
  FETTLE_FIELD (FettleAccessory, id, "id", INT64),
  FETTLE_FIELD (FettleAccessory, name, "name", STRING),
  FETTLE_FIELD (FettleAccessory, returned_at, "returned-at", INT64),
};

FETTLE_DEFINE_RECORD (FettleAccessory, fettle_accessory)

static const FettleField fettle_payment_fields[] = {
  FETTLE_FIELD (FettlePayment, id, "id", INT64),         FETTLE_FIELD (FettlePayment, at, "at", INT64),
  FETTLE_FIELD (FettlePayment, amount, "amount", INT64), FETTLE_FIELD (FettlePayment, currency, "currency", STRING),
  FETTLE_FIELD (FettlePayment, method, "method", INT),   FETTLE_FIELD (FettlePayment, by_name, "by-name", STRING),
};

FETTLE_DEFINE_RECORD (FettlePayment, fettle_payment)

static const FettleField fettle_job_fields[] = {
  FETTLE_FIELD (FettleJob, summary, "summary", RECORD),
  FETTLE_FIELD (FettleJob, customer, "customer", RECORD),
  FETTLE_FIELD (FettleJob, unit, "unit", RECORD),
  FETTLE_FIELD (FettleJob, condition, "condition", STRING),
  FETTLE_FIELD (FettleJob, accessories, "accessories", LIST),
  FETTLE_FIELD (FettleJob, backup, "backup", INT),
  FETTLE_FIELD (FettleJob, consent, "consent", STRV),
  FETTLE_FIELD (FettleJob, taken_by_id, "taken-by-id", INT64),
  FETTLE_FIELD (FettleJob, taken_by, "taken-by", STRING),
  FETTLE_FIELD (FettleJob, collected_by, "collected-by", STRING),
  FETTLE_FIELD (FettleJob, events, "events", LIST),
  FETTLE_FIELD (FettleJob, promises, "promises", LIST),
  FETTLE_FIELD (FettleJob, payments, "payments", LIST),
  FETTLE_FIELD (FettleJob, contacts, "contacts", LIST),
  FETTLE_FIELD (FettleJob, needs, "needs", LIST),
  FETTLE_FIELD (FettleJob, options, "options", LIST),
  FETTLE_FIELD (FettleJob, costs, "costs", LIST),
  FETTLE_FIELD (FettleJob, head_hash, "head-hash", STRING),
  FETTLE_FIELD (FettleJob, time_us, "time-us", INT64),
  FETTLE_FIELD (FettleJob, time_part, "time-part", INT64),
  FETTLE_FIELD (FettleJob, time_customer, "time-customer", INT64),
  FETTLE_FIELD (FettleJob, work_time, "work-time", INT64),
  FETTLE_FIELD (FettleJob, working_since, "working-since", INT64),
  FETTLE_FIELD (FettleJob, device, "device", RECORD),
  FETTLE_FIELD (FettleJob, follow_ups, "follow-ups", LIST),
  FETTLE_FIELD (FettleJob, about_this, "about-this", LIST),
  FETTLE_FIELD (FettleJob, rechecked_by, "rechecked-by", STRING),
  FETTLE_FIELD (FettleJob, fed_back_at, "fed-back-at", INT64),
};

FETTLE_DEFINE_RECORD (FettleJob, fettle_job)

/**
 * fettle_job_summary_is_late:
 * @now: moment
 *
 * A promise runs while the job is being worked on; one that is ready waits for its customer and is not late.
 *
 * Returns: whether the earliest open promise is past
 */
gboolean
fettle_job_summary_is_late (FettleJobSummary *self, gint64 now)
{
  return self->promised_due != 0 && self->promised_due < now && self->stage >= FETTLE_STAGE_RECEIVED
         && self->stage < FETTLE_STAGE_READY;
}

/**
 * fettle_job_summary_compare_fair:
 *
 * The fair order of work: what is due first comes first; without a promise, after all that have one; then who came
 * first.
 *
 * Returns: negative, zero or positive as @a comes before, with or after @b
 */
int
fettle_job_summary_compare_fair (FettleJobSummary *a, FettleJobSummary *b)
{
  gint64 first = a->promised_due != 0 ? a->promised_due : G_MAXINT64;
  gint64 second = b->promised_due != 0 ? b->promised_due : G_MAXINT64;

  if (first != second)
    return first < second ? -1 : 1;
  if (a->received_at != b->received_at)
    return a->received_at < b->received_at ? -1 : 1;
  return (a->id > b->id) - (a->id < b->id);
}

static gboolean
is_imported (FettleJob *self)
{
  return self->events->len > 0 && ((FettleEvent *) self->events->pdata[0])->kind == FETTLE_EVENT_IMPORTED;
}

static FettleLeakFacts
gather_leak_facts (FettleJob *self)
{
  FettleJobSummary *summary = self->summary;

  return (FettleLeakFacts){
    .stage = summary->stage,
    .outcome = summary->outcome,
    .has_customer = summary->customer_id != 0,
    .has_fault = summary->fault != NULL && *summary->fault != '\0',
    .rechecked_by_id = self->rechecked_by != NULL ? 1 : 0,
    .fed_back_at = self->fed_back_at,
    .is_imported = is_imported (self),
  };
}

/**
 * fettle_job_owes_leaks:
 *
 * Returns: whether the four no-leaks are owed by now: the job is closed, and was this shop's to record
 */
gboolean
fettle_job_owes_leaks (FettleJob *self)
{
  const FettleLeakFacts facts = gather_leak_facts (self);

  return fettle_four_leaks_is_due (&facts);
}

/**
 * fettle_job_leaks:
 * @missing: (out) (optional): those of the four no-leaks that are owed by now and were not done
 *
 * Returns: those that were done
 */
FettleLeaks
fettle_job_leaks (FettleJob *self, FettleLeaks *missing)
{
  const FettleLeakFacts facts = gather_leak_facts (self);

  if (missing != NULL)
    *missing = fettle_four_leaks_missing (&facts);
  return fettle_four_leaks_done (&facts);
}

/**
 * fettle_job_line:
 *
 * Returns: (transfer none) (nullable): the line that is open: who is there for the customer, and until when
 */
FettleFollowUp *
fettle_job_line (FettleJob *self)
{
  for (guint i = self->follow_ups->len; i > 0; i--)
    {
      FettleFollowUp *line = self->follow_ups->pdata[i - 1];

      if (g_strcmp0 (line->kind, FETTLE_FOLLOW_UP_LINE) == 0 && fettle_follow_up_is_open (line))
        return line;
    }
  return NULL;
}

/**
 * fettle_job_giver_was_told:
 *
 * Returns: whether the shop said anything to whoever gave the job since it was taken in
 */
gboolean
fettle_job_giver_was_told (FettleJob *self)
{
  for (guint i = 0; i < self->events->len; i++)
    {
      FettleEvent *event = self->events->pdata[i];
      g_autoptr (FettleDetails) details = NULL;

      if (event->kind == FETTLE_EVENT_CUSTOMER_TOLD || event->kind == FETTLE_EVENT_CONTACT_ANSWERED)
        return TRUE;
      if (event->kind != FETTLE_EVENT_CONTACTED)
        continue;
      details = fettle_details_parse (event->details);
      if (g_strcmp0 (fettle_details_get (details, "direction"), "out") == 0)
        return TRUE;
    }
  return FALSE;
}
