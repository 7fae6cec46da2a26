/* fettle-attention.c: one thing that waits for somebody here, and which of many hurts first.
 *
 * The order is a table. What stands above in it goes first: a word that is broken before one that is due today, what a
 * customer was told before what only the shop knows. Within a row what is overdue for the longest opening time goes
 * first, then what is due earliest, then what has waited longest. Plain data, any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-attention.h"

#include "fettle-clock.h"

/* Opening time is not counted further back than this: it is only compared. */
#define LONGEST_LATE (400 * FETTLE_DAY)

/* How a due time stands; ANY for what waits without one. */
typedef enum
{
  ANY,
  PAST,
  TODAY,
  SOON,
  FAR,
} When;

typedef enum
{
  BACKED,
  UNBACKED,
  EITHER,
} Backing;

static const struct
{
  FettleAttentionKind kind;
  When when;
  Backing backing;
  FettleSeverity severity;
} order[] = {
  { FETTLE_ATTENTION_PROMISE, PAST, EITHER, FETTLE_SEVERITY_NOW },
  { FETTLE_ATTENTION_GREETING, ANY, EITHER, FETTLE_SEVERITY_NOW },
  { FETTLE_ATTENTION_COMPENSATION, PAST, EITHER, FETTLE_SEVERITY_NOW },
  { FETTLE_ATTENTION_REPLY, PAST, EITHER, FETTLE_SEVERITY_NOW },
  { FETTLE_ATTENTION_NEED, PAST, EITHER, FETTLE_SEVERITY_NOW },
  { FETTLE_ATTENTION_PROMISE, TODAY, UNBACKED, FETTLE_SEVERITY_TODAY },
  { FETTLE_ATTENTION_PROMISE, TODAY, BACKED, FETTLE_SEVERITY_TODAY },
  { FETTLE_ATTENTION_REPLY, TODAY, EITHER, FETTLE_SEVERITY_TODAY },
  { FETTLE_ATTENTION_COMPENSATION, TODAY, EITHER, FETTLE_SEVERITY_TODAY },
  { FETTLE_ATTENTION_NEED, TODAY, EITHER, FETTLE_SEVERITY_TODAY },
  { FETTLE_ATTENTION_NEED_BY, ANY, EITHER, FETTLE_SEVERITY_TODAY },
  { FETTLE_ATTENTION_TELL, ANY, EITHER, FETTLE_SEVERITY_TODAY },
  { FETTLE_ATTENTION_UPDATE, ANY, EITHER, FETTLE_SEVERITY_TODAY },
  { FETTLE_ATTENTION_PARCEL, ANY, EITHER, FETTLE_SEVERITY_TODAY },
  { FETTLE_ATTENTION_ARRIVAL, PAST, EITHER, FETTLE_SEVERITY_TODAY },
  { FETTLE_ATTENTION_FOLLOW_UP, PAST, EITHER, FETTLE_SEVERITY_TODAY },
  { FETTLE_ATTENTION_FOLLOW_UP, TODAY, EITHER, FETTLE_SEVERITY_TODAY },
  { FETTLE_ATTENTION_LINE, PAST, EITHER, FETTLE_SEVERITY_TODAY },
  { FETTLE_ATTENTION_PROMISE, SOON, UNBACKED, FETTLE_SEVERITY_SOON },
  { FETTLE_ATTENTION_PROMISE, FAR, UNBACKED, FETTLE_SEVERITY_SOON },
  { FETTLE_ATTENTION_PROMISE, SOON, BACKED, FETTLE_SEVERITY_SOON },
  { FETTLE_ATTENTION_REPLY, SOON, EITHER, FETTLE_SEVERITY_SOON },
  { FETTLE_ATTENTION_NEED, SOON, EITHER, FETTLE_SEVERITY_SOON },
  { FETTLE_ATTENTION_APPROVAL, ANY, EITHER, FETTLE_SEVERITY_SOON },
  { FETTLE_ATTENTION_STILL, ANY, EITHER, FETTLE_SEVERITY_SOON },
  { FETTLE_ATTENTION_PART_RETURN, PAST, EITHER, FETTLE_SEVERITY_SOON },
  { FETTLE_ATTENTION_PART_RETURN, TODAY, EITHER, FETTLE_SEVERITY_SOON },
  { FETTLE_ATTENTION_UNCOLLECTED, ANY, EITHER, FETTLE_SEVERITY_LATER },
  { FETTLE_ATTENTION_COMPENSATION, ANY, EITHER, FETTLE_SEVERITY_LATER },
  { FETTLE_ATTENTION_CLAIM, ANY, EITHER, FETTLE_SEVERITY_LATER },
  { FETTLE_ATTENTION_PART_RETURN, ANY, EITHER, FETTLE_SEVERITY_LATER },
  { FETTLE_ATTENTION_REPLY, ANY, EITHER, FETTLE_SEVERITY_LATER },
  { FETTLE_ATTENTION_NEED, ANY, EITHER, FETTLE_SEVERITY_LATER },
  { FETTLE_ATTENTION_LINE, ANY, EITHER, FETTLE_SEVERITY_LATER },
  { FETTLE_ATTENTION_SUGGESTION, ANY, EITHER, FETTLE_SEVERITY_LATER },
};

