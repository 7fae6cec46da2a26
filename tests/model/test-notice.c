/* test-notice.c: what is said, when, and when no more.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-clock.h"
#include "fettle-notice.h"

#define NOW  (G_GINT64_CONSTANT (1790000000) * FETTLE_SECOND)
#define LEAD (2 * FETTLE_HOUR)

static FettlePromise *
make_promise (gint64 id, gint64 due, FettlePromiseState state)
{
  FettlePromise *promise = fettle_promise_new ();

  promise->id = id;
  promise->job_id = 100 + id;
  promise->job_number = g_strdup ("2026-000123");
  promise->text = g_strdup ("Ready to collect");
  promise->due = due;
  promise->state = state;
  return promise;
}

static FettleJobSummary *
make_job (FettleStage stage, gint64 since)
{
  FettleJobSummary *job = fettle_job_summary_new ();

  job->id = 7;
  job->number = g_strdup ("2026-000007");
  job->stage = stage;
  job->stage_since = since;
  job->customer_name = g_strdup ("Ann Lee");
  job->unit_title = g_strdup ("Lumen L30");
  return job;
}

static const struct
{
  const char *what;
  gint64 due;
  FettlePromiseState state;
  FettleNoticeKind kind;
} promises[] = {
  { "far away", NOW + FETTLE_DAY, FETTLE_PROMISE_OPEN, FETTLE_NOTICE_NONE },
  { "just before the lead", NOW + LEAD + 1, FETTLE_PROMISE_OPEN, FETTLE_NOTICE_NONE },
  { "at the lead", NOW + LEAD, FETTLE_PROMISE_OPEN, FETTLE_NOTICE_DUE_SOON },
  { "within the lead", NOW + FETTLE_MINUTE, FETTLE_PROMISE_OPEN, FETTLE_NOTICE_DUE_SOON },
  { "this moment", NOW, FETTLE_PROMISE_OPEN, FETTLE_NOTICE_DUE_SOON },
  { "a moment ago", NOW - 1, FETTLE_PROMISE_OPEN, FETTLE_NOTICE_OVERDUE },
  { "yesterday", NOW - FETTLE_DAY, FETTLE_PROMISE_OPEN, FETTLE_NOTICE_OVERDUE },
  { "three days ago", NOW - 3 * FETTLE_DAY, FETTLE_PROMISE_OPEN, FETTLE_NOTICE_OVERDUE },
  { "long ago", NOW - 3 * FETTLE_DAY - 1, FETTLE_PROMISE_OPEN, FETTLE_NOTICE_NONE },
  { "kept", NOW + FETTLE_MINUTE, FETTLE_PROMISE_KEPT, FETTLE_NOTICE_NONE },
  { "kept late", NOW - FETTLE_MINUTE, FETTLE_PROMISE_KEPT_LATE, FETTLE_NOTICE_NONE },
  { "broken", NOW - FETTLE_MINUTE, FETTLE_PROMISE_BROKEN, FETTLE_NOTICE_NONE },
  { "withdrawn", NOW - FETTLE_MINUTE, FETTLE_PROMISE_WITHDRAWN, FETTLE_NOTICE_NONE },
};

static GPtrArray *
list_of (gpointer promise, gpointer job, gint64 now)
{
  g_autoptr (GPtrArray) some_promises = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) ready = g_ptr_array_new_with_free_func (g_object_unref);

  if (promise != NULL)
    g_ptr_array_add (some_promises, promise);
  if (job != NULL)
    g_ptr_array_add (ready, job);
  return fettle_notice_list (some_promises, ready, now, LEAD);
}

static void
test_promises (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (promises); i++)
    {
      g_autoptr (GPtrArray) notices = list_of (make_promise (1, promises[i].due, promises[i].state), NULL, NOW);
      FettleNotice *notice = notices->len > 0 ? g_ptr_array_index (notices, 0) : NULL;

      g_test_message ("%s", promises[i].what);
      g_assert_cmpuint (notices->len, ==, promises[i].kind != FETTLE_NOTICE_NONE ? 1 : 0);
      if (notice == NULL)
        continue;
      g_assert_cmpint (notice->kind, ==, promises[i].kind);
      g_assert_cmpint (notice->job_id, ==, 101);
      g_assert_cmpstr (notice->number, ==, "2026-000123");
      g_assert_cmpint (notice->due, ==, promises[i].due);
    }
}

static const struct
{
  const char *what;
  FettleStage stage;
  gint64 since;
  gboolean is_said;
} jobs[] = {
  { "just ready", FETTLE_STAGE_READY, NOW, TRUE },
  { "ready this morning", FETTLE_STAGE_READY, NOW - 6 * FETTLE_HOUR, TRUE },
  { "ready for a day", FETTLE_STAGE_READY, NOW - FETTLE_DAY, TRUE },
  { "ready for longer", FETTLE_STAGE_READY, NOW - FETTLE_DAY - 1, FALSE },
  { "not ready", FETTLE_STAGE_REPAIRING, NOW, FALSE },
  { "gone", FETTLE_STAGE_HANDED_OVER, NOW, FALSE },
  { "cancelled", FETTLE_STAGE_CANCELLED, NOW, FALSE },
};

static void
test_ready (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (jobs); i++)
    {
      g_autoptr (GPtrArray) notices = list_of (NULL, make_job (jobs[i].stage, jobs[i].since), NOW);

      g_test_message ("%s", jobs[i].what);
      g_assert_cmpuint (notices->len, ==, jobs[i].is_said ? 1 : 0);
    }
}

static char *
key_at (gint64 promise_id, gint64 due, gint64 now)
{
  g_autoptr (GPtrArray) notices = list_of (make_promise (promise_id, due, FETTLE_PROMISE_OPEN), NULL, now);

  return g_strdup (((FettleNotice *) g_ptr_array_index (notices, 0))->key);
}

/* The same thing has one key for ever; another thing has another. */
static void
test_keys (void)
{
  g_autofree char *soon = key_at (1, NOW + FETTLE_HOUR, NOW);
  g_autofree char *soon_later = key_at (1, NOW + FETTLE_HOUR, NOW + FETTLE_MINUTE);
  g_autofree char *overdue = key_at (1, NOW + FETTLE_HOUR, NOW + 2 * FETTLE_HOUR);
  g_autofree char *revised = key_at (1, NOW + FETTLE_HOUR + FETTLE_MINUTE, NOW);
  g_autofree char *other = key_at (2, NOW + FETTLE_HOUR, NOW);

  g_assert_cmpstr (soon, ==, soon_later);
  g_assert_cmpstr (soon, !=, overdue);
  g_assert_cmpstr (soon, !=, revised);
  g_assert_cmpstr (soon, !=, other);
}

