/* fettle-bench-list.c: jobs of the bench as cards, under a title.
 *
 * Renewed in place. A click or Return chooses a job; what that means is the page's business. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-bench-list.h"

#include <glib/gi18n.h>

#include "fettle-job-card.h"
#include "fettle-record-list.h"
#include "fettle-stage-chip.h"

struct _FettleBenchList
{
  GtkBox parent_instance;

  /* Of the template. */
  GtkLabel *title;
  GtkLabel *count;
  GtkLabel *empty;
  GtkStack *stack;
  GtkListView *view;

  FettleRecordList *list;
  GTimeZone *zone;
  FettleShop *shop;
};

G_DEFINE_FINAL_TYPE (FettleBenchList, fettle_bench_list, GTK_TYPE_BOX)

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_EMPTY,
};

static guint chosen_signal;

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *row, FettleBenchList *self)
{
  gtk_list_item_set_child (row, fettle_job_card_new ());
}

static void
show_card (FettleBenchList *self, GtkWidget *card, FettleJobSummary *job)
{
  fettle_job_card_set (FETTLE_JOB_CARD (card), job, self->zone);
  fettle_job_card_set_corner (FETTLE_JOB_CARD (card), fettle_stage_chip_name (self->shop, job->stage));
}

static void
show_record (FettleRecordItem *item, GParamSpec *pspec, GtkListItem *row)
{
  GtkWidget *card = gtk_list_item_get_child (row);
  GtkWidget *list = gtk_widget_get_ancestor (card, FETTLE_TYPE_BENCH_LIST);

  if (list != NULL)
    show_card (FETTLE_BENCH_LIST (list), card, fettle_record_item_get_record (item));
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *row, FettleBenchList *self)
{
  FettleRecordItem *item = gtk_list_item_get_item (row);

  show_card (self, gtk_list_item_get_child (row), fettle_record_item_get_record (item));
  g_signal_connect (item, "notify::record", G_CALLBACK (show_record), row);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *row, FettleBenchList *self)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (row), show_record, row);
}

static void
on_activate (GtkListView *view, guint position, FettleBenchList *self)
{
  g_signal_emit (self, chosen_signal, 0, fettle_record_list_get_record (self->list, position));
}

static void
fettle_bench_list_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FettleBenchList *self = FETTLE_BENCH_LIST (object);
  const char *text = g_value_get_string (value);

  if (id == PROP_TITLE)
    {
      gtk_label_set_label (self->title, text);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
    }
  else if (id == PROP_EMPTY)
    gtk_label_set_label (self->empty, text);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
fettle_bench_list_dispose (GObject *object)
{
  FettleBenchList *self = FETTLE_BENCH_LIST (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FETTLE_TYPE_BENCH_LIST);
  g_clear_object (&self->list);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_object (&self->shop);
  G_OBJECT_CLASS (fettle_bench_list_parent_class)->dispose (object);
}

static void
fettle_bench_list_class_init (FettleBenchListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->set_property = fettle_bench_list_set_property;
  object_class->dispose = fettle_bench_list_dispose;
  g_object_class_install_property (object_class, PROP_TITLE, g_param_spec_string ("title", NULL, NULL, NULL, flags));
  g_object_class_install_property (object_class, PROP_EMPTY, g_param_spec_string ("empty", NULL, NULL, NULL, flags));
  chosen_signal = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, FETTLE_TYPE_JOB_SUMMARY);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-bench-list.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleBenchList, title);
  gtk_widget_class_bind_template_child (widget_class, FettleBenchList, count);
  gtk_widget_class_bind_template_child (widget_class, FettleBenchList, empty);
  gtk_widget_class_bind_template_child (widget_class, FettleBenchList, stack);
  gtk_widget_class_bind_template_child (widget_class, FettleBenchList, view);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_unbind);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
}

static void
fettle_bench_list_init (FettleBenchList *self)
{
  GtkSingleSelection *selection;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->list = fettle_record_list_new ();
  selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->list)));
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
}

/**
 * fettle_bench_list_update:
 * @jobs: (element-type FettleJobSummary): all of them, in their order
 */
void
fettle_bench_list_update (FettleBenchList *self, GPtrArray *jobs, FettleDesk *desk)
{
  g_autofree char *count = g_strdup_printf ("%u", jobs->len);
  GTimeZone *zone = fettle_desk_get_zone (desk);

  g_clear_pointer (&self->zone, g_time_zone_unref);
  self->zone = zone != NULL ? g_time_zone_ref (zone) : NULL;
  g_set_object (&self->shop, fettle_desk_get_shop (desk));
  fettle_record_list_update (self->list, jobs);
  gtk_label_set_label (self->count, count);
  gtk_stack_set_visible_child_name (self->stack, jobs->len > 0 ? "jobs" : "empty");
}

/**
 * fettle_bench_list_get_model:
 *
 * Returns: (transfer none): of FettleRecordItem
 */
GListModel *
fettle_bench_list_get_model (FettleBenchList *self)
{
  return G_LIST_MODEL (self->list);
}
