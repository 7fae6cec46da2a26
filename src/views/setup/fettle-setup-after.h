/* fettle-setup-after.h: after which jobs customers are asked how it went, and what is a comeback.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-setup-group.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_SETUP_AFTER (fettle_setup_after_get_type ())
G_DECLARE_FINAL_TYPE (FettleSetupAfter, fettle_setup_after, FETTLE, SETUP_AFTER, FettleSetupGroup)

G_END_DECLS