static void
test_still_holds (void)
{
  g_autoptr (GPtrArray) notices = list_of (make_promise (1, NOW + FETTLE_HOUR, FETTLE_PROMISE_OPEN), NULL, NOW);
  FettleNotice *notice = g_ptr_array_index (notices, 0);
  const struct
  {
    FettleStage stage;
    FettlePromiseState state;
    gint64 due;
    gboolean holds;
  } rows[] = {
    { FETTLE_STAGE_REPAIRING, FETTLE_PROMISE_OPEN, NOW + FETTLE_HOUR, TRUE },
    { FETTLE_STAGE_REPAIRING, FETTLE_PROMISE_KEPT, NOW + FETTLE_HOUR, FALSE },
    { FETTLE_STAGE_REPAIRING, FETTLE_PROMISE_OPEN, NOW + FETTLE_DAY, FALSE },
    { FETTLE_STAGE_HANDED_OVER, FETTLE_PROMISE_OPEN, NOW + FETTLE_HOUR, FALSE },
    { FETTLE_STAGE_CANCELLED, FETTLE_PROMISE_OPEN, NOW + FETTLE_HOUR, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (FettleJob) job = fettle_job_new ();

      job->summary = make_job (rows[i].stage, NOW);
      g_ptr_array_add (job->promises, make_promise (1, rows[i].due, rows[i].state));
      g_assert_cmpint (fettle_notice_still_holds (notice, job), ==, rows[i].holds);
    }
}

static void
test_ready_still_holds (void)
{
  g_autoptr (GPtrArray) notices = list_of (NULL, make_job (FETTLE_STAGE_READY, NOW), NOW);
  g_autoptr (FettleJob) job = fettle_job_new ();

  job->summary = make_job (FETTLE_STAGE_READY, NOW);
  g_assert_true (fettle_notice_still_holds (g_ptr_array_index (notices, 0), job));
  job->summary->stage = FETTLE_STAGE_CHECKING;
  g_assert_false (fettle_notice_still_holds (g_ptr_array_index (notices, 0), job));
  job->summary->stage = FETTLE_STAGE_HANDED_OVER;
  g_assert_false (fettle_notice_still_holds (g_ptr_array_index (notices, 0), job));
}

/* Whoever passes the desk reads it. */
static void
test_words_name_no_customer (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (FettleJobSummary) job = make_job (FETTLE_STAGE_READY, NOW);
  g_autoptr (GPtrArray) notices
      = list_of (make_promise (1, NOW - FETTLE_HOUR, FETTLE_PROMISE_OPEN), make_job (FETTLE_STAGE_READY, NOW), NOW);

  g_assert_cmpuint (notices->len, ==, 2);
  for (guint i = 0; i < notices->len; i++)
    {
      FettleNotice *notice = g_ptr_array_index (notices, i);
      g_autofree char *title = fettle_notice_title (notice);
      g_autofree char *body = fettle_notice_body (notice, job, NOW, zone);

      g_assert_nonnull (strstr (title, notice->number));
      g_assert_nonnull (strstr (body, "Lumen L30"));
      g_assert_null (strstr (body, "Ann"));
      g_assert_null (strstr (title, "Ann"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/notice/promises", test_promises);
  g_test_add_func ("/notice/ready", test_ready);
  g_test_add_func ("/notice/keys", test_keys);
  g_test_add_func ("/notice/still-holds", test_still_holds);
  g_test_add_func ("/notice/ready-still-holds", test_ready_still_holds);
  g_test_add_func ("/notice/words-name-no-customer", test_words_name_no_customer);
  return g_test_run ();
}
