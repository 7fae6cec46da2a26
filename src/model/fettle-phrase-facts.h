/* fettle-phrase-facts.h: what the blanks of a phrase are filled with.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-details.h"
#include "fettle-job.h"
#include "fettle-language.h"
#include "fettle-service-point.h"

G_BEGIN_DECLS

FettleDetails *fettle_phrase_facts_new (FettleServicePoint *shop, const char *staff);
void fettle_phrase_facts_add_job (FettleDetails *facts, FettleJob *job, FettleLanguage *language, GTimeZone *zone);
void fettle_phrase_facts_add_new_due (FettleDetails *facts,
                                      gint64 old_due,
                                      gint64 new_due,
                                      const char *reason,
                                      FettleLanguage *language,
                                      GTimeZone *zone);
void fettle_phrase_facts_add_ticket (FettleDetails *facts, const char *ticket, int ahead, const char *wait);

const char *fettle_phrase_situation_of_job (FettleJob *job, gint64 now);

G_END_DECLS
