/* test-follow-up.c: what an answer is, after which jobs one is asked for, and by when.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-clock.h"
#include "fettle-error.h"
#include "fettle-follow-up.h"

static void
test_nothing_is_said_at_first (void)
{
  g_autoptr (FettleFollowUpAnswer) answer = fettle_follow_up_answer_new ();

  g_assert_cmpint (answer->csat, ==, FETTLE_NOT_SAID);
  g_assert_cmpint (answer->nps, ==, FETTLE_NOT_SAID);
  g_assert_false (fettle_follow_up_is_bad (answer->csat, answer->nps));
}

static void
test_answers (void)
{
  static const struct
  {
    int csat;
    int nps;
    const char *text;
    const char *channel;
    int error; /* -1 for none */
  } cases[] = {
    { 1, FETTLE_NOT_SAID, NULL, NULL, -1 },
    { 5, FETTLE_NOT_SAID, NULL, "phone", -1 },
    { FETTLE_NOT_SAID, 0, NULL, "counter", -1 },
    { FETTLE_NOT_SAID, 10, NULL, "call", -1 },
    { FETTLE_NOT_SAID, FETTLE_NOT_SAID, "很好", "mail", -1 },
    { 3, 7, "so so", "message", -1 },
    { FETTLE_NOT_SAID, FETTLE_NOT_SAID, NULL, "phone", FETTLE_MODEL_ERROR_MISSING },
    { FETTLE_NOT_SAID, FETTLE_NOT_SAID, " \t\n", NULL, FETTLE_MODEL_ERROR_MISSING },
    { 0, FETTLE_NOT_SAID, NULL, NULL, FETTLE_MODEL_ERROR_INVALID },
    { 6, FETTLE_NOT_SAID, NULL, NULL, FETTLE_MODEL_ERROR_INVALID },
    { -2, FETTLE_NOT_SAID, NULL, NULL, FETTLE_MODEL_ERROR_INVALID },
    { G_MAXINT, FETTLE_NOT_SAID, NULL, NULL, FETTLE_MODEL_ERROR_INVALID },
    { 5, 11, NULL, NULL, FETTLE_MODEL_ERROR_INVALID },
    { 5, -2, NULL, NULL, FETTLE_MODEL_ERROR_INVALID },
    { 5, 9, NULL, "pigeon", FETTLE_MODEL_ERROR_UNKNOWN },
    { 5, 9, NULL, "", FETTLE_MODEL_ERROR_UNKNOWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FettleFollowUpAnswer) answer = fettle_follow_up_answer_new ();
      g_autoptr (GError) error = NULL;
      gboolean is_one;

      answer->csat = cases[i].csat;
      answer->nps = cases[i].nps;
      answer->text = g_strdup (cases[i].text);
      answer->channel = g_strdup (cases[i].channel);
      is_one = fettle_follow_up_answer_check (answer, &error);
      g_test_message ("case %u: %s", i, error != NULL ? error->message : "fine");
      g_assert_cmpint (is_one, ==, cases[i].error < 0);
      if (cases[i].error >= 0)
        g_assert_error (error, FETTLE_MODEL_ERROR, cases[i].error);
    }
}

static void
test_too_many_words (void)
{
  g_autoptr (FettleFollowUpAnswer) answer = fettle_follow_up_answer_new ();
  g_autoptr (GError) error = NULL;

  answer->text = g_strnfill (10000, 'x');
  g_assert_true (fettle_follow_up_answer_check (answer, NULL));
  g_free (answer->text);
  answer->text = g_strnfill (10001, 'x');
  g_assert_false (fettle_follow_up_answer_check (answer, &error));
  g_assert_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_INVALID);
}

/* 1 and 2 of 5, and the detractors of NPS; what was not said is neither. */
static void
test_bad_answers (void)
{
  for (int csat = 1; csat <= 5; csat++)
    g_assert_cmpint (fettle_follow_up_is_bad (csat, FETTLE_NOT_SAID), ==, csat <= 2);
  for (int nps = 0; nps <= 10; nps++)
    g_assert_cmpint (fettle_follow_up_is_bad (FETTLE_NOT_SAID, nps), ==, nps <= 6);
  g_assert_true (fettle_follow_up_is_bad (5, 6));
  g_assert_true (fettle_follow_up_is_bad (2, 10));
  g_assert_false (fettle_follow_up_is_bad (3, 7));
}

