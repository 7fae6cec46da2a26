/* fettle-promise-list.c: promises as a list; each opens its job.
 *
 * Renewed in place. Belongs to the page of promises; main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-promise-list.h"

#include "fettle-page-keys.h"
#include "fettle-promise-row.h"
#include "fettle-record-list.h"
#include "fettle-say.h"

struct _FettlePromiseList
{
  GtkWidget parent_instance;
  GtkStack *stack;
  GtkLabel *empty;
  GtkListView *view;
  FettleRecordList *list;
  FettleCalendar *calendar;
};

G_DEFINE_FINAL_TYPE (FettlePromiseList, fettle_promise_list, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_EMPTY,
};

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *row, FettlePromiseList *self)
{
  gtk_list_item_set_child (row, fettle_promise_row_new ());
}

static void
show_record (FettleRecordItem *item, GParamSpec *pspec, GtkListItem *row)
{
  GtkWidget *shown = gtk_list_item_get_child (row);
  GtkWidget *list = gtk_widget_get_ancestor (shown, FETTLE_TYPE_PROMISE_LIST);

  fettle_promise_row_set (FETTLE_PROMISE_ROW (shown), fettle_record_item_get_record (item),
                          list != NULL ? FETTLE_PROMISE_LIST (list)->calendar : NULL, TRUE);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *row, FettlePromiseList *self)
{
  FettleRecordItem *item = gtk_list_item_get_item (row);

  fettle_promise_row_set (FETTLE_PROMISE_ROW (gtk_list_item_get_child (row)), fettle_record_item_get_record (item),
                          self->calendar, TRUE);
  g_signal_connect (item, "notify::record", G_CALLBACK (show_record), row);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *row, FettlePromiseList *self)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (row), show_record, row);
}

static void
on_activate (GtkListView *view, guint position, FettlePromiseList *self)
{
  FettlePromise *promise = fettle_record_list_get_record (self->list, position);

  fettle_ask_window (GTK_WIDGET (self), "win.open-job", g_variant_new_int64 (promise->job_id));
}

static void
fettle_promise_list_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FettlePromiseList *self = FETTLE_PROMISE_LIST (object);

  if (id == PROP_TITLE)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    g_value_get_string (value), -1);
  else if (id == PROP_EMPTY)
    gtk_label_set_label (self->empty, g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
fettle_promise_list_dispose (GObject *object)
{
  FettlePromiseList *self = FETTLE_PROMISE_LIST (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FETTLE_TYPE_PROMISE_LIST);
  g_clear_object (&self->list);
  g_clear_pointer (&self->calendar, fettle_calendar_unref);
  G_OBJECT_CLASS (fettle_promise_list_parent_class)->dispose (object);
}

static void
fettle_promise_list_class_init (FettlePromiseListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->set_property = fettle_promise_list_set_property;
  object_class->dispose = fettle_promise_list_dispose;
  g_object_class_install_property (object_class, PROP_TITLE, g_param_spec_string ("title", NULL, NULL, NULL, flags));
  g_object_class_install_property (object_class, PROP_EMPTY, g_param_spec_string ("empty", NULL, NULL, NULL, flags));
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-promise-list.ui");
  gtk_widget_class_bind_template_child (widget_class, FettlePromiseList, stack);
  gtk_widget_class_bind_template_child (widget_class, FettlePromiseList, empty);
  gtk_widget_class_bind_template_child (widget_class, FettlePromiseList, view);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_unbind);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
fettle_promise_list_init (FettlePromiseList *self)
{
  GtkSingleSelection *selection;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->list = fettle_record_list_new ();
  selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->list)));
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  fettle_page_keys_row_menu (GTK_WIDGET (self->view));
  g_object_unref (selection);
}

/**
 * fettle_promise_list_update:
 * @promises: (element-type FettlePromise): in their order
 * @calendar: (nullable): of the service point
 */
void
fettle_promise_list_update (FettlePromiseList *self, GPtrArray *promises, FettleCalendar *calendar)
{
  g_clear_pointer (&self->calendar, fettle_calendar_unref);
  self->calendar = calendar != NULL ? fettle_calendar_ref (calendar) : NULL;
  fettle_record_list_update (self->list, promises);
  gtk_stack_set_visible_child_name (self->stack, promises->len > 0 ? "promises" : "empty");
}

/**
 * fettle_promise_list_get_model:
 *
 * Returns: (transfer none): of FettleRecordItem
 */
GListModel *
fettle_promise_list_get_model (FettlePromiseList *self)
{
  return G_LIST_MODEL (self->list);
}
