/* fettle-phrase-store.h: the phrases that came with the program, with the shop's own wording in them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-connection.h"
#include "fettle-phrase.h"

G_BEGIN_DECLS

FettlePhraseBook *fettle_phrase_store_shipped (const char *language, GError **error);
FettlePhraseBook *fettle_phrase_store_load (FettleConnection *connection, const char *language, GError **error);
gboolean fettle_phrase_store_save (FettleConnection *connection, FettlePhrase *phrase, GError **error);
gboolean fettle_phrase_store_reset (FettleConnection *connection, FettlePhrase *phrase, GError **error);
FettleForbidden *fettle_phrase_store_find_forbidden (FettleConnection *connection, const char *text, GError **error);

G_END_DECLS
