/* fettle-job.h: one visit of one unit, or of none.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-record.h"
#include "fettle-enums.h"
#include "fettle-customer.h"
#include "fettle-device.h"
#include "fettle-unit.h"
#include "fettle-event.h"
#include "fettle-follow-up.h"
#include "fettle-four-leaks.h"
#include "fettle-promise.h"
#include "fettle-contact.h"
#include "fettle-need.h"
#include "fettle-option.h"
#include "fettle-cost.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_JOB_SUMMARY (fettle_job_summary_get_type ())
FETTLE_DECLARE_RECORD (FettleJobSummary, fettle_job_summary, FETTLE, JOB_SUMMARY)

/**
 * FettleJobSummary:
 * @id: row
 * @revision: grows with every change; an edit names the one it saw
 * @number: YYYY-NNNNNN
 * @kind: why they came
 * @stage: where it is
 * @outcome: what came of it
 * @clock: whose time runs; none when closed
 * @customer_id: 0 for unknown
 * @customer_name: or NULL
 * @phone: the first one, or NULL
 * @unit_id: 0 for none
 * @unit_title: never NULL
 * @category: or NULL
 * @model: brand and model without the owner, as the public board shows it
 * @serial: or NULL
 * @fault: in the customer's words
 * @technician_id: 0 for nobody
 * @technician_name: or NULL
 * @received_at: moment
 * @stage_since: moment of the last move
 * @handed_over_at: moment, 0
 * @need_by: moment, 0
 * @promised_due: earliest open promise, 0 for none
 * @back_due: earliest open promise by which the customer has the device again, 0 for none; only as read from the store
 * @first_due: of the first promise as first said, 0
 * @device_expected: whether it was opened before its device came, and waits for it
 * @expected_at: moment at which such a device is expected, 0
 * @about_id: job that this one is about, 0 for none
 * @about_number: its number, or NULL
 * @about_as: comeback, complaint or visit; NULL where there is none
 * @position: 1, 2, 3 in its stage in fair order; 0 where not asked for
 *
 * A job as one line or one card shows it.
 */
struct _FettleJobSummary
{
  FettleRecord parent_instance;
  gint64 id;
  gint64 revision;
  char *number;
  FettleKind kind;
  FettleStage stage;
  FettleOutcome outcome;
  FettleClockHolder clock;
  gint64 customer_id;
  char *customer_name;
  char *phone;
  gint64 unit_id;
  char *unit_title;
  char *category;
  char *model;
  char *serial;
  char *fault;
  gint64 technician_id;
  char *technician_name;
  gint64 received_at;
  gint64 stage_since;
  gint64 handed_over_at;
  gint64 need_by;
  gint64 promised_due;
  gint64 back_due;
  gint64 first_due;
  gboolean device_expected;
  gint64 expected_at;
  gint64 about_id;
  char *about_number;
  char *about_as;
  int position;
};

#define FETTLE_TYPE_ACCESSORY (fettle_accessory_get_type ())
FETTLE_DECLARE_RECORD (FettleAccessory, fettle_accessory, FETTLE, ACCESSORY)

/**
 * FettleAccessory:
 * @id: row
 * @name: as written
 * @returned_at: moment it was given back, 0 while here
 *
 * What came with the device.
 */
struct _FettleAccessory
{
  FettleRecord parent_instance;
  gint64 id;
  char *name;
  gint64 returned_at;
};

#define FETTLE_TYPE_PAYMENT (fettle_payment_get_type ())
FETTLE_DECLARE_RECORD (FettlePayment, fettle_payment, FETTLE, PAYMENT)

/**
 * FettlePayment:
 * @id: row
 * @at: moment
 * @amount: in minor units of @currency
 * @currency: ISO 4217
 * @method: how
 * @by_name: who took it
 *
 * Money taken for a job.
 */
struct _FettlePayment
{
  FettleRecord parent_instance;
  gint64 id;
  gint64 at;
  gint64 amount;
  char *currency;
  FettlePaymentMethod method;
  char *by_name;
};

#define FETTLE_TYPE_JOB (fettle_job_get_type ())
FETTLE_DECLARE_RECORD (FettleJob, fettle_job, FETTLE, JOB)

/**
 * FettleJob:
 * @summary: what lists show of it
 * @customer: or NULL
 * @unit: or NULL
 * @condition: as it came in, or NULL
 * @accessories: of FettleAccessory
 * @backup: of the customer's data
 * @consent: purposes agreed to: diagnose, back-up, reset, replace-storage
 * @taken_by_id: 0 for nobody
 * @taken_by: who took it in
 * @collected_by: who took it home, or NULL
 * @events: of FettleEvent, oldest first
 * @promises: of FettlePromise with their revisions
 * @payments: of FettlePayment
 * @contacts: of FettleContact, oldest first
 * @needs: of FettleNeed
 * @options: of FettleOption
 * @costs: of FettleCost: what it cost the customer, oldest first
 * @head_hash: hash of the last event
 * @time_us: microseconds the job was with us
 * @time_part: waiting for a part
 * @time_customer: waiting for the customer
 * @work_time: spent on it at the bench
 * @working_since: moment the bench began the present stretch, 0 when nobody works on it
 * @device: what was found out about the device and done to it; never %NULL once loaded
 * @follow_ups: of FettleFollowUp: return visits, lines and requests, oldest first
 * @about_this: of FettleJobSummary: later jobs that are about this one, oldest first
 * @rechecked_by: who checked the work again, or NULL
 * @fed_back_at: moment at which it was last fed back, 0
 *
 * A whole job: what it is, its timeline, what was promised.
 */
struct _FettleJob
{
  FettleRecord parent_instance;
  FettleJobSummary *summary;
  FettleCustomer *customer;
  FettleUnit *unit;
  char *condition;
  GPtrArray *accessories;
  FettleBackupState backup;
  GStrv consent;
  gint64 taken_by_id;
  char *taken_by;
  char *collected_by;
  GPtrArray *events;
  GPtrArray *promises;
  GPtrArray *payments;
  GPtrArray *contacts;
  GPtrArray *needs;
  GPtrArray *options;
  GPtrArray *costs;
  char *head_hash;
  gint64 time_us;
  gint64 time_part;
  gint64 time_customer;
  gint64 work_time;
  gint64 working_since;
  FettleDevice *device;
  GPtrArray *follow_ups;
  GPtrArray *about_this;
  char *rechecked_by;
  gint64 fed_back_at;
};

gboolean fettle_job_summary_is_late (FettleJobSummary *self, gint64 now);
int fettle_job_summary_compare_fair (FettleJobSummary *a, FettleJobSummary *b);
gboolean fettle_job_owes_leaks (FettleJob *self);
FettleLeaks fettle_job_leaks (FettleJob *self, FettleLeaks *missing);
FettleFollowUp *fettle_job_line (FettleJob *self);
gboolean fettle_job_giver_was_told (FettleJob *self);

G_END_DECLS
