/* test-promise-rules.c: how a promise stands, and by how much it was missed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-promise-rules.h"

#include <string.h>

#include "fettle-clock.h"

/* Monday 2 March 2026, 10:00 in Berlin; open from nine to six on weekdays. */
#define MONDAY   (G_GINT64_CONSTANT (1772442000) * G_USEC_PER_SEC)
#define AT(d, h) (MONDAY + (d) *FETTLE_DAY + ((h) -10) * FETTLE_HOUR)
#define UNBACKED "order"

static FettleCalendar *
make_calendar (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  FettleCalendar *calendar = fettle_calendar_new (zone);

  for (int weekday = 1; weekday <= 5; weekday++)
    g_assert_true (fettle_calendar_add_hours (calendar, weekday, 9 * 60, 18 * 60));
  return calendar;
}

static void
test_status (void)
{
  static const struct
  {
    gint64 due;
    gint64 now;
    const char *requires;
    int lead;
    FettlePromiseStatus status;
  } cases[] = {
    { AT (0, 16), AT (0, 10), NULL, 120, FETTLE_PROMISE_STATUS_DUE_TODAY },
    { AT (0, 16), AT (0, 16), NULL, 120, FETTLE_PROMISE_STATUS_DUE_TODAY },
    { AT (0, 16), AT (0, 17), NULL, 120, FETTLE_PROMISE_STATUS_OVERDUE },
    { AT (0, 16), AT (-3, 12), NULL, 120, FETTLE_PROMISE_STATUS_DUE_SOON },
    /* Friday: what is due on Monday is due soon; on Thursday it was not. */
    { AT (0, 16), AT (-4, 12), NULL, 120, FETTLE_PROMISE_STATUS_OPEN },
    { AT (0, 16), AT (-4, 12), NULL, 9 * 60 * 3, FETTLE_PROMISE_STATUS_DUE_SOON },
    { AT (1, 18), AT (0, 10), NULL, 0, FETTLE_PROMISE_STATUS_DUE_SOON },
    { AT (2, 10), AT (0, 10), NULL, 0, FETTLE_PROMISE_STATUS_OPEN },
    /* Nothing behind it hurts more than that it is due, until it is overdue. */
    { AT (2, 10), AT (0, 10), UNBACKED, 0, FETTLE_PROMISE_STATUS_NOTHING_BEHIND },
    { AT (0, 16), AT (0, 10), UNBACKED, 0, FETTLE_PROMISE_STATUS_NOTHING_BEHIND },
    { AT (0, 16), AT (0, 17), UNBACKED, 0, FETTLE_PROMISE_STATUS_OVERDUE },
    { AT (2, 10), AT (0, 10), "none", 0, FETTLE_PROMISE_STATUS_OPEN },
  };
  g_autoptr (FettleCalendar) calendar = make_calendar ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FettlePromise) promise = fettle_promise_new ();

      promise->state = FETTLE_PROMISE_OPEN;
      promise->kind = g_strdup ("part");
      promise->due = promise->first_due = cases[i].due;
      promise->requires = g_strdup (cases[i].requires);
      promise->lead = cases[i].lead;
      g_test_message ("case %u", i);
      g_assert_cmpint (fettle_promise_status (promise, calendar, cases[i].now), ==, cases[i].status);
    }
}

static void
test_ended_status (void)
{
  static const struct
  {
    FettlePromiseState state;
    const char *id;
  } cases[] = {
    { FETTLE_PROMISE_KEPT, "kept" },
    { FETTLE_PROMISE_KEPT_LATE, "kept-late" },
    { FETTLE_PROMISE_BROKEN, "broken" },
    { FETTLE_PROMISE_WITHDRAWN, "withdrawn" },
  };
  g_autoptr (FettleCalendar) calendar = make_calendar ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FettlePromise) promise = fettle_promise_new ();
      FettlePromiseStatus status;

      promise->state = cases[i].state;
      promise->requires = g_strdup ("order");
      status = fettle_promise_status (promise, calendar, AT (9, 10));
      g_assert_cmpstr (fettle_promise_status_id (status), ==, cases[i].id);
      g_assert_cmpstr (fettle_promise_status_words (NULL, status), !=, "");
      g_assert_false (fettle_promise_has_nothing_behind (promise));
    }
}

