/* fettle-application.c: the program: its command line, its windows, its keys.
 *
 * Started without a file of its own it is one program for the person's session: a second start comes to the first,
 * opens what it was asked for, and ends. With --db, --demo or --new-instance it is a process of its own, so that two
 * counters on one machine can have one file open. How the file is opened stands in fettle-application-file.c. Main
 * thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-application-private.h"

#include <glib/gi18n.h>

#include "fettle-about.h"
#include "fettle-public-board-window.h"
#include "fettle-counter-page.h"
#include "fettle-plain-names.h"
#include "fettle-sentence.h"

G_DEFINE_FINAL_TYPE (FettleApplication, fettle_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "db", 'd', 0, G_OPTION_ARG_FILENAME, NULL, N_ ("Open this shop’s file"), N_ ("FILE") },
  { "demo", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Open a demonstration shop"), NULL },
  { "public-board", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Open only the public board"), NULL },
  { "new-instance", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Start apart from a Fettle that runs already"), NULL },
  { "version", 'v', 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version and exit"), NULL },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY, NULL, NULL, N_ ("[NUMBER]") },
  { NULL },
};

static const struct
{
  const char *action;
  const char *keys[4];
} accels[] = {
  { "win.show-place::counter", { "<Control>1", NULL } },
  { "win.show-place::queue", { "<Control>0", NULL } },
  { "win.show-place::intake", { "<Control>2", NULL } },
  { "win.show-place::board", { "<Control>3", NULL } },
  { "win.show-place::bench", { "<Control>4", NULL } },
  { "win.show-place::promises", { "<Control>5", NULL } },
  { "win.show-place::insight", { "<Control>i", NULL } },
  { "win.show-place::customers", { "<Control>6", NULL } },
  { "win.show-place::units", { "<Control>7", NULL } },
  { "win.show-place::attention", { "<Control>9", NULL } },
  { "win.show-place::followups", { "<Control>l", NULL } },
  { "win.show-place::setup", { "<Control>8", "<Control>comma", NULL } },
  { "win.begin-intake", { "<Control>n", NULL } },
  { "win.search", { "<Control>f", NULL } },
  { "win.back", { "<Alt>Left", "Back", NULL } },
  { "win.refresh", { "F5", NULL } },
  { "win.public-board", { "F11", NULL } },
  { "win.choose-person", { "<Control>u", NULL } },
  { "win.help-overlay", { "<Control>question", "<Control>slash", NULL } },
  { "window.close", { "<Control>w", NULL } },
  { "app.new-window", { "<Control><Shift>n", NULL } },
  { "app.open-file", { "<Control>o", NULL } },
  { "app.help", { "F1", NULL } },
  { "app.quit", { "<Control>q", NULL } },
};

static FettleWindow *
present_window (FettleApplication *self)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (self));
  GtkWidget *window;

  if (FETTLE_IS_WINDOW (active))
    window = GTK_WIDGET (active);
  else
    {
      window = fettle_window_new (GTK_APPLICATION (self));
      fettle_application_dress (self, FETTLE_WINDOW (window));
    }
  gtk_window_present (GTK_WINDOW (window));
  return FETTLE_WINDOW (window);
}

static void
on_notice_open (FettleNotifier *notifier, gint64 job_id, FettleApplication *self)
{
  FettleWindow *window = present_window (self);

  fettle_window_show_place (window, "job", job_id);
}

static void
on_notice_open_attention (FettleNotifier *notifier, FettleApplication *self)
{
  FettleWindow *window = present_window (self);

  /* The counter shows what is due, too. */
  if (!fettle_window_show_place (window, "attention", 0))
    fettle_window_show_place (window, "counter", 0);
}

static void
on_notices_available (FettleNotifier *notifier, gboolean available, FettleApplication *self)
{
  for (GList *at = gtk_application_get_windows (GTK_APPLICATION (self)); at != NULL; at = at->next)
    if (FETTLE_IS_WINDOW (at->data))
      fettle_window_set_remark (at->data, available ? NULL : _ ("This computer shows no notifications."));
}

static void
on_backup_failed (FettleKeeper *keeper, GError *error, FettleApplication *self)
{
  g_autofree char *reason = fettle_sentence (error);
  g_autofree char *sentence = g_strdup_printf (_ ("Today’s backup could not be made. %s"), reason);

  for (GList *at = gtk_application_get_windows (GTK_APPLICATION (self)); at != NULL; at = at->next)
    if (FETTLE_IS_WINDOW (at->data))
      fettle_window_set_banner (at->data, sentence);
}

