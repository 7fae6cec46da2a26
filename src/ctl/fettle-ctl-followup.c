/* fettle-ctl-followup.c: the command followup: return visits, the line to a named person, and the rules.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>
#include <string.h>

#include "fettle-after-store.h"
#include "fettle-after-words.h"
#include "fettle-clock.h"
#include "fettle-ctl.h"
#include "fettle-follow-up-store.h"
#include "fettle-language.h"

static void
add_number (JsonBuilder *builder, const char *key, gint64 number)
{
  json_builder_set_member_name (builder, key);
  if (number != FETTLE_NOT_SAID)
    json_builder_add_int_value (builder, number);
  else
    json_builder_add_null_value (builder);
}

/* All jobs that it is about; more than one only where a customer is called about several. */
static void
add_jobs (JsonBuilder *builder, FettleFollowUp *follow_up)
{
  json_builder_set_member_name (builder, "jobs");
  json_builder_begin_array (builder);
  json_builder_add_string_value (builder, follow_up->job_number);
  for (guint i = 0; follow_up->others != NULL && follow_up->others[i] != NULL; i++)
    json_builder_add_string_value (builder, follow_up->others[i]);
  json_builder_end_array (builder);
}

/**
 * fettle_ctl_follow_up_to_json:
 *
 * Returns: (transfer full): one follow-up as an object
 */
JsonNode *
fettle_ctl_follow_up_to_json (FettleCtl *ctl, FettleFollowUp *follow_up)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_number (builder, "id", follow_up->id);
  fettle_ctl_add_text (builder, "job", follow_up->job_number);
  add_jobs (builder, follow_up);
  fettle_ctl_add_text (builder, "kind", follow_up->kind);
  fettle_ctl_add_moment (ctl, builder, "due", follow_up->due);
  fettle_ctl_add_moment (ctl, builder, "until", follow_up->until);
  fettle_ctl_add_text (builder, "owner", follow_up->owner_name);
  fettle_ctl_add_text (builder, "state", follow_up->state);
  add_number (builder, "attempts", follow_up->n_attempts);
  fettle_ctl_add_moment (ctl, builder, "answered_at", follow_up->answered_at);
  fettle_ctl_add_text (builder, "channel", follow_up->channel);
  add_number (builder, "csat", follow_up->csat);
  add_number (builder, "nps", follow_up->nps);
  fettle_ctl_add_text (builder, "text", follow_up->text);
  fettle_ctl_add_text (builder, "asked", follow_up->asked);
  fettle_ctl_add_text (builder, "outcome", follow_up->outcome);
  fettle_ctl_add_moment (ctl, builder, "set_at", follow_up->set_at);
  fettle_ctl_add_moment (ctl, builder, "ended_at", follow_up->ended_at);
  fettle_ctl_add_text (builder, "by", follow_up->by_name);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

static void
print_follow_up (FettleCtl *ctl, FettleFollowUp *follow_up)
{
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *due = NULL;
  g_autofree char *others = follow_up->others != NULL ? g_strjoinv (",", follow_up->others) : NULL;
  g_autofree char *jobs = g_strjoin (",", follow_up->job_number, others, NULL);

  if (ctl->json)
    {
      node = fettle_ctl_follow_up_to_json (ctl, follow_up);
      fettle_ctl_print_json (node);
      return;
    }
  due = fettle_language_format_date_time (fettle_language_get (NULL), follow_up->due, ctl->zone);
  g_print ("%" G_GINT64_FORMAT "\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n", follow_up->id, jobs,
           fettle_after_words_kind (NULL, follow_up->kind), due, fettle_after_words_state (NULL, follow_up->state),
           follow_up->owner_name != NULL ? follow_up->owner_name : "",
           follow_up->customer_name != NULL ? follow_up->customer_name : "",
           follow_up->phone != NULL ? follow_up->phone : "");
}

