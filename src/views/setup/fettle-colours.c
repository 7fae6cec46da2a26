/* fettle-colours.c: a choice among colours that have names.
 *
 * Names and not a wheel: a colour that can be said aloud can be chosen by keyboard and by ear, and all of these can be
 * told apart on the board. A colour that is not among them is kept and shown as it is written. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-colours.h"

#include <glib/gi18n.h>

static const struct
{
  const char *colour;
  const char *name;
} colours[] = {
  { "#3584e4", NC_ ("colour", "Blue") },       { "#1c71d8", NC_ ("colour", "Dark blue") },
  { "#2190a4", NC_ ("colour", "Teal") },       { "#26a269", NC_ ("colour", "Green") },
  { "#3a944a", NC_ ("colour", "Leaf green") }, { "#e5a50a", NC_ ("colour", "Yellow") },
  { "#c64600", NC_ ("colour", "Orange") },     { "#e01b24", NC_ ("colour", "Red") },
  { "#d56199", NC_ ("colour", "Pink") },       { "#9141ac", NC_ ("colour", "Purple") },
  { "#865e3c", NC_ ("colour", "Brown") },      { "#77767b", NC_ ("colour", "Grey") },
  { "#5e5c64", NC_ ("colour", "Dark grey") },
};

static const char *
name_of (const char *colour)
{
  for (guint i = 0; i < G_N_ELEMENTS (colours); i++)
    if (g_ascii_strcasecmp (colours[i].colour, colour) == 0)
      return g_dpgettext2 (NULL, "colour", colours[i].name);
  return colour;
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_item_set_child (item, label);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  const char *colour = gtk_string_object_get_string (gtk_list_item_get_item (item));
  g_autofree char *markup = g_markup_printf_escaped ("<span foreground=\"%s\">⬤</span>  %s", colour, name_of (colour));

  gtk_label_set_markup (GTK_LABEL (gtk_list_item_get_child (item)), markup);
}

/**
 * fettle_colours_new:
 */
GtkWidget *
fettle_colours_new (void)
{
  GtkStringList *list = gtk_string_list_new (NULL);
  GtkWidget *down = gtk_drop_down_new (G_LIST_MODEL (list), NULL);
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  for (guint i = 0; i < G_N_ELEMENTS (colours); i++)
    gtk_string_list_append (list, colours[i].colour);
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  gtk_drop_down_set_factory (GTK_DROP_DOWN (down), factory);
  gtk_widget_set_valign (down, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (down), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Colour"), -1);
  return down;
}

/**
 * fettle_colours_select:
 * @colour: #rrggbb
 */
void
fettle_colours_select (GtkDropDown *down, const char *colour)
{
  GtkStringList *list = GTK_STRING_LIST (gtk_drop_down_get_model (down));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list));

  for (guint i = 0; i < n; i++)
    if (g_ascii_strcasecmp (gtk_string_list_get_string (list, i), colour) == 0)
      {
        gtk_drop_down_set_selected (down, i);
        return;
      }
  gtk_string_list_append (list, colour);
  gtk_drop_down_set_selected (down, n);
}

/**
 * fettle_colours_selected:
 *
 * Returns: #rrggbb
 */
const char *
fettle_colours_selected (GtkDropDown *down)
{
  return gtk_string_object_get_string (gtk_drop_down_get_selected_item (down));
}
