/* fettle-plain-text.h: text in its plain form, whoever typed it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *fettle_plain_text (const char *text);
gboolean fettle_plain_text_is_blank (const char *text);

G_END_DECLS
