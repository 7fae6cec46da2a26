/* fettle-wrap-layout.c: children in lines, as words in a paragraph.
 *
 * GtkFlowBox lines its children up in columns, which wastes most of a line on chips of different lengths. Children keep
 * their natural width; one that is wider than the whole line gets the line.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-wrap-layout.h"

struct _FettleWrapLayout
{
  GtkLayoutManager parent_instance;
  int spacing;
  int line_spacing;
};

G_DEFINE_FINAL_TYPE (FettleWrapLayout, fettle_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

static int
width_of (GtkWidget *child, int for_width)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  return for_width < 0 ? natural : CLAMP (natural, minimum, MAX (minimum, for_width));
}

static int
height_of (GtkWidget *child, int width)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

/* Walks the lines; with @allocate the children are placed. Returns the height of it all. */
static int
flow (FettleWrapLayout *self, GtkWidget *widget, int width, gboolean allocate)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0, y = 0, line_height = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_width, child_height;

      if (!gtk_widget_should_layout (child))
        continue;
      child_width = width_of (child, width);
      child_height = height_of (child, child_width);
      if (x > 0 && width >= 0 && x + child_width > width)
        {
          y += line_height + self->line_spacing;
          x = 0;
          line_height = 0;
        }
      if (allocate)
        gtk_widget_size_allocate (child,
                                  &(GtkAllocation){ rtl ? width - x - child_width : x, y, child_width, child_height },
                                  -1);
      x += child_width + self->spacing;
      line_height = MAX (line_height, child_height);
    }
  return y + line_height;
}

static void
fettle_wrap_layout_measure (GtkLayoutManager *manager,
                            GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  FettleWrapLayout *self = FETTLE_WRAP_LAYOUT (manager);
  int widest = 0, all = 0;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = flow (self, widget, for_size, FALSE);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
      widest = MAX (widest, child_minimum);
      all += child_natural + (all > 0 ? self->spacing : 0);
    }
  *minimum = widest;
  *natural = all;
}

static void
fettle_wrap_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  flow (FETTLE_WRAP_LAYOUT (manager), widget, width, TRUE);
}

static GtkSizeRequestMode
fettle_wrap_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
fettle_wrap_layout_class_init (FettleWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->measure = fettle_wrap_layout_measure;
  layout_class->allocate = fettle_wrap_layout_allocate;
  layout_class->get_request_mode = fettle_wrap_layout_get_request_mode;
}

static void
fettle_wrap_layout_init (FettleWrapLayout *self)
{
}

GtkLayoutManager *
fettle_wrap_layout_new (int spacing, int line_spacing)
{
  FettleWrapLayout *self = g_object_new (FETTLE_TYPE_WRAP_LAYOUT, NULL);

  self->spacing = spacing;
  self->line_spacing = line_spacing;
  return GTK_LAYOUT_MANAGER (self);
}
