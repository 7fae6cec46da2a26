/* fettle-attention-page.c: Nothing Forgotten: everything that waits for somebody here.
 *
 * One list, what hurts first in front: everybody's or one's own, with or without what was put off. A row opens what it
 * is about; its menu does what ends it. Loads when it comes onto the screen, when anybody changes anything, and as the
 * minutes pass. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-attention-page.h"

#include <glib/gi18n.h>

#include "fettle-attention-row.h"
#include "fettle-clock.h"
#include "fettle-desk-attention.h"
#include "fettle-expect-dialog.h"
#include "fettle-minute.h"
#include "fettle-page-keys.h"
#include "fettle-print.h"
#include "fettle-promise-dialog.h"
#include "fettle-record-list.h"
#include "fettle-say.h"
#include "fettle-settings.h"
#include "fettle-snooze-dialog.h"
#include "fettle-tell-dialog.h"

struct _FettleAttentionPage
{
  AdwBin parent_instance;

  /* Of the template. */
  GtkToggleButton *all_button;
  GtkToggleButton *mine_button;
  GtkToggleButton *snoozed_button;
  GtkLabel *count;
  GtkStack *stack;
  AdwStatusPage *empty;
  GtkListView *view;

  FettleDesk *desk;
  /* All that waits, as last loaded, and of it what is shown. */
  FettleAttentionList *all;
  FettleRecordList *list;

  /* Loading. */
  GCancellable *cancellable;
  gboolean is_loading;
  gboolean is_stale;
};

G_DEFINE_FINAL_TYPE (FettleAttentionPage, fettle_attention_page, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_DESK,
};

static void load_items (FettleAttentionPage *self);

static void
show_row (FettleAttentionPage *self, GtkListItem *row)
{
  FettleRecordItem *item = gtk_list_item_get_item (row);
  FettleCalendar *calendar = fettle_desk_get_calendar (self->desk);

  if (calendar != NULL)
    fettle_attention_row_set (FETTLE_ATTENTION_ROW (gtk_list_item_get_child (row)),
                              fettle_record_item_get_record (item), self->all->made_at, calendar);
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *row, FettleAttentionPage *self)
{
  gtk_list_item_set_child (row, fettle_attention_row_new ());
}

static void
on_record (FettleRecordItem *item, GParamSpec *pspec, GtkListItem *row)
{
  GtkWidget *page = gtk_widget_get_ancestor (gtk_list_item_get_child (row), FETTLE_TYPE_ATTENTION_PAGE);

  if (page != NULL)
    show_row (FETTLE_ATTENTION_PAGE (page), row);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *row, FettleAttentionPage *self)
{
  show_row (self, row);
  g_signal_connect (gtk_list_item_get_item (row), "notify::record", G_CALLBACK (on_record), row);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *row, FettleAttentionPage *self)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (row), on_record, row);
}

/* One's own is what one has today, and what nobody has: somebody must. */
static gboolean
is_mine (FettleAttention *item, gint64 person)
{
  return item->acting_id == person || item->acting_id == 0;
}

static gboolean
is_only_mine (FettleAttentionPage *self)
{
  return gtk_toggle_button_get_active (self->mine_button) && fettle_desk_get_person_id (self->desk) != 0;
}

static GPtrArray *
pick_items (FettleAttentionPage *self, gboolean with_snoozed)
{
  GPtrArray *picked = g_ptr_array_new ();
  gint64 person = fettle_desk_get_person_id (self->desk);
  gboolean only_mine = is_only_mine (self);

  for (guint i = 0; i < self->all->items->len; i++)
    {
      FettleAttention *item = self->all->items->pdata[i];

      if ((with_snoozed || item->snoozed_until == 0) && (!only_mine || is_mine (item, person)))
        g_ptr_array_add (picked, item);
    }
  return picked;
}

static char *
make_count (FettleAttentionPage *self, guint n)
{
  if (n == 0)
    return g_strdup ("");
  /* A list that is cut holds the worst of each kind. */
  return self->all->is_cut ? g_strdup_printf (_ ("more than %u"), n)
                           : g_strdup_printf (ngettext ("%u thing", "%u things", n), n);
}

/* What there is besides an empty list. */
static char *
describe_empty (FettleAttentionPage *self)
{
  int n_others = (int) self->all->items->len - self->all->n_snoozed;

  if (n_others > 0)
    return g_strdup_printf (ngettext ("You have nothing left to do. %d thing waits for others.",
                                      "You have nothing left to do. %d things wait for others.", (gulong) n_others),
                            n_others);
  if (self->all->n_snoozed > 0)
    return g_strdup_printf (
        ngettext ("Every promise is in time, and everybody has had their answer. %d thing was put off.",
                  "Every promise is in time, and everybody has had their answer. %d things were put off.",
                  (gulong) self->all->n_snoozed),
        self->all->n_snoozed);
  return g_strdup (_ ("Every promise is in time, and everybody has had their answer. Well done."));
}

