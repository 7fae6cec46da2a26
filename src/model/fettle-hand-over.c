/* fettle-hand-over.c: what is asked when the device goes out, and moves across the board.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-hand-over.h"

#include <glib/gi18n-lib.h>

#include "fettle-device-rules.h"
#include "fettle-error.h"
#include "fettle-plain-text.h"

static const FettleField fettle_hand_over_fields[] = {
  FETTLE_FIELD (FettleHandOver, job_id, "job-id", INT64),
  FETTLE_FIELD (FettleHandOver, revision, "revision", INT64),
  FETTLE_FIELD (FettleHandOver, outcome, "outcome", INT),
  FETTLE_FIELD (FettleHandOver, by, "by", STRING),
  FETTLE_FIELD (FettleHandOver, desk, "desk", STRING),
  FETTLE_FIELD (FettleHandOver, collected_by, "collected-by", STRING),
  FETTLE_FIELD (FettleHandOver, all_returned, "all-returned", BOOLEAN),
  FETTLE_FIELD (FettleHandOver, returned, "returned", STRV),
  FETTLE_FIELD (FettleHandOver, paid, "paid", INT64),
  FETTLE_FIELD (FettleHandOver, method, "method", INT),
  FETTLE_FIELD (FettleHandOver, override, "override", STRING),
  FETTLE_FIELD (FettleHandOver, note, "note", STRING),
  FETTLE_FIELD (FettleHandOver, line_owner, "line-owner", STRING),
  FETTLE_FIELD (FettleHandOver, line_days, "line-days", INT),
  FETTLE_FIELD (FettleHandOver, at, "at", INT64),
};

FETTLE_DEFINE_RECORD (FettleHandOver, fettle_hand_over)

static const FettleField fettle_move_fields[] = {
  FETTLE_FIELD (FettleMove, job_id, "job-id", INT64), FETTLE_FIELD (FettleMove, revision, "revision", INT64),
  FETTLE_FIELD (FettleMove, to, "to", INT),           FETTLE_FIELD (FettleMove, clock, "clock", INT),
  FETTLE_FIELD (FettleMove, by, "by", STRING),        FETTLE_FIELD (FettleMove, desk, "desk", STRING),
  FETTLE_FIELD (FettleMove, note, "note", STRING),    FETTLE_FIELD (FettleMove, override, "override", STRING),
  FETTLE_FIELD (FettleMove, at, "at", INT64),
};

FETTLE_DEFINE_RECORD (FettleMove, fettle_move)

/**
 * fettle_move_needs_note:
 *
 * Some moves leave the next person, or the customer, with a question unless a word is said: which part is awaited, what
 * is to be approved, why a job is cancelled, why one that was ready goes back.
 *
 * Returns: whether this move wants a note
 */
gboolean
fettle_move_needs_note (FettleStage from, FettleStage to)
{
  if (to == FETTLE_STAGE_WAITING_PARTS || to == FETTLE_STAGE_WAITING_APPROVAL || to == FETTLE_STAGE_CANCELLED)
    return TRUE;
  return from == FETTLE_STAGE_READY || from == FETTLE_STAGE_CANCELLED;
}

/**
 * fettle_move_check:
 * @job: the job as it is now
 *
 * Whether a job may go from where it is to where the move wants it. A hand-over is not a move: it asks for more.
 *
 * Returns: %FALSE with %FETTLE_MODEL_ERROR_NOT_ALLOWED or %FETTLE_MODEL_ERROR_MISSING and a sentence where it may not
 */
gboolean
fettle_move_check (FettleMove *self, FettleJobSummary *job, GError **error)
{
  const char *sentence = NULL;

  if (self->to == FETTLE_STAGE_NONE)
    sentence = _ ("There is no such stage.");
  else if (job->stage == FETTLE_STAGE_HANDED_OVER)
    sentence = _ ("This job was handed over; take the device in again as a new job.");
  else if (self->to == FETTLE_STAGE_HANDED_OVER)
    sentence = _ ("Handing over asks who collects it and what goes back: use the hand-over.");
  else if (self->to == job->stage)
    sentence = _ ("The job is in that stage already.");
  if (sentence != NULL)
    {
      g_set_error_literal (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_NOT_ALLOWED, sentence);
      return FALSE;
    }
  return TRUE;
}

/**
 * fettle_hand_over_gives_back:
 *
 * Returns: whether the form says that this accessory goes back now; names are compared without their case
 */
gboolean
fettle_hand_over_gives_back (FettleHandOver *self, FettleAccessory *accessory)
{
  g_autofree char *name = g_utf8_casefold (accessory->name, -1);

  if (self->all_returned)
    return TRUE;
  for (guint i = 0; self->returned != NULL && self->returned[i] != NULL; i++)
    {
      g_autofree char *given = g_utf8_casefold (self->returned[i], -1);

      if (g_str_equal (g_strstrip (given), name))
        return TRUE;
    }
  return FALSE;
}

static gboolean
names_what_came (FettleJob *job, const char *text)
{
  g_autofree char *given = g_utf8_casefold (text, -1);

  g_strstrip (given);
  for (guint i = 0; i < job->accessories->len; i++)
    {
      FettleAccessory *accessory = job->accessories->pdata[i];
      g_autofree char *name = g_utf8_casefold (accessory->name, -1);

      if (g_str_equal (name, given))
        return TRUE;
    }
  return FALSE;
}

