/* fettle-event-words.h: words for the small lists that events and promises carry as text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-language.h"

G_BEGIN_DECLS

/* Each list gives its ids in the order in which they are offered, and the words of one; an id that is not in the list
 * is read as it was written, %NULL as "". */
const char *const *fettle_event_words_reason_ids (void);
const char *fettle_event_words_reason (FettleLanguage *language, const char *id);

const char *fettle_event_words_reason_public (FettleLanguage *language, const char *id);

/* Who caused that a promise broke: ids are those reasons that are not the shop's or the customer's. */
const char *fettle_event_words_against (FettleLanguage *language, const char *id);

const char *const *fettle_event_words_told_ids (void);
const char *fettle_event_words_told (FettleLanguage *language, const char *id);

const char *const *fettle_event_words_promise_ids (void);
const char *fettle_event_words_promise (FettleLanguage *language, const char *id);

const char *const *fettle_event_words_document_ids (void);
const char *fettle_event_words_document (FettleLanguage *language, const char *id);

const char *const *fettle_event_words_field_ids (void);
const char *fettle_event_words_field (FettleLanguage *language, const char *id);

const char *fettle_event_words_channel (FettleLanguage *language, const char *id);
const char *fettle_event_words_channel_name (FettleLanguage *language, const char *id);
const char *fettle_event_words_contact_detail (FettleLanguage *language, const char *id);

G_END_DECLS
