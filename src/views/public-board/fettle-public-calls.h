/* fettle-public-calls.h: who is called now, on the public board.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "fettle-language.h"
#include "fettle-queue.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_PUBLIC_CALLS (fettle_public_calls_get_type ())
G_DECLARE_FINAL_TYPE (FettlePublicCalls, fettle_public_calls, FETTLE, PUBLIC_CALLS, GtkBox)

void fettle_public_calls_set (FettlePublicCalls *self, FettleQueue *queue, FettleLanguage *language);
guint fettle_public_calls_n_chimes (FettlePublicCalls *self);

G_END_DECLS