static void
show_items (FettleAttentionPage *self)
{
  g_autoptr (GPtrArray) picked = NULL;
  g_autofree char *count = NULL;
  g_autofree char *description = NULL;
  g_autofree char *snoozed = NULL;

  if (self->all == NULL)
    return;
  picked = pick_items (self, gtk_toggle_button_get_active (self->snoozed_button));
  count = make_count (self, picked->len);
  description = describe_empty (self);
  snoozed = g_strdup_printf ("%s (%d)", _ ("Put Off"), self->all->n_snoozed);
  gtk_button_set_label (GTK_BUTTON (self->snoozed_button), self->all->n_snoozed > 0 ? snoozed : _ ("Put Off"));
  gtk_label_set_label (self->count, count);
  adw_status_page_set_description (self->empty, description);
  fettle_record_list_update (self->list, picked);
  gtk_stack_set_visible_child_name (self->stack, picked->len > 0 ? "items" : "empty");
}

/* The words of a row change with the minutes, although what it is about stays the same. */
static void
refresh_rows (FettleAttentionPage *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->view)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *shown = gtk_widget_get_first_child (row);
      FettleAttention *item
          = FETTLE_IS_ATTENTION_ROW (shown) ? fettle_attention_row_get_item (FETTLE_ATTENTION_ROW (shown)) : NULL;

      if (item != NULL)
        fettle_attention_row_set (FETTLE_ATTENTION_ROW (shown), item, self->all->made_at,
                                  fettle_desk_get_calendar (self->desk));
    }
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettleAttentionPage) self = data;
  g_autoptr (GError) error = NULL;
  FettleAttentionList *all = fettle_desk_finish (FETTLE_DESK (source), result, &error);

  self->is_loading = FALSE;
  if (self->cancellable == NULL)
    {
      g_clear_object (&all);
      return;
    }
  if (all != NULL)
    {
      g_clear_object (&self->all);
      self->all = all;
      show_items (self);
      refresh_rows (self);
    }
  else
    fettle_say_error (GTK_WIDGET (self), error);
  if (self->is_stale)
    load_items (self);
}

static void
load_items (FettleAttentionPage *self)
{
  self->is_stale = TRUE;
  if (self->is_loading || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->is_stale = FALSE;
  self->is_loading = TRUE;
  fettle_desk_list_attention_async (self->desk, TRUE, fettle_settings_get_int ("notice-lead", 120), self->cancellable,
                                    on_loaded, g_object_ref (self));
}

static void
on_minute (GtkWidget *widget)
{
  load_items (FETTLE_ATTENTION_PAGE (widget));
}

static void
on_desk_changed (FettleAttentionPage *self)
{
  load_items (self);
}

static void
on_person (FettleAttentionPage *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->mine_button), fettle_desk_get_person_id (self->desk) != 0);
  show_items (self);
}

static void
on_filter (FettleAttentionPage *self, GtkToggleButton *button)
{
  show_items (self);
}

static FettleAttention *
find_item (FettleAttentionPage *self, const char *key)
{
  for (guint i = 0; self->all != NULL && i < self->all->items->len; i++)
    {
      FettleAttention *item = self->all->items->pdata[i];

      if (g_strcmp0 (item->key, key) == 0)
        return item;
    }
  return NULL;
}

static void
open_item (FettleAttentionPage *self, FettleAttention *item)
{
  if (item->job_id != 0)
    fettle_ask_window (GTK_WIDGET (self), "win.open-job", g_variant_new_int64 (item->job_id));
  else if (item->customer_id != 0)
    fettle_ask_window (GTK_WIDGET (self), "win.open-customer", g_variant_new_int64 (item->customer_id));
  else if (item->kind == FETTLE_ATTENTION_GREETING)
    fettle_ask_window (GTK_WIDGET (self), "win.show-place", g_variant_new_string ("queue"));
}

static void
on_activate (GtkListView *view, guint position, FettleAttentionPage *self)
{
  open_item (self, fettle_record_list_get_record (self->list, position));
}

static void
open_action (GtkWidget *widget, const char *action, GVariant *key)
{
  FettleAttentionPage *self = FETTLE_ATTENTION_PAGE (widget);
  FettleAttention *item = find_item (self, g_variant_get_string (key, NULL));

  if (item != NULL)
    open_item (self, item);
}

static void
snooze_action (GtkWidget *widget, const char *action, GVariant *key)
{
  FettleAttentionPage *self = FETTLE_ATTENTION_PAGE (widget);
  FettleAttention *item = find_item (self, g_variant_get_string (key, NULL));

  if (item != NULL)
    fettle_snooze_dialog_new (widget, self->desk, item);
}

static void
expect_action (GtkWidget *widget, const char *action, GVariant *key)
{
  FettleAttentionPage *self = FETTLE_ATTENTION_PAGE (widget);
  FettleAttention *item = find_item (self, g_variant_get_string (key, NULL));

  if (item != NULL)
    fettle_expect_dialog_new (widget, self->desk, item->job_id, item->due);
}

