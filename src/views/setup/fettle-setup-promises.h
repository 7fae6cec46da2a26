/* fettle-setup-promises.h: what the shop publishes and holds itself to, and its kinds of promises.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-setup-group.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_SETUP_PROMISES (fettle_setup_promises_get_type ())
G_DECLARE_FINAL_TYPE (FettleSetupPromises, fettle_setup_promises, FETTLE, SETUP_PROMISES, FettleSetupGroup)

G_END_DECLS
