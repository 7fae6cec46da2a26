/* fettle-symptoms.h: what a fault in the customer's words points to.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "fettle-language.h"

G_BEGIN_DECLS

/* A list of symptoms. Immutable; any thread. */
typedef struct _FettleSymptoms FettleSymptoms;

/**
 * FettleProposal:
 * @id: of the symptom
 * @code: as the device gives it: "7 beeps", or NULL
 * @cause: what is at fault, in English, or NULL
 * @cause_word: the same in the language that was asked for, or NULL
 * @source: who says so, or NULL
 * @intermittent: the words say that the fault comes and goes
 *
 * What the words of a fault point to. Owned by the list.
 */
typedef struct
{
  const char *id;
  const char *code;
  const char *cause;
  const char *cause_word;
  const char *source;
  gboolean intermittent;
} FettleProposal;

FettleSymptoms *fettle_symptoms_new_from_json (const char *text, gssize length, GError **error);
FettleSymptoms *fettle_symptoms_get (void);
void fettle_symptoms_free (FettleSymptoms *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FettleSymptoms, fettle_symptoms_free)

gboolean fettle_symptoms_propose (FettleSymptoms *self,
                                  const char *fault,
                                  const char *brand,
                                  FettleLanguage *language,
                                  FettleProposal *proposal);
char *fettle_proposal_sentence (const FettleProposal *proposal, FettleLanguage *language);

G_END_DECLS
