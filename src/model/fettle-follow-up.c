/* fettle-follow-up.c: what is asked of a customer after the hand-over, and who is there for them.
 *
 * No answer stays no answer: what was not said is %FETTLE_NOT_SAID here and NULL in the file, and there is no default
 * that could be taken for praise. Pure; any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-follow-up.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "fettle-error.h"
#include "fettle-event-words.h"
#include "fettle-plain-text.h"
#include "fettle-zone.h"

#define NOON         (12 * 60)
#define EVENING      (18 * 60)
#define LAST_MINUTE  (24 * 60 - 1)
#define WORST_CSAT   1
#define BAD_CSAT     2
#define BEST_CSAT    5
#define DETRACTOR    6
#define BEST_NPS     10
#define LONGEST_TEXT 10000

static const FettleField fettle_follow_up_fields[] = {
  FETTLE_FIELD (FettleFollowUp, id, "id", INT64),
  FETTLE_FIELD (FettleFollowUp, job_id, "job-id", INT64),
  FETTLE_FIELD (FettleFollowUp, job_number, "job-number", STRING),
  FETTLE_FIELD (FettleFollowUp, kind, "kind", STRING),
  FETTLE_FIELD (FettleFollowUp, due, "due", INT64),
  FETTLE_FIELD (FettleFollowUp, until, "until", INT64),
  FETTLE_FIELD (FettleFollowUp, owner_id, "owner-id", INT64),
  FETTLE_FIELD (FettleFollowUp, owner_name, "owner-name", STRING),
  FETTLE_FIELD (FettleFollowUp, state, "state", STRING),
  FETTLE_FIELD (FettleFollowUp, n_attempts, "n-attempts", INT),
  FETTLE_FIELD (FettleFollowUp, answered_at, "answered-at", INT64),
  FETTLE_FIELD (FettleFollowUp, channel, "channel", STRING),
  FETTLE_FIELD (FettleFollowUp, csat, "csat", INT),
  FETTLE_FIELD (FettleFollowUp, nps, "nps", INT),
  FETTLE_FIELD (FettleFollowUp, text, "text", STRING),
  FETTLE_FIELD (FettleFollowUp, by_name, "by-name", STRING),
  FETTLE_FIELD (FettleFollowUp, set_at, "set-at", INT64),
  FETTLE_FIELD (FettleFollowUp, ended_at, "ended-at", INT64),
  FETTLE_FIELD (FettleFollowUp, asked, "asked", STRING),
  FETTLE_FIELD (FettleFollowUp, outcome, "outcome", STRING),
  FETTLE_FIELD (FettleFollowUp, customer_name, "customer-name", STRING),
  FETTLE_FIELD (FettleFollowUp, phone, "phone", STRING),
  FETTLE_FIELD (FettleFollowUp, unit_title, "unit-title", STRING),
  FETTLE_FIELD (FettleFollowUp, fault, "fault", STRING),
  FETTLE_FIELD (FettleFollowUp, job_outcome, "job-outcome", INT),
  FETTLE_FIELD (FettleFollowUp, handed_over_at, "handed-over-at", INT64),
  FETTLE_FIELD (FettleFollowUp, came_back, "came-back", STRING),
  FETTLE_FIELD (FettleFollowUp, others, "others", STRV),
  FETTLE_FIELD (FettleFollowUp, other_titles, "other-titles", STRV),
};

FETTLE_DEFINE_RECORD (FettleFollowUp, fettle_follow_up)

static const FettleField fettle_follow_up_answer_fields[] = {
  FETTLE_FIELD (FettleFollowUpAnswer, follow_up_id, "follow-up-id", INT64),
  FETTLE_FIELD (FettleFollowUpAnswer, csat, "csat", INT),
  FETTLE_FIELD (FettleFollowUpAnswer, nps, "nps", INT),
  FETTLE_FIELD (FettleFollowUpAnswer, text, "text", STRING),
  FETTLE_FIELD (FettleFollowUpAnswer, channel, "channel", STRING),
  FETTLE_FIELD (FettleFollowUpAnswer, correct, "correct", BOOLEAN),
  FETTLE_FIELD (FettleFollowUpAnswer, by, "by", STRING),
  FETTLE_FIELD (FettleFollowUpAnswer, desk, "desk", STRING),
};

typedef struct
{
  FettleRecordClass parent_class;
} FettleFollowUpAnswerClass;

G_DEFINE_TYPE (FettleFollowUpAnswer, fettle_follow_up_answer, FETTLE_TYPE_RECORD)

static void
fettle_follow_up_answer_class_init (FettleFollowUpAnswerClass *klass)
{
  fettle_record_class_set_fields (&klass->parent_class, fettle_follow_up_answer_fields,
                                  G_N_ELEMENTS (fettle_follow_up_answer_fields));
}

/* Zero is an answer: the worst there is. */
static void
fettle_follow_up_answer_init (FettleFollowUpAnswer *self)
{
  self->csat = FETTLE_NOT_SAID;
  self->nps = FETTLE_NOT_SAID;
}

