/* fettle-chart.c: the curves and bars of a period, for paper and window alike.
 *
 * What came and what went are told apart by hollow and full bars, not by colour alone, and every bar of a distribution
 * carries its number. A chart of nothing says so. Everything is mirrored where the language runs from right to left.
 * Pure drawing; any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-chart.h"

#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>
#include <stdlib.h>

#include "fettle-clock.h"
#include "fettle-measures-text.h"

#define CHART "chart"

/* How many lines stand behind the bars at the most. */
#define MOST_LINES 4

const FettleChartStyle fettle_chart_paper_style
    = { .ink = { 0, 0, 0 }, .faint = { 0.78, 0.78, 0.78 }, .accent = { 0.16, 0.32, 0.52 }, .font_size = 7.5 };

typedef struct
{
  cairo_t *cr;
  FettleLanguage *language;
  const FettleChartStyle *style;
  double width;
  double height;
  gboolean rtl;
  /* Of the area of the bars. */
  double left;
  double top;
  double right;
  double bottom;
  gint64 most;
} Plot;

static const char *const titles[FETTLE_N_CHARTS] = {
  [FETTLE_CHART_FLOW] = NC_ ("chart", "Taken in and handed over"),
  [FETTLE_CHART_TURNAROUND] = NC_ ("chart", "Median turnaround"),
  [FETTLE_CHART_AGES] = NC_ ("chart", "Open jobs by age"),
  [FETTLE_CHART_LENGTHS] = NC_ ("chart", "How long it took"),
};

/**
 * fettle_chart_title:
 *
 * Returns: as a heading
 */
const char *
fettle_chart_title (FettleChartKind kind, FettleLanguage *language)
{
  g_return_val_if_fail (kind < FETTLE_N_CHARTS, "");
  return fettle_language_text_context (language, CHART, titles[kind]);
}

static void
set_colour (Plot *plot, const double *rgb)
{
  cairo_set_source_rgb (plot->cr, rgb[0], rgb[1], rgb[2]);
}

