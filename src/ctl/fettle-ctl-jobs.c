/* fettle-ctl-jobs.c: the commands on jobs: intake, move, handover, show, jobs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <gio/gio.h>
#include <gio/gunixinputstream.h>
#include <glib/gi18n.h>
#include <unistd.h>

#include "fettle-after-words.h"
#include "fettle-clock-times.h"
#include "fettle-clock.h"
#include "fettle-ctl-promises.h"
#include "fettle-event-text.h"
#include "fettle-intake-json.h"
#include "fettle-job-store.h"
#include "fettle-language.h"
#include "fettle-money.h"
#include "fettle-search-store.h"
#include "fettle-words.h"

/* An intake as JSON is small; what is larger is not one. */
#define LARGEST_INTAKE (16 * 1024 * 1024)

static GBytes *
read_input (const char *path, GError **error)
{
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GFile) file = NULL;

  if (g_str_equal (path, "-"))
    stream = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  else
    {
      file = g_file_new_for_commandline_arg (path);
      stream = G_INPUT_STREAM (g_file_read (file, NULL, error));
    }
  if (stream == NULL)
    return NULL;
  {
    g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
    gssize size = 0, total = 0;
    char buffer[16384];

    while ((size = g_input_stream_read (stream, buffer, sizeof buffer, NULL, error)) > 0 && total <= LARGEST_INTAKE)
      {
        total += size;
        g_output_stream_write_all (memory, buffer, size, NULL, NULL, NULL);
      }
    if (size < 0)
      return NULL;
    g_output_stream_close (memory, NULL, NULL);
    return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
  }
}

static void
drain_search (FettleCtl *ctl)
{
  /* The job is safe by now; an index that could not be written is written by whoever searches next. */
  fettle_search_store_drain (ctl->connection, 100, NULL, NULL);
}

int
fettle_ctl_intake (FettleCtl *ctl, int argc, char **argv)
{
  g_autofree char *path = NULL;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_FILENAME, &path, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) text = NULL;
  g_autoptr (FettleIntake) intake = NULL;
  g_autoptr (FettleTakenIn) taken = NULL;

  if (!fettle_ctl_parse (ctl, "intake", entries, &argc, &argv, 0, 0))
    return FETTLE_CTL_USAGE;
  if (path == NULL)
    return fettle_ctl_misuse (_ ("intake: say where the job is: --json FILE, or --json - for standard input."));
  text = read_input (path, &error);
  if (text != NULL)
    intake = fettle_intake_from_json (g_bytes_get_data (text, NULL), g_bytes_get_size (text), &error);
  if (intake == NULL)
    return fettle_ctl_fail (error);
  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING))
    return FETTLE_CTL_FAILED;
  taken = fettle_job_store_take_in (ctl->connection, intake, FETTLE_CTL_DESK, &error);
  if (taken == NULL)
    return fettle_ctl_fail (error);
  g_print ("%s\n", taken->number);
  drain_search (ctl);
  return FETTLE_CTL_OK;
}

int
fettle_ctl_move (FettleCtl *ctl, int argc, char **argv)
{
  g_autoptr (FettleMove) move = fettle_move_new ();
  const GOptionEntry entries[] = {
    { "by", 0, 0, G_OPTION_ARG_STRING, &move->by, NULL, NULL },
    { "note", 0, 0, G_OPTION_ARG_STRING, &move->note, NULL, NULL },
    { "override", 0, 0, G_OPTION_ARG_STRING, &move->override, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;

  if (!fettle_ctl_parse (ctl, "move", entries, &argc, &argv, 2, 2))
    return FETTLE_CTL_USAGE;
  move->to = fettle_stage_from_id (argv[2]);
  if (move->to == FETTLE_STAGE_NONE)
    return fettle_ctl_fail_text (_ ("“%s” is not a stage."), argv[2]);
  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING) || (move->job_id = fettle_ctl_find_job (ctl, argv[1])) == 0)
    return FETTLE_CTL_FAILED;
  move->desk = g_strdup (FETTLE_CTL_DESK);
  if (!fettle_job_store_move (ctl->connection, move, &error))
    return fettle_ctl_fail (error);
  return FETTLE_CTL_OK;
}

