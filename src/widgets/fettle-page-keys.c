/* fettle-page-keys.c: keys that work wherever the focus is in the window, while a page is in sight.
 *
 * Several pages want the same keys (Ctrl+S, Ctrl+Return). A page's keys are with the window only while the page is on
 * the screen, so a hidden one never takes another's. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-page-keys.h"

static void
on_map (GtkWidget *page, GtkEventController *controller)
{
  if (gtk_event_controller_get_widget (controller) == NULL)
    gtk_widget_add_controller (page, g_object_ref (controller));
}

static void
on_unmap (GtkWidget *page, GtkEventController *controller)
{
  if (gtk_event_controller_get_widget (controller) == page)
    gtk_widget_remove_controller (page, controller);
}

/**
 * fettle_page_keys_add:
 * @page: not on the screen yet
 */
void
fettle_page_keys_add (GtkWidget *page, const FettlePageKey *keys, guint n_keys)
{
  g_autoptr (GtkEventController) controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller), GTK_SHORTCUT_SCOPE_MANAGED);
  for (guint i = 0; i < n_keys; i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, keys[i].modifiers),
                                                            gtk_named_action_new (keys[i].action)));
  g_signal_connect_object (page, "map", G_CALLBACK (on_map), controller, 0);
  g_signal_connect_object (page, "unmap", G_CALLBACK (on_unmap), controller, 0);
  g_object_set_data_full (G_OBJECT (page), "fettle-page-keys", g_steal_pointer (&controller), g_object_unref);
}

static gboolean
press (GtkWidget *dialog, GVariant *nothing, gpointer save)
{
  if (gtk_widget_is_sensitive (save))
    g_signal_emit_by_name (save, "clicked");
  return TRUE;
}

/**
 * fettle_page_keys_save:
 * @dialog: with a field of several lines, which would take Ctrl+Return for a new one
 * @save: (transfer none): its button, a child of it
 *
 * Ctrl+S and Ctrl+Return press the button, wherever the focus is.
 */
void
fettle_page_keys_save (GtkWindow *dialog, GtkWidget *save)
{
  static const guint keys[] = { GDK_KEY_s, GDK_KEY_Return, GDK_KEY_KP_Enter };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          gtk_shortcut_new (gtk_keyval_trigger_new (keys[i], GDK_CONTROL_MASK),
                                                            gtk_callback_action_new (press, save, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (dialog), controller);
}

/* The last menu button of a row is the one with what can be done about it. */
static GtkMenuButton *
find_menu (GtkWidget *top)
{
  GtkMenuButton *found = NULL;

  if (!gtk_widget_get_visible (top))
    return NULL;
  if (GTK_IS_MENU_BUTTON (top))
    return GTK_MENU_BUTTON (top);
  for (GtkWidget *child = gtk_widget_get_last_child (top); child != NULL && found == NULL;
       child = gtk_widget_get_prev_sibling (child))
    found = find_menu (child);
  return found;
}

static gboolean
open_menu (GtkWidget *list, GVariant *nothing, gpointer data)
{
  GtkWidget *row = gtk_root_get_focus (gtk_widget_get_root (list));
  GtkMenuButton *menu;

  while (row != NULL && gtk_widget_get_parent (row) != list)
    row = gtk_widget_get_parent (row);
  menu = row != NULL ? find_menu (row) : NULL;
  if (menu != NULL)
    gtk_menu_button_popup (menu);
  return menu != NULL;
}

/**
 * fettle_page_keys_row_menu:
 * @list: of rows with a menu button each
 *
 * The menu key and Shift+F10 open the menu of the row that has the focus.
 */
void
fettle_page_keys_row_menu (GtkWidget *list)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  GtkShortcutTrigger *trigger = gtk_alternative_trigger_new (gtk_keyval_trigger_new (GDK_KEY_Menu, 0),
                                                             gtk_keyval_trigger_new (GDK_KEY_F10, GDK_SHIFT_MASK));

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (trigger, gtk_callback_action_new (open_menu, NULL, NULL)));
  gtk_widget_add_controller (list, controller);
}