/* Those who work beside the windows. */
static void
begin_service (FettleApplication *self)
{
  self->notifier = fettle_notifier_new (self->desk);
  g_signal_connect_object (self->notifier, "open", G_CALLBACK (on_notice_open), self, 0);
  g_signal_connect_object (self->notifier, "open-attention", G_CALLBACK (on_notice_open_attention), self, 0);
  g_signal_connect_object (self->notifier, "available", G_CALLBACK (on_notices_available), self, 0);
  self->keeper = fettle_keeper_new (self->desk);
  g_signal_connect_object (self->keeper, "failed", G_CALLBACK (on_backup_failed), self, 0);
}

/* Alone, on the screen that customers see: what the shop's people are told is not shown there. */
static void
open_public_board (FettleApplication *self)
{
  self->wants_public_board = FALSE;
  fettle_public_board_window_open_alone (GTK_APPLICATION (self), self->desk);
  g_application_release (G_APPLICATION (self));
}

/**
 * fettle_application_failed:
 *
 * There is no shop to show: then that is said in a window, also where only the board was asked for.
 */
void
fettle_application_failed (FettleApplication *self)
{
  if (!self->wants_public_board)
    return;
  self->wants_public_board = FALSE;
  present_window (self);
  g_application_release (G_APPLICATION (self));
}

/**
 * fettle_application_opened:
 *
 * The file is open: what was asked for before that is done now.
 */
void
fettle_application_opened (FettleApplication *self)
{
  g_autofree char *number = g_steal_pointer (&self->wanted_number);
  g_autofree char *search = g_steal_pointer (&self->wanted_search);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (self->wants_public_board)
    open_public_board (self);
  else if (self->keeper == NULL && !self->is_read_only)
    begin_service (self);
  if (number != NULL && FETTLE_IS_WINDOW (window))
    fettle_window_open_number (FETTLE_WINDOW (window), number);
  if (search != NULL && FETTLE_IS_WINDOW (window) && fettle_window_show_place (FETTLE_WINDOW (window), "counter", 0))
    fettle_counter_page_search (FETTLE_COUNTER_PAGE (fettle_window_get_page (FETTLE_WINDOW (window), "counter")),
                                search);
}

/**
 * fettle_application_show:
 * @number: (nullable): of a job that is wanted
 * @search: (nullable): what is looked for
 *
 * Shows a window and in it what is wanted, now or once the file is open.
 */
void
fettle_application_show (FettleApplication *self, const char *number, const char *search)
{
  g_autofree char *chosen = self->path != NULL ? g_strdup (self->path) : fettle_application_default_path ();

  g_free (self->wanted_number);
  self->wanted_number = g_strdup (number);
  g_free (self->wanted_search);
  self->wanted_search = g_strdup (search);
  present_window (self);
  if (self->desk != NULL)
    fettle_application_opened (self);
  else if (self->store == NULL && !self->is_new)
    fettle_application_open (self, chosen);
}

static void
on_about (GSimpleAction *action, GVariant *argument, gpointer user_data)
{
  fettle_about_present (gtk_application_get_active_window (user_data));
}

static void
on_help (GSimpleAction *action, GVariant *argument, gpointer user_data)
{
  fettle_about_show_help (gtk_application_get_active_window (user_data));
}

static void
on_new_window (GSimpleAction *action, GVariant *argument, gpointer user_data)
{
  GtkWidget *window = fettle_window_new (user_data);

  fettle_application_dress (user_data, FETTLE_WINDOW (window));
  gtk_window_present (GTK_WINDOW (window));
}

static void
on_open_job (GSimpleAction *action, GVariant *argument, gpointer user_data)
{
  FettleWindow *window = present_window (user_data);

  fettle_window_show_place (window, "job", g_variant_get_int64 (argument));
}

/* Every window may refuse or keep what was typed. */
static void
on_quit (GSimpleAction *action, GVariant *argument, gpointer user_data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (user_data));

  for (GList *at = windows; at != NULL; at = at->next)
    gtk_window_close (at->data);
}

static const GActionEntry actions[] = {
  { .name = "about", .activate = on_about },
  { .name = "help", .activate = on_help },
  { .name = "new-window", .activate = on_new_window },
  { .name = "open-job", .activate = on_open_job, .parameter_type = "x" },
  { .name = "quit", .activate = on_quit },
};

/* Every window, also what is asked before another. */
static void
on_windows_changed (GListModel *windows, guint position, guint removed, guint added, gpointer data)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      g_signal_connect_after (window, "map", G_CALLBACK (fettle_plain_names), NULL);
    }
}

static void
fettle_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (fettle_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name (FETTLE_APP_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  fettle_application_install_file_actions (FETTLE_APPLICATION (application));
  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), accels[i].action, accels[i].keys);
  g_signal_connect (gtk_window_get_toplevels (), "items-changed", G_CALLBACK (on_windows_changed), NULL);
}

static void
fettle_application_activate (GApplication *application)
{
  FettleApplication *self = FETTLE_APPLICATION (application);

  present_window (self);
  if (self->path == NULL)
    {
      g_autofree char *path = fettle_application_default_path ();
      fettle_application_open (self, path);
    }
}

