/* fettle-chime.c: a sound that calls people's eyes to the public board.
 *
 * GTK plays it where it was given something to play with (in Debian libgtk-4-media-gstreamer, in GNOME's runtime
 * always). Where it was not, or there is no sound, it is the bell of the display, which never fails. A desk may want
 * neither: the setting "chime". Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-chime.h"

#include "fettle-settings.h"

#define SOUND "/org/fettle/Fettle/sounds/chime.wav"

static gboolean
has_player (const char *folder)
{
  g_autofree char *plugin = g_build_filename (folder, "libgstplayback.so", NULL);

  return g_file_test (plugin, G_FILE_TEST_EXISTS);
}

/* GStreamer ends the program where it lacks the plugin that plays, so that it is looked for before it is asked. */
static gboolean
can_play (void)
{
  static const char *const lists[] = { "GST_PLUGIN_SYSTEM_PATH_1_0", "GST_PLUGIN_PATH_1_0", "GST_PLUGIN_PATH" };
  gboolean found = has_player (GTK_LIBDIR "/gstreamer-1.0");

  for (guint i = 0; !found && i < G_N_ELEMENTS (lists); i++)
    {
      g_auto (GStrv) folders = g_strsplit (g_getenv (lists[i]) != NULL ? g_getenv (lists[i]) : "", ":", -1);

      for (guint k = 0; !found && folders[k] != NULL; k++)
        found = *folders[k] != '\0' && has_player (folders[k]);
    }
  return found;
}

static void
ring (GtkWidget *from)
{
  gdk_display_beep (gtk_widget_get_display (from));
}

/* Said while it was to be played: no sound card, no server, no decoder. */
static void
on_error (GtkMediaStream *sound, GParamSpec *pspec, GtkWidget *from)
{
  if (gtk_media_stream_get_error (sound) == NULL)
    return;
  g_signal_handlers_disconnect_by_func (sound, on_error, from);
  ring (from);
}

/**
 * fettle_chime_play:
 * @from: a widget on the display that it is for
 *
 * Returns: what was begun
 */
FettleChimed
fettle_chime_play (GtkWidget *from)
{
  g_autoptr (GtkMediaStream) sound = NULL;

  if (!fettle_settings_get_boolean ("chime", TRUE))
    return FETTLE_CHIMED_NOT;
  if (can_play ())
    sound = gtk_media_file_new_for_resource (SOUND);
  if (sound == NULL || gtk_media_stream_get_error (sound) != NULL)
    {
      ring (from);
      return FETTLE_CHIMED_BELL;
    }
  g_signal_connect_object (sound, "notify::error", G_CALLBACK (on_error), from, 0);
  gtk_media_stream_play (sound);
  /* It sounds as long as it lives: until the next one, or with the widget. */
  g_object_set_data_full (G_OBJECT (from), "fettle-chime", g_steal_pointer (&sound), g_object_unref);
  return FETTLE_CHIMED_SOUND;
}
