/* fettle-behind-window.c: the jobs behind a figure.
 *
 * A list, those that were counted first; Return opens a job and closes the window. Of very many the first are shown,
 * and it is said how many there are. Owned by itself until it is closed; main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-behind-window.h"

#include <glib/gi18n.h>

#include "fettle-measures-text.h"
#include "fettle-say.h"
#include "fettle-sentence.h"

#define MOST_JOBS 1000
#define N_CELLS   5

struct _FettleBehindWindow
{
  AdwWindow parent_instance;

  /* Of the template. */
  AdwWindowTitle *heading;
  GtkLabel *rule;
  GtkStack *stack;
  AdwStatusPage *failure;
  GtkListView *list;
  GtkLabel *more;

  GtkWidget *from;
  FettleDesk *desk;
  FettleMeasure measure;
  FettleCustomerGroup *group;
  GListStore *jobs;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (FettleBehindWindow, fettle_behind_window, ADW_TYPE_WINDOW)

/* Number, device, customer, when, and what it has to do with the figure. */
static const int cell_chars[N_CELLS] = { 11, 20, 18, 22, 20 };

static void
on_setup (FettleBehindWindow *self, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  for (guint i = 0; i < N_CELLS; i++)
    {
      GtkWidget *cell = gtk_inscription_new (NULL);

      gtk_inscription_set_min_chars (GTK_INSCRIPTION (cell), i == 0 ? 11 : 6);
      gtk_inscription_set_nat_chars (GTK_INSCRIPTION (cell), cell_chars[i]);
      gtk_inscription_set_text_overflow (GTK_INSCRIPTION (cell), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
      gtk_widget_set_hexpand (cell, i == 1 || i == 4);
      if (i == 0)
        gtk_widget_add_css_class (cell, "numeric");
      gtk_box_append (GTK_BOX (box), cell);
    }
  gtk_widget_add_css_class (box, "fettle-behind");
  gtk_list_item_set_child (item, box);
}

static void
on_bind (FettleBehindWindow *self, GtkListItem *item)
{
  FettleBehindJob *job = gtk_list_item_get_item (item);
  GTimeZone *zone = fettle_desk_get_zone (self->desk);
  g_autofree char *at = fettle_language_format_date_time (NULL, job->at, zone);
  g_autofree char *what
      = job->what != NULL ? g_strdup (job->what) : fettle_behind_text (self->measure, job->weight, job->value, NULL);
  const char *texts[N_CELLS] = { job->number, job->title, job->customer_name, at, what };
  GtkWidget *cell = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  g_autofree char *label = NULL;

  for (guint i = 0; i < N_CELLS; i++, cell = gtk_widget_get_next_sibling (cell))
    gtk_inscription_set_text (GTK_INSCRIPTION (cell), texts[i] != NULL ? texts[i] : "");
  if (job->weight != 0)
    gtk_widget_add_css_class (gtk_list_item_get_child (item), "counted");
  else
    gtk_widget_remove_css_class (gtk_list_item_get_child (item), "counted");
  label = g_strdup_printf ("%s, %s, %s, %s, %s", job->number != NULL ? job->number : "",
                           job->title != NULL ? job->title : "", job->customer_name != NULL ? job->customer_name : "",
                           at, what);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_list_item_get_child (item)), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

static void
on_activate (FettleBehindWindow *self, guint position)
{
  g_autoptr (FettleBehindJob) job = g_list_model_get_item (G_LIST_MODEL (self->jobs), position);

  if (job == NULL || job->job_id == 0)
    return;
  if (self->from != NULL)
    gtk_widget_activate_action (self->from, "win.open-job", "x", job->job_id);
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettleBehindWindow) self = data;
  g_autoptr (GError) error = NULL;
  guint n_all = 0;
  g_autoptr (GPtrArray) jobs = self->group != NULL ? fettle_customer_figures_load_behind_finish (result, &n_all, &error)
                                                   : fettle_measures_load_behind_finish (result, &n_all, &error);

  if (self->cancellable == NULL)
    return;
  if (jobs == NULL)
    {
      g_autofree char *sentence = fettle_sentence (error);

      adw_status_page_set_description (self->failure, sentence);
      gtk_stack_set_visible_child_name (self->stack, "failure");
      return;
    }
  g_list_store_splice (self->jobs, 0, 0, jobs->pdata, jobs->len);
  gtk_stack_set_visible_child_name (self->stack, jobs->len > 0 ? "jobs" : "none");
  gtk_widget_set_visible (GTK_WIDGET (self->more), n_all > jobs->len);
  if (n_all > jobs->len)
    {
      g_autofree char *text = g_strdup_printf (_ ("The first %u of %u."), jobs->len, n_all);

      gtk_label_set_label (self->more, text);
    }
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
fettle_behind_window_dispose (GObject *object)
{
  FettleBehindWindow *self = FETTLE_BEHIND_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_weak_pointer (&self->from);
  g_clear_object (&self->jobs);
  g_clear_object (&self->group);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (fettle_behind_window_parent_class)->dispose (object);
}

static void
fettle_behind_window_class_init (FettleBehindWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fettle_behind_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-behind-window.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleBehindWindow, heading);
  gtk_widget_class_bind_template_child (widget_class, FettleBehindWindow, rule);
  gtk_widget_class_bind_template_child (widget_class, FettleBehindWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, FettleBehindWindow, failure);
  gtk_widget_class_bind_template_child (widget_class, FettleBehindWindow, list);
  gtk_widget_class_bind_template_child (widget_class, FettleBehindWindow, more);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
fettle_behind_window_init (FettleBehindWindow *self)
{
  GtkSelectionModel *selection;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  self->jobs = g_list_store_new (FETTLE_TYPE_BEHIND_JOB);
  selection = GTK_SELECTION_MODEL (gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->jobs))));
  gtk_list_view_set_model (self->list, selection);
  g_object_unref (selection);
}

