/* fettle-settings.c: what this desk remembers: its window, who sits at it, how it notifies.
 *
 * GSettings ends the program where its schema is not installed. That must not keep a shop from its work, so without the
 * schema nothing is remembered and everything is as by default. One object for the program; main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-settings.h"

static GSettings *
settings (void)
{
  static GSettings *instance;
  static gboolean looked;

  if (!looked)
    {
      GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
      g_autoptr (GSettingsSchema) schema
          = source != NULL ? g_settings_schema_source_lookup (source, FETTLE_APP_ID, TRUE) : NULL;

      looked = TRUE;
      if (schema != NULL)
        instance = g_settings_new (FETTLE_APP_ID);
      else
        g_message ("The settings schema %s is not installed; nothing will be remembered.", FETTLE_APP_ID);
    }
  return instance;
}

/**
 * fettle_settings_get_string:
 *
 * Returns: (transfer full) (nullable): the value, or %NULL where it is empty
 */
char *
fettle_settings_get_string (const char *key)
{
  g_autofree char *value = settings () != NULL ? g_settings_get_string (settings (), key) : NULL;

  return value != NULL && *value != '\0' ? g_steal_pointer (&value) : NULL;
}

/**
 * fettle_settings_get_int:
 * @otherwise: where nothing can be remembered
 */
int
fettle_settings_get_int (const char *key, int otherwise)
{
  return settings () != NULL ? g_settings_get_int (settings (), key) : otherwise;
}

/**
 * fettle_settings_get_boolean:
 * @otherwise: where nothing can be remembered
 */
gboolean
fettle_settings_get_boolean (const char *key, gboolean otherwise)
{
  return settings () != NULL ? g_settings_get_boolean (settings (), key) : otherwise;
}

/**
 * fettle_settings_set_string:
 * @value: (nullable): %NULL and empty are the same
 */
void
fettle_settings_set_string (const char *key, const char *value)
{
  if (settings () != NULL)
    g_settings_set_string (settings (), key, value != NULL ? value : "");
}

/**
 * fettle_settings_set_int:
 */
void
fettle_settings_set_int (const char *key, int value)
{
  if (settings () != NULL)
    g_settings_set_int (settings (), key, value);
}

/**
 * fettle_settings_set_boolean:
 */
void
fettle_settings_set_boolean (const char *key, gboolean value)
{
  if (settings () != NULL)
    g_settings_set_boolean (settings (), key, value);
}

/**
 * fettle_settings_backup_folder:
 * @path: the shop's file
 *
 * Returns: (transfer full): where its backups go: the folder that was chosen, or one beside the file
 */
char *
fettle_settings_backup_folder (const char *path)
{
  g_autofree char *chosen = fettle_settings_get_string ("backup-folder");
  g_autofree char *folder = g_path_get_dirname (path);

  return chosen != NULL ? g_steal_pointer (&chosen) : g_build_filename (folder, "backups", NULL);
}