static void
test_channels (void)
{
  static const char *const cases[][2] = {
    { "phone", "phone" },   { "message", "message" }, { "mail", "mail" }, { "counter", "counter" }, { "call", "phone" },
    { "visit", "counter" }, { "letter", "mail" },     { "smoke", NULL },  { "Phone", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (fettle_follow_up_channel (cases[i][0]), ==, cases[i][1]);
}

static FettleFollowUpRule *
make_rule (int days, const char *kinds, const char *outcomes)
{
  FettleFollowUpRule *rule = fettle_follow_up_rule_new ();

  rule->days = days;
  rule->kinds = kinds != NULL ? g_strsplit (kinds, ",", -1) : NULL;
  rule->outcomes = outcomes != NULL ? g_strsplit (outcomes, ",", -1) : NULL;
  rule->active = TRUE;
  return rule;
}

static void
test_rules_apply (void)
{
  static const struct
  {
    const char *kinds;
    const char *outcomes;
    FettleKind kind;
    FettleOutcome outcome;
    gboolean applies;
  } cases[] = {
    { NULL, NULL, FETTLE_KIND_REPAIR, FETTLE_OUTCOME_REPAIRED, TRUE },
    { NULL, NULL, FETTLE_KIND_ENQUIRY, FETTLE_OUTCOME_ADVISED, TRUE },
    { "", "", FETTLE_KIND_REPAIR, FETTLE_OUTCOME_DECLINED, TRUE },
    { "repair", NULL, FETTLE_KIND_REPAIR, FETTLE_OUTCOME_DECLINED, TRUE },
    { "repair", NULL, FETTLE_KIND_MAIL_IN, FETTLE_OUTCOME_REPAIRED, FALSE },
    { "repair,mail-in", NULL, FETTLE_KIND_MAIL_IN, FETTLE_OUTCOME_REPAIRED, TRUE },
    { NULL, "repaired,partly-repaired", FETTLE_KIND_REPAIR, FETTLE_OUTCOME_PARTLY_REPAIRED, TRUE },
    { NULL, "repaired", FETTLE_KIND_REPAIR, FETTLE_OUTCOME_PARTLY_REPAIRED, FALSE },
    { "repair", "repaired", FETTLE_KIND_REPAIR, FETTLE_OUTCOME_REPAIRED, TRUE },
    { "repair", "repaired", FETTLE_KIND_COMPLAINT, FETTLE_OUTCOME_REPAIRED, FALSE },
    { NULL, "repaired", FETTLE_KIND_REPAIR, FETTLE_OUTCOME_NONE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FettleFollowUpRule) rule = make_rule (3, cases[i].kinds, cases[i].outcomes);

      g_test_message ("case %u", i);
      g_assert_cmpint (fettle_follow_up_rule_applies (rule, cases[i].kind, cases[i].outcome), ==, cases[i].applies);
      rule->active = FALSE;
      g_assert_false (fettle_follow_up_rule_applies (rule, cases[i].kind, cases[i].outcome));
    }
}

static void
test_rules_are_checked (void)
{
  static const struct
  {
    int days;
    const char *kinds;
    const char *outcomes;
    int error;
  } cases[] = {
    { 1, NULL, NULL, -1 },
    { 366, "repair", "repaired", -1 },
    { 0, NULL, NULL, FETTLE_MODEL_ERROR_INVALID },
    { -3, NULL, NULL, FETTLE_MODEL_ERROR_INVALID },
    { 367, NULL, NULL, FETTLE_MODEL_ERROR_INVALID },
    { 3, "repair,tea", NULL, FETTLE_MODEL_ERROR_UNKNOWN },
    { 3, "repair, mail-in", NULL, FETTLE_MODEL_ERROR_UNKNOWN },
    { 3, NULL, "happy", FETTLE_MODEL_ERROR_UNKNOWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FettleFollowUpRule) rule = make_rule (cases[i].days, cases[i].kinds, cases[i].outcomes);
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (fettle_follow_up_rule_check (rule, &error), ==, cases[i].error < 0);
      if (cases[i].error >= 0)
        g_assert_error (error, FETTLE_MODEL_ERROR, cases[i].error);
    }
}

static FettleCalendar *
make_calendar (const char *zone_name, gboolean with_hours)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zone_name);
  FettleCalendar *calendar = fettle_calendar_new (zone);

  for (int weekday = 1; with_hours && weekday <= 5; weekday++)
    fettle_calendar_add_hours (calendar, weekday, 9 * 60, 18 * 60);
  fettle_calendar_add_closed_day (calendar, "2026-04-06", "Easter Monday");
  return calendar;
}

