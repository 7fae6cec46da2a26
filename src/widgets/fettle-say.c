/* fettle-say.c: one sentence shown to the person, wherever in the window it comes from.
 *
 * The window owns the place where sentences appear (a toast); widgets only hand it the words. A dialog is a window of
 * its own and knows none of the main window's actions, so its question is passed up to the window that it stands
 * before. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-say.h"

#include "fettle-sentence.h"

/**
 * fettle_ask_window:
 * @from: any widget of a window or of a dialog before it
 * @action: with its prefix, such as win.open-job
 * @argument: (nullable): taken if floating
 *
 * gtk_widget_activate_action() that also works inside a dialog.
 *
 * Returns: whether anybody knew the action
 */
gboolean
fettle_ask_window (GtkWidget *from, const char *action, GVariant *argument)
{
  g_autoptr (GVariant) kept = argument != NULL ? g_variant_ref_sink (argument) : NULL;
  GtkWidget *asked = from;

  g_return_val_if_fail (GTK_IS_WIDGET (from), FALSE);
  while (asked != NULL)
    {
      GtkRoot *root = gtk_widget_get_root (asked);

      if (gtk_widget_activate_action_variant (asked, action, kept))
        return TRUE;
      asked = GTK_IS_WINDOW (root) ? GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (root))) : NULL;
    }
  return FALSE;
}

/**
 * fettle_say:
 * @from: any widget of a window or of a dialog before it
 * @sentence: translated, with its full stop
 */
void
fettle_say (GtkWidget *from, const char *sentence)
{
  g_return_if_fail (sentence != NULL);
  if (!fettle_ask_window (from, "win.say", g_variant_new_string (sentence)))
    g_message ("%s", sentence);
}

/**
 * fettle_say_error:
 * @error: stays the caller's; that something was cancelled is not said
 */
void
fettle_say_error (GtkWidget *from, const GError *error)
{
  g_return_if_fail (error != NULL);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_autofree char *sentence = fettle_sentence (error);

      fettle_say (from, sentence);
    }
}