static const FettleField fettle_attention_fields[] = {
  FETTLE_FIELD (FettleAttention, id, "id", INT64),
  FETTLE_FIELD (FettleAttention, kind, "kind", INT),
  FETTLE_FIELD (FettleAttention, key, "key", STRING),
  FETTLE_FIELD (FettleAttention, job_id, "job-id", INT64),
  FETTLE_FIELD (FettleAttention, job_number, "job-number", STRING),
  FETTLE_FIELD (FettleAttention, customer_id, "customer-id", INT64),
  FETTLE_FIELD (FettleAttention, stage, "stage", INT),
  FETTLE_FIELD (FettleAttention, unit_title, "unit-title", STRING),
  FETTLE_FIELD (FettleAttention, text, "text", STRING),
  FETTLE_FIELD (FettleAttention, promise_kind, "promise-kind", STRING),
  FETTLE_FIELD (FettleAttention, owner_id, "owner-id", INT64),
  FETTLE_FIELD (FettleAttention, owner_name, "owner-name", STRING),
  FETTLE_FIELD (FettleAttention, deputy_id, "deputy-id", INT64),
  FETTLE_FIELD (FettleAttention, acting_id, "acting-id", INT64),
  FETTLE_FIELD (FettleAttention, acting_name, "acting-name", STRING),
  FETTLE_FIELD (FettleAttention, since, "since", INT64),
  FETTLE_FIELD (FettleAttention, due, "due", INT64),
  FETTLE_FIELD (FettleAttention, other_due, "other-due", INT64),
  FETTLE_FIELD (FettleAttention, lead, "lead", INT),
  FETTLE_FIELD (FettleAttention, unbacked, "unbacked", BOOLEAN),
  FETTLE_FIELD (FettleAttention, overdue, "overdue", BOOLEAN),
  FETTLE_FIELD (FettleAttention, late, "late", INT64),
  FETTLE_FIELD (FettleAttention, severity, "severity", INT),
  FETTLE_FIELD (FettleAttention, rank, "rank", INT),
  FETTLE_FIELD (FettleAttention, snoozed_until, "snoozed-until", INT64),
  FETTLE_FIELD (FettleAttention, snooze_reason, "snooze-reason", STRING),
};

FETTLE_DEFINE_RECORD (FettleAttention, fettle_attention)

static const char *const kind_ids[FETTLE_N_ATTENTION_KINDS] = {
  [FETTLE_ATTENTION_NONE] = "none",
  [FETTLE_ATTENTION_PROMISE] = "promise",
  [FETTLE_ATTENTION_GREETING] = "greeting",
  [FETTLE_ATTENTION_COMPENSATION] = "compensation",
  [FETTLE_ATTENTION_REPLY] = "reply",
  [FETTLE_ATTENTION_NEED] = "need",
  [FETTLE_ATTENTION_NEED_BY] = "need-by",
  [FETTLE_ATTENTION_TELL] = "tell",
  [FETTLE_ATTENTION_UPDATE] = "update",
  [FETTLE_ATTENTION_FOLLOW_UP] = "follow-up",
  [FETTLE_ATTENTION_APPROVAL] = "approval",
  [FETTLE_ATTENTION_STILL] = "still",
  [FETTLE_ATTENTION_PART_RETURN] = "part-return",
  [FETTLE_ATTENTION_UNCOLLECTED] = "uncollected",
  [FETTLE_ATTENTION_CLAIM] = "claim",
  [FETTLE_ATTENTION_LINE] = "line",
  [FETTLE_ATTENTION_SUGGESTION] = "suggestion",
  [FETTLE_ATTENTION_PARCEL] = "parcel",
  [FETTLE_ATTENTION_ARRIVAL] = "arrival",
};

static const char *const severity_ids[FETTLE_N_SEVERITIES] = { "none", "now", "today", "soon", "later" };

/**
 * fettle_attention_kind_id:
 *
 * Returns: its name on the command line and at the head of keys
 */
const char *
fettle_attention_kind_id (FettleAttentionKind kind)
{
  g_return_val_if_fail (kind < FETTLE_N_ATTENTION_KINDS, "none");
  return kind_ids[kind];
}

/**
 * fettle_severity_id:
 *
 * Returns: now, today, soon or later
 */
const char *
fettle_severity_id (FettleSeverity severity)
{
  g_return_val_if_fail (severity < FETTLE_N_SEVERITIES, "none");
  return severity_ids[severity];
}

/**
 * fettle_severity_from_id:
 * @id: (nullable): as fettle_severity_id() gives it
 *
 * Returns: none for anything else
 */
FettleSeverity
fettle_severity_from_id (const char *id)
{
  for (FettleSeverity severity = FETTLE_SEVERITY_NOW; severity < FETTLE_N_SEVERITIES; severity++)
    if (g_strcmp0 (id, severity_ids[severity]) == 0)
      return severity;
  return FETTLE_SEVERITY_NONE;
}

