/* fettle-contact.h: something that was said or written between the shop and a customer.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-calendar.h"
#include "fettle-record.h"

G_BEGIN_DECLS

#define FETTLE_TYPE_CONTACT (fettle_contact_get_type ())
FETTLE_DECLARE_RECORD (FettleContact, fettle_contact, FETTLE, CONTACT)

/* In @reply_by of a contact that is to be written down: nobody waits for an answer. */
#define FETTLE_CONTACT_NO_REPLY G_GINT64_CONSTANT (-1)

/* Working days within which a letter, a mail or a message is answered, where the shop has not said otherwise. */
#define FETTLE_CONTACT_REPLY_DAYS 1

/**
 * FettleContact:
 * @id: row
 * @job_id: 0 where it is about no job
 * @job_number: or NULL
 * @customer_id: 0 where nobody knows whose it is
 * @customer_name: or NULL
 * @direction: in or out
 * @channel: call, mail, letter, visit or message
 * @at: moment
 * @text: what was said
 * @by_name: who took it or made it, or NULL
 * @owner_name: who answers it, or NULL
 * @reply_by: moment by which it is answered, 0 where no answer is waited for
 * @answered_at: moment of the answer, 0 while there is none
 * @answer_id: the contact that answered it, or 0
 * @answer: what was answered, or NULL
 * @answers_id: the contact that this one answers, or 0; only when it is written down
 * @confirmed: which details were confirmed with it: phone, email, address; or NULL
 *
 * A contact as kept.
 */
struct _FettleContact
{
  FettleRecord parent_instance;
  gint64 id;
  gint64 job_id;
  char *job_number;
  gint64 customer_id;
  char *customer_name;
  char *direction;
  char *channel;
  gint64 at;
  char *text;
  char *by_name;
  char *owner_name;
  gint64 reply_by;
  gint64 answered_at;
  gint64 answer_id;
  char *answer;
  gint64 answers_id;
  GStrv confirmed;
};

const char *const *fettle_contact_channel_ids (void);
const char *const *fettle_contact_detail_ids (void);

gboolean fettle_contact_is_in (FettleContact *self);
gboolean fettle_contact_is_waiting (FettleContact *self);
gboolean fettle_contact_is_overdue (FettleContact *self, gint64 now);
gboolean fettle_contact_wants_reply (FettleContact *self);
gint64 fettle_contact_default_reply_by (FettleCalendar *calendar, gint64 at, int days);
gboolean fettle_contact_check (FettleContact *self, GError **error);

G_END_DECLS
