/* fettle-choices.c: what can be chosen from long lists: zones, countries, currencies, languages.
 *
 * A list holds what is kept (a zone's name, a code); what people read is made from it, so that the two cannot part.
 * Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-choices.h"

#include "fettle-country.h"
#include "fettle-language.h"
#include "fettle-money.h"
#include "fettle-region.h"

#define NONE "fettle-none"

static char *
zone_title (GtkStringObject *item, gpointer data)
{
  return fettle_region_zone_title (gtk_string_object_get_string (item));
}

static char *
plain_title (GtkStringObject *item, gpointer data)
{
  return g_strdup (gtk_string_object_get_string (item));
}

static char *
country_title (GtkStringObject *item, gpointer data)
{
  const char *code = gtk_string_object_get_string (item);

  return g_strdup (*code == '\0' ? g_object_get_data (data, NONE) : fettle_country_name (code));
}

static char *
language_title (GtkStringObject *item, gpointer data)
{
  const char *code = gtk_string_object_get_string (item);
  const char *none = g_object_get_data (data, NONE);

  return g_strdup (*code == '\0' ? none : fettle_language_name (fettle_language_get (code)));
}

static void
fill (GtkDropDown *down, const char *const *values, GCallback title)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (values);
  g_autoptr (GtkExpression) expression = gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL, title, down, NULL);

  gtk_drop_down_set_expression (down, expression);
  gtk_drop_down_set_model (down, G_LIST_MODEL (list));
}

/**
 * fettle_choices_fill_zones:
 */
void
fettle_choices_fill_zones (GtkDropDown *down)
{
  g_auto (GStrv) zones = fettle_region_list_zones ();

  fill (down, (const char *const *) zones, G_CALLBACK (zone_title));
}

/**
 * fettle_choices_fill_countries:
 * @none: what to call that none is named, translated
 */
void
fettle_choices_fill_countries (GtkDropDown *down, const char *none)
{
  g_auto (GStrv) codes = fettle_country_list ();
  g_autoptr (GPtrArray) values = g_ptr_array_new ();

  g_object_set_data_full (G_OBJECT (down), NONE, g_strdup (none), g_free);
  g_ptr_array_add (values, (gpointer) "");
  for (guint i = 0; codes[i] != NULL; i++)
    g_ptr_array_add (values, codes[i]);
  g_ptr_array_add (values, NULL);
  fill (down, (const char *const *) values->pdata, G_CALLBACK (country_title));
}

/**
 * fettle_choices_fill_currencies:
 */
void
fettle_choices_fill_currencies (GtkDropDown *down)
{
  fill (down, fettle_currency_list (), G_CALLBACK (plain_title));
}

/**
 * fettle_choices_fill_languages:
 * @none: (nullable): what to call no language of its own, translated; %NULL if one must be chosen
 */
void
fettle_choices_fill_languages (GtkDropDown *down, const char *none)
{
  g_auto (GStrv) codes = fettle_language_list_codes ();
  g_autoptr (GPtrArray) values = g_ptr_array_new ();

  g_object_set_data_full (G_OBJECT (down), NONE, g_strdup (none), g_free);
  if (none != NULL)
    g_ptr_array_add (values, (gpointer) "");
  for (guint i = 0; codes[i] != NULL; i++)
    g_ptr_array_add (values, codes[i]);
  g_ptr_array_add (values, NULL);
  fill (down, (const char *const *) values->pdata, G_CALLBACK (language_title));
}

/**
 * fettle_choices_select:
 * @value: (nullable): as kept; one that is not in the list is added to it, so that nothing kept is lost
 */
void
fettle_choices_select (GtkDropDown *down, const char *value)
{
  GListModel *list = gtk_drop_down_get_model (down);
  const char *wanted = value != NULL ? value : "";

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    if (g_strcmp0 (gtk_string_list_get_string (GTK_STRING_LIST (list), i), wanted) == 0)
      {
        gtk_drop_down_set_selected (down, i);
        return;
      }
  if (*wanted == '\0')
    return;
  gtk_string_list_append (GTK_STRING_LIST (list), wanted);
  gtk_drop_down_set_selected (down, g_list_model_get_n_items (list) - 1);
}

/**
 * fettle_choices_selected:
 *
 * Returns: (transfer none) (nullable): what is chosen, as kept
 */
const char *
fettle_choices_selected (GtkDropDown *down)
{
  GtkStringObject *item = gtk_drop_down_get_selected_item (down);
  const char *value = item != NULL ? gtk_string_object_get_string (item) : NULL;

  return value != NULL && *value != '\0' ? value : NULL;
}