/**
 * fettle_hand_over_missing:
 *
 * Returns: (transfer full) (nullable): the accessories that neither were given back nor go back now, with commas, or
 *   %NULL where all are accounted for
 */
char *
fettle_hand_over_missing (FettleHandOver *self, FettleJob *job)
{
  g_autoptr (GString) missing = g_string_new (NULL);

  for (guint i = 0; i < job->accessories->len; i++)
    {
      FettleAccessory *accessory = job->accessories->pdata[i];

      if (accessory->returned_at != 0 || fettle_hand_over_gives_back (self, accessory))
        continue;
      if (missing->len > 0)
        g_string_append (missing, ", ");
      g_string_append (missing, accessory->name);
    }
  return missing->len > 0 ? g_strdup (missing->str) : NULL;
}

static gboolean
check_money (FettleHandOver *self, GError **error)
{
  if (self->paid < 0)
    g_set_error_literal (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID,
                         _ ("An amount paid is not less than nothing."));
  else if (self->paid > 0 && self->method == FETTLE_METHOD_NONE)
    g_set_error_literal (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_MISSING,
                         _ ("Say how it was paid: cash, card, transfer or other."));
  else
    return TRUE;
  return FALSE;
}

/* A complaint is closed with its giver told, or it is not closed. */
static char *
find_untold (FettleJob *job)
{
  if (job->summary->kind != FETTLE_KIND_COMPLAINT || fettle_job_giver_was_told (job))
    return NULL;
  return g_strdup (_ ("Whoever complained was not told yet. Tell them first, or give a reason to close it without."));
}

/**
 * fettle_hand_over_obstacles:
 * @job: the job as it is now, with its accessories and its device
 *
 * What stands against handing over as the form says, each of which a named person's reason may pass: something that is
 * not given back, a device that goes back worse than it came, a test that was not passed, a complaint whose giver has
 * heard nothing.
 *
 * Returns: (transfer full) (element-type utf8): sentences in the user's language, empty where nothing does
 */
GPtrArray *
fettle_hand_over_obstacles (FettleHandOver *self, FettleJob *job)
{
  g_autofree char *missing = fettle_hand_over_missing (self, job);
  char *untold = find_untold (job);
  GPtrArray *obstacles = job->device != NULL ? fettle_device_obstacles (job->device, self->outcome)
                                             : g_ptr_array_new_with_free_func (g_free);

  if (missing != NULL)
    g_ptr_array_insert (
        obstacles, 0,
        g_strdup_printf (_ ("Not given back yet: %s. Tick it off, or give a reason to hand over without it."),
                         missing));
  if (untold != NULL)
    g_ptr_array_add (obstacles, untold);
  return obstacles;
}

static char *
join_sentences (GPtrArray *sentences)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < sentences->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", (const char *) sentences->pdata[i]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
check_reason (const char *reason, const char *by, const char *sentence, GError **error)
{
  if (fettle_plain_text_is_blank (reason))
    g_set_error_literal (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_NOT_ALLOWED, sentence);
  else if (fettle_plain_text_is_blank (by))
    g_set_error_literal (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_MISSING,
                         _ ("A reason to pass over a rule needs the name of who gives it."));
  else
    return TRUE;
  return FALSE;
}

static gboolean
check_obstacles (FettleHandOver *self, FettleJob *job, GError **error)
{
  g_autoptr (GPtrArray) obstacles = fettle_hand_over_obstacles (self, job);
  g_autofree char *sentences = join_sentences (obstacles);

  return obstacles->len == 0 || check_reason (self->override, self->by, sentences, error);
}

/**
 * fettle_hand_over_check_cancel:
 * @job: the job as it is now, with its events
 *
 * Whether a job may be cancelled: a complaint whose giver was not told only with a named person's reason.
 *
 * Returns: %FALSE with a %FETTLE_MODEL_ERROR and a sentence where it may not
 */
gboolean
fettle_hand_over_check_cancel (FettleMove *move, FettleJob *job, GError **error)
{
  g_autofree char *untold = find_untold (job);

  return untold == NULL || check_reason (move->override, move->by, untold, error);
}

/**
 * fettle_hand_over_check:
 * @job: the job as it is now, with its accessories and its device
 *
 * Whether the device may go out: an outcome is named, and nothing stands against it, or a named person says why it may.
 *
 * Returns: %FALSE with a %FETTLE_MODEL_ERROR and a sentence where it may not
 */
gboolean
fettle_hand_over_check (FettleHandOver *self, FettleJob *job, GError **error)
{
  if (!fettle_stage_is_open (job->summary->stage))
    {
      g_set_error_literal (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_NOT_ALLOWED,
                           job->summary->stage == FETTLE_STAGE_HANDED_OVER
                               ? _ ("This job was handed over already.")
                               : _ ("This job was cancelled; move it back to a stage first."));
      return FALSE;
    }
  if (self->outcome == FETTLE_OUTCOME_NONE)
    {
      g_set_error_literal (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_MISSING, _ ("Say what came of it."));
      return FALSE;
    }
  for (guint i = 0; self->returned != NULL && self->returned[i] != NULL; i++)
    if (!fettle_plain_text_is_blank (self->returned[i]) && !names_what_came (job, self->returned[i]))
      {
        g_set_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_UNKNOWN, _ ("“%s” did not come with this device."),
                     self->returned[i]);
        return FALSE;
      }
  return check_money (self, error) && check_obstacles (self, job, error);
}
