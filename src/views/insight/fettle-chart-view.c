/* fettle-chart-view.c: one chart of a period with its title.
 *
 * Drawn by the function that draws it on paper, in the colours of the window. What it shows is told in words, too, for
 * who does not see it. Main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fettle-chart-view.h"

#include <adwaita.h>

struct _FettleChartView
{
  GtkBox parent_instance;

  /* Of the template. */
  GtkLabel *title;
  GtkDrawingArea *area;

  FettleChartKind kind;
  FettleMeasures *measures;
};

G_DEFINE_FINAL_TYPE (FettleChartView, fettle_chart_view, GTK_TYPE_BOX)

static const double light_accent[] = { 0.10, 0.37, 0.71 };
static const double dark_accent[] = { 0.47, 0.68, 0.93 };

static void
take_style (FettleChartView *self, FettleChartStyle *style)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = (double) pango_font_description_get_size (font) / PANGO_SCALE;

  for (guint i = 0; i < 3; i++)
    {
      style->ink[i] = dark ? 0.93 : 0.12;
      style->faint[i] = dark ? 0.36 : 0.84;
      style->accent[i] = (dark ? dark_accent : light_accent)[i];
    }
  if (!pango_font_description_get_size_is_absolute (font))
    size *= pango_cairo_context_get_resolution (context) > 0 ? pango_cairo_context_get_resolution (context) / 72 : 1;
  style->font_size = CLAMP (size * 0.85, 9, 40);
}

static void
draw (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  FettleChartView *self = data;
  FettleChartStyle style;

  if (self->measures == NULL)
    return;
  take_style (self, &style);
  fettle_chart_draw (self->kind, self->measures, NULL, &style, cr, width, height);
}

static void
on_style (FettleChartView *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self->area));
}

static void
fettle_chart_view_dispose (GObject *object)
{
  FettleChartView *self = FETTLE_CHART_VIEW (object);

  if (self->area != NULL)
    gtk_drawing_area_set_draw_func (self->area, NULL, NULL, NULL);
  self->area = NULL;
  g_clear_object (&self->measures);
  G_OBJECT_CLASS (fettle_chart_view_parent_class)->dispose (object);
}

static void
fettle_chart_view_class_init (FettleChartViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fettle_chart_view_dispose;
  gtk_widget_class_set_css_name (widget_class, "fettlechart");
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fettle/Fettle/fettle-chart-view.ui");
  gtk_widget_class_bind_template_child (widget_class, FettleChartView, title);
  gtk_widget_class_bind_template_child (widget_class, FettleChartView, area);
}

static void
fettle_chart_view_init (FettleChartView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drawing_area_set_draw_func (self->area, draw, self, NULL);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (on_style), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
fettle_chart_view_new (FettleChartKind kind)
{
  FettleChartView *self = g_object_new (FETTLE_TYPE_CHART_VIEW, NULL);

  self->kind = kind;
  gtk_label_set_label (self->title, fettle_chart_title (kind, NULL));
  return GTK_WIDGET (self);
}

/**
 * fettle_chart_view_set_measures:
 *
 * Shows the chart of these measures.
 */
void
fettle_chart_view_set_measures (FettleChartView *self, FettleMeasures *measures)
{
  g_autofree char *summary = fettle_chart_summary (self->kind, measures, NULL);
  g_autofree char *label = g_strdup_printf ("%s: %s", fettle_chart_title (self->kind, NULL), summary);

  g_set_object (&self->measures, measures);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->area), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self->area));
}
