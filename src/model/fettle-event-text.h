/* fettle-event-text.h: an event of a timeline as sentences.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-event.h"
#include "fettle-language.h"

G_BEGIN_DECLS

char *fettle_event_text (FettleEvent *event, FettleLanguage *language, GTimeZone *zone, gboolean for_customer);
char *fettle_event_text_for_staff (FettleEvent *event, GTimeZone *zone, const char *const *stage_names);
char *fettle_event_text_entered (FettleEvent *event, FettleLanguage *language, GTimeZone *zone);

G_END_DECLS
