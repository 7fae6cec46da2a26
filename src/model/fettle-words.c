/* fettle-words.c: what people read for each closed list of the domain.
 *
 * The one place for these words, so that the board, the papers, the notifications and the command line say the same.
 * The ids beside them ("waiting-parts") are in fettle-enums.h. Pure functions, any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-words.h"

#include <glib/gi18n-lib.h>

static const char *
pick (FettleLanguage *language, const char *context, const char *const *words, guint n_words, guint value)
{
  g_return_val_if_fail (value < n_words, "");
  return words[value] != NULL ? fettle_language_text_context (language, context, words[value]) : "";
}

#define PICK(language, context, words, value) pick (language, context, words, G_N_ELEMENTS (words), value)

/* Every list has a word for every value: one that is added to an enumeration does not compile without. */
#define ASSERT_COMPLETE(words, n) G_STATIC_ASSERT (G_N_ELEMENTS (words) == n)

static const char *const stages[] = {
  [FETTLE_STAGE_RECEIVED] = NC_ ("stage", "Received"),
  [FETTLE_STAGE_DIAGNOSING] = NC_ ("stage", "Diagnosing"),
  [FETTLE_STAGE_WAITING_APPROVAL] = NC_ ("stage", "Waiting for approval"),
  [FETTLE_STAGE_WAITING_PARTS] = NC_ ("stage", "Waiting for parts"),
  [FETTLE_STAGE_REPAIRING] = NC_ ("stage", "Repairing"),
  [FETTLE_STAGE_CHECKING] = NC_ ("stage", "Checking"),
  [FETTLE_STAGE_READY] = NC_ ("stage", "Ready"),
  [FETTLE_STAGE_HANDED_OVER] = NC_ ("stage", "Handed over"),
  [FETTLE_STAGE_CANCELLED] = NC_ ("stage", "Cancelled"),
};
ASSERT_COMPLETE (stages, FETTLE_N_STAGES);

static const char *const public_stages[] = {
  [FETTLE_STAGE_RECEIVED] = NC_ ("stage for the customer", "In the queue"),
  [FETTLE_STAGE_DIAGNOSING] = NC_ ("stage for the customer", "Being examined"),
  [FETTLE_STAGE_WAITING_APPROVAL] = NC_ ("stage for the customer", "Waiting for your answer"),
  [FETTLE_STAGE_WAITING_PARTS] = NC_ ("stage for the customer", "Waiting for a part"),
  [FETTLE_STAGE_REPAIRING] = NC_ ("stage for the customer", "Being repaired"),
  [FETTLE_STAGE_CHECKING] = NC_ ("stage for the customer", "Being checked"),
  [FETTLE_STAGE_READY] = NC_ ("stage for the customer", "Ready to collect"),
  [FETTLE_STAGE_HANDED_OVER] = NC_ ("stage for the customer", "Collected"),
  [FETTLE_STAGE_CANCELLED] = NC_ ("stage for the customer", "Cancelled"),
};
ASSERT_COMPLETE (public_stages, FETTLE_N_STAGES);

static const char *const next_stages[] = {
  [FETTLE_STAGE_RECEIVED] = NC_ ("button that moves a job to a stage", "Back to the Queue"),
  [FETTLE_STAGE_DIAGNOSING] = NC_ ("button that moves a job to a stage", "Start Diagnosing"),
  [FETTLE_STAGE_WAITING_APPROVAL] = NC_ ("button that moves a job to a stage", "Ask for Approval"),
  [FETTLE_STAGE_WAITING_PARTS] = NC_ ("button that moves a job to a stage", "Wait for Parts"),
  [FETTLE_STAGE_REPAIRING] = NC_ ("button that moves a job to a stage", "Start the Repair"),
  [FETTLE_STAGE_CHECKING] = NC_ ("button that moves a job to a stage", "Check the Work"),
  [FETTLE_STAGE_READY] = NC_ ("button that moves a job to a stage", "Ready to Collect"),
  [FETTLE_STAGE_HANDED_OVER] = NC_ ("button that moves a job to a stage", "Hand Over"),
  [FETTLE_STAGE_CANCELLED] = NC_ ("button that moves a job to a stage", "Cancel the Job"),
};
ASSERT_COMPLETE (next_stages, FETTLE_N_STAGES);