FettleFollowUpAnswer *
fettle_follow_up_answer_new (void)
{
  return g_object_new (FETTLE_TYPE_FOLLOW_UP_ANSWER, NULL);
}

static const FettleField fettle_follow_up_rule_fields[] = {
  FETTLE_FIELD (FettleFollowUpRule, id, "id", INT64),
  FETTLE_FIELD (FettleFollowUpRule, days, "days", INT),
  FETTLE_FIELD (FettleFollowUpRule, kinds, "kinds", STRV),
  FETTLE_FIELD (FettleFollowUpRule, outcomes, "outcomes", STRV),
  FETTLE_FIELD (FettleFollowUpRule, active, "active", BOOLEAN),
};

FETTLE_DEFINE_RECORD (FettleFollowUpRule, fettle_follow_up_rule)

/**
 * fettle_follow_up_is_open:
 *
 * Returns: whether somebody still has something to do for it
 */
gboolean
fettle_follow_up_is_open (FettleFollowUp *self)
{
  return g_strcmp0 (self->state, FETTLE_FOLLOW_UP_OPEN) == 0;
}

/**
 * fettle_follow_up_is_bad:
 * @csat: or %FETTLE_NOT_SAID
 * @nps: or %FETTLE_NOT_SAID
 *
 * An answer that wants more than thanks: 1 or 2 of 5, or 0 to 6 of 10, the detractors of NPS (rules/service.md).
 *
 * Returns: whether a complaint should be offered
 */
gboolean
fettle_follow_up_is_bad (int csat, int nps)
{
  return (csat >= WORST_CSAT && csat <= BAD_CSAT) || (nps >= 0 && nps <= DETRACTOR);
}

/**
 * fettle_follow_up_channel:
 * @id: as typed: a way to be told, or a channel of a contact
 *
 * Returns: (nullable): how it was answered: phone, message, mail or counter; %NULL for what is none of these
 */
const char *
fettle_follow_up_channel (const char *id)
{
  static const struct
  {
    const char *channel;
    const char *how;
  } contacts[] = { { "call", "phone" }, { "visit", "counter" }, { "letter", "mail" } };

  for (guint i = 0; i < G_N_ELEMENTS (contacts); i++)
    if (g_str_equal (contacts[i].channel, id))
      return contacts[i].how;
  return g_strv_contains (fettle_event_words_told_ids (), id) ? id : NULL;
}

/**
 * fettle_follow_up_answer_check:
 *
 * Whether this is an answer at all: at least one thing was said, and each within its scale.
 *
 * Returns: %FALSE with %FETTLE_MODEL_ERROR_INVALID, %FETTLE_MODEL_ERROR_MISSING or %FETTLE_MODEL_ERROR_UNKNOWN
 */
gboolean
fettle_follow_up_answer_check (FettleFollowUpAnswer *self, GError **error)
{
  if (self->csat != FETTLE_NOT_SAID && (self->csat < WORST_CSAT || self->csat > BEST_CSAT))
    g_set_error_literal (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID,
                         _ ("Satisfaction is a number from 1 to 5."));
  else if (self->nps != FETTLE_NOT_SAID && (self->nps < 0 || self->nps > BEST_NPS))
    g_set_error_literal (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID,
                         _ ("Whether they would recommend us is a number from 0 to 10."));
  else if (self->csat == FETTLE_NOT_SAID && self->nps == FETTLE_NOT_SAID && fettle_plain_text_is_blank (self->text))
    g_set_error_literal (
        error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_MISSING,
        _ ("Nothing was answered. Write down a number or their words, or that they were not reached."));
  else if (self->text != NULL && strlen (self->text) > LONGEST_TEXT)
    g_set_error_literal (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID,
                         _ ("These words are too long. Write down what matters in them."));
  else if (self->channel != NULL && fettle_follow_up_channel (self->channel) == NULL)
    g_set_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_UNKNOWN,
                 _ ("“%s” is not a way to be told; use phone, message, mail or counter."), self->channel);
  else
    return TRUE;
  return FALSE;
}

