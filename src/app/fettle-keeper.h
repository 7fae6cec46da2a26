/* fettle-keeper.h: makes the backup of each day by itself, and has written what falls due by itself.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-desk.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_KEEPER (fettle_keeper_get_type ())
G_DECLARE_FINAL_TYPE (FettleKeeper, fettle_keeper, FETTLE, KEEPER, GObject)

/* Signal "failed" (GError): today's backup could not be made; it is tried again each hour. */

FettleKeeper *fettle_keeper_new (FettleDesk *desk);

G_END_DECLS
