/* test-notice.c: what is said, when, and when no more.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "fettle-clock.h"
#include "fettle-notice.h"

/* Monday 2 March 2026 in London; the shop is open Monday to Friday from 9 to 18. */
#define MONDAY (G_GINT64_CONSTANT (1772409600) * FETTLE_SECOND)
#define AT(day, hour, minute)                                                                                          \
  (MONDAY + (day) *FETTLE_DAY + (gint64) (hour) *FETTLE_HOUR + (gint64) (minute) *FETTLE_MINUTE)

static FettleCalendar *
make_calendar (gboolean with_hours)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/London");
  FettleCalendar *calendar = fettle_calendar_new (zone);

  for (int weekday = 1; with_hours && weekday <= 5; weekday++)
    fettle_calendar_add_hours (calendar, weekday, 540, 1080);
  return calendar;
}

static FettleAttention *
make_item (FettleAttentionKind kind, gint64 id, gint64 due)
{
  FettleAttention *item = fettle_attention_new ();

  item->kind = kind;
  item->key = g_strdup_printf ("%s:%d", fettle_attention_kind_id (kind), (int) id);
  item->job_id = 100 + id;
  item->job_number = g_strdup ("2026-000123");
  item->unit_title = g_strdup ("Lumen L30");
  item->text = g_strdup (kind == FETTLE_ATTENTION_REPLY ? "Ann Lee asks where it is" : "Ready to collect");
  item->due = due;
  item->lead = 120;
  return item;
}

/* What is said of one thing at a moment, but for the morning's count. */
static GPtrArray *
said_of (FettleAttention *item, gint64 now, gboolean with_hours)
{
  g_autoptr (FettleCalendar) calendar = make_calendar (with_hours);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *notices;

  if (fettle_attention_judge (item, calendar, now))
    g_ptr_array_add (items, g_object_ref (item));
  notices = fettle_notice_list (items, calendar, now);
  for (guint i = 0; i < notices->len; i++)
    if (((FettleNotice *) notices->pdata[i])->kind == FETTLE_NOTICE_MORNING)
      g_ptr_array_remove_index (notices, i--);
  return notices;
}

static const struct
{
  const char *what;
  gint64 now;
  gint64 due;
  FettleNoticeKind kind;
  const char *key; /* of promise 1, "due" stands for its date */
} promises[] = {
  { "far away", AT (0, 10, 0), AT (3, 12, 0), FETTLE_NOTICE_NONE, NULL },
  { "tomorrow is in the list, and not yet said", AT (0, 10, 0), AT (1, 12, 0), FETTLE_NOTICE_NONE, NULL },
  { "just before the lead", AT (0, 9, 59), AT (0, 12, 0), FETTLE_NOTICE_NONE, NULL },
  { "at the lead", AT (0, 10, 0), AT (0, 12, 0), FETTLE_NOTICE_DUE_SOON, "due-soon:promise:1:due" },
  { "within the lead", AT (0, 11, 59), AT (0, 12, 0), FETTLE_NOTICE_DUE_SOON, "due-soon:promise:1:due" },
  { "the lead reaches back over the night", AT (0, 17, 0), AT (1, 10, 0), FETTLE_NOTICE_DUE_SOON,
    "due-soon:promise:1:due" },
  { "but nothing is said in the night", AT (0, 20, 0), AT (1, 10, 0), FETTLE_NOTICE_NONE, NULL },
  { "nor early in the morning", AT (1, 8, 59), AT (1, 10, 0), FETTLE_NOTICE_NONE, NULL },
  { "over the weekend", AT (4, 17, 30), AT (7, 10, 0), FETTLE_NOTICE_DUE_SOON, "due-soon:promise:1:due" },
  { "not on it", AT (5, 12, 0), AT (7, 10, 0), FETTLE_NOTICE_NONE, NULL },
  { "this moment", AT (0, 12, 0), AT (0, 12, 0), FETTLE_NOTICE_OVERDUE, "overdue:promise:1:due" },
  { "the same day", AT (0, 17, 0), AT (0, 12, 0), FETTLE_NOTICE_OVERDUE, "overdue:promise:1:due" },
  { "at closing time", AT (0, 18, 0), AT (0, 18, 0), FETTLE_NOTICE_OVERDUE, "overdue:promise:1:due" },
  { "due while it is closed", AT (5, 12, 0), AT (5, 12, 0), FETTLE_NOTICE_OVERDUE, "overdue:promise:1:due" },
  { "the evening of a day without a desk", AT (0, 20, 0), AT (0, 12, 0), FETTLE_NOTICE_NONE, NULL },
  { "the night after", AT (1, 3, 0), AT (0, 12, 0), FETTLE_NOTICE_NONE, NULL },
  { "the day after", AT (1, 9, 0), AT (0, 12, 0), FETTLE_NOTICE_OVERDUE, "overdue:promise:1:due:2026-03-03" },
  { "later that day", AT (1, 17, 0), AT (0, 12, 0), FETTLE_NOTICE_OVERDUE, "overdue:promise:1:due:2026-03-03" },
  { "two days after", AT (2, 9, 0), AT (0, 12, 0), FETTLE_NOTICE_OVERDUE, "overdue:promise:1:due:2026-03-04" },
  { "not on Sunday", AT (6, 12, 0), AT (0, 12, 0), FETTLE_NOTICE_NONE, NULL },
  { "a week after", AT (7, 9, 0), AT (0, 12, 0), FETTLE_NOTICE_OVERDUE, "overdue:promise:1:due:2026-03-09" },
  { "long ago", AT (0, 12, 0), AT (-40, 12, 0), FETTLE_NOTICE_NONE, NULL },
};

