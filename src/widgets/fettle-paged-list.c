/* fettle-paged-list.c: a list with a search box that fetches its rows a page at a time.
 *
 * The next page comes when the end is nearly in sight. A refresh asks for as many rows as are there, so that nothing
 * jumps under the person's eyes. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-paged-list.h"

#include <glib/gi18n.h>

#include "fettle-record-list.h"
#include "fettle-say.h"

#define PAGE 100

struct _FettlePagedList
{
  GtkBox parent_instance;

  GtkEditable *search;
  GtkScrolledWindow *scroller;
  GtkListView *view;
  GtkStack *stack;
  GtkLabel *none;

  /* What is said where there is nothing at all to search. */
  char *empty;

  FettleDesk *desk;
  FettlePageAsk ask;
  FettleRecordList *list;
  GtkSingleSelection *selection;
  GPtrArray *records;
  GCancellable *asking;
  int asked;
  gboolean asking_more;
  gboolean complete;
  gint64 wanted;
};

enum
{
  PROP_0,
  PROP_PLACEHOLDER,
  PROP_EMPTY,
  N_PROPS
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FettlePagedList, fettle_paged_list, GTK_TYPE_BOX)

static void on_selected (FettlePagedList *self);

static void
select_wanted (FettlePagedList *self)
{
  guint position = GTK_INVALID_LIST_POSITION;

  if (self->wanted == 0 || !fettle_record_list_find (self->list, self->wanted, &position))
    position = GTK_INVALID_LIST_POSITION;
  g_signal_handlers_block_by_func (self->selection, on_selected, self);
  gtk_single_selection_set_selected (self->selection, position);
  g_signal_handlers_unblock_by_func (self->selection, on_selected, self);
}

static void
take_page (FettlePagedList *self, GPtrArray *page)
{
  if (!self->asking_more || self->records == NULL)
    {
      g_clear_pointer (&self->records, g_ptr_array_unref);
      self->records = g_ptr_array_new_with_free_func (g_object_unref);
    }
  for (guint i = 0; i < page->len; i++)
    g_ptr_array_add (self->records, g_object_ref (page->pdata[i]));
  self->complete = (int) page->len < self->asked;
  g_signal_handlers_block_by_func (self->selection, on_selected, self);
  fettle_record_list_update (self->list, self->records);
  g_signal_handlers_unblock_by_func (self->selection, on_selected, self);
  select_wanted (self);
  gtk_label_set_label (self->none, self->empty != NULL && *gtk_editable_get_text (self->search) == '\0'
                                       ? self->empty
                                       : _ ("Nothing found"));
  gtk_stack_set_visible_child_name (self->stack, self->records->len > 0 ? "rows" : "none");
}

static void
on_page (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettlePagedList) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) page = fettle_desk_finish (FETTLE_DESK (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->asking);
  if (page != NULL)
    take_page (self, page);
  else
    fettle_say_error (GTK_WIDGET (self), error);
}

static void
ask (FettlePagedList *self, gboolean more, int limit)
{
  const char *search = gtk_editable_get_text (self->search);
  gpointer last = more ? self->records->pdata[self->records->len - 1] : NULL;

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  self->asking = g_cancellable_new ();
  self->asking_more = more;
  self->asked = limit;
  self->ask (self->desk, *search != '\0' ? search : NULL, last, limit, self->asking, on_page, g_object_ref (self));
}

static void
on_scrolled (FettlePagedList *self)
{
  GtkAdjustment *place = gtk_scrolled_window_get_vadjustment (self->scroller);
  double left
      = gtk_adjustment_get_upper (place) - gtk_adjustment_get_value (place) - gtk_adjustment_get_page_size (place);

  /* A search brings its best at once and has no later pages. */
  if (self->ask == NULL || self->complete || self->asking != NULL || self->records == NULL || self->records->len == 0
      || *gtk_editable_get_text (self->search) != '\0' || left > gtk_adjustment_get_page_size (place)
      || gtk_adjustment_get_page_size (place) < 1)
    return;
  ask (self, TRUE, PAGE);
}

static void
on_search_changed (FettlePagedList *self)
{
  if (self->ask != NULL)
    ask (self, FALSE, PAGE);
}

static void
on_selected (FettlePagedList *self)
{
  gpointer record = fettle_paged_list_get_selected (self);

  if (record == NULL)
    return;
  g_object_get (record, "id", &self->wanted, NULL);
  g_signal_emit (self, signals[CHOSEN], 0, record);
}

