/* fettle-after-words.h: words for the small lists of what comes after the hand-over.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-language.h"

G_BEGIN_DECLS

/* As in fettle-event-words.h: an id that is not in the list is read as it was written, %NULL as "". */
const char *fettle_after_words_kind (FettleLanguage *language, const char *id);
const char *fettle_after_words_state (FettleLanguage *language, const char *id);

const char *const *fettle_after_words_link_ids (void);
const char *fettle_after_words_link (FettleLanguage *language, const char *id);

const char *const *fettle_after_words_whom_ids (void);
const char *fettle_after_words_whom (FettleLanguage *language, const char *id);

const char *const *fettle_after_words_leak_ids (void);
const char *fettle_after_words_leak (FettleLanguage *language, const char *id);

G_END_DECLS
