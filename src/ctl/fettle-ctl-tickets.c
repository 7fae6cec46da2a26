/* fettle-ctl-tickets.c: the queue at the counter: ticket take, call, recall, serve and the rest.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>
#include <string.h>

#include "fettle-clock.h"
#include "fettle-ctl.h"
#include "fettle-language.h"
#include "fettle-queue-store.h"
#include "fettle-store-error.h"
#include "fettle-words.h"

/* All that can be said after the options of any of them; each takes some. */
typedef struct
{
  char *letters;
  char *priority;
  char *by;
  char *counter;
  char *day;
  char *output;
  gboolean waiting;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->letters);
  g_free (options->priority);
  g_free (options->by);
  g_free (options->counter);
  g_free (options->day);
  g_free (options->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/**
 * Action:
 * @n_words: how many words follow its name, at least and at most
 * @options: those it takes, each with a space on either side
 * @step: for those that are nothing but one step of one ticket
 */
typedef struct
{
  const char *name;
  int least;
  int most;
  const char *options;
  FettleTicketStep step;
  int (*run) (FettleCtl *ctl, const Options *options, FettleTicketStep step, char **words);
} Action;

static void
add_minutes (JsonBuilder *builder, const char *key, int minutes)
{
  json_builder_set_member_name (builder, key);
  if (minutes >= 0)
    json_builder_add_int_value (builder, minutes);
  else
    json_builder_add_null_value (builder);
}

static void
add_ticket (FettleCtl *ctl, JsonBuilder *builder, FettleTicket *ticket)
{
  json_builder_begin_object (builder);
  fettle_ctl_add_text (builder, "number", ticket->number);
  fettle_ctl_add_text (builder, "class", ticket->letter);
  fettle_ctl_add_text (builder, "class_name", ticket->class_name);
  fettle_ctl_add_text (builder, "day", ticket->day);
  fettle_ctl_add_text (builder, "state", fettle_ticket_state_id (ticket->state));
  add_minutes (builder, "ahead", ticket->ahead);
  add_minutes (builder, "wait_from", ticket->wait_from);
  add_minutes (builder, "wait_to", ticket->wait_to);
  fettle_ctl_add_boolean (builder, "greeting_overdue", ticket->greeting_overdue);
  fettle_ctl_add_moment (ctl, builder, "issued_at", ticket->issued_at);
  fettle_ctl_add_moment (ctl, builder, "greeted_at", ticket->greeted_at);
  fettle_ctl_add_moment (ctl, builder, "called_at", ticket->called_at);
  fettle_ctl_add_moment (ctl, builder, "first_called_at", ticket->first_called_at);
  fettle_ctl_add_int (builder, "calls", ticket->n_calls);
  fettle_ctl_add_text (builder, "counter", ticket->counter);
  fettle_ctl_add_text (builder, "by", ticket->by);
  fettle_ctl_add_moment (ctl, builder, "serving_at", ticket->serving_at);
  fettle_ctl_add_moment (ctl, builder, "ended_at", ticket->ended_at);
  fettle_ctl_add_moment (ctl, builder, "parked_at", ticket->parked_at);
  fettle_ctl_add_moment (ctl, builder, "returned_at", ticket->returned_at);
  fettle_ctl_add_text (builder, "priority", ticket->priority);
  fettle_ctl_add_text (builder, "priority_by", ticket->priority_by);
  fettle_ctl_add_int (builder, "overtaken", ticket->n_overtaken);
  fettle_ctl_add_text (builder, "job", ticket->job_number);
  json_builder_end_object (builder);
}

static void
print_ticket_json (FettleCtl *ctl, FettleTicket *ticket)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) node = NULL;

  add_ticket (ctl, builder, ticket);
  node = json_builder_get_root (builder);
  fettle_ctl_print_json (node);
}

/* The number alone for what gives one out, the number and how it stands for the rest. */
static int
tell (FettleCtl *ctl, FettleTicket *ticket, gboolean number_only)
{
  if (ctl->json)
    print_ticket_json (ctl, ticket);
  else if (number_only)
    g_print ("%s\n", ticket->number);
  else
    g_print ("%s: %s\n", ticket->number, fettle_words_ticket_state (NULL, ticket->state));
  return FETTLE_CTL_OK;
}

static gint64
find_ticket (FettleCtl *ctl, const Options *options, const char *number)
{
  g_autoptr (GError) error = NULL;
  gint64 id = fettle_queue_store_find (ctl->connection, number, options->day, &error);

  if (id == 0)
    fettle_ctl_fail (error);
  return id;
}

