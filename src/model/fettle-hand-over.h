/* fettle-hand-over.h: what is asked when the device goes out, and moves across the board.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-record.h"
#include "fettle-enums.h"
#include "fettle-job.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_HAND_OVER (fettle_hand_over_get_type ())
FETTLE_DECLARE_RECORD (FettleHandOver, fettle_hand_over, FETTLE, HAND_OVER)

/**
 * FettleHandOver:
 * @job_id: which
 * @revision: of the job as seen; 0 does not ask
 * @outcome: what came of it
 * @by: name of staff, or NULL
 * @desk: or NULL
 * @collected_by: who takes it home; NULL is the customer
 * @all_returned: every accessory goes back
 * @returned: names of the accessories that go back
 * @paid: in minor units of the shop's currency, 0 for nothing
 * @method: how it was paid
 * @override: reason to hand over all the same, or NULL
 * @note: or NULL
 * @line_owner: after a serious fault: name of staff who is there for the customer, or NULL
 * @line_days: for how many days; 0 is the ordinary seven
 * @at: moment; 0 is now
 *
 * The hand-over form as data.
 */
struct _FettleHandOver
{
  FettleRecord parent_instance;
  gint64 job_id;
  gint64 revision;
  FettleOutcome outcome;
  char *by;
  char *desk;
  char *collected_by;
  gboolean all_returned;
  GStrv returned;
  gint64 paid;
  FettlePaymentMethod method;
  char *override;
  char *note;
  char *line_owner;
  int line_days;
  gint64 at;
};

#define FETTLE_TYPE_MOVE (fettle_move_get_type ())
FETTLE_DECLARE_RECORD (FettleMove, fettle_move, FETTLE, MOVE)

/**
 * FettleMove:
 * @job_id: which
 * @revision: of the job as seen; 0 does not ask
 * @to: where
 * @clock: whose time; none is the default of the stage
 * @by: name of staff, or NULL
 * @desk: or NULL
 * @note: or NULL
 * @override: a named person's reason to pass a rule, or NULL
 * @at: moment; 0 is now
 *
 * A move to another stage as data.
 */
struct _FettleMove
{
  FettleRecord parent_instance;
  gint64 job_id;
  gint64 revision;
  FettleStage to;
  FettleClockHolder clock;
  char *by;
  char *desk;
  char *note;
  char *override;
  gint64 at;
};

gboolean fettle_move_needs_note (FettleStage from, FettleStage to);
gboolean fettle_move_check (FettleMove *self, FettleJobSummary *job, GError **error);
gboolean fettle_hand_over_check (FettleHandOver *self, FettleJob *job, GError **error);
gboolean fettle_hand_over_check_cancel (FettleMove *move, FettleJob *job, GError **error);
char *fettle_hand_over_missing (FettleHandOver *self, FettleJob *job);
GPtrArray *fettle_hand_over_obstacles (FettleHandOver *self, FettleJob *job);
gboolean fettle_hand_over_gives_back (FettleHandOver *self, FettleAccessory *accessory);

G_END_DECLS
