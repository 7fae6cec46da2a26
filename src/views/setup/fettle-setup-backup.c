/* fettle-setup-backup.c: backups of the shop, and what this desk remembers.
 *
 * Copying runs on a thread of its own; the shop goes on meanwhile. Restoring needs the file closed, so it is a command
 * of the application. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-setup-backup.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "fettle-backup.h"
#include "fettle-clock.h"
#include "fettle-file-chooser.h"
#include "fettle-language.h"
#include "fettle-say.h"
#include "fettle-settings.h"

struct _FettleSetupBackup
{
  FettleSetupGroup parent_instance;
  AdwActionRow *last;
  AdwActionRow *folder;
  AdwActionRow *file;
  GtkWidget *now;
  GtkWidget *desk_name;
  GtkSwitch *notifications;
  GtkSpinButton *lead;
};

G_DEFINE_FINAL_TYPE (FettleSetupBackup, fettle_setup_backup, FETTLE_TYPE_SETUP_GROUP)

static const char *
shop_path (FettleSetupBackup *self)
{
  return fettle_store_get_path (fettle_desk_get_store (fettle_setup_group_get_desk (FETTLE_SETUP_GROUP (self))));
}

/* The newest of this shop's backups in @folder, 0 for none. */
static gint64
find_last (const char *folder, const char *stem)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  gint64 newest = 0;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf status;

      if (g_str_has_prefix (name, stem) && g_str_has_suffix (name, ".db") && g_stat (path, &status) == 0)
        newest = MAX (newest, (gint64) status.st_mtime);
    }
  return newest * FETTLE_SECOND;
}

static void
show_last (FettleSetupBackup *self)
{
  g_autofree char *folder = fettle_settings_backup_folder (shop_path (self));
  g_autofree char *base = g_path_get_basename (shop_path (self));
  g_autofree char *stem = fettle_backup_stem (base);
  gint64 last = find_last (folder, stem);
  g_autofree char *when
      = last != 0 ? fettle_language_format_date_time (NULL, last,
                                                      fettle_desk_get_zone (
                                                          fettle_setup_group_get_desk (FETTLE_SETUP_GROUP (self))))
                  : g_strdup (_ ("None yet"));
  g_autofree char *shown = g_filename_display_name (folder);

  adw_action_row_set_subtitle (self->last, when);
  adw_action_row_set_subtitle (self->folder, shown);
}

static void
fettle_setup_backup_show (FettleSetupGroup *group, FettleShop *shop)
{
  FettleSetupBackup *self = FETTLE_SETUP_BACKUP (group);
  g_autofree char *shown = g_filename_display_name (shop_path (self));

  adw_action_row_set_subtitle (self->file, shown);
  gtk_editable_set_text (GTK_EDITABLE (self->desk_name), fettle_desk_get_name (fettle_setup_group_get_desk (group)));
  gtk_switch_set_active (self->notifications, fettle_settings_get_boolean ("notifications", TRUE));
  gtk_spin_button_set_value (self->lead, fettle_settings_get_int ("notice-lead", 120));
  show_last (self);
}

static void
on_backed_up (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleSetupBackup) self = user_data;
  g_autoptr (GError) error = NULL;

  gtk_widget_set_sensitive (self->now, TRUE);
  if (fettle_backup_save_finish (result, &error))
    fettle_say (GTK_WIDGET (self), _ ("The backup is made and checked."));
  else
    fettle_say_error (GTK_WIDGET (self), error);
  if (fettle_setup_group_get_desk (FETTLE_SETUP_GROUP (self)) != NULL)
    show_last (self);
}

/* With the time in its name, beside the one of each day. */
static void
on_now (FettleSetupBackup *self)
{
  FettleSetupGroup *group = FETTLE_SETUP_GROUP (self);
  g_autofree char *folder = fettle_settings_backup_folder (shop_path (self));
  g_autofree char *base = g_path_get_basename (shop_path (self));
  g_autofree char *stem = fettle_backup_stem (base);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (fettle_clock_now () / FETTLE_SECOND);
  g_autoptr (GDateTime) here
      = g_date_time_to_timezone (utc, fettle_desk_get_zone (fettle_setup_group_get_desk (group)));
  g_autofree char *moment = g_date_time_format (here, "%Y-%m-%d-%H%M%S");
  g_autofree char *name = g_strdup_printf ("%s-%s.db", stem, moment);
  g_autofree char *to = g_build_filename (folder, name, NULL);

  g_mkdir_with_parents (folder, 0700);
  gtk_widget_set_sensitive (self->now, FALSE);
  fettle_backup_save_async (shop_path (self), to, NULL, NULL, fettle_setup_group_get_cancellable (group), on_backed_up,
                            g_object_ref (self));
}

static void
on_folder_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleSetupBackup) self = user_data;
  g_autoptr (GFile) folder = fettle_file_chooser_choose_finish (result, NULL);

  if (folder == NULL || g_file_peek_path (folder) == NULL)
    return;
  fettle_settings_set_string ("backup-folder", g_file_peek_path (folder));
  show_last (self);
}

static void
on_choose_folder (FettleSetupBackup *self)
{
  g_autofree char *folder = fettle_settings_backup_folder (shop_path (self));
  FettleFileWish wish = {
    .action = GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
    .title = _ ("Choose a Folder for Backups"),
    .folder = folder,
  };

  fettle_file_chooser_choose_async (GTK_WIDGET (self), &wish, NULL, on_folder_chosen, g_object_ref (self));
}

static void
on_desk_named (FettleSetupBackup *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->desk_name))));

  fettle_settings_set_string ("desk", name);
  fettle_say (GTK_WIDGET (self), _ ("Saved."));
}

static void
on_notice_changed (FettleSetupBackup *self)
{
  if (fettle_setup_group_get_desk (FETTLE_SETUP_GROUP (self)) == NULL
      || fettle_setup_group_is_filling (FETTLE_SETUP_GROUP (self)))
    return;
  fettle_settings_set_boolean ("notifications", gtk_switch_get_active (self->notifications));
  fettle_settings_set_int ("notice-lead", gtk_spin_button_get_value_as_int (self->lead));
}

static void
fettle_setup_backup_class_init (FettleSetupBackupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  FETTLE_SETUP_GROUP_CLASS (klass)->show = fettle_setup_backup_show;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-setup-backup.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleSetupBackup, last);
  gtk_widget_class_bind_template_child (widget_class, FettleSetupBackup, folder);
  gtk_widget_class_bind_template_child (widget_class, FettleSetupBackup, file);
  gtk_widget_class_bind_template_child (widget_class, FettleSetupBackup, now);
  gtk_widget_class_bind_template_child (widget_class, FettleSetupBackup, desk_name);
  gtk_widget_class_bind_template_child (widget_class, FettleSetupBackup, notifications);
  gtk_widget_class_bind_template_child (widget_class, FettleSetupBackup, lead);
  gtk_widget_class_bind_template_callback (widget_class, on_now);
  gtk_widget_class_bind_template_callback (widget_class, on_choose_folder);
  gtk_widget_class_bind_template_callback (widget_class, on_desk_named);
  gtk_widget_class_bind_template_callback (widget_class, on_notice_changed);
}

static void
fettle_setup_backup_init (FettleSetupBackup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
