/* fettle-queue-day.h: how the queue went on a day.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-sheet.h"

G_BEGIN_DECLS

void fettle_queue_day_build (const FettleSheet *sheet, FettleFlow *flow);

G_END_DECLS
