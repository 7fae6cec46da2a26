/* fettle-promise.c: something said to a customer.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-promise.h"

static const FettleField fettle_promise_fields[] = {
  FETTLE_FIELD (FettlePromise, id, "id", INT64),
  FETTLE_FIELD (FettlePromise, job_id, "job-id", INT64),
  FETTLE_FIELD (FettlePromise, job_number, "job-number", STRING),
  FETTLE_FIELD (FettlePromise, customer_name, "customer-name", STRING),
  FETTLE_FIELD (FettlePromise, unit_title, "unit-title", STRING),
  FETTLE_FIELD (FettlePromise, stage, "stage", INT),
  FETTLE_FIELD (FettlePromise, stage_since, "stage-since", INT64),
  FETTLE_FIELD (FettlePromise, kind, "kind", STRING),
  FETTLE_FIELD (FettlePromise, kind_name, "kind-name", STRING),
  FETTLE_FIELD (FettlePromise, lead, "lead", INT),
  FETTLE_FIELD (FettlePromise, text, "text", STRING),
  FETTLE_FIELD (FettlePromise, owner_id, "owner-id", INT64),
  FETTLE_FIELD (FettlePromise, owner_name, "owner-name", STRING),
  FETTLE_FIELD (FettlePromise, deputy_id, "deputy-id", INT64),
  FETTLE_FIELD (FettlePromise, deputy_name, "deputy-name", STRING),
  FETTLE_FIELD (FettlePromise, acting_id, "acting-id", INT64),
  FETTLE_FIELD (FettlePromise, acting_name, "acting-name", STRING),
  FETTLE_FIELD (FettlePromise, made_at, "made-at", INT64),
  FETTLE_FIELD (FettlePromise, told_how, "told-how", STRING),
  FETTLE_FIELD (FettlePromise, told_at, "told-at", INT64),
  FETTLE_FIELD (FettlePromise, told_by_id, "told-by-id", INT64),
  FETTLE_FIELD (FettlePromise, told_by_name, "told-by-name", STRING),
  FETTLE_FIELD (FettlePromise, state, "state", INT),
  FETTLE_FIELD (FettlePromise, ended_at, "ended-at", INT64),
  FETTLE_FIELD (FettlePromise, due_from, "due-from", INT64),
  FETTLE_FIELD (FettlePromise, due, "due", INT64),
  FETTLE_FIELD (FettlePromise, first_due, "first-due", INT64),
  FETTLE_FIELD (FettlePromise, requires, "requires", STRING),
  FETTLE_FIELD (FettlePromise, backing, "backing", STRING),
  FETTLE_FIELD (FettlePromise, backed_at, "backed-at", INT64),
  FETTLE_FIELD (FettlePromise, commitment_id, "commitment-id", INT64),
  FETTLE_FIELD (FettlePromise, revisions, "revisions", LIST),
};

FETTLE_DEFINE_RECORD (FettlePromise, fettle_promise)

static const FettleField fettle_promise_revision_fields[] = {
  FETTLE_FIELD (FettlePromiseRevision, at, "at", INT64),
  FETTLE_FIELD (FettlePromiseRevision, due_from, "due-from", INT64),
  FETTLE_FIELD (FettlePromiseRevision, due, "due", INT64),
  FETTLE_FIELD (FettlePromiseRevision, reason, "reason", STRING),
  FETTLE_FIELD (FettlePromiseRevision, whom, "whom", STRING),
  FETTLE_FIELD (FettlePromiseRevision, note, "note", STRING),
  FETTLE_FIELD (FettlePromiseRevision, by_name, "by-name", STRING),
};

FETTLE_DEFINE_RECORD (FettlePromiseRevision, fettle_promise_revision)

static const FettleField fettle_promise_change_fields[] = {
  FETTLE_FIELD (FettlePromiseChange, promise_id, "promise-id", INT64),
  FETTLE_FIELD (FettlePromiseChange, due_from, "due-from", INT64),
  FETTLE_FIELD (FettlePromiseChange, due, "due", INT64),
  FETTLE_FIELD (FettlePromiseChange, state, "state", INT),
  FETTLE_FIELD (FettlePromiseChange, reason, "reason", STRING),
  FETTLE_FIELD (FettlePromiseChange, whom, "whom", STRING),
  FETTLE_FIELD (FettlePromiseChange, note, "note", STRING),
  FETTLE_FIELD (FettlePromiseChange, told_how, "told-how", STRING),
  FETTLE_FIELD (FettlePromiseChange, by, "by", STRING),
  FETTLE_FIELD (FettlePromiseChange, desk, "desk", STRING),
};

FETTLE_DEFINE_RECORD (FettlePromiseChange, fettle_promise_change)
