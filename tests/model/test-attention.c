/* test-attention.c: what waits, in words, and which of it hurts first.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-attention.h"
#include "fettle-clock.h"

static gint64
at (const char *text)
{
  gint64 moment = 0;
  g_autoptr (GError) error = NULL;

  if (text == NULL)
    return 0;
  fettle_moment_from_rfc3339 (text, &moment, &error);
  g_assert_no_error (error);
  return moment;
}

/* Shanghai in June 2013, as the diary has it: Monday to Friday from 9 to 18, closed over the Dragon Boat holiday. */
static FettleCalendar *
make_calendar (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Asia/Shanghai");
  FettleCalendar *calendar = fettle_calendar_new (zone);

  for (int weekday = 1; weekday <= 5; weekday++)
    g_assert_true (fettle_calendar_add_hours (calendar, weekday, 540, 1080));
  g_assert_true (fettle_calendar_add_closed_day (calendar, "2013-06-10", "Dragon Boat"));
  g_assert_true (fettle_calendar_add_closed_day (calendar, "2013-06-11", "Dragon Boat"));
  g_assert_true (fettle_calendar_add_closed_day (calendar, "2013-06-12", "Dragon Boat"));
  return calendar;
}

static const struct
{
  const char *now;
  const char *due;
  const char *words;
} due_rows[] = {
  /* Days are counted on the calendar, whatever the hour. */
  { "2013-06-13T09:00:00+08:00", "2013-06-16T18:00:00+08:00", "due in 3 days" },
  { "2013-06-13T23:59:00+08:00", "2013-06-16T00:01:00+08:00", "due in 3 days" },
  { "2013-06-13T00:00:00+08:00", "2013-06-15T23:59:00+08:00", "due in 2 days" },
  { "2013-06-13T23:59:00+08:00", "2013-06-14T00:05:00+08:00", "due tomorrow by 00:05" },
  { "2013-06-13T09:00:00+08:00", "2013-06-14T18:00:00+08:00", "due tomorrow by 18:00" },
  { "2013-06-13T09:00:00+08:00", "2013-06-13T18:00:00+08:00", "due today by 18:00" },
  { "2013-06-13T17:59:30+08:00", "2013-06-13T18:00:00+08:00", "due now" },
  { "2013-06-13T18:00:00+08:00", "2013-06-13T18:00:00+08:00", "due now" },
  { "2013-06-13T18:00:30+08:00", "2013-06-13T18:00:00+08:00", "due now" },
  { "2013-06-13T11:05:00+08:00", "2013-06-13T09:00:00+08:00", "overdue by 2 hours 5 minutes" },
  { "2013-06-14T09:00:00+08:00", "2013-06-13T18:00:00+08:00", "overdue by 1 working day" },
  { "2013-06-18T09:00:00+08:00", "2013-06-13T18:00:00+08:00", "overdue by 3 working days" },
  /* No working day has begun since. */
  { "2013-06-15T09:00:00+08:00", "2013-06-14T18:00:00+08:00", "overdue since Fri 14 Jun" },
  { "2013-06-12T09:00:00+08:00", "2013-06-07T18:00:00+08:00", "overdue since Fri 7 Jun" },
  /* Another day in Shanghai than in Greenwich. */
  { "2013-06-13T15:00:00Z", "2013-06-13T17:00:00Z", "due tomorrow by 01:00" },
};

static void
test_due_words (void)
{
  g_autoptr (FettleCalendar) calendar = make_calendar ();

  for (guint i = 0; i < G_N_ELEMENTS (due_rows); i++)
    {
      g_autofree char *words = fettle_attention_due_words (NULL, at (due_rows[i].due), at (due_rows[i].now), calendar);

      g_test_message ("row %u", i);
      g_assert_cmpstr (words, ==, due_rows[i].words);
    }
}