static PangoLayout *
make_text (Plot *plot, const char *text)
{
  PangoLayout *layout = pango_cairo_create_layout (plot->cr);
  PangoFontDescription *font = pango_font_description_from_string ("Sans");

  pango_font_description_set_absolute_size (font, plot->style->font_size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  pango_font_description_free (font);
  return layout;
}

static double
text_width (Plot *plot, const char *text)
{
  g_autoptr (PangoLayout) layout = make_text (plot, text);
  int width, height;

  pango_layout_get_size (layout, &width, &height);
  return (double) width / PANGO_SCALE;
}

static double
line_height (Plot *plot)
{
  return plot->style->font_size * 1.5;
}

/* Text whose start, middle or end (@anchor 0, 0.5, 1 in reading direction) stands at @x, its middle at @y. */
static void
write_text (Plot *plot, double x, double y, double anchor, const char *text)
{
  g_autoptr (PangoLayout) layout = make_text (plot, text);
  int width, height;

  pango_layout_get_size (layout, &width, &height);
  if (plot->rtl)
    {
      x = plot->width - x;
      anchor = 1 - anchor;
    }
  cairo_move_to (plot->cr, x - anchor * width / PANGO_SCALE, y - (double) height / PANGO_SCALE / 2);
  pango_cairo_show_layout (plot->cr, layout);
}

static void
add_box (Plot *plot, double x, double y, double width, double height)
{
  cairo_rectangle (plot->cr, plot->rtl ? plot->width - x - width : x, y, width, height);
}

static void
draw_full (Plot *plot, double x, double y, double width, double height)
{
  set_colour (plot, plot->style->accent);
  add_box (plot, x, y, width, height);
  cairo_fill (plot->cr);
}

static void
draw_hollow (Plot *plot, double x, double y, double width, double height)
{
  double line = MIN (1, width / 3);

  if (height <= 0)
    return;
  set_colour (plot, plot->style->accent);
  cairo_set_line_width (plot->cr, line);
  add_box (plot, x + line / 2, y + line / 2, MAX (width - line, 0.1), MAX (height - line, 0));
  cairo_stroke (plot->cr);
}

/* The step between lines: 1, 2 or 5 times a power of ten, so that a few lines reach the largest value. */
static gint64
choose_step (gint64 most)
{
  gint64 step = 1;

  while (step * MOST_LINES < most)
    {
      if (step * 2 * MOST_LINES >= most)
        return step * 2;
      if (step * 5 * MOST_LINES >= most)
        return step * 5;
      step *= 10;
    }
  return step;
}

static double
height_of (Plot *plot, gint64 value)
{
  return plot->most > 0 ? (plot->bottom - plot->top) * (double) value / (double) plot->most : 0;
}

static void
draw_lines (Plot *plot, gint64 step)
{
  cairo_set_line_width (plot->cr, 0.5);
  for (gint64 value = 0; value <= plot->most; value += step)
    {
      double y = plot->bottom - height_of (plot, value);
      g_autofree char *text = fettle_language_format_number (plot->language, value);

      set_colour (plot, plot->style->faint);
      add_box (plot, plot->left, y, plot->right - plot->left, 0);
      cairo_stroke (plot->cr);
      set_colour (plot, plot->style->ink);
      write_text (plot, plot->left - plot->style->font_size * 0.5, y, 1, text);
    }
}

/* Finds the room for the bars beside and above the numbers, for values from 0 to @most. */
static void
set_scale (Plot *plot, gint64 most)
{
  gint64 step = choose_step (MAX (most, 1));
  g_autofree char *widest = NULL;

  plot->most = (MAX (most, 1) + step - 1) / step * step;
  widest = fettle_language_format_number (plot->language, plot->most);
  plot->left = text_width (plot, widest) + plot->style->font_size;
  plot->right = plot->width;
  plot->top = line_height (plot) * 1.4;
  plot->bottom = plot->height - line_height (plot) * 1.2;
  draw_lines (plot, step);
}

static void
say_nothing (Plot *plot)
{
  set_colour (plot, plot->style->ink);
  write_text (plot, plot->width / 2, plot->height / 2, 0.5, fettle_language_text (plot->language, "no data"));
}

/* "5", "2 Mar" or "March", whatever a point stands for. */
static char *
name_point (Plot *plot, FettleTrendPoint *point, FettleSpan step)
{
  gint64 noon = point->from * FETTLE_DAY + FETTLE_DAY / 2;
  g_autofree char *day = fettle_day_to_string (point->from);

  if (day == NULL)
    return g_strdup ("");
  if (step == FETTLE_SPAN_MONTH)
    return g_strdup (fettle_language_month (plot->language, atoi (day + 5)));
  if (step == FETTLE_SPAN_WEEK)
    return fettle_language_format_day_short (plot->language, noon, NULL);
  return g_strdup_printf ("%d", atoi (day + 8));
}

static FettleSpan
step_of (FettleMeasures *measures)
{
  return fettle_period_step ((FettlePeriod){ measures->from, measures->to });
}

/* Every so many points, so that each name has room. */
static guint
choose_stride (Plot *plot, FettleMeasures *measures, double slot)
{
  double widest = 0;

  for (guint i = 0; i < measures->trend->len; i++)
    {
      g_autofree char *name = name_point (plot, measures->trend->pdata[i], step_of (measures));

      widest = MAX (widest, text_width (plot, name));
    }
  return MAX ((guint) ((widest + plot->style->font_size * 0.6) / slot + 0.999), 1);
}

static void
name_points (Plot *plot, FettleMeasures *measures)
{
  double slot = (plot->right - plot->left) / measures->trend->len;
  guint stride = choose_stride (plot, measures, slot);

  set_colour (plot, plot->style->ink);
  for (guint i = 0; i < measures->trend->len; i += stride)
    {
      g_autofree char *name = name_point (plot, measures->trend->pdata[i], step_of (measures));
      double half = text_width (plot, name) / 2;
      double middle = CLAMP (plot->left + slot * (i + 0.5), half, MAX (plot->width - half, half));

      write_text (plot, middle, plot->bottom + line_height (plot) * 0.6, 0.5, name);
    }
}

static void
draw_legend (Plot *plot)
{
  double size = plot->style->font_size * 0.9;
  double y = line_height (plot) * 0.5;
  double x = plot->left;
  const char *came = fettle_language_text_context (plot->language, CHART, NC_ ("chart", "taken in"));
  const char *went = fettle_language_text_context (plot->language, CHART, NC_ ("chart", "handed over"));

  draw_hollow (plot, x, y - size / 2, size, size);
  set_colour (plot, plot->style->ink);
  write_text (plot, x + size * 1.5, y, 0, came);
  x += size * 3.5 + text_width (plot, came);
  draw_full (plot, x, y - size / 2, size, size);
  set_colour (plot, plot->style->ink);
  write_text (plot, x + size * 1.5, y, 0, went);
}

static void
draw_flow (Plot *plot, FettleMeasures *measures)
{
  gint64 most = 0;
  double slot;

  for (guint i = 0; i < measures->trend->len; i++)
    {
      FettleTrendPoint *point = measures->trend->pdata[i];

      most = MAX (most, MAX (point->n_received, point->n_closed));
    }
  if (most == 0)
    {
      say_nothing (plot);
      return;
    }
  set_scale (plot, most);
  slot = (plot->right - plot->left) / measures->trend->len;
  for (guint i = 0; i < measures->trend->len; i++)
    {
      FettleTrendPoint *point = measures->trend->pdata[i];
      double width = MIN (slot * 0.4, plot->style->font_size * 2.5);
      double middle = plot->left + slot * (i + 0.5);

      draw_hollow (plot, middle - width, plot->bottom - height_of (plot, point->n_received), width,
                   height_of (plot, point->n_received));
      draw_full (plot, middle, plot->bottom - height_of (plot, point->n_closed), width,
                 height_of (plot, point->n_closed));
    }
  name_points (plot, measures);
  draw_legend (plot);
}

/* A line from point to point, broken where nothing was handed over. */
static void
draw_curve (Plot *plot, FettleMeasures *measures, gint64 unit)
{
  double slot = (plot->right - plot->left) / measures->trend->len;
  double dot = plot->style->font_size * 0.28;
  gboolean going = FALSE;

  set_colour (plot, plot->style->accent);
  cairo_set_line_width (plot->cr, plot->style->font_size * 0.18);
  cairo_set_line_join (plot->cr, CAIRO_LINE_JOIN_ROUND);
  for (guint i = 0; i < measures->trend->len; i++)
    {
      FettleTrendPoint *point = measures->trend->pdata[i];
      double x = plot->left + slot * (i + 0.5);
      /* In thousandths of the unit, so that a curve of hours is not one of steps. */
      double y = plot->bottom
                 - (plot->bottom - plot->top) * (double) (point->median / (unit / 1000)) / 1000 / (double) plot->most;

      if (plot->rtl)
        x = plot->width - x;
      if (point->n_closed > 0 && going)
        cairo_line_to (plot->cr, x, y);
      else if (point->n_closed > 0)
        cairo_move_to (plot->cr, x, y);
      going = point->n_closed > 0;
    }
  cairo_stroke (plot->cr);
  for (guint i = 0; i < measures->trend->len; i++)
    {
      FettleTrendPoint *point = measures->trend->pdata[i];
      double x = plot->left + slot * (i + 0.5);
      double y = plot->bottom
                 - (plot->bottom - plot->top) * (double) (point->median / (unit / 1000)) / 1000 / (double) plot->most;

      if (point->n_closed == 0)
        continue;
      cairo_arc (plot->cr, plot->rtl ? plot->width - x : x, y, dot, 0, 2 * G_PI);
      cairo_fill (plot->cr);
    }
}

static void
draw_turnaround (Plot *plot, FettleMeasures *measures)
{
  gint64 most = 0;
  gint64 unit;

  for (guint i = 0; i < measures->trend->len; i++)
    {
      FettleTrendPoint *point = measures->trend->pdata[i];

      most = MAX (most, point->n_closed > 0 ? point->median : 0);
    }
  if (most == 0)
    {
      say_nothing (plot);
      return;
    }
  unit = most > 2 * FETTLE_DAY ? FETTLE_DAY : most > 2 * FETTLE_HOUR ? FETTLE_HOUR : FETTLE_MINUTE;
  set_scale (plot, (most + unit - 1) / unit);
  draw_curve (plot, measures, unit);
  name_points (plot, measures);
  set_colour (plot, plot->style->ink);
  write_text (plot, plot->left, line_height (plot) * 0.5, 0,
              unit == FETTLE_DAY    ? fettle_language_text_context (plot->language, CHART, NC_ ("chart", "days"))
              : unit == FETTLE_HOUR ? fettle_language_text_context (plot->language, CHART, NC_ ("chart", "hours"))
                                    : fettle_language_text_context (plot->language, CHART, NC_ ("chart", "minutes")));
}

static char *
name_class (FettleChartKind kind, guint i, FettleLanguage *language)
{
  return kind == FETTLE_CHART_AGES ? fettle_measures_age_name (i, language)
                                   : g_strdup (fettle_measures_length_name (i, language));
}

/* Bars lie, so that their names can be read; each ends with its number. */
static void
draw_classes (Plot *plot, FettleChartKind kind, const gint64 *values, guint n)
{
  double slot = plot->height / n;
  double names = 0, most = 0, room;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = name_class (kind, i, plot->language);

      names = MAX (names, text_width (plot, name));
      most = MAX (most, (double) values[i]);
    }
  names += plot->style->font_size;
  if (most <= 0)
    {
      say_nothing (plot);
      return;
    }
  room = plot->width - names - plot->style->font_size * 4;
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = name_class (kind, i, plot->language);
      g_autofree char *number = fettle_language_format_number (plot->language, values[i]);
      double width = room * (double) values[i] / most;
      double y = slot * (i + 0.5);

      set_colour (plot, plot->style->ink);
      write_text (plot, names - plot->style->font_size * 0.6, y, 1, name);
      draw_full (plot, names, y - slot * 0.32, width, slot * 0.64);
      set_colour (plot, plot->style->ink);
      write_text (plot, names + width + plot->style->font_size * 0.4, y, 0, number);
    }
}

