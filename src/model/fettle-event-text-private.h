/* fettle-event-text-private.h: what the files that put events in words share.
 *
 * A function for one kind of event is in the file of its topic, named in the table of fettle-event-text.c. It writes
 * whole sentences, one a line; a private word that was erased is simply not quoted.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-details.h"
#include "fettle-event-text.h"

G_BEGIN_DECLS

typedef struct
{
  FettleEvent *event;
  FettleLanguage *language;
  GTimeZone *zone;
  gboolean for_customer;
  const char *const *stage_names;
  FettleDetails *details;
  FettleDetails *words;
  GString *text;
} FettleTelling;

/* A detail of the event, or NULL; a private word, NULL where it is empty or was erased. */
const char *fettle_tell_detail (FettleTelling *t, const char *key);
const char *fettle_tell_word (FettleTelling *t, const char *key);

/* Another sentence, on a line of its own. */
void fettle_tell_add (FettleTelling *t, const char *sentence);
void fettle_tell_with (FettleTelling *t, const char *format, ...) G_GNUC_PRINTF (2, 3);
void fettle_tell_quote (FettleTelling *t, const char *words);
void fettle_tell_plain (FettleTelling *t);

const char *fettle_tell_stage (FettleTelling *t, const char *key);
char *fettle_tell_moment (FettleTelling *t, const char *key);

/* One function a kind of event, in the file of its topic. */
void fettle_tell_contacted (FettleTelling *t);
void fettle_tell_contact_answered (FettleTelling *t);
void fettle_tell_details_confirmed (FettleTelling *t);
void fettle_tell_device_arrived (FettleTelling *t);
void fettle_tell_device_expected (FettleTelling *t);
void fettle_tell_need_set (FettleTelling *t);
void fettle_tell_need_done (FettleTelling *t);
void fettle_tell_option (FettleTelling *t);
void fettle_tell_diagnosed (FettleTelling *t);
void fettle_tell_part_fitted (FettleTelling *t);
void fettle_tell_part_sent (FettleTelling *t);
void fettle_tell_part_ordered (FettleTelling *t);
void fettle_tell_part_returned (FettleTelling *t);
void fettle_tell_measured (FettleTelling *t);
void fettle_tell_tested (FettleTelling *t);
void fettle_tell_parcel_sent (FettleTelling *t);
void fettle_tell_parcel_arrived (FettleTelling *t);
/* fettle-event-text-customer.c */
void fettle_tell_cost_noted (FettleTelling *t);
void fettle_tell_cost_taken_back (FettleTelling *t);
void fettle_tell_owner_changed (FettleTelling *t);
/* fettle-event-text-promises.c */
void fettle_tell_promised (FettleTelling *t);
void fettle_tell_promise_revised (FettleTelling *t);
void fettle_tell_promise_ended (FettleTelling *t);
void fettle_tell_promise_backed (FettleTelling *t);
void fettle_tell_promise_assigned (FettleTelling *t);
void fettle_tell_compensation_due (FettleTelling *t);
void fettle_tell_compensation_ended (FettleTelling *t);
void fettle_tell_claim_opened (FettleTelling *t);
void fettle_tell_claim_ended (FettleTelling *t);
/* fettle-event-text-after.c */
void fettle_tell_linked (FettleTelling *t);
void fettle_tell_rechecked (FettleTelling *t);
void fettle_tell_fed_back (FettleTelling *t);
void fettle_tell_follow_up_set (FettleTelling *t);
void fettle_tell_followed_up (FettleTelling *t);

G_END_DECLS
