/* fettle-plain-names.c: what a screen reader calls a control is its visible label, once.
 *
 * GTK 4.8 joins a control's own name with that of the label that names it, so that a button with a mnemonic is called
 * "_Save Save". The name is set plain, and the other taken away. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-plain-names.h"

/* The label in a button that has a key, or the one label that it has. */
static GtkLabel *
find_label (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return GTK_LABEL (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkLabel *found = find_label (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
on_label_changed (GtkWidget *button)
{
  GtkLabel *label = find_label (button);

  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  if (label != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_label_get_text (label),
                                    -1);
}

/* What GTK gave it is the label with its underline; a name that was given on purpose says more and stays. */
static gboolean
has_own_name (GtkWidget *button)
{
  const char *label = GTK_IS_BUTTON (button) ? gtk_button_get_label (GTK_BUTTON (button))
                                             : gtk_check_button_get_label (GTK_CHECK_BUTTON (button));
  g_autofree char *differs = NULL;

  if (label == NULL || !gtk_test_accessible_has_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL))
    return FALSE;
  differs = gtk_test_accessible_check_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label);
  return differs != NULL;
}

static void
name (GtkWidget *button)
{
  if (g_object_get_data (G_OBJECT (button), "fettle-plain-name") != NULL)
    return;
  g_object_set_data (G_OBJECT (button), "fettle-plain-name", button);
  if (has_own_name (button))
    gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  else
    on_label_changed (button);
  g_signal_connect_after (button, "notify::label", G_CALLBACK (on_label_changed), NULL);
}

/**
 * fettle_plain_names:
 *
 * Goes through all that is below @root now; a button that changes its label later is followed.
 */
void
fettle_plain_names (GtkWidget *root)
{
  if ((GTK_IS_BUTTON (root) && gtk_button_get_use_underline (GTK_BUTTON (root)))
      || (GTK_IS_CHECK_BUTTON (root) && gtk_check_button_get_use_underline (GTK_CHECK_BUTTON (root))))
    name (root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    fettle_plain_names (child);
}
