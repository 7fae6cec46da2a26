/* fettle-sentence.h: what went wrong, in one sentence that says what to do.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char *fettle_sentence (const GError *error);

G_END_DECLS