static int
run_take (FettleCtl *ctl, const Options *options, FettleTicketStep step, char **words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleTicket) ticket
      = fettle_queue_store_take (ctl->connection, options->letters, options->priority, options->by, &error);

  if (ticket == NULL)
    return fettle_ctl_fail (error);
  tell (ctl, ticket, TRUE);
  return options->output == NULL
             ? FETTLE_CTL_OK
             : fettle_ctl_draw_about (ctl, FETTLE_DOCUMENT_TICKET, ticket->number, ticket, options->output);
}

static int
run_call (FettleCtl *ctl, const Options *options, FettleTicketStep step, char **words)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) letters = fettle_ticket_letters_parse (options->letters, &error);
  g_autoptr (FettleTicket) ticket = NULL;

  if (error == NULL)
    ticket = fettle_queue_store_call (ctl->connection, options->counter, (const char *const *) letters, options->by,
                                      &error);
  if (ticket != NULL)
    return tell (ctl, ticket, TRUE);
  if (ctl->json)
    g_print ("null\n");
  return fettle_ctl_fail (error);
}

static int
run_step (FettleCtl *ctl, const Options *options, FettleTicketStep step, char **words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleTicket) ticket = NULL;
  gint64 id = find_ticket (ctl, options, words[0]);

  if (id == 0)
    return FETTLE_CTL_FAILED;
  ticket = fettle_queue_store_step (ctl->connection, id, step, options->counter, options->by, &error);
  return ticket != NULL ? tell (ctl, ticket, FALSE) : fettle_ctl_fail (error);
}

/* Without a number it is the one that was called last to this counter. */
static int
run_recall (FettleCtl *ctl, const Options *options, FettleTicketStep step, char **words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleQueue) queue = NULL;
  char *found[] = { NULL, NULL };

  if (words[0] != NULL)
    return run_step (ctl, options, step, words);
  queue = fettle_queue_store_load (ctl->connection, options->day, &error);
  if (queue == NULL)
    return fettle_ctl_fail (error);
  for (guint i = 0; i < queue->tickets->len && found[0] == NULL; i++)
    {
      FettleTicket *ticket = queue->tickets->pdata[i];

      if (ticket->state == FETTLE_TICKET_CALLED && g_strcmp0 (ticket->counter, options->counter) == 0)
        found[0] = ticket->number;
    }
  if (found[0] == NULL)
    return fettle_ctl_fail_text (_ ("Nobody is called to “%s” just now."), options->counter);
  return run_step (ctl, options, step, found);
}

static int
run_priority (FettleCtl *ctl, const Options *options, FettleTicketStep step, char **words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleTicket) ticket = NULL;
  gint64 id = find_ticket (ctl, options, words[0]);

  if (id == 0)
    return FETTLE_CTL_FAILED;
  ticket = fettle_queue_store_give_priority (ctl->connection, id, words[1], options->by, &error);
  return ticket != NULL ? tell (ctl, ticket, FALSE) : fettle_ctl_fail (error);
}

static int
run_link (FettleCtl *ctl, const Options *options, FettleTicketStep step, char **words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleTicket) ticket = NULL;
  gint64 id = find_ticket (ctl, options, words[0]);
  gint64 job_id = id != 0 ? fettle_ctl_find_job (ctl, words[1]) : 0;

  if (job_id == 0)
    return FETTLE_CTL_FAILED;
  ticket = fettle_queue_store_link (ctl->connection, id, job_id, &error);
  return ticket != NULL ? tell (ctl, ticket, FALSE) : fettle_ctl_fail (error);
}

static void
print_ticket (FettleCtl *ctl, FettleTicket *ticket)
{
  FettleLanguage *language = fettle_language_get (NULL);
  g_autofree char *issued = fettle_language_format_time (language, ticket->issued_at, ctl->zone);
  g_autofree char *wait = fettle_words_wait (language, ticket->wait_from, ticket->wait_to);

  g_print ("%s\t%s\t%s\t%s\t%s", ticket->number, fettle_words_ticket_state (language, ticket->state), issued,
           ticket->counter != NULL ? ticket->counter : "", ticket->state == FETTLE_TICKET_WAITING ? wait : "");
  if (ticket->priority != NULL)
    g_print ("\t%s (%s)", ticket->priority, ticket->priority_by != NULL ? ticket->priority_by : "");
  g_print ("\n");
}

