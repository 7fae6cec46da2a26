/* fettle-ctl-measures.c: how the shop did: the command measures, and the raw events for whoever computes it anew.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "fettle-clock.h"
#include "fettle-ctl.h"
#include "fettle-events-export.h"
#include "fettle-measures-csv.h"
#include "fettle-measures-sheet.h"
#include "fettle-measures-store.h"
#include "fettle-measures-text.h"

/* Of a picture of a page: fine enough to read its smallest words. */
#define DOTS_PER_INCH 150

typedef struct
{
  char *from;
  char *to;
  char *csv;
  char *part_counts;
  int fix_days;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->from);
  g_free (options->to);
  g_free (options->csv);
  g_free (options->part_counts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/**
 * fettle_ctl_read_period:
 * @from: (nullable): as typed
 * @to: (nullable): as typed
 *
 * Returns: %FALSE after a sentence on wrong usage
 */
gboolean
fettle_ctl_read_period (const char *command, const char *from, const char *to, FettlePeriod *period)
{
  g_autoptr (GError) error = NULL;

  if (from == NULL || to == NULL)
    {
      fettle_ctl_misuse (_ ("%s: say which days: --from DAY --to DAY, like 2026-03-01."), command);
      return FALSE;
    }
  if (fettle_period_parse (from, to, period, &error))
    return TRUE;
  fettle_ctl_misuse ("%s: %s", command, error->message);
  return FALSE;
}

static void
print_figure (FettleFigure *figure)
{
  g_autofree char *value = fettle_figure_value_text (figure, NULL);
  g_autofree char *n = fettle_figure_n_text (figure, NULL);
  g_autofree char *before = fettle_figure_before_text (figure, NULL);

  g_print ("%s\t%s\t%s\t%s\n", fettle_measure_name (figure->measure, NULL), value, n, before);
  for (guint age = 0; figure->measure == FETTLE_MEASURE_AGEING && figure->has_value && age < FETTLE_N_AGES; age++)
    {
      g_autofree char *name = fettle_measures_age_name (age, NULL);

      g_print ("  %s\t%" G_GINT64_FORMAT "\n", name, figure->ages[age]);
    }
}

static void
print_measures (FettleCtl *ctl, FettleMeasures *measures)
{
  for (guint i = 0; i < measures->figures->len; i++)
    {
      FettleFigure *figure = measures->figures->pdata[i];
      g_autofree char *line = ctl->json ? fettle_figure_to_json (figure, measures, ctl->zone) : NULL;

      if (line != NULL)
        g_print ("%s\n", line);
      else
        print_figure (figure);
    }
}

static gboolean
write_csv (FettleMeasures *measures, const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GFileOutputStream) stream
      = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL, error);

  return stream != NULL && fettle_measures_write_csv (measures, G_OUTPUT_STREAM (stream), error)
         && g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, error);
}

static int
show_measures (FettleCtl *ctl, Options *options, FettlePeriod period)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleMeasures) measures = fettle_measures_store_compute (ctl->connection, period, NULL, NULL, &error);

  if (measures == NULL)
    return fettle_ctl_fail (error);
  if (options->csv == NULL)
    print_measures (ctl, measures);
  else if (!write_csv (measures, options->csv, &error))
    return fettle_ctl_fail (error);
  return FETTLE_CTL_OK;
}

static void
print_job_json (FettleCtl *ctl, FettleMeasure measure, FettleBehindJob *job)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *at = fettle_moment_to_rfc3339 (job->at, ctl->zone);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "number");
  json_builder_add_string_value (builder, job->number);
  json_builder_set_member_name (builder, "at");
  json_builder_add_string_value (builder, at);
  json_builder_set_member_name (builder, "counted");
  json_builder_add_int_value (builder, job->weight);
  json_builder_set_member_name (builder, "of");
  json_builder_add_int_value (builder, job->counts);
  json_builder_set_member_name (builder, "value");
  if (fettle_measure_unit (measure) == FETTLE_MEASURED_TIME || measure == FETTLE_MEASURE_WORK_IN_PROGRESS)
    json_builder_add_int_value (builder, job->value / FETTLE_SECOND);
  else
    json_builder_add_int_value (builder, job->value);
  json_builder_end_object (builder);
  node = json_builder_get_root (builder);
  fettle_ctl_print_json (node);
}

static int
show_behind (FettleCtl *ctl, FettlePeriod period, FettleMeasure measure)
{
  g_autoptr (GError) error = NULL;
  guint n_all = 0;
  g_autoptr (GPtrArray) jobs
      = fettle_measures_store_behind (ctl->connection, period, measure, G_MAXUINT, &n_all, &error);

  if (jobs == NULL)
    return fettle_ctl_fail (error);
  for (guint i = 0; i < jobs->len; i++)
    {
      FettleBehindJob *job = jobs->pdata[i];
      g_autofree char *at = fettle_language_format_date_time (NULL, job->at, ctl->zone);

      if (ctl->json)
        print_job_json (ctl, measure, job);
      else
        g_print ("%s\t%s\t%s\t%s\t%s\n", job->number != NULL ? job->number : "", at, job->weight != 0 ? "*" : "",
                 job->title != NULL ? job->title : "", job->customer_name != NULL ? job->customer_name : "");
    }
  return FETTLE_CTL_OK;
}

