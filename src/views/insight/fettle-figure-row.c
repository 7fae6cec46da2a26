/* fettle-figure-row.c: one measure as a line: its name, its value, from how many, and how it was before.
 *
 * Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-figure-row.h"

#include "fettle-measures-text.h"

struct _FettleFigureRow
{
  GtkListBoxRow parent_instance;

  /* Of the template. */
  GtkLabel *name;
  GtkLabel *value;
  GtkLabel *n;
  GtkLabel *before;
  GtkLabel *judgement;

  FettleMeasure measure;
};

G_DEFINE_FINAL_TYPE (FettleFigureRow, fettle_figure_row, GTK_TYPE_LIST_BOX_ROW)

static void
fettle_figure_row_class_init (FettleFigureRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-figure-row.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleFigureRow, name);
  gtk_widget_class_bind_template_child (widget_class, FettleFigureRow, value);
  gtk_widget_class_bind_template_child (widget_class, FettleFigureRow, n);
  gtk_widget_class_bind_template_child (widget_class, FettleFigureRow, before);
  gtk_widget_class_bind_template_child (widget_class, FettleFigureRow, judgement);
}

static void
fettle_figure_row_init (FettleFigureRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
fettle_figure_row_new (void)
{
  return g_object_new (FETTLE_TYPE_FIGURE_ROW, NULL);
}

/**
 * fettle_figure_show_judgement:
 *
 * Writes whether it is better or worse than before, or nothing where that cannot be said.
 */
void
fettle_figure_show_judgement (GtkLabel *label, FettleFigure *figure)
{
  const char *judgement = fettle_figure_judgement (figure, NULL);
  gboolean better
      = judgement != NULL
        && (figure->value > figure->before_value) == (fettle_measure_sense (figure->measure) == FETTLE_MORE_IS_BETTER);

  gtk_label_set_label (label, judgement != NULL ? judgement : "");
  gtk_widget_set_visible (GTK_WIDGET (label), judgement != NULL);
  gtk_widget_remove_css_class (GTK_WIDGET (label), better ? "error" : "success");
  gtk_widget_add_css_class (GTK_WIDGET (label), better ? "success" : "error");
}

/**
 * fettle_figure_describe:
 *
 * Tells the whole figure to who does not see it, and its rule to who rests on it.
 */
void
fettle_figure_describe (GtkWidget *widget, FettleFigure *figure)
{
  g_autofree char *value = fettle_figure_value_text (figure, NULL);
  g_autofree char *n = fettle_figure_n_text (figure, NULL);
  g_autofree char *before = fettle_figure_before_text (figure, NULL);
  const char *judgement = fettle_figure_judgement (figure, NULL);
  g_autofree char *label = g_strdup_printf ("%s: %s, %s, %s%s%s", fettle_measure_name (figure->measure, NULL), value, n,
                                            before, judgement != NULL ? ", " : "", judgement != NULL ? judgement : "");

  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, fettle_measure_rule (figure->measure, NULL), -1);
  gtk_widget_set_tooltip_text (widget, fettle_measure_rule (figure->measure, NULL));
}

/**
 * fettle_figure_row_set:
 *
 * Shows a figure.
 */
void
fettle_figure_row_set (FettleFigureRow *self, FettleFigure *figure)
{
  g_autofree char *value = fettle_figure_value_text (figure, NULL);
  g_autofree char *n = fettle_figure_n_text (figure, NULL);
  g_autofree char *before = fettle_figure_before_text (figure, NULL);

  self->measure = figure->measure;
  gtk_label_set_label (self->name, fettle_measure_name (figure->measure, NULL));
  gtk_label_set_label (self->value, value);
  gtk_label_set_label (self->n, n);
  gtk_label_set_label (self->before, before);
  if (figure->has_value)
    gtk_widget_remove_css_class (GTK_WIDGET (self->value), "dim-label");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->value), "dim-label");
  fettle_figure_show_judgement (self->judgement, figure);
  fettle_figure_describe (GTK_WIDGET (self), figure);
}

FettleMeasure
fettle_figure_row_get_measure (FettleFigureRow *self)
{
  return self->measure;
}
