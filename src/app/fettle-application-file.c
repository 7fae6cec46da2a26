/* fettle-application-file.c: how the program comes to its shop: opened, begun, restored, or a demonstration.
 *
 * Every way ends in one of three states that all windows show: a desk, the first start, or a failure with what can be
 * done. A file that does not exist yet is not made before the person says that they want it. Main thread; the work is
 * on the store's.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-application-private.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "fettle-backup.h"
#include "fettle-clock.h"
#include "fettle-demo.h"
#include "fettle-failure-page.h"
#include "fettle-file-chooser.h"
#include "fettle-first-start-page.h"
#include "fettle-language.h"
#include "fettle-public-board-window.h"
#include "fettle-question.h"
#include "fettle-region.h"
#include "fettle-say.h"
#include "fettle-settings.h"

/* What a person asked for on the first page, while the file for it is being made. */
typedef struct
{
  FettleApplication *application;
  FettleServicePoint *service_point;
  GStrv staff;
} Beginning;

static void
beginning_free (Beginning *self)
{
  g_object_unref (self->application);
  g_object_unref (self->service_point);
  g_strfreev (self->staff);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Beginning, beginning_free)

static const char *const shop_files[] = { "*.db", "*.sqlite", "*.fettle", NULL };

/**
 * fettle_application_default_path:
 *
 * Returns: (transfer full): the file that was last chosen, or the ordinary one in the person's data folder
 */
char *
fettle_application_default_path (void)
{
  g_autofree char *chosen = fettle_settings_get_string ("file");

  return chosen != NULL ? g_steal_pointer (&chosen)
                        : g_build_filename (g_get_user_data_dir (), "fettle", "shop.db", NULL);
}

static GtkWindow *
first_window (FettleApplication *self)
{
  return gtk_application_get_active_window (GTK_APPLICATION (self));
}

static void
dress_all (FettleApplication *self)
{
  for (GList *at = gtk_application_get_windows (GTK_APPLICATION (self)); at != NULL; at = at->next)
    if (FETTLE_IS_WINDOW (at->data))
      fettle_application_dress (self, at->data);
}

static void
fail (FettleApplication *self, GError *error)
{
  g_clear_error (&self->failure);
  self->failure = error;
  fettle_application_failed (self);
  dress_all (self);
}

static FettleDesk *
make_desk (FettleStore *store)
{
  g_autofree char *name = fettle_settings_get_string ("desk");
  g_autofree char *person = fettle_settings_get_string ("person");
  FettleDesk *desk = fettle_desk_new (store, name != NULL ? name : g_get_host_name ());

  fettle_desk_set_person (desk, person);
  return desk;
}

/* Whoever sat here last may not work in this shop. */
static void
seat_somebody (FettleDesk *desk)
{
  FettleShop *shop = fettle_desk_get_shop (desk);
  FettleStaff *only = NULL;
  guint n_active = 0;

  for (guint i = 0; i < shop->staff->len; i++)
    {
      FettleStaff *staff = g_ptr_array_index (shop->staff, i);

      if (staff->active && g_strcmp0 (staff->name, fettle_desk_get_person (desk)) == 0)
        return;
      if (staff->active && n_active++ == 0)
        only = staff;
    }
  fettle_desk_set_person (desk, n_active == 1 ? only->name : NULL);
}

static void
show_desk (FettleApplication *self, FettleDesk *desk)
{
  seat_somebody (desk);
  self->is_new = FALSE;
  g_clear_error (&self->failure);
  g_set_object (&self->desk, desk);
  dress_all (self);
  fettle_application_opened (self);
}

static void
on_shop_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleApplication) self = user_data;
  g_autoptr (GError) error = NULL;
  FettleDesk *desk = FETTLE_DESK (source);
  g_autoptr (FettleShop) shop = fettle_desk_finish (desk, result, &error);

  if (fettle_desk_get_store (desk) != self->store)
    return;
  if (shop != NULL)
    show_desk (self, desk);
  else if (g_error_matches (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_NOT_FOUND))
    {
      self->is_new = TRUE;
      fettle_application_failed (self);
      dress_all (self);
    }
  else
    fail (self, g_steal_pointer (&error));
}