static const struct
{
  FettleAttentionKind kind;
  const char *text;
  const char *since;
  const char *due;
  const char *other_due;
  gboolean unbacked;
  FettleStage stage;
  const char *sentence;
} sentences[] = {
  { FETTLE_ATTENTION_PROMISE, "Mainboard at the shop", NULL, "2013-06-16T18:00:00+08:00", NULL, TRUE, 0,
    "Mainboard at the shop: due in 3 days, nothing behind it" },
  { FETTLE_ATTENTION_PROMISE, "Mainboard at the shop", NULL, "2013-06-16T18:00:00+08:00", NULL, FALSE, 0,
    "Mainboard at the shop: due in 3 days" },
  { FETTLE_ATTENTION_PROMISE, NULL, NULL, "2013-06-07T18:00:00+08:00", NULL, FALSE, 0,
    "Promise: overdue by 1 working day" },
  { FETTLE_ATTENTION_GREETING, "A012", "2013-06-13T08:53:00+08:00", NULL, NULL, FALSE, 0,
    "A012: here for 7 minutes, and nobody has greeted them" },
  { FETTLE_ATTENTION_COMPENSATION, "Express fee", NULL, "2013-06-13T09:00:00+08:00", NULL, FALSE, 0,
    "Compensation “Express fee”: due now" },
  { FETTLE_ATTENTION_REPLY, "Where is it?", "2013-06-12T09:00:00+08:00", "2013-06-14T12:00:00+08:00", NULL, FALSE, 0,
    "Reply “Where is it?”: due tomorrow by 12:00" },
  { FETTLE_ATTENTION_NEED, "Order the board", "2013-06-06T09:00:00+08:00", NULL, NULL, FALSE, 0,
    "Before it arrives “Order the board”: open for 7 days" },
  { FETTLE_ATTENTION_NEED_BY, "Camera", NULL, "2013-06-15T12:00:00+08:00", "2013-06-18T12:00:00+08:00", FALSE, 0,
    "Camera: needed by Sat 15 Jun, promised for Tue 18 Jun" },
  { FETTLE_ATTENTION_NEED_BY, "Camera", NULL, "2013-06-15T12:00:00+08:00", "2013-06-15T18:00:00+08:00", FALSE, 0,
    "Camera: needed by Sat 15 Jun 2013, 12:00, promised for Sat 15 Jun 2013, 18:00" },
  { FETTLE_ATTENTION_NEED_BY, "Camera", NULL, "2013-06-15T12:00:00+08:00", NULL, FALSE, 0,
    "Camera: needed by Sat 15 Jun, and nothing is promised" },
  { FETTLE_ATTENTION_TELL, "Camera", "2013-06-12T12:00:00+08:00", NULL, NULL, FALSE, 0,
    "Camera: ready for 1 day, and the customer does not know" },
  { FETTLE_ATTENTION_UPDATE, "Camera", "2013-06-09T12:00:00+08:00", "2013-06-12T12:00:00+08:00", NULL, FALSE, 0,
    "Camera: no word to the customer for 4 days" },
  { FETTLE_ATTENTION_FOLLOW_UP, "Camera", NULL, "2013-06-13T18:00:00+08:00", NULL, FALSE, 0,
    "Follow-up “Camera”: due today by 18:00" },
  { FETTLE_ATTENTION_APPROVAL, "Camera", "2013-06-08T12:00:00+08:00", NULL, NULL, FALSE, 0,
    "Camera: waiting for the customer’s approval for 5 days" },
  { FETTLE_ATTENTION_STILL, "Camera", "2013-06-07T12:00:00+08:00", NULL, NULL, FALSE, FETTLE_STAGE_REPAIRING,
    "Camera: “Repairing” for 6 days" },
  { FETTLE_ATTENTION_PART_RETURN, "Old disk", "2013-06-07T12:00:00+08:00", "2013-06-13T18:00:00+08:00", NULL, FALSE, 0,
    "Part to come back “Old disk”: due today by 18:00" },
  { FETTLE_ATTENTION_PARCEL, "SF EX9", "2013-06-10T12:00:00+08:00", "2013-06-07T18:00:00+08:00", NULL, FALSE, 0,
    "Parcel “SF EX9”: overdue by 1 working day" },
  { FETTLE_ATTENTION_ARRIVAL, "Camera", "2013-06-06T12:00:00+08:00", "2013-06-07T18:00:00+08:00", NULL, FALSE, 0,
    "Expected device “Camera”: overdue by 1 working day" },
  { FETTLE_ATTENTION_UNCOLLECTED, "Camera", "2013-06-03T12:00:00+08:00", NULL, NULL, FALSE, 0,
    "Camera: ready for 10 days and not collected" },
  { FETTLE_ATTENTION_CLAIM, "Carrier", "2013-06-01T12:00:00+08:00", NULL, NULL, FALSE, 0,
    "Claim “Carrier”: open for 12 days" },
  { FETTLE_ATTENTION_LINE, "Camera", NULL, "2013-06-14T18:00:00+08:00", NULL, FALSE, 0,
    "Named person “Camera”: there to be asked until Fri 14 Jun" },
  { FETTLE_ATTENTION_LINE, "Camera", NULL, "2013-06-07T18:00:00+08:00", NULL, FALSE, 0,
    "Named person “Camera”: was there until Fri 7 Jun; ask once more, then close the line" },
  { FETTLE_ATTENTION_SUGGESTION, "Chairs", "2013-06-03T12:00:00+08:00", NULL, NULL, FALSE, 0,
    "Suggestion “Chairs”: given 10 days ago, and the giver was not told what came of it" },
};