static void
test_promises (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (promises); i++)
    {
      g_autoptr (FettleAttention) item = make_item (FETTLE_ATTENTION_PROMISE, 1, promises[i].due);
      g_autoptr (GPtrArray) notices = said_of (item, promises[i].now, TRUE);
      g_autofree char *due = g_strdup_printf ("1:%" G_GINT64_FORMAT, promises[i].due);
      GString *key = g_string_new (promises[i].key);
      FettleNotice *notice = notices->len > 0 ? g_ptr_array_index (notices, 0) : NULL;

      g_test_message ("%s", promises[i].what);
      g_string_replace (key, "1:due", due, 1);
      g_assert_cmpuint (notices->len, ==, promises[i].kind != FETTLE_NOTICE_NONE ? 1 : 0);
      if (notice != NULL)
        {
          g_assert_cmpint (notice->kind, ==, promises[i].kind);
          g_assert_cmpint (notice->job_id, ==, 101);
          g_assert_cmpstr (notice->number, ==, "2026-000123");
          g_assert_cmpint (notice->due, ==, promises[i].due);
          g_assert_cmpstr (notice->key, ==, key->str);
        }
      g_string_free (key, TRUE);
    }
}

/* A week, minute by minute: each thing once, the first before its time, none out of hours, one for each working day. */
static void
test_week (void)
{
  g_autoptr (GHashTable) said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (FettleCalendar) calendar = make_calendar (TRUE);
  gint64 due = AT (1, 16, 0);
  gint64 first = 0;

  for (gint64 now = AT (0, 0, 0); now < AT (7, 0, 0); now += FETTLE_MINUTE)
    {
      g_autoptr (FettleAttention) item = make_item (FETTLE_ATTENTION_PROMISE, 1, due);
      g_autoptr (GPtrArray) notices = said_of (item, now, TRUE);

      for (guint i = 0; i < notices->len; i++)
        {
          FettleNotice *notice = notices->pdata[i];

          if (!g_hash_table_add (said, g_strdup (notice->key)))
            continue;
          first = first != 0 ? first : now;
          g_assert_true (fettle_calendar_is_open (calendar, now) || now == due);
        }
    }
  g_assert_cmpint (first, ==, due - 2 * FETTLE_HOUR);
  /* Before, at due, on Wednesday, Thursday and Friday. */
  g_assert_cmpuint (g_hash_table_size (said), ==, 5);
}

