/* fettle-follow-up-list.c: follow-ups or suggestions as a list.
 *
 * Renewed in place. Belongs to the page of follow-ups; main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-follow-up-list.h"

#include "fettle-follow-up-row.h"
#include "fettle-page-keys.h"
#include "fettle-record-list.h"
#include "fettle-suggestion-row.h"

struct _FettleFollowUpList
{
  GtkWidget parent_instance;
  GtkStack *stack;
  GtkLabel *empty;
  GtkListView *view;
  FettleRecordList *list;
  GTimeZone *zone;
};

G_DEFINE_FINAL_TYPE (FettleFollowUpList, fettle_follow_up_list, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_EMPTY,
};

enum
{
  ACTIVATED,
  RATED,
  NOT_REACHED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* A row is made for what it shows first: a list holds one kind of records. */
static void
show_in (GtkListItem *row, gpointer record, GTimeZone *zone)
{
  GtkWidget *shown = gtk_list_item_get_child (row);
  gboolean is_suggestion = FETTLE_IS_SUGGESTION (record);

  if (shown == NULL || FETTLE_IS_SUGGESTION_ROW (shown) != is_suggestion)
    {
      shown = is_suggestion ? fettle_suggestion_row_new () : fettle_follow_up_row_new ();
      gtk_list_item_set_child (row, shown);
    }
  if (is_suggestion)
    fettle_suggestion_row_set (FETTLE_SUGGESTION_ROW (shown), record, zone);
  else
    fettle_follow_up_row_set (FETTLE_FOLLOW_UP_ROW (shown), record, zone, TRUE);
}

static void
show_record (FettleRecordItem *item, GParamSpec *pspec, GtkListItem *row)
{
  GtkWidget *shown = gtk_list_item_get_child (row);
  GtkWidget *list = shown != NULL ? gtk_widget_get_ancestor (shown, FETTLE_TYPE_FOLLOW_UP_LIST) : NULL;

  show_in (row, fettle_record_item_get_record (item), list != NULL ? FETTLE_FOLLOW_UP_LIST (list)->zone : NULL);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *row, FettleFollowUpList *self)
{
  FettleRecordItem *item = gtk_list_item_get_item (row);

  show_in (row, fettle_record_item_get_record (item), self->zone);
  g_signal_connect (item, "notify::record", G_CALLBACK (show_record), row);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *row, FettleFollowUpList *self)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (row), show_record, row);
}

static void
on_activate (GtkListView *view, guint position, FettleFollowUpList *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0, fettle_record_list_get_record (self->list, position));
}

static gboolean
on_digit (GtkWidget *widget, GVariant *number, gpointer data)
{
  FettleFollowUpList *self = FETTLE_FOLLOW_UP_LIST (widget);
  gpointer record = fettle_follow_up_list_get_selected (self);

  if (record == NULL)
    return FALSE;
  g_signal_emit (self, signals[RATED], 0, record, g_variant_get_int32 (number));
  return TRUE;
}

static gboolean
on_n (GtkWidget *widget, GVariant *nothing, gpointer data)
{
  FettleFollowUpList *self = FETTLE_FOLLOW_UP_LIST (widget);
  gpointer record = fettle_follow_up_list_get_selected (self);

  if (record == NULL)
    return FALSE;
  g_signal_emit (self, signals[NOT_REACHED], 0, record);
  return TRUE;
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  for (int i = 1; i <= 5; i++)
    {
      gtk_widget_class_add_binding (widget_class, (guint) (GDK_KEY_0 + i), 0, on_digit, "i", i);
      gtk_widget_class_add_binding (widget_class, (guint) (GDK_KEY_KP_0 + i), 0, on_digit, "i", i);
    }
  gtk_widget_class_add_binding (widget_class, GDK_KEY_n, 0, on_n, NULL);
}

static void
fettle_follow_up_list_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FettleFollowUpList *self = FETTLE_FOLLOW_UP_LIST (object);

  if (id == PROP_TITLE)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    g_value_get_string (value), -1);
  else if (id == PROP_EMPTY)
    gtk_label_set_label (self->empty, g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
fettle_follow_up_list_dispose (GObject *object)
{
  FettleFollowUpList *self = FETTLE_FOLLOW_UP_LIST (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FETTLE_TYPE_FOLLOW_UP_LIST);
  g_clear_object (&self->list);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  G_OBJECT_CLASS (fettle_follow_up_list_parent_class)->dispose (object);
}

static void
fettle_follow_up_list_class_init (FettleFollowUpListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->set_property = fettle_follow_up_list_set_property;
  object_class->dispose = fettle_follow_up_list_dispose;
  g_object_class_install_property (object_class, PROP_TITLE, g_param_spec_string ("title", NULL, NULL, NULL, flags));
  g_object_class_install_property (object_class, PROP_EMPTY, g_param_spec_string ("empty", NULL, NULL, NULL, flags));
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, FETTLE_TYPE_RECORD);
  signals[RATED] = g_signal_new ("rated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, FETTLE_TYPE_RECORD, G_TYPE_INT);
  signals[NOT_REACHED] = g_signal_new ("not-reached", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, FETTLE_TYPE_RECORD);
  add_keys (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-follow-up-list.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleFollowUpList, stack);
  gtk_widget_class_bind_template_child (widget_class, FettleFollowUpList, empty);
  gtk_widget_class_bind_template_child (widget_class, FettleFollowUpList, view);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_unbind);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
fettle_follow_up_list_init (FettleFollowUpList *self)
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
 * fettle_follow_up_list_update:
 * @records: (element-type FettleRecord): in their order
 * @zone: (nullable): of the service point
 */
void
fettle_follow_up_list_update (FettleFollowUpList *self, GPtrArray *records, GTimeZone *zone)
{
  g_clear_pointer (&self->zone, g_time_zone_unref);
  self->zone = zone != NULL ? g_time_zone_ref (zone) : NULL;
  fettle_record_list_update (self->list, records);
  gtk_stack_set_visible_child_name (self->stack, records->len > 0 ? "records" : "empty");
}

/**
 * fettle_follow_up_list_get_model:
 *
 * Returns: (transfer none): of FettleRecordItem
 */
GListModel *
fettle_follow_up_list_get_model (FettleFollowUpList *self)
{
  return G_LIST_MODEL (self->list);
}

/**
 * fettle_follow_up_list_get_selected:
 *
 * Returns: (transfer none) (nullable): the record that is picked, if one is
 */
gpointer
fettle_follow_up_list_get_selected (FettleFollowUpList *self)
{
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (gtk_list_view_get_model (self->view));
  guint position = gtk_single_selection_get_selected (selection);

  return position != GTK_INVALID_LIST_POSITION ? fettle_record_list_get_record (self->list, position) : NULL;
}