static void
test_sentences (void)
{
  g_autoptr (FettleCalendar) calendar = make_calendar ();
  gboolean has_kind[FETTLE_N_ATTENTION_KINDS] = { TRUE };

  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      g_autoptr (FettleAttention) item = fettle_attention_new ();
      g_autofree char *sentence = NULL;

      item->kind = sentences[i].kind;
      item->text = g_strdup (sentences[i].text);
      item->since = at (sentences[i].since);
      item->due = at (sentences[i].due);
      item->other_due = at (sentences[i].other_due);
      item->unbacked = sentences[i].unbacked;
      item->stage = sentences[i].stage;
      sentence = fettle_attention_sentence (item, NULL, at ("2013-06-13T09:00:00+08:00"), calendar);
      g_assert_cmpstr (sentence, ==, sentences[i].sentence);
      has_kind[item->kind] = TRUE;
    }
  for (guint kind = 0; kind < FETTLE_N_ATTENTION_KINDS; kind++)
    g_assert_true (has_kind[kind]);
}

/* A promise that was made without words. */
static void
test_without_words (void)
{
  g_autoptr (FettleCalendar) calendar = make_calendar ();
  g_autoptr (FettleAttention) item = fettle_attention_new ();
  g_autofree char *sentence = NULL;

  item->kind = FETTLE_ATTENTION_PROMISE;
  item->promise_kind = g_strdup ("call-back");
  item->unit_title = g_strdup ("Nimbus Air 13");
  item->due = at ("2013-06-13T18:00:00+08:00");
  sentence = fettle_attention_sentence (item, NULL, at ("2013-06-13T09:00:00+08:00"), calendar);
  g_assert_cmpstr (sentence, ==, "Nimbus Air 13, Call back: due today by 18:00");
}