static void
test_without_hours (void)
{
  g_autoptr (FettleAttention) item = make_item (FETTLE_ATTENTION_PROMISE, 1, AT (6, 3, 0));
  g_autoptr (GPtrArray) notices = said_of (item, AT (6, 2, 0), FALSE);

  g_assert_cmpuint (notices->len, ==, 1);
}

static const struct
{
  const char *what;
  gint64 since;
  gint64 now;
  gboolean is_said;
} ready[] = {
  { "just ready", AT (0, 12, 0), AT (0, 12, 0), TRUE },
  { "ready this morning", AT (0, 9, 30), AT (0, 17, 0), TRUE },
  { "ready for a day", AT (0, 12, 0), AT (1, 12, 0), TRUE },
  { "ready for longer", AT (0, 12, 0), AT (1, 12, 1), FALSE },
  { "in the evening", AT (0, 18, 30), AT (0, 18, 30), FALSE },
  { "the morning after", AT (0, 18, 30), AT (1, 9, 0), TRUE },
};

static void
test_ready (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (ready); i++)
    {
      g_autoptr (FettleAttention) item = make_item (FETTLE_ATTENTION_TELL, 1, 0);
      g_autoptr (GPtrArray) notices = NULL;

      item->since = ready[i].since;
      notices = said_of (item, ready[i].now, TRUE);
      g_test_message ("%s", ready[i].what);
      g_assert_cmpuint (notices->len, ==, ready[i].is_said ? 1 : 0);
    }
}

/* What else waits is in the list and in the morning's count, and not said by itself. */
static void
test_other_kinds (void)
{
  for (FettleAttentionKind kind = FETTLE_ATTENTION_PROMISE; kind < FETTLE_N_ATTENTION_KINDS; kind++)
    {
      g_autoptr (FettleAttention) item = make_item (kind, 1, AT (0, 9, 30));
      g_autoptr (GPtrArray) notices = NULL;
      gboolean is_said = kind == FETTLE_ATTENTION_PROMISE || kind == FETTLE_ATTENTION_REPLY
                         || kind == FETTLE_ATTENTION_TELL || kind == FETTLE_ATTENTION_GREETING;

      item->since = AT (0, 9, 30);
      notices = said_of (item, AT (0, 10, 0), TRUE);
      g_test_message ("%s", fettle_attention_kind_id (kind));
      g_assert_cmpuint (notices->len, ==, is_said ? 1 : 0);
    }
}

static char *
key_at (gint64 promise_id, gint64 due, gint64 now)
{
  g_autoptr (FettleAttention) item = make_item (FETTLE_ATTENTION_PROMISE, promise_id, due);
  g_autoptr (GPtrArray) notices = said_of (item, now, TRUE);

  return g_strdup (((FettleNotice *) g_ptr_array_index (notices, 0))->key);
}

/* The same thing has one key for ever; another thing has another. */
static void
test_keys (void)
{
  g_autofree char *soon = key_at (1, AT (0, 12, 0), AT (0, 11, 0));
  g_autofree char *soon_later = key_at (1, AT (0, 12, 0), AT (0, 11, 1));
  g_autofree char *overdue = key_at (1, AT (0, 12, 0), AT (0, 13, 0));
  g_autofree char *revised = key_at (1, AT (0, 12, 1), AT (0, 11, 0));
  g_autofree char *other = key_at (2, AT (0, 12, 0), AT (0, 11, 0));

  g_assert_cmpstr (soon, ==, soon_later);
  g_assert_cmpstr (soon, !=, overdue);
  g_assert_cmpstr (soon, !=, revised);
  g_assert_cmpstr (soon, !=, other);
}

