/* fettle-desk-contacts.h: what a window asks about contacts, phrases and devices that are not here yet, beside
 * fettle-desk.h.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-contact-store.h"
#include "fettle-desk.h"
#include "fettle-phrase-store.h"

G_BEGIN_DECLS

/* Contacts: the id of the new one; GPtrArray of FettleContact. */
void fettle_desk_add_contact_async (FettleDesk *self, FettleContact *contact, FETTLE_DESK_ANSWER);
void fettle_desk_list_contacts_async (FettleDesk *self, FettleContactFilter *filter, FETTLE_DESK_ANSWER);
/* How many working days the shop gives itself to answer: an id that is none. */
void fettle_desk_load_reply_days_async (FettleDesk *self, FETTLE_DESK_ANSWER);

/* Phrases: GPtrArray of FettlePhraseBook, one a language. */
void fettle_desk_load_phrases_async (FettleDesk *self, FETTLE_DESK_ANSWER);
FettlePhraseBook *fettle_desk_pick_phrases (GPtrArray *books, const char *language);

/* A device that was expected, what must be ready for it, and what was offered: FettleJob. */
void
fettle_desk_expect_async (FettleDesk *self, gint64 job_id, gint64 expected_at, const char *reason, FETTLE_DESK_ANSWER);
void fettle_desk_arrive_async (FettleDesk *self, gint64 job_id, const char *note, FETTLE_DESK_ANSWER);
void fettle_desk_add_need_async (FettleDesk *self, FettleNeed *need, FETTLE_DESK_ANSWER);
void fettle_desk_end_need_async (FettleDesk *self, gint64 need_id, FETTLE_DESK_ANSWER);
void fettle_desk_offer_async (FettleDesk *self, gint64 job_id, const char *text, FETTLE_DESK_ANSWER);
void fettle_desk_choose_async (FettleDesk *self, gint64 option_id, FETTLE_DESK_ANSWER);

G_END_DECLS
