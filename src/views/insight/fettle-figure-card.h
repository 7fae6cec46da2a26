/* fettle-figure-card.h: one of the controls: a figure that stands first, large, and opens its jobs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "fettle-measures.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_FIGURE_CARD (fettle_figure_card_get_type ())
G_DECLARE_FINAL_TYPE (FettleFigureCard, fettle_figure_card, FETTLE, FIGURE_CARD, GtkButton)

GtkWidget *fettle_figure_card_new (void);
void fettle_figure_card_set (FettleFigureCard *self, FettleFigure *figure);
FettleMeasure fettle_figure_card_get_measure (FettleFigureCard *self);

G_END_DECLS