static const char *const outcomes[] = {
  [FETTLE_OUTCOME_REPAIRED] = NC_ ("outcome", "Repaired"),
  [FETTLE_OUTCOME_PARTLY_REPAIRED] = NC_ ("outcome", "Partly repaired"),
  [FETTLE_OUTCOME_NO_FAULT_FOUND] = NC_ ("outcome", "No fault found"),
  [FETTLE_OUTCOME_NOT_REPAIRABLE] = NC_ ("outcome", "Could not be repaired"),
  [FETTLE_OUTCOME_DECLINED] = NC_ ("outcome", "Repair declined"),
  [FETTLE_OUTCOME_EXCHANGED] = NC_ ("outcome", "Exchanged"),
  [FETTLE_OUTCOME_REFUNDED] = NC_ ("outcome", "Money returned"),
  [FETTLE_OUTCOME_ADVISED] = NC_ ("outcome", "Advice given"),
};
ASSERT_COMPLETE (outcomes, FETTLE_N_OUTCOMES);

static const char *const kinds[] = {
  [FETTLE_KIND_REPAIR] = NC_ ("kind of job", "Repair"),       [FETTLE_KIND_SETUP] = NC_ ("kind of job", "Setting up"),
  [FETTLE_KIND_GUIDANCE] = NC_ ("kind of job", "Guidance"),   [FETTLE_KIND_EXCHANGE] = NC_ ("kind of job", "Exchange"),
  [FETTLE_KIND_RETURN] = NC_ ("kind of job", "Return"),       [FETTLE_KIND_VISIT] = NC_ ("kind of job", "Visit"),
  [FETTLE_KIND_MAIL_IN] = NC_ ("kind of job", "Mail-in"),     [FETTLE_KIND_ENQUIRY] = NC_ ("kind of job", "Enquiry"),
  [FETTLE_KIND_COMPLAINT] = NC_ ("kind of job", "Complaint"), [FETTLE_KIND_RECALL] = NC_ ("kind of job", "Recall"),
};
ASSERT_COMPLETE (kinds, FETTLE_N_KINDS);

static const char *const clock_holders[] = {
  [FETTLE_CLOCK_US] = NC_ ("whose time runs", "with us"),
  [FETTLE_CLOCK_PART] = NC_ ("whose time runs", "waiting for a part"),
  [FETTLE_CLOCK_CUSTOMER] = NC_ ("whose time runs", "waiting for the customer"),
};
ASSERT_COMPLETE (clock_holders, FETTLE_N_CLOCK_HOLDERS);

static const char *const public_clock_holders[] = {
  [FETTLE_CLOCK_US] = NC_ ("whose time runs, for the customer", "with us"),
  [FETTLE_CLOCK_PART] = NC_ ("whose time runs, for the customer", "waiting for a part"),
  [FETTLE_CLOCK_CUSTOMER] = NC_ ("whose time runs, for the customer", "waiting for you"),
};
ASSERT_COMPLETE (public_clock_holders, FETTLE_N_CLOCK_HOLDERS);

static const char *const roles[] = {
  [FETTLE_ROLE_COUNTER] = NC_ ("role", "Counter"),
  [FETTLE_ROLE_TECHNICIAN] = NC_ ("role", "Technician"),
  [FETTLE_ROLE_MANAGER] = NC_ ("role", "Manager"),
};
ASSERT_COMPLETE (roles, FETTLE_N_ROLES);

static const char *const promise_states[] = {
  [FETTLE_PROMISE_OPEN] = NC_ ("promise", "Open"),           [FETTLE_PROMISE_KEPT] = NC_ ("promise", "Kept"),
  [FETTLE_PROMISE_KEPT_LATE] = NC_ ("promise", "Kept late"), [FETTLE_PROMISE_BROKEN] = NC_ ("promise", "Broken"),
  [FETTLE_PROMISE_WITHDRAWN] = NC_ ("promise", "Withdrawn"),
};
ASSERT_COMPLETE (promise_states, FETTLE_N_PROMISE_STATES);

