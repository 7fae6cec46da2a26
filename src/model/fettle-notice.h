/* fettle-notice.h: what ought to be said to the staff now: a promise due soon or overdue, a job ready to call about.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-job.h"
#include "fettle-language.h"
#include "fettle-promise.h"

G_BEGIN_DECLS

/**
 * FettleNoticeKind:
 * @FETTLE_NOTICE_DUE_SOON: a promise comes due within the lead
 * @FETTLE_NOTICE_OVERDUE: a promise's time has passed
 * @FETTLE_NOTICE_READY: a job became ready: the customer wants a call
 */
typedef enum
{
  FETTLE_NOTICE_NONE,
  FETTLE_NOTICE_DUE_SOON,
  FETTLE_NOTICE_OVERDUE,
  FETTLE_NOTICE_READY,
} FettleNoticeKind;

#define FETTLE_TYPE_NOTICE (fettle_notice_get_type ())
FETTLE_DECLARE_RECORD (FettleNotice, fettle_notice, FETTLE, NOTICE)

/**
 * FettleNotice:
 * @kind: what it is about
 * @key: the same for the same thing at every desk and after every start; another once a promise has a new date
 * @job_id: which job
 * @number: of the job
 * @text: what was promised, or NULL
 * @due: moment, 0 for a ready job
 *
 * One thing to be said once.
 */
struct _FettleNotice
{
  FettleRecord parent_instance;
  FettleNoticeKind kind;
  char *key;
  gint64 job_id;
  char *number;
  char *text;
  gint64 due;
};

GPtrArray *fettle_notice_list (GPtrArray *promises, GPtrArray *ready, gint64 now, gint64 lead);
gboolean fettle_notice_still_holds (FettleNotice *self, FettleJob *job);
char *fettle_notice_title (FettleNotice *self);
char *fettle_notice_body (FettleNotice *self, FettleJobSummary *job, gint64 now, GTimeZone *zone);

G_END_DECLS