static gint64
moment (const char *text)
{
  gint64 value = 0;

  g_assert_true (fettle_moment_from_rfc3339 (text, &value, NULL));
  return value;
}

/* Closing time of the day so many calendar days later, or of the next on which the shop is open. */
static void
test_due (void)
{
  static const struct
  {
    const char *zone;
    gboolean with_hours;
    const char *handed_over;
    int days;
    const char *due;
  } cases[] = {
    { "Europe/Berlin", TRUE, "2026-03-02T10:00:00+01:00", 3, "2026-03-05T18:00:00+01:00" },
    { "Europe/Berlin", TRUE, "2026-03-02T23:59:00+01:00", 1, "2026-03-03T18:00:00+01:00" },
    { "Europe/Berlin", TRUE, "2026-03-04T10:00:00+01:00", 3, "2026-03-09T18:00:00+01:00" },
    { "Europe/Berlin", TRUE, "2026-03-27T17:00:00+01:00", 3, "2026-03-30T18:00:00+02:00" },
    { "Europe/Berlin", TRUE, "2026-04-03T12:00:00+02:00", 3, "2026-04-07T18:00:00+02:00" },
    { "Europe/Berlin", FALSE, "2026-03-02T10:00:00+01:00", 3, "2026-03-05T18:00:00+01:00" },
    { "Asia/Shanghai", TRUE, "2026-03-02T23:30:00Z", 1, "2026-03-04T18:00:00+08:00" },
    { "America/New_York", TRUE, "2026-03-06T12:00:00-05:00", 2, "2026-03-09T18:00:00-04:00" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FettleCalendar) calendar = make_calendar (cases[i].zone, cases[i].with_hours);

      g_test_message ("case %u", i);
      g_assert_cmpint (fettle_follow_up_due (calendar, moment (cases[i].handed_over), cases[i].days), ==,
                       moment (cases[i].due));
    }
}

static void
test_line (void)
{
  g_autoptr (FettleCalendar) calendar = make_calendar ("Europe/Berlin", TRUE);

  g_assert_cmpint (fettle_follow_up_line_until (calendar, moment ("2026-03-02T10:00:00+01:00"), 7), ==,
                   moment ("2026-03-09T23:59:00+01:00"));
  g_assert_cmpint (fettle_follow_up_line_until (calendar, moment ("2026-03-25T10:00:00+01:00"), 7), ==,
                   moment ("2026-04-01T23:59:00+02:00"));
  /* Whoever was not reached on a Friday is called on Monday. */
  g_assert_cmpint (fettle_follow_up_next_attempt (calendar, moment ("2026-03-06T17:00:00+01:00")), ==,
                   moment ("2026-03-09T18:00:00+01:00"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/follow-up/nothing-is-said-at-first", test_nothing_is_said_at_first);
  g_test_add_func ("/follow-up/answers", test_answers);
  g_test_add_func ("/follow-up/too-many-words", test_too_many_words);
  g_test_add_func ("/follow-up/bad-answers", test_bad_answers);
  g_test_add_func ("/follow-up/channels", test_channels);
  g_test_add_func ("/follow-up/rules-apply", test_rules_apply);
  g_test_add_func ("/follow-up/rules-are-checked", test_rules_are_checked);
  g_test_add_func ("/follow-up/due", test_due);
  g_test_add_func ("/follow-up/line", test_line);
  return g_test_run ();
}