/* Somebody who is not on the list owns nothing: they are not added to it by asking. */
static gint64
find_staff (FettleCtl *ctl, const char *name)
{
  g_autofree char *wanted = g_utf8_casefold (name, -1);

  for (guint i = 0; i < ctl->shop->staff->len; i++)
    {
      FettleStaff *staff = ctl->shop->staff->pdata[i];
      g_autofree char *folded = g_utf8_casefold (staff->name, -1);

      if (g_str_equal (folded, wanted))
        return staff->id;
    }
  fettle_ctl_fail_text (_ ("Nobody on the staff is called %s."), name);
  return 0;
}

static int
run_list (FettleCtl *ctl, int argc, char **argv)
{
  g_autoptr (FettleFollowUpFilter) filter = fettle_follow_up_filter_new ();
  g_autoptr (FettleCalendar) calendar = NULL;
  g_autofree char *owner = NULL;
  gboolean due = FALSE;
  const GOptionEntry entries[] = {
    { "due", 0, 0, G_OPTION_ARG_NONE, &due, NULL, NULL },
    { "all", 0, 0, G_OPTION_ARG_NONE, &filter->all, NULL, NULL },
    { "owner", 0, 0, G_OPTION_ARG_STRING, &owner, NULL, NULL },
    { "limit", 0, 0, G_OPTION_ARG_INT, &filter->limit, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = NULL;

  filter->limit = 1000;
  if (!fettle_ctl_parse (ctl, "followup list", entries, &argc, &argv, 0, 0))
    return FETTLE_CTL_USAGE;
  if (filter->limit < 1)
    return fettle_ctl_misuse (_ ("followup: --limit is at least 1."));
  if (due && filter->all)
    return fettle_ctl_misuse (_ ("followup: --due and --all do not go together."));
  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING))
    return FETTLE_CTL_FAILED;
  calendar = fettle_shop_make_calendar (ctl->shop);
  if (due)
    filter->due_before = fettle_calendar_day_end (calendar, fettle_clock_now ());
  if (owner != NULL && (filter->owner_id = find_staff (ctl, owner)) == 0)
    return FETTLE_CTL_FAILED;
  list = fettle_follow_up_store_list (ctl->connection, filter, &error);
  if (list == NULL)
    return fettle_ctl_fail (error);
  for (guint i = 0; i < list->len; i++)
    print_follow_up (ctl, list->pdata[i]);
  return FETTLE_CTL_OK;
}

/* A bare number is a follow-up's; one with its year is a job's, and means its return visit. */
static gint64
find_one (FettleCtl *ctl, const char *word)
{
  g_autoptr (GError) error = NULL;
  gint64 id = 0, job_id;

  if (fettle_ctl_read_id (word, &id))
    return id;
  if ((job_id = fettle_ctl_find_job (ctl, word)) == 0)
    return 0;
  id = fettle_follow_up_store_find_visit (ctl->connection, job_id, &error);
  if (id == 0)
    fettle_ctl_fail (error);
  return id;
}

static gboolean
read_number (const char *text, const char *option, int *number)
{
  gint64 value = 0;

  if (text == NULL)
    return TRUE;
  if (!g_ascii_string_to_signed (text, 10, -1000, 1000, &value, NULL))
    {
      fettle_ctl_fail_text (_ ("--%s: “%s” is not a whole number."), option, text);
      return FALSE;
    }
  /* What is below the scale must not be taken for what was not said. */
  *number = value >= 0 ? (int) value : G_MAXINT;
  return TRUE;
}

