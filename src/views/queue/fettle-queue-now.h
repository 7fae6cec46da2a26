/* fettle-queue-now.h: who is at this counter, and the one big button for the next.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "fettle-queue.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_QUEUE_NOW (fettle_queue_now_get_type ())
G_DECLARE_FINAL_TYPE (FettleQueueNow, fettle_queue_now, FETTLE, QUEUE_NOW, AdwBin)

void fettle_queue_now_set (FettleQueueNow *self, FettleQueue *queue, const char *counter, GTimeZone *zone);
FettleTicket *fettle_queue_now_find (FettleQueue *queue, const char *counter);
FettleQueueCounter *fettle_queue_now_counter (FettleQueue *queue, const char *counter);

G_END_DECLS