static int
run_list (FettleCtl *ctl, const Options *options, FettleTicketStep step, char **words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleQueue) queue = fettle_queue_store_load (ctl->connection, options->day, &error);

  if (queue == NULL)
    return fettle_ctl_fail (error);
  for (guint i = 0; i < queue->tickets->len; i++)
    {
      FettleTicket *ticket = queue->tickets->pdata[i];

      if (options->waiting && ticket->state != FETTLE_TICKET_WAITING)
        continue;
      if (ctl->json)
        print_ticket_json (ctl, ticket);
      else
        print_ticket (ctl, ticket);
    }
  return FETTLE_CTL_OK;
}

static void
add_span (JsonBuilder *builder, const char *key, gint64 span)
{
  add_minutes (builder, key, span >= 0 ? (int) (span / FETTLE_MINUTE) : -1);
}

static void
print_report_json (FettleCtl *ctl, FettleQueueReport *report)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) node = NULL;

  json_builder_begin_object (builder);
  fettle_ctl_add_text (builder, "day", report->day);
  fettle_ctl_add_int (builder, "taken", report->n_taken);
  fettle_ctl_add_int (builder, "served", report->n_served);
  fettle_ctl_add_int (builder, "left", report->n_left);
  fettle_ctl_add_int (builder, "parked", report->n_parked);
  fettle_ctl_add_int (builder, "waiting", report->n_waiting);
  fettle_ctl_add_int (builder, "called", report->n_called);
  add_span (builder, "median_wait", report->median_wait);
  add_span (builder, "longest_wait", report->longest_wait);
  fettle_ctl_add_text (builder, "longest_wait_number", report->longest_number);
  add_span (builder, "longest_wait_left", report->longest_left);
  fettle_ctl_add_int (builder, "late_greetings", report->n_late_greetings);
  fettle_ctl_add_int (builder, "overtakes", report->overtakes->len);
  fettle_ctl_add_int (builder, "overtaken", report->n_overtaken);
  json_builder_set_member_name (builder, "overtaking");
  json_builder_begin_array (builder);
  for (guint i = 0; i < report->overtakes->len; i++)
    add_ticket (ctl, builder, report->overtakes->pdata[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  node = json_builder_get_root (builder);
  fettle_ctl_print_json (node);
}

static void
print_span (const char *label, gint64 span, const char *number)
{
  g_autofree char *text = span >= 0 ? fettle_language_format_span (fettle_language_get (NULL), span) : NULL;

  if (number != NULL)
    g_print ("%s: %s (%s)\n", label, text, number);
  else
    g_print ("%s: %s\n", label, text != NULL ? text : _ ("no data"));
}

static void
print_report (FettleQueueReport *report)
{
  g_print ("%s\n", report->day);
  g_print ("%s: %d\n", _ ("Tickets"), report->n_taken);
  g_print ("%s: %d\n", _ ("Served"), report->n_served);
  g_print ("%s: %d\n", _ ("Left"), report->n_left);
  g_print ("%s: %d\n", _ ("Parked"), report->n_parked);
  g_print ("%s: %d\n", _ ("Still waiting"), report->n_waiting);
  print_span (_ ("Median wait"), report->median_wait, NULL);
  print_span (_ ("Longest wait"), report->longest_wait, report->longest_number);
  g_print ("%s: %d\n", _ ("Greeted late"), report->n_late_greetings);
  g_print ("%s: %u\n", _ ("Overtakes"), report->overtakes->len);
  for (guint i = 0; i < report->overtakes->len; i++)
    {
      g_autofree char *sentence = fettle_queue_overtake_sentence (report->overtakes->pdata[i], NULL);

      g_print ("  %s\n", sentence);
    }
}

static int
run_report (FettleCtl *ctl, const Options *options, FettleTicketStep step, char **words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleQueueReport) report = fettle_queue_store_report (ctl->connection, options->day, &error);

  if (report == NULL)
    return fettle_ctl_fail (error);
  if (ctl->json)
    print_report_json (ctl, report);
  else if (options->output == NULL)
    print_report (report);
  return options->output == NULL
             ? FETTLE_CTL_OK
             : fettle_ctl_draw_about (ctl, FETTLE_DOCUMENT_QUEUE_DAY, report->day, report, options->output);
}

static int
run_open (FettleCtl *ctl, const Options *options, FettleTicketStep step, char **words)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) letters = fettle_ticket_letters_parse (options->letters, &error);

  if (error == NULL
      && fettle_queue_store_open_counter (ctl->connection, options->counter, (const char *const *) letters, &error))
    return FETTLE_CTL_OK;
  return fettle_ctl_fail (error);
}

