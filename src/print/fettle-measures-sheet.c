/* fettle-measures-sheet.c: how the shop did, on paper: the day's, the month's or any period's page.
 *
 * The three controls stand first and large, then every measure with its n and how it was before, then the charts, drawn
 * by the same code as in the window, then how each figure is computed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-measures-sheet.h"

#include <glib/gi18n-lib.h>

#include "fettle-chart.h"
#include "fettle-clock.h"
#include "fettle-measures-text.h"

#define GAP          12.0
#define CHART_HEIGHT 118.0

static void
add_header (const FettleSheet *sheet, FettleFlow *flow)
{
  FettleLanguage *l = sheet->language;
  FettleMeasures *measures = sheet->subject;
  g_autofree char *period = fettle_period_text ((FettlePeriod){ measures->from, measures->to }, l);
  g_autofree char *before = fettle_period_text ((FettlePeriod){ measures->before_from, measures->before_to }, l);
  g_autofree char *now = fettle_sheet_date_time (sheet, measures->now);
  g_autofree char *compared = g_strdup_printf (fettle_language_text (l, "Compared with %s"), before);
  g_autofree char *as_of = g_strdup_printf (fettle_language_text (l, "As of %s"), now);

  fettle_flow_begin_columns (flow, GAP);
  fettle_flow_begin_column (flow, 1);
  fettle_sheet_add_shop (sheet, flow);
  fettle_flow_end (flow);
  fettle_flow_begin_column (flow, 1);
  fettle_flow_text (flow, FETTLE_TEXT_TITLE, FETTLE_ALIGN_END, fettle_language_text (l, "How the shop did"));
  fettle_flow_text (flow, FETTLE_TEXT_STRONG, FETTLE_ALIGN_END, period);
  fettle_flow_text (flow, FETTLE_TEXT_FINE, FETTLE_ALIGN_END, compared);
  fettle_flow_text (flow, FETTLE_TEXT_FINE, FETTLE_ALIGN_END, as_of);
  fettle_flow_end (flow);
  fettle_flow_end (flow);
  fettle_flow_rule (flow);
}

static void
add_control (FettleFlow *flow, FettleFigure *figure, FettleLanguage *l)
{
  g_autofree char *value = fettle_figure_value_text (figure, l);
  g_autofree char *n = fettle_figure_n_text (figure, l);
  g_autofree char *before = fettle_figure_before_text (figure, l);

  fettle_flow_begin_column (flow, 1);
  fettle_flow_begin_panel (flow);
  fettle_flow_text (flow, FETTLE_TEXT_STRONG, FETTLE_ALIGN_START, fettle_measure_name (figure->measure, l));
  fettle_flow_text (flow, FETTLE_TEXT_TITLE, FETTLE_ALIGN_START, value);
  fettle_flow_text (flow, FETTLE_TEXT_SMALL, FETTLE_ALIGN_START, n);
  fettle_flow_text (flow, FETTLE_TEXT_SMALL, FETTLE_ALIGN_START, before);
  fettle_flow_end (flow);
  fettle_flow_end (flow);
}

static void
add_cell (FettleFlow *flow, double share, FettleTextStyle style, FettleAlign align, const char *text)
{
  fettle_flow_begin_column (flow, share);
  fettle_flow_text (flow, style, align, text);
  fettle_flow_end (flow);
}

static void
add_row (FettleFlow *flow,
         FettleTextStyle style,
         const char *name,
         const char *value,
         const char *n,
         const char *before)
{
  fettle_flow_begin_columns (flow, GAP);
  add_cell (flow, 3, style, FETTLE_ALIGN_START, name);
  add_cell (flow, 2, style == FETTLE_TEXT_KEY ? style : FETTLE_TEXT_STRONG, FETTLE_ALIGN_START, value);
  add_cell (flow, 1.6, style, FETTLE_ALIGN_START, n);
  add_cell (flow, 2.4, style, FETTLE_ALIGN_START, before);
  fettle_flow_end (flow);
}

static void
add_measures (const FettleSheet *sheet, FettleFlow *flow)
{
  FettleLanguage *l = sheet->language;
  FettleMeasures *measures = sheet->subject;

  fettle_flow_heading (flow, fettle_language_text (l, "Every measure"));
  add_row (flow, FETTLE_TEXT_KEY, fettle_language_text (l, "Measure"), fettle_language_text (l, "Value"),
           fettle_language_text (l, "From"), fettle_language_text (l, "Before"));
  for (guint i = FETTLE_MEASURE_DISSATISFACTION_RATE; i < measures->figures->len; i++)
    {
      FettleFigure *figure = measures->figures->pdata[i];
      g_autofree char *value = fettle_figure_value_text (figure, l);
      g_autofree char *n = fettle_figure_n_text (figure, l);
      g_autofree char *before = fettle_figure_before_text (figure, l);

      add_row (flow, FETTLE_TEXT_BODY, fettle_measure_name (figure->measure, l), value, n, before);
    }
}

static void
add_chart (const FettleSheet *sheet, FettleFlow *flow, FettleChartKind kind, double width)
{
  const cairo_rectangle_t bounds = { 0, 0, width, CHART_HEIGHT };
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &bounds);
  cairo_t *cr = cairo_create (surface);

  fettle_chart_draw (kind, sheet->subject, sheet->language, &fettle_chart_paper_style, cr, width, CHART_HEIGHT);
  cairo_destroy (cr);
  fettle_flow_begin_column (flow, 1);
  fettle_flow_heading (flow, fettle_chart_title (kind, sheet->language));
  fettle_flow_image (flow, surface, width, CHART_HEIGHT, FETTLE_ALIGN_START);
  fettle_flow_end (flow);
  cairo_surface_destroy (surface);
}

static void
add_charts (const FettleSheet *sheet, FettleFlow *flow)
{
  double width = (sheet->width - GAP) / 2;

  for (guint kind = 0; kind < FETTLE_N_CHARTS; kind += 2)
    {
      fettle_flow_begin_together (flow);
      fettle_flow_begin_columns (flow, GAP);
      add_chart (sheet, flow, kind, width);
      add_chart (sheet, flow, kind + 1, width);
      fettle_flow_end (flow);
      fettle_flow_end (flow);
      fettle_flow_gap (flow, GAP / 2);
    }
}

/* Who reads a figure should be able to say what it is. */
static void
add_rules (const FettleSheet *sheet, FettleFlow *flow)
{
  FettleLanguage *l = sheet->language;
  FettleMeasures *measures = sheet->subject;

  fettle_flow_begin_together (flow);
  fettle_flow_heading (flow, fettle_language_text (l, "How each figure is computed"));
  for (guint i = 0; i < measures->figures->len; i++)
    {
      FettleFigure *figure = measures->figures->pdata[i];
      g_autofree char *line = g_strdup_printf ("%s: %s", fettle_measure_name (figure->measure, l),
                                               fettle_measure_rule (figure->measure, l));

      fettle_flow_text (flow, FETTLE_TEXT_FINE, FETTLE_ALIGN_START, line);
    }
  fettle_flow_text (flow, FETTLE_TEXT_FINE, FETTLE_ALIGN_START,
                    fettle_language_text (l, "Nothing to divide by is no data; nobody who did not answer is counted."));
  fettle_flow_end (flow);
}

