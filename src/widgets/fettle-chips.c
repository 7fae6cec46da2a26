/* fettle-chips.c: small buttons or ticks in lines, one stop of the Tab key.
 *
 * Tab comes in and goes out; the arrows walk among them. Eight accessories would otherwise be eight presses of Tab
 * between the fault and the promise.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-chips.h"

#include "fettle-wrap-layout.h"

struct _FettleChips
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (FettleChips, fettle_chips, GTK_TYPE_WIDGET)

static GtkWidget *
focused_child (GtkWidget *widget)
{
  GtkWidget *focus = gtk_widget_get_focus_child (widget);

  return focus != NULL && gtk_widget_has_focus (focus) ? focus : NULL;
}

static gboolean
focus_beside (GtkWidget *widget, GtkWidget *from, gboolean forward)
{
  for (GtkWidget *child = from; child != NULL;)
    {
      child = forward ? gtk_widget_get_next_sibling (child) : gtk_widget_get_prev_sibling (child);
      if (child != NULL && gtk_widget_get_visible (child) && gtk_widget_grab_focus (child))
        return TRUE;
    }
  return FALSE;
}

static gboolean
fettle_chips_focus (GtkWidget *widget, GtkDirectionType direction)
{
  GtkWidget *from = focused_child (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  if (from == NULL)
    {
      GtkWidget *first = gtk_widget_get_first_child (widget);

      return first != NULL && (gtk_widget_grab_focus (first) || focus_beside (widget, first, TRUE));
    }
  switch (direction)
    {
    case GTK_DIR_LEFT:
    case GTK_DIR_RIGHT:
      focus_beside (widget, from, (direction == GTK_DIR_RIGHT) != rtl);
      return TRUE;
    case GTK_DIR_TAB_FORWARD:
    case GTK_DIR_TAB_BACKWARD:
      return FALSE;
    case GTK_DIR_UP:
    case GTK_DIR_DOWN:
    default:
      return GTK_WIDGET_CLASS (fettle_chips_parent_class)->focus (widget, direction)
             || focus_beside (widget, from, direction == GTK_DIR_DOWN) || TRUE;
    }
}

static void
fettle_chips_dispose (GObject *object)
{
  fettle_chips_clear (FETTLE_CHIPS (object));
  G_OBJECT_CLASS (fettle_chips_parent_class)->dispose (object);
}

static void
fettle_chips_class_init (FettleChipsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fettle_chips_dispose;
  widget_class->focus = fettle_chips_focus;
  gtk_widget_class_set_css_name (widget_class, "chips");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
fettle_chips_init (FettleChips *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), fettle_wrap_layout_new (6, 4));
}

GtkWidget *
fettle_chips_new (void)
{
  return g_object_new (FETTLE_TYPE_CHIPS, NULL);
}

void
fettle_chips_add (FettleChips *self, GtkWidget *child)
{
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

void
fettle_chips_clear (FettleChips *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}
