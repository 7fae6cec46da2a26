/* fettle-figure-card.c: one of the controls: a figure that stands first, large, and opens its jobs.
 *
 * Better or worse is said by a word and an arrow; the colour only repeats it. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-figure-card.h"

#include "fettle-figure-row.h"
#include "fettle-measures-text.h"

struct _FettleFigureCard
{
  GtkButton parent_instance;

  /* Of the template. */
  GtkLabel *name;
  GtkLabel *value;
  GtkLabel *n;
  GtkLabel *before;
  GtkLabel *judgement;

  FettleMeasure measure;
};

G_DEFINE_FINAL_TYPE (FettleFigureCard, fettle_figure_card, GTK_TYPE_BUTTON)

static void
fettle_figure_card_class_init (FettleFigureCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-figure-card.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleFigureCard, name);
  gtk_widget_class_bind_template_child (widget_class, FettleFigureCard, value);
  gtk_widget_class_bind_template_child (widget_class, FettleFigureCard, n);
  gtk_widget_class_bind_template_child (widget_class, FettleFigureCard, before);
  gtk_widget_class_bind_template_child (widget_class, FettleFigureCard, judgement);
}

static void
fettle_figure_card_init (FettleFigureCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
fettle_figure_card_new (void)
{
  return g_object_new (FETTLE_TYPE_FIGURE_CARD, NULL);
}

/**
 * fettle_figure_card_set:
 *
 * Shows a figure.
 */
void
fettle_figure_card_set (FettleFigureCard *self, FettleFigure *figure)
{
  g_autofree char *value = fettle_figure_value_text (figure, NULL);
  g_autofree char *n = fettle_figure_n_text (figure, NULL);
  g_autofree char *before = fettle_figure_before_text (figure, NULL);

  self->measure = figure->measure;
  gtk_label_set_label (self->name, fettle_measure_name (figure->measure, NULL));
  gtk_label_set_label (self->value, value);
  gtk_label_set_label (self->n, n);
  gtk_label_set_label (self->before, before);
  fettle_figure_show_judgement (self->judgement, figure);
  fettle_figure_describe (GTK_WIDGET (self), figure);
}

FettleMeasure
fettle_figure_card_get_measure (FettleFigureCard *self)
{
  return self->measure;
}
