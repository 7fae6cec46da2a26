/* ui-actions.c: what a page asks its window to do, written down.
 *
 * A window of a test has none of the shop's actions; these stand in for them and remember what was asked last, as text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-actions.h"

static GHashTable *asked;

static void
on_activate (GSimpleAction *action, GVariant *argument, gpointer user_data)
{
  g_hash_table_replace (asked, g_strdup (g_action_get_name (G_ACTION (action))),
                        argument != NULL ? g_variant_print (argument, FALSE) : g_strdup (""));
}

void
ui_actions_forget (void)
{
  g_clear_pointer (&asked, g_hash_table_unref);
  asked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/* What the action was asked with last, or NULL where it was not. */
const char *
ui_actions_last (const char *name)
{
  return asked != NULL ? g_hash_table_lookup (asked, name) : NULL;
}

void
ui_actions_watch (GtkWidget *window)
{
  static const GActionEntry entries[] = {
    { .name = "open-job", .activate = on_activate, .parameter_type = "x" },
    { .name = "open-number", .activate = on_activate, .parameter_type = "s" },
    { .name = "open-customer", .activate = on_activate, .parameter_type = "x" },
    { .name = "open-unit", .activate = on_activate, .parameter_type = "x" },
    { .name = "new-intake", .activate = on_activate, .parameter_type = "(xx)" },
    { .name = "hand-over", .activate = on_activate, .parameter_type = "x" },
    { .name = "print", .activate = on_activate, .parameter_type = "(xs)" },
    { .name = "preview", .activate = on_activate, .parameter_type = "(xs)" },
    { .name = "say", .activate = on_activate, .parameter_type = "s" },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  ui_actions_forget ();
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), NULL);
  gtk_widget_insert_action_group (window, "win", G_ACTION_GROUP (group));
}