static gboolean
take_outcome (FettleHandOver *form, const char *outcome)
{
  form->outcome = fettle_outcome_from_id (outcome);
  if (form->outcome != FETTLE_OUTCOME_NONE)
    return TRUE;
  if (outcome == NULL)
    fettle_ctl_fail_text (_ ("Say what came of it: --outcome repaired, declined, …"));
  else
    fettle_ctl_fail_text (_ ("“%s” is not an outcome."), outcome);
  return FALSE;
}

static gboolean
take_payment (FettleCtl *ctl, FettleHandOver *form, const char *paid, const char *method)
{
  g_autoptr (GError) error = NULL;

  if (paid != NULL && !fettle_money_parse (paid, ctl->shop->service_point->currency, &form->paid, &error))
    {
      fettle_ctl_fail (error);
      return FALSE;
    }
  form->method = fettle_payment_method_from_id (method);
  if (method == NULL || form->method != FETTLE_METHOD_NONE)
    return TRUE;
  fettle_ctl_fail_text (_ ("“%s” is not a way to pay; use cash, card, transfer or other."), method);
  return FALSE;
}

static void
take_returned (FettleHandOver *form, const char *returned)
{
  form->all_returned = g_strcmp0 (returned, "all") == 0;
  if (returned != NULL && !form->all_returned)
    form->returned = g_strsplit (returned, ",", -1);
  for (guint i = 0; form->returned != NULL && form->returned[i] != NULL; i++)
    g_strstrip (form->returned[i]);
}