static void
move_to (FettlePagedList *self, guint position)
{
  if (position >= g_list_model_get_n_items (G_LIST_MODEL (self->list)))
    return;
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
}

static void
on_search_activate (FettlePagedList *self)
{
  if (gtk_single_selection_get_selected (self->selection) == GTK_INVALID_LIST_POSITION)
    move_to (self, 0);
}

static gboolean
on_search_key (FettlePagedList *self, guint key, guint code, GdkModifierType state)
{
  guint selected = gtk_single_selection_get_selected (self->selection);

  if (key == GDK_KEY_Down)
    move_to (self, selected == GTK_INVALID_LIST_POSITION ? 0 : selected + 1);
  else if (key == GDK_KEY_Up && selected != GTK_INVALID_LIST_POSITION && selected > 0)
    move_to (self, selected - 1);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static gboolean
fettle_paged_list_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (FETTLE_PAGED_LIST (widget)->search));
}

static void
fettle_paged_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_object_get_property (G_OBJECT (FETTLE_PAGED_LIST (object)->search), "placeholder-text", value);
}

static void
fettle_paged_list_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FettlePagedList *self = FETTLE_PAGED_LIST (object);

  if (id == PROP_EMPTY)
    {
      g_free (self->empty);
      self->empty = g_value_dup_string (value);
      return;
    }
  g_object_set_property (G_OBJECT (self->search), "placeholder-text", value);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  g_value_get_string (value), -1);
}

static void
fettle_paged_list_dispose (GObject *object)
{
  FettlePagedList *self = FETTLE_PAGED_LIST (object);

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_object (&self->desk);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_pointer (&self->empty, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), FETTLE_TYPE_PAGED_LIST);
  G_OBJECT_CLASS (fettle_paged_list_parent_class)->dispose (object);
}

static void
fettle_paged_list_class_init (FettlePagedListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = fettle_paged_list_get_property;
  object_class->set_property = fettle_paged_list_set_property;
  object_class->dispose = fettle_paged_list_dispose;
  widget_class->grab_focus = fettle_paged_list_grab_focus;
  properties[PROP_PLACEHOLDER]
      = g_param_spec_string ("placeholder", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_EMPTY] = g_param_spec_string ("empty", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, FETTLE_TYPE_RECORD);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-paged-list.ui");
  gtk_widget_class_bind_template_child (widget_class, FettlePagedList, search);
  gtk_widget_class_bind_template_child (widget_class, FettlePagedList, scroller);
  gtk_widget_class_bind_template_child (widget_class, FettlePagedList, view);
  gtk_widget_class_bind_template_child (widget_class, FettlePagedList, stack);
  gtk_widget_class_bind_template_child (widget_class, FettlePagedList, none);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_search_key);
}

static void
fettle_paged_list_init (FettlePagedList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->list = fettle_record_list_new ();
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->list));
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_swapped (self->selection, "notify::selected", G_CALLBACK (on_selected), self);
  g_signal_connect_swapped (gtk_scrolled_window_get_vadjustment (self->scroller), "value-changed",
                            G_CALLBACK (on_scrolled), self);
  /* A tall screen may show the whole first page without anything to scroll. */
  g_signal_connect_swapped (gtk_scrolled_window_get_vadjustment (self->scroller), "changed", G_CALLBACK (on_scrolled),
                            self);
}

/**
 * fettle_paged_list_set_up:
 * @desk: asked for records
 * @factory: makes the rows
 * @ask_page: how a page is asked for
 */
void
fettle_paged_list_set_up (FettlePagedList *self, FettleDesk *desk, GtkListItemFactory *factory, FettlePageAsk ask_page)
{
  g_set_object (&self->desk, desk);
  self->ask = ask_page;
  gtk_list_view_set_factory (self->view, factory);
}

/**
 * fettle_paged_list_refresh:
 *
 * Fetches the rows that are there again.
 */
void
fettle_paged_list_refresh (FettlePagedList *self)
{
  if (self->ask != NULL)
    ask (self, FALSE, MAX (PAGE, self->records != NULL ? (int) self->records->len : 0));
}

/**
 * fettle_paged_list_select:
 * @id: of the record to mark, or 0; without the signal
 */
void
fettle_paged_list_select (FettlePagedList *self, gint64 id)
{
  self->wanted = id;
  select_wanted (self);
}

/**
 * fettle_paged_list_get_selected:
 *
 * Returns: (transfer none) (nullable): the record of the marked row
 */
gpointer
fettle_paged_list_get_selected (FettlePagedList *self)
{
  return fettle_record_list_get_record (self->list, gtk_single_selection_get_selected (self->selection));
}