static void
on_store_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleApplication) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleStore) store = fettle_store_open_finish (result, &error);
  g_autoptr (FettleDesk) desk = NULL;

  /* What cannot be written can still be looked at. */
  if (g_error_matches (error, FETTLE_STORE_ERROR, FETTLE_STORE_ERROR_READ_ONLY) && !self->is_read_only)
    {
      self->is_read_only = TRUE;
      fettle_store_open_async (self->path, FETTLE_OPEN_READ_ONLY, NULL, on_store_opened, g_object_ref (self));
      return;
    }
  if (store == NULL)
    {
      fail (self, g_steal_pointer (&error));
      return;
    }
  g_set_object (&self->store, store);
  desk = make_desk (store);
  fettle_desk_load_shop_async (desk, NULL, on_shop_loaded, g_object_ref (self));
}

/**
 * fettle_application_close:
 *
 * Takes the shop away from all windows and closes its file, after what is still being written.
 */
void
fettle_application_close (FettleApplication *self)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (self)));

  for (GList *at = windows; at != NULL; at = at->next)
    if (FETTLE_IS_WINDOW (at->data))
      fettle_window_set_desk (at->data, NULL);
    else if (FETTLE_IS_PUBLIC_BOARD_WINDOW (at->data))
      gtk_window_destroy (at->data);
  /* What stands on the screen holds the notifier; it lets go here. */
  if (self->notifier != NULL)
    g_object_run_dispose (G_OBJECT (self->notifier));
  g_clear_object (&self->notifier);
  g_clear_object (&self->keeper);
  g_clear_object (&self->desk);
  if (self->store != NULL)
    fettle_store_close (self->store);
  g_clear_object (&self->store);
  g_clear_error (&self->failure);
  self->is_new = FALSE;
  self->is_read_only = FALSE;
}

/**
 * fettle_application_open:
 * @path: a shop's file; one that is not there leads to the first start
 */
void
fettle_application_open (FettleApplication *self, const char *path)
{
  g_autofree char *kept = g_strdup (path);

  fettle_application_close (self);
  g_free (self->path);
  self->path = g_steal_pointer (&kept);
  if (g_file_test (self->path, G_FILE_TEST_EXISTS))
    {
      fettle_store_open_async (self->path, FETTLE_OPEN_EXISTING, NULL, on_store_opened, g_object_ref (self));
      return;
    }
  self->is_new = TRUE;
  fettle_application_failed (self);
  dress_all (self);
}

static void
say (FettleApplication *self, const GError *error)
{
  GtkWindow *window = first_window (self);

  if (window != NULL)
    fettle_say_error (GTK_WIDGET (window), error);
}

static void
set_first_start_busy (FettleApplication *self, gboolean busy)
{
  for (GList *at = gtk_application_get_windows (GTK_APPLICATION (self)); at != NULL; at = at->next)
    {
      GtkWidget *page = g_object_get_data (at->data, "first-start");

      if (page != NULL)
        fettle_first_start_page_set_busy (FETTLE_FIRST_START_PAGE (page), busy);
    }
}

static void
on_shop_begun (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Beginning) beginning = user_data;
  g_autoptr (GError) error = NULL;
  FettleApplication *self = beginning->application;
  FettleDesk *desk = FETTLE_DESK (source);

  set_first_start_busy (self, FALSE);
  if (!fettle_desk_finish_done (desk, result, &error))
    {
      say (self, error);
      return;
    }
  /* Who set the shop up sits at this desk. */
  fettle_desk_set_person (desk, beginning->staff[0]);
  fettle_settings_set_string ("person", beginning->staff[0]);
  fettle_desk_load_shop_async (desk, NULL, on_shop_loaded, g_object_ref (self));
}

static void
begin_in_store (Beginning *beginning)
{
  g_autoptr (FettleDesk) desk = make_desk (beginning->application->store);

  fettle_desk_begin_shop_async (desk, beginning->service_point, (const char *const *) beginning->staff, NULL,
                                on_shop_begun, beginning);
}

static void
on_store_made (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Beginning) beginning = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleStore) store = fettle_store_open_finish (result, &error);

  if (store == NULL)
    {
      set_first_start_busy (beginning->application, FALSE);
      say (beginning->application, error);
      return;
    }
  g_set_object (&beginning->application->store, store);
  begin_in_store (g_steal_pointer (&beginning));
}