static int
run_close (FettleCtl *ctl, const Options *options, FettleTicketStep step, char **words)
{
  g_autoptr (GError) error = NULL;

  if (fettle_queue_store_close_counter (ctl->connection, options->counter, &error))
    return FETTLE_CTL_OK;
  return fettle_ctl_fail (error);
}

#define STEP(word, which, more)                                                                                        \
  {                                                                                                                    \
    word, 1, 1, " by day " more, FETTLE_TICKET_STEP_##which, run_step                                                  \
  }

static const Action actions[] = {
  { "take", 0, 0, " class priority by output ", 0, run_take },
  { "call", 0, 0, " counter class by ", 0, run_call },
  { "recall", 0, 1, " by day counter ", FETTLE_TICKET_STEP_RECALL, run_recall },
  STEP ("serve", SERVE, "counter "),
  STEP ("done", DONE, ""),
  STEP ("park", PARK, ""),
  STEP ("return", RETURN, ""),
  STEP ("leave", LEAVE, ""),
  STEP ("greet", GREET, ""),
  { "priority", 2, 2, " by day ", 0, run_priority },
  { "link", 2, 2, " day ", 0, run_link },
  { "list", 0, 0, " day waiting ", 0, run_list },
  { "report", 0, 0, " day output ", 0, run_report },
  { "open", 0, 0, " counter class ", 0, run_open },
  { "close", 0, 0, " counter ", 0, run_close },
};

static const Action *
find_action (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (actions[i].name, name))
      return &actions[i];
  fettle_ctl_misuse (_ ("ticket: “%s” is not a thing to do with tickets; fettlectl --help lists them."), name);
  return NULL;
}

/* An option that says nothing to this action is a mistake, not a wish. */
static gboolean
check_options (const Action *action, const Options *options)
{
  const struct
  {
    const char *name;
    gboolean given;
  } given[] = {
    { "class", options->letters != NULL },   { "priority", options->priority != NULL }, { "by", options->by != NULL },
    { "counter", options->counter != NULL }, { "day", options->day != NULL },           { "waiting", options->waiting },
    { "output", options->output != NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (given); i++)
    {
      g_autofree char *word = g_strdup_printf (" %s ", given[i].name);

      if (given[i].given && strstr (action->options, word) == NULL)
        {
          fettle_ctl_misuse (_ ("ticket %s: there is no --%s with this."), action->name, given[i].name);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
check_words (const Action *action, int n_words, char **words)
{
  if (n_words < action->least)
    fettle_ctl_misuse (_ ("ticket %s: something is missing; fettlectl --help shows the whole line."), action->name);
  else if (n_words > action->most)
    fettle_ctl_misuse (_ ("ticket %s: “%s” is too much."), action->name, words[action->most]);
  else
    return TRUE;
  return FALSE;
}

int
fettle_ctl_ticket (FettleCtl *ctl, int argc, char **argv)
{
  g_auto (Options) options = { NULL };
  const GOptionEntry entries[] = {
    { "class", 0, 0, G_OPTION_ARG_STRING, &options.letters, NULL, NULL },
    { "priority", 0, 0, G_OPTION_ARG_STRING, &options.priority, NULL, NULL },
    { "by", 0, 0, G_OPTION_ARG_STRING, &options.by, NULL, NULL },
    { "counter", 0, 0, G_OPTION_ARG_STRING, &options.counter, NULL, NULL },
    { "day", 0, 0, G_OPTION_ARG_STRING, &options.day, NULL, NULL },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &options.output, NULL, NULL },
    { "waiting", 0, 0, G_OPTION_ARG_NONE, &options.waiting, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  const Action *action = NULL;

  if (!fettle_ctl_parse (ctl, "ticket", entries, &argc, &argv, 1, -1) || (action = find_action (argv[1])) == NULL
      || !check_options (action, &options) || !check_words (action, argc - 2, argv + 2))
    return FETTLE_CTL_USAGE;
  if (strstr (action->options, " counter ") != NULL && argc == 2 && options.counter == NULL)
    return fettle_ctl_misuse (_ ("ticket %s: say which counter: --counter NAME."), action->name);
  if (options.output != NULL && !fettle_ctl_check_output ("ticket", options.output))
    return FETTLE_CTL_USAGE;
  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING))
    return FETTLE_CTL_FAILED;
  return action->run (ctl, &options, action->step, argv + 2);
}