/* A device that is ready waits for its customer, and only a promise that it would be ready is meant. */
static void
test_done (void)
{
  g_autoptr (FettleCalendar) calendar = make_calendar ();
  g_autoptr (FettlePromise) promise = fettle_promise_new ();
  gint64 working_time = 0;
  int days = 0;

  promise->state = FETTLE_PROMISE_OPEN;
  promise->kind = g_strdup ("ready");
  promise->due = promise->first_due = AT (0, 16);
  promise->stage = FETTLE_STAGE_READY;
  promise->stage_since = AT (0, 15);
  g_assert_cmpint (fettle_promise_status (promise, calendar, AT (3, 10)), ==, FETTLE_PROMISE_STATUS_OPEN);
  g_assert_false (fettle_promise_missed_by (promise, calendar, AT (3, 10), &days, &working_time));
  promise->stage_since = AT (1, 10);
  g_assert_true (fettle_promise_missed_by (promise, calendar, AT (3, 10), &days, &working_time));
  g_assert_cmpint (days, ==, 1);
  g_free (promise->kind);
  promise->kind = g_strdup ("call-back");
  g_assert_cmpint (fettle_promise_status (promise, calendar, AT (3, 10)), ==, FETTLE_PROMISE_STATUS_OVERDUE);
}

static void
test_missed (void)
{
  static const struct
  {
    FettlePromiseState state;
    gint64 due;
    gint64 ended;
    gboolean is_missed;
    int days;
    gint64 time;
    const char *text;
  } cases[] = {
    { FETTLE_PROMISE_KEPT, AT (0, 18), AT (0, 18), FALSE, 0, 0, NULL },
    { FETTLE_PROMISE_WITHDRAWN, AT (0, 18), AT (3, 18), FALSE, 0, 0, NULL },
    { FETTLE_PROMISE_KEPT_LATE, AT (0, 12), AT (0, 12) + 20 * FETTLE_MINUTE, TRUE, 0, 20 * FETTLE_MINUTE,
      "broken by 20 minutes" },
    { FETTLE_PROMISE_KEPT_LATE, AT (0, 12), AT (0, 14), TRUE, 0, 2 * FETTLE_HOUR, "broken by 2 working hours" },
    { FETTLE_PROMISE_KEPT_LATE, AT (0, 18), AT (1, 9), TRUE, 1, 0, "broken by 1 working day" },
    /* Thursday evening to Tuesday: the diary's three working days. */
    { FETTLE_PROMISE_KEPT_LATE, AT (3, 18), AT (8, 11), TRUE, 3, 20 * FETTLE_HOUR, "broken by 3 working days" },
    { FETTLE_PROMISE_BROKEN, AT (0, 18), AT (0, 12), TRUE, 0, 0, "broken" },
    { FETTLE_PROMISE_BROKEN, AT (0, 18), AT (2, 9), TRUE, 2, 9 * FETTLE_HOUR, "broken by 2 working days" },
    { FETTLE_PROMISE_OPEN, AT (0, 18), AT (0, 12), FALSE, 0, 0, NULL },
    { FETTLE_PROMISE_OPEN, AT (0, 18), AT (1, 12), TRUE, 1, 3 * FETTLE_HOUR, "broken by 1 working day" },
  };
  g_autoptr (FettleCalendar) calendar = make_calendar ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FettlePromise) promise = fettle_promise_new ();
      g_autofree char *text = NULL;
      gint64 working_time = -1;
      int days = -1;

      promise->state = cases[i].state;
      promise->due = AT (9, 18);
      promise->first_due = cases[i].due;
      promise->ended_at = cases[i].state == FETTLE_PROMISE_OPEN ? 0 : cases[i].ended;
      g_test_message ("case %u", i);
      g_assert_cmpint (fettle_promise_missed_by (promise, calendar, cases[i].ended, &days, &working_time), ==,
                       cases[i].is_missed);
      g_assert_cmpint (days, ==, cases[i].days);
      g_assert_cmpint (working_time, ==, cases[i].time);
      text = cases[i].is_missed ? fettle_promise_missed_text (fettle_language_get ("en"), days, working_time) : NULL;
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
add_revision (FettlePromise *promise, gint64 at, gint64 due, const char *reason)
{
  FettlePromiseRevision *revision = fettle_promise_revision_new ();

  revision->at = at;
  revision->due = due;
  revision->reason = g_strdup (reason);
  g_ptr_array_add (promise->revisions, revision);
}

