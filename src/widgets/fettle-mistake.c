/* fettle-mistake.c: a mistake shown beside the field it is in.
 *
 * For rows of a list box, such as those of a preferences group: the sentence stands in a row of its own below, and goes
 * as soon as the field is right. It is told to a screen reader with the field. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-mistake.h"

#define KEY "fettle-mistake"

static GtkWidget *
make_sentence (const char *sentence)
{
  GtkWidget *label = gtk_label_new (sentence);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "error");
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (row, "fettle-mistake");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

/**
 * fettle_mistake_show:
 * @row: a row of a list box
 * @sentence: (nullable): translated: what is wrong and what would be right; %NULL when nothing is wrong any more
 */
void
fettle_mistake_show (GtkWidget *row, const char *sentence)
{
  GtkWidget *list = gtk_widget_get_ancestor (row, GTK_TYPE_LIST_BOX);
  GtkWidget *old = g_object_get_data (G_OBJECT (row), KEY);

  if (old != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (list), old);
  g_object_set_data (G_OBJECT (row), KEY, NULL);
  if (sentence == NULL)
    {
      gtk_widget_remove_css_class (row, "error");
      gtk_accessible_reset_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID);
      gtk_accessible_reset_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
      return;
    }
  gtk_widget_add_css_class (row, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentence, -1);
  if (GTK_IS_LIST_BOX (list))
    {
      GtkWidget *below = make_sentence (sentence);

      gtk_list_box_insert (GTK_LIST_BOX (list), below, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + 1);
      g_object_set_data (G_OBJECT (row), KEY, below);
    }
}

/**
 * fettle_mistake_is_shown:
 */
gboolean
fettle_mistake_is_shown (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), KEY) != NULL;
}