static int
run_answer (FettleCtl *ctl, int argc, char **argv)
{
  g_autoptr (FettleFollowUpAnswer) answer = fettle_follow_up_answer_new ();
  g_autofree char *csat = NULL;
  g_autofree char *nps = NULL;
  const GOptionEntry entries[] = {
    { "csat", 0, 0, G_OPTION_ARG_STRING, &csat, NULL, NULL },
    { "nps", 0, 0, G_OPTION_ARG_STRING, &nps, NULL, NULL },
    { "text", 0, 0, G_OPTION_ARG_STRING, &answer->text, NULL, NULL },
    { "channel", 0, 0, G_OPTION_ARG_STRING, &answer->channel, NULL, NULL },
    { "correct", 0, 0, G_OPTION_ARG_NONE, &answer->correct, NULL, NULL },
    { "by", 0, 0, G_OPTION_ARG_STRING, &answer->by, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;

  if (!fettle_ctl_parse (ctl, "followup answer", entries, &argc, &argv, 1, 1))
    return FETTLE_CTL_USAGE;
  if (!read_number (csat, "csat", &answer->csat) || !read_number (nps, "nps", &answer->nps)
      || !fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING) || (answer->follow_up_id = find_one (ctl, argv[1])) == 0)
    return FETTLE_CTL_FAILED;
  answer->desk = g_strdup (FETTLE_CTL_DESK);
  if (!fettle_follow_up_store_answer (ctl->connection, answer, &error))
    return fettle_ctl_fail (error);
  if (fettle_follow_up_is_bad (answer->csat, answer->nps))
    g_print ("%s\n", _ ("Take this up as a complaint: fettlectl intake with \"kind\": \"complaint\" and \"about\"."));
  return FETTLE_CTL_OK;
}

typedef gboolean (*EndFunc) (FettleConnection *connection, gint64 id, const char *by, const char *desk, GError **error);

static int
run_end (FettleCtl *ctl, const char *command, EndFunc end, int argc, char **argv)
{
  g_autofree char *by = NULL;
  const GOptionEntry entries[] = {
    { "by", 0, 0, G_OPTION_ARG_STRING, &by, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  gint64 id;

  if (!fettle_ctl_parse (ctl, command, entries, &argc, &argv, 1, 1))
    return FETTLE_CTL_USAGE;
  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING) || (id = find_one (ctl, argv[1])) == 0)
    return FETTLE_CTL_FAILED;
  if (!end (ctl->connection, id, by, FETTLE_CTL_DESK, &error))
    return fettle_ctl_fail (error);
  return FETTLE_CTL_OK;
}

static int
run_attempt (FettleCtl *ctl, int argc, char **argv)
{
  return run_end (ctl, "followup attempt", fettle_follow_up_store_attempt, argc, argv);
}

static int
run_decline (FettleCtl *ctl, int argc, char **argv)
{
  return run_end (ctl, "followup decline", fettle_follow_up_store_decline, argc, argv);
}

static int
run_line (FettleCtl *ctl, int argc, char **argv)
{
  g_autofree char *owner = NULL;
  g_autofree char *by = NULL;
  int days = FETTLE_FOLLOW_UP_LINE_DAYS;
  const GOptionEntry entries[] = {
    { "owner", 0, 0, G_OPTION_ARG_STRING, &owner, NULL, NULL },
    { "days", 0, 0, G_OPTION_ARG_INT, &days, NULL, NULL },
    { "by", 0, 0, G_OPTION_ARG_STRING, &by, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  gint64 job_id, id;

  if (!fettle_ctl_parse (ctl, "followup line", entries, &argc, &argv, 1, 1))
    return FETTLE_CTL_USAGE;
  if (days == 0)
    return fettle_ctl_fail_text (_ ("A line is open from 1 to %d days."), FETTLE_FOLLOW_UP_MOST_DAYS);
  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING) || (job_id = fettle_ctl_find_job (ctl, argv[1])) == 0)
    return FETTLE_CTL_FAILED;
  id = fettle_follow_up_store_open_line (ctl->connection, job_id, owner, days, by, FETTLE_CTL_DESK, &error);
  if (id == 0)
    return fettle_ctl_fail (error);
  g_print ("%" G_GINT64_FORMAT "\n", id);
  return FETTLE_CTL_OK;
}

static int
run_request (FettleCtl *ctl, int argc, char **argv)
{
  g_autofree char *text = NULL;
  g_autofree char *owner = NULL;
  g_autofree char *due_text = NULL;
  g_autofree char *by = NULL;
  const GOptionEntry entries[] = {
    { "text", 0, 0, G_OPTION_ARG_STRING, &text, NULL, NULL },
    { "owner", 0, 0, G_OPTION_ARG_STRING, &owner, NULL, NULL },
    { "due", 0, 0, G_OPTION_ARG_STRING, &due_text, NULL, NULL },
    { "by", 0, 0, G_OPTION_ARG_STRING, &by, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  gint64 job_id, id, due = 0;

  if (!fettle_ctl_parse (ctl, "followup request", entries, &argc, &argv, 1, 1))
    return FETTLE_CTL_USAGE;
  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING) || !fettle_ctl_read_time (ctl, "--due", due_text, &due)
      || (job_id = fettle_ctl_find_job (ctl, argv[1])) == 0)
    return FETTLE_CTL_FAILED;
  id = fettle_follow_up_store_request (ctl->connection, job_id, text, owner, due, by, FETTLE_CTL_DESK, &error);
  if (id == 0)
    return fettle_ctl_fail (error);
  g_print ("%" G_GINT64_FORMAT "\n", id);
  return FETTLE_CTL_OK;
}

static int
run_close (FettleCtl *ctl, int argc, char **argv)
{
  g_autofree char *outcome = NULL;
  g_autofree char *by = NULL;
  const GOptionEntry entries[] = {
    { "outcome", 0, 0, G_OPTION_ARG_STRING, &outcome, NULL, NULL },
    { "by", 0, 0, G_OPTION_ARG_STRING, &by, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  if (!fettle_ctl_parse (ctl, "followup close", entries, &argc, &argv, 1, 1))
    return FETTLE_CTL_USAGE;
  if (!fettle_ctl_read_id (argv[1], &id))
    return fettle_ctl_fail_text (_ ("“%s” is not the number of a line or a request; followup list shows them."),
                                 argv[1]);
  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING))
    return FETTLE_CTL_FAILED;
  if (!fettle_follow_up_store_close (ctl->connection, id, outcome, by, FETTLE_CTL_DESK, &error))
    return fettle_ctl_fail (error);
  return FETTLE_CTL_OK;
}

static void
add_ids (JsonBuilder *builder, const char *key, GStrv ids)
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_array (builder);
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    json_builder_add_string_value (builder, ids[i]);
  json_builder_end_array (builder);
}