static const char *const payment_methods[] = {
  [FETTLE_METHOD_CASH] = NC_ ("payment method", "Cash"),
  [FETTLE_METHOD_CARD] = NC_ ("payment method", "Card"),
  [FETTLE_METHOD_TRANSFER] = NC_ ("payment method", "Transfer"),
  [FETTLE_METHOD_OTHER] = NC_ ("payment method", "Other"),
};
ASSERT_COMPLETE (payment_methods, FETTLE_N_PAYMENT_METHODS);

static const char *const backup_states[] = {
  [FETTLE_BACKUP_UNKNOWN] = NC_ ("backup of the customer's data", "Not known"),
  [FETTLE_BACKUP_DONE] = NC_ ("backup of the customer's data", "There is a backup"),
  [FETTLE_BACKUP_NOT_DONE] = NC_ ("backup of the customer's data", "No backup; data may be lost"),
  [FETTLE_BACKUP_WANTED] = NC_ ("backup of the customer's data", "Back it up before any work"),
  [FETTLE_BACKUP_NOT_NEEDED] = NC_ ("backup of the customer's data", "No data to keep"),
};
ASSERT_COMPLETE (backup_states, FETTLE_N_BACKUP_STATES);

static const char *const events[] = {
  [FETTLE_EVENT_RECEIVED] = NC_ ("event", "Taken in"),
  [FETTLE_EVENT_MOVED] = NC_ ("event", "Moved to another stage"),
  [FETTLE_EVENT_MOVE_UNDONE] = NC_ ("event", "A move was undone"),
  [FETTLE_EVENT_NOTED] = NC_ ("event", "Note"),
  [FETTLE_EVENT_EDITED] = NC_ ("event", "Details were changed"),
  [FETTLE_EVENT_ASSIGNED] = NC_ ("event", "Given to a technician"),
  [FETTLE_EVENT_CLOCK_SET] = NC_ ("event", "Whose time runs was changed"),
  [FETTLE_EVENT_PROMISED] = NC_ ("event", "A promise was made"),
  [FETTLE_EVENT_PROMISE_REVISED] = NC_ ("event", "A promise got a new date"),
  [FETTLE_EVENT_PROMISE_ENDED] = NC_ ("event", "A promise ended"),
  [FETTLE_EVENT_WORK_BEGAN] = NC_ ("event", "Work began"),
  [FETTLE_EVENT_WORK_ENDED] = NC_ ("event", "Work stopped"),
  [FETTLE_EVENT_PRINTED] = NC_ ("event", "A paper was printed"),
  [FETTLE_EVENT_CUSTOMER_TOLD] = NC_ ("event", "The customer was told"),
  [FETTLE_EVENT_ACCESSORY_RETURNED] = NC_ ("event", "An accessory was given back"),
  [FETTLE_EVENT_PAID] = NC_ ("event", "Paid"),
  [FETTLE_EVENT_HANDED_OVER] = NC_ ("event", "Handed over"),
  [FETTLE_EVENT_MERGED] = NC_ ("event", "Duplicates were merged"),
  [FETTLE_EVENT_IMPORTED] = NC_ ("event", "Brought in from a file"),
  [FETTLE_EVENT_CONTACTED] = NC_ ("event", "Contact with the customer"),
  [FETTLE_EVENT_CONTACT_ANSWERED] = NC_ ("event", "A contact was answered"),
  [FETTLE_EVENT_DETAILS_CONFIRMED] = NC_ ("event", "Contact details were confirmed"),
  [FETTLE_EVENT_DEVICE_ARRIVED] = NC_ ("event", "The device arrived"),
  [FETTLE_EVENT_NEED_SET] = NC_ ("event", "Something must be ready for the arrival"),
  [FETTLE_EVENT_NEED_DONE] = NC_ ("event", "Something for the arrival is ready"),
  [FETTLE_EVENT_OPTION_OFFERED] = NC_ ("event", "An option was offered"),
  [FETTLE_EVENT_OPTION_CHOSEN] = NC_ ("event", "An option was chosen"),
  [FETTLE_EVENT_PROMISE_BACKED] = NC_ ("event", "Something stands behind a promise"),
  [FETTLE_EVENT_COMPENSATION_DUE] = NC_ ("event", "A compensation fell due"),
  [FETTLE_EVENT_COMPENSATION_ENDED] = NC_ ("event", "A compensation was settled"),
  [FETTLE_EVENT_CLAIM_OPENED] = NC_ ("event", "A claim was opened"),
  [FETTLE_EVENT_CLAIM_ENDED] = NC_ ("event", "A claim ended"),
  [FETTLE_EVENT_LINKED] = NC_ ("event", "Linked to another job"),
  [FETTLE_EVENT_DIAGNOSED] = NC_ ("event", "Diagnosis"),
  [FETTLE_EVENT_PART_FITTED] = NC_ ("event", "A part was changed"),
  [FETTLE_EVENT_PART_RETURNED] = NC_ ("event", "A part came back"),
  [FETTLE_EVENT_MEASURED] = NC_ ("event", "Measured"),
  [FETTLE_EVENT_TESTED] = NC_ ("event", "Tested"),
  [FETTLE_EVENT_PARCEL_SENT] = NC_ ("event", "A parcel was sent"),
  [FETTLE_EVENT_PARCEL_ARRIVED] = NC_ ("event", "A parcel arrived"),
  [FETTLE_EVENT_RECHECKED] = NC_ ("event", "Checked again by another person"),
  [FETTLE_EVENT_FED_BACK] = NC_ ("event", "Fed back to where it came from"),
  [FETTLE_EVENT_FOLLOW_UP_SET] = NC_ ("event", "A return visit was planned"),
  [FETTLE_EVENT_FOLLOWED_UP] = NC_ ("event", "Return visit"),
  [FETTLE_EVENT_PART_SENT] = NC_ ("event", "A part was sent ahead"),
  [FETTLE_EVENT_PROMISE_ASSIGNED] = NC_ ("event", "A promise passed into other hands"),
  [FETTLE_EVENT_DEVICE_EXPECTED] = NC_ ("event", "The device is expected on another day"),
  [FETTLE_EVENT_COST_NOTED] = NC_ ("event", "What it cost the customer was noted"),
  [FETTLE_EVENT_COST_TAKEN_BACK] = NC_ ("event", "A cost of the customer was taken back"),
  [FETTLE_EVENT_PART_ORDERED] = NC_ ("event", "A part was ordered"),
  [FETTLE_EVENT_OWNER_CHANGED] = NC_ ("event", "The device has another owner"),
};
ASSERT_COMPLETE (events, FETTLE_N_EVENT_KINDS);

