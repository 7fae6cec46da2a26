/* fettle-measures-read.h: the queries behind fettle-measures-store.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-measures-store.h"

G_BEGIN_DECLS

/**
 * FettleMeasuresReading:
 * @begins: first moment of the period before
 * @ends: the moment at which the period is over, or just after now
 * @done: how many steps of all are done
 *
 * What is being read, and who wants to hear how far it is.
 */
typedef struct
{
  FettleConnection *connection;
  FettlePeriod period;
  gint64 begins;
  gint64 ends;
  FettleMeasuresProgress progress;
  gpointer data;
  int done;
} FettleMeasuresReading;

gboolean fettle_measures_read_all (FettleMeasuresReading *reading, FettleMeasureFacts *facts, GError **error);

G_END_DECLS
