/* fettle-attention.h: one thing that waits for somebody here, and which of many hurts first.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-calendar.h"
#include "fettle-enums.h"
#include "fettle-language.h"
#include "fettle-record.h"

G_BEGIN_DECLS

/**
 * FettleAttentionKind:
 * @FETTLE_ATTENTION_PROMISE: a promise that comes due, is overdue, or has nothing behind it
 * @FETTLE_ATTENTION_GREETING: somebody took a ticket and nobody has greeted them
 * @FETTLE_ATTENTION_COMPENSATION: what a broken promise costs us and was not given yet
 * @FETTLE_ATTENTION_REPLY: a contact that wants an answer
 * @FETTLE_ATTENTION_NEED: what must be ready before a device arrives
 * @FETTLE_ATTENTION_NEED_BY: the customer needs it before it is promised
 * @FETTLE_ATTENTION_TELL: ready, and the customer does not know
 * @FETTLE_ATTENTION_UPDATE: an open job and no word to the customer for long
 * @FETTLE_ATTENTION_FOLLOW_UP: a return visit or call after the hand-over
 * @FETTLE_ATTENTION_APPROVAL: the customer's yes takes too long
 * @FETTLE_ATTENTION_STILL: nothing moves in a stage
 * @FETTLE_ATTENTION_PART_RETURN: a part sent ahead whose old one has to come back
 * @FETTLE_ATTENTION_UNCOLLECTED: ready for long and not collected
 * @FETTLE_ATTENTION_CLAIM: a claim on whoever caused a broken promise
 * @FETTLE_ATTENTION_LINE: a customer has a named person to ask for some days
 * @FETTLE_ATTENTION_SUGGESTION: a suggestion whose giver was not told what came of it
 * @FETTLE_ATTENTION_PARCEL: a parcel that should have arrived
 * @FETTLE_ATTENTION_ARRIVAL: a device that was expected and has not come
 */
typedef enum
{
  FETTLE_ATTENTION_NONE,
  FETTLE_ATTENTION_PROMISE,
  FETTLE_ATTENTION_GREETING,
  FETTLE_ATTENTION_COMPENSATION,
  FETTLE_ATTENTION_REPLY,
  FETTLE_ATTENTION_NEED,
  FETTLE_ATTENTION_NEED_BY,
  FETTLE_ATTENTION_TELL,
  FETTLE_ATTENTION_UPDATE,
  FETTLE_ATTENTION_FOLLOW_UP,
  FETTLE_ATTENTION_APPROVAL,
  FETTLE_ATTENTION_STILL,
  FETTLE_ATTENTION_PART_RETURN,
  FETTLE_ATTENTION_UNCOLLECTED,
  FETTLE_ATTENTION_CLAIM,
  FETTLE_ATTENTION_LINE,
  FETTLE_ATTENTION_SUGGESTION,
  FETTLE_ATTENTION_PARCEL,
  FETTLE_ATTENTION_ARRIVAL,
} FettleAttentionKind;
#define FETTLE_N_ATTENTION_KINDS (FETTLE_ATTENTION_ARRIVAL + 1)

/**
 * FettleSeverity:
 * @FETTLE_SEVERITY_NOW: a word is broken, or somebody stands here and waits
 * @FETTLE_SEVERITY_TODAY: today's
 * @FETTLE_SEVERITY_SOON: wants to be seen to before it is today's
 * @FETTLE_SEVERITY_LATER: not to be forgotten
 */
typedef enum
{
  FETTLE_SEVERITY_NONE,
  FETTLE_SEVERITY_NOW,
  FETTLE_SEVERITY_TODAY,
  FETTLE_SEVERITY_SOON,
  FETTLE_SEVERITY_LATER,
} FettleSeverity;
#define FETTLE_N_SEVERITIES (FETTLE_SEVERITY_LATER + 1)

#define FETTLE_TYPE_ATTENTION (fettle_attention_get_type ())
FETTLE_DECLARE_RECORD (FettleAttention, fettle_attention, FETTLE, ATTENTION)

/**
 * FettleAttention:
 * @id: a number of its own in a list, 0 outside of one
 * @kind: what waits
 * @key: the same for the same thing at every desk, such as "promise:12"
 * @job_id: its job, or 0
 * @job_number: or NULL
 * @customer_id: or 0
 * @stage: of its job
 * @unit_title: or NULL
 * @text: what it is about: the promise, the message, the device; NULL for a promise that was made without words
 * @promise_kind: of a promise: ready, call-back and so on, or NULL
 * @owner_id: staff, 0 for nobody
 * @owner_name: or NULL
 * @deputy_id: of this very thing, or 0
 * @acting_id: who has it now: the owner, or who stands in; 0 for nobody
 * @acting_name: or NULL
 * @since: moment it began to wait
 * @due: moment it is or was due, 0 without one
 * @other_due: of a need-by: what is promised, or 0
 * @lead: minutes of opening time before @due at which it is warned of
 * @unbacked: a promise that requires something behind it, and nothing is
 * @overdue: @due has passed
 * @late: opening time since @due, in microseconds
 * @severity: how much it hurts
 * @rank: its place among kinds; the smaller goes first
 * @snoozed_until: moment it was put off to, 0
 * @snooze_reason: or NULL
 *
 * One thing that waits for somebody here.
 */
struct _FettleAttention
{
  FettleRecord parent_instance;
  gint64 id;
  FettleAttentionKind kind;
  char *key;
  gint64 job_id;
  char *job_number;
  gint64 customer_id;
  FettleStage stage;
  char *unit_title;
  char *text;
  char *promise_kind;
  gint64 owner_id;
  char *owner_name;
  gint64 deputy_id;
  gint64 acting_id;
  char *acting_name;
  gint64 since;
  gint64 due;
  gint64 other_due;
  int lead;
  gboolean unbacked;
  gboolean overdue;
  gint64 late;
  FettleSeverity severity;
  int rank;
  gint64 snoozed_until;
  char *snooze_reason;
};

const char *fettle_attention_kind_id (FettleAttentionKind kind);
const char *fettle_severity_id (FettleSeverity severity);
FettleSeverity fettle_severity_from_id (const char *id);

gint64 fettle_attention_horizon (FettleCalendar *calendar, gint64 now, int lead);
gint64 fettle_attention_after_hours (FettleCalendar *calendar, gint64 since, int hours);
gint64 fettle_attention_after_days (FettleCalendar *calendar, gint64 since, int days);
gboolean fettle_attention_is_within_lead (FettleAttention *self, FettleCalendar *calendar, gint64 now);
gboolean fettle_attention_judge (FettleAttention *self, FettleCalendar *calendar, gint64 now);
int fettle_attention_compare (FettleAttention *a, FettleAttention *b);
void fettle_attention_sort (GPtrArray *items);

/* fettle-attention-text.c */
const char *fettle_attention_kind_words (FettleLanguage *language, FettleAttentionKind kind);
const char *fettle_severity_words (FettleLanguage *language, FettleSeverity severity);
char *fettle_attention_due_words (FettleLanguage *language, gint64 due, gint64 now, FettleCalendar *calendar);
char *fettle_attention_phrase (FettleAttention *self, FettleLanguage *language, gint64 now, FettleCalendar *calendar);
char *fettle_attention_sentence (FettleAttention *self, FettleLanguage *language, gint64 now, FettleCalendar *calendar);

G_END_DECLS
