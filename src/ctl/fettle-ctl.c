/* fettle-ctl.c: what the commands of fettlectl share: options, the shop's file, sentences, finding a job.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-ctl.h"

#include <glib/gi18n.h>

#include "fettle-clock.h"
#include "fettle-compensation-store.h"
#include "fettle-ctl-promises.h"
#include "fettle-job-store.h"
#include "fettle-migration.h"
#include "fettle-sentence.h"
#include "fettle-store-error.h"
#include "fettle-typed-time.h"
#include "fettle-zone.h"

/* --at as people type it: "2026-03-01 09:30". A day alone is not a moment. */
static gboolean
read_typed (FettleCtl *ctl, GTimeZone *zone, gint64 *moment)
{
  gboolean has_time = FALSE;

  return fettle_typed_time_parse (ctl->at, fettle_clock_entered (), zone, moment, &has_time, NULL) && has_time;
}

/* --at TIME: everything that follows happens at that moment; what is written down says when it was entered. */
static gboolean
act_at (FettleCtl *ctl)
{
  g_autoptr (GError) error = NULL;
  gint64 moment = 0;

  if (ctl->at == NULL)
    return TRUE;
  if (!fettle_moment_from_rfc3339 (ctl->at, &moment, &error) && !read_typed (ctl, NULL, &moment))
    {
      g_autofree char *sentence = fettle_sentence (error);

      fettle_ctl_misuse ("--at: %s", sentence);
      return FALSE;
    }
  fettle_clock_act_at (moment);
  return TRUE;
}

/* A time without its offset is one of the shop's zone, which is known only when its file is open. */
static void
act_at_in_zone (FettleCtl *ctl)
{
  gint64 moment = 0;

  if (ctl->at != NULL && !fettle_moment_from_rfc3339 (ctl->at, &moment, NULL) && read_typed (ctl, ctl->zone, &moment))
    fettle_clock_act_at (moment);
}

/**
 * fettle_ctl_parse:
 * @command: name of the command
 * @entries: (nullable): its options; --json and --db are understood everywhere
 * @least: how many words it needs besides its name and options
 * @most: how many it takes, -1 for any number
 *
 * Takes the options out of the line.
 *
 * Returns: %FALSE after a sentence on wrong usage
 */
gboolean
fettle_ctl_parse (FettleCtl *ctl,
                  const char *command,
                  const GOptionEntry *entries,
                  int *argc,
                  char ***argv,
                  int least,
                  int most)
{
  const GOptionEntry common[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &ctl->json, NULL, NULL },
    { "db", 0, 0, G_OPTION_ARG_FILENAME, &ctl->db, NULL, NULL },
    { "at", 0, 0, G_OPTION_ARG_STRING, &ctl->at, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;

  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, NULL);
  /* A command that has its own --json (intake reads one) keeps it. */
  g_option_context_add_main_entries (context, g_str_equal (command, "intake") ? common + 1 : common, NULL);
  g_option_context_set_help_enabled (context, FALSE);
  if (!g_option_context_parse (context, argc, argv, &error))
    {
      fettle_ctl_misuse ("%s: %s", command, error->message);
      return FALSE;
    }
  if (!act_at (ctl))
    return FALSE;
  if (*argc - 1 < least)
    {
      fettle_ctl_misuse (_ ("%s: something is missing; fettlectl --help shows the whole line."), command);
      return FALSE;
    }
  if (most >= 0 && *argc - 1 > most)
    {
      fettle_ctl_misuse (_ ("%s: “%s” is too much."), command, (*argv)[most + 1]);
      return FALSE;
    }
  return TRUE;
}

/* What fell due by itself is written before anything else happens. Who only looks, and looks ahead, leaves nothing
 * behind; who only looks is not stopped by a full disk. */
static gboolean
sweep (FettleCtl *ctl)
{
  g_autoptr (GError) error = NULL;

  if (ctl->only_looks && fettle_clock_now () > fettle_clock_entered ())
    return TRUE;
  if (fettle_compensation_store_sweep (ctl->connection, &error) >= 0 || ctl->only_looks)
    return TRUE;
  fettle_ctl_fail (error);
  return FALSE;
}

/**
 * fettle_ctl_open:
 *
 * Opens the shop's file, brings it to the present schema, and loads the settings.
 *
 * Returns: %FALSE after a sentence
 */
gboolean
fettle_ctl_open (FettleCtl *ctl, FettleOpenMode mode)
{
  g_autoptr (GError) error = NULL;

  ctl->connection = fettle_connection_open (ctl->db, mode, &error);
  if (ctl->connection != NULL && mode != FETTLE_OPEN_READ_ONLY && !fettle_migration_run (ctl->connection, &error))
    g_clear_pointer (&ctl->connection, fettle_connection_unref);
  if (ctl->connection != NULL)
    ctl->shop = fettle_setup_store_load (ctl->connection, &error);
  if (ctl->shop != NULL)
    {
      ctl->zone = fettle_shop_make_zone (ctl->shop);
      act_at_in_zone (ctl);
      return mode == FETTLE_OPEN_READ_ONLY || sweep (ctl);
    }
  if (g_error_matches (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_NOT_FOUND))
    fettle_ctl_fail_text (_ ("There is no shop in %s yet; make one with fettlectl init."), ctl->db);
  else
    fettle_ctl_fail (error);
  return FALSE;
}