/* What is published binds whatever we say later; only the customer's own wish moves it, and only in time. */
static void
test_binding (void)
{
  g_autoptr (FettlePromise) promise = fettle_promise_new ();

  promise->first_due = AT (2, 18);
  g_assert_cmpint (fettle_promise_binding_due (promise), ==, AT (2, 18));
  add_revision (promise, AT (1, 10), AT (4, 18), "part");
  g_assert_cmpint (fettle_promise_binding_due (promise), ==, AT (2, 18));
  add_revision (promise, AT (1, 11), AT (3, 18), "customer");
  g_assert_cmpint (fettle_promise_binding_due (promise), ==, AT (3, 18));
  add_revision (promise, AT (3, 10), AT (7, 18), "customer");
  g_assert_cmpint (fettle_promise_binding_due (promise), ==, AT (7, 18));
  add_revision (promise, AT (8, 10), AT (9, 18), "customer");
  g_assert_cmpint (fettle_promise_binding_due (promise), ==, AT (7, 18));
}

static void
test_words (void)
{
  const char *const *ids = fettle_promise_require_ids ();
  g_autoptr (FettlePromise) promise = fettle_promise_new ();

  for (guint i = 0; ids[i] != NULL; i++)
    g_assert_cmpstr (fettle_promise_require_words (NULL, ids[i]), !=, ids[i]);
  g_assert_cmpstr (fettle_promise_require_words (NULL, NULL), ==, "");
  g_assert_cmpstr (fettle_promise_default_requires ("part"), ==, "order");
  g_assert_null (fettle_promise_default_requires ("visit"));
  promise->kind = g_strdup ("call-back");
  g_assert_cmpstr (fettle_promise_kind_words (promise, fettle_language_get ("en")), ==, "Call back");
  promise->kind_name = g_strdup ("Ring them");
  g_assert_cmpstr (fettle_promise_kind_words (promise, fettle_language_get ("en")), ==, "Ring them");
}

/* A year without a schedule says so; one with a rule or a schedule, and a shop that keeps no holidays, do not. */
static void
test_calendar_note (void)
{
  static const struct
  {
    const char *region;
    int days; /* from 2026-03-02 */
    gboolean noted;
  } cases[] = {
    { "cn", 10, FALSE },      { "cn", 3 * 365, TRUE }, { "de-by", 3 * 365, FALSE },
    { NULL, 3 * 365, FALSE }, { "cn", 0, FALSE },      { "cn", -1, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FettleCalendar) calendar = make_calendar ();
      g_autoptr (FettleHolidays) holidays
          = cases[i].region != NULL ? fettle_holidays_load (cases[i].region, NULL) : NULL;
      g_autofree char *note = NULL;

      fettle_calendar_set_holidays (calendar, holidays);
      note = fettle_promise_calendar_note (calendar, MONDAY, MONDAY + cases[i].days * FETTLE_DAY);
      g_test_message ("case %u", i);
      g_assert_cmpint (note != NULL, ==, cases[i].noted);
      if (note != NULL)
        g_assert_nonnull (strstr (note, "no published schedule"));
    }
  g_assert_null (fettle_promise_calendar_note (NULL, MONDAY, MONDAY + FETTLE_DAY));
}

static void
add_part (GPtrArray *promises, gint64 id, const char *text, const char *backing, gint64 due)
{
  FettlePromise *promise = fettle_promise_new ();

  promise->id = id;
  promise->kind = g_strdup ("part");
  promise->text = g_strdup (text);
  promise->requires = g_strdup ("order");
  promise->backing = g_strdup (backing);
  promise->backed_at = backing != NULL ? MONDAY : 0;
  promise->due = due;
  promise->state = FETTLE_PROMISE_OPEN;
  g_ptr_array_add (promises, promise);
}