int
fettle_ctl_handover (FettleCtl *ctl, int argc, char **argv)
{
  g_autoptr (FettleHandOver) form = fettle_hand_over_new ();
  g_autofree char *outcome = NULL;
  g_autofree char *returned = NULL;
  g_autofree char *paid = NULL;
  g_autofree char *method = NULL;
  const GOptionEntry entries[] = {
    { "outcome", 0, 0, G_OPTION_ARG_STRING, &outcome, NULL, NULL },
    { "by", 0, 0, G_OPTION_ARG_STRING, &form->by, NULL, NULL },
    { "collected-by", 0, 0, G_OPTION_ARG_STRING, &form->collected_by, NULL, NULL },
    { "returned", 0, 0, G_OPTION_ARG_STRING, &returned, NULL, NULL },
    { "paid", 0, 0, G_OPTION_ARG_STRING, &paid, NULL, NULL },
    { "method", 0, 0, G_OPTION_ARG_STRING, &method, NULL, NULL },
    { "override", 0, 0, G_OPTION_ARG_STRING, &form->override, NULL, NULL },
    { "note", 0, 0, G_OPTION_ARG_STRING, &form->note, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;

  if (!fettle_ctl_parse (ctl, "handover", entries, &argc, &argv, 1, 1))
    return FETTLE_CTL_USAGE;
  if (!take_outcome (form, outcome) || !fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING)
      || !take_payment (ctl, form, paid, method) || (form->job_id = fettle_ctl_find_job (ctl, argv[1])) == 0)
    return FETTLE_CTL_FAILED;
  take_returned (form, returned);
  form->desk = g_strdup (FETTLE_CTL_DESK);
  if (!fettle_job_store_hand_over (ctl->connection, form, &error))
    return fettle_ctl_fail (error);
  return FETTLE_CTL_OK;
}

static void
print_line (const char *label, const char *text)
{
  if (text != NULL && *text != '\0')
    g_print ("%s: %s\n", label, text);
}

static void
print_moment (FettleCtl *ctl, const char *label, gint64 moment)
{
  g_autofree char *text
      = moment != 0 ? fettle_language_format_date_time (fettle_language_get (NULL), moment, ctl->zone) : NULL;

  print_line (label, text);
}

static void
print_timeline (FettleCtl *ctl, FettleJob *job)
{
  FettleLanguage *language = fettle_language_get (NULL);
  g_autoptr (GPtrArray) events = fettle_event_list_by_time (job->events);

  g_print ("\n");
  for (guint i = 0; i < events->len; i++)
    {
      FettleEvent *event = events->pdata[i];
      g_autofree char *at = fettle_language_format_date_time (language, event->at, ctl->zone);
      g_autofree char *text = fettle_event_text (event, language, ctl->zone, FALSE);
      g_autofree char *entered = fettle_event_text_entered (event, language, ctl->zone);

      g_print ("%s  %s%s%s%s%s%s\n", at, event->by_name != NULL ? event->by_name : "",
               event->by_name != NULL ? ": " : "", text, entered != NULL ? "  (" : "", entered != NULL ? entered : "",
               entered != NULL ? ")" : "");
    }
}

/* "With us 3 days, …"; of a closed job, how it was. */
static void
print_clock_times (FettleCtl *ctl, FettleJob *job, FettleLanguage *language, gboolean for_customer)
{
  g_autoptr (FettleCalendar) calendar = fettle_shop_make_calendar (ctl->shop);
  FettleClockTimes times;
  g_autofree char *spent = NULL;
  g_autofree char *working = NULL;

  fettle_clock_times_compute (&times, job->events, calendar, fettle_clock_now ());
  spent = fettle_clock_times_text (&times, language, for_customer);
  working = fettle_clock_times_working_text (&times, language, for_customer);
  print_line (fettle_language_text (language, "Whose time"), spent);
  if (!for_customer)
    print_line (_ ("In opening hours"), working);
}

/* As its customer may read it. */
static void
print_public_job (FettleCtl *ctl, FettleJob *job, FettleLanguage *language)
{
  FettleJobSummary *summary = job->summary;
  g_autoptr (GPtrArray) events = fettle_event_list_by_time (job->events);

  g_print ("%s  %s\n", summary->number, fettle_words_stage_public (language, summary->stage));
  print_clock_times (ctl, job, language, TRUE);
  g_print ("\n");
  for (guint i = 0; i < events->len; i++)
    {
      FettleEvent *event = events->pdata[i];
      g_autofree char *at = fettle_language_format_date_time (language, event->at, ctl->zone);
      g_autofree char *text = event->customer_may_read ? fettle_event_text (event, language, ctl->zone, TRUE) : NULL;

      if (text != NULL && *text != '\0')
        g_print ("%s  %s\n", at, text);
    }
}

/* What it is about, and who is there for the customer. */
static void
print_about (FettleCtl *ctl, FettleJob *job)
{
  FettleFollowUp *line = fettle_job_line (job);

  if (job->summary->about_number != NULL)
    print_line (fettle_after_words_link (NULL, job->summary->about_as), job->summary->about_number);
  if (line == NULL)
    return;
  print_line (_ ("Line to"), line->owner_name);
  print_moment (ctl, _ ("Line open until"), line->until);
}

static void
print_expected (FettleCtl *ctl, gint64 moment)
{
  g_autofree char *at
      = moment != 0 ? fettle_language_format_date_time (fettle_language_get (NULL), moment, ctl->zone) : NULL;
  g_autofree char *sentence
      = at != NULL ? g_strdup_printf (_ ("The device is not here yet. It is expected on %s."), at) : NULL;

  g_print ("%s\n", sentence != NULL ? sentence : _ ("The device is not here yet."));
}

static void
print_job (FettleCtl *ctl, FettleJob *job)
{
  FettleJobSummary *summary = job->summary;

  g_print ("%s  %s%s%s\n", summary->number, fettle_words_stage (NULL, summary->stage),
           summary->outcome != FETTLE_OUTCOME_NONE ? ", " : "",
           summary->outcome != FETTLE_OUTCOME_NONE ? fettle_words_outcome (NULL, summary->outcome) : "");
  print_line (_ ("Unit"), summary->unit_title);
  print_line (_ ("Serial number"), summary->serial);
  print_line (_ ("Customer"), summary->customer_name);
  print_line (_ ("Phone"), summary->phone);
  print_line (_ ("Fault"), summary->fault);
  print_line (_ ("Condition"), job->condition);
  print_line (_ ("Technician"), summary->technician_name);
  if (summary->device_expected)
    print_expected (ctl, summary->expected_at);
  print_moment (ctl, _ ("Received"), summary->received_at);
  print_moment (ctl, _ ("Handed over"), summary->handed_over_at);
  fettle_ctl_print_device (job);
  print_clock_times (ctl, job, NULL, FALSE);
  print_about (ctl, job);
  fettle_ctl_print_word (ctl, job);
  print_timeline (ctl, job);
}

/* The customer's, or else the shop's. */
static FettleLanguage *
customer_language (FettleCtl *ctl, FettleJob *job)
{
  const char *code = job->customer != NULL ? job->customer->language : NULL;

  return fettle_language_get (code != NULL ? code : ctl->shop->service_point->language);
}

int
fettle_ctl_show (FettleCtl *ctl, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleJob) job = NULL;
  g_autoptr (JsonNode) node = NULL;
  gboolean public_only = FALSE;
  const GOptionEntry entries[] = {
    { "public", 0, 0, G_OPTION_ARG_NONE, &public_only, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  gint64 job_id;

  if (!fettle_ctl_parse (ctl, "show", entries, &argc, &argv, 1, 1))
    return FETTLE_CTL_USAGE;
  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING) || (job_id = fettle_ctl_find_job (ctl, argv[1])) == 0)
    return FETTLE_CTL_FAILED;
  job = fettle_job_store_load (ctl->connection, job_id, &error);
  if (job == NULL)
    return fettle_ctl_fail (error);
  if (!ctl->json)
    {
      if (public_only)
        print_public_job (ctl, job, customer_language (ctl, job));
      else
        print_job (ctl, job);
      return FETTLE_CTL_OK;
    }
  node = public_only ? fettle_ctl_public_job_to_json (ctl, job, customer_language (ctl, job))
                     : fettle_ctl_job_to_json (ctl, job, TRUE);
  fettle_ctl_print_json (node);
  return FETTLE_CTL_OK;
}