static const char *const public_events[] = {
  [FETTLE_EVENT_RECEIVED] = NC_ ("event for the customer", "We took your device in"),
  [FETTLE_EVENT_MOVED] = NC_ ("event for the customer", "Your repair moved on"),
  [FETTLE_EVENT_MOVE_UNDONE] = NC_ ("event for the customer", "We corrected the state of your repair"),
  [FETTLE_EVENT_NOTED] = NC_ ("event for the customer", "A note from us"),
  [FETTLE_EVENT_EDITED] = NC_ ("event for the customer", "We corrected the details"),
  [FETTLE_EVENT_ASSIGNED] = NC_ ("event for the customer", "A technician has your device"),
  [FETTLE_EVENT_CLOCK_SET] = NC_ ("event for the customer", "What your repair waits for changed"),
  [FETTLE_EVENT_PROMISED] = NC_ ("event for the customer", "We made you a promise"),
  [FETTLE_EVENT_PROMISE_REVISED] = NC_ ("event for the customer", "We had to give you a new date"),
  [FETTLE_EVENT_PROMISE_ENDED] = NC_ ("event for the customer", "What we promised came to its end"),
  [FETTLE_EVENT_WORK_BEGAN] = NC_ ("event for the customer", "Work on your device began"),
  [FETTLE_EVENT_WORK_ENDED] = NC_ ("event for the customer", "Work on your device stopped for now"),
  [FETTLE_EVENT_PRINTED] = NC_ ("event for the customer", "A paper was printed for you"),
  [FETTLE_EVENT_CUSTOMER_TOLD] = NC_ ("event for the customer", "We told you how things stand"),
  [FETTLE_EVENT_ACCESSORY_RETURNED] = NC_ ("event for the customer", "We gave an accessory back"),
  [FETTLE_EVENT_PAID] = NC_ ("event for the customer", "You paid"),
  [FETTLE_EVENT_HANDED_OVER] = NC_ ("event for the customer", "You have your device back"),
  [FETTLE_EVENT_MERGED] = NC_ ("event for the customer", "We tidied our records"),
  [FETTLE_EVENT_IMPORTED] = NC_ ("event for the customer", "Brought over from older records"),
  [FETTLE_EVENT_CONTACTED] = NC_ ("event for the customer", "We were in contact"),
  [FETTLE_EVENT_CONTACT_ANSWERED] = NC_ ("event for the customer", "We answered you"),
  [FETTLE_EVENT_DETAILS_CONFIRMED] = NC_ ("event for the customer", "You confirmed how to reach you"),
  [FETTLE_EVENT_DEVICE_ARRIVED] = NC_ ("event for the customer", "Your device arrived"),
  [FETTLE_EVENT_NEED_SET] = NC_ ("event for the customer", "We prepare for your device"),
  [FETTLE_EVENT_NEED_DONE] = NC_ ("event for the customer", "We are prepared for your device"),
  [FETTLE_EVENT_OPTION_OFFERED] = NC_ ("event for the customer", "We offered you a choice"),
  [FETTLE_EVENT_OPTION_CHOSEN] = NC_ ("event for the customer", "You chose"),
  [FETTLE_EVENT_PROMISE_BACKED] = NC_ ("event for the customer", "We did what our promise needs"),
  [FETTLE_EVENT_COMPENSATION_DUE] = NC_ ("event for the customer", "We owe you a compensation"),
  [FETTLE_EVENT_COMPENSATION_ENDED] = NC_ ("event for the customer", "Your compensation was settled"),
  [FETTLE_EVENT_CLAIM_OPENED] = NC_ ("event for the customer", "We make a claim for this"),
  [FETTLE_EVENT_CLAIM_ENDED] = NC_ ("event for the customer", "A claim ended"),
  [FETTLE_EVENT_LINKED] = NC_ ("event for the customer", "Linked to an earlier repair"),
  [FETTLE_EVENT_DIAGNOSED] = NC_ ("event for the customer", "We found what is wrong"),
  [FETTLE_EVENT_PART_FITTED] = NC_ ("event for the customer", "A part was changed"),
  [FETTLE_EVENT_PART_RETURNED] = NC_ ("event for the customer", "A part came back"),
  [FETTLE_EVENT_MEASURED] = NC_ ("event for the customer", "We measured"),
  [FETTLE_EVENT_TESTED] = NC_ ("event for the customer", "We tested your device"),
  [FETTLE_EVENT_PARCEL_SENT] = NC_ ("event for the customer", "A parcel was sent"),
  [FETTLE_EVENT_PARCEL_ARRIVED] = NC_ ("event for the customer", "A parcel arrived"),
  [FETTLE_EVENT_RECHECKED] = NC_ ("event for the customer", "Another person checked the work"),
  [FETTLE_EVENT_FED_BACK] = NC_ ("event for the customer", "We told those who can learn from it"),
  [FETTLE_EVENT_FOLLOW_UP_SET] = NC_ ("event for the customer", "We will ask how it went"),
  [FETTLE_EVENT_FOLLOWED_UP] = NC_ ("event for the customer", "We asked how it went"),
  [FETTLE_EVENT_PART_SENT] = NC_ ("event for the customer", "We sent you a part ahead"),
  [FETTLE_EVENT_PROMISE_ASSIGNED] = NC_ ("event for the customer", "Somebody else keeps our promise now"),
  [FETTLE_EVENT_DEVICE_EXPECTED] = NC_ ("event for the customer", "We expect your device on another day"),
  [FETTLE_EVENT_COST_NOTED] = NC_ ("event for the customer", "We noted what it cost you"),
  [FETTLE_EVENT_COST_TAKEN_BACK] = NC_ ("event for the customer", "We corrected what it cost you"),
  [FETTLE_EVENT_PART_ORDERED] = NC_ ("event for the customer", "We ordered a part"),
  [FETTLE_EVENT_OWNER_CHANGED] = NC_ ("event for the customer", "We corrected whose device it is"),
};
ASSERT_COMPLETE (public_events, FETTLE_N_EVENT_KINDS);