static void
on_begin (FettleFirstStartPage *page, FettleServicePoint *service_point, GStrv staff, FettleApplication *self)
{
  Beginning *beginning = g_new0 (Beginning, 1);
  g_autofree char *folder = g_path_get_dirname (self->path);

  beginning->application = g_object_ref (self);
  beginning->service_point = g_object_ref (service_point);
  beginning->staff = g_strdupv (staff);
  set_first_start_busy (self, TRUE);
  g_mkdir_with_parents (folder, 0700);
  if (self->store != NULL)
    begin_in_store (beginning);
  else
    fettle_store_open_async (self->path, FETTLE_OPEN_CREATE, NULL, on_store_made, beginning);
}

/**
 * fettle_application_dress:
 *
 * Shows in @window what there is: the shop, the first start, or a failure. While the file is being opened, nothing yet.
 */
void
fettle_application_dress (FettleApplication *self, FettleWindow *window)
{
  g_object_set_data (G_OBJECT (window), "first-start", NULL);
  if (self->failure != NULL)
    fettle_window_show_state (window, fettle_failure_page_new (self->path, self->failure));
  else if (self->is_new)
    {
      GtkWidget *page = fettle_first_start_page_new ();

      g_object_set_data (G_OBJECT (window), "first-start", page);
      g_signal_connect_object (page, "begin", G_CALLBACK (on_begin), self, 0);
      fettle_window_show_state (window, page);
    }
  else
    fettle_window_set_desk (window, self->desk);
  fettle_window_set_banner (window, self->desk != NULL && self->is_read_only ? _ (
                                        "This file cannot be written: you can look at everything and change nothing.")
                                                                             : NULL);
}

static void
on_file_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleApplication) self = user_data;
  g_autoptr (GFile) file = fettle_file_chooser_choose_finish (result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path == NULL)
    return;
  if (!self->is_given)
    fettle_settings_set_string ("file", path);
  fettle_application_open (self, path);
}

static void
on_open_file (GSimpleAction *action, GVariant *argument, gpointer user_data)
{
  FettleApplication *self = FETTLE_APPLICATION (user_data);
  g_autofree char *folder = self->path != NULL ? g_path_get_dirname (self->path) : NULL;
  FettleFileWish wish = {
    .action = GTK_FILE_CHOOSER_ACTION_OPEN,
    .title = _ ("Open a Shop’s File"),
    .folder = folder,
    .filter_name = _ ("Shops’ files"),
    .patterns = shop_files,
  };

  if (first_window (self) != NULL)
    fettle_file_chooser_choose_async (GTK_WIDGET (first_window (self)), &wish, NULL, on_file_chosen,
                                      g_object_ref (self));
}

static void
on_try_again (GSimpleAction *action, GVariant *argument, gpointer user_data)
{
  FettleApplication *self = FETTLE_APPLICATION (user_data);

  if (self->path != NULL)
    fettle_application_open (self, self->path);
}

static void
on_restored (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleApplication) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;
  gboolean done = fettle_backup_restore_finish (result, &kept, &error);

  fettle_application_open (self, self->path);
  if (!done)
    say (self, error);
  else if (first_window (self) != NULL)
    fettle_say (GTK_WIDGET (first_window (self)), _ ("The backup is restored."));
}

/* The file is closed by all windows first; what stood there is kept beside it. */
static void
on_restore_answered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleApplication) self = user_data;
  g_autofree char *from = g_object_steal_data (G_OBJECT (self), "restore-from");

  if (fettle_question_ask_finish (result, NULL, NULL) != FETTLE_ANSWER_YES || from == NULL)
    return;
  fettle_application_close (self);
  fettle_backup_restore_async (from, self->path, NULL, on_restored, g_object_ref (self));
}

static void
on_backup_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleApplication) self = user_data;
  g_autoptr (GFile) file = fettle_file_chooser_choose_finish (result, NULL);
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : NULL;
  g_autofree char *body = NULL;
  FettleQuestion question = {
    .heading = _ ("Restore This Backup?"),
    .yes = _ ("_Restore"),
    .is_destructive = TRUE,
  };

  if (file == NULL || g_file_peek_path (file) == NULL)
    return;
  body = g_strdup_printf (_ ("Everything entered since “%s” was made will be gone from the shop. The file as it is now "
                             "is kept beside it."),
                          name);
  question.body = body;
  g_object_set_data_full (G_OBJECT (self), "restore-from", g_file_get_path (file), g_free);
  fettle_question_ask_async (GTK_WIDGET (source), &question, NULL, on_restore_answered, g_object_ref (self));
}

