/* fettle-words.h: the words of the shop: what people read for each closed list of the domain.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-enums.h"
#include "fettle-language.h"
#include "fettle-ticket.h"

G_BEGIN_DECLS

/* In all of them a language of NULL is the user's, the value "none" reads as "", and what comes back lives forever.
 * A shop may give its stages other names: see the service point, and ask here only where it has none. */

const char *fettle_words_stage (FettleLanguage *language, FettleStage stage);
const char *fettle_words_stage_public (FettleLanguage *language, FettleStage stage);
const char *fettle_words_stage_next (FettleLanguage *language, FettleStage stage);
const char *fettle_words_outcome (FettleLanguage *language, FettleOutcome outcome);
const char *fettle_words_kind (FettleLanguage *language, FettleKind kind);
const char *fettle_words_clock_holder (FettleLanguage *language, FettleClockHolder holder);
const char *fettle_words_clock_holder_public (FettleLanguage *language, FettleClockHolder holder);
const char *fettle_words_role (FettleLanguage *language, FettleRole role);
const char *fettle_words_promise_state (FettleLanguage *language, FettlePromiseState state);
const char *fettle_words_payment_method (FettleLanguage *language, FettlePaymentMethod method);
const char *fettle_words_backup_state (FettleLanguage *language, FettleBackupState state);
const char *fettle_words_event (FettleLanguage *language, FettleEventKind kind);
const char *fettle_words_event_public (FettleLanguage *language, FettleEventKind kind);

/* fettle-words-queue.c: of the queue. The last two are to be freed. */
const char *fettle_words_ticket_state (FettleLanguage *language, FettleTicketState state);
char *fettle_words_wait (FettleLanguage *language, int from, int to);
char *fettle_words_counter (FettleLanguage *language, const char *name);

/* What data a customer agrees to let be touched; the ids are what the database and the command line hold. */
const char *const *fettle_words_consent_ids (void);
const char *fettle_words_consent (FettleLanguage *language, const char *id);

/* fettle-words-lists.c: ready lists for the intake form. Each is ended by NULL; free the array, not its texts. */
const char **fettle_words_common_faults (FettleLanguage *language, const char *category);
const char **fettle_words_common_accessories (FettleLanguage *language, const char *category);
const char **fettle_words_common_conditions (FettleLanguage *language);

G_END_DECLS
