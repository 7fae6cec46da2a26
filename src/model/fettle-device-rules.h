/* fettle-device-rules.h: what must be true of a device before it counts as ready, and before it goes out.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-device.h"
#include "fettle-enums.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_READING_PAIR (fettle_reading_pair_get_type ())
FETTLE_DECLARE_RECORD (FettleReadingPair, fettle_reading_pair, FETTLE, READING_PAIR)

/**
 * FettleReadingPair:
 * @before: as it came, or NULL
 * @after: before it goes back, or NULL
 * @fell: whether it goes back worse than it came
 *
 * One measure, in and out; of several readings the last one counts.
 */
struct _FettleReadingPair
{
  FettleRecord parent_instance;
  FettleReading *before;
  FettleReading *after;
  gboolean fell;
};

GPtrArray *fettle_device_pair_readings (FettleDevice *self);
char *fettle_reading_pair_sentence (FettleReadingPair *pair, FettleLanguage *language);

gboolean fettle_device_wants_soak (FettleDevice *self);
GPtrArray *fettle_device_obstacles (FettleDevice *self, FettleOutcome outcome);
gboolean
fettle_device_check_ready (FettleDevice *self, FettleStage to, const char *override, const char *by, GError **error);

G_END_DECLS
