/* fettle-four-leaks.h: the four things that must not be missing from any job.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-enums.h"

G_BEGIN_DECLS

/**
 * FettleLeaks:
 * @FETTLE_LEAK_RECORDED: who came and what they said was written down
 * @FETTLE_LEAK_HANDLED: something came of it
 * @FETTLE_LEAK_RECHECKED: another person looked at the work
 * @FETTLE_LEAK_FED_BACK: those who can keep it from happening again were told
 *
 * A set of the four, either of what was done or of what is missing.
 */
typedef enum
{
  FETTLE_LEAK_NONE = 0,
  FETTLE_LEAK_RECORDED = 1 << 0,
  FETTLE_LEAK_HANDLED = 1 << 1,
  FETTLE_LEAK_RECHECKED = 1 << 2,
  FETTLE_LEAK_FED_BACK = 1 << 3,
  FETTLE_LEAK_ALL = FETTLE_LEAK_RECORDED | FETTLE_LEAK_HANDLED | FETTLE_LEAK_RECHECKED | FETTLE_LEAK_FED_BACK,
} FettleLeaks;

/**
 * FettleLeakFacts:
 * @stage: of the job
 * @outcome: of the job
 * @has_customer: whether it says who came
 * @has_fault: whether it says what for
 * @rechecked_by_id: staff, 0 for nobody
 * @fed_back_at: moment, 0 for never
 * @is_imported: it came from older records, and was never this shop's to record
 *
 * What the rule looks at; each but the last is a column of the job's row.
 */
typedef struct
{
  FettleStage stage;
  FettleOutcome outcome;
  gboolean has_customer;
  gboolean has_fault;
  gint64 rechecked_by_id;
  gint64 fed_back_at;
  gboolean is_imported;
} FettleLeakFacts;

gboolean fettle_four_leaks_is_due (const FettleLeakFacts *facts);
FettleLeaks fettle_four_leaks_done (const FettleLeakFacts *facts);
FettleLeaks fettle_four_leaks_missing (const FettleLeakFacts *facts);
gboolean
fettle_four_leaks_may_recheck (FettleStage stage, gint64 by_id, const gint64 *did_it, guint n_did_it, GError **error);

G_END_DECLS