static const struct
{
  const char *what;
  FettleAttentionKind kind;
  const char *due;
  int lead;
  gboolean unbacked;
  FettleSeverity severity; /* none: it does not wait yet */
  gboolean overdue;
  int late; /* hours of opening time */
} judged[] = {
  { "overdue for a working day", FETTLE_ATTENTION_PROMISE, "2013-06-06T18:00:00+08:00", 120, FALSE, FETTLE_SEVERITY_NOW,
    TRUE, 9 },
  { "overdue", FETTLE_ATTENTION_PROMISE, "2013-06-13T08:59:00+08:00", 120, FALSE, FETTLE_SEVERITY_NOW, TRUE },
  { "overdue, nothing behind", FETTLE_ATTENTION_PROMISE, "2013-06-07T18:00:00+08:00", 120, TRUE, FETTLE_SEVERITY_NOW,
    TRUE },
  { "this very moment", FETTLE_ATTENTION_PROMISE, "2013-06-13T09:00:00+08:00", 120, FALSE, FETTLE_SEVERITY_TODAY,
    FALSE },
  { "today", FETTLE_ATTENTION_PROMISE, "2013-06-13T18:00:00+08:00", 120, FALSE, FETTLE_SEVERITY_TODAY, FALSE },
  { "the day before", FETTLE_ATTENTION_PROMISE, "2013-06-14T18:00:00+08:00", 0, FALSE, FETTLE_SEVERITY_SOON, FALSE },
  { "the day after tomorrow", FETTLE_ATTENTION_PROMISE, "2013-06-15T12:00:00+08:00", 0, FALSE, FETTLE_SEVERITY_NONE,
    FALSE },
  { "a long lead", FETTLE_ATTENTION_PROMISE, "2013-06-17T12:00:00+08:00", 21 * 60, FALSE, FETTLE_SEVERITY_SOON, FALSE },
  { "a lead a little too short", FETTLE_ATTENTION_PROMISE, "2013-06-17T12:00:00+08:00", 21 * 60 - 1, FALSE,
    FETTLE_SEVERITY_NONE, FALSE },
  { "far, nothing behind", FETTLE_ATTENTION_PROMISE, "2013-08-01T12:00:00+08:00", 0, TRUE, FETTLE_SEVERITY_SOON,
    FALSE },
  { "reply overdue", FETTLE_ATTENTION_REPLY, "2013-06-13T08:00:00+08:00", 0, FALSE, FETTLE_SEVERITY_NOW, TRUE },
  { "reply today", FETTLE_ATTENTION_REPLY, "2013-06-13T12:00:00+08:00", 0, FALSE, FETTLE_SEVERITY_TODAY, FALSE },
  { "reply tomorrow", FETTLE_ATTENTION_REPLY, "2013-06-14T12:00:00+08:00", 0, FALSE, FETTLE_SEVERITY_SOON, FALSE },
  { "reply some day", FETTLE_ATTENTION_REPLY, "2013-06-24T12:00:00+08:00", 0, FALSE, FETTLE_SEVERITY_LATER, FALSE },
  { "need without a day", FETTLE_ATTENTION_NEED, NULL, 0, FALSE, FETTLE_SEVERITY_LATER, FALSE },
  { "follow-up today", FETTLE_ATTENTION_FOLLOW_UP, "2013-06-13T12:00:00+08:00", 0, FALSE, FETTLE_SEVERITY_TODAY,
    FALSE },
  { "follow-up tomorrow", FETTLE_ATTENTION_FOLLOW_UP, "2013-06-14T12:00:00+08:00", 0, FALSE, FETTLE_SEVERITY_NONE,
    FALSE },
  { "line open", FETTLE_ATTENTION_LINE, "2013-06-20T12:00:00+08:00", 0, FALSE, FETTLE_SEVERITY_LATER, FALSE },
  { "line to be closed", FETTLE_ATTENTION_LINE, "2013-06-12T12:00:00+08:00", 0, FALSE, FETTLE_SEVERITY_TODAY, TRUE },
  { "claim", FETTLE_ATTENTION_CLAIM, NULL, 0, FALSE, FETTLE_SEVERITY_LATER, FALSE },
  { "greeting", FETTLE_ATTENTION_GREETING, NULL, 0, FALSE, FETTLE_SEVERITY_NOW, FALSE },
};

static FettleAttention *
make_item (guint i)
{
  FettleAttention *item = fettle_attention_new ();

  item->kind = judged[i].kind;
  item->key = g_strdup_printf ("%s:%u", fettle_attention_kind_id (item->kind), i);
  item->due = at (judged[i].due);
  item->lead = judged[i].lead;
  item->unbacked = judged[i].unbacked;
  return item;
}