/**
 * fettle_ctl_run_verb:
 * @verbs: (array length=n_verbs): what the command can do; each gets the words from its own name on
 *
 * Returns: the exit code
 */
int
fettle_ctl_run_verb (FettleCtl *ctl, const FettleCommand *verbs, guint n_verbs, int argc, char **argv)
{
  g_autoptr (GString) names = g_string_new (NULL);

  if (argc > 1 && g_str_equal (argv[1], "--json"))
    {
      ctl->json = TRUE;
      argv[1] = argv[0];
      argc--;
      argv++;
    }
  for (guint i = 0; i < n_verbs; i++)
    {
      if (argc > 1 && g_str_equal (verbs[i].name, argv[1]))
        return verbs[i].run (ctl, argc - 1, argv + 1);
      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", verbs[i].name);
    }
  /* Translators: a command, and the words that may follow it. */
  return fettle_ctl_misuse (_ ("%s: the next word is one of: %s."), argv[0], names->str);
}

/**
 * fettle_ctl_fail:
 * @error: (transfer none): what went wrong
 *
 * Prints one sentence on standard error.
 *
 * Returns: the exit code
 */
int
fettle_ctl_fail (GError *error)
{
  g_autofree char *sentence = fettle_sentence (error);

  g_printerr ("fettlectl: %s\n", sentence);
  return FETTLE_CTL_FAILED;
}

static void print_error (const char *format, va_list args) G_GNUC_PRINTF (1, 0);

static void
print_error (const char *format, va_list args)
{
  g_autofree char *text = g_strdup_vprintf (format, args);

  g_printerr ("fettlectl: %s\n", text);
}

int
fettle_ctl_fail_text (const char *format, ...)
{
  va_list args;

  va_start (args, format);
  print_error (format, args);
  va_end (args);
  return FETTLE_CTL_FAILED;
}

int
fettle_ctl_misuse (const char *format, ...)
{
  va_list args;

  va_start (args, format);
  print_error (format, args);
  va_end (args);
  return FETTLE_CTL_USAGE;
}

/**
 * fettle_ctl_find_job:
 *
 * Returns: the row, or 0 after a sentence
 */
gint64
fettle_ctl_find_job (FettleCtl *ctl, const char *number)
{
  g_autoptr (GError) error = NULL;
  gint64 job_id = fettle_job_store_find (ctl->connection, number, &error);

  if (job_id == 0 && g_error_matches (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_NOT_FOUND))
    fettle_ctl_fail_text (_ ("No job has the number %s."), number);
  else if (job_id == 0)
    fettle_ctl_fail (error);
  return job_id;
}

/**
 * fettle_ctl_read_id:
 *
 * Returns: whether @text is the number of a row, such as a list prints
 */
gboolean
fettle_ctl_read_id (const char *text, gint64 *id)
{
  guint64 value = 0;

  if (!g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT64, &value, NULL))
    return FALSE;
  *id = (gint64) value;
  return TRUE;
}

/**
 * fettle_ctl_read_time:
 * @option: that gave it, for the sentence
 * @text: (nullable): RFC 3339, or as people type it in the shop's zone; a day alone means until the shop closes on it
 * @moment: (inout): left alone where there is no text
 *
 * Needs the shop's file open.
 *
 * Returns: %FALSE after a sentence where it is neither
 */
gboolean
fettle_ctl_read_time (FettleCtl *ctl, const char *option, const char *text, gint64 *moment)
{
  FettleCalendar *calendar;
  g_autoptr (GError) error = NULL;
  gboolean has_time = TRUE;
  gint64 closing;

  if (text == NULL || fettle_moment_from_rfc3339 (text, moment, NULL))
    return TRUE;
  if (!fettle_typed_time_parse (text, fettle_clock_now (), ctl->zone, moment, &has_time, &error))
    {
      g_autofree char *sentence = fettle_sentence (error);

      fettle_ctl_fail_text ("%s: %s", option, sentence);
      return FALSE;
    }
  if (has_time)
    return TRUE;
  calendar = fettle_ctl_calendar_of_shop (ctl);
  /* A day's first hours may belong to the night before; its noon is its own. */
  closing = fettle_calendar_closing_time (calendar, *moment + 12 * FETTLE_HOUR);
  *moment = closing != 0 ? closing : fettle_calendar_day_end (calendar, *moment) - FETTLE_MINUTE;
  return TRUE;
}

/**
 * fettle_ctl_print_json:
 * @node: (transfer none):
 *
 * Prints one line of JSON.
 */
void
fettle_ctl_print_json (JsonNode *node)
{
  g_autofree char *text = json_to_string (node, FALSE);

  g_print ("%s\n", text);
}

/**
 * fettle_ctl_print_object:
 * @builder: (transfer none): whose object is complete
 *
 * Prints it as one line of JSON.
 */
void
fettle_ctl_print_object (JsonBuilder *builder)
{
  g_autoptr (JsonNode) node = json_builder_get_root (builder);

  fettle_ctl_print_json (node);
}
