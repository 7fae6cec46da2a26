/* fettle-counter-list.c: one of the counter's lists of today, under its heading and count.
 *
 * Holds jobs or promises: whatever leads to a job. Properties: "title", "empty" (the sentence when there is none).
 * Main thread; owned by the counter page.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-counter-list.h"

#include <glib/gi18n.h>

#include "fettle-counter-row.h"
#include "fettle-record-list.h"
#include "fettle-stack-sight.h"

struct _FettleCounterList
{
  GtkBox parent_instance;

  GtkLabel *title;
  GtkLabel *count;
  GtkStack *stack;
  GtkListView *view;
  GtkLabel *empty;

  FettleDesk *desk;
  FettleRecordList *list;
};

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_EMPTY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (FettleCounterList, fettle_counter_list, GTK_TYPE_BOX)

static void
on_record_changed (FettleRecordItem *item, GParamSpec *pspec, FettleCounterRow *row)
{
  fettle_counter_row_set (row, fettle_record_item_get_record (item));
}

static void
on_row_setup (FettleCounterList *self, GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, fettle_counter_row_new (self->desk));
}

static void
on_row_bind (FettleCounterList *self, GtkListItem *list_item)
{
  FettleRecordItem *item = gtk_list_item_get_item (list_item);
  GtkWidget *row = gtk_list_item_get_child (list_item);

  g_signal_connect_object (item, "notify::record", G_CALLBACK (on_record_changed), row, 0);
  fettle_counter_row_set (FETTLE_COUNTER_ROW (row), fettle_record_item_get_record (item));
}

static void
on_row_unbind (FettleCounterList *self, GtkListItem *list_item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (list_item), on_record_changed,
                                        gtk_list_item_get_child (list_item));
}

static void
on_row_activated (FettleCounterList *self, guint position)
{
  gpointer record = fettle_record_list_get_record (self->list, position);
  gint64 job_id = FETTLE_IS_PROMISE (record) ? FETTLE_PROMISE (record)->job_id : FETTLE_JOB_SUMMARY (record)->id;

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-job", "x", job_id);
}

static void
fettle_counter_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FettleCounterList *self = FETTLE_COUNTER_LIST (object);

  g_value_set_string (value, gtk_label_get_text (id == PROP_TITLE ? self->title : self->empty));
}

static void
fettle_counter_list_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FettleCounterList *self = FETTLE_COUNTER_LIST (object);

  gtk_label_set_text (id == PROP_TITLE ? self->title : self->empty, g_value_get_string (value));
  if (id == PROP_TITLE)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    g_value_get_string (value), -1);
}

static void
fettle_counter_list_dispose (GObject *object)
{
  FettleCounterList *self = FETTLE_COUNTER_LIST (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->list);
  gtk_widget_dispose_template (GTK_WIDGET (self), FETTLE_TYPE_COUNTER_LIST);
  G_OBJECT_CLASS (fettle_counter_list_parent_class)->dispose (object);
}

static void
fettle_counter_list_class_init (FettleCounterListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = fettle_counter_list_get_property;
  object_class->set_property = fettle_counter_list_set_property;
  object_class->dispose = fettle_counter_list_dispose;
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_EMPTY] = g_param_spec_string ("empty", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-counter-list.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleCounterList, title);
  gtk_widget_class_bind_template_child (widget_class, FettleCounterList, count);
  gtk_widget_class_bind_template_child (widget_class, FettleCounterList, stack);
  gtk_widget_class_bind_template_child (widget_class, FettleCounterList, view);
  gtk_widget_class_bind_template_child (widget_class, FettleCounterList, empty);
  gtk_widget_class_bind_template_callback (widget_class, on_row_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_row_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_row_unbind);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
fettle_counter_list_init (FettleCounterList *self)
{
  self->list = fettle_record_list_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  fettle_stack_sight_follow (self->stack);
}

/**
 * fettle_counter_list_set_desk:
 * @desk: gives the zone
 */
void
fettle_counter_list_set_desk (FettleCounterList *self, FettleDesk *desk)
{
  g_autoptr (GtkNoSelection) rows = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->list)));

  g_set_object (&self->desk, desk);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (rows));
}

/**
 * fettle_counter_list_update:
 * @records: (element-type FettleRecord): of #FettleJobSummary or of #FettlePromise
 * @n_all: how many there are, also past what @records holds
 */
void
fettle_counter_list_update (FettleCounterList *self, GPtrArray *records, int n_all)
{
  g_autofree char *count = g_strdup_printf ("%d", n_all);

  fettle_record_list_update (self->list, records);
  gtk_label_set_text (self->count, count);
  gtk_stack_set_visible_child_name (self->stack, records->len > 0 ? "rows" : "empty");
}