static const struct
{
  gint64 now;
  guint n_items;
  gboolean is_said;
} mornings[] = {
  { AT (0, 8, 59), 3, FALSE }, { AT (0, 9, 0), 3, TRUE },  { AT (0, 11, 59), 3, TRUE },
  { AT (0, 12, 0), 3, FALSE }, { AT (0, 9, 0), 0, FALSE }, { AT (5, 9, 0), 3, FALSE },
};

static void
test_morning (void)
{
  g_autoptr (FettleCalendar) calendar = make_calendar (TRUE);

  for (guint i = 0; i < G_N_ELEMENTS (mornings); i++)
    {
      g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
      g_autoptr (GPtrArray) notices = NULL;
      FettleNotice *first;

      for (guint n = 0; n < mornings[i].n_items; n++)
        {
          FettleAttention *item
              = make_item (n == 0 ? FETTLE_ATTENTION_NEED : FETTLE_ATTENTION_CLAIM, n + 1, n == 0 ? AT (-1, 12, 0) : 0);

          fettle_attention_judge (item, calendar, mornings[i].now);
          g_ptr_array_add (items, item);
        }
      notices = fettle_notice_list (items, calendar, mornings[i].now);
      g_assert_cmpuint (notices->len, ==, mornings[i].is_said ? 1 : 0);
      if (!mornings[i].is_said)
        continue;
      first = notices->pdata[0];
      {
        g_autofree char *title = fettle_notice_title (first);
        g_autofree char *body = fettle_notice_body (first, mornings[i].now, NULL);

        g_assert_cmpint (first->kind, ==, FETTLE_NOTICE_MORNING);
        g_assert_cmpstr (first->key, ==, "morning:2026-03-02");
        g_assert_cmpstr (title, ==, "3 things wait for somebody here");
        g_assert_cmpstr (body, ==, "1 of it hurts already.");
      }
    }
}

static FettleJob *
make_job (FettleStage stage, FettlePromiseState state, gint64 due)
{
  FettleJob *job = fettle_job_new ();
  FettlePromise *promise = fettle_promise_new ();

  job->summary = fettle_job_summary_new ();
  job->summary->stage = stage;
  promise->state = state;
  promise->due = due;
  g_ptr_array_add (job->promises, promise);
  return job;
}

static void
test_still_holds (void)
{
  const struct
  {
    FettleStage stage;
    FettlePromiseState state;
    gint64 due;
    gboolean holds;
  } rows[] = {
    { FETTLE_STAGE_REPAIRING, FETTLE_PROMISE_OPEN, AT (0, 12, 0), TRUE },
    { FETTLE_STAGE_REPAIRING, FETTLE_PROMISE_KEPT, AT (0, 12, 0), FALSE },
    { FETTLE_STAGE_REPAIRING, FETTLE_PROMISE_OPEN, AT (1, 12, 0), FALSE },
    { FETTLE_STAGE_HANDED_OVER, FETTLE_PROMISE_OPEN, AT (0, 12, 0), FALSE },
    { FETTLE_STAGE_CANCELLED, FETTLE_PROMISE_OPEN, AT (0, 12, 0), FALSE },
  };
  g_autoptr (FettleAttention) item = make_item (FETTLE_ATTENTION_PROMISE, 1, AT (0, 12, 0));
  g_autoptr (GPtrArray) notices = said_of (item, AT (0, 11, 0), TRUE);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (FettleJob) job = make_job (rows[i].stage, rows[i].state, rows[i].due);

      g_assert_cmpint (fettle_notice_still_holds (notices->pdata[0], job), ==, rows[i].holds);
    }
}

