/* test-chime.c: the chime sounds or rings, and not at all where the desk does not want it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-shop.h"

#include "fettle-chime.h"
#include "fettle-settings.h"

#include <string.h>

/* A WAVE file of whole samples, neither silent nor cut off at its loudest. */
static void
test_sound (UiShop *shop, gconstpointer n_jobs)
{
  g_autoptr (GBytes) bytes
      = g_resources_lookup_data ("/org/fettle/Fettle/sounds/chime.wav", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  const guint8 *data;
  gsize size = 0;
  int loudest = 0;

  g_assert_nonnull (bytes);
  data = g_bytes_get_data (bytes, &size);
  g_assert_cmpuint (size, >, 10000);
  g_assert_cmpuint (size % 2, ==, 0);
  g_assert_cmpmem (data, 4, "RIFF", 4);
  g_assert_cmpmem (data + 8, 8, "WAVEfmt ", 8);
  for (gsize i = 44; i < size; i += 2)
    loudest = MAX (loudest, ABS ((gint16) (data[i] | data[i + 1] << 8)));
  g_assert_cmpint (loudest, >, 16000);
  g_assert_cmpint (loudest, <, 32767);
  /* It dies away: the last samples are next to nothing. */
  g_assert_cmpint (ABS ((gint16) (data[size - 2] | data[size - 1] << 8)), <, 400);
}

static void
test_play (UiShop *shop, gconstpointer n_jobs)
{
  GtkWidget *label = gtk_label_new ("A001");
  GtkWidget *window = ui_window_new (label, 300, 200);

  g_assert_true (fettle_settings_get_boolean ("chime", TRUE));
  g_assert_cmpint (fettle_chime_play (label), !=, FETTLE_CHIMED_NOT);
  g_assert_cmpint (fettle_chime_play (label), !=, FETTLE_CHIMED_NOT);
  ui_settle ();
  fettle_settings_set_boolean ("chime", FALSE);
  g_assert_cmpint (fettle_chime_play (label), ==, FETTLE_CHIMED_NOT);
  fettle_settings_set_boolean ("chime", TRUE);
  g_assert_cmpint (fettle_chime_play (label), !=, FETTLE_CHIMED_NOT);
  gtk_window_destroy (GTK_WINDOW (window));
  ui_settle ();
}

/* The settings of a desk, compiled for this test: nothing is installed where tests run. They are looked for once,
 * before anything else is begun. */
static void
compile_settings (void)
{
  g_autofree char *target = g_strdup_printf ("--targetdir=%s", g_get_user_runtime_dir ());
  const char *command[] = { "glib-compile-schemas", target, g_getenv ("FETTLE_SCHEMAS"), NULL };
  g_autoptr (GError) error = NULL;
  int status = 0;

  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  g_setenv ("GSETTINGS_SCHEMA_DIR", g_get_user_runtime_dir (), TRUE);
}

int
main (int argc, char *argv[])
{
  compile_settings ();
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ui_shop_add ("/chime/sound", 0, test_sound);
  ui_shop_add ("/chime/play", 0, test_play);
  return g_test_run ();
}