static void
test_judgement (void)
{
  g_autoptr (FettleCalendar) calendar = make_calendar ();

  for (guint i = 0; i < G_N_ELEMENTS (judged); i++)
    {
      g_autoptr (FettleAttention) item = make_item (i);
      gboolean waits = fettle_attention_judge (item, calendar, at ("2013-06-13T09:00:00+08:00"));

      g_test_message ("%s", judged[i].what);
      g_assert_cmpint (item->severity, ==, judged[i].severity);
      g_assert_cmpint (waits, ==, judged[i].severity != FETTLE_SEVERITY_NONE);
      g_assert_cmpint (item->overdue, ==, judged[i].overdue);
      g_assert_cmpint (item->late, ==, judged[i].late * FETTLE_HOUR);
    }
}

/* What hurts first; every row before the next. */
static const struct
{
  const char *key;
  FettleAttentionKind kind;
  const char *since;
  const char *due;
  gboolean unbacked;
} ordered[] = {
  { "longest overdue", FETTLE_ATTENTION_PROMISE, NULL, "2013-05-02T18:00:00+08:00", FALSE },
  { "overdue", FETTLE_ATTENTION_PROMISE, NULL, "2013-06-06T18:00:00+08:00", TRUE },
  /* Both have been overdue for no opening time at all: then what was due first. */
  { "overdue over the holiday", FETTLE_ATTENTION_PROMISE, NULL, "2013-06-09T18:00:00+08:00", FALSE },
  { "overdue since the holiday", FETTLE_ATTENTION_PROMISE, NULL, "2013-06-12T18:00:00+08:00", FALSE },
  { "greeting", FETTLE_ATTENTION_GREETING, "2013-06-13T08:50:00+08:00", NULL, FALSE },
  { "money owed", FETTLE_ATTENTION_COMPENSATION, NULL, "2013-06-06T18:00:00+08:00", FALSE },
  { "reply overdue", FETTLE_ATTENTION_REPLY, NULL, "2013-05-02T18:00:00+08:00", FALSE },
  { "need overdue", FETTLE_ATTENTION_NEED, NULL, "2013-05-02T18:00:00+08:00", FALSE },
  { "today, nothing behind", FETTLE_ATTENTION_PROMISE, NULL, "2013-06-13T18:00:00+08:00", TRUE },
  { "at noon", FETTLE_ATTENTION_PROMISE, NULL, "2013-06-13T12:00:00+08:00", FALSE },
  { "today", FETTLE_ATTENTION_PROMISE, NULL, "2013-06-13T18:00:00+08:00", FALSE },
  { "reply today", FETTLE_ATTENTION_REPLY, NULL, "2013-06-13T10:00:00+08:00", FALSE },
  { "needed sooner", FETTLE_ATTENTION_NEED_BY, NULL, "2013-06-20T10:00:00+08:00", FALSE },
  { "not told", FETTLE_ATTENTION_TELL, "2013-06-05T10:00:00+08:00", NULL, FALSE },
  { "no word", FETTLE_ATTENTION_UPDATE, "2013-05-01T10:00:00+08:00", "2013-05-06T10:00:00+08:00", FALSE },
  { "no word, shorter", FETTLE_ATTENTION_UPDATE, "2013-05-03T10:00:00+08:00", "2013-05-08T10:00:00+08:00", FALSE },
  { "follow-up", FETTLE_ATTENTION_FOLLOW_UP, NULL, "2013-06-13T10:00:00+08:00", FALSE },
  { "in 3 days, nothing behind", FETTLE_ATTENTION_PROMISE, NULL, "2013-06-16T18:00:00+08:00", TRUE },
  { "tomorrow", FETTLE_ATTENTION_PROMISE, NULL, "2013-06-14T18:00:00+08:00", FALSE },
  { "approval", FETTLE_ATTENTION_APPROVAL, "2013-05-01T10:00:00+08:00", NULL, FALSE },
  { "stands still", FETTLE_ATTENTION_STILL, "2013-05-01T10:00:00+08:00", NULL, FALSE },
  { "old disk", FETTLE_ATTENTION_PART_RETURN, NULL, "2013-06-01T10:00:00+08:00", FALSE },
  { "not collected", FETTLE_ATTENTION_UNCOLLECTED, "2013-05-01T10:00:00+08:00", NULL, FALSE },
  { "older claim", FETTLE_ATTENTION_CLAIM, "2013-05-01T10:00:00+08:00", NULL, FALSE },
  { "claim", FETTLE_ATTENTION_CLAIM, "2013-05-02T10:00:00+08:00", NULL, FALSE },
  { "reply some day", FETTLE_ATTENTION_REPLY, NULL, "2013-06-28T10:00:00+08:00", FALSE },
  { "line", FETTLE_ATTENTION_LINE, NULL, "2013-06-18T10:00:00+08:00", FALSE },
  { "suggestion", FETTLE_ATTENTION_SUGGESTION, "2013-05-02T10:00:00+08:00", NULL, FALSE },
};