/**
 * fettle_measures_sheet_build:
 *
 * Fills the flow from a #FettleMeasures.
 */
void
fettle_measures_sheet_build (const FettleSheet *sheet, FettleFlow *flow)
{
  FettleMeasures *measures = sheet->subject;

  add_header (sheet, flow);
  fettle_flow_begin_columns (flow, GAP);
  for (guint i = 0; i < FETTLE_MEASURE_DISSATISFACTION_RATE; i++)
    add_control (flow, measures->figures->pdata[i], sheet->language);
  fettle_flow_end (flow);
  fettle_flow_gap (flow, GAP / 2);
  add_measures (sheet, flow);
  fettle_flow_gap (flow, GAP / 2);
  add_charts (sheet, flow);
  add_rules (sheet, flow);
}

/**
 * fettle_measures_sheet_new:
 * @logo: (nullable): PNG
 * @language: (nullable): the shop's; %NULL is the user's
 *
 * Lays the page of a period out on A4.
 *
 * Returns: (transfer full): the document
 */
FettleDocument *
fettle_measures_sheet_new (FettleMeasures *measures,
                           FettleServicePoint *shop,
                           GBytes *logo,
                           FettleLanguage *language,
                           GTimeZone *zone)
{
  g_autofree char *period = fettle_period_text ((FettlePeriod){ measures->from, measures->to }, language);

  return fettle_document_new_about (FETTLE_DOCUMENT_MEASURES, shop, period, measures, logo, NULL, language,
                                    FETTLE_PAPER_A4, measures->now, zone);
}
