/* fettle-counter-results.c: what the counter's search box found.
 *
 * Each key asks anew and cancels the question before it. A page of rows comes at a time, the next when the end is near:
 * the newest fifty jobs of a common word are what is looked at, and the rest costs nothing until then. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-counter-results.h"

#include <glib/gi18n.h>

#include "fettle-job-row.h"
#include "fettle-record-list.h"
#include "fettle-say.h"

#define FIRST_PAGE 50
#define NEXT_PAGE  200

struct _FettleCounterResults
{
  GtkBox parent_instance;

  GtkStack *stack;
  GtkListView *view;
  GtkScrolledWindow *scroller;
  GtkLabel *none;

  FettleDesk *desk;
  FettleRecordList *list;
  GtkSingleSelection *selection;
  GPtrArray *jobs;
  GCancellable *asking;
  char *text;
  gboolean asking_more;
  gboolean complete;
  gboolean open_when_found;
};

G_DEFINE_FINAL_TYPE (FettleCounterResults, fettle_counter_results, GTK_TYPE_BOX)

static void
show_state (FettleCounterResults *self)
{
  g_autofree char *none = g_strdup_printf (_ ("Nothing was found for “%s”."), self->text);

  gtk_label_set_text (self->none, none);
  gtk_stack_set_visible_child_name (self->stack, self->jobs->len > 0 ? "found" : "none");
}

static void
take_found (FettleCounterResults *self, GPtrArray *found, int limit)
{
  if (!self->asking_more)
    {
      g_clear_pointer (&self->jobs, g_ptr_array_unref);
      self->jobs = g_ptr_array_new_with_free_func (g_object_unref);
    }
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (self->jobs, g_object_ref (found->pdata[i]));
  self->complete = (int) found->len < limit;
  fettle_record_list_update (self->list, self->jobs);
  if (!self->asking_more)
    gtk_single_selection_set_selected (self->selection, 0);
  show_state (self);
}

static void
open_at (FettleCounterResults *self, guint position)
{
  FettleJobSummary *job = fettle_record_list_get_record (self->list, position);

  if (job != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-job", "x", job->id);
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FettleCounterResults) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = fettle_desk_finish (FETTLE_DESK (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->asking);
  if (found != NULL)
    take_found (self, found, self->asking_more ? NEXT_PAGE : FIRST_PAGE);
  else
    fettle_say_error (GTK_WIDGET (self), error);
  self->asking_more = FALSE;
  if (self->open_when_found && found != NULL)
    open_at (self, 0);
  self->open_when_found = FALSE;
}

static void
ask (FettleCounterResults *self, gint64 before_id, int limit)
{
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  self->asking = g_cancellable_new ();
  fettle_desk_search_async (self->desk, self->text, before_id, limit, self->asking, on_found, g_object_ref (self));
}

static void
on_scrolled (FettleCounterResults *self)
{
  GtkAdjustment *place = gtk_scrolled_window_get_vadjustment (self->scroller);
  double left
      = gtk_adjustment_get_upper (place) - gtk_adjustment_get_value (place) - gtk_adjustment_get_page_size (place);

  if (self->complete || self->asking != NULL || self->jobs == NULL || self->jobs->len == 0
      || left > gtk_adjustment_get_page_size (place) || gtk_adjustment_get_page_size (place) < 1)
    return;
  self->asking_more = TRUE;
  ask (self, ((FettleJobSummary *) self->jobs->pdata[self->jobs->len - 1])->id, NEXT_PAGE);
}

static void
on_row_activated (FettleCounterResults *self, guint position)
{
  open_at (self, position);
}

static void
fettle_counter_results_dispose (GObject *object)
{
  FettleCounterResults *self = FETTLE_COUNTER_RESULTS (object);

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_object (&self->desk);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  g_clear_pointer (&self->jobs, g_ptr_array_unref);
  g_clear_pointer (&self->text, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), FETTLE_TYPE_COUNTER_RESULTS);
  G_OBJECT_CLASS (fettle_counter_results_parent_class)->dispose (object);
}

static void
fettle_counter_results_class_init (FettleCounterResultsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fettle_counter_results_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-counter-results.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleCounterResults, stack);
  gtk_widget_class_bind_template_child (widget_class, FettleCounterResults, view);
  gtk_widget_class_bind_template_child (widget_class, FettleCounterResults, scroller);
  gtk_widget_class_bind_template_child (widget_class, FettleCounterResults, none);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
fettle_counter_results_init (FettleCounterResults *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->list = fettle_record_list_new ();
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->list)));
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_swapped (gtk_scrolled_window_get_vadjustment (self->scroller), "value-changed",
                            G_CALLBACK (on_scrolled), self);
  /* A tall screen may show the whole first page without anything to scroll. */
  g_signal_connect_swapped (gtk_scrolled_window_get_vadjustment (self->scroller), "changed", G_CALLBACK (on_scrolled),
                            self);
}

