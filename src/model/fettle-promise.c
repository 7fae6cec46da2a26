/* fettle-promise.c: something said to a customer.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-promise.h"

static const FettleField fettle_promise_fields[] = {
  FETTLE_FIELD (FettlePromise, id, "id", INT64),
  FETTLE_FIELD (FettlePromise, job_id, "job-id", INT64),
  FETTLE_FIELD (FettlePromise, job_number, "job-number", STRING),
  FETTLE_FIELD (FettlePromise, kind, "kind", STRING),
  FETTLE_FIELD (FettlePromise, text, "text", STRING),
  FETTLE_FIELD (FettlePromise, owner_id, "owner-id", INT64),
  FETTLE_FIELD (FettlePromise, owner_name, "owner-name", STRING),
  FETTLE_FIELD (FettlePromise, made_at, "made-at", INT64),
  FETTLE_FIELD (FettlePromise, told_how, "told-how", STRING),
  FETTLE_FIELD (FettlePromise, state, "state", INT),
  FETTLE_FIELD (FettlePromise, ended_at, "ended-at", INT64),
  FETTLE_FIELD (FettlePromise, due_from, "due-from", INT64),
  FETTLE_FIELD (FettlePromise, due, "due", INT64),
  FETTLE_FIELD (FettlePromise, first_due, "first-due", INT64),
  FETTLE_FIELD (FettlePromise, revisions, "revisions", LIST),
};

FETTLE_DEFINE_RECORD (FettlePromise, fettle_promise)

static const FettleField fettle_promise_revision_fields[] = {
  FETTLE_FIELD (FettlePromiseRevision, at, "at", INT64),
  FETTLE_FIELD (FettlePromiseRevision, due_from, "due-from", INT64),
  FETTLE_FIELD (FettlePromiseRevision, due, "due", INT64),
  FETTLE_FIELD (FettlePromiseRevision, reason, "reason", STRING),
  FETTLE_FIELD (FettlePromiseRevision, note, "note", STRING),
  FETTLE_FIELD (FettlePromiseRevision, by_name, "by-name", STRING),
};

FETTLE_DEFINE_RECORD (FettlePromiseRevision, fettle_promise_revision)
