/* fettle-insight-customers.c: who came in the days, how they heard of the shop, and what it cost them.
 *
 * A line for everybody, one for each segment and one for each way to hear of the shop; each opens its jobs. Read on a
 * thread of its own; those of the days before stay on the screen meanwhile. Belongs to the insight page; main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-insight-customers.h"

#include <glib/gi18n.h>

#include "fettle-behind-window.h"
#include "fettle-columns-layout.h"
#include "fettle-customer-figures-store.h"
#include "fettle-say.h"

struct _FettleInsightCustomers
{
  GtkBox parent_instance;

  /* Of the template. */
  GtkListBox *all;
  GtkListBox *segments;
  GtkListBox *referrals;

  FettleDesk *desk;
  FettleCustomerFigures *figures;
  GCancellable *loading;
};

G_DEFINE_FINAL_TYPE (FettleInsightCustomers, fettle_insight_customers, GTK_TYPE_BOX)

static const char *
name_of (FettleCustomerGroup *group)
{
  if (group->list == NULL)
    return _ ("Everybody");
  return group->id != NULL ? group->name : C_ ("word for a customer", "Not known");
}

static void
clear (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static void
add_row (FettleInsightCustomers *self, GtkListBox *list, FettleCustomerGroup *group)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *count = fettle_customer_group_count_text (group, NULL);
  g_autofree char *cost = fettle_customer_group_cost_text (group, self->figures->currency, NULL);
  g_autofree char *about = g_strdup_printf ("%s\n%s", count, cost);
  g_autofree char *label = g_strdup_printf ("%s: %s, %s", name_of (group), count, cost);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name_of (group));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), about);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (row), "group", g_object_ref (group), g_object_unref);
  gtk_list_box_append (list, row);
}

static void
show_groups (FettleInsightCustomers *self, GtkListBox *list, GPtrArray *groups)
{
  clear (list);
  for (guint i = 0; i < groups->len; i++)
    add_row (self, list, groups->pdata[i]);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettleInsightCustomers) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleCustomerFigures) figures = fettle_customer_figures_load_finish (result, &error);

  /* Other days were chosen meanwhile. */
  if (self->loading == NULL || self->loading != g_task_get_cancellable (G_TASK (result)))
    return;
  g_clear_object (&self->loading);
  if (figures == NULL)
    {
      fettle_say_error (GTK_WIDGET (self), error);
      return;
    }
  g_set_object (&self->figures, figures);
  clear (self->all);
  add_row (self, self->all, figures->all);
  show_groups (self, self->segments, figures->segments);
  show_groups (self, self->referrals, figures->referrals);
  gtk_widget_set_visible (GTK_WIDGET (self), figures->all->n_jobs > 0);
}

static void
on_row (FettleInsightCustomers *self, GtkListBoxRow *row)
{
  FettleCustomerGroup *group = g_object_get_data (G_OBJECT (row), "group");
  FettlePeriod period = { self->figures->from, self->figures->to };

  fettle_behind_window_present_group (GTK_WIDGET (self), self->desk, period, group, name_of (group));
}

static void
fettle_insight_customers_dispose (GObject *object)
{
  FettleInsightCustomers *self = FETTLE_INSIGHT_CUSTOMERS (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->figures);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (fettle_insight_customers_parent_class)->dispose (object);
}

static void
fettle_insight_customers_class_init (FettleInsightCustomersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fettle_insight_customers_dispose;
  g_type_ensure (FETTLE_TYPE_COLUMNS_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-insight-customers.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleInsightCustomers, all);
  gtk_widget_class_bind_template_child (widget_class, FettleInsightCustomers, segments);
  gtk_widget_class_bind_template_child (widget_class, FettleInsightCustomers, referrals);
  gtk_widget_class_bind_template_callback (widget_class, on_row);
}

static void
fettle_insight_customers_init (FettleInsightCustomers *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * fettle_insight_customers_load:
 *
 * Reads who came in the period; where that was nobody, there is nothing to see.
 */
void
fettle_insight_customers_load (FettleInsightCustomers *self, FettleDesk *desk, FettlePeriod period)
{
  g_set_object (&self->desk, desk);
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  fettle_customer_figures_load_async (fettle_store_get_path (fettle_desk_get_store (desk)), period, self->loading,
                                      on_loaded, g_object_ref (self));
}
