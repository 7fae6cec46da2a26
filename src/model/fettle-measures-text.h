/* fettle-measures-text.h: the words around figures: classes of age and length, and how it was before.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-measures.h"

G_BEGIN_DECLS

char *fettle_measures_age_name (guint age, FettleLanguage *language);
const char *fettle_measures_length_name (guint length, FettleLanguage *language);

char *fettle_period_text (FettlePeriod period, FettleLanguage *language);
char *fettle_behind_text (FettleMeasure measure, int weight, gint64 value, FettleLanguage *language);

char *fettle_figure_value_text (FettleFigure *self, FettleLanguage *language);
char *fettle_figure_before_text (FettleFigure *self, FettleLanguage *language);
const char *fettle_figure_judgement (FettleFigure *self, FettleLanguage *language);
char *fettle_figure_n_text (FettleFigure *self, FettleLanguage *language);

G_END_DECLS