static void
on_restore_file (GSimpleAction *action, GVariant *argument, gpointer user_data)
{
  FettleApplication *self = FETTLE_APPLICATION (user_data);
  g_autofree char *folder = fettle_settings_get_string ("backup-folder");
  g_autofree char *beside = self->path != NULL ? g_path_get_dirname (self->path) : NULL;
  FettleFileWish wish = {
    .action = GTK_FILE_CHOOSER_ACTION_OPEN,
    .title = _ ("Restore a Backup"),
    .accept = _ ("_Restore"),
    .folder = folder != NULL ? folder : beside,
    .filter_name = _ ("Shops’ files"),
    .patterns = shop_files,
  };

  if (first_window (self) != NULL && self->path != NULL)
    fettle_file_chooser_choose_async (GTK_WIDGET (first_window (self)), &wish, NULL, on_backup_chosen,
                                      g_object_ref (self));
}

/* On the store's thread. A demonstration of today that is there already stays as it was left. */
static gpointer
fill_demo (FettleConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  static const char *const nobody[] = { NULL };

  if (fettle_setup_store_exists (connection))
    return NULL;
  if (fettle_setup_store_begin (connection, data, nobody, error))
    fettle_demo_fill (connection, error);
  return NULL;
}

static FettleServicePoint *
make_demo_shop (void)
{
  FettleServicePoint *shop = fettle_service_point_new ();

  shop->name = g_strdup (_ ("Demonstration Shop"));
  shop->address = g_strdup (_ ("12 Mill Lane"));
  shop->phone = g_strdup ("+44 1632 960123");
  shop->timezone = fettle_region_local_zone ();
  shop->currency = g_strdup (fettle_region_currency (shop->timezone, NULL));
  shop->language = g_strdup (fettle_language_code (fettle_language_get (NULL)));
  return shop;
}

static void
on_demo_filled (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleApplication) self = user_data;
  g_autoptr (FettleDesk) desk = NULL;
  GError *error = NULL;

  fettle_store_call_finish (FETTLE_STORE (source), result, &error);
  if (FETTLE_STORE (source) != self->store)
    g_clear_error (&error);
  else if (error != NULL)
    fail (self, error);
  else
    {
      desk = make_desk (self->store);
      fettle_desk_load_shop_async (desk, NULL, on_shop_loaded, g_object_ref (self));
    }
}

static void
on_demo_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleApplication) self = user_data;
  GError *error = NULL;
  g_autoptr (FettleStore) store = fettle_store_open_finish (result, &error);

  if (store == NULL)
    {
      fail (self, error);
      return;
    }
  g_set_object (&self->store, store);
  fettle_store_call_async (store, fill_demo, make_demo_shop (), g_object_unref, NULL, NULL, on_demo_filled,
                           g_object_ref (self));
}

/* Its dates are relative to the day it is made, so there is one a day; yesterday's are taken away. */
static char *
make_demo_path (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "fettle", NULL);
  g_autoptr (GDateTime) today = g_date_time_new_from_unix_local (fettle_clock_now () / FETTLE_SECOND);
  g_autofree char *name = g_date_time_format (today, "demonstration-%Y-%m-%d.db");
  g_autoptr (GDir) dir = NULL;
  const char *old;

  g_mkdir_with_parents (folder, 0700);
  dir = g_dir_open (folder, 0, NULL);
  while (dir != NULL && (old = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, old, NULL);

      if (g_str_has_prefix (old, "demonstration-") && !g_str_has_prefix (old, name))
        g_unlink (path);
    }
  return g_build_filename (folder, name, NULL);
}

static void
on_look_round (GSimpleAction *action, GVariant *argument, gpointer user_data)
{
  FettleApplication *self = FETTLE_APPLICATION (user_data);

  fettle_application_close (self);
  if (self->path == NULL || !self->is_given)
    {
      g_free (self->path);
      self->path = make_demo_path ();
    }
  dress_all (self);
  fettle_store_open_async (self->path, FETTLE_OPEN_CREATE, NULL, on_demo_opened, g_object_ref (self));
}

static const GActionEntry actions[] = {
  { .name = "open-file", .activate = on_open_file },
  { .name = "restore-file", .activate = on_restore_file },
  { .name = "try-again", .activate = on_try_again },
  { .name = "look-round", .activate = on_look_round },
};

/**
 * fettle_application_install_file_actions:
 */
void
fettle_application_install_file_actions (FettleApplication *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}
