/* fettle-promise-rules.h: how a promise stands, and by how much it was missed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-calendar.h"
#include "fettle-language.h"
#include "fettle-promise.h"

G_BEGIN_DECLS

/**
 * FettlePromiseStatus:
 * @FETTLE_PROMISE_STATUS_NONE: there is none
 * @FETTLE_PROMISE_STATUS_OPEN: open, and there is time
 * @FETTLE_PROMISE_STATUS_DUE_SOON: due within its lead, or by the end of the next working day
 * @FETTLE_PROMISE_STATUS_DUE_TODAY: due today
 * @FETTLE_PROMISE_STATUS_NOTHING_BEHIND: open, and what it requires was not linked
 * @FETTLE_PROMISE_STATUS_OVERDUE: open, and its time has passed
 * @FETTLE_PROMISE_STATUS_KEPT: by its first date
 * @FETTLE_PROMISE_STATUS_KEPT_LATE: after its first date
 * @FETTLE_PROMISE_STATUS_BROKEN: not kept
 * @FETTLE_PROMISE_STATUS_WITHDRAWN: called off
 *
 * How a promise stands at one moment; what hurts most goes first.
 */
typedef enum
{
  FETTLE_PROMISE_STATUS_NONE,
  FETTLE_PROMISE_STATUS_OPEN,
  FETTLE_PROMISE_STATUS_DUE_SOON,
  FETTLE_PROMISE_STATUS_DUE_TODAY,
  FETTLE_PROMISE_STATUS_NOTHING_BEHIND,
  FETTLE_PROMISE_STATUS_OVERDUE,
  FETTLE_PROMISE_STATUS_KEPT,
  FETTLE_PROMISE_STATUS_KEPT_LATE,
  FETTLE_PROMISE_STATUS_BROKEN,
  FETTLE_PROMISE_STATUS_WITHDRAWN,
} FettlePromiseStatus;
#define FETTLE_N_PROMISE_STATUSES (FETTLE_PROMISE_STATUS_WITHDRAWN + 1)

const char *fettle_promise_status_id (FettlePromiseStatus status);
const char *fettle_promise_status_words (FettleLanguage *language, FettlePromiseStatus status);
FettlePromiseStatus fettle_promise_status (FettlePromise *self, FettleCalendar *calendar, gint64 now);
gboolean fettle_promise_has_nothing_behind (FettlePromise *self);
gint64 fettle_promise_soon_until (FettleCalendar *calendar, gint64 now, int lead);
gboolean
fettle_promise_missed_by (FettlePromise *self, FettleCalendar *calendar, gint64 now, int *days, gint64 *working_time);
char *fettle_promise_missed_text (FettleLanguage *language, int days, gint64 working_time);
gint64 fettle_promise_binding_due (FettlePromise *self);
gboolean fettle_promise_is_done (FettlePromise *self);
gboolean fettle_promise_brings_back (FettlePromise *self);
const char *fettle_promise_kind_words (FettlePromise *self, FettleLanguage *language);

FettlePromise *
fettle_promise_kept_by_part (GPtrArray *promises, const char *name, const char *source, const char *serial);

char *fettle_promise_calendar_note (FettleCalendar *calendar, gint64 now, gint64 due);

/* What a promise may require, ended by NULL; and which of them a ready kind requires by itself. */
const char *const *fettle_promise_require_ids (void);
const char *fettle_promise_require_words (FettleLanguage *language, const char *id);
const char *fettle_promise_default_requires (const char *kind);

G_END_DECLS
