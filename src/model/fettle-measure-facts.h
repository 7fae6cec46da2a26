/* fettle-measure-facts.h: the raw facts that measures are computed from.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-enums.h"

G_BEGIN_DECLS

/**
 * FettleStay:
 * What the events of one job amount to as far as measures need it: whose the time was, and whether it was diagnosed.
 * A plain struct of a few words instead of a #FettleJobState, because a year of a large shop has a hundred thousand.
 */
typedef struct
{
  gint64 clock_since;
  gint64 time_us;
  gint64 time_part;
  gint64 time_customer;
  FettleClockHolder clock;
  gboolean diagnosed;
} FettleStay;

void fettle_stay_apply (FettleStay *self, FettleEventKind what, gint64 at, const char *clock, const char *to);

/**
 * FettleKept:
 * How the promise of a job ended.
 */
typedef enum
{
  FETTLE_KEPT_NOTHING_PROMISED,
  FETTLE_KEPT_NOT,
  FETTLE_KEPT,
} FettleKept;

/**
 * FettleClosedFact:
 * A job that was handed over. @unit_id is 0 where there was no device; @back_at is when that device came back for the
 * first time after it, or a job was opened as its comeback; @reopened_at is that, or when a complaint about it came.
 * @leaks holds what is missing of the four no-leaks, a set of FettleLeaks.
 */
typedef struct
{
  gint64 job_id;
  gint64 unit_id;
  gint64 received_at;
  gint64 handed_over_at;
  gint64 back_at;
  gint64 reopened_at;
  FettleStay stay;
  FettleKept first_promise;
  FettleKept last_promise;
  FettleOutcome outcome;
  guint leaks;
} FettleClosedFact;

/**
 * FettleCancelledFact:
 * A job that was cancelled and stayed so.
 */
typedef struct
{
  gint64 job_id;
  gint64 cancelled_at;
  guint leaks;
} FettleCancelledFact;

/**
 * FettleReceivedFact:
 * A job that was taken in.
 */
typedef struct
{
  gint64 job_id;
  gint64 received_at;
  gboolean is_complaint;
} FettleReceivedFact;

/**
 * FettleAskedFact:
 * A follow-up that fell due or was answered; @csat and @nps are -1 where there is no answer.
 */
typedef struct
{
  gint64 job_id;
  gint64 due;
  gint64 answered_at;
  gboolean is_return_visit;
  int csat;
  int nps;
} FettleAskedFact;

/**
 * FettlePartFact:
 * A part that was asked for.
 */
typedef struct
{
  gint64 job_id;
  gint64 at;
  gboolean from_stock;
} FettlePartFact;

/**
 * FettleTicketFact:
 * A ticket of the queue that was called.
 */
typedef struct
{
  gint64 job_id;
  gint64 issued_at;
  gint64 waited;
} FettleTicketFact;

/**
 * FettleOpenFact:
 * A job that was open at the moment of its set.
 */
typedef struct
{
  gint64 job_id;
  gint64 received_at;
} FettleOpenFact;

/**
 * FettleOpenSet:
 * The jobs that were open at one moment.
 */
typedef struct
{
  gint64 at;
  GArray *jobs; /* of FettleOpenFact */
} FettleOpenSet;

/**
 * FettleMeasureRules:
 * @fix_days: how long a job must stay closed to be right the first time
 * @part_is_not_ours: whether waiting for a part is taken off the net turnaround, too
 */
typedef struct
{
  int fix_days;
  gboolean part_is_not_ours;
} FettleMeasureRules;

/**
 * FettleMeasureFacts:
 * @now: moment at which they were read; nothing later is in them
 * @zone: of the shop
 * @closed: of FettleClosedFact, by hand-over
 * @cancelled: of FettleCancelledFact
 * @received: of FettleReceivedFact, by reception
 * @asked: of FettleAskedFact
 * @parts: of FettlePartFact
 * @tickets: of FettleTicketFact
 * @open: of FettleOpenSet
 */
typedef struct
{
  gint64 now;
  GTimeZone *zone;
  FettleMeasureRules rules;
  GArray *closed;
  GArray *cancelled;
  GArray *received;
  GArray *asked;
  GArray *parts;
  GArray *tickets;
  GArray *open;
} FettleMeasureFacts;

#define FETTLE_DEFAULT_FIX_DAYS 30

FettleMeasureFacts *fettle_measure_facts_new (GTimeZone *zone, gint64 now);
void fettle_measure_facts_free (FettleMeasureFacts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FettleMeasureFacts, fettle_measure_facts_free)

GArray *fettle_measure_facts_add_open (FettleMeasureFacts *self, gint64 at);
GArray *fettle_measure_facts_find_open (FettleMeasureFacts *self, gint64 at);

G_END_DECLS
