/* fettle-queue-report.h: how a day's queue went.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-language.h"
#include "fettle-queue.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_QUEUE_REPORT (fettle_queue_report_get_type ())
FETTLE_DECLARE_RECORD (FettleQueueReport, fettle_queue_report, FETTLE, QUEUE_REPORT)

/**
 * FettleQueueReport:
 * @day: YYYY-MM-DD in the shop's zone
 * @at: the moment it was made
 * @n_taken: tickets given out
 * @n_served: done, or at a counter
 * @n_left: went without being served
 * @n_parked: were parked and did not come back
 * @n_waiting: still wait; whoever is called at this moment does not
 * @n_called: those that the waits are counted over: called or served at least once
 * @median_wait: microseconds from the ticket to the first call; -1 where nobody was called
 * @longest_wait: microseconds; -1
 * @longest_number: whose; the first one of several
 * @longest_left: the longest that anybody waited who left and was never called, -1
 * @n_late_greetings: neither greeted nor called in time
 * @n_overtaken: passed over, counted for each that went before them
 * @overtakes: of FettleTicket: those called while an earlier one that could have been called waited, by their number
 */
struct _FettleQueueReport
{
  FettleRecord parent_instance;
  char *day;
  gint64 at;
  int n_taken;
  int n_served;
  int n_left;
  int n_parked;
  int n_waiting;
  int n_called;
  gint64 median_wait;
  gint64 longest_wait;
  char *longest_number;
  gint64 longest_left;
  int n_late_greetings;
  int n_overtaken;
  GPtrArray *overtakes;
};

FettleQueueReport *fettle_queue_report_make (FettleQueue *queue);
char *fettle_queue_overtake_sentence (FettleTicket *ticket, FettleLanguage *language);

G_END_DECLS
