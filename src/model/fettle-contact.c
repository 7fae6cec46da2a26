/* fettle-contact.c: something that was said or written between the shop and a customer.
 *
 * What came in and waits for an answer has a time by which it is answered, so that no mail lies unread. Pure; any
 * thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-contact.h"

#include <glib/gi18n-lib.h>

#include "fettle-error.h"
#include "fettle-plain-text.h"

static const FettleField fettle_contact_fields[] = {
  FETTLE_FIELD (FettleContact, id, "id", INT64),
  FETTLE_FIELD (FettleContact, job_id, "job-id", INT64),
  FETTLE_FIELD (FettleContact, job_number, "job-number", STRING),
  FETTLE_FIELD (FettleContact, customer_id, "customer-id", INT64),
  FETTLE_FIELD (FettleContact, customer_name, "customer-name", STRING),
  FETTLE_FIELD (FettleContact, direction, "direction", STRING),
  FETTLE_FIELD (FettleContact, channel, "channel", STRING),
  FETTLE_FIELD (FettleContact, at, "at", INT64),
  FETTLE_FIELD (FettleContact, text, "text", STRING),
  FETTLE_FIELD (FettleContact, by_name, "by-name", STRING),
  FETTLE_FIELD (FettleContact, owner_name, "owner-name", STRING),
  FETTLE_FIELD (FettleContact, reply_by, "reply-by", INT64),
  FETTLE_FIELD (FettleContact, answered_at, "answered-at", INT64),
  FETTLE_FIELD (FettleContact, answer_id, "answer-id", INT64),
  FETTLE_FIELD (FettleContact, answer, "answer", STRING),
  FETTLE_FIELD (FettleContact, answers_id, "answers-id", INT64),
  FETTLE_FIELD (FettleContact, confirmed, "confirmed", STRV),
};

FETTLE_DEFINE_RECORD (FettleContact, fettle_contact)

static const char *const channels[] = { "call", "mail", "letter", "visit", "message", NULL };
static const char *const details[] = { "phone", "email", "address", NULL };

/**
 * fettle_contact_channel_ids:
 *
 * Returns: the ways in which a contact can come about
 */
const char *const *
fettle_contact_channel_ids (void)
{
  return channels;
}

/**
 * fettle_contact_detail_ids:
 *
 * Returns: what can be confirmed with a contact
 */
const char *const *
fettle_contact_detail_ids (void)
{
  return details;
}

gboolean
fettle_contact_is_in (FettleContact *self)
{
  return g_strcmp0 (self->direction, "in") == 0;
}

/**
 * fettle_contact_is_waiting:
 *
 * Returns: whether somebody still waits for the answer
 */
gboolean
fettle_contact_is_waiting (FettleContact *self)
{
  return self->reply_by > 0 && self->answered_at == 0;
}

/**
 * fettle_contact_is_overdue:
 * @now: moment
 *
 * Returns: whether the answer should have been given by now
 */
gboolean
fettle_contact_is_overdue (FettleContact *self, gint64 now)
{
  return fettle_contact_is_waiting (self) && self->reply_by < now;
}

/**
 * fettle_contact_wants_reply:
 *
 * A call and a visit are answered while they last; what was written lies there until somebody answers it.
 *
 * Returns: whether an answer is owed unless somebody says that none is
 */
gboolean
fettle_contact_wants_reply (FettleContact *self)
{
  return fettle_contact_is_in (self)
         && (g_strcmp0 (self->channel, "mail") == 0 || g_strcmp0 (self->channel, "letter") == 0
             || g_strcmp0 (self->channel, "message") == 0);
}

/**
 * fettle_contact_default_reply_by:
 * @calendar: of the shop
 * @at: moment it came in
 * @days: working days that the shop gives itself
 *
 * Returns: the closing time of the last of those days; where the shop has no hours, that many times 24 hours later
 */
gint64
fettle_contact_default_reply_by (FettleCalendar *calendar, gint64 at, int days)
{
  gint64 due = calendar != NULL && fettle_calendar_has_hours (calendar)
                   ? fettle_calendar_due_in_working_days (calendar, at, days)
                   : 0;

  return due > 0 ? due : at + days * G_TIME_SPAN_DAY;
}

static gboolean
refuse (GError **error, FettleModelError code, const char *sentence)
{
  g_set_error_literal (error, FETTLE_MODEL_ERROR, (int) code, sentence);
  return FALSE;
}

static gboolean
check_confirmed (FettleContact *self, GError **error)
{
  for (guint i = 0; self->confirmed != NULL && self->confirmed[i] != NULL; i++)
    if (!g_strv_contains (details, self->confirmed[i]))
      {
        g_set_error (error, FETTLE_MODEL_ERROR, FETTLE_MODEL_ERROR_UNKNOWN,
                     _ ("“%s” cannot be confirmed; there are phone, email and address."), self->confirmed[i]);
        return FALSE;
      }
  return TRUE;
}

/**
 * fettle_contact_check:
 *
 * Whether a contact can be written down. Windows and the command line go through this one function.
 *
 * Returns: %FALSE with a %FETTLE_MODEL_ERROR and a sentence
 */
gboolean
fettle_contact_check (FettleContact *self, GError **error)
{
  if (!fettle_contact_is_in (self) && g_strcmp0 (self->direction, "out") != 0)
    return refuse (error, FETTLE_MODEL_ERROR_UNKNOWN, _ ("Say who turned to whom: in or out."));
  if (self->channel == NULL || !g_strv_contains (channels, self->channel))
    return refuse (error, FETTLE_MODEL_ERROR_UNKNOWN, _ ("Say how: call, mail, letter, visit or message."));
  if (fettle_plain_text_is_blank (self->text))
    return refuse (error, FETTLE_MODEL_ERROR_MISSING, _ ("Write what was said."));
  if (self->job_id == 0 && self->customer_id == 0)
    return refuse (error, FETTLE_MODEL_ERROR_MISSING, _ ("Say who it was: a job or a customer is needed."));
  if (self->reply_by > 0 && !fettle_contact_is_in (self))
    return refuse (error, FETTLE_MODEL_ERROR_INVALID, _ ("Only what came in waits for an answer of ours."));
  if (self->reply_by > 0 && self->at != 0 && self->reply_by <= self->at)
    return refuse (error, FETTLE_MODEL_ERROR_INVALID, _ ("The time to answer by is already past; choose a later one."));
  return check_confirmed (self, error);
}
