/* fettle-settings.h: what this desk remembers: its window, who sits at it, how it notifies.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char *fettle_settings_get_string (const char *key);
int fettle_settings_get_int (const char *key, int otherwise);
gboolean fettle_settings_get_boolean (const char *key, gboolean otherwise);
void fettle_settings_set_string (const char *key, const char *value);
void fettle_settings_set_int (const char *key, int value);
void fettle_settings_set_boolean (const char *key, gboolean value);

char *fettle_settings_backup_folder (const char *path);

G_END_DECLS
