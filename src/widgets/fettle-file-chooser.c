/* fettle-file-chooser.c: asks the person for a file or a folder.
 *
 * The one file that knows GtkFileChooserNative, which newer libraries replace. The chooser lives as long as its task.
 * Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-file-chooser.h"

/* Where a file was chosen last, for as long as the program runs. */
static char *last_folder;

static void
keep_folder (GFile *file)
{
  g_autofree char *path = g_file_get_path (file);

  if (path == NULL)
    return;
  g_free (last_folder);
  last_folder = g_path_get_dirname (path);
}

static void
on_response (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_signal_handlers_disconnect_by_data (dialog, task);
  gtk_native_dialog_hide (dialog);
  if (file != NULL)
    {
      keep_folder (file);
      g_task_return_pointer (task, g_steal_pointer (&file), g_object_unref);
    }
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Nothing was chosen");
}

static void
add_filter (GtkFileChooser *chooser, const FettleFileWish *wish)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, wish->filter_name);
  for (guint i = 0; wish->patterns[i] != NULL; i++)
    gtk_file_filter_add_pattern (filter, wish->patterns[i]);
  gtk_file_chooser_add_filter (chooser, filter);
}

/**
 * fettle_file_chooser_folder:
 *
 * Returns: (transfer none): path of where files go when nothing else is said: where the last one went, or else the
 *   person's documents, and never the folder that the program happened to be started from
 */
const char *
fettle_file_chooser_folder (void)
{
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  if (last_folder != NULL && g_file_test (last_folder, G_FILE_TEST_IS_DIR))
    return last_folder;
  return documents != NULL && g_file_test (documents, G_FILE_TEST_IS_DIR) ? documents : g_get_home_dir ();
}

/**
 * fettle_file_chooser_choose_async:
 * @from: any widget; the chooser stands before its window
 * @wish: copied
 */
void
fettle_file_chooser_choose_async (GtkWidget *from,
                                  const FettleFileWish *wish,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  GtkRoot *root = gtk_widget_get_root (from);
  GTask *task = g_task_new (from, cancellable, callback, user_data);
  GtkFileChooserNative *dialog
      = gtk_file_chooser_native_new (wish->title, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, wish->action,
                                     wish->accept, NULL);
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (dialog);
  g_autoptr (GFile) folder = NULL;

  if (wish->name != NULL && wish->action == GTK_FILE_CHOOSER_ACTION_SAVE)
    gtk_file_chooser_set_current_name (chooser, wish->name);
  folder = g_file_new_for_path (wish->folder != NULL ? wish->folder : fettle_file_chooser_folder ());
  gtk_file_chooser_set_current_folder (chooser, folder, NULL);
  if (wish->patterns != NULL)
    add_filter (chooser, wish);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_task_set_task_data (task, dialog, g_object_unref);
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/**
 * fettle_file_chooser_choose_finish:
 *
 * Returns: (transfer full) (nullable): the file, or %NULL with %G_IO_ERROR_CANCELLED if the person chose none
 */
GFile *
fettle_file_chooser_choose_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
