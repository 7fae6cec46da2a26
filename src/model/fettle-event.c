/* fettle-event.c: one entry of a job's timeline.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-event.h"

static const FettleField fettle_event_fields[] = {
  FETTLE_FIELD (FettleEvent, id, "id", INT64),
  FETTLE_FIELD (FettleEvent, job_id, "job-id", INT64),
  FETTLE_FIELD (FettleEvent, seq, "seq", INT64),
  FETTLE_FIELD (FettleEvent, at, "at", INT64),
  FETTLE_FIELD (FettleEvent, entered_at, "entered-at", INT64),
  FETTLE_FIELD (FettleEvent, kind, "kind", INT),
  FETTLE_FIELD (FettleEvent, by_id, "by-id", INT64),
  FETTLE_FIELD (FettleEvent, by_name, "by-name", STRING),
  FETTLE_FIELD (FettleEvent, desk, "desk", STRING),
  FETTLE_FIELD (FettleEvent, customer_may_read, "customer-may-read", BOOLEAN),
  FETTLE_FIELD (FettleEvent, details, "details", STRING),
  FETTLE_FIELD (FettleEvent, words, "words", STRING),
  FETTLE_FIELD (FettleEvent, salt, "salt", STRING),
  FETTLE_FIELD (FettleEvent, words_hash, "words-hash", STRING),
  FETTLE_FIELD (FettleEvent, hash, "hash", STRING),
};

FETTLE_DEFINE_RECORD (FettleEvent, fettle_event)

static int
compare_time (gconstpointer a, gconstpointer b)
{
  const FettleEvent *first = *(FettleEvent *const *) a, *second = *(FettleEvent *const *) b;

  if (first->at != second->at)
    return first->at < second->at ? -1 : 1;
  return first->seq < second->seq ? -1 : first->seq > second->seq;
}

/**
 * fettle_event_list_by_time:
 * @events: (element-type FettleEvent): as they were entered
 *
 * The timeline as people read it: what was entered later stands where it happened. The chain runs in the order of @seq.
 *
 * Returns: (transfer container) (element-type FettleEvent): the same events, the earliest first
 */
GPtrArray *
fettle_event_list_by_time (GPtrArray *events)
{
  GPtrArray *sorted = g_ptr_array_sized_new (events->len);

  for (guint i = 0; i < events->len; i++)
    g_ptr_array_add (sorted, events->pdata[i]);
  g_ptr_array_sort (sorted, compare_time);
  return sorted;
}