/**
 * fettle_follow_up_rule_check:
 *
 * Returns: %FALSE with %FETTLE_MODEL_ERROR_INVALID or %FETTLE_MODEL_ERROR_UNKNOWN and a sentence where the rule cannot
 *   be followed
 */
gboolean
fettle_follow_up_rule_check (FettleFollowUpRule *self, GError **error)
{
  if (self->days < 1 || self->days > FETTLE_FOLLOW_UP_MOST_DAYS)
    {
      g_set_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID,
                   _ ("A return visit is from 1 to %d days after the hand-over."), FETTLE_FOLLOW_UP_MOST_DAYS);
      return FALSE;
    }
  for (guint i = 0; self->kinds != NULL && self->kinds[i] != NULL; i++)
    if (fettle_kind_from_id (self->kinds[i]) == FETTLE_KIND_NONE)
      {
        g_set_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_UNKNOWN, _ ("“%s” is not a kind of job."),
                     self->kinds[i]);
        return FALSE;
      }
  for (guint i = 0; self->outcomes != NULL && self->outcomes[i] != NULL; i++)
    if (fettle_outcome_from_id (self->outcomes[i]) == FETTLE_OUTCOME_NONE)
      {
        g_set_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_UNKNOWN, _ ("“%s” is not an outcome."),
                     self->outcomes[i]);
        return FALSE;
      }
  return TRUE;
}

static gboolean
names (GStrv ids, const char *id)
{
  return ids == NULL || ids[0] == NULL || (id != NULL && g_strv_contains ((const char *const *) ids, id));
}

/**
 * fettle_follow_up_rule_applies:
 *
 * Returns: whether a job of this kind that ended so gets a return visit by this rule
 */
gboolean
fettle_follow_up_rule_applies (FettleFollowUpRule *self, FettleKind kind, FettleOutcome outcome)
{
  return self->active && names (self->kinds, fettle_kind_id (kind))
         && names (self->outcomes, fettle_outcome_id (outcome));
}

/* A minute of the day that is so many days after that of a moment, on the shop's wall. */
static gint64
on_day_after (FettleCalendar *calendar, gint64 moment, int days, int minute)
{
  FettleZoneView view = { 0 };

  fettle_zone_view_init (&view, fettle_calendar_get_zone (calendar));
  return fettle_zone_view_moment (&view, fettle_zone_view_day (&view, moment) + days, minute, FETTLE_ZONE_START);
}

/**
 * fettle_follow_up_due:
 * @days: calendar days
 *
 * Returns: closing time of the day that is @days after the hand-over, or of the next on which the shop is open; six in
 *   the evening in a shop without opening hours
 */
gint64
fettle_follow_up_due (FettleCalendar *calendar, gint64 handed_over_at, int days)
{
  gint64 due
      = fettle_calendar_due_in_working_days (calendar, on_day_after (calendar, handed_over_at, days - 1, NOON), 1);

  return due != 0 ? due : on_day_after (calendar, handed_over_at, days, EVENING);
}

/**
 * fettle_follow_up_line_until:
 * @days: calendar days
 *
 * Returns: the last minute of the day that is @days after @from
 */
gint64
fettle_follow_up_line_until (FettleCalendar *calendar, gint64 from, int days)
{
  return on_day_after (calendar, from, days, LAST_MINUTE);
}

/**
 * fettle_follow_up_next_attempt:
 *
 * Returns: by when a customer who was not reached is called again: closing time of the next working day
 */
gint64
fettle_follow_up_next_attempt (FettleCalendar *calendar, gint64 now)
{
  return fettle_follow_up_due (calendar, now, 1);
}