/**
 * fettle_counter_results_set_desk:
 * @desk: asked for jobs
 */
void
fettle_counter_results_set_desk (FettleCounterResults *self, FettleDesk *desk)
{
  g_autoptr (GtkListItemFactory) factory = fettle_job_row_factory_new (FETTLE_JOB_ROW_FOUND, desk);

  g_set_object (&self->desk, desk);
  gtk_list_view_set_factory (self->view, factory);
}

/**
 * fettle_counter_results_ask:
 * @text: what was typed so far
 */
void
fettle_counter_results_ask (FettleCounterResults *self, const char *text)
{
  g_free (self->text);
  self->text = g_strdup (text);
  self->asking_more = FALSE;
  self->open_when_found = FALSE;
  ask (self, 0, FIRST_PAGE);
}

/**
 * fettle_counter_results_refresh:
 *
 * Asks the same again, because something changed. Whoever has scrolled to later pages is left alone.
 */
void
fettle_counter_results_refresh (FettleCounterResults *self)
{
  if (self->text != NULL && !self->asking_more && (self->jobs == NULL || self->jobs->len <= FIRST_PAGE))
    {
      g_autofree char *text = g_strdup (self->text);

      fettle_counter_results_ask (self, text);
    }
}

/**
 * fettle_counter_results_move:
 * @by: rows down, or up where negative
 *
 * Moves the selection while the focus stays in the search box.
 */
void
fettle_counter_results_move (FettleCounterResults *self, int by)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  guint selected = gtk_single_selection_get_selected (self->selection);
  gint64 wanted = selected == GTK_INVALID_LIST_POSITION ? 0 : (gint64) selected + by;

  if (n == 0)
    return;
  wanted = CLAMP (wanted, 0, (gint64) n - 1);
  gtk_single_selection_set_selected (self->selection, wanted);
  gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", (guint) wanted);
}

/**
 * fettle_counter_results_open:
 *
 * Opens the selected job. Where the answer is still on its way, the first that it brings: whoever presses Return at
 * once means what they typed, not the row that is selected for the question before.
 */
void
fettle_counter_results_open (FettleCounterResults *self)
{
  if (self->asking != NULL && !self->asking_more)
    self->open_when_found = TRUE;
  else
    open_at (self, gtk_single_selection_get_selected (self->selection));
}

/**
 * fettle_counter_results_is_chosen:
 *
 * Returns: whether somebody went from the first row to another
 */
gboolean
fettle_counter_results_is_chosen (FettleCounterResults *self)
{
  guint selected = gtk_single_selection_get_selected (self->selection);

  return selected != GTK_INVALID_LIST_POSITION && selected != 0;
}

/**
 * fettle_counter_results_count:
 *
 * Returns: how many rows are there so far
 */
guint
fettle_counter_results_count (FettleCounterResults *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->list));
}