static int
set_rules (FettleCtl *ctl, Options *options)
{
  g_autoptr (GError) error = NULL;
  FettleMeasureRules rules;

  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING))
    return FETTLE_CTL_FAILED;
  rules = fettle_measures_store_load_rules (ctl->connection, &error);
  if (options->fix_days != 0)
    rules.fix_days = options->fix_days;
  if (options->part_counts != NULL)
    rules.part_is_not_ours = g_str_equal (options->part_counts, "no");
  if ((options->fix_days != 0 || options->part_counts != NULL)
      && !fettle_measures_store_save_rules (ctl->connection, rules, &error))
    return fettle_ctl_fail (error);
  if (ctl->json)
    g_print ("{\"fix_days\":%d,\"part_time_counts\":%s}\n", rules.fix_days, rules.part_is_not_ours ? "false" : "true");
  else
    g_print (_ ("Right the first time: not opened again within %d days. Waiting for a part %s.\n"), rules.fix_days,
             rules.part_is_not_ours ? _ ("is taken off the net turnaround") : _ ("counts in the net turnaround"));
  return FETTLE_CTL_OK;
}

static gboolean
check_rule_options (Options *options)
{
  if (options->fix_days < 0 || options->fix_days > 366)
    fettle_ctl_misuse (_ ("measures: --fix-days is 1 to 366."));
  else if (options->part_counts != NULL && !g_str_equal (options->part_counts, "yes")
           && !g_str_equal (options->part_counts, "no"))
    fettle_ctl_misuse (_ ("measures: --part-time-counts is yes or no."));
  else
    return TRUE;
  return FALSE;
}

int
fettle_ctl_measures (FettleCtl *ctl, int argc, char **argv)
{
  g_auto (Options) options = { NULL };
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &options.from, NULL, NULL },
    { "to", 0, 0, G_OPTION_ARG_STRING, &options.to, NULL, NULL },
    { "csv", 0, 0, G_OPTION_ARG_FILENAME, &options.csv, NULL, NULL },
    { "fix-days", 0, 0, G_OPTION_ARG_INT, &options.fix_days, NULL, NULL },
    { "part-time-counts", 0, 0, G_OPTION_ARG_STRING, &options.part_counts, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  FettleMeasure measure = FETTLE_MEASURE_NONE;
  FettlePeriod period;

  if (!fettle_ctl_parse (ctl, "measures", entries, &argc, &argv, 0, 2) || !check_rule_options (&options))
    return FETTLE_CTL_USAGE;
  if (argc == 2 && g_str_equal (argv[1], "rules"))
    return set_rules (ctl, &options);
  if (argc > 1 && (!g_str_equal (argv[1], "jobs") || argc != 3))
    return fettle_ctl_misuse (_ ("measures: after the command stands nothing, rules, or jobs and a measure."));
  if (argc == 3 && (measure = fettle_measure_from_id (argv[2])) == FETTLE_MEASURE_NONE)
    return fettle_ctl_misuse (_ ("measures: “%s” is not a measure; the first column of --json has them."), argv[2]);
  if (!fettle_ctl_read_period ("measures", options.from, options.to, &period))
    return FETTLE_CTL_USAGE;
  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING))
    return FETTLE_CTL_FAILED;
  return measure != FETTLE_MEASURE_NONE ? show_behind (ctl, period, measure) : show_measures (ctl, &options, period);
}

/**
 * fettle_ctl_export_events:
 *
 * export events --output FILE, once the line is read.
 */
int
fettle_ctl_export_events (FettleCtl *ctl, const char *output)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (output);
  g_autoptr (GFileOutputStream) stream = NULL;

  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING))
    return FETTLE_CTL_FAILED;
  stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL, &error);
  if (stream == NULL || !fettle_events_export (ctl->connection, G_OUTPUT_STREAM (stream), NULL, NULL, &error)
      || !g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, &error))
    return fettle_ctl_fail (error);
  return FETTLE_CTL_OK;
}

static FettleDocument *
make_page (FettleCtl *ctl, FettlePeriod period, const char *code, GError **error)
{
  g_autoptr (FettleMeasures) measures = fettle_measures_store_compute (ctl->connection, period, NULL, NULL, error);
  g_autoptr (GBytes) logo = fettle_setup_store_load_logo (ctl->connection, NULL);
  FettleServicePoint *point = ctl->shop->service_point;

  return measures != NULL
             ? fettle_measures_sheet_new (measures, point, logo,
                                          fettle_language_get (code != NULL ? code : point->language), ctl->zone)
             : NULL;
}

static gboolean
check_output (const char *output)
{
  if (output != NULL && (g_str_has_suffix (output, ".pdf") || g_str_has_suffix (output, ".png")))
    return TRUE;
  fettle_ctl_misuse (_ ("print: say where to: --output FILE.pdf or FILE.png."));
  return FALSE;
}

/**
 * fettle_ctl_print_measures:
 *
 * print measures --from DAY --to DAY --output FILE
 */
int
fettle_ctl_print_measures (FettleCtl *ctl, int argc, char **argv)
{
  g_autofree char *output = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *language = NULL;
  const GOptionEntry entries[] = {
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &output, NULL, NULL },
    { "from", 0, 0, G_OPTION_ARG_STRING, &from, NULL, NULL },
    { "to", 0, 0, G_OPTION_ARG_STRING, &to, NULL, NULL },
    { "language", 0, 0, G_OPTION_ARG_STRING, &language, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleDocument) page = NULL;
  FettlePeriod period;
  gboolean written;

  if (!fettle_ctl_parse (ctl, "print", entries, &argc, &argv, 1, 1) || !check_output (output)
      || !fettle_ctl_read_period ("print", from, to, &period))
    return FETTLE_CTL_USAGE;
  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING))
    return FETTLE_CTL_FAILED;
  page = make_page (ctl, period, language, &error);
  if (page == NULL)
    return fettle_ctl_fail (error);
  written = g_str_has_suffix (output, ".pdf") ? fettle_document_write_pdf (page, output, &error)
                                              : fettle_document_write_png (page, output, DOTS_PER_INCH, &error);
  return written ? FETTLE_CTL_OK : fettle_ctl_fail (error);
}
