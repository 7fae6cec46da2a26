/* fettle-four-leaks.c: the four things that must not be missing from any job.
 *
 * Haier's four no-leaks: what a customer says is recorded, handled, checked again by another person, and fed back to
 * design, production and operations. Pure; any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-four-leaks.h"

#include <glib/gi18n-lib.h>

#include "fettle-error.h"

/**
 * fettle_four_leaks_is_due:
 *
 * Returns: whether all four are owed by now: of a closed job. One that was cancelled is closed, too: it was recorded
 *   and came to nothing, which is the first thing to learn from.
 */
gboolean
fettle_four_leaks_is_due (const FettleLeakFacts *facts)
{
  return facts->stage != FETTLE_STAGE_NONE && !fettle_stage_is_open (facts->stage) && !facts->is_imported;
}

/**
 * fettle_four_leaks_done:
 *
 * A job is handled when it is closed: by an outcome, or, where it was cancelled, by the reason that a cancellation
 * wants.
 *
 * Returns: which of the four were done
 */
FettleLeaks
fettle_four_leaks_done (const FettleLeakFacts *facts)
{
  FettleLeaks done = FETTLE_LEAK_NONE;

  if (facts->has_customer && facts->has_fault)
    done |= FETTLE_LEAK_RECORDED;
  if (facts->stage == FETTLE_STAGE_CANCELLED
      || (facts->stage == FETTLE_STAGE_HANDED_OVER && facts->outcome != FETTLE_OUTCOME_NONE))
    done |= FETTLE_LEAK_HANDLED;
  if (facts->rechecked_by_id != 0)
    done |= FETTLE_LEAK_RECHECKED;
  if (facts->fed_back_at != 0)
    done |= FETTLE_LEAK_FED_BACK;
  return done;
}

/**
 * fettle_four_leaks_missing:
 *
 * The omission rate (rules/service.md) is the closed jobs with anything in this set ÷ the closed jobs, but for those
 * that were imported.
 *
 * Returns: which of the four are owed and were not done; nothing while the job is open
 */
FettleLeaks
fettle_four_leaks_missing (const FettleLeakFacts *facts)
{
  if (!fettle_four_leaks_is_due (facts))
    return FETTLE_LEAK_NONE;
  return FETTLE_LEAK_ALL & ~fettle_four_leaks_done (facts);
}

/**
 * fettle_four_leaks_may_recheck:
 * @by_id: staff, 0 for nobody
 * @did_it: (array length=n_did_it): staff who worked on the job
 *
 * Nobody checks their own work, and somebody must put their name to it.
 *
 * Returns: %FALSE with %FETTLE_MODEL_ERROR_MISSING or %FETTLE_MODEL_ERROR_NOT_ALLOWED and a sentence
 */
gboolean
fettle_four_leaks_may_recheck (FettleStage stage, gint64 by_id, const gint64 *did_it, guint n_did_it, GError **error)
{
  if (by_id == 0)
    {
      g_set_error_literal (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_MISSING,
                           _ ("Say who checks it again; it is a person’s name that stands for it."));
      return FALSE;
    }
  if (stage == FETTLE_STAGE_RECEIVED)
    {
      g_set_error_literal (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_NOT_ALLOWED,
                           _ ("Nothing was done on this job yet, so there is nothing to check again."));
      return FALSE;
    }
  for (guint i = 0; i < n_did_it; i++)
    if (did_it[i] == by_id)
      {
        g_set_error_literal (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_NOT_ALLOWED,
                             _ ("Whoever did the work does not check it. Ask another person to look at it again."));
        return FALSE;
      }
  return TRUE;
}
