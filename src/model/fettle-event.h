/* fettle-event.h: one entry of a job's timeline.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-record.h"
#include "fettle-enums.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_EVENT (fettle_event_get_type ())
FETTLE_DECLARE_RECORD (FettleEvent, fettle_event, FETTLE, EVENT)

/**
 * FettleEvent:
 * @id: row; grows over all jobs
 * @job_id: whose
 * @seq: 1, 2, 3 within the job
 * @at: moment it happened
 * @entered_at: moment it was written down
 * @kind: what it says
 * @by_id: staff, 0 for nobody
 * @by_name: or NULL
 * @desk: where it was entered
 * @customer_may_read: shown to the customer
 * @details: JSON object of strings
 * @words: JSON object of strings; NULL when erased
 * @salt: of the hash of @words
 * @words_hash: SHA-256, hexadecimal
 * @hash: SHA-256 over all of it and the one before, hexadecimal
 *
 * An event as kept. It is only ever added. What names or quotes a person is in @words, which the chain holds as a
 * salted hash, so that it can be erased; everything else is in @details.
 */
struct _FettleEvent
{
  FettleRecord parent_instance;
  gint64 id;
  gint64 job_id;
  gint64 seq;
  gint64 at;
  gint64 entered_at;
  FettleEventKind kind;
  gint64 by_id;
  char *by_name;
  char *desk;
  gboolean customer_may_read;
  char *details;
  char *words;
  char *salt;
  char *words_hash;
  char *hash;
};

GPtrArray *fettle_event_list_by_time (GPtrArray *events);

G_END_DECLS
