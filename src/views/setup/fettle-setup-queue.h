/* fettle-setup-queue.h: the lists of the queue and its two rules.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-setup-group.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_SETUP_QUEUE (fettle_setup_queue_get_type ())
G_DECLARE_FINAL_TYPE (FettleSetupQueue, fettle_setup_queue, FETTLE, SETUP_QUEUE, FettleSetupGroup)

G_END_DECLS
