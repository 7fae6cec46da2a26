/* fettle-sidebar-row.c: one place in the sidebar.
 *
 * Wide, it is an icon, a title and a count; narrow, an icon with the count at its corner. What a screen reader says is
 * the same in both. Belongs to the sidebar; main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-sidebar-row.h"

#include <glib/gi18n.h>

struct _FettleSidebarRow
{
  GtkListBoxRow parent_instance;
  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *count;
  GtkLabel *badge;
  const FettlePlace *place;
  gboolean is_compact;
};

G_DEFINE_FINAL_TYPE (FettleSidebarRow, fettle_sidebar_row, GTK_TYPE_LIST_BOX_ROW)

static void
fettle_sidebar_row_class_init (FettleSidebarRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-sidebar-row.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleSidebarRow, icon);
  gtk_widget_class_bind_template_child (widget_class, FettleSidebarRow, title);
  gtk_widget_class_bind_template_child (widget_class, FettleSidebarRow, count);
  gtk_widget_class_bind_template_child (widget_class, FettleSidebarRow, badge);
}

static void
fettle_sidebar_row_init (FettleSidebarRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_parts (FettleSidebarRow *self)
{
  gboolean has_count = *gtk_label_get_label (self->count) != '\0';

  gtk_widget_set_visible (GTK_WIDGET (self->title), !self->is_compact);
  gtk_widget_set_visible (GTK_WIDGET (self->count), has_count && !self->is_compact);
  gtk_widget_set_visible (GTK_WIDGET (self->badge), has_count && self->is_compact);
  gtk_widget_set_halign (GTK_WIDGET (self->icon), self->is_compact ? GTK_ALIGN_CENTER : GTK_ALIGN_FILL);
  gtk_widget_set_hexpand (GTK_WIDGET (self->icon), self->is_compact);
}

/* The key that leads there, as the application has set it, in words; NULL where there is none. */
static char *
make_key (const FettlePlace *place)
{
  GApplication *application = g_application_get_default ();
  g_autofree char *action = g_strdup_printf ("win.show-place::%s", place->name);
  g_auto (GStrv) keys = GTK_IS_APPLICATION (application)
                            ? gtk_application_get_accels_for_action (GTK_APPLICATION (application), action)
                            : NULL;
  GdkModifierType modifiers;
  guint key;

  if (keys == NULL || keys[0] == NULL || !gtk_accelerator_parse (keys[0], &key, &modifiers))
    return NULL;
  return gtk_accelerator_get_label (key, modifiers);
}

/**
 * fettle_sidebar_row_new:
 */
GtkWidget *
fettle_sidebar_row_new (const FettlePlace *place)
{
  FettleSidebarRow *self = g_object_new (FETTLE_TYPE_SIDEBAR_ROW, NULL);
  const char *title = fettle_place_title (place);
  g_autofree char *key = make_key (place);
  g_autofree char *tooltip = key != NULL ? g_strdup_printf ("%s  (%s)", title, key) : g_strdup (title);

  self->place = place;
  gtk_image_set_from_icon_name (self->icon, place->icon);
  gtk_label_set_label (self->title, title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return GTK_WIDGET (self);
}

/**
 * fettle_sidebar_row_get_name:
 */
const char *
fettle_sidebar_row_get_name (FettleSidebarRow *self)
{
  return self->place->name;
}

/**
 * fettle_sidebar_row_set_count:
 * @count: 0 shows none
 * @is_cut: there are more than that, which a "+" says
 * @spoken: (nullable): the count in words, such as "3 due, 1 late"
 * @is_urgent: marked, also by more than colour
 */
void
fettle_sidebar_row_set_count (FettleSidebarRow *self,
                              int count,
                              gboolean is_cut,
                              const char *spoken,
                              gboolean is_urgent)
{
  g_autofree char *text
      = count == 0 ? g_strdup ("") : g_strdup_printf ("%'d%s%s", count, is_cut ? "+" : "", is_urgent ? " !" : "");
  g_autofree char *label = NULL;
  const char *title = fettle_place_title (self->place);

  label = count == 0 || spoken == NULL ? g_strdup (title) : g_strdup_printf ("%s, %s", title, spoken);
  gtk_label_set_label (self->count, text);
  gtk_label_set_label (self->badge, text);
  if (is_urgent)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->count), "urgent");
      gtk_widget_add_css_class (GTK_WIDGET (self->badge), "urgent");
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->count), "urgent");
      gtk_widget_remove_css_class (GTK_WIDGET (self->badge), "urgent");
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  show_parts (self);
}

/**
 * fettle_sidebar_row_set_compact:
 */
void
fettle_sidebar_row_set_compact (FettleSidebarRow *self, gboolean compact)
{
  self->is_compact = compact;
  if (compact)
    gtk_widget_add_css_class (GTK_WIDGET (self), "compact");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "compact");
  show_parts (self);
}