static void
test_order (void)
{
  g_autoptr (FettleCalendar) calendar = make_calendar ();
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (ordered); i++)
    {
      /* Put in in another order: every eleventh, round and round. */
      guint row = (i * 11 + 5) % G_N_ELEMENTS (ordered);
      FettleAttention *item = fettle_attention_new ();

      item->kind = ordered[row].kind;
      item->key = g_strdup (ordered[row].key);
      item->since = at (ordered[row].since);
      item->due = at (ordered[row].due);
      item->unbacked = ordered[row].unbacked;
      g_assert_true (fettle_attention_judge (item, calendar, at ("2013-06-13T09:00:00+08:00")));
      g_ptr_array_add (items, item);
    }
  fettle_attention_sort (items);
  for (guint i = 0; i < items->len; i++)
    g_assert_cmpstr (((FettleAttention *) items->pdata[i])->key, ==, ordered[i].key);
}

/* Severity never falls along the order, so that headings stand over runs of it. */
static void
test_severity_follows_order (void)
{
  g_autoptr (FettleCalendar) calendar = make_calendar ();
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  FettleSeverity last = FETTLE_SEVERITY_NOW;

  for (guint i = 0; i < G_N_ELEMENTS (judged); i++)
    {
      FettleAttention *item = make_item (i);

      fettle_attention_judge (item, calendar, at ("2013-06-13T09:00:00+08:00"));
      g_ptr_array_add (items, item);
    }
  fettle_attention_sort (items);
  for (guint i = 0; i < items->len; i++)
    {
      FettleAttention *item = items->pdata[i];

      if (item->severity == FETTLE_SEVERITY_NONE)
        break;
      g_assert_cmpint (item->severity, >=, last);
      last = item->severity;
    }
  g_assert_cmpint (last, ==, FETTLE_SEVERITY_LATER);
}

static const struct
{
  const char *now;
  const char *due;
  int lead;
  gboolean within;
} leads[] = {
  /* Two hours of opening time, over the night and over the holiday. */
  { "2013-06-13T16:00:00+08:00", "2013-06-13T18:00:00+08:00", 120, TRUE },
  { "2013-06-13T15:59:00+08:00", "2013-06-13T18:00:00+08:00", 120, FALSE },
  { "2013-06-13T17:00:00+08:00", "2013-06-14T10:00:00+08:00", 120, TRUE },
  { "2013-06-13T16:59:00+08:00", "2013-06-14T10:00:00+08:00", 120, FALSE },
  { "2013-06-07T17:30:00+08:00", "2013-06-13T10:30:00+08:00", 120, TRUE },
  { "2013-06-07T17:29:00+08:00", "2013-06-13T10:30:00+08:00", 120, FALSE },
  { "2013-06-13T18:00:00+08:00", "2013-06-13T18:00:00+08:00", 120, FALSE },
  { "2013-06-13T19:00:00+08:00", "2013-06-13T18:00:00+08:00", 120, FALSE },
  { "2013-06-13T17:59:00+08:00", "2013-06-13T18:00:00+08:00", 0, FALSE },
};

