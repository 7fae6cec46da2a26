/* fettle-insight-period.c: chooses which days are looked at: this day, week, month, quarter or year, or one's own.
 *
 * Two buttons go to the days before and after. A new choice is always around today; days of one's own are typed. Main
 * thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-insight-period.h"

#include <glib/gi18n.h>

#include "fettle-measures-text.h"
#include "fettle-say.h"

struct _FettleInsightPeriod
{
  GtkBox parent_instance;

  /* Of the template. */
  GtkDropDown *span;
  GtkButton *back;
  GtkButton *forward;
  GtkLabel *label;
  GtkBox *own;
  GtkEditable *from;
  GtkEditable *to;

  FettlePeriod period;
  gint64 today;
  gboolean is_setting;
};

G_DEFINE_FINAL_TYPE (FettleInsightPeriod, fettle_insight_period, GTK_TYPE_BOX)

static guint changed_signal;

static void
show_period (FettleInsightPeriod *self)
{
  g_autofree char *text = fettle_period_text (self->period, NULL);
  g_autofree char *from = fettle_day_to_string (self->period.from);
  g_autofree char *to = fettle_day_to_string (self->period.to);
  gboolean is_own = gtk_drop_down_get_selected (self->span) == FETTLE_SPAN_CUSTOM;

  gtk_label_set_label (self->label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->label), !is_own);
  gtk_widget_set_visible (GTK_WIDGET (self->own), is_own);
  gtk_editable_set_text (self->from, from);
  gtk_editable_set_text (self->to, to);
  gtk_widget_set_sensitive (GTK_WIDGET (self->forward), self->period.to < self->today);
}

static void
on_span (FettleInsightPeriod *self)
{
  FettleSpan span = gtk_drop_down_get_selected (self->span);

  if (self->is_setting)
    return;
  if (span != FETTLE_SPAN_CUSTOM)
    self->period = fettle_period_of (span, self->today);
  show_period (self);
  if (span == FETTLE_SPAN_CUSTOM)
    gtk_widget_grab_focus (GTK_WIDGET (self->from));
  else
    g_signal_emit (self, changed_signal, 0);
}

static void
on_own (FettleInsightPeriod *self)
{
  g_autoptr (GError) error = NULL;
  FettlePeriod period;

  if (!fettle_period_parse (gtk_editable_get_text (self->from), gtk_editable_get_text (self->to), &period, &error))
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->from), "error");
      gtk_widget_add_css_class (GTK_WIDGET (self->to), "error");
      fettle_say (GTK_WIDGET (self), error->message);
      return;
    }
  gtk_widget_remove_css_class (GTK_WIDGET (self->from), "error");
  gtk_widget_remove_css_class (GTK_WIDGET (self->to), "error");
  self->period = period;
  show_period (self);
  g_signal_emit (self, changed_signal, 0);
}

static void
on_back (FettleInsightPeriod *self)
{
  fettle_insight_period_move (self, -1);
}

static void
on_forward (FettleInsightPeriod *self)
{
  fettle_insight_period_move (self, 1);
}

static void
fettle_insight_period_class_init (FettleInsightPeriodClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  changed_signal
      = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-insight-period.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleInsightPeriod, span);
  gtk_widget_class_bind_template_child (widget_class, FettleInsightPeriod, back);
  gtk_widget_class_bind_template_child (widget_class, FettleInsightPeriod, forward);
  gtk_widget_class_bind_template_child (widget_class, FettleInsightPeriod, label);
  gtk_widget_class_bind_template_child (widget_class, FettleInsightPeriod, own);
  gtk_widget_class_bind_template_child (widget_class, FettleInsightPeriod, from);
  gtk_widget_class_bind_template_child (widget_class, FettleInsightPeriod, to);
  gtk_widget_class_bind_template_callback (widget_class, on_span);
  gtk_widget_class_bind_template_callback (widget_class, on_own);
  gtk_widget_class_bind_template_callback (widget_class, on_back);
  gtk_widget_class_bind_template_callback (widget_class, on_forward);
}

static void
fettle_insight_period_init (FettleInsightPeriod *self)
{
  /* The template sets the choice, which is not a choice of the person. */
  self->is_setting = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_down_set_selected (self->span, FETTLE_SPAN_MONTH);
  self->is_setting = FALSE;
}

/**
 * fettle_insight_period_set_today:
 * @today: day of the shop
 *
 * Says which day it is. The first time this month is chosen; later a choice stays.
 */
void
fettle_insight_period_set_today (FettleInsightPeriod *self, gint64 today)
{
  gboolean first = self->today == 0;

  self->today = today;
  if (first)
    self->period = fettle_period_of (gtk_drop_down_get_selected (self->span), today);
  show_period (self);
}

FettlePeriod
fettle_insight_period_get (FettleInsightPeriod *self)
{
  return self->period;
}

/**
 * fettle_insight_period_set:
 *
 * Chooses days as the person would.
 */
void
fettle_insight_period_set (FettleInsightPeriod *self, FettlePeriod period)
{
  self->is_setting = TRUE;
  gtk_drop_down_set_selected (self->span, fettle_period_span (period));
  self->is_setting = FALSE;
  self->period = period;
  show_period (self);
  g_signal_emit (self, changed_signal, 0);
}

/**
 * fettle_insight_period_move:
 * @by: 1 for the days after, -1 for those before
 */
void
fettle_insight_period_move (FettleInsightPeriod *self, int by)
{
  if (by > 0 && self->period.to >= self->today)
    return;
  self->period = by > 0 ? fettle_period_after (self->period) : fettle_period_before (self->period);
  show_period (self);
  g_signal_emit (self, changed_signal, 0);
}
