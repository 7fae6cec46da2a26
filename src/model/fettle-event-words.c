/* fettle-event-words.c: words for the small lists that events and promises carry as text.
 *
 * The ids are in the chain of timelines and never change; a new one is a row at the end of its list. Constant data; any
 * thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-event-words.h"

#include <glib/gi18n-lib.h>

#include "fettle-word-list.h"

static const FettleWordList reasons = {
  "reason of a new date",
  { "ours", "part", "customer", "carrier", "system" },
  { NC_ ("reason of a new date", "we need longer"), NC_ ("reason of a new date", "a part is late"),
    NC_ ("reason of a new date", "the customer asked for it"), NC_ ("reason of a new date", "the carrier is late"),
    NC_ ("reason of a new date", "a system was down") },
};

static const FettleWordList reasons_public = {
  "reason of a new date for the customer",
  { "ours", "part", "customer", "carrier", "system" },
  { NC_ ("reason of a new date for the customer", "we need longer"),
    NC_ ("reason of a new date for the customer", "a part is late"),
    NC_ ("reason of a new date for the customer", "you asked for it"),
    NC_ ("reason of a new date for the customer", "the carrier is late"),
    NC_ ("reason of a new date for the customer", "a system was down") },
};

static const FettleWordList against = {
  "who caused it",
  { "carrier", "part", "system" },
  { NC_ ("who caused it", "the carrier"), NC_ ("who caused it", "the supplier of the part"),
    NC_ ("who caused it", "who runs the system") },
};

static const FettleWordList told = {
  "how the customer was told",
  { "phone", "message", "mail", "counter" },
  { NC_ ("how the customer was told", "by phone"), NC_ ("how the customer was told", "by message"),
    NC_ ("how the customer was told", "by email"), NC_ ("how the customer was told", "at the counter") },
};

static const FettleWordList promises = {
  "kind of promise",
  { "ready", "call-back", "part", "visit", "delivery", "reply" },
  { NC_ ("kind of promise", "Ready to collect"), NC_ ("kind of promise", "Call back"),
    NC_ ("kind of promise", "Part arrives"), NC_ ("kind of promise", "Visit"), NC_ ("kind of promise", "Delivery"),
    NC_ ("kind of promise", "Reply") },
};

static const FettleWordList channels = {
  "how a contact came about",
  { "call", "mail", "letter", "visit", "message" },
  { NC_ ("how a contact came about", "by phone"), NC_ ("how a contact came about", "by email"),
    NC_ ("how a contact came about", "by letter"), NC_ ("how a contact came about", "at the counter"),
    NC_ ("how a contact came about", "by message") },
};

static const FettleWordList channel_names = {
  "kind of contact",
  { "call", "mail", "letter", "visit", "message" },
  { NC_ ("kind of contact", "Call"), NC_ ("kind of contact", "Email"), NC_ ("kind of contact", "Letter"),
    NC_ ("kind of contact", "Visit"), NC_ ("kind of contact", "Message") },
};

static const FettleWordList contact_details = {
  "contact detail",
  { "phone", "email", "address" },
  { NC_ ("contact detail", "Phone"), NC_ ("contact detail", "Email"), NC_ ("contact detail", "Address") },
};

static const FettleWordList documents = {
  "document",
  { "job-sheet", "label", "receipt", "letter" },
  { NC_ ("document", "Job sheet"), NC_ ("document", "Label"), NC_ ("document", "Receipt"), NC_ ("document", "Letter") },
};

static const FettleWordList fields = {
  "field of a job",
  { "kind", "fault", "condition", "accessories", "need_by", "backup", "consent" },
  { NC_ ("field of a job", "Kind"), NC_ ("field of a job", "Fault"), NC_ ("field of a job", "Condition"),
    NC_ ("field of a job", "Accessories"), NC_ ("field of a job", "Needed by"), NC_ ("field of a job", "Backup"),
    NC_ ("field of a job", "Consent") },
};

/**
 * fettle_event_words_reason_ids:
 *
 * Returns: why a promise gets a new date
 */
const char *const *
fettle_event_words_reason_ids (void)
{
  return reasons.ids;
}

/**
 * fettle_event_words_reason:
 *
 * Returns: to stand inside a sentence: "a part is late"
 */
const char *
fettle_event_words_reason (FettleLanguage *language, const char *id)
{
  return fettle_word_list_pick (&reasons, language, id);
}

/**
 * fettle_event_words_reason_public:
 *
 * Returns: the same as the customer reads it: "you asked for it"
 */
const char *
fettle_event_words_reason_public (FettleLanguage *language, const char *id)
{
  return fettle_word_list_pick (&reasons_public, language, id);
}

/**
 * fettle_event_words_against:
 *
 * Returns: to stand inside a sentence: "the carrier"
 */
const char *
fettle_event_words_against (FettleLanguage *language, const char *id)
{
  return fettle_word_list_pick (&against, language, id);
}

/**
 * fettle_event_words_told_ids:
 *
 * Returns: how a customer is told something
 */
const char *const *
fettle_event_words_told_ids (void)
{
  return told.ids;
}

/**
 * fettle_event_words_told:
 *
 * Returns: to stand inside a sentence: "by phone"
 */
const char *
fettle_event_words_told (FettleLanguage *language, const char *id)
{
  return fettle_word_list_pick (&told, language, id);
}

/**
 * fettle_event_words_promise_ids:
 *
 * Returns: what can be promised
 */
const char *const *
fettle_event_words_promise_ids (void)
{
  return promises.ids;
}

/**
 * fettle_event_words_promise:
 *
 * Returns: as a heading: "Call back"
 */
const char *
fettle_event_words_promise (FettleLanguage *language, const char *id)
{
  return fettle_word_list_pick (&promises, language, id);
}

/**
 * fettle_event_words_document_ids:
 *
 * Returns: what can be printed of a job
 */
const char *const *
fettle_event_words_document_ids (void)
{
  return documents.ids;
}

/**
 * fettle_event_words_document:
 *
 * Returns: as a heading: "Job sheet"
 */
const char *
fettle_event_words_document (FettleLanguage *language, const char *id)
{
  return fettle_word_list_pick (&documents, language, id);
}

/**
 * fettle_event_words_field_ids:
 *
 * Returns: what of a job can be corrected
 */
const char *const *
fettle_event_words_field_ids (void)
{
  return fields.ids;
}

/**
 * fettle_event_words_field:
 *
 * Returns: as a heading: "Condition"
 */
const char *
fettle_event_words_field (FettleLanguage *language, const char *id)
{
  return fettle_word_list_pick (&fields, language, id);
}

/**
 * fettle_event_words_channel:
 *
 * Returns: to stand inside a sentence: "by phone"
 */
const char *
fettle_event_words_channel (FettleLanguage *language, const char *id)
{
  return fettle_word_list_pick (&channels, language, id);
}

/**
 * fettle_event_words_channel_name:
 *
 * Returns: as a heading: "Call"
 */
const char *
fettle_event_words_channel_name (FettleLanguage *language, const char *id)
{
  return fettle_word_list_pick (&channel_names, language, id);
}

/**
 * fettle_event_words_contact_detail:
 *
 * Returns: as a heading: "Phone"
 */
const char *
fettle_event_words_contact_detail (FettleLanguage *language, const char *id)
{
  return fettle_word_list_pick (&contact_details, language, id);
}