/* In good words, by any of the ways of the house, written down as a contact: that is what ends it. */
static void
on_tell (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettleAttentionPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleJob) job = fettle_desk_finish (FETTLE_DESK (source), result, &error);

  if (self->desk == NULL)
    return;
  if (job != NULL)
    fettle_tell_dialog_present (GTK_WIDGET (self), self->desk, job, NULL, NULL);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    fettle_say_error (GTK_WIDGET (self), error);
}

static void
tell_action (GtkWidget *widget, const char *action, GVariant *key)
{
  FettleAttentionPage *self = FETTLE_ATTENTION_PAGE (widget);
  FettleAttention *item = find_item (self, g_variant_get_string (key, NULL));

  if (item != NULL && item->job_id != 0)
    fettle_desk_load_job_async (self->desk, item->job_id, self->cancellable, on_tell, g_object_ref (self));
}

static void
on_print (FettleAttentionPage *self)
{
  g_autoptr (FettleDayPaper) page = fettle_attention_page_make_paper (self);

  if (page != NULL)
    fettle_print_about (GTK_WIDGET (self), self->desk, "day", page->day, page, TRUE);
}

static void
fettle_attention_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_DESK)
    FETTLE_ATTENTION_PAGE (object)->desk = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
fettle_attention_page_constructed (GObject *object)
{
  FettleAttentionPage *self = FETTLE_ATTENTION_PAGE (object);

  G_OBJECT_CLASS (fettle_attention_page_parent_class)->constructed (object);
  self->cancellable = g_cancellable_new ();
  fettle_promise_dialog_install_actions (GTK_WIDGET (self), self->desk);
  fettle_minute_watch (GTK_WIDGET (self), on_minute);
  on_person (self);
  g_signal_connect_object (self->desk, "changed", G_CALLBACK (on_desk_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "notify::shop", G_CALLBACK (on_desk_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "notify::person", G_CALLBACK (on_person), self, G_CONNECT_SWAPPED);
}

static void
fettle_attention_page_dispose (GObject *object)
{
  FettleAttentionPage *self = FETTLE_ATTENTION_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->desk);
  g_clear_object (&self->all);
  g_clear_object (&self->list);
  G_OBJECT_CLASS (fettle_attention_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, FettleAttentionPage, all_button);
  gtk_widget_class_bind_template_child (widget_class, FettleAttentionPage, mine_button);
  gtk_widget_class_bind_template_child (widget_class, FettleAttentionPage, snoozed_button);
  gtk_widget_class_bind_template_child (widget_class, FettleAttentionPage, count);
  gtk_widget_class_bind_template_child (widget_class, FettleAttentionPage, stack);
  gtk_widget_class_bind_template_child (widget_class, FettleAttentionPage, empty);
  gtk_widget_class_bind_template_child (widget_class, FettleAttentionPage, view);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_unbind);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_filter);
  gtk_widget_class_bind_template_callback (widget_class, on_print);
}

static void
fettle_attention_page_class_init (FettleAttentionPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = fettle_attention_page_set_property;
  object_class->constructed = fettle_attention_page_constructed;
  object_class->dispose = fettle_attention_page_dispose;
  g_object_class_install_property (object_class, PROP_DESK,
                                   g_param_spec_object ("desk", NULL, NULL, FETTLE_TYPE_DESK,
                                                        G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY
                                                            | G_PARAM_STATIC_STRINGS));
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-attention-page.ui");
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "attention.open", "s", open_action);
  gtk_widget_class_install_action (widget_class, "attention.snooze", "s", snooze_action);
  gtk_widget_class_install_action (widget_class, "attention.expect", "s", expect_action);
  gtk_widget_class_install_action (widget_class, "attention.tell", "s", tell_action);
}

static void
fettle_attention_page_init (FettleAttentionPage *self)
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

GtkWidget *
fettle_attention_page_new (FettleDesk *desk)
{
  return g_object_new (FETTLE_TYPE_ATTENTION_PAGE, "desk", desk, NULL);
}

/**
 * fettle_attention_page_get_model:
 *
 * Returns: (transfer none): of FettleRecordItem, as shown
 */
GListModel *
fettle_attention_page_get_model (FettleAttentionPage *self)
{
  return G_LIST_MODEL (self->list);
}

/**
 * fettle_attention_page_make_paper:
 *
 * What stands in the list, everybody's or one's own, without what was put off.
 *
 * Returns: (transfer full) (nullable): the day's page; %NULL before the list is loaded
 */
FettleDayPaper *
fettle_attention_page_make_paper (FettleAttentionPage *self)
{
  FettleShop *shop = fettle_desk_get_shop (self->desk);
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GPtrArray) with_snoozed = NULL;
  FettleDayPaper *page;

  if (self->all == NULL || shop == NULL)
    return NULL;
  items = pick_items (self, FALSE);
  with_snoozed = pick_items (self, TRUE);
  page = fettle_day_paper_make (items, (int) (with_snoozed->len - items->len),
                                fettle_language_get (shop->service_point->language), self->all->made_at,
                                fettle_desk_get_calendar (self->desk));
  if (is_only_mine (self))
    page->whose = g_strdup (fettle_desk_get_person (self->desk));
  return page;
}
