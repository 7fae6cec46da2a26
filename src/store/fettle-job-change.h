/* fettle-job-change.h: one change of one job: its transaction, its timeline, and who makes it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-event-store.h"
#include "fettle-transaction.h"

G_BEGIN_DECLS

/**
 * FettleJobChange:
 * @connection: of the store
 * @transaction: (nullable): rolled back unless fettle_job_change_end() was called
 * @timeline: (nullable): to append events to
 * @by_id: staff, 0 for nobody
 *
 * Lives on the stack of the function that makes the change, as `g_auto (FettleJobChange) change = { NULL }`.
 */
typedef struct
{
  FettleConnection *connection;
  FettleTransaction *transaction;
  FettleTimeline *timeline;
  gint64 by_id;
} FettleJobChange;

gboolean fettle_job_change_begin (FettleJobChange *self,
                                  FettleConnection *connection,
                                  gint64 job_id,
                                  const char *by,
                                  const char *desk,
                                  gint64 at,
                                  GError **error);
gboolean fettle_job_change_end (FettleJobChange *self, GError **error);
void fettle_job_change_clear (FettleJobChange *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FettleJobChange, fettle_job_change_clear)

G_END_DECLS
