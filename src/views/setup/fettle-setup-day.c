/* fettle-setup-day.c: how the setup place writes a day, and the button that takes one away.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-setup-day.h"

#include "fettle-language.h"

/**
 * fettle_setup_day_title:
 * @day: "YYYY-MM-DD"
 *
 * Returns: (transfer full): "Fri 25 Dec 2026", or @day where it is none
 */
char *
fettle_setup_day_title (const char *day)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *noon = g_strconcat (day, "T12:00:00Z", NULL);
  g_autoptr (GDateTime) date = g_date_time_new_from_iso8601 (noon, utc);

  return date != NULL ? fettle_language_format_date (NULL, g_date_time_to_unix (date) * G_USEC_PER_SEC, utc)
                      : g_strdup (day);
}

/**
 * fettle_setup_day_make_trash:
 * @label: what it takes away, for the tip and for those who do not see it
 * @key: kept as "key" on the button
 * @clicked: called with the button and @self
 *
 * Returns: (transfer floating): a flat button for the end of a row
 */
GtkWidget *
fettle_setup_day_make_trash (const char *label, const char *key, GCallback clicked, gpointer self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (button), "key", g_strdup (key), g_free);
  g_signal_connect_object (button, "clicked", clicked, self, 0);
  return button;
}