static int
fettle_application_handle_local_options (GApplication *application, GVariantDict *given)
{
  if (g_variant_dict_contains (given, "version"))
    {
      g_print ("Fettle %s\n", FETTLE_VERSION);
      return 0;
    }
  if (g_variant_dict_contains (given, "db") || g_variant_dict_contains (given, "demo")
      || g_variant_dict_contains (given, "new-instance"))
    g_application_set_flags (application, g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
  return -1;
}

static int
fettle_application_command_line (GApplication *application, GApplicationCommandLine *line)
{
  FettleApplication *self = FETTLE_APPLICATION (application);
  GVariantDict *given = g_application_command_line_get_options_dict (line);
  g_autofree const char **numbers = NULL;
  const char *path = NULL;

  if (g_variant_dict_lookup (given, "db", "^&ay", &path))
    {
      g_autoptr (GFile) file = g_application_command_line_create_file_for_arg (line, path);

      g_clear_pointer (&self->path, g_free);
      self->is_given = TRUE;
      self->path = g_file_get_path (file);
    }
  if (g_variant_dict_lookup (given, G_OPTION_REMAINING, "^a&s", &numbers) && numbers[0] != NULL)
    {
      g_free (self->wanted_number);
      self->wanted_number = g_strdup (numbers[0]);
    }
  if (g_variant_dict_contains (given, "public-board") && !self->wants_public_board)
    {
      self->wants_public_board = TRUE;
      g_application_hold (application);
    }
  if (!self->wants_public_board)
    present_window (self);
  if (self->desk != NULL)
    fettle_application_opened (self);
  else if (g_variant_dict_contains (given, "demo"))
    g_action_group_activate_action (G_ACTION_GROUP (self), "look-round", NULL);
  else if (self->store == NULL)
    {
      g_autofree char *chosen = self->path != NULL ? g_strdup (self->path) : fettle_application_default_path ();
      fettle_application_open (self, chosen);
    }
  return 0;
}

/* Before startup, and only in the first process of a session. */
static gboolean
fettle_application_dbus_register (GApplication *application,
                                  GDBusConnection *connection,
                                  const char *object_path,
                                  GError **error)
{
  FettleApplication *self = FETTLE_APPLICATION (application);

  if (!G_APPLICATION_CLASS (fettle_application_parent_class)
           ->dbus_register (application, connection, object_path, error))
    return FALSE;
  self->search_provider = fettle_search_provider_new (self);
  return fettle_search_provider_export (self->search_provider, connection, object_path, error);
}

static void
fettle_application_dbus_unregister (GApplication *application, GDBusConnection *connection, const char *object_path)
{
  FettleApplication *self = FETTLE_APPLICATION (application);

  if (self->search_provider != NULL)
    fettle_search_provider_unexport (self->search_provider);
  g_clear_object (&self->search_provider);
  G_APPLICATION_CLASS (fettle_application_parent_class)->dbus_unregister (application, connection, object_path);
}

static void
fettle_application_shutdown (GApplication *application)
{
  fettle_application_close (FETTLE_APPLICATION (application));
  G_APPLICATION_CLASS (fettle_application_parent_class)->shutdown (application);
}

static void
fettle_application_finalize (GObject *object)
{
  FettleApplication *self = FETTLE_APPLICATION (object);

  g_free (self->path);
  g_free (self->wanted_number);
  g_free (self->wanted_search);
  g_clear_object (&self->search_provider);
  g_clear_error (&self->failure);
  G_OBJECT_CLASS (fettle_application_parent_class)->finalize (object);
}

static void
fettle_application_class_init (FettleApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = fettle_application_finalize;
  application_class->startup = fettle_application_startup;
  application_class->dbus_register = fettle_application_dbus_register;
  application_class->dbus_unregister = fettle_application_dbus_unregister;
  application_class->activate = fettle_application_activate;
  application_class->shutdown = fettle_application_shutdown;
  application_class->handle_local_options = fettle_application_handle_local_options;
  application_class->command_line = fettle_application_command_line;
}

static void
fettle_application_init (FettleApplication *self)
{
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_summary (G_APPLICATION (self), _ ("The repair desk that keeps its word."));
}

/**
 * fettle_application_new:
 */
FettleApplication *
fettle_application_new (void)
{
  return g_object_new (FETTLE_TYPE_APPLICATION, "application-id", FETTLE_APP_ID, "flags",
                       G_APPLICATION_HANDLES_COMMAND_LINE, "resource-base-path", "/org/fettle/Fettle", NULL);
}

/**
 * fettle_application_get_path:
 *
 * Returns: (nullable): of the shop's file
 */
const char *
fettle_application_get_path (FettleApplication *self)
{
  return self->path;
}
