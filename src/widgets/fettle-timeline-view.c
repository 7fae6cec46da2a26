/* fettle-timeline-view.c: the timeline of a job on the screen, the newest first.
 *
 * Only what was added since the last look changes the list, so whoever reads an old event keeps their place. Main
 * thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-timeline-view.h"

#include "fettle-record-list.h"
#include "fettle-timeline-row.h"

struct _FettleTimelineView
{
  GtkWidget parent_instance;
  GtkWidget *scroller;
  GtkListView *view;
  FettleRecordList *list;
  GTimeZone *zone;
  FettleShop *shop;
};

G_DEFINE_FINAL_TYPE (FettleTimelineView, fettle_timeline_view, GTK_TYPE_WIDGET)

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *row, FettleTimelineView *self)
{
  gtk_list_item_set_child (row, fettle_timeline_row_new ());
  gtk_list_item_set_activatable (row, FALSE);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *row, FettleTimelineView *self)
{
  FettleRecordItem *item = gtk_list_item_get_item (row);
  const char *names[FETTLE_N_STAGES] = { NULL };

  for (FettleStage stage = FETTLE_STAGE_RECEIVED; self->shop != NULL && stage < FETTLE_N_STAGES; stage++)
    {
      FettleStageStyle *style = fettle_shop_stage (self->shop, stage);

      names[stage] = style != NULL ? style->name : NULL;
    }
  fettle_timeline_row_set (FETTLE_TIMELINE_ROW (gtk_list_item_get_child (row)), fettle_record_item_get_record (item),
                           self->zone, names);
}

static void
fettle_timeline_view_dispose (GObject *object)
{
  FettleTimelineView *self = FETTLE_TIMELINE_VIEW (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->list);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_object (&self->shop);
  G_OBJECT_CLASS (fettle_timeline_view_parent_class)->dispose (object);
}

static void
fettle_timeline_view_class_init (FettleTimelineViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fettle_timeline_view_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-timeline-view.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleTimelineView, scroller);
  gtk_widget_class_bind_template_child (widget_class, FettleTimelineView, view);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
fettle_timeline_view_init (FettleTimelineView *self)
{
  GtkSelectionModel *selection;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->list = fettle_record_list_new ();
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->list))));
  gtk_list_view_set_model (self->view, selection);
  g_object_unref (selection);
}

GtkWidget *
fettle_timeline_view_new (void)
{
  return g_object_new (FETTLE_TYPE_TIMELINE_VIEW, NULL);
}

/**
 * fettle_timeline_view_set_shop:
 * @shop: (nullable): whose names of stages are told, from the next fettle_timeline_view_set() on
 */
void
fettle_timeline_view_set_shop (FettleTimelineView *self, FettleShop *shop)
{
  g_set_object (&self->shop, shop);
}

/**
 * fettle_timeline_view_set:
 * @events: (element-type FettleEvent): as they were entered
 * @zone: (nullable): of the service point
 */
void
fettle_timeline_view_set (FettleTimelineView *self, GPtrArray *events, GTimeZone *zone)
{
  g_autoptr (GPtrArray) by_time = fettle_event_list_by_time (events);
  g_autoptr (GPtrArray) newest_first = g_ptr_array_sized_new (events->len);

  g_clear_pointer (&self->zone, g_time_zone_unref);
  self->zone = zone != NULL ? g_time_zone_ref (zone) : NULL;
  for (guint i = by_time->len; i > 0; i--)
    g_ptr_array_add (newest_first, by_time->pdata[i - 1]);
  fettle_record_list_update (self->list, newest_first);
}
