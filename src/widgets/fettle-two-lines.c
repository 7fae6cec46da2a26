/* fettle-two-lines.c: rows of a list with a title and a dim line below.
 *
 * For a list of #FettleRecordItem. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-two-lines.h"

#include "fettle-record-list.h"

typedef struct
{
  FettleTwoLines describe;
  gpointer data;
} Describer;

static GtkWidget *
make_line (const char *css_class)
{
  GtkWidget *line = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (line), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_widget_set_valign (line, GTK_ALIGN_CENTER);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (line), 10);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (line), 26);
  if (css_class != NULL)
    {
      gtk_widget_add_css_class (line, "caption");
      gtk_widget_add_css_class (line, css_class);
    }
  return line;
}

static void
show_record (FettleRecordItem *item, GParamSpec *pspec, GtkWidget *box)
{
  Describer *describer = g_object_get_data (G_OBJECT (box), "fettle-describer");
  GtkWidget *first = gtk_widget_get_first_child (box);
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *name = NULL;

  describer->describe (fettle_record_item_get_record (item), &title, &subtitle, describer->data);
  gtk_inscription_set_text (GTK_INSCRIPTION (first), title);
  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_widget_get_next_sibling (first)), subtitle);
  name = g_strjoin (", ", title, subtitle, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
on_setup (GtkListItemFactory *factory, GtkListItem *list_item, Describer *describer)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), make_line (NULL));
  gtk_box_append (GTK_BOX (box), make_line ("dim-label"));
  g_object_set_data (G_OBJECT (box), "fettle-describer", describer);
  gtk_list_item_set_child (list_item, box);
}

static void
on_bind (GtkListItemFactory *factory, GtkListItem *list_item, Describer *describer)
{
  FettleRecordItem *item = gtk_list_item_get_item (list_item);
  GtkWidget *box = gtk_list_item_get_child (list_item);

  g_signal_connect_object (item, "notify::record", G_CALLBACK (show_record), box, 0);
  show_record (item, NULL, box);
}

static void
on_unbind (GtkListItemFactory *factory, GtkListItem *list_item, Describer *describer)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (list_item), show_record,
                                        gtk_list_item_get_child (list_item));
}

/**
 * fettle_two_lines_factory_new:
 * @describe: gives the lines of a record
 * @data: for @describe; outlives the list
 *
 * Returns: (transfer full): makes the rows
 */
GtkListItemFactory *
fettle_two_lines_factory_new (FettleTwoLines describe, gpointer data)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Describer *describer = g_new (Describer, 1);

  describer->describe = describe;
  describer->data = data;
  g_object_set_data_full (G_OBJECT (factory), "fettle-describer", describer, g_free);
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), describer);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), describer);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), describer);
  return factory;
}
