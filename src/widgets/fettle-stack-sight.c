/* fettle-stack-sight.c: assistive technology is told of the shown page of a stack only.
 *
 * GTK 4.8 offers the pages of a stack that nobody sees to a screen reader as if they were on the screen, which makes
 * every place of the window be read at once. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-stack-sight.h"

static void
tell (GtkStack *stack)
{
  GtkWidget *shown = gtk_stack_get_visible_child (stack);

  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (stack)); page != NULL;
       page = gtk_widget_get_next_sibling (page))
    if (page == shown)
      gtk_accessible_reset_state (GTK_ACCESSIBLE (page), GTK_ACCESSIBLE_STATE_HIDDEN);
    else
      gtk_accessible_update_state (GTK_ACCESSIBLE (page), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
}

static void
on_pages_changed (GtkSelectionModel *pages, guint position, guint removed, guint added, GtkStack *stack)
{
  tell (stack);
}

/**
 * fettle_stack_sight_follow:
 *
 * From now on what is not shown of @stack is hidden from assistive technology as well.
 */
void
fettle_stack_sight_follow (GtkStack *stack)
{
  g_autoptr (GtkSelectionModel) pages = gtk_stack_get_pages (stack);

  /* The list of pages lives as long as somebody holds it. */
  g_object_set_data_full (G_OBJECT (stack), "fettle-pages", g_object_ref (pages), g_object_unref);
  g_signal_connect_object (pages, "items-changed", G_CALLBACK (on_pages_changed), stack, 0);
  g_signal_connect (stack, "notify::visible-child", G_CALLBACK (tell), NULL);
  tell (stack);
}
