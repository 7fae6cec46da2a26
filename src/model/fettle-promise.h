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
 * @kind: ready, call-back, part, visit, delivery or reply
 * @text: the words said
 * @owner_id: staff, 0 for nobody
 * @owner_name: or NULL
 * @made_at: moment
 * @told_how: counter, phone, message, mail; NULL unknown
 * @state: open, or how it ended
 * @ended_at: moment, 0 while open
 * @due_from: near end of a range, 0 for a moment
 * @due: moment; the far end counts
 * @first_due: as first said; never changed
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
  char *kind;
  char *text;
  gint64 owner_id;
  char *owner_name;
  gint64 made_at;
  char *told_how;
  FettlePromiseState state;
  gint64 ended_at;
  gint64 due_from;
  gint64 due;
  gint64 first_due;
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
  char *note;
  char *by_name;
};

G_END_DECLS
