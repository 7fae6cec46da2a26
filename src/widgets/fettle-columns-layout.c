/* fettle-columns-layout.c: columns of equal width that stand below one another where there is no room.
 *
 * The reading order stays: the first column, then the second. Properties: "spacing" between them, "column-width" below
 * which they are stacked,
 * "first-width" of a first column that is narrower than the others, 0 for equal ones.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-columns-layout.h"

struct _FettleColumnsLayout
{
  GtkLayoutManager parent_instance;
  int spacing;
  int column_width;
  int first_width;
};

enum
{
  PROP_0,
  PROP_SPACING,
  PROP_COLUMN_WIDTH,
  PROP_FIRST_WIDTH,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (FettleColumnsLayout, fettle_columns_layout, GTK_TYPE_LAYOUT_MANAGER)

static int
count_children (GtkWidget *widget)
{
  int n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += gtk_widget_should_layout (child);
  return MAX (n, 1);
}

static int
widest_minimum (GtkWidget *widget)
{
  int widest = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int minimum;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      widest = MAX (widest, minimum);
    }
  return widest;
}

/* The width of a column that is not a narrow first one, and whether the columns stand side by side. */
static int
column_width (FettleColumnsLayout *self, GtkWidget *widget, int width, gboolean *beside)
{
  int n = count_children (widget);
  int room = width - (n - 1) * self->spacing - self->first_width;
  int each = room / MAX (1, self->first_width > 0 ? n - 1 : n);

  *beside = n > 1 && each >= MAX (self->column_width, widest_minimum (widget));
  return *beside ? each : width;
}

/* Walks the columns; with @allocate they are placed, and side by side they get the
 * height that is given. Returns the height of it all. */
static int
stand (FettleColumnsLayout *self, GtkWidget *widget, int width, int given, gboolean allocate)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  gboolean beside;
  int each = column_width (self, widget, width, &beside);
  int x = 0, y = 0, tallest = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_width = beside && x == 0 && self->first_width > 0 ? self->first_width : each;
      int height;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, child_width, NULL, &height, NULL, NULL);
      tallest = MAX (tallest, height);
      if (beside)
        height = MAX (height, given);
      if (allocate)
        gtk_widget_size_allocate (child, &(GtkAllocation){ rtl ? width - x - child_width : x, y, child_width, height },
                                  -1);
      if (beside)
        x += child_width + self->spacing;
      else
        y += height + self->spacing;
    }
  return beside ? tallest : MAX (0, y - self->spacing);
}

static void
fettle_columns_layout_measure (GtkLayoutManager *manager,
                               GtkWidget *widget,
                               GtkOrientation orientation,
                               int for_size,
                               int *minimum,
                               int *natural,
                               int *minimum_baseline,
                               int *natural_baseline)
{
  FettleColumnsLayout *self = FETTLE_COLUMNS_LAYOUT (manager);
  int n = count_children (widget);

  *minimum = widest_minimum (widget);
  *natural = self->first_width + (self->first_width > 0 ? n - 1 : n) * MAX (*minimum, self->column_width)
             + (n - 1) * self->spacing;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = stand (self, widget, for_size >= 0 ? for_size : *natural, 0, FALSE);
}

static void
fettle_columns_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  stand (FETTLE_COLUMNS_LAYOUT (manager), widget, width, height, TRUE);
}

static GtkSizeRequestMode
fettle_columns_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
fettle_columns_layout_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FettleColumnsLayout *self = FETTLE_COLUMNS_LAYOUT (object);

  g_value_set_int (value, id == PROP_SPACING        ? self->spacing
                          : id == PROP_COLUMN_WIDTH ? self->column_width
                                                    : self->first_width);
}

static void
fettle_columns_layout_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FettleColumnsLayout *self = FETTLE_COLUMNS_LAYOUT (object);

  if (id == PROP_SPACING)
    self->spacing = g_value_get_int (value);
  else if (id == PROP_COLUMN_WIDTH)
    self->column_width = g_value_get_int (value);
  else
    self->first_width = g_value_get_int (value);
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
}

static void
fettle_columns_layout_class_init (FettleColumnsLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->get_property = fettle_columns_layout_get_property;
  object_class->set_property = fettle_columns_layout_set_property;
  layout_class->measure = fettle_columns_layout_measure;
  layout_class->allocate = fettle_columns_layout_allocate;
  layout_class->get_request_mode = fettle_columns_layout_get_request_mode;
  properties[PROP_SPACING]
      = g_param_spec_int ("spacing", NULL, NULL, 0, 1000, 24, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_COLUMN_WIDTH]
      = g_param_spec_int ("column-width", NULL, NULL, 0, 10000, 360, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_FIRST_WIDTH]
      = g_param_spec_int ("first-width", NULL, NULL, 0, 10000, 0, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
fettle_columns_layout_init (FettleColumnsLayout *self)
{
  self->spacing = 24;
  self->column_width = 360;
}
