/* fettle-phrase-hint.h: good words for the moment, beside the form in which they are needed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "fettle-desk-contacts.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_PHRASE_HINT (fettle_phrase_hint_get_type ())
G_DECLARE_FINAL_TYPE (FettlePhraseHint, fettle_phrase_hint, FETTLE, PHRASE_HINT, GtkBox)

void fettle_phrase_hint_show (FettlePhraseHint *self, FettleDesk *desk, gint64 job_id, const char *situation);
void fettle_phrase_hint_set_new_due (FettlePhraseHint *self, gint64 promise_id, gint64 new_due, const char *reason);

G_END_DECLS
