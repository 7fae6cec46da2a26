/* fettle-help-overlay.c: every key of the window on one page.
 *
 * The one file that knows GtkShortcutsWindow, which newer libraries replace. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-help-overlay.h"

/**
 * fettle_help_overlay_present:
 * @parent: the window that it stands before
 */
void
fettle_help_overlay_present (GtkWindow *parent)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/org/fettle/Fettle/fettle-help-overlay.ui");
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay"));

  gtk_window_set_transient_for (window, parent);
  gtk_window_set_destroy_with_parent (window, TRUE);
  gtk_window_present (window);
}
