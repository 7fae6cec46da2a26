/* fettle-chart.h: the curves and bars of a period, for paper and window alike.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>

#include "fettle-measures.h"

G_BEGIN_DECLS

/**
 * FettleChartKind:
 * @FETTLE_CHART_FLOW: what came and what went, by day, week or month
 * @FETTLE_CHART_TURNAROUND: the median turnaround, by day, week or month
 * @FETTLE_CHART_AGES: what is open, by age
 * @FETTLE_CHART_LENGTHS: how long it took, by length
 */
typedef enum
{
  FETTLE_CHART_FLOW,
  FETTLE_CHART_TURNAROUND,
  FETTLE_CHART_AGES,
  FETTLE_CHART_LENGTHS,
} FettleChartKind;
#define FETTLE_N_CHARTS (FETTLE_CHART_LENGTHS + 1)

/**
 * FettleChartStyle:
 * @ink: of letters and what is counted, red, green and blue from 0 to 1
 * @faint: of the lines behind
 * @accent: of bars and curves
 * @font_size: in units of the drawing
 */
typedef struct
{
  double ink[3];
  double faint[3];
  double accent[3];
  double font_size;
} FettleChartStyle;

extern const FettleChartStyle fettle_chart_paper_style;

const char *fettle_chart_title (FettleChartKind kind, FettleLanguage *language);
char *fettle_chart_summary (FettleChartKind kind, FettleMeasures *measures, FettleLanguage *language);
void fettle_chart_draw (FettleChartKind kind,
                        FettleMeasures *measures,
                        FettleLanguage *language,
                        const FettleChartStyle *style,
                        cairo_t *cr,
                        double width,
                        double height);

G_END_DECLS
