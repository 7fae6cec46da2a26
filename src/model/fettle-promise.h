/* fettle-promise.h: something said to a customer.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-record.h"
#include "fettle-enums.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_PROMISE (fettle_promise_get_type ())
FETTLE_DECLARE_RECORD (FettlePromise, fettle_promise, FETTLE, PROMISE)

/**
 * FettlePromise:
 * @id: row
 * @job_id: of which job
 * @job_number: of which job
 * @customer_name: of that job, or NULL; only as read from the store
 * @unit_title: what it is about, without the owner; only as read from the store
 * @stage: of that job; only as read from the store
 * @stage_since: moment of the job's last move; only as read from the store
 * @kind: ready, call-back, part, visit, delivery, reply, or one of the shop's own
 * @kind_name: the shop's own name of the kind, or NULL
 * @lead: minutes of opening time before it is due from which it is due soon
 * @text: the words said
 * @owner_id: staff, 0 for nobody
 * @owner_name: or NULL
 * @deputy_id: who stands in for the owner with this one, 0 for nobody in particular
 * @deputy_name: or NULL
 * @acting_id: who has it today, by the absence calendar; only as read from the store
 * @acting_name: or NULL
 * @made_at: moment
 * @told_how: counter, phone, message, mail; NULL unknown
 * @told_at: moment at which the customer was told, 0 unknown
 * @told_by_id: who told them, 0 unknown
 * @told_by_name: or NULL
 * @state: open, or how it ended
 * @ended_at: moment, 0 while open
 * @due_from: near end of a range, 0 for a moment
 * @due: moment; the far end counts
 * @first_due: as first said; never changed
 * @requires: what must stand behind it: order, visit or task; NULL nothing; "none" where its kind would want something
 * @backing: what stands behind it, such as the number of an order, or NULL
 * @backed_at: moment at which that was linked, 0
 * @commitment_id: the published commitment that it is of, 0 for none
 * @revisions: of FettlePromiseRevision, oldest first; empty in lists
 *
 * A promise as kept. The first date stays; a new one is a revision with a reason.
 */
struct _FettlePromise
{
  FettleRecord parent_instance;
  gint64 id;
  gint64 job_id;
  char *job_number;
  char *customer_name;
  char *unit_title;
  FettleStage stage;
  gint64 stage_since;
  char *kind;
  char *kind_name;
  int lead;
  char *text;
  gint64 owner_id;
  char *owner_name;
  gint64 deputy_id;
  char *deputy_name;
  gint64 acting_id;
  char *acting_name;
  gint64 made_at;
  char *told_how;
  gint64 told_at;
  gint64 told_by_id;
  char *told_by_name;
  FettlePromiseState state;
  gint64 ended_at;
  gint64 due_from;
  gint64 due;
  gint64 first_due;
  char *requires;
  char *backing;
  gint64 backed_at;
  gint64 commitment_id;
  GPtrArray *revisions;
};

#define FETTLE_TYPE_PROMISE_REVISION (fettle_promise_revision_get_type ())
FETTLE_DECLARE_RECORD (FettlePromiseRevision, fettle_promise_revision, FETTLE, PROMISE_REVISION)

/**
 * FettlePromiseRevision:
 * @at: moment it was made
 * @due_from: or 0
 * @due: moment
 * @reason: ours, part, customer, carrier or system
 * @whom: name of the carrier or supplier, or NULL
 * @note: in words, or NULL
 * @by_name: or NULL
 *
 * A new date for a promise.
 */
struct _FettlePromiseRevision
{
  FettleRecord parent_instance;
  gint64 at;
  gint64 due_from;
  gint64 due;
  char *reason;
  char *whom;
  char *note;
  char *by_name;
};

#define FETTLE_TYPE_PROMISE_CHANGE (fettle_promise_change_get_type ())
FETTLE_DECLARE_RECORD (FettlePromiseChange, fettle_promise_change, FETTLE, PROMISE_CHANGE)

/**
 * FettlePromiseChange:
 * @promise_id: which
 * @due_from: near end of a new range, or 0
 * @due: the new moment; 0 where the promise ends
 * @state: how it ends: kept, broken or withdrawn; none where it gets a new date
 * @reason: whose doing it is: ours, part, customer, carrier or system; NULL where it ends without one
 * @whom: name of the carrier or supplier, or NULL
 * @note: in words, or NULL
 * @told_how: how the customer was told of it, NULL where they were not
 * @by: name of staff, or NULL
 * @desk: where it is entered, or NULL
 *
 * A new date for a promise, or its end, as asked for.
 */
struct _FettlePromiseChange
{
  FettleRecord parent_instance;
  gint64 promise_id;
  gint64 due_from;
  gint64 due;
  FettlePromiseState state;
  char *reason;
  char *whom;
  char *note;
  char *told_how;
  char *by;
  char *desk;
};

G_END_DECLS
