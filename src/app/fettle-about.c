/* fettle-about.c: what Fettle is, and where its help is.
 *
 * The one file that knows AdwAboutWindow, which newer libraries replace. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-about.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "fettle-help-overlay.h"

/**
 * fettle_about_present:
 * @parent: (nullable): the window that it stands before
 */
void
fettle_about_present (GtkWindow *parent)
{
  static const char *const developers[] = { "The Fettle developers", NULL };
  GtkWidget *window = adw_about_window_new ();

  g_object_set (window, "application-name", "Fettle", "application-icon", FETTLE_APP_ID, "version", FETTLE_VERSION,
                "comments", _ ("The repair desk that keeps its word."), "developer-name", _ ("The Fettle developers"),
                "developers", developers, "license-type", GTK_LICENSE_GPL_3_0, "translator-credits",
                _ ("translator-credits"), "transient-for", parent, "modal", TRUE, NULL);
  gtk_window_present (GTK_WINDOW (window));
}

static void
on_help_shown (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWindow) parent = user_data;
  g_autoptr (GError) error = NULL;

  /* No help viewer here: the keys at least. */
  if (!g_app_info_launch_default_for_uri_finish (result, &error) && parent != NULL)
    fettle_help_overlay_present (parent);
}

/**
 * fettle_about_show_help:
 * @parent: (nullable): the window that asked
 */
void
fettle_about_show_help (GtkWindow *parent)
{
  g_app_info_launch_default_for_uri_async ("help:fettle", NULL, NULL, on_help_shown,
                                           parent != NULL ? g_object_ref (parent) : NULL);
}
