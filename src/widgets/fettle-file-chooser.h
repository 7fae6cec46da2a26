/* fettle-file-chooser.h: asks the person for a file or a folder.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FettleFileWish:
 * @action: open, save or select a folder
 * @title: of the dialog
 * @accept: (nullable): label of the button, with a mnemonic; NULL is the ready one
 * @name: (nullable): a name to save under
 * @folder: (nullable): path of the folder to begin in; NULL is fettle_file_chooser_folder()
 * @filter_name: (nullable): what kind of file, such as "Pictures"
 * @patterns: (nullable): such as *.png, ended with NULL
 */
typedef struct
{
  GtkFileChooserAction action;
  const char *title;
  const char *accept;
  const char *name;
  const char *folder;
  const char *filter_name;
  const char *const *patterns;
} FettleFileWish;

const char *fettle_file_chooser_folder (void);
void fettle_file_chooser_choose_async (GtkWidget *from,
                                       const FettleFileWish *wish,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
GFile *fettle_file_chooser_choose_finish (GAsyncResult *result, GError **error);

G_END_DECLS