static void
load (FettleBehindWindow *self, FettlePeriod period)
{
  const char *path = fettle_store_get_path (fettle_desk_get_store (self->desk));

  if (self->group != NULL)
    fettle_customer_figures_load_behind_async (path, period, self->group, MOST_JOBS, self->cancellable, on_loaded,
                                               g_object_ref (self));
  else
    fettle_measures_load_behind_async (path, period, self->measure, MOST_JOBS, self->cancellable, on_loaded,
                                       g_object_ref (self));
}

static FettleBehindWindow *
make (GtkWidget *from, FettleDesk *desk, const char *title, const char *figure, FettlePeriod period, const char *rule)
{
  FettleBehindWindow *self = g_object_new (FETTLE_TYPE_BEHIND_WINDOW, NULL);
  GtkRoot *root = gtk_widget_get_root (from);
  g_autofree char *days = fettle_period_text (period, NULL);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", figure, days);

  g_set_weak_pointer (&self->from, from);
  self->desk = g_object_ref (desk);
  adw_window_title_set_title (self->heading, title);
  adw_window_title_set_subtitle (self->heading, subtitle);
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_label_set_label (self->rule, rule);
  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL);
  return self;
}

/**
 * fettle_behind_window_present:
 * @from: the place whose window opens a job
 *
 * Shows the jobs that a figure was added up from.
 *
 * Returns: (transfer none): the window
 */
GtkWidget *
fettle_behind_window_present (GtkWidget *from, FettleDesk *desk, FettlePeriod period, FettleFigure *figure)
{
  g_autofree char *value = fettle_figure_value_text (figure, NULL);
  g_autofree char *n = fettle_figure_n_text (figure, NULL);
  g_autofree char *text = g_strdup_printf ("%s · %s", value, n);
  FettleBehindWindow *self = make (from, desk, fettle_measure_name (figure->measure, NULL), text, period,
                                   fettle_measure_rule (figure->measure, NULL));

  self->measure = figure->measure;
  load (self, period);
  gtk_window_present (GTK_WINDOW (self));
  return GTK_WIDGET (self);
}

/**
 * fettle_behind_window_present_group:
 * @from: the place whose window opens a job
 * @title: what the line of the table is called
 *
 * Shows the jobs of a line of the table of customers.
 *
 * Returns: (transfer none): the window
 */
GtkWidget *
fettle_behind_window_present_group (GtkWidget *from,
                                    FettleDesk *desk,
                                    FettlePeriod period,
                                    FettleCustomerGroup *group,
                                    const char *title)
{
  g_autofree char *count = fettle_customer_group_count_text (group, NULL);
  FettleBehindWindow *self
      = make (from, desk, title, count, period, _ ("Those who told what it cost them to come stand first."));

  self->group = g_object_ref (group);
  load (self, period);
  gtk_window_present (GTK_WINDOW (self));
  return GTK_WIDGET (self);
}
