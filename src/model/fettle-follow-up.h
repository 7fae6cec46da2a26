/* fettle-follow-up.h: what is asked of a customer after the hand-over, and who is there for them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-calendar.h"
#include "fettle-enums.h"
#include "fettle-record.h"

G_BEGIN_DECLS

#define FETTLE_FOLLOW_UP_VISIT   "return-visit"
#define FETTLE_FOLLOW_UP_LINE    "line"
#define FETTLE_FOLLOW_UP_REQUEST "request"

#define FETTLE_FOLLOW_UP_OPEN        "open"
#define FETTLE_FOLLOW_UP_ANSWERED    "answered"
#define FETTLE_FOLLOW_UP_DECLINED    "declined"
#define FETTLE_FOLLOW_UP_NOT_REACHED "not-reached"
#define FETTLE_FOLLOW_UP_CLOSED      "closed"

/* A customer who was not reached so often is left in peace. */
#define FETTLE_FOLLOW_UP_MOST_ATTEMPTS 3

#define FETTLE_FOLLOW_UP_LINE_DAYS 7
#define FETTLE_FOLLOW_UP_MOST_DAYS 366

/* What stands for "not said" in an answer: it is kept as NULL and never counted. */
#define FETTLE_NOT_SAID (-1)

#define FETTLE_TYPE_FOLLOW_UP (fettle_follow_up_get_type ())
FETTLE_DECLARE_RECORD (FettleFollowUp, fettle_follow_up, FETTLE, FOLLOW_UP)

/**
 * FettleFollowUp:
 * @id: row
 * @job_id: of which job
 * @job_number: of which job
 * @kind: return-visit, line or request
 * @due: moment by which somebody should have called, or the end of the line
 * @until: of a line: the last moment; else 0
 * @owner_id: staff, 0 for nobody
 * @owner_name: or NULL
 * @state: open, answered, declined, not-reached or closed
 * @n_attempts: how often nobody was reached
 * @answered_at: moment, 0 while nobody answered
 * @channel: phone, message, mail or counter; NULL unknown
 * @csat: 1 to 5, or %FETTLE_NOT_SAID
 * @nps: 0 to 10, or %FETTLE_NOT_SAID
 * @text: the customer's words, or NULL
 * @by_name: who wrote the end down, or NULL
 * @set_at: moment it was planned
 * @ended_at: moment, 0 while open
 * @asked: what was asked on the line, or NULL
 * @outcome: what came of a line or a request, or NULL
 * @customer_name: or NULL
 * @phone: the customer's first, or NULL
 * @unit_title: or NULL
 * @fault: of the job
 * @job_outcome: what came of the job
 * @handed_over_at: moment, 0
 * @came_back: number of a later job about this one, or NULL
 * @others: numbers of the further jobs that a return visit covers, or NULL
 * @other_titles: what each of @others is about: the device, or else the fault
 *
 * A return visit, a line to a named person, or a request on it. @customer_name up to @came_back is filled in lists.
 * Customers are called once a day: a visit covers all of their jobs for which it would be due on one day, @job_id being
 * the first, and has one answer.
 */
struct _FettleFollowUp
{
  FettleRecord parent_instance;
  gint64 id;
  gint64 job_id;
  char *job_number;
  char *kind;
  gint64 due;
  gint64 until;
  gint64 owner_id;
  char *owner_name;
  char *state;
  int n_attempts;
  gint64 answered_at;
  char *channel;
  int csat;
  int nps;
  char *text;
  char *by_name;
  gint64 set_at;
  gint64 ended_at;
  char *asked;
  char *outcome;
  char *customer_name;
  char *phone;
  char *unit_title;
  char *fault;
  FettleOutcome job_outcome;
  gint64 handed_over_at;
  char *came_back;
  GStrv others;
  GStrv other_titles;
};

#define FETTLE_TYPE_FOLLOW_UP_ANSWER (fettle_follow_up_answer_get_type ())
FETTLE_DECLARE_RECORD (FettleFollowUpAnswer, fettle_follow_up_answer, FETTLE, FOLLOW_UP_ANSWER)

/**
 * FettleFollowUpAnswer:
 * @follow_up_id: which
 * @csat: 1 to 5, or %FETTLE_NOT_SAID
 * @nps: 0 to 10, or %FETTLE_NOT_SAID
 * @text: the customer's words, or NULL
 * @channel: phone, message, mail or counter; NULL unknown
 * @correct: an answer that stands is put right; what it said stays on the timeline
 * @by: name of staff, or NULL
 * @desk: or NULL
 *
 * What a customer answered. A new one says nothing at all.
 */
struct _FettleFollowUpAnswer
{
  FettleRecord parent_instance;
  gint64 follow_up_id;
  int csat;
  int nps;
  char *text;
  char *channel;
  gboolean correct;
  char *by;
  char *desk;
};

#define FETTLE_TYPE_FOLLOW_UP_RULE (fettle_follow_up_rule_get_type ())
FETTLE_DECLARE_RECORD (FettleFollowUpRule, fettle_follow_up_rule, FETTLE, FOLLOW_UP_RULE)

/**
 * FettleFollowUpRule:
 * @id: row, 0 for a new one
 * @days: calendar days after the hand-over; the next working day where that is none
 * @kinds: ids of the kinds of job; NULL or empty is every one
 * @outcomes: ids of the outcomes; NULL or empty is every one
 * @active: whether it plans anything
 *
 * After which jobs the customer is asked how it went, and when.
 */
struct _FettleFollowUpRule
{
  FettleRecord parent_instance;
  gint64 id;
  int days;
  GStrv kinds;
  GStrv outcomes;
  gboolean active;
};

gboolean fettle_follow_up_is_open (FettleFollowUp *self);
gboolean fettle_follow_up_is_bad (int csat, int nps);
const char *fettle_follow_up_channel (const char *id);
gboolean fettle_follow_up_answer_check (FettleFollowUpAnswer *self, GError **error);
gboolean fettle_follow_up_rule_check (FettleFollowUpRule *self, GError **error);
gboolean fettle_follow_up_rule_applies (FettleFollowUpRule *self, FettleKind kind, FettleOutcome outcome);
gint64 fettle_follow_up_due (FettleCalendar *calendar, gint64 handed_over_at, int days);
gint64 fettle_follow_up_line_until (FettleCalendar *calendar, gint64 from, int days);
gint64 fettle_follow_up_next_attempt (FettleCalendar *calendar, gint64 now);

G_END_DECLS
