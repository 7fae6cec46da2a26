/* fettle-sidebar.c: the list of places at the side of the window, with their live counts.
 *
 * It shows what it is told and says what was chosen; the window decides what that means. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-sidebar.h"
#include "fettle-sidebar-row.h"

struct _FettleSidebar
{
  GtkBox parent_instance;
  GtkListBox *list;
  GtkLabel *remark;
  GtkListBoxRow *current;
  gboolean is_told;
  gboolean is_compact;
};

G_DEFINE_FINAL_TYPE (FettleSidebar, fettle_sidebar, GTK_TYPE_BOX)

static void fettle_sidebar_show_current (FettleSidebar *self);

enum
{
  CHOSEN,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

static FettleSidebarRow *
find_row (FettleSidebar *self, const char *name)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list));

  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    if (FETTLE_IS_SIDEBAR_ROW (row) && g_strcmp0 (fettle_sidebar_row_get_name (FETTLE_SIDEBAR_ROW (row)), name) == 0)
      return FETTLE_SIDEBAR_ROW (row);
  return NULL;
}

static void
choose (FettleSidebar *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[CHOSEN], 0, fettle_sidebar_row_get_name (FETTLE_SIDEBAR_ROW (row)));
}

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, FettleSidebar *self)
{
  choose (self, row);
}

/* The arrow keys go from place to place. */
static void
on_move_cursor (GtkListBox *list,
                GtkMovementStep step,
                int count,
                gboolean extend,
                gboolean modify,
                FettleSidebar *self)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (list));

  if (FETTLE_IS_SIDEBAR_ROW (row))
    choose (self, GTK_LIST_BOX_ROW (row));
}

/* The list also selects what the focus falls on, such as when a page goes that had it: that is nobody's choice. */
static void
on_row_selected (GtkListBox *list, GtkListBoxRow *row, FettleSidebar *self)
{
  if (!self->is_told && row != self->current && self->current != NULL)
    fettle_sidebar_show_current (self);
}

static void
fettle_sidebar_dispose (GObject *object)
{
  FettleSidebar *self = FETTLE_SIDEBAR (object);

  /* The rows go now, and each that goes is one no more selected. */
  g_clear_weak_pointer (&self->current);
  G_OBJECT_CLASS (fettle_sidebar_parent_class)->dispose (object);
}

static void
fettle_sidebar_class_init (FettleSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fettle_sidebar_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", FETTLE_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleSidebar, list);
  gtk_widget_class_bind_template_child (widget_class, FettleSidebar, remark);
  gtk_widget_class_bind_template_callback (widget_class, on_move_cursor);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected);
}

static void
fettle_sidebar_init (FettleSidebar *self)
{
  const FettlePlace *places;
  guint n_places;

  gtk_widget_init_template (GTK_WIDGET (self));
  places = fettle_places (&n_places);
  self->is_told = TRUE;
  for (guint i = 0; i < n_places; i++)
    if (places[i].icon != NULL)
      gtk_list_box_append (self->list, fettle_sidebar_row_new (&places[i]));
  gtk_list_box_unselect_all (self->list);
  self->is_told = FALSE;
}

static void
fettle_sidebar_show_current (FettleSidebar *self)
{
  self->is_told = TRUE;
  gtk_list_box_select_row (self->list, self->current);
  self->is_told = FALSE;
}

/**
 * fettle_sidebar_select:
 * @name: a place; one that does not stand in the sidebar leaves it as it is
 *
 * Shows where the person is. "chosen" is not emitted.
 */
void
fettle_sidebar_select (FettleSidebar *self, const char *name)
{
  FettleSidebarRow *row = find_row (self, name);

  if (row != NULL)
    g_set_weak_pointer (&self->current, GTK_LIST_BOX_ROW (row));
  fettle_sidebar_show_current (self);
}

/**
 * fettle_sidebar_set_count:
 *
 * See fettle_sidebar_row_set_count(). A place that is not there is passed over.
 */
void
fettle_sidebar_set_count (FettleSidebar *self,
                          const char *name,
                          int count,
                          gboolean is_cut,
                          const char *spoken,
                          gboolean is_urgent)
{
  FettleSidebarRow *row = find_row (self, name);

  if (row != NULL)
    fettle_sidebar_row_set_count (row, count, is_cut, spoken, is_urgent);
}

/**
 * fettle_sidebar_set_compact:
 * @compact: icons only, for a narrow window
 */
void
fettle_sidebar_set_compact (FettleSidebar *self, gboolean compact)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list));

  if (self->is_compact == compact)
    return;
  self->is_compact = compact;
  if (compact)
    gtk_widget_add_css_class (GTK_WIDGET (self), "compact");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "compact");
  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    fettle_sidebar_row_set_compact (FETTLE_SIDEBAR_ROW (row), compact);
  gtk_widget_set_visible (GTK_WIDGET (self->remark), !compact && *gtk_label_get_label (self->remark) != '\0');
}

/**
 * fettle_sidebar_set_remark:
 * @sentence: (nullable): a quiet line at the foot, for what is not as it should be but stops no work
 */
void
fettle_sidebar_set_remark (FettleSidebar *self, const char *sentence)
{
  gtk_label_set_label (self->remark, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->remark), !self->is_compact && sentence != NULL);
}