static const char *const consent_ids[] = { "diagnose", "back-up", "reset", "replace-storage", NULL };

static const char *const consents[] = {
  NC_ ("consent about data", "Look into the system to find the fault"),
  NC_ ("consent about data", "Copy the data to keep it safe"),
  NC_ ("consent about data", "Erase the data and reset the device"),
  NC_ ("consent about data", "Put in other storage"),
};
ASSERT_COMPLETE (consents, G_N_ELEMENTS (consent_ids) - 1);

/**
 * fettle_words_stage:
 *
 * Returns: the stage as staff read it: "Waiting for parts"
 */
const char *
fettle_words_stage (FettleLanguage *language, FettleStage stage)
{
  return PICK (language, "stage", stages, stage);
}

/**
 * fettle_words_stage_public:
 *
 * Returns: the stage as a customer reads it, on the public board and on paper: "Ready to collect"
 */
const char *
fettle_words_stage_public (FettleLanguage *language, FettleStage stage)
{
  return PICK (language, "stage for the customer", public_stages, stage);
}

/**
 * fettle_words_stage_next:
 *
 * Returns: what the button says that moves a job to the stage, in title case: "Start the Repair"
 */
const char *
fettle_words_stage_next (FettleLanguage *language, FettleStage stage)
{
  return PICK (language, "button that moves a job to a stage", next_stages, stage);
}