static void
print_rule (FettleCtl *ctl, FettleFollowUpRule *rule)
{
  g_autofree char *kinds = rule->kinds != NULL ? g_strjoinv (",", rule->kinds) : g_strdup ("*");
  g_autofree char *outcomes = rule->outcomes != NULL ? g_strjoinv (",", rule->outcomes) : g_strdup ("*");
  g_autoptr (JsonBuilder) builder = NULL;
  g_autoptr (JsonNode) node = NULL;

  if (!ctl->json)
    {
      g_print ("%" G_GINT64_FORMAT "\t%d\t%s\t%s\n", rule->id, rule->days, kinds, outcomes);
      return;
    }
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  add_number (builder, "id", rule->id);
  add_number (builder, "days", rule->days);
  add_ids (builder, "kinds", rule->kinds);
  add_ids (builder, "outcomes", rule->outcomes);
  json_builder_end_object (builder);
  node = json_builder_get_root (builder);
  fettle_ctl_print_json (node);
}

static int
list_rules (FettleCtl *ctl)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rules = fettle_follow_up_store_list_rules (ctl->connection, &error);

  if (rules == NULL)
    return fettle_ctl_fail (error);
  for (guint i = 0; i < rules->len; i++)
    print_rule (ctl, rules->pdata[i]);
  return FETTLE_CTL_OK;
}