/**
 * fettle_chart_draw:
 * @language: (nullable):
 * @cr: with the chart's top start at 0, 0
 *
 * Draws one chart without its title.
 */
void
fettle_chart_draw (FettleChartKind kind,
                   FettleMeasures *measures,
                   FettleLanguage *language,
                   const FettleChartStyle *style,
                   cairo_t *cr,
                   double width,
                   double height)
{
  FettleFigure *ages = fettle_measures_figure (measures, FETTLE_MEASURE_AGEING);
  Plot plot = { .cr = cr, .language = language, .style = style, .width = width, .height = height };

  plot.rtl = fettle_language_is_rtl (language);
  cairo_save (cr);
  if (kind == FETTLE_CHART_FLOW)
    draw_flow (&plot, measures);
  else if (kind == FETTLE_CHART_TURNAROUND)
    draw_turnaround (&plot, measures);
  else if (kind == FETTLE_CHART_AGES)
    draw_classes (&plot, kind, ages->ages, FETTLE_N_AGES);
  else
    draw_classes (&plot, kind, measures->lengths, FETTLE_N_LENGTHS);
  cairo_restore (cr);
}

static char *
summarise_flow (FettleMeasures *measures, FettleLanguage *language)
{
  gint64 came = 0, went = 0;
  g_autofree char *in = NULL;
  g_autofree char *out = NULL;

  for (guint i = 0; i < measures->trend->len; i++)
    {
      came += ((FettleTrendPoint *) measures->trend->pdata[i])->n_received;
      went += ((FettleTrendPoint *) measures->trend->pdata[i])->n_closed;
    }
  in = fettle_language_format_number (language, came);
  out = fettle_language_format_number (language, went);
  return g_strdup_printf (fettle_language_text_context (language, CHART, NC_ ("chart", "%s taken in, %s handed over")),
                          in, out);
}

static char *
summarise_classes (FettleChartKind kind, const gint64 *values, guint n, FettleLanguage *language)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = name_class (kind, i, language);

      g_string_append_printf (text, "%s%s: %" G_GINT64_FORMAT, i > 0 ? ", " : "", name, values[i]);
    }
  return g_strdup (text->str);
}

/**
 * fettle_chart_summary:
 *
 * Returns: (transfer full): what the chart shows in words, for who does not see it
 */
char *
fettle_chart_summary (FettleChartKind kind, FettleMeasures *measures, FettleLanguage *language)
{
  switch (kind)
    {
    case FETTLE_CHART_FLOW:
      return summarise_flow (measures, language);
    case FETTLE_CHART_TURNAROUND:
      return fettle_figure_value_text (fettle_measures_figure (measures, FETTLE_MEASURE_TURNAROUND_MEDIAN), language);
    case FETTLE_CHART_AGES:
      return summarise_classes (kind, fettle_measures_figure (measures, FETTLE_MEASURE_AGEING)->ages, FETTLE_N_AGES,
                                language);
    case FETTLE_CHART_LENGTHS:
    default:
      return summarise_classes (kind, measures->lengths, FETTLE_N_LENGTHS, language);
    }
}