const char *
fettle_words_outcome (FettleLanguage *language, FettleOutcome outcome)
{
  return PICK (language, "outcome", outcomes, outcome);
}

const char *
fettle_words_kind (FettleLanguage *language, FettleKind kind)
{
  return PICK (language, "kind of job", kinds, kind);
}

/**
 * fettle_words_clock_holder:
 *
 * Returns: whose time runs, as staff read it, to stand inside a line: "waiting for the customer"
 */
const char *
fettle_words_clock_holder (FettleLanguage *language, FettleClockHolder holder)
{
  return PICK (language, "whose time runs", clock_holders, holder);
}

/**
 * fettle_words_clock_holder_public:
 *
 * Returns: whose time runs, as a customer reads it: "waiting for you"
 */
const char *
fettle_words_clock_holder_public (FettleLanguage *language, FettleClockHolder holder)
{
  return PICK (language, "whose time runs, for the customer", public_clock_holders, holder);
}

const char *
fettle_words_role (FettleLanguage *language, FettleRole role)
{
  return PICK (language, "role", roles, role);
}

const char *
fettle_words_promise_state (FettleLanguage *language, FettlePromiseState state)
{
  return PICK (language, "promise", promise_states, state);
}

const char *
fettle_words_payment_method (FettleLanguage *language, FettlePaymentMethod method)
{
  return PICK (language, "payment method", payment_methods, method);
}

/**
 * fettle_words_backup_state:
 *
 * Returns: how it stands with the data on the device: "There is a backup"; this list has a word for 0, "Not known"
 */
const char *
fettle_words_backup_state (FettleLanguage *language, FettleBackupState state)
{
  return PICK (language, "backup of the customer's data", backup_states, state);
}

/**
 * fettle_words_event:
 *
 * Returns: what happened, as staff read it: "Taken in"
 */
const char *
fettle_words_event (FettleLanguage *language, FettleEventKind kind)
{
  return PICK (language, "event", events, kind);
}

/**
 * fettle_words_event_public:
 *
 * Returns: what happened, as a plain sentence to the customer without its full stop: "We took your device in"
 */
const char *
fettle_words_event_public (FettleLanguage *language, FettleEventKind kind)
{
  return PICK (language, "event for the customer", public_events, kind);
}

/**
 * fettle_words_consent_ids:
 *
 * Returns: (array zero-terminated) (transfer none): the purposes a customer can agree to
 */
const char *const *
fettle_words_consent_ids (void)
{
  return consent_ids;
}

/**
 * fettle_words_consent:
 * @id: a purpose
 *
 * Returns: what the customer agrees to, in words; a purpose that is not of the list is read as it was written
 */
const char *
fettle_words_consent (FettleLanguage *language, const char *id)
{
  for (guint i = 0; consent_ids[i] != NULL; i++)
    if (g_str_equal (consent_ids[i], id))
      return fettle_language_text_context (language, "consent about data", consents[i]);
  return id;
}
