/* fettle-figure-row.h: one measure as a line: its name, its value, from how many, and how it was before.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "fettle-measures.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_FIGURE_ROW (fettle_figure_row_get_type ())
G_DECLARE_FINAL_TYPE (FettleFigureRow, fettle_figure_row, FETTLE, FIGURE_ROW, GtkListBoxRow)

GtkWidget *fettle_figure_row_new (void);
void fettle_figure_row_set (FettleFigureRow *self, FettleFigure *figure);
FettleMeasure fettle_figure_row_get_measure (FettleFigureRow *self);

/* What a row and a card share. */
void fettle_figure_show_judgement (GtkLabel *label, FettleFigure *figure);
void fettle_figure_describe (GtkWidget *widget, FettleFigure *figure);

G_END_DECLS