static gboolean
print_found (FettleCtl *ctl, FettleJobSummary *summary, GError **error)
{
  g_autoptr (FettleJob) job = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *due = NULL;

  if (ctl->json)
    {
      job = fettle_job_store_load (ctl->connection, summary->id, error);
      if (job == NULL)
        return FALSE;
      node = fettle_ctl_job_to_json (ctl, job, FALSE);
      fettle_ctl_print_json (node);
      return TRUE;
    }
  due = summary->promised_due != 0 ? fettle_language_format_due (fettle_language_get (NULL), summary->promised_due,
                                                                 fettle_clock_now (), ctl->zone)
                                   : NULL;
  g_print ("%s\t%s\t%s\t%s\t%s\n", summary->number, fettle_words_stage (NULL, summary->stage), summary->unit_title,
           summary->customer_name != NULL ? summary->customer_name : "", due != NULL ? due : "");
  return TRUE;
}

int
fettle_ctl_jobs (FettleCtl *ctl, int argc, char **argv)
{
  g_autoptr (FettleJobFilter) filter = fettle_job_filter_new ();
  g_autofree char *stage = NULL;
  const GOptionEntry entries[] = {
    { "stage", 0, 0, G_OPTION_ARG_STRING, &stage, NULL, NULL },
    { "search", 0, 0, G_OPTION_ARG_STRING, &filter->search, NULL, NULL },
    { "limit", 0, 0, G_OPTION_ARG_INT, &filter->limit, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) jobs = NULL;

  filter->limit = 100;
  if (!fettle_ctl_parse (ctl, "jobs", entries, &argc, &argv, 0, 0))
    return FETTLE_CTL_USAGE;
  if (filter->limit < 1)
    return fettle_ctl_misuse (_ ("jobs: --limit is at least 1."));
  filter->stage = fettle_stage_from_id (stage);
  if (stage != NULL && filter->stage == FETTLE_STAGE_NONE)
    return fettle_ctl_fail_text (_ ("“%s” is not a stage."), stage);
  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING))
    return FETTLE_CTL_FAILED;
  jobs = fettle_job_store_list (ctl->connection, filter, &error);
  if (jobs == NULL)
    return fettle_ctl_fail (error);
  for (guint i = 0; i < jobs->len; i++)
    if (!print_found (ctl, jobs->pdata[i], &error))
      return fettle_ctl_fail (error);
  return FETTLE_CTL_OK;
}