static int
add_rule (FettleCtl *ctl, int days, const char *kinds, const char *outcomes)
{
  g_autoptr (FettleFollowUpRule) rule = fettle_follow_up_rule_new ();
  g_autoptr (GError) error = NULL;
  gint64 id;

  rule->days = days;
  rule->kinds = kinds != NULL && *kinds != '\0' ? g_strsplit (kinds, ",", -1) : NULL;
  rule->outcomes = outcomes != NULL && *outcomes != '\0' ? g_strsplit (outcomes, ",", -1) : NULL;
  rule->active = TRUE;
  id = fettle_follow_up_store_save_rule (ctl->connection, rule, &error);
  if (id == 0)
    return fettle_ctl_fail (error);
  g_print ("%" G_GINT64_FORMAT "\n", id);
  return FETTLE_CTL_OK;
}

static int
remove_rule (FettleCtl *ctl, const char *word)
{
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  if (!fettle_ctl_read_id (word, &id))
    return fettle_ctl_fail_text (_ ("“%s” is not the number of a rule; followup rule list shows them."), word);
  if (!fettle_follow_up_store_remove_rule (ctl->connection, id, &error))
    return fettle_ctl_fail (error);
  return FETTLE_CTL_OK;
}

/* Without --days it says for how long a unit that comes again is a comeback. */
static int
set_comeback (FettleCtl *ctl, int days)
{
  g_autoptr (GError) error = NULL;

  if (days < 0)
    g_print ("%d\n", fettle_after_store_comeback_days (ctl->connection));
  else if (!fettle_after_store_save_comeback_days (ctl->connection, days, &error))
    return fettle_ctl_fail (error);
  return FETTLE_CTL_OK;
}

static int
run_rule (FettleCtl *ctl, int argc, char **argv)
{
  g_autofree char *kinds = NULL;
  g_autofree char *outcomes = NULL;
  int days = -1;
  const GOptionEntry entries[] = {
    { "days", 0, 0, G_OPTION_ARG_INT, &days, NULL, NULL },
    { "kinds", 0, 0, G_OPTION_ARG_STRING, &kinds, NULL, NULL },
    { "outcomes", 0, 0, G_OPTION_ARG_STRING, &outcomes, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  const char *verb;

  if (!fettle_ctl_parse (ctl, "followup rule", entries, &argc, &argv, 1, 2))
    return FETTLE_CTL_USAGE;
  verb = argv[1];
  if (g_str_equal (verb, "remove") != (argc > 2)
      || !g_strv_contains ((const char *const[]){ "add", "list", "remove", "comeback", NULL }, verb))
    return fettle_ctl_misuse (_ ("followup rule: use add --days N, list, remove ID, or comeback."));
  if (g_str_equal (verb, "add") && days < 0)
    return fettle_ctl_misuse (_ ("followup rule: say how many days after the hand-over: --days N."));
  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING))
    return FETTLE_CTL_FAILED;
  if (g_str_equal (verb, "add"))
    return add_rule (ctl, days, kinds, outcomes);
  if (g_str_equal (verb, "remove"))
    return remove_rule (ctl, argv[2]);
  return g_str_equal (verb, "list") ? list_rules (ctl) : set_comeback (ctl, days);
}

int
fettle_ctl_followup (FettleCtl *ctl, int argc, char **argv)
{
  static const FettleCommand verbs[] = {
    { "list", NULL, NULL, run_list },       { "answer", NULL, NULL, run_answer },
    { "attempt", NULL, NULL, run_attempt }, { "decline", NULL, NULL, run_decline },
    { "line", NULL, NULL, run_line },       { "request", NULL, NULL, run_request },
    { "close", NULL, NULL, run_close },     { "rule", NULL, NULL, run_rule },
  };

  return fettle_ctl_run_verb (ctl, verbs, G_N_ELEMENTS (verbs), argc, argv);
}