/* Which of the promises of a job a part stands behind. */
static void
test_kept_by_part (void)
{
  static const struct
  {
    const char *text;
    const char *backing;
    const char *other_text; /* of a second one, due later */
    const char *other_backing;
    const char *name;
    const char *source;
    const char *serial;
    gint64 kept;
  } cases[] = {
    /* The only one, ordered or without words. */
    { "", NULL, NULL, NULL, "battery", NULL, NULL, 1 },
    { "as soon as we can", "PO-1", NULL, NULL, "battery", NULL, NULL, 1 },
    { "The board is here", NULL, NULL, NULL, "Mainboard", NULL, NULL, 1 },
    /* Nobody has ordered it, and this is something else. */
    { "The board is here", NULL, NULL, NULL, "screw", NULL, NULL, 0 },
    /* Of two the one that speaks of it. */
    { "Mainboard here", "PO-1", "Battery here", "PO-2", "battery", NULL, NULL, 2 },
    { "Mainboard here", "PO-1", "Battery here", "PO-2", "mainboard 14\"", NULL, NULL, 1 },
    { "", "PO-4711", "", "PO-4712", "panel", "order po-4712", NULL, 2 },
    { "", "PO-4711", "", "serial SN-9912", "panel", NULL, "sn-9912", 2 },
    { "Part here", "PO-1", "Part here", "PO-2", "fan", NULL, NULL, 0 },
    { "主板到店", NULL, "电池到店", NULL, "电池", NULL, NULL, 2 },
    /* A short name is all of a word. */
    { "The fan is here", NULL, "The SSD is here", NULL, "SSD", NULL, NULL, 2 },
    { "The fan is here", NULL, "The SSD is here", NULL, "the lid", NULL, NULL, 0 },
    /* Both: the earlier. */
    { "Battery here", "PO-1", "Battery here", "PO-2", "battery", NULL, NULL, 1 },
    { "Fan here", "PO-1", "Disk here", "PO-2", NULL, NULL, NULL, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) promises = g_ptr_array_new_with_free_func (g_object_unref);
      FettlePromise *kept;

      if (cases[i].other_text != NULL)
        add_part (promises, 2, cases[i].other_text, cases[i].other_backing, AT (2, 18));
      add_part (promises, 1, cases[i].text, cases[i].backing, AT (1, 18));
      kept = fettle_promise_kept_by_part (promises, cases[i].name, cases[i].source, cases[i].serial);
      g_test_message ("case %u", i);
      g_assert_cmpint (kept != NULL ? kept->id : 0, ==, cases[i].kept);
    }
}

/* What has ended, and what is no promise of a part, is never kept by one. */
static void
test_not_kept_by_part (void)
{
  g_autoptr (GPtrArray) promises = g_ptr_array_new_with_free_func (g_object_unref);

  g_assert_null (fettle_promise_kept_by_part (promises, "battery", NULL, NULL));
  add_part (promises, 1, "Battery here", "PO-1", AT (1, 18));
  ((FettlePromise *) promises->pdata[0])->state = FETTLE_PROMISE_BROKEN;
  add_part (promises, 2, "Battery changed", "PO-1", AT (1, 18));
  g_free (((FettlePromise *) promises->pdata[1])->kind);
  ((FettlePromise *) promises->pdata[1])->kind = g_strdup ("ready");
  g_assert_null (fettle_promise_kept_by_part (promises, "battery", NULL, NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/promise-rules/status", test_status);
  g_test_add_func ("/promise-rules/ended", test_ended_status);
  g_test_add_func ("/promise-rules/done", test_done);
  g_test_add_func ("/promise-rules/missed", test_missed);
  g_test_add_func ("/promise-rules/binding", test_binding);
  g_test_add_func ("/promise-rules/words", test_words);
  g_test_add_func ("/promise-rules/calendar-note", test_calendar_note);
  g_test_add_func ("/promise-rules/kept-by-part", test_kept_by_part);
  g_test_add_func ("/promise-rules/not-kept-by-part", test_not_kept_by_part);
  return g_test_run ();
}
