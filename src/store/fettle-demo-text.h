/* fettle-demo-text.h: what is said in the demonstration shop, in the language of that shop.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void fettle_demo_speak (const char *language);
gboolean fettle_demo_is_chinese (void);
const char *fettle_demo_text (const char *text);
GStrv fettle_demo_texts (const char *list);
const char *fettle_demo_staff (guint i);

G_END_DECLS