static void
test_lead (void)
{
  g_autoptr (FettleCalendar) calendar = make_calendar ();

  for (guint i = 0; i < G_N_ELEMENTS (leads); i++)
    {
      g_autoptr (FettleAttention) item = fettle_attention_new ();

      item->due = at (leads[i].due);
      item->lead = leads[i].lead;
      g_test_message ("row %u", i);
      g_assert_cmpint (fettle_attention_is_within_lead (item, calendar, at (leads[i].now)), ==, leads[i].within);
    }
}

/* A shop that has not said when it is open counts by the clock. */
static void
test_without_hours (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (FettleCalendar) calendar = fettle_calendar_new (zone);
  g_autoptr (FettleAttention) item = fettle_attention_new ();
  gint64 now = at ("2013-06-13T09:00:00Z");

  g_assert_cmpint (fettle_attention_horizon (calendar, now, 0), ==, at ("2013-06-15T00:00:00Z"));
  g_assert_cmpint (fettle_attention_after_hours (calendar, now, 24), ==, now + FETTLE_DAY);
  g_assert_cmpint (fettle_attention_after_days (calendar, now, 3), ==, now + 3 * FETTLE_DAY);
  item->kind = FETTLE_ATTENTION_PROMISE;
  item->due = now + FETTLE_HOUR;
  item->lead = 30;
  g_assert_false (fettle_attention_is_within_lead (item, calendar, now));
  g_assert_true (fettle_attention_is_within_lead (item, calendar, now + FETTLE_HOUR / 2));
  g_assert_true (fettle_attention_judge (item, calendar, now + 2 * FETTLE_HOUR));
  g_assert_cmpint (item->severity, ==, FETTLE_SEVERITY_NOW);
}

static void
test_horizon (void)
{
  g_autoptr (FettleCalendar) calendar = make_calendar ();

  /* Over the holiday the next day on which the shop opens is the 13th. */
  g_assert_cmpint (fettle_attention_horizon (calendar, at ("2013-06-07T12:00:00+08:00"), 120), ==,
                   at ("2013-06-14T00:00:00+08:00"));
  g_assert_cmpint (fettle_attention_horizon (calendar, at ("2013-06-13T12:00:00+08:00"), 120), ==,
                   at ("2013-06-15T00:00:00+08:00"));
  /* A lead of three days of nine hours reaches further. */
  g_assert_cmpint (fettle_attention_horizon (calendar, at ("2013-06-13T09:00:00+08:00"), 3 * 540), ==,
                   at ("2013-06-17T18:00:00+08:00") + 1);
}

static void
test_ids (void)
{
  for (FettleSeverity severity = FETTLE_SEVERITY_NOW; severity < FETTLE_N_SEVERITIES; severity++)
    g_assert_cmpint (fettle_severity_from_id (fettle_severity_id (severity)), ==, severity);
  g_assert_cmpint (fettle_severity_from_id (NULL), ==, FETTLE_SEVERITY_NONE);
  g_assert_cmpint (fettle_severity_from_id ("worst"), ==, FETTLE_SEVERITY_NONE);
  for (FettleAttentionKind kind = FETTLE_ATTENTION_PROMISE; kind < FETTLE_N_ATTENTION_KINDS; kind++)
    {
      g_assert_nonnull (fettle_attention_kind_id (kind));
      g_assert_cmpstr (fettle_attention_kind_words (NULL, kind), !=, "");
      for (FettleAttentionKind other = FETTLE_ATTENTION_NONE; other < kind; other++)
        g_assert_cmpstr (fettle_attention_kind_id (kind), !=, fettle_attention_kind_id (other));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/attention/due-words", test_due_words);
  g_test_add_func ("/attention/sentences", test_sentences);
  g_test_add_func ("/attention/without-words", test_without_words);
  g_test_add_func ("/attention/judgement", test_judgement);
  g_test_add_func ("/attention/order", test_order);
  g_test_add_func ("/attention/severity-follows-order", test_severity_follows_order);
  g_test_add_func ("/attention/lead", test_lead);
  g_test_add_func ("/attention/without-hours", test_without_hours);
  g_test_add_func ("/attention/horizon", test_horizon);
  g_test_add_func ("/attention/ids", test_ids);
  return g_test_run ();
}
