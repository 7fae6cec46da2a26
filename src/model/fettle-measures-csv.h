/* fettle-measures-csv.h: figures as text for other programs: one object of JSON, one record of CSV.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "fettle-measures.h"

G_BEGIN_DECLS

char *fettle_figure_to_json (FettleFigure *self, FettleMeasures *measures, GTimeZone *zone);
char *fettle_figure_value_to_text (FettleMeasure measure, gint64 value);
gboolean fettle_measures_write_csv (FettleMeasures *self, GOutputStream *stream, GError **error);

G_END_DECLS
