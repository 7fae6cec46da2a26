/* fettle-job-costs.c: what it cost the customer of a job to come.
 *
 * One line each, with their sum where there are several; one noted by mistake is taken back, and the timeline keeps
 * both. Belongs to the job's page; main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-job-costs.h"

#include <glib/gi18n.h>

#include "fettle-cost-dialog.h"
#include "fettle-desk-customers.h"
#include "fettle-say.h"

struct _FettleJobCosts
{
  GtkBox parent_instance;

  /* Of the template. */
  GtkListBox *list;
  GtkLabel *sum;

  FettleDesk *desk;
  gint64 job_id;
};

G_DEFINE_FINAL_TYPE (FettleJobCosts, fettle_job_costs, GTK_TYPE_BOX)

static void
on_taken_back (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettleJobCosts) self = data;
  g_autoptr (GError) error = NULL;

  if (!fettle_desk_finish_done (FETTLE_DESK (source), result, &error) && self->desk != NULL)
    fettle_say_error (GTK_WIDGET (self), error);
}

static void
on_take_back (FettleJobCosts *self, GtkWidget *button)
{
  gint64 *id = g_object_get_data (G_OBJECT (button), "cost");

  gtk_widget_set_sensitive (button, FALSE);
  fettle_desk_take_back_cost_async (self->desk, *id, NULL, on_taken_back, g_object_ref (self));
}

static void
on_add (FettleJobCosts *self)
{
  if (self->desk != NULL)
    fettle_cost_dialog_present (GTK_WIDGET (self), self->desk, self->job_id);
}

static GtkWidget *
make_take_back (FettleJobCosts *self, FettleCost *cost, const char *text)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-undo-symbolic");
  g_autofree char *label = g_strdup_printf (_ ("Take Back: %s"), text);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("It Did Not Cost That"));
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (button), "cost", g_memdup2 (&cost->id, sizeof cost->id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_take_back), self, G_CONNECT_SWAPPED);
  return button;
}

static void
add_row (FettleJobCosts *self, FettleCost *cost)
{
  GtkWidget *row = adw_action_row_new ();
  GTimeZone *zone = fettle_desk_get_zone (self->desk);
  g_autofree char *text = fettle_cost_text (cost, NULL);
  g_autofree char *day = fettle_language_format_date (NULL, cost->at, zone);
  g_autofree char *about = cost->note != NULL ? g_strdup_printf ("%s · %s", day, cost->note) : g_strdup (day);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), about);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_take_back (self, cost, text));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_append (self->list, row);
}

static void
show_sum (FettleJobCosts *self, GPtrArray *costs, guint n)
{
  g_autofree char *sum = n > 1 ? fettle_costs_sum_text (costs, NULL) : NULL;
  /* Translators: all that coming here cost one customer: "Together: way €24.00, 2 hours". */
  g_autofree char *text = sum != NULL ? g_strdup_printf (_ ("Together: %s"), sum) : NULL;

  gtk_label_set_label (self->sum, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->sum), text != NULL);
}

static void
fettle_job_costs_dispose (GObject *object)
{
  g_clear_object (&FETTLE_JOB_COSTS (object)->desk);
  G_OBJECT_CLASS (fettle_job_costs_parent_class)->dispose (object);
}

static void
fettle_job_costs_class_init (FettleJobCostsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fettle_job_costs_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-job-costs.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleJobCosts, list);
  gtk_widget_class_bind_template_child (widget_class, FettleJobCosts, sum);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
}

static void
fettle_job_costs_init (FettleJobCosts *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * fettle_job_costs_set:
 * @job: as just loaded
 */
void
fettle_job_costs_set (FettleJobCosts *self, FettleJob *job, FettleDesk *desk)
{
  GtkListBoxRow *row;
  guint n = 0;

  g_set_object (&self->desk, desk);
  self->job_id = job->summary->id;
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < job->costs->len; i++)
    if (((FettleCost *) job->costs->pdata[i])->taken_back_at == 0)
      {
        add_row (self, job->costs->pdata[i]);
        n++;
      }
  gtk_widget_set_visible (GTK_WIDGET (self->list), n > 0);
  show_sum (self, job->costs, n);
}
