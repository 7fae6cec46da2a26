/* fettle-clock-file.h: the program's clock set by a file, for rehearsals.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-clock.h"

G_BEGIN_DECLS

gboolean fettle_clock_follow_environment (void);

G_END_DECLS
