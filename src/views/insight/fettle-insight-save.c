/* fettle-insight-save.c: the figures of a period into a table that the person chooses.
 *
 * Main thread; the file is written without holding it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-insight-save.h"

#include <glib/gi18n.h>

#include "fettle-file-chooser.h"
#include "fettle-measures-csv.h"
#include "fettle-say.h"

typedef struct
{
  GtkWidget *from;
  GBytes *content;
} Saving;

static void
saving_free (Saving *saving)
{
  g_clear_weak_pointer (&saving->from);
  g_bytes_unref (saving->content);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Saving) saving = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (G_FILE (source));
  g_autofree char *sentence = g_strdup_printf (_ ("Saved as “%s”."), name);
  gboolean written = g_file_replace_contents_finish (G_FILE (source), result, NULL, &error);

  if (saving->from == NULL)
    return;
  if (written)
    fettle_say (saving->from, sentence);
  else
    fettle_say_error (saving->from, error);
}

static void
on_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Saving) saving = data;
  g_autoptr (GFile) file = fettle_file_chooser_choose_finish (result, NULL);

  if (file == NULL)
    return;
  g_file_replace_contents_bytes_async (file, saving->content, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL,
                                       on_written, saving);
  g_steal_pointer (&saving);
}

static GBytes *
write_table (FettleMeasures *measures)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();

  fettle_measures_write_csv (measures, stream, NULL);
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

/**
 * fettle_insight_save:
 * @from: any widget of the window
 *
 * Asks for a file and writes the figures into it as CSV.
 */
void
fettle_insight_save (GtkWidget *from, FettleMeasures *measures)
{
  static const char *const patterns[] = { "*.csv", NULL };
  g_autofree char *first = fettle_day_to_string (measures->from);
  g_autofree char *last = fettle_day_to_string (measures->to);
  g_autofree char *name = g_strdup_printf ("%s %s.csv", first, last);
  FettleFileWish wish = { GTK_FILE_CHOOSER_ACTION_SAVE };
  Saving *saving = g_new0 (Saving, 1);

  wish.title = _ ("Save the Figures as a Table");
  wish.name = name;
  wish.filter_name = _ ("Tables (CSV)");
  wish.patterns = patterns;
  g_set_weak_pointer (&saving->from, from);
  saving->content = write_table (measures);
  fettle_file_chooser_choose_async (from, &wish, NULL, on_chosen, saving);
}
