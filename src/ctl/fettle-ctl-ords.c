/* fettle-ctl-ords.c: the commands on repair records: import and export.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>
#include <unistd.h>

#include "fettle-ctl.h"
#include "fettle-ords-store.h"
#include "fettle-sentence.h"

typedef struct
{
  const char *path;
  goffset size;
  gboolean shown;
} Progress;

/* Only where somebody looks: a line that is written over. */
static void
show_progress (FettleImportReport *so_far, guint64 bytes, gpointer data)
{
  Progress *progress = data;

  if (!isatty (STDERR_FILENO))
    return;
  progress->shown = TRUE;
  g_printerr ("\r%s: %d%%, %" G_GINT64_FORMAT " ", progress->path,
              progress->size > 0 ? (int) MIN (bytes * 100 / progress->size, 100) : 0, so_far->read);
}

static FettleImportReport *
import_file (FettleCtl *ctl, const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GFileInfo) info
      = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  Progress progress = { path, info != NULL ? g_file_info_get_size (info) : 0, FALSE };
  FettleImportReport *report;

  if (stream == NULL)
    return NULL;
  report = fettle_ords_store_import (ctl->connection, G_INPUT_STREAM (stream), show_progress, &progress, NULL, error);
  if (progress.shown)
    g_printerr ("\n");
  return report;
}

static void
add_refused (JsonBuilder *builder, GPtrArray *files, GPtrArray *reports)
{
  json_builder_set_member_name (builder, "refused");
  json_builder_begin_array (builder);
  for (guint i = 0; i < reports->len; i++)
    {
      FettleImportReport *report = reports->pdata[i];

      for (guint k = 0; k < report->refused->len; k++)
        {
          FettleRefusedRow *row = report->refused->pdata[k];

          json_builder_begin_object (builder);
          json_builder_set_member_name (builder, "file");
          json_builder_add_string_value (builder, files->pdata[i]);
          json_builder_set_member_name (builder, "line");
          json_builder_add_int_value (builder, row->line);
          json_builder_set_member_name (builder, "reason");
          json_builder_add_string_value (builder, row->reason);
          json_builder_end_object (builder);
        }
    }
  json_builder_end_array (builder);
}

static void
add_count (JsonBuilder *builder, const char *key, gint64 count)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_int_value (builder, count);
}

static void
print_reports (FettleCtl *ctl, GPtrArray *files, GPtrArray *reports)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) node = NULL;
  gint64 read = 0, imported = 0, present = 0, refused = 0;

  for (guint i = 0; i < reports->len; i++)
    {
      FettleImportReport *report = reports->pdata[i];

      read += report->read;
      imported += report->imported;
      present += report->present;
      refused += report->refused->len;
      for (guint k = 0; !ctl->json && k < report->refused->len; k++)
        {
          FettleRefusedRow *row = report->refused->pdata[k];

          g_printerr ("%s:%d: %s\n", (char *) files->pdata[i], (int) row->line, row->reason);
        }
    }
  if (!ctl->json)
    {
      g_print (_ ("%d read, %d imported, %d already there, %d refused\n"), (int) read, (int) imported, (int) present,
               (int) refused);
      return;
    }
  json_builder_begin_object (builder);
  add_count (builder, "read", read);
  add_count (builder, "imported", imported);
  add_count (builder, "present", present);
  add_refused (builder, files, reports);
  json_builder_end_object (builder);
  node = json_builder_get_root (builder);
  fettle_ctl_print_json (node);
}

int
fettle_ctl_import (FettleCtl *ctl, int argc, char **argv)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new ();
  g_autoptr (GPtrArray) reports = g_ptr_array_new_with_free_func (g_object_unref);
  int code = FETTLE_CTL_OK;

  if (!fettle_ctl_parse (ctl, "import", NULL, &argc, &argv, 2, -1))
    return FETTLE_CTL_USAGE;
  if (!g_str_equal (argv[1], "ords"))
    return fettle_ctl_misuse (_ ("import: “%s” cannot be imported; ords can."), argv[1]);
  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING))
    return FETTLE_CTL_FAILED;
  for (int i = 2; i < argc; i++)
    {
      g_autoptr (GError) error = NULL;
      FettleImportReport *report = import_file (ctl, argv[i], &error);

      if (report == NULL)
        {
          g_autofree char *sentence = fettle_sentence (error);

          code = fettle_ctl_fail_text ("%s: %s", argv[i], sentence);
          continue;
        }
      g_ptr_array_add (files, argv[i]);
      g_ptr_array_add (reports, report);
    }
  print_reports (ctl, files, reports);
  return code;
}

int
fettle_ctl_export (FettleCtl *ctl, int argc, char **argv)
{
  g_autofree char *output = NULL;
  const GOptionEntry entries[] = {
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &output, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFileOutputStream) stream = NULL;

  if (!fettle_ctl_parse (ctl, "export", entries, &argc, &argv, 1, 1))
    return FETTLE_CTL_USAGE;
  if (!g_str_equal (argv[1], "ords") && !g_str_equal (argv[1], "events"))
    return fettle_ctl_misuse (_ ("export: “%s” cannot be exported; ords and events can."), argv[1]);
  if (output == NULL)
    return fettle_ctl_misuse (_ ("export: say where to: --output FILE."));
  if (g_str_equal (argv[1], "events"))
    return fettle_ctl_export_events (ctl, output);
  if (!fettle_ctl_open (ctl, FETTLE_OPEN_EXISTING))
    return FETTLE_CTL_FAILED;
  file = g_file_new_for_commandline_arg (output);
  stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL, &error);
  if (stream == NULL || !fettle_ords_store_export (ctl->connection, G_OUTPUT_STREAM (stream), NULL, NULL, &error)
      || !g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, &error))
    return fettle_ctl_fail (error);
  return FETTLE_CTL_OK;
}