/* The end of the next day on which the shop opens; of tomorrow for a shop without hours. */
static gint64
end_of_next_day (FettleCalendar *calendar, gint64 now)
{
  gint64 tomorrow = fettle_calendar_day_end (calendar, now);
  gint64 opens = fettle_calendar_next_opening (calendar, tomorrow);

  return fettle_calendar_day_end (calendar, opens != 0 ? opens : tomorrow);
}

/**
 * fettle_attention_horizon:
 * @calendar: the shop's
 * @now: moment
 * @lead: minutes of opening time
 *
 * Returns: the moment before which a date is soon: the end of the next day on which the shop opens, so that everything
 *   is warned of the day before, or later where the lead reaches further
 */
gint64
fettle_attention_horizon (FettleCalendar *calendar, gint64 now, int lead)
{
  gint64 within_lead = fettle_calendar_due_in_working_hours (calendar, now, lead);

  /* A date of the very minute still counts as within the lead. */
  return MAX (end_of_next_day (calendar, now), MAX (within_lead, now + lead * FETTLE_MINUTE) + 1);
}

/**
 * fettle_attention_after_hours:
 * @hours: of opening time
 *
 * Returns: the moment at which so many opening hours have passed since @since; by the clock in a shop without hours
 */
gint64
fettle_attention_after_hours (FettleCalendar *calendar, gint64 since, int hours)
{
  gint64 due = fettle_calendar_due_in_working_hours (calendar, since, hours * 60);

  return due != 0 ? due : since + hours * FETTLE_HOUR;
}

/**
 * fettle_attention_after_days:
 * @days: working days
 *
 * Returns: closing time of the last of so many working days after @since; by the clock in a shop without hours
 */
gint64
fettle_attention_after_days (FettleCalendar *calendar, gint64 since, int days)
{
  gint64 due = fettle_calendar_due_in_working_days (calendar, since, days);

  return due != 0 ? due : since + days * FETTLE_DAY;
}

/**
 * fettle_attention_is_within_lead:
 *
 * Returns: whether @due is still to come and its warning time has begun, counted in opening time
 */
gboolean
fettle_attention_is_within_lead (FettleAttention *self, FettleCalendar *calendar, gint64 now)
{
  if (self->due <= now || self->lead <= 0)
    return FALSE;
  if (self->due - now <= self->lead * FETTLE_MINUTE)
    return TRUE;
  return fettle_calendar_has_hours (calendar)
         && fettle_calendar_working_time_between (calendar, now, self->due) <= self->lead * FETTLE_MINUTE;
}

static When
judge_due (FettleAttention *self, FettleCalendar *calendar, gint64 now)
{
  if (self->due == 0)
    return ANY;
  if (self->due < now)
    return PAST;
  if (self->due < fettle_calendar_day_end (calendar, now))
    return TODAY;
  if (self->due < end_of_next_day (calendar, now) || fettle_attention_is_within_lead (self, calendar, now))
    return SOON;
  return FAR;
}

/**
 * fettle_attention_judge:
 * @self: fresh, with its kind, dates and lead
 * @calendar: the shop's
 * @now: moment
 *
 * Fills in how much it hurts: @overdue, @late, @severity and @rank.
 *
 * Returns: whether it waits for anybody yet; a promise that is backed and far off does not
 */
gboolean
fettle_attention_judge (FettleAttention *self, FettleCalendar *calendar, gint64 now)
{
  When when = judge_due (self, calendar, now);

  self->overdue = when == PAST;
  self->late
      = self->overdue ? fettle_calendar_working_time_between (calendar, MAX (self->due, now - LONGEST_LATE), now) : 0;
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (order[i].kind == self->kind && (order[i].when == ANY || order[i].when == when)
        && (order[i].backing == EITHER || (order[i].backing == UNBACKED) == (self->unbacked != FALSE)))
      {
        self->severity = order[i].severity;
        self->rank = (int) i + 1;
        return TRUE;
      }
  self->severity = FETTLE_SEVERITY_NONE;
  self->rank = (int) G_N_ELEMENTS (order) + 1;
  return FALSE;
}

static int
compare_moments (gint64 a, gint64 b)
{
  return (a > b) - (a < b);
}

/**
 * fettle_attention_compare:
 *
 * Both judged at the same moment.
 *
 * Returns: below 0 where @a hurts first; 0 only for the same thing
 */
int
fettle_attention_compare (FettleAttention *a, FettleAttention *b)
{
  int order_of = a->rank - b->rank;

  if (order_of == 0)
    order_of = compare_moments (b->late, a->late);
  if (order_of == 0)
    order_of = compare_moments (a->due != 0 ? a->due : G_MAXINT64, b->due != 0 ? b->due : G_MAXINT64);
  if (order_of == 0)
    order_of = compare_moments (a->since, b->since);
  return order_of != 0 ? order_of : g_strcmp0 (a->key, b->key);
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  return fettle_attention_compare (*(FettleAttention *const *) a, *(FettleAttention *const *) b);
}

/**
 * fettle_attention_sort:
 * @items: (element-type FettleAttention): judged
 *
 * Puts what hurts first in front.
 */
void
fettle_attention_sort (GPtrArray *items)
{
  g_ptr_array_sort (items, compare_items);
}