static void
test_others_still_hold (void)
{
  g_autoptr (FettleAttention) tell = make_item (FETTLE_ATTENTION_TELL, 1, 0);
  g_autoptr (FettleAttention) reply = make_item (FETTLE_ATTENTION_REPLY, 1, AT (0, 10, 0));
  g_autoptr (FettleJob) job = make_job (FETTLE_STAGE_READY, FETTLE_PROMISE_KEPT, AT (0, 12, 0));
  g_autoptr (GPtrArray) ready_notices = NULL;
  g_autoptr (GPtrArray) reply_notices = said_of (reply, AT (0, 11, 0), TRUE);

  tell->since = AT (0, 10, 0);
  ready_notices = said_of (tell, AT (0, 11, 0), TRUE);
  g_assert_true (fettle_notice_still_holds (ready_notices->pdata[0], job));
  g_assert_true (fettle_notice_still_holds (reply_notices->pdata[0], job));
  job->summary->stage = FETTLE_STAGE_HANDED_OVER;
  g_assert_false (fettle_notice_still_holds (ready_notices->pdata[0], job));
  /* An answer is owed after the hand-over, too. */
  g_assert_true (fettle_notice_still_holds (reply_notices->pdata[0], job));
}

/* Whoever passes the desk reads it: no customer, and no message of theirs. */
static void
test_words_name_no_customer (void)
{
  static const FettleAttentionKind kinds[]
      = { FETTLE_ATTENTION_PROMISE, FETTLE_ATTENTION_REPLY, FETTLE_ATTENTION_TELL };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (FettleAttention) item = make_item (kinds[i], 1, kinds[i] == FETTLE_ATTENTION_TELL ? 0 : AT (0, 11, 0));
      g_autoptr (GPtrArray) notices = NULL;
      g_autofree char *title = NULL;
      g_autofree char *body = NULL;

      item->since = AT (0, 10, 0);
      notices = said_of (item, AT (0, 12, 0), TRUE);
      title = fettle_notice_title (notices->pdata[0]);
      body = fettle_notice_body (notices->pdata[0], AT (0, 12, 0), NULL);
      g_assert_nonnull (strstr (title, "2026-000123"));
      g_assert_nonnull (strstr (body, "Lumen L30"));
      g_assert_null (strstr (body, "Ann"));
      g_assert_cmpint (strstr (body, "Ready to collect") != NULL, ==, kinds[i] == FETTLE_ATTENTION_PROMISE);
    }
}

/* What belongs to no job has a title, too. */
static void
test_words_without_job (void)
{
  g_autoptr (FettleAttention) reply = make_item (FETTLE_ATTENTION_REPLY, 1, AT (0, 11, 0));
  g_autoptr (FettleAttention) greeting = make_item (FETTLE_ATTENTION_GREETING, 7, 0);
  g_autoptr (GPtrArray) reply_notices = NULL;
  g_autoptr (GPtrArray) greeting_notices = NULL;
  g_autofree char *reply_title = NULL;
  g_autofree char *greeting_title = NULL;

  g_clear_pointer (&reply->job_number, g_free);
  g_clear_pointer (&greeting->job_number, g_free);
  g_free (greeting->text);
  greeting->text = g_strdup ("A012");
  reply_notices = said_of (reply, AT (0, 12, 0), TRUE);
  greeting_notices = said_of (greeting, AT (0, 12, 0), TRUE);
  reply_title = fettle_notice_title (reply_notices->pdata[0]);
  greeting_title = fettle_notice_title (greeting_notices->pdata[0]);
  g_assert_cmpstr (reply_title, ==, "A reply is overdue");
  g_assert_cmpstr (greeting_title, ==, "Ticket A012: nobody has greeted them");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/notice/promises", test_promises);
  g_test_add_func ("/notice/week", test_week);
  g_test_add_func ("/notice/without-hours", test_without_hours);
  g_test_add_func ("/notice/ready", test_ready);
  g_test_add_func ("/notice/other-kinds", test_other_kinds);
  g_test_add_func ("/notice/keys", test_keys);
  g_test_add_func ("/notice/morning", test_morning);
  g_test_add_func ("/notice/still-holds", test_still_holds);
  g_test_add_func ("/notice/others-still-hold", test_others_still_hold);
  g_test_add_func ("/notice/words-name-no-customer", test_words_name_no_customer);
  g_test_add_func ("/notice/words-without-job", test_words_without_job);
  return g_test_run ();
}
