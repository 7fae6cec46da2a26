/* fettle-commitment.h: what the shop publishes and holds itself to, and what follows when it does not.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-calendar.h"
#include "fettle-intake.h"
#include "fettle-language.h"
#include "fettle-promise.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_PROMISE_KIND (fettle_promise_kind_get_type ())
FETTLE_DECLARE_RECORD (FettlePromiseKind, fettle_promise_kind, FETTLE, PROMISE_KIND)

/**
 * FettlePromiseKind:
 * @id: as files hold it: small letters, digits and hyphens
 * @name: the shop's own name, or NULL for the ready one
 * @requires: what must stand behind one: order, visit or task; NULL nothing
 * @lead: minutes of opening time before it is due from which it is due soon
 * @active: whether it is offered
 * @is_ready: whether it is one that every shop has
 *
 * A kind of promise, ready or the shop's own.
 */
struct _FettlePromiseKind
{
  FettleRecord parent_instance;
  char *id;
  char *name;
  char *requires;
  int lead;
  gboolean active;
  gboolean is_ready;
};

#define FETTLE_TYPE_COMMITMENT (fettle_commitment_get_type ())
FETTLE_DECLARE_RECORD (FettleCommitment, fettle_commitment, FETTLE, COMMITMENT)

/**
 * FettleCommitment:
 * @id: row
 * @revision: which wording it is, from 1; a new one is a row of its own
 * @first_id: row of its first wording
 * @text: as published: "Ready in 3 working days or the express fee back"
 * @kind: kind of the promise it makes
 * @job_kinds: ids of the kinds of job it is for; NULL for all
 * @categories: of devices it is for; NULL for all
 * @need: whether it is only for who needs it by a certain day
 * @automatic: whether it goes with every job that it is for, without being chosen
 * @days: working days; 0 where @minutes count
 * @minutes: minutes of opening time
 * @compensation: what the customer gets when it breaks, in words, or NULL
 * @amount: in minor units of @currency, 0 where it is not money
 * @currency: ISO 4217, or NULL
 * @active: whether it is offered
 */
struct _FettleCommitment
{
  FettleRecord parent_instance;
  gint64 id;
  gint64 revision;
  gint64 first_id;
  char *text;
  char *kind;
  GStrv job_kinds;
  GStrv categories;
  gboolean need;
  gboolean automatic;
  int days;
  int minutes;
  char *compensation;
  gint64 amount;
  char *currency;
  gboolean active;
};

#define FETTLE_TYPE_COMPENSATION (fettle_compensation_get_type ())
FETTLE_DECLARE_RECORD (FettleCompensation, fettle_compensation, FETTLE, COMPENSATION)

/**
 * FettleCompensation:
 * @id: row; 0 where it is due and will be written with the next change
 * @job_id: of which job
 * @job_number: of which job
 * @customer_name: or NULL
 * @language: of the customer's papers, or NULL for the shop's
 * @unit_title: what it is about
 * @promise_id: the promise that broke
 * @commitment_id: what was published
 * @commitment: its text
 * @due_at: moment from which it is owed
 * @text: what is owed, in words
 * @amount: in minor units of @currency
 * @currency: ISO 4217, or NULL
 * @given_at: moment at which it was given or waived, 0 while it is owed
 * @waived: why it was not given, or NULL
 * @by_name: who gave or waived it, or NULL
 */
struct _FettleCompensation
{
  FettleRecord parent_instance;
  gint64 id;
  gint64 job_id;
  char *job_number;
  char *customer_name;
  char *language;
  char *unit_title;
  gint64 promise_id;
  gint64 commitment_id;
  char *commitment;
  gint64 due_at;
  char *text;
  gint64 amount;
  char *currency;
  gint64 given_at;
  char *waived;
  char *by_name;
};

#define FETTLE_TYPE_CLAIM (fettle_claim_get_type ())
FETTLE_DECLARE_RECORD (FettleClaim, fettle_claim, FETTLE, CLAIM)

/**
 * FettleClaim:
 * @id: row
 * @job_id: of which job
 * @job_number: of which job
 * @promise_id: the promise that broke
 * @against: who caused it: carrier, part or system
 * @whom: their name, or NULL
 * @text: what it is for, in words
 * @amount: in minor units of @currency
 * @currency: ISO 4217, or NULL
 * @opened_at: moment
 * @ended_at: moment, 0 while it is open
 * @outcome: what came of it, or NULL
 * @owner_id: who follows it, 0 for nobody
 * @owner_name: or NULL
 */
struct _FettleClaim
{
  FettleRecord parent_instance;
  gint64 id;
  gint64 job_id;
  char *job_number;
  gint64 promise_id;
  char *against;
  char *whom;
  char *text;
  gint64 amount;
  char *currency;
  gint64 opened_at;
  gint64 ended_at;
  char *outcome;
  gint64 owner_id;
  char *owner_name;
};

GPtrArray *fettle_promise_kinds_merge (GPtrArray *own);
FettlePromiseKind *fettle_promise_kinds_find (GPtrArray *kinds, const char *id);
gboolean fettle_promise_kind_validate (FettlePromiseKind *self, GError **error);

gboolean fettle_commitment_is_same (FettleCommitment *self, FettleCommitment *other);
gboolean fettle_commitment_validate (FettleCommitment *self, GError **error);
gboolean fettle_commitment_is_for (FettleCommitment *self, FettleKind kind, const char *category, gint64 need_by);
gint64 fettle_commitment_due (FettleCommitment *self, FettleCalendar *calendar, gint64 from);
char *fettle_commitment_condition (FettleCommitment *self);
void fettle_commitment_take_condition (FettleCommitment *self, const char *condition);
char *fettle_commitment_term (FettleCommitment *self, FettleLanguage *language);
gboolean fettle_claim_is_against (const char *reason);

char *fettle_compensation_what (FettleCompensation *self, FettleLanguage *language);
char *fettle_compensation_apology (FettleCompensation *self, FettleLanguage *language, GTimeZone *zone);

G_END_DECLS
