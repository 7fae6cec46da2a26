/* fettle-notice.h: what ought to be said to the staff now: what comes due or is overdue, a job ready to call about.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-attention.h"
#include "fettle-job.h"
#include "fettle-language.h"

G_BEGIN_DECLS

/**
 * FettleNoticeKind:
 * @FETTLE_NOTICE_DUE_SOON: a promise comes due within its lead
 * @FETTLE_NOTICE_OVERDUE: the time of a promise or of a reply has come; said again each day on which the shop is open
 * @FETTLE_NOTICE_READY: a job became ready: the customer wants a call
 * @FETTLE_NOTICE_GREETING: somebody has waited too long without a greeting
 * @FETTLE_NOTICE_MORNING: how much waits, as the shop opens
 */
typedef enum
{
  FETTLE_NOTICE_NONE,
  FETTLE_NOTICE_DUE_SOON,
  FETTLE_NOTICE_OVERDUE,
  FETTLE_NOTICE_READY,
  FETTLE_NOTICE_GREETING,
  FETTLE_NOTICE_MORNING,
} FettleNoticeKind;

#define FETTLE_TYPE_NOTICE (fettle_notice_get_type ())
FETTLE_DECLARE_RECORD (FettleNotice, fettle_notice, FETTLE, NOTICE)

/**
 * FettleNotice:
 * @kind: what it is about
 * @what: what waits
 * @key: the same for the same thing at every desk and after every start; another once a promise has a new date
 * @job_id: which job, or 0
 * @number: of the job, or NULL
 * @unit_title: or NULL
 * @text: what was promised or asked, or NULL
 * @due: moment, 0 for a ready job
 * @count: of the morning: how much waits
 * @n_now: of the morning: how much of it hurts now
 *
 * One thing to be said once.
 */
struct _FettleNotice
{
  FettleRecord parent_instance;
  FettleNoticeKind kind;
  FettleAttentionKind what;
  char *key;
  gint64 job_id;
  char *number;
  char *unit_title;
  char *text;
  gint64 due;
  int count;
  int n_now;
};

GPtrArray *fettle_notice_list (GPtrArray *items, FettleCalendar *calendar, gint64 now);
gboolean fettle_notice_still_holds (FettleNotice *self, FettleJob *job);
char *fettle_notice_title (FettleNotice *self);
char *fettle_notice_body (FettleNotice *self, gint64 now, GTimeZone *zone);

G_END_DECLS
