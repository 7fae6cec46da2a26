/* fettle-ticket-paper.h: the ticket of the queue, on a roll.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-sheet.h"

G_BEGIN_DECLS

void fettle_ticket_build (const FettleSheet *sheet, FettleFlow *flow);

G_END_DECLS
