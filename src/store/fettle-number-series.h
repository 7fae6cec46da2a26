/* fettle-number-series.h: the numbers that jobs are given, in a row and without gaps.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-connection.h"

G_BEGIN_DECLS

typedef struct _FettleNumberSeries FettleNumberSeries;

FettleNumberSeries *fettle_number_series_begin (FettleConnection *connection, GError **error);
void fettle_number_series_free (FettleNumberSeries *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FettleNumberSeries, fettle_number_series_free)

char *fettle_number_series_draw (FettleNumberSeries *self, gint64 received_at, GError **error);
gboolean fettle_number_series_end (FettleNumberSeries *self, GError **error);

G_END_DECLS
