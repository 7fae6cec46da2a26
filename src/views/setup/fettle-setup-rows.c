/* fettle-setup-rows.c: rows that stay what they are while the list around them changes.
 *
 * A row in which somebody types must keep its text, its focus and its cursor when another desk adds a row above it.
 * Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-setup-rows.h"

static gboolean
is_same (GPtrArray *a, GPtrArray *b)
{
  gboolean same = a->len == b->len;

  for (guint i = 0; same && i < a->len; i++)
    same = a->pdata[i] == b->pdata[i];
  return same;
}

/**
 * fettle_setup_rows_arrange:
 * @shown: (inout) (element-type GtkWidget): the rows of @group, which frees by unreffing; becomes those wanted
 * @wanted: (element-type GtkWidget): the rows as they are to stand
 *
 * Puts the rows into their order. Nothing happens to them while they stand in it.
 */
void
fettle_setup_rows_arrange (AdwPreferencesGroup *group, GPtrArray *shown, GPtrArray *wanted)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (group));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  const gboolean inside = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (group));
  g_autoptr (GtkWidget) held = inside ? g_object_ref (focus) : NULL;
  const int at = inside && GTK_IS_TEXT (focus) ? gtk_editable_get_position (GTK_EDITABLE (focus)) : -1;

  if (is_same (shown, wanted))
    return;
  for (guint i = 0; i < wanted->len; i++)
    g_object_ref_sink (wanted->pdata[i]);
  for (guint i = 0; i < shown->len; i++)
    adw_preferences_group_remove (group, shown->pdata[i]);
  g_ptr_array_set_size (shown, 0);
  for (guint i = 0; i < wanted->len; i++)
    {
      adw_preferences_group_add (group, wanted->pdata[i]);
      g_ptr_array_add (shown, wanted->pdata[i]);
    }
  if (held == NULL || gtk_widget_get_root (held) == NULL)
    return;
  gtk_widget_grab_focus (held);
  if (at >= 0)
    gtk_editable_set_position (GTK_EDITABLE (held), at);
}
