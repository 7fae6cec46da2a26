/* fettle-insight-page.c: how the shop does: three controls first, then every measure, then charts.
 *
 * The figures are read on a thread of their own, with a bar that shows how far it is and a button that stops it; those
 * of the days before stay on the screen meanwhile. Each figure opens the jobs it was added up from. Reads when it comes
 * onto the screen, when other days are chosen, and a little after anybody changes anything. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-insight-page.h"

#include <glib/gi18n.h>

#include "fettle-behind-window.h"
#include "fettle-chart-view.h"
#include "fettle-clock.h"
#include "fettle-columns-layout.h"
#include "fettle-desk-measures.h"
#include "fettle-figure-card.h"
#include "fettle-figure-row.h"
#include "fettle-insight-customers.h"
#include "fettle-insight-period.h"
#include "fettle-insight-rules.h"
#include "fettle-insight-save.h"
#include "fettle-measures-text.h"
#include "fettle-page-keys.h"
#include "fettle-print.h"
#include "fettle-say.h"

#define N_CARDS 3
#define N_ROWS  (FETTLE_N_MEASURES - 1 - N_CARDS)

/* Others' changes are waited for so long, so that a busy desk does not make the whole month be read again and again. */
#define SETTLE_SECONDS 3

/* A reading that is over at once shows no bar. */
#define BAR_AFTER_MS 300

struct _FettleInsightPage
{
  AdwBin parent_instance;

  /* Of the template. */
  FettleInsightPeriod *period;
  GtkRevealer *reading;
  GtkProgressBar *progress;
  GtkWidget *print;
  GtkWidget *save;
  FettleInsightRules *rules;
  GtkStack *stack;
  AdwStatusPage *failure;
  GtkLabel *note;
  GtkBox *controls;
  GtkListBox *rows;
  GtkBox *charts;
  FettleInsightCustomers *customers;

  FettleFigureCard *card[N_CARDS];
  FettleFigureRow *row[N_ROWS];
  FettleChartView *chart[FETTLE_N_CHARTS];

  FettleDesk *desk;
  FettleMeasures *measures;

  /* Loading. */
  GCancellable *loading;
  guint bar_timer;
  guint settle_timer;
  gboolean is_stale;
};

G_DEFINE_FINAL_TYPE (FettleInsightPage, fettle_insight_page, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_DESK,
};

static void load (FettleInsightPage *self);

static FettlePeriod
period_of (FettleMeasures *measures)
{
  return (FettlePeriod){ measures->from, measures->to };
}

static gint64
today (FettleInsightPage *self)
{
  FettleZoneView view;

  fettle_zone_view_init (&view, fettle_desk_get_zone (self->desk));
  return fettle_zone_view_day (&view, fettle_clock_now ());
}

static void
end_reading (FettleInsightPage *self)
{
  g_clear_handle_id (&self->bar_timer, g_source_remove);
  gtk_revealer_set_reveal_child (self->reading, FALSE);
  g_clear_object (&self->loading);
}

/* Says that there was nothing, and that this is no praise. */
static void
show_note (FettleInsightPage *self)
{
  gint64 n = fettle_measures_figure (self->measures, FETTLE_MEASURE_TURNAROUND_MEDIAN)->n;

  for (guint i = 0; i < self->measures->trend->len; i++)
    n += ((FettleTrendPoint *) self->measures->trend->pdata[i])->n_received;
  gtk_widget_set_visible (GTK_WIDGET (self->note), n == 0);
}

static void
show_measures (FettleInsightPage *self)
{
  for (guint i = 0; i < N_CARDS; i++)
    fettle_figure_card_set (self->card[i], self->measures->figures->pdata[i]);
  for (guint i = 0; i < N_ROWS; i++)
    fettle_figure_row_set (self->row[i], self->measures->figures->pdata[N_CARDS + i]);
  for (guint i = 0; i < FETTLE_N_CHARTS; i++)
    fettle_chart_view_set_measures (self->chart[i], self->measures);
  show_note (self);
  fettle_insight_rules_set (self->rules,
                            (FettleMeasureRules){ self->measures->fix_days, self->measures->part_is_not_ours });
  gtk_widget_set_sensitive (self->print, TRUE);
  gtk_widget_set_sensitive (self->save, TRUE);
  gtk_stack_set_visible_child_name (self->stack, "figures");
}

static void
show_failure (FettleInsightPage *self, GError *error)
{
  if (self->measures != NULL)
    {
      fettle_say_error (GTK_WIDGET (self), error);
      return;
    }
  adw_status_page_set_description (self->failure, error->message);
  gtk_stack_set_visible_child_name (self->stack, "failure");
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettleInsightPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FettleMeasures) measures = fettle_measures_load_finish (result, &error);

  /* Other days were chosen meanwhile, or it was stopped. */
  if (self->loading == NULL || self->loading != g_task_get_cancellable (G_TASK (result)))
    return;
  end_reading (self);
  if (measures == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        show_failure (self, error);
      return;
    }
  g_set_object (&self->measures, measures);
  show_measures (self);
  if (self->is_stale)
    load (self);
}

static void
on_progress (int percent, gpointer data)
{
  FettleInsightPage *self = data;

  gtk_progress_bar_set_fraction (self->progress, percent / 100.0);
}

static gboolean
on_bar (gpointer data)
{
  FettleInsightPage *self = data;

  self->bar_timer = 0;
  gtk_revealer_set_reveal_child (self->reading, TRUE);
  return G_SOURCE_REMOVE;
}

static void
load (FettleInsightPage *self)
{
  self->is_stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->is_stale || fettle_desk_get_shop (self->desk) == NULL)
    return;
  if (self->loading != NULL)
    {
      g_cancellable_cancel (self->loading);
      end_reading (self);
    }
  self->loading = g_cancellable_new ();
  gtk_progress_bar_set_fraction (self->progress, 0);
  self->bar_timer = g_timeout_add (BAR_AFTER_MS, on_bar, self);
  fettle_measures_load_async (fettle_store_get_path (fettle_desk_get_store (self->desk)),
                              fettle_insight_period_get (self->period), on_progress, self, self->loading, on_loaded,
                              g_object_ref (self));
  fettle_insight_customers_load (self->customers, self->desk, fettle_insight_period_get (self->period));
}

static void
on_stop (FettleInsightPage *self)
{
  if (self->loading == NULL)
    return;
  g_cancellable_cancel (self->loading);
  end_reading (self);
  if (self->measures != NULL)
    {
      fettle_insight_period_set (self->period, period_of (self->measures));
      fettle_insight_customers_load (self->customers, self->desk, period_of (self->measures));
    }
  fettle_say (GTK_WIDGET (self), _ ("Stopped. The figures are those of the days before."));
}

static void
on_period (FettleInsightPage *self)
{
  load (self);
}

static void
on_map (FettleInsightPage *self)
{
  fettle_insight_period_set_today (self->period, today (self));
  load (self);
}

static gboolean
on_settled (gpointer data)
{
  FettleInsightPage *self = data;

  self->settle_timer = 0;
  load (self);
  return G_SOURCE_REMOVE;
}

static void
on_desk_changed (FettleInsightPage *self)
{
  if (self->settle_timer == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->settle_timer = g_timeout_add_seconds (SETTLE_SECONDS, on_settled, self);
}

static void
open_behind (FettleInsightPage *self, FettleMeasure measure)
{
  if (self->measures != NULL)
    fettle_behind_window_present (GTK_WIDGET (self), self->desk, period_of (self->measures),
                                  fettle_measures_figure (self->measures, measure));
}

static void
on_card (FettleInsightPage *self, FettleFigureCard *card)
{
  open_behind (self, fettle_figure_card_get_measure (card));
}

static void
on_row (FettleInsightPage *self, FettleFigureRow *row)
{
  open_behind (self, fettle_figure_row_get_measure (row));
}

static void
on_print (FettleInsightPage *self)
{
  g_autofree char *days = fettle_period_text (period_of (self->measures), NULL);

  fettle_print_about (GTK_WIDGET (self), self->desk, "measures", days, self->measures, TRUE);
}

static void
on_save (FettleInsightPage *self)
{
  fettle_insight_save (GTK_WIDGET (self), self->measures);
}

static void
on_rules_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FettleInsightPage) self = data;
  g_autoptr (GError) error = NULL;

  if (!fettle_desk_finish_done (FETTLE_DESK (source), result, &error))
    fettle_say_error (GTK_WIDGET (self), error);
  load (self);
}

static void
on_rules (FettleInsightPage *self)
{
  fettle_desk_save_measure_rules_async (self->desk, fettle_insight_rules_get (self->rules), NULL, on_rules_saved,
                                        g_object_ref (self));
}

static void
print_it (GtkWidget *widget, const char *action, GVariant *argument)
{
  if (FETTLE_INSIGHT_PAGE (widget)->measures != NULL)
    on_print (FETTLE_INSIGHT_PAGE (widget));
}

static void
save_it (GtkWidget *widget, const char *action, GVariant *argument)
{
  if (FETTLE_INSIGHT_PAGE (widget)->measures != NULL)
    on_save (FETTLE_INSIGHT_PAGE (widget));
}

static void
go_back (GtkWidget *widget, const char *action, GVariant *argument)
{
  fettle_insight_period_move (FETTLE_INSIGHT_PAGE (widget)->period, -1);
}

static void
go_forward (GtkWidget *widget, const char *action, GVariant *argument)
{
  fettle_insight_period_move (FETTLE_INSIGHT_PAGE (widget)->period, 1);
}

static void
make_figures (FettleInsightPage *self)
{
  for (guint i = 0; i < N_CARDS; i++)
    {
      self->card[i] = FETTLE_FIGURE_CARD (fettle_figure_card_new ());
      g_signal_connect_object (self->card[i], "clicked", G_CALLBACK (on_card), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->controls, GTK_WIDGET (self->card[i]));
    }
  for (guint i = 0; i < N_ROWS; i++)
    {
      self->row[i] = FETTLE_FIGURE_ROW (fettle_figure_row_new ());
      gtk_list_box_append (self->rows, GTK_WIDGET (self->row[i]));
    }
  for (guint i = 0; i < FETTLE_N_CHARTS; i++)
    {
      self->chart[i] = FETTLE_CHART_VIEW (fettle_chart_view_new ((FettleChartKind) i));
      gtk_box_append (self->charts, GTK_WIDGET (self->chart[i]));
    }
}

static void
fettle_insight_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_DESK)
    FETTLE_INSIGHT_PAGE (object)->desk = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
fettle_insight_page_constructed (GObject *object)
{
  FettleInsightPage *self = FETTLE_INSIGHT_PAGE (object);

  G_OBJECT_CLASS (fettle_insight_page_parent_class)->constructed (object);
  g_signal_connect_object (self->desk, "changed", G_CALLBACK (on_desk_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "notify::shop", G_CALLBACK (on_desk_changed), self, G_CONNECT_SWAPPED);
}

static void
fettle_insight_page_dispose (GObject *object)
{
  FettleInsightPage *self = FETTLE_INSIGHT_PAGE (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_handle_id (&self->bar_timer, g_source_remove);
  g_clear_handle_id (&self->settle_timer, g_source_remove);
  g_clear_object (&self->measures);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (fettle_insight_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, FettleInsightPage, period);
  gtk_widget_class_bind_template_child (widget_class, FettleInsightPage, reading);
  gtk_widget_class_bind_template_child (widget_class, FettleInsightPage, progress);
  gtk_widget_class_bind_template_child (widget_class, FettleInsightPage, print);
  gtk_widget_class_bind_template_child (widget_class, FettleInsightPage, save);
  gtk_widget_class_bind_template_child (widget_class, FettleInsightPage, rules);
  gtk_widget_class_bind_template_child (widget_class, FettleInsightPage, stack);
  gtk_widget_class_bind_template_child (widget_class, FettleInsightPage, failure);
  gtk_widget_class_bind_template_child (widget_class, FettleInsightPage, note);
  gtk_widget_class_bind_template_child (widget_class, FettleInsightPage, controls);
  gtk_widget_class_bind_template_child (widget_class, FettleInsightPage, rows);
  gtk_widget_class_bind_template_child (widget_class, FettleInsightPage, charts);
  gtk_widget_class_bind_template_child (widget_class, FettleInsightPage, customers);
  gtk_widget_class_bind_template_callback (widget_class, on_map);
  gtk_widget_class_bind_template_callback (widget_class, on_period);
  gtk_widget_class_bind_template_callback (widget_class, on_stop);
  gtk_widget_class_bind_template_callback (widget_class, on_print);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_bind_template_callback (widget_class, on_row);
  gtk_widget_class_bind_template_callback (widget_class, on_rules);
}

static void
fettle_insight_page_class_init (FettleInsightPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = fettle_insight_page_set_property;
  object_class->constructed = fettle_insight_page_constructed;
  object_class->dispose = fettle_insight_page_dispose;
  g_object_class_install_property (object_class, PROP_DESK,
                                   g_param_spec_object ("desk", NULL, NULL, FETTLE_TYPE_DESK,
                                                        G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY
                                                            | G_PARAM_STATIC_STRINGS));
  g_type_ensure (FETTLE_TYPE_COLUMNS_LAYOUT);
  g_type_ensure (FETTLE_TYPE_INSIGHT_CUSTOMERS);
  g_type_ensure (FETTLE_TYPE_INSIGHT_PERIOD);
  g_type_ensure (FETTLE_TYPE_INSIGHT_RULES);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-insight-page.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "insight.back", NULL, go_back);
  gtk_widget_class_install_action (widget_class, "insight.forward", NULL, go_forward);
  gtk_widget_class_install_action (widget_class, "insight.print", NULL, print_it);
  gtk_widget_class_install_action (widget_class, "insight.save", NULL, save_it);
}

static void
fettle_insight_page_init (FettleInsightPage *self)
{
  static const FettlePageKey keys[] = {
    { GDK_KEY_Page_Up, GDK_ALT_MASK, "insight.back" },
    { GDK_KEY_Page_Down, GDK_ALT_MASK, "insight.forward" },
    { GDK_KEY_p, GDK_CONTROL_MASK, "insight.print" },
    { GDK_KEY_s, GDK_CONTROL_MASK, "insight.save" },
  };

  gtk_widget_init_template (GTK_WIDGET (self));
  make_figures (self);
  fettle_page_keys_add (GTK_WIDGET (self), keys, G_N_ELEMENTS (keys));
}

GtkWidget *
fettle_insight_page_new (FettleDesk *desk)
{
  return g_object_new (FETTLE_TYPE_INSIGHT_PAGE, "desk", desk, NULL);
}
